"""Who may have the preview write: its own pages in a browser on this machine, and nobody else."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection
from types import MappingProxyType
from typing import Any

import pytest
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from dateline.preview import writes
from dateline.preview.state import PreviewState
from dateline.preview.web import plan_application
from dateline.preview.writes import MOST, NotWritten
from tests.faults.table import tried

NOTE = "/__preview/write/note"


@dataclass(slots=True, kw_only=True)
class World:
    """A preview that writes down what it is asked to."""

    port: int = 0
    written: list[Mapping[str, Any]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    @property
    def own(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self, method: str, path: str, headers: Mapping[str, str | None], body: bytes | None = None
    ) -> tuple[int, Any, Mapping[str, str]]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {name: text for name, text in headers.items() if text is not None}
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        read = answer.read()
        connection.close()
        return answer.status, json.loads(read), dict(answer.headers)

    def token(self) -> str:
        return str(self.ask("GET", "/__preview/token", {})[1]["token"])

    def write(
        self,
        body: bytes = b'{"words": "a"}',
        other: Mapping[str, str | None] = MappingProxyType({}),
    ) -> tuple[int, Any]:
        """As a page of the preview does, but for the `other` headers; None leaves one out."""
        usual = {
            "Origin": self.own,
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/json",
            "Dateline-Token": self.token(),
        }
        status, said, _ = self.ask("POST", NOTE, {**usual, **other}, body)
        return status, said

    def note(self, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        time.sleep(asked.get("seconds", 0))
        self.at_once -= 1
        if "refuse" in asked:
            raise NotWritten("The sheet has changed: “reload”.")
        self.written.append(asked)
        return {"written": len(self.written)}


@pytest.fixture
def world() -> Iterator[World]:
    world, ready, ended = World(), threading.Event(), asyncio.Event()
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        state = PreviewState(listening="127.0.0.1", editor=None, is_busy=lambda: False)
        server = HTTPServer(plan_application(state, {"note": world.note}), max_body_size=1000)
        listening = socket.create_server(("127.0.0.1", 0))
        listening.setblocking(False)
        world.port = listening.getsockname()[1]
        server.add_sockets([listening])
        ready.set()
        await ended.wait()
        server.stop()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    ready.wait(10)
    yield world
    loop.call_soon_threadsafe(ended.set)
    thread.join(10)
    loop.close()


def test_a_page_of_the_preview_may_write(world: World) -> None:
    assert world.write() == (200, {"written": 1})
    assert world.write(other={"Sec-Fetch-Site": None}) == (200, {"written": 2})
    named = {"Content-Type": "application/json; charset=utf-8"}
    assert world.write(other=named) == (200, {"written": 3})
    assert world.written == [{"words": "a"}] * 3


REFUSED: dict[str, tuple[dict[str, str | None], int]] = {
    "a page of another site": ({"Origin": "https://evil.example"}, 403),
    "a page of another port": ({"Origin": "http://127.0.0.1:1"}, 403),
    "a page of this port over HTTPS": ({"Origin": "https://127.0.0.1:{port}"}, 403),
    "a page under another name of this machine": ({"Origin": "http://localhost:{port}"}, 403),
    "a page in a sandbox": ({"Origin": "null"}, 403),
    "a program that sends no Origin": ({"Origin": None}, 403),
    "a page of another origin of this machine": ({"Sec-Fetch-Site": "same-site"}, 403),
    "a link from another site": ({"Sec-Fetch-Site": "cross-site"}, 403),
    "the address bar": ({"Sec-Fetch-Site": "none"}, 403),
    "a name that leads here (DNS rebinding)": (
        {"Host": "evil.example:{port}", "Origin": "http://evil.example:{port}"},
        403,
    ),
    "an address of the network": (
        {"Host": "192.168.0.7:{port}", "Origin": "http://192.168.0.7:{port}"},
        403,
    ),
    "a page without the token": ({"Dateline-Token": None}, 403),
    "a page with an empty token": ({"Dateline-Token": ""}, 403),
    "a page of an earlier run, with its token": ({"Dateline-Token": "a" * 43}, 403),
    "a token that is no ASCII": ({"Dateline-Token": "é" * 43}, 403),
    "a form (text/plain)": ({"Content-Type": "text/plain"}, 415),
    "a form": ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
    "a form with files": ({"Content-Type": "multipart/form-data; boundary=a"}, 415),
    "a request without a type": ({"Content-Type": None}, 415),
    "a type that only begins alike": ({"Content-Type": "application/jsonp"}, 415),
    "a request of a gigabyte": ({"Content-Length": "1000000000"}, 413),
    "a request of more digits than numbers may have": ({"Content-Length": "9" * 5000}, 413),
    "a request whose length is negative": ({"Content-Length": "-1"}, 411),
    "a request in chunks": ({"Content-Length": None, "Transfer-Encoding": "chunked"}, 411),
}


@tried(9, "{who} asks the preview to write", "Refused in JSON before its body is read")
@pytest.mark.parametrize("who", REFUSED)
def test_nobody_else_may_write(world: World, who: str) -> None:
    headers, status = REFUSED[who]
    filled = {
        name: text and text.replace("{port}", str(world.port)) for name, text in headers.items()
    }
    answered, said = world.write(other=filled)
    assert answered == status
    assert said["error"].endswith(".")
    assert world.written == []


@tried(9, "A page asks the preview to write with {method}", "405 in JSON; nothing is written")
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
def test_only_post_writes(world: World, method: str) -> None:
    connection = HTTPConnection("127.0.0.1", world.port, timeout=20)
    connection.request(method, NOTE, headers={"Origin": world.own, "Dateline-Token": world.token()})
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Allow"]) == (405, "POST")
    assert "Access-Control-Allow-Origin" not in answer.headers
    connection.close()


@tried(9, "A write of {id}", "Refused in JSON; nothing is written")
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"[" * MOST, id="64 KiB of brackets"),
        pytest.param(b'{"a":' * 10_000, id="objects in objects, 10,000 deep"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"a": NaN}', id="NaN"),
        pytest.param(b'{"a": "\xff"}', id="bytes that are no UTF-8"),
        pytest.param(b'{"a": "\\ud800"}', id="half a character"),
        pytest.param(b'{"a": ' + b"9" * 5000 + b"}", id="a number of 5,000 digits"),
    ],
)
def test_what_is_no_object_is_refused(world: World, body: bytes) -> None:
    assert world.write(body) == (400, {"error": "What to write is one JSON object in UTF-8."})
    assert world.written == []


def test_64_kib_are_taken_in_and_not_a_byte_more(world: World) -> None:
    words = "a" * (MOST - len('{"words": ""}'))
    assert world.write(json.dumps({"words": words}).encode())[0] == 200
    status, said = world.write(b"", {"Content-Length": str(MOST + 1)})
    assert (status, said) == (413, {"error": "That is too much at once: at most 65536 bytes."})


@tried(9, "Ten pages write at once", "One write after another")
def test_one_write_at_a_time(world: World) -> None:
    body = b'{"seconds": 0.01}'
    threads = [threading.Thread(target=world.write, args=(body,)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(world.written), world.most_at_once) == (10, 1)


def test_a_change_may_refuse_in_a_sentence(world: World) -> None:
    assert world.write(b'{"refuse": 1}') == (409, {"error": "The sheet has changed: “reload”."})


@tried(9, "{who} asks for the token", "403, and no token")
@pytest.mark.parametrize(
    ("who", "headers"),
    [
        ("A page of another site", {"Origin": "https://evil.example"}),
        ("A frame or script of another site", {"Sec-Fetch-Site": "cross-site"}),
        ("The address bar", {"Sec-Fetch-Site": "none"}),
        ("A name that leads here (DNS rebinding)", {"Host": "evil.example"}),
    ],
)
def test_the_token_is_for_pages_of_the_preview(
    world: World, who: str, headers: dict[str, str]
) -> None:
    status, said, answered = world.ask("GET", "/__preview/token", headers)
    assert (status, list(said)) == (403, ["error"])
    assert "Access-Control-Allow-Origin" not in answered


@tried(9, "{remote} asks a preview that listens everywhere for the token, or to write", "Refused")
@pytest.mark.parametrize("remote", ["192.168.0.7", "::ffff:192.168.0.7", "fe80::1", ""])
def test_only_this_machine_may_write(remote: str) -> None:
    headers = HTTPHeaders({"Host": "127.0.0.1", "Origin": "http://127.0.0.1"})
    line = RequestStartLine("POST", "/", "HTTP/1.1")
    request = HTTPServerRequest(headers=headers, start_line=line)
    for there, refused in (("127.0.0.1", False), (remote, True)):
        request.remote_ip = there
        found = next(writes.refuse_reader(request, listening="0.0.0.0"), None)  # noqa: S104 - what is tested
        assert bool(found) is refused


def test_a_change_that_is_not_there_is_not_made(world: World) -> None:
    usual = {
        "Origin": world.own,
        "Content-Type": "application/json",
        "Dateline-Token": world.token(),
    }
    for path in ("/__preview/write/other", "/elsewhere/__preview/write/note"):
        status, said, _ = world.ask("POST", path, usual, b"{}")
        assert (status, said) == (404, {"error": "There is nothing here."})
    assert world.written == []
