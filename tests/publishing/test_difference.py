"""`build --summary`: what changes for readers since a site was published, in Markdown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.publishing.comparing.difference import (
    BriefingDifference,
    FactDifference,
    FactSets,
    PageSets,
    SiteDifference,
)
from dateline.publishing.comparing.markdown_summary import summary_to_markdown
from dateline.publishing.comparing.previous import PreviousSite
from dateline.publishing.writing.manifest import FILES, Manifest, render_list
from tests.small_site import FIGURES, article, write_content

ADDRESS = "https://news.example/"
SUMMARY = Path("summary.md")
ARTICLE = article("The line opened. It is 32 kilometres long.", title="A line opens")


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content of one small briefing, published to `before`."""
    monkeypatch.chdir(write_content(tmp_path))
    write(tmp_path, "line/article.md", ARTICLE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1726142400")
    assert main(["--quiet", "--site-url", ADDRESS, "--output", "before"]) == 0
    return tmp_path


def summary(*options: str, code: int = 0) -> str:
    arguments = ["build", "--quiet", "--site-url", ADDRESS, "--summary", str(SUMMARY), *options]
    SUMMARY.unlink(missing_ok=True)
    assert main([*arguments, "--previous", "before"]) == code
    return SUMMARY.read_text("utf-8")


def write(world: Path, path: str, text: str) -> None:
    (world / "content" / path).parent.mkdir(parents=True, exist_ok=True)
    (world / "content" / path).write_text(text, "utf-8")


def test_the_same_content_changes_nothing(world: Path) -> None:
    assert summary() == (
        "Nothing is wrong.\n\n## What changes for readers\n\n"
        "Compared with the site at before: every page is the same.\n\n"
    )


def test_a_changed_fact_is_listed_with_its_words_before_and_now(world: Path) -> None:
    write(
        world, "line/figures.yaml", FIGURES.replace("label: Length", "label: Length of the *line*")
    )
    link = "[Length of the \\*line\\*](https://news.example/line/facts/length/)"
    line = f"- Changed fact: {link}: label was “Length”, is “Length of the \\*line\\*”"
    assert line in summary().splitlines()


def test_a_fact_that_is_added_renamed_or_gone_is_listed(world: Path) -> None:
    opened = FIGURES.replace("id: length", "id: how-long\n    formerly: length")
    write(world, "line/figures.yaml", opened)
    text = summary()
    assert "- Changed fact: [Length](https://news.example/line/facts/how-long/): " in text
    assert "address was “length”, is “how-long”" in text

    removal = "removed: [{id: length, on: 2024-09-12, why: It was wrong.}]\n"
    write(world, "line/figures.yaml", removal + FIGURES.replace("id: length", "id: long"))
    text = summary()
    assert "- New fact: [Length](https://news.example/line/facts/long/)" in text
    assert "- Fact gone: [Length](https://news.example/line/facts/length/)" in text


def test_a_new_fact_of_a_published_briefing_is_to_say_since_when(world: Path) -> None:
    more = FIGURES + FIGURES.removeprefix("figures:\n").replace("id: length", "id: long")
    write(world, "line/figures.yaml", more)
    assert "- 1 new fact without `added:`. Write the day there" in summary()
    write(world, "line/figures.yaml", f"{more}    added: 2024-09-12\n")
    assert "without `added:`" not in summary()


def test_an_article_that_moves_the_words_of_a_fact_changes_pages_and_no_fact(world: Path) -> None:
    write(world, "line/article.md", ARTICLE.replace("The line", "It rained. The line"))
    text = summary()
    assert "[article](https://news.example/line/article/)" in text
    assert "fact" not in text


def test_a_new_briefing_is_listed_with_its_facts(world: Path) -> None:
    write(world, "other/article.md", ARTICLE.replace("A line opens", "A second line"))
    write(world, "other/figures.yaml", FIGURES)
    text = summary()
    assert "### [A second line](https://news.example/other/) (new)\n\n- New fact: [Length]" in text
    assert "without `added:`" not in text


def test_a_briefing_that_vanishes_is_listed_though_nothing_is_published(world: Path) -> None:
    (world / "content/line").rename(world / "content/track")
    text = summary(code=1)
    assert "## 1 error: nothing is published\n\n- content/line:1: error: the briefing" in text
    assert "### [A line opens](https://news.example/line/) (gone)" in text


def test_facts_that_cannot_be_read_are_said_not_to_be_compared(world: Path) -> None:
    for data in (b"{", b'{"facts": [7]}', None):
        path = world / "before/line/data/facts.json"
        path.write_bytes(data) if data else path.unlink()
        write(world, "line/figures.yaml", FIGURES.replace("label: Length", "label: So long"))
        assert "- Its facts were not compared" in summary()


def test_if_every_page_changed_only_what_changed_for_other_reasons_is_listed(
    world: Path,
) -> None:
    manifest, listing = world / "before/dateline-manifest.json", world / "before/line" / FILES
    whole = json.loads(manifest.read_text("utf-8"))
    inside = json.loads(listing.read_text("utf-8"))["files"]
    for files in (whole["files"], inside):
        files |= {path: "0" * 64 for path in files if path.endswith(".html")}
    html = [path for path in (*whole["files"], *inside) if path.endswith(".html")]
    whole["briefings"]["line"] = "0" * 64
    manifest.write_text(json.dumps(whole), "utf-8")
    listing.write_bytes(render_list("", {f"/{path}": of for path, of in inside.items()}))
    text = summary()
    assert f"Compared with the site at before: {len(html)} pages changed." in text
    assert "No page is the same file" in text
    assert "###" not in text


def test_what_is_wrong_is_listed_whether_or_not_it_refuses_the_site(world: Path) -> None:
    write(world, "line/figures.yaml", FIGURES.replace("value: 32", "value: 33"))
    text = summary(code=1)
    assert text.startswith("## 1 error: nothing is published\n\n- content/line/figures.yaml:")
    assert "What changes" not in text


def test_without_a_published_site_everything_is_new(world: Path) -> None:
    assert main(["build", "--quiet", "--summary", str(SUMMARY), "--output", "first"]) == 0
    text = SUMMARY.read_text("utf-8")
    assert text.startswith("Nothing is wrong.\n\nThe site has no address")
    assert "What changes" not in text


def test_the_site_in_the_output_is_compared_as_it_was(world: Path) -> None:
    write(world, "line/figures.yaml", FIGURES.replace("label: Length", "label: So long"))
    assert main(["--quiet", "--output", "before", "--summary", str(SUMMARY)]) == 0
    assert "label was “Length”, is “So long”" in SUMMARY.read_text("utf-8")


def test_several_summaries_stand_in_one_file(world: Path) -> None:
    first = summary()
    assert (
        main(["--quiet", "--previous", "before", "--site-url", ADDRESS, "--summary", "summary.md"])
        == 0
    )
    assert SUMMARY.read_text("utf-8") == first * 2


def test_a_summary_that_cannot_be_written_is_said_and_the_site_stays_as_it_was(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, "line/figures.yaml", FIGURES.replace("label: Length", "label: So long"))
    before = (world / "before/index.html").stat()
    assert main(["--quiet", "--output", "before", "--summary", str(world / "content")]) == 2
    printed = capsys.readouterr().err
    assert "content: Is a directory; nothing was published" in printed
    after = (world / "before/index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("home", ["http://127.0.0.1:9", "."])
@pytest.mark.parametrize("path", ["no/such/file", "é b/facts.json", "\0/facts.json"])
def test_a_file_that_cannot_be_had_is_none(home: str, path: str) -> None:
    assert PreviousSite(manifest=Manifest(files={}), home=home).read(path) is None


def test_a_summary_is_never_longer_than_github_takes() -> None:
    fact = FactDifference(label="х" * 400, page=f"b/facts/{'x' * 80}/")
    none = PageSets(added=(), changed=(), removed=())
    many = FactSets(added=(fact,) * 60, removed=(fact,) * 60)
    briefing = BriefingDifference(
        slug="b", title="T", is_new=False, is_gone=False, pages=none, facts=many
    )
    site = SiteDifference(
        home="before", address=ADDRESS, pages=none, is_all_changed=False, briefings=(briefing,) * 60
    )
    text = summary_to_markdown((), (), site, refused=False)
    assert 500_000 < len(text.encode()) < 1_048_576
    assert text.count("\n- and 10 more\n") > 10
    assert "more briefings.\n" in text
