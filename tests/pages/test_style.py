"""The stylesheet has no unused rule, and no page has a class without a style."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from dateline.checking import check_briefing
from dateline.pages.edition import Edition
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import read_site
from dateline.reading.outlines import read_outlines
from tests.pages.world import SITE, TODAY, edition, look, pages

ROOT = Path(__file__).parent.parent.parent

FILES = [
    *(ROOT / "static/style").glob("*.css"),
    *(ROOT / "static/style/type").glob("*.css"),
    *(ROOT / "static/style/components").glob("*.css"),
]
STYLE = {path: path.read_text("utf-8") for path in FILES}
# The preview's stylesheet is never published, but the same rule applies to it.
PREVIEW = (ROOT / "static/preview/annotated.css").read_text("utf-8")
TEMPLATES = "\n".join(path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.j2"))
# Where contexts, drawings and the script have classes, between quotation marks.
CODE = "\n".join(
    path.read_text("utf-8")
    for folder in (
        "dateline/pages",
        "dateline/drawing",
        "dateline/facts",
        "dateline/reading",
        "static/script",
        "static/preview",
    )
    for path in (ROOT / folder).rglob("*.[pj][ys]")
)


def styled() -> set[str]:
    rules = re.sub(
        r"/\*.*?\*/|url\([^)]*\)|\"[^\"]*\"", "", "".join(STYLE.values()) + PREVIEW, flags=re.DOTALL
    )
    return set(re.findall(r"\.([a-z][a-z0-9-]*)", rules))


def written() -> set[str]:
    """Every class in the templates, apart from their expressions and conditions."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}", " ", TEMPLATES, flags=re.DOTALL)
    attributes = re.findall(r'class="((?:\{\{.*?\}\}|[^"])*)"', text)
    return {name for value in attributes for name in re.sub(r"\{\{.*?\}\}", " ", value).split()}


def test_every_class_of_the_stylesheet_is_on_some_page() -> None:
    begun = tuple(re.findall(r"([a-z]+-)\{", CODE))
    made = set(re.findall(r"[\"' ]([a-z][a-z0-9-]*)(?=[\"' ])", CODE))
    unused = styled() - written() - made
    assert {name for name in unused if not name.startswith(begun)} == set()


def test_every_class_on_a_page_is_styled() -> None:
    assert written() - styled() == set()


def test_the_layers_are_named_once_and_every_rule_is_in_one() -> None:
    order = "@layer tokens, base, layout, components, print;"
    assert STYLE[ROOT / "static/style/tokens.css"].startswith(order)
    for path, text in STYLE.items():
        layer = {"style": path.stem, "type": "tokens"}.get(path.parent.name, "components")
        outside = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).removeprefix(order).strip()
        assert re.fullmatch(rf"@layer {layer} \{{.*\}}", outside, re.DOTALL), path


def test_each_line_has_one_declaration() -> None:
    sheets = [*STYLE, *(ROOT / "static/preview").glob("*.css")]
    bare = {
        path: re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", path.read_text("utf-8"), flags=re.DOTALL)
        for path in sheets
    }
    assert {
        path.name: found
        for path, text in bare.items()
        if (found := re.findall(r"[;{}][ \t]*[^\s].*", text))
    } == {}


def test_sides_are_named_by_the_flow_of_the_text() -> None:
    sided = re.compile(
        r"[{;]\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom)"
        r"\s*:|text-align: (?:left|right)|float:"
    )
    assert {
        path.name: sided.findall(text) for path, text in STYLE.items() if sided.search(text)
    } == {}


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 9))


def test_a_page_and_its_style_come_in_one_round_trip() -> None:
    """The ten packets of TCP's first flight hold 14 KB; the page for paper may be longer."""
    (folder,) = read_site(ROOT / "tests/sites/first/content").folders
    made, _ = parse_briefing(folder)
    assert made is not None
    checked = check_briefing(made, today=TODAY)
    known = SITE.model_copy(update={"address": "https://courier.example/"})
    page_edition = Edition(
        briefing=made, checked=checked, site=known, today=TODAY, outlines=read_outlines()
    )
    made_pages = pages(page_edition, site=known)
    heavy = {path: packed(html.encode()) + style_of(html) for path, html in made_pages.items()}
    assert {p: n for p, n in heavy.items() if n > 14 * 1024 and "/all/" not in p} == {}


def style_of(html: str) -> int:
    """The packed size of the stylesheet that a page requests."""
    named = look().names.fill_text(html)
    found = re.search(r'rel="stylesheet" href="[^"]*(assets/[^"]+)"', named)
    return packed(look().files[found[1]]) if found else 0


def test_only_the_front_page_and_about_name_the_feed_in_json() -> None:
    known = SITE.model_copy(update={"address": "https://courier.example/"})
    made = pages(edition(), site=known)
    named = {path for path, html in made.items() if "application/feed+json" in html}
    assert named == {"index.html", "about/index.html"}


def test_the_bundled_style_has_each_layer_once() -> None:
    """The pages of facts, of which there are many, have print in the same file."""
    for template, path in look().assets.styles.items():
        style = look().files[path].decode()
        layers = re.findall(r"@layer (\w+)\{", style)
        printed = ["print"] if template == "fact.html.j2" else []
        assert layers == ["tokens", "base", "layout", "components", *printed]
        assert style.count("{") == style.count("}")


def test_the_script_is_small() -> None:
    assert packed(look().files[look().assets.script]) < 5_000


def test_fonts_of_every_page_leave_room_for_the_rest_of_a_first_visit() -> None:
    fonts = ROOT / "static/fonts"
    names = ("libre-franklin.woff2", "newsreader.woff2")
    assert sum((fonts / name).stat().st_size for name in names) < 90_000
    for name in ("libre-franklin", "newsreader"):
        assert "SIL OPEN FONT LICENSE" in (fonts / f"{name}.LICENSE.txt").read_text("utf-8").upper()
