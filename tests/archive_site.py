"""An archive of many small briefings, in memory."""

from collections.abc import Iterator
from datetime import date, timedelta

FIRST_DAY = date(2022, 1, 1)


def many(number: int, *, every: float = 9, first: date = FIRST_DAY) -> dict[str, str]:
    """So many briefings, one after some days each or several a day, by the paths of their files."""
    return dict(
        file
        for place in range(number)
        for file in a_briefing(f"b{place:04}", first + timedelta(place * every), place)
    )


TOPICS = ("Bridges", "Schools", "Trade and customs")


def a_briefing(slug: str, day: date, place: int = 0) -> Iterator[tuple[str, str]]:
    """Every third has a topic in common, and every seventh its mayor."""
    letter = "ABCDEFG"[place % 7]
    mayor = f"Mayor Ann Lee-{letter}"
    article = f"""\
---
title: A calm day on the river
kicker: Ostrow
standfirst: It was as calm as ever, and the mayor was there.
published: {day}
topics: [{TOPICS[place % 3]}]
---

{mayor} of the Ostrow Council was there.
"""
    people = f"""\
people:
  - id: mayor-{letter.lower()}
    name: {mayor.removeprefix("Mayor ")}
    role: mayor
    why: They were there.
    evidence: {mayor}
"""
    council = """\
organisations:
  - {id: council, name: Ostrow Council, what: runs the town, evidence: Ostrow Council}
"""
    yield f"{slug}/article.md", article
    yield f"{slug}/organisations.yaml", council
    yield f"{slug}/people.yaml", people
