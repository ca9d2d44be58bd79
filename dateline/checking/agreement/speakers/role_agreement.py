"""Whether the article gives a person another office than the role, or the same in another body."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.checking.agreement.speakers.said_by import are_others
from dateline.checking.basis.fact_words import FactWords, any_of, or_correct, sentences_around
from dateline.checking.basis.findings import lies_in, name_forms_of
from dateline.facts.article import Block, Span
from dateline.facts.records import Organisation, Person
from dateline.frozen import dataclass
from dateline.language import FoundName, en
from dateline.language.en.headlines.offices import Office, exclude, find_offices, offices_of
from dateline.language.en.headlines.roles import find_role
from dateline.patterns import compile_later
from dateline.problems import Problem, Rule

# Between an office and its body.
_OF: Final = compile_later(r"['’]s |(?: (?:of|at|for))?(?: the)? ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """What is said of somebody beside the name: the words of both, the offices and the bodies in them."""

    span: Span
    offices: Sequence[Office]
    bodies: frozenset[str]


def check_role(person: Person, words: FactWords) -> Iterator[Problem]:
    """The role is no office of which the article says nothing, while it gives this person another one."""
    own = offices_of(person.role)
    if not own:
        return
    mentions = [*_mentions(person, words)]
    said = [beside for name, block in mentions if (beside := _beside(name, block, words))]
    other = next((each for each in said if exclude(own, each.offices)), None)
    if other and not any(_share(own, each.offices) for each in said):
        if not _may_have(own, person, mentions, words):
            is_said = f"the article says “{words.text(other.span)}”"
            yield _problem(f"is “{person.role}”, but {is_said}", other.span, words)
    elif body := _strange_body(person, own, said, mentions, words):
        near = f"near {person.name}, who is of {any_of(map(words.briefing.name_of, _theirs(person, said)))}"
        is_nowhere = f"the article names {words.briefing.name_of(body)} nowhere {near}"
        yield _problem(f"is “{person.role}”, but {is_nowhere}", said[0].span, words)


def _problem(found: str, span: Span, words: FactWords) -> Problem:
    return Problem(
        words.fact.origin.of("role"),
        Rule.AGREEMENT_ROLE,
        f"the `role` of ‘{words.fact.id}’ {found}",
        f"write the role as the article gives it, {or_correct(Rule.AGREEMENT_ROLE)}",
        words.related(span),
    )


def _mentions(person: Person, words: FactWords) -> Iterator[tuple[FoundName, Block]]:
    for block in words.blocks:
        for name in words.findings.names[block.number]:
            if name.known == person.id:
                yield name, block


def _beside(name: FoundName, block: Block, words: FactWords) -> _Beside | None:
    sentence = sentences_around(
        block.text, Span(block=block.number, start=name.start, end=name.end)
    )
    names = words.findings.names[block.number]
    others = [(other.start, other.end) for other in names if other is not name]
    role = find_role(block.text, sentence, (name.start, name.end), others)
    if role is None:
        return None
    span = Span(block=block.number, start=min(role.start, name.start), end=max(role.end, name.end))
    known = (
        words.briefing.fact_by_id.get(other.known or "") for other in names if lies_in(other, span)
    )
    bodies = frozenset(fact.id for fact in known if isinstance(fact, Organisation))
    return _Beside(span=span, offices=offices_of(role.text), bodies=bodies)


def _share(own: Iterable[Office], others: Iterable[Office]) -> bool:
    return any(not office.posts.isdisjoint(other.posts) for office in own for other in others)


def _may_have(
    own: Sequence[Office],
    person: Person,
    mentions: Sequence[tuple[FoundName, Block]],
    words: FactWords,
) -> bool:
    """Whether a paragraph with the person, or the next, has the office and gives it to nobody else by name."""
    named = {block.number for _, block in mentions}
    near = {number for own_number in named for number in (own_number, own_number + 1)}
    for block in words.blocks:
        offices = [each for each in find_offices(block.text) if _share(own, [each])]
        if block.number not in near or not offices:
            continue
        names = [name for name in words.findings.names[block.number] if name.known != person.id]
        held = [_beside(name, block, words) for name in names if _is_person(name, words)]
        if not all(
            any(each and _is_within(office, each.span) for each in held) for office in offices
        ):
            return True
    return False


def _is_within(office: Office, span: Span) -> bool:
    return span.start <= office.start and office.end <= span.end


def _is_person(name: FoundName, words: FactWords) -> bool:
    if name.known:
        return isinstance(words.briefing.fact_by_id.get(name.known), Person)
    return en.may_be_a_person(name.text)


def _theirs(person: Person, said: Iterable[_Beside]) -> Sequence[str]:
    """The bodies that somebody is of, by the sheet and by the words beside the name."""
    own = {person.organisation} if person.organisation else set()
    return sorted(own.union(*(beside.bodies for beside in said)))


def _strange_body(
    person: Person,
    own: Sequence[Office],
    said: Sequence[_Beside],
    mentions: Sequence[tuple[FoundName, Block]],
    words: FactWords,
) -> str | None:
    """The body that the role names, where the person is of another and no paragraph of theirs, or before, has it."""
    body = None if person.source else _body_of(person.role, own, words)
    theirs = _theirs(person, said)
    if body is None or not (said and theirs):
        return None
    if not all(are_others(body, each, words.briefing) for each in theirs):
        return None
    numbers = {number for _, block in mentions for number in (block.number - 1, block.number)}
    near = (words.findings.names[number] for number in numbers if number >= 0)
    return None if any(name.known == body for names in near for name in names) else body


def _body_of(role: str, own: Sequence[Office], words: FactWords) -> str | None:
    """The body of which a role has the office, by its id: “Chairman of Lesk Mills”, “Lesk Mills’ chairman”."""
    start, end = own[-1].start, own[-1].end
    for name in en.find_names(role, aliases=name_forms_of(words.briefing)):
        is_of = _OF.fullmatch(role, end, name.start) or _OF.fullmatch(role, name.end, start)
        if is_of and isinstance(words.briefing.fact_by_id.get(name.known or ""), Organisation):
            return name.known
    return None
