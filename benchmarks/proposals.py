"""Measure what `new` proposes of articles, compared with the sheets that editors wrote.

    python3 -m benchmarks.proposals [FOLDER ...] [--list]

Each folder is one of content, or a briefing's own; without any, content/ and those of tests/sites. Of
each briefing the sheets are left out and proposed again from the article alone. For each kind of fact:

- found: facts of the editor, of those with a date, a number, words or a name of the article, that have
  a proposal with the same date, the same value and unit (a noun may be another), the same words or
  the same name;
- beyond: proposals that no fact of the editor has (an editor need not have wanted all that is right);
- filled: of those found, the ones whose title, label, role or the like is not left empty;
- right: the same speaker, the same kind of name, a place within half a degree.

Then: proposals that the checks refuse although every blank is filled, and seconds. `--list` prints
every proposal, and what was not found.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from dateline.checking import check_briefing
from dateline.checking.coverage.coverage import FACT_KINDS_FOR
from dateline.drafting.proposing.draft import BriefingDraft, DraftRefused, parse_draft
from dateline.drafting.proposing.proposal import Proposal, field_at, record_of
from dateline.drafting.proposing.propose import with_proposals
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import FACT_KINDS, Kind
from dateline.facts.units import is_measured, is_money, unit_name
from dateline.facts.wording import even
from dateline.problems import Problem, Rule
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import ARTICLE, Folder, read_site

ROOT: Final = Path(__file__).resolve().parents[1]
NAMED: Final = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
_ASKED: Final = {
    Kind.EVENT: "title",
    Kind.FIGURE: "label",
    Kind.QUOTATION: "speaker",
    Kind.PERSON: "role",
    Kind.ORGANISATION: "what",
    Kind.PLACE: "what",
}
_NEAR: Final = 0.5


@dataclass(slots=True)
class Tally:
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        self.counts.update(other.counts)
        self.refused += other.refused
        self.seconds += other.seconds


@dataclass(frozen=True, slots=True)
class Pair:
    """A fact of the editor, and the proposal that says the same."""

    fact: Any
    proposal: Proposal | None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    usual = [ROOT / "content", *sorted((ROOT / "tests/sites").glob("*/content"))]
    whole = Tally()
    for folder in args.folders or usual:
        for briefing in briefings_of(folder):
            tally = measure(briefing, is_listed=args.list)
            if tally:
                print_tally(f"{folder} {briefing.slug}", tally)
                whole.add(tally)
    print_tally("all", whole)
    return 1 if whole.refused else 0


def briefings_of(folder: Path) -> Iterator[Folder]:
    is_briefing = (folder / ARTICLE).is_file()
    for each in read_site(folder.parent if is_briefing else folder).folders:
        if ARTICLE in each.files and (not is_briefing or each.slug == folder.name):
            yield each


def measure(folder: Folder, *, is_listed: bool) -> Tally | None:
    """None where there is nothing to compare with."""
    written, _ = parse_briefing(folder)
    try:
        bare = replace(folder, files={ARTICLE: folder.files[ARTICLE]})
        alone = parse_draft(bare, today=date.max, language="en")
    except DraftRefused:
        return None
    if written is None or not written.facts:
        return None
    began = time.perf_counter()
    proposals = alone.propose()
    tally = Tally(seconds=[time.perf_counter() - began])
    pairs = [*pairs_of(written, proposals)]
    beyond = beyond_of(written, proposals, pairs)
    for pair in pairs:
        count_pair(tally, pair, written, proposals)
    for proposal in beyond:
        tally.counts[group(proposal.kind), "beyond"] += 1
    tally.refused += refused_of(alone, proposals)
    if is_listed:
        list_all(pairs, beyond, proposals)
    return tally


def group(kind: Kind) -> str:
    return "name" if kind in NAMED else str(kind)


def said_in_article(written: Briefing) -> set[str]:
    """The facts that have a date, a number, a quotation or a name of the article."""
    triaged = check_briefing(written, today=date.max, site_language="en").coverage
    kinds = {fact.id: fact.KIND for fact in written.facts}
    return {
        fact
        for finding in triaged
        for fact in finding.facts
        if kinds[fact] in FACT_KINDS_FOR[finding.kind]
    }


def pairs_of(written: Briefing, proposals: Sequence[Proposal]) -> Iterator[Pair]:
    """Each fact of the editor with the nearest proposal that says the same and no other fact has."""
    left, said = [*proposals], said_in_article(written)
    for kind in FACT_KINDS:
        for fact in written.records(kind):
            if fact.id not in said:
                continue
            same = [each for each in left if is_same(kind, fact, each)]
            best = max(same, key=lambda each: likeness(fact, each), default=None)
            if best:
                left.remove(best)
            yield Pair(fact, best)


def is_same(kind: Kind, fact: Any, proposal: Proposal) -> bool:
    if group(kind) != group(proposal.kind):
        return False
    if kind is Kind.EVENT:
        return bool(dates_of_event(fact) & dates_of(proposal))
    if kind is Kind.FIGURE:
        return number_of(fact) == given_number(proposal)
    if kind is Kind.QUOTATION:
        own, given = evened(fact.words), evened(str(proposal.fields["words"]))
        return own in given or given in own
    return bool(names_of(fact) & names_proposed(proposal))


def likeness(fact: Any, proposal: Proposal) -> float:
    """By the evidence that both rest on, and by the words that both use."""
    own = evened(" ".join(passage.words or passage.row or "" for passage in fact.evidence))
    shared = {*evened(str(fact.called)).split()} & {*evened(str(proposal.fields)).split()}
    same = own in evened(proposal.sentence) or evened(proposal.sentence) in own
    return len(shared) + 10 * (bool(own) and same)


def beyond_of(
    written: Briefing, proposals: Iterable[Proposal], pairs: Iterable[Pair]
) -> list[Proposal]:
    found = {pair.proposal.id for pair in pairs if pair.proposal}
    figures = written.figures
    others = [each for figure in figures for each in (*figure.history, *figure.values)]
    values = {(other.value.low, other.value.high) for other in others}
    return [
        proposal
        for proposal in proposals
        if proposal.id not in found
        and not (proposal.kind is Kind.FIGURE and given_number(proposal)[0] in values)
    ]


def count_pair(tally: Tally, pair: Pair, written: Briefing, proposals: Sequence[Proposal]) -> None:
    kind, counts = group(pair.fact.KIND), tally.counts
    counts[kind, "wanted"] += 1
    if pair.proposal is None:
        return
    counts[kind, "found"] += 1
    counts[kind, "filled"] += pair.proposal.fields.get(_ASKED[pair.proposal.kind]) is not None
    if pair.fact.KIND is Kind.QUOTATION:
        counts[kind, "judged"] += 1
        counts[kind, "right"] += is_speaker_right(pair, written, proposals)
    if kind == "name":
        counts[kind, "judged"] += 1
        counts[kind, "right"] += pair.fact.KIND is pair.proposal.kind
    if pair.fact.KIND is Kind.PLACE and pair.proposal.fields.get("latitude"):
        counts["place", "wanted"] += 1
        counts["place", "judged"] += 1
        counts["place", "right"] += is_near(pair)


def is_speaker_right(pair: Pair, written: Briefing, proposals: Sequence[Proposal]) -> bool:
    assert pair.proposal
    speaker = written.fact_by_id.get(pair.fact.speaker)
    given = next((each for each in proposals if each.id == pair.proposal.fields["speaker"]), None)
    return bool(speaker and given and names_of(speaker) & names_proposed(given))


def is_near(pair: Pair) -> bool:
    assert pair.proposal
    own = (pair.fact.latitude, pair.fact.longitude)
    given = (pair.proposal.fields["latitude"], pair.proposal.fields["longitude"])
    return all(
        number is None or abs(float(number) - float(str(other))) < _NEAR
        for number, other in zip(own, given, strict=True)
    )


def refused_of(alone: BriefingDraft, proposals: Sequence[Proposal]) -> list[str]:
    """What the checks say of the proposals but of the stand-ins for their blanks."""
    briefing = with_proposals(alone.briefing, proposals)
    checked = check_briefing(briefing, today=alone.today, site_language=alone.language)
    by_id = {proposal.id: proposal for proposal in proposals}
    return [
        f"{proposal.id}: {problem.rule}: {problem.found}"
        for problem in checked.problems
        if (proposal := by_id.get(problem.position.path)) and problem.severity != "follow-up"
        if not is_blank(proposal, field_at(proposal, problem.position), problem)
    ]


def is_blank(proposal: Proposal, name: str | None, problem: Problem) -> bool:
    """Whether the problem is of a field that is left empty, and asked for."""
    missing = {Rule.EVIDENCE_MISSING: "evidence", Rule.AGREEMENT_UNIT: "unit"}
    field = name or missing.get(problem.rule)
    return field is not None and proposal.fields.get(field) is None


def dates_of_event(event: Any) -> set[object]:
    dates = (event.date, *(entry.window for entry in event.expected))
    return {(each.start, each.end) for each in dates if each}


def dates_of(proposal: Proposal) -> set[object]:
    return dates_of_event(record_of(proposal))


def number_of(figure: Any) -> tuple[object, str]:
    value = figure.value
    return (value.low, value.high) if value.low is not None else value.text, _unit(figure.unit)


def given_number(proposal: Proposal) -> tuple[object, str]:
    return number_of(record_of(proposal))


def _unit(unit: str | None) -> str:
    """Its usual name; empty for a noun, for which an editor may have another word."""
    name = unit_name(unit or "")
    base = name.partition("/")[0]
    return name if is_money(base) or is_measured(base) or base in _SHARES else ""


_SHARES: Final = frozenset({"percent", "percentage points", "times"})


def evened(words: str) -> str:
    return " ".join(even(words).text.lower().split()).strip(" .,")


def names_of(fact: Any) -> set[str]:
    return {evened(name).removeprefix("the ") for name in (fact.name, *fact.aliases)}


def names_proposed(proposal: Proposal) -> set[str]:
    aliases: Any = proposal.fields.get("aliases") or ()
    return {evened(str(name)).removeprefix("the ") for name in (proposal.fields["name"], *aliases)}


def print_tally(name: str, tally: Tally) -> None:
    print(f"\n{name}: {max(tally.seconds, default=0):.2f} s, refused {len(tally.refused)}")
    print(*(f"    {each}" for each in tally.refused), sep="\n", end="\n" if tally.refused else "")
    for kind in ("event", "figure", "quotation", "name", "place"):
        of = {name: tally.counts[kind, name] for name in (*_COLUMNS, "judged")}
        right = f" {of['right']:4} of {of['judged']} right" if of["judged"] else ""
        print(
            f"  {kind:10} found {of['found']:3} of {of['wanted']:3}  beyond {of['beyond']:3}"
            f"  filled {of['filled']:3}{right}"
        )


_COLUMNS: Final = ("wanted", "found", "beyond", "filled", "right")


def list_all(
    pairs: Iterable[Pair], beyond: Iterable[Proposal], proposals: Iterable[Proposal]
) -> None:
    facts = {pair.proposal.id: pair.fact for pair in pairs if pair.proposal}
    extra = {proposal.id for proposal in beyond}
    for proposal in proposals:
        mark = "+" if proposal.id in extra else "="
        hidden = ("evidence", "history", "latitude", "longitude")
        shown = {key: value for key, value in proposal.fields.items() if key not in hidden}
        print(f"{mark} {proposal.kind} {'SURE ' if proposal.sure else ''}{shown}")
        print(f"      « {proposal.sentence}")
        if fact := facts.get(proposal.id):
            extra_words = getattr(fact, "role", "") or getattr(fact, "what", "")
            print(f"      editor: {fact.KIND} {fact.called} · {extra_words}")
    for pair in pairs:
        if pair.proposal is None:
            print(f"- {pair.fact.KIND} {pair.fact.called}")


if __name__ == "__main__":
    sys.exit(main())
