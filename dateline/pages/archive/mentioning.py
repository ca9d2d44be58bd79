"""Whom and what a briefing names, for the pages across briefings."""

from typing import Final

from dateline.checking.basis.fact_words import sentences_around
from dateline.facts.dates import Date, first_day, last_day, parse_date, show_date
from dateline.facts.mentions import BriefingNotes, Mention, Mentions, NotedFact, NotedName
from dateline.facts.quantities import Amount
from dateline.facts.records import Fact, Named, Organisation, Person, Place, Quotation
from dateline.pages.archive.likeness import facts_of
from dateline.pages.cards.name_cards import note_of
from dateline.pages.edition import Edition

# Signs of a sentence.
_LONGEST: Final = 240


def mentions_of(edition: Edition) -> Mentions:
    briefing = edition.briefing
    named = [each for each in briefing.named if isinstance(each, Person | Organisation | Place)]
    return Mentions(
        index=index_of(edition),
        facts=facts_of(edition),
        notes=_notes(named, edition).pack() if named else "",
    )


def index_of(edition: Edition) -> str:
    """The lines alone, which are of use although the briefing is refused."""
    named = edition.briefing.named
    return "\n".join(
        _mention(each, edition).line
        for each in named
        if isinstance(each, Person | Organisation | Place)
    )


def _mention(named: Person | Organisation | Place, edition: Edition) -> Mention:
    place = named.origin.of("id")
    former = edition.briefing.shared.get(named.id, {}).get("formerly") or ()
    return Mention(
        kind=named.KIND,
        shared=named.id in edition.briefing.shared,
        id=named.id,
        name=named.name,
        born=_born_between(named, edition) if isinstance(named, Person) else "",
        point=f"{named.latitude} {named.longitude}"
        if isinstance(named, Place) and named.latitude is not None and named.longitude is not None
        else "",
        same_as=" ".join(named.same_as),
        place=str(place),
        formerly=" ".join((former,) if isinstance(former, str) else former),
    )


def _born_between(person: Person, edition: Edition) -> str:
    """The first and the last year in which they may have been born; empty where neither date nor age says so."""
    if born := _born(person, edition):
        first, last = first_day(born), last_day(born)
        return f"{first.year} {last.year}" if first and last else ""
    year = edition.briefing.front.published.year
    age: Amount | None = person.age
    if age is None or age.low is None or age.high is None:
        return ""
    return f"{year - int(age.high) - 1} {year - int(age.low)}"


def _born(person: Person, edition: Edition) -> Date | None:
    written = edition.briefing.shared.get(person.id, {}).get("born")
    return parse_date(written) if written else None


def _notes(named: list[Person | Organisation | Place], edition: Edition) -> BriefingNotes:
    facts: dict[str, tuple[int, NotedFact]] = {}
    names = {each.id: _noted_name(each, facts, edition) for each in named}
    return BriefingNotes(facts=tuple(fact for _, fact in facts.values()), names=names)


def _noted_name(
    named: Person | Organisation | Place, facts: dict[str, tuple[int, NotedFact]], edition: Edition
) -> NotedName:
    naming = edition.naming.get(named.id, ())
    said = [fact for fact in naming if isinstance(fact, Quotation) and fact.speaker == named.id]
    born = _born(named, edition) if isinstance(named, Person) else None
    original = named.original
    return NotedName(
        role=named.role if isinstance(named, Person) else named.what,
        why="" if isinstance(named, Place) else named.why or "",
        whole=_whole(named) or "",
        original=(original.text, original.language) if original else ("", ""),
        born=show_date(born) if born else "",
        said=tuple(_number(fact, named, facts, edition) for fact in said),
        facts=tuple(_number(fact, named, facts, edition) for fact in naming if fact not in said),
        sentence=_sentence(named, edition),
    )


def _sentence(named: Named, edition: Edition) -> str:
    """The sentence that names them; of a cell its words. A long one is cut, so that a page has room for many."""
    spans = edition.spans.get(named.id, ())
    if not spans:
        return ""
    block = edition.briefing.article.blocks[spans[0].block]
    if block.kind == "cell":
        return edition.words(named)[0]
    start, end = sentences_around(block.text, spans[0])
    words = " ".join(block.text[start:end].split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"


def _whole(named: Named) -> str | None:
    match named:
        case Person():
            return named.organisation
        case Organisation():
            return named.part_of
    return None


def _number(
    fact: Fact, named: Named, facts: dict[str, tuple[int, NotedFact]], edition: Edition
) -> int:
    """The number of a fact, whose note may be another beside another name."""
    note = note_of(fact, named, edition)
    noted = NotedFact(fact.id, fact.KIND, fact.called, note, bool(edition.spans.get(fact.id)))
    return facts.setdefault(f"{fact.id} {note}", (len(facts), noted))[0]
