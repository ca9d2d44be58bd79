"""A disk that is full, small or failing, and a machine with little memory: a sentence, and the old site."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from dateline.cli import main
from tests.faults.table import ROOT, tried
from tests.small_site import ARTICLE, write_content

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
linux = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")
BUILD = ["build", "--quiet", "--site-url", "https://line.example/"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_content(tmp_path_factory.mktemp("built"))
    arguments = ["--content", str(folder / "content"), "--output", str(folder / "_site")]
    assert main([*BUILD, *arguments]) == 0
    return folder


@pytest.fixture
def world(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a site that was built, whose content has changed since."""
    folder = shutil.copytree(built, tmp_path / "world")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(os, "fsync", lambda _: None)
    change(folder)
    return folder


def change(world: Path) -> None:
    (world / "content/line/article.md").write_text(ARTICLE.replace("A line", "A road"))


def site_of(world: Path) -> Mapping[str, bytes]:
    paths = (path for path in (world / "_site").rglob("*") if path.is_file())
    return {str(path.relative_to(world)): path.read_bytes() for path in paths}


def litter(world: Path) -> list[str]:
    """What is beside the site and is neither the lock nor a whole entry of the cache."""
    area = world / ".dateline/_site"
    named = [path.name for path in area.iterdir() if path.name not in {"lock", "cache"}]
    return [*named, *(path.name for path in area.rglob("*.new"))]


