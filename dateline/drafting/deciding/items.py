"""What is left to decide in a briefing, as an editor goes through it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from textwrap import shorten
from typing import Any, Final

from dateline.checking import Checked, check_briefing
from dateline.checking.basis.cells import passage_of
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.coverage.coverage import Finding
from dateline.drafting.deciding.naming_others import without_reference
from dateline.drafting.deciding.open_findings import open_findings
from dateline.drafting.proposing.draft import BriefingDraft
from dateline.drafting.proposing.known_names import lent_fields
from dateline.drafting.proposing.proposal import Proposal
from dateline.drafting.sheets.edits import DECIDE, Sheet
from dateline.drafting.sheets.layout import LaidList, LaidMapping, SheetValue, lay_out
from dateline.facts.article import Span
from dateline.facts.kinds import SHEETS, Kind
from dateline.facts.phrasing import capitalise
from dateline.facts.undecided import Undecided
from dateline.frozen import dataclass
from dateline.problems import Position
from dateline.reading.content import ARTICLE
from dateline.reading.encoding import decode
from dateline.reading.front_matter import split_article

# Those whom others name come first within a sentence.
_ORDER: Final = (
    Kind.PERSON,
    Kind.ORGANISATION,
    Kind.PLACE,
    Kind.EVENT,
    Kind.FIGURE,
    Kind.QUOTATION,
    Kind.SOURCE,
)
# Of the words by which a record without a title is called.
_LONGEST: Final = 70
# Two records with the same of all these are one.
_SAME: Final = ("title", "date", "expected", "value", "unit", "words", "name", "evidence")
NAMED: Final = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A record to decide on; `kind` is None for the front matter, whose `id` is empty.

    `fields` are all that it has but its id and `decide:`, None where nothing is written yet. `asks` are
    the fields to look at. `block` and `sentence` say where it is in the article, with the words that it is
    made of at `marks`; both are None where its words are not found. What is `proposed` is in no sheet:
    it is added when it is taken. `lent` are fields that the site's own sheet has, so that it may lack them.
    """

    kind: Kind | None
    id: str
    sheet: str
    line: int | None
    fields: Mapping[str, SheetValue]
    asks: tuple[str, ...]
    block: int | None = None
    sentence: tuple[int, int] | None = None
    marks: tuple[Span, ...] = ()
    proposed: bool = False
    sure: bool = False
    lent: frozenset[str] = frozenset()

    @property
    def called(self) -> str:
        """What it is called in lists: its title, label, name or words, or else what it rests on."""
        names = ("title", "label", "name", "words")
        found = (value for name in names if isinstance(value := self.fields.get(name), str))
        return next(found, None) or _described(self.fields) or self.id

    @property
    def key(self) -> tuple[str, str]:
        return self.sheet, self.id


