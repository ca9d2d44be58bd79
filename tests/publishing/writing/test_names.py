"""What a file of the site may be called."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dateline.publishing.writing import guards
from dateline.publishing.writing.manifest import MANIFEST
from dateline.publishing.writing.output import staging_area
from dateline.publishing.writing.refusal import OutputRefused
from tests.faults.table import tried
from tests.publishing.writing.old_and_new import (
    counts,
    publish,
    tree,
)


@tried(7, "A page would be called `{path!r:.40}`", "Refused before anything is written")
@pytest.mark.parametrize(
    "path",
    [
        "/index.html",
        "../index.html",
        "a/../index.html",
        "./index.html",
        "a//b",
        "a/",
        "",
        "a\\b",
        ".nojekyll",
        "a/.git/x",
        "nul",
        "con.html",
        "a/LPT1/index.html",
        "com¹",
        "a:b",
        "what?.html",
        "a\nb",
        "a\x00b",
        "dot.",
        "space /index.html",
        "\ud800.html",
        "\u202ehtml.exe",
        "n" * 256,
        MANIFEST,
    ],
)
def test_name_is_refused(site: Path, path: str) -> None:
    with pytest.raises(OutputRefused, match="cannot contain a file named"):
        publish({"index.html": b"", path: b""}, site)
    assert list(site.parent.iterdir()) == []


@tried(7, "Pages would be called `{name!r}` and `{other!r}`", "Refused, naming both")
@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("a.html", "A.html"),
        ("About/x.html", "about/y.html"),
        ("caf\u00e9.html", "cafe\u0301.html"),
        ("stra\u00dfe.html", "STRASSE.html"),
        ("a", "a/index.html"),
        ("A/index.html", "a"),
    ],
)
def test_names_that_are_one_to_some_disks_are_both_named(site: Path, name: str, other: str) -> None:
    with pytest.raises(OutputRefused) as refused:
        publish({name: b"", other: b""}, site)
    assert repr(name) in str(refused.value)
    assert repr(other) in str(refused.value)
    assert list(site.parent.iterdir()) == []


def test_names_of_other_scripts_are_allowed(site: Path) -> None:
    files = {"خبر/index.html": b"1", "été.html": b"2", "console/nullable.html": b"3"}
    publish(files, site)
    assert counts(publish(files, site)) == (0, 0, 3)


# Paths that Windows cannot write


def test_a_path_that_is_too_long_for_this_machine_is_refused_before_anything_is_written(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"a-briefing/facts/{'x' * 80}/index.html"
    length = len(str(staging_area(site) / "new" / path))
    monkeypatch.setattr(guards, "_longest_path", lambda: length)
    publish({path: b"fits"}, site)
    before = tree(site.parent)
    monkeypatch.setattr(guards, "_longest_path", lambda: length - 1)
    with pytest.raises(OutputRefused, match=f"would have {length} characters, and Windows allows"):
        publish({path: b"does not"}, site)
    assert tree(site.parent) == before


def test_where_paths_may_be_long_none_is_refused() -> None:
    assert (guards._longest_path() is None) == (sys.platform != "win32")
