"""Which fact a problem is in, by where it is."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.facts.briefing import Briefing
from dateline.facts.records import Fact, Record
from dateline.problems import Problem


def name_facts(problems: Iterable[Problem], briefing: Briefing) -> Iterator[Problem]:
    """The problems, each with the id of the fact in whose lines of a sheet it is."""
    records: list[Record] = [*briefing.facts, *briefing.sources, *briefing.waived]
    records += [*briefing.periods, *briefing.groups, *briefing.removed]
    records.sort(key=lambda record: record.origin.position)
    starts = [record.origin.position for record in records]
    for problem in problems:
        number = bisect_right(starts, problem.position) - 1
        above = records[number] if number >= 0 else None
        is_in = isinstance(above, Fact) and starts[number].path == problem.position.path
        yield replace(problem, fact=above.id) if isinstance(above, Fact) and is_in else problem
