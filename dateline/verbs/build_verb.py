"""`build`, and what it prints, as `check` does too."""

from __future__ import annotations

import argparse
import atexit
import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.facts.phrasing import count_of
from dateline.printing import REPORT_VERSION, CannotPrint, put, to_json_text, try_to_say
from dateline.problems import Rule, count_problems, to_github, to_json, to_text
from dateline.verbs.options import (
    DONE,
    OUTPUT,
    REFUSED,
    WrongUseError,
    add_common_options,
    add_previous,
    request_of,
)
from dateline.verbs.progress import ProgressLine

if TYPE_CHECKING:
    from dateline.publishing.build import BuildResult

# A build makes many objects that it keeps and few in circles, so that looking for these takes time. But what a
# template with macros of its own has shown is in a circle: of many briefings it would be half of the memory. It is
# looked for among the newest objects after so many, and among those that were left over after fifty times as many.
_OBJECTS_BETWEEN_COLLECTIONS = 20_000
_OF_THOSE_LEFT_OVER = 50


def add_options(verb: argparse.ArgumentParser) -> None:
    add_common_options(verb)
    verb.add_argument(
        "--output",
        type=Path,
        default=OUTPUT,
        metavar="DIR",
        help="folder for the site (default: _site)",
    )
    verb.add_argument("--fresh", action="store_true", help="rebuild everything, ignoring the cache")
    verb.add_argument(
        "--jobs", type=_count, metavar="N", help="worker processes (default: one per CPU)"
    )
    verb.add_argument(
        "--only",
        nargs="+",
        action="extend",
        default=[],
        metavar="SLUG",
        help="build a site of these briefings alone",
    )
    verb.add_argument(
        "--part",
        type=_part,
        metavar="K/N",
        help="make every Nth briefing, from the Kth on, for the cache, and publish nothing",
    )
    add_previous(verb)
    verb.add_argument(
        "--summary",
        type=Path,
        metavar="FILE",
        help="add to this file, as Markdown, what changes for readers and what is wrong",
    )


def _count(text: str) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes: write 1 or more")


def _part(text: str) -> tuple[int, int]:
    first, slash, of = text.partition("/")
    if slash and first.isdecimal() and of.isdecimal() and 0 < int(first) <= int(of):
        return int(first), int(of)
    raise argparse.ArgumentTypeError(f"{text!r} is not a part: write 1/4 for the first of four")


def run(args: argparse.Namespace) -> int:
    from dateline.publishing.build import build_site

    def build(show: Callable[[BuildResult], None]) -> BuildResult:
        request = request_of(args)
        watch = ProgressLine(sys.stderr)
        return build_site(
            request, args.output, fresh=args.fresh, say=try_to_say, show=show, watch=watch
        )

    return run_build(args, build)


