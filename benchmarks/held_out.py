"""Measure the checks on articles that nobody tuned them to: the table “Measured” of the proof.

    python3 -m benchmarks.held_out FOLDER [SLUG ...]

`FOLDER/content` is a site whose sheets are true to their articles, and `FOLDER/gold` has, for each
briefing: `<slug>.txt`, the article a paragraph a line, with every date and quantity marked as in
tests/language/corpus; `<slug>.quotes.yaml`, a list of {words, speaker, wrong}; `<slug>.traps.txt`, words
that are no date, quantity or name, with a tab and what they might be taken for; `<slug>.open.txt`, what
no editor would make a fact. Every miss is listed after the table.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from dateline.checking import check_briefing
from dateline.checking.agreement.quantities.unit_agreement import units_of
from dateline.facts.briefing import Briefing
from dateline.language import FoundDate, FoundQuantity
from dateline.language.en import find_dates, find_names, find_quantities
from dateline.problems import Problem
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder, read_site
from tests.checking.mutations import Mutation, mutations
from tests.language.corpus import Gold, parse_line, show_number

TODAY = date(2026, 6, 15)
# Of the falsehoods of each kind in a briefing, how many are tried.
TRIED = 40


@dataclass(slots=True)
class Share:
    """How many of how many, and what was missed."""

    right: int = 0
    of: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, about: str, *, is_right: bool) -> None:
        self.of += 1
        self.right += is_right
        if not is_right:
            self.missed.append(about)


@dataclass(slots=True)
class Table:
    rows: dict[str, Share] = field(default_factory=dict)

    def add(self, row: str, about: str, *, is_right: bool) -> None:
        self.rows.setdefault(row, Share()).add(about, is_right=is_right)


# What the grammar finds


def measure_grammar(table: Table, slug: str, gold_file: Path) -> None:
    first, *lines = gold_file.read_text(encoding="utf-8").splitlines()
    written = date.fromisoformat(first.removeprefix("@ ").strip())
    for line in filter(str.strip, lines):
        text, gold = parse_line(line)
        for kind, found in (
            ("date", find_dates(text, written=written)),
            ("quantity", find_quantities(text)),
        ):
            marks = [mark for mark in gold if mark.kind == kind]
            _compare(table, slug, text, kind, marks, found)


def _compare(  # noqa: PLR0913, PLR0917 - what a line of the article gives
    table: Table,
    slug: str,
    text: str,
    kind: str,
    gold: list[Gold],
    found: Iterable[FoundDate | FoundQuantity],
) -> None:
    hits, row = list(found), {"date": "dates", "quantity": "quantities"}[kind]
    for mark in gold:
        words = text[mark.start : mark.end]
        over = [hit for hit in hits if hit.start < mark.end and mark.start < hit.end]
        about = f"{slug}: “{words}” {' '.join(mark.reading)}"
        table.add(f"{row}: recall", about, is_right=bool(over))
        if over:
            read = [reading_of(hit) for hit in over]
            is_right = any(_same(hit, mark.reading) for hit in over)
            table.add(f"{row}: first reading right", f"{about}, read {read}", is_right=is_right)
    for hit in hits:
        is_gold = any(hit.start < mark.end and mark.start < hit.end for mark in gold)
        table.add(f"{row}: precision", f"{slug}: “{hit.text}” {reading_of(hit)}", is_right=is_gold)


def reading_of(found: FoundDate | FoundQuantity) -> tuple[str, ...]:
    if isinstance(found, FoundDate):
        return found.readings[:1] or ("vague",)
    value = f"{show_number(found.low)} {show_number(found.high)}"
    return value, found.unit or "-", found.hedge or "-"


def _same(found: FoundDate | FoundQuantity, gold: tuple[str, ...]) -> bool:
    """Whether it is read as in the gold: a bare “$” as the dollar of any country, as the checks take it."""
    read = reading_of(found)
    if isinstance(found, FoundDate):
        return read[0] in gold
    low, high, unit, hedge = gold
    units = {_unit(name) for name in (*units_of(found), read[1])}
    return (read[0], read[2]) == (f"{low} {high}", hedge) and _unit(unit) in units


def _unit(unit: str) -> str:
    """A unit in one spelling: singular, without “per” or blanks."""
    words = [word for word in re.split(r"[ _/-]+", unit.lower()) if word != "per"]
    return " ".join(word if len(word) < 4 else word.removesuffix("s") for word in words)


# What the checks accept and refuse


def check(folder: Folder) -> tuple[Briefing | None, list[Problem]]:
    briefing, problems = parse_briefing(folder)
    if briefing is None:
        return None, list(problems)
    return briefing, [*problems, *check_briefing(briefing, today=TODAY).problems]


def errors(folder: Folder) -> list[Problem]:
    return [problem for problem in check(folder)[1] if problem.severity == "error"]


def with_file(folder: Folder, name: str, text: str) -> Folder:
    return replace(folder, files={**folder.files, name: text.encode()})


def measure_speakers(table: Table, folder: Folder, quotes: list[dict[str, str]]) -> None:
    briefing, _ = check(folder)
    assert briefing
    actors = [fact.id for fact in (*briefing.people, *briefing.organisations)]
    for quote in quotes:
        about = f"{folder.slug}: “{quote['words']}” {quote['speaker']}"
        refused = {
            actor: any(
                problem.rule == "agreement.speaker" for problem in _said_by(folder, quote, actor)
            )
            for actor in actors
        }
        others = [refused[actor] for actor in actors if actor != quote["speaker"]]
        table.add("speakers: true one accepted", about, is_right=not refused[quote["speaker"]])
        table.add(
            "speakers: swapped refused",
            f"{about}, not {quote['wrong']}",
            is_right=refused[quote["wrong"]],
        )
        is_named = not refused[quote["speaker"]] and all(others)
        table.add("speakers: named", about, is_right=is_named)


def _said_by(folder: Folder, quote: dict[str, str], speaker: str) -> list[Problem]:
    record = {"id": "the-quotation", "words": quote["words"], "speaker": speaker}
    return errors(with_file(folder, "quotations.yaml", yaml.safe_dump({"quotations": [record]})))


_RECORD = re.compile(r"^ *- *\{? *id: *([a-z0-9-]+)", re.MULTILINE)
_FACT_SHEETS = "timeline figures people organisations places quotations".split()


def facts_of(folder: Folder) -> set[str]:
    return {
        fact
        for sheet in _FACT_SHEETS
        for fact in _RECORD.findall(folder.files.get(f"{sheet}.yaml", b"").decode())
    }


def record_at(folder: Folder, problem: Problem) -> str | None:
    """The id of the record that the problem is in."""
    name = problem.position.path.rpartition("/")[2]
    lines = folder.files.get(name, b"").decode().splitlines()[: problem.position.line]
    ids = [found[1] for line in lines if (found := _RECORD.match(line))]
    return ids[-1] if ids and name != "article.md" else None


def measure_true_claims(table: Table, folder: Folder) -> None:
    """Every date, number, quotation and name of a text; in a true briefing none is refused."""
    briefing, _ = check(folder)
    assert briefing
    for claim in check_briefing(briefing, today=TODAY).claims:
        about = _said(folder, claim.problem) if claim.problem else ""
        table.add("true claims accepted", about, is_right=claim.problem is None)


def measure_facts(table: Table, folder: Folder) -> None:
    """Claims have a row of their own."""
    refused: dict[str, list[Problem]] = {}
    for problem in errors(folder):
        if problem.rule.startswith("claim."):
            continue
        if fact := record_at(folder, problem):
            refused.setdefault(fact, []).append(problem)
        else:
            table.add("other errors", _said(folder, problem), is_right=False)
    for fact in sorted(facts_of(folder) | refused.keys()):
        about = "; ".join(_said(folder, problem) for problem in refused.get(fact, []))
        table.add("true facts accepted", about, is_right=fact not in refused)


def _said(folder: Folder, problem: Problem) -> str:
    return f"{folder.slug}: {problem.position}: {problem.found} → {problem.fix}"


def measure_falsehoods(table: Table, folder: Folder) -> None:
    briefing, problems = check(folder)
    assert briefing
    known = {(problem.rule, str(problem.position)) for problem in problems}
    refused = {record_at(folder, problem) for problem in problems if problem.severity == "error"}
    by_kind: dict[str, list[Mutation]] = {}
    for mutation in mutations(folder, briefing):
        if mutation.about in refused:
            continue
        by_kind.setdefault(mutation.kind, []).append(mutation)
    for kind, all_of_kind in by_kind.items():
        step = max(1, len(all_of_kind) // TRIED)
        for mutation in all_of_kind[::step]:
            now = errors(mutation.apply(folder))
            is_refused = any((problem.rule, str(problem.position)) not in known for problem in now)
            table.add(_row_of(kind), f"{folder.slug}: {mutation}", is_right=is_refused)
            table.add(f"  {kind}", "", is_right=is_refused)


def _row_of(kind: str) -> str:
    if not kind.startswith("claim"):
        return "falsified facts refused"
    if "exchanged" in kind:
        return "claims exchanged for others of the article, refused"
    is_name = kind.endswith(("name", "quoted word"))
    return (
        f"falsified {'names and quotations' if is_name else 'dates and numbers'} of claims refused"
    )


def measure_traps(table: Table, folder: Folder, traps: Path) -> None:
    briefing, _ = check(folder)
    assert briefing
    texts = [block.text for block in briefing.article.blocks]
    for line in filter(str.strip, traps.read_text(encoding="utf-8").splitlines()):
        words, _, taken_for = line.partition("\t")
        found = []
        for text in texts:
            at = text.find(words)
            if at < 0:
                continue
            named = find_names(text, aliases={}) if "name" in taken_for else ()
            hits = (
                *find_dates(text, written=briefing.front.published),
                *find_quantities(text),
                *named,
            )
            found += [hit for hit in hits if hit.start < at + len(words) and at < hit.end]
        about = f"{folder.slug}: “{words}” taken as {[hit.text for hit in found]}"
        table.add("traps: not fallen into", about, is_right=not found)


def measure_alarms(table: Table, folder: Folder, gold_file: Path, open_file: Path) -> None:
    """Open items that nobody would make a fact: in open.txt, or no date or quantity of the gold."""
    briefing, _ = check(folder)
    assert briefing
    nobody = open_file.read_text(encoding="utf-8").splitlines()
    gold = [
        text[mark.start : mark.end]
        for line in gold_file.read_text(encoding="utf-8").splitlines()[1:]
        for text, marks in [parse_line(line)]
        for mark in marks
    ]
    for finding in check_briefing(briefing, today=TODAY).coverage:
        if finding.verdict == "open" and finding.kind != "name":
            is_wanted = any(finding.text in words or words in finding.text for words in gold)
            is_unwanted = any(finding.text in words or words in finding.text for words in nobody)
            about = f"{folder.slug}: {finding.kind} “{finding.text}”"
            table.add(
                "open items: somebody would make them facts",
                about,
                is_right=is_wanted and not is_unwanted,
            )


def main(folder: str, *slugs: str) -> int:
    root, table = Path(folder), Table()
    for content in read_site(root / "content").folders:
        if slugs and content.slug not in slugs:
            continue
        gold = root / "gold" / content.slug
        measure_grammar(table, content.slug, gold.with_suffix(".txt"))
        quotes = yaml.safe_load(gold.with_suffix(".quotes.yaml").read_text(encoding="utf-8"))
        measure_speakers(table, content, quotes)
        measure_true_claims(table, content)
        measure_facts(table, content)
        measure_falsehoods(table, content)
        measure_traps(table, content, gold.with_suffix(".traps.txt"))
        measure_alarms(table, content, gold.with_suffix(".txt"), gold.with_suffix(".open.txt"))
    sys.stdout.writelines(_report(table))
    return 0


def _report(table: Table) -> Iterator[str]:
    for name, share in table.rows.items():
        yield f"{name:56}{share.right:6} of {share.of:6}{100 * share.right / share.of:8.1f} %\n"
    for name, share in table.rows.items():
        if not name.startswith("  "):
            yield from (f"\n{name}: {missed}" for missed in share.missed)
    yield "\n"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
