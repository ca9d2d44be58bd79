"""Values as editors write them: read exactly, shown without a digit more, compared with care."""

from __future__ import annotations

import pickle
import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.facts.quantities import (
    Amount,
    Quantity,
    QuantityError,
    difference,
    parse_amount,
    ratio,
    share,
    show_amount,
    show_number,
)

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("2500", "2500"),
        ("2,500", "2500"),
        ("3.10", "3.10"),
        ("-4", "-4"),
        ("−4", "-4"),
        ("-0", "0"),
        ("5 billion", "5E+9"),
        ("5 Billion", "5E+9"),
        ("1.2bn", "1.2E+9"),
        ("3.10 billion", "3.10E+9"),
        ("5000 million", "5E+9"),
        ("250 thousand", "250E+3"),
        ("12k", "12E+3"),
        ("1 mn", "1E+6"),
        ("2 trillion", "2E+12"),
        ("2tn", "2E+12"),
        ("2 lakh crore", "2E+12"),
        ("1.5 crore", "1.5E+7"),
        ("40 lakh", "4.0E+6"),
        ("3/8", "0.375"),
        ("1 in 5", "0.2"),
    ],
)
def test_a_number_is_read_as_exactly_as_it_was_written(text: str, value: str) -> None:
    read = parse_amount(f" {text} ")
    assert read == Amount(text=text, low=Decimal(value), high=Decimal(value))
    assert str(read.value) == str(Decimal(value))
    assert not read.is_words
    assert not read.is_range


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("900-1000", "900", "1000"),
        ("900–1,000", "900", "1000"),
        ("900 to 1,000", "900", "1000"),
        ("5-6 billion", "5E+9", "6E+9"),
        ("5 to 6bn", "5E+9", "6E+9"),
        ("900 million to 1.2 billion", "9E+8", "1.2E+9"),
        ("0 to 5 million", "0", "5E+6"),
        ("-4 to -2", "-4", "-2"),
        ("−4–−2", "-4", "-2"),
        ("1.5 - 2.5", "1.5", "2.5"),
    ],
)
def test_a_range_is_read_with_the_scale_at_its_end(text: str, low: str, high: str) -> None:
    read = parse_amount(text)
    assert (read.low, read.high, read.value) == (Decimal(low), Decimal(high), None)
    assert read.is_range


@pytest.mark.parametrize("text", ["8-3", "8–3", "3-3", "3 against 8", "1,204 against 1,350"])
def test_two_numbers_in_order_are_no_range(text: str) -> None:
    read = parse_amount(text)
    assert (read.pair, read.is_range, read.value) == (True, False, None)
    first, second = re.split("-|–| against ", text.replace(",", ""))
    assert (read.low, read.high) == (Decimal(first), Decimal(second))


def test_a_third_is_as_exact_as_can_be() -> None:
    assert parse_amount("1/3").value == Decimal(1) / Decimal(3)


def test_a_band_is_as_much_to_either_side() -> None:
    read = parse_amount("±1.5 million")
    assert (read.low, read.high, read.is_range) == (Decimal("-1.5E+6"), Decimal("1.5E+6"), True)


@pytest.mark.parametrize("text", ["millions", "dozens", "a third", "several hundred", "NaN"])
def test_words_without_digits_stay_words(text: str) -> None:
    read = parse_amount(text)
    assert (read.text, read.low, read.high, read.is_words) == (text, None, None, True)


