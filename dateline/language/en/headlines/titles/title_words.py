"""The words of a title, without what is no part of it, and no longer than a headline."""

from typing import Final

from dateline.language.en.headlines.clause_parts import without_relative
from dateline.language.en.words import compile_pattern, one_of

LONGEST: Final = 110


def trimmed(title: str) -> str:
    """Without what follows a comma and is no part of it, or the beginning of another clause."""
    whole = without_relative(_TRAILING.sub("", _HOLE.sub("", title).strip(" ,.;:"))).strip(" ,.;:")
    return whole.removesuffix(" last").removesuffix(" next")


# Where a date was: “in the new year if ministers refuse”.
_HOLE: Final = compile_pattern(r"\b(?:in|on|at|by) the (?=(?:if|unless|and|but|when|because)\b)")
_TRAILING: Final = compile_pattern(
    r"(?:, (?:[0-9]|in an?\b|part of\b|(?:one|two|three|four|some|many|all) of\b"
    r"|the (?:[a-z]+est|first|second|third|fourth|fifth|latest)\b|down\b|up\b|most of\b|in the\b"
    r"|(?:more|less|fewer) than\b)"
    r"| as recently as).*$"
)


_PHRASE: Final = compile_pattern(
    rf",? (?:{one_of('in on at to for from with by and that over under after into between against as'.split())})\b"
)


# “votes for a bill that would raise prices”: what it would do is another matter.
_OF_NOUN: Final = compile_pattern(
    r"\b(?:an?|the) (?:[\w’'-]+ ){0,4}[a-z]+ (?=(?:that|which|who) (?:would|will|could|is|are|was|were|has|had)\b)"
)
_LONG: Final = 70


def shortened(title: str) -> str | None:
    """The title, cut before a phrase where it is too long."""
    if len(title) > _LONG and (noun := _OF_NOUN.search(title)) and noun.start():
        return title[: noun.end()].strip()
    if len(title) <= LONGEST:
        return title
    if second := _SECOND_DEED.search(title, LONGEST // 2, LONGEST):
        return title[: second.start()]
    cuts = [match.start() for match in _PHRASE.finditer(title, LONGEST // 2, LONGEST)]
    return _JOINED.sub("", title[: cuts[-1]].rstrip(" ,")) if cuts else None


# “votes to end races and to let crews from Lesk back”
_SECOND_DEED: Final = compile_pattern(r",? and to (?=[a-z]+ )")
# “at its championships and”, before another phrase
_JOINED: Final = compile_pattern(r",? (?:and|or|but)$")


def capitalised(title: str) -> str:
    return title[:1].upper() + title[1:]
