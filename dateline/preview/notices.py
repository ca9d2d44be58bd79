"""Pages of the preview's own, for when there is no page of the site to show."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.preview.messages import Fault
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
<main>
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
    rows = "\n".join(f"<li>{_row(problem)}</li>" for problem in problems)
    return _page("The site cannot be made yet", f"<ol>\n{rows}\n</ol>", _quietly(2))


def render_fault(fault: Fault) -> bytes:
    place = f"<p><code>{escape(str(fault.place))}</code></p>\n" if fault.place else ""
    body = f"{place}<pre>{escape(fault.text)}</pre>"
    return _page(f"{fault.title[:1].upper()}{fault.title[1:]}", body, _quietly(2))


def render_refusal(sentence: str) -> bytes:
    return _page(sentence, "", "")


def _row(problem: Problem) -> str:
    others = "".join(
        f"<br><code>{escape(str(one.place))}</code>: {escape(one.note)}" for one in problem.related
    )
    fix = f"<br>{escape(problem.fix)}" if problem.fix else ""
    place = f"<code>{escape(str(problem.place))}</code>"
    return f"{place}: {problem.severity}: {escape(problem.found)}{others}{fix}"


def _page(title: str, body: str, refresh: str) -> bytes:
    return _PAGE.format(title=escape(title), body=body, refresh=refresh).encode()


def _refresh(seconds: int) -> str:
    return _REFRESH.format(seconds=seconds)


def _quietly(seconds: int) -> str:
    """Where there is script, it knows when to load the page again."""
    return f"<noscript>{_refresh(seconds)}</noscript>"
