"""What figures are counted in: currencies (ISO 4217), units of measurement, and other nouns.

Signs of currencies and symbols of units are those of CLDR for English; SI symbols are those of the
SI brochure (BIPM). An editor may write a unit by its symbol or its name, in one or many.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit in words for one and for many, and in its short form.

    `short` is empty where the words are shown. A `leading` short form stands before the number, a
    `tight` one right behind it, all others behind a space.
    """

    one: str
    many: str
    short: str = ""
    leading: bool = False
    tight: bool = False


def find_unit(text: str) -> Unit | None:
    """Look up a unit by code, symbol or name; None for any other noun."""
    if text in _CODES and text not in _CURRENCIES:
        return Unit(one=text, many=text, short=text, leading=True)
    return _CURRENCIES.get(text) or _UNITS.get(text)


def unit_name(text: str) -> str:
    """One name for all ways to write a unit, so that two can be held against each other."""
    unit = find_unit(text)
    return unit.one if unit else " ".join(text.split()).lower()


# ISO 4217, list one, without funds, metals and test codes; and BGN, withdrawn in 2026.
_CODES: Final = frozenset(
    re.findall(
        "[A-Z]{3}",
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
        BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL
        GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF
        KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
        MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
        SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
        UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """,
    )
)

# Code, sign where CLDR has one for English, name for one, name for many.
_MONEY: Final = """
    AED |     | UAE dirham             | UAE dirhams
    AFN |     | Afghan afghani         | Afghan afghanis
    ARS |     | Argentine peso         | Argentine pesos
    AUD | A$  | Australian dollar      | Australian dollars
    BDT |     | Bangladeshi taka       | Bangladeshi takas
    BHD |     | Bahraini dinar         | Bahraini dinars
    BRL | R$  | Brazilian real         | Brazilian reais
    CAD | CA$ | Canadian dollar        | Canadian dollars
    CHF |     | Swiss franc            | Swiss francs
    CLP |     | Chilean peso           | Chilean pesos
    CNY | CN¥ | Chinese yuan           | Chinese yuan
    COP |     | Colombian peso         | Colombian pesos
    CZK |     | Czech koruna           | Czech korunas
    DKK |     | Danish krone           | Danish kroner
    DZD |     | Algerian dinar         | Algerian dinars
    EGP |     | Egyptian pound         | Egyptian pounds
    ETB |     | Ethiopian birr         | Ethiopian birr
    EUR | €   | euro                   | euros
    GBP | £   | British pound          | British pounds
    GHS |     | Ghanaian cedi          | Ghanaian cedis
    HKD | HK$ | Hong Kong dollar       | Hong Kong dollars
    HUF |     | Hungarian forint       | Hungarian forints
    IDR |     | Indonesian rupiah      | Indonesian rupiah
    ILS | ₪   | Israeli shekel         | Israeli shekels
    INR | ₹   | Indian rupee           | Indian rupees
    IQD |     | Iraqi dinar            | Iraqi dinars
    IRR |     | Iranian rial           | Iranian rials
    ISK |     | Icelandic króna        | Icelandic krónur
    JOD |     | Jordanian dinar        | Jordanian dinars
    JPY | ¥   | Japanese yen           | Japanese yen
    KES |     | Kenyan shilling        | Kenyan shillings
    KRW | ₩   | South Korean won       | South Korean won
    KWD |     | Kuwaiti dinar          | Kuwaiti dinars
    KZT |     | Kazakh tenge           | Kazakh tenge
    LBP |     | Lebanese pound         | Lebanese pounds
    LKR |     | Sri Lankan rupee       | Sri Lankan rupees
    LYD |     | Libyan dinar           | Libyan dinars
    MAD |     | Moroccan dirham        | Moroccan dirhams
    MXN | MX$ | Mexican peso           | Mexican pesos
    MYR |     | Malaysian ringgit      | Malaysian ringgit
    NGN |     | Nigerian naira         | Nigerian naira
    NOK |     | Norwegian krone        | Norwegian kroner
    NPR |     | Nepalese rupee         | Nepalese rupees
    NZD | NZ$ | New Zealand dollar     | New Zealand dollars
    OMR |     | Omani rial             | Omani rials
    PEN |     | Peruvian sol           | Peruvian soles
    PHP | ₱   | Philippine peso        | Philippine pesos
    PKR |     | Pakistani rupee        | Pakistani rupees
    PLN |     | Polish zloty           | Polish zlotys
    QAR |     | Qatari riyal           | Qatari riyals
    RON |     | Romanian leu           | Romanian lei
    RSD |     | Serbian dinar          | Serbian dinars
    RUB |     | Russian rouble         | Russian roubles
    SAR |     | Saudi riyal            | Saudi riyals
    SDG |     | Sudanese pound         | Sudanese pounds
    SEK |     | Swedish krona          | Swedish kronor
    SGD |     | Singapore dollar       | Singapore dollars
    SYP |     | Syrian pound           | Syrian pounds
    THB |     | Thai baht              | Thai baht
    TND |     | Tunisian dinar         | Tunisian dinars
    TRY |     | Turkish lira           | Turkish lira
    TWD | NT$ | New Taiwan dollar      | New Taiwan dollars
    UAH |     | Ukrainian hryvnia      | Ukrainian hryvnias
    UGX |     | Ugandan shilling       | Ugandan shillings
    USD | $   | US dollar              | US dollars
    VND | ₫   | Vietnamese dong        | Vietnamese dong
    XAF | FCFA | Central African franc | Central African francs
    XOF | F CFA | West African franc   | West African francs
    YER |     | Yemeni rial            | Yemeni rials
    ZAR |     | South African rand     | South African rand
"""

# Short form ("-" for none, ">" before one that stands tight), words for one, for many, other ways.
_MEASURES: Final = """
    >%   | percent | percent | per cent, pct
    -    | percentage point | percentage points |
    -    | basis point | basis points | bp
    >°C  | degree Celsius | degrees Celsius | Celsius
    >°F  | degree Fahrenheit | degrees Fahrenheit | Fahrenheit
    mm   | millimetre | millimetres | millimeter, millimeters
    cm   | centimetre | centimetres | centimeter, centimeters
    m    | metre | metres | meter, meters
    km   | kilometre | kilometres | kilometer, kilometers
    -    | inch | inches |
    -    | foot | feet | ft
    -    | yard | yards |
    -    | mile | miles |
    -    | nautical mile | nautical miles |
    m²   | square metre | square metres | square meter, square meters, sq m, m2
    km²  | square kilometre | square kilometres | square kilometer, square kilometers, sq km, km2
    -    | square foot | square feet | sq ft
    -    | square mile | square miles | sq mi
    -    | hectare | hectares | ha
    -    | acre | acres |
    m³   | cubic metre | cubic metres | cubic meter, cubic meters, m3
    -    | litre | litres | liter, liters, l
    -    | gallon | gallons |
    -    | barrel | barrels |
    -    | barrel per day | barrels per day | barrels a day, bpd, b/d
    mg   | milligram | milligrams | milligramme, milligrammes
    g    | gram | grams | gramme, grammes
    kg   | kilogram | kilograms | kilogramme, kilogrammes
    -    | tonne | tonnes | metric ton, metric tons, t
    -    | ton | tons |
    -    | pound | pounds | lb, lbs
    -    | ounce | ounces | oz
    W    | watt | watts |
    kW   | kilowatt | kilowatts |
    MW   | megawatt | megawatts |
    GW   | gigawatt | gigawatts |
    TW   | terawatt | terawatts |
    kWh  | kilowatt-hour | kilowatt-hours | kilowatt hour, kilowatt hours
    MWh  | megawatt-hour | megawatt-hours | megawatt hour, megawatt hours
    GWh  | gigawatt-hour | gigawatt-hours | gigawatt hour, gigawatt hours
    TWh  | terawatt-hour | terawatt-hours | terawatt hour, terawatt hours
    km/h | kilometre per hour | kilometres per hour | kilometer per hour, kilometers per hour, kph
    -    | mile per hour | miles per hour | mph
    -    | knot | knots |
    -    | second | seconds |
    -    | minute | minutes |
    -    | hour | hours |
    -    | day | days |
    -    | week | weeks |
    -    | month | months |
    -    | year | years |
    -    | time | times |
    -    | person | people |
    MB   | megabyte | megabytes |
    GB   | gigabyte | gigabytes |
    TB   | terabyte | terabytes |
"""


def _cells(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


def _currencies() -> dict[str, Unit]:
    """Every named currency by its code, and by its sign where that is one character."""
    found: dict[str, Unit] = {}
    for code, sign, one, many in _cells(_MONEY):
        unit = Unit(one=one, many=many, short=sign or code, leading=True)
        found |= {code: unit} | ({sign: unit} if len(sign) == 1 else {})
    return found


def _measures() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for short, one, many, others in _cells(_MEASURES):
        symbol = "" if short == "-" else short.removeprefix(">")
        unit = Unit(one=one, many=many, short=symbol, tight=short.startswith(">"))
        names = [one, many, symbol, *others.split(",")]
        found |= {name.strip(): unit for name in names if name.strip()}
    return found


_CURRENCIES: Final = _currencies()
_UNITS: Final = _measures()
