"""What the preview answers over HTTP and WebSocket, all of it from memory."""

import asyncio
import json
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import livereload
from livereload.handlers import LiveReloadHandler
from tornado.web import Application, HTTPError, RequestHandler
from tornado.websocket import WebSocketClosedError

from dateline.pages.addresses import NOT_FOUND, PREVIEW
from dateline.preview.hosts import is_known
from dateline.preview.inject import inject
from dateline.preview.last_good import Redirect
from dateline.preview.notices import render_notice
from dateline.preview.state import PreviewState, Version

CLIENT: Final = Path(livereload.__file__).parent / "vendors/livereload.js"
# Sent in place of a path: the page is the same, and its state another.
STATE: Final = f"{PREVIEW}state"
# Sent where what all pages share has changed: a page is then loaded again as a whole.
SHARED: Final = "assets/script.js"
# How long a request waits for the first pages before it is shown that there are none, in seconds.
_FIRST: Final = 3.0

_MEDIA: Final = {
    "jpg": "image/jpeg",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ico": "image/vnd.microsoft.icon",
    "ics": "text/calendar; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "png": "image/png",
    "svg": "image/svg+xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
}


def media_type(path: str) -> str:
    """The Content-Type of a file by its name, the same on every system."""
    return _MEDIA.get(path.rpartition(".")[2], "application/octet-stream")


def plan_application(state: PreviewState) -> Application:
    """The handlers for every address; the site's base path is read with each request."""
    given = {"state": state}
    return Application(
        [
            (rf"/(?:.*/)?{PREVIEW}livereload", Browser, given),
            (rf"/(?:.*/)?{PREVIEW}.*", Endpoint, given),
            (r".*", SitePage, given),
        ],
        log_function=lambda _: None,
        compress_response=False,
    )


_REFUSALS: Final = {
    403: "Unknown host. Open the address printed by `serve`.",
    404: "There is nothing here.",
    405: "The preview only shows: it answers GET and HEAD.",
}


class Handler(RequestHandler):
    """Answers only known hosts, only GET and HEAD, and lets nothing be cached."""

    state: PreviewState

    def initialize(self, state: PreviewState) -> None:
        self.state = state

    def set_default_headers(self) -> None:
        self.set_header("Server", "Dateline")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")

    async def prepare(self) -> None:
        if not is_known(self.request.host, self.state.listening):
            raise HTTPError(403)
        if self.request.method not in ("GET", "HEAD"):
            raise HTTPError(405)

    def compute_etag(self) -> None:
        """None: what may not be cached is never asked for by its tag."""

    def write_error(self, status_code: int, **_: Any) -> None:
        if status_code == 405:
            self.set_header("Allow", "GET, HEAD")
        self.set_header("Content-Type", media_type("x.html"))
        self.finish(render_notice(_REFUSALS.get(status_code, "This cannot be answered.")))

    def send_file(self, path: str, data: bytes, status: int = 200) -> None:
        self.set_status(status)
        self.set_header("Content-Type", media_type(path))
        if path.endswith(".html"):
            data = inject(data, base=self.state.site.base or "/", host=self.request.host)
        self.finish(data)


class SitePage(Handler):
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


class Browser(LiveReloadHandler):  # type: ignore[misc] # it has no types
    """The connection of a page that somebody has open at `address`, in the version `shown`."""

    address: str = "/"
    shown: Version = (None, 0)

    def initialize(self, state: PreviewState) -> None:
        self.state = state

    async def prepare(self) -> None:
        if not is_known(self.request.host, self.state.listening):
            raise HTTPError(403)
        try:
            urlsplit(self.request.headers.get("Origin", ""))
        except ValueError:
            raise HTTPError(403) from None

    def write_error(self, status_code: int, **_: Any) -> None:
        self.finish(_REFUSALS.get(status_code, "This cannot be answered."))

    def check_origin(self, origin: str) -> bool:
        """Only pages of the preview itself: others could read what is being written."""
        return bool(urlsplit(origin).netloc.lower() == self.request.host.lower())

    def on_message(self, message: str | bytes) -> None:
        """Take part in the handshake; a message that is not livereload's ends the connection."""
        try:
            super().on_message(message)
            parsed = json.loads(message)
            if parsed["command"] == "info":
                self.look_at(urlsplit(parsed["url"]).path)
        except (ValueError, TypeError, KeyError, AttributeError):
            self.close()

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
        message = {"command": "reload", "path": path, "liveCSS": True}
        try:
            sent = self.write_message(json.dumps(message))
        except WebSocketClosedError:
            Browser.waiters.discard(self)
        else:
            sent.add_done_callback(lambda done: done.exception())
