"""What the preview answers over HTTP and WebSocket, all of it from memory."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar, Final
from urllib.parse import urlsplit

import livereload
from tornado.web import Application, HTTPError
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from dateline.pages.addresses import NOT_FOUND, PREVIEW
from dateline.preview.handler import Answer, Handler
from dateline.preview.last_good import Redirect
from dateline.preview.state import PreviewState, Version
from dateline.preview.writes import TokenAnswer, WriteAnswer, Writer

CLIENT: Final = Path(livereload.__file__).parent / "vendors/livereload.js"
# Sent in place of a path: the page is the same, and its state another.
STATE: Final = f"{PREVIEW}state"
# Sent where what all pages share has changed: a page is then loaded again as a whole.
SHARED: Final = "assets/script.js"
# How long a request waits for the first pages before it is shown that there are none, in seconds.
_FIRST: Final = 3.0
_HELLO: Final = {
    "command": "hello",
    "protocols": ["http://livereload.com/protocols/official-7"],
    "serverName": "Dateline",
}
# Messages of one connection, of which livereload's client sends two; bytes of one message, as many as
# an address may have and some.
_HEARD: Final = 20
_MESSAGE: Final = 131_072


def plan_application(
    state: PreviewState, writers: Mapping[str, Writer] = MappingProxyType({})
) -> Application:
    """The handlers for every address; the site's base path is read with each request.

    `writers` are what pages may have written, by the last part of the address (docs/preview.md).
    """
    given = {"state": state}
    return Application(
        [
            (rf"/(?:.*/)?{PREVIEW}livereload", Browser, given),
            (rf"/(?:.*/)?{PREVIEW}token", TokenAnswer, given),
            (rf"/(?:.*/)?{PREVIEW}write/([a-z-]+)", WriteAnswer, {**given, "writers": writers}),
            (rf"/(?:.*/)?{PREVIEW}.*", Endpoint, given),
            (r".*", ServedPage, given),
        ],
        log_function=lambda _: None,
        compress_response=False,
        websocket_max_message_size=_MESSAGE,
    )


class ServedPage(Handler):
    async def get(self) -> None:
        state = self.state
        with suppress(TimeoutError):
            await asyncio.wait_for(state.ready.wait(), _FIRST)
        found = state.site.find(self.request.path)
        if isinstance(found, Redirect):
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(f"{found.address}{query}", permanent=False)
            return
        path = found or NOT_FOUND
        data = state.site.get(path)
        state.served[path] = state.version(path)
        if data is None:
            self.send_file("x.html", state.notice(), 503)
        else:
            self.send_file(path, data, 200 if found else 404)

    head = get


class Endpoint(Handler):
    async def get(self) -> None:
        base, _, name = self.request.path.partition(PREVIEW)
        data = self._read(name) if base in (self.state.site.base, "/") else None
        if data is None:
            raise HTTPError(404)
        self.send_file(name, data)

    head = get

    def _read(self, name: str) -> bytes | None:
        if name == "state.json":
            return self.state.as_json(self.get_query_argument("page", "", strip=False))
        if name == CLIENT.name:
            return CLIENT.read_bytes()
        return self.state.site.get(f"{PREVIEW}{name}")


class Browser(Answer, WebSocketHandler):
    """The connection of a page that somebody has open at `address`, in the version `shown`.

    `waiters` are those that have said which page they show; `heard` counts what one has said.
    """

    waiters: ClassVar[set["Browser"]] = set()
    address: str = "/"
    shown: Version = (None, 0)
    heard: int = 0

    async def prepare(self) -> None:
        await super().prepare()
        try:
            urlsplit(self.request.headers.get("Origin", ""))
        except ValueError:
            raise HTTPError(403) from None

    def check_origin(self, origin: str) -> bool:
        """Only pages of the preview itself: others could read what is being written."""
        return bool(urlsplit(origin).netloc.lower() == self.request.host.lower())

    def on_message(self, message: str | bytes) -> None:
        """Take part in livereload's handshake; anything else ends the connection."""
        self.heard += 1
        try:
            said = json.loads(message)
            if self.heard > _HEARD:
                self.close()
            elif said["command"] == "hello":
                self.send(_HELLO)
            elif said["command"] == "info":
                self.look_at(urlsplit(said["url"]).path)
                Browser.waiters.add(self)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            self.close()

    def on_close(self) -> None:
        Browser.waiters.discard(self)

    @property
    def page(self) -> str:
        return self.state.site.page_at(self.address)

    def look_at(self, address: str) -> None:
        """Note the page; where it was built again since the browser asked for it, say so."""
        self.address = address
        self.shown = self.state.version(self.page)
        page, looks = self.state.served.get(self.page, (None, 0))
        if looks != self.shown[1]:
            self.reload(SHARED)
        elif page != self.shown[0]:
            self.reload(self.page)

    def reload(self, path: str) -> None:
        self.send({"command": "reload", "path": path, "liveCSS": True})

    def send(self, message: Mapping[str, Any]) -> None:
        try:
            sent = self.write_message(json.dumps(message))
        except WebSocketClosedError:
            Browser.waiters.discard(self)
        else:
            sent.add_done_callback(lambda done: done.exception())
