"""The states of every expected event of both sites, as of four days, as they were last read over.

`python -m tests.facts.test_golden_states` writes the list again; read every line that changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from dateline.facts.briefing import Briefing
from dateline.facts.states import status_of
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import read_site

ROOT = Path(__file__).parent.parent.parent
SITES = (ROOT / "tests/sites/first/content", ROOT / "tests/sites/everything/content")
GOLDEN = Path(__file__).parent / "golden" / "states.txt"
# A year before publication, two days after it, a year after, and two years after.
DAYS = tuple(map(date.fromisoformat, ("2023-09-13", "2024-09-13", "2025-09-14", "2026-11-29")))


def states() -> str:
    folders = [folder for site in SITES for folder in read_site(site).folders]
    briefings = [briefing for folder in folders if (briefing := parse_briefing(folder)[0])]
    return "\n".join(line for briefing in briefings for line in _lines(briefing))


def _lines(briefing: Briefing) -> Iterator[str]:
    """Each event with its date and state, once for days on which they are the same."""
    for event in briefing.events:
        yield f"{event.title}"
        said = []
        for day in DAYS:
            status = status_of(event, day, briefing.name_of)
            words = status.state.words if status.state else ""
            said.append((f"{status.when} | {status.more} | {words}" if words else status.when, day))
        for words, days in groupby(said, key=lambda pair: pair[0]):
            first, *_between, last = [day for _words, day in days] * 2
            yield f"  {first}{f' to {last}' if last > first else ''}: {words}"
        yield ""


def test_states_are_as_they_were_last_read_over() -> None:
    assert states() == GOLDEN.read_text("utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(states(), "utf-8")
