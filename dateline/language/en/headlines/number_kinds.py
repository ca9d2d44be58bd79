"""What sort of number the words around it say it is: a price, a forecast, what was agreed."""

from typing import Final, Literal

from dateline.language import FoundQuantity
from dateline.language.en.headlines.clause_parts import FromTo, clause_around, has_verb
from dateline.language.en.words import TIME_UNITS, compile_pattern

NumberKind = Literal[
    "estimate", "target", "agreed", "legal limit", "forecast", "poll", "price", "measured"
]

# Where the words of another number, or another clause, end.
_OWN: Final = compile_pattern(r"\b(?:which|who|whom|whose|where)\b|; ")
_SHARE_PRICE: Final = compile_pattern(r"\bshares?\b.*\bat $")
_PRICED: Final = compile_pattern(r"[- ](?:[a-z]+ ){0,1}(?:cost|price|bill|fare|fee|ticket|levy)\b")
# “a £48 million theatre”: what it costs.
_BUILT: Final = compile_pattern(
    r"[- ](?:[a-z]+ ){0,2}(?:centre|center|theatre|bridge|stadium|redevelopment|refurbishment|extension|upgrade"
    r"|hospital|school|station|terminal|tunnel|railway|motorway|museum|arena|library|ship|ferry|building|complex|campus)\b"
)
_ONE: Final = compile_pattern(r"\b(?:an?|the|its|their|new) $")
_LIMIT: Final = compile_pattern(
    r"\b(?:legal limit|speed limit|maximum|minimum|capped at|limited to|limit)\b|\b(?:fine|penalty) of $"
    r"|\b(?:must|shall|should)\b[^,;]* within $"
)
_NEEDED: Final = compile_pattern(
    r"[^,;.]{0,30}? (?:(?:is|are|was|were) (?:needed|required)|must (?:agree|approve|vote|back|consent))\b"
)
_DEADLINE: Final = compile_pattern(
    r" to (?:challenge|appeal|respond|object|comply|reply|pay|leave|apply|file|lodge|answer|vacate|contest)\b"
)
_GIVEN: Final = compile_pattern(r"\b(?:has|have|had|given|gives?)(?: until)? $")
_LASTED: Final = compile_pattern(
    r"\b(?:taken|took|takes|lasted|lasts|waited|spent|serving|served)\b"
)
_TO_BE: Final = compile_pattern(
    r" of (?:the|its|his|her|their) [0-9]+ [^,;.]{3,60} will\b"
    r"|(?: (?!who|that|which)[a-z-]+){0,2} (?:will|would|could|is to|are to)\b"
)
_WILL: Final = compile_pattern(r" (?:will|would) ")
_OF_OTHERS: Final = compile_pattern(r"\bof (?:the|its|his|her|their) $")
_POLL: Final = compile_pattern(r"\b(?:polls?|survey) (?:of|by|for|found|shows?|showed|suggest|put)")
_OF_DEAL: Final = compile_pattern(
    r"\b(?:arrangement|agreement|deal|settlement|accord|contract|pact|treaty) (?:that|which) (?:will|would)\b"
)
_PLAN_WORTH: Final = compile_pattern(
    r"\b(?:programme|program|scheme|plan|project|fund)s?,? worth $"
)
_WARNED: Final = compile_pattern(r"\bwarn(?:s|ed|ing) of\b")
_DEMANDED: Final = compile_pattern(r"\b(?:call(?:s|ed|ing) for|plan(?:s|ned) to)\b[^,;]*$")
_INCLUDED: Final = compile_pattern(r"\bincludes?d? $")
_PUT_AT: Final = compile_pattern(r"\b(?:put|puts) (?:the|its|their) [^,;.]{2,60} at $")
# “paid £160m for the chain”, “bought the mill for £2m”.
_PAID: Final = compile_pattern(r"\bpaid $")
_FOR_IT: Final = compile_pattern(
    r" for (?:the|an?|its|(?-i:[A-Z])[a-z]+) (?!(?:year|month|week|quarter|time)\b)"
)
_BOUGHT: Final = compile_pattern(r"\b(?:bought|sold|acquired|purchased) [^,;.]{2,50} for $")
_GUESSED: Final = compile_pattern(
    r"(?:an )?(?:estimated|about|around|nearly|almost|roughly|some|approximately)\b"
)
# The first that fits.
_KIND_WORDS: Final[tuple[tuple[NumberKind, str], ...]] = (
    ("poll", "(?-i:polls?|surveys?)|respondents"),
    (
        "target",
        r"targets?|goal|aims?|aimed|is meant to|plans? to|(?:is|are) to (?!be\b)[a-z]+|(?:(?:is|are|was|were) )planned",
    ),
    ("agreed", "agreed to|(?:voted|decided)(?: [^,;]{1,40})? to"),
    (
        "forecast",
        "forecasts?|expects?|expected|projected|projects|predicts?|predicted|will|would|could [a-z]+",
    ),
    ("agreed", "agreed|accepted|settlement|contract|pledged|loan|deal"),
    ("price", "costs?|priced?|prices|fares?|fees?|tickets?|charges?"),
    ("estimate", "estimates?|estimated"),
)
_KINDS: Final = tuple((kind, compile_pattern(rf"\b(?:{words})\b")) for kind, words in _KIND_WORDS)


