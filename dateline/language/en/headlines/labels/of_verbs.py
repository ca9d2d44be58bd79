"""The label of a figure by the verb before it: what reached so much, rose by so much, or was sold for it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.language.en.headlines.clause_parts import PRONOUN, has_verb
from dateline.language.en.headlines.labels.around_number import AroundNumber
from dateline.language.en.headlines.labels.deeds import AREAS, FOR
from dateline.language.en.headlines.labels.doers import are_people
from dateline.language.en.headlines.labels.nouns import LENGTHS
from dateline.language.en.headlines.labels.said_before import (
    SaidBefore,
    read_before,
    said_of_object,
)
from dateline.language.en.headlines.labels.small_letters import GOODS
from dateline.language.en.headlines.present_tense import (
    as_participle,
    to_participle,
)
from dateline.language.en.words import NUMBER_WORDS, TIME_UNITS, compile_pattern

# By their base forms.
_LEVEL: Final = frozenset(
    "be reach stand total hit average amount come near exceed top remain stay close end finish begin start".split()
)
_RISE: Final = frozenset(
    "rise grow climb increase jump soar strengthen widen swell surge raise lift boost double expand".split()
)
_FALL: Final = frozenset(
    "fall drop decline slip shrink sink weaken narrow plunge tumble slide cut lower reduce trim halve decrease".split()
)
# “fell by 12 per cent to”, “rose to”.
_TO_LEVEL: Final = compile_pattern(r"|.*\b(?:at|to|from)")
_PUT: Final = frozenset(
    "put estimate value set forecast project price cap keep hold leave maintain fix peg".split()
)
_BY: Final = compile_pattern(
    rf"(?:(?P<object>(?!(?:from|by|to|at|in|on|for|{NUMBER_WORDS})\b|[0-9£$€]).+?) )?"
    r"(?:(?P<by>by)|(?P<to>to|from|at))"
)
_UP: Final = compile_pattern(r"(?P<up>up|higher)|(?:down|lower)")
_PREPOSED: Final = compile_pattern(r"(?:(?P<object>.+?) )?(?P<word>by|for|within|at|in)")
_MOST_WORDS: Final = 10


def find_level(around: AroundNumber) -> Iterator[tuple[str, bool]]:
    """What reached so much or changed by it, each with whether it is what the clause is about."""
    said = _said(around)
    if said is None or _IS_AWAY.match(around.after):
        return
    if subject := _fit(said.subject):
        yield from _of_subject(subject, said, around)
    if (inner := said_of_object(said)) and (thing := _fit(inner.subject)):
        yield from _of_subject(thing, inner, around)
    yield from ((label, False) for label in _of_object(said))


def find_deed(around: AroundNumber) -> Iterator[str]:
    """What somebody did with so much or so many, or for how long they did it."""
    if did := _THAT_DID.match(around.after):
        done, who = to_participle(did["verb"]), _fit(did["who"])
        if done and who and not around.noun:
            yield f"{done}{did['for'] or ''} by {who}"
    said = _said(around)
    subject = _fit(said.subject) if said else None
    if said and subject and _OWNED.match(said.subject):
        subject = f"the {subject}"  # “her team had visited”: that the team had visited
    if said and subject:
        yield from _of_sentence(subject, said, around)
        yield from _of_deed(subject, said, around)
        yield from _of_preposition(subject, said, around)
        yield from _of_those_there(subject, said, around)


# “The ship was a mile off its course”: the ship is not so much.
_IS_AWAY: Final = compile_pattern(
    rf" (?:off|away|from(?! [£$€]?[0-9]| (?:{NUMBER_WORDS})\b)"
    r"|behind|ahead|short of|outside|inside|above|below|beyond|north|south|east|west"
    r"|offshore|inland)\b"
)
# “the 4.9 billion that analysts had expected”
_THAT_DID: Final = compile_pattern(
    r" (?:that |which )(?P<who>(?!(?:it|he|she|they|we|was|were|is|are|has|had|will)\b)[^,;:.]{2,50}?)"
    r" (?:(?:has|have|had) )?(?P<verb>[a-z]+ed|made|paid|took|gave|spent|won|lost|sold|bought|sought)"
    r"(?:(?P<for> for)(?=[,;.]|$)|(?=[,;.]|$| (?:in|on|for|to)\b))"
)


def _said(around: AroundNumber) -> SaidBefore | None:
    said = read_before(around.before, around.said_before, around.whom)
    is_beside = said and _COMPARED.match(around.after) and _NUMBER.search(said.rest)
    return None if is_beside else said


# “55 more than a year earlier”, after another number: what the two are of is said of that one.
_COMPARED: Final = compile_pattern(
    r" (?P<how>more|less|fewer|higher|lower|above|below)(?: (?P<than>than [^,;:.()“”—]{2,40}))?"
)
_NUMBER: Final = compile_pattern(r"[0-9]")


def _of_subject(subject: str, said: SaidBefore, around: AroundNumber) -> Iterator[tuple[str, bool]]:
    """“Debt” that stands at so much, “Rise in trade” that grew by it, “Cost of the bank”."""
    if _is_few_of_somebody(subject, around):
        if _SEATS.search(around.earlier + around.said_before) and said.rest in ("to", "at"):
            yield f"seats of {subject}", True
        return
    if said.verb == "be":
        yield from _of_being(subject, said, around)
    is_moved = said.verb in _RISE | _FALL and said.rest == "to"
    if is_moved and (around.noun or "") in _HELD:
        yield f"{around.phrase} of {subject}", True
    if said.verb == "go" and (way := _GOES.match(said.rest)):
        said = replace(
            said, verb="rise" if way["up"] else "fall", rest=said.rest[way.end() :].strip()
        )
    if said.verb in _PRICING and not said.rest.endswith(("by", "to", "from")):
        yield from _of_price(subject, said, around)
    elif said.verb in _RISE | _FALL and (said.passive or not _takes_object(said)):
        yield from _of_move(subject, said, around)
    elif _is_level(said, around):
        whole = _SHARE_OF.match(around.after) if around.found.unit == "percent" else None
        if whole:
            yield f"{subject}, as a share of {whole['what']}", True
        yield f"average of {subject}" if said.verb == "average" and not said.rest else subject, True


def _is_few_of_somebody(subject: str, around: AroundNumber) -> bool:
    """“The Democrats fell to 15”: of which a body has so few, its name does not say."""
    is_bare = around.found.unit is None and (around.found.low or 0) < _FEW
    return is_bare and _NAMED.fullmatch(subject) is not None


# “The party fell to six seats”
_HELD: Final = frozenset(
    "seats members votes points councillors deputies shops branches staff".split()
)
_FEW: Final = 1000
_NAMED: Final = compile_pattern(
    r"(?:the )?(?-i:[A-Z])[\w’'-]*(?: (?:(?:of|for|and|the) )*(?-i:[A-Z])[\w’'-]*)*"
)
_SEATS: Final = compile_pattern(r"\b[0-9]+ seats\b")


def _is_level(said: SaidBefore, around: AroundNumber) -> bool:
    is_compared = around.found.unit in _SHARES and _COMPARED.match(around.after)
    is_put = said.passive and said.verb in _PUT and said.rest == "at"
    is_there = said.verb in _LEVEL and _TO_LEVEL.fullmatch(said.rest) and around.noun is None
    return bool((is_there and not is_compared) or is_put)


def _of_being(subject: str, said: SaidBefore, around: AroundNumber) -> Iterator[tuple[str, bool]]:
    how = _HOW.match(around.after) if around.found.unit in _SHARES and not said.rest else None
    if how:
        yield f"{subject}, {how[1]}", True
    if said.rest == "worth":
        yield f"value of {subject}", True
    elif up := _UP.fullmatch(said.rest):
        yield f"{'rise' if up['up'] else 'fall'} in {subject}", True


# “The risk was 19 percent higher with a cap”
_HOW: Final = compile_pattern(
    r" ((?:higher|lower|more|less) (?!than\b)[a-z]+(?: [a-z]+){0,5})(?=[,;:.]|$| (?:and|but)\b)"
)
_GOES: Final = compile_pattern(r"(?:(?P<up>up)|down)\b")
_PRICING: Final = frozenset({"cost", "sell"})


def _of_price(subject: str, said: SaidBefore, around: AroundNumber) -> Iterator[tuple[str, bool]]:
    """“Cost of butter”; “Rise in the cost of butter”, which cost 12 percent more."""
    if said.verb == "sell":
        if said.rest in ("at", "for"):
            yield f"price of {subject}", True
    elif around.found.unit not in _SHARES:
        yield f"cost of {subject}", True
    elif how := _COMPARED.match(around.after):
        is_more = how["how"].lower() in ("more", "higher", "above")
        yield f"{'rise' if is_more else 'fall'} in the cost of {subject}", True


def _takes_object(said: SaidBefore) -> bool:
    """“raised its price by”, “cut 40”, but not “rose by”."""
    moved = _BY.fullmatch(said.rest)
    return (moved is not None and moved["object"] is not None) or (
        said.verb in _OF_OBJECT and not said.passive
    )


_OF_OBJECT: Final = frozenset("raise lift boost cut lower reduce trim".split())


def _of_move(subject: str, said: SaidBefore, around: AroundNumber) -> Iterator[tuple[str, bool]]:
    if said.rest in ("", "by"):
        way = "of" if (around.found.unit or "") in LENGTHS else "in"
        if subject in GOODS and _PRICES.search(around.said_before + around.said_after):
            way = "in the price of"
        yield f"{'rise' if said.verb in _RISE else 'fall'} {way} {subject}", way != "of"
    elif said.rest.endswith(("to", "from")):
        yield subject, True


# What rises is then the price: “Bread rose by 12 percent, while the price of tomatoes fell”.
_PRICES: Final = compile_pattern(r"\b(?:prices?|inflation|cheaper|dearer)\b")


def _of_object(said: SaidBefore) -> Iterator[str]:
    """“Rise in the toll” that somebody raised by so much; the toll itself, raised to or put at it."""
    moved = _BY.fullmatch(said.rest)
    thing = _fit(_SHORT_OF.sub("", moved["object"])) if moved and moved["object"] else None
    if moved is None or thing is None or _CUT_OFF.fullmatch(thing):
        return
    if said.verb in _RISE | _FALL:
        change = "rise" if said.verb in _RISE else "cut"
        yield f"{change} in {thing}" if moved["by"] else thing
    elif said.verb in _PUT and moved["to"] == "at":
        yield thing


def _of_deed(subject: str, said: SaidBefore, around: AroundNumber) -> Iterator[str]:
    """“Crates that the port handled”, “handled by the port”, “lent to the club”, “fine for the club”."""
    done = as_participle(said.verb) if said.verb not in _NO_DEEDS else None
    unit = (around.found.unit or "").partition("/")[0]
    if done is None or unit in TIME_UNITS:
        return
    done = f"{'to be ' if said.coming else ''}{done}"
    if unit in _SHARES:
        whole = _SHARE_OF.match(around.after)
        if whole and _PARTICLE.fullmatch(said.rest) and not said.passive:
            yield f"share of {whole['what']} {done} {said.rest} by {subject}"
    elif said.verb == "fine" or (said.verb in _GIVING and around.is_money):
        yield from _of_giving(subject, said, "fine for" if said.verb == "fine" else f"{done} to")
    if not (said.passive or said.verb in _LEVEL | _RISE | _FALL) and unit not in _SHARES:
        yield from _of_object_done(subject, said, done, around)


def _of_giving(subject: str, said: SaidBefore, words: str) -> Iterator[str]:
    """“Lent to the club”, “fine for the club”."""
    whom = subject if said.passive else _fit(said.rest)
    is_another = said.passive and _ANOTHER_SUM.search(said.rest)
    if whom and not is_another and (said.passive or not _PARTICLE.fullmatch(said.rest)):
        yield f"{words} {whom}"


# “Was fined £2 million and must repay”
_ANOTHER_SUM: Final = compile_pattern(r"[0-9]|\b(?:and|or)\b")


def _of_object_done(
    subject: str, said: SaidBefore, done: str, around: AroundNumber
) -> Iterator[str]:
    """“Crates that the port handled”, “area burned”, “spent on repairs”, “handled by the port”."""
    if not _PARTICLE.fullmatch(said.rest):
        return
    purpose, with_particle = FOR.match(around.after), f"{done} {said.rest}".strip()
    if around.noun:
        yield f"{around.phrase} that {subject} {said.group} {said.rest}"
    elif (around.found.unit or "").partition("/")[0] in AREAS:
        yield f"area {with_particle}"
    elif purpose:
        yield f"{with_particle} {purpose[1]}"
    elif not _MAY.match(said.group):
        yield f"{with_particle} by {subject}"


_MAY: Final = compile_pattern(r"(?:may|might|can|could|should) ")
_SHARE_OF: Final = compile_pattern(
    r" of (?P<what>(?!(?:it|them|what|which|whom|this|that)\b|those\b(?! [a-z]+ed))[^,;:.()“”]{2,50}?)"
    r"(?=[,;:.()—–“”]|$| (?:and|but|after|before|when|while|as|which|who|that|last|this|since|until|by|if|because|in|on"
    r"|at|for|from|to|with)\b)"
)
_NO_DEEDS: Final = frozenset("be have say cost count last beat top exceed match equal mean".split())
_GIVING: Final = frozenset("give lend pay award grant offer owe promise".split())
_SHARES: Final = frozenset({"percent", "share", "percentage points", "times"})
_PARTICLE: Final = compile_pattern(r"(?:up|out|off|away|down|aside|through|over|back|on|along|in)?")


def _of_sentence(subject: str, said: SaidBefore, around: AroundNumber) -> Iterator[str]:
    """“Sentence of the mayor”, whom a court sentenced to seven years."""
    whose = subject if said.passive else _fit(_TO_OR_FOR.sub("", said.rest))
    is_time = (around.found.unit or "") in TIME_UNITS
    if said.verb in ("sentence", "jail", "imprison") and is_time and whose:
        yield f"sentence of {whose}"


_TO_OR_FOR: Final = compile_pattern(r" ?(?:to|for)$")


# “Lowered its rate by 25 points to”.
_SHORT_OF: Final = compile_pattern(r" (?:by [£$€]?[0-9].*|(?:in|for) (?:19|20)[0-9]{2})$")
# “cut power to 5,200 customers”: power is not so much
_CUT_OFF: Final = compile_pattern("power|electricity|gas|water|heating|supplies|service")


def _of_preposition(subject: str, said: SaidBefore, around: AroundNumber) -> Iterator[str]:
    """“Votes by which Lee beat the mayor”, “Time for which he may hold no office”, “Paid for the mill”."""
    found = _PREPOSED.fullmatch(said.rest)
    unit = (around.found.unit or "").partition("/")[0]
    if found is None or said.verb in _LEVEL | _RISE | _FALL:
        return
    thing = _UNDATED.sub("", " ".join((found["object"] or "").split())).strip()
    said, thing = _of_second_verb(said, thing)
    if thing and (has_verb(f"it {thing}") or any(sign in thing for sign in ",;:“”")):
        return
    word = found["word"].lower()
    bare = f"{said.group} {thing}" if _PARTICLE.fullmatch(thing) else said.group
    clauses = [
        f"{subject} {said.group} {thing}".strip(),
        f"{subject} {bare}".strip(),
        f"{_OF_PLACE.split(subject)[0]} {bare}".strip(),
    ]
    if unit in TIME_UNITS and word in ("for", "within"):
        yield from (f"time {word} which {clause}" for clause in clauses)
    elif around.noun and word == "by" and thing:
        yield f"{around.phrase} by which {clauses[0]}"
    elif around.is_money and word == "for" and thing and said.verb in _BUYING:
        thing = thing.partition(" to ")[0] if said.verb in _LETTING else thing
        let = f"the {_LETTING[said.verb]} of " if said.verb in _LETTING else ""
        yield f"{'to be paid' if said.coming else 'paid'} for {let}{thing}"
    elif word == "at" and (unit in _SPEEDS or (unit == "percent" and thing)):
        what = "speed" if unit in _SPEEDS else "rate"
        is_so = what == "speed" or said.verb in _LENDING
        yield from (f"{what} at which {clause}" for clause in clauses if is_so)
    elif unit in _SHARES and word == "in" and thing:
        whole = _SHARE_OF.match(around.after)
        yield from (f"share of {whole['what']} in which {clause}" for clause in clauses if whole)
    elif word == "for" and not thing and (done := to_participle(said.verb)):
        yield f"{'to be ' if said.coming else ''}{done} for by {subject}"


_OF_PLACE: Final = compile_pattern(" (?:at|in|from|on) ")
_FEWEST: Final = 3
# “had drawn entries from only 31 countries”, “spread to 14 villages”
_AMONG: Final = compile_pattern(
    r"(?:(?P<object>[a-z]+(?: [a-z]+){0,2}) )?(?P<word>from|to|in|into|across)"
)


def _of_those_there(subject: str, said: SaidBefore, around: AroundNumber) -> Iterator[str]:
    """“Countries from which the games had drawn entries”, “villages to which the fire spread”."""
    is_several = around.noun and (around.found.low or 0) > _FEWEST
    among = _AMONG.fullmatch(said.rest) if is_several else None
    is_moved = said.verb in _RISE | _FALL
    if among is None or is_moved or (said.verb in _LEVEL and not among["object"]):
        return
    if has_verb(f"it {among['object']}"):
        return
    whom = "whom" if are_people(around.phrase) else "which"
    clause = " ".join(f"{subject} {said.group} {among['object'] or ''}".split())
    yield f"{around.phrase} {among['word']} {whom} {clause}"


def _of_second_verb(said: SaidBefore, thing: str) -> tuple[SaidBefore, str]:
    second = _SECOND_VERB.search(thing)
    return (replace(said, group=second[1]), "") if second else (said, thing)


# “The boat was built at Lesk and has batteries for 60 hours”
_SECOND_VERB: Final = compile_pattern(r" and ((?:has|have|had|is|was|are|were|will|would)\b .+)$")
_SPEEDS: Final = frozenset({"kilometre per hour", "mile per hour", "metre per second", "knot"})
_LENDING: Final = frozenset("lend borrow tax pay charge finance".split())
# When it was, and other sums.
_UNDATED: Final = compile_pattern(
    r" (?:in|on|by) [^,]*\b[0-9]{4}$| (?:last|this) [a-z]+$| of (?:it|them)\b.*$| (?:another )?[£$€]?[0-9].*$"
)
# Who leases a thing pays for the lease of it.
_LETTING: Final = {"lease": "lease", "rent": "rental", "hire": "hire"}
_BUYING: Final = frozenset("buy sell acquire purchase let lease rent hire auction".split())


def _fit(words: str) -> str | None:
    """A subject or an object that can stand in a label: short, of one part, and no pronoun."""
    whole = _RELATIVE_END.sub("", " ".join(words.split()).strip(" ,"))
    text = _OWNED.sub("", _WHERE.sub("", whole))
    if _NO_NOUN.match(text) or _VERB_FIRST.match(text):
        return None
    is_short = bool(text) and len(text.split()) <= _MOST_WORDS
    is_plain = "," not in text and not any(sign.isdigit() for sign in text)
    # At its end “costs” is a noun.
    is_clause = has_verb(f"{text} so") or _SUPERLATIVE.fullmatch(text) or _RELATIVE.search(text)
    return text if is_short and is_plain and not PRONOUN.match(text) and not is_clause else None


# “The maximum penalty for an official who takes a bribe”.
_RELATIVE_END: Final = compile_pattern(r"(?<=[a-z]),? (?:who|which|that) [^,]*$")
# “In Lesk the Greens”: the Greens.
_WHERE: Final = compile_pattern(
    r"^(?:in|at|on|near|across) (?-i:[A-Z])[\w’'-]*(?: (?-i:[A-Z])[\w’'-]*)? (?=(?:the|an?|its|their) )"
)
_NO_NOUN: Final = compile_pattern(
    r"(?:in|on|at|by|from|of|with|for|to|will|would|could|may|has|have|had|is|are|was|were)\b"
)
# “Calls itself so”, of a group that does.
_VERB_FIRST: Final = compile_pattern(
    r"[a-z]+s (?:itself|himself|herself|themselves|it|them|that)\b"
)
_OWNED: Final = compile_pattern(r"^(?:its|his|her|their|our|my|your) ")
# “The cheapest” stands for a noun that was named before.
_SUPERLATIVE: Final = compile_pattern(
    r"(?:the )?(?:best|worst|most|least|(?:larg|bigg|small|low|high|cheap|dear|old|new|young|long|short|lat|fast"
    r"|rich|poor|clos|near|deep|strong|weak|earli|heavi)est|first|last|second|third|other|others|rest|latter|former)"
)
_RELATIVE: Final = compile_pattern(r"\b(?:who|which|that|whose|where|said|says)\b")
