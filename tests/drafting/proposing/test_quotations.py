"""What `new` proposes of quotations."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.drafting.proposing.propose import propose
from dateline.facts.kinds import Kind
from tests.small_site import briefing


def quotations(body: str) -> list[dict[str, Any]]:
    made = propose(briefing(body), today=date(2024, 9, 12), site_language="en")
    return [dict(each.fields) for each in made if each.kind is Kind.QUOTATION]


def test_the_parts_of_a_quotation_that_names_its_speaker_in_between_are_one() -> None:
    (made,) = quotations(
        "“Nobody will drive over that crack,” said Pia Holm. “It would break under any car.”"
    )
    assert made["words"] == "Nobody will drive over that crack. It would break under any car."
    assert made["evidence"] == [
        "Nobody will drive over that crack,",
        "It would break under any car.",
    ]
    assert made["speaker"] == "pia-holm"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We did not row here to be loved,” Pia Holm said. “We came to win.”",
         "We did not row here to be loved. We came to win."),
        ("“It was no accident,” said Pia Holm, who led it. “Three families lost somebody because of a price.”",
         "It was no accident. Three families lost somebody because of a price."),
        ("“The birds have done their part,” Mr. Holm said. “Now it is our turn to do ours.”",
         "The birds have done their part. Now it is our turn to do ours."),
        ("“We did not row here to be loved,” Pia Holm said. She called it “a bad joke”.",
         "We did not row here to be loved"),
    ],
)  # fmt: skip
def test_a_few_words_are_part_of_the_quotation_that_they_begin_or_end(
    text: str, words: str
) -> None:
    assert [each["words"] for each in quotations(f"Pia Holm leads the club. {text}")] == [words]


def test_what_another_says_is_another_quotation() -> None:
    made = quotations(
        "“Nobody will drive over that crack,” said Pia Holm. The road is shut."
        " “It would break under any car,” said Ann Lee."
    )
    assert [each["speaker"] for each in made] == ["pia-holm", "ann-lee"]


def test_a_comma_before_the_speaker_is_no_part_of_the_words() -> None:
    (made,) = quotations("“Nobody will drive over that crack again,” said Pia Holm.")
    assert made["words"] == "Nobody will drive over that crack again"


def test_a_day_within_the_words_is_not_that_on_which_they_were_said() -> None:
    (made,) = quotations("“If I were at the mill, I would be awake tonight,” said Pia Holm.")
    assert "said_on" not in made


def test_he_is_the_subject_of_the_sentence_before_though_others_may_be_he() -> None:
    (made,) = quotations(
        "Bo Ray waited.\n\nAri Lodd, who owns one of the boats, made five trips."
        " “We just kept going back until dawn,” he told reporters."
    )
    assert made["speaker"] == "ari-lodd"


def test_he_may_be_another_where_the_sentence_before_names_two() -> None:
    (made,) = quotations(
        "Bo Ray waited.\n\nAri Lodd met Kit Holm. “We just kept going back until dawn,” he said."
    )
    assert made["speaker"] is None


def test_a_spokesman_speaks_for_the_body_that_the_sentence_before_is_about() -> None:
    (made,) = quotations(
        "The Lesk Union said no. “We expect nothing else of you,” a spokesman said."
    )
    assert made["speaker"] == "lesk-union"


def test_a_spokesman_of_nobody_named_just_before_is_left_to_a_human() -> None:
    (made,) = quotations(
        "The Lesk Union met. Pia Holm came. “We expect nothing else of you,” a spokesman said."
    )
    assert made["speaker"] is None
