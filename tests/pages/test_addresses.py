"""Links work at any base path, from disk, and on a page that is served at any depth."""

from posixpath import dirname, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.pages.addresses import Here, here_on

segments = st.lists(st.sampled_from(["a", "b-c", "facts", "x9"]), max_size=4)
paths = segments.map(lambda parts: "/".join([*parts, "index.html"]))


@given(paths, paths)
def test_a_link_leads_from_any_page_to_any_other(here: str, there: str) -> None:
    link = Here(path=here).to(there)
    assert normpath(f"{dirname(here)}/{link}".lstrip("/")) == there


def test_where_the_address_is_known_a_link_ends_in_the_folder() -> None:
    here = here_on("b/timeline/index.html", "https://courier.example/")
    assert here.to("b/timeline/index.html") == "./"
    assert here.to("b/index.html") == "../"
    assert here.to("b/article/index.html", "words-x") == "../article/#words-x"
    assert here.to("b/data/facts.json") == "../data/facts.json"


@given(paths, paths, st.sampled_from([None, "https://courier.example/"]))
def test_a_link_is_followed_to_where_it_leads(path: str, there: str, address: str | None) -> None:
    here = here_on(path, address)
    assert here.follow(here.to(there)) == there


@pytest.mark.parametrize(
    ("written", "hosted", "from_disk"),
    [
        ("../timeline/", "../../timeline/", "../../timeline/index.html"),
        ("../timeline/index.html#x", "../../timeline/#x", "../../timeline/index.html#x"),
        ("../", "../../", "../../index.html"),
        ("../data/facts.csv", "../../data/facts.csv", "../../data/facts.csv"),
        ("../../../outside/", "../../../outside/", "../../../outside/"),
        *(
            (same, same, same)
            for same in ("#x", "https://a.example/b/", "/b/", "//a/", "?q=1", "b/#")
        ),
    ],
)
def test_a_link_of_the_article_is_the_same_wherever_its_words_are_shown(
    written: str, hosted: str, from_disk: str
) -> None:
    path, article = "b/facts/x/index.html", "b/article/index.html"
    for address, expected in (("https://courier.example/", hosted), (None, from_disk)):
        assert here_on(path, address).to_written(written, article) == expected


@given(paths, paths)
def test_the_root_leads_to_the_files_of_the_site(here: str, file: str) -> None:
    assert normpath(f"{dirname(here)}/{Here(path=here).root}{file}".lstrip("/")) == file


def test_a_link_within_the_page_names_the_place_alone() -> None:
    assert Here(path="b/timeline/index.html").to("b/timeline/index.html", "visit") == "#visit"


def test_a_page_served_at_any_depth_links_from_the_base() -> None:
    missing = Here(path="404.html", base="/repo/")
    assert missing.to("b/index.html", "x") == "/repo/b/#x"
    assert missing.to("index.html") == "/repo/"
    assert missing.root == "/repo/"
