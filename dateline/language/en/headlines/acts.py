"""What an article says that somebody did."""

from typing import Final

from dateline.language.en.headlines.clause_parts import FromTo, end_of_clause, without_relative
from dateline.language.en.headlines.present_tense import is_past, may_be_past
from dateline.language.en.words import compile_pattern
from dateline.patterns import compile_later

LONGEST: Final = 140


def find_act(text: str, sentence: FromTo, name: FromTo) -> str | None:
    """What the clause that a name begins, or one with “who”, says that they did: “landed in Iraq on Wednesday”."""
    starts = _after_name(text, sentence, name)
    if _NO_SUBJECT.search(text, sentence[0], name[0]):
        starts = []  # “A petition by Ann Lee has 400 names”
    verbs = [verb for start in starts if (verb := _VERB.match(text, start, sentence[1]))]
    verb = next((verb for verb in verbs if _is_act(verb[1])), None)
    if verb is None or verb[1] in _REPORTS:
        who = _WHO.match(text, name[1], sentence[1])
        is_act = who and (_is_act(who[2]) or may_be_past(who[2]))
        return _clause(text, who.span(1)) if who and is_act else None
    end = end_of_clause(text, sentence, (verb.start(1), verb.end()))
    return _clause(text, (verb.start(1), end))


def find_report(text: str, sentence: FromTo, name: FromTo) -> str | None:
    """What the clause that a name begins says that they said, in other words than theirs."""
    starts = _after_name(text, sentence, name)
    reports = (_REPORT.match(text, start, sentence[1]) for start in reversed(starts))
    report = next((report for report in reports if report), None)
    end = end_of_clause(text, sentence, report.span()) if report else 0
    return _clause(text, (report.start(1), end)) if report else None


def _after_name(text: str, sentence: FromTo, name: FromTo) -> list[int]:
    """Where the verb of a name may be: after it, its aside, or the body that it is of."""
    asides = (aside.match(text, name[1], sentence[1]) for aside in (_ASIDE, _WHO_ASIDE, _OF_BODY))
    joined = _JOINED.match(text, name[1], sentence[1])
    return [
        name[1],
        *(aside.end() for aside in asides if aside),
        *([joined.end()] if joined else []),
    ]


def _is_act(verb: str) -> bool:
    return is_past(verb) or verb in _AUXILIARIES


def _clause(text: str, stretch: FromTo) -> str | None:
    whole = _QUOTED_ALSO.sub("", " ".join(text[slice(*stretch)].split()))
    words = without_relative(_ANOTHER.sub("", whole).strip(" ,;:."))
    is_whole = " " in words and len(words) <= LONGEST
    return words if is_whole and not _QUOTED.search(words) else None


_NO_END: Final = r"(?:[^,;:.“”\"]|[.,](?=[0-9]))"
_ASIDE: Final = compile_pattern(rf", {_NO_END}{{2,90}},")
# “Ann Lee, 34, and Bo Ray, 29, died”: both did.
_JOINED: Final = compile_later(
    r"(?:, [1-9][0-9]?,)? and [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}(?:, [1-9][0-9]?,)?(?= [a-z])"
)
_NO_SUBJECT: Final = compile_pattern(
    r"\b(?:by|of|for|with|from|against|about) (?:(?:the|an?) [a-z]+ )?$"
)
# “Justice Ann Lee of the High Court of Norland”
_OF_BODY: Final = compile_later(
    r" (?:of|from|at) (?:the )?[A-Z][\w’'-]*(?: (?:(?:of|for|and|the) )*[A-Z][\w’'-]*)*(?= [a-z])"
)
# “Ann Lee, 29, who was on the ferry, said that”
_WHO_ASIDE: Final = compile_pattern(rf"(?:, {_NO_END}{{2,60}})?, who {_NO_END}{{2,90}},")
_VERB: Final = compile_pattern(r",? ([a-z]+)\b")
_WHO: Final = compile_pattern(rf"(?:, {_NO_END}{{2,90}}?)?,? who (([a-z]+)\b{_NO_END}*)(?=[,;.])")
_REPORT: Final = compile_pattern(
    r",? ((?:(?:said|warned|argued|admitted|denied)(?: that)?"
    r"|told (?:(?:the|an?) )?[a-z]+(?: (?:in|at|on) (?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?)? that"
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
