"""A stand-in for GitHub Pages: static files at `/` or under a repository's name."""

import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

MEDIA_TYPES = {".woff2": "font/woff2", ".ics": "text/calendar", ".md": "text/markdown"}


@contextmanager
def host(folder: Path, base: str) -> Iterator[str]:
    """Serve the folder at `base` ("/", "/repo/") on loopback; the address ends with a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, folder, base)) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()


class Pages(BaseHTTPRequestHandler):
    """Answers as Pages does.

    A folder by its index, a folder without its slash by a redirect, `about` by `about.html`, and
    everything else by 404.html with the status 404.
    """

    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, base: str, *connection: object) -> None:
        self.folder, self.base = folder, base
        super().__init__(*connection)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        target = self.folder / path.removeprefix(self.base)
        if not path.startswith(self.base) or ".." in target.parts:
            self.answer(404, b"")
        elif target.is_dir() and not path.endswith("/"):
            self.answer(301, b"", {"Location": path + "/"})
        else:
            candidates = (target / "index.html", target, target.with_name(target.name + ".html"))
            found = next(filter(Path.is_file, candidates), None)
            self.answer_with(200, found) if found else self.answer_with(
                404, self.folder / "404.html"
            )

    def answer_with(self, status: int, file: Path) -> None:
        media = MEDIA_TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
        self.answer(
            status, file.read_bytes(), {"Content-Type": media or "application/octet-stream"}
        )

    def answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - its name there
        pass
