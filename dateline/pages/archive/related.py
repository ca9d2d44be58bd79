"""Which briefings have most to do with each other: by the people and topics that both have.

A subject of few briefings says more than one of many. Of each subject only the briefings next to one another in
time are compared, so that the work grows with the archive and not with its square.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.facts.kinds import Kind
from dateline.facts.mentions import read_index, same_name
from dateline.facts.topics import topic_id
from dateline.frozen import dataclass
from dateline.pages.summary import Summary

RELATED: Final = 3
_NEAR: Final = 8
_SHARED: Final = 3
# What a subject weighs that two or three briefings have; half as many weigh one more.
_HEAVIEST: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedBriefing:
    """A briefing, and the subjects that it shares with another, in that one's words."""

    summary: Summary
    shared: tuple[str, ...]


def related_briefings(newest: Sequence[Summary]) -> dict[str, tuple[RelatedBriefing, ...]]:
    """For each briefing by its slug, those that share most with it, the closest first."""
    subjects = [_subjects(summary) for summary in newest]
    having: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(subjects):
        for subject in own:
            having[subject].append(place)
    found = {}
    for place, summary in enumerate(newest):
        scores = _scores(place, subjects[place], having)
        closest = sorted(scores, key=lambda other: (-scores[other], abs(other - place), other))
        found[summary.slug] = tuple(
            RelatedBriefing(
                summary=newest[other],
                shared=_shared(subjects[place], subjects[other], having),
            )
            for other in closest[:RELATED]
        )
    return found


def _subjects(summary: Summary) -> dict[str, str]:
    """The words of each subject, by what is the same in all briefings."""
    people = {
        f"person {mention.id} {'' if mention.shared else same_name(mention.name)}": mention.name
        for mention in read_index(summary.mentions.index)
        if mention.kind is Kind.PERSON
    }
    return people | {f"topic {topic_id(words)}": words for words in summary.topics}


def _scores(place: int, own: Iterable[str], having: Mapping[str, Sequence[int]]) -> Counter[int]:
    scores: Counter[int] = Counter()
    for subject in own:
        places = having[subject]
        rank = bisect_left(places, place)
        for other in places[max(rank - _NEAR, 0) : rank + _NEAR + 1]:
            if other != place:
                scores[other] += _weight(places)
    return scores


def _weight(places: Sequence[int]) -> int:
    """In steps, so that one more briefing seldom changes what others are related to."""
    return max(_HEAVIEST + 2 - len(places).bit_length(), 1)


def _shared(
    own: Mapping[str, str], other: Mapping[str, str], having: Mapping[str, Sequence[int]]
) -> tuple[str, ...]:
    both = [subject for subject in own if subject in other]
    both.sort(key=lambda subject: -_weight(having[subject]))
    return tuple(own[subject] for subject in both[:_SHARED])
