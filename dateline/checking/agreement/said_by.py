"""Whether somebody else says what a fact has from one of the actors."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.checking.basis.fact_words import FactWords, or_correct
from dateline.checking.basis.findings import lies_in, quotation_around
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.records import Fact, Organisation, Person
from dateline.problems import Problem, Rule

_ACCORDING: Final = re.compile(r"\baccording to (?:the )?$", re.IGNORECASE)
_SAID: Final = re.compile(
    r",?\s+(?:says?|said|puts?|estimates?|estimated|counts?|counted|reckons?|reckoned)\b"
)


def check_said_by(fact: Fact, words: FactWords) -> Iterator[Problem]:
    """`by` is nobody but the one whom the evidence names: “the union said”, “according to Berg”.

    Where the words name nobody whom a sheet has, or several, nothing is compared.
    """
    named = {spoken for span in words.spans for spoken in _speakers(span, words)}
    if fact.by is None or len(named) != 1:
        return
    (spoken,) = named
    if _are_others(fact.by, spoken, words.briefing):
        name = words.briefing.name_of
        yield words.problem(
            Rule.AGREEMENT_SPEAKER,
            "by",
            found=f"‘{fact.id}’ is by {name(fact.by)}, but its evidence has it from {name(spoken)}",
            fix=f"write the id of who says it, {or_correct(Rule.AGREEMENT_SPEAKER)}",
        )


def _speakers(span: Span, words: FactWords) -> Iterator[str]:
    """The ids of those whom a passage names as who says it, outside quotations."""
    text = words.blocks[span.block].text
    for name in words.findings.names[span.block]:
        place = Span(block=span.block, start=name.start, end=name.end)
        if name.known and lies_in(name, span) and not quotation_around(words.findings, place):
            before, after = text[span.start : name.start], text[name.end : span.end]
            if _ACCORDING.search(before) or _SAID.match(after):
                yield name.known


def _are_others(by: str, spoken: str, briefing: Briefing) -> bool:
    """Whether neither can speak for the other: two people, or two bodies of which none is part of one."""
    pair = [briefing.fact_by_id.get(actor) for actor in (by, spoken)]
    if all(isinstance(actor, Person) for actor in pair):
        return by != spoken
    bodies = []
    for actor in pair:
        match actor:
            case Person():
                bodies.append(actor.organisation)
            case Organisation(part_of=None):
                bodies.append(actor.id)
            case _:
                return False
    return None not in bodies and bodies[0] != bodies[1]
