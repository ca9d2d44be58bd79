"""What the other programs are measured on is what ours is measured on."""

from __future__ import annotations

from pathlib import Path

import yaml

from benchmarks.measuring import Run
from benchmarks.newsroom import stories
from benchmarks.peer_sites import PEERS, pages, write_site
from benchmarks.peers import Made, Measured, Pair, found, table


def test_each_of_them_has_every_fact_and_the_article_on_four_pages(tmp_path: Path) -> None:
    story = next(stories(1))
    facts = [
        record
        for sheet in story.sheets.values()
        for records in sheet.values()
        for record in records
        if "evidence" in record or "words" in record
    ]
    assert len(list(pages(story))) == 4
    for peer in PEERS:
        write_site(peer, tmp_path / peer.name, [story])
        texts = [
            path.read_text("utf-8") for path in (tmp_path / peer.name / "content").rglob("*.md")
        ]
        assert len(texts) == 4
        fronts = [yaml.safe_load(text.split("---\n")[1]) for text in texts]
        shown = {
            record["id"]
            for front in fronts
            for records in front.values()
            if isinstance(records, list)
            for record in records
            if isinstance(record, dict) and "id" in record
        }
        assert {fact["id"] for fact in facts} <= shown
        assert any(block in text for text in texts for block in story.blocks[-1:])


def test_one_that_is_not_installed_is_left_out_with_a_sentence(tmp_path: Path) -> None:
    peers, missing = found(tmp_path, may_install=False)
    assert peers == []
    assert [sentence.split()[0] for sentence in missing] == [peer.name for peer in PEERS]


def test_the_table_has_medians_of_pairs_and_counts_by_page_and_by_megabyte() -> None:
    def taking(cpu: float) -> Run:
        return Run(cpu=cpu, seconds=cpu, largest=90, together=120)

    cold = [Pair(ours=taking(cpu), hugo=taking(0.5)) for cpu in (20, 10, 12)]
    measured = Measured(
        pairs={"cold": cold, "edit": [Pair(ours=taking(1), hugo=taking(0.5))]},
        ours=Made(pages=50, files=100, size=4_000_000),
        hugo=Made(pages=4, files=6, size=200_000),
    )
    lines = dict(
        line.strip("| ").split(" | ")[:2]
        for line in table({1: measured}, PEERS).splitlines()[2:]
        if line.count("|") > 2 and not line.endswith("|  |")
    )
    assert lines["cold, the whole"] == "12.00 s, 24 ×"
    assert lines["cold, per page written"] == "1.9 ×"
    assert lines["cold, per MB written"] == "1.2 ×"
    assert lines["one article edited"] == "1.00 s, 2.0 ×"
    assert lines["peak memory, MiB: largest process, all"] == "90, 120"
