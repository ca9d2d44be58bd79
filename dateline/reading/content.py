"""The walk over a folder of content: the only part of the reading that touches the disk."""

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import field, replace
from difflib import get_close_matches
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final, Self

from dateline.facts.kinds import SECTIONS, SHEETS, SLUG, Kind
from dateline.facts.phrasing import join_words
from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.problems import Position, Problem, Related, Rule, sort_problems
from dateline.reading.encoding import MAX_BYTES

SETTINGS: Final = "site.yaml"
ARTICLE: Final = "article.md"
# The folder of a briefing with the texts of its sources, which are not published.
STORED_TEXTS: Final = "sources"
# The folder of a briefing with its pictures.
IMAGES: Final = "images"
# The folder of a site with what its look is made of.
LOOK_FOLDER: Final = "look"
# What a site says of itself: the folder of its own pages, and the text of the page about it.
PAGES: Final = "pages"
ABOUT: Final = "about.md"
AUTHORS: Final = "authors.yaml"
_PAGE: Final = ".md"
_OF_WORDS: Final = (_PAGE, ".yaml")
_BRIEFING_FILES: Final = (ARTICLE, *SHEETS)
# Who and what is the same in all briefings.
SHARED: Final = (Kind.PERSON.sheet, Kind.ORGANISATION.sheet, Kind.PLACE.sheet)
_SITE_FILES: Final = (SETTINGS, ABOUT, AUTHORS, *SHARED)
_OF_A_LOOK: Final = (".svg", ".png", ".woff2")
# One byte more than a file may have is enough to know that it has too many.
_READ_AT_MOST: Final = MAX_BYTES + 1
_MAX_PICTURE: Final = 50_000_000
_LONGEST_SLUG: Final = 80
# Addresses of the site's own pages, and names that Windows keeps for devices.
_RESERVED: Final = SECTIONS.union(
    "about all assets authors corrections data facts feed index schemas static 404".split()
)
_DEVICES: Final = compile_later(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
# What editors, file managers and version control leave beside the files of an author.
_IGNORED: Final = compile_later(r"\..*|.*~|#.*#|Thumbs\.db|desktop\.ini|.*\.(swp|swo|bak|tmp|orig)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFile:
    """A picture on the disk, which is read only when it is published: a site may have thousands.

    `stamp` is another whenever the file was changed.
    """

    path: Path
    stamp: str

    def read(self) -> bytes:
        return self.path.read_bytes()

    def digest(self) -> str:
        """Of its bytes; its stamp where it cannot be read, which is found out later."""
        try:
            return sha256(self.read()).hexdigest()
        except OSError:
            return self.stamp


# A value of YAML as it was written, without its place.
AsWritten = str | None | list["AsWritten"] | dict[str, "AsWritten"]


@dataclass(frozen=True, slots=True)
class SharedEntry:
    """What the site's own sheets have of someone or something, as written; no fields if it cannot be read."""

    kind: Kind
    fields: Mapping[str, AsWritten] | None


_WORD_LIKE_AN_ID: Final = re.compile(rb"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class Folder:
    """One briefing's files as bytes; `shown_as` is the folder as the editor would type it.

    `images` are its pictures, by their names from `images/` on (composed: NFC). `refused` are the
    names in it that cannot be read, and what the misspelt ones were meant to be; `problems`
    concern its names and links. `shared` are the records of the site's own sheets that its sheets may
    name, by their ids, and `shared_from` tells those sheets from others.
    """

    slug: str
    shown_as: str
    files: Mapping[str, bytes]
    images: Mapping[str, ImageFile] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    shared: Mapping[str, SharedEntry] = field(default_factory=dict)
    shared_from: str = ""

    def may_name(self, ids: frozenset[bytes]) -> Iterator[str]:
        """Those of the ids that are in its sheets, as an id or as a word."""
        sheets = (data for name, data in self.files.items() if name in SHEETS)
        found = {word for data in sheets for word in _WORD_LIKE_AN_ID.findall(data)}
        yield from sorted(each.decode() for each in found & ids)

    def with_images_by_content(self) -> Self:
        """The same on any machine: its pictures are known by their bytes, not by their times."""
        images = {name: replace(image, stamp=image.digest()) for name, image in self.images.items()}
        return replace(self, images=images) if images else self

    @cached_property
    def digest(self) -> str:
        images = (f"{name} {image.stamp}" for name, image in sorted(self.images.items()))
        lent = (f"{own} {entry.kind} {entry.fields}" for own, entry in sorted(self.shared.items()))
        names = " ".join([self.shown_as, *sorted(self.refused), *images, *lent])
        whole = sha256(names.encode("utf-8", "surrogatepass"))
        for name in sorted(self.files):
            whole.update(f" {name} {len(self.files[name])} ".encode() + self.files[name])
        return whole.hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSource:
    """The content as bytes, and what is wrong with its names and links; `settings` is site.yaml.

    `look` are the files of its look, by their names from `look/` on; `words` are its own pages
    (`pages/contact.md`) and what it says of itself. `others` are the slugs of briefings that are there
    and were not asked for.
    """

    shown_as: str
    settings: bytes | None
    folders: tuple[Folder, ...]
    problems: tuple[Problem, ...]
    look: Mapping[str, bytes] = field(default_factory=dict)
    words: Mapping[str, bytes] = field(default_factory=dict)
    others: frozenset[str] = frozenset()

    def choose(self, slugs: Collection[str]) -> Self:
        """The same with the briefings of these slugs alone, and what is wrong with them."""
        chosen = tuple(folder for folder in self.folders if folder.slug in slugs)
        own = {f"{self.shown_as}/{name}" for name in (*_SITE_FILES, LOOK_FOLDER, PAGES)}
        problems = [
            problem
            for problem in self.problems
            if not own.isdisjoint((problem.position.path, problem.position.path.rpartition("/")[0]))
        ]
        problems += [problem for folder in chosen for problem in folder.problems]
        others = frozenset(folder.slug for folder in self.folders if folder.slug not in slugs)
        return replace(self, folders=chosen, problems=sort_problems(problems), others=others)


def read_site(
    content: Path, shown_as: str = "", known: Callable[[str], Folder | None] = lambda _: None
) -> SiteSource:
    """Every file of the content, in an order that does not depend on the disk.

    Folders that are `known`, by their name, are not read. Raises NotADirectoryError or
    FileNotFoundError if `content` is not a folder.
    """
    shown = shown_as or show_path(content)
    entries = _entries(content)
    problems = [*_collisions(entries, shown)]
    folders: list[Folder] = []
    own: dict[str, bytes] = {}
    for entry in entries:
        position = Position(path=f"{shown}/{_shown(entry)}")
        if problem := _refused_link(entry, position):
            problems.append(problem)
        elif entry.is_dir() and entry.name in (LOOK_FOLDER, PAGES):
            read = _read_pages if entry.name == PAGES else _read_look
            problems += read(entry, position, own)
        elif entry.is_dir():
            folders.append(known(entry.name) or _read_folder(Path(entry.path), position))
        elif entry.name not in _SITE_FILES:
            problems.append(_unknown_beside(position, _shown(entry)))
        elif isinstance(data := _read(entry, position), Problem):
            problems.append(data)
        else:
            own[entry.name] = data
    problems += (problem for folder in folders for problem in folder.problems)
    if not folders and not problems:
        problems.append(_no_briefing(shown))
    return SiteSource(
        shown_as=shown,
        settings=own.pop(SETTINGS, None),
        folders=tuple(folders),
        problems=sort_problems(problems),
        look={name: data for name, data in own.items() if name.startswith(f"{LOOK_FOLDER}/")},
        words={name: data for name, data in own.items() if name.endswith(_OF_WORDS)},
    )


def read_one_folder(content: Path, slug: str = "") -> SiteSource:
    """The site with the folder of one briefing, or none, and of its own files those that matter to that.

    What cannot be read is not in it.
    """
    shown = show_path(content)
    entries = {entry.name: entry for entry in _entries(content)}
    folder = entries.get(slug)
    own = {
        name: data
        for name in (SETTINGS, *SHARED)
        if name in entries
        and not entries[name].is_symlink()
        and isinstance(data := _read(entries[name], Position(path=f"{shown}/{name}")), bytes)
    }
    is_folder = folder is not None and folder.is_dir() and not folder.is_symlink()
    return SiteSource(
        shown_as=shown,
        settings=own.pop(SETTINGS, None),
        folders=(_read_folder(Path(folder.path), Position(path=f"{shown}/{slug}")),)
        if folder and is_folder
        else (),
        problems=(),
        words=own,
    )


def _no_briefing(shown: str) -> Problem:
    fix = f"make a folder in {shown} with an {ARTICLE} in it"
    return Problem(Position(path=shown), Rule.FILE_MISSING, "there is no briefing here", fix)


def show_path(path: Path) -> str:
    """A path as the editor would type it: relative to the working directory if it is below it."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - a link must keep its own name
    here = Path.cwd()
    near = whole.relative_to(here) if whole.is_relative_to(here) else whole
    return near.as_posix().encode("utf-8", "replace").decode()  # as in `_shown`


def is_left_behind(name: str) -> bool:
    """Whether a file or folder of that name is not content, but was left there by a program."""
    return _IGNORED.fullmatch(name) is not None


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        kept = [entry for entry in found if not is_left_behind(entry.name)]
    return sorted(kept, key=lambda entry: entry.name)


def _shown(entry: os.DirEntry[str] | Path) -> str:
    """A name as it can be printed: bytes that are not UTF-8 become question marks."""
    return entry.name.encode("utf-8", "replace").decode()


def _read(entry: os.DirEntry[str], position: Position) -> bytes | Problem:
    try:
        with Path(entry.path).open("rb") as file:
            return file.read(_READ_AT_MOST)
    except OSError as error:
        return _unreadable(position, error)


def _unreadable(position: Position, error: OSError) -> Problem:
    found = f"it cannot be opened: {error.strerror or error}"
    return Problem(position, Rule.FILE_UNREADABLE, found, "check its permissions")


def read_folder(path: Path, shown_as: str) -> Folder:
    """One briefing; `shown_as` is the content, as the editor would type it."""
    return _read_folder(path, Position(path=f"{shown_as}/{_shown(path)}"))


def _read_folder(folder: Path, position: Position) -> Folder:
    problems = [*refused_name(_shown(folder), position)]
    try:
        entries = _entries(folder)
    except OSError as error:
        entries = []
        problems.append(_unreadable(position, error))
    problems += _collisions(entries, position.path)
    names = {inner.name for inner in entries}
    files: dict[str, bytes] = {}
    images: dict[str, ImageFile | None] = {}
    for inner in entries:
        spot = Position(path=f"{position.path}/{_shown(inner)}")
        if problem := _refused_link(inner, spot):
            problems.append(problem)
        elif inner.name == STORED_TEXTS and inner.is_dir():
            problems += _read_stored_texts(inner, spot, files)
        elif inner.name == IMAGES and inner.is_dir():
            problems += _find_images(inner, spot, images)
        elif inner.name not in _BRIEFING_FILES or not inner.is_file():
            problems.append(_unknown_in_briefing(spot, inner, names))
        elif isinstance(data := _read(inner, spot), Problem):
            problems.append(data)
        else:
            files[inner.name] = data
    unread = names - files.keys()
    unread |= {name for name, image in images.items() if image is None}
    return Folder(
        slug=_shown(folder),
        shown_as=position.path,
        files=files,
        images={name: image for name, image in images.items() if image},
        refused=frozenset(unread | {meant for name in unread for meant in _meant(name, names)}),
        problems=tuple(problems),
    )


def _inside(
    entry: os.DirEntry[str], position: Position
) -> Iterator[Problem | tuple[os.DirEntry[str], str, Position]]:
    """What a folder has, each with its name and position, and what is wrong with it."""
    try:
        entries = _entries(Path(entry.path))
    except OSError as error:
        yield _unreadable(position, error)
        return
    yield from _collisions(entries, position.path)
    for inner in entries:
        name = _shown(inner)
        spot = Position(path=f"{position.path}/{name}")
        yield _refused_link(inner, spot) or (inner, name, spot)


def _read_stored_texts(
    entry: os.DirEntry[str], position: Position, files: dict[str, bytes]
) -> Iterator[Problem]:
    """Adds the files of a briefing's folder of source texts to its `files`."""
    for item in _inside(entry, position):
        if isinstance(item, Problem):
            yield item
            continue
        inner, name, spot = item
        if not inner.is_file():
            found = f"‘{name}’ is a folder within {STORED_TEXTS}"
            yield Problem(spot, Rule.FILE_UNKNOWN, found, f"move its files into {STORED_TEXTS}")
        elif isinstance(data := _read(inner, spot), Problem):
            yield data
        else:
            files[f"{STORED_TEXTS}/{name}"] = data


def _read_look(
    entry: os.DirEntry[str], position: Position, files: dict[str, bytes]
) -> Iterator[Problem]:
    """Adds what a site's look is made of to `files`."""
    for item in _inside(entry, position):
        if isinstance(item, Problem):
            yield item
            continue
        inner, name, spot = item
        if not inner.is_file() or not name.endswith(_OF_A_LOOK):
            found = f"‘{name}’ is nothing that a look is made of, which are files in .svg, .png or .woff2"
            fix = f"move it out of {LOOK_FOLDER}; a briefing needs a folder of another name"
            yield Problem(spot, Rule.FILE_UNKNOWN, found, fix)
        elif isinstance(data := _read(inner, spot), Problem):
            yield data
        elif len(data) == _READ_AT_MOST:
            found = f"the file has more than {MAX_BYTES / 1e6:.0f} MB"
            yield Problem(spot, Rule.FILE_SIZE, found, "save it smaller")
        else:
            files[f"{LOOK_FOLDER}/{name}"] = data


def _read_pages(
    entry: os.DirEntry[str], position: Position, files: dict[str, bytes]
) -> Iterator[Problem]:
    """Adds the site's own pages to `files`."""
    for item in _inside(entry, position):
        if isinstance(item, Problem):
            yield item
            continue
        inner, name, spot = item
        if name == ARTICLE:
            found = f"the folder {PAGES} is for the site's own pages, and has an {ARTICLE}"
            yield Problem(spot, Rule.FILE_NAME, found, "rename the folder of the briefing")
        elif not inner.is_file() or not name.endswith(_PAGE):
            found = f"‘{name}’ is not a page, which is a file in {_PAGE}"
            yield Problem(spot, Rule.FILE_UNKNOWN, found, f"move it out of {PAGES}")
        elif refused := [*_refused_page(name.removesuffix(_PAGE), spot)]:
            yield from refused
        elif isinstance(data := _read(inner, spot), Problem):
            yield data
        else:
            files[f"{PAGES}/{name}"] = data


def _refused_page(name: str, position: Position) -> Iterator[Problem]:
    """Why a page cannot have that name, which is its address."""
    for problem in refused_name(name, position):
        fix = problem.fix.replace("the folder", "the file").replace("-briefing", "-us")
        if name == ABOUT.removesuffix(_PAGE):
            fix = f"move it to {ABOUT}, beside {SETTINGS}, without its front matter"
        yield replace(problem, fix=fix)


def _find_images(
    entry: os.DirEntry[str], position: Position, images: dict[str, ImageFile | None]
) -> Iterator[Problem]:
    """Adds the pictures of a briefing, each by its name; None for one that is refused."""
    try:
        entries = _entries(Path(entry.path))
    except OSError as error:
        yield _unreadable(position, error)
        return
    yield from _collisions(entries, position.path)
    for inner in entries:
        name = f"{IMAGES}/{unicodedata.normalize('NFC', _shown(inner))}"
        image = _find_image(inner, Position(path=f"{position.path}/{_shown(inner)}"))
        images[name] = None if isinstance(image, Problem) else image
        if isinstance(image, Problem):
            yield image


def _find_image(entry: os.DirEntry[str], position: Position) -> ImageFile | Problem:
    if problem := _refused_link(entry, position):
        return problem
    if not entry.is_file():
        found = f"‘{_shown(entry)}’ is a folder within {IMAGES}"
        return Problem(position, Rule.FILE_UNKNOWN, found, f"move its files into {IMAGES}")
    status = entry.stat()
    if status.st_size > _MAX_PICTURE:
        found = f"the file has {status.st_size / 1e6:,.0f} MB; a picture may have 50"
        return Problem(position, Rule.FILE_SIZE, found, "save it 3,000 pixels wide, or as a JPEG")
    if not os.access(entry.path, os.R_OK):
        return Problem(
            position, Rule.FILE_UNREADABLE, "it cannot be opened", "check its permissions"
        )
    stamp = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
    return ImageFile(path=Path(entry.path).resolve(), stamp=stamp)


# What names may be


def _refused_link(entry: os.DirEntry[str], position: Position) -> Problem | None:
    """A link out of the content would publish what nobody put there; a pipe would never end."""
    if entry.is_symlink() or getattr(entry, "is_junction", bool)():
        found, fix = f"‘{_shown(entry)}’ is a symbolic link", "put the file or folder itself here"
        return Problem(position, Rule.FILE_LINK, found, fix)
    mode = entry.stat(follow_symlinks=False).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        found = f"‘{_shown(entry)}’ is not an ordinary file"
        return Problem(position, Rule.FILE_UNKNOWN, found, "remove it")
    return None


def refused_name(name: str, position: Position) -> Iterator[Problem]:
    """Why a name cannot be a briefing's folder, and so its address; nothing if it can."""
    if not SLUG.fullmatch(name):
        better = _slug(name)
        found = f"‘{name}’ cannot be an address"
        fix = f"rename the folder{f' to {better}' if better else ', using a-z, 0-9 and hyphens'}"
        yield Problem(position, Rule.FILE_NAME, found, fix)
    elif name in _RESERVED:
        found = f"‘{name}’ is the address of another page of the site"
        fix = f"rename the folder, for example to {name}-briefing"
        if name in SECTIONS:
            fix += f", and write `formerly: {name}` in its front matter if it was published"
        yield Problem(position, Rule.FILE_NAME, found, fix)
    else:
        yield from unportable_name(name, position)


def unportable_name(name: str, position: Position) -> Iterator[Problem]:
    """Why some disks cannot have a folder of that name, although its letters are allowed."""
    if _DEVICES.fullmatch(name):
        found = f"‘{name}’ is a device on Windows, where no folder can have that name"
        fix = f"rename the folder, for example to {name}-briefing"
        yield Problem(position, Rule.FILE_NAME, found, fix)
    elif len(name) > _LONGEST_SLUG:
        found = f"the name has {len(name)} characters"
        fix = f"shorten it to {_LONGEST_SLUG} at most"
        yield Problem(position, Rule.FILE_NAME, found, fix)


def _slug(name: str) -> str:
    """The nearest name that can be an address; empty if no part of it can."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))[:_LONGEST_SLUG].strip("-")


def _collisions(entries: Iterable[os.DirEntry[str]], shown: str) -> Iterator[Problem]:
    """Names that other systems take for the same: composed (NFC) and without regard to case."""
    first: dict[str, str] = {}
    for name in map(_shown, entries):
        other = first.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if other != name:
            found = f"‘{name}’ and ‘{other}’ are the same name on Windows and macOS"
            position, fix = Position(path=f"{shown}/{name}"), "rename one of the two"
            related = Related(position=Position(path=f"{shown}/{other}"), note="the other")
            yield Problem(position, Rule.FILE_NAME, found, fix, (related,))


def _unknown_in_briefing(
    position: Position, entry: os.DirEntry[str], others: Collection[str]
) -> Problem:
    name, kind = _shown(entry), "folder" if entry.is_dir() else "file"
    fix = f"move it out of the folder; a briefing has {join_words(_BRIEFING_FILES)}"
    for meant in _meant(name, others) if kind == "file" else ():
        fix = f"rename it to {meant}, or move it out of the folder"
    if kind == "folder" and name.lower() in _OTHER_IMAGES:
        fix = f"rename it to {IMAGES}, or move it out of the folder"
    found = f"‘{name}’ is not a {kind} that a briefing can have"
    return Problem(position, Rule.FILE_UNKNOWN, found, fix)


# What else a sheet might be called, and how the names of files end on the way here.
_OTHERWISE: Final = {
    **dict.fromkeys(("events", "event", "dates", "chronology"), "timeline"),
    **dict.fromkeys(("numbers", "values", "statistics"), "figures"),
    **dict.fromkeys(("persons", "person"), "people"),
    **dict.fromkeys(("quotes", "quote"), "quotations"),
    **dict.fromkeys(("orgs", "groups"), "organisations"),
    **dict.fromkeys(("text", "story", "index"), "article"),
}
_OTHER_IMAGES: Final = frozenset("image images img media photos pics pictures".split())
_ENDING: Final = compile_later(r"(\.(md|markdown|mdown|mkd|ya?ml|txt))+$")


def _meant(name: str, others: Collection[str]) -> Iterator[str]:
    """The file of a briefing that a name was meant to be, unless that one is there as well."""
    stem = _ENDING.sub("", name.lower())
    if stem == name.lower():
        return
    stems = {known.partition(".")[0]: known for known in _BRIEFING_FILES}
    close = [_OTHERWISE[stem]] if stem in _OTHERWISE else get_close_matches(stem, stems, 1, 0.7)
    yield from (stems[near] for near in close if stems[near] not in others)


def _unknown_beside(position: Position, name: str) -> Problem:
    found = f"file ‘{name}’ is beside the folders of the briefings"
    close = _nearest(name, _SITE_FILES)
    fix = f"remove it, or put it into {PAGES} if it is a page"
    if not name.endswith(_PAGE):
        fix = f"remove it; the files here are {join_words(_SITE_FILES)}"
    if close:
        fix = f"did you mean {close}?"
    if name in _BRIEFING_FILES:
        fix = "put it into the folder of its briefing"
    return Problem(position, Rule.FILE_UNKNOWN, found, fix)


def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    return next(iter(get_close_matches(name.lower(), known, n=1, cutoff=0.65)), None)
