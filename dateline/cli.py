"""The command line: parses the arguments and runs a verb.

`--help` must answer at once, so everything heavy is imported inside the verb that needs it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any

from dateline import __version__
from dateline.printing import CannotPrint, prepare_streams, put, try_to_say
from dateline.publishing.writing.refusal import what_ran_short
from dateline.verbs import (
    build_verb,
    check_verb,
    decide_verb,
    import_verb,
    init_verb,
    new_verb,
    schema_verb,
    serve_verb,
)
from dateline.verbs.options import INTERRUPTED, WRONG_USE, WrongUseError

RunTests = Callable[[list[str]], int]

# In the order in which `--help` lists them.
_VERBS = {
    "init": (init_verb, "start a site in a folder, with a first briefing that shows how"),
    "import": (import_verb, "make an article of a file that you were sent, or of pasted text"),
    "new": (new_verb, "propose facts from an article: its sheets, or what they lack"),
    "decide": (decide_verb, "go through what is undecided: take it, change it or put it aside"),
    "build": (build_verb, "check the content, build the site and publish it"),
    "check": (
        check_verb,
        "do the same without writing; list what the article says that no fact covers yet",
    ),
    "schema": (schema_verb, "write what editors need to complete and check YAML while you type"),
    "serve": (serve_verb, "preview the site; rebuild and reload on every save"),
}


def main(arguments: list[str] | None = None, *, test: RunTests | None = None) -> int:
    """Run one verb; return 0 (done), 1 (problems), 2 (wrong use) or 130 (interrupted).

    `test` runs the verb of that name, which a checkout has and an installed command has not.
    """
    prepare_streams()
    given = sys.argv[1:] if arguments is None else arguments
    name = _name(in_checkout=test is not None)
    try:
        return _run(given or ["build"], test)
    except (WrongUseError, CannotPrint) as error:
        try_to_say(f"{name}: {error}")
        return WRONG_USE
    except Exception as error:
        if not (shortage := what_ran_short(error)):
            raise
        try_to_say(f"{name}: {shortage}")
        return WRONG_USE
    except KeyboardInterrupt as error:
        try_to_say(f"{name}: interrupted; {error if error.args else 'nothing was published'}.")
        return INTERRUPTED


def _run(arguments: list[str], test: RunTests | None) -> int:
    if test and arguments[0] == "test":
        return test(arguments[1:])
    if arguments[0].startswith("-") and not {"-h", "--help", "--version"} & set(arguments):
        arguments = ["build", *arguments]
    args = _parser(in_checkout=test is not None).parse_args(arguments)
    args.command = "python3 build.py" if test else "dateline"
    verb, _ = _VERBS[args.verb]
    code: int = verb.run(args)
    return code


def _name(*, in_checkout: bool) -> str:
    return "build.py" if in_checkout else "dateline"


class _Parser(argparse.ArgumentParser):
    def _print_message(self, message: str, file: Any = None) -> None:
        """Argparse would drop what it cannot print, and end as if nothing were wrong."""
        put(message, file)


def _parser(*, in_checkout: bool) -> argparse.ArgumentParser:
    parser = _Parser(
        prog=_name(in_checkout=in_checkout),
        description="Build a news briefing site from articles and their fact sheets.",
        epilog="Without a verb, `build` runs. `%(prog)s VERB --help` lists the options of a verb.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    verbs = parser.add_subparsers(title="commands", dest="verb", metavar="VERB", required=True)
    for name, (verb, help_text) in _VERBS.items():
        verb.add_options(verbs.add_parser(name, help=help_text, allow_abbrev=False))
    if in_checkout:
        verbs.add_parser("test", help="run everything that CI runs; other options go to pytest")
    return parser
