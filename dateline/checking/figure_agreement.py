"""Whether the value, unit and hedge of a figure are those of some quantity in its words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from dateline.checking.date_agreement import check_date
from dateline.checking.denials import check_denial
from dateline.checking.fact_words import FactWords, any_of, or_correct, sentences_around
from dateline.checking.findings import lies_in, touching
from dateline.checking.quantity_agreement import is_value
from dateline.checking.quantity_fields import write_value
from dateline.checking.unit_agreement import (
    match_units,
    measure_name,
    names_unit,
    rate_of,
    same_unit,
    sign_of,
    units_of,
)
from dateline.facts.article import Span
from dateline.facts.dates import CivilDate, parse_date
from dateline.facts.hedges import Hedge
from dateline.facts.quantities import show_amount
from dateline.facts.records import Figure, Person
from dateline.facts.units import is_money
from dateline.facts.wording import even, find_words
from dateline.language import FoundDate, FoundQuantity
from dateline.language.en.words import NUMBER_WORDS
from dateline.problems import Problem, Rule


def check_figure(figure: Figure, words: FactWords) -> Iterator[Problem]:
    """The words have a quantity with the figure's value, unit and hedge, and its dates."""
    if figure.value.is_words:
        yield from check_value_in_words(figure, words)
    elif figure.derived is None:
        yield from check_value(figure, words)
    yield from check_date(figure, ("period",), figure.period, words)
    for field, date in (("as_of", figure.as_of), ("made", figure.made)):
        if date and date.text != words.briefing.front.published.isoformat():
            yield from check_date(figure, (field,), date, words)


def check_age(person: Person, words: FactWords) -> Iterator[Problem]:
    """The words give the age of the person, as a number of years or as it is written."""
    age = person.age
    if age is None:
        return
    if age.is_words:
        wanted = even(age.text.casefold())
        if any(find_words(wanted, even(words.text(span).casefold())) for span in words.spans):
            return
    touched = touching(words.findings.quantities, words.spans)
    ages = [found for found, _ in touched if match_units("years", units_of(found)) != "other"]
    if any(is_value(age, found) for found in ages if not age.is_words):
        return
    says = any_of(f"“{found.text}”" for found in ages)
    yield words.problem(
        Rule.AGREEMENT_VALUE,
        "age",
        found=f"the age of ‘{person.id}’ is {age.text}, but its evidence "
        + (f"says {says}" if ages else "does not say so"),
        fix=(_value_to_write(ages, words) if ages else "lengthen the evidence to include the age")
        + f", {or_correct(Rule.AGREEMENT_VALUE)}",
    )


def check_value_in_words(figure: Figure, words: FactWords) -> Iterator[Problem]:
    """A value without digits, such as “millions” or “a third”, is in the words as it is written."""
    wanted = even(figure.value.text.casefold())
    if not any(find_words(wanted, even(words.text(span).casefold())) for span in words.spans):
        found = f"figure ‘{figure.id}’ says “{figure.value.text}”, but its evidence does not"
        fix = f"use the word that the evidence uses, {or_correct(Rule.AGREEMENT_VALUE)}"
        yield words.problem(Rule.AGREEMENT_VALUE, "value", found=found, fix=fix)
        return
    touched = touching(words.findings.quantities, words.spans)
    saying = [said for said in touched if find_words(wanted, even(said[0].text.casefold()))]
    yield from check_denial(figure, saying, words)
    hedges = {quantity.hedge for quantity, _ in saying} or {None}
    if figure.hedge not in hedges:
        yield _hedge_problem(figure, hedges, words)
    if figure.unit and not _is_near(figure.unit, words):
        yield _unit_problem(figure, (), words)


def check_value(figure: Figure, words: FactWords) -> Iterator[Problem]:
    saying = _quantities(figure, words)
    found = [quantity for quantity, _ in saying]
    value = figure.value
    equal = [quantity for quantity in found if is_value(value, quantity)]
    if not any(_is_as_exact(figure, quantity) for quantity in equal):
        yield _value_problem(figure, found, words)
        return
    fitting = [quantity for quantity in equal if _unit_fits(figure, quantity, found, words)]
    if not fitting:
        yield _unit_problem(figure, equal, words)
    alike = fitting or equal
    hedges = {quantity.hedge for quantity in alike}
    if figure.hedge not in hedges:
        yield _hedge_problem(figure, hedges, words)
    elif not any(lies_in(quantity, span) for quantity in alike for span in words.spans):
        yield words.cut_short(Rule.AGREEMENT_VALUE, f"figure ‘{figure.id}’", alike[0].text)
    yield from check_denial(figure, [said for said in saying if said[0] in alike], words)


