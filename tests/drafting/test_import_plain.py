"""`import` of plain text: its blocks as they were meant, what it says of itself, and what is cut."""

from __future__ import annotations

import pytest

from tests.drafting.imported import Newsroom, body_of

NEWS = (
    "The bridge at Ostrow was closed to lorries on Monday, the harbour office said in a statement."
)
MORE = (
    "It carries about 4,000 lorries a day between the port and the motorway, and needs new steel."
)
PASTED = f"""Skip to content
Share
The old bridge closes

By Ana Writer and Ben Writer | 11 September 2024, 14:30 CET

OSTROW, Sept 11 (Reuters) — {NEWS}

Advertisement

What comes next

{MORE}

Share this on Facebook
(Reporting by Ana Writer; editing by Ben Writer)
Related articles
The mayor resigns
A new ferry
Leave a Comment
Your email address will not be published. Required fields are marked *
Scroll to Top
"""


def test_a_pasted_page_becomes_an_article(newsroom: Newsroom) -> None:
    outcome = newsroom.run(PASTED)
    assert outcome.code == 0
    assert (
        outcome.article
        == f"""---
title: The old bridge closes
published: 2024-09-11
dateline: Ostrow
authors: [Ana Writer, Ben Writer]
decide: [standfirst, sources]
---

{NEWS}

## What comes next

{MORE}
"""
    )
    assert newsroom.articles[0].parent.name == "the-old-bridge-closes"


def test_every_line_that_is_cut_is_shown_with_the_reason(newsroom: Newsroom) -> None:
    outcome = newsroom.run(PASTED)
    kept = {"The old bridge closes", "What comes next", NEWS, MORE}
    for line in filter(None, PASTED.split("\n")):
        if line not in kept:
            begin = line.partition(f" {NEWS}")[0]
            assert f"  “{begin}” (" in outcome.out
    assert "“A new ferry” (a list of other stories)" in outcome.out
    assert "Next: dateline new the-old-bridge-closes" in outcome.out
    assert "Still to decide: standfirst and sources" in outcome.out


@pytest.mark.parametrize(
    "news",
    [
        "Leave a comment on the ministry’s website by Friday, the council told residents.",
        "Your email address will not be published, the ministry promised those who complain.",
        "Subscribe now, the union told its members, or lose the right to vote in June.",
        "Advertisement of the posts begins in May, the mayor said.",
        "By Tuesday evening 300 people had left the town.",
        "Share this burden, the president said, and nobody will be poor.",
        "Related companies paid 3 million euros, the court found.",
        "Cookies were handed out to the 40 children in the station.",
        "Updated on 4 May 2023, the plan names no date.",
        "Read more books, the minister told pupils.",
        "NATO — an alliance of 32 states — said nothing.",
        "US – Iran talks failed on Monday.",
    ],
)
@pytest.mark.parametrize("at", ["first", "last", "alone"])
def test_a_sentence_that_speaks_of_such_things_is_kept(
    news: str, at: str, newsroom: Newsroom
) -> None:
    around = {"first": [news, NEWS, MORE], "last": [NEWS, MORE, news], "alone": [news]}[at]
    outcome = newsroom.run("\n\n".join(["A headline", *around]))
    assert news in outcome.article
    assert "Not in the article" not in outcome.out


def test_lines_that_a_program_broke_are_joined(newsroom: Newsroom) -> None:
    wrapped = """A headline

The bridge at Ostrow was closed to lorries on Monday, the harbour office
said in a statement. It carries about 4,000 lorries a day between a well-
known port and the motorway, and it needs steel.

A second paragraph is here, and it goes on for more than a single line
too.
"""
    body = body_of(newsroom.run(wrapped).article)
    assert [paragraph.count("\n") for paragraph in body.split("\n\n")] == [0, 0]
    assert "office said" in body
    assert "well-known port" in body


def test_lines_without_empty_lines_between_them_are_paragraphs(newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"A headline\n{NEWS}\n{MORE}\nA short one.\n")
    assert body_of(outcome.article).split("\n\n") == [NEWS, MORE, "A short one."]


LIST = "- one\n- two\n- three"
TABLE = "| Year | Lorries |\n|---|---|\n| 2023 | 4,000 |"


