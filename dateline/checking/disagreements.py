"""Briefings that disagree about someone or something that is the same in both: name, birth, links, point.

A role is not among these: it changes with time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from dateline.facts.kinds import Kind
from dateline.facts.mentions import Mention, position_of, same_name
from dateline.problems import Problem, Related, Rule

# Degrees of latitude and longitude: ten kilometres, more than the middle of a town is moved by rounding.
_NEAR: Final = 0.1


def check_disagreements(mentions: Iterable[Sequence[Mention]]) -> Iterator[Problem]:
    """What each briefing's mentions, in order, have otherwise than those of the first with the same id."""
    first: dict[tuple[Kind, str], dict[str, Mention]] = defaultdict(dict)
    for mention in (mention for briefing in mentions for mention in briefing):
        known = first[mention.kind, mention.id]
        own = known.setdefault("" if mention.shared else same_name(mention.name), mention)
        if own is not mention:
            yield from _differences(mention, own)
        elif mention.kind is Kind.PERSON and len(known) > 1:
            yield _another(mention, next(iter(known.values())))


def _another(mention: Mention, other: Mention) -> Problem:
    found = f"‘{mention.id}’ is “{mention.name}” here, “{other.name}” in another briefing"
    fix = (
        "if they are one person, write the same name, or add them to the site’s own people.yaml;"
        " if not, give one of the two another id"
    )
    return _problem(Rule.RECORD_ANOTHER, mention, other, found, fix)


def _differences(mention: Mention, other: Mention) -> Iterator[Problem]:
    for differs, said in _DIFFERENCES.items():
        if words := differs(mention, other):
            here, there = words
            found = f"{said} of ‘{mention.id}’ is {here} here, {there} in another briefing"
            yield _problem(Rule.RECORD_DIFFERS, mention, other, found, _fix(mention))


def _fix(mention: Mention) -> str:
    if mention.shared:
        return f"correct it here, or in the site’s own {mention.kind.sheet}"
    return f"correct one of the two, or give one another id if they are two {mention.kind.plural}"


def _problem(rule: Rule, mention: Mention, other: Mention, found: str, fix: str) -> Problem:
    related = (Related(position=position_of(other.place), note=f"{other.kind} ‘{other.id}’"),)
    return Problem(position_of(mention.place), rule, found, fix, related, fact=mention.id)


# Each says what is here and what is there; None where they agree, or one of them says nothing.

HereAndThere = tuple[str, str] | None


def _names(mention: Mention, other: Mention) -> HereAndThere:
    if same_name(mention.name) == same_name(other.name):
        return None
    return f"“{mention.name}”", f"“{other.name}”"


def _births(mention: Mention, other: Mention) -> HereAndThere:
    if not (mention.born and other.born):
        return None
    (first, last), (start, end) = (map(int, each.born.split()) for each in (mention, other))
    if first <= end and start <= last:
        return None
    return _years(first, last), _years(start, end)


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} or {last}"


def _points(mention: Mention, other: Mention) -> HereAndThere:
    if not (mention.point and other.point):
        return None
    pairs = zip(mention.point.split(), other.point.split(), strict=True)
    if all(abs(float(here) - float(there)) <= _NEAR for here, there in pairs):
        return None
    return mention.point, other.point


def _links(mention: Mention, other: Mention) -> HereAndThere:
    here, there = _by_host(mention), _by_host(other)
    for host in here.keys() & there.keys():
        if here[host].keys().isdisjoint(there[host]):
            return next(iter(here[host].values())), next(iter(there[host].values()))
    return None


def _by_host(mention: Mention) -> Mapping[str, Mapping[str, str]]:
    """The addresses by their host and by their ends: `wiki/Q1` and `entity/Q1` are about the same."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for address in mention.same_as.split():
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
        found[host][parts.path.rstrip("/").rpartition("/")[2]] = address
    return found


_DIFFERENCES: Final = {
    _names: "the name",
    _births: "the year of birth",
    _points: "the point",
    _links: "the link",
}
