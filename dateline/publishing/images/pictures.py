"""The pictures of a briefing to their copies: read from the disk, encoded, and named."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final

from dateline.facts.briefing import Briefing
from dateline.facts.records import Picture
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.picture import Framing, PictureCopies, PictureCopy, PictureKey, picture_key
from dateline.problems import Position, Problem, Related, Rule
from dateline.publishing.images.picture_kinds import PictureFault, PictureKind, kind_of
from dateline.publishing.images.picture_store import PictureStore, StoredPicture
from dateline.publishing.keeping.kept import KeptFile
from dateline.reading.content import Folder
from dateline.reading.picture_files import composed

Files = Mapping[str, bytes | KeptFile]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePictures:
    """What pages show of each picture, the files by their path in the site, and what is wrong."""

    shown: Mapping[PictureKey, PictureCopies] = field(default_factory=dict)
    files: Files = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def make_pictures(briefing: Briefing, folder: Folder, store: PictureStore) -> MadePictures:
    """The copies of every picture that is there; one that cannot be published is a problem."""
    shown: dict[PictureKey, PictureCopies] = {}
    files: dict[str, bytes | KeptFile] = {}
    problems: list[Problem] = []
    for name, uses in _uses(briefing).items():
        if name not in folder.images:  # has been reported as missing
            continue
        position = Position(path=f"{folder.shown_as}/{name}")
        try:
            data = folder.images[name].read()
            for picture, framing in uses:
                key = picture_key(picture, framing)
                stored = store.copies(data, framing, key[2])
                files |= (named := _named(stored, briefing.slug, name))
                shown[key] = _shown(stored, tuple(named))
            problems += _misnamed(name, kind_of(data), position)
        except PictureFault as fault:
            problems.append(_problem(fault, position, uses[0][0]))
        except OSError as error:
            found = f"it cannot be opened: {error.strerror or error}"
            fix = "check its permissions"
            problems.append(Problem(position, Rule.FILE_UNREADABLE, found, fix))
    return MadePictures(shown=shown, files=files, problems=tuple(problems))


def _uses(briefing: Briefing) -> Mapping[str, list[tuple[Picture, Framing]]]:
    """By their files, the pictures of a briefing with the framings in which pages show them."""
    uses: dict[str, list[tuple[Picture, Framing]]] = defaultdict(list)
    front = briefing.front
    squares = [fact.picture for fact in briefing.people]
    for picture in briefing.pictures:
        is_square = any(picture is square for square in squares)
        uses[composed(picture.file)].append(
            (picture, Framing.SQUARE if is_square else Framing.WHOLE)
        )
    if front.picture:
        uses[composed(front.picture.file)].append((front.picture, Framing.WIDE))
    return uses


def _named(stored: StoredPicture, slug: str, name: str) -> dict[str, bytes | KeptFile]:
    """The copies by their paths: another picture has another, since caches keep files for long."""
    stem = f"{_stem(name)}-{stored.digest[:10]}"
    return {
        addresses.picture_file(slug, f"{stem}{copy.suffix}"): copy.file for copy in stored.copies
    }


def _stem(name: str) -> str:
    """What the file is called, in letters that an address may have."""
    plain = unicodedata.normalize("NFKD", name.partition("/")[2].rpartition(".")[0])
    words = re.findall("[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    return "-".join(words)[:40].strip("-") or "picture"


def _shown(stored: StoredPicture, paths: tuple[str, ...]) -> PictureCopies:
    *webp, plain = (
        PictureCopy(path=path, width=copy.width, height=copy.height)
        for path, copy in zip(paths, stored.copies, strict=True)
    )
    return PictureCopies(webp=tuple(webp), plain=plain)


# What is wrong


def _problem(fault: PictureFault, position: Position, picture: Picture) -> Problem:
    """At the line of an SVG, with the first record that shows the picture."""
    where = Position(path=position.path, line=fault.line, column=fault.column)
    related = Related(position=picture.origin.of("file"), note="it is shown here")
    return Problem(where, fault.rule, fault.found, fault.fix, (related,))


_ENDINGS: Final[Mapping[PictureKind, tuple[str, ...]]] = {
    PictureKind.JPEG: ("jpg", "jpeg"),
    **{kind: (kind.lower(),) for kind in PictureKind if kind is not PictureKind.JPEG},
}


def _misnamed(name: str, kind: PictureKind, position: Position) -> Iterator[Problem]:
    ending = name.rpartition(".")[2] if "." in name else ""
    if ending.lower() not in _ENDINGS[kind]:
        found = (
            f"the file is a {kind}, and its name ends in .{ending}"
            if ending
            else (f"the file is a {kind}, and its name does not say so")
        )
        better = f"{name.removesuffix(f'.{ending}')}.{_ENDINGS[kind][0]}"
        fix = f"rename it to {better.partition('/')[2]}, here and where it is shown"
        yield Problem(position, Rule.PICTURE_NAME, found, fix)
