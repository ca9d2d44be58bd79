"""The walk over a folder of content: the only part of the reading that touches the disk."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.facts.kinds import SHEETS
from dateline.problems import Position, Problem, Related, Rule, sort_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SETTINGS: Final = "site.yaml"
ARTICLE: Final = "article.md"
# One byte more than a file may have is enough to know that it has too many.
_READ_AT_MOST: Final = 2_000_001
_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_SLUG: Final = 80
# Addresses of the site's own pages, and names that Windows keeps for devices.
_RESERVED: Final = frozenset(
    {
        "about",
        "all",
        "assets",
        "corrections",
        "data",
        "facts",
        "feed",
        "index",
        "people",
        "schemas",
        "search",
        "static",
        "timeline",
        "404",
    }
)
_DEVICES: Final = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
# What editors, file managers and version control leave beside the files one works on.
_IGNORED: Final = re.compile(r"\..*|.*~|#.*#|Thumbs\.db|desktop\.ini|.*\.(swp|swo|bak|tmp|orig)")


@dataclass(frozen=True, kw_only=True)
class Folder:
    """One briefing's files as bytes; `shown_as` is the folder as the editor would type it.

    `refused` are the names of files that stand there and cannot be read; `problems` are what is
    wrong with the names and links in it.
    """

    slug: str
    shown_as: str
    files: Mapping[str, bytes]
    refused: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def digest(self) -> str:
        """One name for what the folder holds, and for where it stands."""
        whole = sha256(f"{self.shown_as} {' '.join(sorted(self.refused))}".encode())
        for name in sorted(self.files):
            whole.update(f" {name} {len(self.files[name])} ".encode() + self.files[name])
        return whole.hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSource:
    """All that the content holds, unread, and what is wrong with its names and links.

    `settings` is site.yaml, None where there is none.
    """

    shown_as: str
    settings: bytes | None
    folders: tuple[Folder, ...]
    problems: tuple[Problem, ...]


def read_site(
    content: Path, *, shown_as: str | None = None, known: Mapping[str, Folder] | None = None
) -> SiteSource:
    """Every file of the content, in an order that no disk decides.

    Folders that are `known`, by their slug, are not read again. Raises NotADirectoryError or
    FileNotFoundError where `content` is no folder.
    """
    shown = shown_as or show_path(content)
    known = known or {}
    entries = _entries(content)
    problems = [*_collisions(entries, shown)]
    settings: bytes | None = None
    folders: list[Folder] = []
    for entry in entries:
        position = Position(path=f"{shown}/{_shown(entry)}")
        if problem := _refused_link(entry, position):
            problems.append(problem)
        elif entry.is_dir():
            folder = known.get(entry.name) or _read_folder(entry, position)
            problems += folder.problems
            folders.append(folder)
        elif entry.name != SETTINGS:
            problems.append(_unknown_beside(position, _shown(entry)))
        elif isinstance(data := _read(entry, position), Problem):
            problems.append(data)
        else:
            settings = data
    if not folders and not problems:
        problems.append(_no_briefing(shown))
    return SiteSource(
        shown_as=shown,
        settings=settings,
        folders=tuple(folders),
        problems=sort_problems(problems),
    )


def show_path(path: Path) -> str:
    """A path as the editor would type it: from the working directory where it lies below it."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - a link must keep its own name
    here = Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


def is_left_behind(name: str) -> bool:
    """Whether a file or folder of that name is no content, but what a program left there."""
    return _IGNORED.fullmatch(name) is not None


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        kept = [entry for entry in found if not is_left_behind(entry.name)]
    return sorted(kept, key=lambda entry: entry.name)


def _shown(entry: os.DirEntry[str]) -> str:
    """A name as it can be printed: bytes that are no UTF-8 stand as question marks."""
    return entry.name.encode("utf-8", "replace").decode()


def _read(entry: os.DirEntry[str], position: Position) -> bytes | Problem:
    try:
        with Path(entry.path).open("rb") as file:
            return file.read(_READ_AT_MOST)
    except OSError as error:
        return _unreadable(position, error)


def _unreadable(position: Position, error: OSError) -> Problem:
    found = f"it cannot be opened: {error.strerror or error}"
    return _problem(position, Rule.FILE_UNREADABLE, found, "give yourself leave to read it")


