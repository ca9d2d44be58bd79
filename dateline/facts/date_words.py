"""What an author may have meant by a date that is not written in EDTF.

Everything here is text to text: the names of months and days, and readings of the usual slips,
which `dates.py` checks against the calendar before it proposes them.
"""

import re
from itertools import product
from typing import Final

from dateline.facts.phrasing import quoted
from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.words.en import MONTHS, WEEKDAYS

_USUAL: Final = "write a day as 2024-09-11, a month as 2024-09 or a year as 2024"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """`also` follows "write" and the meaning; `advice` is for where no meaning is a date."""

    found: str
    meant: tuple[str, ...] = ()
    also: str = ""
    advice: str = _USUAL


def explain_slip(text: str) -> Slip:
    line = _FULL_STOP.sub("", " ".join(text.split()).strip("\"'“”‘’,;").lower())
    form = f"{quoted(text)} is not a date"
    if len(line) > 100:
        return Slip(found=form)
    if (timed := _TIMED.fullmatch(line)) and (day := _point(timed[1])):
        found = f"{quoted(text)} contains a time, but a date is only a day"
        return Slip(found=found, meant=day, also=f", and {timed[2].upper()} in `time`")
    for pattern, found, advice in _ADVICE:
        if pattern.fullmatch(line):
            return Slip(found=f"{quoted(text)} {found}", advice=advice)
    return Slip(found=form, meant=tuple(dict.fromkeys(_readings(line))))


_FULL_STOP: Final = compile_later(r"(?<!\.)\.$")
_TIMED: Final = compile_later(
    r"(.+?)[t ,]+([0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)? ?(?:[a-z]{1,4}|[+-][0-9:]+)?)"
)
_MONTH: Final = f"(?:{'|'.join(month[:3].lower() for month in MONTHS)})[a-z]*"
_DAY: Final = "[0-9]{1,2}(?:st|nd|rd|th)?"
_WEEKDAY: Final = f"(?:{'|'.join(name[:3].lower() for name in WEEKDAYS)})[a-z]*"
_RELATIVE: Final = "today|now|yesterday|tomorrow|tonight|(?:last|this|next|previous|coming) .*"

# Text without a reading: what is wrong with it, and what to do.
_ADVICE: Final = tuple(
    (compile_later(pattern), found, advice)
    for pattern, found, advice in (
        (
            r"|\?|-+|\.+|(?:\.\.)?/(?:\.\.)?|unknown|not known|tb[acd]|n/?a|none|null|never",
            "names no date",
            "remove the field; `after` can name the event that this one follows",
        ),
        (
            r"-[0-9]{1,3}|-0000.*",
            "is not a year in four digits",
            "write 44 BC as -0043 and 1 BC as 0000, as EDTF counts years",
        ),
        (r"y?-?[0-9]{5}|y?-?[0-9]{9,}", "is not a year up to 9999", _USUAL),
        (
            r"[0-9]{2}xx|.*\bcentury\b.*",
            "names a century",
            "write its first and last year, such as 1900/1999, or a decade, such as 199X",
        ),
        (
            r".*\b(?:spring|summer|autumn|fall|winter)\b.*",
            "names a season, whose first and last day are not agreed",
            "write the months, such as 2024-03/2024-05, or the year",
        ),
        (
            rf"(?:on )?(?:{_RELATIVE}|{_WEEKDAY})",
            "depends on when it is read",
            "write the day itself, such as 2024-09-11",
        ),
        (
            r"[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ]['’]?[0-9]{2}",
            "has a year of two digits",
            "write year, month and day, such as 2024-09-11",
        ),
        (
            rf"(?:{_DAY}(?: of)? )?{_MONTH}|{_MONTH} {_DAY}",
            "has no year",
            "write the year too: a day as 2024-09-11, a month as 2024-09",
        ),
        (
            r"\{.*\}",
            "is not a list of dates",
            "write two or more dates and nothing else, such as {2024-09-10,2024-09-11}",
        ),
        (
            r"\[.*\]",
            "is not a choice between dates",
            "write two or more dates and nothing else, such as [2024-09-10,2024-09-11]",
        ),
    )
)


# Readings: each takes lower-case text and returns what it may mean in EDTF, or nothing.


