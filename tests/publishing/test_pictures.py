"""Pictures from the folder of a briefing to its pages: what is published of them, and what is refused."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from PIL import Image

from dateline.problems import Problem, Rule
from dateline.publishing.build import BuildResult, build_site, check_site
from dateline.publishing.images import renditions
from dateline.publishing.request import Request
from tests.pictures import PLACE, photo, saved, svg, taken_at
from tests.small_site import article

LEAD = "picture: {file: images/bridge.jpg, alt: A bridge, credit: Ana Writer}"
PEOPLE = """\
people:
  - id: ana
    name: Ana
    role: Mayor
    why: She came.
    evidence: Ana
    picture: {file: images/ana.png, alt: Ana in a coat, credit: Ben, caption: Ana at work.}
"""
BODY = "All was quiet, said Ana.\n\n![A field](images/field.webp)\n\nThe end."
FIELD = "pictures: [{file: images/field.webp, credit: Ben}]"
PICTURES = {
    "bridge.jpg": photo(size=(1000, 700), exif=taken_at()),
    "ana.png": photo("PNG", size=(400, 500)),
    "field.webp": photo("WEBP", size=(700, 300)),
}


def write(folder: Path, *front: str, body: str = "All was quiet.", people: str = "") -> Path:
    """A site of one briefing, `b`."""
    content = folder / "content"
    (content / "b" / "images").mkdir(parents=True, exist_ok=True)
    (content / "site.yaml").write_text("title: T\ndescription: D\n", "utf-8")
    (content / "b" / "article.md").write_text(article(body, *front), "utf-8")
    if people:
        (content / "b" / "people.yaml").write_text(people, "utf-8")
    return content / "b" / "images"


def add(images: Path, pictures: Mapping[str, bytes]) -> None:
    for name, data in pictures.items():
        (images / name).write_bytes(data)


def request_of(folder: Path) -> Request:
    return Request(
        content=folder / "content",
        now=datetime(2024, 9, 12, tzinfo=UTC),
        today=date(2024, 9, 12),
        site_url="https://daily.example/",
    )


def build(folder: Path, *, fresh: bool = False) -> BuildResult:
    return build_site(request_of(folder), folder / "_site", fresh=fresh, say=lambda _: None)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A site with a picture at its head, one in its article and one of a person."""
    add(write(tmp_path, LEAD, FIELD, body=BODY, people=PEOPLE), PICTURES)
    assert errors(build(tmp_path).problems) == []
    return tmp_path


