"""A site that is published, one that follows it, and what is in a folder afterwards."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dateline.publishing.keeping.packed import packed
from dateline.publishing.writing.changes import BriefingFiles, NewSite
from dateline.publishing.writing.manifest import MANIFEST
from dateline.publishing.writing.output import Counts, publish_site

OLD = {"index.html": b"old", "about/index.html": b"about", "gone/a/index.html": b"x", "s.css": b"s"}
NEW = {
    "index.html": b"newer",
    "about/index.html": b"about",
    "fresh/b/index.html": b"y",
    "s.css": b"s",
}

as_user = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
linux = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux which file it is")
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def tree(folder: Path) -> dict[str, bytes | str | None]:
    """Everything below a folder: a file's bytes, where a link leads, None for a folder."""
    found: dict[str, bytes | str | None] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        else:
            found[name] = None if path.is_dir() else path.read_bytes()
    return found


def files_of(folder: Path) -> dict[str, bytes | str | None]:
    return {name: content for name, content in tree(folder).items() if content is not None}


def new_site(files: Mapping[str, bytes], briefings: Iterable[str] = ()) -> NewSite:
    """A site of these files, of which some folders are those of briefings."""
    parts = {
        slug: packed({path: data for path, data in files.items() if path.startswith(f"{slug}/")})
        for slug in briefings
    }
    inside = {path for part in parts.values() for path in part}
    return NewSite(
        own=packed({path: data for path, data in files.items() if path not in inside}),
        briefings={
            slug: BriefingFiles(slug=slug, open=partial(part.choose, tuple(part)))
            for slug, part in parts.items()
            if part
        },
    )


def publish(files: Mapping[str, bytes], site: Path, **options: Any) -> Counts:
    return publish_site(new_site(files), site, **options)


def whole(files: Mapping[str, bytes], **others: bytes | str) -> dict[str, bytes | str | None]:
    return {**files, MANIFEST: new_site(files).manifest(), **others}


def marks(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What a write would change, even one of the same bytes."""
    stats = {path: path.lstat() for path in (folder, *folder.rglob("*"))}
    return {str(p): (s.st_ino, s.st_mtime_ns, s.st_mode) for p, s in stats.items()}


def counts(of: Counts) -> tuple[int, int, int]:
    return of.written, of.removed, of.kept


def litter(site: Path) -> list[str]:
    ours = {".gitignore", site.name, f"{site.name}/lock"}
    return sorted(tree(site.parent / ".dateline").keys() - ours)


def add_strangers(site: Path) -> dict[str, bytes | str | None]:
    """What an editor may keep in the output: a file, a folder with a file, one without, links."""
    (site / "notes/empty").mkdir(parents=True)
    (site / "CNAME").write_bytes(b"news.example")
    (site / "about/draft.txt").write_bytes(b"draft")
    (site / "notes/todo.txt").write_bytes(b"todo")
    (site / "latest").symlink_to("about")
    (site / "nowhere").symlink_to("not/there")
    return {
        "CNAME": b"news.example",
        "about/draft.txt": b"draft",
        "notes": None,
        "notes/empty": None,
        "notes/todo.txt": b"todo",
        "latest": "about",
        "nowhere": "not/there",
    }
