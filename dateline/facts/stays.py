"""How long something stays as it is: the days on which nothing changes by itself."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from dateline.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """The days on which something is as it is: from the first to the last; None where it has no such day.

    It is so from the moment at which it `opens` on, and only before that at which it `closes`.
    """

    since: dt.date | None
    until: dt.date | None
    opens: dt.datetime | None = None
    closes: dt.datetime | None = None

    def has(self, now: dt.datetime) -> bool:
        """`now` is in the time zone of the site."""
        day = now.date()
        is_in_days = (self.since or day) <= day <= (self.until or day)
        return is_in_days and (self.opens or now) <= now and (not self.closes or now < self.closes)


FOR_EVER: Final = Stay(since=None, until=None)
DAY: Final = dt.timedelta(days=1)


def shared_stay(stays: Iterable[Stay]) -> Stay:
    """The days that all have in common."""
    listed = tuple(stays)
    return Stay(
        since=max((stay.since for stay in listed if stay.since), default=None),
        until=min((stay.until for stay in listed if stay.until), default=None),
        opens=max((stay.opens for stay in listed if stay.opens), default=None),
        closes=min((stay.closes for stay in listed if stay.closes), default=None),
    )


def stay_between(turns: Iterable[dt.date], today: dt.date) -> Stay:
    """The days around `today` without one of these turns, on each of which something may change."""
    days = tuple(turns)
    until = min((day for day in days if day > today), default=None)
    return Stay(
        since=max((day for day in days if day <= today), default=None),
        until=until - DAY if until else None,
    )
