"""How a briefing was made, in words for readers: what was checked, what was not, and by whom."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Final

from dateline.checking.coverage.coverage import FINDING_NAMES, Finding
from dateline.facts.phrasing import count_of, join_words
from dateline.facts.records import Event, Fact, Figure, Named, Quotation
from dateline.pages.addresses import Here
from dateline.pages.cards.fact_link import FactLink, fact_link
from dateline.pages.cards.not_checked import NotChecked, find_not_checked
from dateline.pages.edition import Edition
from dateline.pages.inline import ShownDay, show_day
from dateline.problems import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportLine:
    """A count of facts and what the build confirmed: “2”, “figures have …”."""

    number: int
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalCheck:
    by: str
    on: ShownDay
    facts: tuple[FactLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Findings, each counted wherever it occurs; `kinds` are those of the covered ones, in words.

    Names that no sheet has are not among them, as they need not be facts.
    Why the newsroom left something out is its own affair: readers learn how much that is.
    """

    found: int
    covered: int
    kinds: str
    waived: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """`words` are the article's; `checked` counts the facts that a person checked.

    `is_read` where a grammar reads the language of the article.
    """

    is_read: bool
    words: int
    facts: int
    checked: int
    supported: tuple[SupportLine, ...]
    not_checked: tuple[NotChecked, ...]
    checks: tuple[PersonalCheck, ...]
    coverage: Coverage


def method_of(edition: Edition, here: Here) -> Method:
    facts = edition.briefing.facts
    return Method(
        is_read=edition.checked.unread is None,
        words=edition.briefing.article.words,
        facts=len(facts),
        checked=sum(fact.checked is not None for fact in facts),
        supported=tuple(_supported(edition)),
        not_checked=tuple(find_not_checked(edition, here)),
        checks=tuple(_checks(edition, here)),
        coverage=_coverage(edition.checked.coverage),
    )


# What the build found true of the facts


@dataclass(frozen=True, slots=True)
class _Agreement:
    """A sort of fact, the waivers that exempt one, and what is said of one and of many."""

    applies: Callable[[Fact], bool]
    waived_by: frozenset[str]
    singular: str
    plural: str


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
        "figure says the same number as its words, of the same thing and as surely",
        "figures say the same numbers as their words, of the same things and as surely",
    ),
    _Agreement(
        _is_dated,
        frozenset({"its date", Rule.AGREEMENT_DATE, Rule.AGREEMENT_WEEKDAY, Rule.AGREEMENT_DENIED}),
        "event has the date that its words give, the day of the week included",
        "events have the date that their words give, the day of the week included",
    ),
    _Agreement(
        lambda fact: isinstance(fact, Quotation),
        frozenset({Rule.AGREEMENT_QUOTATION, Rule.AGREEMENT_SPEAKER}),
        "quotation stands between quotation marks, and the article names its speaker",
        "quotations stand between quotation marks, and the article names their speakers",
    ),
    _Agreement(
        lambda fact: isinstance(fact, Named),
        frozenset({Rule.AGREEMENT_NAME}),
        "person, organisation or place is called so in its words",
        "people, organisations and places are called so in their words",
    ),
)


def _supported(edition: Edition) -> Iterator[SupportLine]:
    facts = edition.briefing.facts
    resting = [fact for fact in facts if edition.spans.get(fact.id)]
    yield from _count(
        len(resting),
        "fact rests on words that stand in the article, exactly and once",
        "facts rest on words that stand in the article, exactly and once",
    )
    for agreement in _AGREEMENTS if edition.checked.unread is None else ():
        waived = {
            finding.fact
            for finding in edition.checked.unchecked
            if finding.what in agreement.waived_by
        }
        agreeing = [fact for fact in resting if agreement.applies(fact) and fact.id not in waived]
        yield from _count(len(agreeing), agreement.singular, agreement.plural)
    worked_out = [fact for fact in facts if fact.derived and not _waives_derivation(fact)]
    yield from _count(
        len(worked_out),
        "figure was worked out from other figures, and the same result came out a second time",
        "figures were worked out from other figures, and the same results came out a second time",
    )
    yield from _count(
        sum(fact.by is not None for fact in facts),
        "fact is one side’s word, and says whose",
        "facts are one side’s word, and say whose",
    )


def _waives_derivation(fact: Fact) -> bool:
    return any(waiver.check.startswith("derived.") for waiver in fact.waive)


def _count(number: int, singular: str, plural: str) -> Iterator[SupportLine]:
    if number:
        yield SupportLine(number=number, says=singular if number == 1 else plural)


# What people checked


def _checks(edition: Edition, here: Here) -> Iterator[PersonalCheck]:
    known: dict[tuple[date, str], list[Fact]] = {}
    for fact in edition.briefing.facts:
        if fact.checked:
            known.setdefault((fact.checked.on, fact.checked.by), []).append(fact)
    for (on, by), facts in sorted(known.items(), key=itemgetter(0)):
        links = tuple(fact_link(fact, edition, here) for fact in facts)
        yield PersonalCheck(by=by, on=show_day(on), facts=links)


# What became of the article


def _coverage(items: Iterable[Finding]) -> Coverage:
    every = [item for item in items if item.verdict != "offered"]
    verdicts = Counter(item.verdict for item in every)
    kinds = Counter(item.kind for item in every if item.verdict == "covered")
    return Coverage(
        found=len(every),
        covered=verdicts["covered"],
        kinds=join_words(
            count_of(kinds[kind], word) for kind, word in FINDING_NAMES.items() if kinds[kind]
        ),
        waived=verdicts["waived"],
        open=verdicts["open"],
    )
