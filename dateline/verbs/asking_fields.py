"""How `decide` asks for a field: what may be written there, until the reader would take it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.drafting.deciding.item_fields import described_fields, parts_of
from dateline.drafting.deciding.items import Desk, Item
from dateline.drafting.deciding.objections import faults_of_value, in_words
from dateline.drafting.deciding.typed import (
    MistypedError,
    ValueChoice,
    choices_for,
    from_typed,
    to_typed,
)
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.described import DescribedField
from dateline.facts.phrasing import join_words
from dateline.frozen import dataclass
from dateline.verbs.console import Console
from dateline.verbs.decide_shown import objection_lines

# What is typed for nothing.
_NOTHING = "-"


class Back(Exception):  # noqa: N818 - it says what happens
    """Nothing was typed: the item is shown again."""


@dataclass(frozen=True, slots=True)
class FieldQuestions:
    console: Console
    desk: Desk
    item: Item

    def ask(self, fields: dict[str, SheetValue], name: str) -> None:
        """Ask for a field; an empty line leaves it out. Raises Back."""
        every = described_fields(self.item.kind)
        described = next((each for each in every if each.written == name), None)
        if described is None:
            self.console.say(f"There is no field “{name}” here; change the sheet by hand.")
            raise Back
        given = fields.get(name, self.item.id if name == "id" else None)
        value: SheetValue
        if parts_of(described) and isinstance(given, Mapping | None):
            value = self._parts(described, given or {})
        else:
            value = self._value(described, given, {})
        if value is not None or name in fields:
            fields[name] = value

    def line(self, prompt: str, given: str = "") -> str:
        """A line; raises Back for nothing."""
        if (typed := self.answer(prompt, given)) not in ("", _NOTHING):
            return typed
        raise Back

    def answer(self, prompt: str, given: str = "") -> str:
        try:
            return self.console.line(prompt, given)
        except EOFError:
            if self.console.is_live:
                raise Back from None
            raise

    def _parts(
        self, described: DescribedField, given: Mapping[str, SheetValue]
    ) -> Mapping[str, SheetValue] | None:
        """The fields of a record within the record, one by one: those that are there or needed, then others."""
        parts = {part.written: part for part in parts_of(described)}
        value = dict(given)
        for name, part in parts.items():
            if part.needed or name in given:
                value[name] = self._value(part, value.get(name), value, described)
        while left := [name for name in parts if value.get(name) is None]:
            self.console.say(f"  It can also have {join_words(left)}.")
            name = self.answer(f"  Which other field of {described.written} (Enter: none)? ")
            if name not in left:
                break
            value[name] = self._value(parts[name], None, value, described)
        return {name: each for name, each in value.items() if each is not None} or None

    def _value(
        self,
        described: DescribedField,
        given: SheetValue,
        beside: Mapping[str, SheetValue],
        outer: DescribedField | None = None,
    ) -> SheetValue:
        """A value that the reader takes, with what is `beside` it in the `outer` field."""
        choices = choices_for(self.desk, described)
        self.console.say(self.console.dim(f"  {described.help}"), *_listed(choices))
        if described.refers_to and not choices:
            sheets = join_words(kind.sheet for kind in described.refers_to)
            self.console.say(
                f"  There is nothing yet that it could name: leave it out (-), and add it to {sheets} later."
            )
        written = f"{outer.written} {described.written}" if outer else described.written
        shown = _in_words(described, given, choices)
        while True:
            typed = self._typed(written, described, choices, shown)
            try:
                value = from_typed(described, "" if typed == _NOTHING else typed, choices)
            except MistypedError as error:
                self.console.say(f"  {error}")
                continue
            whole = {**beside, described.written: value} if outer else value
            name = outer.written if outer else described.written
            faults = faults_of_value(self.item.kind, name, whole) if value is not None else ()
            if not faults:
                return value
            self.console.say(*objection_lines(self.console, in_words(faults)))
            shown = shown if choices else typed

    def _typed(
        self, written: str, described: DescribedField, choices: Sequence[ValueChoice], given: str
    ) -> str:
        """What is typed; one of a list is kept with Enter, as its number could not be typed beside it."""
        if not choices or described.many:
            return self.answer(f"  {written}: ", given)
        or_none = "" if described.needed else f"; {_NOTHING} for none"
        kept = f" (Enter: {given}{or_none})" if given else ""
        return self.answer(f"  {written}, by its number{kept}: ") or given


def _in_words(described: DescribedField, value: SheetValue, choices: Sequence[ValueChoice]) -> str:
    """As it is typed: several names with semicolons between them, and no brackets."""
    is_list = described.many and not described.is_record and not choices
    if is_list and isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(map(str, value))
    return to_typed(value)


def _listed(choices: Sequence[ValueChoice]) -> Iterator[str]:
    for number, choice in enumerate(choices, 1):
        called = f"  {choice.called}" if choice.called else ""
        yield f"  {number:3} {choice.value}{called}"