@pytest.mark.parametrize(
    ("pasted", "markdown"),
    [
        ("• one\n• two\n• three", LIST),
        ("•\tone\n•\ttwo\n•\tthree", LIST),
        ("– one\n– two\n– three", LIST),
        ("* one\n* two\n* three", LIST),
        ("\uf0b7 one\n\n\uf0b7 two\n\n\uf0b7 three", LIST),
        ("1. one\n2. two", "1. one\n2. two"),
        ("1) one\n2) two", "1. one\n2. two"),
        ("4. one\n5. two", "4. one\n5. two"),
        ("1990. That was it.", "1990\\. That was it."),
        ("Year\tLorries\n2023\t4,000", TABLE),
        ("Year | Lorries\n-----|-----\n2023 | 4,000", TABLE),
        ("* * *", "---"),
        ("# 3 on the list", "\\# 3 on the list"),
        ("– Well, he said, that is all.", "&#8211; Well, he said, that is all."),
    ],
)  # fmt: skip
def test_lists_and_tables_are_what_they_look_like(
    pasted: str, markdown: str, newsroom: Newsroom
) -> None:
    outcome = newsroom.run(f"A headline\n\n{NEWS}\n\n{pasted}\n\n{MORE}\n")
    assert body_of(outcome.article) == f"{NEWS}\n\n{markdown}\n\n{MORE}"


def test_numbers_that_do_not_follow_each_other_stay_as_they_are(newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"A headline\n\n{NEWS}\n\n1. Holm\n7. Lind\n")
    assert body_of(outcome.article).endswith("1\\. Holm\n\n7\\. Lind")


def test_characters_stay_as_they_are_and_invisible_ones_are_removed(newsroom: Newsroom) -> None:
    outcome = newsroom.run(
        f'A headline\n\n“Nobody…” – ‘said’ "5\u202fkm" e\u0301.\n\nThe po\u200brt. {NEWS}'
    )
    assert '“Nobody…” – ‘said’ "5\u202fkm" e\u0301.' in outcome.article
    assert "The port." in outcome.article
    assert "1 character that nobody sees was removed" in outcome.out


@pytest.mark.parametrize(
    ("line", "front"),
    [
        ("Published September 11, 2024", "published: 2024-09-11"),
        ("Posted on: Wed, 11 Sept. 2024 at 5:30 pm", "published: 2024-09-11"),
        ("2024-09-11T14:30:00+02:00", "published: 2024-09-11"),
        ("13/09/2024", "published: 2024-09-13"),
        ("11/09/2024", "decide: [standfirst, published, authors, sources]"),
        ("By Ana de la Cruz, Political Editor", "authors: [Ana de la Cruz]"),
        ("By Ana de la Cruz, Ben Writer", "authors: [Ana de la Cruz, Ben Writer]"),
        ("BY THABET AL-ABBASI", "authors: [THABET AL-ABBASI]"),
    ],
)  # fmt: skip
def test_what_a_line_above_the_story_says_of_it(line: str, front: str, newsroom: Newsroom) -> None:
    assert f"\n{front}\n" in newsroom.run(f"A headline\n\n{line}\n\n{NEWS}").article


@pytest.mark.parametrize(
    ("lines", "front"),
    [
        ("Harriet Lowndes\nArts correspondent", "authors: [Harriet Lowndes]"),
        ("By Rachel Thwaite\nHealth Correspondent", "authors: [Rachel Thwaite]"),
        (
            "Rescue deal gives orchestra three years to repay\n\nHarriet Lowndes\nArts editor",
            "standfirst: Rescue deal gives orchestra three years to repay\nauthors: [Harriet Lowndes]",
        ),
    ],
)
def test_names_posts_and_the_standfirst_above_the_story_are_read(
    lines: str, front: str, newsroom: Newsroom
) -> None:
    outcome = newsroom.run(f"The old bridge closes to lorries\n\n{lines}\n\n{NEWS}")
    assert f"\n{front}\n" in outcome.article
    assert body_of(outcome.article) == NEWS


def test_two_words_above_the_story_are_not_taken_for_a_name(newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"A headline\n\nGrand Plan\n\n{NEWS}")
    assert body_of(outcome.article) == f"## Grand Plan\n\n{NEWS}"


def test_a_page_that_was_copied_with_its_menu_has_its_headline(newsroom: Newsroom) -> None:
    menu = "Skip to content\nSearch jobs\nUK edition\nOpinion\nRail"
    outcome = newsroom.run(f"{menu}\nThe old bridge closes to lorries\n{NEWS}\n{MORE}")
    assert "title: The old bridge closes to lorries\n" in outcome.article
    assert body_of(outcome.article) == f"{NEWS}\n\n{MORE}"
    assert "“UK edition” (a line above the headline)" in outcome.out


def test_a_name_with_a_post_is_shown_as_a_byline_and_not_guessed(newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"A headline\nHelen Pidd North of England editor\n{NEWS}")
    assert body_of(outcome.article) == NEWS
    assert "decide: [standfirst, published, authors, sources]" in outcome.article
    assert "“Helen Pidd North of England editor” (it seems to be a byline" in outcome.out


def test_an_embargo_is_shown(newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"EMBARGOED until 00:01 on 12 May\nA headline\n{NEWS}")
    assert "`publish:` holds a briefing back" in outcome.out