def find_number_kind(
    text: str, sentence: FromTo, found: FoundQuantity, others: list[FromTo], *, is_money: bool
) -> NumberKind:
    """What sort of number the words of its clause say it is; measured where none says.

    `others` are the other numbers of the text, which have words of their own.
    """
    clause = clause_around(text, sentence, (found.start, found.end))
    before, after = text[sentence[0] : found.start], text[found.end : clause[1]]
    own = text[_own_words(text, clause, found, others) : found.start]
    is_time = (found.unit or "") in TIME_UNITS
    plain: dict[NumberKind, object] = {
        "measured": found.pair or _INCLUDED.search(own) or (is_time and _LASTED.search(own)),
        "poll": found.unit in ("percent", "share") and _POLL.search(before),
        "target": _PLAN_WORTH.search(before) or _DEMANDED.search(own),
        "forecast": _WARNED.search(own),
        "estimate": _PUT_AT.search(own),
        "legal limit": _is_limit(own, after, is_time=is_time),
        "price": is_money and _is_price(before, after),
        "agreed": _OF_DEAL.search(before),
    }
    said = next((kind for kind, reason in plain.items() if reason), None)
    return said or _by_words(own, after, found, is_money=is_money)


def _own_words(text: str, clause: FromTo, found: FoundQuantity, others: list[FromTo]) -> int:
    """Where the words before a number begin that are about it, and not about another."""
    parted = [match.end() for match in _OWN.finditer(text, clause[0], found.start)]
    ends = [
        comma + 1
        for _, end in others
        if clause[0] <= end <= found.start
        and (comma := text.find(",", end, found.start)) >= 0
        and not has_verb(text[clause[0] : end])
    ]
    return max([clause[0], *parted, *ends])


def _is_price(before: str, after: str) -> bool:
    is_of_building = _ONE.search(before) and _BUILT.match(after)
    is_of_sale = _BOUGHT.search(before) or (_PAID.search(before) and _FOR_IT.match(after))
    return bool(is_of_sale or _SHARE_PRICE.search(before) or _PRICED.match(after) or is_of_building)


def _is_limit(own: str, after: str, *, is_time: bool) -> bool:
    """“At least 75% was needed”, “have 28 days to challenge it”, “a fine of up to £5 million”."""
    is_deadline = is_time and _GIVEN.search(own) and _DEADLINE.match(after)
    return bool(is_deadline or _LIMIT.search(own) or _NEEDED.match(after))


def _by_words(own: str, after: str, found: FoundQuantity, *, is_money: bool) -> NumberKind:
    is_guess = _GUESSED.match(found.text) is not None
    if found.text.lower().find("estimated") >= 0:
        return "estimate"
    said = (kind for kind, words in _KINDS if words.search(own))
    kind = next((kind for kind in said if is_money or kind != "price"), None)
    if kind is None and not _OF_OTHERS.search(own) and (_WILL if is_money else _TO_BE).match(after):
        return "forecast"
    return kind or ("estimate" if is_guess else "measured")


# What heads and caption of a table say of all its numbers; the first that fits.
_TABLE_WORDS: Final[tuple[tuple[NumberKind, str], ...]] = (
    ("poll", "polls?|survey|voting intentions?"),
    ("legal limit", "limits?"),
    ("forecast", "forecasts?|projections?|projected|expected"),
    ("target", "targets?|goals?|planned"),
    ("agreed", "allocations?|allotments?|grants|awards|settlements?"),
    ("price", "fares?|prices?|fees?|charges?|tariffs?"),
    ("estimate", "estimates?|estimated"),
)
_OF_TABLES: Final = tuple(
    (kind, compile_pattern(rf"\b(?:{words})\b")) for kind, words in _TABLE_WORDS
)


def find_table_kind(words: str) -> NumberKind:
    """What sort of numbers a table has, by its heads and the line over it; measured where none says."""
    return next((kind for kind, said in _OF_TABLES if said.search(words)), "measured")
