"""By what two briefings have the same event or figure, where no editor says so.

Events are the same if the day and the title are. Figures are alike if kind, label, unit and time are: the value may
differ. But two towns may each have a “number of houses, 2024”, so that figures that are alike are the same only if
they name somebody or something in common (`FactMention.names`).
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Final

from dateline.checking.basis.references import references_in
from dateline.facts.briefing import Briefing
from dateline.facts.dates import edtf_text
from dateline.facts.kinds import Kind
from dateline.facts.mentions import FactMention, same_name
from dateline.facts.records import Event, Figure, Named
from dateline.facts.wording import Wording, even, find_words
from dateline.pages.cards.event_dates import is_one_day, when_in_line
from dateline.pages.cards.figure_values import value_before, values_where
from dateline.pages.cards.figure_words import time_of
from dateline.pages.edition import Edition
from dateline.patterns import compile_later
from dateline.words import _

# Letters of a digest that tell all facts of a site apart.
_LENGTH: Final = 12
_SHORT: Final = 6
_WORD: Final = compile_later(r"\w+")


def facts_of(edition: Edition) -> str:
    """A line for each event and figure, which another briefing may have as well."""
    mentions = (*_events(edition), *_figures(edition))
    return "\n".join(each.line for each in mentions)


def same_as_of(briefing: Briefing) -> str:
    """A line for each event and figure that an editor says another briefing has, without its value."""
    facts: tuple[Event | Figure, ...] = (*briefing.events, *briefing.figures)
    return "\n".join(
        FactMention(kind=fact.KIND, id=fact.id, same_as=fact.same_as, place=_place(fact)).line
        for fact in facts
        if fact.same_as
    )


def _events(edition: Edition) -> Iterator[FactMention]:
    for event in edition.briefing.events:
        likeness = ""
        if event.date and is_one_day(event.date) and not event.date.approximate:
            likeness = _digest("event", event.title, edtf_text(event.date))
        yield FactMention(
            kind=Kind.EVENT,
            id=event.id,
            likeness=likeness,
            same_as=event.same_as,
            value=when_in_line(event, edition),
            place=_place(event),
        )


def _figures(edition: Edition) -> Iterator[FactMention]:
    by_word = _names_by_word(edition)
    for figure in edition.briefing.figures:
        names = _names_in(figure, by_word, edition) if figure.when else ()
        unit = figure.unit or ""
        yield FactMention(
            kind=Kind.FIGURE,
            id=figure.id,
            likeness=_digest("figure", figure.kind, figure.label, unit, edtf_text(figure.when))
            if names and figure.when
            else "",
            names=names,
            same_as=figure.same_as,
            value=_value(figure, edition),
            place=_place(figure),
        )


def _place(fact: Event | Figure) -> str:
    return str(fact.origin.of("same_as")) if fact.same_as else ""


def _digest(*parts: str) -> str:
    plain = "\n".join(_plain(part) for part in parts)
    return sha256(plain.encode()).hexdigest()[:_LENGTH]


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().removesuffix(".").split())


NamesByWord = Mapping[str, Sequence[tuple[Wording, Named]]]


def _names_by_word(edition: Edition) -> NamesByWord:
    """The names and aliases of those whom a briefing names, by their first words."""
    found: dict[str, list[tuple[Wording, Named]]] = defaultdict(list)
    for named in edition.briefing.named:
        for name in (named.name, *named.aliases):
            if words := _WORD.findall(name):
                found[words[0]].append((even(name), named))
    return found


def _names_in(figure: Figure, by_word: NamesByWord, edition: Edition) -> tuple[str, ...]:
    """Those whom the label or the other fields of a figure name, as another briefing may know them."""
    label, facts = even(figure.label), edition.briefing.fact_by_id
    near = [each for word in _WORD.findall(figure.label) for each in by_word.get(word, ())]
    found = [named for name, named in near if find_words(name, label)]
    others = (facts.get(reference.id) for reference in references_in(figure))
    found += (other for other in others if isinstance(other, Named))
    return tuple(dict.fromkeys(_known_as(named, edition) for named in found))


def _known_as(named: Named, edition: Edition) -> str:
    """The same for two briefings that mean the same: by the site's own sheet, or by id and name."""
    own = f"{named.KIND[0]}{named.id}"
    is_shared = named.id in edition.briefing.shared
    return own if is_shared else f"{own}:{_digest(same_name(named.name))[:_SHORT]}"


def _value(figure: Figure, edition: Edition) -> str:
    """The value, its time, and what its source later made of it: “62 metres, 2024”."""
    value = value_before(figure, edition.briefing)
    revised = tuple(_revised(figure))
    when = time_of(figure, edition.briefing.front.published)
    shown = _("%(value)s, %(time)s", value=value, time=when) if when else value
    return "; ".join((shown, *revised))


def _revised(figure: Figure) -> Iterator[str]:
    last = figure.revised[-1:]
    return values_where(figure, lambda other: any(other is each for each in last))
