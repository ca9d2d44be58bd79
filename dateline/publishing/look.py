"""The files of the look: templates, stylesheet, script, fonts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dateline.publishing.cache import digest

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, kw_only=True)
class LookFiles:
    """Templates and static files by their path within `templates/` and `static/`."""

    templates: Mapping[str, bytes]
    static: Mapping[str, bytes]

    @cached_property
    def digest(self) -> str:
        templates = (("template " + path, data) for path, data in self.templates.items())
        static = (("static " + path, data) for path, data in self.static.items())
        return digest([*templates, *static])


def look_folders() -> tuple[Path, Path]:
    """`templates` and `static`: beside the package in a checkout, inside it when installed."""
    home = _PACKAGE.parent if (_PACKAGE.parent / "templates").is_dir() else _PACKAGE
    return home / "templates", home / "static"


def read_look_files() -> LookFiles:
    templates, static = look_folders()
    return LookFiles(templates=_read(templates), static=_read(static))


def _read(folder: Path) -> Mapping[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
