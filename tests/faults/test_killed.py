"""A build that is killed leaves nothing that runs, and nothing that stays."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from multiprocessing import Pipe, active_children, get_start_method, parent_process
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.preview.builder import cache_folder, run_builder
from dateline.publishing import briefings
from dateline.publishing.briefings import BuildInputs, CheckedBriefing, read_and_check
from dateline.publishing.keeping.cache import Cache
from dateline.publishing.request import Request
from dateline.reading.content import Folder
from tests.faults.table import ROOT, tried
from tests.small_site import ARTICLE, write_content

linux = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what runs")

PARENT = """
import os, sys, time
sys.path.insert(0, {root!r})
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Barrier
from dateline.publishing.workers import end_with_parent

all_work = Barrier(3)

def work():  # a worker that is done before the next has begun would do its work as well
    all_work.wait()
    time.sleep({seconds})

pool = ProcessPoolExecutor(3, initializer=end_with_parent)
for _ in range(3):
    pool.submit(work)
print(*[process.pid for process in pool._processes.values()], flush=True)
time.sleep(60)
"""


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60  # on a machine with much else to do
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def runs(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


@tried(1, "A build is killed while its worker processes {do}", "They end as well")
@linux
@pytest.mark.parametrize(("do", "seconds"), [("wait for work", 0), ("work", 60)])
def test_no_worker_outlives_a_killed_build(do: str, seconds: int) -> None:
    code = PARENT.format(root=str(ROOT), seconds=seconds)
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        workers = [int(number) for number in parent.stdout.readline().split()]
        assert len(workers) == 3
        os.kill(parent.pid, signal.SIGKILL)
    until(lambda: not any(map(runs, workers)))


def slow_in_a_worker(folder: Folder, inputs: BuildInputs) -> CheckedBriefing:
    if parent_process():
        time.sleep(60)
    return read_and_check(folder, inputs)


@tried(1, "`build --jobs 2` is killed while its workers read briefings", "They end as well")
@linux
@pytest.mark.skipif(get_start_method() != "fork", reason="the workers must be slow")
def test_no_worker_of_the_command_outlives_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_content(tmp_path))
    for number in range(9):
        shutil.copytree("content/line", f"content/line-{number}")
    monkeypatch.setattr(briefings, "read_and_check", slow_in_a_worker)
    build = os.fork()
    if build == 0:
        os._exit(main(["build", "--quiet", "--jobs", "2"]))
    until(lambda: len(children(build)) == 2)
    workers = children(build)
    os.kill(build, signal.SIGKILL)
    os.waitpid(build, 0)
    until(lambda: not any(map(runs, workers)))


@tried(
    1, "There is no thread for those who watch the workers of `build --jobs 2`", "Exit 2, at once"
)
@linux
@pytest.mark.skipif(get_start_method() != "fork", reason="the workers must be slow")
def test_a_build_that_fails_does_not_wait_for_its_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.chdir(write_content(tmp_path))
    for number in range(9):
        shutil.copytree("content/line", f"content/line-{number}")
    monkeypatch.setattr(briefings, "read_and_check", slow_in_a_worker)
    monkeypatch.setattr("dateline.publishing.workers.guard_threads", lambda: None)
    monkeypatch.setattr(threading.Thread, "start", fail)
    assert main(["build", "--quiet", "--jobs", "2"]) == 2
    monkeypatch.undo()
    assert "there is not enough memory" in capsys.readouterr().err
    until(lambda: active_children() == [])


def children(process: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if stat.read_text().rpartition(")")[2].split()[1] == str(process):
                found.append(int(stat.parent.name))
    return found


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a site that was built, whose content has changed since."""
    monkeypatch.chdir(write_content(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1726142400")
    monkeypatch.setattr(os, "fsync", lambda _: None)
    assert main(["build", "--quiet"]) == 0
    (tmp_path / "content/line/article.md").write_text(ARTICLE.replace("A line", "A road"))
    return tmp_path


@tried(
    1,
    "A build is killed just before the last of its writes to the cache, of {what}",
    "The next build leaves no `.new` file",
)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("what", ["line.json", "_site.json"])
def test_nothing_half_written_stays_in_the_cache(world: Path, what: str) -> None:
    child = os.fork()
    if child == 0:
        sys.addaudithook(lambda event, args: _exit_before(event, args, what))
        main(["build", "--quiet"])
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    cache = world / ".dateline/_site/cache"
    assert [path.name for path in cache.glob("*.new")] == [f"{what}.{child}.new"]
    assert main(["build", "--quiet"]) == 0
    assert list(world.rglob("*.new")) == []


def _exit_before(event: str, args: tuple[object, ...], what: str) -> None:
    if event == "os.rename" and Path(str(args[0])).match(f"{what}.*.new"):
        os._exit(9)


@tried(
    1,
    "What a killed build left half-written belongs to a briefing that is gone",
    "The next build deletes it, also if it has nothing else to do",
)
def test_a_build_with_nothing_to_do_sweeps_the_cache(world: Path) -> None:
    assert main(["build", "--quiet"]) == 0
    left = [world / ".dateline/_site/cache" / name for name in ("gone.json.new", "pictures/a.new")]
    for path in left:
        path.parent.mkdir(exist_ok=True)
        path.write_text("{")
    assert main(["build", "--quiet"]) == 0
    assert [path for path in left if path.exists()] == []


@tried(9, "The preview was killed while it wrote to its cache", "The next preview sweeps it")
def test_a_preview_sweeps_its_own_cache(world: Path) -> None:
    ours, theirs = Pipe()
    ours.close()
    left = cache_folder(world / "content") / "line.json.1.new"
    left.parent.mkdir(parents=True)
    left.write_text("{")
    run_builder(theirs, Request(content=world / "content", now=datetime.now(UTC)))
    assert not left.exists()


@tried(
    1,
    "Two builds write the same entry of the cache, and one of them sweeps",
    "The other goes on without the entry",
)
def test_an_entry_that_is_swept_while_it_is_written_costs_time_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path)
    replace = Path.replace

    def sweep_first(path: Path, target: Path) -> Path:
        cache.sweep()
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", sweep_first)
    cache.store("line", "key", {"a": 1})
    assert cache.load("line", "key") is None
