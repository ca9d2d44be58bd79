"""What the command was asked for."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One build or check: which content, and under which terms."""

    content: Path
    now: datetime
    site_url: str | None = None
    today: date | None = None
    drafts: bool = False
    strict: bool = False
    jobs: int = 1

    def day_in(self, timezone: str) -> date:
        """The day that statuses are of: the one asked for, else today in the site's time zone."""
        return self.today or self.now.astimezone(ZoneInfo(timezone)).date()