ADVISED = {
    "2,5OO": "2,500",
    "1,23,456": "123,456",
    "1 000": "1,000",
    "1\u202f000": "1,000",
    "1'000": "1,000",
    "1.234.567": "1,234,567",
    "1.234,5": "1,234.5",
    "1,5": "1.5",
    "½": "0.5",
    "2½": "2.5",
    "+4": "4",
    ".5": "0.5",
    "5.": "5",
    "007": "7",
    "5B": "5 billion",
    "900 or 1,000": "900 to 1,000",
    "between 900 and 1,000": "900 to 1,000",
    "900—1,000": "900 to 1,000",
    "1,000-900": "900 to 1,000, or 1,000 against 900 where the order counts, as in a score or a vote",
    "8 to 3": "3 to 8, or 8 against 3 where the order counts, as in a score or a vote",
    "6-5 billion": "5 to 6 billion or 6 to 5,000,000,000",
    "7,000,000-5 million": "5 to 7,000,000 million",
    "900 to 900": "900",
    "12,00": "12.00 or 1,200, whichever is meant",
    "7,95 euros": "7.95 or 795, whichever is meant, and put euros in `unit`",
    "2.500 euros": "2.500 or 2,500, whichever is meant, and put euros in `unit`",
    "0,125": "0.125",
    "2.500.000": "2,500,000",
    "500 pounds": "500, and put GBP (money) or pounds (weight) in `unit`",
    "₹2 lakh crore": "2 lakh crore, and put INR in `unit`",
    "Rs 5 cr": "5 crore, and put INR in `unit`",
    "+/-3": "±3",
    "plus or minus 3 percentage points": "±3, and put percentage points in `unit`",
    "8-3 votes": "8-3, and put votes in `unit`",
    "about 3/8 of bakeries": "3/8, and put bakeries in `unit` and about in `hedge`",
    "5 billion to 6": "5 to 6 billion",
    "900 to 1 million": "1 to 900 million or 900 to 1,000,000",
    "32m": "32 million, or 32 and metres in `unit`",
    "$5 billion": "5 billion, and put USD or another dollar in `unit`",
    "US$5 billion": "5 billion, and put USD in `unit`",
    "€1.2bn": "1.2 bn, and put EUR in `unit`",
    "IQD 5 billion": "5 billion, and put IQD in `unit`",
    "5 USD": "5, and put USD in `unit`",
    "$32m": "32 million, and put USD or another dollar in `unit`",
    "$5 billion to $6 billion": "5 billion to 6 billion, and put USD or another dollar in `unit`",
    "$5-6 billion": "5 to 6 billion, and put USD or another dollar in `unit`",
    "30%": "30, and put percent in `unit`",
    "30 per cent": "30, and put percent in `unit`",
    "32 km": "32, and put kilometres in `unit`",
    "-4°C": "-4, and put degrees Celsius in `unit`",
    "2,500 troops": "2,500, and put troops in `unit`",
    "nearly 5 billion": "5 billion, and put nearly in `hedge`",
    "over 2,500": "2,500, and put more than in `hedge`",
    "about 12 milion": "12 million, and put about in `hedge`",
    "5 bilion euros": "5 billion, and put euros in `unit`",
    "around 2,500 troops": "2,500, and put troops in `unit` and about in `hedge`",
}


@pytest.mark.parametrize(("text", "write"), ADVISED.items())
def test_a_slip_is_refused_with_what_to_write(text: str, write: str) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_amount(text)
    assert (refused.value.code, refused.value.fix) == ("figure.value", f"write {write}")


UNREADABLE = "|-|$|1.2.3|1,2345|12:30|2024-09-11|10-12-14|24/7|3/3|0/4|±0|⅓|٣|x4|5e9|11 in 10|--4|5 to|1,,000"


@pytest.mark.parametrize("text", [*UNREADABLE.split("|"), "9" * 25, "9" * 100])
def test_digits_that_are_no_number_are_refused(text: str) -> None:
    with pytest.raises(QuantityError, match="is not a number, a range or words") as refused:
        parse_amount(text)
    assert len(str(refused.value)) < 200
    again = pickle.loads(pickle.dumps(refused.value))  # noqa: S301
    assert str(again) == str(refused.value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("999", "999"),
        ("1000", "1,000"),
        ("-1234.50", "\u22121,234.50"),
        ("5E+9", "5,000,000,000"),
        ("0", "0"),
        ("3.10", "3.10"),
    ],
)
def test_a_number_has_its_separators_from_a_thousand_and_a_true_minus(
    value: str, shown: str
) -> None:
    assert show_number(Decimal(value)) == shown


