"""What is sent to the preview ends a connection, and nothing else: no traceback, and other readers go on."""

from __future__ import annotations

import base64
import os
import socket
import struct
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.faults.table import tried
from tests.preview.running import PATIENCE, TOY, Running, running, until


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One preview for all faults, whose builder is a toy: it must outlive each of them."""
    folder = tmp_path_factory.mktemp("attacked")
    (folder / "content/a").mkdir(parents=True)
    (folder / "content/a/article.md").write_text("one")
    with running(folder, program=TOY) as preview:
        yield preview


@pytest.fixture(autouse=True)
def goes_on(preview: Running) -> Iterator[None]:
    """After each fault a reader is answered, nothing was printed, and not much memory is held."""
    said = preview.said()
    yield
    assert preview.ask("/a/").status == 200
    assert preview.said() == said
    assert megabytes(preview) < 150


def megabytes(preview: Running) -> int:
    status = Path(f"/proc/{preview.process.pid}/status")
    if not status.exists():
        return 0
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(lines["VmRSS"].split()[0]) // 1000


def send(preview: Running, *parts: bytes, answered: Sequence[bytes]) -> bytes:
    """What is answered to these bytes, up to one of what is `answered` or the end of the connection."""
    with socket.create_connection(("127.0.0.1", preview.port), PATIENCE) as connection:
        heard = b""
        with suppress(ConnectionError):
            for part in parts:
                connection.sendall(part)
        with suppress(ConnectionError):
            while not any(words in heard for words in answered):
                if not (more := connection.recv(65536)):
                    break
                heard += more
        return heard


def head(preview: Running, line: str = "GET / HTTP/1.1", *headers: str) -> bytes:
    lines = [line, f"Host: 127.0.0.1:{preview.port}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1")


MANY = 100_000
REQUESTS: dict[str, tuple[str, list[str]]] = {
    "100,000 brackets as a path": (f"GET /{'[' * MANY} HTTP/1.1", []),
    "a path of 60,000 signs": (f"GET /{'a' * 60_000} HTTP/1.1", []),
    "5,000 folders of the preview in one path": (f"GET {'/__preview/' * 5000} HTTP/1.1", []),
    "a path that is no UTF-8": ("GET /\xff\xfe HTTP/1.1", []),
    "`GET /%ff%00%zz%`": ("GET /%ff%00%zz% HTTP/1.1", []),
    "`GET /%2e%2e/`": ("GET /%2e%2e/ HTTP/1.1", []),
    "a NUL in the path": ("GET /\0 HTTP/1.1", []),
    "an address that is broken": ("GET http://[ HTTP/1.1", []),
    "a method that nobody knows": ("BREW / HTTP/1.1", []),
    "no HTTP": ("\x16\x03\x01\x02\0\x01", []),
    "`page=%ff`": ("GET /__preview/state.json?page=%ff HTTP/1.1", []),
    "10,000 parameters": (f"GET /__preview/state.json?{'a=b&' * 10_000} HTTP/1.1", []),
    "a header of 100,000 signs": ("GET / HTTP/1.1", [f"X: {'a' * MANY}"]),
    "9,000 headers": ("GET / HTTP/1.1", ["X: a"] * 9000),
    "a header with a NUL": ("GET / HTTP/1.1", ["X: \0"]),
    "a header that is none": ("GET / HTTP/1.1", ["no colon"]),
    "two hosts": ("GET / HTTP/1.1", ["Host: evil.example"]),
    "10,000 cookies": ("GET / HTTP/1.1", [f"Cookie: {'a=b;' * 10_000}"]),
    "a negative length": ("POST / HTTP/1.1", ["Content-Length: -5"]),
    "a length of 5,000 digits": ("POST / HTTP/1.1", [f"Content-Length: {'9' * 5000}"]),
    "two lengths": ("POST / HTTP/1.1", ["Content-Length: 5", "Content-Length: 6"]),
    "a length and chunks": (
        "POST / HTTP/1.1",
        ["Content-Length: 5", "Transfer-Encoding: chunked"],
    ),
    "an upgrade without a key": (
        "GET /__preview/livereload HTTP/1.1",
        ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"],
    ),
}


@tried(9, "The preview is sent {what}", "Refused or answered; other readers go on")
@pytest.mark.parametrize("what", REQUESTS)
def test_a_broken_request_is_refused(preview: Running, what: str) -> None:
    line, headers = REQUESTS[what]
    answer = send(preview, head(preview, line, *headers), answered=[b"\r\n\r\n"])
    assert answer.split(b" ")[1:2] in ([], [b"200"], [b"400"], [b"404"], [b"405"])
    assert b"Traceback" not in answer


@tried(9, "The preview is sent {what}, without an end", "The connection ends; nothing is held")
@pytest.mark.parametrize(
    ("what", "headers", "part"),
    [
        ("a body of a gigabyte", ["Content-Length: 1000000000"], b"a" * 1_000_000),
        ("chunks", ["Transfer-Encoding: chunked"], b"186a0\r\n" + b"a" * MANY + b"\r\n"),
        ("a header", ["X: a"], b"a" * 1_000_000),
    ],
)
def test_what_does_not_end_is_not_held(
    preview: Running, what: str, headers: list[str], part: bytes
) -> None:
    begun = head(preview, "POST / HTTP/1.1", *headers)
    begun = begun.removesuffix(b"\r\n\r\n") if what == "a header" else begun
    with socket.create_connection(("127.0.0.1", preview.port), 20) as connection:
        connection.sendall(begun)
        until(lambda: is_ended(connection, part))


def is_ended(connection: socket.socket, part: bytes) -> bool:
    try:
        connection.sendall(part)
    except ConnectionError:
        return True
    return False


@tried(9, "Five hundred connections begin a request and do not go on", "The oldest gives way")
def test_slow_requests_keep_nobody_out(preview: Running) -> None:
    with ExitStack() as held:
        for _ in range(500):
            connection = socket.create_connection(("127.0.0.1", preview.port), 20)
            held.enter_context(connection).sendall(b"GET / HT")
        assert preview.ask("/a/").status == 200
        assert open_files(preview) < 300


def open_files(preview: Running) -> int:
    folder = Path(f"/proc/{preview.process.pid}/fd")
    return len(list(folder.iterdir())) if folder.exists() else 0


# What a web socket is sent


def frame(data: bytes, kind: int = 1, *, is_last: bool = True, length: int | None = None) -> bytes:
    """A masked frame (RFC 6455, 5.2), with a mask that changes nothing."""
    size = len(data) if length is None else length
    first = bytes([is_last << 7 | kind])
    if size < 126:
        return first + bytes([0x80 | size]) + bytes(4) + data
    if size < 65536:
        return first + bytes([0xFE]) + struct.pack(">H", size) + bytes(4) + data
    return first + bytes([0xFF]) + struct.pack(">Q", size) + bytes(4) + data


CLOSE = b"\x88"
"""How a frame begins that ends a connection."""
FRAMES = {
    "100,000 brackets": frame(b"[" * MANY),
    "objects in objects, 20,000 deep": frame(b'{"a":' * 20_000),
    "bytes": frame(os.urandom(2000), 2),
    "NUL": frame(bytes(100)),
    "text that is no UTF-8": frame(b"\xff\xfe{}"),
    "nothing": frame(b""),
    "a number of 5,000 digits": frame(b"9" * 5000),
    "NaN": frame(b"NaN"),
    "null": frame(b"null"),
    "a list for a command": frame(b'{"command": ["hello"]}'),
    "a page that is no address": frame(b'{"command": "info", "url": "http://["}'),
    "a page that is an object": frame(b'{"command": "info", "url": {}}'),
    "a page with half a character": frame(b'{"command": "info", "url": "http://x/\\ud800"}'),
    "the page `/%ff%00`": frame(b'{"command": "info", "url": "http://x/%ff%00"}'),
    "a frame of 11 megabytes": frame(b"a" * 11_000_000),
    "a frame that says it has a terabyte": frame(b"abc", length=1 << 40),
    "a frame of an unknown kind": frame(b"a", 5),
    "the end of a message without a beginning": frame(b"a", 0),
    "a message in a message": frame(b"a", is_last=False) + frame(b"b"),
    "a message in two parts that is broken": frame(b'{"com', is_last=False) + frame(b"mand", 0),
    "fragments without an end": frame(b"a" * 60_000, is_last=False)
    + frame(b"a" * 60_000, 0, is_last=False) * 100,
    "a ping in fragments": frame(b"", 9, is_last=False),
    "a ping of 200 bytes": frame(b"a" * 200, 9),
    "20,000 pings, and nobody reads": frame(b"a" * 100, 9) * 20_000,
    "an end with a reason that is no UTF-8": frame(b"\xff\xff\xff", 8),
}


@tried(9, "The preview’s socket is sent {what}", "At most that connection ends")
@pytest.mark.parametrize("what", FRAMES)
def test_a_broken_message_ends_its_connection(preview: Running, what: str) -> None:
    ping = frame(b"still there?", 9)
    heard = send(preview, handshake(preview), FRAMES[what], ping, answered=[b"still there?", CLOSE])
    assert heard.startswith(b"HTTP/1.1 101")


@tried(9, "The preview’s socket is greeted 20,000 times", "That connection ends after some")
def test_greetings_come_to_an_end(preview: Running) -> None:
    hello = frame(b'{"command": "hello"}')
    heard = send(preview, handshake(preview), hello * 20_000, answered=[b"\x88\x00"])
    assert 2 < heard.count(b"official-7") < 30


@tried(9, "The preview’s socket is sent a message of a megabyte", "That connection ends")
def test_a_message_has_a_limit(preview: Running) -> None:
    answer = send(preview, handshake(preview), frame(b"a" * 1_000_000), answered=[b"too big"])
    assert b"message too big" in answer


def handshake(preview: Running) -> bytes:
    upgrade = [
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {base64.b64encode(bytes(16)).decode()}",
    ]
    return head(preview, "GET /__preview/livereload HTTP/1.1", *upgrade)


@tried(9, "A page of another site frames, opens or embeds a page of the preview", "Refused")
@pytest.mark.parametrize("path", ["/a/", "/", "/no", "/__preview/state.json", "/__preview/token"])
def test_no_other_site_frames_or_reads_it(preview: Running, path: str) -> None:
    headers = preview.ask(path, Origin="https://evil.example").headers
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert not [name for name in headers if name.startswith("Access-Control")]
