"""What a mail has around the story that it brings: its head, a greeting, a signature."""

from __future__ import annotations

import re
from typing import Final

from dateline.drafting.importing.story import CutLine

_HEAD: Final = re.compile(
    r"(?:from|to|cc|bcc|sent|subject|reply-to|date):[ \t]+\S.*", re.IGNORECASE
)
_DAY: Final = re.compile(r"(?:date|sent):", re.IGNORECASE)
_FEWEST: Final = 3
_GREETING: Final = re.compile(
    r"(?:hi|hello|dear|hey|good (?:morning|afternoon|evening))(?: [\w.’'-]+){0,3}[,.!]?",
    re.IGNORECASE,
)
_SIGNATURE: Final = re.compile(
    r"--|(?:(?:all the |kind |warm |with )?(?:best|regards|wishes)(?: (?:wishes|regards))?|(?:many )?thanks|cheers"
    r"|yours(?: \w+)?)[,.!]?",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE: Final = 12


def without_mail(text: str) -> tuple[str, tuple[CutLine, ...]]:
    """The text of a mail without these, and its day on top; a text that is no mail as it is."""
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    head = first
    while head < len(lines) and _HEAD.fullmatch(lines[head].strip()):
        head += 1
    if head - first < _FEWEST:
        return text, ()
    day = [line for line in lines[first:head] if _DAY.match(line)]
    cut = [(line, "the head of a mail") for line in lines[first:head] if line not in day]
    body = lines[head:]
    greeting = next((at for at, line in enumerate(body) if line.strip()), 0)
    if _GREETING.fullmatch(body[greeting].strip()):
        cut.append((body[greeting], "the greeting of a mail"))
        body = _below_note(body[greeting + 1 :], cut)
    end = _end_of(body)
    cut += [(line, "the end of a mail") for line in body[end:] if line.strip()]
    return "\n".join([*day, "", *body[:end]]), tuple(
        CutLine(words=" ".join(line.split()), why=why) for line, why in cut
    )


def _below_note(body: list[str], cut: list[tuple[str, str]]) -> list[str]:
    """The lines below a first paragraph that goes on from the greeting: “here is the copy”."""
    first = next((at for at, line in enumerate(body) if line.strip()), 0)
    is_note = body[first : first + 1] and body[first][:1].islower()
    if is_note and not "".join(body[first + 1 : first + 2]).strip():
        cut.append((body[first], "a note in a mail"))
        return body[first + 1 :]
    return body


def _end_of(body: list[str]) -> int:
    """Where the signature begins, which is short."""
    filled = [at for at, line in enumerate(body) if line.strip()]
    for at in filled[-_LONGEST_SIGNATURE:]:
        if _SIGNATURE.fullmatch(body[at].strip()):
            return at
    return len(body)
