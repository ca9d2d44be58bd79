"""Names of one word with which a sentence begins: “Acas, the conciliation service, has invited both sides”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.checking import Checked
from dateline.checking.coverage.coverage import Finding
from dateline.checking.coverage.offers import Offer
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind
from dateline.facts.mentions import same_name
from dateline.language import FoundName
from dateline.language.en.headlines.known_bodies import what_is_known
from dateline.problems import Position


def sentence_names(checked: Checked, briefing: Briefing) -> Iterator[Offer]:
    """Each once: bodies that everybody knows, and what is called something right after the name."""
    known = {same_name(form) for each in briefing.named for form in (each.name, *each.aliases)}
    known |= {same_name(finding.text) for finding in checked.coverage if finding.kind == "name"}
    small = {word for block in briefing.article.blocks for word in _SMALL.findall(block.text)}
    for at, block in enumerate(briefing.article.blocks):
        for begun in _BEGUN.finditer(block.text) if block.kind != "cell" else ():
            name = begun["name"]
            is_called = _CALLED.match(block.text, begun.end()) is not None
            is_known = what_is_known(name) and (
                name not in _ALSO_WORDS or _ACTS.match(block.text, begun.end())
            )
            is_name = is_known or (is_called and name.lower() not in small)
            if is_name and same_name(name) not in known:
                known.add(same_name(name))
                yield _offer(name, Span(block=at, start=begun.start("name"), end=begun.end()))


def _offer(name: str, span: Span) -> Offer:
    found = FoundName(start=span.start, end=span.end, text=name, known=None)
    finding = Finding(
        kind="name",
        found=found,
        text=name,
        span=span,
        position=Position(path=""),
        readings=(name,),
        fields=(),
        offered=True,
    )
    return Offer(finding=finding, times=1, kind=Kind.ORGANISATION if what_is_known(name) else None)


# “Shelter managers said”: no charity.
_ALSO_WORDS: Final = frozenset("Shelter Apple Shell Guardian Crisis Orange Boots".split())
_ACTS: Final = re.compile(
    r",| (?:has|have|had|is|are|was|were|will|would|says?|said|also|and|did|does|[a-z]+ed)\b"
)
_SMALL: Final = re.compile(r"\b[a-z]{2,}\b")
_BEGUN: Final = re.compile(r"(?:^|(?<=[.!?”\"] ))(?P<name>[A-Z][\w’&-]*[a-zA-Z]\??)(?=,? )")
# Of a body or a thing that acts, and no “Yesterday, the …” or “Here, a …”.
_CALLED: Final = re.compile(
    r", (?:the|an?|its|[A-Z]\w+[’']s) (?:[\w’'-]+ ){0,4}(?:company|firm|group|service|union|charity|airline"
    r"|operator|producer|maker|manufacturer|supplier|retailer|brewer|line|lender|bank|insurer|agency|regulator|watchdog|body"
    r"|association|federation|platform|party|newspaper|broadcaster|club|developer|contractor|publisher|carrier|network"
    r"|chain|start-up|think ?tank|consultancy|brand|utility|organisation|organization|institute|foundation|trust)"
    r"(?:,| (?:in|of|for|that) )"
)
