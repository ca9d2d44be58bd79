"""The attributions of the corpus, checked with the speaker they have and with each other one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.checking import check_briefing
from dateline.checking.basis.evidence import ArticleText
from dateline.checking.basis.findings import find_all, speakers_of
from dateline.facts.briefing import Briefing
from dateline.facts.records import Passage
from dateline.problems import Rule
from tests.language.corpus import Attributed, read_attributed
from tests.small_site import TODAY, briefing


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What became of one quotation: who is read, and which speakers are refused."""

    item: Attributed
    words: str
    gold: str
    read: frozenset[str]
    refused: frozenset[str]
    others: frozenset[str]

    @property
    def is_right(self) -> bool:
        return self.read == {self.gold} and self.refused == self.others

    def __str__(self) -> str:
        became = f"read {sorted(self.read)}, refused {sorted(self.refused)}"
        return f"{self.item.place} “{self.words}” {self.gold}: {became}"


def judge_attributions() -> Iterator[Judged]:
    """Every quotation of the corpus; `others` are the people whom its article names beside the speaker."""
    for item in read_attributed():
        article = _briefing(item, ())
        findings, passages = find_all(article), ArticleText.of(article.article)
        cast = frozenset(name.known or "" for names in findings.names for name in names)
        cast |= {key for key, name in item.people.items() if name.split()[-1] in item.body}
        for words, gold in [(words, gold) for gold, words in item.quotations]:
            (span,) = passages.find(Passage(words=words))
            speakers = speakers_of(findings, span)
            others = frozenset(item.people) & cast - {gold}
            yield Judged(
                item=item,
                words=words,
                gold=gold,
                read=speakers.ids if speakers else frozenset(),
                refused=frozenset(who for who in {gold, *others} if _is_refused(item, words, who)),
                others=others,
            )


def _is_refused(item: Attributed, words: str, speaker: str) -> bool:
    problems = check_briefing(_briefing(item, ((words, speaker),)), today=TODAY).problems
    found = [problem.rule for problem in problems if problem.rule.startswith("agreement.")]
    assert set(found) <= {Rule.AGREEMENT_SPEAKER}, (item.body, found)
    return bool(found)


def _briefing(item: Attributed, quotations: tuple[tuple[str, str], ...]) -> Briefing:
    sheets = {
        "people": "people:\n" + "".join(_named(*entry, "role") for entry in item.people.items()),
        "organisations": "organisations:\n"
        + "".join(_named(*entry, "what") for entry in item.bodies.items()),
        "sources": "sources:\n  - {id: s, title: T}\n",
    }
    if quotations:
        sheets["quotations"] = "quotations:\n" + "".join(
            f'  - {{id: q, words: "{words}", speaker: {speaker}}}\n'
            for words, speaker in quotations
        )
    return briefing(item.body, **sheets)


def _named(key: str, names: str, field: str) -> str:
    """A record by its name and aliases, which commas part."""
    name, *aliases = names.split(", ")
    why = ", why: w" if field == "role" else ""
    return f'  - {{id: {key}, name: "{name}", aliases: [{", ".join(aliases)}], {field}: x{why}, source: s}}\n'
