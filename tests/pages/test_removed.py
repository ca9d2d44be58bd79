"""A fact that is removed leaves a notice at its address, which no other fact gets."""

from __future__ import annotations

from tests.small_site import article, assemble, errors

REMOVED = """
    removed:
      - {id: landing, on: 2024-09-20, why: It was the <day> before.}
"""
EVENT = """
    events:
      - {id: visit, title: A visit, date: 2024-09-11, evidence: came on Wednesday}
"""
BODY = "He came on Wednesday."


def test_the_notice_says_when_and_why_and_leads_back() -> None:
    site = assemble({"b/article.md": article(BODY), "b/timeline.yaml": EVENT + REMOVED})
    assert errors(site) == []
    page = site.files["b/facts/landing/index.html"].decode()
    assert '<time datetime="2024-09-20">20 September 2024</time>' in page
    assert "We removed this event on" in page
    assert "It was the &lt;day&gt; before." in page
    assert '<a href="../../timeline/index.html">Timeline</a>' in page
    assert '<a href="../../index.html">A title</a>' in page


def test_the_notice_has_what_the_fact_was_called() -> None:
    labelled = REMOVED.replace("why:", "label: The landing, why:")
    for removed, heading in ((labelled, "The landing"), (REMOVED, "This fact was removed")):
        site = assemble({"b/article.md": article(BODY), "b/timeline.yaml": EVENT + removed})
        assert f"<h1>{heading}</h1>" in site.files["b/facts/landing/index.html"].decode()


def test_the_notice_strikes_out_what_the_fact_said() -> None:
    was = REMOVED.replace("why:", "was: Ten <men> landed, why:")
    site = assemble({"b/article.md": article(BODY), "b/timeline.yaml": EVENT + was})
    assert "<del>Ten &lt;men&gt; landed</del>" in site.files["b/facts/landing/index.html"].decode()
    assert "<del>Ten &lt;men&gt; landed</del>" in site.files["corrections/index.html"].decode()


def test_where_its_page_has_no_facts_left_it_leads_to_the_briefing_alone() -> None:
    site = assemble({"b/article.md": article(BODY), "b/figures.yaml": REMOVED})
    assert errors(site) == []
    page = site.files["b/facts/landing/index.html"].decode()
    assert "We removed this figure on" in page
    assert "key-figures" not in page
    assert '<a href="../../index.html">A title</a>' in page


def test_a_removed_id_is_not_given_to_another_fact() -> None:
    again = EVENT.replace("visit,", "landing,") + REMOVED
    site = assemble({"b/article.md": article(BODY), "b/timeline.yaml": again})
    (error,) = errors(site)
    assert error == "content/b/timeline.yaml:6:10 id.duplicate content/b/timeline.yaml:3:10"
    assert site.files == {}


def test_a_removed_id_is_not_removed_twice_and_is_not_a_former_one() -> None:
    twice = assemble(
        {
            "b/article.md": article(BODY),
            "b/timeline.yaml": REMOVED,
            "b/figures.yaml": REMOVED,
        }
    )
    assert [error.split()[1] for error in errors(twice)] == ["id.duplicate"]
    renamed = EVENT.replace("title:", "formerly: landing, title:") + REMOVED
    both = assemble({"b/article.md": article(BODY), "b/timeline.yaml": renamed})
    assert [error.split()[1] for error in errors(both)] == ["id.duplicate"]