def test_lines_of_a_mail_are_joined_and_what_it_quotes_is_a_quotation(newsroom: Newsroom) -> None:
    mail = """Draft 3 of the bridge story

Lorries were banned from the old bridge on Monday after engineers
found a crack in one of its main girders. The ban will last for at
least six months, the harbour office said.

> We had no choice,
> said the head of it.

--
Ana
Sent from my iPhone
"""
    body = body_of(newsroom.run(mail).article)
    assert body.startswith(
        "Lorries were banned from the old bridge on Monday after engineers found a"
    )
    assert body.endswith("\n\n> We had no choice,\n>\n> said the head of it.\n\n---\n\nAna")


def test_a_list_of_names_under_most_popular_is_news(newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"A headline\n\n{NEWS}\n\nMost popular\n\nOlivia\n\nAmelia\n")
    assert "Most popular" in outcome.article
    assert "Amelia" in outcome.article


def test_a_day_that_can_be_read_in_two_ways_is_shown_and_not_guessed(newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"A headline\n\n11/09/2024\n\n{NEWS}")
    assert "“11/09/2024” (a day that can be read in two ways)" in outcome.out


def test_a_given_day_goes_over_that_of_the_text(newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"A headline\n\n11 May 2024\n\n{NEWS}", "--published", "2024-05-12")
    assert "published: 2024-05-12" in outcome.article


def test_a_word_above_the_headline_is_a_kicker(newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"Ostrow\n\nThe old bridge closes to lorries\n\n{NEWS}")
    assert "title: The old bridge closes to lorries\nkicker: Ostrow\n" in outcome.article


def test_a_paragraph_without_a_stop_is_no_headline(newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"The bridge\n\n{NEWS} (see below)\n\n{MORE}")
    assert "title: The bridge\n" in outcome.article
    assert f"{NEWS} (see below)" in outcome.article


def test_a_text_without_a_headline_needs_a_name(newsroom: Newsroom) -> None:
    refused = newsroom.run(NEWS)
    assert refused.code == 2
    assert "no title was found: write --slug" in refused.err
    outcome = newsroom.run(NEWS, "--slug", "bridge")
    assert "decide: [title, standfirst, published, authors, sources]" in outcome.article


def test_what_is_piped_in_is_read_too(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    from io import BytesIO, TextIOWrapper

    from dateline.cli import main

    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(f"A headline\n\n{NEWS}".encode())))
    assert main(["import", "-"]) == 0
    assert body_of(newsroom.article) == NEWS


_FIRST = "The bridge at Ostrow was closed on Monday after cracks had been found, the council said."
_LAST = "Work on a new deck is to begin in March, according to a report of the county."
_STORY = f"{_FIRST}\n\n{_LAST}"
_HEADLINE = "Lorries are kept off the bridge at Ostrow"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("With reporting by Jo Berg in Lesk.", "who worked on it"),
        ("Jo Berg contributed to this report from Lesk.", "who worked on it"),
        ("((ann.lee@example.com; +44 20 7542 1234))", "who worked on it"),
        ("The writer is a correspondent for The Herald in Lesk and Ostrow.", "who worked on it"),
        ("PTI AL JB", "who worked on it"),
        ("Source: Reuters", "where it is from"),
        ("This article was originally published in The Herald. Republished with permission.", "where it is from"),
        ("(This story has not been edited by our staff.)", "where it is from"),
        ("Photo: Jo Berg/Ostrow Pictures", "the caption of a picture"),
        ("The bridge at Ostrow on Sunday. Photograph: Jo Berg/The Herald", "the caption of a picture"),
        ("-30-", "it comes after the end of the story"),
        ("Notes to editors\n\n1. The county looks after 214 bridges, and has done so since 1974.", "after the end"),
        ("ENDS\n\nFor more information, call Jo Berg at the press office of the county council.", "after the end"),
        ("Topics\nBridges\nOstrow", "a topic of the page"),
    ],
)  # fmt: skip
def test_what_an_agency_or_a_page_has_below_a_story_is_cut(
    line: str, why: str, newsroom: Newsroom
) -> None:
    outcome = newsroom.run(f"{_HEADLINE}\n\n{_STORY}\n\n{line}\n")
    assert body_of(outcome.article) == _STORY
    assert why in outcome.out


@pytest.mark.parametrize(
    "line",
    [
        "He painted the picture: a town in decline, with few who stay for long.",
        "The council ends its meeting.",
        "Source: the report, which the county has kept. It was written in May and has never been shown to anybody.",
        "Ida Roth contributed 4,000 euros to the appeal, and said that it was not enough for a new deck.",
    ],
)
def test_sentences_that_are_like_such_lines_stay(line: str, newsroom: Newsroom) -> None:
    assert line in newsroom.run(f"{_HEADLINE}\n\n{_STORY}\n\n{line}\n").article


