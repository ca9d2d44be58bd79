"""An address that was published does not vanish without `formerly` or `removed`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from dateline.cli import main
from dateline.problems import Rule
from dateline.publishing.comparing.vanished import SiteChange, check_vanished
from dateline.publishing.writing.manifest import MANIFEST, Manifest
from dateline.publishing.writing.published import BriefingAddresses, Published
from tests.faults.table import tried
from tests.small_site import ARTICLE, FIGURES, SETTINGS, write_content

OTHER = FIGURES.replace("id: length", "id: how-long")


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content of one small briefing, published to _site."""
    monkeypatch.chdir(write_content(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1726142400")
    assert main(["--quiet"]) == 0
    return tmp_path


def write(world: Path, path: str, text: str) -> None:
    (world / "content" / path).parent.mkdir(parents=True, exist_ok=True)
    (world / "content" / path).write_text(text, "utf-8")


def remove(world: Path, slug: str) -> None:
    for path in (world / "content" / slug).iterdir():
        path.unlink()
    (world / "content" / slug).rmdir()


def gone(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str, str]]:
    """Where the command finds that an address is gone, what it found and what to write."""
    capsys.readouterr()
    code = main([*(arguments or ["build"]), "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    problems = [problem for problem in report["problems"] if problem["rule"] == "address.gone"]
    assert code == bool(problems)
    return [(problem["path"], problem["message"], problem["fix"]) for problem in problems]


def test_other_content_is_not_compared_with_the_default_output(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, "line/figures.yaml", OTHER)
    (world / "content").rename(world / "elsewhere")
    assert gone(capsys, "check", "--content", "elsewhere") == []
    assert len(gone(capsys, "check", "--content", "elsewhere", "--previous", "_site")) == 1


def test_a_fact_that_is_renamed_is_missed_at_its_sheet(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (world / "_site" / MANIFEST).read_bytes()
    write(world, "line/figures.yaml", OTHER)
    ((path, found, fix),) = gone(capsys)
    assert path == "content/line/figures.yaml"
    assert "‘length’ was published at /line/facts/length/" in found
    assert "if it is ‘how-long’ now, write `formerly: length` there" in fix
    assert "`- id: length`" in fix
    assert "if nobody has seen _site, remove that folder" in fix
    assert (world / "_site" / MANIFEST).read_bytes() == before


def test_check_misses_it_too_and_writes_nothing(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, "line/figures.yaml", OTHER)
    assert len(gone(capsys, "check")) == 1
    assert len(gone(capsys, "check", "line")) == 1


@pytest.mark.parametrize(
    "figures",
    [
        OTHER.replace("label:", "formerly: length\n    label:"),
        "removed:\n  - {id: length, on: 2024-09-12, why: It was measured wrongly.}\n",
    ],
)
def test_what_the_message_says_to_write_is_enough(
    world: Path, capsys: pytest.CaptureFixture[str], figures: str
) -> None:
    write(world, "line/figures.yaml", figures)
    assert gone(capsys) == []
    assert (world / "_site/line/facts/length/index.html").exists()
    write(world, "line/figures.yaml", OTHER)
    assert [found[0] for found in gone(capsys)] == ["content/line/figures.yaml"], "for ever"


def test_nobody_has_seen_a_site_that_is_deleted(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, "line/figures.yaml", OTHER)
    assert gone(capsys, "build", "--output", "elsewhere") == []


def test_a_briefing_that_is_deleted_is_missed_at_its_folder(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, "road/article.md", ARTICLE)
    remove(world, "line")
    ((path, found, fix),) = gone(capsys)
    assert path == "content/line"
    assert "‘line’ was published at /line/" in found
    assert "if it is ‘road’ now, write `formerly: line` in its front matter" in fix
    assert "`- folder: line` with `on:` and `why:`" in fix


def test_a_briefing_that_is_renamed_takes_its_facts_with_it(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, "road/article.md", ARTICLE.replace("title:", "formerly: line\ntitle:"))
    remove(world, "line")
    assert [path for path, *_ in gone(capsys)] == ["content/road/figures.yaml"]
    write(world, "road/figures.yaml", FIGURES)
    assert gone(capsys) == []
    write(world, "road/article.md", ARTICLE)
    assert [path for path, *_ in gone(capsys)] == ["content/road/article.md"]


REMOVED = "removed:\n  - folder: line\n    on: 2024-09-12\n    why: A court <forbade> it.\n"


def test_a_briefing_that_is_removed_leaves_a_notice_with_the_reason(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, "road/article.md", ARTICLE)
    remove(world, "line")
    write(world, "site.yaml", SETTINGS + REMOVED)
    assert gone(capsys) == []
    for page in ("line/index.html", "corrections/index.html"):
        text = (world / "_site" / page).read_text("utf-8")
        assert "A court &lt;forbade&gt; it." in text
        assert '<time datetime="2024-09-12">' in text
    assert "../line/index.html" in (world / "_site/corrections/index.html").read_text("utf-8")
    write(world, "site.yaml", SETTINGS)
    assert [path for path, *_ in gone(capsys)] == ["content/site.yaml"], "the notice stays"


def test_the_notice_of_a_removed_briefing_names_it(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, "road/article.md", ARTICLE)
    remove(world, "line")
    for title, called in (("", "/line/"), ("    title: The line opens\n", "The line opens")):
        write(world, "site.yaml", SETTINGS + REMOVED + title)
        assert gone(capsys) == []
        corrections = (world / "_site/corrections/index.html").read_text("utf-8")
        assert f'<a href="../line/index.html">{called}</a>' in corrections
        notice = (world / "_site/line/index.html").read_text("utf-8")
        assert f"<h1>The briefing “{called}” was removed</h1>" in notice


def test_the_name_of_a_removed_briefing_is_not_given_to_another(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, "site.yaml", SETTINGS + REMOVED)
    assert main(["check", "--quiet"]) == 1
    assert "content/site.yaml:4:13: error: the former address ‘line’ is taken" in (
        capsys.readouterr().err
    )


def test_a_draft_is_not_published_and_what_was_is_not_made_a_draft(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = ARTICLE.replace("title:", "draft: true\ntitle:")
    write(world, "road/article.md", draft)
    assert gone(capsys, "build", "--drafts") == []
    assert gone(capsys) == []
    assert not (world / "_site/road").exists()
    write(world, "road/article.md", ARTICLE)
    assert gone(capsys) == []
    write(world, "road/article.md", draft)
    assert gone(capsys, "build", "--drafts") == []
    ((path, _, fix),) = gone(capsys)
    assert path == "content/road/article.md"
    assert fix.startswith("remove `draft: true`, or list it under `removed:` in site.yaml")
    write(world, "site.yaml", SETTINGS + REMOVED.replace("line", "road"))
    assert gone(capsys) == []
    assert "removed" in (world / "_site/road/index.html").read_text("utf-8")


def test_another_site_in_the_same_folder_is_one_error_and_not_many(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, "road/article.md", ARTICLE)
    assert gone(capsys) == []
    for slug in ("line", "road"):
        remove(world, slug)
    write(world, "sea/article.md", ARTICLE)
    ((path, found, fix),) = gone(capsys)
    assert path == "content"
    assert found == "none of the 2 briefings that were published is there any more"
    assert fix.startswith("if this is another site, choose another --output")


def test_nothing_is_missed_in_what_cannot_be_read(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, "line/figures.yaml", OTHER.replace("label: Length", "label: [Length"))
    assert main(["check", "--quiet"]) == 1
    assert "was published at" not in capsys.readouterr().err


@tried(2, "`--only`, into the site of all briefings", "Exit 2; no briefing is deleted")
def test_a_site_of_some_briefings_deletes_no_others(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, "road/article.md", ARTICLE)
    assert main(["--quiet"]) == 0
    assert main(["build", "--only", "road"]) == 2
    assert "_site has other briefings too (line)" in capsys.readouterr().err
    assert (world / "_site/line/index.html").exists()
    assert main(["build", "--only", "road", "--output", "road"]) == 0
    assert not (world / "road/line").exists()
    assert (world / "road/road/index.html").exists()
    assert main(["build", "--only", "road", "--output", "road"]) == 0


# What was published, elsewhere


def test_a_manifest_without_addresses_shows_them_in_its_files() -> None:
    files = ["index.html", "a/article/index.html", "a/facts/x/index.html", "about/index.html"]
    whole = {"made-by": "dateline", "version": 1, "files": dict.fromkeys(files, "")}
    old = Manifest.parse(json.dumps(whole).encode()).published
    assert old == Published(briefings={"a": BriefingAddresses(facts={"x": ""})})
    change = SiteChange(
        before=old, now=Published(briefings={"a": BriefingAddresses()}), content="c"
    )
    (problem,) = check_vanished(change)
    assert (problem.rule, problem.position.path) == (Rule.ADDRESS_GONE, "c/a")


def test_a_manifest_keeps_what_was_published() -> None:
    briefings = {"a": BriefingAddresses(facts={"x": "people.yaml"}, formerly=("b",))}
    published = Published(briefings=briefings, removed=("c",))
    manifest = Manifest(files={"index.html": "1"}, briefings={"a": "2"}, published=published)
    assert Manifest.parse(manifest.render()) == manifest


@pytest.mark.parametrize("form", ["_site", f"_site/{MANIFEST}"])
def test_what_is_published_may_be_in_a_file(
    world: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    write(world, "line/figures.yaml", OTHER)
    ((_, _, fix),) = gone(capsys, "build", "--output", "elsewhere", "--previous", form)
    assert "nobody has seen" not in fix


@tried(11, "`--previous` names a file that is no manifest", "Exit 2, and a sentence")
@pytest.mark.parametrize("text", ["", "{}", "[]", '{"made-by": "dateline", "version": 9}', "\xff"])
def test_a_file_that_is_no_manifest_is_refused_in_a_sentence(
    world: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (world / "list.json").write_bytes(text.encode("latin-1"))
    for path in ("list.json", "nowhere.json"):
        assert main(["build", "--previous", path]) == 2
        message = capsys.readouterr().err
        assert path in message
        assert "Traceback" not in message


@pytest.fixture
def live(world: Path) -> Iterator[tuple[str, dict[str, tuple[int, bytes]]]]:
    """A server with the manifest of _site, by its address, and what it answers for each path."""
    answers = {f"/repo/{MANIFEST}": (200, (world / "_site" / MANIFEST).read_bytes())}

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            code, text = answers.get(self.path, (404, b""))
            self.send_response(code)
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/repo/", answers
    server.shutdown()
    server.server_close()


LIVE = ["build", "--output", "new", "--previous", "live"]


def test_the_live_site_is_asked_at_its_own_address(
    world: Path,
    live: tuple[str, dict[str, tuple[int, bytes]]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    address, _ = live
    write(world, "line/figures.yaml", OTHER)
    assert len(gone(capsys, *LIVE, "--site-url", address)) == 1
    assert len(gone(capsys, "check", "--previous", address)) == 1
    assert main([*LIVE, "--quiet"]) == 2
    assert "has none: write `address:` in site.yaml" in capsys.readouterr().err


def test_the_first_site_at_an_address_has_none_before_it(
    world: Path,
    live: tuple[str, dict[str, tuple[int, bytes]]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    address, answers = live
    answers.clear()
    assert main([*LIVE, "--site-url", address]) == 0
    assert f"Nothing is published at {address} yet" in capsys.readouterr().out


@tried(11, "`--previous` names a server that fails", "Exit 2, and a sentence")
def test_a_server_that_fails_refuses_the_build(
    world: Path,
    live: tuple[str, dict[str, tuple[int, bytes]]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    address, answers = live
    for answer in ((503, b""), (200, b"<html>")):
        answers[f"/repo/{MANIFEST}"] = answer
        assert main([*LIVE, "--site-url", address]) == 2
        assert address in capsys.readouterr().err
    assert not (world / "new").exists()
