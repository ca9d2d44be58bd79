"""What is never written to, and what a file of the site is never called."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.publishing.manifest import MANIFEST, read_manifest
from dateline.publishing.refusal import OutputRefused, in_plain_words

STAGING = ".dateline"

# "Naming Files, Paths, and Namespaces" in Microsoft's Win32 documentation.
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE
)
_UNPORTABLE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')


def guard_output(output: Path, *, sources: Iterable[Path]) -> None:
    """Raise OutputRefused unless a site may be put at `output`. Touches nothing.

    `sources` are the folders that the site is made from: content, templates, static files.
    """
    with in_plain_words(output):
        for objection in _objections(output, tuple(sources)):
            raise OutputRefused(f"{output} {objection}")


def _objections(output: Path, sources: tuple[Path, ...]) -> Iterator[str]:
    yield from _object_to_kind(output)
    real = output.resolve()
    yield from _object_to_place(real)
    yield from _object_to_sources(real, sources)
    yield from _object_to_holdings(real)


def _object_to_kind(output: Path) -> Iterator[str]:
    if output.is_symlink():
        yield "is a symbolic link; name the folder that it leads to"
    elif output.exists() and not output.is_dir():
        yield "is a file; remove it or choose another --output"
    above = next((one for one in output.absolute().parents if one.exists()), output)
    if not above.is_dir():
        yield f"cannot be made: {above} is a file; choose another --output"


def _object_to_place(real: Path) -> Iterator[str]:
    if real == real.parent:
        yield "is the root of the disk; choose a folder of its own for the site"
    if (home := _home()) and _contains(real, home):
        yield "is your home folder, or holds it; choose a folder of its own for the site"
    if _contains(real, Path.cwd()):
        yield "is the folder that you are working in, or holds it; choose a folder inside it"
    for name in {".git", STAGING}.intersection(real.parts):
        yield f"lies inside a folder named {name}; choose another --output"
    if os.path.ismount(real):
        yield "is a mount point, which cannot be swapped; choose a folder inside it"
    if (real.parent / STAGING).is_symlink():
        yield f"cannot be made: {real.parent / STAGING} is a symbolic link; remove it"


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:  # a container's user may have none
        return None


def _object_to_sources(real: Path, sources: tuple[Path, ...]) -> Iterator[str]:
    for source in sources:
        if _contains(real, source.resolve()):
            yield f"is or holds {source}, which the site is made from; choose a folder beside it"
        if _contains(source.resolve(), real):
            yield f"lies inside {source}, which the site is made from; choose a folder beside it"


def _object_to_holdings(real: Path) -> Iterator[str]:
    names = sorted(one.name for one in real.iterdir()) if real.exists() else []
    if ".git" in names:
        yield "is the root of a git repository (it holds .git); choose a folder inside it"
    if names and read_manifest(real) is None:
        yield (
            f"holds files that Dateline did not make ({names[0]}) and has no {MANIFEST}; "
            "empty it or choose another --output"
        )


def _contains(outer: Path, inner: Path) -> bool:
    """Whether `inner` is `outer` or lies in it, by the disk's own identity where both exist.

    Names alone would miss a disk that ignores case, and one folder mounted in two places.
    """
    above = (inner, *inner.parents)
    if outer in above:
        return True
    return outer.exists() and any(one.exists() and one.samefile(outer) for one in above)


def guard_names(paths: Iterable[str]) -> None:
    """Raise OutputRefused unless every path can stand on every disk, beside all the others.

    Paths are relative to the site, with forward slashes.
    """
    claims: dict[str, tuple[str, str, str]] = {}
    for path in sorted(paths):
        for fault in _faults(path):
            raise OutputRefused(f"the site cannot hold a file named {path!r}: {fault}")
        for spelling, kind in _claimed_by(path):
            claim = claims.setdefault(fold_name(spelling), (spelling, kind, path))
            if claim[:2] != (spelling, kind):
                raise OutputRefused(
                    f"{claim[2]!r} and {path!r} cannot stand side by side on every disk; rename one"
                )


def guard_strangers(strangers: Iterable[tuple[str, str]], paths: Iterable[str]) -> None:
    """Raise OutputRefused where a page would take the place of something that was not made.

    `strangers` are pairs of a path and what it is: a file, a folder, a link.
    """
    claims = {
        fold_name(spelling): (kind, path) for path in paths for spelling, kind in _claimed_by(path)
    }
    for stranger, kind in strangers:
        claim = claims.get(fold_name(stranger))
        if claim and not kind == claim[0] == "folder":
            raise OutputRefused(
                f"{stranger} in the output was not made by Dateline, and {claim[1]} would take "
                "its place; move it away or rename it"
            )


def _claimed_by(path: str) -> Iterator[tuple[str, str]]:
    """Each folder above the file, then the file itself."""
    at = path.find("/")
    while at != -1:
        yield path[:at], "folder"
        at = path.find("/", at + 1)
    yield path, "file"


def fold_name(name: str) -> str:
    """The form in which two names are one to a disk that ignores case and normalisation.

    Canonical caseless matching, Unicode Standard 3.13, D145.
    """
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


def _faults(path: str) -> Iterator[str]:
    if path == MANIFEST:
        yield "that name is kept for the list of what was made"
    if path.startswith("/"):
        yield "it is absolute; begin without the slash"
    if found := _UNPORTABLE.search(path):
        yield f"{found[0]!r} cannot stand in a name on every disk"
    for part in path.split("/"):
        yield from _faults_of_part(part)


def _faults_of_part(part: str) -> Iterator[str]:
    if part in {"", ".", ".."}:
        yield f"a folder or file cannot be called {part!r}"
    elif part.startswith("."):
        yield f"{part!r} begins with a dot, and GitHub Pages leaves such files out"
    elif part.endswith((".", " ")):
        yield f"{part!r} ends with a dot or a space, which Windows drops"
    elif _RESERVED.fullmatch(part):
        yield f"{part!r} is a device to Windows"
    elif len(part.encode("utf-8", "surrogatepass")) > 255:
        yield f"{part[:20]!r}… is longer than 255 bytes"
    elif not part.isprintable():
        yield f"{part!r} holds a character that cannot be seen"
