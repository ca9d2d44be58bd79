"""What is true of every site that an editor could write, built as from the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final

from hypothesis import event
from hypothesis import strategies as st

from tests.fuzzing.building import Files, to_files, workshop
from tests.fuzzing.garbled import garbled
from tests.fuzzing.limits import within_limits
from tests.fuzzing.oracles import check_outcome, check_site
from tests.fuzzing.sites import SEVERAL, SLUG, WrittenSite, sites
from tests.fuzzing.slips import Spoilt, spoilt_sites
from tests.fuzzing.stories import THINGS
from tests.fuzzing.styles import STYLES, Style
from tests.fuzzing.targets import TARGETS
from tests.fuzzing.values import DATES

LISTS_OF_DATES: Final = st.lists(DATES, min_size=2, max_size=6, unique=True)
MANIFEST: Final = "dateline-manifest.json"


def build_as_written(site: WrittenSite) -> None:
    """It has every word of it on its pages; if it is refused, then in words and at a line."""
    with workshop() as here:
        files = to_files(site)
        outcome = here.build(files)
        check_outcome(outcome, str(here.content), files)
        event("built" if outcome.code == 0 else "refused")
        if outcome.code == 0:
            check_site(outcome.files, site)


def build_alike(drawn: tuple[WrittenSite, Style]) -> None:
    """Order of keys, quotation marks, brackets, comments, empty lines and line ends change no byte of it."""
    site, style = drawn
    with workshop() as here:
        outcome = here.build(to_files(site))
        other = here.build(to_files(site, style), "--fresh")
        check_outcome(other, str(here.content), to_files(site, style))
        assert Counter(map(_rule_of, outcome.errors)) == Counter(map(_rule_of, other.errors))
        assert changed(outcome.files, other.files) == []


def _rule_of(error: str) -> str:
    """Its place depends on how the sheet is written, and a word of the message may: it has the signs beside it."""
    return error.partition(" ")[2].partition(":")[0]


def build_in_any_order(drawn: tuple[WrittenSite, list[str]]) -> None:
    """A timeline is in the order of its dates, whatever that of the sheet is."""
    site, dates = drawn
    events = [
        {"id": f"event-{number}", "title": f"The {thing} moves", "date": date, "source": "source"}
        for number, (thing, date) in enumerate(zip(THINGS, dates, strict=False))
    ]
    with workshop() as here:
        first, second = (
            here.build(to_files(_with_events(site, listed)), "--fresh")
            for listed in (events, events[::-1])
        )
        event("built" if first.code == 0 else "refused")
        assert first.code == second.code
        places = [f"{SLUG}/{name}" for name in ("timeline/index.html", "data/timeline.csv")]
        assert [place for place in changed(first.files, second.files) if place in places] == []


def _with_events(site: WrittenSite, events: list[dict[str, Any]]) -> WrittenSite:
    path = f"{SLUG}/timeline.yaml"
    return replace(site, yaml=site.yaml | {path: {"events": events}})


def build_spoilt(spoilt: Spoilt) -> None:
    """If it is refused, the site that was there stays as it is; if not, the cache does not show."""
    with workshop() as here, workshop() as elsewhere:
        before = here.build(spoilt.before)
        left = here.beside()
        after = here.build(spoilt.after)
        check_outcome(after, str(here.content), spoilt.after)
        event("built" if after.code == 0 else "refused")
        if after.code != 0:
            assert changed(before.files, after.files) == []
            assert here.beside() == left
            return
        fresh = elsewhere.build(spoilt.after)
        assert fresh.code == 0, fresh.errors
        assert [*changed(after.files, fresh.files)] in ([], [MANIFEST])


def build_in_parts(drawn: tuple[WrittenSite, int]) -> None:
    """Made in parts for the cache, the last first, and then joined, it is the same as made at once."""
    site, count = drawn
    files = to_files(site)
    with workshop() as here, workshop() as elsewhere:
        parts = [here.build(files, "--part", f"{part}/{count}") for part in range(count, 0, -1)]
        joined, whole = here.build(files), elsewhere.build(files)
        event("built" if whole.code == 0 else "refused")
        assert not any(part.files for part in parts)
        assert joined.code == whole.code
        assert whole.code or not any(part.code for part in parts)
        assert changed(joined.files, whole.files) == []


def build_killed(drawn: tuple[WrittenSite, int]) -> None:
    """Killed before any change of the disk, it leaves files that are old or new; the next build finishes."""
    site, number = drawn
    with workshop() as here, workshop() as elsewhere:
        before = here.build(to_files(_without_the_last(site)))
        after, fresh = to_files(site), elsewhere.build(to_files(site))
        event("built" if fresh.code == 0 else "refused")
        if here.build_killed(after, before=number):
            event("killed")
            wholes = ({}, before.files, fresh.files) if fresh.code == 0 else (before.files,)
            for path, data in here.published().items():
                assert data in [whole.get(path) for whole in wholes], path
        again = here.build(after)
        assert again.code == fresh.code
        expected = fresh.files if fresh.code == 0 else before.files
        assert changed(again.files, expected) in ([], [MANIFEST])


def _without_the_last(site: WrittenSite) -> WrittenSite:
    """As it was when its newest briefing was not there yet, and its first had another headline."""
    last = f"{site.slugs[-1]}/"
    front, body = site.articles[f"{SLUG}/article.md"]
    articles = site.articles | {f"{SLUG}/article.md": (front | {"title": "The first"}, body)}
    if len(site.slugs) > 1:
        articles = {path: held for path, held in articles.items() if not path.startswith(last)}
    return replace(site, articles=articles)


def changed(files: Files, others: Files) -> list[str]:
    """The paths of files that are not the same in both."""
    paths = sorted(files.keys() | others.keys())
    return [path for path in paths if files.get(path) != others.get(path)]


PROPERTIES: Final[dict[str, tuple[st.SearchStrategy[Any], Callable[[Any], None]]]] = {
    "sites": (sites(), build_as_written),
    "styles": (st.tuples(sites(), STYLES), build_alike),
    "order": (
        st.tuples(sites(), LISTS_OF_DATES),
        build_in_any_order,
    ),
    "slips": (spoilt_sites(sites()), build_spoilt),
    "parts": (st.tuples(sites(several=SEVERAL), st.integers(1, 5)), build_in_parts),
    "kills": (st.tuples(sites(several=SEVERAL), st.integers(0, 300)), build_killed),
    **{name: (garbled(name), partial(within_limits, read)) for name, read in TARGETS.items()},
}
"""Each with the examples that it is tried on."""
