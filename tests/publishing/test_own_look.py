"""A site with a logo and colours of its own: what its pages and its card have, and what is refused."""

from __future__ import annotations

import re
import struct
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from dateline.facts.site_records import TypePair
from dateline.problems import Problem
from dateline.publishing.build import BuildResult, build_site
from dateline.publishing.looks.faces import faces_of_pages
from dateline.publishing.looks.look import read_look_files
from dateline.publishing.request import Request
from tests.pictures import PLACE, photo, svg, taken_at
from tests.small_site import SETTINGS, write_content

WIDE = svg('<path d="M0 0h200v40H0z"/>', 'viewBox="0 0 200 40"')
SQUARE = svg('<path d="M0 0h40v40H0z" fill="#b00020"/>', 'viewBox="0 0 40 40"')


def build(folder: Path, *settings: str, address: str | None = None, **look: bytes) -> BuildResult:
    """A site with these lines below `look:`, and these files in its folder `look`."""
    lines = "".join(f"  {line}\n" for line in settings)
    write_content(folder, settings=f"{SETTINGS}look:\n{lines}" if lines else SETTINGS)
    (folder / "content" / "look").mkdir(exist_ok=True)
    for name, data in look.items():
        path = folder / "content" / "look" / ".".join(name.rsplit("_", 1)).replace("_", "-")
        path.write_bytes(data)
    return build_site(
        Request(
            content=folder / "content",
            now=datetime(2024, 9, 12, tzinfo=UTC),
            today=date(2024, 9, 12),
            site_url=address,
        ),
        folder / "_site",
        say=lambda _: None,
    )


def wrong(result: BuildResult) -> list[Problem]:
    """What is wrong, but for an open claim of the article."""
    return [problem for problem in result.problems if problem.rule != "coverage.open"]


def found(result: BuildResult) -> list[tuple[str, str]]:
    return [_placed(problem) for problem in wrong(result)]


def _placed(problem: Problem) -> tuple[str, str]:
    position = problem.position
    path = position.path.partition("content/")[2]
    return f"{path}:{position.line}:{position.column}", problem.rule.value


def files(folder: Path, pattern: str) -> dict[str, bytes]:
    site = folder / "_site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.glob(pattern))
    }


def style(folder: Path) -> str:
    (sheet,) = files(folder, "assets/brief-*.css").values()
    return sheet.decode()


# Colours


def test_accent_and_marker_are_in_every_stylesheet(tmp_path: Path) -> None:
    assert found(build(tmp_path, 'accent: "#B00020"', 'marker: "#fcd"')) == []
    sheets = files(tmp_path, "assets/*.css")
    assert len(sheets) > 5
    sheets.pop(next(name for name in sheets if "print" in name))
    for sheet in sheets.values():
        assert b"--link:light-dark(#b00020,#" in sheet
        assert b"--marker:#ffccdd" in sheet


def test_a_look_that_changes_makes_new_pages_and_keeps_what_it_has_nothing_to_do_with(
    tmp_path: Path,
) -> None:
    build(tmp_path)
    before = files(tmp_path, "line/*.html")
    assert found(build(tmp_path, 'accent: "#b00020"')) == []
    assert files(tmp_path, "line/*.html") != before
    assert found(build(tmp_path)) == []
    assert files(tmp_path, "line/*.html") == before


@pytest.mark.parametrize("colour", ["accent", "marker"])
def test_a_colour_that_does_not_stand_out_is_refused_with_the_nearest_that_does(
    tmp_path: Path, colour: str
) -> None:
    build(tmp_path)
    before = files(tmp_path, "**/*.*")
    pale = {"accent": "#ff9900", "marker": "#fefefe"}[colour]
    result = build(tmp_path, f'{colour}: "{pale}"')
    assert found(result) == [("site.yaml:4:11", "look.contrast")]
    assert files(tmp_path, "**/*.*") == before
    (problem,) = wrong(result)
    better = re.findall('"(#[0-9a-f]{6})"', problem.fix)[0]
    assert found(build(tmp_path, f'{colour}: "{better}"')) == []


@pytest.mark.parametrize("written", ["red", "'#12345'", "rgb(1, 2, 3)", "'#0b4f9c;}'", "[1]"])
def test_what_is_no_colour_is_refused(tmp_path: Path, written: str) -> None:
    (problem,) = wrong(build(tmp_path, f"accent: {written}"))
    assert problem.rule in ("field.value", "field.type")
    assert problem.position.line == 4


def test_a_colour_without_quotation_marks_is_no_comment(tmp_path: Path) -> None:
    assert ("site.yaml:4:11", "yaml.comment") in found(build(tmp_path, "accent: #0b4f9c"))


# The logo


def images(folder: Path) -> dict[str, str]:
    """The logo in the head of the brief, by the attributes of its elements."""
    page = (folder / "_site" / "line" / "index.html").read_text("utf-8")
    (head,) = re.findall(r"<a class=\"site-name\".*?</a>", page, re.DOTALL)
    return dict(re.findall(r'([a-z]+)="([^"]*)"', re.findall("<img[^>]*>", head)[0]))


