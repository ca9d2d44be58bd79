"""What the heads of a table say of its cells: the unit and scale of a number, and its date."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final, Self

from dateline.checking.agreement.quantities.currencies import HEADED_POUNDS, bare_name
from dateline.checking.agreement.quantities.unit_agreement import (
    currency_of,
    measure_name,
    rate_of,
    units_of,
)
from dateline.checking.basis.findings import (
    Findings,
    TableReading,
    as_found,
    read_dates,
    read_quantities,
)
from dateline.facts.briefing import Briefing
from dateline.facts.quantities import Amount, QuantityError, parse_amount
from dateline.facts.tables import TableCell, Tables
from dateline.frozen import dataclass
from dateline.language import FoundDate, FoundQuantity, en
from dateline.patterns import compile_later


def read_tables(findings: Findings, tables: Tables, briefing: Briefing) -> Findings:
    """The findings, with the number of each cell in the unit of its heads, and the dates of these."""
    quantities, dates = list(findings.quantities), list(findings.dates)
    readings: dict[int, TableReading] = {}
    for cell in tables.cells:
        labels = _Labels.of(cell, tables)
        unit, over = _unit_of(labels)
        found, above = _dates_of(labels, briefing)
        text = tables.text(cell.block)
        found = _in_brackets(text, briefing) or found
        placed = tuple(replace(date, start=0, end=len(text)) for date in found)
        heads = tuple(dict.fromkeys((*cell.heads, *over, *above)))
        readings[cell.block] = TableReading(heads=heads, dates=placed)
        number = _bare_number(text, unit, is_labelled=bool(unit or found))
        if number := number or _loss(text, unit, labels):
            quantities[cell.block], dates[cell.block] = [number], []
        if unit:
            quantities[cell.block] = [unit.of(quantity) for quantity in quantities[cell.block]]
    if beginning := _beginning_of_years(briefing):
        dates = [[_as_fiscal_year(date, beginning) for date in found] for found in dates]
    return replace(findings, quantities=quantities, dates=dates, in_tables=readings)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Labels:
    """The words of the heads of a cell, and of the lines over its table, by their blocks."""

    heads: Mapping[int, str]
    over: Mapping[int, str]

    @classmethod
    def of(cls, cell: TableCell, tables: Tables) -> Self:
        """Sentences over a table are left aside: what they say need not be true of all its cells."""
        over = {block: tables.text(block) for block in cell.lead}
        lines = {block: _of_all_cells(text) for block, text in over.items()}
        said = {block: text for block, text in lines.items() if text}
        return cls(heads={head: tables.text(head) for head in cell.heads}, over=said)


_SCALE_OF: Final = r"in (?:[$€£¥₹] ?)?(?:hundred|thousand|million|billion|trillion|lakh|crore)s?(?: of (?:\w+ )?\w+)?"
_SAYS_SCALE: Final = compile_later(
    rf"(?:, |\(|\b(?:figures|amounts|numbers|values|sums|money|all)(?: \w+){{0,2}} )({_SCALE_OF})(?=[,.:)])"
    rf"|\b({_SCALE_OF})[.]?$",
    re.IGNORECASE,
)


def _of_all_cells(text: str) -> str:
    """The line, or of a sentence what it says of all numbers: “in millions of dollars”."""
    if not text.endswith((".", "!", "?")):
        return text
    said = _SAYS_SCALE.search(text)
    return (said[1] or said[2]) if said else ""


# Dates


def _dates_of(labels: _Labels, briefing: Briefing) -> tuple[list[FoundDate], list[int]]:
    """The dates of row and column, “Q3” and “2025” as one; where they have none, those over the table.

    With the blocks of the lines over the table that they are from.
    """
    heads = list(labels.heads.values())
    alone = [_read(head, briefing) for head in heads]
    joined = _joined(heads, briefing) if len(heads) == 2 and all(alone) else []
    if not joined and (dated := _of_years_to(heads, alone, labels)):
        return dated
    if dates := joined or [date for found in alone for date in found]:
        return dates, []
    for block, text in labels.over.items():
        if dates := _read(text, briefing):
            return dates, [block]
    return [], []


def _of_years_to(
    heads: Sequence[str], alone: Sequence[Sequence[FoundDate]], labels: _Labels
) -> tuple[list[FoundDate], list[int]] | None:
    """The year of a head as another one, or a line over the table, says that it ends: “to 30 June”."""
    years = [found[0] for found in alone if len(found) == 1 and _is_year(found[0])]
    if len(years) != 1:
        return None
    others: list[tuple[str, list[int]]] = [
        (text, []) for text in heads if _YEAR.fullmatch(text.strip()) is None
    ]
    over = [(text, [block]) for block, text in labels.over.items()]
    for text, blocks in (*others, *over):
        if reading := en.year_to(text, int(years[0].readings[0])):
            return [replace(years[0], readings=(reading,))], blocks
    return None


def _is_year(date: FoundDate) -> bool:
    return len(date.readings) == 1 and _YEAR.fullmatch(date.readings[0]) is not None


_BRACKETS: Final = compile_later(r"\(([^()]+)\)$")


def _in_brackets(text: str, briefing: Briefing) -> list[FoundDate]:
    """The date that a cell adds to its number: “3.3 (Aug)”."""
    added = _BRACKETS.search(text)
    return _read(added[1], briefing) if added else []


def _joined(heads: Sequence[str], briefing: Briefing) -> list[FoundDate]:
    """The one date that the words of both heads make together."""
    for text in (" ".join(heads), " ".join(reversed(heads))):
        found = _read(text, briefing)
        if len(found) == 1 and found[0].text == en.spell_out_dates(text):
            return found
    return []


def _read(head: str, briefing: Briefing) -> list[FoundDate]:
    """The dates of a head: a month alone is read as in “in May”."""
    text = en.spell_out_dates(head)
    found = read_dates(text, briefing) or read_dates(f"in {text}", briefing)
    shown = (replace(date, text=date.text.removeprefix("in ")) for date in found if date.readings)
    if not _MAY_BE_FISCAL.search(head):
        return list(map(_in_any_year, shown))
    beginning = _beginning_of_years(briefing)
    return [_in_any_year(_as_fiscal_year(date, beginning)) for date in shown]


_MAY_BE_FISCAL: Final = compile_later(r"\d[-–/]\d|FY|[Ff]iscal")


@lru_cache(maxsize=8)
def _first_month(texts: tuple[str, ...]) -> int | None:
    return en.beginning_of_years(texts)


def _beginning_of_years(briefing: Briefing) -> int | None:
    """The month that fiscal years begin with, as the article or the sheets say."""
    from_sheets = (figure.date_from for figure in briefing.figures if figure.date_from)
    return _first_month((*(block.text for block in briefing.article.blocks), *from_sheets))


def _as_fiscal_year(date: FoundDate, beginning: int | None) -> FoundDate:
    """The date, as twelve months too where it is written as a budget is: “2026-27”, “FY27”."""
    readings = tuple(en.readings_of_year(date.text, beginning))
    is_open = date.kind == "year" and beginning is None
    return replace(date, readings=readings, open=is_open) if readings else date


_YEAR: Final = compile_later(r"\d{4}")
_DAY_OR_YEAR: Final = compile_later(r"[A-Z][a-z]+ (\d\d)")
_NEAR: Final = 3
_RECURRING: Final = frozenset({"day", "list-item", "month", "quarter", "season", "range"})


def _in_any_year(date: FoundDate) -> FoundDate:
    """The date, and where its words have no year the same date a year before and after.

    “November 25” may be a month of 2025 as well.
    """
    if date.dated or date.kind not in _RECURRING or any("-02-29" in day for day in date.readings):
        return date
    others = [_years_on(reading, step) for step in (-1, 1) for reading in date.readings]
    first, clipped = date.readings[0], _DAY_OR_YEAR.fullmatch(date.text)
    if clipped and abs(int(f"20{clipped[1]}") - int(first[:4])) <= _NEAR:
        others.append(f"20{clipped[1]}{first[4:7]}")
    readings = tuple(dict.fromkeys((*date.readings, *others)))
    return replace(date, readings=readings, open=True)


def _years_on(reading: str, step: int) -> str:
    return _YEAR.sub(lambda year: f"{int(year[0]) + step:04}", reading)


# Units


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadUnit:
    """What the numbers below a head are in: percent, thousands (a `power` of 3), billions of euros."""

    unit: str | None
    power: int = 0

    def of(self, quantity: FoundQuantity) -> FoundQuantity:
        """The quantity of a cell with what the head says; its own unit and scale are kept."""
        unit = quantity.unit or self.unit
        own = (unit, unit and bare_name(unit, quantity.text))
        if quantity.low is None or quantity.high is None or (self.unit or unit) not in own:
            return quantity
        power = 0 if _HAS_SCALE.search(quantity.text) else self.power
        low, high = _scaled(quantity.low, power), _scaled(quantity.high, power)
        return replace(quantity, low=low, high=high, unit=unit)


def _scaled(value: Decimal, power: int) -> Decimal:
    """The number as a sheet would have it: 1,950 billion is 1.95 trillion; 6.50 keeps its digits."""
    is_whole = value.as_tuple().exponent == 0
    return (value.normalize() if is_whole and power else value).scaleb(power)


_HAS_SCALE: Final = compile_later(
    r"\d ?(?:[kmb]n?|tn|thousand|million|billion|trillion|lakh|crore)\b", re.IGNORECASE
)


def _unit_of(labels: _Labels) -> tuple[HeadUnit | None, list[int]]:
    """The unit that row and column do not contradict each other about, else that of a line over them."""
    found = [unit for head in labels.heads.values() if (unit := _read_unit(head))]
    if found:
        return _agreed(found), []
    over = ((_read_unit(text), [block]) for block, text in labels.over.items())
    return next((said for said in over if said[0]), (None, []))


def _agreed(found: Iterable[HeadUnit]) -> HeadUnit | None:
    """A unit and a scale that are said apart, “Yen, trillion”; None where there are two of either."""
    said = list(found)
    units = {unit.unit for unit in said} - {None}
    powers = {unit.power for unit in said} - {0}
    if len(units) > 1 or len(powers) > 1 or not said:
        return None
    return HeadUnit(unit=next(iter(units), None), power=next(iter(powers), 0))


_PARTS: Final = compile_later(r"[();:]|, ")
_SIGN_FIRST: Final = compile_later(r"([A-Z]{0,3}[$€£¥₹₩₦₱₺]|[A-Z]{3}|Rs\.?) ?(.*)")


@lru_cache(maxsize=4096)
def _read_unit(head: str) -> HeadUnit | None:
    """The unit that the parts of a head say: “Growth (%)”, “Exports, € bn”, “Trade in billion euros”."""
    parts = [part for part in map(en.spell_out_unit, _PARTS.split(head)) if part]
    return _agreed(unit for part in parts if (unit := _unit_in(part)))


def _unit_in(text: str) -> HeadUnit | None:
    """The unit that a number before these words would have; None for a noun such as “people”."""
    tried = [f"5 {text}"]
    if sign := _SIGN_FIRST.fullmatch(text):
        tried = [f"{sign[1]} 5 {sign[2]}".strip(), f"{sign[1]}5{sign[2]}", *tried]
    for words in tried:
        for quantity in read_quantities(words):
            rest = words[quantity.end :]
            if quantity.low and quantity.start == 0 and (not rest or _goes_on(quantity, rest)):
                return _measured(quantity, text)
    return None


def _goes_on(quantity: FoundQuantity, rest: str) -> bool:
    """Whether the words after a unit leave it what it is: “percent of GDP”, “% change on the year”."""
    return rest.startswith(" of ") or (quantity.unit == "percent" and rest.startswith(" "))


# Columns headed so do not say what their numbers are in.
_OTHERWISE: Final = frozenset(
    "second minute hour day week month quarter season year decade century mark time".split()
)


def _measured(quantity: FoundQuantity, text: str) -> HeadUnit | None:
    unit, power = quantity.unit, quantity.low.adjusted() if quantity.low else 0
    is_noun = unit and not (measure_name(unit) or rate_of(unit))
    is_pounds = "pound" in units_of(quantity)
    if is_noun or is_pounds or text.casefold() in _OTHERWISE:
        unit = HEADED_POUNDS if is_pounds and power else None
    unit = (unit and bare_name(unit, text)) or unit
    return HeadUnit(unit=unit, power=power) if unit or power else None


# Numbers that prose has otherwise


def _bare_number(text: str, unit: HeadUnit | None, *, is_labelled: bool) -> FoundQuantity | None:
    """A cell that is nothing but a number, below a unit or a date “1950” too, or nothing but a range.

    “3.1 to 3.5” is a range anywhere, “12–15” only below a unit: it may be a score.
    """
    amount = _amount(text)
    if amount is None or amount.low is None or amount.pair:
        return None
    is_certain = unit or " to " in text or "." in text if amount.is_range else is_labelled
    if not is_certain:
        return None
    return as_found(amount, None, None, text)


def _loss(text: str, unit: HeadUnit | None, labels: _Labels) -> FoundQuantity | None:
    """A number in brackets below money or “Surplus/(deficit)”: accounts print a loss so, “(18.5)”, “(€3.4m)”."""
    printed = _IN_BRACKETS.fullmatch(text)
    if printed is None:
        return None
    found = read_quantities(printed[1])
    whole = next((each for each in found if each.text == printed[1]), None)
    is_money = any(each and each.unit and currency_of(each.unit) for each in (unit, whole))
    if not is_money and not any(map(_OF_ACCOUNTS.search, labels.heads.values())):
        return None
    if whole and whole.low is not None and whole.high is not None and whole.low > 0:
        return replace(whole, start=0, end=len(text), text=text, low=-whole.high, high=-whole.low)
    amount = _amount(f"-{printed[1]}")
    return as_found(amount, None, None, text) if amount and amount.low is not None else None


_IN_BRACKETS: Final = compile_later(r"\(([$€£¥₹]? ?[0-9][0-9.,]*(?: ?[a-z]{1,8})?)\)")
_OF_ACCOUNTS: Final = compile_later(
    r"\((?:loss|deficit|decrease|fall|outflow|expense)"
    r"|\b(?:loss|deficit|shortfall|surplus|profit|net|cash flow|balance)\b",
    re.IGNORECASE,
)


def _amount(text: str) -> Amount | None:
    try:
        return parse_amount(text)
    except QuantityError:
        return None