SHOWN = [
    ("5 billion", "USD", "$5 billion", "5 billion US dollars"),
    ("5,000,000,000", "USD", "$5 billion", "5 billion US dollars"),
    ("3.10 billion", "GBP", "£3.10 billion", "3.10 billion British pounds"),
    ("1,410.0 million", "CAD", "CA$1.41 billion", "1.41 billion Canadian dollars"),
    ("1,011.5 million", "CAD", "CA$1,011.5 million", "1,011.5 million Canadian dollars"),
    ("1,400 million", "EUR", "€1.4 billion", "1.4 billion euros"),
    ("0.5 billion", "EUR", "€500 million", "500 million euros"),
    ("1", "USD", "$1", "1 US dollar"),
    ("1.0", "USD", "$1.0", "1.0 US dollars"),
    ("1 million", "USD", "$1 million", "1 million US dollars"),
    ("5 billion", "IQD", "IQD 5 billion", "5 billion Iraqi dinars"),
    ("900", "IRR", "IRR 900", "900 Iranian rials"),
    ("900", "JPY", "¥900", "900 Japanese yen"),
    ("5", "MVR", "MVR 5", "5 Maldivian rufiyaa"),
    ("-5 billion", "EUR", "\u2212€5 billion", "minus 5 billion euros"),
    ("5-6 billion", "USD", "$5 to 6 billion", "5 to 6 billion US dollars"),
    (
        "900 million to 1.2 billion",
        "USD",
        "$900 million to 1.2 billion",
        "900 million to 1.2 billion US dollars",
    ),
    ("-6 to -5", "USD", "\u2212$6 to \u2212$5", "minus 6 to minus 5 US dollars"),
    ("30", "percent", "30%", "30 percent"),
    ("30-40", "%", "30 to 40%", "30 to 40 percent"),
    ("0", "percent", "0%", "0 percent"),
    ("1", "percentage points", "1 percentage point", "1 percentage point"),
    ("2.5", "percentage points", "2.5 percentage points", "2.5 percentage points"),
    ("32", "kilometre", "32 km", "32 kilometres"),
    ("1", "km", "1 km", "1 kilometre"),
    ("-1", "°C", "\u22121°C", "minus 1 degree Celsius"),
    ("4", "GW", "4 GW", "4 gigawatts"),
    ("3.4 million", "barrels per day", "3.4 million barrels per day", None),
    ("1", "barrels per day", "1 barrel per day", None),
    ("12", "hectare", "12 hectares", None),
    ("2500", "troops", "2,500 troops", None),
    ("1", "people", "1 person", None),
    ("2.8", "times", "2.8 times", None),
    ("1,250,000", "people", "1.25 million people", None),
    ("1,234,567", "people", "1,234,567 people", None),
    ("1,250,000.50", "USD", "$1,250,000.50", "1,250,000.50 US dollars"),
    ("1,234,000", "people", "1,234,000 people", None),
    ("1.234 million", "people", "1.234 million people", None),
    ("999,999", "people", "999,999 people", None),
    ("250 thousand", "people", "250,000 people", None),
    ("0 to 5 million", "people", "0 to 5 million people", None),
    ("900,000 to 1,000,000", "people", "900,000 to 1,000,000 people", None),
    ("millions", "pilgrims", "millions of pilgrims", None),
    ("tens of thousands", "people", "tens of thousands of people", None),
    ("several", "people", "several people", None),
    ("three-eighths", "walkers", "three-eighths of walkers", None),
    ("crores", "INR", "crores of Indian rupees", None),
    ("one in five", "people", "one in five people", None),
    ("billions", "USD", "billions of US dollars", None),
    ("dozens", None, "dozens", None),
    ("8-3", None, "8–3", "8 to 3"),
    ("8-3", "votes", "8–3 votes", "8 to 3 votes"),
    # A score that rises and a range are written alike; without a unit both are shown so.
    ("3-8", None, "3–8", "3 to 8"),
    ("3-8", "votes", "3–8 votes", "3 to 8 votes"),
    ("3-8", "people", "3 to 8 people", None),
    ("3 against 8", "votes", "3–8 votes", "3 to 8 votes"),
    ("3/8", None, "3/8", None),
    ("3/8", "bakeries", "3/8 of bakeries", "3/8 bakeries"),
    ("1 in 5", "people", "1 in 5 people", None),
    ("±3", "percentage points", "±3 percentage points", "plus or minus 3 percentage points"),
    ("±1.5", "%", "±1.5%", "plus or minus 1.5 percent"),
    ("±3 million", "USD", "±$3 million", "plus or minus 3 million US dollars"),
    ("2 lakh crore", "INR", "₹2 lakh crore", "2 lakh crore Indian rupees"),
    ("1.50 Crore", "people", "1.50 crore people", None),
    ("50 lakh to 2 crore", "INR", "₹50 lakh to 2 crore", "50 lakh to 2 crore Indian rupees"),
    ("900", "EUR/day", "€900 a day", "900 euros a day"),
    ("1", "EUR/hour", "€1 an hour", "1 euro an hour"),
    ("388.40", "HUF/EUR", "388.40 forints per euro", None),
    ("1.08", "USD/EUR", "1.08 US dollars per euro", None),
    ("1.2 million", "people/week", "1.2 million people a week", None),
    ("5", "kWh/day", "5 kWh a day", "5 kilowatt-hours a day"),
    ("3", "percent/year", "3% a year", "3 percent a year"),
    ("2", "USD/kg", "$2 per kilogram", "2 US dollars per kilogram"),
    ("80", "km/hour", "80 km/h", "80 kilometres per hour"),
    ("5", None, "5", None),
]


