"""The names that no sheet has, each once, as an editor is offered them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.checking.basis.evidence import ArticleText
from dateline.checking.coverage.coverage import Finding
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind
from dateline.facts.records import Passage
from dateline.frozen import dataclass
from dateline.language import NameKind
from dateline.language.en import find_name_kind, is_of_place

_KINDS: Final[dict[NameKind, Kind]] = {
    "person": Kind.PERSON,
    "organisation": Kind.ORGANISATION,
    "place": Kind.PLACE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A name that no sheet has: where it is first, how often, and the shorter forms of it.

    `kind` is None where the article does not tell. `known` is the id of a fact that has a longer
    form of the name.
    """

    finding: Finding
    times: int
    kind: Kind | None
    aliases: tuple[str, ...] = ()
    known: str | None = None


def offer_names(
    triaged: Iterable[Finding], article: ArticleText, briefing: Briefing
) -> tuple[Offer, ...]:
    """The offered names in reading order. "Holm" is offered with "Pia Holm", not beside it."""
    found: dict[str, list[Finding]] = {}
    for finding in triaged:
        if finding.verdict == "offered" and finding.kind == "name":
            found.setdefault(_even(finding.text).casefold(), []).append(finding)
    longer = {name: [other for other in found if _ends_with(other, name)] for name in found}
    shorter = {
        name: others[0]
        for name, others in longer.items()
        if len(others) == 1 and not _is_of_itself(name, others[0], found, article)
    }
    return tuple(
        Offer(
            finding=(shown := _as_usual(findings)),
            times=len(findings),
            kind=_kind_of(shown, article),
            aliases=tuple(
                found[short][0].text for short, whole in shorter.items() if whole == name
            ),
            known=_known_as(name, briefing),
        )
        for name, findings in found.items()
        if name not in shorter
    )


def _even(name: str) -> str:
    return name.replace("’", "'")


def _as_usual(findings: Sequence[Finding]) -> Finding:
    """The first that is not in capitals alone, as where a story is dated from: "OSTROW, May 2"."""
    return next((found for found in findings if not found.text.isupper()), findings[0])


def _ends_with(name: str, short: str) -> bool:
    return name.endswith(f" {short}")


def _is_of_itself(
    short: str, whole: str, found: Mapping[str, Sequence[Finding]], article: ArticleText
) -> bool:
    """“England” is not the Bank of England, nor the river Elbe, named before, “Living Elbe”."""
    spans = [finding.span for finding in found[short]]
    before = (article.blocks[span.block][0].text[: span.start] for span in spans)
    is_joined = whole.removesuffix(f" {short}").endswith((" of", " for", " the", " and", " in"))
    own, other = spans[0], found[whole][0].span
    is_first = (own.block, own.start) < (other.block, other.start)
    return is_joined or (is_first and any(is_of_place(words, short) for words in before))


def _known_as(name: str, briefing: Briefing) -> str | None:
    """The only fact whose name or alias ends with these words."""
    ids = {
        named.id
        for named in briefing.named
        if any(_ends_with(_even(form).casefold(), name) for form in (named.name, *named.aliases))
    }
    return ids.pop() if len(ids) == 1 else None


def _kind_of(finding: Finding, article: ArticleText) -> Kind | None:
    """What the name is of, as most of its places in the article say."""
    places = article.find(Passage(words=finding.text))
    texts = ((article.blocks[span.block][0].text, span) for span in places or [finding.span])
    kinds = [find_name_kind(text, span.start, span.end) for text, span in texts]
    ranked = Counter(kind for kind in kinds if kind).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return _KINDS[ranked[0][0]]