def _read_folder(entry: os.DirEntry[str], position: Position) -> Folder:
    problems = [*refused_name(_shown(entry), position)]
    try:
        entries = _entries(Path(entry.path))
    except OSError as error:
        entries = []
        problems.append(_unreadable(position, error))
    problems += _collisions(entries, position.path)
    files: dict[str, bytes] = {}
    for one in entries:
        spot = Position(path=f"{position.path}/{_shown(one)}")
        if problem := _refused_link(one, spot):
            problems.append(problem)
        elif one.name not in (ARTICLE, *SHEETS) or not one.is_file():
            problems.append(_unknown_in_briefing(spot, one))
        elif isinstance(data := _read(one, spot), Problem):
            problems.append(data)
        else:
            files[one.name] = data
    refused = frozenset(one.name for one in entries) - frozenset(files)
    return Folder(
        slug=_shown(entry),
        shown_as=position.path,
        files=files,
        refused=refused,
        problems=tuple(problems),
    )


# What names may be


def _refused_link(entry: os.DirEntry[str], position: Position) -> Problem | None:
    """A link out of the content would publish what nobody put there; a pipe would never end."""
    if entry.is_symlink() or getattr(entry, "is_junction", bool)():
        return _problem(
            position,
            Rule.FILE_LINK,
            f"‘{_shown(entry)}’ is a symbolic link",
            "put the file itself here",
        )
    mode = entry.stat(follow_symlinks=False).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return _problem(
            position, Rule.FILE_UNKNOWN, f"‘{_shown(entry)}’ is no ordinary file", "take it out"
        )
    return None


def refused_name(name: str, position: Position) -> Iterator[Problem]:
    """Why a name cannot be a briefing's folder, and so its address; nothing where it can."""
    if not _SLUG.fullmatch(name):
        better = _slug(name)
        yield _problem(
            position,
            Rule.FILE_NAME,
            f"‘{name}’ cannot be an address",
            f"rename the folder to {better}" if better else "use a-z, 0-9 and hyphens",
        )
    elif name in _RESERVED:
        yield _problem(
            position,
            Rule.FILE_NAME,
            f"‘{name}’ is the address of another page of the site",
            f"rename the folder, to {name}-briefing for instance",
        )
    else:
        yield from unportable_name(name, position)


def unportable_name(name: str, position: Position) -> Iterator[Problem]:
    """Why some disk or other cannot have a folder of that name, though its letters would do."""
    if _DEVICES.fullmatch(name):
        yield _problem(
            position,
            Rule.FILE_NAME,
            f"‘{name}’ is the name of a device on Windows, where no folder can have it",
            f"rename the folder, to {name}-briefing for instance",
        )
    elif len(name) > _LONGEST_SLUG:
        yield _problem(
            position,
            Rule.FILE_NAME,
            f"the name has {len(name)} characters",
            f"shorten it to {_LONGEST_SLUG} at most",
        )


def _slug(name: str) -> str:
    """The nearest name that can be an address; empty where nothing of it can."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))[:_LONGEST_SLUG].strip("-")


def _collisions(entries: list[os.DirEntry[str]], shown: str) -> Iterator[Problem]:
    """Names that a disk of another system would take for one: NFC (Unicode) and case folded."""
    first: dict[str, str] = {}
    for name in map(_shown, entries):
        other = first.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if other != name:
            yield Problem(
                position=Position(path=f"{shown}/{name}"),
                rule=Rule.FILE_NAME,
                found=f"‘{name}’ and ‘{other}’ are one name on Windows and macOS",
                fix="rename one of the two",
                related=(Related(position=Position(path=f"{shown}/{other}"), note="the other"),),
            )


def _unknown_in_briefing(position: Position, entry: os.DirEntry[str]) -> Problem:
    kind = "folder" if entry.is_dir() else "file"
    return _problem(
        position,
        Rule.FILE_UNKNOWN,
        f"a briefing has no {kind} ‘{_shown(entry)}’",
        _nearest(_shown(entry), (ARTICLE, *SHEETS)),
    )


def _unknown_beside(position: Position, name: str) -> Problem:
    belongs_inside = name in (ARTICLE, *SHEETS)
    fix = "put it into the folder of its briefing" if belongs_inside else ""
    return _problem(
        position,
        Rule.FILE_UNKNOWN,
        f"file ‘{name}’ stands beside the briefings’ folders",
        fix or _nearest(name, (SETTINGS,)),
    )


def _nearest(name: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(name.lower(), known, n=1, cutoff=0.7)
    return f"did you mean {close[0]}?" if close else f"take it out; known: {', '.join(known)}"


def _no_briefing(shown: str) -> Problem:
    return _problem(
        Position(path=shown),
        Rule.FILE_MISSING,
        "there is no briefing here",
        f"make a folder in {shown} with an article.md in it",
    )


def _problem(position: Position, rule: Rule, found: str, fix: str) -> Problem:
    return Problem(position=position, rule=rule, found=found, fix=fix)
