"""A figure’s value, unit and hedge are those of some quantity in its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from dateline.checking.date_agreement import check_date
from dateline.checking.denials import check_denial
from dateline.checking.fact_words import MEND, FactWords, any_of
from dateline.checking.findings import lies_in, touching
from dateline.checking.units import is_measure, names_unit, normal, same_unit, sign_of
from dateline.facts.dates import CivilDate, parse_date
from dateline.facts.quantities import Amount, show_amount
from dateline.facts.records import Figure
from dateline.facts.wording import even, find_words, sentences
from dateline.language import FoundDate, FoundQuantity
from dateline.language.en.words import NUMBER_WORDS
from dateline.problems import Problem, Rule


def check_figure(figure: Figure, words: FactWords) -> Iterator[Problem]:
    """Some quantity in the words equals value and unit, under the same hedge."""
    if figure.value.is_words:
        yield from check_value_in_words(figure, words)
    elif figure.derived is None:
        yield from check_value(figure, words)
    yield from check_figure_dates(figure, words)


def check_figure_dates(figure: Figure, words: FactWords) -> Iterator[Problem]:
    """The period, and the day that the value is of, stand in the words unless `date_from` says whence."""
    if figure.period:
        yield from check_date(figure, ("period",), figure.period, words)
    if figure.as_of and figure.as_of.text != words.briefing.front.published.isoformat():
        yield from check_date(figure, ("as_of",), figure.as_of, words)


# In words


def check_value_in_words(figure: Figure, words: FactWords) -> Iterator[Problem]:
    """A value without digits stands in the words as it is written: “millions”, “a third”."""
    wanted = even(figure.value.text.casefold())
    if not any(find_words(wanted, even(words.text(span).casefold())) for span in words.spans):
        yield Problem(
            position=figure.origin.of("value"),
            rule=Rule.AGREEMENT_VALUE,
            found=f"figure ‘{figure.id}’ says “{figure.value.text}”, its evidence does not",
            fix=f"write the evidence’s own word, {MEND}",
            related=words.related(),
        )
        return
    said = touching(words.findings.quantities, words.spans)
    yield from check_denial(
        figure,
        [(one, span) for one, span in said if find_words(wanted, even(one.text.casefold()))],
        words,
    )
    found = [one for one, _ in said]
    hedges = {one.hedge for one in found if find_words(wanted, even(one.text.casefold()))} or {None}
    if _hedge(figure) not in hedges:
        yield _hedge_problem(figure, hedges, words)
    if figure.unit and not _stands_near(figure.unit, words):
        yield _unit_problem(figure, None, words)


# In digits


def check_value(figure: Figure, words: FactWords) -> Iterator[Problem]:
    """The value as a number: first the number, then what it counts, then how sure it is."""
    saying = list(touching(words.findings.quantities, words.spans))
    saying += [
        (one, span)
        for date, span in touching(words.findings.dates, words.spans)
        for one in lengths(date)
    ]
    if figure.unit and normal(figure.unit) == "percent":
        saying = [(in_percent(one), span) for one, span in saying]
    found = [one for one, _ in saying]
    equal = [one for one in found if (one.low, one.high) == (figure.value.low, figure.value.high)]
    if not any(_is_as_exact(figure, one) for one in equal):
        yield _value_problem(figure, found, words)
        return
    fitting = [one for one in equal if _unit_fits(figure, one, found, words)]
    if not fitting:
        yield _unit_problem(figure, equal[0], words)
    alike = fitting or equal
    if _hedge(figure) not in {one.hedge for one in alike}:
        yield _hedge_problem(figure, {one.hedge for one in alike}, words)
    elif not any(lies_in(one, span) for one in alike for span in words.spans):
        yield _cut_problem(figure, alike[0], words)
    yield from check_denial(figure, [(one, span) for one, span in saying if one in alike], words)


def in_percent(share: FoundQuantity) -> FoundQuantity:
    """Three-quarters are 75 percent; what is no share stays what it is."""
    if share.unit != "share" or share.low is None or share.high is None:
        return share
    return replace(share, low=100 * share.low, high=100 * share.high, unit="percent")


_LAST_NOUGHTS = re.compile(r"\.[0-9]*0(?![0-9])")


def _is_as_exact(figure: Figure, found: FoundQuantity) -> bool:
    """Whether the noughts behind the point are those of the words: “1,400” is no 1400.0."""
    return all(one in found.text for one in _LAST_NOUGHTS.findall(figure.value.text))


def _hedge(figure: Figure) -> str | None:
    return figure.hedge.value if figure.hedge else None


def lengths(found: FoundDate) -> Iterator[FoundQuantity]:
    """How many months or years a stretch of dates has: five, of “the first five months of 2024”."""
    for reading in map(parse_date, found.readings):
        if reading.kind == "range" and reading.start and reading.end:
            for unit, count in _lengths(reading.start, reading.end):
                value = Decimal(count)
                yield FoundQuantity(
                    start=found.start,
                    end=found.end,
                    text=found.text,
                    low=value,
                    high=value,
                    unit=unit,
                    hedge=None,
                )


def _lengths(start: CivilDate, end: CivilDate) -> Iterator[tuple[str, int]]:
    if start.month and end.month and not (start.day or end.day):
        yield "month", 12 * (end.year - start.year) + end.month - start.month + 1
    elif start.day and end.day:
        yield "day", (end.first_day - start.first_day).days + 1


def _unit_fits(
    figure: Figure, one: FoundQuantity, found: Sequence[FoundQuantity], words: FactWords
) -> bool:
    """The units are the same; a counted noun may stand elsewhere in the sentence, or in the label.

    Not where the number has a noun of its own, and another number has the figure's: of “six
    rebounds and five assists”, five are no rebounds.
    """
    unit = figure.unit
    if unit is None:
        return one.unit is None or same_unit(one.unit, figure.label)
    if one.unit is not None and same_unit(one.unit, unit):
        return True
    if is_measure(unit) or (one.unit is not None and is_measure(one.unit)):
        return False
    if one.unit is None and (_stands_before(unit, words) or _is_crowd(unit, words)):
        return True
    taken = any(other.unit is not None and same_unit(other.unit, unit) for other in found)
    return not (one.unit is not None and taken) and _stands_near(unit, words)


def _stands_near(unit: str, words: FactWords) -> bool:
    """Whether the counted noun stands in a sentence of the evidence."""
    return any(
        names_unit(unit, text[start:end])
        for span in words.spans
        for text in [words.blocks[span.block].text]
        for start, end in sentences(text)
        if start < span.end and span.start < end
    )


_CROWD = re.compile(r"\b(?:crowd|audience|attendance|congregation)s? of\b", re.IGNORECASE)


def _is_crowd(unit: str, words: FactWords) -> bool:
    """Whether the evidence counts people without saying so: “a crowd of 61,204”."""
    counts_people = names_unit(unit, "people, spectators, fans, supporters or visitors")
    return counts_people and any(_CROWD.search(words.text(span)) for span in words.spans)


def _stands_before(unit: str, words: FactWords) -> bool:
    """Whether the counted noun stands in the paragraph, before the evidence ends."""
    return any(names_unit(unit, words.blocks[span.block].text[: span.end]) for span in words.spans)


# What is told


def _value_problem(figure: Figure, found: Sequence[FoundQuantity], words: FactWords) -> Problem:
    says = show_amount(figure.value, figure.unit).plain
    near = [one for one in found if one.low is not None]
    if not near and any(_HAS_NUMBER.search(words.text(span)) for span in words.spans):
        rests = "its evidence holds no quantity: scores, votes and numbers of names are not read"
        fix = (
            "write the value in the evidence’s own words, without digits, or lengthen the evidence"
        )
    elif not near:
        rests, fix = (
            "no number stands in its evidence",
            "lengthen the evidence to take in the number",
        )
    else:
        rests = f"its evidence says {any_of(f'“{one.text}”' for one in near)}"
        fix = f"write {any_of(_written(one) for one in near)}"
    return Problem(
        position=figure.origin.of("value"),
        rule=Rule.AGREEMENT_VALUE,
        found=f"figure ‘{figure.id}’ says {says}, {rests}",
        fix=f"{fix}, {MEND}",
        related=words.related(),
    )


_HAS_NUMBER = re.compile(rf"\d|\b{NUMBER_WORDS}", re.IGNORECASE)
_LONGEST = 8


def _written(found: FoundQuantity) -> str:
    """The number as a sheet would have it: “2500”, “12 to 15 million”, “5 billion”, “a third”."""
    amount = Amount(text=found.text, low=found.low, high=found.high)
    if found.low is None or found.low != found.high or abs(found.low) >= 10**6:
        return show_amount(amount, None).plain
    digits = f"{found.low.normalize():f}"
    if len(digits) > _LONGEST:
        return f"the words alone (“{found.text}”)"
    return digits


def _unit_problem(figure: Figure, found: FoundQuantity | None, words: FactWords) -> Problem:
    says = f"counts {figure.unit}" if figure.unit else "has no unit"
    unit = found.unit if found else None
    sign = sign_of(unit, found.text) if found and unit else None
    fix = f"write `unit: {unit}`" if unit else "write the unit of the evidence, or name it there"
    return Problem(
        position=figure.origin.of("unit"),
        rule=Rule.AGREEMENT_UNIT,
        found=f"figure ‘{figure.id}’ {says}, its evidence {f'says {unit}' if unit else 'does not say so'}",
        fix=f"{fix}{f' (“{sign}” is {unit})' if sign else ''}, {MEND}",
        related=words.related(),
    )


def _hedge_problem(figure: Figure, hedges: Iterable[str | None], words: FactWords) -> Problem:
    theirs = any_of(sorted(one or "no hedge" for one in hedges))
    known = [one for one in hedges if one]
    return Problem(
        position=figure.origin.of("hedge"),
        rule=Rule.AGREEMENT_HEDGE,
        found=f"figure ‘{figure.id}’ has {_quoted(_hedge(figure))}, its evidence {_quoted(theirs)}",
        fix=f"write `hedge: {known[0]}`, {MEND}" if known else f"leave `hedge` out, {MEND}",
        related=words.related(),
    )


def _quoted(hedge: str | None) -> str:
    return "no hedge" if hedge in (None, "no hedge") else f"“{hedge}”"


def _cut_problem(figure: Figure, found: FoundQuantity, words: FactWords) -> Problem:
    return Problem(
        position=figure.origin.of("evidence"),
        rule=Rule.AGREEMENT_VALUE,
        found=f"the evidence of figure ‘{figure.id}’ cuts “{found.text}” short",
        fix="lengthen the evidence to take in all of these words",
        related=words.related(),
    )
