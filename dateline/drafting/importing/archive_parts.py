"""The parts of a .docx or .odt file: bounded before they are unpacked, and free of entities."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any, Final
from xml.etree.ElementTree import Element as XmlElement
from xml.etree.ElementTree import TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from dateline.drafting.importing.story import ImportRefused

_MOST_PARTS: Final = 5_000
_MOST_UNPACKED: Final = 30_000_000
_DEEPEST: Final = 200
_ENCRYPTED: Final = 1
_LONGEST_NUMBER: Final = 8
MOST_TEXT: Final = 1_000_000
_CELLS: Final = ("}tc", "}table-cell", "}covered-table-cell")
_MOST_CELLS: Final = 10_000
WIDEST: Final = 100


def open_packed(data: bytes, name: str) -> ZipFile:
    """The archive. Raises ImportRefused where it is broken, protected or leads out of itself."""
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        raise ImportRefused(f"{name} is broken: ask for it again") from None
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS:
        raise ImportRefused(
            f"{name} has more than {_MOST_PARTS:,} files in it, which no document has"
        )
    if any(map(_leads_out, parts)):
        raise ImportRefused(f"{name} has files in it that lead out of it, which no document has")
    return archive


def _leads_out(part: ZipInfo) -> bool:
    return part.filename.startswith("/") or ".." in part.filename.replace("\\", "/").split("/")


def read_parts(archive: ZipFile, wanted: Iterable[str], name: str) -> Mapping[str, bytes]:
    """The parts of those names that there are. Raises ImportRefused for what is too large or broken."""
    known = {part.filename: part for part in archive.infolist()}
    present = [known[part] for part in wanted if part in known]
    if any(part.flag_bits & _ENCRYPTED for part in present):
        raise ImportRefused(f"{name} is protected with a password: save it without one")
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in present):
        raise ImportRefused(f"{name} is packed as no document is: ask for it again")
    left = _MOST_UNPACKED
    if sum(part.file_size for part in present) > left:
        raise _too_large(name)
    read: dict[str, bytes] = {}
    for part in present:
        try:
            with archive.open(part) as file:
                read[part.filename] = file.read(left + 1)
        except (BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError):
            raise ImportRefused(f"{name} is broken: ask for it again") from None
        left -= len(read[part.filename])
        if left < 0:
            raise _too_large(name)
    return read


def _too_large(name: str) -> ImportRefused:
    return ImportRefused(f"{name} unpacks to more than {_MOST_UNPACKED // 1_000_000} MB of text")


def parse_xml(data: bytes, name: str) -> XmlElement:
    """The tree of a part, whose tags are `{namespace}name`. Raises ImportRefused.

    A document type may define entities, which can grow without end or read files: none is allowed.
    """
    builder, depth = TreeBuilder(), 0

    def begin(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ImportRefused(f"{name} has parts that are nested too deeply to be read")
        builder.start(_clark(tag), {_clark(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_clark(tag))

    def refuse(*_: Any) -> None:
        raise ImportRefused(f"{name} defines entities of XML, which no document needs")

    parser = ParserCreate(namespace_separator="}")
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the parameter has no name
    except ExpatError:
        raise ImportRefused(f"{name} is broken: ask for it again") from None
    return builder.close()


def check_length(tree: XmlElement, name: str) -> None:
    """Raises ImportRefused for more text, or cells of tables, than an article has."""
    if sum(map(len, tree.itertext())) > MOST_TEXT:
        raise ImportRefused(
            f"{name} has more than {MOST_TEXT // 1_000_000} MB of text: it is too long for an article"
        )
    cells = sum(_width(element) for element in tree.iter() if element.tag.endswith(_CELLS))
    if cells > _MOST_CELLS:
        raise ImportRefused(
            f"{name} has tables of more than {_MOST_CELLS:,} cells: it is too long for an article"
        )


def _width(cell: XmlElement) -> int:
    """How many cells one stands for."""
    repeated = (text for key, text in cell.items() if key.endswith("}number-columns-repeated"))
    return min(whole_number(next(repeated, ""), 1), WIDEST)


def whole_number(written: str, otherwise: int) -> int:
    """The number that an attribute has; `otherwise` where it has none, or one that no document has."""
    is_number = written.isdecimal() and len(written) <= _LONGEST_NUMBER
    return int(written) if is_number else otherwise


def _clark(name: str) -> str:
    return f"{{{name}" if "}" in name else name
