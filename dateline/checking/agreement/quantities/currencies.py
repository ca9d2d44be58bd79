"""Money whose country the words leave unsaid: "$5m", "300 rupees", "11.5 cents"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.facts.units import CURRENCY_WORDS
from dateline.frozen import dataclass
from dateline.patterns import compile_later

_DOLLARS: Final = """USD AUD CAD NZD HKD SGD TWD BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD
    TTD XCD"""


@dataclass(frozen=True, slots=True)
class Family:
    """Currencies of one name; `bare` are the words and signs that name no country."""

    name: str
    codes: tuple[str, ...]
    bare: re.Pattern[str]


def _family(name: str, codes: str, bare: str) -> Family:
    return Family(name, tuple(codes.split()), compile_later(bare, re.IGNORECASE))


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
    _family("shilling", "KES SOS TZS UGX", rf"{_NAMED}\bshillings?\b|\bShs?\b"),
    _family("dirham", "AED MAD", r"(?<!uae )(?<!emirati )\bdirhams?\b|\bDh\b"),
    _family("yen", "JPY CNY", r"(?<!cn)¥"),
    _family("leu", "RON MDL", rf"{_NAMED}\blei\b"),
    _family("lira", "TRY LBP SYP", rf"{_NAMED}\bliras?\b"),
    _family("kwacha", "ZMW MWK", rf"{_NAMED}\bkwachas?\b"),
    _family("manat", "AZN TMT", rf"{_NAMED}\bmanats?\b"),
)  # fmt: skip
_BY_CODE: Final = {code: family for family in reversed(_FAMILIES) for code in family.codes}
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


# Names that prose has for other things too, or whose number is read without them: “5bn won”.
_OTHER_NAMES: Final = """
    AFN: afghanis? | ALL: leks? | AMD: drams? | AWG XCG: florins? guilders? | BAM: marks? | BGN: lev
    BHD DZD IQD JOD KWD LYD RSD TND: dinars? | BRL: reals? | CRC: colons? | CVE: escudos?
    CZK: korun[ay]? | ERN: nakfas? | HRK: kunas? | ISK: kr[oó]nur | KGS: soms? | KPW KRW: won
    LAK: kips? | LSL: loti | MKD: dinars? denars? | MRU: ouguiyas? | NIO: cordobas? | PAB: balboas?
    PEN: sol soles | PGK: kinas? | PYG: guaranis? | RON MDL: leu | STN: dobras? | TOP: pa['ʻ’]?anga
    TRY: lire | UAH: hryvn[iy]as? | UZS: s[ou]ms? soums? so['ʻ’]m | VUV: vatus? | WST: talas?
"""
_NAMED_BY: Final = {
    code: compile_later(rf"{_NAMED}\b(?:{'|'.join(names.split())})\b", re.IGNORECASE)
    for row in re.split(r"[|\n]", _OTHER_NAMES.strip())
    for codes, _, names in [row.partition(":")]
    for code in codes.split()
}


# Crowns of these words are those of these countries; others may be of any.
_CROWNS: Final = (
    (compile_later(r"\bkron(?:a|or)\b", re.IGNORECASE), ("SEK", "ISK")),
    (compile_later(r"\bkrone[rn]?\b", re.IGNORECASE), ("NOK", "DKK")),
)


def _codes_of(family: Family, text: str) -> tuple[str, ...]:
    """The currencies of a family that the text may mean: “kronor” are not Norwegian."""
    crowns = _CROWNS if family.name == "crown" else ()
    return next((codes for word, codes in crowns if word.search(text)), family.codes)


def names_money(code: str, counted: str, after: str) -> bool:
    """Whether the last words of a number, or those right after it, name a currency: “5bn won”."""
    pattern = _NAMED_BY.get(code)
    if pattern is None:
        return False
    within = any(found.end() == len(counted) for found in pattern.finditer(counted))
    return within or bool(after[:1].isspace() and pattern.match(after.lstrip()))


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
    codes = _codes_of(family, text)
    return codes if money not in codes else tuple(_first(money, codes))


_BY_WORD: Final = dict.fromkeys(("kroner", "kronor", "krona", "koruna", "korunas"), _BY_CODE["NOK"])


def _first(code: str, codes: Iterable[str]) -> list[str]:
    return [code, *(each for each in codes if each != code)]


# Names that are certain by themselves, or of something else as well: pounds are weights too.
_NOT_SHARED: Final = ("pound", "crown", "yen", "leu", "lira", "kwacha", "manat")


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


def odd_ones_out(resting: Iterable[tuple[str, str, str]]) -> Mapping[str, str]:
    """The facts whose code is not the one of most facts that rest on the same bare name, with that code.

    The third is the words that each rests on. Of as many on both sides, the first in the sheets is the usual one.
    """
    by_family: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for fact, code, text in resting:
        by_family[_codes_of(_BY_CODE[code], text)].append((fact, code))
    odd: dict[str, str] = {}
    for facts in by_family.values():
        usual = Counter(code for _, code in facts).most_common(1)[0][0]
        odd |= {fact: usual for fact, code in facts if code != usual}
    return odd
