"""Who gives a number in its sentence: “COEN had it at 17, and the governor, Ana Paz, told reporters that …”."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.checking.agreement.speakers.said_by import are_others, body_of, spans_of_value
from dateline.checking.basis.fact_words import FactWords, any_of, or_waive, sentences_around
from dateline.facts.article import Span
from dateline.facts.records import Figure, Organisation, Person
from dateline.language import FoundName
from dateline.patterns import compile_later
from dateline.problems import Problem, Rule

# What somebody does who gives a number, right after the name or what stands beside it between commas.
_GIVES: Final = compile_later(
    r"(?:,[^,.;:]{1,80},|,)? (?:(?:has|had|have|also|now|later|then|first|initially|earlier) )*"
    r"(?:(?:had|has|have) (?:it|them|the \w+(?: of \w+)?) at|puts?|said|says|told|tells|counts?|counted|spoke|speaks"
    r"|reported|reports|announced|announces|estimated|estimates|confirmed|confirms|recorded|records"
    r"|claimed|claims|gave|gives|listed|lists|warned|warns|promised|promises|pledged|pledges|declared|declares|lowered|lowers|raised|raises|revised|revises)\b",
    re.IGNORECASE,
)


def check_given_by(figure: Figure, words: FactWords) -> Iterator[Problem]:
    """`by` is nobody but the one whom the sentence has give the number, where it tells who does."""
    if not figure.by or not _is_actor(figure.by, words):
        return
    spans = spans_of_value(figure, words)
    givers = [
        giver
        for span in spans
        if (giver := _giver(span, words)) and _is_another(giver, figure.by, spans, words)
    ]
    if len(givers) < len(spans):
        return
    name = words.briefing.name_of
    yield words.problem(
        Rule.AGREEMENT_SPEAKER,
        "by",
        found=f"‘{figure.id}’ is by {name(figure.by)}, but the article has it from "
        f"{any_of(map(name, givers))}",
        fix="write the id of who says it, or correct the sentence in the article, "
        f"{or_waive(Rule.AGREEMENT_SPEAKER)}",
    )


def _giver(span: Span, words: FactWords) -> str | None:
    """Who gives the number, the last who gives anything before it; None if `by` may give it as well."""
    text = words.blocks[span.block].text
    start, end = sentences_around(text, span)
    names = [name for name in words.findings.names[span.block] if start <= name.start < end]
    giving = [
        name
        for name in names
        if name.end <= span.start and _GIVES.match(text, name.end, span.start)
    ]
    if not giving or not _is_actor(giving[-1].known, words):
        return None
    own = [name.start for name in names if name.known == words.fact.by]
    may_be_own = any(_may_give(start, giving[-1], span, words) for start in own)
    return None if may_be_own else giving[-1].known


def _is_another(giver: str, by: str, spans: Sequence[Span], words: FactWords) -> bool:
    """Whether the one cannot speak for the other; whose body no sheet tells, if both give something."""
    has_bodies = all(body_of(words.briefing.fact_by_id.get(each)) for each in (giver, by))
    is_voice = not has_bodies and any(_is_voice(by, span, words) for span in spans)
    return is_voice or are_others(by, giver, words.briefing)


def _is_voice(actor: str, span: Span, words: FactWords) -> bool:
    """Whether it gives something else in the paragraph, and so is another than who gives this."""
    text = words.blocks[span.block].text
    own = (name for name in words.findings.names[span.block] if name.known == actor)
    return any(_GIVES.match(text, name.end) for name in own)


def _may_give(start: int, giver: FoundName, span: Span, words: FactWords) -> bool:
    """Whether who is named there may give the number as well: no other number stands between the two."""
    quantities = words.findings.quantities[span.block]
    return not any(start < each.start < giver.start for each in quantities)


def _is_actor(known: str | None, words: FactWords) -> bool:
    return isinstance(words.briefing.fact_by_id.get(known or ""), Person | Organisation)