def errors(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    return [
        (str(problem.position).partition("/b/")[2], problem.rule.value)
        for problem in problems
        if problem.severity == "error"
    ]


def files(folder: Path) -> dict[str, bytes]:
    site = folder / "_site"
    paths = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def page(folder: Path, path: str) -> str:
    return (folder / "_site" / "b" / path / "index.html").read_text("utf-8")


def figures(html: str) -> list[dict[str, str]]:
    """The attributes of each picture, with its `srcset`, its `loading` and the words under it."""
    return [
        {
            **dict(re.findall(r'([a-z]+)="([^"]*)"', figure.partition("<figcaption>")[0])),
            "below": " ".join(re.sub("<[^>]+>", "", figure.partition("<figcaption>")[2]).split()),
        }
        for figure in re.findall(r"<figure class=\"picture.*?</figure>", html, re.DOTALL)
    ]


# What readers get


def test_where_a_photo_was_taken_is_nowhere_in_the_site(built: Path) -> None:
    assert PLACE in PICTURES["bridge.jpg"]
    published = files(built)
    assert [path for path in published if path.endswith(".jpg")]
    for path, data in published.items():
        assert PLACE not in data, path
        if path.endswith((".jpg", ".webp")):
            assert b"Exif" not in data, path


def test_a_picture_has_its_words_its_sizes_and_its_place_before_it_arrives(built: Path) -> None:
    lead, field = figures(page(built, "article"))
    assert (lead["alt"], lead["below"]) == ("A bridge", "Picture: Ana Writer")
    assert (field["alt"], field["below"]) == ("A field", "Picture: Ben")
    assert (lead["width"], lead["height"]) == ("960", "672")
    widths = re.findall(r"-(\d+)\.webp \1w", lead["srcset"])
    assert widths == ["480", "960", "1000"]
    assert field["src"].startswith("../images/field-")


def test_only_the_picture_that_is_seen_first_is_fetched_at_once(built: Path) -> None:
    lead, field = figures(page(built, "article"))
    assert (lead.get("fetchpriority"), lead.get("loading")) == ("high", None)
    assert (field.get("fetchpriority"), field.get("loading")) == (None, "lazy")
    for path in ("", ".."):
        (shown,) = figures(page(built, path))
        assert shown["fetchpriority"] == "high"
        # The brief and the front page have no room for all of it.
        assert (shown["width"], shown["height"]) == ("960", "540")


def test_on_a_phone_words_come_before_the_picture(built: Path) -> None:
    html = page(built, "article")
    assert html.index("All was quiet") < html.index("<figure") < html.index("The end.")


@pytest.mark.parametrize(("size", "above"), [((60, 40), True), ((40, 60), False)])
def test_a_tall_picture_leaves_the_first_words_on_the_screen(
    tmp_path: Path, size: tuple[int, int], above: bool
) -> None:
    add(write(tmp_path, LEAD), {"bridge.jpg": photo(size=size)})
    build(tmp_path)
    (lead,) = figures(page(tmp_path, "article"))
    assert ("picture-first" in lead["class"], "picture-tall" in lead["class"]) == (above, not above)


def test_the_face_of_a_person_is_a_square(built: Path) -> None:
    for path in ("who-and-where", "facts/ana"):
        (face,) = figures(page(built, path))
        assert (face["width"], face["height"], face["below"]) == (
            "320",
            "320",
            "Ana at work. Picture: Ben",
        )


def test_a_film_is_a_link_below_its_still(tmp_path: Path) -> None:
    film = LEAD.replace("}", ", video: https://www.films.example/quiet}")
    add(write(tmp_path, film), PICTURES)
    build(tmp_path)
    (still,) = figures(page(tmp_path, "article"))
    assert still["below"] == "Watch the video at films.example Picture: Ana Writer"
    assert 'href="https://www.films.example/quiet"' in page(tmp_path, "article")
    assert not re.search("<(iframe|video|audio|embed)", page(tmp_path, "article"))


def test_what_only_decorates_is_not_read_aloud(tmp_path: Path) -> None:
    plain = "pictures: [{file: images/line.svg, decorative: true, credit: Ana}]"
    add(write(tmp_path, plain, body="Quiet.\n\n![](images/line.svg)"), {"line.svg": svg("<g/>")})
    assert errors(build(tmp_path).problems) == []
    (line,) = figures(page(tmp_path, "article"))
    assert (line["alt"], "srcset" in line) == ("", False)
    assert (line["width"], line["height"]) == ("40", "30")


def test_programs_find_the_pictures_and_their_words(built: Path) -> None:
    graph = re.search(r'ld\+json">(.*?)</script>', page(built, "article"), re.DOTALL)
    assert graph
    nodes = json.loads(graph[1])["@graph"]
    (images,) = (node["image"] for node in nodes if node["@type"] == "NewsArticle")
    assert [re.sub(r"-[0-9a-f]{10}", "", image) for image in images] == [
        "https://daily.example/b/card.png",
        "https://daily.example/b/images/bridge-960.jpg",
    ]
    data = json.loads((built / "_site/b/data/facts.json").read_text("utf-8"))
    assert [picture["address"] for picture in data["pictures"]][:1] == images[1:]
    assert data["pictures"][1]["alt"] == "A field"
    (ana,) = data["facts"]
    assert (ana["picture"]["credit"], ana["picture"]["alt"]) == ("Ben", "Ana in a coat")
    feed = json.loads((built / "_site/feed.json").read_text("utf-8"))
    assert re.sub("-[0-9a-f]{10}", "", feed["items"][0]["image"]) == (
        "https://daily.example/b/images/bridge-960.jpg"
    )
    table = (built / "_site/b/data/people.csv").read_text("utf-8-sig")
    assert f"Ana in a coat,Ben,{ana['picture']['address']}" in table


# What is kept


def test_the_list_of_the_briefing_has_every_copy(built: Path) -> None:
    listed = json.loads((built / "_site/b/dateline-files.json").read_text("utf-8"))["files"]
    copies = {path for path in files(built) if "/images/" in path}
    assert len(copies) == 4 + 3 + 3 + 4
    assert copies <= {f"b/{path}" for path in listed}


def test_a_second_build_makes_no_copy(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(built)
    monkeypatch.setattr(renditions, "encode_copies", lambda *_: pytest.fail("was made again"))
    write(built, LEAD, FIELD, body=f"{BODY}\n\nMore.", people=PEOPLE)
    assert errors(build(built).problems) == []
    after = files(built)
    assert before["b/article/index.html"] != after["b/article/index.html"]
    assert {path: after[path] for path in before if "/images/" in path} == {
        path: data for path, data in before.items() if "/images/" in path
    }


def test_a_check_finds_the_same_and_makes_no_copy(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(built / "content/b/images", {"field.webp": PICTURES["field.webp"][:400]})
    found = build(built).problems
    monkeypatch.setattr(Image.Image, "save", lambda *_: pytest.fail("was encoded"))
    assert errors(found) == [("images/field.webp:1:1", "picture.damaged")]
    assert check_site(request_of(built)).problems == found


@pytest.mark.parametrize("how", ["spoilt", "gone", "none is kept"])
def test_a_site_is_the_same_whatever_was_kept(built: Path, how: str) -> None:
    before = files(built)
    kept = sorted((built / ".dateline/_site/cache/pictures").glob("*.webp"))
    assert kept
    for copy in kept if how != "none is kept" else ():
        copy.write_bytes(b"spoilt") if how == "spoilt" else copy.unlink()
    (built / "_site/index.html").write_text("changed by hand", "utf-8")
    build(built, fresh=how == "none is kept")
    assert files(built) == before


def test_copies_of_a_picture_that_is_gone_are_not_kept(built: Path) -> None:
    write(built, FIELD, body=BODY, people=PEOPLE)
    (built / "content/b/images/bridge.jpg").unlink()
    build(built)
    assert not [path for path in files(built) if "bridge" in path]
    kept = (built / ".dateline/_site/cache/pictures").glob("*.webp")
    assert len([*kept]) == 2 + 2


def test_a_picture_that_is_replaced_has_another_address(built: Path) -> None:
    before = figures(page(built, "article"))[0]["src"]
    add(built / "content/b/images", {"bridge.jpg": photo(size=(800, 600))})
    build(built)
    assert figures(page(built, "article"))[0]["src"] != before


# What is refused


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"<!doctype html>", ("images/bridge.jpg:1:1", "picture.kind")),
        (PICTURES["bridge.jpg"][:900], ("images/bridge.jpg:1:1", "picture.damaged")),
        (svg("<g/>\n<script/>"), ("images/bridge.jpg:3:1", "picture.svg")),
        (saved(Image.new("L", (12_000, 9_000)), "JPEG"), ("images/bridge.jpg:1:1", "picture.size")),
    ],
    ids=["not one", "cut off", "script", "108 megapixels"],
)
def test_a_picture_that_cannot_be_shown_refuses_the_site_and_changes_nothing(
    built: Path, data: bytes, found: tuple[str, str]
) -> None:
    before = files(built)
    add(built / "content/b/images", {"bridge.jpg": data})
    result = build(built)
    assert result.refused
    assert errors(result.problems) == [found]
    (problem,) = (problem for problem in result.problems if problem.severity == "error")
    assert str(problem.related[0].position).endswith("article.md:5:17")
    assert files(built) == before


