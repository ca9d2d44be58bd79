"""The briefing says everything that its source says, in its own words.

The source text is not ours to publish. What is kept of it is what it says (`source-facts.yaml`, in
our words) and `source-shingles.txt`: for every seven words that follow each other in it, a hash,
its headline and the two statements that it quotes left out.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from functools import cache
from html import unescape
from itertools import chain
from pathlib import Path
from typing import TypedDict, cast

import pytest
import yaml

from dateline.publishing.assemble import assemble_site
from dateline.publishing.looks.look import read_look_files
from dateline.publishing.request import Request
from dateline.reading.content import read_site

HERE = Path(__file__).parent
NAME = "pezeshkian-in-iraq"
KEPT, PUBLISHED = HERE.parent / "sites/first/content" / NAME, HERE.parents[1] / "content" / NAME
RUN = 7


class SourceFact(TypedDict):
    """A fact of the source, and words that are all in the paragraph that reports it."""

    fact: str
    find: list[str]


def first_briefing() -> Path:
    """The one that the repository publishes, as long as it is that; elsewhere, the copy of the tests."""
    texts = [folder / "article.md" for folder in (PUBLISHED, KEPT)]
    is_ours = texts[0].exists() and texts[0].read_bytes() == texts[1].read_bytes()
    return PUBLISHED if is_ours else KEPT


BRIEFING = first_briefing()


def source_facts() -> list[SourceFact]:
    text = (HERE / "source-facts.yaml").read_text(encoding="utf-8")
    return cast("list[SourceFact]", yaml.safe_load(text))


@cache
def paragraphs() -> list[str]:
    """The paragraphs of the article’s page as a reader sees them, without the numbers of facts."""
    now = datetime(2024, 9, 12, tzinfo=UTC)
    source, request = read_site(BRIEFING.parent), Request(content=BRIEFING.parent, now=now)
    made = assemble_site(source, read_look_files(), request)
    page = made.files[f"{NAME}/article/index.html"].decode()
    page = re.sub(r'<a class="ref".*?</a>', "", page)
    found = re.findall(r"<p data-paragraph[^>]*>(.*?)</p>", page, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]*>", "", paragraph)).split()) for paragraph in found]


def runs_of_words(text: str) -> list[str]:
    """Every run of seven words, in lower case and without punctuation: "Iraq’s" is "iraqs"."""
    words = re.findall(r"[^\W_]+", re.sub("['’]", "", text.casefold()))
    return [" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


def hashed(run: str) -> str:
    return hashlib.blake2b(run.encode(), digest_size=6).hexdigest()


def shared_runs(text: str, hashes: set[str]) -> list[str]:
    return [run for run in runs_of_words(text) if hashed(run) in hashes]


@pytest.mark.parametrize("item", source_facts(), ids=lambda item: item["fact"])
def test_a_reader_finds_every_fact_of_the_source_in_a_paragraph_of_the_page(
    item: SourceFact,
) -> None:
    wanted = [" ".join(words.split()) for words in item["find"]]
    assert any(all(words in paragraph for words in wanted) for paragraph in paragraphs())


@pytest.mark.parametrize(
    "path",
    sorted(chain(BRIEFING.glob("*.md"), BRIEFING.glob("*.yaml"))),
    ids=lambda path: path.name,
)
def test_no_seven_words_in_a_row_are_copied_from_the_source(path: Path) -> None:
    hashes = set((HERE / "source-shingles.txt").read_text(encoding="ascii").split())
    assert shared_runs(path.read_text(encoding="utf-8"), hashes) == []


def test_a_run_is_found_whatever_its_case_and_punctuation() -> None:
    hashes = {hashed("one two threes four five six seven")}
    assert shared_runs("Zero. One two three’s “four”, five: SIX seven eight", hashes)
    assert not shared_runs("One two three’s four five seven six", hashes)
