"""What was voted on by so many to so many."""

from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.clause_parts import subject_before
from dateline.language.en.headlines.labels.around_number import NAME, AroundNumber
from dateline.language.en.words import compile_pattern

# “under a law that parliament passed in June by”
_LAW_PASSED: Final = compile_pattern(
    r"\b(?:the|an?|this) ((?:[a-z-]+ )?(?:law|bill|motion|budget|resolution|amendment|treaty|plan)) (?:that|which)"
    r" [^,;:.“”()]{2,40} (?:passed|approved|adopted|rejected|backed)\b[^,;:.“”()]{0,30} by $"
)
_ASIDE: Final = compile_pattern(r", which [^,;]{3,60},")
_VOTED: Final = compile_pattern(
    r"\bvoted ((?:for|against) (?:the|its|a) [a-z]+(?: (?!by\b)[a-z]+)?) (?:by )?$"
)


_CLEARED: Final = compile_pattern(rf"\bclear(?:ed|s) (the {NAME}) $")


_VOTE: Final = compile_pattern(r"(?:has |have |had )?voted(?: by)?")


_PASSED: Final = compile_pattern(
    r"(?:(?:was|were) )?(?:failed|passed|carried|approved|rejected|defeated|adopted)(?: (?:on|by|in|with))?(?: an?)?"
)
# “The decision was taken by four votes to one”
_TAKEN: Final = compile_pattern(r"(?:was|were) (?:taken|made|reached)(?: by)?")


def of_votes(around: AroundNumber) -> Iterator[str]:
    """“voted for the cut by 58 to 9”, “the Senate voted 17-13”, “the bill failed on a 12-18 vote”."""
    if cleared := _CLEARED.search(around.before):
        yield f"Vote of {cleared[1]}"
    if voted := _VOTED.search(around.before):
        yield f"Vote {voted[1]}"
    if law := _LAW_PASSED.search(around.said_before):
        yield f"Vote on the {law[1]}"
    subject = subject_before(_ASIDE.sub(" ", around.before or around.said_before), owned=True)
    if subject and _VOTE.fullmatch(subject[1]):
        yield f"Vote of {subject[0]}"
    is_taken = subject and around.found.pair and _TAKEN.fullmatch(subject[1])
    if subject and (is_taken or _PASSED.fullmatch(subject[1])):
        yield f"Vote on {_motion(subject[0], around.earlier)}"


def of_abstentions(around: AroundNumber) -> Iterator[str]:
    """“The motion passed by 94 votes to 51, with six abstentions”."""
    subject = subject_before(around.said_before, owned=True)
    if around.noun == "abstentions" and subject and _PASSED.match(subject[1]):
        yield f"Abstentions in the vote on {_motion(subject[0], around.earlier)}"


def _motion(subject: str, earlier: str) -> str:
    """“The second motion”, of “the second” after “the first motion”, without what is said of it beside."""
    words = _OWN.sub("the", subject.partition(",")[0])
    first = _FIRST.search(earlier)
    return f"{words} {first[1]}" if first and _ORDINAL.fullmatch(words) else words


_FIRST: Final = compile_pattern(r"\bthe first ([a-z]+)\b")
_ORDINAL: Final = compile_pattern(r"the (?:second|third|last|other)")


_OWN: Final = compile_pattern(r"^(?:his|her|its|their)\b")
