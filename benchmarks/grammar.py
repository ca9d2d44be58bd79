"""Measure the English grammar on its corpus: recall, precision and resolution, by batch and beat.

    python3 -m benchmarks.grammar [BATCH ...]

Recall: gold spans found exactly. Precision: found spans that are gold. Resolved: of the spans found,
those read right (a date's first reading; where the gold has several, all of them; a quantity's
values, unit and hedge). Every miss, false hit and wrong reading is listed.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from dateline.language import FoundDate, FoundQuantity
from dateline.language.en import find_dates, find_quantities
from tests.language.corpus import Gold, Sentence, quantity_reading, read_corpus


@dataclass(slots=True)
class Score:
    gold: int = 0
    found: int = 0
    hits: int = 0
    right: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        self.gold += other.gold
        self.found += other.found
        self.hits += other.hits
        self.right += other.right
        self.faults += other.faults


def date_reading(date: FoundDate, gold: Gold) -> tuple[str, ...]:
    """The readings asked for: the first alone, unless the gold has several."""
    if not date.readings:
        return ("vague",)
    return date.readings if len(gold.reading) > 1 else date.readings[:1]


def score(sentence: Sentence, kind: str) -> Score:
    """The score of one sentence for dates or for quantities."""
    finding: tuple[FoundDate | FoundQuantity, ...] = (
        find_dates(sentence.text, written=sentence.written)
        if kind == "date"
        else find_quantities(sentence.text)
    )
    found = {(hit.start, hit.end): hit for hit in finding}
    gold = {(mark.start, mark.end): mark for mark in sentence.gold if mark.kind == kind}
    result = Score(gold=len(gold), found=len(found), hits=len(found.keys() & gold.keys()))
    where = f"{sentence.batch}:{sentence.line}"
    for span, mark in gold.items():
        words = sentence.text[slice(*span)]
        if span not in found:
            result.faults.append(f"{where} missed {words!r} {' '.join(mark.reading)}")
            continue
        hit = found[span]
        read = date_reading(hit, mark) if isinstance(hit, FoundDate) else quantity_reading(hit)
        if read == mark.reading:
            result.right += 1
        else:
            result.faults.append(f"{where} read {words!r} as {read}, gold {mark.reading}")
    for span, hit in found.items():
        if span not in gold:
            read = hit.readings if isinstance(hit, FoundDate) else quantity_reading(hit)
            result.faults.append(f"{where} false {hit.text!r} {read}")
    return result


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:6.1f}" if whole else "     -"


def row(name: str, result: Score) -> str:
    return (
        f"{name:24}{result.gold:5}{percent(result.hits, result.gold)}"
        f"{percent(result.hits, result.found)}{percent(result.right, result.hits)}"
    )


def report(sentences: Iterable[Sentence], kind: str) -> Iterator[str]:
    batches: defaultdict[str, Score] = defaultdict(Score)
    beats: defaultdict[str, Score] = defaultdict(Score)
    for sentence in sentences:
        result = score(sentence, kind)
        for table, key in ((batches, sentence.batch), (beats, sentence.beat), (batches, "all")):
            table[key].add(result)
    yield f"\n{kind:24} gold recall  prec. resolved"
    for table in (beats, batches):
        yield from (row(name, result) for name, result in sorted(table.items()))
        yield ""
    yield from batches["all"].faults


def main(batches: list[str]) -> int:
    sentences = [line for line in read_corpus() if not batches or line.batch in batches]
    lines = [f"{len(sentences)} sentences"]
    for kind in ("date", "quantity"):
        lines += report(sentences, kind)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
