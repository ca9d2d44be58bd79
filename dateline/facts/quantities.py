"""The value of a figure as an editor writes it: a number, a range, a pair, or words alone.

A number is a `Decimal` as precise as it was written: "5 billion" is 5E+9, "3.10" is 3.10. Nothing
here rounds a value that is shown, or shows a digit that was not written.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Final

from dateline.facts.invalid import InvalidValueError
from dateline.facts.phrasing import join_words
from dateline.facts.units import Unit, find_unit, unit_name
from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.problems import Rule
from dateline.words import _, spoken


class QuantityError(InvalidValueError):
    """A refused quantity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A value: `low` and `high` are equal for one number, and None for words alone.

    Of a score or a vote, a `pair`, `low` is the first number and `high` the second, as written.
    """

    text: str
    low: Decimal | None
    high: Decimal | None
    pair: bool = False

    @property
    def is_words(self) -> bool:
        return self.low is None

    @property
    def is_range(self) -> bool:
        return self.low != self.high and not self.pair

    @property
    def is_fraction(self) -> bool:
        return _FRACTION.fullmatch(self.text) is not None

    @property
    def is_band(self) -> bool:
        """Whether it is as much to either side of nothing: "±3"."""
        return self.text.startswith("±")

    @property
    def may_be_pair(self) -> bool:
        """Whether it is a range that a rising score would be written like, too: "3-8"."""
        return self.pair or _HYPHENED.fullmatch(self.text) is not None

    @property
    def value(self) -> Decimal | None:
        """The one number; None for a range, a pair and words."""
        return None if self.is_range or self.pair else self.low


# Reading

_INDIAN: Final = {"lakh crore": 12, "crore": 7, "lakh": 5}
_INDIAN_SCALES: Final = compile_later("|".join(_INDIAN), re.IGNORECASE)
POWERS: Final = {
    "k": 3, "thousand": 3, "mn": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12,
    **_INDIAN,
}  # fmt: skip
WHOLE: Final = r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)"
_NUMBER: Final = rf"([-\u2212]?{WHOLE}(?:\.[0-9]+)?)(?: ?((?ai:{'|'.join(POWERS)})))?"
_ONE: Final = compile_later(_NUMBER)
_RANGE: Final = compile_later(rf"{_NUMBER}(?: to | ?[-\u2010-\u2013] ?){_NUMBER}")
# Two numbers in order, which no range falls like; and in words, for those that rise.
_HYPHENED: Final = compile_later(r"([0-9]{1,3}(?:\.5)?)[-\u2010-\u2013]([0-9]{1,3}(?:\.5)?)")
_AGAINST: Final = compile_later(rf"({WHOLE}(?:\.[0-9]+)?) against ({WHOLE}(?:\.[0-9]+)?)")
_FRACTION: Final = compile_later(rf"([1-9][0-9]{{0,2}})(?:/| in )({WHOLE})")
_BAND: Final = compile_later(rf"± ?{_NUMBER}")
# Longer text is words, or has no meaning to propose; more digits than this would be rounded.
_LONGEST: Final = 60
_TOO_MANY_DIGITS: Final = compile_later("[0-9.,]{25}")


def parse_amount(text: str) -> Amount:
    """The amount that `text` writes; raises QuantityError where it has digits but is not a number."""
    text = " ".join(text.split())
    amount = _read(text)
    if amount:
        return amount
    kinds = {unicodedata.category(character)[0] for character in text}
    if "N" in kinds or "L" not in kinds:
        raise _unreadable(text)
    return Amount(text=text, low=None, high=None)


def _read(text: str) -> Amount | None:
    if len(text) > _LONGEST or _TOO_MANY_DIGITS.search(text):
        return None
    read = (make(match) for form, make in _FORMS if (match := form.fullmatch(text)))
    return next(filter(None, read), None)


def _one(found: re.Match[str]) -> Amount:
    value = _number(found[1], found[2])
    return Amount(text=found[0], low=value, high=value)


def _pair(found: re.Match[str]) -> Amount:
    return Amount(text=found[0], low=_number(found[1]), high=_number(found[2]), pair=True)


def _falling(found: re.Match[str]) -> Amount | None:
    return _pair(found) if _number(found[1]) >= _number(found[2]) else None


def _fraction(found: re.Match[str]) -> Amount | None:
    part, whole = _number(found[1]), _number(found[2])
    return Amount(text=found[0], low=part / whole, high=part / whole) if part < whole else None


def _band(found: re.Match[str]) -> Amount | None:
    most = _number(found[1], found[2])
    return Amount(text=found[0], low=-most, high=most) if most > 0 else None


def _range(found: re.Match[str]) -> Amount:
    low, high = _ends(found[0], found)
    return Amount(text=found[0], low=low, high=high)


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Amount | None]], ...]] = (
    (_ONE, _one),
    (_AGAINST, _pair),
    (_HYPHENED, _falling),
    (_FRACTION, _fraction),
    (_BAND, _band),
    (_RANGE, _range),
)


def _number(digits: str, scale: str | None = None) -> Decimal:
    value = Decimal(digits.replace(",", "").replace("\u2212", "-"))
    if scale and abs(value) >= 1000 and "." not in digits:
        # "5000 million" is 5 billion; the 0 of "3.10 billion" was meant.
        value = value.normalize()
    scaled = value.scaleb(POWERS[scale.lower()] if scale else 0)
    return scaled or abs(scaled)


def _ends(text: str, ends: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Both ends of a range; a scale at its end applies to its start too: "5-6 billion"."""
    low, high = _number(ends[1], ends[2] or ends[4]), _number(ends[3], ends[4])
    if ends[2] and not ends[4]:
        found = f"“{text}” has a scale at its start only"
        raise QuantityError(Rule.FIGURE_VALUE, found, f"write {ends[1]} to {ends[3]} {ends[2]}")
    if low < high:
        return low, high
    if low == high:
        raise QuantityError(Rule.FIGURE_VALUE, f"“{text}” ends where it begins", f"write {ends[3]}")
    swapped = f"{ends[3]} to {ends[1]} {ends[4] or ''}".rstrip()
    alone = _number(ends[1], None)
    if ends[4] and not ends[2] and alone < high:
        found = f"“{text}” is read as {ends[1]} {ends[4]}, and ends lower than that"
        fix = f"write {swapped} or {show_number(alone)} to {show_number(high)}"
        raise QuantityError(Rule.FIGURE_VALUE, found, fix)
    found = f"“{text}” ends with a lower number than it begins with"
    in_order = f"{ends[1]} against {ends[3]}"
    order = "" if ends[4] else f", or {in_order} where the order counts, as in a score or a vote"
    raise QuantityError(Rule.FIGURE_VALUE, found, f"write {swapped}{order}")


