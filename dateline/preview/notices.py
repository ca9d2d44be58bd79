"""What the preview itself says: on pages of its own, where the site has none, and in the terminal."""

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from dateline.facts.phrasing import capitalise
from dateline.frozen import dataclass
from dateline.preview.messages import Fault, Update
from dateline.problems import SEVERITIES, Problem, count_problems, on_one_line
from dateline.reading.content import show_path

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
# Where there is script, it knows when to load the page again.
_REFRESH_WITHOUT_SCRIPT = f"<noscript>{_REFRESH.format(seconds=2)}</noscript>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """How many are `left` in a briefing, and where they are made."""

    title: str
    left: int
    address: str


def render_waiting() -> bytes:
    """Nothing was built yet; the page asks again by itself."""
    title = "The first pages are being built"
    return render_notice(title, "<p>They show here by themselves.</p>", _REFRESH.format(seconds=1))


def render_problems(problems: tuple[Problem, ...], decisions: Sequence[Decisions] = ()) -> bytes:
    """The links to what is undecided first: most of the problems go away there."""
    links = "\n".join(f"<li>{_link(each)}</li>" for each in decisions)
    begin = f"<ul>\n{links}\n</ul>\n" if links else ""
    by_weight = sorted(problems, key=lambda problem: SEVERITIES.index(problem.severity))
    rows = "\n".join(f"<li>{_row(problem)}</li>" for problem in by_weight)
    title = "The site cannot be built yet"
    return render_notice(title, f"{begin}<ol>\n{rows}\n</ol>", _REFRESH_WITHOUT_SCRIPT)


def render_fault(fault: Fault) -> bytes:
    position = f"<p><code>{escape(str(fault.position))}</code></p>\n" if fault.position else ""
    body = f"{position}<pre>{escape(fault.text)}</pre>"
    return render_notice(capitalise(fault.title), body, _REFRESH_WITHOUT_SCRIPT)


def _link(decisions: Decisions) -> str:
    said = f"{decisions.left:,} to decide in “{escape(decisions.title)}”"
    return f'<a href="{escape(decisions.address)}">{said}</a>'


def _row(problem: Problem) -> str:
    others = "".join(
        f"<p><code>{escape(str(related.position))}</code> {escape(related.note)}</p>"
        for related in problem.related
    )
    fix = f"<p>→ {escape(problem.fix)}</p>" if problem.fix else ""
    position = f"<code>{escape(str(problem.position))}</code> {problem.severity}"
    return f"<p>{position}</p><p><strong>{escape(problem.found)}</strong></p>{fix}{others}"


def render_notice(title: str, body: str = "", refresh: str = "") -> bytes:
    return _PAGE.format(title=escape(title), body=body, refresh=refresh).encode()


# In the terminal

_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """`show` prints the problems of a site that was built, `warn` other warnings, `say` the rest."""

    say: Callable[[str], None]
    warn: Callable[[str], None]
    show: Callable[[tuple[Problem, ...]], None]

    def report_update(
        self,
        update: Update,
        problems: tuple[Problem, ...],
        changed: frozenset[Path] | None,
        *,
        are_new: bool,
        has_pages: bool,
    ) -> None:
        """One line on what was built, after the problems where they `are_new`."""
        if are_new:
            self.show(problems)
        counts = count_problems(problems) or "no problems"
        kept = (
            "; the last good pages stay"
            if has_pages
            else "; no page for readers has been built yet"
        )
        kept = kept if update.refused else ""
        self.say(f"{_names(changed)}: {update.seconds:.2f} s, {counts}{kept}.")

    def report_fault(self, fault: Fault) -> None:
        position = f"{fault.position}: " if fault.position else ""
        lines = "".join(f"\n    {on_one_line(line)}" for line in fault.text.splitlines())
        self.warn(f"{position}{on_one_line(fault.title)}{lines}")


def _names(changed: frozenset[Path] | None) -> str:
    if not changed:
        return "Everything"
    names = sorted(on_one_line(show_path(path)) for path in changed)
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