@pytest.mark.parametrize(
    "above",
    [
        "THE OSTROW HERALD\n\n" + _HEADLINE,
        "BC-EU--Ostrow-Bridge, 2nd Ld-Writethru\n\n" + _HEADLINE + "\n\nEds: UPDATES with quote of mayor. With photos.",
        "OSTROW-BRIDGE\n23 Nov\n450 words\n\n" + _HEADLINE,
        "Home\nNews\nSport\nOpinion\n" + _HEADLINE,
        "From: Ann Lee <a@b.example>\nTo: Desk <d@b.example>\nSubject: copy\n\nHi Jo,\n\nhere it is.\n\n" + _HEADLINE,
    ],
)  # fmt: skip
def test_the_headline_is_found_below_lines_for_the_desk(above: str, newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"{above}\n\n{_STORY}\n")
    assert f"\ntitle: {_HEADLINE}\n" in outcome.article
    assert body_of(outcome.article) == _STORY


def test_a_mail_ends_before_its_signature(newsroom: Newsroom) -> None:
    head = "From: Ann Lee <a@b.example>\nTo: d@b.example\nSubject: copy\nDate: Mon, 23 Nov 2026 10:12:00 +0000"
    outcome = newsroom.run(
        f"{head}\n\n{_HEADLINE}\n\n{_STORY}\n\nBest,\nAnn\n\n-- \nAnn Lee | Reporter\n"
    )
    assert body_of(outcome.article) == _STORY
    assert "\npublished: 2026-11-23\n" in outcome.article


@pytest.mark.parametrize(
    ("byline", "front"),
    [
        ("By Special Correspondent", "decide: [standfirst, published, authors, sources]"),
        ("By Our Rural Affairs Correspondent", "decide: [standfirst, published, authors, sources]"),
        ("By Staff Reporter | Ostrow Herald", "decide: [standfirst, published, authors, sources]"),
        ("By Ann Lee, Rural Affairs Correspondent", "authors: [Ann Lee]"),
        ("By ANN LEE and JO BERG, Ostrow", "authors: [Ann Lee, Jo Berg]"),
        ("By Ann Lee, dpa", "authors: [Ann Lee]"),
        ("By Ann Lee in Ostrow", "authors: [Ann Lee]"),
        ("By Ann Lee at Ostrow crown court and Jo Berg in Lesk", "authors: [Ann Lee, Jo Berg]"),
        ("By Ann Lee for the Lesk Herald", "authors: [Ann Lee]"),
        ("Words by Ann Lee with Jo Berg", "authors: [Ann Lee, Jo Berg]"),
        ("By our correspondent in Lesk", "decide: [standfirst, published, authors, sources]"),
        ("By Reuters in Lesk", "decide: [standfirst, published, authors, sources]"),
    ],
)
def test_a_byline_names_people_and_not_their_posts(
    byline: str, front: str, newsroom: Newsroom
) -> None:
    outcome = newsroom.run(f"{_HEADLINE}\n\n{byline}\n\n{_STORY}\n")
    assert f"\n{front}\n" in outcome.article
    assert body_of(outcome.article) == _STORY


@pytest.mark.parametrize(
    ("begins", "dateline"),
    [
        ("OSTROW, Nov 23 (PTI) ", "Ostrow"),
        ("OSTROW, Nov. 23: ", "Ostrow"),
        ("OSTROW, The Herald — ", "Ostrow"),
        ("Nov 23 (Reuters) - ", ""),
    ],
)
def test_a_story_begins_after_its_dateline(begins: str, dateline: str, newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"{_HEADLINE}\n\n{begins}{_STORY}\n")
    assert body_of(outcome.article) == _STORY
    assert (f"\ndateline: {dateline}\n" in outcome.article) is bool(dateline)


def test_a_sentence_between_the_headline_and_the_byline_is_the_standfirst(
    newsroom: Newsroom,
) -> None:
    standfirst = "Engineers found cracks in the deck, and the way round is long."
    outcome = newsroom.run(f"{_HEADLINE}\n\n{standfirst}\n\nBy Ann Lee\n\n{_STORY}\n")
    assert f"\nstandfirst: {standfirst}\nauthors: [Ann Lee]\n" in outcome.article
    assert body_of(outcome.article) == _STORY


def test_a_standfirst_is_not_kept_twice(newsroom: Newsroom) -> None:
    standfirst = "Engineers found cracks in the deck, and the way round is long."
    front = f"---\ntitle: A\nstandfirst: {standfirst}\nauthor: By Ann Lee, Rural Affairs Correspondent\n---\n\n"
    outcome = newsroom.run(f"{front}*{standfirst}*\n\n{_STORY}\n\n*Source: Reuters*\n", name="a.md")
    assert "\nauthors: [Ann Lee]\n" in outcome.article
    assert body_of(outcome.article) == _STORY
