"""The key figures: numbers by group, what is aimed at apart from what is; then the key people."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.facts.phrasing import capitalise
from dateline.facts.records import Figure, FigureKind
from dateline.pages.addresses import Here
from dateline.pages.cards.figure_card import KIND_WORDS, PLANNED, FigureCard, figure_card
from dateline.pages.cards.provenance import name_links
from dateline.pages.data.files import downloads
from dateline.pages.edition import Edition
from dateline.pages.inline import Link
from dateline.pages.machines import structured
from dateline.pages.shell import Page, Shell, briefing_shell
from dateline.words import _, all_of, deferred, ngettext, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupBlock:
    """Figures under one heading; `planned` are targets, agreements and limits, never measured.

    `planned_title` names their kinds.
    """

    id: str
    title: str
    figures: tuple[FigureCard, ...]
    planned: tuple[FigureCard, ...]
    planned_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFiguresContext:
    shell: Shell
    summary: str
    groups: tuple[GroupBlock, ...]
    people: tuple[Link, ...]
    checked: str
    downloads: Mapping[str, Link]


def plan_key_figures(edition: Edition) -> Page:
    briefing, here = edition.briefing, edition.here("key-figures")
    files = downloads(edition, here, "key-figures")
    context = KeyFiguresContext(
        shell=briefing_shell(
            edition,
            here,
            title=_("Key figures"),
            description=_("The numbers of “%(title)s”.", title=briefing.front.title),
            graph=(structured.dataset(edition, here, files.values()),),
        ),
        summary=summarise(briefing.figures),
        groups=tuple(_groups(edition, here)),
        people=name_links((person.id for person in briefing.people), edition, here),
        checked=checks(briefing.figures),
        downloads=files,
    )
    return Page(path=here.path, template="key-figures.html.j2", context=context)


def _groups(edition: Edition, here: Here) -> Iterator[GroupBlock]:
    briefing = edition.briefing
    titles = {group.id: group.title for group in briefing.groups}
    untitled = _("Other figures") if titles else _("The numbers")
    for group in (*titles, None):
        inside = [figure for figure in briefing.figures if figure.group == group]
        if inside:
            cards = [(figure_card(figure, edition, here), figure.kind) for figure in inside]
            yield GroupBlock(
                id=f"group_{group or ''}",
                title=titles[group] if group else untitled,
                figures=tuple(card for card, kind in cards if kind not in PLANNED),
                planned=tuple(card for card, kind in cards if kind in PLANNED),
                planned_title=_planned_title(inside),
            )


def _planned_title(figures: Sequence[Figure]) -> str:
    """The kinds of what is planned, in words: "Agreed and legal limit"."""
    kinds = dict.fromkeys(figure.kind for figure in figures if figure.kind in PLANNED)
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
