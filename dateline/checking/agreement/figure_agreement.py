"""Whether the value, unit and hedge of a figure are those of some quantity in its words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from dateline.checking.agreement.dates.date_agreement import check_date
from dateline.checking.agreement.dates.denials import check_denial
from dateline.checking.agreement.dates.paired_dates import check_paired_date
from dateline.checking.agreement.quantities.currencies import (
    family_of,
    is_coin_of,
    odd_ones_out,
    shared_by,
)
from dateline.checking.agreement.quantities.figure_units import (
    is_near,
    likeliest_first,
    unit_fits,
    unit_problem,
)
from dateline.checking.agreement.quantities.implied_hedges import implied_hedges
from dateline.checking.agreement.quantities.quantity_agreement import is_negative_of, is_value
from dateline.checking.agreement.quantities.quantity_fields import write_value
from dateline.checking.agreement.quantities.unit_agreement import (
    currency_of,
    match_units,
    measure_name,
    units_of,
)
from dateline.checking.agreement.quantities.unread_numbers import has_unread_number, is_written
from dateline.checking.agreement.speakers.said_in_words import is_counted, said_in_words
from dateline.checking.basis.fact_words import FactWords, any_of, or_correct, or_waive
from dateline.checking.basis.findings import Findings, lies_in, touching
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.dates import CivilDate, Date, known_date
from dateline.facts.hedges import Hedge
from dateline.facts.quantities import show_amount
from dateline.facts.rates import is_time
from dateline.facts.records import Fact, Figure, Person
from dateline.facts.units import is_measured, unit_name
from dateline.facts.wording import Wording, even, find_words
from dateline.language import FoundDate, FoundQuantity, en
from dateline.patterns import compile_later
from dateline.problems import Problem, Rule


def check_figure(figure: Figure, words: FactWords) -> Iterator[Problem]:
    """The words have a quantity with the figure's value, unit and hedge, and its dates."""
    if figure.value.is_words:
        yield from check_value_in_words(figure, words)
    elif figure.derived is None:
        yield from check_value(figure, words)
    yield from _check_country(figure, words)
    yield from check_date(figure, ("period",), figure.period, words)
    for field, date in (("as_of", figure.as_of), ("made", figure.made)):
        if date and not _is_publication(field, date, words):
            yield from check_date(figure, (field,), date, words)
    yield from check_paired_date(figure, words)


def _is_publication(field: str, date: Date, words: FactWords) -> bool:
    """Whether it is the day of publication, or for a forecast the month of it."""
    published = words.briefing.front.published
    if date.text == published.isoformat():
        return True
    return field == "made" and date.text == f"{published:%Y-%m}"


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
    wanted = value_words(figure.value.text)
    if not any(find_words(wanted, value_words(words.text(span))) for span in words.spans):
        found = f"figure ‘{figure.id}’ says “{figure.value.text}”, but its evidence does not"
        fix = f"use the word that the evidence uses, {or_correct(Rule.AGREEMENT_VALUE)}"
        yield words.problem(Rule.AGREEMENT_VALUE, "value", found=found, fix=fix)
        return
    touched = touching(words.findings.quantities, words.spans)
    saying = [said for said in touched if find_words(wanted, value_words(said[0].text))]
    yield from check_denial(figure, saying, words)
    hedges = {quantity.hedge for quantity, _ in saying} or {None}
    if figure.hedge not in hedges:
        yield _hedge_problem(figure, hedges, words)
    if figure.unit and not is_near(figure.unit, words):
        yield unit_problem(figure, (), words)


def value_words(text: str) -> Wording:
    """A value in words as it is compared: “two-thirds” as “two thirds”, “one third” as “a third”."""
    return even(_ONE_PART.sub("a", _DASH.sub(" ", text.casefold())))


_DASH: Final = compile_later(r"(?<=\w)[-‑](?=\w)")
_ONE_PART: Final = compile_later(
    r"\bone(?= (?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth)\b)"
)


def check_value(figure: Figure, words: FactWords) -> Iterator[Problem]:
    counted = _in_unit(figure, touching(words.findings.quantities, words.spans))
    in_words = _in_unit(figure, [*said_in_words(words)])
    saying = counted + _in_unit(figure, _periods(words)) + in_words
    found = [quantity for quantity, _ in saying]
    value = figure.value
    equal = [quantity for quantity, span in saying if _has_value(figure, quantity, words, span)]
    if not equal and is_written(value, words.findings, words.spans, words.blocks):
        return  # in a form that the grammar does not know: checking/unchecked.py says so
    if not equal and _is_ordinal(figure, words) and not _may_count(figure, found):
        return
    if not any(_is_as_exact(figure, quantity) for quantity in equal):
        yield _value_problem(
            figure,
            [quantity for quantity, _ in counted],
            [times.text for times, _ in in_words],
            words,
        )
        return
    fitting = [quantity for quantity in equal if unit_fits(figure, quantity, found, words)]
    if not fitting:
        yield unit_problem(figure, equal, words)
    alike = fitting or equal
    hedges = {quantity.hedge for quantity in alike}
    if any(_goes_there(said, words) for said in saying if said[0] in alike):
        hedges.add(None)
    if _IS_MARK.search(figure.label):
        hedges.add(None)
    if figure.hedge not in hedges | _implied(saying, alike, words):
        is_sure = all(said.negation in ("none", "turned") for said in alike)
        yield _hedge_problem(figure, hedges, words, is_sure=is_sure)
    elif not any(lies_in(quantity, span) for quantity in alike for span in words.spans):
        yield words.cut_short(Rule.AGREEMENT_VALUE, f"figure ‘{figure.id}’", alike[0].text)
    yield from check_denial(figure, [said for said in saying if said[0] in alike], words)


