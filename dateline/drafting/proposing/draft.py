"""A briefing that is being drafted: what its folder has, and what its article holds beside that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dateline.drafting.proposing.kept_lists import without_facts
from dateline.drafting.proposing.known_names import known_names
from dateline.drafting.proposing.proposal import Proposal
from dateline.drafting.proposing.propose import propose
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import SHEETS
from dateline.frozen import dataclass
from dateline.language.grammars import find_grammar
from dateline.problems import Problem, Rule, is_refused
from dateline.reading.briefing_files import parse_briefing, parse_site
from dateline.reading.content import ARTICLE, SETTINGS, Folder, read_one_folder
from dateline.reading.shared_sheets import share_names, share_records


class DraftRefused(Exception):  # noqa: N818 - it says what happened
    """The message is a sentence for the person at the keyboard; `problems` are in the way."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingDraft:
    """A briefing that was read, with the day and the language in which its article is read."""

    folder: Folder
    briefing: Briefing
    today: date
    language: str

    def propose(self) -> tuple[Proposal, ...]:
        return propose(
            self.briefing,
            today=self.today,
            site_language=self.language,
            known=known_names(self.folder.shared, self.briefing.front.published),
        )


def read_draft(
    content: Path, slug: str, now: datetime, *, article_alone: bool = False
) -> BriefingDraft:
    """The briefing of a folder, as if it had no facts where its article alone is asked for.

    Raises DraftRefused where the article cannot be drafted from.
    """
    source = share_records(read_one_folder(content, slug))
    if not source.folders:
        raise DraftRefused(
            f"there is no folder {content / slug}: bring an article in with `import`"
        )
    folder = share_names(source)
    if article_alone:
        kept = {
            name: left
            for name, data in folder.files.items()
            if name in SHEETS and (left := without_facts(name, data))
        }
        folder = replace(folder, files={ARTICLE: folder.files[ARTICLE], **kept})
    site, _ = parse_site(source.settings, SETTINGS)
    language, zone = (site.language, site.timezone) if site else ("en", "UTC")
    today = now.astimezone(ZoneInfo(zone)).date()
    return parse_draft(folder, today=today, language=language)


def parse_draft(folder: Folder, *, today: date, language: str) -> BriefingDraft:
    """The same of a folder that was read. Raises DraftRefused."""
    briefing, problems = parse_briefing(folder)
    others = [problem for problem in problems if problem.rule != Rule.DECIDE_OPEN]
    if briefing is None or is_refused(others, strict=False):
        raise DraftRefused("fix these first; nothing was written", others)
    if "published" not in briefing.front.model_fields_set:
        raise DraftRefused(
            f"write `published:` in {folder.shown_as}/article.md first: the day from which the article’s"
            " “Wednesday” and “last month” are counted"
        )
    written = briefing.front.language or language
    if find_grammar(written) is None:
        raise DraftRefused(
            f"the article is in a language that is not read yet ({written}): write its sheets by hand"
        )
    return BriefingDraft(folder=folder, briefing=briefing, today=today, language=language)
