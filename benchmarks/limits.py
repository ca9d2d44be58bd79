"""Measure what the largest briefings cost: one of N events, of N facts of all kinds, or of N bytes of prose.

    python3 -m benchmarks.limits [--what events facts prose] [--sizes N ...] [--keep DIR]

Each is the chronicle of a town that does not exist, with the same words for the same N. `build.py build` makes
its site from nothing, in a process of its own. Prints seconds of the clock and of the processor (user and
system), the most memory of all processes together (Linux), what is published, and the growth since the size
before, as a power: 1 is twice the time for twice as much, 2 four times the time.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
SIZES: Final = {
    "events": (100, 300, 1_000, 3_000, 5_000),
    "facts": (100, 300, 1_000, 3_000, 10_000),
    "prose": (10_000, 30_000, 100_000, 300_000, 1_000_000),
}
SETTINGS: Final = """\
title: The Aldmere Courier
description: News of the lower river.
address: https://courier.example/
"""
FRONT: Final = """\
---
title: The chronicle of a river
standfirst: Day by day, from the books of the town.
published: 2024-09-11
---

"""
FIRST: Final = date(1880, 1, 5)
DAYS: Final = 51_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a build took, and what it published."""

    seconds: float
    processor: float
    peak: int
    files: int
    size: int
    largest: int


# The chronicle

BODIES: Final = (
    "harbour board, town council, river trust, ferry company, tram company, school board, gas works, "
    "water works, port doctor, market court, library, fire brigade"
).split(", ")
THINGS: Final = (
    "bridge slipway crane warehouse ferry weir mill lock quay tunnel tower pump kiln".split()
)
DEEDS: Final = "opened closed repaired painted widened inspected measured cleaned"
PRESENT: Final = "opens closes repairs paints widens inspects measures cleans"
ROLES: Final = "pilot, baker, teacher, printer, weaver, surgeon, carpenter, gardener"
BEGIN: Final = "Ald Bar Cor Dun Els Fen Gar Hol Ing Kel Lam Mor Nor Ost Pel Rav Sal Tor Ulm Wen"
END: Final = "mere wick ford ham stead ley combe thorpe beck holme dale gate"
GIVEN: Final = """Ada Ben Clara David Edith Frank Grace Henry Ida John Kate Louis Mary Noel Olive Peter
 Ruth Simon Tess Vera Walter Agnes Bert Dora Emil Flora George Hilda Ivor June"""
