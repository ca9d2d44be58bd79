"""Whether a figure counts what its evidence counts, and what to write if not."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.checking.agreement.quantities.currencies import is_coin_of, names_money
from dateline.checking.agreement.quantities.tolls import PEOPLE, toll_fits
from dateline.checking.agreement.quantities.unit_agreement import (
    currency_of,
    is_rate_of,
    match_units,
    measure_name,
    names_unit,
    rate_of,
    same_per,
    same_unit,
    sign_of,
    units_of,
)
from dateline.checking.basis.fact_words import FactWords, any_of, or_correct, sentences_around
from dateline.checking.basis.other_values import is_entry
from dateline.facts.records import Figure
from dateline.facts.units import CURRENCY_SIGNS, CURRENCY_WORDS, is_money, unit_name
from dateline.facts.wording import sentences
from dateline.language import FoundQuantity, en
from dateline.language.en.words import NUMBER_WORDS
from dateline.patterns import compile_later
from dateline.problems import Problem, Rule


def unit_fits(
    figure: Figure, quantity: FoundQuantity, found: Sequence[FoundQuantity], words: FactWords
) -> bool:
    """Whether a number counts what a figure counts."""
    is_of_toll = toll_fits(figure, quantity, words)
    return _counts_it(figure, quantity, found, words) if is_of_toll is None else is_of_toll


def _counts_it(
    figure: Figure, quantity: FoundQuantity, found: Sequence[FoundQuantity], words: FactWords
) -> bool:
    """Whether the units are the same, or the counted noun is elsewhere in the sentence or label.

    Not where the number has a noun of its own, and another number has the figure's: in “six
    rebounds and five assists”, five is not a number of rebounds. A rate may leave out what it is for
    where the label has it: “2 million barrels a day” are barrels of a daily output.
    """
    unit, own = figure.unit, quantity.unit
    if unit is None:
        is_bare = quantity.pair or (own == "share" and figure.value.is_fraction)
        is_count = own == "times" and not _is_multiple(quantity, words)
        is_far = own is not None and measure_name(own) is None and _is_alone(quantity)
        return own is None or is_bare or is_count or is_far or _is_labelled(own, figure.label)
    if match_units(unit, units_of(quantity)) == "same" or _ends_with(quantity, unit, words):
        return True
    if (
        _is_shared(unit, quantity, words)
        or _is_named(unit, quantity, words)
        or _is_of_each(unit, own, words)
        or (own is None and _needs_no_unit(figure, unit, quantity, words))
    ):
        return True
    if rate_of(unit) or (own and rate_of(own)):
        return _rate_fits(figure, unit, quantity, words)
    is_noun = measure_name(unit) is None
    if is_noun and own == "share":
        return figure.value.is_fraction and is_near(unit, words)
    # Goals or votes are seldom named beside a score.
    is_score = is_noun and quantity.pair and own is None
    return (
        is_score
        or _is_of_people(unit, quantity, found, words)
        or _noun_fits(unit, own, found, words)
    )


def _is_of_people(
    unit: str, quantity: FoundQuantity, found: Sequence[FoundQuantity], words: FactWords
) -> bool:
    """Whether people are counted by nouns of their own: “400 firefighters, soldiers and volunteers”.

    Not where another number is one of people: “12 nurses and 30 people”, “a crew of nine and 163 pupils”.
    """
    is_taken = any(other.unit and same_unit(other.unit, unit) for other in found)
    is_party = any(_PARTY.search(words.text(span)) for span in words.spans)
    if unit_name(unit) not in PEOPLE or is_taken or is_party:
        return False
    return any(
        en.counts_people(words.blocks[span.block].text, quantity)
        for span in words.spans
        if quantity in words.findings.quantities[span.block]
    )


def _needs_no_unit(figure: Figure, unit: str, quantity: FoundQuantity, words: FactWords) -> bool:
    """Whether a number without a unit may have it: in a cell, of another value of the figure, or bare.

    Neither a cell nor its heads may say what it is in; another value has the unit of its figure.
    """
    is_cell = all(words.blocks[span.block].kind == "cell" for span in words.spans)
    return (
        is_cell
        or is_entry(figure)
        or _is_bare(unit, quantity, words)
        or _goes_on(unit, quantity, words)
    )


# “Usually lands 450 kilograms. On Wednesday he came home with 38”: what is had, landed or grown is compared.
_GOT = compile_later(
    r"\b(?:with|only|just|had|has|got|gets|sold|sells|made|makes|used|uses|took|takes|landed|lands|caught|grew|grows"
    r"|picked|picks|brought|brings|burned|burns|covered|ran|runs|walked|walks|carried|carries|held|holds|lost|loses|gave"
    r"|gives|yielded|yields|managed|manages|it was|it is|to|by)(?: (?:about|nearly|almost|some|just|only))? $"
)


def _goes_on(unit: str, quantity: FoundQuantity, words: FactWords) -> bool:
    """Whether the number just before, in the sentence before, has the unit that this one lacks."""
    for span in words.spans:
        text, found = words.blocks[span.block].text, words.findings.quantities[span.block]
        if quantity not in found or not _NO_NOUN.match(text, quantity.end):
            continue
        before = [other for other in found if other.end <= quantity.start and other.unit]
        between = text[before[-1].end : quantity.start] if before else ""
        is_next = len(sentences(between)) == 2 if before else False
        if is_next and _is_unit_or_rate(unit, units_of(before[-1])):
            return _GOT.search(text, 0, quantity.start) is not None
    return False


_OF_EACH = compile_later(
    r"\b(?:(?:of|in|from|on) (?:every|each)|in the) (?:single )?(?:1 |one )?(?P<money>[a-z]+|[$£€])",
    re.IGNORECASE,
)


def _is_of_each(unit: str, own: str | None, words: FactWords) -> bool:
    """Whether coins are a percentage: of “67 cent of every euro”, also a “62 cent” of that sentence."""
    if own is None or measure_name(unit) != "percent":
        return False
    wholes = (each["money"] for text in _sentences(words) for each in _OF_EACH.finditer(text))
    return any(is_coin_of(own, _code_of(money)) for money in wholes)


def _code_of(money: str) -> str:
    code = CURRENCY_SIGNS.get(money) or CURRENCY_WORDS.get(money.lower(), "")
    return "GBP" if money.lower() == "pound" else code


def _ends_with(quantity: FoundQuantity, unit: str, words: FactWords) -> bool:
    """Whether words after the number are the unit: “250 gross tons”; “cubic yards” are no yards.

    Also a list that goes on beyond the noun that is read as its unit: “40 nurses and porters”.
    """
    if " " not in unit:
        return False
    if quantity.text.casefold().endswith(f" {unit.casefold()}"):
        return True
    listed, noun = re.compile(rf"{re.escape(unit)}\b", re.IGNORECASE), len(quantity.unit or "")
    return any(
        listed.match(words.blocks[span.block].text, quantity.end - noun) is not None
        for span in words.spans
        if noun and quantity in words.findings.quantities[span.block]
    )


# What a number is put at, or is the toll or limit of, needs no unit: “raised the toll to 31”.
_PUT_AT = compile_later(
    r"\b(?:tolls?|counts?|tall(?:y|ies)|totals?|limits?|ceilings?|caps?|thresholds?)\b"
    r"[^.,;:]*\b(?:at|to|of|is|was|were|reached|hit|passed)\s+$"
    r"|\b(?:put|puts|putting|set|sets|setting)\b[^.;:]*\bat\s+$",
    re.IGNORECASE,
)
_NO_NOUN = compile_later(
    r"\s*(?:$|[,.;:)]|(?:in|on|at|until|by|for|from|of|to|and|or|last|this|late|early|a year|when)\b"
    r"|(?:[a-z]+ed|sown|grown|sold|built|lost|held|made|spent|paid|given|known|drawn)\b)"
)
# What a rule requires, in the unit of what was said before: “fell to 41 degrees. The code requires 70”.
_REQUIRED = compile_later(
    r"\b(?:requires?|demands?|allows?|permits?|prescribes?|(?:minimum|maximum|limit|norm|target) (?:is|was|of))"
    r"[^.,;:]{0,40}$",
    re.IGNORECASE,
)


# From here on a number without a unit is of no percentage: "a population of 2.9 million".
_NO_PERCENT = 10_000


def _is_bare(unit: str, quantity: FoundQuantity, words: FactWords) -> bool:
    """Whether a number without a noun is put at something, or another in its sentences has the unit.

    “3.4 times earnings, near the limit of 3.5”.
    """
    if quantity.low is not None and quantity.low >= _NO_PERCENT and measure_name(unit) == "percent":
        return False
    for span in words.spans:
        text, found = words.blocks[span.block].text, words.findings.quantities[span.block]
        if quantity not in found or not _NO_NOUN.match(text, quantity.end):
            continue
        start, end = sentences_around(text, span)
        beside = (other for other in found if start <= other.start and other.end <= end)
        units = (units_of(other) for other in beside if other.unit)
        before = text[start : quantity.start]
        is_put = _PUT_AT.search(before) or (
            _REQUIRED.search(before) and names_unit(unit, text[: quantity.start])
        )
        if is_put or any(_is_unit_or_rate(unit, names) for names in units):
            return True
    return False


# A number without a sign or a word of money: "4m" of "rose to $5m from 4m".
_ALONE = compile_later(r"[0-9][0-9.,]*(?: ?(?:k|mn?|bn?|tn|thousand|million|billion|trillion))?")


def _is_alone(quantity: FoundQuantity) -> bool:
    """Whether a number has what it counts from before: “of the 118 people, 11 of them”."""
    return _ALONE.fullmatch(quantity.text) is not None


def _is_shared(unit: str, quantity: FoundQuantity, words: FactWords) -> bool:
    """Whether a number has its money from one before it, whose words may mean that of the figure."""
    if not _ALONE.fullmatch(quantity.text):
        return False
    read = (words.findings.quantities[span.block] for span in words.spans)
    return any(
        other.unit == quantity.unit and match_units(unit, units_of(other)) == "same"
        for found in read
        if quantity in found
        for other in found
        if 0 < quantity.start - other.end < _SOON
    )


def _is_named(unit: str, quantity: FoundQuantity, words: FactWords) -> bool:
    """Whether the word after a number is a name of the currency that is read as no money."""
    code = currency_of(unit)
    return code is not None and any(
        names_money(code, quantity.text, words.blocks[span.block].text[quantity.end :])
        for span in words.spans
        if quantity in words.findings.quantities[span.block]
    )


def _is_unit_or_rate(unit: str, names: Sequence[str]) -> bool:
    """Whether a number is in the unit, or in a rate of it: “2.5 per cent a year when inflation was 2.9”."""
    return match_units(unit, names) == "same" or any(is_rate_of(name, unit) for name in names)


_COMPARED = compile_later(
    r"\s+(?:as|more|the|higher|larger|bigger|greater|faster|its|what|less|over)\b"
)


def _is_multiple(quantity: FoundQuantity, words: FactWords) -> bool:
    """Whether "four times" is of something else, and no count: "four times as many"."""
    texts = (words.blocks[span.block].text for span in words.spans)
    return any(
        _COMPARED.match(text, quantity.end)
        for text in texts
        if text.startswith(quantity.text, quantity.start)
    )


def _rate_fits(figure: Figure, unit: str, quantity: FoundQuantity, words: FactWords) -> bool:
    """Whether one is a rate of the other and the sentence has what it is for: “a day”, “per euro”."""
    rate, own = rate_of(unit), quantity.unit
    if rate is None and own and _is_lent_rate(unit, own, quantity, words):
        return True
    if theirs := rate_of(own) if own else None:
        counted = rate.unit if rate else unit
        is_for_same = same_per(rate.per, theirs.per) if rate else _names_per(theirs.per, figure)
        is_same = same_unit(counted, theirs.unit) or _noun_fits(counted, theirs.unit, (), words)
        return is_for_same and is_same
    is_counted = rate is not None and match_units(rate.unit, units_of(quantity)) == "same"
    if is_counted and _is_rate_before(unit, quantity, words):
        return True
    if is_counted and rate and _is_said_by_adverb(rate.per, quantity, words):
        return True
    if rate is None or not is_near(rate.per, words):
        return False
    return is_counted or (own is None and is_near(rate.unit, words))


def _is_lent_rate(unit: str, own: str, quantity: FoundQuantity, words: FactWords) -> bool:
    """Whether a number has its rate only from the next: “by Rs 30 to Rs 400 a quintal” is also by Rs 30."""
    theirs = rate_of(own)
    if theirs is None or match_units(unit, [theirs.unit]) != "same":
        return False
    return any(
        words.blocks[span.block].text[quantity.end : other.start] == " to " and other.unit == own
        for span in words.spans
        if quantity in words.findings.quantities[span.block]
        for other in words.findings.quantities[span.block]
    )


def _is_rate_before(unit: str, quantity: FoundQuantity, words: FactWords) -> bool:
    """Whether another number before it has the rate: “wants $24.50 an hour. It starts at $21.15”."""
    read = (words.findings.quantities[span.block] for span in words.spans)
    return any(
        match_units(unit, units_of(other)) == "same"
        for found in read
        if quantity in found
        for other in found
        if 0 < quantity.start - other.end < _SOON
    )


def _is_said_by_adverb(per: str, quantity: FoundQuantity, words: FactWords) -> bool:
    """Whether its clause says what a number is for: “the average weekly fee went up by £61 to £874”."""
    adverb = _ADVERBS.get(per)
    texts = (
        words.blocks[span.block].text
        for span in words.spans
        if quantity in words.findings.quantities[span.block]
    )
    clauses = (_CLAUSE_END.split(text[: quantity.start])[-1] for text in texts)
    return adverb is not None and any(
        re.search(adverb, clause, re.IGNORECASE) for clause in clauses
    )


# Where the words before a number begin to be about something else.
_CLAUSE_END = compile_later(r"[.;:!?](?=\s)|, (?:and|but|while|as|which|who)\b|[—–]")


# Within how many characters a rate said of one number goes for the next.
_SOON = 100


def _noun_fits(
    unit: str, own: str | None, found: Sequence[FoundQuantity], words: FactWords
) -> bool:
    name = measure_name(unit)
    if name and own == "degree":
        return name.startswith("degree") and (is_near(name, words) or _is_before(name, words))
    if name == "percentage points" and own in ("point", "points"):
        return any(_PERCENT.search(text) for text in (*_sentences(words), *_rows(words)))
    if name and (own or not (is_money(unit) or name == "year")):
        return False
    if own is None:
        is_said = is_near(unit, words) or _is_before(unit, words)
        return is_said or any(_goes_without_saying(unit, words.text(span)) for span in words.spans)
    is_taken = any(other.unit is not None and same_unit(other.unit, unit) for other in found)
    return measure_name(own) is None and not is_taken and is_near(unit, words)


def _is_labelled(unit: str, label: str) -> bool:
    rate = rate_of(unit)
    is_rate = rate is not None and names_unit(rate.unit, label) and _has_per(rate.per, label)
    is_age = unit_name(unit) == "year" and _AGE.search(label) is not None
    return same_unit(unit, label) or is_rate or is_age


_AGE = compile_later(r"\bage[ds]?\b", re.IGNORECASE)

_ADVERBS = {
    "day": r"\b(?:dai|night)ly\b", "week": r"\bweekly\b", "month": r"\bmonthly\b", "hour": r"\bhourly\b",
    "year": r"\b(?:year|annual)ly\b|\bannual\b|\bper annum\b", "person": r"\bper (?:capita|head)\b",
}  # fmt: skip


def per_in(label: str) -> str | None:
    """What the label of a figure says that its number is for: a day, in “Daily dose”."""
    said = (per for per, words in _ADVERBS.items() if re.search(words, label, re.IGNORECASE))
    return next(said, None)


def _has_per(per: str, text: str) -> bool:
    adverb = _ADVERBS.get(per)
    is_adverb = adverb is not None and re.search(adverb, text, re.IGNORECASE) is not None
    return is_adverb or names_unit(per, text)


def _names_per(per: str, figure: Figure) -> bool:
    return _has_per(per, f"{figure.label} {figure.unit}")


def is_near(unit: str, words: FactWords) -> bool:
    return any(names_unit(unit, sentences) for sentences in _sentences(words))


def _sentences(words: FactWords) -> Iterator[str]:
    """The sentences of each passage."""
    for span in words.spans:
        text = words.blocks[span.block].text
        yield text[slice(*sentences_around(text, span))]


def _rows(words: FactWords) -> Iterator[str]:
    """The cells of a row up to the one that is evidence, and what its heads say."""
    for span in words.spans:
        if reading := words.findings.in_tables.get(span.block):
            row = max((head for head in reading.heads if head < span.block), default=span.block)
            yield from (block.text for block in words.blocks[row : span.block])
            yield from (words.blocks[head].text for head in reading.heads)


_PERCENT = compile_later(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)


# “Average gates rose from 3,100 to 3,400”
_CROWD = compile_later(
    r"\b(?:crowd|audience|attendance|congregation|turnout|membership|gate|readership|viewership)s?\b"
    r"(?:[^.;:]*?\s)?(?:of|was|were|is|are|averag\w+|to|from|at|up|down|reached|hit|passed|topped|by"
    r"|grew|fell|dropped|rose)\s+(?:\w+\s+){0,2}[0-9]",
    re.IGNORECASE,
)
# “A crew of nine”, “a staff of about 40”.
_PARTY = compile_later(
    rf"\b(?:crew|staff|workforce|team|party|family|group|class|panel|jury|choir|cast|squad|gang) of"
    rf" (?:\w+ ){{0,2}}?(?:[0-9]|{NUMBER_WORDS}\b)",
    re.IGNORECASE,
)
# “Staff numbers fell from 1,310 to 1,248”, “a headcount of 940”.
_STAFF = compile_later(
    r"\b(?:(?:staff|workforce|payroll|employee|crew)(?:ing)? (?:numbers?|levels?|strength)|headcount|workforce)\b"
    r"[^.;:,]*?\s(?:of|was|were|is|are|to|from|at|by|reached|hit|passed|topped)\s+(?:\w+\s+){0,2}[0-9]",
    re.IGNORECASE,
)
_AGE = compile_later(r"\b(?:aged?|ages)\b", re.IGNORECASE)


def _goes_without_saying(unit: str, text: str) -> bool:
    """Whether the evidence counts people or years without naming them: “a crowd of 61,204”."""
    if measure_name(unit) == "year":
        return _AGE.search(text) is not None
    counts_people = names_unit(
        unit, "people, spectators, fans, supporters, visitors, members, viewers or voters"
    )
    is_of_staff = unit_name(unit) in PEOPLE and (_PARTY.search(text) or _STAFF.search(text))
    return bool(is_of_staff or (counts_people and _CROWD.search(text)))


def _is_before(unit: str, words: FactWords) -> bool:
    return any(names_unit(unit, words.blocks[span.block].text[: span.end]) for span in words.spans)


def likeliest_first(units: Sequence[str], words: FactWords) -> Sequence[str]:
    """The units that a bare “$” may stand for, those of the story's other sums first."""
    others = (other.unit for other in words.briefing.figures if other.id != words.fact.id)
    said = (units_of(found) for block in words.findings.quantities for found in block)
    known = Counter(map(currency_of, (*others, *(own[0] for own in said if len(own) == 1))))
    return sorted(units, key=lambda unit: -known[currency_of(unit)])