def _readings(text: str) -> tuple[str, ...]:
    for read in (_point, _quarter, _marked, _open, _range, _choice, _all):
        if meant := read(text):
            return meant
    return ()


def _part(text: str) -> tuple[str, ...]:
    return _point(text) or _marked(text)


def _point(text: str) -> tuple[str, ...]:
    text = _DASHES.sub("-", text.strip())
    if part := _PART_OF.match(text):
        whole = _point(text[part.end() :])
        word = _PART_WORDS[part["word"]]
        return tuple(f"{point}-{word}" for point in whole if _CAN_HAVE_PARTS.fullmatch(point))
    if era := _BEFORE_CHRIST.fullmatch(text):
        return tuple(_astronomical(point) for point in _point(f"{era[1]}{era[2].zfill(4)}"))
    if _PLAIN.fullmatch(text):
        return (re.sub("x", "X", text),)
    for pattern, forms in _NUMERIC:
        if match := pattern.fullmatch(text):
            parts = [part.zfill(2) for part in match.groups()]
            return tuple(form.format(*parts).upper() for form in forms)
    iso = _iso(_fields(text) or {})
    return (iso,) if iso else ()


_DASHES: Final = compile_later("[\u2010-\u2015\u2212]")
_PART_OF: Final = compile_later(
    r"(?:the )?(?P<word>early|mid|late|(?:beginning|start|middle) of)[ -](?:in )?"
)
_PART_WORDS: Final = {
    "early": "early", "mid": "mid", "late": "late",
    "beginning of": "early", "start of": "early", "middle of": "mid",
}  # fmt: skip
_CAN_HAVE_PARTS: Final = compile_later(r"[0-9]{3}X|-?[0-9]{4}(-[0-9]{2})?")
_BEFORE_CHRIST: Final = compile_later(r"(.*?)([0-9]{1,4}) ?b\.?c\.?(?:e\.?)?")
_PLAIN: Final = compile_later(
    r"(?:[0-9]{3}x|-?[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:(?<!-..)-(?:early|mid|late))?[~?%]?"
)


def _astronomical(iso: str) -> str:
    """The date with its year before Christ counted as astronomers do: 44 BC is -0043."""
    year = int(iso[:4]) - 1
    return f"{'-' * (year > 0)}{year:04}{iso[4:]}"


_NUMERIC: Final = tuple(
    (compile_later(pattern), forms)
    for pattern, forms in (
        (r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})", ("{}-{}-{}",)),
        (r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", ("{2}-{1}-{0}", "{2}-{0}-{1}")),
        (r"([0-9]{2})([0-9]{2})[-/]([0-9]{1,2})", ("{0}{1}-{2}", "{0}{1}/{0}{2}")),
        (r"([0-9]{1,2})[-/.]([0-9]{4})", ("{1}-{0}",)),
        (r"((?:1[5-9]|20)[0-9]{2})(0[1-9]|1[0-2])([0-2][0-9]|3[01])", ("{}-{}-{}",)),
        (r"((?:1[5-9]|20)[0-9]{2})(0[1-9]|1[0-2])", ("{}-{}",)),
        (r"(?:the )?([0-9]{3})0['’]?s", ("{}x",)),
        (r"([0-9]{4})-xx(?:-xx)?", ("{}",)),
        (r"([0-9]{4})-([0-9]{2})-xx", ("{}-{}",)),
    )
)


def _fields(text: str) -> dict[str, str] | None:
    """Year, month and day of a date in words; None where a word is none of these."""
    fields: dict[str, str] = {}
    for word in re.findall(r"[0-9]+|[^\W0-9]+|[^\s,.]", text):
        if word in _FILLING:
            continue
        named = _named(word)
        if named is None or named[0] in fields:
            return None
        fields[named[0]] = named[1]
    return fields


_FILLING: Final = {"the", "year", "of", "on", "in", "st", "nd", "rd", "th"} | {
    name.lower()[:length] for name in WEEKDAYS for length in (3, 4, 5, len(name))
}


def _named(word: str) -> tuple[str, str] | None:
    if re.fullmatch("[0-9]{4}", word):
        return "year", word
    if re.fullmatch("[0-9]{1,2}", word):
        return "day", word.zfill(2)
    for number, month in enumerate(MONTHS, 1):
        if len(word) >= 3 and month.lower().startswith(word):
            return "month", f"{number:02}"
    return None


