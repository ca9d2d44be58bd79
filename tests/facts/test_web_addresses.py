"""The address that opens a file in an editor, and that of a site."""

import pytest

from dateline.facts.web_addresses import (
    USUAL_EDITOR,
    address_in_editor,
    is_editor_address,
    is_site_address,
)


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
        "zed://file{path}",
        "http://localhost:63342/api/file/{path}",
    ],
)
def test_editors_have_addresses_of_many_forms(text: str) -> None:
    assert is_editor_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "vscode://file/",
        "{path}",
        "javascript:alert('{path}')",
        "vscode://{path}:{row}",
        "a: {path}",
        "https://elsewhere.example/{path}",
        "http://localhost.elsewhere.example/{path}",
        "HTTPS:{path}",
    ],
)
def test_what_opens_no_file_is_refused(text: str) -> None:
    assert not is_editor_address(text)


@pytest.mark.parametrize(
    "text", ["https://news.example/\n", "https://news.example/\udcff/", "https://news.example/\x07"]
)
def test_what_cannot_be_printed_is_in_no_address_of_a_site(text: str) -> None:
    assert not is_site_address(text)
    assert is_site_address("https://news.example/")