def run_build(
    args: argparse.Namespace, run: Callable[[Callable[[BuildResult], None]], BuildResult]
) -> int:
    """Run it; it calls what it is given with the result before it changes anything."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, _OF_THOSE_LEFT_OVER)
    # What is left at the end goes with the process: looking for circles in it would take a tenth more.
    atexit.register(gc.freeze)
    from dateline.publishing.build import UnknownBriefing
    from dateline.publishing.comparing.previous import PreviousRefused
    from dateline.publishing.writing.refusal import OutputRefused

    began = time.perf_counter()
    try:
        result = run(lambda result: _print_found(result, args, time.perf_counter() - began))
    except (OutputRefused, PreviousRefused, UnknownBriefing) as error:
        raise WrongUseError(str(error)) from None
    _print_summary(result, args, time.perf_counter() - began)
    return REFUSED if result.refused else DONE


# What `build` and `check` print


def _print_found(result: BuildResult, args: argparse.Namespace, seconds: float) -> None:
    """What was found, before the new site is in its place: nothing is published unsaid."""
    try:
        if getattr(args, "summary", None):
            _write_summary(result, args.summary)
        match args.format:
            case "json":
                put(to_json_text(_as_json(result, seconds), indent=1) + "\n", sys.stdout)
            case "github":
                put(to_github(result.problems), sys.stdout)
            case _:
                _print_text(result, args)
    except CannotPrint as error:
        nothing = "; nothing was published" if args.verb == "build" else ""
        raise CannotPrint(f"what was found could not be printed: {error}{nothing}") from None


def _print_summary(result: BuildResult, args: argparse.Namespace, seconds: float) -> None:
    if args.format == "json" or (args.quiet and not result.refused):
        return
    stream = sys.stderr if result.refused else sys.stdout
    try:
        put("\n".join([_summary(result, args, seconds), *result.notices, ""]), stream)
    except CannotPrint as error:
        is_new = args.verb == "build" and not result.refused
        done = f"{args.output} has the new site, but " if is_new else ""
        raise CannotPrint(f"{done}the summary could not be printed: {error}") from None


def _write_summary(result: BuildResult, path: Path) -> None:
    from dateline.publishing.comparing.markdown_summary import summary_to_markdown

    text = summary_to_markdown(
        result.problems, result.notices, result.difference, refused=result.refused
    )
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise CannotPrint(f"{path}: {error.strerror or error}") from None


def _print_text(result: BuildResult, args: argparse.Namespace) -> None:
    shows_coverage = args.verb == "check" and not args.quiet
    # What is open is reported once: with the coverage, where it has a stub, or else as a warning.
    problems = [
        problem
        for problem in result.problems
        if not (shows_coverage and problem.rule == Rule.COVERAGE_OPEN)
    ]
    put(to_text(problems), sys.stderr)
    if shows_coverage:
        from dateline.checking.coverage.coverage_report import coverage_to_text
        from dateline.reading.content import show_path

        content = show_path(args.content)
        shown = coverage_to_text(result.coverage, content=content, in_full=bool(args.only))
        put(shown, sys.stdout)


def _as_json(result: BuildResult, seconds: float) -> dict[str, Any]:
    """Described in docs/check-report.md; the keys do not change."""
    report = {
        "version": REPORT_VERSION,
        "problems": to_json(result.problems),
        "coverage": result.coverage,
        "findings": result.findings,
        "claims": result.claims,
    }
    if result.built:
        report["built"] = {**result.built, "seconds": round(seconds, 3)}
        report["notices"] = list(result.notices)
    return report


def _left_to_decide(result: BuildResult, args: argparse.Namespace) -> str:
    """How many decisions each briefing waits for, and how to go through them."""
    from dateline.reading.proposals import count_undecided

    return "".join(
        f" {count_of(left, 'decision is', 'decisions are')} left: "
        f"{args.command} decide {folder.rpartition('/')[2]}"
        for folder, left in sorted(count_undecided(result.problems).items())
    )


def _summary(result: BuildResult, args: argparse.Namespace, seconds: float) -> str:
    counted = count_problems(result.problems)
    if result.refused:
        has_errors = any(problem.severity == "error" for problem in result.problems)
        strict = "" if has_errors else ", because --strict treats warnings as errors"
        is_kept = args.verb == "build" and args.output.exists()
        kept = f" {args.output} is unchanged." if is_kept else ""
        return f"{counted}: nothing was published{strict}.{kept}{_left_to_decide(result, args)}"
    built = result.built
    if getattr(args, "part", None):
        made = count_of(built["briefings"], "briefing")
        return f"{made} in the cache, {built['remembered']} of them from before; nothing was published."
    counts = f"{count_of(built['briefings'], 'briefing')}, {count_of(built['pages'], 'page')}"
    size = f"{counts}, {built['bytes'] / 1000:,.0f} kB"
    noted = f" {counted}." if counted else ""
    if args.verb == "check":
        return f"{size}: ready to publish.{noted}"
    return f"{args.output}: {size} in {seconds:.2f} s, {built['remembered']} from the cache.{noted}"
