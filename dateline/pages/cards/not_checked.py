"""What was not checked, for readers: facts, and what the words around facts and the article say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from dateline.checking.claims.grounds.seen_texts import Owner, seen_texts
from dateline.checking.unchecked import Reason, Unchecked, What
from dateline.facts.records import Fact, FigureGroup, FrontMatter, Period, Quotation
from dateline.frozen import dataclass
from dateline.pages.addresses import Here
from dateline.pages.cards.fact_link import first_words
from dateline.pages.edition import Edition, link_to_place
from dateline.pages.inline import Link
from dateline.patterns import compile_later
from dateline.problems import RULE_BY_NAME, Rule
from dateline.words import _, all_of, deferred

WHAT: Final[Mapping[What, str]] = {
    "its date": deferred("The date"),
    Rule.AGREEMENT_VALUE: deferred("The number"),
    Rule.AGREEMENT_UNIT: deferred("What the number counts"),
    Rule.AGREEMENT_HEDGE: deferred("How certain the number is"),
    Rule.AGREEMENT_DATE: deferred("The date"),
    Rule.AGREEMENT_WEEKDAY: deferred("The weekday"),
    Rule.AGREEMENT_TIME: deferred("The time"),
    Rule.AGREEMENT_DENIED: deferred("Whether the sentence denies it"),
    Rule.AGREEMENT_QUOTATION: deferred("The exact words of the quotation"),
    Rule.AGREEMENT_SPEAKER: deferred("Who said it"),
    Rule.AGREEMENT_NAME: deferred("The name"),
    Rule.AGREEMENT_ALIAS: deferred("Other names"),
    Rule.AGREEMENT_ROLE: deferred("The role"),
    Rule.CLAIM_QUANTITY: deferred("Numbers in our description"),
    Rule.CLAIM_HEDGE: deferred("How certain the numbers in our description are"),
    Rule.CLAIM_DATE: deferred("Dates in our description"),
    Rule.CLAIM_WEEKDAY: deferred("Weekdays in our description"),
    Rule.CLAIM_QUOTATION: deferred("Quotations in our description"),
    Rule.CLAIM_NAME: deferred("Names in our description"),
    Rule.SOURCE_WORDS: deferred("The words of the source"),
    Rule.TEXT_LETTERS: deferred("Look-alike letters"),
    Rule.DERIVED_FORMULA: deferred("The calculation"),
    Rule.DERIVED_VALUE: deferred("The result of the calculation"),
    Rule.DERIVED_UNIT: deferred("What the result counts"),
    Rule.DERIVED_DATE: deferred("The date of the result"),
    Rule.DERIVED_HEDGE: deferred("How certain the result is"),
}
"""What was not checked, for readers, by what the checks call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotChecked:
    """What was not checked of a fact, or of what has no address of its own, and why."""

    name: str
    href: str
    what: str
    why: str


def facts_not_in_article(edition: Edition, here: Here) -> tuple[Link, ...]:
    """The facts that rest on a source alone."""
    facts = (edition.briefing.fact_by_id[fact_id] for fact_id in _absent(edition))
    return tuple(
        Link(words=fact.heading, href=link_to_place(edition, here, fact)) for fact in facts
    )


def _absent(edition: Edition) -> list[str]:
    return [item.fact for item in edition.checked.unchecked if item.what == "everything"]


def dates_from_elsewhere(edition: Edition, here: Here) -> tuple[Link, ...]:
    """The facts with a date that their words do not give. Each of them says where it comes from."""
    facts = dict.fromkeys(
        item.fact for item in edition.checked.unchecked if _is_from_elsewhere(item)
    )
    return tuple(
        Link(words=_name(fact, edition), href=link_to_place(edition, here, fact))
        for fact in map(edition.briefing.fact_by_id.__getitem__, facts)
    )


def _is_from_elsewhere(finding: Unchecked) -> bool:
    return finding.what == "its date" and not isinstance(finding.why, Reason)


