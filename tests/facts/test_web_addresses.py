"""The address that opens a file in an editor, and what is wrong with one that somebody wrote."""

import pytest

from dateline.facts.editor_addresses import USUAL_EDITOR, address_in_editor, fault_of_editor
from dateline.facts.site_records import Site
from dateline.facts.web_addresses import encoded, fault_of, fault_of_site
from tests.pages.world import edition, pages, read


def test_a_place_is_filled_in_and_written_as_an_address() -> None:
    path = "/home/ana/my site/é.yaml"
    filled = address_in_editor(USUAL_EDITOR, path, line=4, column=2)
    assert filled == "vscode://file/home/ana/my%20site/%C3%A9.yaml:4:2"
    with_query = address_in_editor(
        "txmt://open?url=file://{path}&line={line}", path, line=4, column=2
    )
    assert with_query == "txmt://open?url=file:///home/ana/my%20site/%C3%A9.yaml&line=4"


def test_windows_paths_keep_their_drive() -> None:
    filled = address_in_editor(USUAL_EDITOR, "C:/site/a.yaml", line=1, column=1)
    assert filled == "vscode://file/C:/site/a.yaml:1:1"


@pytest.mark.parametrize(
    "text",
    [
        USUAL_EDITOR,
        "idea://open?file={path}&line={line}",
        "subl:{path}",
        "subl://open?url=file://{path}&line={line}",
        "txmt://open?url=file:///{path}",
        "zed://file{path}:{line}:{column}",
        "cursor://file/{path}:{line}",
        "vscode://vscode-remote/wsl+Ubuntu/{path}:{line}",
        "http://localhost:63342/api/file/{path}",
        "http://127.0.0.1:63342/api/file?file={path}&line={line}",
        "https://[::1]:8443/open/{path}",
    ],
)
def test_editors_have_addresses_of_many_forms(text: str) -> None:
    assert fault_of_editor(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "https://example.org:8443/a b".replace(" ", "%20"),
        "HTTPS://Example.org/A?b=c&d=[1]#e",
        "https://example.org./",
        "https://web.archive.org/web/20240911/https://example.org/",
        "https://пример.рф/новости",
        "https://münchen.example/",
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://خبر.example/ایران",
        "https://日本語.example/",
        "https://my_host.example/",
        "http://[2001:db8::1]:80/",
        "http://192.0.2.7/",
        "http://intranet/",
        "mailto:desk@example.org",
        "mailto:a.b%2Bc@example.org,d@example.org?subject=Hi&body=a%0D%0Ab",
    ],
)
def test_addresses_of_the_web_and_of_mail_are_as_people_write_them(text: str) -> None:
    assert fault_of(text) == ""


@pytest.mark.parametrize(
    "text", ["https://news.example/", "https://a.example/news/", "http://localhost:8000/a.b/"]
)
def test_a_site_is_at_a_host_and_a_path(text: str) -> None:
    assert fault_of_site(text) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://[2001:db8::1]/a[1]?b[]=c|d", "https://[2001:db8::1]/a%5B1%5D?b%5B%5D=c%7Cd"),
        ('https://a.example/<b>"^`{c}#d<e', "https://a.example/%3Cb%3E%22%5E%60%7Bc%7D#d%3Ce"),
        ("https://a.example/100%?b=5%&c=%41%C3%A9", "https://a.example/100%25?b=5%25&c=%41%C3%A9"),
        ("https://пример.рф/новости?q='(!)*;,~@", "https://пример.рф/новости?q='(!)*;,~@"),
        ("mailto:a@b.example?subject=[x]", "mailto:a@b.example?subject=%5Bx%5D"),
    ],
)
def test_pages_have_no_sign_that_only_browsers_take_in_an_address(text: str, shown: str) -> None:
    assert encoded(text) == shown


def test_an_address_is_encoded_wherever_it_is_shown() -> None:
    text, shown = "https://a.example/?b[]=c|d&e=5%", "https://a.example/?b%5B%5D=c%7Cd&e=5%25"
    sources = f"sources: [{{id: a, title: A, address: '{text}', archived: '{text}#a'}}]"
    made = pages(edition(f"See [this]({text}).", sources=sources))
    assert read(made["b/article/index.html"]).links[shown] == "this"
    assert read(made["b/sources/index.html"]).links[shown] == "A"
    assert f"{shown}#a" in read(made["b/sources/index.html"]).links


@pytest.mark.parametrize("name", ["report", "contact", "imprint"])
def test_an_address_of_the_site_is_encoded(name: str) -> None:
    site = Site.model_validate({"title": "T", "description": "D", name: "https://a.example/?b=[1]"})
    assert "https://a.example/?b=%5B1%5D" in read(pages(edition(), site=site)["index.html"]).links
