"""A floor imports only floors above it in docs/architecture.md, and imports are not circular."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "dateline"
FLOORS = [
    "frozen",
    "signs",
    "patterns",
    "problems",
    "own_folder",
    "words",
    "facts",
    "language",
    "reading",
    "drawing",
    "checking",
    "drafting",
    "pages",
    "publishing",
    "preview",
    "starting",
    "printing",
    "verbs",
    "cli",
]

# In `checking/`, from the top; every other file there is a check of its own, or puts them together.
CHECKS = ["basis", "agreement", "derived", "claims", "coverage"]

# In rooms of `checking/`, from the top; files beside them come after them.
INNER_CHECKS = {
    "agreement": ["quantities", "dates", "speakers"],
    "claims": ["grounds", "reckoning", "matching", "rivals", "times", "judging"],
}

# In `drafting/`, from the top.
DRAFTING = ["importing", "sheets", "proposing", "deciding", "spreadsheets", "schemas"]

# In `publishing/`, from the top; files beside them are the line of a build.
PUBLISHING = ["keeping", "images", "looks", "linking", "writing", "comparing"]

# In a language, from the top; files beside them are words and habits that all rooms share.
GRAMMAR = ["dates", "quantities", "names", "speakers", "headlines"]

# In `pages/`, from the top; every other file there is a page that people read, but for those
# across briefings, and the last, which put pages and files together.
ROOMS = [
    [
        *("addresses", "inline", "listed_events", "numeral", "once_a_fact", "operands"),
        *("picture", "reports", "row", "summary"),
    ],
    ["edition"],
    ["text"],
    ["cards"],
    ["machines"],
    ["search"],
    ["data"],
    ["navigation"],
    ["shell"],
    ["<page>"],
    ["archive"],
    ["contract", "editor_view", "plan", "summarise"],
]


def floor_of(module: str) -> str:
    return module.split(".")[1] if module.count(".") else ""


def named(module: str, name: str) -> str:
    """The module that `from module import name` imports: `name` may itself be a module."""
    inner = PACKAGE.parent.joinpath(*module.split("."), name)
    is_module = inner.is_dir() or inner.with_suffix(".py").exists()
    return f"{module}.{name}" if is_module else module


def imports(path: Path) -> set[str]:
    """The modules that a file imports anywhere, even only for types."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {named(node.module, alias.name) for alias in node.names}
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return {module for module in found if module.startswith("dateline.")}


def test_no_floor_imports_one_below_it() -> None:
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


def room_of(module: str) -> int:
    """The place of a module of `pages/` among the rooms, by its name after `dateline.pages.`."""
    name = module.split(".")[2]
    found = [place for place, names in enumerate(ROOMS) if name in names]
    return found[0] if found else ROOMS.index(["<page>"])


def test_no_room_of_the_pages_leans_on_one_below_it() -> None:
    wrong = [
        f"{module_of(path)} imports {module}"
        for path in PACKAGE.joinpath("pages").rglob("*.py")
        if path.name != "__init__.py"
        for module in imports(path)
        if module.startswith("dateline.pages.") and room_of(module) > room_of(module_of(path))
    ]
    assert wrong == []


def test_no_room_of_the_checks_leans_on_one_below_it() -> None:
    wrong = [
        f"{module_of(path)} imports {module}"
        for path in PACKAGE.joinpath("checking").rglob("*.py")
        for module in imports(path)
        if module.startswith("dateline.checking.") and place_of(module) > place_of(module_of(path))
    ]
    assert wrong == []


@pytest.mark.parametrize(("outer", "rooms"), INNER_CHECKS.items())
def test_no_room_within_a_room_of_the_checks_leans_on_one_below_it(
    outer: str, rooms: list[str]
) -> None:
    folder = PACKAGE / "checking" / outer
    assert {path.parent.name for path in folder.glob("*/*.py")} == {*rooms}
    wrong = [
        f"{module_of(path)} imports {module}"
        for path in folder.glob("*/*.py")
        for module in imports(path)
        if module.startswith(f"dateline.checking.{outer}.")
        and module.split(".")[3] not in rooms[: rooms.index(path.parent.name) + 1]
    ]
    assert wrong == []


def test_no_room_of_the_drafts_leans_on_one_below_it() -> None:
    drafting = PACKAGE / "drafting"
    wrong = [
        f"{module_of(path)} imports {module}"
        for path in drafting.glob("*/**/*.py")
        for module in imports(path)
        if module.startswith("dateline.drafting.")
        and DRAFTING.index(module.split(".")[2])
        > DRAFTING.index(path.relative_to(drafting).parts[0])
    ]
    assert wrong == []


def test_no_room_of_publishing_leans_on_one_below_it() -> None:
    publishing = PACKAGE / "publishing"
    rooms = {path.parent.name for path in publishing.glob("*/*.py")} - {"__pycache__"}
    assert rooms == {*PUBLISHING}
    wrong = [
        f"{module_of(path)} imports {module}"
        for path in publishing.glob("*/**/*.py")
        for module in imports(path)
        if module.startswith("dateline.publishing.")
        and module.split(".")[2]
        not in PUBLISHING[: PUBLISHING.index(path.relative_to(publishing).parts[0]) + 1]
    ]
    assert wrong == []


def test_no_room_of_a_language_leans_on_one_below_it() -> None:
    wrong = [
        f"{module_of(path)} imports {module}"
        for path in PACKAGE.joinpath("language").glob("*/**/*.py")
        if path.parts[-2:] != ("en", "__init__.py")
        for module in imports(path)
        if depth_of(module) > depth_of(module_of(path))
    ]
    assert wrong == []


def depth_of(module: str) -> int:
    """The place of a module of a language among its rooms; what they share comes before them."""
    name = [*module.split("."), "", ""][3]
    return GRAMMAR.index(name) + 1 if name in GRAMMAR else 0


def place_of(module: str) -> int:
    """The place of a module of `checking/` among its rooms; files in none come after them."""
    name = [*module.split("."), ""][2]
    return CHECKS.index(name) if name in CHECKS else len(CHECKS)


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(
        ".__init__"
    )


def test_no_imports_are_circular() -> None:
    graph = {module_of(path): imports(path) for path in PACKAGE.rglob("*.py")}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(" imports ".join(reversed(circle.args[1])))
