"""A sheet's bytes as text that can be edited, with its line endings and its byte order mark kept."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from dateline.frozen import dataclass

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class SheetText:
    """`content` is the text with lines that end in a line feed; places are offsets in it."""

    raw: str
    has_bom: bool = False

    @classmethod
    def of(cls, data: bytes) -> SheetText:
        return cls(data.removeprefix(_BOM).decode("utf-8"), data.startswith(_BOM))

    @property
    def data(self) -> bytes:
        return (_BOM if self.has_bom else b"") + self.raw.encode("utf-8")

    @cached_property
    def content(self) -> str:
        return self.raw.replace("\r\n", "\n")

    @cached_property
    def _returns(self) -> list[int]:
        """The places of the line feeds that have a carriage return before them."""
        found, at = list[int](), self.raw.find("\r\n")
        while at >= 0:
            found.append(at - len(found))
            at = self.raw.find("\r\n", at + 2)
        return found

    @property
    def _newline(self) -> str:
        """The ending of most lines."""
        return "\r\n" if 2 * len(self._returns) > self.content.count("\n") else "\n"

    def splice(self, start: int, end: int, text: str) -> SheetText:
        """The same with `text` in place of what is from `start` to before `end`."""
        first, last = (at + bisect_left(self._returns, at) for at in (start, end))
        written = text.replace("\n", self._newline)
        return SheetText(self.raw[:first] + written + self.raw[last:], self.has_bom)

    def line_start(self, at: int) -> int:
        return self.content.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Where the line feed of the line is, or the text ends."""
        end = self.content.find("\n", at)
        return len(self.content) if end < 0 else end

    def without_lines(self, start: int, end: int) -> SheetText:
        """The same without whole lines, from that of `start` to that of `end`.

        A text without a final line feed has none after that either.
        """
        first, last = self.line_start(start), self.line_end(end)
        if last < len(self.content):
            last += 1
        elif first:
            first -= 1
        return self.splice(first, last, "")
