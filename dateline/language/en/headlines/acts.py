"""What an article says that somebody did."""

from typing import Final

from dateline.language.en.headlines.clause_parts import FromTo, end_of_clause, without_relative
from dateline.language.en.headlines.present_tense import is_past
from dateline.language.en.words import compile_pattern
from dateline.patterns import compile_later

LONGEST: Final = 120


def find_act(text: str, sentence: FromTo, name: FromTo) -> str | None:
    """What the clause that a name begins, or one with “who”, says that they did: “landed in Iraq on Wednesday”."""
    aside = _ASIDE.match(text, name[1], sentence[1])
    starts = [name[1], *([aside.end()] if aside else [])]
    verbs = [verb for start in starts if (verb := _VERB.match(text, start, sentence[1]))]
    verb = next((verb for verb in verbs if _is_act(verb[1])), None)
    if verb is None or verb[1] in _REPORTS:
        who = _WHO.match(text, name[1], sentence[1])
        return _clause(text, who.span(1)) if who and _is_act(who[2]) else None
    end = end_of_clause(text, sentence, (verb.start(1), verb.end()))
    return _clause(text, (verb.start(1), end))


def find_report(text: str, sentence: FromTo, name: FromTo) -> str | None:
    """What the clause that a name begins says that they said, in other words than theirs."""
    aside = _ASIDE.match(text, name[1], sentence[1])
    report = _REPORT.match(text, aside.end() if aside else name[1], sentence[1])
    end = end_of_clause(text, sentence, report.span()) if report else 0
    return _clause(text, (report.start(1), end)) if report else None


def _is_act(verb: str) -> bool:
    return is_past(verb) or verb in _AUXILIARIES


def _clause(text: str, stretch: FromTo) -> str | None:
    whole = _QUOTED_ALSO.sub("", " ".join(text[slice(*stretch)].split()))
    words = without_relative(_ANOTHER.sub("", whole).strip(" ,;:."))
    return words if len(words) <= LONGEST and not _QUOTED.search(words) else None


_NO_END: Final = r"(?:[^,;:.“”\"]|[.,](?=[0-9]))"
_ASIDE: Final = compile_pattern(rf", {_NO_END}{{2,90}},")
_VERB: Final = compile_pattern(r",? ([a-z]+)\b")
_WHO: Final = compile_pattern(rf"(?:, {_NO_END}{{2,90}}?)?,? who (([a-z]+)\b{_NO_END}*)(?=[,;.])")
_REPORT: Final = compile_pattern(
    r",? ((?:(?:said|warned|argued|admitted|denied)(?: that)?|told (?:(?:the|an?) )?[a-z]+ that"
    r"|asked (?:why|whether|if|how)|called (?:for|on))"
    r" (?!(?:on|in|at|by|to|from|with|as|of|before|after|during|so|it|they|this|that|last"
    r"|yesterday|when|while)\b)"
    r"[\w’'$£€])"
)
_AUXILIARIES: Final = frozenset("was were has had will is are".split())
# “said he welcomed it but wanted “every penny” back”: the first is in the article's own words.
_QUOTED_ALSO: Final = compile_pattern(r",? (?:but|and) [^“”\"]{0,60}[“\"].*$")
# “was given seven years and the secretary, Bo Ray, 47, four”: the rest is of somebody else.
_ANOTHER: Final = compile_later(
    r",? and (?:the|an?|his|her|its) [a-z][^,]{2,60}, [A-Z][^,]{2,40},.*$"
)
_QUOTED: Final = compile_later('[“”"]')
_REPORTS: Final = frozenset("said added told asked".split())