def test_a_logo_is_the_name_of_the_site_on_every_page(tmp_path: Path) -> None:
    assert found(build(tmp_path, "logo: look/logo.svg", logo_svg=WIDE)) == []
    image = images(tmp_path)
    assert (image["alt"], image["width"], image["height"]) == ("T", "200", "40")
    (path,) = files(tmp_path, "assets/logo-*.svg")
    assert image["src"].endswith(path)
    pages = [page for name, page in files(tmp_path, "**/index.html").items() if "embed" not in name]
    assert pages
    assert all(page.count(b'<img class="logo') == 1 for page in pages)


def test_dark_pages_have_a_logo_of_their_own_or_a_light_ground(tmp_path: Path) -> None:
    build(tmp_path, "logo: look/logo.svg", logo_svg=WIDE)
    assert images(tmp_path)["class"] == "logo on-paper"
    both = ("logo: look/logo.svg", "logo_dark: look/night.svg")
    assert found(build(tmp_path, *both, night_svg=SQUARE)) == []
    assert images(tmp_path)["class"] == "logo"
    page = (tmp_path / "_site" / "line" / "index.html").read_text("utf-8")
    (path,) = files(tmp_path, "assets/logo-dark-*.svg")
    assert f'media="screen and (prefers-color-scheme: dark)" srcset="../{path}"' in page


def test_a_large_logo_is_shown_and_sent_small(tmp_path: Path) -> None:
    photo_of_it = photo("PNG", size=(2000, 1000), exif=taken_at())
    assert PLACE in photo_of_it
    assert found(build(tmp_path, "logo: look/logo.png", logo_png=photo_of_it)) == []
    assert (images(tmp_path)["width"], images(tmp_path)["height"]) == ("80", "40")
    (data,) = files(tmp_path, "assets/logo-*.png").values()
    assert Image.open(BytesIO(data)).size == (160, 80)
    assert PLACE not in data


def test_what_is_in_an_svg_for_others_is_not_published(tmp_path: Path) -> None:
    logo = svg("<metadata>Ana’s machine</metadata><path d='M0 0h9v9z'/>")
    assert found(build(tmp_path, "logo: look/logo.svg", logo_svg=logo)) == []
    (data,) = files(tmp_path, "assets/logo-*.svg").values()
    assert "Ana" not in data.decode()


BAD_LOGOS = {
    "a script": (svg("<script>1</script>"), "look/logo.svg:2:1", "picture.svg"),
    "text": (svg("<text>The Daily</text>"), "look/logo.svg:2:1", "look.logo"),
    "a photo": (photo(), "look/logo.svg:1:1", "look.logo"),
    "nothing": (b"", "look/logo.svg:1:1", "picture.damaged"),
    "words": (b"logo", "look/logo.svg:1:1", "picture.kind"),
    "cut short": (WIDE[:60], "look/logo.svg:1:1", "picture.damaged"),
    "heavy": (svg(f"<path d='M0 0{'h1' * 60_000}'/>"), "look/logo.svg:1:1", "look.logo"),
}


@pytest.mark.parametrize("case", BAD_LOGOS)
def test_a_logo_that_cannot_be_shown_is_refused_at_its_line(tmp_path: Path, case: str) -> None:
    build(tmp_path)
    before = files(tmp_path, "**/*.*")
    data, position, rule = BAD_LOGOS[case]
    result = build(tmp_path, "logo: look/logo.svg", logo_svg=data)
    assert found(result) == [(position, rule)]
    assert files(tmp_path, "**/*.*") == before


def test_a_logo_that_is_missing_is_reported_with_the_one_that_is_meant(tmp_path: Path) -> None:
    result = build(tmp_path, "logo: look/lgo.svg", logo_svg=WIDE)
    assert ("site.yaml:4:9", "file.missing") in found(result)
    assert any("did you mean look/logo.svg?" in problem.fix for problem in result.problems)


def test_a_file_of_the_look_that_nothing_names_is_placed(tmp_path: Path) -> None:
    assert found(build(tmp_path, logo_svg=WIDE)) == [("look/logo.svg:1:1", "look.unused")]


def test_settings_that_cannot_be_read_name_no_file_as_unused(tmp_path: Path) -> None:
    result = build(tmp_path, "logo: look/logo.svg", "colour: red", logo_svg=WIDE)
    assert [rule for _, rule in found(result)] == ["field.unknown"]


@pytest.mark.parametrize("path", ["../logo.svg", "logo.svg", "look/../site.yaml", "look\\logo.svg"])
def test_a_logo_is_in_its_folder_and_nowhere_else(tmp_path: Path, path: str) -> None:
    assert found(build(tmp_path, f"logo: '{path}'")) == [("site.yaml:4:9", "field.value")]


def test_a_logo_for_dark_pages_alone_is_refused(tmp_path: Path) -> None:
    result = build(tmp_path, "logo_dark: look/logo.svg", logo_svg=WIDE)
    assert [problem.rule.value for problem in wrong(result)] == ["field.missing"]


def test_the_folder_of_the_look_has_nothing_else_in_it(tmp_path: Path) -> None:
    result = build(tmp_path, article_md=b"---\n")
    assert found(result) == [("look/article.md:1:1", "file.unknown")]


