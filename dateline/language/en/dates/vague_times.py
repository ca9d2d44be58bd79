"""Times without a date: recent months, for years, weeks ago."""

import re
from typing import Final

from dateline.language.en.dates.atoms import (
    Atom,
    Atoms,
    atom,
    date_rule,
    fixed,
)
from dateline.language.en.words import (
    DASH,
    LAST_OF_NUMBER,
    compile_pattern,
    one_of,
)

_MANY_SIGNS: Final = (
    "hours", "days", "weeks", "months", "years", "decades", "centuries", "generations",
)  # fmt: skip
_MANY: Final = one_of(_MANY_SIGNS)
_SOME: Final = r"(?:few|several|couple of)"
_LONG_AGO: Final = r"(?:dozens|hundreds|thousands|tens of thousands|millions|billions)"
_TIME: Final = "|".join(
    [
        rf"(?:the )?(?:recent|coming|intervening|ensuing) {_MANY}(?! of)",
        (
            rf"(?:(?:the |these )?(?:past|last|next|coming|previous|following|first|final|early|closing) )?"
            rf"(?:a )?{_SOME} {_MANY}(?: (?:ago|earlier|later|before|after|on))?"
        ),
        rf"for (?:many |several |some |countless )?{_MANY}(?! of)",
        rf"(?:many |some |{_LONG_AGO} of )?{_MANY} (?:ago|earlier|later|afterwards)",
        rf"over the {_MANY}",
        rf"in (?:the )?{_MANY} (?:ahead|since|to come|after|before|leading up|that followed|following)",
        r"in (?:years|months|weeks|decades|generations|centuries)(?! (?:of|past|gone|when|as|and)\b| [0-9])",
        rf"the {_MANY} (?:ahead|to come|that followed|leading up)",
        rf"(?:many|some) {_MANY}",
        rf"within {_MANY}",
        r"the other day",
    ]
)
# After one of these the words are part of another expression, or do not mean a time.
_COUNTED_BEFORE: Final = compile_pattern(
    rf"(?:{LAST_OF_NUMBER}|{DASH}|\b(?:million|billion|thousand|hundred|dozen|these|those|happy"
    r"|golden|first|second|third|early|his|her|their|no|as|half|quarter)) ?$"
)


@date_rule(rf"\b(?:{_TIME})\b", signs=[*_MANY_SIGNS, "day"])
def vague(match: re.Match[str]) -> Atoms:
    """Recent months, for years, weeks ago: a time without a date."""
    if not _COUNTED_BEFORE.search(match.string, max(0, match.start() - 16), match.start()):
        yield atom(match, "vague", fixed())


@date_rule(
    r"(?:\b(?:after|despite|following|amid|with|by|through|spent|in|took|for) |(?<=\.\s)|(?<=,\s)|\A)"
    rf"(?P<spell>(?:many )?{_MANY})(?= of (?!age\b))",
    signs=_MANY_SIGNS,
)
def spell(match: re.Match[str]) -> Atoms:
    """Despite months of talks."""
    yield Atom(match.start("spell"), match.end("spell"), "vague", fixed())
