"""Where a site may not be written, and what its files may not be called."""

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from dateline.own_folder import OWN_FOLDER
from dateline.patterns import compile_later
from dateline.publishing.writing.manifest import MANIFEST, read_manifest
from dateline.publishing.writing.refusal import OutputRefused, in_plain_words

STAGING = OWN_FOLDER

# What is made, emptied or deleted in the staging area.
_OURS = ("lock", "new", "next", "former", "journal.json", "undo.json", "cache", "cache/pictures")

# "Naming Files, Paths, and Namespaces" in Microsoft's Win32 documentation.
_RESERVED = compile_later(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE
)
_UNPORTABLE = compile_later(r'[<>:"|?*\\\x00-\x1f\x7f]')


def guard_output(output: Path, *, sources: Iterable[Path]) -> None:
    """Raise OutputRefused unless a site from these folders may be put here. Touches nothing."""
    with in_plain_words(output):
        for reason in _reasons(output, tuple(sources)):
            raise OutputRefused(f"{output} {reason}")


def _reasons(output: Path, sources: tuple[Path, ...]) -> Iterator[str]:
    yield from _check_kind(output)
    real = output.resolve()
    yield from _check_location(real)
    yield from _check_sources(real, sources)
    yield from _check_contents(real)


def _check_kind(output: Path) -> Iterator[str]:
    if output.is_symlink():
        yield "is a symbolic link; give the folder that it leads to"
    elif output.exists() and not output.is_dir():
        yield "is a file; remove it or choose another --output"
    above = next((folder for folder in output.absolute().parents if folder.exists()), output)
    if not above.is_dir():
        yield f"cannot be made: {above} is a file; choose another --output"


def _check_location(real: Path) -> Iterator[str]:
    if real == real.parent:
        yield "is the root of the disk; choose a folder of its own for the site"
    if (home := _home()) and _contains(real, home):
        yield "is or contains your home folder; choose a folder of its own for the site"
    if _contains(real, Path.cwd()):
        yield "is or contains the folder that you are working in; choose a folder inside it"
    for name in {".git", STAGING}.intersection(real.parts):
        yield f"is inside a folder named {name}; choose another --output"
    if os.path.ismount(real):
        yield "is a mount point, which cannot be swapped; choose a folder inside it"
    area = real.parent / STAGING / real.name
    for folder in (area.parent, area, *(area / name for name in _OURS)):
        if folder.is_symlink():
            yield f"cannot be made: {folder} is a symbolic link; remove it"


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:  # a container's user may have none
        return None


def _check_sources(real: Path, sources: tuple[Path, ...]) -> Iterator[str]:
    for source in sources:
        if _contains(real, source.resolve()):
            yield f"is or contains {source}, which the site is built from; choose a folder beside it"
        if _contains(source.resolve(), real):
            yield f"is inside {source}, which the site is built from; choose a folder beside it"


def _check_contents(real: Path) -> Iterator[str]:
    names = sorted(entry.name for entry in real.iterdir()) if real.exists() else []
    if ".git" in names:
        yield "is the root of a git repository (it contains .git); choose a folder inside it"
    if names and read_manifest(real) is None:
        yield (
            f"contains files that Dateline did not write ({names[0]}) and has no {MANIFEST}; "
            "empty it or choose another --output"
        )


def _contains(outer: Path, inner: Path) -> bool:
    """By the disk's own identity: names miss a disk without case and a folder mounted twice."""
    above = (inner, *inner.parents)
    if outer in above:
        return True
    return outer.exists() and any(folder.exists() and folder.samefile(outer) for folder in above)


def guard_lengths(paths: Iterable[str], folder: Path) -> None:
    """Raise OutputRefused if this machine cannot write the longest of these paths in the folder."""
    longest = max((str(folder / path) for path in paths), key=len, default="")
    most = _longest_path()
    if most and len(longest) > most:
        raise OutputRefused(
            f"{longest} would have {len(longest)} characters, and Windows allows {most}: build to an"
            " --output nearer to the root of the disk, shorten the name of the folder or the id,"
            " or switch long paths on in Windows (LongPathsEnabled)"
        )


