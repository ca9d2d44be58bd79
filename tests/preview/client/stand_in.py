"""A stand-in for the preview's server: pages, a state and messages that a test sets itself."""

from __future__ import annotations

import asyncio
import json
import mimetypes
import threading
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import livereload
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

from dateline.publishing.looks.look import read_look_files

if TYPE_CHECKING:
    from collections.abc import Callable

CLIENT = Path(livereload.__file__).parent / "vendors" / "livereload.js"
HELLO = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}

State = dict[str, Any]

NOTHING_WRONG: State = {
    "version": 1,
    "number": 1,
    "busy": False,
    "refused": False,
    "problems": [],
    "counts": {"errors": 0, "warnings": 0, "follow_ups": 0, "open": 0},
    "stale": False,
    "briefing": None,
    "fault": None,
}


@dataclass(eq=False)
class StandIn:
    """Serves `files` at `base`; they and `state` are read at each request."""

    files: dict[str, bytes]
    state: State = field(default_factory=lambda: dict(NOTHING_WRONG))
    base: str = "/repo/"
    port: int = 0
    version: int = 0
    as_a_whole: bool = False
    asked: list[str] = field(default_factory=list)
    waiters: set[_Messages] = field(default_factory=set)
    served: dict[str, bytes] = field(default_factory=dict)
    _stop: Callable[[], None] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.base}"

    def start(self) -> None:
        """Listen: at a free port first, later at the same one again."""
        ready = threading.Event()
        thread = threading.Thread(target=lambda: asyncio.run(self._serve(ready)), daemon=True)
        thread.start()
        assert ready.wait(10)

    def stop(self) -> None:
        if self._stop:
            self._stop()

    def set(self, *, tell: str | None = "__preview/state", **changed: object) -> None:
        """Change the state, and tell the browsers about it."""
        self.state = {**self.state, **changed}
        if tell:
            self.tell(tell)

    def tell(self, path: str) -> None:
        """Ask every browser to load `path` again."""
        message = json.dumps({"command": "reload", "path": path, "liveCSS": True})
        for waiter in tuple(self.waiters):
            waiter.loop.call_soon_threadsafe(partial(waiter.write_message, message))

    async def _serve(self, ready: threading.Event) -> None:
        loop, stopped = asyncio.get_running_loop(), asyncio.Event()
        done = threading.Event()

        def stop() -> None:
            loop.call_soon_threadsafe(stopped.set)
            assert done.wait(10)

        self._stop = stop
        server = HTTPServer(self._application())
        if self.port:
            server.listen(self.port, "127.0.0.1")
        else:
            socket, self.port = bind_unused_port()
            server.add_socket(socket)
        ready.set()
        await stopped.wait()
        server.stop()
        for waiter in tuple(self.waiters):
            waiter.close()
        await server.close_all_connections()
        await asyncio.sleep(0.05)
        done.set()

    def _application(self) -> Application:
        own = f"{self.base}__preview/"
        handlers: list[tuple[str, type[RequestHandler], dict[str, object]]] = [
            (f"{own}livereload", _Messages, {"stand_in": self}),
            (f"{own}(.*)", _Own, {"stand_in": self}),
            (f"{self.base}(.*)", _Page, {"stand_in": self}),
        ]
        return Application(handlers)


class _Handler(RequestHandler):
    def initialize(self, stand_in: StandIn) -> None:
        self.stand_in = stand_in

    def prepare(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.stand_in.asked.append(self.request.path)


class _Own(_Handler):
    """What is the preview's own: the client, and the state."""

    def get(self, name: str) -> None:
        if name == "state.json":
            self.write(self.stand_in.state)
        else:
            data = CLIENT.read_bytes() if name == "livereload.js" else _static(f"preview/{name}")
            self.set_header("Content-Type", mimetypes.guess_type(name)[0] or "")
            self.write(data)


def _static(path: str) -> bytes:
    return read_look_files().static[path]


class _Page(_Handler):
    def get(self, path: str) -> None:
        path = f"{path}index.html" if path.endswith("/") or not path else path
        data = self.stand_in.files.get(path)
        if data is None:
            self.send_error(404)
            return
        self.stand_in.served[path] = data
        self.set_header("Content-Type", mimetypes.guess_type(path)[0] or "font/woff2")
        self.write(with_client(data, self.stand_in) if path.endswith(".html") else data)


def with_client(html: bytes, stand_in: StandIn) -> bytes:
    """A page as the preview serves it: with its client, and leave to talk to its server."""
    own = f"{stand_in.base}__preview/"
    tags = (
        f'<link rel="stylesheet" href="{own}preview.css">'
        f'<script defer src="{own}preview.js"></script>'
        f'<script defer src="{own}livereload.js?host=127.0.0.1&amp;port={stand_in.port}'
        f'{own.removesuffix("/")}&amp;mindelay=100&amp;maxdelay=1000"></script></head>'
    )
    leave = f"connect-src 'self' ws://127.0.0.1:{stand_in.port}"
    text = html.decode().replace("connect-src 'self'", leave, 1).replace("</head>", tags, 1)
    return text.encode()


class _Messages(WebSocketHandler):
    """livereload's protocol 7: hello, hello, info; then messages."""

    def initialize(self, stand_in: StandIn) -> None:
        self.stand_in, self.loop = stand_in, asyncio.get_running_loop()

    def on_message(self, message: str | bytes) -> None:
        command = json.loads(message)["command"]
        if command == "hello":
            self.write_message(HELLO)
        elif command == "info":
            self.stand_in.waiters.add(self)
            # What came between the page and its connection would be lost.
            for path, data in self.stand_in.served.items():
                if data != self.stand_in.files[path]:
                    self.stand_in.tell(path)

    def on_close(self) -> None:
        self.stand_in.waiters.discard(self)
