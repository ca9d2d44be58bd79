"""Forms with digits or number words that are not quantities."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from dateline.language.en.quantities.counting import ONE_OF_A_KIND, read_age
from dateline.language.en.quantities.hedges import hedge_before
from dateline.language.en.quantities.numbers import WrittenNumber
from dateline.language.en.words import (
    COUNTED,
    DASH,
    DIGITS,
    NUMBER_WORDS,
    ONES,
    SERVICE,
    TEENS,
    TENS,
    TIME_UNITS,
    compile_pattern,
    one_of,
)
from dateline.patterns import compile_later

_SMALL: Final = rf"(?:{one_of([*ONES, *TEENS, *TENS, 'hundred'])}|[0-9]{{1,3}})"
_HOURS: Final = one_of([*ONES, "ten", "eleven", "twelve"])
_HOUR: Final = r"[0-2]?[0-9]"
_CLOCK: Final = rf"{_HOUR}(?:[.:][0-5][0-9])?"
_HALF_DAY: Final = r"(?:am|pm|a\.m\.?|p\.m\.?|o'clock)(?!\w)"
_ZONE: Final = "(?:GMT|BST|UTC|EST|EDT|ET|PST|PDT|PT|CET|CEST|local time|hrs)"
_STREET: Final = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Square|Terrace|Crescent|Way|Place"
    r"|Court|Gardens|Close)"
)
_SIDES: Final = (
    r"(?:wheel|way|sided|state|faced|dimensional|off|stop|handed|hander|up|down|nil|all|love"
    r"|under|over|par|something|bit|ish|on|for|by|size|horse|tone|step|tier|pronged|ply|piece"
    r"|level|part|iron|wood|star|letter|figure|digit|party|course|door|legged|headed|pointer|seater)"
)
# Words before "one" that make it a pronoun or part of a name.
_SUCH: Final = (
    r"(?:no|every|any|some|each|this|that|which|the|another|only|last|first|next|new|old|good|big"
    r"|great|loved|square|day|number|phase|series|formula|grade|world|everyone|little)"
)

SILENT: Final[Mapping[str, re.Pattern[str]]] = {
    name: compile_pattern("|".join(patterns))
    for name, patterns in {
        "clock time": (
            (
                rf"(?<![\w.])(?=[0-9])(?:{_CLOCK}(?: (?:to|and|until|or) {_CLOCK})? ?{_HALF_DAY}"
                rf"|{_CLOCK}{DASH}{_CLOCK} ?{_HALF_DAY}"
                rf"|{_HOUR}(?::[0-5][0-9]){{1,2}}(?:\.[0-9]+)?(?!\w)"
                rf"|{_HOUR}[.:]?[0-5][0-9] {_ZONE}\b"
                r"|0[0-9]\.[0-5][0-9](?![0-9])|12 (?:noon|midnight)\b|0[0-9]{3} hours\b)"
            ),
            rf"\bthe [0-2]?[0-9]\.[0-5][0-9](?={SERVICE})",
            r"\b(?:at|by) [12][0-9][0-5][0-9] hours\b",
            rf"\b(?:{_HOURS} o'clock|twelve (?:noon|midnight)\b)",
            (
                rf"\b(?:(?<=in\s)|(?<=out\s)|(?<=up\s)|(?<=home\s)|(?<=off\s)|(?<=work\s)|(?<=us\s)|(?<=them\s))"
                rf"at {_HOURS}(?= (?:and|but|or|when|then) (?:they|he|she|we|I|it|the)\b)"
            ),
            (
                rf"\b(?:half|quarter|five|ten|twenty|twenty-five) (?:past|to) {_HOURS}\b"
                r"(?= (?:in the|on|this|that)\b|[.,])"
            ),
            (
                rf"\b{_SMALL} minutes? (?:past|to|before|after) (?:{_HOURS}|noon|midnight|midday|the hour)\b"
                rf"(?! (?:{one_of(TIME_UNITS)})s?\b|{DASH})"
            ),
            (
                r"(?<!closed\s)(?<!close\s)(?<!trading\s)(?<!traded\s)(?<!opened\s)(?<!stood\s)(?<!ended\s)(?<!priced\s)"
                r"\bat (?:0?[0-9]|1[0-9]|2[0-3])\.[0-5][0-9](?=$|[.,;:)]| (?:and|but|when|with|after"
                r"|before|to|by|for|that|as|while|because|she|he|they|it|there|had"
                r"|was|were|from|local|then|or|GMT|BST|an|a)\b)"
            ),
            (
                r"\b(?:at|before|after|until|around"
                rf"|by) {_HOUR}\.[0-5][0-9](?=[ .,]*(?:on|in the|this|$))"
            ),
        ),
        "ratio or odds": (
            r"(?<![\w.])[0-9]+:[0-9]+",
            rf"(?<![\w.,-]){DIGITS}(?: [mbtq][a-z]*illion)? to (?:1|one)(?!\w|[.,][0-9]| (?:million|billion))",
        ),
        "fraction or path": (
            r"(?<!\w)(?!(?<=[0-9][ -])[1-7]/[2348](?![0-9/]))[0-9]+/[0-9]+(?:/[0-9]+)*",
        ),
        "phone number": (
            (
                r"(?<![\w.])(?:\+[0-9]{1,3}[ -]?)?(?:\(?0[0-9]{2,5}\)?|[0-9]{3}|\([0-9]{3}\))"
                r"[ -][0-9]{3,4}(?:[ -][0-9]{3,4})+(?!\w)"
            ),
            r"(?<![\w.,])0[0-9]{2,4}[ -][0-9]{3,8}\b",
            r"\+[0-9]{1,3}(?:[ -]\(?[0-9]{1,5}\)?){2,5}\b",
            r"\b[0-9]{3}-[0-9]{4}\b",
            r"(?<![\w.,$£€])1[38]00[ -][0-9]{3}[ -]?[0-9]{3,4}(?!\w)",
            (
                r"\b(?:call|ring|phone|telephone|dial|(?:help|hot|crisis )line|text)\b[^.!?;\n0-9]{0,40}?"
                r" (?:on |at |: )?\(?[0-9]{2,5}\)?(?:[ -][0-9]{2,4})+(?=$|[.,;:)]| (?:or|and|for|to|any"
                r"|between|from|at|if)\b)"
            ),
        ),
        "emergency number": (
            (
                r"\b(?:call|calling|called|dial|dialled|dialed|ring|text) (?:999|911"
                r"|101|111|112|988)\b"
            ),
            r"\b(?:999|911|112|000) (?:call|operator|dispatch|emergency)\w*",
            (
                r"\b(?:call(?:s|ed|ing)?|dial\w*|r(?:ang|ung|ings?|inging)|phon(?:es?|ed|ing)|text(?:s|ed|ing)?"
                r"|telephon\w+) (?:on )?[0-9]{3,5}(?=$|[.,;:)!?”’\"](?![0-9])| (?:and|or|to|for|if|when|at|after"
                r"|before|in|but|again|from|because|immediately|straight|as|on|with|without|free|day|twice|just)\b)"
            ),
            r"\b(?:text|sms|message|send)(?:ing)?(?: [\"“‘']?(?-i:[A-Z]{2,})[\"”’']?)? to [0-9]{4,6}\b",
            r"\b(?:text|sms)(?:ing)? [0-9]{4,6}\b",
        ),
        "address": (
            (
                r"(?<![\w.])(?-i:[0-9]{1,5}[A-Za-z]?(?: (?:[A-Z][\w'’.]+|[0-9]+(?:st|nd|rd"
                rf"|th))){{1,3}} {_STREET}\b)"
            ),
            r"\b[0-9]{1,3} Downing Street",
            rf"(?<![\w.,])[0-9]{{2,5}}(?: |{DASH})block (?:of|on)\b",
            r"(?<![\w.])(?-i:[0-9]{1,4},? (?:[Rr]ue|Via|Viale|Calle|Avenida|Boulevard|Place) [A-Zd])",
        ),
        "number sign": (
            (
                r"(?<!\w)(?:No|Nos|Number|Numbers)\.? ?(?:[0-9]+|one|two|three"
                r"|ten)\b(?: and [0-9]+\b)?"
            ),
            r"#[0-9]+",
        ),
        "formation or chain": (r"(?<![\w.])[0-9]{1,3}(?:[-–][0-9]{1,4}){2,}",),
        "address of a page": (
            r"\b(?:https?://|www\.)\S+",
            r"(?<![\w.+-])[\w.+-]{1,64}+@[\w.-]{1,200}\.\w+",
        ),
        "statute": (
            r"§+ ?[0-9][\w.()-]*",
            r"\b[0-9]+ U\.S\.?,? [0-9]+",
            r"\b[0-9]+ U\.S\.C\.[^,;]{0,80}",
            r"(?<![\w.])[0-9]+(?:\.[0-9]+){2,}",
            r"\b[0-9]{1,6}\([a-z0-9]{1,4}\)",
        ),
        "wheels and sides": (
            rf"\bfive{DASH}eighths?\b(?! of\b)",
            (rf"\b{_SMALL} ?{DASH}(?:a{DASH}side|word{DASH}for|{_SIDES})\b(?:{DASH}\w+)*"),
        ),
        "one that counts nothing": (
            (
                r"\bone (?:another|by one|minute,|thing|way|side|or other|and only"
                r"|and all|such|hand)"
            ),
            r"\bone day\b(?! (?:international|cricket))",
            (
                rf"\b{_SUCH} one\b(?!{DASH}|(?: |{DASH})(?:million|billion|hundred|thousand)"
                rf"| (?:in|out of) (?:every )?(?:{NUMBER_WORDS}|[0-9]))"
            ),
            r"\bone(?:'s|self)\b",
            rf"\bone of (?!{NUMBER_WORDS}|[0-9])",
            r"\bone in which\b",
            r"\bat one (?:point|time|stage)\b",
            r"\bone (?:could|can|might|must|should|would|may)\b",
        ),
        "place on the globe": (
            (
                r"\b(?:latitude|longitude)s? (?:of |at )?[-−]?[0-9.]+(?: ?°| degrees?)?"
                r"(?: (?:north|south|east|west)\b| ?(?-i:[NSEW])\b)?"
            ),
            r"(?<![\w.])[0-9]{1,3}\.[0-9]+ (?:north|south),? (?:and |by )?[0-9]{1,3}\.[0-9]+ (?:east|west)\b",
            (
                r"(?<![\w.])[0-9]{1,3}(?:\.[0-9]+)?(?:°|(?<=\.[0-9])|(?<=\.[0-9][0-9])) ?(?:[0-9]{1,2}['′] ?)?"
                r"(?-i:[NSEW])(?!\w)"
            ),
        ),
        "number of a bus": (
            (
                r"(?<!of\s)(?<!all\s)\bthe [0-9]{1,3}(?=(?:,| and| or)[^.!?]{0,60}\b(?:bus|buses|trams?)\b"
                r"| (?:bus|tram|trolleybus)\b)"
            ),
        ),
        "name of a bond": (
            (
                rf"\b{_SMALL}{DASH}year (?:[\w.]+ ){{0,3}}?(?:bonds?|gilts?|bunds?|treasur(?:y|ies)|notes?"
                r"|yields?|JGBs?)\b"
            ),
        ),
        "rank": (
            rf"\btop(?: |{DASH})(?:[0-9]+|{NUMBER_WORDS})(?![\w%.,]*[0-9%])(?! per| percent|-)",
        ),
        "name": (
            r"\b(?-i:50 Cent|7-Eleven|401\(?k\)?|403\(?b\)?|Catch-22)",
            r"\b(?-i:[123] (?:Corinthians|Thessalonians|Timothy|Peter|John|Kings|Samuel|Chronicles)\b)",
            r"\bgas mark [0-9]\b",
            r"\b(?-i:[12],000 Guineas|24 Hours of [A-Z]|Year [1-9][0-3]?(?= (?:pupil|student|class|teacher)))",
            (
                r"\b(?:(?:IMO|MMSI|ISBN|registration|serial|phone|telephone|mobile|account|reference|badge"
                r"|licen[cs]e|case|hotline|flight) (?:number|no\.?)|PIN|passcode|password)(?: is| was|:)?"
                r" [0-9][0-9-]*"
            ),
            r"\bclass of ['’]?[0-9]{2}\b",
            rf"\b(?:180|360)(?: |{DASH})degree\b",
        ),
        "list number": (r"(?m:^[ \t]*[0-9]{1,2}[.)](?=[ \t]))",),
        "cricket score": (
            (
                r"(?<![\w.,$£€-])[0-9]{2,3} for (?:10|[0-9]|two|three|four|five|six|seven|eight|nine)"
                r"(?: declared|dec)?(?=$|[.,;:)]| (?:at (?:stumps|lunch|tea|the close)|in reply|when|off)\b)"
            ),
        ),
        "set phrase": (
            r"\b(?:fourth of july|twelfth night)\b",
            (
                r"\b(?:24/7|7/7|50[-–]50|fifty-fifty|nine(?: |-)to(?: |-)five|9(?: |-)to(?: |-)5"
                r"|two by two|on all fours|group of (?:seven|eight|20|77)|ten a penny|(?:one"
                r"|two) or more)\b"
            ),
        ),
    }.items()
}


def silent_spans(text: str) -> list[tuple[int, int]]:
    return sorted(match.span() for pattern in SILENT.values() for match in pattern.finditer(text))


# Words before a number that make it a name, whatever follows: "Route 66", "size 10 shoes".
NUMBERED: Final = frozenset(
    """route flight highway interstate motorway junction gate platform terminal runway room suite flat
    apartment section article clause paragraph chapter page verse episode volume appendix annex level
    tier category cat phase grade band size type model mark mk version pad bay booth berth hangar
    channel ftse nasdaq nikkei dax cac stoxx russell fortune forbes boeing airbus embraer soyuz artemis
    apollo voyager falcon windows iphone ipad galaxy pixel xbox playstation bmw audi peugeot porsche
    ferrari mazda renault fiat leopard challenger shahed geran mirage psalm covid sars formula
    resolution proposition amendment docket""".split()
)
# Words that do so unless the number counts something: "Line 4", but "on the line 40 people".
LABELS: Final = NUMBERED | frozenset(
    """exit pier unit floor lane seat row table act title rule measure bill case count form schedule
    figure issue part season series round game match leg heat stage class year day week hour minute
    key release super bowl cop area zone district ward precinct camp block plot lot hole number no nos
    num radio studio top group squadron battalion brigade division company engine truck bus line train
    service order directive regulation protocol point isaiah john luke mark matthew agent ps rank
    ranked seed seeded league world catch plan vitamin omega ranking position bible codex asteroid
    comet psr gliese kepler hubble dorm cell ladder reference ref quoting chromosome deck code pin
    extension stand dock locker hut cubicle lap turn corner bib shirt item question exhibit juror
    witness victim suspect patient sector slide scene track disc step force gale defcon mach box opus
    op symphony concerto marker mile site well reactor shaft checkpoint postcode zip password passcode
    carbon uranium caesium cesium iodine strontium cobalt plutonium par bed lift court coach carriage
    war task team army corps fleet wing car tram badge fork fig
    move board frame inning kilometre kilometer building shop house barn store kiosk""".split()
)
# Of these, only a capitalised one is a label: "in year 3" but not "each year 3 million".
LABELS_IF_CAPITAL: Final = frozenset(
    """point line world league company order act service train bill season seat super game
    match stage group mark john luke matthew no schedule measure leg plan floor code catch
    rank ranked seed seeded building shop house barn store kiosk""".split()
)

# Vetoes: each looks at the text, the number and its unit

_WORD_BEFORE: Final = compile_later(
    r"(?P<word>[A-Za-z][\w.’'-]*)(?:\s|-)(?:[0-9]{1,4}(?:,|\s(?:and|or|to))\s){0,2}$"
)


def labelled(text: str, number: WrittenNumber, unit: str | None) -> bool:
    """Route 66, Boeing 737, Article 5: the number of a named thing."""
    offset = max(0, number.start - 32)
    match = _WORD_BEFORE.search(text[offset : number.start])
    if match is None or number.measured or "," in number.written or number.scale != 1:
        return False
    word, counted = match["word"], (unit or "").lower() in COUNTED
    if is_label(word):
        if word[0].isupper():
            return unit is None or not counted or _is_numbered(word)
        is_class = word.lower() in _CLASSES
        return unit is None or (
            _is_numbered(word) and (is_class or not counted) and _is_bare(match)
        )
    if re.search(r"[a-z][A-Z]", word):
        return True
    if not number.in_digits or not _may_name(text, word, offset + match.start(), number, unit):
        return False
    return not counted and read_age(text, number, None, 0)[0] is None


# After one of these a number counts nothing: "category 3 cases".
_CLASSES: Final = frozenset({"category", "type", "grade", "tier", "phase", "band"})
_DETERMINED: Final = compile_pattern(
    r"\b(?:the|this|that|these|each|every|his|her|its|their|our|per|one|same|next|last|first) $"
)


def _is_bare(match: re.Match[str]) -> bool:
    """Whether no article goes before a label: "size 10 shoes", not "on the platform 12 commuters"."""
    return _DETERMINED.search(match.string[: match.start()]) is None


def _is_numbered(word: str) -> bool:
    lower = word.lower().rstrip(".")
    return lower in NUMBERED or lower.removesuffix("s") in NUMBERED


def is_label(word: str) -> bool:
    lower = word.lower().rstrip(".")
    label = lower if lower in LABELS else lower.rstrip("s")
    return label in LABELS and (word[0].isupper() or label not in LABELS_IF_CAPITAL)


def _may_name(text: str, word: str, start: int, number: WrittenNumber, unit: str | None) -> bool:
    """Whether a capitalised word may be the name that the number belongs to."""
    lower = word.lower().rstrip(".")
    if not word[0].isupper() or lower in _NO_LABEL:
        return False
    if unit is not None and lower.endswith(("'s", "’s")):
        return False  # "of Iowa's 99 counties"
    if unit is None:
        return not lower.endswith(("ing", "ed")) or not _sentence_starts(text, start)
    if _sentence_starts(text, start):
        # "Leopard 2 tanks": small numbers that count are written as words.
        return number.value < 10 and not lower.endswith(("ing", "ed", "ly", "day"))
    return _PLACED.search(text, max(0, start - 10), start) is None


# "In Sumy 12 drones fell": the name of a place ends before the number.
_PLACED: Final = compile_later(
    r"(?:^|[.!?]\s)(?:In|At|Near|Outside|Inside|Across|Around|Over|Above)\s$"
)
_NO_LABEL: Final = frozenset(
    """a an the of in at on by from with to for per than and but or some all only just another
    about around over under nearly almost roughly up out between least most more less fewer
    approximately exactly still now then there that this these those it he she they""".split()
)


def _sentence_starts(text: str, position: int) -> bool:
    before = text[max(0, position - 4) : position]
    return re.search(r"(?:^|[.!?:\n\"“‘—–)]['\"”’)]*\s*)$", before) is not None


_CUE_BEFORE: Final = compile_pattern(
    r"\b(?:kill\w*|injur\w*|wound\w*|leav\w+|left|arrest\w*|detain\w*|sicken\w*|another|additional"
    r"|further|other|all"
    r"|(?:total|party|group|team|family|crew|gang|panel|jury|squad|maximum|minimum|average|cast) of"
    r"|to|hospitali[sz]\w*|rescu\w*|displac\w*) $"
)
_CUE_AFTER: Final = compile_pattern(
    r" (?:others?|more|dead|were|was|are|have|had|died|people|of (?:them|those|whom"
    r"|the|these|its|his|her|their)|injured|wounded|killed|missing|critically"
    r"|seriously|remain\w*|survived|voted|abstained|dissented|backed|opposed|escaped"
    r"|fled|drowned|in \w+ (?:were|was|are))\b"
)

# "… two options for people, and three for animals"
_LISTED: Final = compile_pattern(
    rf"(?:{NUMBER_WORDS}|[0-9]) [^.!?]{{3,60}}(?:,|,? and|,? or)(?: another)? $"
)
_LIST_GOES_ON: Final = compile_pattern(r" (?:in|for|at|from|on|to|if|when|where)\b")


def _bare_word(text: str, number: WrittenNumber, unit: str | None) -> bool:
    """A number word without a counted noun, unless the words around it say that it counts."""
    if unit is not None or number.in_digits or number.scale > 1 or number.value >= 1000:
        return False
    if number.value % 1:
        return False  # "five and a half"
    before = text[max(0, number.start - 24) : number.start]
    if hedge_before(text, number.start) or _CUE_BEFORE.search(before):
        return False
    listed = _LISTED.search(text, max(0, number.start - 80), number.start)
    if number.value > 1 and listed and _LIST_GOES_ON.match(text, number.end):
        return False
    if number.value > 1 and _stands_alone(text, number):
        return False
    cue = _ONE_HURT if number.value == 1 else _CUE_AFTER
    return cue.match(text, number.end) is None


# "The team wins eight.", "They kept two and sold six."
_TAKES_A_NUMBER: Final = compile_pattern(
    r"\b(?:w[io]n|wins|winning|los[et]|loses|losing|scor\w+|needs?|needed|sold|sells?|bought|hired|had|has"
    r"|have|having|saved|missed|made|caught|found|reached|totalled|numbered|got|gets|saw|sent|elects?|elected"
    r"|employs?|employed|freed|sank|took|takes|kept|keeps|lists?|listed|counts?|counted|cost|costs|added)"
    r"(?: only| just| another)? $"
)
_LIST_ITEM: Final = compile_later(r"(?:^|\n)\s*(?:[-*•]\s+)?[^:\n.!?]{1,40}:\s$")
_PUT_AT: Final = compile_pattern(
    r"\b(?:put|puts|stands?|stood|estimated|held|remained|set|fixed|capped)\b[^.,;]{0,40} at $"
)
_THEN_ENDS: Final = compile_pattern(
    r"(?:$|[.,;:)!?]|\n| (?:and|but|or|in|on|at|from|since|last|late|early|to)\b)"
)


# "Of the 14 ships at anchor, nine flew …"
OF_THEM: Final = compile_pattern(
    r"(?:^|[.!?;:] )Of [^.!?;]{4,100}, (?:only |just |at least |some |about |more than )?$"
)
_SET_AGAINST: Final = compile_pattern(
    r"(?:[0-9]|\b(?:years?|months?|weeks?|days?|hours?|minutes?|[a-z]+s))"
    r",? (?:instead of|rather than|(?:and )?not|(?:up |down )?from|against|compared (?:with|to))(?: just| only)? $"
)


# A verb before a number word that ends its clause: "A good crew lands seven."
_VERB_BEFORE: Final = compile_pattern(
    r"\b(?!(?:plus|minus|less|this|its|his|as|series|across|versus|class|yes|is|was|has|bus|towards|besides"
    r"|need|hundred|indeed|red|bed|united)\b)[a-z]{2,}(?:s|ed) $"
)
_CLAUSE_ENDS: Final = compile_pattern(r"(?:$|[.;!?]|, (?:and|but|while|or)\b)")
# "17 were positive, compared with nine in 2017"
_COMPARED: Final = compile_pattern(
    r"[0-9a-z], ?(?:compared (?:with|to)|up from|down from|against)(?: just| only)? $"
)
_THEN: Final = compile_pattern(
    r" (?:in (?:[12][0-9]{3}|the (?:same|previous|preceding|first|whole|year))|a year|last (?:year|month|week)"
    r"|the (?:year|month|week) before)\b"
)
# "Won five of their past six".
_OUT_OF: Final = compile_pattern(
    rf"\b(?:{NUMBER_WORDS}|[0-9]{{1,2}}) (?:out )?of (?:the|his|her|its|their|our|my)"
    r" (?:past|last|first|final|opening|next|previous) $"
)
# "Spoke of six dead, then of nine", "first said 12, later 14".
_THEN_OF: Final = compile_pattern(
    rf"\b(?:of|at|to|with|as) (?:{NUMBER_WORDS}|[0-9]{{1,3}})\b(?:[^.;:!?]|[.:](?! (?-i:[A-Z]))){{0,60}}"
    r",? (?:and |and then |then |later |and later )"
    r"(?:of|at|to|with|as)(?: just| only)? $"
)
_ALONE_AFTER: Final = (_TAKES_A_NUMBER, _LIST_ITEM, _PUT_AT, _SET_AGAINST, _OUT_OF, _THEN_OF)


def _stands_alone(text: str, number: WrittenNumber) -> bool:
    """Whether a number word without a noun counts by the verb before it, or as an item of a list."""
    if OF_THEM.search(text, max(0, number.start - 120), number.start):
        return True
    before = text[max(0, number.start - 100) : number.start]
    if _COMPARED.search(before) and _THEN.match(text, number.end):
        return True
    if not _THEN_ENDS.match(text, number.end):
        return False
    if _CLAUSE_ENDS.match(text, number.end) and _VERB_BEFORE.search(before):
        return True
    return any(cue.search(before) for cue in _ALONE_AFTER)


_ONE_HURT: Final = compile_pattern(
    r" (?:other|more|was (?:killed|injured|wounded|arrested|missing|critically))\b"
)


def _bracketed(text: str, number: WrittenNumber, unit: str | None) -> bool:
    """A bare small number in brackets: goals, minutes of a match, a footnote."""
    bare = unit is None and number.scale == 1 and number.value <= 999
    return bare and text[number.end : number.end + 1] == ")"


def _pronoun(text: str, number: WrittenNumber, unit: str | None) -> bool:
    """One, where it counts nothing: "one of the men", "this one"."""
    if number.written.lower() != "one" or number.scale != 1 or number.unit is not None:
        return False
    if unit is not None and re.match(r"[-‐–]", text[number.end : number.end + 1]):
        return False
    if hedge_before(text, number.start):
        return False
    single = ONE_OF_A_KIND.match(text, number.end) or _ONE_HURT.match(text, number.end)
    return single is None


_THE: Final = compile_pattern(
    r"\b(?:the|these|those|all|both|other|any|first|last|next|top) (?:other |first "
    r"|last |next |top )?$"
)


# "The two oldest tenants" have not been named before.
_MOST: Final = compile_pattern(
    r" (?!(?:rest|best|west|east|guest|interest|honest|modest)\b)[a-z]{3,}est [a-z]"
)


def _pointing_back(text: str, number: WrittenNumber, _unit: str | None) -> bool:
    """The two countries, all three men: already counted before."""
    if number.measured or number.value not in {2, 3} or number.in_digits:
        return False
    if re.match(r"[-‐–]", text[number.end : number.end + 1]) or _MOST.match(text, number.end):
        return False
    return _THE.search(text[max(0, number.start - 20) : number.start]) is not None


def _named(text: str, number: WrittenNumber, unit: str | None) -> bool:
    """A number word that is part of a name: "the Big Three", "Three Mile Island"."""
    if number.in_digits or not number.written[0].isupper():
        return False
    first = _sentence_starts(text, number.start)
    capital_after = re.match(r"\s+[A-Z]", text[number.end : number.end + 3]) is not None
    quoted = text[max(0, number.start - 1) : number.start] in {'"', "“", "‘"}
    return not first or (capital_after and (unit is None or quoted))


def _zero_first(_text: str, number: WrittenNumber, _unit: str | None) -> bool:
    """007, Kyiv 01001: no quantity begins with a zero but one below one."""
    return re.match("0[0-9]", number.written) is not None


def _model(text: str, number: WrittenNumber, unit: str | None) -> bool:
    """A 747: after an article a bare whole number is a name."""
    if unit is not None or number.scale != 1 or not number.written.isdigit():
        return False
    return re.search(r"\b[Aa]n?\s$", text[max(0, number.start - 4) : number.start]) is not None


def _at_a_time(text: str, number: WrittenNumber, unit: str | None) -> bool:
    """At 10, by 6: most likely the hour."""
    value = number.value
    if unit is not None or number.scale != 1 or value > 12 or value != int(value):
        return False
    before = text[max(0, number.start - 10) : number.start]
    if re.search(r"\bat\s+$", before):
        return _PUT_AT.search(text, max(0, number.start - 60), number.start) is None
    return bool(_BEFORE_AN_HOUR.search(before) and _HOUR_ENDS.match(text, number.end))


_BEFORE_AN_HOUR: Final = compile_pattern(r"\b(?:until|till|by|before|after|since|around|about) $")
_HOUR_ENDS: Final = compile_pattern(
    r" (?:in the (?:morning|afternoon|evening)|(?:this|tomorrow|yesterday) (?:morning|afternoon|evening)"
    r"|tonight|sharp)\b"
)


Veto = Callable[[str, WrittenNumber, str | None], bool]
VETOES: Final[tuple[Veto, ...]] = (
    labelled,
    _bracketed,
    _bare_word,
    _pronoun,
    _pointing_back,
    _named,
    _at_a_time,
    _zero_first,
    _model,
)
