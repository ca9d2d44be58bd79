"""An edit of style, script, icon or logo renders no page again, and one of a template only its pages."""

from __future__ import annotations

import re
from pathlib import Path
from unittest.mock import Mock

import pytest

from dateline.cli import main
from dateline.publishing import briefings, footprint
from dateline.publishing.keeping import stored
from dateline.publishing.keeping.open_names import MARK
from dateline.publishing.looks import render
from dateline.publishing.looks.look import look_folders
from tests.faults.table import tried
from tests.small_site import article

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 40"><path d="M0 0h{}v40z"/></svg>'
NAME_OF_A_STYLE = "assets/style-0123456789.css"
SETTINGS = "title: T\ndescription: D\nlook: {logo: look/logo.svg}\n"
FILES = {
    "content/site.yaml": SETTINGS,
    "content/look/logo.svg": LOGO.format(90, 90),
    "content/line/article.md": article(f"The sheet is called {NAME_OF_A_STYLE} here."),
    "static/style/components/own.css": "p { color: red }",
    "static/script/own.js": "let own = 1;",
    "static/icon.svg": LOGO.format(40, 40),
}


def write(files: dict[str, str]) -> None:
    for path, text in files.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, "utf-8")


def build(*options: str) -> None:
    asked = ["--quiet", "--today", "2024-09-12", "--site-url", "https://a.example/"]
    assert main(["build", *asked, *options]) == 0


