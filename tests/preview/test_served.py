"""What the preview answers, as GitHub Pages would, and whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError

from dateline.cli import main
from tests.faults.table import tried
from tests.pictures import photo
from tests.preview.running import Running, running, until
from tests.small_site import article, write_content


@pytest.fixture(scope="module")
def at_base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A site below /repo/, with things beside it that are nobody's business."""
    folder = write_content(tmp_path_factory.mktemp("base"))
    (folder / "content/.secret").write_text("secret")
    with running(folder, "--site-url", "https://example.org/repo/") as preview:
        yield preview


@pytest.fixture(scope="module")
def at_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(write_content(tmp_path_factory.mktemp("root"))) as preview:
        yield preview


def test_a_site_is_mounted_where_it_will_be(at_base: Running) -> None:
    assert at_base.ask("/repo/").status == 200
    assert at_base.ask("/repo/line/").body == at_base.ask("/repo/line/index.html").body
    for path, there in {
        "/": "/repo/",
        "/repo": "/repo/",
        "/repo/line?a=b": "/repo/line/?a=b",
    }.items():
        answer = at_base.ask(path)
        assert (answer.status, answer.headers["Location"]) == (302, there)


@pytest.mark.parametrize(
    "path", ["/repo/no", "/repo/a/b/c/d", "/line/", "/elsewhere", "/repo/line/no.html"]
)
def test_what_is_not_there_gets_the_site_s_own_page(at_base: Running, path: str) -> None:
    answer = at_base.ask(path)
    assert answer.status == 404
    assert '<link rel="stylesheet" href="/repo/assets/style.css">' in answer.body


@tried(9, "`GET {path}`", "404")
@pytest.mark.parametrize(
    "path",
    [
        "/../content/site.yaml",
        "/repo/../content/.secret",
        "/repo/%2e%2e/%2e%2e/etc/passwd",
        "/repo/..%2f..%2fcontent%2f.secret",
        "/repo//etc/passwd",
        "//evil.example/",
        "/repo/.secret",
        "/repo/%00",
        "/repo/%ff",
        "/repo/__preview/../../content/.secret",
        "/repo/__preview/%2e%2e/server.py",
        "/repo/__preview/server.py",
        "/repo/__preview/",
        "/repo/forcereload",
        "/forcereload",
        "/livereload",
        "/livereload.js",
        "/repo/__preview/forcereload",
    ],
)
def test_no_way_leads_out_of_the_site(at_base: Running, path: str) -> None:
    answer = at_base.ask(path)
    assert answer.status == 404
    assert "secret" not in answer.body
    assert "Location" not in answer.headers


def test_files_are_what_they_are_on_every_system(at_root: Running) -> None:
    types = {
        "/": "text/html; charset=utf-8",
        "/assets/style.css": "text/css; charset=utf-8",
        "/assets/script.js": "text/javascript; charset=utf-8",
        "/assets/icon.svg": "image/svg+xml; charset=utf-8",
        "/assets/newsreader.woff2": "font/woff2",
        "/line/data/figures.csv": "text/csv; charset=utf-8",
        "/__preview/livereload.js": "text/javascript; charset=utf-8",
        "/__preview/state.json": "application/json; charset=utf-8",
    }
    for path, media in types.items():
        answer = at_root.ask(path)
        assert (answer.status, answer.headers["Content-Type"]) == (200, media)
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_picture_is_shown_and_so_is_the_one_that_replaces_it(tmp_path: Path) -> None:
    folder = write_content(tmp_path)
    briefing = folder / "content" / "line"
    lead = "picture: {file: images/line.jpg, alt: A line, credit: Ana}"
    (briefing / "images").mkdir()
    (briefing / "images/line.jpg").write_bytes(photo())
    (briefing / "article.md").write_text(
        article("The line opened. It is 32 kilometres long.", lead)
    )
    with running(folder) as preview:
        preview.idle()
        (first,) = re.findall(r'<img src="(images/[^"]*)"', preview.page("/line/"))
        answer = preview.ask(f"/line/{first}")
        assert (answer.status, answer.headers["Content-Type"]) == (200, "image/jpeg")
        webp = preview.ask(f"/line/{first.replace('.jpg', '.webp')}")
        assert (webp.status, webp.headers["Content-Type"]) == (200, "image/webp")
        (briefing / "images/line.jpg").write_bytes(photo(size=(40, 30)))
        until(lambda: first not in preview.page("/line/"))


def test_only_looking_is_allowed(at_root: Running) -> None:
    head, get = at_root.ask("/line/", method="HEAD"), at_root.ask("/line/")
    assert (head.status, head.body) == (200, "")
    assert head.headers["Content-Length"] == get.headers["Content-Length"]
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"):
        for path in ("/", "/__preview/state.json"):
            answer = at_root.ask(path, method=method)
            assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_what_is_sent_along_is_not_taken_in(at_root: Running) -> None:
    answer = at_root.ask("/", method="POST", **{"Content-Length": "900000000"})
    assert answer.status == 400


