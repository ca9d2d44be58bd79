"""The key figures: numbers by group, what is aimed at apart from what is; then the key people."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.facts.dates import show_civil, sort_key
from dateline.facts.phrasing import count_of, join_words
from dateline.facts.records import Figure, FigureKind
from dateline.pages.addresses import Here
from dateline.pages.cards.figure_card import PLANNED, FigureCard, figure_card
from dateline.pages.cards.name_cards import NamedCard, named_card
from dateline.pages.data.files import downloads
from dateline.pages.edition import Edition
from dateline.pages.inline import Link
from dateline.pages.machines import structured
from dateline.pages.shell import Page, Shell, briefing_shell


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupBlock:
    """Figures under one heading; `planned` are targets, agreements and limits, never measured."""

    id: str
    title: str
    figures: tuple[FigureCard, ...]
    planned: tuple[FigureCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFiguresContext:
    shell: Shell
    summary: str
    groups: tuple[GroupBlock, ...]
    people: tuple[NamedCard, ...]
    checked: str
    downloads: Mapping[str, Link]


def plan_key_figures(edition: Edition) -> Page:
    briefing, here = edition.briefing, edition.here("key-figures")
    summary = summarise(briefing.figures)
    files = downloads(edition, here, "key-figures")
    context = KeyFiguresContext(
        shell=briefing_shell(
            edition,
            here,
            title="Key figures",
            description=summary,
            graph=(structured.dataset(edition, here, files.values()),),
        ),
        summary=summary,
        groups=tuple(_groups(edition, here)),
        people=tuple(named_card(person, edition, here) for person in briefing.people),
        checked=_checked(briefing.figures),
        downloads=files,
    )
    return Page(path=here.path, template="key-figures.html.j2", context=context)


def _groups(edition: Edition, here: Here) -> Iterator[GroupBlock]:
    briefing = edition.briefing
    titles = {group.id: group.title for group in briefing.groups}
    untitled = "Other figures" if titles else "The numbers"
    for group in (*titles, None):
        inside = [figure for figure in briefing.figures if figure.group == group]
        if inside:
            cards = [(figure_card(figure, edition, here), figure.kind) for figure in inside]
            yield GroupBlock(
                id=f"group_{group or ''}",
                title=titles[group] if group else untitled,
                figures=tuple(card for card, kind in cards if kind not in PLANNED),
                planned=tuple(card for card, kind in cards if kind in PLANNED),
            )


def summarise(figures: Sequence[Figure]) -> str:
    """What the page holds: "8 figures from … to …: 6 estimates, 1 measured and 1 target"."""
    counts = Counter(figure.kind for figure in figures)
    kinds = [
        count_of(number, kind, "" if kind in _NOUNS else kind) for kind, number in counts.items()
    ]
    return f"{count_of(len(figures), 'figure')}{_reach(figures)}: {join_words(kinds)}."


# Kinds with a plural; "measured" and "agreed" are the same for one and for many.
_NOUNS = frozenset(FigureKind) - {FigureKind.MEASURED, FigureKind.AGREED}


def _reach(figures: Sequence[Figure]) -> str:
    known = [figure for figure in figures if figure.kind is not FigureKind.FORECAST]
    dates = sorted((figure.when for figure in known if figure.when), key=sort_key)
    starts = [date.start for date in dates if date.start]
    ends = [date.end for date in dates if date.end]
    if not starts or not ends or 2 * len(dates) < len(known):
        return ""
    first, last = show_civil(starts[0]), show_civil(max(ends, key=lambda end: end.last_day))
    return f" from {first} to {last}" if first != last else f" of {last}"


def _checked(figures: Sequence[Figure]) -> str:
    done = sum(figure.checked is not None for figure in figures)
    return f"{done} of {len(figures)} figures have been held against their source by a person."
