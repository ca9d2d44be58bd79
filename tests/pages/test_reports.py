"""A report of an error says which fact it is about, and cannot be made to say anything else."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.facts.site_records import Site
from dateline.pages.reports import Reported, fact_report, site_report
from dateline.reading.briefing_files import parse_site
from tests.pages.world import edition, pages, read
from tests.small_site import ARTICLE, FIGURES, SETTINGS, assemble, errors

ABOUT = Reported(fact="cost", called="Cost & “more”", page="https://d.example/b/facts/cost/")
BODY = [
    "https://d.example/b/facts/cost/",
    "",
    "What is wrong, and how do you know?",
]


def site_with(report: str) -> Site:
    return Site.model_validate({"title": "T", "description": "D", "report": report})


def link_for(report: str, about: Reported = ABOUT) -> str:
    return fact_report(site_with(report), about)


def fields(link: str) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(urlsplit(link).query).items()}


def test_a_letter_begins_with_the_fact() -> None:
    link = link_for("mailto:desk@d.example")
    assert link.startswith("mailto:desk@d.example?subject=")
    assert "+" not in link  # RFC 6068, section 5: a plus sign is a plus sign
    filled = fields(link)
    assert filled["subject"] == "Error in cost: Cost & “more”"
    assert filled["body"].split("\r\n")[:3] == BODY


def test_an_issue_begins_with_the_fact() -> None:
    link = link_for("https://github.com/o/r/issues/new?labels=error")
    filled = fields(link)
    assert (filled["labels"], filled["title"]) == ("error", "Error in cost: Cost & “more”")
    assert filled["body"].split("\n")[:3] == BODY


def test_what_the_address_says_itself_stands() -> None:
    assert fields(link_for("mailto:d@d.example?Subject=Oops")).keys() == {
        "Subject", "body"
    }  # fmt: skip


def test_gaps_are_filled_and_nothing_else_is_added() -> None:
    address = "https://forms.example/?about={fact}&at={page}#form"
    assert link_for(address) == (
        "https://forms.example/?about=cost&at=https%3A%2F%2Fd.example%2Fb%2Ffacts%2Fcost%2F#form"
    )
    assert site_report(site_with(address)) == "https://forms.example/?about=&at=#form"
    assert link_for("mailto:d@d.example?subject={fact}") == "mailto:d@d.example?subject=cost"


@pytest.mark.parametrize("address", ["https://d.example/contact", "mailto:d@d.example"])
def test_without_a_fact_the_address_is_as_it_is_written(address: str) -> None:
    assert site_report(site_with(address)) == address


def test_an_address_that_takes_nothing_is_given_nothing() -> None:
    assert link_for("https://d.example/contact") == "https://d.example/contact"


@given(st.text())
def test_no_name_of_a_fact_adds_a_field_or_a_header(called: str) -> None:
    link = link_for("mailto:d@d.example", replace(ABOUT, called=called))
    subject, _, rest = link.partition("?subject=")[2].partition("&")
    assert rest.startswith("body=")
    EmailMessage()["Subject"] = unquote(subject)
    assert len(subject) < 1500


@pytest.mark.parametrize("gap", ["{id}", "{", "{fact", "{Fact}", "{fact}}"])
def test_a_gap_that_nothing_fills_is_refused_with_those_that_are(gap: str) -> None:
    settings = f"title: T\ndescription: D\nreport: https://forms.example/?a={gap}\n"
    _, (problem,) = parse_site(settings.encode(), "site.yaml")
    assert (problem.rule, str(problem.position)) == ("address.form", "site.yaml:3:9")
    assert "{fact}" in problem.fix
    assert "{page}" in problem.fix


@pytest.mark.parametrize(
    ("address", "page"),
    [(None, "b%2Ffacts%2Fcost%2F"), ("https://d.example/", "https%3A%2F%2Fd.example%2Fb%2Ffacts%2Fcost%2F")],
)  # fmt: skip
def test_a_facts_page_reports_that_fact_and_other_pages_the_site(
    address: str | None, page: str
) -> None:
    update = {"report": "https://f.example/?f={fact}&p={page}", "address": address}
    this_edition = replace(edition(), site=edition().site.model_copy(update=update))
    made = pages(this_edition, site=this_edition.site)
    links = read(made["b/facts/cost/index.html"]).links
    assert links[f"https://f.example/?f=cost&p={page}"] == "Report an error in this fact"
    assert (
        read(made["b/timeline/index.html"]).links["https://f.example/?f=&p="] == "Report an error"
    )


def test_a_site_without_an_address_for_reports_offers_none() -> None:
    assert "Report an error" not in pages(edition())["b/facts/cost/index.html"]


@pytest.mark.parametrize(
    "word",
    ["soft\u00adhyphen", "👩\u200d🚒", "نامه\u200cها", "32\u00a0kilometres", "\u2067سلام\u2069"],
)
def test_a_fact_may_be_reported_whatever_signs_its_name_has(word: str) -> None:
    figures = FIGURES.replace("Length", f"Length of a {word}")
    settings = f"{SETTINGS}report: mailto:desk@d.example\n"
    files = {"line/article.md": ARTICLE, "line/figures.yaml": figures}
    assert errors(assemble(files, settings=settings)) == []
