"""What was voted on by so many to so many."""

from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.clause_parts import subject_before
from dateline.language.en.headlines.labels.around_number import NAME, AroundNumber
from dateline.language.en.words import compile_pattern

_VOTED: Final = compile_pattern(
    r"\bvoted ((?:for|against) (?:the|its|a) [a-z]+(?: (?!by\b)[a-z]+)?) (?:by )?$"
)


_CLEARED: Final = compile_pattern(rf"\bclear(?:ed|s) (the {NAME}) $")


_VOTE: Final = compile_pattern(r"(?:has |have |had )?voted(?: by)?")


_PASSED: Final = compile_pattern(
    r"(?:(?:was|were) )?(?:failed|passed|carried|approved|rejected|defeated|adopted)(?: (?:on|by|in|with))?(?: an?)?"
)


def of_votes(around: AroundNumber) -> Iterator[str]:
    """“voted for the cut by 58 to 9”, “the Senate voted 17-13”, “the bill failed on a 12-18 vote”."""
    if cleared := _CLEARED.search(around.before):
        yield f"Vote of {cleared[1]}"
    if voted := _VOTED.search(around.before):
        yield f"Vote {voted[1]}"
    subject = subject_before(around.before, owned=True)
    if subject and _VOTE.fullmatch(subject[1]):
        yield f"Vote of {subject[0]}"
    if subject and _PASSED.fullmatch(subject[1]):
        yield f"Vote on {_OWN.sub('the', subject[0])}"


_OWN: Final = compile_pattern(r"^(?:his|her|its|their)\b")
