"""The schemas in a site's folder, beside its content: which are out of date, and writing them."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from dateline.drafting.schemas.sheet_schemas import SCHEMAS, KnownIds, schema_files
from dateline.drafting.sheets.step_journal import write_file
from dateline.reading.content import read_one_folder
from dateline.reading.shared_sheets import parse_shared_sheets


class SchemasRefused(Exception):  # noqa: N818 - it says what happened
    """A schema was not written. The message is a sentence for the person at the keyboard."""


def outdated_schemas(site: Path, content: Path) -> Mapping[str, bytes]:
    """The schemas that the folder lacks or has otherwise, with what they should be for its content."""
    files = schema_files(read_known_ids(content))
    return {path: data for path, data in files.items() if not _is(site / path, data)}


def read_known_ids(content: Path) -> KnownIds:
    """The ids of the site’s own sheets, by their kind."""
    if not content.is_dir():
        return {}
    entries = parse_shared_sheets(read_one_folder(content)).entries.items()
    kinds = sorted({entry.kind for _, entry in entries})
    return {kind: sorted(own for own, each in entries if each.kind == kind) for kind in kinds}


def _is(path: Path, data: bytes) -> bool:
    try:
        # Git on Windows may have written the ends of lines otherwise.
        return path.read_bytes().replace(b"\r\n", b"\n") == data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def write_schemas(site: Path, files: Mapping[str, bytes]) -> None:
    """Write each of the files, whole or not at all. Raises SchemasRefused."""
    folder = site / SCHEMAS
    if folder.is_symlink():
        raise SchemasRefused(f"{folder} is a symbolic link; put a folder in its place")
    if folder.exists() and not folder.is_dir():
        raise SchemasRefused(f"{folder} is a file where a folder is needed; rename it")
    try:
        folder.mkdir(exist_ok=True)
        for path, data in files.items():
            _replace(site / path, data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SchemasRefused(f"{error.filename or folder}: {reason}") from None


def _replace(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.new")
    try:
        write_file(beside, data)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