@pytest.mark.parametrize(("text", "unit", "plain", "spoken"), SHOWN)
def test_an_amount_is_short_for_the_eye_and_in_words_for_the_ear(
    text: str, unit: str | None, plain: str, spoken: str | None
) -> None:
    shown = show_amount(parse_amount(text), unit)
    assert shown.plain == plain
    assert shown.spoken == (spoken or plain)


def test_the_parts_can_be_set_in_different_sizes() -> None:
    def parts(text: str, unit: str) -> tuple[str, str, str, str]:
        shown = show_amount(parse_amount(text), unit)
        return shown.before, shown.number, shown.after, shown.unit

    assert parts("5 billion", "USD") == ("$", "5", " billion", "")
    assert parts("30", "percent") == ("", "30", "%", "")
    assert parts("32", "km") == ("", "32", "", "km")
    assert parts("5 billion", "IQD") == ("IQD ", "5", " billion", "")
    assert parts("millions", "pilgrims") == ("", "millions", "", "of pilgrims")


# Comparisons


def of(text: str, unit: str | None = None) -> Quantity:
    return Quantity(amount=parse_amount(text), unit=unit)


def plain(quantity: Quantity) -> str:
    return show_amount(quantity.amount, quantity.unit).plain


def test_a_ratio_is_no_more_precise_than_what_it_compares() -> None:
    assert plain(ratio(of("2500", "troops"), of("900", "troops"))) == "2.8 times"
    assert plain(ratio(of("5 billion", "USD"), of("3 billion", "USD"))) == "2 times"
    assert plain(ratio(of("5.0 billion", "USD"), of("3.0 billion", "USD"))) == "1.7 times"
    assert plain(ratio(of("5 billion", "USD"), of("3.0 billion", "USD"))) == "2 times"
    assert plain(ratio(of("5.0 billion", "USD"), of("3 billion", "USD"))) == "2 times"
    assert plain(ratio(of("5", "km"), of("4", "kilometres"))) == "1.3 times"
    assert plain(ratio(of("12,345"), of("100"))) == "120 times"


def test_a_share_is_in_percent() -> None:
    assert plain(share(of("218", "seats"), of("435", "seats"))) == "50.1%"
    assert plain(share(of("7", "people"), of("20", "people"))) == "35%"
    assert plain(share(of("1 billion", "USD"), of("3 billion", "USD"))) == "30%"
    assert plain(share(of("20"), of("20"))) == "100%"


def test_a_difference_is_exact_to_the_last_common_place() -> None:
    assert plain(difference(of("2,500"), of("900"))) == "1,600"
    assert plain(difference(of("900"), of("2,500"))) == "\u22121,600"
    assert plain(difference(of("5 billion", "USD"), of("900 million", "USD"))) == "$4 billion"
    assert plain(difference(of("5", "°C"), of("5.0", "°C"))) == "0°C"


def test_percentages_differ_by_percentage_points() -> None:
    assert plain(difference(of("31", "percent"), of("30", "%"))) == "1 percentage point"
    assert plain(difference(of("30.5", "percent"), of("30.0", "%"))) == "0.5 percentage points"


@pytest.mark.parametrize(
    ("compare", "quantity", "other", "says"),
    [
        (ratio, of("5", "km"), of("5", "kg"), "“5 km” and “5 kg” are in different units"),
        (difference, of("5", "troops"), of("5"), "are in different units"),
        (difference, of("5", "USD"), of("5", "EUR"), "are in different units"),
        (ratio, of("millions"), of("5"), "“millions” is not one number"),
        (difference, of("5"), of("5 to 6"), "“5 to 6” is not one number"),
        (ratio, of("8-3"), of("5"), "“8–3” is not one number"),
        (difference, of("1/3"), of("1/4"), "“1/3” is a fraction"),
        (ratio, of("5"), of("0"), "“0” is not above zero"),
        (share, of("-5"), of("5"), "“\u22125” is not above zero"),
        (ratio, of("20", "°C"), of("10", "°C"), "do not count from zero"),
        (share, of("5"), of("4"), "“5” is more than “4”"),
        (share, of("30", "percent"), of("60", "percent"), "“30%” is already a share"),
        (difference, of("5 billion"), of("4.9 billion"), "by less than their precision"),
    ],
)
def test_what_does_not_compare_is_refused(
    compare: Callable[[Quantity, Quantity], Quantity],
    quantity: Quantity,
    other: Quantity,
    says: str,
) -> None:
    with pytest.raises(QuantityError, match=re.escape(says)) as refused:
        compare(quantity, other)
    assert refused.value.code == "figure.compare"
    assert refused.value.fix


