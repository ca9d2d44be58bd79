"""A table whose columns are named as those of a download, and what a download has now."""

from collections.abc import Mapping

from dateline.facts.kinds import Kind
from dateline.frozen import dataclass
from dateline.problems import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRow:
    """The cells of a row by the name of their column, and where each of them is."""

    position: Position
    cells: Mapping[str, str]
    places: Mapping[str, Position]

    def place(self, column: str) -> Position:
        return self.places.get(column, self.position)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTable:
    """The rows of a worksheet as facts of a kind; `unread` are its columns that mean nothing here.

    One that `is_added` was made of what the rows of others name.
    """

    kind: Kind
    path: str
    rows: tuple[NamedRow, ...]
    unread: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    is_added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloaded:
    """What a table of the briefing would have if it was downloaded now: its rows by their ids."""

    columns: tuple[str, ...]
    rows: Mapping[str, Mapping[str, str]]