def _quantities(figure: Figure, words: FactWords) -> list[tuple[FoundQuantity, Span]]:
    """The quantities in the words, the lengths of periods included, each with its passage."""
    found = touching(words.findings.quantities, words.spans)
    found += [
        (length, span)
        for date, span in touching(words.findings.dates, words.spans)
        for length in lengths(date)
    ]
    if figure.unit and measure_name(figure.unit) == "percent":
        return [(in_percent(quantity), span) for quantity, span in found]
    return found


def in_percent(share: FoundQuantity) -> FoundQuantity:
    """Three-quarters as 75 percent; a quantity that is not a share is returned unchanged."""
    if share.unit != "share" or share.low is None or share.high is None:
        return share
    return replace(share, low=100 * share.low, high=100 * share.high, unit="percent")


_TRAILING_ZEROS = re.compile(r"\.[0-9]*0(?![0-9])")


def _is_as_exact(figure: Figure, found: FoundQuantity) -> bool:
    """Whether the words have the decimal zeros of the figure: “1,400” is not 1400.0."""
    return all(zeros in found.text for zeros in _TRAILING_ZEROS.findall(figure.value.text))


def lengths(found: FoundDate) -> Iterator[FoundQuantity]:
    """How many months or days a range of dates has: five, for “the first five months of 2024”."""
    for reading in map(parse_date, found.readings):
        if reading.form == "range" and reading.start and reading.end:
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
    figure: Figure, quantity: FoundQuantity, found: Sequence[FoundQuantity], words: FactWords
) -> bool:
    """Whether the units are the same, or the counted noun is elsewhere in the sentence or label.

    Not where the number has a noun of its own, and another number has the figure's: in “six
    rebounds and five assists”, five is not a number of rebounds. A rate may leave out what it is for:
    “2 million barrels a day” are barrels, too.
    """
    unit, own = figure.unit, quantity.unit
    if unit is None:
        is_share = own == "share" and figure.value.is_fraction
        return own is None or is_share or _is_labelled(own, figure.label)
    if match_units(unit, units_of(quantity)) == "same":
        return True
    if own is None and all(words.blocks[span.block].kind == "cell" for span in words.spans):
        return True  # neither the cell nor its heads say what it is in
    if rate_of(unit) or (own and rate_of(own)):
        return _rate_fits(unit, quantity, words)
    if own == "share" and measure_name(unit) is None:
        # "3/8 of the bakeries"
        return figure.value.is_fraction and _is_near(unit, words)
    return _noun_fits(unit, own, found, words)


def _rate_fits(unit: str, quantity: FoundQuantity, words: FactWords) -> bool:
    """Whether one is a rate of the other and the sentence has what it is for: “a day”, “per euro”."""
    rate, own, own_rate = rate_of(unit), quantity.unit, rate_of(quantity.unit or "")
    if rate is None or own_rate:
        return rate is None and own_rate is not None and same_unit(unit, own_rate.unit)
    counted = match_units(rate.unit, units_of(quantity)) == "same"
    return _is_near(rate.per, words) and (counted or (own is None and _is_near(rate.unit, words)))


def _noun_fits(
    unit: str, own: str | None, found: Sequence[FoundQuantity], words: FactWords
) -> bool:
    if measure_name(unit) and (own or not is_money(unit)):
        return False
    if own is None:
        return _is_before(unit, words) or _is_crowd(unit, words) or _is_near(unit, words)
    is_taken = any(other.unit is not None and same_unit(other.unit, unit) for other in found)
    return measure_name(own) is None and not is_taken and _is_near(unit, words)


def _is_labelled(unit: str, label: str) -> bool:
    rate = rate_of(unit)
    return same_unit(unit, label) or (rate is not None and names_unit(rate.unit, label))


def _is_near(unit: str, words: FactWords) -> bool:
    texts = [(words.blocks[span.block].text, span) for span in words.spans]
    around = (text[slice(*sentences_around(text, span))] for text, span in texts)
    return any(names_unit(unit, sentences) for sentences in around)


_CROWD = re.compile(r"\b(?:crowd|audience|attendance|congregation)s? of\b", re.IGNORECASE)


def _is_crowd(unit: str, words: FactWords) -> bool:
    """Whether the evidence counts people without saying so: “a crowd of 61,204”."""
    counts_people = names_unit(unit, "people, spectators, fans, supporters or visitors")
    return counts_people and any(_CROWD.search(words.text(span)) for span in words.spans)


