"""A preview that runs, and what people and browsers do with it."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import Any

from tornado.httpclient import HTTPRequest
from tornado.websocket import (
    WebSocketClientConnection,
    WebSocketClosedError,
    websocket_connect,
)

ROOT = Path(__file__).parents[2]
STATE = "__preview/state"
"""What browsers hear in place of a page when only what is said of it may be another."""
SERVE = (str(ROOT / "build.py"), "serve")
TOY = ("-m", "tests.preview.toy")
PATIENCE = 60.0
"""Seconds after which a test gives up; nothing here takes long on a machine with room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    headers: HTTPMessage
    body: str


@dataclass(slots=True, kw_only=True)
class Running:
    """A preview of `folder`/content, listening at `port`; what it prints goes to `log`."""

    process: subprocess.Popen[bytes]
    folder: Path
    log: Path
    port: int

    def ask(self, path: str, *, method: str = "GET", **headers: str) -> Answer:
        """One request; the path goes out as it is written."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            body = answer.read().decode("utf-8", "replace")
            return Answer(status=answer.status, headers=answer.headers, body=body)
        finally:
            connection.close()

    def page(self, path: str) -> str:
        return self.ask(path).body

    def state(self, page: str = "index.html", base: str = "/") -> Any:
        return json.loads(self.ask(f"{base}__preview/state.json?page={page}").body)

    def save(self, path: str, text: str) -> None:
        """Put a whole file in its place, as some programs do: none is seen that is half written."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        aside = file.with_name(f".{file.name}.aside")
        aside.write_text(text, "utf-8")
        aside.replace(file)

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text("utf-8")
        assert old in text
        self.save(path, text.replace(old, new))

    @contextmanager
    def held(self) -> Iterator[None]:
        """What is saved within comes all at once to it: no machine is too slow for that."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def said(self) -> str:
        return self.log.read_text("utf-8")

    def builds(self) -> int:
        """How often it reported a build."""
        return len(re.findall(r"^.*: [\d.]+ s, (?:no problems|\d+ )", self.said(), re.MULTILINE))

    def idle(self) -> None:
        """Wait until nothing is being made."""
        until(lambda: self.builds() > 0 and not self.state()["busy"])

    @contextmanager
    def browser(self, page: str = "/", **headers: str) -> Iterator[Browser]:
        """A page that was loaded and holds its connection, as livereload's client does."""
        self.ask(page)
        with self.connect(page, **headers) as browser:
            yield browser

    @contextmanager
    def connect(self, page: str, **headers: str) -> Iterator[Browser]:
        """The same for a page that was loaded before."""
        with asyncio.Runner() as runner:
            browser = Browser(runner, self.port, headers)
            browser.send({"command": "hello", "protocols": []})
            assert browser.hear()["command"] == "hello"
            browser.send({"command": "info", "url": f"http://127.0.0.1:{self.port}{page}"})
            try:
                yield browser
            finally:
                browser.close()

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


class Browser:
    """The end of a WebSocket that a page has."""

    def __init__(self, runner: asyncio.Runner, port: int, headers: dict[str, str]) -> None:
        self._runner = runner
        self._ended = False
        request = HTTPRequest(
            f"ws://127.0.0.1:{port}/__preview/livereload", headers=headers, request_timeout=PATIENCE
        )

        async def connect() -> WebSocketClientConnection:
            return await websocket_connect(request)

        self._socket = runner.run(connect())

    def send(self, message: object) -> None:
        async def send() -> None:
            await self._socket.write_message(json.dumps(message))

        with suppress(WebSocketClosedError):  # the server may end it first
            self._runner.run(send())

    def hear(self) -> Any:
        """The next message; None at the end of the connection."""

        async def hear() -> Any:
            return await asyncio.wait_for(self._socket.read_message(), PATIENCE)

        heard = self._runner.run(hear())
        self._ended = heard is None
        return None if heard is None else json.loads(heard)

    def hear_until(self, path: str) -> list[str]:
        """What was to be loaded again, up to and with this path.

        How often it has to look at the state depends on the machine: it hears so after each build, and
        during one that takes long. So that is left out.
        """
        heard: list[str] = []
        while path not in heard:
            heard.append(self.hear()["path"])
        return [other for other in heard if other != STATE]

    def heard(self) -> set[str]:
        """All that was to be loaded again until now."""
        self.send({"command": "hello", "protocols": []})
        heard: set[str] = set()
        while (message := self.hear())["command"] != "hello":
            heard.add(message["path"])
        return heard

    def close(self) -> None:
        async def close() -> None:
            self._socket.close()

        self._runner.run(close())
        while not self._ended:
            self.hear()


@contextmanager
def running(
    folder: Path,
    *options: str,
    program: Sequence[str] = SERVE,
    wait: bool = True,
    **variables: str,
) -> Iterator[Running]:
    """`serve` in a folder, until the block ends; then it is gone, with all it started."""
    log = folder / "printed.txt"
    port = () if "--port" in options else ("--port", "0")
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, *program, *port, *options],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        until(lambda: "http://" in log.read_text("utf-8") or process.poll() is not None)
        found = re.search(r"http://[^ ]*:(\d+)/", log.read_text("utf-8"))
        assert found, log.read_text("utf-8")
        run = Running(process=process, folder=folder, log=log, port=int(found[1]))
        if wait:
            run.idle()
        yield run
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise


def until(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        time.sleep(0.02)
