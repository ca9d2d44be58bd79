"""The command line: parses the arguments, runs a verb, prints the result.

`--help` must answer at once, so everything heavy is imported inside the verb that needs it.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import re
import shlex
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline import __version__
from dateline.facts.phrasing import count_of
from dateline.facts.web_addresses import (
    EXPECTED_OF_EDITOR,
    EXPECTED_OF_SITE,
    is_editor_address,
    is_site_address,
)
from dateline.printing import (
    REPORT_VERSION,
    SHOW,
    CannotPrint,
    prepare_streams,
    put,
    to_json_text,
    try_to_say,
)
from dateline.problems import Rule, count_problems, to_github, to_json, to_text
from dateline.publishing.refusal import what_ran_short

if TYPE_CHECKING:
    from dateline.publishing.build import BuildResult
    from dateline.publishing.request import Request

RunTests = Callable[[list[str]], int]

DONE, REFUSED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


CONTENT, OUTPUT = Path("content"), Path("_site")
# A build makes many objects that it keeps and few in circles, so that looking for these takes time.
_OBJECTS_BETWEEN_COLLECTIONS = 500_000


class WrongUseError(Exception):
    """The command was used wrongly; the message is one plain sentence."""


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
    return {"build": build, "check": check, "init": init, "serve": serve}[args.verb](args)


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
    for verb, (add_options, help_text) in _VERBS.items():
        add_options(verbs.add_parser(verb, help=help_text, allow_abbrev=False))
    if in_checkout:
        verbs.add_parser("test", help="run everything that CI runs; other options go to pytest")
    return parser


def _add_build_options(verb: argparse.ArgumentParser) -> None:
    _add_common_options(verb)
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
    _add_previous(verb)
    verb.add_argument(
        "--summary",
        type=Path,
        metavar="FILE",
        help="add to this file, as Markdown, what changes for readers and what is wrong",
    )


def _add_check_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "only", nargs="*", metavar="SLUG", help="briefings to check (default: all of them)"
    )
    _add_common_options(verb)
    _add_previous(verb)
    verb.add_argument(
        "--links",
        action="store_true",
        help="ask the web for the addresses of sources and links too",
    )


def _add_previous(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--previous",
        metavar="WHERE",
        help="what is published: a file or an address of its manifest, or `live` for the site at its "
        "own address (default: the site in the output folder)",
    )


def _add_serve_options(verb: argparse.ArgumentParser) -> None:
    _add_common_options(verb)
    verb.add_argument(
        "--port", type=_port, metavar="N", help="port to listen on (default: 8000; 0: any free one)"
    )
    verb.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)"
    )
    verb.add_argument("--open", action="store_true", help="open the site in the browser")


def _add_init_options(verb: argparse.ArgumentParser) -> None:
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


def _add_common_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--content",
        type=Path,
        default=CONTENT,
        metavar="DIR",
        help="folder of articles and sheets (default: content)",
    )
    verb.add_argument(
        "--site-url", type=_site_url, metavar="URL", help="override `address` in site.yaml"
    )
    verb.add_argument(
        "--today",
        type=_day,
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


_VERBS = {
    "init": (_add_init_options, "start a site in a folder, with a first briefing that shows how"),
    "build": (_add_build_options, "check the content, build the site and publish it"),
    "check": (
        _add_check_options,
        "do the same without writing; list what the article says that no fact covers yet",
    ),
    "serve": (_add_serve_options, "preview the site; rebuild and reload on every save"),
}


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
    raise argparse.ArgumentTypeError(f"{text!r} is not a date: write it as 2024-09-11")


def _site_url(text: str) -> str:
    if is_site_address(text):
        return text
    raise argparse.ArgumentTypeError(f"{text!r} is not the address of a site: {EXPECTED_OF_SITE}")


def init(args: argparse.Namespace) -> int:
    from dateline.starting.laying_out import start_site
    from dateline.starting.starter import StartRefused, Wishes

    wishes = Wishes(
        title=args.title, publisher=args.publisher, language=args.language, timezone=args.timezone
    )
    try:
        started = start_site(args.folder, wishes, _now())
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


def build(args: argparse.Namespace) -> int:
    from dateline.publishing.build import build_site

    def run(show: Callable[[BuildResult], None]) -> BuildResult:
        request = _request(args)
        return build_site(request, args.output, fresh=args.fresh, say=try_to_say, show=show)

    return _run_build(args, run)


def check(args: argparse.Namespace) -> int:
    from dateline.publishing.build import check_site

    # Other content is built to another place: what is in the default output is no earlier state of it.
    output = OUTPUT if args.content == CONTENT else None

    def run(show: Callable[[BuildResult], None]) -> BuildResult:
        result = check_site(_request(args), output)
        show(result)
        return result

    return _run_build(args, run)


def _run_build(
    args: argparse.Namespace, run: Callable[[Callable[[BuildResult], None]], BuildResult]
) -> int:
    """Run it; it calls what it is given with the result before it changes anything."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    # What is left at the end goes with the process: looking for circles in it would take a tenth more.
    atexit.register(gc.freeze)
    from dateline.publishing.build import UnknownBriefing
    from dateline.publishing.previous import PreviousRefused
    from dateline.publishing.refusal import OutputRefused

    began = time.perf_counter()
    try:
        result = run(lambda result: _print_found(result, args, time.perf_counter() - began))
    except (OutputRefused, PreviousRefused, UnknownBriefing) as error:
        raise WrongUseError(str(error)) from None
    _print_summary(result, args, time.perf_counter() - began)
    return REFUSED if result.refused else DONE