def in_child(prepare: Callable[[], None], arguments: list[str]) -> tuple[int, str]:
    """The exit code of the command in a process of its own, and what it said on standard error."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        code = 70
        try:
            os.dup2(into, 2)
            sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115 - a descriptor
            prepare()
            code = main(arguments)
        finally:
            os._exit(code)
    os.close(into)
    with open(out) as said:  # noqa: PTH123 - a descriptor
        words = said.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), words


def is_refused(code: int, said: str, world: Path, before: Mapping[str, bytes]) -> None:
    assert code == 2, said
    assert "Traceback" not in said
    assert said.splitlines()[-1].startswith("dateline: ")
    assert site_of(world) == before
    assert litter(world) == []


# Limits


@tried(1, "No file may have more than {most:,} bytes (`ulimit -f`)", "Exit 2; the old site")
@forks
@linux
@pytest.mark.parametrize("most", [0, 1, 512, 1_000, 4_000])
def test_a_limit_on_the_size_of_files(world: Path, most: int) -> None:
    import resource

    before = site_of(world)
    limit = (most, resource.getrlimit(resource.RLIMIT_FSIZE)[1])
    code, said = in_child(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit), BUILD)
    is_refused(code, said, world, before)
    assert "the file would be larger than this system allows" in said


@tried(1, "The command may take {megabytes} MB of memory (`ulimit -v`)", "Exit 2; the old site")
@linux
@pytest.mark.parametrize("megabytes", [32, 64, 100])
def test_little_memory(world: Path, megabytes: int) -> None:
    before = site_of(world)
    code = (
        f"import resource, sys; sys.path.insert(0, {str(ROOT)!r});"
        f"resource.setrlimit(resource.RLIMIT_AS, ({megabytes << 20}, {megabytes << 20}));"
        f"from dateline.cli import main; sys.exit(main({BUILD!r}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    is_refused(done.returncode, done.stderr, world, before)
    assert "there is not enough memory" in done.stderr


MOMENTS = {
    "the content is read": "dateline.publishing.build.read_site",
    "a briefing is checked": "dateline.publishing.briefings.check_briefing",
    "a page is rendered": "dateline.publishing.looks.render._render",
    "a share card is drawn": "dateline.publishing.looks.paint._write",
    "links are checked": "dateline.publishing.assemble.find_dead",
    "the new site is compared with the old": "dateline.publishing.writing.output.find_changes",
    "a file is written": "dateline.publishing.writing.stage._write",
    "files change places": "dateline.publishing.writing.journal._remove",
    "the cache is written": "dateline.publishing.keeping.cache.Cache.sweep",
}


@tried(1, "There is no memory left when {moment}", "Exit 2; the old site")
@pytest.mark.parametrize("moment", MOMENTS)
def test_no_memory_at_some_moment(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], moment: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    before = site_of(world)
    capsys.readouterr()
    monkeypatch.setattr(MOMENTS[moment], fail)
    code = main(BUILD)
    is_refused(code, capsys.readouterr().err, world, before)


@tried(1, "No thread can be started", "Exit 2; the old site")
def test_no_thread_can_be_started(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    before = site_of(world)
    monkeypatch.setattr(threading.Thread, "start", fail)
    code = main(BUILD)
    is_refused(code, capsys.readouterr().err, world, before)


@tried(1, "The system ends a worker process", "Exit 2; the old site")
def test_a_worker_that_is_ended(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise BrokenProcessPool("A process in the process pool was terminated abruptly")

    before = site_of(world)
    monkeypatch.setattr("dateline.publishing.remembering.make_briefings", fail)
    code = main(BUILD)
    said = capsys.readouterr().err
    is_refused(code, said, world, before)
    assert "a worker process was ended" in said


# Writes that fail


def failing_from(number: int, error: int) -> Callable[[str, tuple[object, ...]], None]:
    """An audit hook: from the write of that number on, each fails."""
    count = 0

    def hook(event: str, args: tuple[object, ...]) -> None:
        nonlocal count
        if event == "os.mkdir" or (
            event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
        ):
            count += 1
            if count > number:
                raise OSError(error, os.strerror(error), args[0])

    return hook


@tried(
    1,
    "From write {number} of a build on, every write fails: {error}",
    "Exit 2 with the old site, or 0 with the new and less in the cache",
)
@forks
@pytest.mark.parametrize("error", ["ENOSPC", "EDQUOT", "EROFS", "EIO", "EACCES", "EMFILE"])
@pytest.mark.parametrize("number", [0, 2, 20])
def test_writes_that_fail(world: Path, number: int, error: str) -> None:
    before = site_of(world)
    hook = failing_from(number, getattr(errno, error))
    code, said = in_child(lambda: sys.addaudithook(hook), BUILD)
    if code == 0:
        assert number > 2
        assert site_of(world) != before
        assert litter(world) == []
    else:
        is_refused(code, said, world, before)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """A disk of so many kilobytes, in memory."""
    mounted: list[Path] = []

    def mount(kilobytes: int) -> Path:
        folder = tmp_path / "disk"
        folder.mkdir()
        asked = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "dateline", str(folder)]
        if (
            not shutil.which("mount")
            or subprocess.run(asked, check=False, capture_output=True).returncode
        ):
            pytest.skip("only root may mount a disk")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=True)


@tried(1, "The first site, on a disk of {kilobytes} kB", "Exit 2; no site, and nothing left")
@linux
@pytest.mark.parametrize("kilobytes", [16, 64, 256])
def test_a_disk_that_is_too_small(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    small_disk: Callable[[int], Path],
    kilobytes: int,
) -> None:
    disk = small_disk(kilobytes)
    monkeypatch.chdir(write_content(tmp_path))
    assert main([*BUILD, "--output", str(disk / "_site")]) == 2
    assert "the disk is full; free some space and build again" in capsys.readouterr().err
    assert not (disk / "_site").exists()
    assert litter(disk) == []


@tried(1, "Another site on a disk with {left} kB left", "Exit 2; the old site")
@linux
@pytest.mark.parametrize("left", [0, 40])
def test_a_disk_that_is_full(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    small_disk: Callable[[int], Path],
    left: int,
) -> None:
    disk = small_disk(4_000)
    monkeypatch.chdir(write_content(tmp_path))
    arguments = [*BUILD, "--output", str(disk / "_site")]
    assert main(arguments) == 0
    change(tmp_path)
    free = shutil.disk_usage(disk).free
    (disk / "filling").write_bytes(bytes(free - left * 1_024))
    before = site_of(disk)
    code = main(arguments)
    is_refused(code, capsys.readouterr().err, disk, before)
    (disk / "filling").unlink()
    assert main(arguments) == 0


@tried(1, "The temporary folder is {what}", "The site is built as ever: none is used")
@linux
@pytest.mark.parametrize("what", ["full", "missing", "a file"])
def test_no_temporary_folder_is_used(
    world: Path,
    monkeypatch: pytest.MonkeyPatch,
    small_disk: Callable[[int], Path],
    what: str,
) -> None:
    place = world / "temporary"
    if what == "full":
        place = small_disk(16)
        (place / "filling").write_bytes(bytes(shutil.disk_usage(place).free))
    elif what == "a file":
        place.touch()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    assert main([*BUILD, "--fresh"]) == 0


# Where it writes


@tried(
    1,
    "Every write of `{verb}` is watched",
    "The output and `.dateline` beside it, and nowhere else",
)
@forks
@pytest.mark.parametrize("verb", ["build", "check"])
def test_nothing_is_written_elsewhere(world: Path, verb: str) -> None:
    allowed = [world.resolve() / name for name in ("_site", ".dateline")] if verb == "build" else []

    def watch(event: str, args: tuple[object, ...]) -> None:
        if event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR):
            path = Path(os.fsdecode(args[0])).absolute()  # type: ignore[arg-type]
            if path.is_absolute() and not any(path.is_relative_to(folder) for folder in allowed):
                os.write(2, f"elsewhere: {path}\n".encode())

    def prepare() -> None:
        sys.dont_write_bytecode = True
        sys.addaudithook(watch)

    arguments = [verb, "--site-url", "https://line.example/"]
    code, said = in_child(prepare, arguments)
    assert code == 0
    assert "elsewhere: " not in said