def _unreadable(text: str) -> QuantityError:
    if len(text) > _LONGEST:
        return QuantityError(Rule.FIGURE_VALUE, f"“{text[: _LONGEST - 1]}…” {_NEITHER}", _USUAL)
    from dateline.facts.quantity_words import explain_value  # most sheets have no slip

    slip = explain_value(text)
    values = list(_read_once(slip.values))
    if not values:
        return QuantityError(Rule.FIGURE_VALUE, f"“{text}” {_NEITHER}", _USUAL)
    beside = [f"{word} in `{name}`" for name, word in slip.beside.items() if word]
    found = "has more in it than the number" if beside else "is not a number"
    fix = f"write {join_words(values, 'or')}"
    fix += ", whichever is meant" if len(values) > 1 else ""
    fix += f", and put {join_words(beside)}" if beside else ""
    fix += f", or {slip.also}" if slip.also else ""
    return QuantityError(Rule.FIGURE_VALUE, f"“{text}” {found}", fix)


_NEITHER: Final = "is not a number, a range or words without digits"
_USUAL: Final = "write it as 2,500, 900 to 1,000, 5 billion, 3/8, ±3 or, for a score or a vote, 8-3"


def _read_once(values: Iterable[str]) -> Iterator[str]:
    """Those of the values that are read, each in one spelling."""
    seen = set()
    for value in values:
        try:
            amount = _read(value)
        except QuantityError:
            continue
        if amount and (meant := (amount.low, amount.high, amount.pair)) not in seen:
            seen.add(meant)
            yield value


