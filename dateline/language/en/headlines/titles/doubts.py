"""Words that are not certain to be a subject or a whole title."""

from typing import Final

from dateline.language.en.headlines.clause_parts import OF_SOMEBODY, PRONOUN, has_verb
from dateline.language.en.headlines.present_tense import is_past
from dateline.language.en.words import MONTHS, compile_pattern, one_of


def no_subject(subject: str) -> bool:
    first = subject.partition(" ")[0]
    is_clause = first.islower() and is_past(first) and has_verb(f"it {subject}")
    return (
        not subject
        or (is_clause and first != subject)
        or bool(
            PRONOUN.match(subject) or OF_SOMEBODY.match(subject) or _IN_DOUBT_BEFORE.search(subject)
        )
    )


def has_another(title: str) -> bool:
    """Whether a title goes on with another clause: “Butter rises, and bread went up”."""
    parts = [part.removeprefix("and ") for part in title.split(", ")[1:]]
    return (
        ";" in title
        or _OF_ANOTHER.search(title) is not None
        or any(has_verb(part) and not _RELATIVE.match(part) for part in parts)
    )


# “opens, and secures his place”, “lends €2m, to be repaid”, “says at a meeting”
_OF_ANOTHER: Final = compile_pattern(
    r", and [a-z]+s (?:his|her|its|their|the|an?)\b|, to be [a-z]+$|\bsays? (?:at|on|in|by|to)\b"
)


_RELATIVE: Final = compile_pattern(r"^(?:which|who|whose|where|when|after|as|if|because) ")


_IN_DOUBT_BEFORE: Final = compile_pattern(
    rf"^(?:{one_of(MONTHS)})\b|"
    r"^[a-z]+ed,|^(?:in|on|at|by|from|under|with|for|of|to|known|called|earns?|inciting|including|raising|unless|if|[a-z]+ing)\b"
    r"|\b(?:number|share|list|rest) of (?:people|those|them)\b.*\b(?:when|who|to have)\b|[0-9]$| (?:to|had|has|have)$"
    r"|^(?:the )?(?:(?:first|last|next|other) (?:two|three|four|five|six|few)"
    r"|first|second|third|fourth|last|other|others|latter|former|two|three|same"
    r"|plan|move|decision|figure"
    r"|number|it|one|most|half|four|five|six|seven|eight|nine|ten|eleven|twelve)$"
    r"|\b(?:and|or|but|that|said|says)$|,$|, and |\bwhose\b"
    # “Ann Lee the Lesk Court”: two names, of which one belongs to another verb.
    r"|\b(?-i:[A-Z])[\w’'-]+ (?-i:[A-Z])[\w’'-]+ the (?-i:[A-Z])[\w’'-]+ (?-i:[A-Z])"
)


# Quoted words, the rest of a phrase without its date, and words that stand for others.
IN_DOUBT: Final = compile_pattern(
    r"[“”\"()]"
    r"|\b(?:for|and|at|of|the|on|in|as|over|than|an?|its|to|with|by|from|not|had|has|is|are|finds?|shows?|hears?|tells?"
    r"|whole|which|who|that|those)"
    r"(?: and)?$| ['’]s "
    # “its busiest”, of “its busiest July”
    r"|\b(?:its|his|her|their) (?!(?:protest|interest|contest|harvest|arrest|request|guest|forest|test|west|quest"
    r"|inquest|chest|rest|nest)$)(?:[a-z]{3,}est|best|worst)$"
    r"|, [^,]* (?:called|planned|scheduled|due|held)$|\b(?:it|them|him|they|he|she|there|we)\b"
    r"|\bthat (?:down|up|by|in|to|from)\b|\bthe (?:across|in|at|on|for|from|to|was|were|is|are|and|or|but)\b"
)
