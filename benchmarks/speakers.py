"""Measure who is read as the speaker of quotations, and what names are found, on the corpus.

    python3 -m benchmarks.speakers

Named: quotations whose speaker is read, and no other. Swapped: somebody else whom the article names is
written as the speaker, and refused. Every quotation that is not named, or whose swaps are not all
refused, is listed.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from dateline.checking.basis.findings import find_all
from tests.checking.attributions import Judged, judge_attributions
from tests.language.corpus import read_names
from tests.small_site import briefing


def main() -> int:
    judged = list(judge_attributions())
    for style in dict.fromkeys(quotation.item.style for quotation in judged):
        print(row(style, [quotation for quotation in judged if quotation.item.style == style]))
    print(row("all", judged), "\n")
    print(*(quotation for quotation in judged if not quotation.is_right), sep="\n")
    print("\n" + names())
    return 0


def row(style: str, judged: list[Judged]) -> str:
    named = sum(quotation.read == {quotation.gold} for quotation in judged)
    true = sum(quotation.gold in quotation.refused for quotation in judged)
    swapped = sum(len(quotation.others) for quotation in judged)
    refused = sum(len(quotation.others & quotation.refused) for quotation in judged)
    return f"{style:20} {named:4} of {len(judged)} named, {refused:4} of {swapped} swapped refused, {true} true refused"


def names() -> str:
    wanted = found = right = 0
    for sentence, gold in read_names():
        given = [name.text for line in find_all(briefing(sentence)).names for name in line]
        wanted, found = wanted + len(gold), found + len(given)
        right += sum(min(gold.count(name), given.count(name)) for name in set(gold))
    return f"names: {wanted}, recall {100 * right / wanted:.1f} %, precision {100 * right / found:.1f} %"


if __name__ == "__main__":
    sys.exit(main())
