"""What a decision makes of the sheets: new texts of those that it changes, and nothing on the disk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.checking.basis.evidence import ArticleText
from dateline.checking.coverage.coverage import FACT_KINDS_FOR, Finding
from dateline.checking.coverage.stubs import choose_passage
from dateline.drafting.deciding.items import NAMED, Desk, Item, names_of, proposals_of
from dateline.drafting.deciding.naming_others import without_reference
from dateline.drafting.deciding.other_kind import OtherKind, with_other_kind
from dateline.drafting.sheets import edits
from dateline.drafting.sheets.edits import Fields, Sheet
from dateline.drafting.sheets.layout import SheetValue
from dateline.drafting.sheets.renaming import rename_id
from dateline.drafting.sheets.step_journal import SheetChange, Step
from dateline.facts.kinds import SHEETS
from dateline.facts.records import Passage
from dateline.reading.content import ARTICLE

# With the signs around it.
_WORD: Final = re.compile(r"\S*\w\S*")
COVERAGE: Final = "coverage.yaml"


def take(desk: Desk, item: Item, fields: Fields) -> Step:
    """The item as a fact: with these fields, and an `id` if that is to be another.

    A field that is None is left out. Raises EditRefused.
    """
    label = f"taken: {_named(replace(item, id=str(fields.get('id') or item.id)))}"
    return take_all(desk, [(item, fields)], label)


def take_all(desk: Desk, taken: Iterable[tuple[Item, Fields]], label: str) -> Step:
    """Several items at once, in one step."""
    sheets = _all_sheets(desk)
    for item, fields in taken:
        sheets |= _taken(sheets, item, fields)
    return _step(desk, label, sheets)


def put_aside(desk: Desk, item: Item, why: str) -> Step:
    """The item is no fact: its record goes, and its words are in coverage.yaml with the reason."""
    sheets = _all_sheets(desk)
    for other in desk.undecided if item.kind in NAMED else ():
        if changed := without_reference(other.kind, other.fields, {item.id}):
            sheets[other.sheet] = edits.set_fields(sheets[other.sheet], other.id, changed)
    for passage in words_aside(desk, item):
        sheets[COVERAGE] = edits.add_waiver(sheets[COVERAGE], passage, why)
    if not item.proposed:
        sheets[item.sheet] = edits.remove_record(sheets[item.sheet], item.id)
    return _step(desk, f"put aside: {_named(item)}", sheets)


def make_other_kind(desk: Desk, item: Item, other: OtherKind) -> Step:
    """The item as something else, still undecided. Raises EditRefused."""
    sheets = with_other_kind(_all_sheets(desk), item, other)
    return _step(desk, f"made {other.words}: ‘{item.id}’", sheets)


def words_aside(desk: Desk, item: Item) -> list[dict[str, str]]:
    """The passages of coverage.yaml for an item that is put aside: what nothing else would cover."""
    article = desk.checked.passages
    found = [
        finding
        for finding in desk.checked.coverage
        if _is_of(finding, item) and not _others(desk, finding, item)
    ]
    if item.kind in NAMED:
        found = found[:1]
    passages = (_passage(finding, article) for finding in found)
    return list({tuple(passage.items()): passage for passage in passages}.values())


def _taken(sheets: Mapping[str, Sheet], item: Item, fields: Fields) -> dict[str, Sheet]:
    sheet = sheets[item.sheet]
    new_id = fields.get("id", item.id)
    assert isinstance(new_id, str)
    given = {name: value for name, value in fields.items() if name != "id"}
    if item.kind is None:
        changed = _changed(item, given) | {edits.DECIDE: None}
        return {sheet.name: edits.set_front(sheet, changed)}
    if item.proposed:
        record = {name: value for name, value in given.items() if value is not None}
        return {sheet.name: edits.add_record(sheet, item.kind.plural, {"id": new_id, **record})}
    taken = {sheet.name: edits.take(sheet, item.id, _changed(item, given))}
    if new_id != item.id:
        return taken | rename_id({**sheets, **taken}, item.id, new_id)
    return taken


def _changed(item: Item, fields: Fields) -> dict[str, SheetValue]:
    """What is another than in the sheet, and what is empty: its line goes."""
    whole = {**item.fields, **fields}
    return {
        name: value
        for name, value in whole.items()
        if value is None or value != item.fields.get(name)
    }


def _all_sheets(desk: Desk) -> dict[str, Sheet]:
    return {name: desk.sheet(name) for name in (COVERAGE, *SHEETS, ARTICLE)}


def _step(desk: Desk, label: str, sheets: Mapping[str, Sheet]) -> Step:
    """What is added comes before what is removed: coverage.yaml is the first of the sheets."""
    changed = [
        SheetChange.of(before, after)
        for name, after in sheets.items()
        if (before := desk.sheet(name)) != after
    ]
    return Step(label=label, changes=tuple(changed))


def _named(item: Item) -> str:
    return f"{item.kind} ‘{item.id}’" if item.kind else "the front matter"


# The words of what is put aside


def _is_of(finding: Finding, item: Item) -> bool:
    """Whether the finding is what the item would have been made of."""
    is_here = any(
        mark.block == finding.span.block
        and mark.start <= finding.span.start
        and finding.span.end <= mark.end
        for mark in item.marks
    )
    if item.proposed:
        return is_here and finding.verdict in ("open", "offered")
    # “Since 2006”, of which a record says what was in 2006, is read otherwise than its date.
    is_open = finding.verdict == "open" and item.kind in FACT_KINDS_FOR[finding.kind]
    return (is_here and is_open) or any(each.id == item.id for each in proposals_of(finding))


def _others(desk: Desk, finding: Finding, item: Item) -> Sequence[str | None]:
    """Those that would still have its words; a name is only in one that is called so."""
    others = {each.id for each in proposals_of(finding) if each.id != item.id}
    called = {each.id for each in desk.undecided if finding.text in names_of(each.fields)}
    return [*(others & called if item.kind in NAMED else others)]


def _passage(finding: Finding, article: ArticleText) -> dict[str, str]:
    """Its own words and no more, which would be put aside with them; beside others, if they recur."""
    chosen = choose_passage(finding, article)
    if chosen.words and len(chosen.words) > len(finding.text):
        alone = Passage(words=finding.text)
        chosen = alone if len(article.find(alone)) == 1 else _beside(finding, article)
    return dict(_written(chosen))


def _beside(finding: Finding, article: ArticleText) -> Passage:
    """The words with the fewest around them that tell them from the same words elsewhere."""
    text = article.blocks[finding.span.block][0].text
    before = _WORD.findall(text[: finding.span.start])
    after = _WORD.findall(text[finding.span.end :])
    for number in range(1, max(len(before), len(after)) + 1):
        for first, last in ((number, 0), (0, number), (number, number)):
            passage = Passage(
                words=finding.text,
                before=" ".join(before[-first:]) or None if first else None,
                after=" ".join(after[:last]) or None if last else None,
            )
            if len(article.find(passage)) == 1:
                return passage
    return Passage(words=finding.text)


def _written(passage: Passage) -> Iterator[tuple[str, str]]:
    for name in ("words", "before", "after", "row", "column", "table"):
        if text := getattr(passage, name):
            yield name, text
