"""What the preview answers over HTTP and WebSocket, all of it from memory."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol
from urllib.parse import urlsplit

import livereload
from livereload.handlers import LiveReloadHandler
from tornado.web import Application, HTTPError, RequestHandler
from tornado.websocket import WebSocketClosedError

from dateline.preview.hosts import Elsewhere, Found, is_known, resolve
from dateline.preview.inject import inject
from dateline.preview.last_good import NOT_FOUND
from dateline.preview.notices import render_refusal

if TYPE_CHECKING:
    from dateline.preview.last_good import LastGoodSite

CLIENT: Final = Path(livereload.__file__).parent / "vendors/livereload.js"
ENDPOINTS: Final = "__preview/"
# Says to the client that the state of a page is another, and the page the same.
SHARED: Final = "assets/script.js"
"""Told where what all pages share is another: a page is then loaded anew as a whole."""
STATE: Final = "__preview/state"
# How long a request waits for the first pages before it is shown that there are none, in seconds.
_FIRST: Final = 3.0

_MEDIA: Final = {
    "atom": "application/atom+xml; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ico": "image/vnd.microsoft.icon",
    "ics": "text/calendar; charset=utf-8",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "jsonld": "application/ld+json; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "png": "image/png",
    "svg": "image/svg+xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
}


def media_type(path: str) -> str:
    """The Content-Type of a file by its name, the same on every system."""
    return _MEDIA.get(path.rpartition(".")[2], "application/octet-stream")


class Backstage(Protocol):
    """What the answers are made from."""

    shelf: LastGoodSite
    listening: str
    made_once: asyncio.Event
    served: dict[str, Version]

    def state(self, page: str) -> bytes:
        """The state as of a page, as JSON."""

    def version(self, path: str) -> Version:
        """What a browser that asks for a page now is shown."""

    def notice(self) -> bytes:
        """The page to show where no page of the site was ever made."""


# The packed bytes of a page, and a count of changes of what all pages share.
Version = tuple[bytes | None, int]


def plan_application(backstage: Backstage) -> Application:
    """The handlers for every address; the site's base path is found out with each request."""
    given = {"backstage": backstage}
    return Application(
        [
            (rf"/(?:.*/)?{ENDPOINTS}livereload", Browser, given),
            (rf"/(?:.*/)?{ENDPOINTS}.*", Endpoint, given),
            (r".*", Site, given),
        ],
        log_function=lambda _: None,
        compress_response=False,
    )


def page_of(address: str, shelf: LastGoodSite) -> str:
    """The path in the site of what is shown at the path of an address."""
    found = resolve(address, shelf.base or "/", shelf.files)
    return found.path if isinstance(found, Found) else NOT_FOUND


class Answer(RequestHandler):
    """Answers only whom it may, only what is asked with GET or HEAD, and keeps nothing anywhere."""

    backstage: Backstage

    def initialize(self, backstage: Backstage) -> None:
        self.backstage = backstage

    def set_default_headers(self) -> None:
        self.set_header("Server", "Dateline")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")

    async def prepare(self) -> None:
        if not is_known(self.request.host, self.backstage.listening):
            raise HTTPError(403, reason="Forbidden")
        if self.request.method not in ("GET", "HEAD"):
            self.set_header("Allow", "GET, HEAD")
            raise HTTPError(405)

    def compute_etag(self) -> None:
        """None: what may not be kept is never asked for again by its mark."""

    def write_error(self, status_code: int, **_: Any) -> None:
        """One plain sentence."""
        if status_code == 405:
            self.set_header("Allow", "GET, HEAD")
        self.send(_REFUSALS.get(status_code, "This cannot be answered."), status_code)

    def send(self, sentence: str, status: int) -> None:
        self.set_status(status)
        self.set_header("Content-Type", media_type("x.html"))
        self.finish(render_refusal(sentence))

    def send_file(self, path: str, data: bytes, status: int = 200) -> None:
        """The file, as the site's pages are sent."""
        self.set_status(status)
        self.set_header("Content-Type", media_type(path))
        if path.endswith(".html"):
            data = inject(data, base=self.backstage.shelf.base or "/", host=self.request.host)
        self.finish(data)


