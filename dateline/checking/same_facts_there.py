"""What `same_as` of an event or a figure leads to is in another briefing, and of the same kind."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from dateline.facts.kinds import Kind
from dateline.facts.mentions import FactMention, position_of
from dateline.problems import Problem, Rule

# The sheets of the facts of each briefing, by their ids; None where nobody knows which it has.
SheetsOfFacts = Mapping[str, Mapping[str, str] | None]


def check_same_facts(
    slug: str, mentions: Iterable[FactMention], known: SheetsOfFacts
) -> Iterator[Problem]:
    for mention in mentions:
        for target in mention.same_as:
            briefing, _stroke, own = target.partition("/")
            if wrong := _wrong(slug, mention, briefing, own, known):
                rule, found, fix = wrong
                yield Problem(position_of(mention.place), rule, found, fix, fact=mention.id)


def _wrong(
    slug: str, mention: FactMention, briefing: str, own: str, known: SheetsOfFacts
) -> tuple[Rule, str, str] | None:
    kind, facts = mention.kind, known.get(briefing, {})
    if briefing == slug:
        found = f"‘{briefing}/{own}’ is in this briefing"
        return Rule.REFERENCE_KIND, found, f"write {_a(kind)} of another briefing, or remove it"
    if facts is None:
        return None
    if not facts:
        close = get_close_matches(briefing, known, n=1, cutoff=0.6)
        fix = f"did you mean ‘{close[0]}/{own}’?" if close else "write the folder of a briefing"
        return Rule.REFERENCE_UNKNOWN, f"there is no briefing ‘{briefing}’ with facts", fix
    if own not in facts:
        close = get_close_matches(own, [name for name in facts if facts[name] == kind.sheet], n=1)
        fix = f"write an id of its {kind.sheet}"
        fix = f"did you mean ‘{briefing}/{close[0]}’?" if close else fix
        return Rule.REFERENCE_UNKNOWN, f"the briefing ‘{briefing}’ has no fact ‘{own}’", fix
    if facts[own] != kind.sheet:
        found = f"‘{own}’ of ‘{briefing}’ is in its {facts[own]}, and no {kind}"
        return Rule.REFERENCE_KIND, found, f"write an id of its {kind.sheet}"
    return None


def _a(kind: Kind) -> str:
    return f"an {kind}" if kind is Kind.EVENT else f"a {kind}"