def serve(args: argparse.Namespace) -> int:
    request = _request(args)
    from dateline.preview.notices import Terminal
    from dateline.preview.serve import PortRefused, ServeOptions, serve_preview

    editor = os.environ.get("EDITOR_URL") or None
    if editor and not is_editor_address(editor):
        raise WrongUseError(f"EDITOR_URL is {editor!r}: {EXPECTED_OF_EDITOR}")
    options = ServeOptions(host=args.host, port=args.port, open=args.open, editor=editor)
    say = (lambda _: None) if args.quiet else try_to_say
    terminal = Terminal(say=say, warn=try_to_say, show=SHOW[args.format])
    try:
        serve_preview(request, options, terminal)
    except PortRefused as error:
        raise WrongUseError(str(error)) from None
    return INTERRUPTED


def _request(args: argparse.Namespace) -> Request:
    from dateline.publishing.request import Request

    _guard_content(args)
    return Request(
        content=args.content,
        site_url=args.site_url,
        today=args.today,
        now=_now(),
        drafts=args.drafts,
        strict=args.strict,
        jobs=getattr(args, "jobs", None) or os.cpu_count() or 1,
        only=tuple(dict.fromkeys(getattr(args, "only", ()))),
        previous=getattr(args, "previous", None),
        links=getattr(args, "links", False),
        compare=bool(getattr(args, "summary", None)),
    )


def _guard_content(args: argparse.Namespace) -> None:
    start = f"start a site with `{args.command} init`"
    if not args.content.is_dir():
        raise WrongUseError(
            f"there is no folder {args.content}: {start}, or name the content folder with --content"
        )
    from dateline.reading.content import is_left_behind

    with suppress(OSError):  # which reading it reports
        if all(is_left_behind(entry.name) for entry in args.content.iterdir()):
            raise WrongUseError(f"the folder {args.content} is empty: {start}")


def _now() -> datetime:
    """The time of the build, or SOURCE_DATE_EPOCH in its place (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        found = f"SOURCE_DATE_EPOCH is {epoch!r}"
        raise WrongUseError(f"{found}: it must be a number of seconds since 1970") from None


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
    from dateline.publishing.markdown_summary import summary_to_markdown

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


def _summary(result: BuildResult, args: argparse.Namespace, seconds: float) -> str:
    counted = count_problems(result.problems)
    if result.refused:
        has_errors = any(problem.severity == "error" for problem in result.problems)
        strict = "" if has_errors else ", because --strict treats warnings as errors"
        is_kept = args.verb == "build" and args.output.exists()
        kept = f" {args.output} is unchanged." if is_kept else ""
        return f"{counted}: nothing was published{strict}.{kept}"
    built = result.built
    counts = f"{count_of(built['briefings'], 'briefing')}, {count_of(built['pages'], 'page')}"
    size = f"{counts}, {built['bytes'] / 1000:,.0f} kB"
    noted = f" {counted}." if counted else ""
    if args.verb == "check":
        return f"{size}: ready to publish.{noted}"
    return f"{args.output}: {size} in {seconds:.2f} s, {built['remembered']} from the cache.{noted}"
