"""The file of an article: written whole or not at all, and never over one that was not given up."""

from __future__ import annotations

import errno
import os
import secrets
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Final

from dateline.drafting.importing.story import ImportRefused
from dateline.frozen import dataclass
from dateline.problems import Position
from dateline.reading.content import ARTICLE, refused_name

_SOURCES: Final = "sources.yaml"


def guard_folder(content: Path, slug: str) -> Path:
    """The folder of the briefing. Raises ImportRefused where it cannot be one."""
    for problem in refused_name(slug, Position(path=str(content / slug))):
        fix = problem.fix.replace("rename the folder to", "write --slug").replace(
            "rename the folder, for example to", "write, for example, --slug"
        )
        raise ImportRefused(f"{problem.found}: {fix}")
    folder = content / slug
    same = unicodedata.normalize("NFC", slug).casefold()
    for name in (there.name for there in content.iterdir()):
        if name != slug and unicodedata.normalize("NFC", name).casefold() == same:
            raise ImportRefused(
                f"{content / name} is the same folder on Windows and macOS: name another with --slug"
            )
    for place in (folder, folder / ARTICLE):
        if place.is_symlink():
            raise ImportRefused(f"{place} is a symbolic link: put the file or folder itself there")
    if folder.exists() and not folder.is_dir():
        raise ImportRefused(
            f"{folder} is a file where a folder is needed: name another with --slug"
        )
    return folder


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenArticle:
    """The paths of what was written; `kept` is a copy of the article that was there."""

    article: Path
    sources: Path | None = None
    kept: Path | None = None


def write_article(folder: Path, text: str, sources: str, *, force: bool) -> WrittenArticle:
    """Write article.md, and sources.yaml if there is text for one and no such file.

    With `force` an article that is there is replaced, and a copy of it kept. Raises ImportRefused or
    OSError, with everything as it was.
    """
    article = folder / ARTICLE
    if not force and os.path.lexists(article):
        raise _is_there(article)
    made: list[Path] = []
    try:
        if not folder.exists():
            folder.mkdir()
            made.append(folder)
        kept = keep_copy(article) if article.exists() else None
        made += [kept] if kept else []
        written = _write_sources(folder / _SOURCES, sources) if sources else None
        made += [written] if written else []
        write_new(article, text, over=force)
    except FileExistsError:
        _remove(made)
        raise _is_there(article) from None
    except BaseException:
        _remove(made)
        raise
    return WrittenArticle(article=article, sources=written, kept=kept)


def _remove(made: list[Path]) -> None:
    for place in reversed(made):
        with suppress(OSError):
            place.rmdir() if place.is_dir() else place.unlink()


def _is_there(article: Path) -> ImportRefused:
    return ImportRefused(
        f"{article} is there already and was left as it is: name another folder with --slug, or write it"
        " again with --force"
    )


def _write_sources(place: Path, text: str) -> Path | None:
    with suppress(FileExistsError):
        write_new(place, text)
        return place
    return None


def keep_copy(file: Path) -> Path:
    """A copy of the file under a name that no build reads, and that nothing has."""
    if file.is_symlink():
        raise OSError(errno.ELOOP, "a symbolic link: put the file itself there", str(file))
    data = file.read_bytes()
    for number in range(1000):
        place = file.with_name(f"{file.name}{f'.{number}' if number else ''}.bak")
        with suppress(FileExistsError):
            _write_beside(place, data)
            return place
    raise ImportRefused(f"{file} has a thousand copies beside it: remove some")


def write_new(place: Path, text: str, *, over: bool = False) -> None:
    """Write a file whole: beside its place first, then under its name. Raises FileExistsError unless `over`."""
    _write_beside(place, text.encode("utf-8"), over=over)


def _write_beside(place: Path, data: bytes, *, over: bool = False) -> None:
    beside = place.with_name(f".{place.name}.{secrets.token_hex(4)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if over:
            beside.replace(place)
        else:
            _link(beside, place)
    except FileExistsError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(place)) from None
    finally:
        with suppress(OSError):
            beside.unlink()


def _link(beside: Path, place: Path) -> None:
    """Give a file its name, unless something has that name already."""
    try:
        place.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(place):
            raise FileExistsError(place) from None
        beside.rename(place)
