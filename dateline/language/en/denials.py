"""Whether a sentence denies a number or date in it.

A closed list of forms, each a negation before the words in the same clause. Where another clause, a
preposition of time or a definite article comes between, what follows may be true: nothing is found.
"""

from typing import Final

from dateline.facts.wording import sentences
from dateline.frozen import dataclass
from dateline.language.en.words import compile_pattern
from dateline.patterns import compile_later

_CLAIM: Final = r"(?:claims?|reports?|rumours?|rumors?|suggestions?|allegations?|accusations?|stor(?:y|ies)|idea)"
# "A dispute that dates to 2016", "claims that first came up in 2016": which, not what, is disputed.
_WHICH: Final = (
    r"(?! (?:(?:first|also|still|once|now|then|only|\w+ly) )?(?:is|are|was|were|has|have|had|will|would|can"
    r"|could|may|might|must|shall|should|does|did|do|began|begun|broke|came|went|ran|led|grew|arose|took"
    r"|fell|rose|made|got|saw|kept|left|sprang|drew|gave|cost|set|put|brought|held|shook|cut|split"
    r"|[a-z]+(?:ed|s) (?:to|from|back|in|on|at|by|since|until|till|over|about|around|with|for|into|out|up"
    r"|down|off|through|during|after|before|between|as)|(?:date|go|run|stem|last|start|begin|continue|reach)"
    r" (?:to|from|back|in|on|until|for|into|over))\b)"
)
_TRUE: Final = r"(?:true|correct|right|accurate|so|the case)"
_NOT: Final = r"(?:not|never|cannot|\w+n't)"
# "It is not true that …", "denied that …": all of the clause after it is denied.
_OF_CLAUSE: Final = compile_pattern(
    rf"\b(?:{_NOT} (?:at all |quite |simply )?{_TRUE}(?:, [^,]{{1,60}},)? that"
    r"|(?:un|in)(?:true|correct) that|false that|wrong that"
    r"|(?:wrongly|falsely|mistakenly) (?:said|says?|told|claim(?:ed|s)?|report(?:ed|s)?|stated?|wrote|believed"
    r"|put)|(?:said|claimed|reported|stated|wrote) (?:wrongly|falsely|mistakenly)"
    rf"|no (?:evidence|proof|sign|truth to {_CLAIM}|truth in {_CLAIM}) that"
    rf"|{_NOT} (?:say|claim|confirm|prove|think|accept|suggest|establish) that"
    rf"|(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing|e)"
    rf"|disprov(?:es|ed|ing|e)|disput(?:es|ed|ing|e)|debunk(?:s|ed|ing)?|(?:denials?|rejections?)(?: of)?)"
    rf"(?: (?:the |a |any |all )?(?:\w+ )?{_CLAIM})? that{_WHICH}"
    r"|den(?:y|ies|ied|ying) there (?:is|are|was|were|had been))\b"
)
_ASIDE: Final = compile_later(r", [^,]{1,60},(?= )")
_CLAUSE_ENDS: Final = compile_pattern(
    r"[;:—–]|, | (?:but|although|though|while|whereas|because|instead|who|which)\b"
)
# "did not", "never": what the verb after it says is denied, up to the end of its clause.
_OF_VERB: Final = compile_pattern(
    rf"(?<!if\s)(?<!or\s)(?<!must\s)(?<!may\s)(?<!shall\s)(?<!should\s)(?<!might\s)(?<!why\s)\b"
    rf"(?:{_NOT}|no longer|neither|nor)\b(?! (?:only|just|least|simply|merely|quite|far|all|every|both|"
    r"one|until|till|before|later|earlier|less|more|fewer|longer|including|counting|to mention"
    r"|because|necessarily|so much|den(?:y|ied)|dispute|doubt|know|known|realised?|notice|expect|believe)\b)"
)
# What is sought and not found is meant to be so much: "couldn't find $900,000 for libraries".
_NOT_TO_BE_HAD: Final = compile_pattern(
    r"\b(?:could not|couldn't|cannot|can not|can't) (?:find|afford|spare|locate|trace)\b"
)
# "Nobody denies the 30 miles of "they won't drive 30 miles to see it": only that they will.
_UNWILLING: Final = frozenset(
    f"{word}n{mark}t" for word in ("wo", "would", "do", "does", "ca") for mark in "'’"
)
# "You cannot move 310 people and tell them nothing": not both, and the 310 are so many.
_NOT_BOTH: Final = compile_pattern(
    r"\b(?:you|we|they|he|she|it|one|[a-z]+s) (?:simply |just )?(?:cannot|can not|can['’]t|could not|couldn['’]t)$"
)
_ITS: Final = (
    r"(?:the|an?|all|both|its|his|her|their|my|our|your|that|those|these|to|for|in|on|with|not|no)"
)
_AND_DO: Final = compile_pattern(
    rf"[^.;:—–]{{1,120}}?,? and (?:then |still |also |yet )?(?!{_ITS}\b|(?:from|at|of|by|when|then|so|if|more|some|many"
    r"|most|others?|another|everyone|everybody|nothing|year|men|women)\b)"
    rf"[a-z]+ (?:{_ITS}|it|them|us|me|him|nothing|everyone|people|patients)\b"
)
_FOR_WHAT: Final = compile_pattern(
    r"[^.,;:—–]{1,50}? to (?:look|see|be|get|do|make|hear|watch|buy|find|have|visit|meet|sit|stand|take|tell|say|learn"
    r"|eat|work|swim|shop|vote|play|stare|listen|fetch|read)\b"
)
_VERB_ENDS: Final = compile_pattern(
    r"[;:—–()“”\"]|, | (?:and|but|although|though|while|whereas|because|instead|since|until|till|before"
    r"|after|despite|amid|who|whom|whose|which|that|what|when|where|why|how|whether|if|unless|as|than"
    r"|for|within|over|during|with|without|from|under)\b"
)
# A thing that there is: "did not reach the 60 farms"; a time that it lasted: "not seen in 20 years".
_GIVEN: Final = compile_pattern(
    r"\b(?:(?:the|these|those|this|his|her|its|their|our|my)(?: [\w’'-]+){0,4} |(?:all|both|in|by) (?:\w+ )?"
    r"|(?:one|any|some|most|each) of )$"
)
_REACH: Final = 300
_DOUBLED: Final = compile_pattern(
    r"(?:\b(?:not|never|cannot|no|nobody|no one|none|few|hardly|without|neither)|n['’]t)"
    r" (?:(?:be|been|being|can|could|will|would|has|have|had|ever|even|seriously|really|longer) ){0,2}$"
)
# "The long dispute that a court settled": a noun, as the word before it shows.
_DISPUTE: Final = compile_pattern(
    r"\b(?:(?:an?|this|that|another|one|each|every) (?:[\w’'-]+ ){0,2}"
    r"|(?:the|its|their|his|her|our|no|any) (?:[\w’'-]*[^\Ws] ){0,2})dispute$"
    r"|\b(?:the|these|those|its|their|his|her|our|many|several|both|old|all|such) disputes$"
)
_FIRST: Final = compile_later(r"[A-Za-z]*")
_CLAIM_BEFORE: Final = compile_pattern(rf"\b{_CLAIM} that{_WHICH} [^;:]*$")
_REFUTED: Final = compile_pattern(
    rf"\b(?:is|are|was|were|proved|proves|turned out to be) (?:\w+ly )?(?:untrue|false|wrong|incorrect"
    rf"|unfounded|baseless|denied|rejected|not {_TRUE})\b"
)