def find_not_checked(edition: Edition, here: Here) -> Iterator[NotChecked]:
    """What else was not checked, all of one fact together: no fact of which nothing was, no date from elsewhere."""
    found = list(_not_checked(edition, here))
    places = {(line.name, line.href): place for place, line in reversed([*enumerate(found)])}
    yield from sorted(found, key=lambda line: places[line.name, line.href])


def _not_checked(edition: Edition, here: Here) -> Iterator[NotChecked]:
    briefing = edition.briefing
    for finding in edition.checked.unchecked:
        if finding.what != "everything" and not _is_from_elsewhere(finding):
            fact = briefing.fact_by_id[finding.fact]
            yield _line(fact, edition, here, _(WHAT[finding.what]), _why(finding))
    others: tuple[Owner, ...] = (briefing.front, *briefing.periods, *briefing.groups)
    for owner in others:
        for waiver in getattr(owner, "waive", ()):
            yield _line(owner, edition, here, _(WHAT[RULE_BY_NAME[waiver.check]]), waiver.why)


def find_own_wording(edition: Edition, here: Here) -> Iterator[NotChecked]:
    """Where our words are not the article’s: the clause that has them, not only the few that were looked for."""
    for owner, words in _unchecked_claims(edition):
        yield _line(owner, edition, here, "", all_of(words))


def _why(finding: Unchecked) -> str:
    return _(finding.why) if isinstance(finding.why, Reason) else finding.why


def _line(owner: Owner, edition: Edition, here: Here, what: str, why: str) -> NotChecked:
    href = link_to_place(edition, here, owner) if isinstance(owner, Fact) else ""
    return NotChecked(name=_name(owner, edition), href=href, what=what, why=why)


def _name(owner: Owner, edition: Edition) -> str:
    match owner:
        case Quotation():
            speaker = edition.briefing.name_of(owner.speaker)
            return _("%(speaker)s: %(words)s", speaker=speaker, words=first_words(owner))
        case Fact():
            return owner.heading
        case FrontMatter():
            return _("Headline and brief")
        case Period() | FigureGroup():
            return _("The heading “%(title)s”", title=owner.title)
        case _:
            return _("A fact that was removed")


def _unchecked_claims(edition: Edition) -> Iterator[tuple[Owner, list[str]]]:
    """What nothing was found for, by the record that says it; not of facts of which nothing is checked."""
    checked = edition.checked
    whole = {*_absent(edition)}
    words: dict[int, list[str]] = defaultdict(list)
    owners: dict[int, Owner] = {}
    texts = {(id(seen.owner), seen.path): seen.text for seen in seen_texts(edition.briefing)}
    for claim in checked.claims:
        is_whole = isinstance(claim.owner, Fact) and claim.owner.id in whole
        if claim.result == "not checked" and not is_whole:
            owners[id(claim.owner)] = claim.owner
            clause = clause_of(claim.text, texts.get((id(claim.owner), claim.path), ""))
            words[id(claim.owner)].append(_("“%(words)s”", words=clause))
    yield from ((owner, [*dict.fromkeys(words[key])]) for key, owner in owners.items())


# Not the point or the comma of a number.
_CLAUSE_END: Final = compile_later(r"[.,;:!?…()](?!\d)|\s[–—]\s")
_LONGEST_CLAUSE: Final = 90


def clause_of(words: str, text: str) -> str:
    """The clause of a text that has the words; the words alone where it is long, or they are not in it."""
    start = text.find(words)
    if start < 0:
        return words
    end = start + len(words)
    begins = max((found.end() for found in _CLAUSE_END.finditer(text, 0, start)), default=0)
    ends = next((found.start() for found in _CLAUSE_END.finditer(text, end)), len(text))
    clause = text[begins:ends].strip()
    return clause if len(clause) <= _LONGEST_CLAUSE else words
