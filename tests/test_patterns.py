"""A pattern that was kept is the one that `re` compiles; a file of them that is spoilt changes nothing."""

import atexit
import gc
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline import patterns
from dateline.patterns import compile_later, pattern_of, write_later

WORDS = r"(?P<day>[0-9]{1,2}) (?P<month>may|june)\b"


@pytest.fixture(autouse=True)
def _nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(patterns, "FILE", tmp_path / "patterns.codes")
    monkeypatch.setattr(patterns, "_new", {})
    monkeypatch.setattr(atexit, "register", lambda _: None)
    patterns._kept.cache_clear()
    yield
    patterns._kept.cache_clear()


def applied() -> str | None:
    """The month that a pattern finds; what is new is kept, as at the end of a process."""
    patterns._kept.cache_clear()
    patterns._new.clear()
    found = compile_later(WORDS, re.IGNORECASE).search("On 4 June.")
    if patterns._new:
        patterns._write()
    return found and found["month"]


def count_compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    compiled: list[str] = []
    code_of = patterns.code_of

    def code_and_note(pattern: str, flags: int) -> patterns.Code:
        compiled.append(pattern)
        return code_of(pattern, flags)

    monkeypatch.setattr(patterns, "code_of", code_and_note)
    return compiled


def test_a_pattern_is_compiled_once_for_all_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = count_compiled(monkeypatch)
    assert [applied(), applied(), applied()] == ["June"] * 3
    assert compiled == [WORDS]


def test_a_pattern_is_not_even_written_before_it_is_applied() -> None:
    asked: list[str] = []

    def write() -> str:
        asked.append("written")
        return "a+"

    pattern = write_later(write)
    assert not asked
    assert pattern.sub("b", "caat") == "cbt"
    assert pattern.findall("aa a") == ["aa", "a"]
    assert pattern.split("1a2") == ["1", "2"]
    assert asked == ["written"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda kept: kept[:3],
        lambda kept: kept[:-1],
        lambda kept: kept.replace(b"month", b"mouth"),
        lambda kept: b"\0" * len(kept),
    ],
)
def test_a_spoilt_file_changes_nothing(spoil: Callable[[bytes], bytes]) -> None:
    applied()
    kept = patterns.FILE.read_bytes()
    patterns.FILE.write_bytes(spoil(kept))
    assert applied() == "June"
    assert patterns.FILE.read_bytes() == kept


def test_what_another_python_kept_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    applied()
    compiled = count_compiled(monkeypatch)
    monkeypatch.setattr(sys, "version", "3.99")
    assert applied() == "June"
    assert compiled == [WORDS]


@pytest.mark.parametrize("name", ["code_of", "pattern_of"])
def test_a_python_that_does_it_in_another_way_compiles(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> Any:
        raise AttributeError("no such thing")

    monkeypatch.setattr(patterns, name, fail)
    assert applied() == "June"


def test_where_nothing_can_be_kept_the_same_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "FILE", tmp_path / "no folder" / "patterns.codes")
    assert applied() == "June"


def test_nothing_is_kept_where_python_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert applied() == "June"
    assert not patterns.FILE.exists()


def test_codes_of_other_versions_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    applied()
    monkeypatch.setattr(patterns, "_MOST", 1)
    patterns._kept.cache_clear()
    patterns._new.clear()
    compile_later("newer").search("")
    patterns._write()
    patterns._kept.cache_clear()
    assert list(patterns._kept()) == [("newer", 0)]


def import_program() -> None:
    for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
        importlib.import_module(module.name)


def patterns_of_program() -> Iterator[Any]:
    import_program()
    gc.unfreeze()  # a build sets aside what it imports, and then nobody finds it here
    yield from (thing for thing in gc.get_objects() if isinstance(thing, patterns._PatternToBe))


def test_each_pattern_of_the_program_is_the_one_that_re_compiles() -> None:
    found = {(each.pattern, each._flags) for each in patterns_of_program()}
    assert len(found) > 500
    for pattern, flags in found:
        assert pattern_of(pattern, patterns.code_of(pattern, flags)) == re.compile(pattern, flags)


def test_patterns_do_not_depend_on_the_order_of_sets() -> None:
    """Else each process would keep others."""
    code = (
        "import zlib; from tests.test_patterns import patterns_of_program\n"
        "found = sorted((each.pattern, each._flags) for each in patterns_of_program())\n"
        "print(zlib.crc32(repr(found).encode()))"
    )
    sums = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parent.parent,
            env={"PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(sums) == 1