@dataclass(frozen=True, slots=True)
class Denial:
    """A negation and its place; `of_clause` where it denies a whole claim, not a verb."""

    start: int
    end: int
    text: str
    of_clause: bool


def find_denial(text: str, start: int) -> Denial | None:
    """The negation that covers the words at `start`, if there is one."""
    begin, end = next(
        (span for span in sentences(text) if span[0] <= start < span[1]), (start, start)
    )
    begin, end = max(begin, start - _REACH), min(end, start + _REACH)
    return (
        _of_clause(text, begin, start)
        or _of_refuted(text, begin, start, end)
        or _of_verb(text, begin, start)
    )


def _of_clause(text: str, begin: int, start: int) -> Denial | None:
    for found in _OF_CLAUSE.finditer(text, begin, start):
        doubled = _DOUBLED.search(text, begin, found.start())
        noun = found[0].endswith(" that") and _DISPUTE.search(
            text, begin, found.end() - len(" that")
        )
        if (
            not doubled
            and not noun
            and not _CLAUSE_ENDS.search(_ASIDE.sub("", text[found.end() : start]))
        ):
            return Denial(*found.span(), found[0], of_clause=True)
    return None


def _of_refuted(text: str, begin: int, start: int, end: int) -> Denial | None:
    """“Reports that 70 cows drowned were false”."""
    refuted = _REFUTED.search(text, start, end)
    if refuted is None or not _CLAIM_BEFORE.search(text, begin, start):
        return None
    return Denial(*refuted.span(), refuted[0], of_clause=True)


def _of_verb(text: str, begin: int, start: int) -> Denial | None:
    """“did not reach 60 farms”; but a "since 2003" that follows bounds the denial instead."""
    found = [*_OF_VERB.finditer(text, begin, start)][-1:]
    first = _FIRST.match(text, start)
    stop = first.end() if first else start
    if not found or _VERB_ENDS.search(text, found[0].end(), stop):
        return None
    if found[0][0].lower() in _UNWILLING and _FOR_WHAT.match(text, start):
        return None
    if _NOT_BOTH.search(text, begin, found[0].end()) and _AND_DO.match(text, start):
        return None
    if _GIVEN.search(text, found[0].end(), start) or _NOT_TO_BE_HAD.search(text, begin, start):
        return None
    return Denial(*found[0].span(), found[0][0], of_clause=False)
