"""The command: verbs to functions; prints, and says by its exit code how it went.

Only the standard library is imported at the top, so that `--help` answers at once.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline import __version__
from dateline.facts.site_address import EXPECTED, is_site_address

if TYPE_CHECKING:
    from dateline.problems import Problem
    from dateline.publishing.build import BuildResult
    from dateline.publishing.request import Request

RunTests = Callable[[list[str]], int]

DONE, REFUSED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


class WrongUseError(Exception):
    """The command was used wrongly: one plain sentence."""


def main(arguments: list[str] | None = None, *, test: RunTests | None = None) -> int:
    """Run one verb; return 0 (done), 1 (problems), 2 (wrong use) or 130 (interrupted).

    `test` runs the verb of that name, which a checkout has and an installed command has not.
    """
    given = sys.argv[1:] if arguments is None else arguments
    try:
        return _run(given or ["build"], test)
    except WrongUseError as error:
        print(f"dateline: {error}", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        print("dateline: interrupted; nothing was published.", file=sys.stderr)
        return INTERRUPTED


def _run(arguments: list[str], test: RunTests | None) -> int:
    if test and arguments[0] == "test":
        return test(arguments[1:])
    if arguments[0].startswith("-") and not {"-h", "--help", "--version"} & set(arguments):
        arguments = ["build", *arguments]
    args = _parser(in_checkout=test is not None).parse_args(arguments)
    return {"build": build, "check": check, "serve": serve}[args.verb](args)


def _parser(*, in_checkout: bool) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py" if in_checkout else "dateline",
        description="Build a briefing site from an article and its fact sheets.",
        epilog="Without a verb: build. `%(prog)s VERB --help` lists a verb’s options.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    verb = verbs.add_parser(
        "build", help="content to site: read, check, render, publish", allow_abbrev=False
    )
    _add_common(verb)
    verb.add_argument(
        "--output",
        type=Path,
        default=Path("_site"),
        metavar="DIR",
        help="where the site goes (default: _site)",
    )
    verb.add_argument(
        "--fresh", action="store_true", help="work everything out anew, remembering nothing"
    )
    verb.add_argument(
        "--jobs", type=_count, metavar="N", help="processes to work with (default: one a processor)"
    )
    verb = verbs.add_parser(
        "check",
        help="the same without writing anything; says what of each article is no fact yet",
        allow_abbrev=False,
    )
    _add_common(verb)
    verb = verbs.add_parser(
        "serve",
        help="the site as you write it, in a browser, anew at each save",
        allow_abbrev=False,
    )
    _add_common(verb)
    verb.add_argument(
        "--port", type=_port, metavar="N", help="where it listens (default: 8000, 0: any)"
    )
    verb.add_argument(
        "--host", default="127.0.0.1", help="the address to listen at (default: 127.0.0.1)"
    )
    verb.add_argument("--open", action="store_true", help="open it in the browser")
    if in_checkout:
        verbs.add_parser("test", help="run everything that CI runs; the options are pytest’s")
    return parser


def _add_common(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--content",
        type=Path,
        default=Path("content"),
        metavar="DIR",
        help="the articles and sheets (default: content)",
    )
    verb.add_argument(
        "--site-url",
        type=_site_url,
        metavar="URL",
        help="the site’s address, over that in site.yaml",
    )
    verb.add_argument(
        "--today",
        type=_day,
        metavar="DATE",
        help="the day that statuses are of (default: today in the site’s time zone)",
    )
    verb.add_argument("--drafts", action="store_true", help="take in briefings marked as drafts")
    verb.add_argument("--strict", action="store_true", help="let warnings refuse, too")
    verb.add_argument("--quiet", action="store_true", help="say nothing but problems")
    verb.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="how problems are told (default: text)",
    )


def _count(text: str) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes: write 1 or more")


def _port(text: str) -> int:
    if re.fullmatch("[0-9]{1,5}", text) and int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a port: write a number up to 65535")


def _day(text: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is not a day: write it as 2024-09-11")


def _site_url(text: str) -> str:
    if is_site_address(text):
        return text
    raise argparse.ArgumentTypeError(f"{text!r} is not a site’s address: {EXPECTED}")


def build(args: argparse.Namespace) -> int:
    """Build the site and put it in place, unless its content has problems."""
    from dateline.publishing.build import build_site
    from dateline.publishing.output import OutputRefused

    began = time.perf_counter()
    try:
        outcome = build_site(_request(args), args.output, fresh=args.fresh, say=_say)
    except OutputRefused as error:
        raise WrongUseError(str(error)) from None
    return _tell(outcome, args, time.perf_counter() - began)


def check(args: argparse.Namespace) -> int:
    """Build the site in memory alone, and tell what stands in the way of publishing it."""
    from dateline.publishing.build import check_site

    began = time.perf_counter()
    return _tell(check_site(_request(args)), args, time.perf_counter() - began)


def serve(args: argparse.Namespace) -> int:
    """Show the site while it is being written, until somebody ends it."""
    request = _request(args)
    from dateline.facts import editor_address
    from dateline.preview.notices import Terminal
    from dateline.preview.serve import PortRefused, ServeOptions, serve_preview

    opened = os.environ.get("EDITOR_URL") or None
    if opened and not editor_address.is_editor_address(opened):
        raise WrongUseError(f"EDITOR_URL is {opened!r}: {editor_address.EXPECTED}")
    serving = ServeOptions(host=args.host, port=args.port, open=args.open, editor=opened)
    say = _ignore if args.quiet else _say_on
    voice = Terminal(say=say, warn=_say_on, show=_SHOW[args.format])
    try:
        interrupted = serve_preview(request, serving, voice)
    except PortRefused as error:
        raise WrongUseError(str(error)) from None
    return INTERRUPTED if interrupted else DONE


def _say_on(line: str) -> None:
    """Say it; where nobody reads any more, go on all the same."""
    with suppress(OSError, ValueError):
        _say(line)


def _ignore(_: str) -> None:
    """Say nothing."""


def _show_text(problems: tuple[Problem, ...]) -> None:
    from dateline.problems import to_text

    if problems:
        _say_on(to_text(problems).rstrip("\n"))


def _show_json(problems: tuple[Problem, ...]) -> None:
    """One line for each site that was made, also when nothing is wrong with it any more."""
    from dateline.problems import to_json

    _print_on(json.dumps({"version": 1, "problems": to_json(problems)}, ensure_ascii=False))


def _show_github(problems: tuple[Problem, ...]) -> None:
    from dateline.problems import to_github

    if problems:
        _print_on(to_github(problems).rstrip("\n"))


def _print_on(lines: str) -> None:
    with suppress(OSError, ValueError):
        print(lines, flush=True)


_SHOW = {"text": _show_text, "json": _show_json, "github": _show_github}


def _request(args: argparse.Namespace) -> Request:
    from dateline.publishing.request import Request

    if not args.content.is_dir():
        raise WrongUseError(
            f"there is no folder {args.content}: name the content’s folder with --content"
        )
    return Request(
        content=args.content,
        site_url=args.site_url,
        today=args.today,
        now=_now(),
        drafts=args.drafts,
        strict=args.strict,
        jobs=getattr(args, "jobs", None) or os.cpu_count() or 1,
    )


def _now() -> datetime:
    """The moment of the build; SOURCE_DATE_EPOCH stands in for it (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise WrongUseError(
            f"SOURCE_DATE_EPOCH is {epoch!r}: it holds seconds since 1970"
        ) from None


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _tell(outcome: BuildResult, args: argparse.Namespace, seconds: float) -> int:
    """Print what came of it in the format asked for; the exit code tells the same."""
    with _whoever_reads():
        match args.format:
            case "json":
                print(json.dumps(_as_json(outcome, seconds), ensure_ascii=False, indent=1))
            case "github":
                _tell_github(outcome)
            case _:
                _tell_text(outcome, args)
        if args.format != "json" and not (args.quiet and not outcome.refused):
            stream = sys.stderr if outcome.refused else sys.stdout
            print(_in_words(outcome, args, seconds), *outcome.notices, sep="\n", file=stream)
    return REFUSED if outcome.refused else DONE


@contextmanager
def _whoever_reads() -> Iterator[None]:
    """Go on where the reader of our output has gone: the exit code still tells how it went."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end and must find somewhere to write.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell_github(outcome: BuildResult) -> None:
    from dateline.problems import to_github

    print(to_github(outcome.problems), end="")


def _tell_text(outcome: BuildResult, args: argparse.Namespace) -> None:
    from dateline.problems import to_text

    print(to_text(outcome.problems), end="", file=sys.stderr, flush=True)
    if args.verb == "check" and not args.quiet:
        print(_coverage(outcome, args), end="")


def _coverage(outcome: BuildResult, args: argparse.Namespace) -> str:
    from dateline.checking.coverage_report import coverage_to_text
    from dateline.reading.content import show_path

    return coverage_to_text(outcome.coverage, content=show_path(args.content))


def _as_json(outcome: BuildResult, seconds: float) -> dict[str, Any]:
    from dateline.problems import to_json

    problems = to_json(outcome.problems)
    told: dict[str, Any] = {"version": 1, "problems": problems, "coverage": outcome.coverage}
    if outcome.built:
        told["built"] = {**outcome.built, "seconds": round(seconds, 3)}
        told["notices"] = list(outcome.notices)
    return told


def _in_words(outcome: BuildResult, args: argparse.Namespace, seconds: float) -> str:
    errors = sum(problem.severity == "error" for problem in outcome.problems)
    warnings = _counted(len(outcome.problems) - errors, "warning")
    if outcome.refused:
        why = "" if errors else ", and --strict lets warnings refuse"
        kept = args.verb == "build" and args.output.exists()
        left = f" {args.output} is as it was." if kept else ""
        return f"{_counted(errors, 'error')}, {warnings}{why}: nothing was published.{left}"
    built = outcome.built
    parts = (_counted(built["briefings"], "briefing"), _counted(built["pages"], "page"))
    made = f"{', '.join(parts)}, {built['bytes'] / 1000:,.0f} kB"
    told = "" if warnings == "0 warnings" else f" {warnings}."
    if args.verb == "check":
        return f"{made}: nothing stands in the way of publishing.{told}"
    return f"{args.output}: {made} in {seconds:.2f} s, {built['remembered']} cached.{told}"


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
