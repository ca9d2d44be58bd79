"""The stand-in for GitHub Pages answers as Pages does."""

import gzip
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest

from tests.browser.hosting import host

FILES = {
    "index.html": "front",
    "404.html": "none",
    "about.html": "about",
    "Line/index.html": "line",
    "feed.xml": "<feed/>",
    "when.ics": "BEGIN:VCALENDAR",
    ".git/config": "secret",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hosted")
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    with host(folder, "/repo/") as address:
        yield address


def ask(address: str, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request(
        method, path, headers={key.replace("_", "-"): headers[key] for key in headers}
    )
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer, body


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/repo/", 200, "front"),
        ("/repo/?a=b", 200, "front"),
        ("/repo/Line/", 200, "line"),
        ("/repo/about", 200, "about"),
        ("/repo/about/", 404, "none"),
        ("/repo/about.html/", 404, "none"),
        ("/repo/line/", 404, "none"),
        ("/repo/a/b/c/", 404, "none"),
        ("/repo/.git/config", 404, "none"),
        ("/repo/../../etc/passwd", 404, "none"),
        ("/", 404, ""),
        ("/repository/", 404, ""),
    ],
)
def test_what_it_answers(address: str, path: str, status: int, body: str) -> None:
    answer, text = ask(address, path)
    assert (answer.status, text) == (status, body)


def test_a_folder_without_its_slash_is_redirected(address: str) -> None:
    answer, _ = ask(address, "/repo/Line")
    assert (answer.status, answer.headers["Location"]) == (301, "/repo/Line/")


def test_a_browser_may_keep_everything_for_ten_minutes(address: str) -> None:
    answer, _ = ask(address, "/repo/feed.xml", "HEAD")
    assert answer.headers["Cache-Control"] == "max-age=600"
    assert answer.headers["Content-Type"] == "application/xml"
    again, body = ask(address, "/repo/feed.xml", If_None_Match=answer.headers["ETag"])
    assert (again.status, body) == (304, "")


def test_text_is_compressed_for_clients_that_accept_it(address: str) -> None:
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", "/repo/", headers={"Accept-Encoding": "gzip, br"})
    answer = connection.getresponse()
    assert gzip.decompress(answer.read()) == b"front"
    assert answer.headers["Content-Encoding"] == "gzip"
    connection.close()
