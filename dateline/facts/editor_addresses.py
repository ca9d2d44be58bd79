"""The address that opens a file at a line, in the editor of the one who sees the preview.

It has a local path in it, so it leads to a program on this machine and nowhere else.
"""

import re
from ipaddress import ip_address
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from dateline.facts.web_addresses import WEB, fault_of
from dateline.patterns import compile_later

USUAL_EDITOR: Final = "vscode://file/{path}:{line}:{column}"
EXPECTED_OF_EDITOR: Final = (
    "write an editor’s address with {path} and, where it takes them, {line} and {column}, "
    f"as {USUAL_EDITOR}"
)

# Visual Studio Code and the programs made from it: other hosts are extensions, and may do anything.
_CODES: Final = frozenset({
    *("vscode", "vscode-insiders", "vscodium", "code-oss", "cursor", "windsurf", "positron"),
    *("trae", "kiro", "antigravity"),
})  # fmt: skip
_JETBRAINS: Final = frozenset({
    *("jetbrains", "idea", "pycharm", "webstorm", "phpstorm", "rubymine", "goland", "clion"),
    *("rider", "rustrover", "dataspell", "fleet"),
})  # fmt: skip
_OTHERS: Final = frozenset({
    *("subl", "zed", "txmt", "mvim", "nvim", "emacs", "x-emacs", "x-bbedit", "nova", "atom"),
    *("pulsar", "netbeans", "editor"),
})  # fmt: skip
EDITORS: Final = _CODES | _JETBRAINS | _OTHERS
_GAP: Final = compile_later(r"\{(path|line|column)\}")
_FILE_HERE: Final = compile_later(r"file://(?:localhost)?/?(?=\{path\})")


def fault_of_editor(address: str) -> str:
    """What is wrong with the address of an editor, as a clause; "" if nothing is."""
    if fault := fault_of(address, EDITORS | WEB):
        return fault
    if "{path}" not in address:
        return "it has no {path}"
    if unknown := re.search(r"[{}][^{}]*\}?", _GAP.sub("", address)):
        return f"nothing fills “{unknown[0]}”"
    is_here = _is_loopback if urlsplit(address).scheme in WEB else _is_of_program
    return (
        "" if is_here(address) else "it may lead to another machine, which would learn your paths"
    )


def _is_loopback(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _is_of_program(address: str) -> bool:
    """Whether the program would look for the path on this machine."""
    parts = urlsplit(address)
    if parts.scheme in _CODES:
        is_wsl = parts.netloc == "vscode-remote" and parts.path.startswith("/wsl+")
        is_file = parts.netloc == "file" or is_wsl
    else:  # zed://ssh/… and jetbrains://gateway/… connect to a server
        is_file = parts.netloc.partition("{")[0] not in ("ssh", "gateway")
    # Another address, a share of a network, a host: ?url=https://server/{path}, /ssh:server:{path}.
    inner = _FILE_HERE.sub("", unquote(address.partition(":")[2].removeprefix("//")))
    return is_file and not re.search(r"//|\\|[@%]|:.*\{path\}", inner)


def address_in_editor(template: str, path: str, *, line: int, column: int) -> str:
    """The address that opens `path`, which is absolute, at a line and column counted from 1."""
    # A path that begins with a slash needs no second one where the address has it: file/{path}.
    start = path.removeprefix("/") if re.search(r"(?<!/)/\{path\}", template) else path
    place = {"path": quote(start, safe="/:"), "line": str(line), "column": str(column)}
    return _GAP.sub(lambda gap: place[gap[1]], template)