# Showing

_SCALES: Final = (12, 9, 6)
_COLLECTIVE: Final = compile_later(
    r"(?:.*\b)?(?:dozens|scores|hundreds|thousands|millions|billions|trillions"
    r"|half|thirds?|quarters?|(?:fif|six|seven|eigh|nin|ten|twelf|hundred)ths?"
    r"|lakhs|crores|majority|minority)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAmount:
    """An amount in the parts that are set in different sizes, and whole.

    `before` and `after` touch the number and include their own space: "$" and " billion", or "%".
    `unit` follows a space, and is empty where the number says it all; `is_share` where the number is
    so much of it: "half of pilgrims". `spoken` has words in place of signs and symbols.
    """

    before: str
    number: str
    after: str
    unit: str
    is_share: bool
    spoken: str

    @property
    def plain(self) -> str:
        return f"{self.before}{self.number}{self.after} {self.unit}".rstrip()


def show_number(value: Decimal) -> str:
    """Every digit of the number, as its language writes it: grouped, with a true minus (CLDR)."""
    return spoken().formats.number(value)


def show_amount(amount: Amount, unit: str | None) -> ShownAmount:
    """An amount in words; a range names sign, scale and unit once: "$5 to 6 billion"."""
    # Equal numbers may have been written otherwise; what was written is in the text.
    show = _show_once if amount.text else _show_amount
    return show(amount, unit, spoken().language)


def _show_amount(amount: Amount, unit: str | None, _language: str) -> ShownAmount:
    known = find_unit(unit) if unit else None
    if amount.may_be_pair and (unit is None or unit.lower() in _SCORED):
        amount = replace(amount, pair=True)
    if amount.is_words:
        return _words_alone(amount.text, count_words(known, None) if known else unit or "")
    words = spoken().formats.unit(known, amount.value) if known else unit or ""
    number, scale = _digits(amount, "")
    per = spoken().formats.rate(known) if known else ""
    aloud = " ".join(part for part in (_without_signs(number), scale, words, per) if part)
    before, after = "", f" {scale}" if scale else ""
    is_share = "/" in number and words != "" and not (known and known.kind == "measure")
    if known and known.leading:
        before, number = _with_sign(amount, known.short)
        words = ""
    elif known and known.tight:
        after, words = after + known.short, ""
    shown = known.short if words and known and known.short else words
    unit_words = f"{shown} {per}".strip()
    return ShownAmount(
        before=before,
        number=number,
        after=after,
        unit=_("of %(unit)s", unit=unit_words) if is_share else unit_words,
        is_share=is_share,
        spoken=aloud,
    )


# Many pages show a figure, and the checks show it too.
_show_once = lru_cache(maxsize=512)(_show_amount)

# What scores and votes are counted in: "3–8 votes" is right of a range, too.
_SCORED: Final = frozenset({"votes", "goals", "points", "runs", "sets", "games"})


def count_words(unit: Unit, value: Decimal | None) -> str:
    """A unit and what it is for each of: "kilometres", "euros a day"."""
    formats = spoken().formats
    return f"{formats.unit(unit, value)} {formats.rate(unit)}".strip()


def _without_signs(number: str) -> str:
    number = _MINUS.sub(lambda found: _("minus %(number)s", number=found[1]), number)
    if number.startswith("±"):
        return _("plus or minus %(number)s", number=number[1:])
    low, sign, high = number.partition("\u2013")
    return _from_to(low, high) if sign else number


_MINUS: Final = compile_later("\u2212([^ ]+)")


def _words_alone(text: str, unit: str) -> ShownAmount:
    is_share = unit != "" and _COLLECTIVE.fullmatch(text.lower()) is not None
    unit = _("of %(unit)s", unit=unit) if is_share else unit
    return ShownAmount(
        before="",
        number=text,
        after="",
        unit=unit,
        is_share=is_share,
        spoken=f"{text} {unit}".rstrip(),
    )


def _with_sign(amount: Amount, sign: str) -> tuple[str, str]:
    """A currency's sign and the number; a minus comes before the sign (CLDR, English)."""
    sign = f"{sign} " if sign[-1].isalpha() else sign
    number, _ = _digits(amount, "")
    if amount.is_band:
        return f"±{sign}", number.removeprefix("±")
    if "\u2212" not in number:
        return sign, number
    if amount.is_range:
        return "", _digits(amount, sign)[0]
    return f"\u2212{sign}", number.removeprefix("\u2212")


def _digits(amount: Amount, sign: str) -> tuple[str, str]:
    """The number or both ends of the range, and the scale that applies to all of it."""
    scales = set(_INDIAN_SCALES.findall(amount.text))
    if amount.low is None or amount.high is None or amount.is_fraction or len(scales) > 1:
        return amount.text, ""
    written = _power_in(amount.text)
    (low, below), (high, above) = (
        _scaled(end, written, *map(str.lower, scales)) for end in (amount.low, amount.high)
    )
    if amount.pair or amount.is_band:
        ends = show_number(low), show_number(high)
        return f"±{ends[1]}" if amount.is_band else f"{ends[0]}\u2013{ends[1]}", above
    if not amount.is_range:
        return _signed(low, sign), below
    if below == above or amount.low == 0:
        return _from_to(_signed(low, sign), _signed(high, sign)), above
    if below and above:
        return _from_to(f"{_signed(low, sign)} {below}", f"{_signed(high, sign)} {above}"), ""
    # "900 to 1 million" would be read as 900 million.
    return _from_to(_signed(amount.low, sign), _signed(amount.high, sign)), ""


def _from_to(low: str, high: str) -> str:
    return _("%(low)s to %(high)s", low=low, high=high)


def _signed(value: Decimal, sign: str) -> str:
    number = show_number(value)
    return f"\u2212{sign}{number[1:]}" if value < 0 else f"{sign}{number}"


_SCALE_WORD: Final = compile_later(r"\d ?(mn|million|bn|billion|tn|trillion)\b", re.IGNORECASE)


def _power_in(text: str) -> int | None:
    """The power of ten that a value is written in, where it is one: 6 of "1,410.0 million"."""
    powers = {POWERS[word.lower()] for word in _SCALE_WORD.findall(text)}
    return powers.pop() if len(powers) == 1 else None


def _scaled(value: Decimal, written: int | None, indian: str = "") -> tuple[Decimal, str]:
    """The number in its largest scale, where that neither adds nor loses a digit.

    Written in that scale, it keeps its digits ("3.10 billion"), and one in lakh or crore stays so.
    Written out or in another, it is scaled where two decimals show all of it: 1,250,000 is 1.25
    million, 1,410.0 million 1.41 billion; 1,234,567 and 1,011.5 million stay.
    """
    if indian:
        return value.scaleb(-_INDIAN[indian]), indian
    written_out = _exponent(value) == 0
    for power in _SCALES:
        if abs(value) >= 10**power and _exponent(value) >= 0:
            scaled = value.scaleb(-power)
            if written_out or written not in (None, power):
                scaled = scaled.normalize()
                if _exponent(scaled) < -_MOST_DECIMALS:
                    if written_out:
                        break
                    continue
            return scaled, spoken().formats.scale(power)
    return value, ""


# Of a number in another scale than it was written in.
_MOST_DECIMALS: Final = 2


# Comparing


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    amount: Amount
    unit: str | None


def ratio(quantity: Quantity, other: Quantity) -> Quantity:
    """How many times as much `quantity` is as `other`, in "times".

    A quotient has at most as many significant digits as the less precise of the two, and never
    more than two: "2.8 times". Refused (figure.compare) for words, ranges, different units, amounts
    not above zero and degrees, which do not count from zero.
    """
    return _counted(_quotient(quantity, other, most=2), "times")


def share(part: Quantity, whole: Quantity) -> Quantity:
    """How much of `whole` is in `part`, in percent.

    Precise as a ratio is, but with up to three digits, so that 50.1 percent is not a half. Refused
    as a ratio is, and where the part is larger than the whole or both are percentages already.
    """
    fraction = _quotient(part, whole, most=3)
    if unit_name(part.unit or "") in ("percent", "percentage points"):
        raise _refuse(f"{_quoted(part)} is already a share", "compare by ratio or difference")
    if fraction > 1:
        found = f"{_quoted(part)} is more than {_quoted(whole)}, so it cannot be a share of it"
        raise _refuse(found, "compare by ratio, or the other way round")
    return _counted(fraction.scaleb(2), "percent")


def difference(quantity: Quantity, other: Quantity) -> Quantity:
    """How much more `quantity` is than `other`; between percentages in percentage points.

    Given to the last place that both were written to: 5 billion less 900 million is 4 billion.
    Refused (figure.compare) for words, ranges, different units, and where rounding leaves nothing.
    """
    minuend, subtrahend = _numbers(quantity, other)
    if fractions := [term for term in (quantity, other) if term.amount.is_fraction]:
        raise _refuse(f"{_quoted(fractions[0])} is a fraction", "compare by ratio")
    exact = minuend - subtrahend
    place = max(_exponent(minuend), _exponent(subtrahend))
    rounded = exact.quantize(Decimal(1).scaleb(place), rounding=ROUND_HALF_UP)
    if exact and not rounded:
        found = f"{_quoted(quantity)} and {_quoted(other)} differ by less than their precision"
        raise _refuse(found, "write them more exactly, or remove the comparison")
    percent = unit_name(quantity.unit or "") == "percent"
    return _counted(rounded, "percentage points" if percent else quantity.unit)


def significant_digits(value: Decimal) -> int:
    """How many digits of a number, as it was written, say something.

    "5 billion" has one, "3.10" three, "2,500" four. A whole number written out has at least two:
    7 of 20 people are 35 percent, not 40.
    """
    digits = len(value.as_tuple().digits)
    return max(digits, 2) if _exponent(value) == 0 else digits


def _quotient(quantity: Quantity, other: Quantity, *, most: int) -> Decimal:
    dividend, divisor = _numbers(quantity, other)
    for term, value in ((quantity, dividend), (other, divisor)):
        if value <= 0:
            raise _refuse(f"{_quoted(term)} is not above zero", "compare by difference")
    if unit_name(quantity.unit or "").startswith("degree"):
        found = f"{_quoted(quantity)} is in degrees, which do not count from zero"
        raise _refuse(found, "compare by difference")
    digits = min(significant_digits(dividend), significant_digits(divisor), most)
    return Context(prec=digits, rounding=ROUND_HALF_UP).divide(dividend, divisor)


def _numbers(quantity: Quantity, other: Quantity) -> tuple[Decimal, Decimal]:
    first, second = quantity.amount.value, other.amount.value
    if first is None or second is None:
        found = f"{_quoted(quantity if first is None else other)} is not one number"
        raise _refuse(found, "compare single numbers, or remove the comparison")
    if unit_name(quantity.unit or "") != unit_name(other.unit or ""):
        found = f"{_quoted(quantity)} and {_quoted(other)} are in different units"
        raise _refuse(found, "compare figures that have the same unit, or remove `compare:`")
    return first, second


def _exponent(value: Decimal) -> int:
    return int(value.as_tuple().exponent)


def _counted(value: Decimal, unit: str | None) -> Quantity:
    bare = show_amount(Amount(text="", low=value, high=value), None)
    return Quantity(amount=Amount(text=bare.plain, low=value, high=value), unit=unit)


def _quoted(quantity: Quantity) -> str:
    return f"“{show_amount(quantity.amount, quantity.unit).plain}”"


def _refuse(found: str, fix: str) -> QuantityError:
    return QuantityError(Rule.FIGURE_COMPARE, found, fix)
