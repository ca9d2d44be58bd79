"""Addresses that were published and that the site no longer has."""

from collections.abc import Iterator, Mapping
from dataclasses import field

from dateline.facts.embargo import KeptBack
from dateline.frozen import dataclass
from dateline.problems import Position, Problem, Rule
from dateline.publishing.writing.published import BriefingAddresses, Published


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteChange:
    """A site as it was published, and as it is now.

    `kept_back` are drafts, and briefings that are held back. `unread` have not been read in full, so that nobody
    knows what they have. `content` is the folder as an editor types it; `never` says what to do
    if nobody has seen what was published, and is empty where that cannot be.
    """

    before: Published
    now: Published
    content: str
    kept_back: Mapping[str, KeptBack] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    never: str = ""


def check_vanished(change: SiteChange) -> Iterator[Problem]:
    """Every briefing and fact that was published has its page, a redirect or a notice."""
    gone = [slug for slug in change.before.briefings if not _is_served(slug, change)]
    if len(gone) == len(change.before.briefings) > 1:
        yield _another_site(change)
        return
    yield from (_gone_briefing(slug, change) for slug in gone)
    for slug, before in change.before.briefings.items():
        heir = _heir(slug, change)
        if heir and heir not in change.unread:
            yield from _gone_facts(before, change.now.briefings[heir], heir, change)
        yield from (
            _gone_redirect(slug, old, change)
            for old in before.formerly
            if slug not in gone and not _is_served(old, change)
        )
    for name, before_that in change.before.pages.items():
        yield from (
            _gone_page(gone, name, change)
            for gone in (name, *before_that)
            if not _is_served(gone, change)
        )
    if not change.unread:
        authors, names = change.now.authors, change.now.names
        yield from (
            _gone_author(gone, change) for gone in change.before.authors if gone not in authors
        )
        yield from (_gone_name(gone, change) for gone in change.before.names if gone not in names)
    for slug in change.before.removed:
        if not _is_served(slug, change):
            found = f"the notice that the briefing ‘{slug}’ was removed is no longer there"
            fix = f"list it under `removed:` again, as `- folder: {slug}` with `on:` and `why:`"
            yield _problem(f"{change.content}/site.yaml", found, fix, change)


def _is_served(slug: str, change: SiteChange) -> bool:
    """Whether a reader finds something there; nobody knows while a briefing cannot be read."""
    return slug in change.now.slugs or bool(change.unread)


def _heir(slug: str, change: SiteChange) -> str | None:
    """The briefing that has the pages of a slug now."""
    if slug in change.now.briefings:
        return slug
    briefings = change.now.briefings.items()
    return next((heir for heir, briefing in briefings if slug in briefing.formerly), None)


def _problem(path: str, found: str, fix: str, change: SiteChange) -> Problem:
    never = f"; {change.never}" if change.never else ""
    return Problem(Position(path=path), Rule.ADDRESS_GONE, found, f"{fix}{never}")


def _another_site(change: SiteChange) -> Problem:
    count = len(change.before.briefings)
    found = f"none of the {count} briefings that were published is there any more"
    fix = "if this is another site, choose another --output; if not, bring them back, or give each as `formerly:`"
    return _problem(change.content, found, f"{fix} or under `removed:` in site.yaml", change)


def _gone_briefing(slug: str, change: SiteChange) -> Problem:
    listed = f"list it under `removed:` in site.yaml, as `- folder: {slug}` with `on:` and `why:`"
    if kept := change.kept_back.get(slug):
        now, line = ("held back", "publish:") if kept.until else ("a draft", "draft: true")
        found = f"‘{slug}’ was published at /{slug}/, and is {now} now: its pages would be gone"
        fix = f"remove `{line}`, or {listed}"
        return _problem(f"{change.content}/{slug}/article.md", found, fix, change)
    new = [other for other in change.now.briefings if other not in change.before.slugs]
    is_now = (
        f"if it is ‘{new[0]}’ now, write" if len(new) == 1 else "if it has another name now, write"
    )
    found = f"the briefing ‘{slug}’ was published at /{slug}/, and is not there any more"
    fix = f"{is_now} `formerly: {slug}` in its front matter; if it was removed, {listed}"
    return _problem(f"{change.content}/{slug}", found, fix, change)


def _gone_page(gone: str, name: str, change: SiteChange) -> Problem:
    found = f"the page /{gone}/ was published, and is not there any more"
    fix = (
        f"bring it back; if another page has taken its place, write `formerly: {gone}` in that one’s front"
        f" matter; if it was removed, list it under `removed:` in site.yaml, as `- folder: {gone}` with"
        " `was: page`, `on:` and `why:`"
    )
    return _problem(f"{change.content}/pages/{name}.md", found, fix, change)


def _gone_author(author: str, change: SiteChange) -> Problem:
    found = f"the author ‘{author}’ was published at /authors/{author}/, and is not there any more"
    fix = (
        f"bring the entry back; if it has another id now, write `formerly: {author}` there; if the page"
        f" was removed, write `removed: [{author}]` at the end of the file"
    )
    return _problem(f"{change.content}/authors.yaml", found, fix, change)


def _gone_name(name: str, change: SiteChange) -> Problem:
    section, _stroke, own = name.partition("/")
    found = f"‘{own}’ was published at /{name}/, and no briefing names it any more"
    fix = (
        f"name it again; if it has another id now, write `formerly: {own}` there; if it was removed, write"
        f" `removed: [{own}]` at the end of the site’s own {section}.yaml"
    )
    return _problem(f"{change.content}/{section}.yaml", found, fix, change)


def _gone_redirect(slug: str, old: str, change: SiteChange) -> Problem:
    found = f"the former address /{old}/ of ‘{slug}’ leads nowhere any more"
    fix = f"write `formerly: {old}` in the front matter again"
    return _problem(f"{change.content}/{slug}/article.md", found, fix, change)


def _gone_facts(
    before: BriefingAddresses, now: BriefingAddresses, slug: str, change: SiteChange
) -> Iterator[Problem]:
    new: dict[str, list[str]] = {}
    for fact, sheet in now.facts.items():
        if fact not in before.facts:
            new.setdefault(sheet, []).append(fact)
    for fact, sheet in before.facts.items():
        if fact not in now.facts:
            yield _gone_fact(fact, sheet, new.get(sheet, []), slug, change)


def _gone_fact(fact: str, sheet: str, new: list[str], slug: str, change: SiteChange) -> Problem:
    is_now = (
        f"if it is ‘{new[0]}’ now, write" if len(new) == 1 else "if it has another id now, write"
    )
    listed = f"under `removed:` in {sheet or 'its sheet'}, as `- id: {fact}` with `on:` and `why:`"
    found = f"‘{fact}’ was published at /{slug}/facts/{fact}/, and is in no sheet any more"
    fix = f"{is_now} `formerly: {fact}` there; if it was removed, list it {listed}"
    return _problem(f"{change.content}/{slug}/{sheet}".rstrip("/"), found, fix, change)
