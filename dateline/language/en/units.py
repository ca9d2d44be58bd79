"""Units and currencies: each table maps what prose writes to one normal name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


def _table(rows: str) -> Mapping[str, str]:
    """Read "normal name: form, form" lines into form → normal name."""
    pairs = (row.split(":") for row in rows.strip().splitlines())
    return MappingProxyType(
        {form.strip(): name.strip() for name, forms in pairs for form in forms.split(",")}
    )


# Symbols and codes that stand before the number.
CURRENCY_SIGNS: Final = _table("""
    USD: $, US$, USD, U.S.$, US $
    GBP: £, GBP, UK£
    EUR: €, EUR
    JPY: ¥, JPY
    INR: ₹, Rs, Rs., INR
    AUD: A$, AU$, AUS$, AUD
    CAD: C$, CA$, CAD, CDN$
    NZD: NZ$, NZD
    HKD: HK$, HKD
    SGD: S$, SGD
    TWD: NT$
    BRL: R$, BRL
    CHF: CHF, SFr
    CNY: RMB, CNY
    KRW: ₩, KRW
    NGN: ₦
    UAH: ₴
    ILS: ₪
    TRY: ₺
    RUB: ₽
    PHP: ₱
    KES: KSh, Ksh
    ZAR: ZAR
    AED: AED, Dh
    SEK: SEK
    NOK: NOK
    DKK: DKK
""")
CURRENCY_WORDS: Final = _table("""
    USD: dollars, dollar, US dollars, US dollar, U.S. dollars, American dollars, USD
    CAD: Canadian dollars, CAD
    AUD: Australian dollars, AUD
    NZD: New Zealand dollars
    HKD: Hong Kong dollars
    SGD: Singapore dollars
    EUR: euros, euro, EUR
    GBP: pounds sterling, GBP
    JPY: yen, JPY, Japanese yen
    CNY: yuan, renminbi, CNY
    INR: rupees, rupee, Indian rupees, INR
    PKR: Pakistani rupees
    RUB: roubles, rubles, rouble, ruble
    CHF: Swiss francs, francs
    ILS: shekels, shekel
    TRY: lira, liras, Turkish lira
    SAR: riyals
    IRR: rials
    AED: dirhams
    NGN: naira
    ZAR: rand
    KES: shillings, Kenyan shillings
    SEK: kronor, Swedish kronor, Swedish krona
    NOK: Norwegian kroner, Norwegian kroner, kroner
    DKK: Danish kroner
    PLN: zlotys, zloty
    UAH: hryvnia, hryvnias
    THB: baht
    MYR: ringgit
    IDR: rupiah
    BRL: reais
    KRW: Korean won, South Korean won
    MXN: Mexican pesos
    ARS: Argentine pesos
    PHP: Philippine pesos
    IQD: Iraqi dinars
    KWD: Kuwaiti dinars
""")
CURRENCIES: Final = frozenset([*CURRENCY_SIGNS.values(), *CURRENCY_WORDS.values()])
# Forms of one, two or three letters stand right behind the figure or a space away ("32km").
SHORT_UNITS: Final = _table("""
    kilometre: km, kms
    metre: m
    centimetre: cm
    millimetre: mm
    mile: mi
    foot: ft
    inch: in.
    hectare: ha
    square kilometre: sq km, km², km2
    square metre: sq m, sqm, m², m2
    square mile: sq mi
    square foot: sq ft
    cubic metre: m³, m3
    mile per hour: mph
    kilometre per hour: kph, km/h, kmh, kmph
    knot: kt
    kilogram: kg, kgs, kilos, kilo
    gram: g
    milligram: mg
    microgram: mcg, µg
    tonne: t
    pound: lb, lbs
    ounce: oz
    stone: st
    litre: l
    millilitre: ml
    kilowatt: kW
    megawatt: MW
    gigawatt: GW
    terawatt: TW
    kilowatt-hour: kWh
    megawatt-hour: MWh
    gigawatt-hour: GWh
    terawatt-hour: TWh
    hertz: Hz
    kilohertz: kHz
    megahertz: MHz
    gigahertz: GHz
    megabyte: MB
    gigabyte: GB
    terabyte: TB
    hour: hr, hrs
    minute: min, mins
    second: sec, secs
    millisecond: ms
    horsepower: hp, bhp
    degree Celsius: °C, C, ºC, ° C
    degree Fahrenheit: °F, F, ºF, ° F
    degree: °, º
    percent: %, pc
    basis point: bp, bps
    penny: p
    cent: c
    part per million: ppm
    decibel: dB
""")
# Words, in the singular; an -s is taken off before they are looked up.
LONG_UNITS: Final = _table("""
    percent: percent, per cent, pct
    percentage points: percentage point
    basis point: basis point
    degree Celsius: degree Celsius, degrees Celsius, degrees centigrade, degrees C, Celsius
    degree Fahrenheit: degree Fahrenheit, degrees Fahrenheit, degrees F, Fahrenheit
    degree: degree
    kilometre: kilometre, kilometer, klick
    metre: metre, meter
    centimetre: centimetre, centimeter
    millimetre: millimetre, millimeter
    mile: mile
    nautical mile: nautical mile
    light-year: light year, light-year
    foot: foot, feet
    inch: inch, inche
    yard: yard
    acre: acre
    hectare: hectare
    square kilometre: square kilometre, square kilometer
    square metre: square metre, square meter
    square mile: square mile
    square foot: square foot, square feet
    cubic metre: cubic metre, cubic meter
    cubic foot: cubic foot, cubic feet
    mile per hour: mile per hour, miles per hour, mile an hour, miles an hour
    kilometre per hour: kilometre per hour, kilometres per hour, kilometres an hour
    kilometre per hour: kilometer per hour, kilometers per hour, kilometers an hour
    knot: knot
    kilogram: kilogram, kilogramme, kilo
    gram: gram, gramme
    milligram: milligram
    microgram: microgram
    tonne: tonne, metric ton
    ton: ton
    pound: pound
    ounce: ounce
    stone: stone
    litre: litre, liter
    millilitre: millilitre, milliliter
    gallon: gallon
    pint: pint
    barrel: barrel
    watt: watt
    kilowatt: kilowatt
    megawatt: megawatt
    gigawatt: gigawatt
    terawatt: terawatt
    kilowatt-hour: kilowatt hour, kilowatt-hour
    megawatt-hour: megawatt hour, megawatt-hour
    gigawatt-hour: gigawatt hour, gigawatt-hour
    terawatt-hour: terawatt hour, terawatt-hour
    megabyte: megabyte
    gigabyte: gigabyte
    terabyte: terabyte
    second: second
    minute: minute
    hour: hour
    day: day
    night: night
    week: week
    fortnight: fortnight
    month: month
    quarter: quarter
    season: season
    year: year
    decade: decade
    century: century, centurie
    times: time
    penny: penny, pence
    cent: cent
    part per million: part per million, parts per million
    calorie: calorie
    decibel: decibel
""")
TIME_UNITS: Final = frozenset(
    """second minute hour day night week fortnight month quarter year decade century season""".split()
)
