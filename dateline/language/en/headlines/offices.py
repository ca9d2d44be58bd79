"""Offices of which one person hardly holds two: a closed list, by the groups within which they are compared."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from dateline.frozen import dataclass
from dateline.language.en.words import compile_pattern, one_of

_FIELDS: Final = (
    "finance|transport|health|defen[cs]e|foreign|interior|justice|education|environment|energy|agriculture|labou?r"
    "|trade|culture|housing|fisheries|tourism|operations|commercial|marketing|sales|technical|sporting|medical"
    "|artistic|communications"
)
# Which posts a title may stand for. Of “finance director”, which has none here, it is the field, or the title.
_GROUPS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "body": {
        r"chief executive(?: officer)?|ceo|managing director": ("chief executive",),
        r"chief financial officer|cfo|finance chief|head of finance": ("finance",),
        r"chief operating officer": ("operations",),
        rf"(?:{_FIELDS}) director|director of (?:{_FIELDS})": (),
        r"treasurer": ("treasurer", "finance"),
        r"chair(?:man|woman|person)?": ("chair",),
        r"president": ("chair", "chief executive"),
        r"general secretary|secretary[- ]general": ("secretary", "chief executive"),
        r"(?:press|permanent|private|company) secretary": (),
        r"secretary(?! (?:of (?:state|defen[cs]e|the treasury)|for)\b)": ("secretary",),
    },
    "government": {
        r"prime minister|premier": ("head of government",),
        r"president": ("president",),
        r"mayor": ("mayor",),
        r"governor": ("governor",),
        r"ambassador": ("ambassador",),
        rf"(?:{_FIELDS}|home) secretary|(?:{_FIELDS}) minister|minister (?:for|of) (?:the )?(?:{_FIELDS})": (),
    },
    "court": {
        r"judge": ("judge",),
        r"magistrate": ("magistrate", "judge"),
        r"coroner": ("coroner",),
        r"prosecutor": ("prosecutor",),
        r"barrister|solicitor|lawyer": ("lawyer", "prosecutor"),
    },
    "hospital": {
        r"surgeon": ("surgeon",),
        r"nurse": ("nurse",),
        r"midwife": ("midwife", "nurse"),
        r"paramedic": ("paramedic",),
        r"pharmacist": ("pharmacist",),
    },
    "team": {
        r"goalkeeper": ("goalkeeper",),
        r"striker|winger": ("forward",),
        r"midfielder": ("midfielder",),
        r"defender": ("defender",),
        r"head coach|coach|manager": ("coach",),
    },
    "police": {
        r"chief constable": ("chief constable",),
        r"chief superintendent": ("chief superintendent",),
        r"superintendent": ("superintendent",),
        r"chief inspector": ("chief inspector",),
        r"inspector": ("inspector",),
        r"sergeant": ("sergeant",),
        r"constable": ("constable",),
    },
    "church": {
        r"archbishop": ("archbishop",),
        r"bishop": ("bishop",),
        r"vicar|rector": ("priest", "dean"),
        r"dean": ("dean",),
    },
}
_EVERY: Final = one_of(pattern for titles in _GROUPS.values() for pattern in titles)
_TITLE: Final = compile_pattern(
    rf"\b(?:(?P<deputy>deputy|vice|assistant)[ -])?(?P<title>{_EVERY})\b"
    r"(?!['’]s| (?:elect|designate|nominee)\b|-elect\b)"
)
_TITLES: Final = tuple(
    (group, compile_pattern(pattern), posts)
    for group, titles in _GROUPS.items()
    for pattern, posts in titles.items()
)
_FIELD: Final = compile_pattern(_FIELDS)
# A title that somebody had, will have or has for a while says nothing against another one.
_NOT_NOW: Final = compile_pattern(
    r"\b(?:former|formerly|ex|once|then|late|retired|acting|interim|outgoing|incoming|caretaker|future|next|candidate"
    r"|nominee|designate|elect|emeritus|honorary|shadow|until|was|were|will|would|to be|last|first)\b"
)
# Where the words end that say what somebody is: whose or of what it is follows.
_ENDS: Final = compile_pattern(r"[,;:(]| (?:of|at|for|in|from|to|with|on|by|who|whose|which)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A title in a text, and the posts that it may stand for, each with the group in which it is one."""

    start: int
    end: int
    posts: frozenset[tuple[str, str]]


def find_offices(text: str) -> tuple[Office, ...]:
    """Every title of the list in a text, in order."""
    return tuple(
        Office(start=found.start(), end=found.end(), posts=_posts(found))
        for found in _TITLE.finditer(text)
    )


def offices_of(role: str) -> tuple[Office, ...]:
    """The titles that a role says somebody has by now; none of “aide to the mayor” or “former mayor”."""
    if _NOT_NOW.search(role):
        return ()
    end = _ENDS.search(role)
    return tuple(office for office in find_offices(role) if not end or office.start < end.start())


def exclude(own: Iterable[Office], others: Iterable[Office]) -> bool:
    """Whether who has the ones hardly has the others: both are in one group, and none is the same."""
    posts = frozenset(post for office in own for post in office.posts)
    theirs = frozenset(post for office in others for post in office.posts)
    groups = {group for group, _ in posts} & {group for group, _ in theirs}
    return bool(groups) and posts.isdisjoint(theirs)


def _posts(found: re.Match[str]) -> frozenset[tuple[str, str]]:
    deputy = found["deputy"].lower() if found["deputy"] else ""
    return frozenset(
        (group, f"{bool(deputy)} {post}")
        for group, pattern, posts in _TITLES
        if pattern.fullmatch(found["title"])
        for post in posts or (_field_of(found["title"].lower()),)
    )


def _field_of(title: str) -> str:
    field = _FIELD.search(title)
    return field[0] if field else title
