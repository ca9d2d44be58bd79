"""Text that would turn, hide or pass for other text: refused, reported or held in its place."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from dateline.cli import main
from dateline.publishing.looks.text_runs import settle_text
from dateline.reading.briefing_files import parse_site
from dateline.reading.encoding import decode
from dateline.words import _, all_of
from dateline.words.direction import isolated
from tests.faults.table import tried
from tests.hostile_site import write_hostile_site
from tests.small_site import article, assemble, problems, rules

NAME: Final = "דוד לוי"
FILES: Final = (
    "site.yaml",
    "authors.yaml",
    "about.md",
    "pages/contact.md",
    "line/article.md",
    "line/people.yaml",
    "line/figures.yaml",
    "line/sources.yaml",
)
SIGNS: Final = {
    "a noncharacter, U+1FFFE": "\U0001fffe",
    "half a right-to-left override, U+202E": "\u202e",
    "an isolate that is not closed, U+2067": "\u2067",
}


def said(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The errors of a check of the content below `folder`, the first line of each."""
    main(["check", "--quiet", "--content", str(folder / "content"), "--today", "2024-09-12"])
    return [line for line in capsys.readouterr().err.splitlines() if ": error: " in line]


@tried(6, "{file} has {kind}", "Refused at its place")
@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("kind", SIGNS)
def test_no_file_brings_such_a_sign_to_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, kind: str
) -> None:
    path = write_hostile_site(tmp_path, "Anna") / file
    before, name, after = path.read_text("utf-8").partition("Anna")
    path.write_text(f"{before}An{SIGNS[kind]}na{after}", "utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n") + 2
    found = said(tmp_path, capsys)
    assert any(f"{file}:{line}:{column}: error: " in problem for problem in found), found
    assert name


UNSEEN: Final = (
    *(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF)),
    *("\ufdd0", "\ufdef", "\u2065", "\u206a", "\ufff0", "\ufff9", "\ufffc"),
    *("\U000e0001", "\U000e0041", "\U000e0080", "\U000e0fff"),
)


@tried(6, "The sign {sign!r} in a text", "Refused at its place")
@pytest.mark.parametrize("sign", UNSEEN)
def test_signs_that_carry_nothing_are_refused(sign: str) -> None:
    _, (problem,) = decode(f"one\ntwo {sign} three".encode(), "a.md")
    assert str(problem.position) == "a.md:2:5"
    assert f"U+{ord(sign):04X}" in problem.found


@tried(6, "Marks are heaped on one letter: {text!r}", "Refused at the first")
@pytest.mark.parametrize(
    "text", ["He\u0301\u0302\u0303\u0304\u0305 came", "ก" + "\u0e47" * 9, "a" + "\u0489\u0301" * 6]
)
def test_marks_are_not_heaped_on_a_letter(text: str) -> None:
    _, (problem, *_) = decode(text.encode(), "a.md")
    assert "marks are drawn over each other" in problem.found


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f won",
        "👨\u200d👩\u200d👧\u200d👦 and 👍🏽",
        "Việt, Viê\u0323t, Ngu\u031b\u0303",
        "שָׁ֑לוֹם",
        "བསྒྲུབས",
        "葛\U000e0100飾",
        "علی\u200f (Ali), می\u200cخواهم",
    ],
)
def test_signs_of_alphabets_and_of_emoji_are_text(text: str) -> None:
    assert decode(text.encode(), "a.md")[1] == ()


NOTHING: Final = {
    "a zero-width space": "\\u200b",
    "a Hangul filler": "\\u3164",
    "two marks of direction": "\\u200f\\u200f",
    "an empty Braille cell": "\\u2800",
    "three spaces": "   ",
    "a no-break space": "\\u00a0",
}


@tried(6, "A headline, a name and the title of a site are {kind}", "Refused: nobody sees it")
@pytest.mark.parametrize("kind", NOTHING)
def test_a_text_is_seen(kind: str) -> None:
    text = f'"{NOTHING[kind]}"'
    people = f"people:\n  - {{id: a, name: {text}, role: b, why: c, evidence: All}}\n"
    site = assemble({"b/article.md": article(title=text), "b/people.yaml": people})
    assert {str(p.position) for p in site.problems if p.rule == "field.type"} == {
        "content/b/article.md:2:8",
        "content/b/people.yaml:2:19",
    }
    settings = f"title: {text}\ndescription: D\n"
    assert [p.rule for p in parse_site(settings.encode(), "site.yaml")[1]] == ["field.type"]


