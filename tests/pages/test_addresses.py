"""Links work at any base path, from disk, and on a page that is served at any depth."""

from posixpath import dirname, normpath

from hypothesis import given
from hypothesis import strategies as st

from dateline.pages.addresses import Here

segments = st.lists(st.sampled_from(["a", "b-c", "facts", "x9"]), max_size=4)
paths = segments.map(lambda parts: "/".join([*parts, "index.html"]))


@given(paths, paths)
def test_a_link_leads_from_any_page_to_any_other(here: str, there: str) -> None:
    link = Here(path=here).to(there)
    assert normpath(f"{dirname(here)}/{link}".lstrip("/")) == there


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