def unit_problem(figure: Figure, equal: Sequence[FoundQuantity], words: FactWords) -> Problem:
    counts = f"is in {figure.unit}" if figure.unit else "has no unit"
    counted = [quantity for quantity in equal if quantity.unit]
    says = any_of(f"“{quantity.text}”" for quantity in counted)
    return words.problem(
        Rule.AGREEMENT_UNIT,
        "unit",
        found=f"figure ‘{figure.id}’ {counts}, but its evidence "
        f"{f'says {says}' if counted else 'does not say so'}",
        fix=f"{_unit_to_write(figure, counted, words)}, {or_correct(Rule.AGREEMENT_UNIT)}",
    )


def _unit_to_write(figure: Figure, counted: Sequence[FoundQuantity], words: FactWords) -> str:
    """The unit of the evidence, if it is certain: a noun may be only a part of what is counted."""
    units = list(dict.fromkeys(unit for quantity in counted for unit in units_of(quantity)))
    code = currency_of(figure.unit)
    units = [unit for unit in units if code and unit.startswith(f"{code}/")] or units
    if not units:
        return "write the unit of the evidence, or leave `unit` out where the words have none"
    if "share" in units:
        is_right = figure.value.is_fraction
        as_fraction = "write the share as a fraction such as 3/8, without a unit"
        return "leave `unit` out" if is_right else as_fraction
    if (
        len(units) > 1
        and "pound" not in units
        and len({quantity.unit for quantity in counted}) == 1
    ):
        likeliest = likeliest_first(units, words)[0]
        return f"write the currency that is meant, such as `unit: {likeliest}`"
    if len(units) > 1 and len({quantity.unit for quantity in counted}) == 1:
        return "write `unit: pounds` for weight or a code such as `unit: GBP` for money"
    if len(units) > 1 or not (measure_name(units[0]) or rate_of(units[0])):
        return "write in `unit` what the evidence counts"
    sign = sign_of(units[0], counted[0].text)
    return f"write `unit: {units[0]}`" + (f" (“{sign}” is read as {units[0]})" if sign else "")
