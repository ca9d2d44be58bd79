"""Money whose country the words leave unsaid: "$5m", "300 rupees", "11.5 cents"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.facts.units import CURRENCY_WORDS

_DOLLARS: Final = """USD AUD CAD NZD HKD SGD TWD BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD
    TTD XCD"""


@dataclass(frozen=True, slots=True)
class Family:
    """Currencies of one name; `bare` are the words and signs that name no country."""

    name: str
    codes: tuple[str, ...]
    bare: re.Pattern[str]


def _family(name: str, codes: str, bare: str) -> Family:
    return Family(name, tuple(codes.split()), re.compile(bare, re.IGNORECASE))


# The countries before the name of a currency: “Czech ” of crowns.
_COUNTRIES: Final = {words.rpartition(" ")[0].casefold() for words in CURRENCY_WORDS} - {""}
_NAMED: Final = "".join(rf"(?<!\b{re.escape(country)} )" for country in sorted(_COUNTRIES))
_FAMILIES: Final = (
    _family("dollar", _DOLLARS, rf"(?<![a-z.])(?<!\bus )\$|{_NAMED}\bdollars?\b"),
    _family("pound", "GBP EGP FKP GIP LBP SDG SHP SSP SYP", rf"{_NAMED}\bpounds?\b(?! sterling)"),
    _family("peso", "ARS CLP COP CUP DOP MXN PHP UYU", r"\bpesos?\b"),
    _family("franc", "CHF BIF CDF DJF GNF KMF RWF XAF XOF XPF", rf"{_NAMED}\bfrancs?\b"),
    _family("crown", "NOK SEK DKK CZK ISK", rf"{_NAMED}\b(?:crowns?|krone[rn]?|kron[ao]r?|korunas?)\b"),
    _family("dinar", "BHD DZD IQD JOD KWD LYD MKD RSD TND", r"\bdinars?\b"),
    _family("rial", "IRR OMR YER QAR SAR", rf"{_NAMED}\b(?:rials?|riyals?)\b"),
    _family("rupee", "INR LKR MUR NPR PKR SCR", rf"{_NAMED}\brupees?\b|\bRs\b"),
    _family("shilling", "KES SOS TZS UGX", rf"{_NAMED}\bshillings?\b"),
    _family("dirham", "AED MAD", r"(?<!uae )(?<!emirati )\bdirhams?\b|\bDh\b"),
    _family("yen", "JPY CNY", r"(?<!cn)¥"),
)  # fmt: skip
_BY_CODE: Final = {code: family for family in _FAMILIES for code in family.codes}
_COINS: Final[Mapping[str, tuple[str, ...]]] = {
    "cent": (*_DOLLARS.split(), "EUR", "ZAR", "KES", "UGX", "TZS", "LKR", "MUR"),
    "penny": ("GBP", "FKP", "GIP", "SHP"),
    "paise": ("INR", "PKR", "NPR"),
    "paisa": ("INR", "PKR", "NPR"),
    "centavos": ("MXN", "ARS", "BRL", "CLP", "COP", "PHP", "UYU", "CUP", "DOP"),
    "kopecks": ("RUB", "UAH"),
    "öre": ("SEK",),
    "øre": ("NOK", "DKK"),
}


def family_of(code: str) -> Family | None:
    return _BY_CODE.get(code)


# “In thousands of pounds”, over a table: money, or a weight.
HEADED_POUNDS: Final = "pounds"


def meant_by(money: str, text: str) -> Sequence[str]:
    """The currencies that a unit read in a text may stand for, the likeliest first; itself if certain."""
    family = _BY_CODE.get(money) or _BY_WORD.get(money)
    if family is None:
        family = next((each for each in _FAMILIES if money in (each.name, f"{each.name}s")), None)
        if family and money == family.name and family.name != "pound":
            return family.codes  # what the head of a table leaves unsaid
        if family and money == HEADED_POUNDS:
            return ("pound", *family.codes)
    if family is None or not family.bare.search(text):
        return (money,)
    if family.name == "pound":
        return tuple(_first(money, (family.name, *family.codes)))
    return family.codes if money not in family.codes else tuple(_first(money, family.codes))


_BY_WORD: Final = dict.fromkeys(("kroner", "kronor", "krona", "koruna", "korunas"), _BY_CODE["NOK"])


def _first(code: str, codes: Iterable[str]) -> list[str]:
    return [code, *(each for each in codes if each != code)]


# Names that are certain by themselves, or of something else as well: pounds are weights too.
_NOT_SHARED: Final = ("pound", "crown", "yen")


def shared_by(unit: str) -> Sequence[str]:
    """The currencies that a unit leaves open: those of dollars, none of “CAD” or “pounds”."""
    name = unit.casefold().removesuffix("s")
    families = (each for each in _FAMILIES if each.name not in _NOT_SHARED)
    return next((each.codes for each in families if each.name == name), ())


def bare_name(code: str, text: str) -> str | None:
    """The name that a text gives a currency without its country: dollar, of “$m”; pounds may be a weight."""
    family = _BY_CODE.get(code)
    if family is None or family.name == "pound" or code != family.codes[0]:
        return None  # the text names the country: “millions of Canadian dollars”
    return family.name if family.bare.search(text) else None


def is_coin_of(coin: str, code: str) -> bool:
    """Whether a hundred of the coins are one of the currency: cents of a dollar, paise of a rupee."""
    return code in _COINS.get(coin, ())


def odd_ones_out(resting: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The facts whose code is not the one of most facts that rest on the same bare name, with that code.

    Of as many on both sides, the first in the sheets is the usual one.
    """
    by_family: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for fact, code in resting:
        by_family[_BY_CODE[code].name].append((fact, code))
    odd: dict[str, str] = {}
    for facts in by_family.values():
        usual = Counter(code for _, code in facts).most_common(1)[0][0]
        odd |= {fact: usual for fact, code in facts if code != usual}
    return odd
