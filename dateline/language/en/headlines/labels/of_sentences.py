"""What a time is of that a court or a body gave somebody: a sentence, a ban, a term."""

from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.clause_parts import PRONOUN, has_verb
from dateline.language.en.headlines.labels.around_number import ASIDE, NAME, AroundNumber
from dateline.language.en.words import TIME_UNITS, compile_pattern

# “He was given a”, “Ann Lee and Mark Orr each received a”
_GIVEN: Final = compile_pattern(
    rf"(?:\b(?P<pronoun>he|she|it|they)\b|(?P<name>{NAME})|\b(?P<noun>the [a-z]+(?: [a-z]+)?))"
    r"(?:, [^,;]*,)?(?P<between>(?: [^;:“”()]*?)??)"
    r" (?:(?:was|were|has been|had been|been|is|are) (?:given|handed)|given|handed|got|gets|received|serving|served"
    r"|faces|faced|signed|had|has|began|started) an?(?: (?:further|total|minimum|maximum|new))* $"
)
_WHAT: Final = compile_pattern(
    r"[- ](?P<what>(?:(?:suspended|prison|jail|custodial|minimum|driving|playing|touchline|stadium|community|loan) )?"
    r"(?:sentence|term|ban|suspension|order|contract|disqualification|curfew|exclusion|deal|lease|tenure))\b"
)
_SUSPENDED: Final = compile_pattern(r"\bsentence,?(?: which (?:was|is))? suspended for $")
_BANNED: Final = compile_pattern(
    r"\b(?:was|were|been|be|being|is|are)(?: also)? (?P<deed>banned|barred|disqualified|excluded|suspended)"
    r"(?P<from> from [^,;:.“”()]{3,60}?) for(?: (?:at least|up to|about|more than|life plus))? $"
)
_BANS: Final = {
    "banned": "ban",
    "barred": "ban",
    "disqualified": "disqualification",
    "excluded": "exclusion",
    "suspended": "suspension",
}


def of_sentences(around: AroundNumber) -> Iterator[str]:
    if (around.found.unit or "").partition("/")[0] not in TIME_UNITS:
        return
    if _SUSPENDED.search(around.said_before):
        who = _given_to(around.said_before.rpartition("sentence")[0], around)
        yield f"time for which the sentence {f'of {who} ' if who else ''}is suspended"
    if (what := _WHAT.match(around.after)) and (who := _given_to(around.said_before, around)):
        yield f"{what['what']} of {who}"
    if banned := _BANNED.search(around.said_before):
        yield f"{_BANS[banned['deed'].lower()]}{banned['from']}"
    if (held := _IN_PRISON.match(around.after)) and _FACED.search(around.said_before):
        yield f"time in {held['where']}"


# “faces a fine of up to €5,000 and three months in prison”
_IN_PRISON: Final = compile_pattern(r" in (?P<where>prison|jail|custody|detention)\b")
_FACED: Final = compile_pattern(
    r"\b(?:faces?|faced|facing|punishable by|risks?|risk|penalty of|fine of)\b"
)


_NUMBER_LEFT: Final = compile_pattern(r"(?:[a-z]+|[0-9]+)[- ](?:day|week|month|year)s?[- ]?$")


def _given_to(before: str, around: AroundNumber) -> str | None:
    """Whom it was given to: the subject of the clause, or the name that its pronoun stands for."""
    given = _GIVEN.search(_NUMBER_LEFT.sub("", ASIDE.sub(" ", before).rstrip()).rstrip() + " ")
    if given is None:
        return None
    if has_verb(f"it{given['between']}") and not _AND.search(given["between"]):
        return None
    who = given["name"] or given["noun"] or around.whom(given["pronoun"].lower())
    return None if who is None or PRONOUN.match(who) else who


_AND: Final = compile_pattern(r" (?:and|but)(?: (?:was|were|then|also|later))?$")
