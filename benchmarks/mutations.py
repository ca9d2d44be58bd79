"""Falsify briefings in every way that a slip of the hand could, and count what the build refuses.

    python3 -m benchmarks.mutations [SLUG ...]

First come the briefings of content/, then each gold reading of the grammar's corpus, as a fact that
rests on its sentence. For each kind of falsehood it prints how many were tried, how many every build
refuses (an error), how many more a strict build refuses (a warning), and how many pass. Each one that
is not an error is listed.

Texts that readers see besides the article are falsified too, field by field. Numbers, dates and names
that are exchanged for others of the article are counted alone: each of them is in the article.

It exits with 1 if a briefing or a reading is refused before anything is changed, or if fewer than 98 %
of the falsehoods made from any of them are refused.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from dateline.reading.content import Folder, read_site
from tests.checking.mutations import Verdict, judge, mutations, parse, problems_of, verdict
from tests.checking.worlds import mutated, worlds

LEAST_REFUSED = 0.98
"""Of the falsehoods made from a briefing, or from the corpus: the share that must be an error."""

Judged = tuple[str, str, Verdict]  # kind, change, verdict


def main(slugs: list[str]) -> int:
    passed = [
        report(folder.slug, len(problems_of(folder)), judge_folder(folder))
        for folder in read_site(Path("content")).folders
        if not slugs or folder.slug in slugs
    ]
    if not slugs:
        passed.append(report_corpus())
    return 0 if passed and all(passed) else 1


def judge_folder(folder: Folder) -> list[Judged]:
    found = mutations(folder, parse(folder)[0])
    return [(mutation.kind, str(mutation), judge(mutation, folder)) for mutation in found]


def report_corpus() -> bool:
    true = list(worlds())
    unmutated = sum(bool(world.problems()) for world in true)
    false = ((kind, falsehood) for world in true for kind, falsehood in mutated(world))
    judged = [
        (kind, f"{kind}: {falsehood}", verdict(falsehood.problems())) for kind, falsehood in false
    ]
    return report(f"{len(true)} facts of the corpus", unmutated, judged)


def report(name: str, unmutated: int, judged: Iterable[Judged]) -> bool:
    """Print what became of each falsehood; whether enough were refused, and nothing unmutated."""
    judged = list(judged)
    counts = Counter((kind, became) for kind, _, became in judged)
    print(f"\n{name}: {unmutated} refused before anything is changed")
    print(f"{'':34}  tried refused strict  through")
    for kind in sorted({kind for kind, _, _ in judged}):
        print(
            row(
                kind,
                {became: number for (other, became), number in counts.items() if other == kind},
            )
        )
    falsified = [became for kind, _, became in judged if not is_exchange(kind)]
    print(row("all but exchanges", Counter(falsified)), "\n")
    print(*(f"{became}: {change}" for _, change, became in judged if became != "refused"), sep="\n")
    return not unmutated and is_enough(Counter(falsified))


def is_exchange(kind: str) -> bool:
    """Whether one thing that the article says stands in place of another: no word of it is wrong."""
    return kind.startswith("claim: exchanged")


def is_enough(counts: Counter[Verdict]) -> bool:
    return counts["refused"] >= LEAST_REFUSED * counts.total()


def row(kind: str, counts: Mapping[Verdict, int]) -> str:
    tried, refused = sum(counts.values()), counts.get("refused", 0)
    strict, through = counts.get("strict", 0), counts.get("let through", 0)
    return f"{kind:34}{tried:7}{refused:8}{strict:7}{through:9}{100 * refused / tried:7.1f} %"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
