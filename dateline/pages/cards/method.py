"""How a briefing was made, in words for readers: what was checked, what was not, and by whom."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from operator import itemgetter
from typing import Final

from dateline.checking.coverage.coverage import Verdict
from dateline.facts.records import Event, Fact, Figure, Named, Quotation
from dateline.frozen import dataclass
from dateline.pages.addresses import Here
from dateline.pages.cards.fact_link import fact_link
from dateline.pages.cards.not_checked import (
    NotChecked,
    dates_from_elsewhere,
    facts_not_in_article,
    find_not_checked,
    find_own_wording,
)
from dateline.pages.edition import Edition
from dateline.pages.inline import FactLink, Link, ShownDay, show_day
from dateline.problems import Rule
from dateline.words import PluralForms, deferred_forms, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class CountLine:
    """A count and what was counted: “62”, “facts point to exact words of the article”."""

    number: int
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalCheck:
    by: str
    on: ShownDay
    facts: tuple[FactLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """`words` are the article's; `checked` counts the facts that a person checked.

    `quoted` counts the facts with words of the article. `is_read` where a grammar reads its language.
    `found` counts what could be a fact in it, each wherever it occurs, and `covered` says what became of
    that; names that no sheet has are not among them, as they need not be facts. Why the newsroom left
    something out is its own affair: readers learn how much that is. `absent` are the facts that are not
    in the article, `dated` those whose date is from elsewhere.
    """

    is_read: bool
    words: int
    facts: int
    quoted: int
    checked: int
    supported: tuple[CountLine, ...]
    found: int
    covered: tuple[CountLine, ...]
    absent: tuple[Link, ...]
    dated: tuple[Link, ...]
    not_checked: tuple[NotChecked, ...]
    own_wording: tuple[NotChecked, ...]
    checks: tuple[PersonalCheck, ...]


def method_of(edition: Edition, here: Here) -> Method:
    facts = edition.briefing.facts
    verdicts = Counter(item.verdict for item in edition.checked.coverage)
    return Method(
        is_read=edition.checked.unread is None,
        words=edition.briefing.article.words,
        facts=len(facts),
        quoted=len(_quoted(edition)),
        checked=sum(fact.checked is not None for fact in facts),
        supported=tuple(_supported(edition)),
        found=verdicts["covered"] + verdicts["waived"] + verdicts["open"],
        covered=tuple(_covered(verdicts)),
        absent=facts_not_in_article(edition, here),
        dated=dates_from_elsewhere(edition, here),
        not_checked=tuple(find_not_checked(edition, here)),
        own_wording=tuple(find_own_wording(edition, here)),
        checks=tuple(_checks(edition, here)),
    )


# What the build found true of the facts


@dataclass(frozen=True, slots=True)
class _Agreement:
    """A sort of fact, the waivers that exempt one, and what is said of so many."""

    applies: Callable[[Fact], bool]
    waived_by: frozenset[str]
    says: PluralForms


def _has_own_value(fact: Fact) -> bool:
    """A value that is worked out is checked against its formula, and not against words."""
    return isinstance(fact, Figure) and (fact.derived is None or fact.value.is_words)


def _is_dated(fact: Fact) -> bool:
    """An expectation with a source of its own is not checked against words."""
    return isinstance(fact, Event) and bool(
        fact.date or not all(expectation.source for expectation in fact.expected)
    )


_AGREEMENTS: Final = (
    _Agreement(
        _has_own_value,
        frozenset(
            {Rule.AGREEMENT_VALUE, Rule.AGREEMENT_UNIT, Rule.AGREEMENT_HEDGE, Rule.AGREEMENT_DENIED}
        ),
        deferred_forms(
            "figure matches the article: number, unit and “about”",
            "figures match the article: number, unit and “about”",
        ),
    ),
    _Agreement(
        _is_dated,
        frozenset({"its date", Rule.AGREEMENT_DATE, Rule.AGREEMENT_WEEKDAY, Rule.AGREEMENT_DENIED}),
        deferred_forms(
            "date matches the article, weekday included",
            "dates match the article, weekday included",
        ),
    ),
    _Agreement(
        lambda fact: isinstance(fact, Quotation),
        frozenset({Rule.AGREEMENT_QUOTATION, Rule.AGREEMENT_SPEAKER}),
        deferred_forms(
            "quotation matches the article, and so does the speaker",
            "quotations match the article, and so do the speakers",
        ),
    ),
    _Agreement(
        lambda fact: isinstance(fact, Named),
        frozenset({Rule.AGREEMENT_NAME}),
        deferred_forms("name is spelt as in the article", "names are spelt as in the article"),
    ),
)


def _quoted(edition: Edition) -> list[Fact]:
    return [fact for fact in edition.briefing.facts if edition.spans.get(fact.id)]


def _supported(edition: Edition) -> Iterator[CountLine]:
    facts, resting = edition.briefing.facts, _quoted(edition)
    yield from _count(
        len(resting),
        deferred_forms(
            "fact points to exact words of the article",
            "facts point to exact words of the article",
        ),
    )
    for agreement in _AGREEMENTS if edition.checked.unread is None else ():
        waived = {
            finding.fact
            for finding in edition.checked.unchecked
            if finding.what in agreement.waived_by
        }
        agreeing = [fact for fact in resting if agreement.applies(fact) and fact.id not in waived]
        yield from _count(len(agreeing), agreement.says)
    yield from _count(
        sum(fact.derived is not None and not _waives_derivation(fact) for fact in facts),
        deferred_forms(
            "figure was calculated, and the result checked",
            "figures were calculated, and the results checked",
        ),
    )
    yield from _count(
        sum(fact.by is not None for fact in facts),
        deferred_forms(
            "fact is a claim, and names who makes it",
            "facts are claims, and name who makes them",
        ),
    )


def _waives_derivation(fact: Fact) -> bool:
    return any(waiver.check.startswith("derived.") for waiver in fact.waive)


def _count(number: int, says: PluralForms) -> Iterator[CountLine]:
    if number:
        yield CountLine(number=number, says=ngettext(*says, number))


# What the facts have of the article


def _covered(verdicts: Counter[Verdict]) -> Iterator[CountLine]:
    yield from _count(
        verdicts["covered"],
        deferred_forms("is covered by a fact", "are covered by facts"),
    )
    yield from _count(
        verdicts["waived"],
        deferred_forms("was left out on purpose", "were left out on purpose"),
    )
    yield CountLine(
        number=verdicts["open"],
        says=ngettext("has no fact yet", "have no fact yet", verdicts["open"]),
    )


# What people checked


def _checks(edition: Edition, here: Here) -> Iterator[PersonalCheck]:
    known: dict[tuple[date, str], list[Fact]] = {}
    for fact in edition.briefing.facts:
        if fact.checked:
            known.setdefault((fact.checked.on, fact.checked.by), []).append(fact)
    for (on, by), facts in sorted(known.items(), key=itemgetter(0)):
        links = tuple(fact_link(fact, edition, here) for fact in facts)
        yield PersonalCheck(by=by, on=show_day(on), facts=links)
