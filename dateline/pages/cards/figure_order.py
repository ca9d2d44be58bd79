"""The order of figures on their page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from dateline.facts.briefing import Briefing
from dateline.facts.records import Figure, Weight
from dateline.pages.cards.figure_words import PLANNED
from dateline.pages.operands import figures_with_cards


def as_on_the_page(briefing: Briefing) -> Iterator[Figure]:
    """Group by group, what is planned after what is; in each part those without a card come last."""
    cards = {figure.id for figure in figures_with_cards(briefing)}
    for group in (*(group.id for group in briefing.groups), None):
        inside = [figure for figure in briefing.figures if figure.group == group]
        for part in split_planned(inside):
            for block in side_by_side([figure for figure in part if figure.id in cards]):
                yield from block
            yield from (figure for figure in part if figure.id not in cards)


def by_weight(figures: Iterable[Figure]) -> list[Figure]:
    """Those that weigh most first, else in the order of the sheet."""
    order = list(Weight)
    return sorted(figures, key=lambda figure: order.index(figure.weight))


def split_planned(figures: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """What is, and what is planned."""
    return (
        [figure for figure in figures if figure.kind not in PLANNED],
        [figure for figure in figures if figure.kind in PLANNED],
    )


def side_by_side(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Those that are compared with each other, and one list of all others, as in the sheet."""
    clusters = _clusters(figures)
    places = {figure.id: place for place, figure in enumerate(figures)}
    alone = [figure for cluster in clusters if len(cluster) == 1 for figure in cluster]
    blocks = [cluster for cluster in clusters if len(cluster) > 1] + ([alone] if alone else [])
    return sorted(blocks, key=lambda block: places[block[0].id])


def _clusters(figures: Sequence[Figure]) -> list[list[Figure]]:
    """The figures, those together of which one is compared with another."""
    compared = _compared(figures)
    clusters: dict[str, list[Figure]] = {}  # by the last figure of each, and in that order
    home: dict[str, str] = {}
    for figure in figures:
        near = {home[other] for other in compared[figure.id] if other in home}
        linked = [clusters.pop(last) for last in [*clusters] if last in near] if near else []
        clusters[figure.id] = [*chain.from_iterable(linked), figure]
        home.update((member.id, figure.id) for member in clusters[figure.id])
    return list(clusters.values())


def _compared(figures: Iterable[Figure]) -> Mapping[str, set[str]]:
    """The figures that each is compared with, whichever of the two says so, by id."""
    found: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        for comparison in figure.compare:
            found[figure.id].add(comparison.to)
            found[comparison.to].add(figure.id)
    return found
