"""What several pages say of a fact is worked out once for each edition, in the language of the page."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar

from dateline.facts.records import Fact
from dateline.words import spoken


class Knowing(Protocol):
    """An edition, which keeps what was worked out for one page until another asks for it."""

    @property
    def known(self) -> dict[object, Any]: ...


_ThisFact = TypeVar("_ThisFact", bound=Fact)
_Knowing = TypeVar("_Knowing", bound=Knowing)
_Found = TypeVar("_Found")


def once_a_fact(
    find: Callable[[_ThisFact, _Knowing], _Found],
) -> Callable[[_ThisFact, _Knowing], _Found]:
    """`find`, asked once of each fact of an edition; a copy of a fact is another one."""

    @wraps(find)
    def find_once(fact: _ThisFact, edition: _Knowing) -> _Found:
        key = (find, fact.id, spoken().language)
        known: tuple[_ThisFact, _Found] | None = edition.known.get(key)
        if known is None or known[0] is not fact:
            known = edition.known[key] = (fact, find(fact, edition))
        return known[1]

    return find_once
