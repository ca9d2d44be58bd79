"""Records with `decide:`, which a human must look at before they are facts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated, Final

from pydantic import ConfigDict

from dateline.facts.fields import Id, OneOrMore, Text
from dateline.facts.phrasing import count_of, join_words
from dateline.facts.records import Fact, FrontMatter, Passage, Passages, Record, Source
from dateline.facts.undecided import Undecided
from dateline.problems import Problem, Related, Rule
from dateline.reading.validation import parse_record
from dateline.reading.yaml_tree import YamlField, YamlList, YamlMapping, YamlNode, YamlScalar

DECIDE: Final = "decide"


class _Proposed(Record):
    """What a record says of the words it rests on, and what it asks, whatever its kind."""

    model_config = ConfigDict(extra="ignore")

    decide: Annotated[tuple[Text, ...], OneOrMore] = ()
    id: Id | None = None
    evidence: Passages = ()
    words: Text | None = None
    name: Text | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        words = self.words or self.name
        return self.evidence or ((Passage(words=words),) if words else ())


def is_undecided(node: YamlMapping) -> bool:
    return DECIDE in node.fields


def parse_undecided(
    node: YamlMapping, model: type[Fact | Source]
) -> tuple[Undecided, tuple[Problem, ...]]:
    """A proposal, as far as it is filled in, and what is wrong: that it is undecided, and the rest."""
    proposed = _proposed(node)
    undecided = Undecided(
        kind=model.KIND,
        id=proposed.id,
        asks=proposed.decide,
        passages=proposed.passages,
        texts=frozenset(_texts(node)),
        position=node.fields[DECIDE].key,
    )
    return undecided, tuple(_faults(node, model))


def parse_undecided_front(node: YamlMapping) -> tuple[YamlMapping, tuple[Problem, ...]]:
    """The front matter without `decide:` and what is left empty, and what is wrong with it."""
    asks = join_words(f"`{name}:`" for name in _proposed(node).decide)
    found = f"the front matter is not decided yet: {asks}" if asks else "it is not decided yet"
    fix = f"write {asks or 'what is missing'}, and remove the line `decide:`"
    problem = Problem(node.fields[DECIDE].key, Rule.DECIDE_OPEN, found, fix)
    return _filled(node), (problem, *_faults(node, FrontMatter))


def check_decided(undecided: Iterable[Undecided]) -> Iterator[Problem]:
    """One problem for each sheet with proposals that are no facts yet; `related` has the others."""
    by_sheet: dict[str, list[Undecided]] = {}
    for proposal in undecided:
        by_sheet.setdefault(proposal.position.path, []).append(proposal)
    for first, *others in by_sheet.values():
        more = f", and {count_of(len(others), 'other')} in this sheet" if others else ""
        yield Problem(
            first.position,
            Rule.DECIDE_OPEN,
            f"{_called(first)} is not decided yet{more}",
            "complete each and remove its line `decide:`, or go through all with the verb `decide`",
            tuple(Related(position=each.position, note=_called(each)) for each in others),
        )


def count_undecided(problems: Iterable[Problem]) -> Counter[str]:
    """How many decisions are left in each folder, by its path."""
    left: Counter[str] = Counter()
    for problem in problems:
        if problem.rule == Rule.DECIDE_OPEN:
            left[problem.position.path.rpartition("/")[0]] += 1 + len(problem.related)
    return left


def _called(proposal: Undecided) -> str:
    return f"{proposal.kind} ‘{proposal.id}’" if proposal.id else f"the {proposal.kind} here"


def _proposed(node: YamlMapping) -> _Proposed:
    """Faults in its fields are reported as those of the fact that it would be."""
    fields = {name: node.fields[name] for name in _Proposed.model_fields if name in node.fields}
    filled = _filled(replace(node, fields=fields), but=())
    for name in ("", *filled.fields):
        kept = {other: field for other, field in filled.fields.items() if other != name}
        if proposed := parse_record(_Proposed, replace(filled, fields=kept), node.position).record:
            return proposed
    return _Proposed()


def _faults(node: YamlMapping, model: type[Record]) -> Iterator[Problem]:
    parsed = parse_record(model, _filled(node), node.position)
    return (problem for problem in parsed.problems if problem.rule != Rule.FIELD_MISSING)


def _filled(node: YamlMapping, *, but: tuple[str, ...] = (DECIDE,)) -> YamlMapping:
    fields = {
        name: field
        for name, field in node.fields.items()
        if name not in but and not _is_empty(field)
    }
    return replace(node, fields=fields)


def _is_empty(field: YamlField) -> bool:
    return isinstance(field.value, YamlScalar) and field.value.text is None


def _texts(node: YamlNode) -> Iterator[str]:
    match node:
        case YamlScalar(text=str(text)):
            yield text
        case YamlList():
            for item in node.items:
                yield from _texts(item)
        case YamlMapping():
            for name, field in node.fields.items():
                if name != DECIDE:
                    yield from _texts(field.value)
