"""`new`: fact sheets that are started from an article, and what the sheets lack."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections import Counter
from typing import TYPE_CHECKING

from dateline.facts.phrasing import capitalise, count_of, join_words
from dateline.printing import CannotPrint, put
from dateline.problems import to_text
from dateline.verbs.options import (
    CONTENT,
    DONE,
    REFUSED,
    WrongUseError,
    add_content,
    guard_content,
    now,
)

if TYPE_CHECKING:
    from dateline.drafting.proposing.start_sheets import StartedSheets


def add_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("slug", metavar="SLUG", help="the briefing, by the name of its folder")
    verb.add_argument(
        "--force",
        action="store_true",
        help="start the sheets that are there over; copies of them are kept",
    )
    add_content(verb)


def run(args: argparse.Namespace) -> int:
    from dateline.drafting.proposing.draft import DraftRefused, read_draft
    from dateline.drafting.proposing.start_sheets import start_sheets

    guard_content(args)
    try:
        draft = read_draft(args.content, args.slug, now(), article_alone=args.force)
        started = start_sheets(args.content / args.slug, draft, force=args.force)
    except DraftRefused as error:
        put(to_text(error.problems), sys.stderr)
        if not error.problems:
            raise WrongUseError(str(error)) from None
        put(f"{error}\n", sys.stderr)
        return REFUSED
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise WrongUseError(f"{error.filename or args.slug}: {reason}") from None
    try:
        put("".join(_proposed(name, text) for name, text in started.lacking.items()), sys.stdout)
        put(_said(started, args), sys.stderr)
    except CannotPrint as error:
        raise CannotPrint(
            f"the sheets are written, but that could not be printed: {error}"
        ) from None
    return DONE


def _proposed(name: str, text: str) -> str:
    """What a sheet lacks: YAML to paste, under a comment that says where."""
    return f"# {name}\n{text}\n"


def _said(started: StartedSheets, args: argparse.Namespace) -> str:
    lines = [f"wrote {path}" for path in started.wrote]
    lines += [f"kept the sheet that was there as {path}" for path in started.kept]
    lines += [f"left as it is: {args.content / args.slug / name}" for name in started.lacking]
    kinds = Counter(proposal.kind for proposal in started.proposals)
    if not kinds and started.open_problems:
        found = count_of(started.open_problems, "problem")
        return (
            f"Nothing more can be proposed, so nothing was written; a strict check has {found}:"
            f" {args.command} check {args.slug} --strict\n"
        )
    if not kinds:
        return "The sheets have everything that the article holds, so nothing was written.\n"
    counts = join_words(count_of(number, kind, kind.plural) for kind, number in kinds.items())
    content = "" if args.content == CONTENT else f" --content {shlex.quote(str(args.content))}"
    lines += ["", f"{capitalise(counts)} to decide: {args.command} decide {args.slug}{content}"]
    return "\n".join([*lines, ""])
