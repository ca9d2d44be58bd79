"""What an amount of money is of: what is owed, given, spent, or what something is worth."""

from collections.abc import Iterator, Mapping
from typing import Final

from dateline.language.en.headlines.clause_parts import has_verb
from dateline.language.en.headlines.labels.around_number import (
    ASIDE,
    END,
    NAME,
    SOME,
    SOMEBODY,
    AroundNumber,
)
from dateline.language.en.headlines.labels.doers import subject_and_verb
from dateline.language.en.words import compile_pattern

# “HMRC, which is owed £4m”, “lent the orchestra £850,000”, “the town owes €3m”.
_OWED_TO: Final = compile_pattern(rf"\b({NAME}),? (?:which|who) (?:is|was|are|were) owed{SOME} $")


_OWES: Final = compile_pattern(rf"\b(?:owes|owed|owe){SOME} $")


_TO_WHOM: Final = compile_pattern(
    rf"\b(lent|paid|gave|granted|awarded|offered|fined) ((?:the|its|his|her|their) (?:[a-z]+ )?(?!another\b)[a-z]+"
    rf"|{NAME}){SOME} $"
)


_GIVEN: Final[Mapping[str, str]] = {"gave": "given"}


# “tickets, priced from £12”, “the payments, set at $390 an acre”.
_PRICED: Final = compile_pattern(
    r"\b(?:(?:and|the|its|their) )?((?!(?:and|the|its|their)\b)[a-z]+(?: [a-z]+)?),? "
    rf"(?:are |is |were |was )?(?:priced|set|valued) (?:at|from){SOME} $"
)


# “the gate, which cost €3 million”, “the offer values the bank at €6 million”.
_WHICH_COST: Final = compile_pattern(
    rf"\b((?:an?|the|its|their) (?:[a-z]+ ){{0,2}}[a-z]+|[a-z]+s),? (?:which|that)"
    rf" (?:has |had |will |would )?costs?(?: between)?{SOME} $"
)


_DEAL: Final = compile_pattern(
    rf"\b(deal|bid|contract|offer|takeover|merger),? (?:worth|valued at){SOME} $"
)


# “€8 million has been recovered”, “€8 million was moved to the coast”.
_WAS_DONE: Final = compile_pattern(
    r" (?:(?:has|have|had) been|was|were|is|are) (recovered|raised|spent|lost|stolen|saved|collected|seized|borrowed"
    r"|donated|invested|moved|transferred|withdrawn|repaid|paid out|set aside)"
    rf"( (?:on|to|from|for|by|in) (?:the|its|their) [a-z]+(?: [a-z]+)?(?={END}))?{END}"
)


_VALUES: Final = compile_pattern(rf"\bvalue[sd] (the [a-z]+(?: [a-z]+)?) at{SOME} $")


_OVER_BUDGET: Final = compile_pattern(r" (over|under|within) budget\b")


# “an investment the airline put at €190 million”, “a new airports programme, worth €36 million”.
_WORTH: Final = compile_pattern(
    r"\b(?:an?|the|its|their) (?:new )?((?:[a-z]+ ){0,2}[a-z]+)(?:,? (?:worth|costing|valued at)"
    rf"| (?:the|its|an?) [a-z]+ (?:put|puts|valued|estimated) at){SOME} $"
)


# “€750,000 in punitive damages”, “€2 million in aid”
_IN_WHAT: Final = compile_pattern(
    r" in ((?:(?!(?:the|an?|its|his|her|their|about|over|more|less)\b)[a-z-]+ ){0,2}?"
    r"(?:damages|aid|funding|money|revenue|compensation|support|relief|debt|income|investment|savings|grants|loans"
    r"|fines|fees|taxes|tax|subsidies|sales|losses|profits|costs|wages|payments|donations|assistance|benefits|bonuses"
    rf"|interest|arrears|bribes|prizes|royalties|dividends|contracts|orders|exports|imports)){END}"
)


# “the firm, which bought it for €11 million”
_BOUGHT: Final = compile_pattern(rf"\bbought (?:it|them|him|her) for{SOME} $")


_PART_OF: Final = compile_pattern(rf" of (?:its|their|the) ([a-z]+(?: [a-z]+)?)(?= of\b|{END})")


def of_money(around: AroundNumber) -> Iterator[str]:
    if owed := _OWED_TO.search(around.said_before):
        yield f"Owed to {owed[1]}"
    if given := _TO_WHOM.search(around.before):
        is_fine = given[1].lower() == "fined"
        yield (
            f"fine for {given[2]}" if is_fine else f"{_GIVEN.get(given[1], given[1])} to {given[2]}"
        )
    if (owes := _OWES.search(around.before)) and (debtor := _debtor(around.before[: owes.start()])):
        yield f"Owed by {debtor}"
    if priced := _PRICED.search(around.said_before):
        yield priced[1]
    yield from _of_worth(around)
    if around.is_money and (done := _WAS_DONE.match(around.after)):
        yield f"{done[1]}{done[2] or ''}"
    if budget := _OVER_BUDGET.match(around.after):
        yield f"{budget[1]} budget"


def _of_worth(around: AroundNumber) -> Iterator[str]:
    if cost := _WHICH_COST.search(around.said_before):
        yield f"Cost of {cost[1]}"
    if deal := _DEAL.search(around.said_before):
        yield f"Value of the {deal[1]}"
    if values := _VALUES.search(around.said_before):
        yield f"Value of {values[1]}"
    if worth := _WORTH.search(around.said_before):
        yield worth[1]
    if around.is_money and (what := _IN_WHAT.match(around.after)):
        yield what[1]
    if _BOUGHT.search(around.before) and (buyer := subject_and_verb(around)[0]):
        yield f"Price paid by {buyer}"
    if around.is_money and (part := _PART_OF.match(around.after)):
        yield f"Part of the {part[1]}"


def _debtor(clause: str) -> str | None:
    """Who owes it: “the mill” of “The mill, founded in 1913, owes”."""
    words = ASIDE.sub(" ", clause).strip(" ,")
    return words if SOMEBODY.fullmatch(words) and not has_verb(words) else None