# “Mark above which the sea stayed”: the number itself, whatever was above it.
_IS_MARK = compile_later(
    r"\b(?:mark|thresholds?|(?:above|below|over|under|beyond) which)\b", re.IGNORECASE
)


def _goes_there(said: tuple[FoundQuantity, Span], words: FactWords) -> bool:
    quantity, span = said
    return en.goes_up_to(words.blocks[span.block].text, quantity.start)


def _has_value(figure: Figure, found: FoundQuantity, words: FactWords, span: Span) -> bool:
    """Whether it is the value, or only the sign differs and a word says that it is of a fall.

    “Fell 8%” is -8, and so is 8 where the label is “Fall in sales” and a cell has “-8%”.
    """
    if is_value(figure.value, found):
        return True
    if not is_negative_of(figure.value, found) or not found.low:
        return False
    text = words.blocks[span.block].text
    is_below = found.low < 0
    return en.names_fall(figure.label) if is_below else en.is_of_fall(text, found.start, found.end)


_Said = tuple[FoundQuantity, Span]


def _periods(words: FactWords) -> list[_Said]:
    """The lengths of the periods in the words, each with its passage."""
    dates = touching(words.findings.dates, words.spans)
    return [
        (length, span) for date, span in dates if not is_counted(date) for length in lengths(date)
    ]


def _in_unit(figure: Figure, found: list[_Said]) -> list[_Said]:
    if figure.unit and measure_name(figure.unit) == "percent":
        return [(in_percent(quantity), span) for quantity, span in found]
    return [(in_money(quantity, figure.unit), span) for quantity, span in found]


def in_money(coins: FoundQuantity, unit: str | None) -> FoundQuantity:
    """11.5 cents as 0.115 of the currency whose coins they are; any other quantity is unchanged."""
    if coins.unit is None or coins.low is None or coins.high is None:
        return coins
    coin, stroke, per = coins.unit.partition("/")
    code = currency_of(unit)
    if code is None or not is_coin_of(coin, code):
        return coins
    return replace(coins, low=coins.low / 100, high=coins.high / 100, unit=f"{code}{stroke}{per}")


def find_odd_currencies(
    briefing: Briefing, spans: Mapping[str, Sequence[Span]], findings: Findings
) -> Mapping[str, str]:
    """The figures that read a bare “$” as another country’s than most do, with the usual currency."""
    resting = []
    for figure in briefing.figures:
        code = currency_of(figure.unit)
        family = family_of(code) if code else None
        if code and family and spans.get(figure.id):
            touched = touching(findings.quantities, spans[figure.id])
            equal = [
                found for found, _ in _in_unit(figure, touched) if is_value(figure.value, found)
            ]
            if equal and all(len(units_of(found)) > 1 for found in equal):
                resting.append((figure.id, code, equal[0].text))
    return odd_ones_out(resting)


def _check_country(figure: Figure, words: FactWords) -> Iterator[Problem]:
    """A unit says which dollars: those of a table may be of any country, those of a sheet may not."""
    money = (figure.unit or "").partition("/")[0]
    if choices := shared_by(money):
        likely = likeliest_first(choices, words)[:3]
        found = f"figure ‘{figure.id}’ is in {money}, which several countries have"
        codes = any_of(
            f"`unit: {code}{(figure.unit or '').removeprefix(money)}`" for code in likely
        )
        fix = f"write the currency that is meant, such as {codes}"
        yield words.problem(Rule.AGREEMENT_UNIT, "unit", found=found, fix=fix)


def odd_currency(fact: Fact, usual: str, words: FactWords) -> Problem:
    unit = fact.unit if isinstance(fact, Figure) else None
    found = f"figure ‘{fact.id}’ is in {unit}, but other figures that rest on words without a country are in {usual}"
    fix = f"write the currency that is meant, or name the country in the article, {or_waive(Rule.AGREEMENT_UNIT)}"
    return words.problem(Rule.AGREEMENT_UNIT, "unit", found=found, fix=fix)


def in_percent(share: FoundQuantity) -> FoundQuantity:
    """Three-quarters as 75 percent; a quantity that is not a share is returned unchanged."""
    if share.unit != "share" or share.low is None or share.high is None:
        return share
    return replace(share, low=100 * share.low, high=100 * share.high, unit="percent")