# Icon and card


def size_of_icon(folder: Path) -> tuple[int, int]:
    data = (folder / "_site" / "favicon.ico").read_bytes()
    head = data.index(b"IHDR") + 4
    width, height = struct.unpack(">2I", data[head : head + 8])
    return width, height


def test_a_square_logo_is_the_icon(tmp_path: Path) -> None:
    build(tmp_path)
    ours = (tmp_path / "_site" / "favicon.ico").read_bytes()
    build(tmp_path, "logo: look/logo.svg", logo_svg=SQUARE)
    (icon,) = files(tmp_path, "assets/icon-*.svg").values()
    assert b"#b00020" in icon
    assert (tmp_path / "_site" / "favicon.ico").read_bytes() != ours
    assert size_of_icon(tmp_path) == (32, 32)


def test_a_wide_logo_is_no_icon_and_ours_has_the_marker_of_the_site(tmp_path: Path) -> None:
    build(tmp_path, "logo: look/logo.svg", 'marker: "#b8f5c8"', logo_svg=WIDE)
    (icon,) = files(tmp_path, "assets/icon-*.svg").values()
    assert b"#b8f5c8" in icon


def card(folder: Path) -> Image.Image:
    (data,) = files(folder, "line/card-*.png").values()
    return Image.open(BytesIO(data)).convert("RGB")


def test_the_share_card_has_logo_and_marker(tmp_path: Path) -> None:
    address = "https://daily.example/"
    settings = ("logo: look/logo.svg", 'marker: "#b8f5c8"')
    assert found(build(tmp_path, *settings, address=address, logo_svg=SQUARE)) == []
    drawn = card(tmp_path)
    assert drawn.size == (1200, 630)
    assert drawn.getpixel((96, 69)) == (0xB0, 0, 0x20)
    assert (0xB8, 0xF5, 0xC8) in {colour for _, colour in drawn.getcolors(2**20) or ()}


# Type


def font(letters: int = 100) -> bytes:
    """What begins as a WOFF2 font does, and is as long as it says."""
    return b"wOF2" + bytes(4) + (48 + letters).to_bytes(4, "big") + bytes(36 + letters)


def test_a_pair_of_type_comes_with_its_licences_and_without_the_others(tmp_path: Path) -> None:
    assert found(build(tmp_path, "type: bitter")) == []
    fonts = {re.sub("-[0-9a-f]{10}", "", path) for path in files(tmp_path, "assets/*.woff2")}
    assert fonts == {
        f"assets/{name}.woff2"
        for name in ("bitter", "bitter-ext", "bitter-italic", "inter", "inter-ext")
    }
    assert files(tmp_path, "assets/*.txt").keys() == {
        "assets/bitter.LICENSE.txt",
        "assets/inter.LICENSE.txt",
    }
    assert '--sans:"Inter"' in style(tmp_path)
    about = (tmp_path / "_site/about/index.html").read_text("utf-8")
    assert "inter.LICENSE.txt" in about


def test_every_pair_has_the_same_faces_and_stand_ins() -> None:
    static = read_look_files().static
    for pair in TypePair:
        sheet = static[f"style/type/{pair}.css"].decode()
        assert sheet.count("font-display: optional") == 5
        assert sheet.count("size-adjust") == 6
        named = re.findall(r"url\((.*?)\)", sheet)
        assert all(f"fonts/{name}" in static for name in named)
        for face in faces_of_pages(sheet):
            licence = static[f"fonts/{face.file.removesuffix('.woff2')}.LICENSE.txt"].decode()
            assert "SIL Open Font License" in licence
            assert "Reserved Font Name" not in licence.partition("\n")[0]


def test_a_font_of_the_site_is_that_of_every_page_in_its_place(tmp_path: Path) -> None:
    fonts = ("fonts:", "  - file: look/ours.woff2", "    use: headings", "    weight: 400 900")
    assert found(build(tmp_path, *fonts, ours_woff2=font())) == []
    (path,) = files(tmp_path, "assets/own-1-*.woff2")
    (script,) = files(tmp_path, "assets/script-*.js").values()
    assert f'["{path.removeprefix("assets/")}", "Libre Franklin", "400 900"]' in script.decode()
    assert "libre-franklin" not in script.decode()


BAD_FONTS = {
    "a TrueType font": b"\0\1\0\0" + bytes(100),
    "WOFF": b"wOFF" + bytes(100),
    "cut short": font()[:-1],
    "only its head": font()[:20],
    "nothing": b"",
    "heavy": font(300_001),
}


@pytest.mark.parametrize("case", BAD_FONTS)
def test_a_font_that_is_none_is_refused(tmp_path: Path, case: str) -> None:
    fonts = ("fonts: [{file: look/ours.woff2, use: text}]",)
    result = build(tmp_path, *fonts, ours_woff2=BAD_FONTS[case])
    assert found(result) == [("look/ours.woff2:1:1", "look.font")]


def test_a_type_that_there_is_not_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    (problem,) = wrong(build(tmp_path, "type: liteerata"))
    assert (problem.position.line, problem.fix) == (4, "write literata")
