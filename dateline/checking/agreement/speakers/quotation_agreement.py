"""Whether a quotation is what was said, word for word, by whom and when the article says."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from dateline.checking.agreement.dates.saying_days import check_saying_day
from dateline.checking.basis.fact_words import FactWords, or_waive, sentences_around
from dateline.checking.basis.findings import quotation_around, speakers_of
from dateline.checking.basis.speakers import Speakers
from dateline.facts.article import Span
from dateline.facts.phrasing import join_words
from dateline.facts.records import Named, Quotation
from dateline.facts.wording import even, find_words
from dateline.problems import Problem, Rule

# The signs that a sheet may write where a quotation is interrupted, and at its end.
_SIGNS: Final = " ,.;:-"
_SEAM: Final = r"[,.;:]*[ -][ ,.;:-]*"


def check_quotation(quotation: Quotation, words: FactWords) -> Iterator[Problem]:
    """The words are between quotation marks, are those of the sheet, and were said on that day.

    Evidence may have passages beside them that are not quoted, as "she said on Tuesday".
    """
    quoted = [span for span in words.spans if quotation_around(words.findings, span)]
    if not (quoted and _is_said(quotation.words, list(map(words.text, quoted)))):
        yield from _check_words(quotation, words, quoted)
    beside = [part for span in words.spans for part in _beside(words, span)]
    yield from check_saying_day(quotation, ("said_on",), quotation.said_on, words, beside)


def _check_words(
    quotation: Quotation, words: FactWords, quoted: Sequence[Span]
) -> Iterator[Problem]:
    """What differs in the passages that are quoted, or that have words of the quotation."""
    sheet = even(quotation.words)
    meant = [
        span
        for span in words.spans
        if span in quoted or find_words(even(words.text(span).strip(_SIGNS)), sheet)
    ]
    for span in meant or words.spans:
        if span not in quoted and not _has_quoted(words, span):
            yield _unquoted_problem(quotation, words.at([span]))
    parts = [words.text(span) for span in meant or words.spans]
    if not _is_said(quotation.words, parts):
        found = (
            f"quotation ‘{quotation.id}’ differs from its evidence: "
            f"{_difference(quotation.words, ' '.join(parts))}"
        )
        fix = "write the words of the evidence in `words:`, or correct `evidence:`"
        if any(_has_quoted(words, span) for span in meant or words.spans):
            fix += "; attribution and quoted words are two entries of a list there"
        yield words.problem(Rule.AGREEMENT_QUOTATION, "evidence", found=found, fix=fix)


def _has_quoted(words: FactWords, span: Span) -> bool:
    """Whether a passage has quoted words beside others: “called it “stable””."""
    if quotation_around(words.findings, span):
        return False
    return any(
        span.start <= quoted.start and quoted.end <= span.end
        for quoted in words.findings.quotations[span.block]
    )


def _is_said(written: str, parts: Sequence[str]) -> bool:
    """Whether these are the words of the parts, in a row, whatever sign stands between two parts."""
    said = [re.escape(" ".join(_letters(part)).strip(_SIGNS)) for part in parts]
    sheet = " ".join(_letters(written)).strip(_SIGNS)
    return re.fullmatch(_SEAM.join(said), sheet) is not None


def _difference(written: str, evidence: str) -> str:
    """The first words that differ, or the first signs where only signs do."""
    sheet, article = _letters(written), _letters(evidence)
    codes = SequenceMatcher(None, sheet, article, autojunk=False).get_opcodes()
    differing = [(sheet[a:b], article[c:d]) for kind, a, b, c, d in codes if kind != "equal"]
    own, other = next(((a, b) for a, b in differing if _bare(a) != _bare(b)), differing[0])
    return f"{_shown_words(own)} in the sheet, {_shown_words(other)} in the article"


def _bare(words: Sequence[str]) -> list[str]:
    return [bare for word in words if (bare := word.strip(_SIGNS))]


def _shown_words(words: Sequence[str]) -> str:
    few = [*words[:4], "…"] if len(words) > 5 else words
    return f"“{' '.join(few)}”" if words else "nothing"


def _letters(text: str) -> list[str]:
    """The words without marks of omission between two passages."""
    return even(text).text.replace("...", " ").replace("[", " ").replace("]", " ").split()


def _unquoted_problem(quotation: Quotation, words: FactWords) -> Problem:
    field = "evidence" if quotation.evidence else "words"
    speaker = words.briefing.fact_by_id.get(quotation.speaker)
    name = speaker.name if isinstance(speaker, Named) else "the speaker"
    found = f"the words of ‘{quotation.id}’ are not between quotation marks in the article"
    fix = (
        f"if {name} said exactly this, put quotation marks round it in the article; "
        f"if not, correct `{field}:` or remove the quotation from the sheet"
    )
    return words.problem(Rule.AGREEMENT_QUOTATION, field, found=found, fix=fix)


def _beside(words: FactWords, span: Span) -> list[Span]:
    start, end = sentences_around(words.blocks[span.block].text, span)
    if not quotation_around(words.findings, span):
        return [Span(block=span.block, start=start, end=end)]
    parts = ((start, span.start), (span.end, end))
    return [Span(block=span.block, start=first, end=last) for first, last in parts]


def check_speaker(quotation: Quotation, words: FactWords) -> Iterator[Problem]:
    speaker = words.briefing.fact_by_id.get(quotation.speaker)
    if not isinstance(speaker, Named):
        return  # checking/references.py reports it
    fix = (
        "write the id of the person who said it, or add the alias that the article uses, "
        f"{or_waive(Rule.AGREEMENT_SPEAKER)}"
    )
    for span in words.spans:
        stated = speakers_of(words.findings, span)
        if stated is not None and not (stated.ids or stated.strangers):
            continue
        if stated is not None and speaker.id not in stated.ids:
            found = (
                f"quotation ‘{quotation.id}’ is attributed to ‘{speaker.id}’, "
                f"but the article attributes it to {_shown(stated)}"
            )
            yield words.at([span]).problem(Rule.AGREEMENT_SPEAKER, "speaker", found=found, fix=fix)


def _shown(stated: Speakers) -> str:
    ids = [f"‘{fact_id}’" for fact_id in sorted(stated.ids)]
    return join_words([*ids, *(f"“{name}”" for name in stated.strangers)], "or")
