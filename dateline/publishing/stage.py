"""The new site beside the old one: what it consists of, and writing it."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dateline.publishing.clearing import guard_clearing
from dateline.publishing.guards import folders_above, guard_strangers
from dateline.publishing.manifest import MANIFEST, read_manifest, render_manifest
from dateline.publishing.published import Published
from dateline.publishing.refusal import OutputRefused
from dateline.publishing.swap import make_folder, sync

EntryKind = Literal["file", "folder", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapPlan:
    """All `files` of the new site, and what is `carried` over because we did not write it.

    Of the files, the site already has those `kept`, byte for byte. `removed` are files that an
    earlier build wrote and this one does not. Paths are relative to the site.
    """

    files: Mapping[str, bytes]
    kept: frozenset[str]
    removed: frozenset[str]
    carried: Mapping[str, EntryKind]

    @property
    def changes_nothing(self) -> bool:
        return not self.removed and len(self.kept) == len(self.files)


def plan_swap(
    files: Mapping[str, bytes], site: Path, published: Published | None = None
) -> SwapPlan:
    """Compare what is at `site` with `files`. OutputRefused where the two cannot share it."""
    from dateline.publishing.packed import merge_files, pack, packed  # as in `render_manifest`

    manifest = pack({MANIFEST: render_manifest(files, published)})
    new = merge_files([packed(files), manifest])
    listed = {*(read_manifest(site) or ()), MANIFEST}
    present = dict(_walk(site, "")) if site.exists() else {}
    ours = {path for path in listed if present.get(path, "folder") != "folder"}
    folders = {folder for path in listed | new.keys() for folder in folders_above(path)}
    carried = {
        path: kind
        for path, kind in present.items()
        if path not in ours and not (kind == "folder" and path in folders)
    }
    guard_strangers(carried.items(), new)
    return SwapPlan(
        files=new,
        kept=frozenset(
            path
            for path in ours & new.keys()
            if present[path] == "file" and _holds(site / path, new[path])
        ),
        removed=frozenset(ours - new.keys()),
        carried=carried,
    )


def _walk(site: Path, prefix: str) -> Iterator[tuple[str, EntryKind]]:
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


def _holds(file: Path, content: bytes) -> bool:
    return file.stat().st_size == len(content) and file.read_bytes() == content


def stage_site(plan: SwapPlan, site: Path, new: Path) -> None:
    """Write the whole new site to `new`, and to the disk before it is swapped in."""
    from concurrent.futures import ThreadPoolExecutor  # a build that changes nothing needs none

    guard_clearing(site)
    folders = _folders_of(plan)
    for folder in folders:
        make_folder(new / folder, 0o700 if folder in plan.carried else 0o755)
    carried = plan.kept.union(plan.carried.keys() - set(folders))
    written = plan.files.keys() - plan.kept
    # A disk syncs several files in about the time of one.
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda path: _carry(site / path, new / path), carried))
        list(pool.map(lambda path: _write(new / path, plan.files[path]), written))
        list(pool.map(sync, (new, *(new / folder for folder in folders))))
    for folder in reversed(folders):
        if folder in plan.carried:
            shutil.copystat(site / folder, new / folder)


def _folders_of(plan: SwapPlan) -> list[str]:
    """Every folder of the new site, each after the one that contains it."""
    folders = {path for path, kind in plan.carried.items() if kind == "folder"}
    paths = (*plan.files, *plan.carried)
    return sorted(folders.union(folder for path in paths for folder in folders_above(path)))


def _carry(source: Path, target: Path) -> None:
    """A hard link, so that neither bytes nor times change; a copy where the disk has no links."""
    if not source.is_symlink():
        with suppress(OSError):
            target.hardlink_to(source)
            return
    shutil.copy2(source, target, follow_symlinks=False)
    if not target.is_symlink():
        sync(target)


def _write(file: Path, content: bytes) -> None:
    with file.open("xb") as out:
        file.chmod(0o644)  # whatever the umask
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
