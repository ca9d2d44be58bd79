"""`init`: a site from nothing."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from dateline.printing import CannotPrint, put
from dateline.verbs.options import CONTENT, DONE, WrongUseError, now


def add_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="FOLDER",
        help="folder of the site (default: this one)",
    )
    verb.add_argument("--title", help="name of the site (default: that of the folder)")
    verb.add_argument("--publisher", help="who publishes it (default: the title)")
    verb.add_argument("--language", metavar="TAG", help="its language, as en or fa (default: en)")
    verb.add_argument(
        "--timezone", metavar="NAME", help="where it is, as Europe/London (default: this machine’s)"
    )
    verb.add_argument(
        "--cms",
        action="store_true",
        help="add the configuration of Pages CMS, an editor in the browser for sites on GitHub",
    )


def run(args: argparse.Namespace) -> int:
    from dateline.starting.laying_out import start_site
    from dateline.starting.starter import StartRefused, Wishes

    wishes = Wishes(
        title=args.title,
        publisher=args.publisher,
        language=args.language,
        timezone=args.timezone,
        cms=args.cms,
    )
    try:
        started = start_site(args.folder, wishes, now())
    except StartRefused as error:
        raise WrongUseError(str(error)) from None
    wrote = [f"wrote {args.folder / path}" for path in started.wrote]
    left = [f"left as it was: {args.folder / path}" for path in started.left]
    nothing = [] if wrote else [f"Nothing is missing in {args.folder}, so nothing was written."]
    to_see = f"To see the site: {_to_see(args.folder, args.command)}"
    try:
        put("\n".join([*wrote, *left, *nothing, to_see, ""]), sys.stdout)
    except CannotPrint as error:
        done = f"{args.folder} has the new site, but " if wrote else ""
        raise CannotPrint(f"{done}what was written could not be printed: {error}") from None
    return DONE


def _to_see(folder: Path, command: str) -> str:
    if folder.resolve() == Path.cwd():
        return f"{command} serve --open"
    quoted = shlex.quote(str(folder))
    if command == "dateline":
        return f"cd {quoted}, then {command} serve --open"
    return f"{command} serve --open --content {shlex.quote(str(folder / CONTENT))}"
