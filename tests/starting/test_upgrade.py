"""A site that `init` made with an earlier version is the same site with the next.

`tests/sites/started` is as it was written, but for its tag. Its folder `published` has what others rely on
as it was first published: addresses, ids and data.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.cli import main

ROOT = Path(__file__).parent.parent.parent
STARTED = ROOT / "tests/sites/started"
ADDRESS = "https://news.example/started/"
OPTIONS = ["--strict", "--today", "2026-12-01", "--site-url", ADDRESS, "--output"]
FACTS = "first-newspaper/data/facts.json"


def files_in(folder: Path) -> dict[str, bytes]:
    """Files by their paths, less the digests that some have in their names."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {
        re.sub(
            r"-[0-9a-f]{10}(?=\.\w+$)", "", path.relative_to(folder).as_posix()
        ): path.read_bytes()
        for path in paths
    }


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("started") / "site"
    assert main(["build", "--content", str(STARTED / "content"), *OPTIONS, str(folder)]) == 0
    return files_in(folder)


def test_it_has_every_address_that_it_had(published: Mapping[str, bytes]) -> None:
    addresses = (STARTED / "published/addresses.txt").read_text("utf-8").split()
    assert set(addresses) - published.keys() == set()


def test_its_data_say_what_they_said(published: Mapping[str, bytes]) -> None:
    before = json.loads((STARTED / "published/facts.json").read_text("utf-8"))
    now = json.loads(published[FACTS])
    assert now.pop("generator_version") == dateline.__version__
    assert list(changes(before, now)) == []


def changes(before: Any, now: Any, where: str = "") -> Iterator[str]:
    """What is gone or different; what was added is not."""
    if isinstance(before, dict) and isinstance(now, dict):
        for name in before:
            yield from changes(before[name], now.get(name), f"{where}/{name}")
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for number, (old, new) in enumerate(zip(before, now, strict=True)):
            yield from changes(old, new, f"{where}/{number}")
    elif before != now:
        yield f"{where} was {before!r}, is {now!r}"


def test_its_feed_has_the_ids_that_it_had(published: Mapping[str, bytes]) -> None:
    ids = re.findall(rb"<id>(.*?)</id>", published["feed.xml"])
    assert ids == (STARTED / "published/ids.txt").read_bytes().split()


def test_the_next_version_of_the_program_makes_the_same_bytes_but_for_its_number(
    published: Mapping[str, bytes], tmp_path: Path
) -> None:
    for name in ("dateline", "templates", "static"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / "program" / name, ignore=ignored)
    version = tmp_path / "program/dateline/__init__.py"
    number = f'__version__ = "{dateline.__version__}"'
    assert number in version.read_text("utf-8")
    version.write_text(
        version.read_text("utf-8").replace(number, '__version__ = "99.0.0"'), "utf-8"
    )
    command = "import sys, dateline.cli as c; sys.exit(c.main())"
    arguments = ["build", "--content", str(STARTED / "content"), *OPTIONS, str(tmp_path / "site")]
    subprocess.run(
        [sys.executable, "-c", command, *arguments],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "program")},
        cwd=tmp_path,
        check=True,
    )
    after = {
        path: data.replace(b"99.0.0", dateline.__version__.encode())
        for path, data in files_in(tmp_path / "site").items()
    }
    made_by = [path for path, data in after.items() if data != published.get(path)]
    assert after.keys() == published.keys()
    assert made_by == ["dateline-manifest.json", "first-newspaper/dateline-files.json"]