def _is_before(unit: str, words: FactWords) -> bool:
    return any(names_unit(unit, words.blocks[span.block].text[: span.end]) for span in words.spans)


def _value_problem(figure: Figure, found: Sequence[FoundQuantity], words: FactWords) -> Problem:
    numbers = [quantity for quantity in found if quantity.low is not None]
    if numbers:
        evidence = f"says {any_of(f'“{quantity.text}”' for quantity in numbers)}"
        fix = _value_to_write(numbers, words)
    elif _has_unread_number(words):
        evidence = "has no quantity: numbers in names and in forms that are not known are not read"
        fix = (
            "write the value without digits, in the words of the evidence, or lengthen the evidence"
        )
    else:
        evidence = "has no number"
        fix = "lengthen the evidence to include the number"
    value = show_amount(figure.value, figure.unit).plain
    return words.problem(
        Rule.AGREEMENT_VALUE,
        "value",
        found=f"figure ‘{figure.id}’ says {value}, but its evidence {evidence}",
        fix=f"{fix}, {or_correct(Rule.AGREEMENT_VALUE)}",
    )


def _value_to_write(numbers: Sequence[FoundQuantity], words: FactWords) -> str:
    """The value that the evidence gives, if it gives only one; which of several is not known."""
    values = {write_value(quantity) for quantity in numbers}
    value = values.pop()
    if values or value is None or _has_unread_number(words):
        return "write the value that the evidence gives for this"
    return f"write {value}"


_HAS_NUMBER = re.compile(rf"\d[\d.,]*|\b(?!one\b){NUMBER_WORDS}", re.IGNORECASE)


def _has_unread_number(words: FactWords) -> bool:
    """Whether the evidence has a number that is part of no quantity and no date."""
    for span in words.spans:
        findings: list[FoundQuantity | FoundDate] = [*words.findings.quantities[span.block]]
        findings += words.findings.dates[span.block]
        text = words.blocks[span.block].text
        for number in _HAS_NUMBER.finditer(text, span.start, span.end):
            if not any(each.start <= number.start() < each.end for each in findings):
                return True
    return False


def _unit_problem(figure: Figure, equal: Sequence[FoundQuantity], words: FactWords) -> Problem:
    counts = f"is in {figure.unit}" if figure.unit else "has no unit"
    counted = [quantity for quantity in equal if quantity.unit]
    says = any_of(f"“{quantity.text}”" for quantity in counted)
    return words.problem(
        Rule.AGREEMENT_UNIT,
        "unit",
        found=f"figure ‘{figure.id}’ {counts}, but its evidence "
        f"{f'says {says}' if counted else 'does not say so'}",
        fix=f"{_unit_to_write(counted)}, {or_correct(Rule.AGREEMENT_UNIT)}",
    )


def _unit_to_write(counted: Sequence[FoundQuantity]) -> str:
    """The unit of the evidence, if it is certain: a noun may be only a part of what is counted."""
    units = list(dict.fromkeys(unit for quantity in counted for unit in units_of(quantity)))
    if not units:
        return "write the unit of the evidence, or name it there"
    if "share" in units:
        return "write the share as a fraction such as 3/8, without a unit"
    if len(units) > 1 and len({quantity.unit for quantity in counted}) == 1:
        return "write `unit: pounds` for weight or a code such as `unit: GBP` for money"
    if len(units) > 1 or not (measure_name(units[0]) or rate_of(units[0])):
        return "write in `unit` what the evidence counts"
    sign = sign_of(units[0], counted[0].text)
    return f"write `unit: {units[0]}`" + (f" (“{sign}” is {units[0]})" if sign else "")


def _hedge_problem(figure: Figure, hedges: Iterable[Hedge | None], words: FactWords) -> Problem:
    hedges = set(hedges)
    theirs = sorted(hedge for hedge in hedges if hedge)
    named = [f"“{hedge}”" for hedge in theirs]
    evidence = any_of([*named, "no hedge"] if None in hedges else named)
    choices = any_of(f"`hedge: {hedge}`" for hedge in theirs)
    write = f"write {choices}" if theirs else "remove `hedge`"
    write += ", or none, as the evidence has it of this" if theirs and None in hedges else ""
    own = f"“{figure.hedge}”" if figure.hedge else "no hedge"
    found = f"figure ‘{figure.id}’ has {own}, but its evidence has {evidence}"
    fix = f"{write}, {or_correct(Rule.AGREEMENT_HEDGE)}"
    return words.problem(Rule.AGREEMENT_HEDGE, "hedge", found=found, fix=fix)
