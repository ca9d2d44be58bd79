"""The parts of a packed workbook, unpacked within bounds, and what its readers share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Final
from xml.etree.ElementTree import Element as XmlElement
from zipfile import ZipFile

from dateline.drafting.importing.archive_parts import open_packed, parse_xml, read_parts
from dateline.drafting.importing.story import ImportRefused
from dateline.drafting.spreadsheets.grid import GridRow, SpreadsheetRefused
from dateline.facts.phrasing import join_words
from dateline.frozen import dataclass

MAX_PART: Final = 12_000_000
MAX_PARTS: Final = 30_000_000
_SHOWN: Final = 8


@dataclass(slots=True, kw_only=True)
class SheetOddities:
    """What an editor should know of how a worksheet was read."""

    hidden: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    percent: list[str] = field(default_factory=list)

    def remarks(self, path: str) -> tuple[str, ...]:
        said = (
            (self.hidden, "is hidden, and was read as any other"),
            (self.merged, "is merged: only its first cell has the text"),
            (self.percent, "is shown in percent, and was read so: 5% is 5"),
        )
        return tuple(f"{path}: {_listed(spots)} {words}" for spots, words in said if spots)


def _listed(spots: Sequence[str]) -> str:
    more = f" (and {len(spots) - _SHOWN} more)" if len(spots) > _SHOWN else ""
    return join_words(spots[:_SHOWN]) + more


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedWorkbook:
    """The archive of a workbook; `path` is the file as messages name it."""

    archive: ZipFile
    path: str

    @classmethod
    def of(cls, data: bytes, path: str) -> "PackedWorkbook":
        try:
            return cls(archive=open_packed(data, path), path=path)
        except ImportRefused as error:
            raise SpreadsheetRefused(str(error)) from None

    def __contains__(self, name: str) -> bool:
        return name in self.archive.namelist()

    def tree(self, name: str) -> XmlElement | None:
        """The part of that name; None where there is none. Raises SpreadsheetRefused."""
        if name not in self:
            return None
        self._check_size([name], MAX_PART)
        try:
            return parse_xml(read_parts(self.archive, [name], self.path)[name], self.path)
        except ImportRefused as error:
            raise SpreadsheetRefused(str(error)) from None

    def check_sizes(self, names: Iterable[str]) -> None:
        """Raises SpreadsheetRefused for parts that are too much together; one may be named twice."""
        self._check_size(names, MAX_PARTS)

    def _check_size(self, names: Iterable[str], most: int) -> None:
        size = sum(self.archive.getinfo(name).file_size for name in names if name in self)
        if size > most:
            raise SpreadsheetRefused(
                f"{self.path} unpacks to {size / 1e6:,.0f} MB, which is more than a briefing can be: "
                "copy the rows that you need into a new file"
            )


def row_of_cells(number: int, cells: Mapping[int, str]) -> GridRow:
    """A row by the places of its cells."""
    last = max(cells, default=-1)
    return GridRow(number, tuple(cells.get(place, "") for place in range(last + 1)))
