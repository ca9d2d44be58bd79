"""A stand-in for GitHub Pages: static files at `/` or under a repository's name."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

# The types that Pages sends (from mime-db). Files of other types are downloaded, not shown.
MEDIA_TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
UNKNOWN = "application/octet-stream"
TEN_MINUTES = "max-age=600"


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
    """Answers as GitHub Pages does.

    A folder is answered with its index, a folder without its slash with a redirect, `about` with
    `about.html`, and everything else with 404.html and the status 404. Names are case-sensitive on
    any disk, names that begin with a dot do not exist, and a browser may keep every answer for ten
    minutes. Text is compressed for clients that accept it.
    """

    protocol_version = "HTTP/1.1"
    # Headers and body are two writes: each answer would wait 40 ms for an acknowledgement.
    disable_nagle_algorithm = True

    def __init__(self, folder: Path, base: str, *connection: object) -> None:
        self.folder, self.base = folder, base
        super().__init__(*connection)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        route = path.removeprefix(self.base)
        if not path.startswith(self.base):
            self.answer(404, b"", {})
        elif (folder := find(self.folder, route)) and folder.is_dir() and not ends(route):
            self.answer(301, b"", {"Location": f"{path}/"})
        elif file := find_file(self.folder, route):
            self.answer_with(200, file)
        else:
            self.answer_with(404, self.folder / "404.html")

    def do_HEAD(self) -> None:
        self.do_GET()

    def answer_with(self, status: int, file: Path) -> None:
        body = file.read_bytes()
        mark = f'"{sha256(body).hexdigest()[:16]}"'
        media = MEDIA_TYPES.get(file.suffix, UNKNOWN)
        headers = {"Content-Type": media, "Cache-Control": TEN_MINUTES, "ETag": mark}
        if is_text(media) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body)
            headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        if status == 200 and self.headers["If-None-Match"] == mark:
            self.answer(304, b"", headers)
        else:
            self.answer(status, body, headers)

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - its name there
        pass


def is_text(media: str) -> bool:
    return "charset" in media or "xml" in media


def ends(route: str) -> bool:
    """Whether a route is that of a folder's index, as the front page's is."""
    return route == "" or route.endswith("/")


def find_file(folder: Path, route: str) -> Path | None:
    """The file that answers a route."""
    names = [f"{route}index.html"] if ends(route) else [route, f"{route}.html"]
    found = [file for name in names if (file := find(folder, name)) and file.is_file()]
    return found[0] if found else None


def find(folder: Path, route: str) -> Path | None:
    """The file or folder at a route, by its exact name even on a case-insensitive disk."""
    found = folder
    for part in route.removesuffix("/").split("/") if route else ():
        names = {path.name for path in found.iterdir()} if found.is_dir() else set()
        if part.startswith(".") or part not in names:
            return None
        found /= part
    return found
