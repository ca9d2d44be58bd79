"""Links to words on other pages keep to the grammar of text directives, in any script."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.pages.text.fragments import link_to_words_at, text_directive
from tests.pages.world import SHEETS, edition, pages, read

# WICG, URL Fragment Text Directives, 3.3: TextDirectiveExplicitChar is any URL code point but
# "&", "-" and ","; what is percent-encoded is none of these. No prefix or suffix is ever written.
_STRING = r"(?:%[0-9A-F]{2}|[A-Za-z0-9._~!$'()*+;:@/?=])+"
DIRECTIVE = re.compile(rf"text={_STRING}(?:,{_STRING})?")
LETTERS = st.characters(blacklist_categories=["Cs"])


@pytest.mark.parametrize(
    ("words", "directive"),
    [
        ("We build on", "text=We%20build%20on"),
        ("US-led, R&D – 5%", "text=US%2Dled%2C%20R%26D%20%E2%80%93%205%25"),
        ("“Yes”, #1", "text=%E2%80%9CYes%E2%80%9D%2C%20%231"),
        ("نفت و گاز", "text=%D9%86%D9%81%D8%AA%20%D9%88%20%DA%AF%D8%A7%D8%B2"),
        ("قال: «نعم، غدًا».", f"text={''.join(f'%{b:02X}' for b in 'قال:'.encode()[:-1])}%3A%20"
         + "".join(f"%{b:02X}" for b in "«نعم،".encode()) + "%20"
         + "".join(f"%{b:02X}" for b in "غدًا».".encode()[:-1]) + "."),
        ("می‌خواهیم", "text=%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%DB%8C%D9%85"),
        ("  two \n lines ", "text=two%20lines"),
    ],
)  # fmt: skip
def test_words_are_encoded_for_the_directive(words: str, directive: str) -> None:
    assert text_directive(words) == directive


@given(st.text(LETTERS, min_size=1, max_size=400))
def test_every_directive_keeps_to_the_grammar(words: str) -> None:
    directive = text_directive(words)
    assert DIRECTIVE.fullmatch(directive) or not any(word.isalnum() for word in words)


@given(st.text("abc دس-,&% ", min_size=1, max_size=80))
def test_a_browser_reads_the_words_that_were_written(words: str) -> None:
    directive = text_directive(words)
    said = unquote(directive.removeprefix("text="))
    assert said == (" ".join(words.split()) if directive else "")


def test_long_words_are_found_by_both_ends() -> None:
    words = " ".join(f"word{number}" for number in range(100))
    start, end = "word0 word1 word2 word3 word4 word5", "word94 word95 word96 word97 word98 word99"
    assert unquote(text_directive(words)) == f"text={start},{end}"


@pytest.mark.parametrize("gap", [" … ", "... ", " [...] ", " [ … ] ", "\n\n"])
def test_what_was_left_out_is_not_looked_for(gap: str) -> None:
    assert text_directive(f"We build{gap}and go") == "text=We%20build,and%20go"


@pytest.mark.parametrize("words", ["… We build", "We build …", "We build..."])
def test_an_ellipsis_at_an_end_leaves_nothing_to_find(words: str) -> None:
    assert text_directive(words) == "text=We%20build"


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://a.example/x?y=1", "https://a.example/x?y=1#:~:text=Yes"),
        ("http://a.example", "http://a.example#:~:text=Yes"),
        ("https://a.example/x#part", "https://a.example/x#part"),
        ("mailto:desk@a.example", ""),
        (None, ""),
    ],
)
def test_only_a_page_without_a_place_of_its_own_is_led_into(address: str | None, link: str) -> None:
    assert link_to_words_at(address, "Yes") == link


def test_the_words_of_a_source_lead_to_themselves_on_its_page() -> None:
    figures = SHEETS["figures"].replace("source: plan", "source: {id: plan, words: 5 bn – or so}")
    made = pages(edition(**{**SHEETS, "figures": figures}))
    for page in ("b/facts/cost/index.html", "b/key-figures/index.html"):
        link = "https://bern.example/plan#:~:text=5%20bn%20%E2%80%93%20or%20so"
        assert read(made[page]).links[link] == "5 bn – or so"
