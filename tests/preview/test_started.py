"""How the verb is started, and what it says."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

import pytest

from dateline.cli import main
from dateline.preview import build_queue, serve
from dateline.preview.messages import OUTDATED, Job
from dateline.preview.notices import Terminal
from dateline.preview.serve import PortRefused, ServeOptions, listen
from dateline.preview.server import Preview
from dateline.publishing.request import Request
from tests.preview.running import Running, running, until
from tests.small_site import write_content


@pytest.fixture
def busy() -> Iterator[int]:
    """A port that is in use."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        yield held.getsockname()[1]


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_content(tmp_path))
    return tmp_path


def test_a_port_that_is_in_use_is_refused_with_a_free_one(
    world: Path, busy: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--port", str(busy)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"dateline: port {busy} is in use: use --port ")
    assert said.count("\n") == 1


def test_without_a_port_the_next_free_one_is_used(
    busy: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "PORT", busy)
    said: list[str] = []
    sockets = listen(
        ServeOptions(host="127.0.0.1", port=None),
        Terminal(say=said.append, warn=said.append, show=print),
    )
    taken = sockets[0].getsockname()[1]
    for listening in sockets:
        listening.close()
    assert said == [f"Port {busy} is in use: this preview is at {taken}."]
    assert taken > busy


@pytest.mark.parametrize("host", ["no.such.host.invalid", "203.0.113.9"])
def test_a_host_of_another_machine_is_refused(host: str) -> None:
    quiet = Terminal(say=print, warn=print, show=print)
    with pytest.raises(PortRefused, match=r"write --host 127\.0\.0\.1"):
        listen(ServeOptions(host=host, port=0), quiet)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--port", "65536"],
        ["--port", "x"],
        ["--output", "x"],
        ["--jobs", "2"],
        ["--fresh"],
    ],
)
def test_options_that_would_do_nothing_are_refused(world: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["serve", *arguments])
    assert refused.value.code == 2


def test_a_missing_folder_and_a_wrong_editor_are_refused(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--content", "nowhere"]) == 2
    assert "there is no folder nowhere" in capsys.readouterr().err
    monkeypatch.setenv("EDITOR_URL", "javascript:alert({path})")
    assert main(["serve"]) == 2
    assert "as vscode://file/{path}:{line}:{column}" in capsys.readouterr().err


def test_it_says_where_it_is_and_how_to_end_it(tmp_path: Path) -> None:
    with running(write_content(tmp_path)) as preview:
        first, *_ = preview.said().splitlines()
    assert first == (f"Preview of content: http://127.0.0.1:{preview.port}/ (Ctrl-C ends it)")
    assert "network" not in preview.said()


def test_another_host_is_warned_of_and_answered_by_address(tmp_path: Path) -> None:
    with running(write_content(tmp_path), "--host", "0.0.0.0") as preview:  # noqa: S104 - what is tested
        assert "Anyone on the network can read it, drafts as well" in preview.said()
        assert preview.ask("/", Host="192.168.0.7:8000").status == 200
        assert preview.ask("/", Host="evil.example").status == 403


def test_problems_are_printed_when_they_change(tmp_path: Path) -> None:
    with running(write_content(tmp_path)) as preview:
        preview.edit("content/line/figures.yaml", "value: 32", "value: 33")
        until(lambda: preview.state()["refused"])
        preview.edit("content/line/article.md", "A line opens", "A canal opens")
        until(lambda: "content/line/article.md: " in preview.said())
        assert preview.said().count("content/line/figures.yaml:4:") == 1


def test_a_moment_that_is_asked_for_stays(tmp_path: Path) -> None:
    folder = write_content(tmp_path)
    with running(folder, SOURCE_DATE_EPOCH="1726185600") as preview:
        assert preview.ask("/line/").status == 200
        assert "2026" not in preview.page("/line/")


def new_preview(said: list[str]) -> Preview:
    request = Request(content=Path("content"), now=datetime(2024, 9, 13, tzinfo=UTC))
    terminal = Terminal(say=said.append, warn=said.append, show=print)
    return Preview(request, listening="127.0.0.1", editor=None, terminal=terminal)


def test_a_save_after_the_end_begins_nothing(world: Path) -> None:
    async def end() -> int:
        preview = new_preview([])
        preview.start()
        preview.stop()
        preview.saved(None)
        left = multiprocessing.active_children()
        for process in left:
            process.kill()
        return len(left)

    assert asyncio.run(end()) == 0


def test_a_change_of_the_program_asks_for_a_restart_once_and_builds_nothing(world: Path) -> None:
    said: list[str] = []

    async def change() -> bool:
        preview = new_preview(said)
        for name in ("web.py", "server.py"):
            preview.saved(frozenset({Path(serve.__file__).with_name(name)}))
        return preview.state.is_busy()

    assert asyncio.run(change()) is False
    assert said == ["The program’s code changed: restart the preview."]


class StandIn:
    """In place of a builder's process; it answers nothing."""

    started: ClassVar[list[StandIn]] = []

    def __init__(self, _: Request, __: object, receive: Callable[[StandIn, object], None]) -> None:
        self.receive = receive
        self.started.append(self)

    def send(self, job: Job) -> None:
        pass

    def end(self) -> int:
        return 1


def test_no_builder_is_started_after_a_change_of_the_program(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_queue, "BuilderProcess", StandIn)
    monkeypatch.setattr(StandIn, "started", [])
    said: list[str] = []

    async def change() -> bool:
        preview = new_preview(said)
        preview.saved(None)
        preview.saved(frozenset({Path(serve.__file__)}))
        builder = StandIn.started[0]
        builder.receive(builder, None)
        for _ in range(2):
            preview.saved(frozenset({world / "content/line/article.md"}))
        assert preview.state.fault is OUTDATED
        return preview.state.is_busy()

    assert asyncio.run(change()) is False
    assert len(StandIn.started) == 1
    assert [line.partition("\n")[0] for line in said] == [
        "The program’s code changed: restart the preview.",
        OUTDATED.title,
    ]


def test_the_editor_s_program_is_the_environment_s(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "a folder")
    with running(folder, EDITOR_URL="idea://open?f={path}&l={line}&c={column}") as preview:
        link = preview.state("line/")["briefing"]["article"]["open"]
    assert link.startswith(f"idea://open?f={tmp_path!s}/a%20folder/content/line/article.md&l=")


def test_problems_are_printed_in_the_format_that_was_asked_for(tmp_path: Path) -> None:
    with running(write_content(tmp_path), "--format", "json") as preview:
        preview.save("content/line/figures.yaml", "figures: [2]\n")
        until(lambda: printed_by(preview)[-1] == ["field.type"])
        preview.save("content/line/figures.yaml", "figures: []\n")
        until(lambda: printed_by(preview)[-1] == ["coverage.open"] * 2)


def printed_by(preview: Running) -> list[list[str]]:
    """The rules of the problems in each line that is JSON."""
    whole = preview.said().splitlines(keepends=True)
    lines = [line for line in whole if line.startswith("{") and line.endswith("\n")]
    return [[], *([problem["rule"] for problem in json.loads(line)["problems"]] for line in lines)]