def _iso(fields: dict[str, str]) -> str | None:
    if "year" not in fields or ("day" in fields and "month" not in fields):
        return None
    return "-".join(fields[name] for name in ("year", "month", "day") if name in fields)


def _quarter(text: str) -> tuple[str, ...]:
    for pattern in _QUARTERS:
        if match := pattern.fullmatch(text):
            first = 3 * int(match["quarter"]) - 2
            return (f"{match['year']}-{first:02}/{match['year']}-{first + 2:02}",)
    return ()


_QUARTERS: Final = (
    compile_later(r"(?P<year>[0-9]{4})[- ]?q(?P<quarter>[1-4])"),
    compile_later(r"q(?P<quarter>[1-4])[-/ ]?(?P<year>[0-9]{4})"),
)


def _marked(text: str) -> tuple[str, ...]:
    for pattern, mark in _MARKS:
        if match := pattern.fullmatch(text):
            return tuple(f"{point}{mark}" for point in _point(match[1]))
    return ()


_MARKS: Final = (
    (compile_later(r"(?:circa|ca?\.?|about|around|approximately|approx\.?|roughly|~) ?(.+)"), "~"),
    (compile_later(r"(?:possibly|probably|perhaps|maybe|\?) ?(.+)"), "?"),
    (compile_later(r"(.+?) ?~"), "~"),
    (compile_later(r"(.+?) ?(?:\?|\(\?\)|\(uncertain\))"), "?"),
)


def _open(text: str) -> tuple[str, ...]:
    for pattern, form in _OPEN:
        if match := pattern.fullmatch(text):
            return tuple(form.format(point) for point in _part(match[1]))
    return ()


_OPEN: Final = (
    (compile_later(r"(?:since|from) (.+?)(?: on| onwards?)?"), "{}/.."),
    (compile_later(r"(.+?) ?(?:-|–|/|\.\.|to) ?(?:\.\.|open|now|today|present)?"), "{}/.."),
    (compile_later(r"(.+?) onwards?"), "{}/.."),
    (compile_later(r"(?:until|till|up to|by)(?: the end of)? (.+)"), "../{}"),
    (compile_later(r"(?:open)?(?:/|\.\.) ?(.+)"), "../{}"),
)  # fmt: skip


def _range(text: str) -> tuple[str, ...]:
    between = text.startswith("between ")
    return _joined(re.sub(r"^(from|between) ", "", text), (*_TO, *_AND * between), "{}/{}")


def _choice(text: str) -> tuple[str, ...]:
    return _joined(re.sub(r"^either ", "", text), _OR, "[{},{}]")


def _all(text: str) -> tuple[str, ...]:
    return _joined(re.sub(r"^both ", "", text), _AND, "{{{},{}}}")


_TO: Final = tuple(
    compile_later(pattern)
    for pattern in (
        r"\s+(?:to|until|till|through)\s+",
        r"\s*[–—]\s*",
        r"\s+-+\s+",
        r"\s*/\s*",
        r"\s*\.\.\s*",
        r"(?<=[0-9]{4})-(?=[0-9]{4})",
        r"(?<=[0-9a-z])-(?=[0-9a-z])",
    )
)
_OR: Final = (compile_later(r",?\s+or\s+"),)
_AND: Final = (compile_later(r",?\s+(?:and|&)\s+"),)


def _joined(text: str, separators: tuple[re.Pattern[str], ...], form: str) -> tuple[str, ...]:
    """Readings of two dates with a separator, where one may complete the other."""
    for separator in separators:
        parts = separator.split(text)
        if len(parts) != 2:
            continue
        starts, ends = _completed(*parts) or (_part(parts[0]), _part(parts[1]))
        if starts and ends:
            return tuple(form.format(*pair) for pair in product(starts, ends))
    return ()


def _completed(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Both dates in words, each with the year or month that only the other one names."""
    start, end = _fields(before), _fields(after)
    if not start or not end:
        return None
    whole = _iso(_lent(start, end)), _iso(_lent(end, start))
    return ((whole[0],), (whole[1],)) if whole[0] and whole[1] else None


def _lent(fields: dict[str, str], lender: dict[str, str]) -> dict[str, str]:
    names = ("year", "month") if "day" in fields else ("year",)
    return {name: lender[name] for name in names if name in lender} | fields
