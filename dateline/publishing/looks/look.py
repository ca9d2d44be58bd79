"""The files of the look: templates, stylesheet, script, fonts; the program's, and a site's own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from dateline import PACKAGE
from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.problems import Position, Problem, Rule
from dateline.reading.content import is_left_behind, show_path

TEMPLATES: Final = "templates"
STATIC: Final = "static"
_TEXTS: Final = (".j2", ".css", ".js", ".svg")
# What a site may add, rather than put in the place of something; other templates are checked later.
_MAY_BE_NEW: Final = compile_later(
    r"templates/.+|static/(style/components/[^/]+\.css|script/[^/]+\.js|fonts/[^/]+\.woff2)"
)
_MOST_BYTES: Final = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class LookFiles:
    """Templates and static files by their path within `templates/` and `static/`.

    `places` are those of the site's own: where they are, as an editor would type it, by their path
    from `templates/` or `static/` on.
    """

    templates: Mapping[str, bytes]
    static: Mapping[str, bytes]
    places: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def look_folders() -> tuple[Path, Path]:
    """`templates` and `static`: inside the package when installed, beside it in a checkout.

    What is beside an installed package is another's.
    """
    home = PACKAGE if (PACKAGE / TEMPLATES).is_dir() else PACKAGE.parent
    return home / TEMPLATES, home / STATIC


def own_folders(content: Path) -> tuple[Path, ...]:
    """The folders beside the content whose files stand in for the program's of the same name.

    In a checkout, those beside its own content are the program's.
    """
    ours = [folder.resolve() for folder in look_folders()]
    beside = (content.resolve().parent / name for name in (TEMPLATES, STATIC))
    return tuple(folder for folder in beside if folder.resolve() not in ours)


def read_look_files(content: Path | None = None) -> LookFiles:
    """The program's files and, in their place, those beside the content that can be read."""
    files: dict[str, dict[str, bytes]] = {TEMPLATES: {}, STATIC: {}}
    places: dict[str, str] = {}
    problems: list[Problem] = []
    own = own_folders(content) if content else ()
    for folder in (*look_folders(), *own):
        for path in _paths(folder):
            name = path.relative_to(folder).as_posix()
            place = show_path(path) if folder in own else f"{folder.name}/{name}"
            is_text = folder.name == TEMPLATES or path.suffix in _TEXTS
            data = _read_file(path, Position(path=place), is_text=is_text)
            if isinstance(data, Problem):
                problems.append(data)
                continue
            known = name in files[folder.name] or _MAY_BE_NEW.fullmatch(f"{folder.name}/{name}")
            if folder in own and not known:
                problems.append(_unknown(place, name, files[STATIC]))
            files[folder.name][name] = data
            if folder in own:
                places[f"{folder.name}/{name}"] = place
    return LookFiles(
        templates=files[TEMPLATES], static=files[STATIC], places=places, problems=tuple(problems)
    )


def _paths(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(map(is_left_behind, path.relative_to(folder).parts)):
            yield path


def _unknown(place: str, name: str, known: Iterable[str]) -> Problem:
    close = get_close_matches(name, known, n=1, cutoff=0.6)
    found = "the program has no file of this name, so nothing uses it"
    fix = f"did you mean {close[0]}?" if close else "move it out of the folder"
    return Problem(Position(path=place), Rule.LOOK_UNUSED, found, fix)


def _read_file(path: Path, position: Position, *, is_text: bool) -> bytes | Problem:
    try:
        if path.stat().st_size > _MOST_BYTES:
            found, fix = "the file has more than 2 MB", "save it smaller"
            return Problem(position, Rule.FILE_SIZE, found, fix)
        data = path.read_bytes()
    except OSError as error:
        found = f"it cannot be opened: {error.strerror or error}"
        return Problem(position, Rule.FILE_UNREADABLE, found, "check its permissions")
    return (_not_utf8(data, position.path) if is_text else None) or data


def _not_utf8(data: bytes, path: str) -> Problem | None:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = error.start - data.rfind(b"\n", 0, error.start)
        found, fix = f"byte {byte} of this line is not UTF-8", "save the file as UTF-8"
        return Problem(Position(path=path, line=line), Rule.TEMPLATE_ERROR, found, fix)
    return None
