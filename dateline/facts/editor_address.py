"""The address that opens a file in an editor, as a template with the place left open."""

import re
from typing import Final
from urllib.parse import quote

EXPECTED: Final = (
    "write an editor’s address with {path} and, where it takes them, {line} and {column}, "
    "as vscode://file/{path}:{line}:{column}"
)
USUAL: Final = "vscode://file/{path}:{line}:{column}"

# A program on this machine: not a script, nor a server elsewhere, which would learn local paths.
_OTHERS: Final = r"javascript:|vbscript:|data:|https?:(?!//(?:localhost|127\.0\.0\.1)[:/])"
_SCHEME: Final = re.compile(rf"(?!{_OTHERS})[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
_GAP: Final = re.compile(r"\{(path|line|column)\}")


def is_editor_address(text: str) -> bool:
    """Whether `text` is an address with a gap for the path, and no other braces than the gaps'."""
    filled = _GAP.sub("", text)
    return bool(_SCHEME.fullmatch(text)) and "{path}" in text and not re.search("[{}]", filled)


def address_in_editor(template: str, path: str, *, line: int, column: int) -> str:
    """The address that opens `path`, which is absolute, at a line and column counted from 1."""
    # A path that begins with a slash needs no second one where the address has it: file/{path}.
    start = path.removeprefix("/") if re.search(r"(?<!/)/\{path\}", template) else path
    place = {"path": quote(start, safe="/:"), "line": str(line), "column": str(column)}
    return _GAP.sub(lambda gap: place[gap[1]], template)