_REFUSALS: Final = {
    403: "This preview is not known by that name. Open it at the address that its command says.",
    404: "There is nothing here.",
    405: "The preview only shows: it answers GET and HEAD.",
}


class Site(Answer):
    """Every page and file of the site, as GitHub Pages would serve them."""

    async def get(self) -> None:
        backstage, shelf = self.backstage, self.backstage.shelf
        await _at_most(_FIRST, backstage.made_once)
        found = resolve(self.request.path, shelf.base or "/", shelf.files)
        if isinstance(found, Elsewhere):
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(f"{found.address}{query}", permanent=False)
            return
        path, status = (found.path, 200) if found else (NOT_FOUND, 404)
        data = shelf.get(path)
        backstage.served[path] = backstage.version(path)
        if data is None:
            self.send_file("x.html", backstage.notice(), 503)
            return
        self.send_file(path, data, status)

    head = get


async def _at_most(seconds: float, event: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return


class Endpoint(Answer):
    """The preview's own script, style and state."""

    async def get(self) -> None:
        base, _, name = self.request.path.partition(ENDPOINTS)
        if base not in (self.backstage.shelf.base, "/"):
            raise HTTPError(404)
        data = self._read(name)
        if data is None:
            raise HTTPError(404)
        self.send_file(name, data)

    head = get

    def _read(self, name: str) -> bytes | None:
        if name == "state.json":
            return self.backstage.state(self.get_query_argument("page", "", strip=False))
        if name == CLIENT.name:
            return CLIENT.read_bytes()
        return self.backstage.shelf.get(f"{ENDPOINTS}{name}")


class Browser(LiveReloadHandler):  # type: ignore[misc] # it has no types
    """A page that somebody has open at `address`, as livereload's client tells of it.

    `shown` is the version of it that the browser has.
    """

    address: str = "/"
    shown: Version = (None, 0)

    def initialize(self, backstage: Backstage) -> None:
        self.backstage = backstage

    async def prepare(self) -> None:
        if not is_known(self.request.host, self.backstage.listening):
            raise HTTPError(403)
        try:
            urlsplit(self.request.headers.get("Origin", ""))
        except ValueError:
            raise HTTPError(403) from None

    def write_error(self, status_code: int, **_: Any) -> None:
        self.finish(_REFUSALS.get(status_code, "This cannot be answered."))

    def check_origin(self, origin: str) -> bool:
        """Only pages of the preview's own: others could read what is being written."""
        return bool(urlsplit(origin).netloc.lower() == self.request.host.lower())

    def on_message(self, message: str | bytes) -> None:
        """Take part in the handshake; what is no message of livereload's ends the connection."""
        try:
            super().on_message(message)
            told = json.loads(message)
            if told["command"] == "info":
                self.look_at(urlsplit(told["url"]).path)
        except (ValueError, TypeError, KeyError, AttributeError):
            self.close()

    @property
    def page(self) -> str:
        """Its path in the site."""
        return page_of(self.address, self.backstage.shelf)

    def look_at(self, address: str) -> None:
        """Note the page; where it was made anew since the browser asked for it, say so."""
        self.address = address
        self.shown = self.backstage.version(self.page)
        page, looks = self.backstage.served.get(self.page, (None, 0))
        if looks != self.shown[1]:
            self.reload(SHARED)
        elif page != self.shown[0]:
            self.reload(self.page)

    def reload(self, path: str) -> None:
        """Have a page loaded again, or a stylesheet put in the place of the older one."""
        message = {"command": "reload", "path": path, "liveCSS": True}
        try:
            sent = self.write_message(json.dumps(message))
        except WebSocketClosedError:
            Browser.waiters.discard(self)
        else:
            sent.add_done_callback(lambda done: done.exception())
