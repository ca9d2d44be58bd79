"""`decide`: through everything that is undecided in a briefing, one decision after the other."""

from __future__ import annotations

import argparse
import shlex
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from dateline.facts.kinds import SHEETS, SLUG
from dateline.printing import put
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
    from types import FrameType

    from dateline.drafting.proposing.draft import BriefingDraft
    from dateline.drafting.sheets.storing import SheetFolder


def add_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("slug", metavar="SLUG", help="the briefing, by the name of its folder")
    verb.add_argument(
        "--plain",
        action="store_true",
        help="no colours and no single keys: each answer ends with Enter",
    )
    add_content(verb)


def run(args: argparse.Namespace) -> int:
    from dateline.drafting.proposing.draft import DraftRefused
    from dateline.drafting.sheets.storing import SheetFolder, SheetsBusy, StepRefused, hold_session

    guard_content(args)
    if not SLUG.fullmatch(args.slug) or not (args.content / args.slug).is_dir():
        raise WrongUseError(f"there is no briefing {args.content / args.slug}")
    place = SheetFolder.of(args.content, args.slug)
    try:
        with _ended_by_signals(), hold_session(place):
            return _decide(args, place)
    except DraftRefused as error:
        put(to_text(error.problems), sys.stderr)
        if not error.problems:
            raise WrongUseError(str(error)) from None
        put(f"{error}\n", sys.stderr)
        return REFUSED
    except SheetsBusy:
        raise WrongUseError(
            f"another `decide` is at work on {args.slug}; go on there, or end it first"
        ) from None
    except StepRefused as error:
        raise WrongUseError(str(error)) from None


def _decide(args: argparse.Namespace, place: SheetFolder) -> int:
    from dateline.drafting.proposing.draft import read_draft
    from dateline.drafting.sheets.storing import finish_cut_off
    from dateline.verbs.console import Console
    from dateline.verbs.deciding_session import DecidingSession

    console = Console(plain=args.plain)
    for sentence in finish_cut_off(place):
        console.say(sentence)
    session = DecidingSession(
        console=console,
        place=place,
        read=lambda: _whole(read_draft(args.content, args.slug, now())),
    )
    try:
        session.run()
    except KeyboardInterrupt:
        saved = "everything that was decided is saved" if session.steps else "nothing was decided"
        raise KeyboardInterrupt(saved) from None
    content = "" if args.content == CONTENT else f" --content {shlex.quote(str(args.content))}"
    console.say("", *session.summary(args.command, f"{args.slug}{content}"))
    return DONE


def _whole(draft: BriefingDraft) -> BriefingDraft:
    """Raises DraftRefused for a sheet that is there and cannot be read, such as a symbolic link."""
    from dateline.drafting.proposing.draft import DraftRefused

    names = {f"{draft.folder.shown_as}/{name}" for name in (*SHEETS, "article.md")}
    problems = [each for each in draft.folder.problems if each.position.path in names]
    if problems:
        raise DraftRefused("fix these first; nothing was written", problems)
    return draft


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """A closed terminal and a plea to end leave the terminal as it was; the sheets are whole anyway."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), _end) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _end(number: int, _: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
