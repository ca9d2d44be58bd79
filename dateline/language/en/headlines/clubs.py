"""Clubs and leagues, which are named as towns are: “Lesk, which won the cup”, “talks with Sund”."""

from collections.abc import Sequence
from typing import Final

from dateline.language.en.words import compile_pattern
from dateline.patterns import compile_later

_OF_SPORT: Final = compile_pattern(
    r"\b(?:clubs?|leagues?|coach|match(?:es)?|fixtures?|players?|season|goalkeeper|defender|striker|midfielder|winger"
    r"|stadium|cup|supporters|relegat\w+|promot(?:ed|ion)|transfer)\b"
)
_MANY: Final = 4
_BEFORE: Final = compile_pattern(
    r"\b(?:talks with|against|beat|beats|defeated|thrashed|dr[ae]w with|win over|victory over|defeat by|lost to|joined"
    r"|signed (?:from|for)|loan (?:to|from)|home to|away (?:to|at)|(?:match|game),? at) $"
    r"|\b(?:goals|appearances|matches|games|caps|debut|season|played|plays|scored) (?:with|for) $"
    # “signed the winger Bo Ray from”, “the sum that it paid … for the defender”, “watched by Lesk and”
    r"|\b(?:sign|signs|signed|signing|bought|buy) [^,;:.]{3,60} from $|\b(?:club|side|team|they) paid $"
    r"|\b(?:watched|scouted|wanted|courted|pursued|sold) by (?:(?-i:[A-Z])[\w’'-]+(?:, | and ))*$"
)
_AFTER: Final = compile_pattern(
    r"[’']s (?:[a-z]+ ){0,2}(?:match|game|coach|manager|defen[cs]e|players?|captain|striker|defender|goalkeeper|season"
    r"|stadium|supporters|president|wage bill|debts?)\b"
    r"|, who (?:are|were|have|had|will|play|finished|won|lost)\b|,? (?:have|has) signed\b"
    r"|,? (?:which )?(?:spent|won|lost|beat|drew|plays?|played|signed|scored|(?:was|were) (?:fined|relegated|promoted"
    r"|docked|barred))\b"
    r"|(?:, (?-i:[A-Z])[\w’'-]+)*,? and (?-i:[A-Z])[\w’'-]+ (?:were|had|have|will|won|lost)\b"
    r"|(?: and)? were (?:given|fined|relegated|promoted)\b"
)
# “In Lesk”, “near Lesk”: the town.
_PLACED: Final = compile_pattern(r"\b(?:in|near|from|outside|around) $")
_OWN_WORDS: Final = compile_later(
    r"(?:Real|Atl[eé]tico|Athletic|Sporting|Inter|Bayern|Borussia|D[iy]namo|Olympique|Deportivo|Racing|Rapid"
    r"|Lokomotiv|Spartak|AC|AS|SC|CD|RC|SV|FK|FC) [A-Z]|La Liga|Serie A|Ligue 1|Bundesliga$|Eredivisie$|U[Ee][Ff][Aa]$"
    r"|F[Ii][Ff][Aa]$"
)


def is_club(name: str, mentions: Sequence[tuple[str, str]], article: str) -> bool:
    """Whether a name of an article on sport is that of those who play, by its words or those around it."""
    if len({found[0].lower() for found in _OF_SPORT.finditer(article)}) < _MANY:
        return False
    if _OWN_WORDS.match(name):
        return True
    is_placed = any(_PLACED.search(before) and not _BEFORE.search(before) for before, _ in mentions)
    return not is_placed and any(
        _BEFORE.search(before) or _AFTER.match(after) for before, after in mentions
    )


def find_club_type(name: str, mentions: Sequence[tuple[str, str]], article: str) -> str | None:
    """“Football club”, of a club of which the article says how it plays."""
    sport = next((sport for sport, words in _SPORTS if words.search(article)), None)
    is_one = _CLUB_AT_END.search(name) or is_club(name, mentions, article)
    return f"{sport} club" if sport and is_one and not _NO_CLUB.search(name) else None


_SPORTS: Final = (
    ("Rugby", compile_pattern(r"\brugby\b|\bfly-half\b")),
    ("Cricket", compile_pattern(r"\bcricket\b|\bwickets?\b")),
    ("Hockey", compile_pattern(r"\bhockey\b")),
    (
        "Football",
        compile_pattern(
            r"\bfootball|\b(?:goalkeeper|striker|midfielder|Premier League|Bundesliga)\b"
        ),
    ),
)
_CLUB_AT_END: Final = compile_later(
    r" (?:United|City|Rovers|Wanderers|Albion|Athletic|Rangers|Celtic|FC|AFC|CF|Town)$"
)
_NO_CLUB: Final = compile_pattern(
    r"\b(?:league|cup|liga|serie|ligue|bundesliga|eredivisie|uefa|fifa|association|federation|trust)\b"
)
