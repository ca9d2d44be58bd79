"""Sites that nobody thought of: built as they were written, or refused with everything as it was.

`python -m tests.fuzzing` tries more of them.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.faults.table import tried
from tests.fuzzing.properties import (
    LISTS_OF_DATES,
    build_alike,
    build_as_written,
    build_in_any_order,
    build_in_parts,
    build_killed,
    build_spoilt,
)
from tests.fuzzing.sites import SEVERAL, WrittenSite, sites
from tests.fuzzing.slips import Spoilt, spoilt_sites
from tests.fuzzing.styles import STYLES, Style

few = settings(
    max_examples=10,
    # By hand, a failure is made smaller; here that would take minutes.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[*HealthCheck],
)
fewer = settings(few, max_examples=4)


@few
@given(sites())
@tried(
    4,
    "Any valid site (fuzzed): every field, every script, signs that mean something elsewhere",
    "Every word as written, in the data and on a page; every link leads somewhere",
)
def test_a_site_has_every_word_that_was_written(site: WrittenSite) -> None:
    build_as_written(site)


@few
@given(st.tuples(sites(), STYLES))
@tried(
    3,
    "Any valid site (fuzzed), its keys in another order, with other quotation marks, comments and line ends",
    "The same bytes",
)
def test_how_sheets_are_written_changes_no_byte(drawn: tuple[WrittenSite, Style]) -> None:
    build_alike(drawn)


@few
@given(st.tuples(sites(), LISTS_OF_DATES))
@tried(
    3,
    "Any valid site (fuzzed), its events written from the last to the first",
    "The same timeline, page and table",
)
def test_the_order_of_events_in_the_sheet_does_not_show(
    drawn: tuple[WrittenSite, list[str]],
) -> None:
    build_in_any_order(drawn)


@few
@given(spoilt_sites(sites()))
@tried(
    1,
    "Any valid site (fuzzed), then one with slips: values of another type, lines moved, other encodings",
    "Exit 1, at lines that are there, and the old site; or the new one, the same as without a cache",
)
def test_a_slip_changes_nothing_or_is_built_as_it_is(spoilt: Spoilt) -> None:
    build_spoilt(spoilt)


@fewer
@given(st.tuples(sites(several=SEVERAL), st.integers(1, 5)))
@tried(
    3,
    "Any valid site of several briefings (fuzzed), made in one to five parts, the last first (`--part`)",
    "A build that joins them writes the same bytes as one that makes all at once",
)
def test_a_site_made_in_parts_is_the_same(drawn: tuple[WrittenSite, int]) -> None:
    build_in_parts(drawn)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@fewer
@given(st.tuples(sites(several=SEVERAL), st.integers(0, 300)))
@tried(
    1,
    "Any valid site of several briefings (fuzzed), whose build is killed before any change of the disk",
    "Each file is old or new; the next build writes what one writes that was never killed",
)
def test_a_killed_build_is_finished_by_the_next(drawn: tuple[WrittenSite, int]) -> None:
    build_killed(drawn)
