"""Names: those that the sheets know by an alias, and capitalised words that they lack."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from dateline.facts.units import find_unit
from dateline.language import FoundName
from dateline.language.en.name_words import (
    ABBREVIATED,
    AFTER_NAMES,
    BEFORE_OFFICE,
    BRANDS,
    CONTRACTION,
    DEMONYM,
    DESIGNATORS,
    GENERIC,
    HEADS,
    INSTITUTIONS,
    JOINED,
    JOINING_BODIES,
    LAND_SURNAMES,
    LINKS,
    MODEL,
    NOT_NAMES,
    NUMBERED,
    OF_A_YEAR,
    OFFICES,
    OPENERS,
    OWNED,
    PARTIES,
    PORTFOLIO_OFFICES,
    PORTFOLIOS,
    RANKS,
    RATING,
    REGION,
    SEATS,
    STREETS,
    SURNAMES,
    WHOSE,
    WITH_THE,
)
from dateline.language.en.names.places import COUNTRIES
from dateline.language.en.speech import GIVEN, ROLES
from dateline.language.en.words import MONTHS, ORDINALS, WEEKDAYS, is_abbreviation
from dateline.patterns import compile_later

Token = re.Match[str]
Run = Sequence[Token]

_TOKEN: Final = compile_later(r"(?<![\w@#])[^\W\d_](?:[\w&]|[.'’-](?=\w))*\.?")
# "US-led" is not a name; "al-Abbassi" is.
_HALF_NAME: Final = compile_later(r"^(?!Co-operation)[A-Z][\w.]*-[a-z]+(?!\w*-)")
_ARTICLE: Final = compile_later(r"(?:(?:al|el|as|ash|an|ad|bin|ibn)-|[dl]['’])[A-Z]")
# "easyJet", "iPhone"; but not "kWh".
_BRAND: Final = compile_later(r"[a-z]{1,6}[A-Z][a-z]+\w*")
_SENTENCE_START: Final = compile_later(r"(?:^|[.!?:…]['\"”’)]*\s+|\n\s*|[\"“‘(•]|\) [-–—] )$")
# Where a report was written, in capitals, before its first sentence: “LESNA, Slovakia — ”.
_DATELINE: Final = compile_later(r"[A-Z][A-Z'’. -]+(?:, [\w .,'’-]{2,40})? [-–—] ")
_DASHES: Final = ("- ", "– ", "— ")
_NUMBER: Final = compile_later(r"[ \u00a0](?!(?:19|20)\d\d\b)\d{1,4}[A-Za-z]?(?![\w,.]*\d)(?!\w)")
_INITIAL: Final = compile_later(r"[A-Z]\.")
# “St Mary’s in Lesk”: a church.
_SAINT: Final = compile_later(r"(?:St\.?|Saint) [\w’'-]+['’]s")
_ALONE: Final = compile_later(
    r"(?: (?:in|at|was|is|has|had|will|and|on|to|for|near)\b|[,;)]|\.(?:\s|$))"
)
_OF_YEAR: Final = compile_later(r"[ \u00a0]20\d\d(?![\w,.]*\d)(?!\w)")
_NUMERAL: Final = compile_later(r"[IVX]+")
_JOINT: Final = compile_later(r"(?:,? and |, | & )")
_COUNTED: Final = compile_later(r" (?!(?:was|is|has|as|does|its|this)\b)[a-z]+s\b")


_OWNING: Final = HEADS | OFFICES
_JOINING: Final = PORTFOLIOS | LINKS
_PART_OF_OFFICE: Final = BEFORE_OFFICE | PORTFOLIOS | LINKS
_ROLES_ALONE: Final = ROLES - HEADS
_AFTER: Final = NOT_NAMES | AFTER_NAMES
# “Fishermen’s Association”
_OF_MANY: Final = compile_later(r"(?:men|women|children|people|folk)['’]s$")
_POSSESSIVE: Final = compile_later(r"['’]s?$")


def find_names(text: str, *, aliases: Mapping[str, str]) -> tuple[FoundName, ...]:
    known = list(_known(text, aliases))
    taken = bytearray(len(text))
    for name in known:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    return tuple(sorted([*known, *_unknown(text, taken)], key=lambda name: name.start))


def may_be_a_word(text: str, name: FoundName, *, stands_alone: bool) -> bool:
    if stands_alone and _is_title_case(text):
        return True
    # "NATO" has more capitals than its place gives.
    if len(name.text.split()) > 1 or sum(letter.isupper() for letter in name.text) > 1:
        return False
    is_country = name.text.lower() in COUNTRIES and not stands_alone
    return stands_alone or (not is_country and _begins_sentence(text, name.start))


def _is_title_case(text: str) -> bool:
    """Whether a heading gives each of its words a capital."""
    words = [word for word in re.findall(r"[^\W\d_]\S*", text) if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _known(text: str, aliases: Mapping[str, str]) -> Iterator[FoundName]:
    pattern, spelt = _spelling(tuple(aliases.items()))
    for match in pattern.finditer(text) if spelt else ():
        yield FoundName(
            start=match.start(), end=match.end(), text=match[0], known=spelt[_even(match[0])]
        )


# The same for every block of an article.
@lru_cache(maxsize=8)
def _spelling(aliases: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds any of the names, the longest first, and whose each is by its even spelling."""
    spelt = {_even(alias): known for alias, known in aliases if alias}
    names = sorted(spelt, key=len, reverse=True)
    pattern = "|".join(re.escape(name).replace("'", "['’]") for name in names)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), spelt


