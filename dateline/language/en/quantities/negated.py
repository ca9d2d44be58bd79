"""Comparisons under a negation: “may not be sold for more than 160” is a limit, up to 160.

A closed list of forms. Where the negation may govern something else, the comparison stays as written.
"""

from collections.abc import Mapping
from typing import Final

from dateline.facts.hedges import Hedge
from dateline.facts.wording import sentences
from dateline.frozen import dataclass
from dateline.language import Negation
from dateline.language.en.words import TIME_UNITS, compile_pattern

TURNED: Final[Mapping[Hedge, Hedge]] = {
    Hedge.MORE_THAN: Hedge.UP_TO,
    Hedge.FEWER_THAN: Hedge.AT_LEAST,
}
_REACH: Final = 300
_RULE: Final = r"cannot|can(?: not|'t)|(?:may|must|shall|should) not|(?:must|should|sha)n't"
_BAN: Final = (
    r"(?:banned|barred|forbidden|prohibited|prevented|stopped) from|forbidden to|unable to"
)
_NEGATION: Final = compile_pattern(
    rf"\b(?:(?P<rule>{_RULE}|{_BAN})|(?P<nor>nor|neither)|(?P<without>without)|(?P<never>never)"
    r"|(?P<nobody>nobody|no one|none)|(?P<not>not|\w+n't|no longer)|(?P<no>no(?! (?:more|fewer|less)\b)))(?![\w-])"
)
_CLAUSE_ENDS: Final = compile_pattern(r"[;:—–()“”\"]|, ")
# After these, what is denied is another clause or a part, or what is said and thought of it.
_OTHER_SCOPE: Final = compile_pattern(
    r"\b(?:and|but|or|that|which|who|whom|whose|what|because|if|when|while|where|whether|how|why|as|than|until"
    r"|till|unless|before|after|since|during|despite|though|although|only|just|merely|simply|even|all|every"
    r"|everyone|everybody|always|necessarily|quite|far|much|so|doubt|wonder|matter|mention|say|says|said|saying"
    r"|think|thought|know|knew|known|believe[ds]?|expect(?:s|ed)?|claim(?:s|ed)?|report(?:s|ed)?|admit|deny|denied"
    r"|explain|mind|stop|prevent|fail|hesitate|help|rule|regret|remember|forget|involve[ds]?|includ\w+|due"
    r"|clear|true|sure|certain|likely|surprising)\b"
)
# “Any of the more than 40”, “in more than 40 towns”: they are so many, whatever is not so of them.
_THOSE: Final = compile_pattern(
    r"\b(?:the|these|those|its|his|her|their|our|of|in|on|from|with|among|across|into|within|after|through"
    r"|about|aged?|not) $"
)
_BRING_IN: Final = compile_pattern(
    r"\b(?:bring|brought|take|took|taken|rake|draw|pull)(?:ed)? in $"
)
_MEASURED: Final = compile_pattern(r"\b(?:for|at|by|to) $")
_MORE: Final = compile_pattern(r"(?:more|less|fewer) than ")
_EXCEED: Final = compile_pattern(r"exceed(?:s|ed)? ")
_EXCEEDING: Final = compile_pattern(r"exceeding ")
# “Must not fall below”; but “children under 16”, “lorries over 3 tonnes” are of that sort.
_VERB: Final = compile_pattern(
    r"\b(?:be|been|is|are|was|were|falls?|fell|fallen|rises?|rose|risen|go(?:es)?|gone|went|drop(?:s|ped)?"
    r"|climb(?:s|ed)?|sinks?|sank|sunk|dip(?:s|ped)?|slip(?:s|ped)?|gets?|got|grow[sn]?|grew|costs?|pays?|paid"
    r"|charges?|charged|weighs?|weighed|lasts?|lasted|spends?|spent|earns?|earned|takes?|took|taken) $"
)
_AUXILIARY: Final = compile_pattern(
    r"\b(?:can|could|may|might|must|shall|should|will|would|has|have|had|is|are|was|were|does|did"
    r"|earns?|costs?|pays?|sells?|charges?|holds?|employs?|gets?|got|won|lost|sold|paid|[a-z]+ed)\b"
)
# “Without charging more than 12”.
_DOING: Final = compile_pattern(r" (?:ever |even |once )?[a-z]+ing\b[^.]*$")
# “May not reopen for more than five years”: so long it does not.
_WAITS: Final = compile_pattern(
    r" (?:be|have|reopen|return|recover|open|resume|end|start|begin|happen|know|see|come|enter|leave)\b"
)
_GOES_ON: Final = compile_pattern(
    r" (?:would|were|was|had|died|did|have|are|will|later|after|ago|before|earlier)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgedNumber:
    """A hedge that begins at `start`, such as “more than”, and the number after it, which ends at `end`."""

    text: str
    start: int
    end: int
    unit: str | None
    is_measured: bool


def scope_of_negation(it: HedgedNumber) -> Negation:
    """What a negation before it in its sentence does to a comparison."""
    text, start = it.text, it.start
    stretch = next((span for span in sentences(text) if span[0] <= start < span[1]), None)
    if stretch is None or not _NEGATION.search(text, stretch[0], start):
        return "none"
    begin = max(stretch[0], start - _REACH)
    begin = max([begin, *(found.end() for found in _CLAUSE_ENDS.finditer(text, begin, start))])
    negations = [*_NEGATION.finditer(text, begin, start)]
    if not negations or _GOES_ON.match(text, it.end) or text[: stretch[1]].endswith("?"):
        return "outside"
    last = negations[-1]
    gap, kind = text[last.end() : start], last.lastgroup or ""
    if (len(negations) > 1 and last[0].lower() != "nor") or _OTHER_SCOPE.search(gap):
        return "outside"
    if kind == "without" and _is_clause_after(it, gap):
        return "outside"
    is_clear = _is_governed(it, gap, kind) and _is_amount(it, gap, kind)
    return "turned" if is_clear else "open"


def _is_clause_after(it: HedgedNumber, gap: str) -> bool:
    """Whether the number is in the clause after “without …”: “Without it the loss would exceed 28”."""
    is_said = _EXCEED.match(it.text, it.start) or _AUXILIARY.search(gap)
    return is_said is not None and not _DOING.match(gap)


def _is_governed(it: HedgedNumber, gap: str, kind: str) -> bool:
    """Whether the comparison goes with what is denied, not with a noun before it."""
    if _EXCEED.match(it.text, it.start):
        return True
    if _EXCEEDING.match(it.text, it.start):
        return gap == " "
    if not _MORE.match(it.text, it.start):
        return _VERB.search(gap) is not None
    if kind == "no":
        return _AUXILIARY.search(gap) is not None
    return kind in ("nor", "without") or gap != " "


def _is_amount(it: HedgedNumber, gap: str, kind: str) -> bool:
    """Whether the number is an amount that is denied, not of things of which something is denied."""
    if _THOSE.search(gap) and not _BRING_IN.search(gap):
        return False
    if _MEASURED.search(gap):
        is_time = it.unit in TIME_UNITS
        return it.is_measured and (not is_time or (kind == "rule" and not _WAITS.match(gap)))
    # “Did not pay more than 40 workers”: up to 40 were paid, or more than 40 were not.
    is_more = it.text[it.start : it.start + 4].lower() in ("more", "over")
    return it.is_measured or kind != "not" or not is_more
