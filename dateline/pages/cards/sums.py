"""How a figure was worked out, as a sum: "$5 billion ÷ 5 months = about $1 billion a month"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from dateline.checking.basis.formulas import tokens_of
from dateline.facts.quantities import show_number
from dateline.facts.rates import is_time
from dateline.facts.records import Figure
from dateline.facts.units import find_unit, unit_name
from dateline.frozen import dataclass
from dateline.pages.addresses import Here
from dateline.pages.cards.figure_values import numeral_of
from dateline.pages.cards.provenance import Evidence, evidence_of
from dateline.pages.edition import Edition, link_to_page
from dateline.pages.numeral import numeral
from dateline.pages.operands import find_helpers
from dateline.words import _, deferred


@dataclass(frozen=True, slots=True, kw_only=True)
class SumTerm:
    """A bare number or a figure: its value, its label and the link to its page.

    `sign` is what joins it to the term before, `spoken` the same in words; `opens` and `closes` are
    brackets around it; `id` is that of a figure without a card, which has its place here.
    """

    words: str
    sign: str = ""
    spoken: str = ""
    opens: str = ""
    closes: str = ""
    label: str = ""
    href: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    terms: tuple[SumTerm, ...]
    result: str
    note: str


def sum_of(figure: Figure, edition: Edition, here: Here) -> Sum | None:
    if figure.derived is None:
        return None
    tokens = _without_percent(tokens_of(figure.derived.how), figure.unit)
    return Sum(
        terms=_terms(tokens, figure, edition, here),
        result=_result(figure, tokens, edition),
        note=figure.derived.note or "",
    )


def helpers_evidence(figure: Figure, edition: Edition, here: Here) -> Iterator[Evidence]:
    """The words of the figures without a card that stand in its sum."""
    for helper, user in find_helpers(edition.briefing).items():
        if user == figure.id:
            yield from evidence_of(edition.briefing.fact_by_id[helper], edition, here)


_SIGNS: Final = {
    "+": ("+", deferred("plus")),
    "-": ("\u2212", deferred("minus")),
    "*": ("×", deferred("times")),
    "/": ("÷", deferred("divided by")),
}
_SPELLINGS: Final = {"\u2212": "-", "×": "*", "÷": "/"}


def _without_percent(tokens: list[str], unit: str | None) -> list[str]:
    """Without the “* 100” that makes a share a percentage: “31 ÷ 250 = 12.4%” says it already."""
    if unit_name(unit or "") != "percent" or tokens[-2:] not in (["*", "100"], ["×", "100"]):
        return tokens
    inner = tokens[:-2]
    is_bracketed = inner[0] == "(" and inner.index(")") == len(inner) - 1
    return inner[1:-1] if is_bracketed and "(" not in inner[1:] else inner


def _figures(tokens: Sequence[str], edition: Edition) -> Iterator[Figure]:
    for token in dict.fromkeys(tokens):
        fact = edition.briefing.fact_by_id.get(token)
        if isinstance(fact, Figure):
            yield fact


def _terms(
    tokens: Sequence[str], figure: Figure, edition: Edition, here: Here
) -> tuple[SumTerm, ...]:
    terms: list[SumTerm] = []
    sign = spoken = opens = ""
    for part in tokens:
        if joined := _SIGNS.get(_SPELLINGS.get(part, part)):
            sign, spoken = joined[0], _(joined[1])
        elif part == "(":
            opens += part
        elif part == ")":
            terms[-1] = replace(terms[-1], closes=terms[-1].closes + part)
        else:
            term = _term(part, figure, edition, here)
            terms.append(replace(term, sign=sign, spoken=spoken, opens=opens))
            sign = spoken = opens = ""
    return tuple(terms)


def _term(token: str, figure: Figure, edition: Edition, here: Here) -> SumTerm:
    operand = edition.briefing.fact_by_id.get(token)
    if not isinstance(operand, Figure):
        return SumTerm(words=show_number(Decimal(token)))
    is_at_home = find_helpers(edition.briefing).get(operand.id) == figure.id
    return SumTerm(
        words=numeral_of(operand).plain,
        label=operand.label,
        href=link_to_page(edition, here, operand),
        id=operand.id if is_at_home else "",
    )


def _result(figure: Figure, tokens: Sequence[str], edition: Edition) -> str:
    """The value; what was divided by a time is “a month”, though the figure's unit leaves that out."""
    unit = figure.unit
    operands = [*_figures(tokens, edition)]
    if len(tokens) == 3 and tokens[1] in "/÷" and len(operands) == 2 and unit:
        per = find_unit(operands[1].unit or "")
        if per and is_time(per.name) and unit_name(unit) == unit_name(operands[0].unit or ""):
            unit = f"{unit}/{per.name}"
    if unit == figure.unit:
        return numeral_of(figure).plain
    return numeral(figure.value, unit, figure.hedge).plain
