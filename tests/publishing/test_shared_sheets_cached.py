"""One person of the site is edited: the briefings that name them are made again, and no others."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from dateline.publishing.build import build_site
from dateline.publishing.request import Request
from tests.reading.test_shared_sheets import EVENT, SITE
from tests.small_site import SETTINGS, article

BODY = "On Wednesday Ann Lee closed the bridge at Ostrow. Lee had warned of it."


def build(root: Path, *, fresh: bool = False) -> int:
    """How many briefings came from the cache."""
    now = datetime(2024, 9, 12, tzinfo=UTC)
    request = Request(content=root / "content", now=now, today=now.date())
    result = build_site(request, root / "site", fresh=fresh, say=lambda _: None)
    assert [problem.found for problem in result.problems if problem.severity == "error"] == []
    return result.built["remembered"]


def published(root: Path) -> dict[str, bytes]:
    site = root / "site"
    return {
        str(path.relative_to(site)): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_an_edit_of_a_person_is_seen_where_they_are_named_alone(tmp_path: Path) -> None:
    content = tmp_path / "content"
    texts = {"site.yaml": SETTINGS, **SITE}
    texts |= {f"{slug}/article.md": article(BODY) for slug in ("lee", "other")}
    texts |= {"lee/timeline.yaml": EVENT}
    for name, text in texts.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")
    assert build(tmp_path) == 0
    assert build(tmp_path) == 2
    edit(content / "people.yaml", "Minister of Transport", "Minister of Bridges")
    assert build(tmp_path) == 1
    edited = published(tmp_path)
    assert b"Minister of Bridges" in edited["lee/facts/ann-lee/index.html"]
    edit(content / "people.yaml", "people:\n", "# The people of the town.\npeople:\n")
    assert build(tmp_path) == 2
    build(tmp_path, fresh=True)
    assert published(tmp_path) == edited