_IN_COINS = compile_later(r"(?:(?<!per )\bcents?|pence|penny|paise|(?<=[0-9])[cp])\b")
_TRAILING_ZEROS = compile_later(r"\.[0-9]*0(?![0-9])")


def _is_as_exact(figure: Figure, found: FoundQuantity) -> bool:
    """Whether the words have the decimal zeros of the figure: “1,400” is not 1400.0."""
    exact = found.text
    if found.low is not None and currency_of(figure.unit) and _IN_COINS.search(found.text):
        exact += f" {found.low:.2f}"  # 60 pence are £0.60
    return all(zeros in exact for zeros in _TRAILING_ZEROS.findall(figure.value.text))


def lengths(found: FoundDate) -> Iterator[FoundQuantity]:
    """How many months or days a range of dates has: five, for “the first five months of 2024”."""
    for reading in map(known_date, found.readings):
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


def _value_problem(
    figure: Figure, found: Sequence[FoundQuantity], in_words: Sequence[str], words: FactWords
) -> Problem:
    numbers = [quantity for quantity in found if quantity.low is not None]
    if numbers:
        evidence = f"says {any_of(f'“{quantity.text}”' for quantity in numbers)}"
        fix = _value_to_write(found, words)
        if not _may_count(figure, numbers):
            fix = _WRITE_WHICHEVER
    elif in_words:
        evidence = f"says {any_of(f'“{text}”' for text in in_words)}"
        fix = _WRITE_WHICHEVER
    elif has_unread_number(words.findings, words.spans, words.blocks):
        evidence = "has no quantity: numbers in names and in forms that are not known are not read"
        fix = (
            "write the value without digits, in the words of the evidence, or lengthen the evidence"
        )
    else:
        evidence = "has no number"
        is_cell = any(words.blocks[span.block].kind == "cell" for span in words.spans)
        fix = (
            "name the row and the column of the cell that has the number"
            if is_cell
            else "lengthen the evidence to include the number"
        )
    value = show_amount(figure.value, figure.unit).plain
    return words.problem(
        Rule.AGREEMENT_VALUE,
        "value",
        found=f"figure ‘{figure.id}’ says {value}, but its evidence {evidence}",
        fix=f"{fix}, {or_correct(Rule.AGREEMENT_VALUE)}",
    )


def _value_to_write(found: Sequence[FoundQuantity], words: FactWords) -> str:
    """The value that the evidence gives, if it gives only one; which of several is not known."""
    values = {write_value(quantity) for quantity in found}
    value = values.pop()
    if values or value is None or has_unread_number(words.findings, words.spans, words.blocks):
        return _WRITE_WHICHEVER
    return f"write {value}"


_WRITE_WHICHEVER = "write the value that the evidence gives for this"


def _is_ordinal(figure: Figure, words: FactWords) -> bool:
    """Whether the evidence has the value as a place in a row: “the sixth figure in three days”, of six.

    Only things are counted so, neither kilometres nor euros, and nothing that is about so many.
    """
    value, unit = figure.value.low, figure.unit
    if value is None or figure.hedge or (unit and is_measured(unit)):
        return False
    return any(en.has_ordinal(words.text(span), value) for span in words.spans)


def _may_count(figure: Figure, found: Sequence[FoundQuantity]) -> bool:
    """Whether a number of the evidence may be in the unit of a figure: no days, of one of people."""
    return any(
        not (quantity.unit and is_time(unit_name(quantity.unit)))
        or match_units(figure.unit, units_of(quantity)) != "other"
        for quantity in found
    )


def _implied(
    saying: Sequence[tuple[FoundQuantity, Span]], alike: Sequence[FoundQuantity], words: FactWords
) -> set[Hedge | None]:
    return {
        hedge
        for found, span in saying
        if found in alike
        for hedge in implied_hedges(found, words.blocks[span.block].text)
    }


def _hedge_problem(
    figure: Figure, hedges: Iterable[Hedge | None], words: FactWords, *, is_sure: bool = True
) -> Problem:
    """No hedge is advised where it is not sure what a negation in the sentence denies."""
    hedges = set(hedges)
    theirs = sorted(hedge for hedge in hedges if hedge)
    named = [f"“{hedge}”" for hedge in theirs]
    evidence = any_of([*named, "no hedge"] if None in hedges else named)
    choices = any_of(f"`hedge: {hedge}`" for hedge in theirs)
    write = f"write {choices}" if theirs else "remove `hedge`"
    write += ", or none, as the evidence has it of this" if theirs and None in hedges else ""
    write = write if is_sure else "write the hedge that the sentence means"
    own = f"“{figure.hedge}”" if figure.hedge else "no hedge"
    found = f"figure ‘{figure.id}’ has {own}, but its evidence has {evidence}"
    fix = f"{write}, {or_correct(Rule.AGREEMENT_HEDGE)}"
    return words.problem(Rule.AGREEMENT_HEDGE, "hedge", found=found, fix=fix)
