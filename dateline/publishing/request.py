"""The options of one build, check or preview: which content, and how."""

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from dateline.facts.embargo import moment_in
from dateline.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """`only` are the briefings that were asked for by their slugs; all where there are none.

    `previous` is where the manifest of what is published is: a file, a folder, an address, or
    LIVE; without it, what the output has was published. `compare` asks for what changes since then,
    `links` for what became of the addresses that the content gives, `in_full` for all that was found in
    briefings whether or not it is a problem. `part` is the number of a part, from 1, and how many there are:
    of so many briefings one is made and kept, and nothing is published.
    """

    content: Path
    now: datetime
    site_url: str | None = None
    today: date | None = None
    drafts: bool = False
    strict: bool = False
    jobs: int = 1
    only: tuple[str, ...] = ()
    previous: str | None = None
    compare: bool = False
    links: bool = False
    in_full: bool = False
    part: tuple[int, int] | None = None

    def now_in(self, timezone: str) -> datetime:
        """The moment that a site is built for, by its own clocks: the first of `today`, or else now."""
        zone = ZoneInfo(timezone)
        first = moment_in(zone, datetime.combine(self.today, time())) if self.today else self.now
        return first.astimezone(zone)

    def clock_in(self, timezone: str) -> datetime:
        """The moment of the build by the clocks of a site, whatever day it is built for."""
        return self.now.astimezone(ZoneInfo(timezone))