def _longest_path() -> int | None:
    """How long a path may be; None where that is no concern (“Maximum Path Length Limitation”, Win32)."""
    if sys.platform != "win32":
        return None
    import winreg

    name = r"SYSTEM\CurrentControlSet\Control\FileSystem"
    with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, name) as key:
        if winreg.QueryValueEx(key, "LongPathsEnabled")[0] == 1:
            return None
    return 259


def guard_names(paths: Iterable[str]) -> None:
    """Raise OutputRefused unless every disk can hold files at all of these paths in the site."""
    claims: dict[str, tuple[str, str, str]] = {}
    for path in sorted(paths):
        for fault in _faults(path):
            raise OutputRefused(f"the site cannot contain a file named {path!r}: {fault}")
        for spelling, kind in _claimed_by(path):
            claim = claims.setdefault(fold_name(spelling), (spelling, kind, path))
            if claim[:2] != (spelling, kind):
                raise OutputRefused(
                    f"{claim[2]!r} and {path!r} would be one file on some disks; rename one"
                )


def guard_strangers(added: Iterable[str], removed: Iterable[str], site: Path) -> None:
    """Raise OutputRefused where a page would take the place of something that is neither ours nor `removed`."""
    ours = {place for path in removed for place in (path, *folders_above(path))}
    named: dict[str, dict[str, list[str]]] = {}
    for path in added:
        for stranger in _in_the_way(path, site, named):
            if stranger not in ours:
                raise OutputRefused(
                    f"{stranger} in the output was not written by Dateline, and {path} would "
                    "replace it; move it away or rename it"
                )


def _in_the_way(path: str, site: Path, named: dict[str, dict[str, list[str]]]) -> Iterator[str]:
    """What is at the path, or would be on a disk that knows fewer names; `named` has the folders looked into."""
    places = [""]
    *folders, last = path.split("/")
    for folder in folders:
        found = [
            name
            for place in places
            for name in _names_in(place, site, named).get(fold_name(folder), ())
        ]
        places = [name for name in found if _is_folder(site / name)]
        yield from (name for name in found if name not in places)
    for place in places:
        yield from _names_in(place, site, named).get(fold_name(last), ())


def _names_in(
    folder: str, site: Path, named: dict[str, dict[str, list[str]]]
) -> Mapping[str, list[str]]:
    """The paths of what is in a folder of the site, by their names as every disk has them."""
    if folder not in named:
        named[folder] = {}
        for entry in (site / folder).iterdir():
            path = entry.relative_to(site).as_posix()
            named[folder].setdefault(fold_name(entry.name), []).append(path)
    return named[folder]


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def is_inside(path: str) -> bool:
    """Whether a path is one of a file in the site, and not of one elsewhere."""
    parts = path.replace("\\", "/").split("/")
    return not any(part in ("", ".", "..") for part in parts) and not os.path.isabs(path)  # noqa: PTH117 - asked of every file


def _claimed_by(path: str) -> list[tuple[str, str]]:
    return [*((folder, "folder") for folder in folders_above(path)), (path, "file")]


def folders_above(path: str) -> list[str]:
    """The folders that contain a file, by their paths in the site, the outermost first."""
    names = path.split("/")
    return ["/".join(names[:count]) for count in range(1, len(names))]


def fold_name(name: str) -> str:
    """A name without case or normalisation: canonical caseless matching (Unicode 3.13, D145)."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


def _faults(path: str) -> Iterator[str]:
    if path == MANIFEST:
        yield "that name is reserved for the list of files"
    if path.startswith("/"):
        yield "it is absolute; begin without the slash"
    if found := _UNPORTABLE.search(path):
        yield f"some disks do not allow {found[0]!r} in a name"
    for part in path.split("/"):
        yield from _faults_of_part(part)


def _faults_of_part(part: str) -> Iterator[str]:
    if part in {"", ".", ".."}:
        yield f"a folder or file cannot be called {part!r}"
    elif part.startswith("."):
        yield f"{part!r} begins with a dot, and GitHub Pages does not publish such files"
    elif part.endswith((".", " ")):
        yield f"{part!r} ends with a dot or a space, which Windows drops"
    elif _RESERVED.fullmatch(part):
        yield f"{part!r} is the name of a device in Windows"
    elif len(part.encode("utf-8", "surrogatepass")) > 255:
        yield f"{part[:20]!r}… is longer than 255 bytes"
    elif not part.isprintable():
        yield f"{part!r} contains an invisible character"
