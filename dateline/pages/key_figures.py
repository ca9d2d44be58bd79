"""The key figures: numbers by group, what is aimed at apart from what is; then the key people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.facts.chronology import order_dates
from dateline.facts.dates import CivilDate, show_civil
from dateline.facts.phrasing import count_of, join_words
from dateline.facts.records import Figure
from dateline.pages.addresses import Here
from dateline.pages.cards.figure_card import KINDS, PLANNED, FigureCard, figure_card
from dateline.pages.cards.name_cards import PersonCard, person_card
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
    """`unchecked` is how many figures nobody has yet held against a source, of how many there are."""

    shell: Shell
    summary: str
    groups: tuple[GroupBlock, ...]
    people: tuple[PersonCard, ...]
    checked: str
    downloads: Mapping[str, Link]


def plan_key_figures(edition: Edition) -> Page:
    """The page of key figures; a briefing without figures has none."""
    here = edition.here("key-figures")
    return Page(path=here.path, template="key-figures.html.j2", context=key_figures(edition, here))


def key_figures(edition: Edition, here: Here) -> KeyFiguresContext:
    """The key figures for any page that holds them, with links from `here`."""
    briefing = edition.briefing
    summary = summarise(briefing.figures)
    files = downloads(edition, here, "figures")
    return KeyFiguresContext(
        shell=briefing_shell(
            edition,
            here,
            title="Key figures",
            description=summary,
            graph=(structured.dataset(edition, here, files.values()),),
        ),
        summary=summary,
        groups=tuple(_groups(edition, here)),
        people=tuple(person_card(one, edition, here) for one in briefing.people),
        checked=_checked(briefing.figures),
        downloads=files,
    )


def _groups(edition: Edition, here: Here) -> Iterator[GroupBlock]:
    """The editor's groups in their order, then the figures that belong to none."""
    briefing = edition.briefing
    titles = {group.id: group.title for group in briefing.groups}
    for group in (*titles, None):
        inside = [one for one in briefing.figures if one.group == group]
        if inside:
            yield GroupBlock(
                id=f"group_{group}" if group else "group_",
                title=titles[group] if group else _untitled(titles),
                figures=_cards([one for one in inside if one.kind not in PLANNED], edition, here),
                planned=_cards([one for one in inside if one.kind in PLANNED], edition, here),
            )


def _untitled(titles: dict[str, str]) -> str:
    return "Other figures" if titles else "The numbers"


def _cards(figures: Sequence[Figure], edition: Edition, here: Here) -> tuple[FigureCard, ...]:
    return tuple(figure_card(one, edition, here) for one in figures)


def summarise(figures: Sequence[Figure]) -> str:
    """What the page holds: "8 figures that hold for … to …: 6 estimates, 1 measured, 1 target"."""
    counts = Counter(KINDS[one.kind].lower() for one in figures)
    kinds = [_kind_count(number, kind) for kind, number in counts.items()]
    return f"{count_of(len(figures), 'figure')}{_reach(figures)}: {join_words(kinds)}."


_PLURALS = {"official claim": "official claims", "estimate": "estimates", "target": "targets",
            "legal limit": "legal limits"}  # fmt: skip


def _kind_count(number: int, kind: str) -> str:
    return f"{number} {_PLURALS.get(kind, kind) if number > 1 else kind}"


def _reach(figures: Sequence[Figure]) -> str:
    """The time that the figures speak of, from the first date to the last."""
    dates = order_dates(when for one in figures if (when := one.period or one.as_of))
    starts, ends = [one.start for one in dates if one.start], [one.end for one in dates if one.end]
    if not starts or not ends:
        return ""
    return f" from {show_civil(starts[0])} to {show_civil(max(ends, key=_last_day))}"


def _last_day(civil: CivilDate) -> date:
    return civil.last_day


def _checked(figures: Sequence[Figure]) -> str:
    done = sum(one.checked is not None for one in figures)
    return f"{done} of {len(figures)} figures have been held against their source by a person."
