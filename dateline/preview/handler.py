"""What every answer of the preview has in common: whom it is for, and that nobody else may keep or frame it."""

from typing import Any, ClassVar, Final

from tornado.web import HTTPError, RequestHandler

from dateline.preview.hosts import is_known
from dateline.preview.inject import inject
from dateline.preview.notices import render_notice
from dateline.preview.state import PreviewState

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
_HEADERS: Final = {
    "Server": "Dateline",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    # Neither framed nor opened nor read by a page of another origin; its own pages may frame embeds.
    "Content-Security-Policy": "frame-ancestors 'self'",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
REFUSALS: Final = {
    403: "Unknown host. Open the address printed by `serve`.",
    404: "There is nothing here.",
    405: "The preview only shows: it answers GET and HEAD.",
}


def media_type(path: str) -> str:
    """The Content-Type of a file by its name, the same on every system."""
    return _MEDIA.get(path.rpartition(".")[2], "application/octet-stream")


class Answer(RequestHandler):
    """Answers known hosts alone, and lets nothing be cached, framed or read from elsewhere."""

    state: PreviewState

    def initialize(self, state: PreviewState) -> None:
        self.state = state

    def set_default_headers(self) -> None:
        for name, value in _HEADERS.items():
            self.set_header(name, value)

    async def prepare(self) -> None:
        if not is_known(self.request.host, self.state.listening):
            raise HTTPError(403)

    def log_exception(self, *error: Any) -> None:
        """A request that cannot be answered is not the business of the person at the keyboard."""
        if not isinstance(error[1], HTTPError):
            super().log_exception(*error)

    def write_error(self, status_code: int, **_: Any) -> None:
        self.set_header("Content-Type", media_type("x.html"))
        self.finish(render_notice(REFUSALS.get(status_code, "This cannot be answered.")))


class Handler(Answer):
    """Answers only its `methods`."""

    methods: ClassVar[tuple[str, ...]] = ("GET", "HEAD")

    async def prepare(self) -> None:
        await super().prepare()
        if self.request.method not in self.methods:
            raise HTTPError(405)

    def compute_etag(self) -> None:
        """None: what may not be cached is never asked for by its tag."""

    def write_error(self, status_code: int, **how: Any) -> None:
        if status_code == 405:
            self.set_header("Allow", ", ".join(self.methods))
        super().write_error(status_code, **how)

    def send_file(self, path: str, data: bytes, status: int = 200) -> None:
        self.set_status(status)
        self.set_header("Content-Type", media_type(path))
        if path.endswith(".html"):
            data = inject(data, base=self.state.site.base or "/", host=self.request.host)
        self.finish(data)