# Look-alike letters

PEOPLE: Final = """\
people:
  - {{id: a, name: Sana Holm, aliases: [S{letter}na], role: b, why: c, evidence: Sana Holm, {waive}}}
"""
WAIVE: Final = "waive: {check: text.letters, why: It is about such letters.}"


@tried(6, "An alias has {letter!r} in a Latin word", "Reported, with the letter and its place")
@pytest.mark.parametrize("letter", ["\u0430", "\u03b1", "\uff41"])
def test_a_letter_of_another_alphabet_in_a_name_is_reported(letter: str) -> None:
    sheet = PEOPLE.format(letter=letter, waive="")
    [problem] = problems("Sana Holm spoke.", "text.letters", people=sheet)
    assert str(problem.position) == "b/people.yaml:2:41"
    assert f"letter 2 of “S{letter}na” is “" in problem.found
    assert f"U+{ord(letter):04X}" in problem.found
    assert "waive: {check: text.letters" in problem.fix


def test_it_may_be_meant() -> None:
    sheet = PEOPLE.format(letter="\u0430", waive=WAIVE)
    assert rules("Sana Holm spoke.", "text.letters", people=sheet) == []
    assert rules("Sana Holm spoke.", "waive.", people=sheet) == []
    idle = PEOPLE.format(letter="a", waive=WAIVE)
    assert rules("Sana Holm spoke.", "waive.", people=idle) == ["waive.idle"]


@tried(6, "{file} has a Cyrillic letter in a Latin word", "Reported at its place")
@pytest.mark.parametrize("file", FILES)
def test_look_alikes_are_reported_wherever_readers_see_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str
) -> None:
    path = write_hostile_site(tmp_path, "Anna") / file
    before, _name, after = path.read_text("utf-8").partition("Anna")
    path.write_text(f"{before}Ann\u0430{after}", "utf-8")
    main(["check", "--quiet", "--content", str(tmp_path / "content"), "--today", "2024-09-12"])
    line = before.count("\n") + 1
    shown = [row for row in capsys.readouterr().err.splitlines() if "another alphabet" in row]
    assert [row.partition(": warning")[0].rpartition("/content/")[2] for row in shown] == [
        f"{file}:{line}:{len(before) - before.rfind(chr(10)) + 3}"
    ]


# Words from right to left in English sentences


@tried(6, "A name from right to left stands in {where}", "Isolated: what follows stays in place")
@pytest.mark.parametrize(
    ("where", "made"),
    [
        ("a sentence", _("Error in %(fact)s: %(name)s", fact=NAME, name="5")),
        ("a list", all_of([NAME, NAME])),
        ("a title", isolated(f"{NAME}, 62, visits")),
    ],
)
def test_plain_words_have_marks_around_it(where: str, made: str) -> None:
    assert made.count(f"\u2068{NAME}\u2069") == made.count(NAME)
    assert made.count("\u2068") == (2 if where == "a list" else 1)
    assert isolated(made) == made


def test_pages_have_an_element_around_it() -> None:
    html = f'<html lang="en" dir="ltr"><title>{NAME}</title><p title="{NAME}">{NAME}, 62: <b>{NAME}</b>'
    assert settle_text(html) == (
        f'<html lang="en" dir="ltr"><title>{NAME}</title>'
        f'<p title="{NAME}"><bdi>{NAME}</bdi>, 62: <b><bdi>{NAME}</bdi></b>'
    )
    for kept in (
        f"<bdi>{NAME}</bdi>",
        f'<html dir="rtl"><p>{NAME}</p>',
        f"<svg><text>{NAME}</text></svg>",
    ):
        assert settle_text(kept) == kept


def test_long_words_may_be_broken_in_tables_and_nowhere_else() -> None:
    word = "abcdefghij" * 3
    cell = f'<td class="{word}">{word} &amp;{"b" * 12}</td>'
    broken = "abcdefghij<wbr>" * 2 + "abcdefghij"
    assert settle_text(f"<p>{word}</p>{cell}") == f"<p>{word}</p>" + cell.replace(
        f">{word}", f">{broken}"
    )
