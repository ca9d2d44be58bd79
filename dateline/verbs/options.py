"""What the verbs share: exit codes, options, and the request that they make of them."""

from __future__ import annotations

import argparse
import os
import re
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.facts.web_addresses import EXPECTED_OF_SITE, fault_of_site

if TYPE_CHECKING:
    from dateline.publishing.request import Request

DONE, REFUSED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
CONTENT, OUTPUT = Path("content"), Path("_site")


class WrongUseError(Exception):
    """The command was used wrongly; the message is one plain sentence."""


def add_content(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--content",
        type=Path,
        default=CONTENT,
        metavar="DIR",
        help="folder of articles and sheets (default: content)",
    )


def add_common_options(verb: argparse.ArgumentParser) -> None:
    add_content(verb)
    verb.add_argument(
        "--site-url", type=_site_url, metavar="URL", help="override `address` in site.yaml"
    )
    verb.add_argument(
        "--today",
        type=read_day,
        metavar="DATE",
        help="treat this date as today (default: today in the site’s time zone)",
    )
    verb.add_argument("--drafts", action="store_true", help="include briefings marked as drafts")
    verb.add_argument("--strict", action="store_true", help="treat warnings as errors")
    verb.add_argument("--quiet", action="store_true", help="print problems only")
    verb.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="format in which problems are printed (default: text)",
    )


def add_previous(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--previous",
        metavar="WHERE",
        help="what is published: a file or an address of its manifest, or `live` for the site at its "
        "own address (default: the site in the output folder)",
    )


def read_day(text: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is not a date: write it as 2024-09-11")


def _site_url(text: str) -> str:
    if fault := fault_of_site(text):
        found = f"{text!r} is not the address of a site: {fault}"
        raise argparse.ArgumentTypeError(f"{found}; {EXPECTED_OF_SITE}")
    return text


def request_of(args: argparse.Namespace) -> Request:
    from dateline.publishing.request import Request

    guard_content(args)
    return Request(
        content=args.content,
        site_url=args.site_url,
        today=args.today,
        now=now(),
        drafts=args.drafts,
        strict=args.strict,
        jobs=getattr(args, "jobs", None) or os.cpu_count() or 1,
        only=tuple(dict.fromkeys(getattr(args, "only", ()))),
        previous=getattr(args, "previous", None),
        links=getattr(args, "links", False),
        compare=bool(getattr(args, "summary", None)),
        in_full=args.format == "json",
        part=getattr(args, "part", None),
    )


def guard_content(args: argparse.Namespace) -> None:
    start = f"start a site with `{args.command} init`"
    if not args.content.is_dir():
        raise WrongUseError(
            f"there is no folder {args.content}: {start}, or name the content folder with --content"
        )
    from dateline.reading.content import is_left_behind

    with suppress(OSError):  # which reading it reports
        if all(is_left_behind(entry.name) for entry in args.content.iterdir()):
            raise WrongUseError(f"the folder {args.content} is empty: {start}")


def now() -> datetime:
    """The time of the build, or SOURCE_DATE_EPOCH in its place (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        found = f"SOURCE_DATE_EPOCH is {epoch!r}"
        raise WrongUseError(f"{found}: it must be a number of seconds since 1970") from None
