"""A fact in a few words: what kind it is, its date or value, what it is called, where it is."""

from typing import Final

from dateline.facts.kinds import kind_name
from dateline.facts.phrasing import capitalise
from dateline.facts.records import Event, Fact, Figure, Organisation, Person, Place, Quotation
from dateline.pages.addresses import Here
from dateline.pages.cards.event_dates import when_in_line
from dateline.pages.cards.figure_values import value_of
from dateline.pages.edition import Edition, link_to_place
from dateline.pages.inline import FactLink
from dateline.pages.once_a_fact import once_a_fact
from dateline.patterns import compile_later


def fact_link(fact: Fact, edition: Edition, here: Here) -> FactLink:
    said = _said_of(fact, edition)
    return FactLink(
        kind=said.kind,
        short=said.short,
        name=said.name,
        href=link_to_place(edition, here, fact),
        phase=said.phase,
        more=said.more,
        claimed=said.claimed,
    )


@once_a_fact
def _said_of(fact: Fact, edition: Edition) -> FactLink:
    """The link without where it leads, which depends on the page."""
    status = edition.statuses.get(fact.id)
    state = status.state if status else None
    return FactLink(
        kind=kind_name(fact.KIND),
        short=capitalise(_short(fact, edition)),
        name=_name(fact),
        href="",
        phase=state.phase.value if state else "",
        more=status.more if status else "",
        claimed=edition.briefing.name_of(fact.by) if fact.by else "",
    )


def _name(fact: Fact) -> str:
    match fact:
        case Quotation():
            return first_words(fact)
        case Person():
            return fact.role
        case Organisation() | Place():
            return fact.what
    return fact.called


# A quotation of more words than the first number is shown up to the end of a clause, which is among
# its words from the second to the third; one without is shown whole, as half a clause may mislead.
_WHOLE, _FEWEST, _MOST = 25, 6, 20
# Not a full stop, which may be that of a title or an initial.
_CLAUSE_END: Final = compile_later(r"[^\W_][,;:!?،؛][\"'”’)]*$|^[–—]$")

_PUNCTUATION: Final = ",;: –—…،؛"


def first_words(quotation: Quotation) -> str:
    """The words between marks: what they are about, several may have in common."""
    words = quotation.words.split(" ")
    for end in range(_MOST, _FEWEST - 1, -1) if len(words) > _WHOLE else ():
        if _CLAUSE_END.search(words[end - 1]):
            return f"“{' '.join(words[:end]).rstrip(_PUNCTUATION)} …”"
    return quotation.heading


# Of words that stand beside it, a note needs only enough to know them by: up to the end of a clause
# or before a short word, with which a phrase is likely to begin.
_NOTED: Final = range(5, 10)
_SHORT_WORD: Final = 3


def beginning(quotation: Quotation) -> str:
    """The first words between marks, for one who has the others before them."""
    words = quotation.words.split(" ")
    for end in _NOTED if len(words) > _NOTED[-1] else ():
        last, following = words[end - 1], words[end]
        if _CLAUSE_END.search(last) or len(following) <= _SHORT_WORD < len(last):
            return f"“{' '.join(words[:end]).rstrip(_PUNCTUATION)} …”"
    return first_words(quotation)


def _short(fact: Fact, edition: Edition) -> str:
    match fact:
        case Event():
            return when_in_line(fact, edition)
        case Figure():
            return value_of(fact, edition.briefing)
        case Quotation():
            return edition.briefing.name_of(fact.speaker)
    return fact.called
