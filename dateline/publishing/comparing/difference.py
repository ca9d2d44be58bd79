"""What changes for readers: a site as it was published, and as it would be published now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import field
from itertools import chain
from typing import Any, Final, TypeAlias

from dateline.frozen import dataclass
from dateline.publishing.comparing.previous import PreviousSite
from dateline.publishing.keeping.packed import PackedFiles
from dateline.publishing.writing.changes import NewSite
from dateline.publishing.writing.manifest import as_listed


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDifference:
    """A field that changed; its words before and now are None where a few words cannot say it."""

    name: str
    before: str | None
    now: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDifference:
    """`has_day` is whether it says on which day it was added."""

    label: str
    page: str
    fields: tuple[FieldDifference, ...] = ()
    has_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSets:
    added: tuple[FactDifference, ...] = ()
    changed: tuple[FactDifference, ...] = ()
    removed: tuple[FactDifference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSets:
    """Paths of pages in the site."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingDifference:
    """`facts` is None where nobody knows what the facts were."""

    slug: str
    title: str
    is_new: bool
    is_gone: bool
    pages: PageSets
    facts: FactSets | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteDifference:
    """`home` is where the site was published, `address` where it will be.

    `is_all_changed` says that no page is the same file, as with a new look.
    """

    home: str
    address: str | None
    pages: PageSets
    is_all_changed: bool
    briefings: tuple[BriefingDifference, ...]


_FACTS: Final = "data/facts.json"


def find_difference(before: PreviousSite, now: NewSite, address: str | None) -> SiteDifference:
    slugs = before.slugs | now.briefings.keys()
    own = {path: as_listed(now.own.sha256(path)) for path in now.own}
    compared = [_Pages(before.manifest.own(slugs), own)]
    found: list[BriefingDifference] = []
    is_any_same = False
    for slug in sorted(slugs):
        part, listed = now.briefings.get(slug), before.manifest.briefings.get(slug)
        if part and part.list_digest == listed:
            is_any_same = True
            continue
        files = part.open() if part else PackedFiles()
        compared.append(
            _Pages(before.digests_of(slug), {path: as_listed(files.sha256(path)) for path in files})
        )
        if briefing := _compare_briefing(slug, before, compared[-1], files):
            found.append(briefing)
    pages = _together(pages.sets for pages in compared)
    is_any_same = is_any_same or any(pages.is_any_same for pages in compared)
    return SiteDifference(
        home=before.home,
        address=f"{address.rstrip('/')}/" if address else None,
        pages=pages,
        is_all_changed=bool(pages.changed) and not is_any_same,
        briefings=tuple(found),
    )


@dataclass(frozen=True, slots=True)
class _Pages:
    """The digests of one part of the site, before and now."""

    old: Mapping[str, str]
    new: Mapping[str, str]

    @property
    def is_any_same(self) -> bool:
        return any(
            path.endswith(".html") and self.old.get(path) == of for path, of in self.new.items()
        )

    @property
    def sets(self) -> PageSets:
        old, new = (
            {path: digest for path, digest in part.items() if path.endswith(".html")}
            for part in (self.old, self.new)
        )
        return PageSets(
            added=tuple(new.keys() - old.keys()),
            changed=tuple(path for path in new.keys() & old.keys() if new[path] != old[path]),
            removed=tuple(old.keys() - new.keys()),
        )


def _together(parts: Iterable[PageSets]) -> PageSets:
    added, changed, removed = (
        tuple(sorted(chain.from_iterable(paths)))
        for paths in zip(*((part.added, part.changed, part.removed) for part in parts), strict=True)
    )
    return PageSets(added=added, changed=changed, removed=removed)