def test_an_origin_that_is_not_an_address_is_refused(at_root: Running) -> None:
    with pytest.raises(HTTPClientError, match="403"), at_root.connect("/", Origin="http://["):
        pass
    assert "Traceback" not in at_root.said()


def test_a_page_is_given_the_client_and_nothing_inline(at_root: Running) -> None:
    body = at_root.page("/line/")
    added = re.findall(r"<[^>]*__preview/[^>]*>", body)
    assert [re.sub(r"\?[^\"]*", "", tag) for tag in added] == [
        '<link rel="stylesheet" href="/__preview/preview.css">',
        '<script defer src="/__preview/preview.js">',
        '<script defer src="/__preview/livereload.js">',
    ]
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', body)
    assert policy
    assert f";connect-src 'self' ws://127.0.0.1:{at_root.port};" in policy[1]
    assert f"host=127.0.0.1&amp;port={at_root.port}/__preview&amp;" in body


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST:1", "[::1]", "[::1]:8000"])
def test_it_answers_to_its_own_names(at_root: Running, host: str) -> None:
    assert at_root.ask("/", Host=host).status == 200


@tried(9, "The host is called `{host}`", "403 or 400")
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:80",
        "192.168.0.1",
        "x@localhost",
        "",
    ],
)
@pytest.mark.parametrize(
    "path", ["/", "/__preview/state.json", "/__preview/livereload", "/nothing"]
)
def test_it_answers_to_no_other_name(at_root: Running, host: str, path: str) -> None:
    try:
        answer = at_root.ask(path, Host=host)
    except HTTPException:
        return
    assert answer.status in (400, 403)
    assert "A line opens" not in answer.body


@tried(9, "A page of another origin opens the socket", "403")
def test_another_site_s_page_may_not_listen(at_root: Running) -> None:
    own = f"http://127.0.0.1:{at_root.port}"
    with at_root.browser(Origin=own):
        pass
    for origin in ("http://evil.example", "http://127.0.0.1:1", "null", f"{own}.evil.example"):
        with pytest.raises(HTTPClientError, match="403"), at_root.browser(Origin=origin):
            pass


@tried(9, "Nonsense is sent to the socket", "That connection ends")
def test_nonsense_ends_a_connection_and_nothing_else(at_root: Running) -> None:
    sent: list[object] = [
        [],
        "x",
        {"command": 1},
        {"command": "info"},
        {"command": "info", "url": 3},
    ]
    for nonsense in sent:
        with at_root.browser() as browser:
            browser.send(nonsense)
            browser.send({"command": "info"})
            assert browser.hear() is None
    assert at_root.ask("/").status == 200
    assert "Traceback" not in at_root.said()


def test_the_state_has_the_position_of_everything(at_root: Running) -> None:
    state = at_root.state("line/article/index.html")
    assert state.keys() == set(
        "version number busy refused problems counts stale briefing fault".split()
    )
    assert (state["refused"], state["stale"], state["fault"]) == (False, False, None)
    assert state["counts"]["errors"] == 0
    briefing = state["briefing"]
    assert (briefing["slug"], briefing["draft"]) == ("line", False)
    assert briefing["annotated"] == "/line/annotated/"
    assert at_root.ask("/line/annotated/").status == 200
    sheet = at_root.folder / "content/line/figures.yaml"
    assert briefing["facts"]["length"]["at"] == "figures.yaml:2"
    assert briefing["facts"]["length"]["open"].startswith(f"vscode://file{sheet}:2:")
    assert briefing["words"]["words-length"]["at"] == "article.md:7"
    assert briefing["article"]["open"].startswith(f"vscode://file{sheet.with_name('article.md')}:")
    assert at_root.state("index.html")["briefing"] is None


def test_a_published_site_has_nothing_of_the_preview(
    at_root: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not (at_root.folder / "_site").exists()
    monkeypatch.chdir(at_root.folder)
    assert main(["build"]) == 0
    files = [path for path in (at_root.folder / "_site").rglob("*") if path.is_file()]
    assert files
    assert not [
        path for path in files if b"__preview" in path.read_bytes() or "preview" in path.name
    ]


def test_a_page_that_says_why_there_is_none_is_not_loaded_again_and_again(tmp_path: Path) -> None:
    write_content(tmp_path)
    (tmp_path / "content/line/figures.yaml").write_text("figures: [2]\n", "utf-8")
    with running(tmp_path) as preview, preview.browser("/") as browser:
        preview.save("content/line/figures.yaml", "figures: [3]\n")
        # A reload on connecting would be heard before.
        assert browser.hear_until("404.html") == ["404.html"]
