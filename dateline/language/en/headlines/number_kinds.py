"""What sort of number the words around it say it is: a price, a forecast, what was agreed.

The kinds are defined by FigureKind (`facts/records.py`). What is planned, set or expected comes before
what is, and what is said before what is only rounded.
"""

from collections.abc import Sequence
from typing import Final, Literal

from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.language.en.headlines.clause_parts import FromTo, clause_around, has_verb
from dateline.language.en.words import TIME_UNITS, compile_pattern

NumberKind = Literal[
    "estimate",
    "target",
    "agreed",
    "legal limit",
    "forecast",
    "poll",
    "price",
    "measured",
    "official claim",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberInText:
    """A number, its sentence, and the other numbers of the text, which have words of their own."""

    text: str
    sentence: FromTo
    found: FoundQuantity
    others: Sequence[FromTo]


@dataclass(frozen=True, slots=True, kw_only=True)
class _NumberWords:
    """A number with its words.

    `own` are before it in its clause and of no other number, `so_far` all before it in its sentence, `after`
    behind it, to the end of its clause, and `earlier` in the sentences before.
    """

    found: FoundQuantity
    own: str
    so_far: str
    after: str
    earlier: str
    is_money: bool

    @property
    def is_share(self) -> bool:
        return self.found.unit in ("percent", "share")

    @property
    def is_time(self) -> bool:
        return (self.found.unit or "") in TIME_UNITS


def find_number_kind(number: NumberInText, *, is_money: bool, is_claim: bool) -> NumberKind:
    """What sort of number the words of its clause say it is; measured where none says.

    `is_claim` where somebody is known to say it; that “the company said” so is seen from the words.
    """
    text, sentence, found = number.text, number.sentence, number.found
    clause = clause_around(text, sentence, (found.start, found.end))
    words = _NumberWords(
        found=found,
        own=text[_own_words(number, clause) : found.start],
        so_far=text[sentence[0] : found.start],
        after=text[found.end : clause[1]],
        earlier=text[: sentence[0]],
        is_money=is_money,
    )
    is_said = is_claim or _is_reported(number)
    return (
        ("measured" if _is_done(words) else None)
        or _of_asking(words)
        or _of_what_is_set(words)
        or _of_what_comes(words)
        or _of_estimate(words)
        or _of_money(words)
        or ("official claim" if is_said else None)
        or ("estimate" if _ROUNDED.match(found.text) else "measured")
    )


def _own_words(number: NumberInText, clause: FromTo) -> int:
    """Where the words before a number begin that are about it, and not about another."""
    text, found = number.text, number.found
    parted = [match.end() for match in _OWN.finditer(text, clause[0], found.start)]
    ends = [
        comma + 1
        for _, end in number.others
        if clause[0] <= end <= found.start
        and (comma := text.find(",", end, found.start)) >= 0
        and (not has_verb(text[clause[0] : end]) or _is_of_its_own(text[comma + 1 : found.start]))
    ]
    return max([clause[0], *parted, *ends])


def _is_of_its_own(words: str) -> bool:
    """Whether they have a verb, or only compare: “should come to 9 million, up from 7 million last year”."""
    return has_verb(f"it{words}") or _COMPARED.match(words) is not None


_COMPARED: Final = compile_pattern(r" (?:up|down|after|against|compared|from)\b")
_OWN: Final = compile_pattern(r"\b(?:which|who|whom|whose|where)\b|; ")


def _is_done(words: _NumberWords) -> bool:
    """A score or a vote, a part of a sum, the time that something took."""
    return bool(
        words.found.pair
        or _INCLUDED.search(words.own)
        or (words.is_time and _LASTED.search(words.own) and not _OTHER_VERB.search(words.own))
    )


_INCLUDED: Final = compile_pattern(r"\bincludes?d? $")
# “the term for a clerk who takes a bribe is”
_OTHER_VERB: Final = compile_pattern(
    r"\b(?:is|was) $|\b(?:forecasts?|expect(?:s|ed)?|will|would|should|could|may|might)\b"
)
_LASTED: Final = compile_pattern(
    r"\b(?:taken|took|takes|lasted|lasts|waited|spent|serving|served)\b"
)


def _of_asking(words: _NumberWords) -> NumberKind | None:
    """How many were asked, and how many of them said so: “41 percent … Fifty-two percent opposed it”."""
    is_asked = _ASKED_OF.search(words.own) or _ASKED.match(words.after)
    is_answer = words.is_share and (
        _POLL.search(words.so_far) or (_ANSWERED.match(words.after) and _POLL.search(words.earlier))
    )
    return "poll" if is_asked or is_answer else None


_ASKED_OF: Final = compile_pattern(r"\b(?:polls?|survey) of (?:about |some |more than )?$")
_ASKED: Final = compile_pattern(r"(?: [a-z]+)? (?:polled|surveyed|asked)\b")
_POLL: Final = compile_pattern(
    r"\b(?:polls?|survey) (?:of|by|for|found|finds|shows?|showed|suggest|put)|\brespondents\b|\bpolled\b"
)
_ANSWERED: Final = compile_pattern(
    r"(?: of [a-z ]{3,30})? (?:also )?(?:opposed?|support(?:ed)?|back(?:ed)?|favou?r(?:ed)?|wanted|want|said|thought"
    r"|believed?|disagreed?|agreed?|trust(?:ed)?|approved?|disapproved?|rejected|preferred|were|had no|did not|would)\b"
)


def is_needed_majority(before: str, after: str) -> bool:
    """Whether a share is that of a majority that something needs: “which needed a two-thirds majority”."""
    return bool(_NEEDS.search(before) and _MAJORITY.match(after))


def _of_what_is_set(words: _NumberWords) -> NumberKind | None:
    """What law, rules, a contract or a decision set."""
    upto = words.own + words.found.text
    if (
        (words.found.negation == "turned" and _MAY_NOT.search(words.own))
        or (words.found.hedge == "up to" and _NO_MORE.search(words.own + words.found.text))
        or (words.is_time and _GIVEN.search(words.own) and _DEADLINE.match(words.after))
        or (_BOUND.search(upto) and _RULE.search(words.own))
        or _LIMIT.search(words.own)
        or (_PAYS_ONLY.search(words.own) and _UP_TO.match(words.found.text))
        or _MOST.search(words.so_far)
        or _NEEDED.match(words.after)
        or is_needed_majority(words.so_far, words.after)
        or (_FINES.search(words.own) and _UP_TO.match(words.found.text))
        or (_FINES_OF_LAW.search(words.so_far) and words.is_money)
    ):
        return "legal limit"
    is_set = (
        (words.is_time and _TERM.search(words.own))
        or ((words.is_time or words.is_money) and _PUNISHED.search(words.own))
        or ((words.is_money or words.is_time) and _ORDERED.search(words.own))
        or (words.is_money and _is_of_court(words))
        or (words.is_time and _LEASED.search(words.own))
        or _GRANTED.search(words.own)
        or ((words.is_money or words.is_time or words.is_share) and _DEAL.search(words.own))
        or _UNDER_CONTRACT.match(words.after)
        or _CONTRACT.match(words.after)
        or _OF_DEAL.search(words.so_far)
    )
    return "agreed" if is_set else None


def _is_of_court(words: _NumberWords) -> bool:
    """“Ordered the mill to pay”; “the judge added €5,000 in damages”, but not what somebody sought there."""
    is_awarded = _COURT.search(words.so_far) and _DAMAGES.match(words.after)
    return bool(_ORDERED_TO_PAY.search(words.own) or is_awarded)


_ORDERED_TO_PAY: Final = compile_pattern(
    r"\b(?:ordered|told|directed|instructed) (?:[^,;]{2,40} )?to (?:pay|repay|refund|return|compensate) (?:[^,;]* )?$"
)
_COURT: Final = compile_pattern(
    r"\b(?:judges?|justice|courts?|jury|tribunal|arbitrators?) (?:[^;]* )?"
    r"(?:added|awarded|imposed|set|ordered|granted|put) $"
)
_DAMAGES: Final = compile_pattern(
    r" in (?:[a-z]+ ){0,2}(?:damages|compensation|costs|fines|penalties|restitution)\b"
)
_GIVEN: Final = compile_pattern(r"\b(?:has|have|had|given|gives?)(?: until)? $")
_DEADLINE: Final = compile_pattern(
    r" to (?:challenge|appeal|respond|object|comply|reply|pay|leave|apply|file|lodge|answer|vacate|contest|report)\b"
)
_BOUND: Final = compile_pattern(
    r"\b(?:(?:no|not) (?:more|less|fewer|later|earlier|longer|faster) than|at least|at most|up to|as much as|within"
    r"|only|to say) (?:[a-z]+ )?[£$€]?[0-9]\S*(?: [a-z]+)*$|(?:within|to say) [0-9]+ (?:hours?|days?|weeks?|months?)$"
)
_RULE: Final = compile_pattern(
    r"\b(?:must|shall|have to|has to|may|lets?|allow(?:s|ed)?|permit(?:s|ted)?|requires?"
    r"|under (?:an?|the|(?-i:[A-Z])\w+) (?:law|rules?))\b"
)
# “May not be sold for more than”; but “may not have had more than”, “may not be more than” guess.
_MAY_NOT: Final = compile_pattern(
    r"\b(?:must not|mustn't|may not(?! (?:have|need|know|be $|be (?:able|worth|enough)\b)))\b"
)
# “No shop can charge more than”, “rents cannot rise by more than”, “women no more than 59kg”
_NO_MORE: Final = compile_pattern(
    r"\bno (?:[a-z-]+ ){1,3}(?:can|may) [a-z ]{2,30} more than\b"
    r"|\b(?:cannot|can(?: no|[’'])t) (?:be (?:sold|raised|increased|priced|charged|set)|charge|rise|exceed|spend"
    r"|borrow)\b"
    r"|\bmay [a-z]+ no more than [^,;]{1,20} and [a-z]+ no more than\b|^ ?(?:and )?[a-z]+ no more than\b"
)
# “The state pays for damage, but only up to €3,200 for each farm”
_PAYS_ONLY: Final = compile_pattern(r"\b(?:pays?|refunds?|covers?|allows?|offers?) [^;:.]*\bonly $")
_LIMIT: Final = compile_pattern(
    r"\b(?:legal limit|speed limit|maximum|minimum|capped at|limited to|limits? [^,;]{2,40} to(?= $)"
    r"|limit(?= (?:of|is|was|for|on|set|at)\b)|quota)\b"
    r"|\bpenalty of $|\b(?:must|shall|should)\b[^,;]* within $"
)
# “the maximum penalty for an official who takes a bribe is”
_MOST: Final = compile_pattern(
    r"\b(?:maximum|minimum) (?:penalty|sentence|term|fine|age|wage|price|speed)\b[^,;]* (?:is|was) $"
)
_NEEDS: Final = compile_pattern(r"\b(?:needs?|needed|requires?|required) an? $")
_MAJORITY: Final = compile_pattern(r"[- ](?:[a-z]+ )?majority\b")
_NEEDED: Final = compile_pattern(
    r"[^,;.]{0,30}? (?:(?:is|are|was|were) (?:needed|required)|must (?:agree|approve|vote|back|consent))\b"
)
_FINES: Final = compile_pattern(r"\bfines? of $|\b(?:could|can|may|would) be fined $")
_UP_TO: Final = compile_pattern(r"up to|as much as|at most|at least")
# “fines of up to €5,000 for people and €60,000 for companies”.
_FINES_OF_LAW: Final = compile_pattern(r"\bfines of up to [^;.]{3,40} and $")
_PUNISHED: Final = compile_pattern(
    r"\b(?:fined|sentenced|jailed|imprisoned|ordered to pay|fine of|sentences?)\b|\bfines?\b[^,;]{0,20}, $"
)
# “must repay €2 million”, “may not hold office for eight years”, “barred for two years”.
_ORDERED: Final = compile_pattern(
    r"\b(?:must|ha(?:s|ve|d) to|(?:was|were|is|are) ordered to|may not|barred|banned|suspended) (?:[^,;]* )?$"
)
# “was re-elected for a term of”
_TERM: Final = compile_pattern(
    r"\b(?:elected|appointed|named|chosen)\b[^,;]* for (?:a (?:[a-z]+ )?term of )?$"
)
_LEASED: Final = compile_pattern(r"\b(?:given|leased|let|rented|lent|hired|signed)\b[^,;]* for $")
_GRANTED: Final = compile_pattern(
    r"\b(?:agreed to|(?:voted|decided)(?: [^,;]{1,40})? to|agreed(?! with)|accepted|pledged?"
    r"|lent|granted|awarded|sets? aside|approved|entitled to)\b(?! (?:had|has|have) taken)"
)
_DEAL: Final = compile_pattern(r"\b(?:settlement|contract|loan|deal)\b(?! (?:had|has|have) taken)")
_UNDER_CONTRACT: Final = compile_pattern(
    r"[^,;.]{0,30} under (?:an?|the|its) (?:[a-z-]+ )?(?:contract|agreement|deal|treaty|settlement)\b"
)
_CONTRACT: Final = compile_pattern(
    r"[- ](?:[a-z]+ )?(?:contract|lease|loan|sentence|jail term|prison term|deal)\b"
)
_OF_DEAL: Final = compile_pattern(
    r"\b(?:arrangement|agreement|deal|settlement|accord|contract|pact|treaty) (?:that|which) (?:will|would)\b"
)


def _of_what_comes(words: _NumberWords) -> NumberKind | None:
    """What somebody wants or plans, and what is expected: by the last such word before the number."""
    said = [
        (match.end(), kind)
        for kind, pattern in (("target", _WANTED), ("forecast", _TO_COME))
        for match in pattern.finditer(words.own)
    ]
    if said:
        return "target" if max(said)[1] == "target" else "forecast"
    if _EXPECTED_AFTER.match(words.after):
        return "forecast"
    if _is_offered(words):
        return "target"
    is_worth = _PLAN_WORTH.search(words.so_far)
    if is_worth:
        return "target"
    is_of_others = _OF_OTHERS.search(words.own) or (
        None if words.is_money else _AT.search(words.own)
    )
    after = _WILL if words.is_money else _TO_BE
    return "forecast" if not is_of_others and after.match(words.after) else None


def _is_offered(words: _NumberWords) -> bool:
    """“Offered the clerks €5,000”, “the €5 million that the port had asked for”."""
    is_sum = words.is_money or words.is_share
    after = _OFFERED_AFTER.match(words.after)
    return bool(
        (is_sum and _OFFERED.search(words.own)) or (after and not has_verb(after["whose"] or ""))
    )


_OFFERED: Final = compile_pattern(r"\boffered (?:(?!to\b)[\w’'-]+ ){0,5}$")
_OFFERED_AFTER: Final = compile_pattern(
    r" (?:(?:that|which) (?P<whose>(?:[\w’'-]+ ){1,4}?)|(?:it|he|she|they|the [\w’'-]+) )(?:ha(?:d|s|ve) )?"
    r"(?:offered|asked for|demanded|sought|wanted|requested|proposed|promised|planned|aimed for)\b"
)
# “the 4.9 billion that analysts had expected”, “the 2 billion it had forecast in May”
_EXPECTED_AFTER: Final = compile_pattern(
    r" (?:that |which )?[^,;:.“”]{2,60} (?:had |has |have )?(?:expected|forecast|predicted|projected)\b"
)
_WANTED: Final = compile_pattern(
    r"\b(?:targets?|goal|aims?|aimed|aiming|is meant to|plans? to|planned to|plans an?\b|(?:is|are) to (?!be\b)[a-z]+"
    r"|(?:(?:is|are|was|were) )planned|wants?|seeks?|seeking|ask(?:s|ed|ing)? for|demand(?:s|ed|ing)?(?! for)"
    r"|call(?:s|ed|ing) for|claim(?:s|ed|ing)? (?:damages|compensation)"
    r"|su(?:es|ed|ing) [^,;]* for|(?:has|have|had) offered|offer(?:s|ing)|ready to|hopes? to|propos(?:es|ed|ing)"
    r"|(?:said|says|announced)(?: on (?-i:[A-Z])[a-z]+)?(?: that)? (?:it|he|she|they) (?:will|would)"
    r" (?:buy|order|hire|invest|spend|build|cut|open|close|recruit|create|sell|lend|plant|send)"
    r"|bill that would|intends? to|promised to|vowed to)\b"
    # “want to know why the mill was a mile off” wants no mile.
    r"(?!(?: to)? [a-z]+(?: out| exactly){0,2} (?:why|how|whether|if|what|who|when|where)\b)"
)
_TO_COME: Final = compile_pattern(
    r"\b(?:forecasts?|expect(?:s|ed)?|projected|projects"
    r"|projections?|predict(?:s|ed)?|will|would(?! have\b)|could [a-z]+|should"
    r"|(?:is|are) seen|may (?:reach|cost|take|rise|fall|be)|might|warn(?:s|ed|ing) (?:of|that))\b"
)
_PLAN_WORTH: Final = compile_pattern(
    r"\b(?:programme|program|scheme|plan|project|fund)s?,? worth $"
)
_OF_OTHERS: Final = compile_pattern(r"\bof (?:the|its|his|her|their) $")
# “Staff at three hospitals will walk out”
_AT: Final = compile_pattern(r"[a-z]s (?:at|in|of|from|on) $")
_WILL: Final = compile_pattern(r" (?:will|would) ")
_TO_BE: Final = compile_pattern(
    r" of (?:the|its|his|her|their) [0-9]+ [^,;.]{3,60} will\b"
    r"|(?: (?!who|that|which)[a-z-]+){0,2} (?:will|would|could|is to|are to)\b"
)


def _of_money(words: _NumberWords) -> NumberKind | None:
    """What something costs, or was bought for."""
    if not words.is_money:
        return None
    is_of_building = _ONE.search(words.own) and _BUILT.match(words.after)
    is_of_sale = _BOUGHT.search(words.own) or (
        _PAID.search(words.own) and _FOR_IT.match(words.after)
    )
    per = (words.found.unit or "").partition("/")[2]
    is_each = (per and per not in TIME_UNITS) or _EACH.match(words.after)
    is_price = (
        is_of_building
        or is_of_sale
        or is_each
        or _SHARE_PRICE.search(words.own)
        or _PRICED.match(words.after)
        or _PRICES.search(words.own)
    )
    return "price" if is_price else None


_ONE: Final = compile_pattern(r"\b(?:an?|the|its|their|new) $")
# “a £48 million theatre”: what it costs.
_BUILT: Final = compile_pattern(
    r"[- ](?:[a-z]+ ){0,2}(?:centre|center|theatre|bridge|stadium|redevelopment|refurbishment|extension|upgrade"
    r"|hospital|school|station|terminal|tunnel|railway|motorway|museum|arena|library|ship|ferry|building|complex|campus)\b"
)
# “bought the mill for £2m”, “paid £160m for the chain”.
_BOUGHT: Final = compile_pattern(
    r"\b(?:bought|buy|sold|sell|sells|acquired|purchased|sign|signs|signed|hired) [^;]{2,80} (?:for|at) $"
    r"|\b(?:sells|sold|sell) (?:at|for) $"
)
_PAID: Final = compile_pattern(r"\bpaid(?: (?-i:[A-Z])[\w’'-]+)? $")
_FOR_IT: Final = compile_pattern(
    r" for (?:the|an?|its|(?-i:[A-Z])[a-z]+) (?!(?:year|month|week|quarter|time)\b)"
)
_EACH: Final = compile_pattern(
    r" (?:each|apiece|a (?:head|piece|share|ticket|ton|tonne|bushel|barrel))\b"
)
_SHARE_PRICE: Final = compile_pattern(r"\b(?:shares?|stock|futures|delivery)\b.*\b(?:at|to) $")
_PRICED: Final = compile_pattern(
    r"[- ](?:[a-z]+ ){0,1}(?:cost|price|bill|fare|fee|ticket|levy)\b|[^,;.]{0,15} less than [^,;.]{2,40} costs?\b"
)
_PRICES: Final = compile_pattern(
    r"\b(?:costs?|priced?|prices|fares?|fees?|tickets?|charges?|premium|rent|at a price)\b"
)


def _of_estimate(words: _NumberWords) -> NumberKind | None:
    """What is called one."""
    is_called = _ESTIMATED.search(words.own + words.found.text) or _PUT_AT.search(words.own)
    return "estimate" if is_called else None


_ESTIMATED: Final = compile_pattern(r"\bestimat(?:es?|ed|ing)\b|\breckons?\b")
_PUT_AT: Final = compile_pattern(r"\bputs? (?:the|its|their|it|them|his|her)\b[^,;.]{0,60} at $")
_ROUNDED: Final = compile_pattern(
    r"(?:an )?(?:about|around|nearly|almost|roughly|some|approximately)\b"
)


def _is_reported(number: NumberInText) -> bool:
    """Whether somebody says it who is not there to count: “…, the company said on Friday”."""
    text, (start, end) = number.text, number.sentence
    before = _SAID_BEFORE.match(text, start, number.found.start)
    if is_reported_beside(text, number.sentence, (number.found.start, number.found.end)):
        return False
    said = before or _SAID_AFTER.search(text, number.found.end, end)
    return said is not None and not _COUNTING.search(said[0])


def is_reported_beside(text: str, sentence: FromTo, number: FromTo) -> bool:
    """“The union, which sent 38 observers, said the vote was calm”: the paper says how many."""
    before = _IN_RELATIVE.search(text, sentence[0], number[0])
    return before is not None and _THEN_SAID.match(text, number[1], sentence[1]) is not None


# “The union, which sent 38 observers, said the vote was calm”: the paper says how many.
_IN_RELATIVE: Final = compile_pattern(
    r", (?:which|who|(?:an?|the) (?:[a-z-]+ ){1,4}(?:that|which|who)) (?!(?:said|says)\b)[^,;:“”]*$"
)
_THEN_SAID: Final = compile_pattern(
    r"[^,;:.“”]*, (?:said|says|told|warned|added|announced|called)\b"
)
_SAID_AFTER: Final = compile_pattern(
    r", (?:[^,;“”]{2,60} (?:said|says)|(?:said|says) [^,;“”]{2,80})"
    r"(?: (?:on|in|at|late|early|last|this)\b[^,;“”]{2,30})?[.,]"
)
_SAID_BEFORE: Final = compile_pattern(
    r"[^;“”]{2,90}? (?:said|says|told [^,;]{2,40}|claimed|claims(?! from| against)) (?!(?:in|on|at|by|to)\b)"
    r"[^;“”]*$"
)
# Those whose work it is to count and to measure.
_COUNTING: Final = compile_pattern(
    r"\b(?:statistics|statistical|census|electoral|election commission|weather|meteorolog\w+|geological|seismolog\w+"
    r"|auditors?|observatory|accounts|records|data|figures|survey)\b"
)


# What heads and caption of a table say of all its numbers; the first that fits.
_TABLE_WORDS: Final[tuple[tuple[NumberKind, str], ...]] = (
    ("poll", "polls?|survey|voting intentions?"),
    ("legal limit", "limits?|quotas?"),
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
