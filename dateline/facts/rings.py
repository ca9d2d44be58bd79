"""Records that lead back to themselves: an event after itself, a body that is part of itself."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from dateline.problems import Problem, Rule

_IN_WORDS: Final = {
    "after": ("is after", "name an event that has a date of its own"),
    "part_of": ("is part of", "remove it"),
}


def check_rings(records: Iterable[Any], name: str) -> Iterator[Problem]:
    """Each record that its own field of this name leads back to, however long the chain."""
    written = [record for record in records if getattr(record, name)]
    leads_to = {record.id: getattr(record, name) for record in written}
    rings = in_rings(leads_to)
    words, instead = _IN_WORDS[name]
    for record in written:
        own, other = record.id, leads_to[record.id]
        if own in rings and name not in record.origin.lent:
            found = f"‘{own}’ {words} ‘{other}’, which leads back to ‘{own}’"
            fix = f"correct one of the two, or {instead}"
            yield Problem(record.origin.of(name), Rule.REFERENCE_CYCLE, found, fix)


def in_rings(leads_to: Mapping[str, str]) -> set[str]:
    """The ids in a ring: those left when ids to which no other leads are removed repeatedly."""
    leading = Counter(leads_to.values())
    rings = set(leads_to)
    loose = [own for own in leads_to if not leading[own]]
    while loose:
        own = loose.pop()
        rings.remove(own)
        leading[leads_to[own]] -= 1
        if leads_to[own] in rings and not leading[leads_to[own]]:
            loose.append(leads_to[own])
    return rings
