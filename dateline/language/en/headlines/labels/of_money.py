"""What an amount of money is of: what is owed, given, spent, or what something is worth."""

from collections.abc import Iterator, Mapping
from typing import Final

from dateline.language.en.headlines.clause_parts import PRONOUN, has_verb
from dateline.language.en.headlines.labels.around_number import (
    ASIDE,
    END,
    NAME,
    SOME,
    SOMEBODY,
    AroundNumber,
)
from dateline.language.en.headlines.labels.deeds import FOR
from dateline.language.en.headlines.labels.doers import subject_and_verb
from dateline.language.en.headlines.present_tense import base_of_ing, to_participle, to_present
from dateline.language.en.words import NUMBER_WORDS, compile_pattern, one_of

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
    rf"(?:are |is |were |was )?(?:priced|set|valued|frozen|capped|fixed|pegged|kept|held) (?:at|from){SOME} $"
)


# “the gate, which cost €3 million”, “the offer values the bank at €6 million”.
_WHICH_COST: Final = compile_pattern(
    rf"\b((?:an?|the|its|their) (?:[a-z]+ ){{0,2}}[a-z]+(?= of (?:[0-9]+|{NUMBER_WORDS}) [a-z]+s,)"
    rf"|(?:an?|the|its|their) (?:[a-z]+ ){{0,2}}[a-z]+|[a-z]+s)"
    rf"(?: of (?:[0-9]+|{NUMBER_WORDS}) [a-z]+s)?,? (?:which|that)"
    rf" (?:has |had |will |would )?costs?(?: between)?{SOME} $"
)


_ONE: Final = compile_pattern("^an? ")
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


# “The haul, which is insured for €5m”
_INSURED: Final = compile_pattern(
    rf"\b(?P<what>the [a-z]+(?: [a-z]+)?|{NAME}),?(?: which)? (?P<be>is|was|are|were) insured for{SOME} $"
)


