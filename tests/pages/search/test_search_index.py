"""The index of the site: from a term to the briefings that have it, in files that seldom change."""

from dataclasses import replace
from datetime import date
from zlib import crc32

from dateline.pages.archive.search_index import index_files, shard_count
from dateline.pages.search.term_lines import term_lines
from dateline.pages.summarise import summarise
from dateline.pages.summary import Summary
from tests.pages.search.test_search_file import read
from tests.pages.world import edition

SUMMARY = summarise(edition())


def briefing(slug: str, *terms: str, strong: str = "", day: int = 1) -> Summary:
    published = date(2024, 9, day)
    return replace(
        SUMMARY, slug=slug, published=published, search=term_lines({*strong.split()}, terms)
    )


def made(*summaries: Summary) -> dict[str, bytes]:
    return {file.path: file.make() for file in index_files(summaries)}


def entries(files: dict[str, bytes]) -> dict[str, list[str]]:
    parts = [read(file)[1] for path, file in files.items() if path.count("/") == 2]
    return {
        term: codes
        for part in parts
        for term, *codes in (entry.split(" ") for entry in part.split(";") if entry)
    }


def test_a_term_leads_to_its_briefings_by_their_places_in_time() -> None:
    files = made(
        briefing("new", "bridge", "toll", day=9), briefing("old", "toll", strong="bridge", day=2)
    )
    assert read(files["search/briefings.js"]) == ("/briefings", "old new")
    # A map of the two, and the first of them, in whose title it is.
    assert entries(files) == {"bridge": ["*B", "??"], "toll": ["*B"]}


def test_a_rare_term_names_its_briefings_and_a_common_one_has_a_map() -> None:
    many = [briefing(f"b{place:03}", "common", *(["rare"] * (place == 58))) for place in range(60)]
    assert entries(made(*many)) == {"common": ["*" + "~" * 10], "rare": ["?y"]}


def test_a_new_briefing_moves_no_other() -> None:
    many = [briefing(f"b{number:03}", "rare" if number == 7 else "x") for number in range(60)]
    before, after = made(*many), made(*many, briefing("a-new-one", "y", day=2))
    assert entries(before)["rare"] == entries(after)["rare"] == ["?F"]
    updated = replace(many[3], updated=date(2025, 1, 1))
    assert made(*many[:3], updated, *many[4:]) == before


def test_no_briefing_has_the_name_of_a_file_of_the_index() -> None:
    """In the browser, what a briefing and the index hand over is kept under these names."""
    assert all("/" in read(data)[0] for data in made(briefing("words", "bridge")).values())


def test_an_edit_changes_only_the_files_of_its_terms() -> None:
    words = [f"{letter}{other}word" for letter in "abcdefgh" for other in "abcdefgh"]
    many = [briefing(f"b{number}", *words[number % 60 :]) for number in range(300)]
    before = {file.path: file for file in index_files(many)}
    many[7] = briefing("b7", *words[7:], "zebra")
    after = {file.path: file for file in index_files(many)}
    changed = [path for path, file in after.items() if file.make() != before[path].make()]
    assert len(after) == 2 + shard_count(300) == 34
    others = {path for path, file in after.items() if file.made_from == before[path].made_from}
    assert others == after.keys() - {*changed}
    assert changed == [f"search/32/{crc32(b'zeb') >> 27}.js"]
