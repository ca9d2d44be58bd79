"""What an article says that somebody did."""

from typing import Final

from dateline.language.en.headlines.clause_parts import FromTo, end_of_clause, without_relative
from dateline.language.en.headlines.present_tense import is_past, may_be_past, to_participle
from dateline.language.en.words import NUMBER_WORDS, compile_pattern
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
    if verb[1] == "described" and text.startswith(" as ", end):
        end = end_of_clause(text, sentence, (end, end + len(" as ")))
    return _clause(text, (verb.start(1), end))


# “Inspected it and recommended”, before “that work stop”: what was recommended goes on.
_SAYS_AT_END: Final = compile_pattern(r",? (?:and|but) [a-z]+(?:ed|id)$")


def find_done_by(text: str, sentence: FromTo, name: FromTo) -> str | None:
    """“Signed the order”, of “The order, which was signed by the mayor, Ann Lee, bans it”."""
    found = _DONE_BY.search(text[sentence[0] : name[0]])
    led = None if found else _LED_BY.search(text[sentence[0] : name[0]])
    if led:
        return f"{_LEADS[led['verb'].lower()]} {_THE.sub('the ', led['what'])}"
    if found is None or not may_be_past(found["verb"]) or _NOT_DONE.fullmatch(found["verb"]):
        return None
    return f"{found['verb']} {_THE.sub('the ', found['what'])}"


# The article tells what the passive leaves out: who did it.
_DONE_BY: Final = compile_pattern(
    r"(?:^|[,;] |\b(?:under|after|that|and|but|of|with) )(?P<what>(?:the|an?) [a-z][^,;:.“”()]{2,50}?)"
    r"(?:, which)? (?:was|were|has been|had been) (?P<verb>[a-z]+ed)(?: on (?-i:[A-Z])[a-z]+)?"
    r" by (?:(?:the|an?) [^,;:.“”()]{3,60}, )?$"
)
_LEADS: Final = {"led": "leads", "headed": "heads", "chaired": "chairs", "owned": "owns"}
_LED_BY: Final = compile_pattern(
    r"(?:^|[,;] )(?P<what>(?:the|an?) [a-z][^,;:.“”()]{2,50}?)(?:, which)? is (?:now )?"
    rf"(?P<verb>{'|'.join(_LEADS)}) by $"
)
_NOT_DONE: Final = compile_pattern("followed|caused|joined|accompanied|named|succeeded|replaced")
_THE: Final = compile_pattern("^the ")


def find_report(text: str, sentence: FromTo, name: FromTo, *, it: bool = False) -> str | None:
    """What the clause that a name begins says that they said, in other words than theirs.

    Of `it`, only where it is known what that is.
    """
    starts, pattern = _after_name(text, sentence, name), _REPORT_OF_IT if it else _REPORT
    reports = (pattern.match(text, start, sentence[1]) for start in reversed(starts))
    report = next((report for report in reports if report), None)
    end = _end_of_report(text, sentence, report.end()) if report else 0
    return _clause(text, (report.start(1), end), is_report=True) if report else None


def _end_of_report(text: str, sentence: FromTo, start: int) -> int:
    """Where it ends, with “40 minutes before the deadline” whole."""
    end = end_of_clause(text, sentence, (start, start))
    within = _TIME_BEFORE.match(text, end, sentence[1]) if _TIME.search(text, start, end) else None
    return end_of_clause(text, sentence, within.span()) if within else end


_TIME: Final = compile_pattern(
    rf"\b(?:[0-9]+|{NUMBER_WORDS}) (?:minute|hour|day|week|month|year)s?$"
)
_TIME_BEFORE: Final = compile_pattern(r" (?:before|after) ")


def find_done_to(text: str, sentence: FromTo, name: FromTo) -> str | None:
    """“Was sacked by Lesk”, of “after Lesk sacked Ann Lee”."""
    found = _DONE_TO.search(text[sentence[0] : name[0]])
    done = to_participle(found["verb"]) if found and is_past(found["verb"]) else None
    is_whole = _WHOLE_AFTER.match(text, name[1]) is not None
    return f"was {done} by {found['who']}" if found and done and is_whole else None


_DONE_TO: Final = compile_pattern(
    r"(?:^|[,;] |\b(?:after|when|because|that|since) )"
    r"(?P<who>(?:(?-i:the [a-z]+)|(?:the )?(?-i:[A-Z])[\w’'-]+)(?: (?-i:[A-Z])[\w’'-]+){0,2})"
    r" (?P<verb>(?-i:[a-z]+)) $"
)
_WHOLE_AFTER: Final = compile_pattern(r"[,;.]| and (?:she|he|it|they|her|his|its|the)\b")


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


def _clause(text: str, stretch: FromTo, *, is_report: bool = False) -> str | None:
    whole = _QUOTED_ALSO.sub("", " ".join(text[slice(*stretch)].split()))
    said, that, rest = _ANOTHER.sub("", whole).strip(" ,;:.").partition(" that ")
    is_said = is_report and that and " " in rest  # what is said is no relative clause
    words = f"{said}{that}{without_relative(rest) if is_said else rest}"
    words = words if is_said else without_relative(words)
    if whole[len(words) :].startswith(" that "):
        words = _SAYS_AT_END.sub("", words)
    is_whole = " " in words and len(words) <= LONGEST
    return words if is_whole and _are_whole(words) else None


def _are_whole(words: str) -> bool:
    """Whether no quotation in it is cut off."""
    plain = words.replace("“", '"').replace("”", '"')
    return plain.count('"') % 2 == 0


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
    r",? ((?:(?:said|warned|argued|admitted|denied|pointed out|insisted|claimed|estimated|predicted|complained)"
    r"(?: that)?"
    r"|said (?:at|in|during) (?:an?|the|its|their) [^,;:.“”\"]{3,60}? that"
    r"|told (?:the )?[a-z]+ (?-i:[A-Z])[\w’'-]*(?: (?-i:[A-Z0-9])[\w’'-]*){0,4} that"
    r"|told (?:(?:the|an?) )?[a-z]+(?: (?:in|at|on) (?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?)? that"
    r"|told (?:the )?(?-i:[A-Z])[\w’'-]*(?: (?-i:[A-Z0-9])[\w’'-]*){0,4} that"
    r"|asked (?:why|whether|if|how)|called (?:for|on))"
    r" (?!(?:on|in|at|by|to|from|with|as|of|before|after|during|so|it|they|this|that|last"
    r"|yesterday|when|while)\b)"
    r"[\w’'$£€])"
)
_REPORT_OF_IT: Final = compile_pattern(
    r",? ((?:said|warned|admitted|denied) that it (?:would|will|had|was|could|has|is)\b)"
)
_AUXILIARIES: Final = frozenset("was were has had will is are".split())
# “said he welcomed it but wanted “every penny” back”: the first is in the article's own words.
_QUOTED_ALSO: Final = compile_pattern(r",? (?:but|and) [^“”\"]{0,60}[“\"].*$")
# “was given seven years and the secretary, Bo Ray, 47, four”: the rest is of somebody else.
_ANOTHER: Final = compile_later(
    r",? and (?:the|an?|his|her|its) [a-z][^,]{2,60}, [A-Z][^,]{2,40},.*$"
)
_REPORTS: Final = frozenset("said added told asked".split())