def _compare_briefing(
    slug: str, before: PreviousSite, compared: _Pages, files: Mapping[str, bytes]
) -> BriefingDifference | None:
    """None where its pages and its facts are what they were."""
    path = f"{slug}/{_FACTS}"
    old, new, pages = compared.old, compared.new, _together([compared.sets])
    is_new, is_gone = path not in old, path not in new
    if not pages and _facts_in(old) == _facts_in(new):
        return None
    data_now = _NO_DATA if is_gone else _parse(files[path])
    data_before = _NO_DATA if is_new else _parse(before.read(path))
    known = data_before if is_gone else data_now
    return BriefingDifference(
        slug=slug,
        title=known.title if known else slug,
        is_new=is_new,
        is_gone=is_gone,
        pages=pages,
        facts=_compare_facts(slug, data_before.facts, data_now.facts)
        if data_before and data_now
        else None,
    )


def _facts_in(digests: Mapping[str, str]) -> dict[str, str]:
    """The records of facts; facts.json also names the version of the program."""
    return {path: digest for path, digest in digests.items() if path.endswith("/index.json")}


_Fact: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _BriefingData:
    """What facts.json says of a briefing."""

    title: str = ""
    facts: Mapping[str, _Fact] = field(default_factory=dict)


_NO_DATA: Final = _BriefingData()


def _parse(text: bytes | None) -> _BriefingData | None:
    """None if the file is not there, or of another program."""
    try:
        whole = json.loads(text or b"")
        facts = {str(fact["id"]): dict(fact) for fact in whole["facts"]}
        return _BriefingData(str(whole["briefing"]["title"]), facts)
    except (ValueError, RecursionError, KeyError, TypeError):
        return None


# Facts


def _compare_facts(slug: str, before: Mapping[str, _Fact], now: Mapping[str, _Fact]) -> FactSets:
    moved = {former: id_ for id_, fact in now.items() for former in fact.get("formerly", ())}
    kept = {moved.get(id_, id_): fact for id_, fact in before.items()}
    changed = (
        _fact(slug, fact, _compare_fields(kept[id_], fact))
        for id_, fact in now.items()
        if id_ in kept
    )
    return FactSets(
        added=tuple(_fact(slug, fact) for id_, fact in now.items() if id_ not in kept),
        changed=tuple(fact for fact in changed if fact.fields),
        removed=tuple(_fact(slug, fact) for id_, fact in kept.items() if id_ not in now),
    )


_NAMES: Final = ("title", "label", "name", "words")


def _fact(slug: str, fact: _Fact, fields: tuple[FieldDifference, ...] = ()) -> FactDifference:
    label = next((str(fact[name]) for name in _NAMES if name in fact), fact["id"])
    page = f"{slug}/facts/{fact['id']}/"
    return FactDifference(label=label, page=page, fields=fields, has_day="added" in fact)


_RENAMED: Final = {"id": "address"}
# The first of its topics; and where something is, rather than what.
_LEFT_OUT: Final = frozenset({"page", "paragraph", "prefix", "suffix", "topic"})


def _compare_fields(before: _Fact, now: _Fact) -> tuple[FieldDifference, ...]:
    old, new = _essence(before), _essence(now)
    return tuple(
        FieldDifference(
            name=_RENAMED.get(name, name.replace("_", " ")),
            before=_in_words(old.get(name)),
            now=_in_words(new.get(name)),
        )
        for name in dict.fromkeys((*new, *old))
        if old.get(name) != new.get(name) and name != "formerly"
    )


def _essence(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _essence(value[key]) for key in value if key not in _LEFT_OUT}
    return [_essence(item) for item in value] if isinstance(value, list) else value


_SHOWN: Final = ("shown", "words", "name", "text", "exact", "selector", "id")


def _in_words(value: Any) -> str | None:
    """The value as readers see it; empty where there is none."""
    match value:
        case None | [] | {}:
            return ""
        case str() | int() | float():
            return str(value)
        case [item]:
            return _in_words(item)
        case Mapping():
            return next((_in_words(value[name]) for name in _SHOWN if name in value), None)
    return None
