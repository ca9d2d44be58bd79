"""Names that stand alone in the cells of a table, under a head that says what they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.checking import Checked
from dateline.checking.coverage.coverage import Finding
from dateline.checking.coverage.offers import Offer
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind
from dateline.facts.mentions import same_name
from dateline.facts.tables import tables_of
from dateline.language import FoundName

_HEADS: Final = (
    (
        Kind.PERSON,
        (
            "names?|players?|candidates?|commanders?|ministers?|mayors?|drivers?|riders?|skippers?|authors?|coach(?:es)?"
            "|officers?|owners?|artists?|winners?|leaders?|captains?|judges?|lawyers?|victims?|runners?|presidents?"
            "|governors?|directors?|managers?"
        ),
    ),
    (
        Kind.PLACE,
        (
            "districts?|towns?|city|cities|villages?|country|countries|regions?|provinces?|states?|county|counties|places?"
            "|ports?|stations?|municipality|municipalities|islands?|rivers?|areas?|locations?|venues?|constituency"
        ),
    ),
    (
        Kind.ORGANISATION,
        (
            "teams?|clubs?|party|parties|company|companies|organi[sz]ations?|firms?|banks?|airlines?|agency|agencies|body"
            "|bodies|unions?|schools?|universit(?:y|ies)|suppliers?|operators?|networks?|broadcasters?|makers?"
        ),
    ),
)
_KINDS: Final = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _HEADS)
_NAME: Final = re.compile(r"[^\W\d_][\w.’'&-]*(?: [\w.’'&-]+){0,5}")


def names_in_cells(checked: Checked, briefing: Briefing) -> Iterator[Offer]:
    """Those that are in no sheet and found nowhere else; a name of a person has two words or more."""
    known = {same_name(form) for each in briefing.named for form in (each.name, *each.aliases)}
    known |= {same_name(each.text) for each in checked.coverage if each.kind == "name"}
    for kind, block in _cells(briefing):
        name = " ".join(block.text.split())
        is_name = _NAME.fullmatch(name) and name[0].isupper() and not name.isupper()
        is_whole = kind is not Kind.PERSON or " " in name
        if is_name and is_whole and same_name(name) not in known:
            known.add(same_name(name))
            yield Offer(finding=_finding(name, block), times=1, kind=kind)


def _cells(briefing: Briefing) -> Iterator[tuple[Kind, Block]]:
    """The cells under such heads, those at the beginning of rows first."""
    blocks, firsts = briefing.article.blocks, {}
    cells = tables_of(briefing.article).cells
    for cell in cells:
        if cell.row is not None and cell.lead:
            firsts[cell.row] = cell.lead[0]
    pairs = [*firsts.items(), *((each.block, each.column) for each in cells)]
    for block, head in pairs:
        kind = _kind_under(blocks[head].text) if head is not None else None
        if kind:
            yield kind, blocks[block]


def _kind_under(head: str) -> Kind | None:
    return next((kind for kind, words in _KINDS if words.fullmatch(head.strip())), None)


def _finding(name: str, block: Block) -> Finding:
    found = FoundName(start=0, end=len(block.text), text=name, known=None)
    span = Span(block=block.number, start=0, end=len(block.text))
    return Finding(
        kind="name",
        found=found,
        text=name,
        span=span,
        position=block.position(),
        readings=(),
        fields=(),
    )
