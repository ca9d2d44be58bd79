"""What a sentence denies is not evidence of a number or a date."""

from collections.abc import Iterable, Iterator

from dateline.checking.basis.fact_words import FactWords, or_waive
from dateline.facts.article import Span
from dateline.facts.records import Event, Fact
from dateline.language import FoundDate, FoundQuantity
from dateline.language.en import Denial, find_denial
from dateline.problems import Problem, Related, Rule

Said = tuple[FoundDate | FoundQuantity, Span]


def check_denial(fact: Fact, saying: Iterable[Said], words: FactWords) -> Iterator[Problem]:
    """Of the findings that say what the sheet says, at least one is not denied by its sentence.

    Each comes with the passage that it touches. An event may be that something does not happen, so
    for events the negation of a verb counts only where the evidence leaves it out.
    """
    denials = [(span, _denial(fact, said, span, words)) for said, span in saying]
    denied = [(span, denial) for span, denial in denials if denial]
    if denied and len(denied) == len(denials):
        span, denial = denied[0]
        position = words.blocks[span.block].position(denial.start)
        found = f"the article denies ‘{fact.id}’: its sentence has “{denial.text}”"
        fix = f"remove the fact, correct the article, choose other evidence, {or_waive(Rule.AGREEMENT_DENIED)}"
        related = (Related(position=position, note=f"“{denial.text}”"), *words.related(span))
        yield Problem(fact.origin.of("evidence"), Rule.AGREEMENT_DENIED, found, fix, related)


def _denial(
    fact: Fact, said: FoundDate | FoundQuantity, span: Span, words: FactWords
) -> Denial | None:
    denial = find_denial(words.blocks[span.block].text, said.start)
    is_in_hedge = isinstance(said, FoundQuantity) and said.negation == "turned"
    if is_in_hedge and denial and not denial.of_clause:
        return None  # “has not risen above 5” is “up to 5”
    if denial is None or not isinstance(fact, Event) or denial.of_clause:
        return denial
    return None if span.start <= denial.start < span.end else denial
