"""A name in the article that the site’s own sheets have is proposed with the id there, and without what they say."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from dateline.drafting.deciding.items import Desk
from dateline.drafting.deciding.objections import missing_fields
from dateline.drafting.proposing.draft import BriefingDraft, read_draft
from dateline.drafting.proposing.proposal import Proposal
from tests.small_site import SETTINGS, article

PEOPLE = """\
people:
  - id: the-minister
    name: Ann Lee
    roles: [{role: Minister, dates: 2024/..}]
"""
PLACES = "places: [{id: ostrow, name: Ostrow, what: A town, latitude: 51.65, longitude: 17.81}]"


def draft(
    folder: Path, people: str = PEOPLE, body: str = "Ann Lee opened the tram at Ostrow."
) -> BriefingDraft:
    texts = {"site.yaml": SETTINGS, "people.yaml": people, "places.yaml": PLACES}
    for name, text in {**texts, "story/article.md": article(body)}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return read_draft(folder, "story", datetime(2024, 9, 12, tzinfo=UTC))


def proposals(read: BriefingDraft) -> dict[str, Proposal]:
    return {proposal.id: proposal for proposal in read.propose()}


def test_it_has_the_id_of_the_site_and_not_what_the_site_says(tmp_path: Path) -> None:
    found = proposals(draft(tmp_path))
    assert found["the-minister"].fields["name"] == "Ann Lee"
    assert "role" not in found["the-minister"].fields
    assert found["the-minister"].asks == ("why",)
    assert {"what", "latitude"} & found["ostrow"].fields.keys() <= {"latitude"}
    assert "what" not in found["ostrow"].asks


def test_a_role_that_the_article_gives_is_asked_for(tmp_path: Path) -> None:
    read = draft(tmp_path, body="Ann Lee, the mayor, opened the tram at Ostrow.")
    found = proposals(read)["the-minister"]
    assert (found.fields["role"], found.asks) == ("Mayor", ("role", "why"))


def test_one_whom_the_site_does_not_have_is_as_ever(tmp_path: Path) -> None:
    found = proposals(draft(tmp_path, people="people: [{id: bob, name: Bob Stone}]"))
    assert found["ann-lee"].asks == ("role", "why")


def test_a_name_that_two_have_is_nobodys(tmp_path: Path) -> None:
    two = "people: [{id: ann-1, name: Ann Lee}, {id: ann-2, name: Ann Lee}]"
    assert "ann-lee" in proposals(draft(tmp_path, people=two))


def test_it_can_be_taken_without_what_the_site_says(tmp_path: Path) -> None:
    desk = Desk(draft(tmp_path))
    item = next(item for item in desk.items if item.id == "the-minister")
    assert missing_fields(item, {**item.fields, "why": "She opened it."}) == []
