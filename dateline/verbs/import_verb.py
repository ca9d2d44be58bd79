"""`import`: a file that a newsroom sends, to an article."""

from __future__ import annotations

import argparse
import shlex
import sys
from typing import TYPE_CHECKING, Final

from dateline.facts.phrasing import count_of, join_words
from dateline.printing import CannotPrint, put
from dateline.verbs.options import (
    CONTENT,
    DONE,
    WrongUseError,
    add_content,
    guard_content,
    read_day,
)

if TYPE_CHECKING:
    from dateline.drafting.importing.import_article import Imported
    from dateline.drafting.importing.story import CutLine


# Files with rows, each of which is a fact.
SPREADSHEETS: Final = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xls", ".ods")


def add_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "file",
        metavar="FILE",
        help="a text, Markdown, HTML, ArchieML, .docx or .odt file (-: what is pasted or piped in), or "
        "a table of facts: .csv, .tsv or .xlsx",
    )
    verb.add_argument(
        "--slug", help="folder of the briefing, and its address (default: from the title)"
    )
    verb.add_argument(
        "--published",
        type=read_day,
        metavar="DATE",
        help="day of publication (default: that in the file)",
    )
    verb.add_argument(
        "--force", action="store_true", help="replace an article.md that is there; a copy is kept"
    )
    add_content(verb)


def run(args: argparse.Namespace) -> int:
    if args.file.lower().endswith(SPREADSHEETS):
        from dateline.verbs.importing_spreadsheets import run_spreadsheet

        return run_spreadsheet(args)
    from dateline.drafting.importing.import_article import ImportWishes, import_article
    from dateline.drafting.importing.story import ImportRefused

    guard_content(args)
    wishes = ImportWishes(slug=args.slug, published=args.published, force=args.force)
    try:
        imported = import_article(args.file, args.content, wishes)
    except ImportRefused as error:
        raise WrongUseError(str(error)) from None
    try:
        put(_said(imported, args), sys.stdout)
    except CannotPrint as error:
        done = f"{imported.written.article} is written, but what was cut could not be printed"
        raise CannotPrint(f"{done}: {error}") from None
    return DONE


def _said(imported: Imported, args: argparse.Namespace) -> str:
    lines = [f"wrote {imported.written.article}: {count_of(imported.words, 'word')}"]
    lines += [f"wrote {imported.written.sources}"] if imported.written.sources else []
    lines += (
        [f"kept the article that was there as {imported.written.kept}"]
        if imported.written.kept
        else []
    )
    if imported.story.cut:
        lines += ["", "Not in the article, because it did not seem to be part of the story:"]
        lines += map(_shown, imported.story.cut)
    if imported.story.remarks:
        lines += ["", "Please look:", *(f"  {remark}" for remark in imported.story.remarks)]
    if imported.unknown:
        names = join_words(imported.unknown)
        lines += ["", f"Still to decide: {names} (`decide:` in the front matter lists them)."]
    content = "" if args.content == CONTENT else f" --content {shlex.quote(str(args.content))}"
    first = "write `published:` in it, then: " if "published" in imported.unknown else ""
    return "\n".join([*lines, "", f"Next: {first}{args.command} new {imported.slug}{content}", ""])


def _shown(cut: CutLine) -> str:
    return f"  “{cut.words}” ({cut.why})" if cut.words else f"  {cut.why}"
