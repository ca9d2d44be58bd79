"""The names in a byline, without what those who bear them do for the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_BETWEEN: Final = re.compile(r",? (?:and|with) |, | & |; ?")
_BY: Final = re.compile(r"^by:? +", re.IGNORECASE)
# “Rural Affairs Correspondent”, “Our Own Reporter”, “News Desk”, “Reuters”: no one’s name.
_POST: Final = re.compile(
    r"(?:.* )?(?:editor|correspondent|reporter|columnist|bureau|staff|desk|news|agency|agencies|team|service"
    r"|contributor)|(?:our|staff|senior|chief|features?|sports?|science|health) writer|.* (?:in|at|for|of) .*",
    re.IGNORECASE,
)
AGENCIES: Final = (
    r"(?:the )?(?:associated press|canadian press|press association)|reuters|agence france-presse|press trust of india"
    r"|ap|afp|dpa|pti|ians|ani|xinhua|bloomberg|pa(?: media)?|tass|ansa|efe|kyodo|yonhap|aap|upi"
)
# “Ann Lee in Lesk”, “Ann Lee for the Lesk Herald”: where or for whom somebody writes.
_WHERE: Final = re.compile(
    r"(?P<name>\S+(?: \S+)+?)(?: (?:reporting )?(?:in|at|for|of|from|aboard) .+| \([^()]+\))",
    re.IGNORECASE,
)
_AGENCY: Final = re.compile(AGENCIES, re.IGNORECASE)
_PLAIN: Final = re.compile("(?!.*(?:MC|MAC)[A-Z])[A-Z ]+")
_VOWEL: Final = re.compile("[AEIOUY]")


def names_of_byline(line: str) -> Iterator[str]:
    """The names at its beginning, up to a post, an agency or the place of the last."""
    for number, part in enumerate(_BETWEEN.split(_BY.sub("", line.strip()))):
        name = " ".join(part.split())
        if where := _WHERE.fullmatch(name):
            name = where["name"]
        is_place = number and " " not in name
        if not name or is_place or _POST.fullmatch(name) or _AGENCY.fullmatch(name):
            return
        yield in_small_letters(name)


def in_small_letters(name: str) -> str:
    """“Ann Lee” of “ANN LEE”; initials stay, and names of which nobody knows how: “AL-LEE”, “O’LEE”."""
    if not (name.isupper() and _PLAIN.fullmatch(name)):
        return name
    return " ".join(
        word.title() if len(word) > 2 or _VOWEL.search(word) else word for word in name.split()
    )