@dataclass(frozen=True)
class Desk:
    """A draft with what the checks say of it as it is, and its items."""

    draft: BriefingDraft

    @cached_property
    def checked(self) -> Checked:
        draft = self.draft
        return check_briefing(draft.briefing, today=draft.today, site_language=draft.language)

    @property
    def items(self) -> tuple[Item, ...]:
        return (*self.undecided, *self.proposed)

    @cached_property
    def undecided(self) -> tuple[Item, ...]:
        """The front matter, then the records of the sheets, in reading order of the article."""
        return (*self._front(), *sorted(self._in_sheets(), key=_place))

    @cached_property
    def proposed(self) -> tuple[Item, ...]:
        """What the article has and no sheet, in reading order."""
        return tuple(sorted(self._in_no_sheet(), key=_place))

    @property
    def decided(self) -> int:
        """How many facts there are, and words put aside."""
        return len(self.draft.briefing.facts) + len(self.draft.briefing.waived)

    @property
    def nameless(self) -> tuple[Position, ...]:
        """Where records are that have no id, so that nothing can be decided on them."""
        return tuple(each.position for each in self.draft.briefing.undecided if not each.id)

    def sheet(self, name: str) -> Sheet:
        return Sheet(name=name, data=self.draft.folder.files.get(name))

    def cell(self, item: Item) -> str:
        """The row and the column of what is in a table; empty for anything else."""
        tables = self.checked.passages.tables
        cell = passage_of(item.block, tables) if item.block in tables.by_block else None
        return capitalise(cell.called) if cell else ""

    def _front(self) -> Iterator[Item]:
        text, _ = decode(self.draft.folder.files[ARTICLE], ARTICLE)
        parts = text and split_article(text)
        root = lay_out(parts[0].content) if isinstance(parts, tuple) else None
        if isinstance(root, LaidMapping) and root.field(DECIDE):
            fields = root.value
            asks = tuple(_texts(fields.pop(DECIDE)))
            yield Item(kind=None, id="", sheet=ARTICLE, line=1, fields=fields, asks=asks)

    def _in_sheets(self) -> Iterator[Item]:
        undecided = {each.id: each for each in self.draft.briefing.undecided if each.id}
        for name in SHEETS:
            for line, record in _records(self.sheet(name)):
                found = undecided.get(str(record.get("id")))
                if found and DECIDE in record:
                    yield self._item_of(found, name, line, record)

    def _item_of(self, undecided: Undecided, name: str, line: int, record: dict[str, Any]) -> Item:
        spans = [
            spans[0]
            for passage in undecided.passages
            if (spans := self.checked.passages.find(passage))
        ]
        return Item(
            kind=undecided.kind,
            id=undecided.id or "",
            sheet=name,
            line=line,
            fields={field: record[field] for field in record if field not in ("id", DECIDE)},
            asks=undecided.asks,
            lent=self._lent(undecided.id or ""),
            **self._where(spans, self._made_of(undecided)),
        )

    def _lent(self, own: str) -> frozenset[str]:
        draft = self.draft
        return frozenset(lent_fields(draft.folder.shared, own, draft.briefing.front.published))

    def _made_of(self, undecided: Undecided) -> Sequence[Span]:
        findings = self.checked.coverage
        return [finding.span for finding in findings if undecided in proposals_of(finding)]

    def _in_no_sheet(self) -> Iterator[Item]:
        aside = {waiver.words for waiver in self.draft.briefing.waived}
        every = [each for each in self.draft.propose() if not self._is_there(each)]
        gone = {
            each.id for each in every if each.kind in NAMED and aside & {*names_of(each.fields)}
        }
        proposals = [each for each in every if each.id not in gone]
        left = open_findings(self.draft.briefing, self.checked, proposals)
        for proposal in (*proposals, *left):
            changed = without_reference(proposal.kind, proposal.fields, gone)
            yield Item(
                kind=proposal.kind,
                id=proposal.id,
                sheet=proposal.kind.sheet,
                line=None,
                fields={**proposal.fields, **changed},
                asks=tuple(proposal.asks),
                proposed=True,
                lent=self._lent(proposal.id),
                sure=proposal.sure,
                **self._where([proposal.span]),
            )

    def _is_there(self, proposal: Proposal) -> bool:
        """Whether a sheet has it, undecided: under another id, with the same words and the same evidence."""
        own = {name: proposal.fields.get(name) for name in _SAME}
        return any(
            item.kind is proposal.kind and {name: item.fields.get(name) for name in _SAME} == own
            for item in self.undecided
        )

    def _where(self, spans: Sequence[Span], own: Sequence[Span] = ()) -> dict[str, Any]:
        """The place of what rests on these spans, of which its `own` words are the ones to look at."""
        if not spans:
            return {}
        first = min(spans, key=lambda span: (span.block, span.start))
        text = self.draft.briefing.article.blocks[first.block].text
        here = [span for span in spans if span.block == first.block]
        whole = Span(block=first.block, start=first.start, end=max(span.end for span in here))
        within = [span for span in own if any(_holds(outer, span) for outer in here)]
        marks = tuple(within or here)
        return {"block": first.block, "sentence": sentences_around(text, whole), "marks": marks}


def proposals_of(finding: Finding) -> Sequence[Undecided]:
    """The proposals that say what the finding itself says, and not only its unit."""
    fields = dict(finding.fields)
    own = {fields["value"]} if "value" in fields else {*finding.readings, finding.text}
    return [each for each in finding.undecided if own & each.texts]


def _holds(outer: Span, inner: Span) -> bool:
    return outer.block == inner.block and outer.start <= inner.start and inner.end <= outer.end


def _place(item: Item) -> tuple[Any, ...]:
    """By the sentence in which it begins, then by its kind; what is not found comes last."""
    rank = _ORDER.index(item.kind) if item.kind in _ORDER else len(_ORDER)
    if item.block is None or item.sentence is None:
        return (1, item.sheet, item.line or 0)
    return (0, item.block, item.sentence[0], rank, item.marks[0].start, item.line or 0)


def _records(sheet: Sheet) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a sheet that was read, each with the line on which it begins."""
    text, _ = decode(sheet.data or b"", sheet.name)
    root = lay_out(text.content) if text else None
    if text is None or not isinstance(root, LaidMapping):
        return
    for field in root.fields:
        for item in field.node.items if isinstance(field.node, LaidList) else ():
            if isinstance(item, LaidMapping):
                yield text.position(item.start).line, item.value


def _texts(value: SheetValue) -> list[str]:
    if value is None or isinstance(value, str):
        return [value] if value else []
    return [str(part) for part in value]


def _described(fields: Mapping[str, SheetValue]) -> str:
    """A record without a title: its value, or when it is, and the words or the cell that it rests on."""
    expected = fields.get("expected")
    when = expected.get("window") if isinstance(expected, Mapping) else fields.get("date")
    amount = " ".join(_texts(fields.get("value")) + _texts(fields.get("unit")))
    evidence = fields.get("evidence")
    if isinstance(evidence, Mapping):
        said = ", ".join(_texts([*evidence.values()]))
    else:
        said = " … ".join(
            f"“{shorten(each, _LONGEST, placeholder=' …')}”" for each in _texts(evidence)
        )
    return ": ".join(filter(None, (amount or str(when or ""), said)))


def names_of(fields: Mapping[str, SheetValue]) -> Sequence[str]:
    """What somebody or something is called in a record."""
    return [*_texts(fields.get("name")), *_texts(fields.get("aliases"))]
