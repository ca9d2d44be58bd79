"""From a pasted text to a site that builds strictly: import, new, a decision on each item, build."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import main
from dateline.preview.page_decisions import plan_writers

HARBOUR = """\
Harbour reopens after a month of dredging

OSTROW, May 8 - The harbour at Ostrow reopened on Tuesday after dredgers removed 40,000 tonnes of silt.
Pia Holm, the harbourmaster, said: “We lost every ferry for a month, and some will not come back.”

The closure cost the port €2.4 million. About 300 people work there. In 2019 a storm closed it for a week.

The harbour trust will publish its accounts by the end of June 2024.

Share this article
"""
HOSPITAL = """\
Nurses at Calder Infirmary vote to strike

Nurses at Calder Infirmary voted to strike on Friday. The ballot of 1,240 nurses closed on Thursday.

“Nobody wants to walk out on a full ward,” said Ann Lee, the union’s regional secretary.

The trust has offered a rise of 3.5 percent. It employs 4,100 people. The strike will begin on 3 June 2024.

Leave a comment
"""
# What only an editor knows, by the field.
KNOWN = {
    "standfirst": "What happened, in short.",
    "authors": "",
    "sources": "",
    "what": "It has a part in this story.",
    "role": "Somebody in this story",
    "why": "They have a part in this story.",
    "title": "Something happens",
    "label": "A number of this story",
    "kind": "measured",
}


def decide_all(content: Path) -> list[str]:
    """Take each item as it is proposed, with what was left empty written; those refused are put aside."""
    writers = plan_writers(content, lambda: datetime(2024, 5, 12, tzinfo=UTC))
    aside = []
    while items := writers["items"]({"briefing": "story"})["items"]:
        item = items[0]
        asked: dict[str, Any] = {"briefing": "story"}
        asked |= {name: item[name] for name in ("sheet", "id", "seen")}
        fields = {
            field["name"]: field["value"] or KNOWN.get(field["name"], "")
            for field in item["fields"]
        }
        if "refused" in (said := writers["take"]({**asked, "fields": fields})):
            aside.append(f"{item['id']}: {said['refused']}")
            writers["aside"]({**asked, "why": "Not for this test."})
    return aside


@pytest.mark.parametrize("text", [HARBOUR, HOSPITAL], ids=["harbour", "hospital"])
def test_a_pasted_text_becomes_a_site_that_builds_strictly(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1715515200")
    (tmp_path / "story.txt").write_text(text)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").write_text("title: T\ndescription: D\n")
    assert main(["import", "story.txt", "--slug", "story", "--published", "2024-05-12"]) == 0
    assert main(["new", "story"]) == 0
    assert main(["build", "--strict"]) == 1
    assert decide_all(tmp_path / "content") == []
    capsys.readouterr()
    assert (main(["build", "--strict"]), capsys.readouterr().err) == (0, "")
