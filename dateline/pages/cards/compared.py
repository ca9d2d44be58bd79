"""What a figure is to those that it is compared with: in a sentence, and as bars to one scale."""

import calendar
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from dateline.checking.derived.comparisons import compare
from dateline.drawing.bars import Bar, BarRow, draw_bars
from dateline.facts.briefing import Briefing
from dateline.facts.hedges import Hedge
from dateline.facts.quantities import Amount, QuantityError, show_amount
from dateline.facts.records import CompareBy, Figure
from dateline.facts.units import unit_name
from dateline.frozen import dataclass
from dateline.language.grammars import find_grammar
from dateline.pages.addresses import Here
from dateline.pages.cards.figure_values import as_revised, disputed_basis, is_disputed
from dateline.pages.cards.provenance import name_link
from dateline.pages.edition import Edition
from dateline.pages.inline import Link
from dateline.pages.numeral import numeral, unit_in_words
from dateline.patterns import compile_later
from dateline.words import _, deferred

# A message with `amount` and `other`, and the amount.
Comparing = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLine:
    """What a figure, by its label, is to another: `message` has the `amount` and the other's link.

    `basis` is the disputed figure that it rests on, if any.
    """

    label: str
    message: str
    amount: str
    other: Link
    basis: Link | None


def compared_with(figure: Figure, edition: Edition) -> Iterator[tuple[Figure, Comparing]]:
    """Each comparison that the checks let pass: the other figure, and how they compare as they are now."""
    for comparison in figure.compare:
        other = edition.briefing.fact_by_id.get(comparison.to)
        if not isinstance(other, Figure):
            continue
        if found := compare_words(as_revised(figure), as_revised(other), comparison.by):
            yield other, found


def comparison_lines(
    figure: Figure, others: Container[str], edition: Edition, here: Here
) -> tuple[ComparisonLine, ...]:
    """What it is to those of the figures that it is compared with."""
    shares = {each.to for each in figure.compare if each.by is CompareBy.SHARE}
    return tuple(
        ComparisonLine(
            label=figure.label,
            message=message,
            amount=amount,
            other=_in_sentence(other, edition, here, is_number=other.id not in shares),
            basis=basis_link((figure, other), edition, here),
        )
        for other, (message, amount) in compared_with(figure, edition)
        if other.id in others
    )


def basis_link(figures: Iterable[Figure], edition: Edition, here: Here) -> Link | None:
    """The first disputed figure among figures and what they were worked out from."""
    for figure in figures:
        basis = figure if is_disputed(figure) else disputed_basis(figure, edition.briefing)
        if basis:
            return name_link(basis.id, edition, here)
    return None


def _in_sentence(other: Figure, edition: Edition, here: Here, *, is_number: bool) -> Link:
    """A link to a figure within a sentence: small unless its label begins with a name, with “the” before it.

    “People killed” are “the number of people killed” where the line is about their number, and so
    are “US troops in Syria”.
    """
    link = name_link(other.id, edition, here)
    if find_grammar(edition.language) is None:
        return link
    first = link.words.partition(" ")[0]
    is_small = first.istitle() and not _is_name(first, edition.briefing)
    words = link.words[:1].lower() + link.words[1:] if is_small else link.words
    counted = {first.lower(), *_PREPOSITION.split(words, 1)[0].lower().split()[-1:]}
    if is_number and (other.unit or "").lower() in counted:
        return replace(link, words=f"the number of {words}")
    return replace(link, words=f"the {words}" if _takes_article(words) else words)


_PREPOSITION: Final = compile_later(r" (?:at|by|for|from|in|of|on|to|under|with)\b")
_WITHOUT_ARTICLE: Final = frozenset(
    "a all an any each every her his how its no our some that the their these this those what when"
    " where whether which who why".split()
)


