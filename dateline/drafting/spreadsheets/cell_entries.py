"""The text of a cell as the entries of a list, and the text of an entry as fields."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

from dateline.facts.field_columns import SEPARATOR
from dateline.facts.hedges import Hedge
from dateline.facts.quantities import QuantityError, parse_amount

EntryFields = dict[str, str | list[str]]
_HEDGES: Final = sorted(Hedge, key=len, reverse=True)
_SPLIT: Final = SEPARATOR.strip()


class EntryUnread(ValueError):  # noqa: N818 - it says what happened
    """The text of an entry is not written as the column's are; the message says how they are."""


def split_entries(cell: str, known: Collection[str] = ()) -> list[str]:
    """The entries of a cell; those that are `known` may have the separator in them."""
    entries, rest = [], cell.strip()
    longest_first = sorted((entry for entry in known if entry), key=len, reverse=True)
    while rest:
        match = next((entry for entry in longest_first if _begins(rest, entry)), None)
        entry = match if match is not None else rest.split(_SPLIT, 1)[0]
        entries.append(entry.strip())
        rest = rest[len(entry) :].lstrip().removeprefix(_SPLIT).lstrip()
    return [entry for entry in entries if entry]


def _begins(text: str, entry: str) -> bool:
    after = text[len(entry) :].lstrip()
    return text.startswith(entry) and (not after or after.startswith(_SPLIT))


def read_entry(field: str, text: str, sources: Collection[str]) -> EntryFields:
    """The fields of an entry of a list that has one column; raises EntryUnread."""
    return _READERS[field](text, sources)


def joined_entries(field: str, entries: Sequence[str]) -> list[str]:
    """The entries of a cell, of which those of `values` may name several sources before the value."""
    if field != "values":
        return list(entries)
    joined: list[str] = []
    for entry in entries:
        is_whole = not joined or ": " in joined[-1]
        joined[-1:] = [*joined[-1:], entry] if is_whole else [f"{joined[-1]}{SEPARATOR}{entry}"]
    return joined


def _compared(text: str, _: Collection[str]) -> EntryFields:
    by, _, to = text.partition(" to ")
    if not to:
        raise EntryUnread("write how, and with which figure: ratio to lorries-before")
    return {"by": by.strip(), "to": to.strip()}


_MADE: Final = re.compile(r"made (?P<made>\S.*)")


def _in_history(text: str, _: Collection[str]) -> EntryFields:
    head, value = _two(text, "2018: about 4")
    date, *others = head.split(", ")
    fields: EntryFields = {"date": date}
    for other in others:
        if made := _MADE.fullmatch(other):
            fields["made"] = made["made"]
        else:
            fields["by"] = other
    return fields | _hedged(value)


def _said(text: str, sources: Collection[str]) -> EntryFields:
    head, value = _two(text, "port-authority: about 4")
    names = split_entries(head)
    who: EntryFields = {"by": head} if head else {}
    if names and set(names) <= set(sources):
        who = {"source": names}
    fields = _hedged(value)
    amount, unit = _with_unit(str(fields["value"]))
    return who | fields | {"value": amount} | ({"unit": unit} if unit else {})


def _revised(text: str, _: Collection[str]) -> EntryFields:
    recorded, value = _two(text, "2024-09-11: about 4")
    return {"recorded": recorded} | _hedged(value)


_READERS: Final[Mapping[str, Callable[[str, Collection[str]], EntryFields]]] = {
    "compare": _compared,
    "history": _in_history,
    "values": _said,
    "revised": _revised,
}


def _two(text: str, example: str) -> tuple[str, str]:
    head, colon, value = text.partition(":")
    if not (colon and value.strip()):
        raise EntryUnread(f"write each value after a colon, as “{example}”")
    return head.strip(), value.strip()


def _hedged(text: str) -> EntryFields:
    hedge = next((hedge for hedge in _HEDGES if text.startswith(f"{hedge} ")), None)
    if hedge is None:
        return {"value": text}
    return {"hedge": hedge.value, "value": text.removeprefix(hedge).strip()}


def _with_unit(text: str) -> tuple[str, str]:
    """A number and the unit after it; words that are not a number are the whole value."""
    return next(_numbers_before(text), (text, ""))


def _numbers_before(text: str) -> Iterator[tuple[str, str]]:
    words = text.split(" ")
    for count in range(len(words), 0, -1):
        number = " ".join(words[:count])
        try:
            is_number = parse_amount(number).low is not None
        except QuantityError:
            is_number = False
        if is_number:
            yield number, " ".join(words[count:])
