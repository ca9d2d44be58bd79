"""The options of one build, check or preview: which content, and how."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    content: Path
    now: datetime
    site_url: str | None = None
    today: date | None = None
    drafts: bool = False
    strict: bool = False
    jobs: int = 1

    def day_in(self, timezone: str) -> date:
        """The date that statuses are computed for: `today`, or else the date in the site's time zone."""
        return self.today or self.now.astimezone(ZoneInfo(timezone)).date()