def test_a_file_of_one_gigabyte_is_not_read(built: Path) -> None:
    with (built / "content/b/images/bridge.jpg").open("wb") as file:
        file.truncate(1_000_000_000)
    assert errors(build(built).problems) == [("images/bridge.jpg:1:1", "file.size")]


@pytest.mark.skipif(sys.platform == "win32", reason="not everybody may make links there")
def test_a_picture_may_not_be_a_link(built: Path) -> None:
    image = built / "content/b/images/bridge.jpg"
    image.rename(built / "outside.jpg")
    image.symlink_to(built / "outside.jpg")
    assert errors(build(built).problems) == [("images/bridge.jpg:1:1", "file.link")]


@pytest.mark.parametrize(("written", "stored"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_letters_are_compared_as_all_systems_do(
    tmp_path: Path, written: Literal["NFC", "NFD"], stored: Literal["NFC", "NFD"]
) -> None:
    lead = normalize(written, "picture: {file: images/Brücke.jpg, alt: A bridge, credit: Ana}")
    add(write(tmp_path, lead), {normalize(stored, "Brücke.jpg"): photo()})
    assert build(tmp_path).problems == ()
    assert any("images/brucke-" in path for path in files(tmp_path))


@pytest.mark.skipif(os.path.normcase("A") == "a", reason="there the names are the same")
def test_a_name_with_other_capitals_is_not_the_file(tmp_path: Path) -> None:
    add(write(tmp_path, LEAD), {"Bridge.JPG": photo()})
    (problem,) = build(tmp_path).problems
    assert (problem.rule, problem.fix) == (
        Rule.FILE_MISSING,
        "write images/Bridge.JPG: capital and small letters differ",
    )


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("![A bridge in 1931](images/field.webp)", 15),
        ("![](images/field.webp 'A bridge in 1931')", 36),
    ],
)
def test_words_in_the_article_are_claims_at_their_place(
    tmp_path: Path, written: str, column: int
) -> None:
    front = FIELD if "![A" in written else FIELD.replace("credit", "alt: A field, credit")
    add(write(tmp_path, front, body=f"All was quiet.\n\n{written}\n"), PICTURES)
    (problem,) = [problem for problem in build(tmp_path).problems if problem.severity == "error"]
    found = problem.position
    assert (problem.rule, found.line, found.column) == (Rule.CLAIM_DATE, 10, column)
