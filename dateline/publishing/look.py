"""The files of the look: templates, stylesheet, script, fonts."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class LookFiles:
    """Templates and static files by their path within `templates/` and `static/`."""

    templates: Mapping[str, bytes]
    static: Mapping[str, bytes]


def look_folders() -> tuple[Path, Path]:
    """`templates` and `static`: inside the package when installed, beside it in a checkout.

    What is beside an installed package is another's.
    """
    home = PACKAGE if (PACKAGE / "templates").is_dir() else PACKAGE.parent
    return home / "templates", home / "static"


def read_look_files() -> LookFiles:
    templates, static = look_folders()
    return LookFiles(templates=_read(templates), static=_read(static))


def _read(folder: Path) -> Mapping[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
