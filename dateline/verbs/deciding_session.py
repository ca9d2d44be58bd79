"""The conversation of `decide`: it shows an item, takes a key, and writes what was decided at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Final, Literal

from dateline.drafting.deciding.decisions import make_other_kind, put_aside, take, words_aside
from dateline.drafting.deciding.half_typed import HalfTyped
from dateline.drafting.deciding.idle_waivers import without_idle
from dateline.drafting.deciding.item_fields import described_fields
from dateline.drafting.deciding.items import Desk, Item
from dateline.drafting.deciding.longer_names import with_longer_evidence
from dateline.drafting.deciding.objections import (
    after_step,
    in_words,
    missing_fields,
    objections,
    waiver_for,
    with_waivers,
)
from dateline.drafting.deciding.other_kind import other_kinds
from dateline.drafting.deciding.own_ids import with_own_id
from dateline.drafting.deciding.together import acceptable, take_together
from dateline.drafting.deciding.typed import to_typed
from dateline.drafting.proposing.draft import BriefingDraft, DraftRefused, parse_draft
from dateline.drafting.sheets.edits import DECIDE, EditRefused
from dateline.drafting.sheets.layout import SheetValue
from dateline.drafting.sheets.step_journal import Step, last_done
from dateline.drafting.sheets.storing import (
    ChangedMeanwhile,
    SheetFolder,
    StepRefused,
    read_sheet_bytes,
    undo_last,
    write_step,
)
from dateline.facts.kinds import SHEETS
from dateline.facts.phrasing import count_of, join_words
from dateline.problems import Problem, is_refused, to_text
from dateline.reading.content import ARTICLE
from dateline.verbs.asking_fields import Back, FieldQuestions
from dateline.verbs.console import Console
from dateline.verbs.decide_shown import (
    HELP,
    context_lines,
    heading,
    in_list,
    numbered,
    objection_lines,
    record_lines,
    sentence_lines,
)
from dateline.verbs.record_in_editor import edited_in, stub_of

Then = Literal["next", "again", "quit"]
MadeVerb = Literal["taken", "put aside", "changed"]
_MOST_REASONS: Final = 9


@dataclass(slots=True)
class Made:
    """A step of this session, and how many items it took or put aside."""

    verb: MadeVerb
    number: int
    label: str


@dataclass(slots=True, kw_only=True)
class DecidingSession:
    """One run of `decide`; `desk` is always the state of the disk, or the session reads it again."""

    console: Console
    place: SheetFolder
    read: Callable[[], BriefingDraft]
    desk: Desk = field(init=False)
    half_typed: HalfTyped = field(init=False)
    steps: list[Made] = field(default_factory=list)
    later: dict[tuple[str, str], None] = field(default_factory=dict)
    shown: Sequence[str] = ()

    def run(self) -> None:
        """Until nothing is left, or the editor quits."""
        self.desk = Desk(self.read())
        self.half_typed = HalfTyped.read(self.place.journal)
        if left := len(self.desk.undecided):
            self.console.say(f"{count_of(left, 'decision')} to make. ? lists the keys.")
        for position in self.desk.nameless:
            self.console.say(
                f"{position}: this record has no id; give it one to decide on it here."
            )
        try:
            while (item := self._next_item()) and self._decide(item) != "quit":
                pass
        except EOFError:
            return

    # What comes next

    def _next_item(self) -> Item | None:
        self._look_at_disk()
        return next(iter(self._left()), None)

    def _left(self) -> list[Item]:
        """What is undecided; after that, what no sheet has yet."""
        undecided = [item for item in self.desk.undecided if item.key not in self.later]
        return undecided or [item for item in self.desk.proposed if item.key not in self.later]

    def _look_at_disk(self) -> None:
        files = self.desk.draft.folder.files
        names = (*SHEETS, ARTICLE)
        changed = [name for name in names if read_sheet_bytes(self.place, name) != files.get(name)]
        if changed:
            self.console.say("", f"{join_words(changed)} changed on the disk, so it is read again.")
            self._read_again()

    def _read_again(self) -> None:
        while True:
            try:
                self.desk = Desk(self.read())
            except DraftRefused as error:
                self.console.say(to_text(error.problems).rstrip("\n") or str(error))
                if self.console.key("Fix this, then press Enter; q quits: ") == "q":
                    raise EOFError from None
            else:
                return

    # One item

    def _decide(self, item: Item) -> Then:
        fields = self.half_typed.fields_of(item)
        if fields != dict(item.fields):
            self.console.say("", "(with what you typed of it before)")
        try:
            return self._ask_until_decided(item, fields)
        finally:
            self.half_typed.keep(item, fields)

    def _ask_until_decided(self, item: Item, fields: dict[str, SheetValue]) -> Then:
        then: Then = "again"
        found: Sequence[str] | None = None
        while then == "again":
            missing = missing_fields(item, fields)
            if found is None:
                found = () if missing else self._objections(item, fields)
            self._show(item, fields, missing, found)
            before = dict(fields)
            then = self._press(item, fields, missing)
            if fields != before:
                found = None
        return then

    def _show(
        self,
        item: Item,
        fields: Mapping[str, SheetValue],
        missing: Sequence[str],
        found: Sequence[str],
    ) -> None:
        console, desk = self.console, self.desk
        self.shown = found
        done = desk.decided + sum(each.key in self.later for each in desk.items)
        place = f"{done + 1} of {done + len(self._left())}"
        console.say("", heading(console, item, place), *sentence_lines(console, desk, item), "")
        console.say(*record_lines(console, desk, item, fields, missing))
        console.say(*objection_lines(console, found))

    def _press(self, item: Item, fields: dict[str, SheetValue], missing: Sequence[str]) -> Then:
        asked = self._to_ask(item, fields)
        first = f"write {join_words(asked)}" if missing else "take"
        key = self.console.key(f"Enter {first} · 1-9, e change · a put aside · l later · ? keys: ")
        names = numbered(item, fields, missing)
        try:
            if key in ("", "t"):
                return self._take(item, fields)
            if key.isdecimal() and 0 < int(key) <= len(names):
                self._ask(item).ask(fields, names[int(key) - 1])
            elif key in self._keys:
                return self._keys[key](self, item, fields)
            else:
                self.console.say(f"“{key}” is not one of the keys; ? lists them.")
        except Back:
            self.console.say("(back; nothing was decided)")
        except EditRefused as error:
            self.console.say(str(error))
        return "again"

    def _take(self, item: Item, fields: dict[str, SheetValue]) -> Then:
        for name in self._to_ask(item, fields):
            self._ask(item).ask(fields, name)
        if missing := missing_fields(item, fields):
            self.console.say(f"It needs {join_words(missing)}; nothing was decided.")
            return "again"
        longer = with_longer_evidence(self.desk, item, fields)
        taken = with_own_id(self.desk, item, longer)
        step = take(self.desk, item, taken)
        found = objections(self.desk, item, step, _id_of(item, taken))
        if found and not self._insists(item, fields, found, step):
            return "again"
        return self._write(step, "taken", 1)

    def _to_ask(self, item: Item, fields: dict[str, SheetValue]) -> Sequence[str]:
        """The empty fields that are asked when the item is taken."""
        asked = [name for name in item.asks if fields.get(name) is None and name in _names(item)]
        return list(dict.fromkeys((*missing_fields(item, fields), *asked)))

    def _insists(
        self, item: Item, fields: dict[str, SheetValue], found: Sequence[Problem], step: Step
    ) -> bool:
        """Whether the editor takes what the checks refuse; what cannot be read cannot be taken."""
        if (words := in_words(found)) != self.shown:
            self.console.say(*objection_lines(self.console, words))
        try:
            self._desk_after(step)
        except DraftRefused:
            self.console.say("It could not be read so; change it first.")
            return False
        can_waive = all(waiver_for(problem, "") for problem in found)
        waive = "v waive it · " if can_waive else ""
        question = f"A build refuses this. Enter goes back · {waive}w write it all the same: "
        pressed = self.console.key(question)
        if pressed == "v" and can_waive:
            why = self._ask(item).line("  Why does the check not apply? ")
            fields["waive"] = with_waivers(fields, found, why)
        return pressed == "w"

    def _objections(self, item: Item, fields: Mapping[str, SheetValue]) -> list[str]:
        try:
            step = take(self.desk, item, fields)
        except EditRefused as error:
            return [str(error)]
        return in_words(objections(self.desk, item, step, _id_of(item, fields)))

    def _write(self, step: Step, verb: MadeVerb, number: int) -> Then:
        step = without_idle(self.desk, step)
        try:
            write_step(self.place, step)
        except ChangedMeanwhile as error:
            self.console.say(f"{error}. It is read again.")
            self._read_again()
            return "next"
        self.steps.append(Made(verb, number, step.label))
        self.desk = self._desk_after(step)
        self.console.say(step.label)
        return "next"

    def _desk_after(self, step: Step) -> Desk:
        draft = self.desk.draft
        folder = after_step(self.desk, step)
        return Desk(parse_draft(folder, today=draft.today, language=draft.language))

    # Keys

    def _change(self, item: Item, fields: dict[str, SheetValue]) -> Then:
        asks = [name for name in item.asks if name in _names(item)]
        for name in asks or list(fields)[:1]:
            self._ask(item).ask(fields, name)
        return "again"

    def _add_field(self, item: Item, fields: dict[str, SheetValue]) -> Then:
        names = [name for name in ("id", *_names(item)) if fields.get(name) is None]
        self.console.say(f"  {', '.join(dict.fromkeys(names))}")
        name = self._ask(item).line("  Which field? ")
        if name not in ("id", *_names(item)):
            self.console.say(f"There is no field “{name}” here.")
            return "again"
        self._ask(item).ask(fields, name)
        return "again"

    def _aside(self, item: Item, _: dict[str, SheetValue]) -> Then:
        if item.kind is None:
            self.console.say("The front matter cannot be put aside.")
            return "again"
        if not words_aside(self.desk, item):
            self._ask(item).answer("  Nothing needs a reason here; Enter puts it aside: ")
            return self._write(put_aside(self.desk, item, "-"), "put aside", 1)
        reasons = list(dict.fromkeys(w.why for w in reversed(self.desk.draft.briefing.waived)))
        reasons = reasons[:_MOST_REASONS]
        self.console.say(*(f"  {number} {why}" for number, why in enumerate(reasons, 1)))
        numbers = " (a number, or your words)" if reasons else ""
        why = self._ask(item).line(f"  Why is it not a fact{numbers}? ")
        if why.isdecimal() and 0 < int(why) <= len(reasons):
            why = reasons[int(why) - 1]
        return self._write(put_aside(self.desk, item, why), "put aside", 1)

    def _other_kind(self, item: Item, fields: dict[str, SheetValue]) -> Then:
        others = other_kinds(item)
        if not others:
            self.console.say("It can be nothing else; put it aside if it is no fact.")
            return "again"
        self.console.say(*(f"  {number} {other.words}" for number, other in enumerate(others, 1)))
        pressed = self._ask(item).line("  What is it, by its number? ")
        if not (pressed.isdecimal() and 0 < int(pressed) <= len(others)):
            raise Back
        typed = replace(item, fields={name: fields[name] for name in fields if name != "id"})
        step = make_other_kind(self.desk, typed, others[int(pressed) - 1])
        return self._write(step, "changed", 1)

    def _put_off(self, item: Item, _: dict[str, SheetValue]) -> Then:
        self.later[item.key] = None
        return "next"

    def _undo(self, _: Item, __: dict[str, SheetValue]) -> Then:
        last = last_done(self.place.journal)
        if last is None:
            self.console.say("There is nothing to undo.")
            return "again"
        is_ours = bool(self.steps) and self.steps[-1].label == last.step.label
        if not is_ours:
            question = f"Undo “{last.step.label}”, which is not of this session? y is yes: "
            if self.console.key(question) != "y":
                return "again"
        try:
            step = undo_last(self.place)
        except StepRefused as error:
            self.console.say(f"{error}.")
            return "again"
        if is_ours:
            self.steps.pop()
        self.console.say(f"undone: {step.label if step else last.step.label}")
        self._read_again()
        return "next"

    def _help(self, _: Item, __: dict[str, SheetValue]) -> Then:
        self.console.say("", HELP.rstrip("\n"))
        return "again"

    def _context(self, item: Item, _: dict[str, SheetValue]) -> Then:
        self.console.say("", *context_lines(self.console, self.desk, item))
        return "again"

    def _yaml(self, item: Item, fields: dict[str, SheetValue]) -> Then:
        self.console.say("", stub_of(item, fields).rstrip("\n"))
        return "again"

    def _editor(self, item: Item, fields: dict[str, SheetValue]) -> Then:
        program = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        if item.kind is None:
            self.console.say("Open article.md itself in your editor; it is read again after that.")
            return "again"
        if not program:
            self.console.say("EDITOR names no program; e and the numbers change fields here.")
            return "again"
        edited = edited_in(program, stub_of(item, fields))
        if isinstance(edited, str):
            self.console.say(edited)
            return "again"
        fields.clear()
        fields.update({name: value for name, value in edited.items() if name != DECIDE})
        if fields.get("id") == item.id:
            del fields["id"]
        return "again"

    def _quit(self, _: Item, __: dict[str, SheetValue]) -> Then:
        return "quit"

    # Several at once

    def _all_of_kind(self, item: Item, _: dict[str, SheetValue]) -> Then:
        return self._several([each for each in self._left() if each.kind == item.kind])

    def _all_of_sentence(self, item: Item, _: dict[str, SheetValue]) -> Then:
        here = (item.block, item.sentence)
        return self._several([each for each in self._left() if (each.block, each.sentence) == here])

    def _several(self, items: Sequence[Item]) -> Then:
        """Those that are complete and that no check refuses, after the editor has seen them."""
        complete = acceptable(self.desk, items)
        if not complete:
            self.console.say("None of these is complete.")
            return "again"
        console = self.console
        console.say("")
        for number, each in enumerate(complete, 1):
            console.say(*in_list(console, self.desk, number, each))
        if left := len(items) - len(complete):
            console.say(f"({count_of(left, 'other')} must be looked at one by one)")
        typed = self._ask(items[0]).answer(
            "Enter takes them; numbers leave some out, as 2 5; b goes back: "
        )
        if not set(typed) <= set("0123456789, "):
            return "again"
        out = {int(number) for number in typed.replace(",", " ").split()}
        chosen = [each for number, each in enumerate(complete, 1) if number not in out]
        if not chosen:
            return "again"
        step = take_together(self.desk, chosen)
        return self._write(step, "taken", len(chosen))

    # What is typed

    def _ask(self, item: Item) -> FieldQuestions:
        return FieldQuestions(self.console, self.desk, item)

    # What came of it

    def summary(self, command: str, rest: str) -> Iterator[str]:
        """What was decided, what is left, and the command to go on with."""
        counts = [
            f"{number} {verb}"
            for verb in ("taken", "put aside")
            if (number := sum(made.number for made in self.steps if made.verb == verb))
        ]
        left = len(self.desk.undecided) + len(self.desk.nameless)
        if later := [item for item in self.desk.undecided if item.key in self.later]:
            counts.append(f"{len(later)} left for later")
        if counts:
            yield f"{join_words(counts)}."
        if left:
            yield f"{count_of(left, 'decision')} left. To go on: {command} decide {rest}"
        elif self.desk.proposed:
            offered = count_of(len(self.desk.proposed), "proposal")
            yield f"Nothing is undecided; {offered} that no sheet has: {command} decide {rest}"
            yield f"Next: {command} check {rest}"
        elif open_still := [*_left_open(self.desk)]:
            found = count_of(len(open_still), "problem")
            yield f"Nothing is left to decide, but a strict check has {found}: {command} check {rest} --strict"
        else:
            yield f"Nothing is left to decide. Next: {command} check {rest}"

    _keys: ClassVar[Mapping[str, Callable[..., Then]]] = {
        "e": _change,
        "+": _add_field,
        "a": _aside,
        "k": _other_kind,
        "l": _put_off,
        "u": _undo,
        "?": _help,
        "h": _help,
        "c": _context,
        "y": _yaml,
        "E": _editor,
        "T": _all_of_kind,
        "S": _all_of_sentence,
        "q": _quit,
    }


def _left_open(desk: Desk) -> Iterator[Problem]:
    for problem in desk.checked.problems:
        if is_refused([problem], strict=True):
            yield problem


def _names(item: Item) -> list[str]:
    return [each.written for each in described_fields(item.kind)]


def _id_of(item: Item, fields: Mapping[str, SheetValue]) -> str:
    return to_typed(fields.get("id")) or item.id
