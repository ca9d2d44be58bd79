"""Functions are short, and a file, a class or a type has a name of its own."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "dateline"
FILES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FUNCTION = 40
SHARED_NAMES = {"__init__.py"}
IS_TYPE = re.compile("[A-Z]+[a-z]")


def nodes() -> Iterator[tuple[str, ast.AST]]:
    """Every piece of the code, with the path of its file below the package."""
    for path in FILES:
        name = path.relative_to(PACKAGE).as_posix()
        yield from ((name, node) for node in ast.walk(ast.parse(path.read_text("utf-8"))))


def repeated(named: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The names that several places have, from pairs of a name and a place."""
    places: dict[str, list[str]] = defaultdict(list)
    for name, place in named:
        places[name].append(place)
    return {name: found for name, found in places.items() if len(found) > 1}


def test_no_function_is_long() -> None:
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path, node in nodes()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_no_two_files_have_the_same_name() -> None:
    """But for the language's, which are named after what they read."""
    paths = [path for path in FILES if "language" not in path.parts]
    named = [(path.name, str(path.relative_to(PACKAGE))) for path in paths]
    assert repeated(pair for pair in named if pair[0] not in SHARED_NAMES) == {}


def test_no_two_classes_or_types_have_the_same_name() -> None:
    classes = [(node.name, path) for path, node in nodes() if isinstance(node, ast.ClassDef)]
    assert repeated([*classes, *aliases()]) == {}
    assert repeated({*aliases(), *borrowed()}) == {}


def aliases() -> Iterator[tuple[str, str]]:
    """The names that modules give to types, as in `Rows = dict[int, list[float]]`, and their paths."""
    for path, node in nodes():
        if isinstance(node, ast.Module):
            named = [target for piece in node.body for target in assigned(piece)]
            yield from ((name, path) for name in named if IS_TYPE.match(name))


def assigned(node: ast.stmt) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def borrowed() -> Iterator[tuple[str, str]]:
    """The classes that files import from other packages, with the module that has them."""
    for _, node in nodes():
        if isinstance(node, ast.ImportFrom) and not str(node.module).startswith("dateline"):
            names = [name.asname or name.name for name in node.names]
            yield from ((name, str(node.module)) for name in names if IS_TYPE.match(name))
