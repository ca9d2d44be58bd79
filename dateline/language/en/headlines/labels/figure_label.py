"""The label of a figure, and which words are none."""

from typing import Final

from dateline.frozen import dataclass
from dateline.language.en.words import MONTHS, compile_pattern, one_of

LONGEST: Final = 80


PREPOSITIONS: Final = (
    "in|of|at|on|for|from|with|without|between|across|near|inside|outside|aboard|under|over|to"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLabel:
    """What a number counts, in `words` that may stand within others: “trade between the towns”.

    `is_subject` where that is what the clause is about: “Trade reached …”.
    """

    words: str
    is_subject: bool = False

    @property
    def text(self) -> str:
        return self.words[:1].upper() + self.words[1:]


def as_label(words: str, *, is_subject: bool = False) -> FigureLabel | None:
    text = " ".join(words.split()).strip(" ,.;:")
    text = text if _WITH_VERB.search(text) else _LEFT_OVER.sub("", text)
    text = _THERE.sub("", _ARTICLE.sub("", text))
    is_bare = (
        len(text) < _SHORTEST and not (text.isupper() or text in ("fee", "tax"))
    ) or text.lower() in _TOO_PLAIN
    if is_bare or len(text) > LONGEST or _NO_LABEL.search(_AGED.sub("", text)):
        return None
    return FigureLabel(words=text, is_subject=is_subject)


# “cases in people over 65”
_AGED: Final = compile_pattern(r" (?:people|men|women|those) (?:over|under|aged) [0-9]{2}$")
# “chicks that hatched there”: where, no label says.
_THERE: Final = compile_pattern(r"(?<!\bthat)(?<!\bwho) there(?= on\b| in\b| by\b|$)")
_SHORTEST: Final = 4


# What is no label without a word on what it is of.
_TOO_PLAIN: Final = frozenset(
    """cost costs price value total figure number sum amount rate size stretch distance experience average maximum
    minimum paid spent another second third first length width height depth record deal bill""".split()
)


# What is left at the end where a date or another clause was cut off.
_LEFT_OVER: Final = compile_pattern(
    rf"(?: (?:{PREPOSITIONS}|out|its|his|her|their|the|an?|first|last|then|and|or|still|now|all|some))+$"
)


# “the state’s subsidy” keeps its article.
_ARTICLE: Final = compile_pattern(
    r"^(?:the|an?|its|his|her|their|this|these) (?!(?-i:[a-z])[\w-]*(?:[’']s|s[’']) )"
)


# “rise that drivers are asking for”
_WITH_VERB: Final = compile_pattern(
    r" that (?:[\w’'-]+ ){2,}(?:for|on|out|over)$| [a-z]+ed (?:out|over)$"
)


_NO_LABEL: Final = compile_pattern(
    rf"\b(?:of|by) {one_of(name for name in MONTHS if len(name) > _SHORTEST)}$|"
    r"[“”\"()]|(?:^|\s)[’']s\b|[0-9]$|^(?P<again>[a-z]+) of (?:[a-z]+ ){1,2}(?P=again)\b"
    r"|\b(?:we|us|our|ours|my|me|your|you|nobody|everybody|everyone|anyone|somebody|someone|(?-i:I))\b"
    r"|^(?:so far|to date|until now|up to now|at present|in all|in total|as well)$"
    r"|^(?:if|unless|when|because|while|has|have|had|is|are|was|were)\b"
    r"|^(?:too (?:much|many|little|few)|(?:the )?our)\b"
    r"|^(?:them|it|us|that|which|by|at|in|on|dead|missing|figures?|toll)\b(?!.* (?:of|in|from)\b)"
    r""
    r"| of (?:the|its) [\w’'-]+[’']s? [0-9]| of the [0-9]"
    r"|\bof (?:them|it|those(?! who\b)|whom)\b"
    r"|^(?!.* (?:that|which) ).* (?:came|went|took|fell|rose|a|survived|put)$|^(?:by|at|on) "
    r"|^Share of (?:what|which|whom|it|its|his|her|their|them|those(?! who)|that)\b"
    r"|\b(?:early|late) hours$|\bin [a-z]+ing yes$"
    r"|^[a-z]+ of (?:his|her|its|their|the) [0-9]|\b(?:said|says|it|they|he|she|according|statement)\b"
    r"| to (?:shed|close|get|go|make|take|give)\b"
    r"| to be (?![a-z]+(?:ed|t|n|ld|de|aid)\b)|(?<!\bto) be [a-z]+|\b(?:which|who|whole|and [a-z]+ing)$"
    r"|\bby [a-z]+s (?:itself|themselves|himself|herself)\b"
    r"| (?:can|will|would|may|must|could|should|has|have|had|is|are|was|were)$"
    r"|\bof (?:Rs\.? |[A-Z]{0,3}[$£€])[0-9]"
)
