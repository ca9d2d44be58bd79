"""A quotation is what was said, to the letter, by whom the article says, when it says."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.checking.date_agreement import check_date, says
from dateline.checking.fact_words import FactWords
from dateline.checking.findings import touching
from dateline.checking.name_agreement import is_named
from dateline.checking.speakers import speakers
from dateline.facts.article import Span
from dateline.facts.dates import Date
from dateline.facts.records import Named, Quotation
from dateline.facts.wording import even, sentences
from dateline.problems import Problem, Rule


def check_quotation(quotation: Quotation, words: FactWords) -> Iterator[Problem]:
    """The words stand between quotation marks, are what the sheet says, with the speaker near."""
    for span in words.spans:
        found = words.findings.quotations.get(span.block, ())
        if not any(one.start <= span.start and span.end <= one.end for one in found):
            yield _quotation_problem(quotation, "do not stand between quotation marks", words, span)
    if _letters(quotation.words) != _letters(" ".join(map(words.text, words.spans))):
        yield _quotation_problem(quotation, "are not those of its evidence", words)
    yield from check_speaker(quotation, words)
    if quotation.said_on:
        yield from check_said_on(quotation, quotation.said_on, words)


def _letters(text: str) -> list[str]:
    """The words alone: what was left out between two passages may be marked with an ellipsis."""
    return even(text).text.replace("...", " ").replace("[", " ").replace("]", " ").split()


def _quotation_problem(
    quotation: Quotation, fault: str, words: FactWords, span: Span | None = None
) -> Problem:
    return Problem(
        position=quotation.origin.of("evidence" if quotation.evidence else "words"),
        rule=Rule.AGREEMENT_QUOTATION,
        found=f"the words of quotation ‘{quotation.id}’ {fault}",
        fix="quote what was said, exactly and between quotation marks, in the article and here",
        related=words.related(span),
    )


def check_said_on(quotation: Quotation, said_on: Date, words: FactWords) -> Iterator[Problem]:
    """The day stands somewhere in the paragraph, or else is that of the words beside the quotation."""
    paragraph = [
        Span(block=number, start=0, end=len(words.blocks[number].text))
        for number in dict.fromkeys(span.block for span in words.spans)
    ]
    if not any(says(one, said_on) for one, _ in touching(words.findings.dates, paragraph)):
        beside = [part for span in words.spans for part in around(words, span)]
        yield from check_date(quotation, ("said_on",), said_on, words.elsewhere(beside))


def around(words: FactWords, span: Span) -> list[Span]:
    """The rest of the sentences that a quotation stands in, before it and behind it."""
    text = words.blocks[span.block].text
    own = [(a, b) for a, b in sentences(text) if a < span.end and span.start < b]
    start, end = min(a for a, _ in own), max(b for _, b in own)
    return [
        Span(block=span.block, start=start, end=span.start),
        Span(block=span.block, start=span.end, end=end),
    ]


def check_speaker(quotation: Quotation, words: FactWords) -> Iterator[Problem]:
    """The speaker is named in the paragraph, and is who the sentence says has spoken."""
    speaker = words.briefing.fact_by_id.get(quotation.speaker)
    if not isinstance(speaker, Named):
        return  # told already, as a reference
    for span in words.spans:
        told = speakers(words, span)
        if not is_named(speaker, words.blocks[span.block].text):
            found = f"{speaker.name} is not named in the paragraph of quotation ‘{quotation.id}’"
            yield _speaker_problem(quotation, found, words, span)
        elif told is not None and speaker.id not in told:
            names = " or ".join(sorted(f"‘{one}’" for one in told))
            found = f"quotation ‘{quotation.id}’ is given to ‘{speaker.id}’, its sentence gives it to {names}"
            yield _speaker_problem(quotation, found, words, span)


def _speaker_problem(quotation: Quotation, found: str, words: FactWords, span: Span) -> Problem:
    return Problem(
        position=quotation.origin.of("speaker"),
        rule=Rule.AGREEMENT_SPEAKER,
        found=found,
        fix="write the id of who said it, add the alias that the paragraph uses, or name the speaker there",
        related=words.related(span),
    )
