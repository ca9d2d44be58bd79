"""What the product's own checks would say of an item that is taken so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.checking import check_briefing
from dateline.drafting.deciding.item_fields import described_fields, model_of
from dateline.drafting.deciding.items import Desk, Item
from dateline.drafting.sheets.layout import LaidList, LaidMapping, SheetValue, lay_out
from dateline.drafting.sheets.sheet_text import SheetText
from dateline.drafting.sheets.step_journal import Step
from dateline.drafting.sheets.writing import write_field
from dateline.facts.kinds import Kind
from dateline.frozen import dataclass
from dateline.problems import Position, Problem, Rule
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder
from dateline.reading.encoding import SourceText, decode
from dateline.reading.validation import parse_record
from dateline.reading.yaml_tree import parse_tree

_MOST_NOTES: Final = 2


def missing_fields(item: Item, fields: dict[str, SheetValue]) -> list[str]:
    """The fields that must be filled in before the item can be taken."""
    return [
        field.written
        for field in described_fields(item.kind)
        if field.needed
        and field.written not in ("id", *item.lent)
        and fields.get(field.written) is None
    ]


def faults_of_value(kind: Kind | None, name: str, value: SheetValue) -> tuple[Problem, ...]:
    """What the reader would say of a single value, as it would be written."""
    text, refused = decode(f"{write_field(name, value, 0)}\n".encode(), "-")
    if text is None:
        return refused
    tree = parse_tree(text)
    parsed = parse_record(model_of(kind), tree.root, Position(path="-"))
    found = (problem for problem in parsed.problems if problem.rule != Rule.FIELD_MISSING)
    return (*refused, *tree.problems, *found)


def after_step(desk: Desk, step: Step) -> Folder:
    """The folder as it would be."""
    files = dict(desk.draft.folder.files)
    for change in step.changes:
        if change.after is None:
            files.pop(change.name, None)
        else:
            files[change.name] = change.after
    return replace(desk.draft.folder, files=files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What the checks would say of the whole folder after a step."""

    folder: Folder
    problems: tuple[Problem, ...]

    def of(self, item: Item, record_id: str | None = None) -> tuple[Problem, ...]:
        """The problems of an item’s record, under that id if it is another."""
        lines = _lines_of(self.folder, item, record_id or item.id)
        path = f"{self.folder.shown_as}/{item.sheet}"
        return tuple(
            problem
            for problem in self.problems
            if problem.position.path == path
            and problem.position.line in lines
            and problem.rule != Rule.DECIDE_OPEN
            and problem.severity != "follow-up"
        )


def try_step(desk: Desk, step: Step) -> Trial:
    folder, draft = after_step(desk, step), desk.draft
    briefing, problems = parse_briefing(folder)
    if briefing is None:
        return Trial(folder=folder, problems=problems)
    # What texts say is judged only in a briefing that has nothing undecided.
    checked, whole = (
        check_briefing(each, today=draft.today, site_language=draft.language)
        for each in (briefing, replace(briefing, undecided=()))
    )
    claims = [problem for problem in whole.problems if problem.rule.startswith("claim.")]
    found = dict.fromkeys((*problems, *checked.problems, *claims))
    return Trial(folder=folder, problems=tuple(found))


def objections(
    desk: Desk, item: Item, step: Step, record_id: str | None = None
) -> tuple[Problem, ...]:
    """The problems of the record that the step would make of the item, under that id if it is another."""
    return try_step(desk, step).of(item, record_id)


def _lines_of(folder: Folder, item: Item, own_id: str) -> range:
    """The lines of the record in its sheet; those of the front matter are all before the text."""
    text = SheetText.of(folder.files[item.sheet])
    source = SourceText(item.sheet, text.content)
    if item.kind is None:
        end = text.content.index("\n---", 3)
        return range(1, source.position(end).line + 1)
    for start, end, record_id in _records(text):
        if record_id == own_id:
            return range(source.position(start).line, source.position(end).line + 1)
    return range(0)


def _records(text: SheetText) -> Iterator[tuple[int, int, SheetValue]]:
    root = lay_out(text.content)
    for field in root.fields if isinstance(root, LaidMapping) else ():
        for record in field.node.items if isinstance(field.node, LaidList) else ():
            if isinstance(record, LaidMapping):
                yield record.start, record.end, record.value.get("id")


def in_words(problems: Sequence[Problem]) -> list[str]:
    """Each problem in a sentence, with what it is compared with."""
    return ["; ".join(filter(None, (each.found, each.fix, *_notes(each)))) for each in problems]


def _notes(problem: Problem) -> Iterator[str]:
    yield from [*dict.fromkeys(related.note for related in problem.related)][:_MOST_NOTES]


def waiver_for(problem: Problem, why: str) -> dict[str, SheetValue] | None:
    """The waiver of a check that does not apply, as `waive:` has it; None if it cannot be waived."""
    if "waive:" not in problem.fix:
        return None
    words = {"words": problem.about} if problem.rule.startswith("claim.") and problem.about else {}
    return {"check": str(problem.rule), **words, "why": why}


def with_waivers(
    fields: Mapping[str, SheetValue], problems: Sequence[Problem], why: str
) -> SheetValue:
    """What `waive:` has with a waiver for each of these: one alone, or a list."""
    had = fields.get("waive")
    before = [] if had is None else [had] if isinstance(had, str | Mapping) else [*had]
    waivers = [*before, *(waiver_for(problem, why) for problem in problems)]
    return waivers[0] if len(waivers) == 1 else waivers
