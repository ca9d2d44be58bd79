"""Forms that hold digits or number words and are no quantity: each pattern with its reason."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dateline.facts.language.en.words import (
    COUNTED,
    DASH,
    NUMBER_WORDS,
    compile_pattern,
    one_of,
)

_SMALL: Final = rf"(?:{NUMBER_WORDS}|[0-9]{{1,3}})"
_ZONE: Final = "(?:GMT|BST|UTC|EST|EDT|ET|PST|PDT|PT|CET|CEST|local time|hrs)"

SILENT: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        name: compile_pattern(pattern)
        for name, pattern in {
            "clock time": rf"(?<![\w.])[0-2]?[0-9](?:[.:][0-5][0-9])?(?:{DASH}[0-2]?[0-9](?:[.:][0-5][0-9])?)? ?(?:am|pm|a\.m\.?|p\.m\.?|o'clock)(?!\w)"
            rf"|(?<![\w.])[0-2]?[0-9](?::[0-5][0-9]){{1,2}}(?:\.[0-9]+)?(?!\w)|(?<![\w.])[0-2]?[0-9][.:]?[0-5][0-9] {_ZONE}\b"
            rf"|(?<![\w.])0[0-9]\.[0-5][0-9](?![0-9])|\b{NUMBER_WORDS} o'clock|\b(?:half|quarter|five|ten|twenty|twenty-five) (?:past|to) (?:{NUMBER_WORDS})(?= (?:in the|on|this|that)\b|[.,])"
            r"|\b(?:at|before|after|until|around|by) (?:[0-2]?[0-9]\.[0-5][0-9])(?=[ .,]*(?:on|in the|this|$))",
            "ratio": r"(?<![\w.])[0-9]+:[0-9]+",
            "fraction or path": r"(?<![\w])[0-9]+/[0-9]+(?:/[0-9]+)*",
            "tally": rf"\b(?:vot\w+|pass\w+|approv\w+|reject\w+|defeat\w+|won|win|wins|lost|lose|beat|rul\w+|decision|majority|led|leads|ahead|margin|score|by)(?: [\w'-]+){{0,4}}? {_SMALL}(?: votes)? (?:to|{DASH}) {_SMALL}(?! ?(?:%|percent|per cent|percentage|million|billion|years|months|weeks|days|hours|minutes|people|{one_of(COUNTED)}|{DASH}))(?:(?= )(?: votes\b)?|(?!\w))"
            rf"|\b[0-9]{{1,3}} votes (?:to|for and|against) [0-9]{{1,3}}(?: votes)?(?: against)?\b",
            "phone number": r"(?<![\w.])(?:\+[0-9]{1,3}[ -]?)?(?:\(?0[0-9]{2,5}\)?|[0-9]{3}|\([0-9]{3}\))"
            r"[ -][0-9]{3,4}(?:[ -][0-9]{3,4})+(?!\w)|(?<![\w.])0[0-9]{2,4}[ -][0-9]{3,8}\b|\b[0-9]{3}-[0-9]{4}\b",
            "emergency number": r"\b(?:call|calling|called|dial|dialled|dialed|ring|text) (?:999|911|101|111|112|988)\b"
            r"|\b(?:999|911) (?:call|operator|dispatch|emergency)\w*",
            "address": r"(?<![\w.])[0-9]{1,5}[A-Za-z]?(?: (?:[A-Z][\w'’.]+|[0-9]+(?:st|nd|rd|th))){1,3} (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Square|Terrace|Crescent|Way|Place|Court|Gardens|Close)\b|\b[0-9]{1,3} Downing Street",
            "number sign": r"(?<!\w)(?:No|Nos|Number|Numbers)\.? ?(?:[0-9]+|one|two|three|ten)\b(?: and (?:[0-9]+)\b)?|#[0-9]+",
            "formation or chain": r"(?<![\w.])[0-9]{1,3}(?:[-–][0-9]{1,4}){2,}",
            "address of a page": r"\b(?:https?://|www\.)\S+|\S+@\S+\.\w+",
            "statute": r"(?:§+ ?[0-9][\w.()-]*|\b[0-9]+ U\.S\.C\.[^,;]*|(?<![\w.])[0-9]+(?:\.[0-9]+){2,}|\b[0-9]+\([a-z0-9]+\)\S*)",
            "wheels and sides": rf"\b{_SMALL} ?{DASH}(?:wheel|way|sided|state|faced|dimensional|off|stop|handed|hander|up|down|nil|all|love|a{DASH}side|under|over|par|something|bit|ish|on|for|by|to{DASH}|size|horse|tone|step|tier|pronged|ply|piece|level|word{DASH}for|part|iron|wood)\b(?:{DASH}\w+)*",
            "idiom": r"\bone (?:another|by one|minute,|day\b(?! (?:international|cricket))|thing|way|side|or other|and only|and all|such|hand)|\b(?:no|every|any|some|each|this|that|which|the|another|only|last|first|next|new|old|good|big|great|loved|square|day|number|phase|series|formula|grade|world|everyone|a|little) one\b(?!{}(?:million|billion|hundred|thousand))|\bone(?:['’]s|self)\b|\bone of (?!(?:two|three|four|five|six|seven|eight|nine|ten|[0-9]))|\b(?:twenty|ten|nine|three|four|five|six|seven|eight|fifty)[- ]?something\b|\bone in which\b|\bat one (?:point|time|stage)\b|\bone (?:could|can|might|must|should|would|may)\b".replace(
                "{}", "[ -]"
            ),
            "list number": r"(?m:^[ \t]*[0-9]{1,2}[.)](?=[ \t]))",
            "holiday": r"\b(?:fourth of july|twelfth night)\b",
            "catch phrases": r"\b(?:24/7|7/7|50[-–]50|fifty-fifty|nine to five|9 to 5|two by two|on all fours|ten a penny|two or more)\b",
        }.items()
    }
)


def silent_spans(text: str) -> list[tuple[int, int]]:
    return sorted(match.span() for pattern in SILENT.values() for match in pattern.finditer(text))


# Words before a number that make it a name: "Route 66", "Section 230", "Flight 1549".
LABELS: Final = frozenset(
    """route flight highway interstate motorway junction exit gate platform terminal runway
        pier room suite flat apartment unit floor level lane seat row table page chapter section
        article clause paragraph act title rule resolution amendment proposition measure bill
        case docket count form schedule appendix annex figure volume issue part episode season
        series round game match leg heat stage phase tier category cat class grade year day week
        hour minute key type model mark version release windows boeing airbus apollo soyuz
        artemis voyager falcon iphone galaxy pixel xbox playstation formula super bowl cop area
        zone district ward precinct camp block plot lot hole number no nos num channel radio
        studio studio top group squadron battalion brigade division company unit engine truck
        bus line train service order directive regulation protocol point psalm verse isaiah john
        luke mark matthew bmw audi peugeot porsche ferrari mazda agent ps covid sars rank ranked
        seed seeded seeded division league world catch plan vitamin omega ranking position bible
        codex asteroid comet psr gliese kepler hubble pier dorm cell ladder reference ref quoting code pin extension""".split()
)
# Of these, only a capitalised one is a label: "in year 3" but not "each year 3 million".
LABELS_IF_CAPITAL: Final = frozenset(
    """day week hour minute year point line part top group world league company order form act
        act service train act count case class series season table unit figure act bill game
        games match stage mark john luke matthew super no schedule measure leg seat seats act
        plan floor""".split()
)
