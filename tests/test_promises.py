"""Every field that an editor may write is used, and the README shows what really happens."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree
from textwrap import dedent

import pytest

from dateline.checking import check_briefing
from dateline.facts import records, site_records
from dateline.facts.briefing import Briefing
from dateline.facts.records import FrontMatter, Record
from dateline.facts.site_records import Site
from dateline.pages.addresses import Here
from dateline.pages.edition import Edition
from dateline.pages.shell import briefing_shell
from dateline.problems import Problem, to_text
from dateline.publishing.build import check_site
from dateline.publishing.request import Request
from tests.small_site import briefing

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONTENT = ROOT / "tests/sites/first/content"


def fields() -> list[tuple[str, str]]:
    models = [
        value
        for value in {**vars(records), **vars(site_records)}.values()
        if isinstance(value, type)
    ]
    kinds = [
        model
        for model in models
        if issubclass(model, Record)
        and model.__module__ in {records.__name__, site_records.__name__}
    ]
    own = {
        (kind.__name__, name)
        for kind in kinds
        for name in kind.__annotations__
        if not name.startswith("_")  # nobody writes these
    }
    return sorted(own - {("Record", "model_config"), ("Record", "origin")})


CODE = "\n".join(
    path.read_text("utf-8")
    for floor in ("checking", "pages", "drawing", "publishing", "preview", "facts")
    for path in (ROOT / "dateline" / floor).rglob("*.py")
    if path.name not in {"records.py", "site_records.py"}
)


@pytest.mark.parametrize(("kind", "name"), fields())
def test_no_field_is_read_and_then_forgotten(kind: str, name: str) -> None:
    assert re.search(rf"\.{name}\b", CODE), f"{kind}.{name} is used nowhere"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, ""),
        ({"authors": ("Ana Writer",)}, "By Ana Writer"),
        ({"authors": ("Ana", "Ben", "Cy"), "dateline": "Ostrow"}, "By Ana, Ben and Cy, Ostrow"),
        ({"dateline": "Ostrow"}, "Ostrow"),
    ],
)
def test_who_wrote_it_and_where_stands_above_the_article(
    more: dict[str, object], words: str
) -> None:
    made = briefing("Text.")
    front = made.front.model_copy(update=more)
    assert isinstance(front, FrontMatter)
    today = date(2024, 9, 12)
    edition = Edition(
        briefing=Briefing(slug="b", front=front, article=made.article),
        checked=check_briefing(made, today=today),
        site=Site.model_validate({"title": "T", "description": "D"}),
        today=today,
    )
    opening = briefing_shell(edition, Here(path="b/index.html"), title="t", description="d").opening
    assert opening is not None
    assert opening.written == words


def blocks_of_readme() -> list[str]:
    found = re.findall(r"(?:^    .*\n)+", README, re.MULTILINE)
    return [dedent(block).strip() for block in found]


@pytest.fixture
def tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the first briefing, to be broken as the README describes."""
    copytree(CONTENT, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content/pezeshkian-in-iraq"


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


REQUEST = Request(content=Path("content"), now=datetime(2024, 9, 12, tzinfo=UTC))


def errors() -> list[Problem]:
    return [problem for problem in check_site(REQUEST).problems if problem.severity == "error"]


def test_the_number_that_the_readme_breaks_gets_the_message_it_shows(tour: Path) -> None:
    replace(tour / "figures.yaml", "value: 2500", "value: 2000")
    assert to_text(errors()).strip() in blocks_of_readme()


def test_the_sentence_that_the_readme_breaks_loses_the_words_of_two_facts(tour: Path) -> None:
    replace(tour / "article.md", "around 2,500", "nearly 2,500")
    assert [error.rule for error in errors()] == ["evidence.not-found", "evidence.not-found"]
    assert all("“around” in the sheet, “nearly” in the article" in error.fix for error in errors())


def test_the_fact_that_the_readme_pastes_is_offered_and_read(tour: Path) -> None:
    sentence = "Some 300 people marched in Arbil on Tuesday."
    article = tour / "article.md"
    article.write_text(f"{article.read_text('utf-8')}\n{sentence}\n", "utf-8")
    opened = check_site(REQUEST).coverage["pezeshkian-in-iraq"]["open"]
    stub = next(claim["stub"] for claim in opened if claim["kind"] == "quantity")
    assert dedent(stub).strip() in blocks_of_readme()
    filled = stub.replace("id:", "id: marchers").replace(
        "label:", "label: People who marched in Arbil"
    )
    filled = re.sub("kind:.*", "kind: estimate", filled)
    figures = tour / "figures.yaml"
    figures.write_text(f"{figures.read_text('utf-8').rstrip()}\n{filled}", "utf-8")
    assert errors() == []
