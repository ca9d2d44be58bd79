"""The one table of units: currencies (ISO 4217), measures, and nouns with an irregular plural.

It has each unit's name, how pages show it, and every way that a sheet or English prose spells it.
Signs of currencies and symbols of measures are those of CLDR for English; SI symbols are those of
the SI brochure (BIPM).
"""

from collections import Counter
from dataclasses import replace
from typing import Final, Literal

from dateline.facts.rates import is_time, per_words, read_rate
from dateline.frozen import dataclass

UnitKind = Literal["money", "measure", "noun", "rate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit's name, which is the same however it is spelled, and how it is shown.

    `name` is the ISO 4217 code of a currency, else the singular ("kilometre", but "percentage
    points" and "times"), of a rate both ("EUR/day"). `short` is empty where the words are shown. A
    `leading` short form goes before the number, a `tight` one directly after it, all others after
    a space. `per` is what follows the unit of a rate: "a day".
    """

    name: str
    kind: UnitKind
    singular: str
    plural: str
    short: str = ""
    leading: bool = False
    tight: bool = False
    per: str = ""


def find_unit(text: str) -> Unit | None:
    """Look up a unit by any of its spellings in a sheet; None for any other noun.

    A currency spelled in words is shown in these words: a sheet does not say which dollar is meant.
    """
    return _BY_SIGN.get(text) or _BY_NAME.get(" ".join(text.split()).lower()) or _find_rate(text)


def _find_rate(text: str) -> Unit | None:
    rate = read_rate(text)
    if rate is None:
        return None
    counted, per = find_unit(rate.unit), find_unit(rate.per)
    per_name = per.name if per else rate.per.lower()
    if counted is None:
        # "cups a day", but not "a cup a fan".
        if rate.words.startswith("a") and not is_time(per_name):
            return None
        counted = Unit(name=rate.unit.lower(), kind="noun", singular=rate.unit, plural=rate.unit)
    if known := _BY_NAME.get(f"{counted.singular} per {per_name}".lower()):
        return known
    words = per_words(_BARE.get(per.name, per).singular) if per and "/" in text else rate.words
    if per and per.kind == counted.kind == "money":
        counted = replace(_BARE.get(counted.name, counted), short="", leading=False)
    whole = f"{counted.per} {words}".strip()
    return replace(counted, name=f"{counted.name}/{per_name}", kind="rate", per=whole)


def unit_name(text: str) -> str:
    """The same name for all spellings of a unit; of any other noun, the noun in lower case."""
    unit = find_unit(text)
    return unit.name if unit else " ".join(text.split()).lower()


def is_money(text: str) -> bool:
    unit = find_unit(text)
    return unit is not None and unit.kind == "money"


def is_measured(text: str) -> bool:
    """Whether there is less of it, not fewer: money, measures, shares, and the rates of these."""
    rate = read_rate(text)
    counted = rate.unit if rate and _find_rate(text) else text
    # "Gross tons" are tons.
    unit = find_unit(counted) or find_unit((counted.split() or [""])[-1])
    return unit_name(counted) == "share" or (unit is not None and unit.kind in ("money", "measure"))


def explain_unit(text: str) -> str | None:
    """What to write for a unit with more in it than a unit: "EUR a month", "million people"; else None."""
    text = " ".join(text.split())
    if find_unit(text) and not _coded(text):
        return None
    if "/" in text and not read_rate(text):
        return "write one unit, a stroke and what it is for each of, as EUR/day"
    code, rate = _coded(text), read_rate(text)
    if rate and rate.unit == code:
        per = find_unit(rate.per)
        whole = f"{_BY_SIGN[code].name}/{per.name if per else rate.per}"
        return None if "/" in text else f"write {whole}"
    rest = text.removeprefix(code).strip()
    scale = rest.split()[0] if rest else ""
    if scale in SCALE_WORDS:
        unit = _BY_SIGN[code].name if code else rest.removeprefix(scale).strip()
        return f"write {unit or 'what is counted'}, and {scale} after the number in `value`"
    is_read = code in CURRENCY_SIGNS
    return f"write {_BY_SIGN[code].name}, and put the rest in `label`" if is_read else None


SCALE_WORDS: Final = frozenset({"thousand", "million", "billion", "trillion", "lakh", "crore"})


def _coded(text: str) -> str:
    """The code or sign of a currency that a text begins with, where words follow it."""
    if text in _BY_SIGN:
        return ""
    return next((sign for sign in CODES_AND_SIGNS if text.startswith(f"{sign} ")), "")


# ISO 4217, list one, without funds, metals and test codes; and BGN, withdrawn in 2026.
_CODES: Final = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL
    GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF
    KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
    MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
    UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
""".split()
# Codes that are also words or common abbreviations: in prose they are money only beside a scale,
# as in "TRY 5 billion". "ALL" and "TOP" never are.
CODES_LIKE_WORDS: Final = frozenset(
    """
    AMD BAM BOB CDF COP CUP CVE DOP ERN GEL GIP LAK LSL MAD MGA MOP MUR NAD NIO PAB PEN PHP SCR SLE
    SOS SRD SSP STN SVC TRY VES WST
    """.split()
)
CURRENCY_CODES: Final = frozenset(_CODES) - {"ALL", "TOP"}

# Code; the sign that pages show, if not the code; signs and codes that prose writes next to a number;
# names. Where several countries have dollars or francs, those named without a country are the most
# traded ones.
# A name is written as "foot:feet" or with the "s" of its plural in brackets.
_MONEY: Final = """
    AED |      | Dh, AED                  | UAE dirham(s), dirham(s), Emirati dirham(s)
    AFN |      | AFN                      | Afghan afghani(s)
    ALL |      |                          | Albanian lek
    AMD |      |                          | Armenian dram(s)
    AOA |      |                          | Angolan kwanza(s), kwanza(s)
    ARS |      |                          | Argentine peso(s)
    AUD | A$   | A$, AU$, AUS$, AUD       | Australian dollar(s)
    AZN |      |                          | Azerbaijani manat(s), manat(s)
    BDT |      | BDT                      | Bangladeshi taka(s), taka(s)
    BGN |      |                          | Bulgarian lev:Bulgarian leva, leva, levs
    BHD |      | BHD                      | Bahraini dinar(s)
    BOB |      |                          | Bolivian boliviano(s), boliviano(s)
    BRL | R$   | R$, BRL                  | Brazilian real:Brazilian reais, reais
    BWP |      |                          | Botswana pula, pula
    CAD | CA$  | C$, CA$, CDN$, CAD       | Canadian dollar(s)
    CHF |      | SFr, CHF                 | Swiss franc(s), franc(s)
    CLP |      |                          | Chilean peso(s)
    CNY | CN¥  | CN¥, RMB, CNY            | Chinese yuan, yuan, renminbi
    COP |      |                          | Colombian peso(s)
    CRC |      |                          | Costa Rican colón:Costa Rican colones, colones
    CZK |      | CZK                      | Czech koruna(s), koruna(s), Czech crown(s)
    DKK |      | DKK                      | Danish krone:Danish kroner
    DZD |      | DZD                      | Algerian dinar(s)
    EGP |      | EGP                      | Egyptian pound(s)
    ETB |      | ETB                      | Ethiopian birr, birr
    EUR | €    | €, EUR                   | euro(s)
    GBP | £    | £, UK£, GBP              | British pound(s), pound(s) sterling
    GEL |      |                          | Georgian lari, lari
    GHS |      |                          | Ghanaian cedi(s), cedi(s)
    GMD |      |                          | Gambian dalasi(s), dalasi(s)
    GTQ |      |                          | Guatemalan quetzal(s), quetzal(s), quetzales
    HKD | HK$  | HK$, HKD                 | Hong Kong dollar(s)
    HNL |      |                          | Honduran lempira(s), lempira(s)
    HTG |      |                          | Haitian gourde(s), gourde(s)
    HUF |      | HUF                      | Hungarian forint(s), forint(s)
    IDR |      | IDR                      | Indonesian rupiah, rupiah
    ILS | ₪    | ₪                        | Israeli shekel(s), shekel(s)
    INR | ₹    | ₹, Rs, Rs., INR          | Indian rupee(s), rupee(s)
    IQD |      | IQD                      | Iraqi dinar(s)
    IRR |      | IRR                      | Iranian rial(s), rial(s)
    ISK |      |                          | Icelandic króna:Icelandic krónur, Icelandic krona:Icelandic kronur
    JOD |      | JOD                      | Jordanian dinar(s)
    JPY | ¥    | ¥, JPY                   | Japanese yen, yen
    KES |      | KSh, Ksh, Sh, KES        | Kenyan shilling(s), shilling(s)
    KGS |      |                          | Kyrgyz som(s)
    KHR |      |                          | Cambodian riel(s), riel(s)
    KPW |      |                          | North Korean won
    KRW | ₩    | ₩, KRW                   | South Korean won, Korean won
    KWD |      | KWD                      | Kuwaiti dinar(s)
    KZT |      | KZT                      | Kazakh tenge, tenge
    LAK |      |                          | Lao kip(s)
    LBP |      | LBP                      | Lebanese pound(s)
    LKR |      | LKR                      | Sri Lankan rupee(s)
    LSL |      |                          | Lesotho loti:Lesotho maloti, maloti
    LYD |      | LYD                      | Libyan dinar(s)
    MAD |      |                          | Moroccan dirham(s)
    MDL |      |                          | Moldovan leu:Moldovan lei, Moldovan leu(s)
    MGA |      |                          | Malagasy ariary, ariary
    MKD |      |                          | Macedonian denar(s), denar(s)
    MMK |      |                          | Myanmar kyat(s), kyat(s)
    MNT |      |                          | Mongolian tugrik(s), tugrik(s), togrog(s)
    MOP |      |                          | Macanese pataca(s), pataca(s)
    MVR |      |                          | Maldivian rufiyaa, rufiyaa
    MWK |      |                          | Malawian kwacha(s)
    MXN | MX$  | MX$, MXN                 | Mexican peso(s)
    MYR |      | MYR                      | Malaysian ringgit, ringgit
    MZN |      |                          | Mozambican metical:Mozambican meticais, metical:meticais
    NGN |      | ₦, NGN                   | Nigerian naira, naira, nairas
    NIO |      |                          | Nicaraguan córdoba(s), córdobas
    NOK |      | NOK                      | Norwegian krone:Norwegian kroner, krone:kroner
    NPR |      |                          | Nepalese rupee(s)
    NZD | NZ$  | NZ$, NZD                 | New Zealand dollar(s)
    OMR |      | OMR                      | Omani rial(s)
    PEN |      |                          | Peruvian sol:Peruvian soles
    PHP | ₱    | ₱                        | Philippine peso(s)
    PKR |      | PKR                      | Pakistani rupee(s)
    PLN |      | PLN                      | Polish zloty(s), zloty(s), złoty(s), zloties, złotych, Polish złoty(s)
    PYG |      |                          | Paraguayan guaraní:Paraguayan guaraníes, guaraníes, guaranies
    QAR |      | QAR                      | Qatari riyal(s)
    RON |      |                          | Romanian leu:Romanian lei, Romanian leu(s), lei
    RSD |      | RSD                      | Serbian dinar(s)
    RUB |      | ₽, RUB                   | Russian rouble(s), rouble(s), ruble(s), Russian ruble(s)
    SAR |      |                          | Saudi riyal(s), riyal(s)
    SDG |      |                          | Sudanese pound(s)
    SEK |      | SEK                      | Swedish krona:Swedish kronor, krona:kronor
    SGD |      | S$, SGD                  | Singapore dollar(s)
    SLE |      |                          | Sierra Leonean leone(s), leones
    SYP |      | SYP                      | Syrian pound(s)
    SZL |      |                          | Swazi lilangeni:Swazi emalangeni, emalangeni
    THB |      | THB                      | Thai baht, baht, bahts
    TJS |      |                          | Tajik somoni, somoni
    TMT |      |                          | Turkmen manat(s)
    TND |      | TND                      | Tunisian dinar(s)
    TRY |      | ₺                        | Turkish lira, lira(s)
    TWD | NT$  | NT$, TWD                 | New Taiwan dollar(s)
    TZS |      | TSh, Tsh, TZS            | Tanzanian shilling(s)
    UAH |      | ₴, UAH                   | Ukrainian hryvnia(s), hryvnia(s)
    UGX |      | USh, Ush, UGX            | Ugandan shilling(s)
    USD | $    | $, US$, U.S.$, US $, USD | US dollar(s), dollar(s), U.S. dollar(s), American dollar(s)
    UZS |      |                          | Uzbek soum(s), Uzbek som(s)
    VES |      |                          | Venezuelan bolívar:Venezuelan bolívares, bolívares, bolivars, bolivares
    VND | ₫    | ₫, VND                   | Vietnamese dong, dong
    XAF | FCFA | FCFA, XAF                | Central African franc(s)
    XOF | F CFA | F CFA, XOF              | West African franc(s)
    YER |      | YER                      | Yemeni rial(s)
    ZAR |      | R, ZAR                   | South African rand, rand, rands
    ZMW |      |                          | Zambian kwacha(s), kwacha(s)
"""

# The short form that pages show ("-" for none, ">" before one that touches the number); the name;
# other names; symbols that prose writes after a number in digits.
_MEASURES: Final = """
    >%   | percent | per cent, pct | %, pc
    -    | percentage point(s) | |
    -    | basis point(s) | | bp(s)
    ppm  | part(s) per million | | ppm
    >°C  | degree(s) Celsius | degree(s) centigrade, degree(s) C, Celsius | °C, C, ºC, ° C
    >°F  | degree(s) Fahrenheit | degree(s) F, Fahrenheit | °F, F, ºF, ° F
    -    | degree(s) | | °, º
    mm   | millimetre(s) | millimeter(s) | mm
    cm   | centimetre(s) | centimeter(s) | cm
    m    | metre(s) | meter(s) | m
    km   | kilometre(s) | kilometer(s), klick(s) | km(s)
    -    | inch:inches | | in.
    -    | foot:feet | | ft
    -    | yard(s) | |
    -    | mile(s) | | mi
    -    | nautical mile(s) | |
    -    | light-year(s) | light year(s) |
    au   | astronomical unit(s) | | AU, au
    m²   | square metre(s) | square meter(s) | m², sq m, sqm, m2
    cm²  | square centimetre(s) | square centimeter(s) | cm²
    km²  | square kilometre(s) | square kilometer(s) | km², sq km, km2
    -    | square inch:square inches | | sq in
    -    | square foot:square feet | | sq ft
    -    | square yard(s) | |
    -    | square mile(s) | | sq mi
    -    | hectare(s) | | ha
    -    | acre(s) | |
    m³   | cubic metre(s) | cubic meter(s) | m³, m3, cu m
    km³  | cubic kilometre(s) | cubic kilometer(s) | km³, km3
    cm³  | cubic centimetre(s) | cubic centimeter(s) | cm³, cc
    -    | cubic inch:cubic inches | |
    -    | cubic foot:cubic feet | | cu ft
    -    | cubic yard(s) | | cu yd
    -    | acre-foot:acre-feet | acre foot:acre feet |
    -    | cubic mile(s) | |
    -    | litre(s) | liter(s) | l
    ml   | millilitre(s) | milliliter(s) | ml
    cl   | centilitre(s) | centiliter(s) | cl
    hl   | hectolitre(s) | hectoliter(s) | hl
    -    | megalitre(s) | megaliter(s) |
    -    | gigalitre(s) | gigaliter(s) |
    -    | gallon(s) | |
    -    | pint(s) | |
    -    | barrel(s) | |
    -    | bushel(s) | |
    µg   | microgram(s) | | mcg, µg
    mg   | milligram(s) | milligramme(s) | mg
    g    | gram(s) | gramme(s) | g
    kg   | kilogram(s) | kilogramme(s), kilo(s) | kg(s)
    -    | tonne(s) | metric ton(s) | t
    -    | kilotonne(s) | |
    -    | megatonne(s) | | Mt
    -    | gigatonne(s) | | Gt
    -    | ton(s) | |
    -    | pound(s) | | lb(s)
    -    | ounce(s) | | oz
    -    | stone | | st
    -    | carat(s) | |
    V    | volt(s) | |
    kV   | kilovolt(s) | | kV
    -    | amp(s) | ampere(s) |
    mAh  | milliamp-hour(s) | | mAh
    MVA  | megavolt-ampere(s) | | MVA
    W    | watt(s) | |
    kW   | kilowatt(s) | | kW
    MW   | megawatt(s) | | MW
    GW   | gigawatt(s) | | GW
    TW   | terawatt(s) | | TW
    Wh   | watt-hour(s) | watt hour(s) | Wh
    kWh  | kilowatt-hour(s) | kilowatt hour(s) | kWh
    MWh  | megawatt-hour(s) | megawatt hour(s) | MWh
    GWh  | gigawatt-hour(s) | gigawatt hour(s) | GWh
    TWh  | terawatt-hour(s) | terawatt hour(s) | TWh
    -    | horsepower | | hp, bhp
    kJ   | kilojoule(s) | | kJ
    µSv  | microsievert(s) | | µSv
    Hz   | hertz | | Hz
    kHz  | kilohertz | | kHz
    MHz  | megahertz | | MHz
    GHz  | gigahertz | | GHz
    dB   | decibel(s) | | dB
    nm   | nanometre(s) | nanometer(s) | nm
    µm   | micrometre(s) | micrometer(s), micron(s) | µm
    -    | joule(s) | |
    MJ   | megajoule(s) | | MJ
    GJ   | gigajoule(s) | | GJ
    kcal | kilocalorie(s) | | kcal
    hPa  | hectopascal(s) | | hPa
    kPa  | kilopascal(s) | | kPa
    -    | millibar(s) | | mbar
    mSv  | millisievert(s) | | mSv
    µSv  | microsievert(s) | | µSv
    Bq   | becquerel(s) | | Bq
    km/h | kilometre(s) per hour | kilometer(s) per hour, kilometre(s) an hour, kilometer(s) an hour \
         | km/h, kmh, kph, kmph
    -    | mile(s) per hour | mile(s) an hour | mph
    -    | knot(s) | | kt
    ms   | millisecond(s) | | ms
    -    | second(s) | | sec(s)
    -    | minute(s) | | min(s)
    -    | hour(s) | | hr(s)
    -    | day(s) | |
    -    | night(s) | |
    -    | week(s) | |
    -    | fortnight(s) | |
    -    | month(s) | |
    -    | quarter(s) | |
    -    | season(s) | |
    -    | year(s) | |
    -    | decade(s) | |
    -    | century:centuries | |
    -    | time(s) | |
    -    | penny:pence | | p
    -    | cent(s) | | c
    -    | calorie(s) | |
    KB   | kilobyte(s) | | KB
    PB   | petabyte(s) | | PB
    Mbps | megabit(s) per second | | Mbps, Mbit/s
    Gbps | gigabit(s) per second | | Gbps, Gbit/s
    MB   | megabyte(s) | | MB
    GB   | gigabyte(s) | | GB
    TB   | terabyte(s) | | TB
"""
# Symbols that are these units in prose, close to digits; in a sheet, `kt` may be kilotonnes.
_PROSE_ONLY: Final = frozenset({"pc", "C", "F", "p", "c", "st", "kt", "bps"})
# Units whose name is the plural.
_PLURAL_NAMES: Final = frozenset({"percentage points", "times"})

# The name; other names. In prose these are read as any counted noun.
_NOUNS: Final = """
    person:people |
    barrel(s) per day | barrel(s) a day, bpd, b/d
"""


@dataclass(frozen=True, slots=True)
class _Row:
    """A unit, the signs that stand for it, and its names, each with the unit as shown by that name."""

    unit: Unit
    signs: tuple[str, ...]
    names: dict[str, Unit]


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


def _items(cell: str) -> tuple[str, ...]:
    return tuple(item for part in cell.split(",") if (item := part.strip()))


def _pair(name: str) -> tuple[str, str]:
    """The singular and the plural."""
    singular, _, plural = name.partition(":")
    return singular.replace("(s)", ""), plural or singular.replace("(s)", "s")


def _currency(code: str, sign: str, signs: str, names: str) -> _Row:
    by_name = {name: _unit("money", item, code) for item in _items(names) for name in _pair(item)}
    shown = replace(next(iter(by_name.values())), short=sign or code, leading=True)
    return _Row(shown, _items(signs), by_name)


def _measure(short: str, name: str, others: str, symbols: str) -> _Row:
    unit = replace(_unit("measure", name), short=short.strip("->"), tight=short.startswith(">"))
    signs = tuple(sign for item in _items(symbols) for sign in _pair(item))
    return _Row(unit, signs, _by_name(unit, name, others))


def _noun(name: str, others: str) -> _Row:
    unit = _unit("noun", name)
    return _Row(unit, (), _by_name(unit, name, others))


def _unit(kind: UnitKind, spelled: str, name: str = "") -> Unit:
    singular, plural = _pair(spelled)
    usual = plural if plural in _PLURAL_NAMES else singular
    return Unit(name=name or usual, kind=kind, singular=singular, plural=plural)


def _by_name(unit: Unit, name: str, others: str) -> dict[str, Unit]:
    return {word: unit for item in (name, *_items(others)) for word in _pair(item)}


def _by_code(code: str) -> Unit:
    return Unit(name=code, kind="money", singular=code, plural=code, short=code, leading=True)


_CURRENCIES: Final = [_currency(*cells) for cells in _rows(_MONEY)]
_MEASURED: Final = [_measure(*cells) for cells in _rows(_MEASURES)]
_ALL: Final = [*_CURRENCIES, *_MEASURED, *(_noun(*cells) for cells in _rows(_NOUNS))]

# What prose writes, with the unit's name: a currency by a sign or code next to the number or in
# words, a measure by a symbol right after the digits or in words.
CURRENCY_SIGNS: Final = {sign: row.unit.name for row in _CURRENCIES for sign in row.signs} | {
    code: code for code in CURRENCY_CODES - CODES_LIKE_WORDS
}
CURRENCY_WORDS: Final = {word: row.unit.name for row in _CURRENCIES for word in row.names}
MEASURE_SYMBOLS: Final = {sign: row.unit.name for row in _MEASURED for sign in row.signs}
MEASURE_WORDS: Final = {word: row.unit.name for row in _MEASURED for word in row.names}

_BY_SIGN: Final = {code: _by_code(code) for code in _CODES} | {
    sign: row.unit
    for row in _ALL
    for sign in (*row.signs, row.unit.name, row.unit.short)
    if sign and sign not in _PROSE_ONLY
}
CODES_AND_SIGNS: Final = sorted({*_CODES, *CURRENCY_SIGNS}, key=lambda sign: (-len(sign), sign))
_BY_NAME: Final = {name.lower(): unit for row in _ALL for name, unit in row.names.items()}


def _bare_names() -> dict[str, Unit]:
    """The currencies whose name needs no country: "forint", but not "franc"."""
    named = [(row.unit, row.unit.singular.split()[-1]) for row in _CURRENCIES]
    used = Counter(word for _, word in named)
    return {
        unit.name: replace(unit, singular=word, plural=unit.plural.split()[-1])
        for unit, word in named
        if used[word] == 1
    }


_BARE: Final = _bare_names()
