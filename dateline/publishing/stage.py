"""The new site beside the old one: what it is made of, and laying it out."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Literal

from dateline.publishing.guards import guard_strangers
from dateline.publishing.manifest import MANIFEST, read_manifest, render_manifest
from dateline.publishing.refusal import OutputRefused
from dateline.publishing.swap import make_folder, sync_folder

Kind = Literal["file", "folder", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A site to be: the files `made` for it, and what is `carried` over because it is not ours.

    Of the files made, those `kept` stand already, byte for byte. What was made before and is not
    any more is `removed`. Paths are relative to the site.
    """

    made: Mapping[str, bytes]
    kept: frozenset[str]
    removed: frozenset[str]
    carried: Mapping[str, Kind]

    @property
    def changes_nothing(self) -> bool:
        return not self.removed and len(self.kept) == len(self.made)


def plan_swap(files: Mapping[str, bytes], site: Path) -> Plan:
    """Hold what stands at `site` against `files`. OutputRefused where the two cannot share it."""
    made = {**files, MANIFEST: render_manifest(files)}
    listed = {*(read_manifest(site) or ()), MANIFEST}
    standing = dict(_walk(site, "")) if site.exists() else {}
    ours = {path for path in listed if standing.get(path, "folder") != "folder"}
    folders = {folder for path in listed | made.keys() for folder in _folders_above(path)}
    carried = {
        path: kind
        for path, kind in standing.items()
        if path not in ours and not (kind == "folder" and path in folders)
    }
    guard_strangers(carried.items(), made)
    return Plan(
        made=made,
        kept=frozenset(
            path
            for path in ours & made.keys()
            if standing[path] == "file" and _holds(site / path, made[path])
        ),
        removed=frozenset(ours - made.keys()),
        carried=carried,
    )


def _walk(site: Path, prefix: str) -> Iterator[tuple[str, Kind]]:
    """Everything below the site's folder, by path; links are not followed."""
    with os.scandir(site / prefix) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_symlink():
                yield path, "link"
            elif entry.is_file():
                yield path, "file"
            elif entry.is_dir() and not os.path.ismount(entry.path):
                yield path, "folder"
                yield from _walk(site, path + "/")
            else:
                raise OutputRefused(
                    f"{entry.path} is neither a file nor a folder that can be carried over to a "
                    "new site; remove it or choose another --output"
                )


def _folders_above(path: str) -> list[str]:
    """From the innermost out, without the site's own folder."""
    return [str(one) for one in PurePosixPath(path).parents][:-1]


def _holds(file: Path, content: bytes) -> bool:
    return file.stat().st_size == len(content) and file.read_bytes() == content


def stage_site(plan: Plan, site: Path, new: Path) -> None:
    """Lay out the whole new site at `new`, on the disk for good before anything is swapped."""
    _guard_clearing(site)
    folders = _folders_of(plan)
    for folder in folders:
        make_folder(new / folder)
    for path in plan.kept:
        _carry(site / path, new / path)
        (new / path).chmod(0o644)
    for path, kind in plan.carried.items():
        if kind != "folder":
            _carry(site / path, new / path)
    changed = plan.made.keys() - plan.kept
    _run_together(partial(_write, new / path, plan.made[path]) for path in changed)
    _run_together(partial(sync_folder, new / folder) for folder in ("", *folders))
    _give_back_folder_stats(plan, site, new)


def _folders_of(plan: Plan) -> list[str]:
    """Every folder of the new site, each after the one it lies in."""
    files = [*plan.made, *plan.carried]
    above = {folder for path in files for folder in _folders_above(path)}
    return sorted(above.union(path for path, kind in plan.carried.items() if kind == "folder"))


def _guard_clearing(site: Path) -> None:
    """PermissionError where a folder could not be emptied later: it must not come to the swap."""
    if sys.platform == "win32":
        return
    for folder, _, _ in os.walk(site):
        may_write = os.access(folder, os.W_OK | os.X_OK)
        if not may_write and Path(folder).stat().st_uid != os.geteuid():
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), folder)


def _carry(source: Path, target: Path) -> None:
    """A hard link, so that neither bytes nor times change; a copy where the disk has no links."""
    if not source.is_symlink():
        with suppress(OSError):
            target.hardlink_to(source)
            return
    shutil.copy2(source, target, follow_symlinks=False)


def _run_together(tasks: Iterable[Callable[[], None]]) -> None:
    """Run tasks that wait for the disk, which syncs several files in about the time of one."""
    from concurrent.futures import ThreadPoolExecutor  # a build that changes nothing needs none

    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(task) for task in tasks]:
            done.result()


def _write(file: Path, content: bytes) -> None:
    with file.open("xb") as out:
        file.chmod(0o644)
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _give_back_folder_stats(plan: Plan, site: Path, new: Path) -> None:
    """Folders that are not ours keep their mode and times; what lies innermost comes first."""
    for path in sorted(plan.carried, reverse=True):
        if plan.carried[path] == "folder":
            shutil.copystat(site / path, new / path)
