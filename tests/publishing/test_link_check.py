"""What `check --links` asks for, how, and what it reports; the web is a server on this machine."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dateline import __version__
from dateline.cli import main
from dateline.problems import Problem, Rule
from dateline.publishing.keeping.cache import Cache
from dateline.publishing.linking import asking
from dateline.publishing.linking.asking import LinkState, Manners, ask_all
from dateline.publishing.linking.link_check import check_web_links, find_web_links
from dateline.reading.content import read_site
from tests.small_site import SETTINGS, article

TODAY = date(2024, 9, 12)
FAST = Manners(pause=0.0, answer=60.0, whole=120.0, public_alone=False)


class Web:
    """A server that answers by path with a status and, perhaps, where that leads; it notes who asks."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, str]] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.moments: list[float] = []
        self.ended = threading.Event()
        self.address = ""

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(f"{handler.command} {handler.path}")
        self.agents.add(handler.headers["User-Agent"])
        self.moments.append(time.monotonic())
        status, where = self.answers.get(handler.path, (404, ""))
        if status == 405 and handler.command == "GET":
            status = 200
        if where == "never":
            self.ended.wait(60)
        handler.send_response(status)
        if where.startswith(("/", "http")):
            handler.send_header("Location", where)
        handler.end_headers()


@pytest.fixture
def web() -> Iterator[Web]:
    found = Web()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.answer(self)

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found
    found.ended.set()
    server.shutdown()
    server.server_close()


def content(folder: Path, *, text: str = "All was quiet.", source: str = "") -> Path:
    briefing = folder / "content" / "quiet"
    briefing.mkdir(parents=True, exist_ok=True)
    (folder / "content" / "site.yaml").write_text(SETTINGS, "utf-8")
    (briefing / "article.md").write_text(article(text), "utf-8")
    (briefing / "sources.yaml").write_text(
        f"sources: [{{id: report, title: R{source}}}]\n", "utf-8"
    )
    return folder / "content"


def check(folder: Path, web: Web, *, today: date = TODAY) -> list[Problem]:
    links = find_web_links(read_site(folder, shown_as="content"))
    cache = Cache(folder.parent / "kept")
    archive = f"{web.address}/web/"
    return list(check_web_links(links, cache, today, manners=FAST, archive=archive))


def listed(problems: list[Problem]) -> list[tuple[str, str, str]]:
    return [
        (f"{problem.position.path}:{problem.position.line}", problem.rule, problem.found)
        for problem in problems
    ]


def test_a_link_that_is_gone_is_reported_at_its_line_with_the_answer(
    tmp_path: Path, web: Web
) -> None:
    web.answers["/here"] = (200, "")
    text = f"See [this]({web.address}/here#part) and [that]({web.address}/gone)."
    assert listed(check(content(tmp_path, text=text), web)) == [
        ("content/quiet/article.md:7", "link.gone", f"{web.address}/gone answers 404 Not Found")
    ]
    assert set(web.asked) == {"HEAD /here", "HEAD /gone", "GET /gone"}
    assert web.agents == {
        f"dateline/{__version__} (checks the links of a site that is being written)"
    }


def test_a_source_that_moved_for_good_is_reported_with_its_new_address(
    tmp_path: Path, web: Web
) -> None:
    web.answers |= {"/old": (301, "/mid"), "/mid": (308, "/new"), "/new": (200, "")}
    (problem,) = check(content(tmp_path, source=f", address: '{web.address}/old'"), web)
    assert (problem.rule, problem.fix) == (Rule.LINK_MOVED, f"it is now {web.address}/new")
    assert problem.position.path == "content/quiet/sources.yaml"


def test_a_page_that_is_elsewhere_for_now_is_where_it_was(tmp_path: Path, web: Web) -> None:
    web.answers |= {"/old": (302, "/today"), "/today": (200, "")}
    assert check(content(tmp_path, source=f", address: '{web.address}/old'"), web) == []


def test_a_copy_in_an_archive_is_proposed_from_the_day_of_reading_if_there_is_one(
    tmp_path: Path, web: Web
) -> None:
    gone = f"{web.address}/gone"
    folder = content(tmp_path, source=f", address: '{gone}', accessed: 2024-09-10")
    (without,) = check(folder, web)
    assert without.fix.endswith("or `archived:` with that of a copy")
    web.answers[f"/web/20240910/{gone}"] = (302, "/copy")
    web.answers["/copy"] = (200, "")
    (problem,) = check(folder, web)
    assert problem.fix.endswith(f"`archived: {web.address}/web/20240910/{gone}`")
    kept = f", address: '{gone}', archived: '{web.address}/web/20240910/{gone}'"
    assert check(content(tmp_path, source=kept), web) == []


@pytest.mark.parametrize(
    ("status", "words"), [(403, "answers 403 Forbidden"), (503, "answers 503 Service Unavailable")]
)
def test_a_server_that_refuses_programs_is_to_be_seen_by_a_person(
    tmp_path: Path, web: Web, status: int, words: str
) -> None:
    web.answers["/page"] = (status, "")
    (problem,) = check(content(tmp_path, source=f", address: '{web.address}/page'"), web)
    assert (problem.rule, problem.severity) == (Rule.LINK_UNCLEAR, "follow-up")
    assert words in problem.found


