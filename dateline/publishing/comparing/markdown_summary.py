"""What changes for readers, and what is wrong, as Markdown: the summary of a step on GitHub."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import Final, TypeVar

from dateline.facts.phrasing import count_of, join_words
from dateline.problems import Problem, count_problems, on_one_line
from dateline.publishing.comparing.difference import (
    BriefingDifference,
    FactDifference,
    FactSets,
    FieldDifference,
    PageSets,
    SiteDifference,
)

# Nobody reads more, and GitHub drops a summary of more than 1,048,576 bytes.
_MOST: Final = 50
_ROOM: Final = 900_000
_LONGEST: Final = 200


def summary_to_markdown(
    problems: Sequence[Problem],
    notices: Sequence[str],
    difference: SiteDifference | None,
    *,
    refused: bool,
) -> str:
    """What is wrong, what the site does without, and what changes for readers."""
    sections = [
        _problems(problems, refused=refused) if problems else "Nothing is wrong.",
        *map(_escape, notices),
        _difference(difference) if difference else "",
    ]
    return "\n\n".join(filter(None, sections)) + "\n\n"


def _problems(problems: Sequence[Problem], *, refused: bool) -> str:
    """All of them: GitHub shows ten errors and ten warnings of a step at their lines."""
    result = "nothing is published" if refused else "the site can be published"
    listed = "\n".join(_capped(problems, _problem))
    return f"## {count_problems(problems)}: {result}\n\n{listed}"


def _problem(problem: Problem) -> str:
    spot = f"{problem.position.path}:{problem.position.line}"
    fix = f"; {_escape(problem.fix)}" if problem.fix else ""
    return f"- {_escape(spot)}: {problem.severity}: {_escape(problem.found)}{fix}"


def _difference(difference: SiteDifference) -> str:
    home = _escape(difference.home)
    paragraphs = [
        "## What changes for readers",
        f"Compared with the site at {home}: {_counts(difference.pages)}.",
    ]
    if difference.is_all_changed:
        paragraphs.append(
            "No page is the same file, as with a new look, other settings or another version of the"
            " program. Of pages, only those that come and go are listed."
        )
    sections = [_briefing(briefing, difference) for briefing in difference.briefings]
    listed = list(filter(None, sections))
    sizes = accumulate(len(section.encode()) for section in listed)
    fitting = sum(size <= _ROOM for size in sizes)
    shown = listed[: min(fitting, _MOST)]
    if rest := len(listed) - len(shown):
        shown.append(f"And {count_of(rest, 'more briefing')}.")
    return "\n\n".join([*paragraphs, *shown])


def _counts(pages: PageSets) -> str:
    counts = [
        count_of(len(pages.added), "new page") if pages.added else "",
        f"{count_of(len(pages.changed), 'page')} changed" if pages.changed else "",
        f"{count_of(len(pages.removed), 'page')} gone" if pages.removed else "",
    ]
    return join_words(filter(None, counts)) or "every page is the same"


def _briefing(briefing: BriefingDifference, site: SiteDifference) -> str:
    """Empty where only the look of its pages changed."""
    lines = [] if briefing.is_new or briefing.is_gone else list(_pages(briefing, site))
    if briefing.facts is None:
        lines.append("- Its facts were not compared: those of the published site cannot be read.")
    else:
        lines += _facts(briefing.facts, site)
        lines += [] if briefing.is_new else _without_day(briefing.facts.added)
    state = " (new)" if briefing.is_new else " (gone)" if briefing.is_gone else ""
    if not (lines or state):
        return ""
    heading = f"### {_link(briefing.title, f'{briefing.slug}/', site)}{state}"
    return "\n".join([heading, "", *lines])


def _pages(briefing: BriefingDifference, site: SiteDifference) -> Iterator[str]:
    """Its pages but those of facts and frames; only those that come and go if all changed."""
    pages = briefing.pages
    changed = () if site.is_all_changed else pages.changed
    for what, paths in (
        ("New pages", pages.added),
        ("Changed pages", changed),
        ("Pages gone", pages.removed),
    ):
        shown = [path for path in paths if "/facts/" not in path and "/embed/" not in path]
        if shown:
            yield f"- {what}: {', '.join(_page(path, site) for path in shown)}"


def _page(path: str, site: SiteDifference) -> str:
    folder = path.removesuffix("index.html")
    name = folder.partition("/")[2].strip("/") or "brief"
    return _link(name.replace("-", " "), folder, site)


def _facts(facts: FactSets, site: SiteDifference) -> Iterator[str]:
    for what, listed in (
        ("New fact", facts.added),
        ("Changed fact", facts.changed),
        ("Fact gone", facts.removed),
    ):
        yield from _capped(listed, partial(_fact, what, site))


def _without_day(added: Sequence[FactDifference]) -> Iterator[str]:
    """Only an editor knows on which day a fact was added; without it, readers take it for an old one."""
    if number := sum(not fact.has_day for fact in added):
        yield (
            f"- {count_of(number, 'new fact')} without `added:`. Write the day there, and readers see"
            " that it was added, and when."
        )


def _fact(what: str, site: SiteDifference, fact: FactDifference) -> str:
    fields = "; ".join(map(_field, fact.fields))
    return f"- {what}: {_link(fact.label, fact.page, site)}{': ' if fields else ''}{fields}"


def _field(field: FieldDifference) -> str:
    name = _escape(field.name)
    if field.before is None or field.now is None:
        return f"{name} changed"
    before, now = (f"“{_cut(words)}”" for words in (field.before, field.now))
    if not field.before:
        return f"{name} was not given, is {now}"
    return f"{name} was {before}, is {now if field.now else 'no longer given'}"


_Item = TypeVar("_Item")


def _capped(items: Sequence[_Item], show: Callable[[_Item], str]) -> Iterator[str]:
    yield from map(show, items[:_MOST])
    if len(items) > _MOST:
        yield f"- and {len(items) - _MOST:,} more"


def _link(words: str, path: str, site: SiteDifference) -> str:
    return f"[{_cut(words)}]({site.address}{path})" if site.address else _cut(words)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return _escape(line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…")


def _escape(text: str) -> str:
    """Text as it is: in Markdown, a sign of ASCII may have a backslash before it."""
    return re.sub(r"([\\`*_\[\]<>&|~#@$])", r"\\\1", on_one_line(text))