# “guides had lost bookings worth €380,000”
_GOODS_WORTH: Final = compile_pattern(
    rf"(?:\b(?P<verb>[a-z]+) )?\b(?P<what>(?:(?!(?:the|an?|of|in|and|were|was|are|is|up|out|off|down|away|back|over)\b)"
    rf"[a-z]+ )?(?!(?:was|is|has)\b)"
    rf"[a-z]+s)(?: that (?:was|were))? worth{SOME} $"
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


# “A bag of grain now sells for”, “a barrel traded at”
_SELLS: Final = compile_pattern(
    rf"(?:^|[ ,])(?P<what>(?:an?|the|one) (?:[0-9]+[a-z]{{1,3}} )?[a-z][^,;:.“”()]{{2,50}}?)"
    rf"(?: now| usually| often)? (?:sells|sold|trades|traded|retails|retailed) (?:for|at){SOME} $"
)
_IN_PLACE: Final = compile_pattern(rf" (in (?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)*){END}")
# “In the shops of Lesk it cost an average of”
_AVERAGE: Final = compile_pattern(
    r"^(?P<where>(?:in|at) [^,;:.“”()]{3,50}?),? (?:it|they) costs? an average of $"
)
# “traders who ignored the cap would lose their licences and could be fined”
_FINED: Final = compile_pattern(
    r"(?:.*\b(?:said|says|warned|added|told) that |^|.*, )(?P<who>(?:(?:the|any|an?) )?(?:(?-i:[a-z]+) ){0,2}?"
    r"(?-i:[a-z]+)(?: (?:who|that) [^,;:.“”()]{3,40}?)?)"
    rf" (?:(?:would|could|will|can|may) [^,;]{{3,50}} (?:and|or) )?(?:could|can|may|would|will) be fined{SOME} $"
)
# “We would lose 25 shillings on every packet”
_LOSE: Final = compile_pattern(
    r"\b(?:lose|loses|losing|lost)(?: (?:about|around|some|up to|at least))* $"
)
_ON_EACH: Final = compile_pattern(
    rf" ((?:on|for) (?:every|each) [a-z-]+(?: (?:of|in) [a-z-]+)?)(?: we sell)?{END}"
)
# “estimates his loss at”
_PUTS: Final = compile_pattern(
    r"(?:\b(?P<who>(?-i:[A-Z])[\w’'-]+ (?-i:[A-Z])[\w’'-]+), who [^;:“”]*)?\b(?:estimates?|estimated|puts?)"
    rf" (?P<whose>his|her|its|their|the)"
    rf" (?P<what>(?:total |annual )?(?:loss|losses|damage|cost|costs|debt|debts|value|bill)) at{SOME} $"
)
# “a quarter of the cost of the games, which he put at”
_PUT_AT: Final = compile_pattern(
    r"\b(?:the|its|their) (?P<what>(?:(?:total|annual|full|final) )?(?:cost|price|value|damage|loss|bill|budget|debt)s?"
    r"(?: (?:of|to|in|from|for) [^,;:.“”()]{2,50}?)?), which (?:(?:he|she|it|they|(?:the )?[\w’'-]+(?: [\w’'-]+)?) )?"
    rf"(?:has |have |had )?(?:put|puts|estimated|estimates|valued|reckoned) at{SOME} $"
)


def of_money(around: AroundNumber) -> Iterator[str]:
    if around.is_money:
        yield from _of_sums(around)
        yield from _of_costs(around)
        yield from _of_prices(around)
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


# “was fined £1.4m and ordered to pay costs of”
_OF_WHAT: Final = compile_pattern(
    r"\b(?:pay|paid|pays|paying|awarded|award|seeking|sought) (?:[^.;:“”]{2,50} and )?(?:the |its |his |her |their )?"
    r"((?:legal |court |prosecution )?costs|damages|compensation|restitution|arrears|back pay|interest|tax|legal fees)"
    rf" of{SOME} $"
)
# “said the missing ties would have cost”
_WOULD_COST: Final = compile_pattern(
    r"(?:^|\b(?:said|says|added|that) )(?P<what>(?:the|an?|its|each) (?:(?!(?:that|said|would)\b)[a-z-]+ ){0,3}[a-z-]+)"
    r" would have cost"
    rf"{SOME} $"
)
# “the £18,000 that a catch barrier would have cost”
_THAT_COST: Final = compile_pattern(
    r" (?:(?:that|which) )?(?P<what>(?:the|an?|each) [^,;:.“”()]{2,50}?)"
    r" (?:(?:would|will|could|might) (?:have )?)?(?:cost|costs)(?=[,;:.“”]|$| (?:in|on|to|and|but|if|by|a)\b)"
)
# “the annual grant to the islands, frozen at”
_KEPT_AT: Final = compile_pattern(
    r"(?P<what>(?:the|an?|its|their|his|her|[\w’'-]+[’']s?) (?:[\w’'-]+ ){0,3}?[a-z]+"
    r"(?: (?:to|for|of|on) (?:the |its )?[\w’'-]+(?: [\w’'-]+)?)?), (?:now |currently |still )?"
    rf"(?:frozen|fixed|capped|set|held|kept|pegged|put|stuck|unchanged) at{SOME} $"
)
# “wiping €310m off its value”
_OFF: Final = compile_pattern(
    r"\b(?P<done>wip|knock|tak|shav|slic|strik|cutt?)(?:ing|es|ed|e|s)?"
    r"(?: (?:about|around|nearly|almost|some|more than))* $"
)
_OFF_WHAT: Final = compile_pattern(
    r" off (?P<whose>its|their|the) (?P<what>[^,;:.“”()]{3,50}?)(?=[,;:.]|$| (?:and|but|in|on|after|since)\b)"
)
_OFF_DONE: Final = {
    "wip": "wiped", "knock": "knocked", "tak": "taken", "shav": "shaved", "slic": "sliced", "strik": "struck",
    "cut": "cut", "cutt": "cut",
}  # fmt: skip
# What is built or made, of which a sum beside it is the cost: “shelving a €12m hatchery”.
_THINGS: Final = """hatchery factory plant mill bridge tunnel road bypass railway line station terminal port harbour
pier quay airport runway stadium arena museum theatre library gallery school college hospital clinic hospice centre
center building tower hotel house home palace prison dam reservoir pipeline refinery reactor farm barrier wall fence
gate ship ferry boat yacht trawler submarine frigate destroyer aircraft jet plane helicopter drone satellite telescope
rocket train tram warehouse depot headquarters complex extension laboratory lab market mosque cathedral stand pool park
greenhouse vessel crane machine scanner statue lift""".split()
_BUILT: Final = compile_pattern(
    rf"[- ](?P<what>(?:(?!(?:of|in|into|to|for|and|on|over|at|from|by|with|off|a|an|the)\b)[a-z-]+ ){{0,2}}?"
    rf"{one_of(_THINGS)})\b"
    r"(?! (?:fund|project|scheme|programme|plan|bid|deal|contract|loan|budget|tax|fee|bill|business|company|sale|bond)"
    r"|[’']s?\b)"
)
# “plans to add 14 beds at a cost of”
_AT_A_COST: Final = compile_pattern(
    r"\b(?:add|build|buy|open|order|install|create|replace|plant) (?:[0-9][0-9,]*|an?|the|two|three|four|five|six) "
    rf"(?P<what>(?:[a-z-]+ )?[a-z]+)(?: there| here)? at a (?:total )?cost of{SOME} $"
)
# “after spending more than €6m on a design”
_SPENDING: Final = compile_pattern(
    rf"\b(?:after|by|from|despite|without) (spending|investing|losing|raising|borrowing){SOME} $"
)


def _of_sums(around: AroundNumber) -> Iterator[str]:
    """Costs to be paid, what was spent, what a loss is put at."""
    if of_what := _OF_WHAT.search(around.before):
        yield f"{of_what[1]} to be paid" if _ORDERED.search(around.before) else of_what[1]
    if would := _WOULD_COST.search(around.said_before):
        yield f"cost of {would['what']}"
    if (off := _OFF.search(around.before)) and (what := _OFF_WHAT.match(around.after)):
        owner = around.whom("it") if what["whose"].lower() != "the" else None
        yield f"{_OFF_DONE[off['done'].lower()]} off the {what['what']}{f' of {owner}' if owner else ''}"
    if (spending := _SPENDING.search(around.said_before)) and (on := FOR.match(around.after)):
        yield f"{to_participle(base_of_ing(spending[1]))} {on[1]}"
    if cost := _AT_A_COST.search(around.said_before):
        yield f"cost of the {cost['what']}"
    if put := _PUT_AT.search(around.said_before):
        yield put["what"]
    if puts := _PUTS.search(around.said_before):
        yield f"{puts['what']} of {puts['who']}" if puts["who"] else puts["what"]


def _of_costs(around: AroundNumber) -> Iterator[str]:
    """What something would have cost or is kept at, what something that is built costs."""
    if cost := _THAT_COST.match(around.after):
        yield f"cost of {cost['what']}"
    if kept := _KEPT_AT.search(around.said_before):
        yield kept["what"]
    if built := _BUILT.match(around.after):
        yield f"cost of the {built['what']}"


def _of_prices(around: AroundNumber) -> Iterator[str]:
    """What something sells for, what is lost on each, what somebody may be fined."""
    if sells := _SELLS.search(around.before):
        where = _IN_PLACE.match(around.after)
        yield f"price of {sells['what']}{f' {where[1]}' if where else ''}"
    if average := _AVERAGE.match(around.said_before):
        yield f"average cost {average['where'][:1].lower()}{average['where'][1:]}"
    if (fined := _FINED.search(around.said_before)) and not PRONOUN.match(fined["who"]):
        yield f"fine for {_now(fined['who'])}"
    if _LOSE.search(around.before) and (each := _ON_EACH.match(around.after)):
        yield f"loss {each[1]}"


def _now(who: str) -> str:
    """“Traders who ignore the cap”, of those who ignored it would be fined."""
    found = _WHO_DID.fullmatch(who)
    present = to_present(found["verb"], plural=found["first"].endswith("s")) if found else None
    return f"{found['first']} {found['who']} {present}{found['rest']}" if found and present else who


_WHO_DID: Final = compile_pattern(
    r"(?P<first>[a-z ]+) (?P<who>who|that) (?P<verb>[a-z]+)(?P<rest>.*)"
)


_ORDERED: Final = compile_pattern(r"\bordered to pay ")


def _of_worth(around: AroundNumber) -> Iterator[str]:
    if cost := _WHICH_COST.search(around.said_before):
        yield f"Cost of {_ONE.sub('the ', cost[1])}"
    if deal := _DEAL.search(around.said_before):
        yield f"Value of the {deal[1]}"
    if values := _VALUES.search(around.said_before):
        yield f"Value of {values[1]}"
    if worth := _WORTH.search(around.said_before):
        yield worth[1]
    if insured := _INSURED.search(around.said_before):
        yield f"sum for which {insured['what']} {insured['be']} insured"
    if goods := _GOODS_WORTH.search(around.said_before):
        done = to_participle(goods["verb"]) if goods["verb"] else None
        yield f"value of {goods['what']} {done}" if done else f"value of {goods['what']}"
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
