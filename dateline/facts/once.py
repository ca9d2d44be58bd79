"""What every page of a briefing asks for is worked out once, and kept only for as long as the briefing is."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

_Subject = TypeVar("_Subject")
_Found = TypeVar("_Found")


def once(find: Callable[[_Subject], _Found]) -> Callable[[_Subject], _Found]:
    """`find`, asked once of each subject, which must not change, nor be compared by its value."""
    known: WeakKeyDictionary[_Subject, _Found] = WeakKeyDictionary()

    @wraps(find)
    def find_once(subject: _Subject) -> _Found:
        if subject not in known:
            known[subject] = find(subject)
        return known[subject]

    return find_once
