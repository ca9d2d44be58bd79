"""The order of figures on their page."""

from collections.abc import Iterator, Sequence

from dateline.checking.derived.operands import figures_with_cards
from dateline.facts.briefing import Briefing
from dateline.facts.records import Figure
from dateline.pages.cards.figure_words import PLANNED


def as_on_the_page(briefing: Briefing) -> Iterator[Figure]:
    """Group by group, what is planned after what is; in each part those without a card come last."""
    cards = {figure.id for figure in figures_with_cards(briefing)}
    for group in (*(group.id for group in briefing.groups), None):
        inside = [figure for figure in briefing.figures if figure.group == group]
        for part in split_planned(inside):
            for block in side_by_side([figure for figure in part if figure.id in cards]):
                yield from block
            yield from (figure for figure in part if figure.id not in cards)


def split_planned(figures: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """What is, and what is planned."""
    return (
        [figure for figure in figures if figure.kind not in PLANNED],
        [figure for figure in figures if figure.kind in PLANNED],
    )


def side_by_side(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Those that are compared with each other, and one list of all others, as in the sheet."""
    clusters = _clusters(figures)
    alone = [figure for cluster in clusters if len(cluster) == 1 for figure in cluster]
    blocks = [cluster for cluster in clusters if len(cluster) > 1] + ([alone] if alone else [])
    return sorted(blocks, key=lambda block: figures.index(block[0]))


def _clusters(figures: Sequence[Figure]) -> list[list[Figure]]:
    """The figures, those together of which one is compared with another."""
    clusters: list[list[Figure]] = []
    for figure in figures:
        linked = [
            cluster for cluster in clusters if any(compares(figure, member) for member in cluster)
        ]
        clusters = [cluster for cluster in clusters if cluster not in linked]
        clusters.append([*(member for cluster in linked for member in cluster), figure])
    return clusters


def compares(figure: Figure, other: Figure) -> bool:
    return any(
        comparison.to == target.id
        for source, target in ((figure, other), (other, figure))
        for comparison in source.compare
    )
