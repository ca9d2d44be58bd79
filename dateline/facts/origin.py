"""Where a record was written, so that every problem can name line and column."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.problems import Position

Key = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The place of a record and of everything in it.

    `values` and `keys` map the path below the record (`("evidence", 0, "words")`) to where that
    value, or the key that names it, begins.
    """

    position: Position
    values: Mapping[tuple[Key, ...], Position] = field(default_factory=dict)
    keys: Mapping[tuple[Key, ...], Position] = field(default_factory=dict)

    def of(self, *path: Key) -> Position:
        """The place of the value at `path`; of the nearest thing around it where there is none."""
        for length in range(len(path), 0, -1):
            if found := self.values.get(path[:length]):
                return found
        return self.position


NOWHERE = Origin(position=Position(path="-"))
