"""`new`: proposals into sheets that do not exist yet; what the others lack is for a human to add."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dateline.checking import check_briefing
from dateline.drafting.importing.article_file import keep_copy, write_new
from dateline.drafting.proposing.draft import BriefingDraft
from dateline.drafting.proposing.new_sheets import sheets_of
from dateline.drafting.proposing.proposal import Proposal
from dateline.drafting.sheets.first_line import first_line
from dateline.frozen import dataclass
from dateline.problems import Rule, is_refused


@dataclass(frozen=True, slots=True, kw_only=True)
class StartedSheets:
    """The sheets written, the copies kept of those that were there, and what the others lack."""

    wrote: tuple[Path, ...]
    kept: tuple[Path, ...]
    lacking: Mapping[str, str]
    proposals: tuple[Proposal, ...]
    open_problems: int


def start_sheets(folder: Path, draft: BriefingDraft, *, force: bool) -> StartedSheets:
    """Write the sheets that the briefing lacks.

    With `force` the draft has no facts, and those of the sheets that are there are replaced.
    """
    there = [] if force else draft.folder.files
    proposals = draft.propose()
    texts = sheets_of(proposals, draft.folder.files if force else None)
    kept = tuple(keep_copy(folder / name) for name in texts if force and (folder / name).exists())
    new = [name for name in texts if name not in there]
    for name in new:
        write_new(folder / name, texts[name].decode(), over=force)
    return StartedSheets(
        wrote=tuple(folder / name for name in new),
        kept=kept,
        lacking={name: _to_paste(name, texts[name]) for name in texts if name not in new},
        proposals=proposals,
        open_problems=0 if proposals else _open_problems(draft),
    )


def _open_problems(draft: BriefingDraft) -> int:
    """How many problems a strict check has of the facts and of what no sheet has."""
    checked = check_briefing(draft.briefing, today=draft.today, site_language=draft.language)
    refused = (
        problem.rule != Rule.COVERAGE_OPEN and is_refused([problem], strict=True)
        for problem in checked.problems
    )
    return sum(refused) + sum(finding.verdict == "open" for finding in checked.coverage)


def _to_paste(name: str, data: bytes) -> str:
    """The records alone, as the sheet that is there begins in its own way."""
    return data.decode().removeprefix(first_line(name))