QUIET: Final = (
    "Nobody in the lower town wrote down what the weather was like, and the boats went as usual.",
    "The older people remembered that the market had once been on the other side of the water.",
    "Those who had moved away were asked to come back for the winter, and some of them did.",
    "It was said in the bakery that the road would never be finished, whatever anybody promised.",
    "The children were taken to the top of the hill, from where the whole river can be seen.",
)
TOWNS: Final = [begin + end for end in END.split() for begin in BEGIN.split()]
PEOPLE: Final = [f"{given} {town}" for town in TOWNS for given in GIVEN.split()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words of the chronicle, and the entry of a sheet that rests on them."""

    words: str
    sheet: str = ""
    entry: str = ""


def fact(sheet: str, words: str, *, evidence: str = "", **fields: str) -> Sentence:
    lines = [f"{name}: {value}" for name, value in fields.items()]
    lines.append(f"evidence: {evidence or words.rstrip('.')}")
    return Sentence(words=words, sheet=sheet, entry="  - " + "\n    ".join(lines) + "\n")


def event(number: int, many: int, chance: random.Random) -> Sentence:
    day = FIRST + timedelta(days=number * DAYS // many)
    body, thing = chance.choice(BODIES), chance.choice(THINGS)
    did, does = chance.choice(list(zip(DEEDS.split(), PRESENT.split(), strict=True)))
    town = chance.choice(TOWNS)
    return fact(
        "timeline.events",
        f"On {day.day} {day:%B} {day.year} the {body} {did} the {thing} at {town}.",
        id=f"event-{number}",
        title=f"The {body} {does} the {thing} at {town}",
        date=day.isoformat(),
        topic=town,
    )


def figure(number: int, many: int, chance: random.Random) -> Sentence:
    town, year = chance.choice(TOWNS), FIRST.year + number * 140 // many
    value = f"{chance.randint(2_000, 90_000):,}"
    return fact(
        "figures.figures",
        f"In {year} the port of {town} took in {value} barrels of herring.",
        id=f"figure-{number}",
        label=f"Herring at {town}",
        value=value,
        unit="barrels",
        kind="measured",
        period=str(year),
        topic=town,
    )


def person(number: int, _: int, chance: random.Random) -> Sentence:
    name, role = PEOPLE[number // len(KINDS)], chance.choice(ROLES.split(", "))
    return fact(
        "people.people",
        f"{name}, a {role}, kept the books of the town for a winter.",
        evidence=f"{name}, a {role}",
        id=f"person-{number}",
        name=name,
        role=role.capitalize(),
        why="The chronicle is in part from these books.",
    )


KINDS: Final = (event, figure, event, figure, person, event, figure, event, figure, figure)


def events(many: int) -> Iterator[Sentence]:
    chance = random.Random(16)  # noqa: S311 - the same words each time
    return (event(number, many, chance) for number in range(many))


def facts(many: int) -> Iterator[Sentence]:
    chance = random.Random(16)  # noqa: S311
    for number in range(many):
        yield KINDS[number % len(KINDS)](number, many, chance)


def prose(many: int) -> Iterator[Sentence]:
    """That many bytes, of which a tenth are events."""
    chance, length = random.Random(16), 0  # noqa: S311
    for number in range(many):
        sentence = (
            event(number, many // 100, chance)
            if number % 10 == 0
            else Sentence(words=chance.choice(QUIET))
        )
        if (length := length + len(sentence.words) + 1) > many * 0.98:
            return
        yield sentence


CHRONICLES: Final = {"events": events, "facts": facts, "prose": prose}


def files(chronicle: Iterable[Sentence]) -> dict[str, str]:
    """The briefing of a chronicle: chapters of twenty paragraphs, and its sheets."""
    sentences: list[str] = []
    lists: dict[str, list[str]] = defaultdict(list)
    for sentence in chronicle:
        sentences.append(sentence.words)
        lists[sentence.sheet].append(sentence.entry)
    lists.pop("", None)
    sheets = {}
    for sheet, entries in lists.items():
        file, name = sheet.split(".")
        sheets[f"{file}.yaml"] = f"{name}:\n" + "".join(entries)
    return {"article.md": FRONT + "\n\n".join(_paragraphs(sentences)) + "\n", **sheets}


def _paragraphs(sentences: list[str]) -> Iterator[str]:
    for number, start in enumerate(range(0, len(sentences), 6)):
        if number % 20 == 0:
            yield f"## From the books of {TOWNS[number // 20 % len(TOWNS)]}"
        yield " ".join(sentences[start : start + 6])


def write_content(folder: Path, briefing: Mapping[str, str]) -> None:
    (folder / "chronicle").mkdir(parents=True)
    (folder / "site.yaml").write_text(SETTINGS, "utf-8")
    for name, text in briefing.items():
        (folder / "chronicle" / name).write_text(text, "utf-8")


# The build


def measure(folder: Path) -> Cost:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [sys.executable, "build.py", "build", "--quiet", "--today", "2024-10-01"]
    command += ["--content", str(folder / "content"), "--output", str(folder / "site")]
    process = subprocess.Popen(command, cwd=ROOT)  # noqa: S603 - this program
    peak = 0
    while process.poll() is None:
        peak = max(peak, _memory(process.pid))
        time.sleep(0.1)
    seconds, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        sys.exit(f"the build ended with {process.returncode}")
    sizes = [path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file()]
    return Cost(
        seconds=seconds,
        processor=after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime,
        peak=peak,
        files=len(sizes),
        size=sum(sizes),
        largest=max(sizes),
    )


def _memory(process: int) -> int:
    """Bytes of a process and of all that it started; what they share counts once."""
    total = 0
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                total = 1024 * int(line.split()[1])
        for task in Path(f"/proc/{process}/task").iterdir():
            total += sum(map(_memory, map(int, (task / "children").read_text("ascii").split())))
    return total


def main() -> None:
    args = _parser().parse_args()
    print("what      size  seconds  processor  memory  growth    files   site  largest file")
    for what in args.what:
        last: tuple[int, Cost] | None = None
        for size in args.sizes or SIZES[what]:
            with tempfile.TemporaryDirectory() as place:
                folder = args.keep / f"{what}-{size}" if args.keep else Path(place)
                write_content(folder / "content", files(CHRONICLES[what](size)))
                cost = measure(folder)
            print(_row(what, size, cost, last), flush=True)
            last = size, cost


def _row(what: str, size: int, cost: Cost, last: tuple[int, Cost] | None) -> str:
    growth = ""
    if last:
        growth = f"{math.log(cost.processor / last[1].processor) / math.log(size / last[0]):.2f}"
    return (
        f"{what:6} {size:9,} {cost.seconds:6.1f} s {cost.processor:7.1f} s {cost.peak / 1e6:4.0f} MB"
        f"  {growth:>6} {cost.files:8,} {cost.size / 1e6:3.0f} MB  {cost.largest / 1e6:.1f} MB"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--what", nargs="+", choices=CHRONICLES, default=list(CHRONICLES))
    parser.add_argument("--sizes", nargs="+", type=int)
    parser.add_argument("--keep", type=Path, help="where content and sites stay")
    return parser


if __name__ == "__main__":
    main()
