"""What a number counts: the head of the noun phrase after it, by the form of its words."""

from typing import Final

from dateline.language.en.words import CONNECTIVES, FUNCTION_WORDS, PLURALS, SPACE, is_abbreviation
from dateline.patterns import compile_later

# Other words that end a noun phrase.
_STOPPERS: Final = (
    FUNCTION_WORDS
    | CONNECTIVES
    | frozenset(
        """onto through throughout being am having do does did will would can could may might must
    shall should any less fewer says say told don't died die dies came come comes went go goes
    got took take taken made make makes held left won lost beat fell rose met led began became
    gave put set let plus versus thanks including killed arrested toward towards upon ago ahead
    away apart tonight clear adrift back late early too aged worth spent sought amongst
    alongside except eleven twelve exists means gives comes goes
    wants seems becomes begins allows requires applies includes contains keeps gets happens appears
    costs equals weighs sells
    unless whether whatever overall respectively combined alone others""".split()
    )
)
# Words in -s that are not plurals, but for those in -ss, -us and -is.
_NOT_PLURAL: Final = frozenset(
    """always perhaps besides afterwards sometimes overseas christmas texas wales los las
    arkansas kansas massachusetts athens brussels hamas aids gas yes its was has does
    indoors outdoors upstairs downstairs nowadays others""".split()
)
# Plural in form, but before another plural only its attribute: "12 sports clubs".
_ATTRIBUTES: Final = frozenset(
    """sports arms sales goods news savings customs women's men's children's drugs systems
        communications human operations weapons honours awards games times electronics aerospace
        services sciences economics politics physics mathematics""".split()
)
_WORD: Final = compile_later(rf"{SPACE}(?P<word>[^\W\d_][\w.’'&-]{{0,40}})")
_LONGEST: Final = 5


def read_counted(text: str, position: int) -> tuple[str, int] | None:
    """The plural that a number before `position` counts, and where it ends.

    "armed Iranian rebels in" gives "rebels". A capitalised plural ("Texas", "Democrats") is the
    head only where no plural in lower case follows it.
    """
    named: tuple[str, int] | None = None
    for _ in range(_LONGEST):
        match = _WORD.match(text, position)
        if match is None:
            break
        word, end = _trim(match["word"], match.end())
        if ends_phrase(word):
            break
        if is_plural(word):
            if word.lower() in _STATES and (persons := _persons_after(text, end)):
                return persons
            if word[0].islower() and not _attributive(text, word, end):
                return word, end
            named = named or (word, end)
        if end < match.end() and text[end] not in "'’":
            break
        position = match.end()
    return named


def ends_phrase(word: str) -> bool:
    """Whether the word ends a noun phrase; "US" is not "us"."""
    lower = word.lower()
    stops = lower in _STOPPERS or (lower.endswith("ly") and lower != "family")
    return stops and not is_abbreviation(word)


def _trim(word: str, end: int) -> tuple[str, int]:
    """Take off a full stop, a quotation mark and the apostrophe of "years'"."""
    trimmed = word.rstrip(".’'&-")
    return trimmed, end - (len(word) - len(trimmed))


# Plurals in -is, which otherwise ends a singular ("crisis").
_PLURAL_IN_IS: Final = frozenset(
    """houthis israelis iraqis pakistanis saudis somalis yemenis bangladeshis nepalis kuwaitis
    emiratis qataris omanis azeris punjabis kashmiris taxis skis alibis safaris kiwis bikinis
    selfis khakis""".split()
)


def is_plural(word: str) -> bool:
    lower = word.lower().replace("’", "'")
    if (
        lower in PLURALS
        or lower in _PLURAL_IN_IS
        or lower.endswith(("men", "women", "people", "children"))
    ):
        return lower not in {"specimen", "regimen", "omen", "acumen", "abdomen"}
    if lower in _NOT_PLURAL or len(lower) < 3 or lower.endswith(("ss", "us", "is", "'s")):
        return False
    return lower.endswith("s")


# Words for people by what became of them, before others only their attribute: “two missing students”.
_STATES: Final = frozenset("dead injured wounded missing homeless".split())
_PERSONS: Final = compile_later(
    r"people|persons|troops|police|staff|crew|personnel|clergy|midwives|[a-z]*(?:men|women|children)"
    r"|(?:[a-z]*(?:worker|fighter|teacher|officer|driver)|student|pupil|passenger|soldier|sailor|civilian|tourist"
    r"|climber|hiker|skier|miner|migrant|refugee|survivor|victim|girl|boy|resident|villager|patient|prisoner|hostage"
    r"|pilot|militant|protester|player|nurse|doctor|farmer|rescuer|teenager|pensioner|adult|journalist|trooper|diver"
    r"|sister|brother|relative|volunteer|paramedic|medic|reservist|conscript|engineer|technician|porter|actor|dancer"
    r"|singer|musician|artist|scientist|cyclist|motorist|pedestrian|commuter|runner|swimmer|spectator|supporter|fan"
    r"|visitor|guest|mourner|voter|member|employee|apprentice|labourer|laborer|trader|grower|shopper|neighbour"
    r"|neighbor|friend|parent|mother|father|daughter|son|widow|carer|cleaner|clerk|lawyer|judge|priest|councillor"
    r"|delegate|lawmaker|minister|official|activist|campaigner|demonstrator|inmate|detainee|suspect|evacuee|citizen"
    r"|islander|settler|tenant|user|customer|subscriber|graduate|researcher|lecturer|referee|athlete|fisher|angler"
    r"|hunter|lifeguard|rebel|onlooker|bystander|holidaymaker)s|witnesses"
)


def is_person(noun: str) -> bool:
    """Whether a plural is surely one of people."""
    return _PERSONS.fullmatch(noun) is not None


def _persons_after(text: str, end: int) -> tuple[str, int] | None:
    after = _WORD.match(text, end)
    if after is None:
        return None
    word, last = _trim(after["word"], after.end())
    return (word, last) if is_person(word) else None


def _attributive(text: str, word: str, end: int) -> bool:
    """Whether the plural only describes the plural directly after it."""
    after = _WORD.match(text, end)
    if after is None or word.lower().replace("’", "'") not in _ATTRIBUTES:
        return False
    return after["word"].lower() not in _STOPPERS