# Properties


@st.composite
def numbers(draw: st.DrawFn) -> str:
    whole = draw(st.integers(-(10**12), 10**12))
    decimals = draw(st.sampled_from(["", ".0", ".5", ".10", ".375"]))
    scale = draw(st.sampled_from(["", "", " million", " billion", "bn"]))
    return f"{draw(st.sampled_from([f'{whole}', f'{whole:,}']))}{decimals}{scale}"


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    number, other = draw(numbers()), draw(numbers())
    text = draw(st.sampled_from([number, f"{number} to {other}", "millions", "a few"]))
    read = try_to_read(text)
    assume(read is not None)
    assert read is not None
    return read


def try_to_read(text: str) -> Amount | None:
    try:
        return parse_amount(text)
    except QuantityError:
        return None


@given(amounts())
def test_what_is_shown_is_read_as_the_same_amount(amount: Amount) -> None:
    again = parse_amount(show_amount(amount, None).plain)
    assert (again.low, again.high) == (amount.low, amount.high)


@given(amounts(), st.sampled_from(["USD", "IQD", "percent", "km", "troops", None]))
def test_no_digit_is_shown_that_was_not_written_but_the_noughts_of_its_scale(
    amount: Amount, unit: str | None
) -> None:
    shown = show_amount(amount, unit)
    if amount.value is not None:
        said = re.sub(r"[^1-9]", "", shown.plain)
        assert said == re.sub(r"[^1-9]", "", amount.text)
        assert said == re.sub(r"[^1-9]", "", shown.spoken)
    if amount.is_words:
        assert not re.search(r"[0-9]", shown.plain)


TYPED = st.text(st.sampled_from("0123456789.,-– tomilbnk$%½O'"), max_size=20)


@given(st.text() | TYPED)
def test_any_text_is_a_number_a_range_words_without_digits_or_refused(text: str) -> None:
    read = try_to_read(text)
    if read and read.low is not None:
        assert read.high is not None
        assert read.pair or read.low <= read.high
    elif read:
        assert not re.search(r"\d", read.text)


@given(TYPED | st.sampled_from(sorted(ADVISED)))
def test_what_a_message_offers_is_read(text: str) -> None:
    fix = refusal(text)
    if fix and "write it as" not in fix:
        advised = re.sub(r"^write |, and put .*|,? or [-0-9].*", "", fix)
        assert not parse_amount(advised).is_words


def refusal(text: str) -> str:
    try:
        parse_amount(text)
    except QuantityError as error:
        return error.fix
    return ""


@given(amounts(), amounts(), st.sampled_from([ratio, share, difference]))
def test_comparing_gives_one_number_or_is_refused(
    amount: Amount, other: Amount, compare: Callable[[Quantity, Quantity], Quantity]
) -> None:
    result = try_to_compare(compare, amount, other)
    if result is None:
        return
    assert result.amount.value is not None
    assert parse_amount(result.amount.text).value == result.amount.value
    if compare is not difference:
        assert len(result.amount.value.as_tuple().digits) <= 3


def try_to_compare(
    compare: Callable[[Quantity, Quantity], Quantity], amount: Amount, other: Amount
) -> Quantity | None:
    try:
        return compare(Quantity(amount=amount, unit="km"), Quantity(amount=other, unit="km"))
    except QuantityError:
        return None


@given(amounts(), amounts())
def test_a_difference_turned_round_is_its_opposite(amount: Amount, other: Amount) -> None:
    forth, back = (
        try_to_compare(difference, amount, other),
        try_to_compare(difference, other, amount),
    )
    assert (forth is None) == (back is None)
    if forth and back:
        assert forth.amount.value is not None
        assert back.amount.value is not None
        assert forth.amount.value + back.amount.value == 0


@pytest.mark.parametrize("text", ["5 thou\u017fand", "5 \u212a"])
def test_letters_that_only_look_like_those_of_a_scale_are_refused(text: str) -> None:
    with pytest.raises(QuantityError):
        parse_amount(text)


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("9 of 17", "write 9/17 or 9, whichever is meant"),
        ("3 out of the 12 votes", "write 3/12 or 3, whichever is meant"),
    ],
)
def test_so_many_of_a_whole_are_a_fraction_or_their_number(written: str, fix: str) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_amount(written)
    assert refused.value.fix == fix
