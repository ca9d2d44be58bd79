"""Who may have the preview write: a page of this very preview, in a browser on this machine.

A page of another site can make a browser send requests here, and can make its own name lead here (DNS
rebinding), but then it gives itself away by its Origin and its Host, and it can read no answer of the
preview: so it does not have the token, which is new in each run and is in no page and no address.
"""

import asyncio
import hmac
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, Final

from tornado.httputil import HTTPServerRequest
from tornado.web import HTTPError, stream_request_body

from dateline.pages.addresses import PREVIEW
from dateline.preview.handler import REFUSALS, Handler, media_type
from dateline.preview.hosts import is_known, is_loopback, split_host
from dateline.preview.state import PreviewState

TOKEN: Final = "Dateline-Token"  # noqa: S105 - the name of a header
MOST: Final = 65_536
"""Bytes of a request to write."""

Writer = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Writes what a page asked for, and returns what the page is sent back. It runs in a thread, one at a time."""


class NotWritten(Exception):  # noqa: N818 - it says what happened
    """Nothing was written. The message is a sentence for the page."""


class WriteRefused(HTTPError):  # noqa: N818 - it says what happened
    """Why a request may not write: a sentence for the page."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(status)
        self.why = why


def refuse_reader(request: HTTPServerRequest, *, listening: str) -> Iterator[WriteRefused]:
    """Why a request may not even have the token."""
    name, _ = split_host(request.host)
    own = f"http://{request.host}"
    if not is_loopback(request.remote_ip or ""):
        yield WriteRefused(403, "Only the machine that the preview runs on may write.")
    if not (is_known(request.host, listening) and is_loopback(name.strip("[]"))):
        yield WriteRefused(403, "Open the address that `serve` printed: no other may write.")
    if request.headers.get("Origin", own).lower() != own.lower():
        yield WriteRefused(403, "Only a page of the preview may write.")
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        yield WriteRefused(403, "Only a page of the preview may write.")


def refuse_write(
    request: HTTPServerRequest, *, listening: str, token: str
) -> Iterator[WriteRefused]:
    """Why a request may not write, by its head alone: its body need not have been read."""
    yield from refuse_reader(request, listening=listening)
    headers = request.headers
    if request.method != "POST":
        yield WriteRefused(405, "Writing is asked for with POST.")
    if "Origin" not in headers:
        yield WriteRefused(403, "Only a page of the preview may write.")
    if not hmac.compare_digest(headers.get(TOKEN, "").encode(), token.encode()):
        yield WriteRefused(403, "The preview was started again: reload the page.")
    if headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
        yield WriteRefused(415, "What to write is sent as application/json.")
    length = headers.get("Content-Length", "")
    if "Transfer-Encoding" in headers or not (length.isascii() and length.isdigit()):
        yield WriteRefused(411, "The request must say how long it is.")
    elif len(length) > len(str(MOST)) or int(length) > MOST:
        yield WriteRefused(413, f"That is too much at once: at most {MOST} bytes.")


def parse_asked(body: bytes) -> dict[str, Any] | None:
    """The JSON object that a page sent; None where it is none, or has half a character in it."""
    try:
        asked = json.loads(body.decode("utf-8"))
        json.dumps(asked, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (ValueError, RecursionError):
        return None
    return asked if isinstance(asked, dict) else None


class _JsonHandler(Handler):
    """Refuses with a sentence in JSON, `{"error": …}`."""

    def refuse(self, refusals: Iterator[WriteRefused]) -> None:
        if refused := next(refusals, None):
            raise refused

    def write_error(self, status_code: int, **how: Any) -> None:
        if status_code == 405:
            self.set_header("Allow", ", ".join(self.methods))
        error = how.get("exc_info", (None, None))[1]
        usual = REFUSALS.get(status_code, "It failed: the terminal says why.")
        self.send_json({"error": error.why if isinstance(error, WriteRefused) else usual})

    def send_json(self, fields: Mapping[str, Any]) -> None:
        self.set_header("Content-Type", media_type("x.json"))
        self.finish((json.dumps(fields, ensure_ascii=False, allow_nan=False) + "\n").encode())


class TokenAnswer(_JsonHandler):
    """Gives the pages of the preview, and nobody else, what they need to write."""

    async def prepare(self) -> None:
        await super().prepare()
        self.refuse(refuse_reader(self.request, listening=self.state.listening))

    async def get(self) -> None:
        self.send_json({"token": self.state.token})


@stream_request_body
class WriteAnswer(_JsonHandler):
    """Calls the writer that its address names. A request is refused before a byte of its body is read."""

    methods: ClassVar[tuple[str, ...]] = ("POST",)

    def initialize(self, state: PreviewState, writers: Mapping[str, Writer] | None = None) -> None:
        self.state, self._writers, self._body = state, writers or {}, bytearray()

    async def prepare(self) -> None:
        state = self.state
        self.refuse(refuse_write(self.request, listening=state.listening, token=state.token))
        base, _, _ = self.request.path.partition(PREVIEW)
        if base != (state.site.base or "/"):
            raise HTTPError(404)
        self.request.connection.set_max_body_size(MOST)  # type: ignore[union-attr]

    def data_received(self, chunk: bytes) -> None:
        self._body += chunk

    async def post(self, name: str) -> None:
        writer = self._writers.get(name)
        if writer is None:
            raise HTTPError(404)
        asked = parse_asked(bytes(self._body))
        if asked is None:
            raise WriteRefused(400, "What to write is one JSON object in UTF-8.")
        async with self.state.writing:
            try:
                done = await asyncio.to_thread(writer, asked)
            except NotWritten as refused:
                raise WriteRefused(409, str(refused)) from None
        self.send_json(done)