def files(folder: str) -> dict[str, bytes]:
    paths = (path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mock:
    """Is called for each briefing that is made, after a first build."""
    monkeypatch.chdir(tmp_path)
    write(FILES)
    build()
    made = Mock(wraps=briefings.finish_briefing)
    monkeypatch.setattr(briefings, "finish_briefing", made)
    return made


@tried(
    3,
    "{path} is edited, and nothing else",
    "Every page has the new name, no briefing is made again, and the bytes are those of a new build",
)
@pytest.mark.parametrize(
    ("path", "edited", "name", "makes"),
    [
        ("static/style/components/own.css", "p { color: blue }", "brief-", 0),
        ("static/script/own.js", "let own = 2;", "script-", 0),
        ("static/icon.svg", LOGO.format(40, 39), "icon-", 0),
        ("content/look/logo.svg", LOGO.format(90, 89), "logo-", 1),  # it is on the card too
    ],
)
def test_only_names_change(made: Mock, path: str, edited: str, name: str, makes: int) -> None:
    def named() -> set[bytes]:
        return set(re.findall(rf"assets/{name}\w+".encode(), files("_site/line")["index.html"]))

    before = named()
    write({path: edited})
    build()
    assert made.call_count == makes
    assert len(named()) == 1
    assert named() != before
    build("--fresh", "--output", "fresh")
    assert files("_site") == files("fresh")


def test_a_name_that_an_article_says_stays(made: Mock) -> None:
    write({"static/style/components/own.css": "p { color: blue }"})
    build()
    pages = files("_site")
    assert NAME_OF_A_STYLE.encode() in pages["line/article/index.html"]
    assert not [path for path, data in pages.items() if MARK.encode() in data]


def test_an_article_cannot_leave_a_name_open(made: Mock) -> None:
    write({"content/line/article.md": article(f"The name {MARK}000000 here.")})
    assert main(["check", "--quiet"]) == 1


def test_a_logo_of_another_size_is_another_page(made: Mock) -> None:
    write({"content/look/logo.svg": LOGO.format(120, 120)})
    build()
    assert b'width="120"' in files("_site")["line/index.html"]


def test_spoilt_pages_are_made_again(made: Mock) -> None:
    entry = Path(".dateline/_site/cache/line.json")
    data = bytearray(entry.read_bytes())
    data[len(data) // 2] ^= 1
    entry.write_bytes(data)
    stored._open.cache_clear()  # as in another run of the command
    write({"static/style/components/own.css": "p { color: blue }"})
    build()
    assert made.called
    build("--fresh", "--output", "fresh")
    assert files("_site") == files("fresh")


# Templates


@pytest.fixture
def rendered(made: Mock, monkeypatch: pytest.MonkeyPatch) -> Mock:
    """Is called for each page of a briefing that is rendered, after a first build with a template of one's own."""
    write({"templates/article.html.j2": ARTICLE})
    build()
    rendered = Mock(wraps=render.render)
    monkeypatch.setattr(briefings, "render", rendered)
    made.reset_mock()
    return rendered


ARTICLE = (look_folders()[0] / "article.html.j2").read_text("utf-8")
BLOCK = "{% block content %}"


def paths(rendered: Mock) -> set[str]:
    """Those of the briefing, without what fills their slots."""
    pages = [call.args[0] for call in rendered.call_args_list]
    own = (page for page in pages if not page.template.startswith("partials/"))
    return {page.path for page in own if page.path.startswith("line/")}


@tried(
    3,
    "A sentence is added to article.html.j2, and nothing else",
    "The article is rendered again, no other page of a briefing is, and the bytes are those of a new build",
)
def test_only_pages_of_the_template_are_rendered(made: Mock, rendered: Mock) -> None:
    write({"templates/article.html.j2": ARTICLE.replace(BLOCK, f"{BLOCK}<p>New.</p>\n\n")})
    build()
    assert not made.called
    assert paths(rendered) == {"line/article/index.html"}
    assert b"<p>New.</p>" in files("_site")["line/article/index.html"]
    build("--fresh", "--output", "fresh")
    assert files("_site") == files("fresh")


@pytest.mark.parametrize("added", ['<a href="../">Up</a>', '<p id="new">New.</p>'])
def test_a_page_with_other_links_is_made_again(made: Mock, rendered: Mock, added: str) -> None:
    write({"templates/article.html.j2": ARTICLE.replace(BLOCK, BLOCK + added)})
    build()
    assert made.called
    build("--fresh", "--output", "fresh")
    assert files("_site") == files("fresh")


def test_a_dead_link_of_a_template_is_reported_and_put_right(
    rendered: Mock, capsys: pytest.CaptureFixture[str]
) -> None:
    dead = ARTICLE.replace(BLOCK, f'{BLOCK}<a href="../nowhere/">Up</a>')
    write({"templates/article.html.j2": dead})
    assert main(["build", "--today", "2024-09-12", "--site-url", "https://a.example/"]) == 1
    assert "nowhere" in capsys.readouterr().err
    write({"templates/article.html.j2": ARTICLE.replace(BLOCK, f"{BLOCK}<p>New.</p>")})
    build()
    build("--fresh", "--output", "fresh")
    assert files("_site") == files("fresh")


def test_a_template_that_fails_on_some_page_is_reported_and_put_right(
    rendered: Mock, capsys: pytest.CaptureFixture[str]
) -> None:
    fails = ARTICLE.replace(BLOCK, BLOCK + "{{ 1 // (minutes - minutes) }}")
    write({"templates/article.html.j2": fails})
    assert main(["build", "--today", "2024-09-12", "--site-url", "https://a.example/"]) == 1
    assert "article.html.j2" in capsys.readouterr().err
    write({"templates/article.html.j2": ARTICLE.replace(BLOCK, f"{BLOCK}<p>New.</p>")})
    build()
    build("--fresh", "--output", "fresh")
    assert files("_site") == files("fresh")


def test_what_fills_slots_has_the_look_too(rendered: Mock) -> None:
    name = "partials/onward.html.j2"
    onward = (look_folders()[0] / name).read_text("utf-8")
    ferry = article("A ferry goes.", title="The ferry")
    write({"content/ferry/article.md": ferry, f"templates/{name}": onward})
    build()
    write({f"templates/{name}": f"{onward}<p>More.</p>"})
    build()
    assert b"<p>More.</p>" in files("_site")["line/index.html"]
    build("--fresh", "--output", "fresh")
    assert files("_site") == files("fresh")


def test_pages_that_a_part_made_for_another_look_are_not_published(
    rendered: Mock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(footprint, "_STEP", -(10**18))  # as if all had been saved long ago
    write({"content/ferry/article.md": article("A ferry goes.", title="The ferry")})
    build()
    write({"templates/article.html.j2": ARTICLE.replace(BLOCK, f"{BLOCK}<p>New.</p>")})
    build("--part", "1/1")
    write({"templates/article.html.j2": ARTICLE})
    write({"content/ferry/article.md": article("A ferry went.", title="The ferry")})
    build()
    build("--fresh", "--output", "fresh")
    assert files("_site") == files("fresh")
