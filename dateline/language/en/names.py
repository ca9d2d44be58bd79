"""Names: those that the sheets know by an alias, and capitalised words that they lack."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from dateline.language import FoundName
from dateline.language.en.words import (
    CONNECTIVES,
    FUNCTION_WORDS,
    MONTHS,
    TITLES,
    WEEKDAYS,
    is_abbreviation,
)

_TOKEN: Final = re.compile(r"[^\W\d_](?:[\w&]|[.'’-](?=\w))*\.?")
_LINKS: Final = frozenset("""of de du da di del der den van von bin ibn al el la le""".split())
# "US-led" is not a name; "al-Abbassi" is.
_HALF_NAME: Final = re.compile(r"^[A-Z][\w.]*-[a-z]")
_ARTICLE: Final = re.compile(r"(?:al|el|as|ash|an|ad|bin|ibn)-[A-Z]")
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:]['\"”’)]*\s+|\n\s*|[\"“‘(])$")
# Other words that open sentences; before a name they are not part of it.
_OPENERS: Final = (
    FUNCTION_WORDS
    | CONNECTIVES
    | frozenset(
        """many few several another other however meanwhile following according such once first second
    third police officials experts critics nearly almost roughly half dozens hundreds thousands
    millions soon perhaps maybe elsewhere meantime afterwards people men women""".split()
    )
)
_TITLES: Final = TITLES | frozenset(
    """prime king queen prince princess congressman congresswoman representative mayor secretary chief
    officer pope bishop archbishop father sister brother coach foreign defence defense vice deputy
    spokesman spokeswoman spokesperson chairman director former""".split()
)
# Adjectives of nations, creeds and regions are not names by themselves.
_DEMONYM: Final = re.compile(
    r"(?:\w+(?:ians?|ish|ese|eans?)|(?:american|german|greek|arab|israeli|iraqi|pakistani|afghan"
    r"|african|mexican|sunni|shiite|muslim|catholic|kurd|turk|scot|saudi|democrat|republican|nazi)s?"
    r"|french|dutch|western|eastern|northern|southern|shia|islamic|jews|protestant|swiss|czech|welsh"
    r"|yemeni|kuwaiti|qatari|omani|thai|democratic|tory|tories)",
    re.IGNORECASE,
)


def find_names(text: str, *, aliases: Mapping[str, str]) -> tuple[FoundName, ...]:
    known = list(_known(text, aliases))
    taken = bytearray(len(text))
    for name in known:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    return tuple(sorted([*known, *_unknown(text, taken)], key=lambda name: name.start))


def may_be_a_word(text: str, name: FoundName, *, stands_alone: bool) -> bool:
    # "NATO" has more capitals than its place gives; the C of "−4 °C" is a unit.
    if len(name.text.split()) > 1 or sum(letter.isupper() for letter in name.text) > 1:
        return False
    before = text[max(0, name.start - 4) : name.start]
    return stands_alone or before.rstrip().endswith("°") or bool(_SENTENCE_START.search(before))


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
        match for match in _TOKEN.finditer(text) if not any(taken[match.start() : match.end()])
    ]
    lower = {match[0].lower().rstrip(".") for match in tokens if match[0][0].islower()}
    for run in _runs(text, tokens):
        name = _trimmed(text, run, lower)
        if name:
            start, end = name[0].start(), _end(name[-1])
            yield FoundName(start=start, end=end, text=text[start:end], known=None)


def _end(token: re.Match[str]) -> int:
    """Where the name's last word ends, without its full stop and its possessive."""
    words = re.sub(r"['’]s?$", "", token[0].rstrip("."))
    abbreviated = re.fullmatch(r"(?:[A-Z]\.)+", token[0])
    return token.end() if abbreviated else token.start() + len(words)


def _runs(text: str, tokens: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Capitalised tokens in a row, across "of", "van", "bin" and the like."""
    run: list[re.Match[str]] = []
    links: list[re.Match[str]] = []
    for token in tokens:
        capital = token[0][0].isupper() and not _HALF_NAME.search(token[0])
        named = capital or _ARTICLE.match(token[0])
        if run and not ((named or token[0] in _LINKS) and _goes_on(text, run, links, token)):
            yield run
            run, links = [], []
        if named:
            run, links = [*run, *links, token], []
        elif run:
            links.append(token)
    if run:
        yield run


def _goes_on(
    text: str, run: list[re.Match[str]], links: list[re.Match[str]], token: re.Match[str]
) -> bool:
    """Whether the token is next to the run, and no possessive or full stop has ended the name."""
    last = (links or run)[-1]
    if text[last.end() : token.start()] not in {" ", "\u00a0"}:
        return False
    possessive = last[0].endswith(("'s", "’s"))
    stopped = last[0].endswith(".") and len(last[0]) > 4 and last[0].count(".") == 1
    return bool(links) or not (possessive or stopped)


def _trimmed(text: str, run: list[re.Match[str]], lower: set[str]) -> list[re.Match[str]]:
    """The run without sentence openers in front and titles alone; empty where nothing is left."""
    first = _SENTENCE_START.search(text, max(0, run[0].start() - 4), run[0].start())
    while run and _opens(run[0]):
        run = run[1:]
        first = None if run else first
    if all(_no_name(token) for token in run):
        return []
    if len(run) == 1 and first:
        word = _plain(run[0])
        if word in lower or word.endswith(("ly", "ing")):
            return []
    while _plain(run[0]) in _TITLES or (_no_name(run[0]) and _no_name(run[1])):
        run = run[1:]
    return run


def _opens(token: re.Match[str]) -> bool:
    """Whether a word is not part of the name that follows it; "US" is not "us"."""
    word = _plain(token)
    return word in _LINKS or (word in _OPENERS and not is_abbreviation(token[0]))


def _plain(token: re.Match[str]) -> str:
    return re.sub(r"['’]s$", "", token[0].lower()).rstrip(".")


def _no_name(token: re.Match[str]) -> bool:
    word = _plain(token)
    if word in MONTHS or word in WEEKDAYS or word in _TITLES or word in _LINKS:
        return True
    return _DEMONYM.fullmatch(word) is not None
