"""Why a briefing is not published yet: it is a draft, or is held back until a moment to come."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dateline.frozen import dataclass

# A build with nothing to do asks for the moment alone.
if TYPE_CHECKING:
    from dateline.facts.records import FrontMatter


@dataclass(frozen=True, slots=True)
class KeptBack:
    """`until` is the moment by the clocks of the site, as it was written; None for a draft."""

    until: datetime | None


def moment_in(zone: ZoneInfo, written: datetime) -> datetime:
    """The moment at which the clocks of a zone show this: the later one where they show it twice."""
    # At a time that they leave out, the two readings differ in the same way.
    return max(written.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))


def kept_back(front: FrontMatter, now: datetime, zone: ZoneInfo) -> KeptBack | None:
    """None for what is published by now."""
    if front.draft:
        return KeptBack(until=None)
    if front.publish and now < moment_in(zone, front.publish):
        return KeptBack(until=front.publish)
    return None
