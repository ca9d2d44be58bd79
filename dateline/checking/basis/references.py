"""Every id that is referred to exists, and is of the kind that its field is for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache

from dateline.checking.basis.fact_words import any_of
from dateline.checking.basis.formulas import formula_ids
from dateline.facts.briefing import Briefing
from dateline.facts.described import DescribedField, fields_of
from dateline.facts.kinds import FACT_KINDS, Kind
from dateline.facts.origin import NOWHERE, Origin
from dateline.facts.phrasing import join_words
from dateline.facts.records import Derivation, Record
from dateline.facts.rings import check_rings
from dateline.frozen import dataclass
from dateline.problems import Position, Problem, Rule

Kinds = tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    id: str
    position: Position
    kinds: Kinds


def check_references(briefing: Briefing) -> Iterator[Problem]:
    """Every id that a fact, the brief or the front matter refers to is in the sheets."""
    known: dict[str, list[Kind]] = defaultdict(list)
    for kind in Kind:
        for record in briefing.records(kind):
            known[record.id].append(kind)
    records = (briefing.front, *briefing.facts)
    for reference in (found for record in records for found in references_in(record)):
        # Two records with one id are reported once, not at every reference to either.
        kinds = known.get(reference.id, [])
        if reference.id in briefing.known_ids or not set(reference.kinds).isdisjoint(kinds):
            continue
        if kinds:
            yield _wrong_kind(reference, kinds[0])
        elif briefing.idless_kinds.isdisjoint(reference.kinds):
            yield _unknown(reference, known)
    yield from check_rings(briefing.events, "after")
    yield from check_rings(briefing.organisations, "part_of")


def references_in(record: Record, position: Position = NOWHERE.position) -> Iterator[Reference]:
    """Every id in a field whose type says that it refers to another record, also in inner records.

    `position` is where it was written if it has no origin: an editor writes it as one value, such
    as a source by its id.
    """
    here = Origin(position=position) if record.origin == NOWHERE else record.origin
    for field, kinds in _referring_fields(type(record)):
        for number, value in enumerate(field.values(record)):
            where = here.of(field.written, *([number] if field.many else []))
            if kinds:
                yield Reference(value, where, kinds)
            else:
                yield from references_in(value, where)
    if isinstance(record, Derivation):
        where = here.of("how")
        yield from (Reference(name, where, (Kind.FIGURE,)) for name in formula_ids(record.how))


@cache
def _referring_fields(record: type[Record]) -> list[tuple[DescribedField, Kinds]]:
    """The fields that refer to other records, by their kinds, and those that have records in them."""
    fields = [(field, field.refers_to) for field in fields_of(record)]
    return [(field, kinds) for field, kinds in fields if kinds or field.is_record]


def _unknown(reference: Reference, known: Mapping[str, Sequence[Kind]]) -> Problem:
    fitting = [name for name, kinds in known.items() if set(kinds) & set(reference.kinds)]
    close = get_close_matches(reference.id, fitting, n=1)
    found = f"no {_either(reference.kinds)} has the id ‘{reference.id}’"
    fix = f"did you mean ‘{close[0]}’?" if close else _where(reference.kinds)
    return Problem(reference.position, Rule.REFERENCE_UNKNOWN, found, fix)


def _wrong_kind(reference: Reference, kind: Kind) -> Problem:
    found = (
        f"‘{reference.id}’ is {_article(kind)} {kind}; "
        f"this field names {_article(reference.kinds[0])} {_either(reference.kinds)}"
    )
    return Problem(reference.position, Rule.REFERENCE_KIND, found, _where(reference.kinds))


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def _either(kinds: Kinds) -> str:
    return "fact" if kinds == FACT_KINDS else join_words(kinds, "or")


def _where(kinds: Kinds) -> str:
    return f"write an id from {any_of(kind.sheet for kind in kinds)}, or add it there"
