"""Falsify the first briefing in every way that a slip of the hand could, and count what is refused.

    python3 -m benchmarks.mutations [FOLDER]

By kind of falsehood: how many were tried; how many the build refuses, by an error; how many more a
strict build refuses, by a warning; and how many are let through. Each that no error stops is listed.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

sys.path.insert(0, str(Path(__file__).parents[1]))

from dateline.checking import check_briefing
from dateline.problems import Problem, is_refused
from dateline.reading.briefing import parse_briefing
from dateline.reading.site import Folder, read_site
from tests.checking.mutations import Mutation, mutations

Verdict = Literal["refused", "strict", "let through"]


def find_problems(folder: Folder) -> tuple[Problem, ...]:
    """Everything that is wrong with a folder on the day of its publication."""
    briefing, problems = parse_briefing(folder)
    if briefing is None:
        return problems
    today = briefing.front.published
    return (*problems, *check_briefing(briefing, today=today).problems)


def judge(mutation: Mutation, folder: Folder) -> Verdict:
    problems = find_problems(mutation.apply(folder))
    if is_refused(problems, strict=False):
        return "refused"
    return "strict" if is_refused(problems, strict=True) else "let through"


def judge_all(folder: Folder) -> Iterator[tuple[Mutation, Verdict]]:
    briefing, _ = parse_briefing(folder)
    assert briefing is not None
    for mutation in mutations(folder, briefing):
        yield mutation, judge(mutation, folder)


def main(arguments: list[str]) -> int:
    site = read_site(Path("content"))
    folders = [one for one in site.folders if not arguments or one.slug in arguments]
    for folder in folders:
        unmutated = find_problems(folder)
        print(f"{folder.slug}: {len(unmutated)} problems before anything is changed")
        judged = list(judge_all(folder))
        report(judged)
    return 0


def report(judged: list[tuple[Mutation, Verdict]]) -> None:
    counts = Counter((mutation.kind, verdict) for mutation, verdict in judged)
    print(f"\n{'':40}  tried refused strict  through")
    for kind in sorted({mutation.kind for mutation, _ in judged}):
        print(
            row(kind, {verdict: count for (one, verdict), count in counts.items() if one == kind})
        )
    print(row("all", Counter(verdict for _, verdict in judged)))
    print()
    for mutation, verdict in judged:
        if verdict != "refused":
            print(f"{verdict}: {mutation}")


def row(kind: str, counts: dict[Verdict, int]) -> str:
    tried, refused = sum(counts.values()), counts.get("refused", 0)
    strict, through = counts.get("strict", 0), counts.get("let through", 0)
    return f"{kind:40}{tried:7}{refused:8}{strict:7}{through:9}{100 * refused / tried:7.1f} %"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
