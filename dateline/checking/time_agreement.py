"""The time of day of an event is one that its words give, where they give any."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.checking.fact_words import MEND, FactWords
from dateline.facts.records import Event
from dateline.language.en import find_clock_times, find_zones
from dateline.problems import Problem, Rule


def check_time(event: Event, words: FactWords) -> Iterator[Problem]:
    """Clock times of `time` and of the evidence meet; in two time zones they are not compared."""
    text = " … ".join(words.text(span) for span in words.spans)
    own, theirs = find_clock_times(event.time or ""), find_clock_times(text)
    zones = [one for one in (find_zones(event.time or ""), find_zones(text)) if one]
    is_one_zone = len(zones) < 2 or bool(zones[0] & zones[1])
    if own and theirs and is_one_zone and not any(one & other for one in own for other in theirs):
        yield Problem(
            position=event.origin.of("time"),
            rule=Rule.AGREEMENT_TIME,
            found=f"‘{event.id}’ is timed at “{event.time}”, its evidence gives another time of day",
            fix=f"write the time of the evidence, {MEND}",
            related=words.related(),
        )
