"""The editor's article shows what became of its words, and nothing of it is ever published."""

from __future__ import annotations

from dataclasses import replace

from dateline.pages.addresses import Here
from dateline.pages.annotated import AnnotatedContext, plan_annotated
from dateline.pages.cards.method import method_of
from dateline.pages.plan import plan_briefing
from dateline.publishing.looks.look import read_look_files
from dateline.publishing.looks.render import render
from tests.pages.world import edition, look, read, words
from tests.small_site import article, assemble

ARTICLE = """
    Ann Lee paid **$5 million in May** 2020. Bo Ray called it “a &lt;very&gt; bad day for us all”.

    - Ann Lee paid no more.
    """
SHEETS = {
    "figures": """
        figures:
          - {id: paid, label: P, value: 5 million, unit: USD, kind: measured, evidence: $5 million}
        """,
    "coverage": """
        waived:
          - {words: Bo Ray, why: He is <nobody>.}
        """,
}


def page(text: str = ARTICLE, **sheets: str) -> str:
    return render(plan_annotated(edition(text, **(sheets or SHEETS))), look()).decode()


def test_each_verdict_has_its_words_its_class_and_its_name() -> None:
    html = page()
    shown = read(html)
    assert words(shown.inside["words_open_1"]) == "May"
    assert words(shown.inside["words_offered_1"]) == "Ann Lee"
    assert words(shown.inside["words_waived_1"]) == "Bo Ray"
    assert words(shown.inside["words_covered_1"]) == "$5 million"
    assert '<mark class="item open" id="words_open_1">' in html
    assert '<mark class="item offered" id="words_offered_1">Ann Lee</mark>' in html
    assert '<a class="verdict open" href="#open_1">open 1</a>' in html
    assert '<a class="verdict waived" href="#waived_1">waived 1</a>' in html


def test_what_is_open_is_beside_its_paragraph_with_a_stub() -> None:
    shown = read(page())
    date = words(shown.inside["open_1"])
    assert date.startswith("Open 1 Date “May 2020”, read as 2020-05. Line 8. A fact to paste")
    assert "date: 2020-05" in date
    assert words(shown.inside["open_2"]).startswith("Open 2 Quotation")


def test_a_name_is_offered_once_where_it_is_first() -> None:
    html = page()
    assert html.count("Name “Ann Lee”: a fact to paste") == 1
    assert html.index("Name “Ann Lee”") < html.index('id="words_offered_2"')


def test_what_is_said_in_passing_is_offered_beside_its_paragraph() -> None:
    html = page("Later Ann Lee, 67, spoke.", coverage="waived: []")
    assert "Nothing is open." in html
    assert html.count("Number “67”: a fact to paste") == 1
    assert '<mark class="item offered" id="words_offered_2">67</mark>' in html


def test_what_is_waived_has_its_reason_and_what_is_covered_its_facts() -> None:
    html = page()
    shown = read(html)
    assert words(shown.inside["waived_1"]) == "Waived 1 “Bo Ray”: He is <nobody>. Line 8."
    assert shown.links["../key-figures/index.html#paid"].strip() == "paid"


def test_the_counts_are_those_of_the_coverage() -> None:
    context = plan_annotated(edition(ARTICLE, **SHEETS)).context
    assert isinstance(context, AnnotatedContext)
    assert (context.covered, context.waived, len(context.open), context.offered) == (1, 1, 2, 1)
    assert "Nothing is open." not in page()
    assert "Nothing is open." in page("all was quiet.", coverage="waived: []")


def test_names_that_no_sheet_has_are_not_counted_for_readers() -> None:
    shown = method_of(edition(ARTICLE, **SHEETS), Here(path="b/sources/index.html"))
    assert (shown.found, [line.number for line in shown.covered]) == (4, [1, 1, 2])


def test_links_inside_the_page_lead_somewhere() -> None:
    shown = read(page())
    inner = {href[1:] for href in shown.links if href.startswith("#")}
    assert len(inner) > 6
    assert inner <= set(shown.ids)


def test_it_is_not_one_of_the_pages_of_the_site() -> None:
    this_edition = edition(ARTICLE, **SHEETS)
    annotated = plan_annotated(this_edition)
    planned = tuple(plan_briefing(this_edition))
    assert annotated.path not in {page.path for page in planned}
    assert annotated.template not in {page.template for page in planned}


def test_no_published_byte_comes_from_it() -> None:
    files = {"b/article.md": article("Ann Lee paid $5 million in May 2020.")}
    plain = read_look_files()
    other = replace(
        plain,
        templates={**plain.templates, "annotated.html.j2": b"{{ nothing"},
        static={**plain.static, "preview/annotated.css": b"body { display: none }"},
    )
    assert assemble(files, look=other).files == assemble(files, look=plain).files