def _takes_article(words: str) -> bool:
    """Whether it is said with “the”: no one word, nobody’s own, no question, no number."""
    first, *others = words.split()
    has_noun = bool(others) and any(word[0].islower() for word in (first, *others))
    is_owned = any(re.search("[\u2019']s$|s[\u2019']$", word) for word in (first, *others[:2]))
    return has_noun and first[0].isalpha() and first not in _WITHOUT_ARTICLE and not is_owned


def _is_name(first: str, briefing: Briefing) -> bool:
    """Whether the article has the word within a sentence with a capital, or only so, or a name has it."""
    word = _WORD.findall(first)[0]
    names = (alias for who in briefing.named for alias in (who.name, *who.aliases))
    if any(word in _WORD.findall(name) for name in names) or word in _DAYS:
        return True
    texts = [block.text for block in briefing.article.blocks if block.kind == "paragraph"]
    inside = any(re.search(rf"[\w,] {re.escape(word)}\b", text) for text in texts)
    written = {each for text in texts for each in _WORD.findall(text)}
    return inside or (word in written and word.lower() not in written)


_WORD: Final = compile_later(r"\w+")
_DAYS: Final = frozenset((*calendar.day_name, *calendar.month_name))


def compare_words(figure: Figure, other: Figure, by: CompareBy) -> Comparing | None:
    """As in "about 2.8 times": as uncertain as the less certain; None if they do not compare."""
    try:
        result = compare(figure, other, by)
    except QuantityError:
        return None
    low = result.amount.low or Decimal(0)
    size = replace(result.amount, text=str(abs(low)), low=abs(low), high=abs(low))
    shown = show_amount(size, result.unit)
    amount = f"{shown.before}{shown.number}{shown.after} {unit_in_words(size, shown, result.unit)}".strip()
    # “0.1 times less” would say another thing.
    is_multiple = by is CompareBy.DIFFERENCE and unit_name(result.unit or "") == "times"
    amount = shown.number if is_multiple else amount
    is_about = figure.hedge or other.hedge
    if not low:
        amount = _("hardly any difference") if is_about else _("no difference")
    elif is_about:
        amount = _("about %(amount)s", amount=amount)
    return _comparing(low, by, is_multiple=is_multiple), amount


def _comparing(difference: Decimal, by: CompareBy, *, is_multiple: bool) -> str:
    if by is CompareBy.RATIO:
        message = deferred("%(amount)s %(other)s")
    elif by is CompareBy.SHARE:
        message = deferred("%(amount)s of %(other)s")
    elif not difference:
        message = deferred("%(amount)s between this and %(other)s")
    elif is_multiple and difference > 0:
        message = deferred("%(amount)s higher than %(other)s")
    elif is_multiple:
        message = deferred("%(amount)s lower than %(other)s")
    elif difference > 0:
        message = deferred("%(amount)s more than %(other)s")
    else:
        message = deferred("%(amount)s less than %(other)s")
    return message


def compared_bars(figures: Sequence[Figure], briefing: Briefing) -> tuple[Bar, ...]:
    """Figures in one unit to one scale; the first is the one that the others are compared with.

    None where one is disputed, or from a disputed one: its bar would show what one side alone says.
    """
    if any(is_disputed(figure) or disputed_basis(figure, briefing) for figure in figures):
        return ()
    first, *others = map(as_revised, figures)
    return bars_of(
        bar_row(figure.label, figure.value, figure.unit, figure.hedge, own=figure is first)
        for figure in (first, *others)
    )


def bars_of(rows: Iterable[BarRow | None]) -> tuple[Bar, ...]:
    drawn = [row for row in rows if row]
    return draw_bars(drawn) if len(drawn) > 1 else ()


def bar_row(
    label: str, value: Amount, unit: str | None, hedge: Hedge | None, *, own: bool
) -> BarRow | None:
    """The row of a value; None for words and pairs, which have no length."""
    if value.low is None or value.high is None or value.pair:
        return None
    shown = numeral(value, unit, hedge).plain
    return BarRow(label=label, shown=shown, low=value.low, high=value.high, own=own)
