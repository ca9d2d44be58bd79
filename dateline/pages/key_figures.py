"""The key figures: numbers by group, what is aimed at apart from what is; then the key people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from dateline.drawing.bars import Bar
from dateline.facts.phrasing import capitalise
from dateline.facts.records import Figure, FigureKind
from dateline.frozen import dataclass
from dateline.pages.addresses import Here
from dateline.pages.cards.compared import ComparisonLine, compared_bars, comparison_lines
from dateline.pages.cards.figure_card import FigureCard, figure_card
from dateline.pages.cards.figure_order import side_by_side, split_planned
from dateline.pages.cards.figure_words import KIND_WORDS
from dateline.pages.cards.provenance import SourceLine, but_usual, name_links, usual_sources
from dateline.pages.data.files import downloads
from dateline.pages.edition import Edition
from dateline.pages.inline import Link
from dateline.pages.machines import structured
from dateline.pages.machines.oembed import Embed, embed_of_sheet
from dateline.pages.numeral import fit_of_row
from dateline.pages.operands import figures_with_cards
from dateline.pages.shell import Page, Shell, briefing_shell
from dateline.words import _, all_of, deferred, ngettext, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """Cards side by side, whose numbers are of one size."""

    figures: tuple[FigureCard, ...]

    @property
    def fit(self) -> str:
        return fit_of_row(card.value for card in self.figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureBlock:
    """Cards in rows; of figures that are compared also `comparisons`, and `bars` to one scale."""

    figures: tuple[FigureCard, ...]
    comparisons: tuple[ComparisonLine, ...] = ()
    bars: tuple[Bar, ...] = ()

    @property
    def rows(self) -> tuple[FigureRow, ...]:
        """A card with several other values has a row to itself: it is far higher than those beside it."""
        runs = groupby(self.figures, key=lambda card: card.id if len(card.rivals) > 1 else "")
        return tuple(FigureRow(figures=tuple(cards)) for _id, cards in runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupBlock:
    """Figures under one heading; `planned` are targets, agreements and limits, never measured.

    `planned_title` names their kinds; it is empty in a group of one card. A group of `half` the width
    stands beside another of one card.
    """

    id: str
    title: str
    measured: tuple[FigureBlock, ...]
    planned: tuple[FigureBlock, ...]
    planned_title: str
    half: bool = False

    @property
    def cards(self) -> tuple[FigureCard, ...]:
        return tuple(card for block in (*self.measured, *self.planned) for card in block.figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFiguresContext:
    """`usual` is where most of the figures come from that are not in the article, said once for all of them."""

    shell: Shell
    summary: str
    usual: tuple[SourceLine, ...]
    groups: tuple[GroupBlock, ...]
    people: tuple[Link, ...]
    downloads: Mapping[str, Link]
    embed: Embed | None


def plan_key_figures(edition: Edition) -> Page:
    briefing, here = edition.briefing, edition.here("key-figures")
    files = downloads(edition, here, "key-figures")
    figures = figures_with_cards(briefing)
    usual = usual_sources(figures, edition, here)
    context = KeyFiguresContext(
        shell=briefing_shell(
            edition,
            here,
            title=_("Key figures"),
            description=_("The numbers of “%(title)s”.", title=briefing.front.title),
            graph=(structured.dataset(edition, here, files.values()),),
        ),
        summary=" ".join(filter(None, (summarise(figures), checks(figures)))),
        usual=usual,
        groups=tuple(pair_up(_groups(edition, here, usual))),
        people=name_links((person.id for person in briefing.people), edition, here),
        downloads=files,
        embed=embed_of_sheet("key-figures", edition),
    )
    return Page(path=here.path, template="key-figures.html.j2", context=context)


def _groups(edition: Edition, here: Here, usual: tuple[SourceLine, ...]) -> Iterator[GroupBlock]:
    briefing = edition.briefing
    titles = {group.id: group.title for group in briefing.groups}
    untitled = _("Other figures") if titles else _("The numbers")
    for group in (*titles, None):
        inside = [figure for figure in figures_with_cards(briefing) if figure.group == group]
        if inside:
            measured, planned = split_planned(inside)
            yield GroupBlock(
                id=f"group_{group or ''}",
                title=titles[group] if group else untitled,
                measured=_blocks(measured, edition, here, usual),
                planned=_blocks(planned, edition, here, usual),
                planned_title=_planned_title(planned) if len(inside) > 1 else "",
            )


def pair_up(groups: Iterable[GroupBlock]) -> Iterator[GroupBlock]:
    """Two groups of one card each that follow each other have half the width each."""
    waiting: GroupBlock | None = None
    for group in groups:
        is_small = len(group.cards) == 1
        if waiting and is_small:
            yield from (replace(waiting, half=True), replace(group, half=True))
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = group if is_small else None
        if not is_small:
            yield group
    if waiting:
        yield waiting


def _blocks(
    figures: Sequence[Figure], edition: Edition, here: Here, usual: tuple[SourceLine, ...]
) -> tuple[FigureBlock, ...]:
    return tuple(_block(block, edition, here, usual) for block in side_by_side(figures))


def _block(
    figures: Sequence[Figure], edition: Edition, here: Here, usual: tuple[SourceLine, ...]
) -> FigureBlock:
    ids = {figure.id for figure in figures}
    shown = (figure_card(figure, edition, here, beside=ids) for figure in figures)
    cards = tuple(replace(card, provenance=but_usual(card.provenance, usual)) for card in shown)
    if not any(comparison.to in ids for figure in figures for comparison in figure.compare):
        return FigureBlock(figures=cards)
    return FigureBlock(
        figures=cards,
        comparisons=tuple(
            line for figure in figures for line in comparison_lines(figure, ids, edition, here)
        ),
        bars=compared_bars(figures, edition.briefing),
    )


def _planned_title(figures: Sequence[Figure]) -> str:
    """The kinds of what is planned, in words: "Agreed and legal limit"."""
    kinds = dict.fromkeys(figure.kind for figure in figures)
    return capitalise(all_of(_(KIND_WORDS[kind]) for kind in kinds))


def summarise(figures: Sequence[Figure]) -> str:
    """What most of them are: "Seven figures, most of them estimates"; empty for a mixture."""
    counts = Counter(figure.kind for figure in figures)
    number = capitalise(spoken().formats.in_words(len(figures)))
    for kind, sentence in _MOST.items():
        if 2 * counts[kind] > len(figures) > 1:
            return _(sentence, count=number)
    return ""


_MOST: Final = {
    FigureKind.ESTIMATE: deferred("%(count)s figures, most of them estimates."),
    FigureKind.MEASURED: deferred("%(count)s figures, most of them measured."),
}


def checks(figures: Sequence[Figure]) -> str:
    """How many of them a person has checked against their sources."""
    number, total = sum(figure.checked is not None for figure in figures), len(figures)
    if not number:
        return _("No figure has yet been checked by a person.")
    if number == total:
        return ngettext(
            "The figure has been checked by a person.",
            "All %(number)s figures have been checked by a person.",
            total,
        )
    return ngettext(
        "One of %(total)s figures has been checked by a person.",
        "%(number)s of %(total)s figures have been checked by a person.",
        number,
        total=total,
    )