def test_what_was_good_is_asked_for_again_after_a_week_and_what_was_not_each_time(
    tmp_path: Path, web: Web
) -> None:
    web.answers["/here"] = (200, "")
    folder = content(tmp_path, text=f"[a]({web.address}/here) [b]({web.address}/gone)")
    asked = []
    for days in (0, 6, 7):
        web.asked.clear()
        check(folder, web, today=TODAY + timedelta(days=days))
        asked.append(sorted(web.asked))
    again = ["GET /gone", "HEAD /gone"]
    assert asked == [[*again, "HEAD /here"], again, [*again, "HEAD /here"]]


# How servers are asked


def test_a_server_that_knows_no_head_is_asked_for_the_page(web: Web) -> None:
    web.answers["/a"] = (405, "")
    assert ask_all([f"{web.address}/a"], FAST)[f"{web.address}/a"].state is LinkState.GOOD


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause(web: Web) -> None:
    web.answers |= {"/a": (200, ""), "/b": (200, ""), "/c": (200, "")}
    ask_all([f"{web.address}/{name}" for name in "abc"], Manners(pause=0.2, public_alone=False))
    gaps = [later - first for first, later in zip(web.moments, web.moments[1:], strict=False)]
    assert len(gaps) == 2
    assert min(gaps) >= 0.2


def test_there_is_an_end_to_answers_redirects_numbers_and_time(web: Web) -> None:
    web.answers |= {"/slow": (200, "never"), "/round": (302, "/round"), "/a": (200, "")}
    slow, again, good = (f"{web.address}/{name}" for name in ("slow", "round", "a"))
    hasty = Manners(pause=0.0, answer=1.0, public_alone=False)
    assert ask_all([slow], hasty)[slow].said == "does not answer within 1 seconds"
    assert ask_all([again], FAST)[again].said == "leads on more than 5 times"
    few = ask_all([good, again], Manners(pause=0.0, most=1, public_alone=False))
    assert (few[good].state, few[again].state) == (LinkState.GOOD, LinkState.UNCLEAR)
    began = time.monotonic()
    late = ask_all([slow, good], Manners(pause=0.0, answer=60.0, whole=0.2, public_alone=False))
    assert time.monotonic() - began < 30
    assert "was not tried" in late[good].said


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://127.0.0.1/", "is not on the public internet"),
        ("http://localhost/", "is not on the public internet: localhost is "),
        ("http://10.0.0.1/", "is not on the public internet"),
        ("http://192.168.1.1:8080/", "is not on the public internet"),
        ("http://169.254.169.254/latest/", "is not on the public internet"),
        ("http://[::1]/", "is not on the public internet"),
        ("http://[::ffff:127.0.0.1]/", "is not on the public internet"),
        ("http://[fd00::1]/", "is not on the public internet"),
        ("http://2130706433/", "its host is a number that browsers read as another"),
        ("http://me:secret@a.example/", "has the name of a user before its host"),
        ("http://me@127.0.0.1/", "has the name of a user before its host"),
        ("file:///etc/passwd", "begins with file:"),
        ("ftp://a.example/", "begins with ftp:"),
        ("http://a.example:port/", "its port is not a number"),
    ],
)
def test_what_is_not_on_the_web_is_never_asked_for(
    monkeypatch: pytest.MonkeyPatch, address: str, words: str
) -> None:
    monkeypatch.setattr(asking, "_ask", lambda *_: pytest.fail("asked"))
    reply = ask_all([address], Manners(pause=0.0))[address]
    assert reply.state is LinkState.REFUSED
    assert words in reply.said


def test_a_redirect_to_a_private_place_is_not_followed(
    monkeypatch: pytest.MonkeyPatch, web: Web
) -> None:
    web.answers["/inside"] = (200, "")
    with resolved(monkeypatch, "a.example", "93.184.216.34"):
        monkeypatch.setattr(
            asking, "_ask", lambda *_: asking._Answer(302, "Found", f"{web.address}/inside")
        )
        reply = ask_all(["http://a.example/"], Manners(pause=0.0))["http://a.example/"]
    assert reply.state is LinkState.REFUSED
    assert web.asked == []


@contextmanager
def resolved(monkeypatch: pytest.MonkeyPatch, name: str, number: str) -> Iterator[None]:
    real = socket.getaddrinfo

    def look_up(host: str, port: int, **options: int) -> object:
        return real(number if host == name else host, port, **options)

    with monkeypatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", look_up)
        yield


# The command


def test_the_command_asks_only_when_asked_to_and_says_what_it_did_not_ask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], web: Web
) -> None:
    content(tmp_path, text=f"See [this]({web.address}/).")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--quiet", "--today", "2024-09-12"]) == 0
    assert capsys.readouterr().err == ""
    assert not (tmp_path / ".dateline").exists()
    assert main(["check", "--links", "--quiet", "--today", "2024-09-12"]) == 0
    found = capsys.readouterr().err
    assert f"article.md:7:12: warning: {web.address}/ is not on the public internet" in found
    assert main(["check", "--links", "--strict", "--quiet", "--today", "2024-09-12"]) == 1
    assert (tmp_path / ".dateline" / ".gitignore").read_text("utf-8") == "*\n"
    assert web.asked == []
