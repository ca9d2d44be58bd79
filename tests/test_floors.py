"""A floor imports only floors above it in docs/architecture.md."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "dateline"
FLOORS = [
    "problems",
    "facts",
    "reading",
    "drawing",
    "checking",
    "pages",
    "publishing",
    "preview",
    "cli",
]


def floor_of(module: str) -> str:
    return module.split(".")[1] if module.count(".") else ""


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return {one for one in found if one.startswith("dateline.")}


def test_no_floor_leans_on_one_below_it() -> None:
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        here = path.relative_to(PACKAGE).with_suffix("").parts[0]
        if here not in FLOORS:
            continue
        for module in imports(path):
            there = floor_of(module)
            if there in FLOORS and FLOORS.index(there) > FLOORS.index(here):
                wrong.append(f"{path.relative_to(PACKAGE)} imports {module}")
    assert wrong == []