def _even(name: str) -> str:
    return name.replace("’", "'")


def _unknown(text: str, taken: bytearray) -> Iterator[FoundName]:
    tokens = [
        match
        for match in _TOKEN.finditer(text)
        if match[0] != "and"
        and text[match.end() : match.end() + 1] != "$"
        and taken.find(1, match.start(), match.end()) < 0
    ]
    lower = {match[0].lower().rstrip(".") for match in tokens if match[0][0].islower()}
    for run in _runs(text, tokens):
        for part in (part for owner in _owners(run) for part in _without_offices(owner)):
            name = _trimmed(text, part, lower)
            span = _span(text, name, taken) if name else None
            if span:
                yield FoundName(start=span[0], end=span[1], text=text[slice(*span)], known=None)


# Capitalised words in a row


def _runs(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Capitalised words in a row, across "of", "van", "bin" and the like."""
    run: list[Token] = []
    links: list[Token] = []
    for token in tokens:
        named = _is_named(token)
        if run and not (
            (named or _is_link(token, run) or _is_article(token, run, links))
            and _goes_on(text, run, links, token)
        ):
            yield run
            run, links = [], []
        if named:
            run, links = [*run, *links, token], []
        elif run:
            links.append(token)
    if run:
        yield run


def _is_link(token: Token, run: Run) -> bool:
    if token[0] == "for":
        return _plain(run[0]) in HEADS or _plain(run[-1]) in _OWNING
    if token[0] == "in":  # “Organization for Security and Co-operation in Europe”
        return len(run) > 1 and run[-1][0] in ("Co-operation", "Cooperation")
    return token[0] in LINKS


def _is_article(token: Token, run: Run, links: Run) -> bool:
    """“Council for the Exploration of the Sea”."""
    is_linked = bool(links) and links[-1][0] in ("of", "for")
    return token[0] == "the" and is_linked and (_is_for(run))


def _is_for(run: Run) -> bool:
    """Whether the run ends in what a body is, or goes on with what it is for."""
    return _plain(run[-1]) in INSTITUTIONS or any(word[0] == "for" for word in run)


def _is_named(token: Token) -> bool:
    word = token[0]
    if word.islower():
        return False
    if CONTRACTION.fullmatch(word) or word == "I" or _HALF_NAME.search(word):
        return False
    return bool(word[0].isupper() or _ARTICLE.match(word) or _is_brand(word))


def _is_brand(word: str) -> bool:
    written = word.rstrip(".")
    return bool(_BRAND.fullmatch(written)) and written not in NOT_NAMES


def _goes_on(text: str, run: Run, links: Run, token: Token) -> bool:
    """Whether the token is next to the run, and no possessive or full stop has ended the name."""
    last = (links or run)[-1]
    between = text[last.end() : token.start()]
    if between in {"' ", "’ "}:
        return _plain(token) in OWNED | JOINING_BODIES
    if between not in {" ", "\u00a0"}:
        return _is_joined(run, links, between, token)
    if links:
        return True
    if last[0].endswith(("'s", "’s")):
        is_of_many = _plain(token) in JOINING_BODIES and _OF_MANY.search(last[0])
        return (
            bool(is_of_many) or _plain(token) in OWNED or _even(last[0]).lower() in BRANDS | WHOSE
        )
    return not last[0].endswith(".") or bool(ABBREVIATED.fullmatch(last[0]))


def _is_joined(run: Run, links: Run, between: str, token: Token) -> bool:
    """“Harrow & Pike”, “Department of Health and Human Services”, “Trinidad and Tobago”."""
    if links or not _JOINT.fullmatch(between) or not token[0][0].isupper():
        return False
    if between == " & ":
        return True
    last, word = _plain(run[-1]), _plain(token)
    if between == " and " and _is_one_body(run, token):
        return True
    if last in PORTFOLIOS and word in PORTFOLIOS:
        return between != ", " or any(part[0] in ("of", "for") for part in run)
    if between == " and " and any(part[0] == "for" for part in run):
        return True
    return f"{last}|{word}" in JOINED


# The rest of what a body is for, and what it is: “Coastguard Agency”.
_REST_OF_BODY: Final = compile_later(
    r"(?!(?:Met|Home|Foreign|Cabinet|Environment|Security|Electoral|European|National|State) )"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Administration|Agency|Authority|Board|Bureau|Commission|Committee|Council"
    r"|Directorate|Executive|Federation|Inspectorate|Institute|Office|Services?|Tribunal)(?![\w’'-]| [A-Z])"
)
_FIELD: Final = compile_later(r"[A-Z][a-z]+ing(?![\w’'-]| (?:[A-Z]|of\b))")


def _is_one_body(run: Run, token: Token) -> bool:
    """“The Marine and Coastguard Agency”, “the Ministry of Food and Farming”: what one body is for."""
    text = token.string
    of = next((at for at, word in enumerate(run) if word[0] == "of"), None)
    if of is not None:
        is_ministry = _plain(run[of - 1]) in ("ministry", "department") and of == len(run) - 2
        return is_ministry and _FIELD.match(text, token.start()) is not None
    named = run[1:] if run[0][0] == "The" else run
    has_article = len(named) < len(run) or text[: run[0].start()].endswith("the ")
    is_word = len(named) == 1 and _is_word_of_body(named[0])
    return has_article and is_word and _REST_OF_BODY.match(text, token.start()) is not None


def _is_word_of_body(token: Token) -> bool:
    """Whether a word may be part of what a body is for, and is no body itself, no country and no people."""
    word = _plain(token)
    is_body = word in HEADS or word in INSTITUTIONS or word in OFFICES or is_abbreviation(token[0])
    is_people = DEMONYM.fullmatch(word) or word in COUNTRIES
    return token[0].isalpha() and not (is_body or is_people)


# Offices, and what is left of a run without them


def _owners(run: Run) -> Iterator[Run]:
    """“Pia Holm” and “Nordmark Bank” of “Pia Holm of Nordmark Bank”; “Bank of England” whole."""
    at = next((at for at, token in enumerate(run) if token[0] == "of" and at), None)
    titled = at and at > 1 and _is_office(run, 0)
    if at and at > 1 and run[at].string[run[at - 2].end() : run[at - 1].start()] == " & ":
        yield from (run[:at], run[at + 1 :])
        return
    is_whole = at and any(token[0] == "for" for token in run[:at])
    if at and not is_whole and _plain(run[at - 1]) not in _OWNING and (titled or at > 1):
        yield run[:at]
        yield run[at + 1 :]
    else:
        yield run


def _without_offices(run: Run) -> Iterator[Run]:
    """The names that an office stands between: “Bank of England”, “Pia Holm”."""
    is_whole = _plain(run[-1]) in INSTITUTIONS and not _is_of_somebody(run)
    if is_whole or _joins_portfolios(run) or _is_executive(run):
        yield run
        return
    part: list[Token] = []
    for at, token in enumerate(run):
        if _is_office(run, at):
            yield _before_office(part, _plain(token))
            part = []
        elif part and token[0] in SEATS and len(run) - at > _FULL:
            yield from _with_party(part)
            part = []
        elif not part and _is_portfolio(run, at):
            continue
        elif part or token[0] not in LINKS:
            is_state = token[0] == "State" and at > 1 and run[at - 1][0] == "of"
            part += [] if is_state and not part else [token]
    yield part


# Who streets and schools are named after, too.
_HONOURED: Final = frozenset(
    """king queen prince princess pope bishop archbishop cardinal captain admiral general president lord
    lady duke duchess earl saint st sir dame father""".split()
)


def _is_of_somebody(run: Run) -> bool:
    """“Inspector Mary Lane”, who is no lane."""
    if len(run) <= _FULL:
        return False
    *offices, given, surname = map(_plain, run)
    is_person = surname in LAND_SURNAMES and given in GIVEN
    return is_person and bool(offices) and {*offices} <= OFFICES - _HONOURED


def _is_executive(run: Run) -> bool:
    """“Health and Safety Executive”: a body, and nobody’s office."""
    is_long = len(run) > _FULL and run[-1][0] == "Executive"
    return is_long and run[-2].string.endswith(" and ", 0, run[-2].start())


# A name and a surname, after what is not part of them.
_FULL: Final = 2


def _is_portfolio(run: Run, at: int) -> bool:
    """“Transport” in “Minister for Transport Pia Holm”."""
    is_followed = len(run) - at > _FULL and any(link[0] in ("for", "of") for link in run[:at])
    return is_followed and _plain(run[at]) in PORTFOLIOS


def _with_party(part: Run) -> Iterator[Run]:
    """“Lesk” and “Fine Gael” before “TD Pia Holm”."""
    is_party = tuple(token[0] for token in part[-2:]) in PARTIES
    yield from (part[:-2], part[-2:]) if is_party else (part,)


def _joins_portfolios(run: Run) -> bool:
    return any(link[0] == "of" for link in run) and all(
        _plain(token) in _JOINING for token in run[1:]
    )


def _is_office(run: Run, at: int) -> bool:
    word = run[at][0]
    if word.endswith(("'s", "’s")) or (at and run[at - 1][0] in LINKS):
        return False
    is_rank = at == 1 and _plain(run[0]) in RANKS
    if at and at == len(run) - 1 and _plain(run[at]) in SURNAMES and not is_rank:
        return False
    return _plain(run[at]) in OFFICES and not word.islower()


def _before_office(part: list[Token], office: str) -> list[Token]:
    """What is a name by itself: “Oster” of “Oster Harbour Minister”, nothing of “Prime Minister”."""
    kept = list(part)
    while kept and _plain(kept[-1]) in _PART_OF_OFFICE:
        kept.pop()
    if len(kept) == len(part) and office in PORTFOLIO_OFFICES and kept:
        kept = kept if is_abbreviation(kept[-1][0]) else kept[:-1]
    return kept


def _trimmed(text: str, run: Run, lower: set[str]) -> Run:
    """The run without sentence openers in front and titles alone; empty where nothing is left."""
    if not run:
        return run
    if len(run) == 2 and _plain(run[0]) in DESIGNATORS and _no_name(run[1]):
        return []
    first = _starts_sentence(text, run[0])
    if first and _opens(run, lower):
        run, first = run[1:], False
    while run and (_ends_before(run) or run[-1][0] in LINKS):
        run = run[:-1]
    while len(run) > 1 and _starts_after(run):
        run = run[1:]
    owned = len(run) > 1 and _plain(run[-1]) in OWNED
    if not run or (all(_no_name(token) for token in run) and not owned):
        return []
    if len(run) == 1 and REGION.fullmatch(run[0][0]) and text[: run[0].start()].endswith(", "):
        return []  # "Hinton, Alta.": part of where Hinton is
    if len(run) == 1 and (_is_generic(run[0]) or (first and _is_opening_word(run[0], lower))):
        return []
    return run


def _starts_sentence(text: str, token: Token) -> bool:
    is_opener = _plain(token) in OPENERS and text[: token.start()].endswith(_DASHES)
    return is_opener or _begins_sentence(text, token.start())


def _begins_sentence(text: str, start: int) -> bool:
    begins = _SENTENCE_START.search(text, max(0, start - 4), start)
    return bool(begins or _DATELINE.fullmatch(text, 0, start))


def _opens(run: Run, lower: set[str]) -> bool:
    """Whether the word that begins the sentence is not part of the name; "US" is not "us"."""
    word = _plain(run[0])
    if word == "the" and len(run) == 2 and _plain(run[1]) in WITH_THE:
        return False
    if word in ORDINALS and len(run) > 1 and _plain(run[1]) in STREETS:
        return False
    is_role = word in _ROLES_ALONE or word.endswith(("ologist", "onomist"))
    is_word = word in OPENERS or ((word in lower or is_role) and len(run) > 1)
    return is_word and not is_abbreviation(run[0][0])


def _starts_after(run: Run) -> bool:
    """A weekday before a name, or one word that is not a name before another."""
    if _plain(run[0]) in WEEKDAYS and _plain(run[-1]) not in INSTITUTIONS:
        return True
    if run[0][0] in ("of", "for"):
        return True
    if _INITIAL.fullmatch(run[0][0]):
        return False
    return _no_name(run[0]) and _no_name(run[1]) and _plain(run[-1]) not in INSTITUTIONS


def _ends_before(run: Run) -> bool:
    """“Pia Holm MP”, “Pia Holm Monday”."""
    word = run[-1][0].rstrip(".")
    is_rating = len(word) > 1 and RATING.fullmatch(word)
    is_after = is_rating or word in _AFTER or word.lower() in WEEKDAYS
    return len(run) > 1 and bool(is_after)


def _is_generic(token: Token) -> bool:
    return _plain(token) in GENERIC and not is_abbreviation(token[0])


def _is_opening_word(token: Token, lower: set[str]) -> bool:
    word = _plain(token)
    return word in lower or word.endswith(("ly", "ing"))


def _plain(token: Token) -> str:
    word = token[0].rstrip(".").lower()
    return word if word.isalpha() else _POSSESSIVE.sub("", word)


def _no_name(token: Token) -> bool:
    word, written = _plain(token), token[0].rstrip(".")
    if word in MONTHS or word in WEEKDAYS or word in OFFICES or word in LINKS:
        return True
    if word.endswith("days") and word.removesuffix("s") in WEEKDAYS:
        return True  # closed on Sundays
    if (
        written.removesuffix("s") in NOT_NAMES
        or written in NOT_NAMES
        or RATING.fullmatch(written)
        or MODEL.fullmatch(written)
    ):
        return True
    return bool(DEMONYM.fullmatch(word)) or bool(is_abbreviation(written) and find_unit(written))


# Where the name ends


def _span(text: str, name: Run, taken: bytearray) -> tuple[int, int] | None:
    """Where the name is, with a number that belongs to it; None of “Room 12” or half a known name."""
    start, end = name[0].start(), _end(name[-1])
    whole = name[-1].end()
    if _SAINT.fullmatch(text, start, whole) and _ALONE.match(text, whole):
        return start, whole
    number = _NUMBER.match(text, end)
    word = _plain(name[-1])
    designated = number or (len(name) == 2 and _NUMERAL.fullmatch(name[-1][0].rstrip(".")))
    if designated and _plain(name[0]) in DESIGNATORS and len(name) < 3:
        return None
    if number and (word in NUMBERED or (is_abbreviation(name[-1][0]) and len(number[0]) < 5)):
        counts = _COUNTED.match(text, number.end()) if word not in NUMBERED else None
        return (start, end) if counts else (start, number.end())
    if word in ("article", "order") and len(name) == 1:
        return None
    if len(name) == 1 and _is_half_of_a_known_name(text, end, taken):
        return None
    return start, end


def _is_half_of_a_known_name(text: str, end: int, taken: bytearray) -> bool:
    """“Pia” where the sheets have only “Holm”; not “Hamilton” where they have “the council”."""
    is_beside = text[end : end + 1] == " " and any(taken[end + 1 : end + 2])
    return is_beside and not text[end + 1].islower()


def _end(token: Token) -> int:
    """Where the name's last word ends, without its full stop and its possessive; with the year of a plan."""
    if _plain(token) in OF_A_YEAR and (year := _OF_YEAR.match(token.string, token.end())):
        return year.end()
    if _even(token[0].rstrip(".")).lower() in BRANDS:
        return token.start() + len(token[0].rstrip("."))
    words = re.sub(r"['’]s?$", "", token[0].rstrip("."))
    abbreviated = re.fullmatch(r"(?:[A-Z]\.)+", token[0])
    return token.end() if abbreviated else token.start() + len(words)
