"""`check`: what `build` does, without writing, and what the sheets leave of the article."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.verbs.build_verb import run_build
from dateline.verbs.options import CONTENT, OUTPUT, add_common_options, add_previous, request_of

if TYPE_CHECKING:
    from dateline.publishing.build import BuildResult


def add_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "only", nargs="*", metavar="SLUG", help="briefings to check (default: all of them)"
    )
    add_common_options(verb)
    add_previous(verb)
    verb.add_argument(
        "--links",
        action="store_true",
        help="ask the web for the addresses of sources and links too",
    )


def run(args: argparse.Namespace) -> int:
    from dateline.publishing.build import check_site

    # Other content is built to another place: what is in the default output is no earlier state of it.
    output = OUTPUT if args.content == CONTENT else None

    def check(show: Callable[[BuildResult], None]) -> BuildResult:
        result = check_site(request_of(args), output)
        show(result)
        return result

    return run_build(args, check)
