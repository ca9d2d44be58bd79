"""Whether the time of day of an event is one that its words give."""

from collections.abc import Iterator

from dateline.checking.fact_words import OR_CORRECT, FactWords
from dateline.facts.records import Event
from dateline.language.en import find_clock_times, find_zones
from dateline.problems import Problem, Rule


def check_time(event: Event, words: FactWords) -> Iterator[Problem]:
    """`time` and the evidence share a clock time; in different time zones they are not compared."""
    text = " … ".join(words.text(span) for span in words.spans)
    own, theirs = find_clock_times(event.time or ""), find_clock_times(text)
    zones = [found for found in (find_zones(event.time or ""), find_zones(text)) if found]
    is_one_zone = len(zones) < 2 or bool(zones[0] & zones[1])
    if own and theirs and is_one_zone and not any(a & b for a in own for b in theirs):
        yield words.problem(
            Rule.AGREEMENT_TIME,
            "time",
            found=f"‘{event.id}’ has the time “{event.time}”, but its evidence gives another one",
            fix=f"write the time that the evidence gives, {OR_CORRECT}",
        )
