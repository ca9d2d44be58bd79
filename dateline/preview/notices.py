"""What the preview says itself: on pages of its own, where the site has none, and in the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from dateline.facts.phrasing import capitalise, count_of
from dateline.problems import on_one_line
from dateline.reading.content import show_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dateline.preview.messages import Fault, Update
    from dateline.problems import Problem

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
{refresh}
</head>
<body>
<main class="preview-notice">
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""
_REFRESH = '<meta http-equiv="refresh" content="{seconds}">'


def render_waiting() -> bytes:
    """Nothing was made yet; the page asks again by itself."""
    return _page(
        "The first pages are being made", "<p>They show here by themselves.</p>", _refresh(1)
    )


def render_problems(problems: tuple[Problem, ...]) -> bytes:
    """What keeps the site from being made, where no page of it was ever made."""
    by_weight = sorted(problems, key=lambda problem: problem.severity != "error")
    rows = "\n".join(f"<li>{_row(problem)}</li>" for problem in by_weight)
    return _page("The site cannot be made yet", f"<ol>\n{rows}\n</ol>", _quietly(2))


def render_fault(fault: Fault) -> bytes:
    position = f"<p><code>{escape(str(fault.position))}</code></p>\n" if fault.position else ""
    body = f"{position}<pre>{escape(fault.text)}</pre>"
    return _page(f"{capitalise(fault.title)}", body, _quietly(2))


def render_refusal(sentence: str) -> bytes:
    return _page(sentence, "", "")


def _row(problem: Problem) -> str:
    others = "".join(
        f"<p><code>{escape(str(one.position))}</code> {escape(one.note)}</p>"
        for one in problem.related
    )
    fix = f"<p>→ {escape(problem.fix)}</p>" if problem.fix else ""
    position = f"<code>{escape(str(problem.position))}</code> {problem.severity}"
    return f"<p>{position}</p><p><strong>{escape(problem.found)}</strong></p>{fix}{others}"


def _page(title: str, body: str, refresh: str) -> bytes:
    return _PAGE.format(title=escape(title), body=body, refresh=refresh).encode()


def _refresh(seconds: int) -> str:
    return _REFRESH.format(seconds=seconds)


def _quietly(seconds: int) -> str:
    """Where there is script, it knows when to load the page again."""
    return f"<noscript>{_refresh(seconds)}</noscript>"


# In the terminal

_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """How the preview talks.

    `show` tells of the problems of a site that was made, `warn` of what else is wrong, `say` of all
    the rest.
    """

    say: Callable[[str], None]
    warn: Callable[[str], None]
    show: Callable[[tuple[Problem, ...]], None]

    def report_update(
        self,
        made: Update,
        problems: tuple[Problem, ...],
        changed: frozenset[Path] | None,
        *,
        anew: bool,
    ) -> None:
        """One line on what was made; the problems before it where they are `anew`, others."""
        if anew:
            self.show(problems)
        errors = sum(problem.severity == "error" for problem in problems)
        warnings = len(problems) - errors
        counts = f"{count_of(errors, 'error')}, {count_of(warnings, 'warning')}"
        kept = "; the last good pages stay" if made.refused else ""
        self.say(f"{_in_words(changed)}: {made.seconds:.2f} s, {counts}{kept}.")

    def report_fault(self, fault: Fault) -> None:
        position = f"{fault.position}: " if fault.position else ""
        lines = "".join(f"\n    {on_one_line(line)}" for line in fault.text.splitlines())
        self.warn(f"{position}{on_one_line(fault.title)}{lines}")


def _in_words(changed: frozenset[Path] | None) -> str:
    if not changed:
        return "Everything"
    names = sorted(on_one_line(show_path(path)) for path in changed)
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
