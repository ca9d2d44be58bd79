"""What was not checked, for readers: facts, and what the words around facts and the article say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.checking.claims.seen_texts import Owner
from dateline.checking.unchecked import What
from dateline.facts.phrasing import join_words
from dateline.facts.records import Fact, FigureGroup, FrontMatter, Period, Quotation
from dateline.pages.addresses import Here
from dateline.pages.cards.fact_link import fact_link
from dateline.pages.edition import Edition
from dateline.problems import RULE_BY_NAME, Rule

WHAT: Final[Mapping[What, str]] = {
    "everything": "Everything",
    "its date": "The date",
    Rule.AGREEMENT_VALUE: "The number",
    Rule.AGREEMENT_UNIT: "What the number counts",
    Rule.AGREEMENT_HEDGE: "How sure the number is",
    Rule.AGREEMENT_DATE: "The date",
    Rule.AGREEMENT_WEEKDAY: "The day of the week",
    Rule.AGREEMENT_TIME: "The time of day",
    Rule.AGREEMENT_DENIED: "That the sentence does not deny it",
    Rule.AGREEMENT_QUOTATION: "That the words are quoted exactly",
    Rule.AGREEMENT_SPEAKER: "Who says the words",
    Rule.AGREEMENT_NAME: "The name",
    Rule.AGREEMENT_ALIAS: "The other names",
    Rule.CLAIM_QUANTITY: "The numbers in our words for it",
    Rule.CLAIM_HEDGE: "How sure the numbers in our words for it are",
    Rule.CLAIM_DATE: "The dates in our words for it",
    Rule.CLAIM_WEEKDAY: "The days of the week in our words for it",
    Rule.CLAIM_QUOTATION: "The words that we quote for it",
    Rule.CLAIM_NAME: "The names in our words for it",
    Rule.SOURCE_WORDS: "That the words are in the source’s text",
    Rule.DERIVED_FORMULA: "How it is worked out",
    Rule.DERIVED_VALUE: "What it is worked out to be",
    Rule.DERIVED_UNIT: "What the result counts",
    Rule.DERIVED_DATE: "The date of the result",
    Rule.DERIVED_HEDGE: "How sure the result is",
}
"""What was not checked, for readers, by what the checks call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotChecked:
    """What was not checked of a fact, or of what has no address of its own, and why."""

    name: str
    href: str
    what: str
    why: str


def find_not_checked(edition: Edition, here: Here) -> Iterator[NotChecked]:
    for finding in edition.checked.unchecked:
        fact = edition.briefing.fact_by_id[finding.fact]
        yield _line(fact, edition, here, WHAT[finding.what], finding.why)
    briefing = edition.briefing
    others: tuple[Owner, ...] = (briefing.front, *briefing.periods, *briefing.groups)
    for owner in others:
        for waiver in getattr(owner, "waive", ()):
            yield _line(owner, edition, here, WHAT[RULE_BY_NAME[waiver.check]], waiver.why)
    for owner, words in _unchecked_claims(edition):
        yield _line(owner, edition, here, "What our words for it say", join_words(words))


def _line(owner: Owner, edition: Edition, here: Here, what: str, why: str) -> NotChecked:
    if isinstance(owner, Fact):
        link = fact_link(owner, edition, here)
        said = f"{link.short}: {link.name}" if isinstance(owner, Quotation) else link.name
        return NotChecked(name=said, href=link.href, what=what, why=why)
    return NotChecked(name=_name(owner), href="", what=what, why=why)


def _name(owner: Owner) -> str:
    match owner:
        case FrontMatter():
            return "What is above the article"
        case Period() | FigureGroup():
            return f"The heading “{owner.title}”"
        case _:
            return "What was removed"


def _unchecked_claims(edition: Edition) -> Iterator[tuple[Owner, list[str]]]:
    """What nothing was found for, by the record that says it; not of facts of which nothing is checked."""
    checked = edition.checked
    whole = {finding.fact for finding in checked.unchecked if finding.what == "everything"}
    words: dict[int, list[str]] = defaultdict(list)
    owners: dict[int, Owner] = {}
    for claim in checked.claims:
        is_whole = isinstance(claim.owner, Fact) and claim.owner.id in whole
        if claim.result == "not checked" and not is_whole:
            owners[id(claim.owner)] = claim.owner
            words[id(claim.owner)].append(f"“{claim.text}”")
    yield from ((owner, [*dict.fromkeys(words[key])]) for key, owner in owners.items())
