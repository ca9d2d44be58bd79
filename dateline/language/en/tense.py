"""Whether a date without a year, or a weekday, looks back or ahead: read from its sentence."""

import re
from functools import lru_cache
from typing import Final, Literal

from dateline.language.en.words import compile_pattern, one_of
from dateline.patterns import compile_later

Tense = Literal["past", "future", "open"]

_REACH: Final = 160
_SENTENCE_END: Final = compile_later(
    r"(?<![A-Z][a-z])(?<![A-Z])(?<![ap]\.m)[.!?]['\"’”)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n[ \t]*\r?\n"
)

_INFINITIVES: Final = one_of(
    """be meet hold hear vote begin start play face visit appear return open close launch resume
    reopen travel speak make take go announce decide publish release report address discuss host
    sign leave arrive attend deliver stand run retire give end finish kick come hand put unveil
    rule debate introduce step join fly hit reach expire elect choose fight strike walk file submit
    present testify land depart implement cut raise have see get receive shut beat set burst quit cast
    spread split read bet bid rid thrust hurt cost shed upset let""".split()
)
_PRESENT: Final = one_of(
    """meets faces plays hosts begins opens starts votes travels visits returns concludes ends
    closes expires releases publishes takes kicks goes go meet face play host start begin tees arrives airs
    resumes culminates decides rules reopens reopen hears presents unveils premieres launches
    departs sails retires sits reconvenes elects gathers welcomes celebrates stages lapses
    finishes leaves chooses comes falls reviews resume return reconvene stops misses rejoins
    undergoes docks lands sings conducts defends joins tours races""".split()
)
# What a firm does on a day to come; "reports of a fire" is a noun.
_RESULTS: Final = (
    r"(?:reports?|posts?|announces?|unveils|presents)(?= (?:[a-z]+ )?(?:its |their |his |her )?"
    r"(?:(?:first|second|third|fourth|full|half|annual|interim|quarterly|yearly|new|next)\b|results"
    r"|earnings|figures|profits?))"
)
_PAST: Final = one_of(
    """was were had did said told came went took gave made won lost beat fell rose died met held
    left began became broke hit struck shot found sent spoke wrote saw led drew ran stood flew sank
    drove grew sold bought paid threw blew caught fought sought thought taught brought built
    swept stole stabbed got kept knew felt put sat set cut quit shut spent swore tore wore
    undertook overthrew withdrew rang hung dealt heard rode drank ate forgot forgave chose froze woke lent meant slept
    dug swam stuck swung laid bit hid shook bore clung crept fled flung knelt lit overcame rebuilt shone slid spun
    sprang understood wept lay sang drove strode burst let read hurt spread split shed upset thrust cast bid bet rid
    reset offset outbid wed broadcast since ago""".split()
)
# "The storm cost the town $3m"; not "at a cost to the town".
_COST: Final = (
    r"cost(?= (?:[$£€0-9]|(?:the|an?|him|her|them|it|us|his|its|their|more|about|nearly|at least)\b"
    r"|(?-i:[A-Z])))"
)
_NOT_PAST: Final = (
    "(?:need|speed|feed|bleed|breed|exceed|proceed|succeed|seed|weed|indeed|hundred|sacred|united)"
)
# Film and papers tell in the present of what is over.
_SHOWN: Final = (
    r"(?:footage|film|video|clip|recordings?|photos?|photographs?|pictures?|images?|logs?|documents?|records?|minutes"
    r"|emails?|files?|papers|transcript|diary) (?:shows?|captures?|depicts?|records?|reveals?|sees)"
)
PAST_VERB: Final = rf"(?:{_PAST}|{_COST}|(?!{_NOT_PAST}\b)[a-z]{{2,}}ed)"
_CUE: Final = compile_pattern(
    r"\b(?:(?P<future>(?:will|would|shall|can|could|may|must|should"
    r"|to|cannot|(?:can|could|wo|would|must|should)n['’]t)(?: not)?"
    r" (?:be|stay|remain|keep|stand|lie|get)(?: [a-z]+ly)? [a-z]+"
    r"|will|would|won't|shall|due|expected"
    r"|scheduled|slated|planned|plans|planning"
    r"|set (?:to|for)|going to|(?:is|are) (?:un)?likely|(?:is|are) to(?: be [a-z]+)?"
    r"|(?<!had\s)(?<!has\s)(?<!have\s)forecast"
    r"|upcoming|forthcoming"
    r"|(?:postponed|adjourned|rescheduled|delayed|booked|extended|moved|pushed|put)(?= (?:(?:back"
    r"|off|forward) )?(?:[\w-]+ (?:hours?|days?|weeks?|months?|years?) )?(?:until|till|to|for)\b)"
    r"|(?:(?<=[a-rt-z]s\s)(?<!its\s)(?<!his\s)|(?<=\band\s)|(?<=hey\s)|(?<=\bwe\s)|(?<=who\s)|(?<=also\s)|(?<=now\s))"
    r"(?:plan|intend|mean|want|prepare|wish) to"
    r"|(?:intends|means|wants|prepares|wishes|intending|wanting|preparing|about|ready) to"
    r"|hop(?:es?|ing)|aims?|looms?|expects?|vowed|pledged|(?-i:may|might|should|must)(?! have\b)"
    rf"|{_RESULTS}|runs out"
    r"|(?:is|are)(?: also| always| only)? (?:shut|closed|held|marked|observed|celebrated|staged|sung|listed|fixed"
    r"|billed|timetabled|booked|pencilled in|down)"
    r"|(?<=s\s)stop"
    r"|(?:(?<=\bhe\s)|(?<=\bit\s)|(?<=\bwho\s))(?!(?:is|was|has|does|says|tells|his|its|this|as|ha[ds]|plays|believes|thinks|recalls"
    r"|remembers|knows|insists|argues|claims|admits|adds|writes|shows|likes|loves|feels|seems|appears)\b)[a-z]{2,}s"
    r"|(?:is|are|be) (?:holding|meeting|hosting|playing|facing|visiting|travelling"
    r"|traveling|returning|appearing|speaking|launching|opening|closing|starting)"
    rf"|promised|urged|called for|invited|eyeing|tomorrow|could|(?-i:open)|{_PRESENT})"
    rf"|(?P<weak>to {_INFINITIVES}|be|can|next)"
    rf"|(?P<past>{_SHOWN}|{PAST_VERB}))\b|(?P<shall>(?<=\w)'ll\b)"
)
# Directly before the date these look ahead, whatever the verb.
_AHEAD: Final = compile_pattern(
    r"\b(?:deadline of|deadline on|deadline is)(?: the)? $"
    r"|\buntil [^.,;]{1,16} on $|\b(?:is|are)(?: on)? $"
    r"|\b(?:called|calls?|announced?|sets?|fixed|scheduled|billed|planned|booked|arranged|convened"
    r"|summoned|ordered|proposed|earmarked|pencilled in|penciled in|invited|issued|tickets?|agenda"
    r"|appointment|rescheduled|organi[sz]ed|promised|reserved|declared|proclaimed|imposed|confirmed|agreed|approved"
    r"|advertised|listed|forecast|predicted"
    r"|lined up)\b[^.;:]{0,60} for(?: the)?(?: (?:noon|midnight|midday|[0-9][0-9:.]{0,4} ?[ap]\.?m\.?)(?: on)?)? $"
)
# What was done ahead of a day may be over, and the day too.
# "At reduced speed" tells no time.
_AT_SUCH: Final = compile_pattern(r"\b(?:at|with|under) $")
AHEAD_OF: Final = compile_pattern(r"\b(?:ahead of|run-up to)(?: the)? $")
# "The squad for Friday's game", "silence before Friday's concert".
_NO_TIME_BEFORE: Final = "".join(
    rf"(?<!{word}\s)"
    for word in "hour hours minutes day days night week weeks shortly just long soon".split()
)
_BEFORE_OR_FOR: Final = compile_pattern(rf"\b(?:{_NO_TIME_BEFORE}before|for)(?: the)? $")
_BEFORE_ITS: Final = compile_pattern(rf"{_NO_TIME_BEFORE}\bbefore $")
_FIXTURE: Final = compile_pattern(
    r"['’]s (?:[a-z-]+ ){0,2}(?:tie|game|match|final|semi-final|clash|derby|visit|trip|test|opener|fixture|race|hearing"
    r"|concert|show|vote|debate|election|poll|launch|meeting|summit|parade|service)\b"
)
_NOW_UNDONE: Final = compile_pattern(r"['’]s (?:[a-z-]+ ){1,4}(?:is|are|has been|have been) ")
_DECLARED: Final = compile_pattern(r"\b(?:declared?|declares|proclaimed|designated|named) $")
_AS_A: Final = compile_pattern(r"(?: as)? (?:an?|the) ")
# A comparison: "from 3% in April", "the 2% that it forecast in June".
_COMPARED: Final = compile_pattern(
    r"\b(?:from|against|than|with|versus|beside) (?:[a-z]+ ){0,3}[$£€]?[0-9][^\s;,]*(?: [a-z-]+){0,3} in $"
    r"|\b(?:it|he|she|they|had|that|which) (?:had )?(?:forecast|projected) (?:in|on|for|at) $"
)
# "It reports first-quarter results on 8 April": of the quarter too.
_RESULTS_OF: Final = compile_pattern(
    r"\b(?:reports?|publish(?:es)?|posts?|releases?|announces?|unveils|presents)(?: its| their)?(?: the)? $"
)
_THOSE_RESULTS: Final = compile_pattern(
    r" (?:[a-z-]+ ){0,2}(?:results|figures|earnings|profits?|sales|report) [^.]{0,30}\b(?:on|in|next|tomorrow|later)\b"
)
_FIRST: Final = compile_pattern(r"(?:^|[;:.,] |\band |\bbut )(?:on |at )?$")
_IS_TO_COME: Final = compile_later(r"['’]s (?:is|are|will)\b")
_CLAUSE: Final = compile_later(r"[^.,;:]{0,40}")
# "Friday's match was called off": before the day, or on it.
_UNDONE: Final = compile_pattern(
    r"['’]s (?:[a-z-]+ ){1,4}(?:was|were|has been|have been|had been)(?: [a-z]+)? (?:in doubt|at risk"
    r"|under threat|under review|on hold|off|sold out|full|uncertain|unclear|cancell?ed|called off"
    r"|scrapped|postponed|abandoned"
    r"|put off|put back|moved|brought forward|rescheduled|suspended|axed|dropped|announced|confirmed|advertised)\b"
)
# "On Friday its members vote"; "said in its December outlook that rates would fall".
_PEOPLE_DO: Final = compile_pattern(
    r",? (?:(?:the|its|their|his|her|our|both|all) )?(?:[a-z]+ )?[a-z]+s (?:vote|meet|go|decide"
    r"|play|travel|return|start|begin"
    r"|hold|face|elect|choose|strike|march|gather|walk|sit|resume|compete|open|reopen)\b"
)
_SAID_IN: Final = compile_pattern(
    r"\b(?:said|say|says|wrote|showed|published|made|predicted|forecast|projected|in line with|than"
    r"|since|after|from|of)"
    r"(?: in)? (?:its|their|his|her|the|an?) $"
)
_DOCUMENT: Final = compile_pattern(
    r" (?:[a-z]+ )?(?:outlook|forecasts?|reports?|surveys?|poll|estimates?|projections?|statements?"
    r"|minutes|meeting|budget"
    r"|figures|data|reading|review|update|speech|letter|interview|peak|low|high|record|level|election)\b"
)
_NOT_ONWARD: Final = compile_pattern(r"(?! to\b)")
# What follows these with "to" has been done, or has not.
_DONE: Final = compile_pattern(
    r"\b(?:able|failed|failing|managed|forced|refused|tried|used|helped|allowed|began|started"
    r"|continued|came|went|rushed|moved|chose|had)\b[^.;]{0,12}$"
)
_REPORTING: Final = compile_pattern(
    r"(?:said|told|announced|added|warned|confirmed|reported|claimed|insisted|revealed|believed"
    r"|ordered|agreed|decided|tweeted|predicted|wrote)$"
)

# "An open letter", "kept the pool open", "a play", "two visits": no verbs of what is to come.
_OPEN_BEFORE: Final = compile_pattern(
    r"\b(?:an?|the|its|their|his|her|our|in|into|wide|half|still"
    r"|(?:was|were|been|stayed|remained|lay|stood|broke|burst|blew|swung|flew|cut|left|kept|held|found|threw|flung|forced"
    r"|prised|pushed)(?: (?:it|them|the [a-z]+|an? [a-z]+|its [a-z]+|his [a-z]+|her [a-z]+))?) $"
)
_ALSO_NOUNS: Final = frozenset(
    "play host face visits plays hosts faces falls stops races tours lands reviews".split()
)
_OWNED_NOUN: Final = compile_pattern(r"\b(?:an?|the|its|their|his|her|our) $")
_MANY: Final = compile_pattern(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|few|all|both|other|no|[0-9]+) $"
)

# Past verbs that are nouns after an article or an adjective: "one more cut", "a hit".
_NOUNS: Final = frozenset(
    """cut hit shot set beat put left felt found saw votes reported estimated combined alleged suspected
    read spread split cast bid bet upset cost thrust reset offset broadcast""".split()
)
_PAST_AS_INFINITIVE: Final = frozenset(
    """hit put set cut quit shut beat burst read lay let hurt spread split shed upset thrust cast bid bet rid cost
    reset offset outbid wed broadcast""".split()
)
# "Let us meet on Friday" asks; "opinion is split over Friday" tells how it is.
_ASKS: Final = frozenset({"let", "read"})
_SENTENCE_BEFORE: Final = compile_pattern(r"^[\s“‘\"']*$")
_IS_BEFORE: Final = compile_pattern(r"\b(?:is|are|be|being)(?: [a-z]+ly)? $")
_MODALS: Final = "(?:will|would|can|could|may|must|should)"
_BY_THE_WAY: Final = "(?:not|now|also|then|soon|only|still|have to|[a-z]+ly)"
_MODAL_BEFORE: Final = compile_pattern(
    rf"\b(?:{_MODALS}|cannot|might|shall|to|do|does|did|let|lets|helps?"
    rf"|(?:wo|would|ca|could|should|must|do|does)n['’]t)(?: {_BY_THE_WAY})* $"
    rf"|['’](?:ll|d) (?:{_BY_THE_WAY} )?$"
    rf"|(?:^|[.!?:,“\"‘] ?){_MODALS}(?:n['’]t)? (?:[\w’'-]+ ){{1,4}}$"
)
_NOUN_BEFORE: Final = compile_pattern(
    r"\b(?:an?|one|two|three|more|another|further|rate|tax|pay|price|spending|job|budget|first"
    r"|second|third|final|next|last|deep|big|point|percent|no|any|each|interest-rate|the|its|his|her|their"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]+) $"
)
_OF: Final = compile_pattern(r"\b(?:of|after|since|following|from|at|in|over) $")


# "Promised on Sunday to go": what was promised lies ahead, Sunday does not.
_PROMISED: Final = compile_pattern(
    r"\b(?:promised|vowed|pledged|urged|invited)(?: on| (?:early |late )?in)?(?: the)? $"
)
# "Had promised staff in April that none would go".
_HAD_PROMISED: Final = compile_pattern(
    r"\b(?:promised|vowed|pledged|urged|expected|hoped|planned|aimed|told|assured)(?: [a-z]+){0,3}"
    r" (?:on|in)(?: the)? $"
)
_WHAT: Final = compile_pattern(r",? (?:that|to) ")
# "Power for Friday delivery": what is sold for a day comes on that day.
_FOR: Final = compile_pattern(r"\bfor(?: the)? $")
_DELIVERY: Final = compile_pattern(
    r"(?:[ -][a-z]+)?[ -](?:delivery|deliveries|settlement|collection|shipment|loading|start|departure|arrival|kick-off"
    r"|publication|session|opening|launch|hearing|vote)\b"
)
_ANYTHING: Final = compile_later("")
# "Was due on 3 May but came a week late": the day is over, as what came of it is.
_WAS_DUE: Final = compile_pattern(
    r"\b(?:was|were|had been) (?:due|expected|scheduled|supposed|meant|to (?:be|have))\b[^.;]{0,80}"
    r"(?:\b(?:on|by|at)(?: the)?|[a-z]) $"
)
DUE_THEN: Final = compile_pattern(
    rf"\b(?:was|were|had been) due\b(?! to\b(?! {_INFINITIVES}\b))[^.;,]{{0,60}}$"
)
_WHAT_CAME: Final = compile_pattern(
    r",? (?:and|but|yet)(?: (?:it|they|he|she|we))?(?: (?:only|finally|still|then|in the end))?"
    r" (?:came|arrived|went|did(?:n['’]t| not)|never|failed|missed|appeared|began|opened|ended|took|cost|fell|passed"
    r"|(?:was|were) (?:late|missed|published|filed|delivered|paid|held|(?:not|never) [a-z]+ed))\b"
)
# "The wettest February since 2011" is over.
_RECORD: Final = compile_pattern(
    r"\b(?:[a-z]{3,}(?:est)|worst|best|first|only|most [a-z]+|least [a-z]+) $"
)
_SINCE: Final = compile_pattern(r" since\b")
# "December futures", "the March contract": of the coming one.
_CONTRACT: Final = compile_pattern(
    r" (?:[a-z]+ )?(?:futures|contracts?|options|deliver(?:y|ies))\b(?! (?:expired|ended|was|were))"
)
# "An inspection due on 7 March was never carried out": the day is over, and nothing came of it.
_DUE: Final = compile_pattern(
    r"\b(?:due|scheduled|planned|expected|set|booked|meant|promised|arranged|ordered|called|fixed|required|agreed)"
    r"(?: to [a-z]+(?: [a-z]+)?)?(?: for| on| by| in| at)?(?: the)? $"
)
_NEVER_CAME: Final = compile_pattern(
    r",? (?:(?:was|were|had been|had|did) (?:never|not)|(?:was|were|had|did)n['’]t|never)"
    r"(?! (?:yet|expected|due|planned|to|know[ns]?|say|want|mean)\b) [a-z]+|,? (?:was|were|had been) missed\b"
)
# "Contracts that run out in June" may run out next June, whatever the verbs before.
_RUN_OUT: Final = compile_pattern(
    r"\b(?:that|which|[a-z]*[a-rt-z]s) (?:run out|end|expire|lapse|fall due)(?: in| on| at)?(?: the)? $"
)
# Words directly before and after a date that decide; the first that fit.
_DECIDING: Final[tuple[tuple[Tense, re.Pattern[str], re.Pattern[str]], ...]] = (
    ("past", _DUE, _NEVER_CAME),
    ("future", _AHEAD, _ANYTHING),
    ("future", _DECLARED, _AS_A),
    ("future", _RESULTS_OF, _THOSE_RESULTS),
    ("past", _WAS_DUE, _WHAT_CAME),
    ("open", DUE_THEN, _ANYTHING),
    ("past", _COMPARED, _NOT_ONWARD),
    ("past", _SAID_IN, _DOCUMENT),
    ("past", _RECORD, _SINCE),
    ("past", _PROMISED, _ANYTHING),
    ("past", _HAD_PROMISED, _WHAT),
    ("future", _FOR, _DELIVERY),
    ("open", _RUN_OUT, _ANYTHING),
    ("future", _ANYTHING, _CONTRACT),
    ("future", _FIRST, _PEOPLE_DO),
)


def read_tense(text: str, start: int, end: int) -> Tense:
    """The tense that the nearest verb gives a date; open where the sentence has none that decides.

    The nearest cue to the left decides, unless it only reports ("said the match on Friday will
    …"); without one, the first to the right does. An infinitive looks ahead ("plans to close on
    Friday") unless it is done ("failed to appear on Friday"); after another past verb it may be
    either. "Thursday will …" looks ahead whatever comes before it.
    """
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    ends = _SENTENCE_END.finditer(text[max(0, start - _REACH) : start + 1])
    begin = max((match.end() for match in ends), default=0)
    stop = _SENTENCE_END.search(after)
    return _tense(before[begin:], after[: stop.start()] if stop else after)


def never_came(text: str, start: int, end: int) -> bool:
    """Whether nothing came of what was due on a date: “due by 7 March were never paid”."""
    before = text[max(0, start - _REACH) : start]
    return bool(_DUE.search(before) and _NEVER_CAME.match(text, end))


# Quantities read the dates again, on the same words, to leave them alone.
@lru_cache(maxsize=4096)
def _tense(before: str, after: str) -> Tense:
    settled = _settled(before, after) or _of_entry(before, after)
    if settled:
        return settled
    cues = [cue for cue in _CUE.finditer(before) if not _is_no_verb(before, cue)]
    right = next((cue for cue in _CUE.finditer(after) if not cue["weak"]), None)
    if right is not None and (_decides(right, before, after) or not cues):
        is_aside = right["future"] and after.startswith(", ") and _ASIDE.search(before)
        return "open" if is_aside and not cues else _side(right)
    if not cues:
        return "open"
    left = cues[-1]
    if left["weak"]:
        return _weak(before, cues)
    near = len(before) - left.end() <= 6
    if _REPORTING.search(left[0]) and not near and right is not None and not right["past"]:
        return "future"
    return _side(left)


# “Thursday, 9.40pm: the lower bridge is closed” may be an entry of a log or of a programme.
_ENTRY: Final = compile_pattern(r"(?:,? [^.,;:]{1,24}|, [0-9.:]+ ?[ap]\.?m\.?(?: [A-Z]{2,4})?)?: ")
_WILL: Final = compile_pattern(r"(?:will|shall|is to|are to|due|would|to)\b")


def _of_entry(before: str, after: str) -> Tense | None:
    if before.strip(" \n-*•–") or not _ENTRY.match(after):
        return None
    first = next((cue for cue in _CUE.finditer(after) if not cue["weak"]), None)
    return "open" if first and first["future"] and not _WILL.match(first[0]) else None


# "Wards that shut over Easter will …", "the dam, full in April, will …": not of that verb.
_OF_ITS_CLAUSE: Final = compile_pattern(
    rf"\b(?:that|which|who) (?:[a-z]+ )?{PAST_VERB}\b[^.,;:]{{0,40}} (?:on|in|at|over|during|by)(?: the)? $"
)
_ASIDE: Final = compile_pattern(r"[\w’'], [^.,;:]{1,40} (?:on|in|at|over|during)(?: the)? $")
# "; on Monday it heard …", "and on Monday the court heard …": the verb of that clause decides.
_CLAUSE_BEFORE: Final = compile_pattern(
    r"(?:[;:] |[,;:]? ?\b(?:and|but|while|whereas|although) )(?:then )?(?:(?:on|in|at|by|from)(?: the)? )?$"
)
_ITS_SUBJECT: Final = compile_pattern(
    r",? (?:it|he|she|they|we|I|there|(?:the|its|his|her|their|an?|no) (?:[\w’'-]+ ){1,3}?|(?-i:[A-Z])[\w’'-]+) ?"
)


def _decides(right: re.Match[str], before: str, after: str) -> bool:
    """Whether the verb after a date has it: "Thursday will …", "; on Monday it heard …"."""
    if right.start() <= 1 and right["future"]:
        return _OF_ITS_CLAUSE.search(before) is None
    subject = _ITS_SUBJECT.fullmatch(after, 0, right.start())
    return subject is not None and _CLAUSE_BEFORE.search(before) is not None


def _settled(before: str, after: str) -> Tense | None:
    """The tense where the words directly around a date decide, whatever the verbs."""
    is_owned = after[:2] in {"'s", "’s"}
    if AHEAD_OF.search(before) or (is_owned and _BEFORE_OR_FOR.search(before)):
        return _tense_ahead(before)
    for tense, left, right in _DECIDING:
        if left.search(before) and right.match(after):
            return tense
    return _owned(before, after) if is_owned else None


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether of two days that the verb leaves open, the coming one is the likelier."""
    if AHEAD_OF.search(text, max(0, start - 16), start):
        return True
    if text[end : end + 2] not in {"'s", "’s"}:
        return False
    if _BEFORE_ITS.search(text, max(0, start - 16), start):
        return True
    if _FOR.search(text, max(0, start - 8), start) and _FIXTURE.match(text, end):
        return True
    if _UNDONE.match(text, end):
        return _NOW_UNDONE.match(text, end) is not None
    clause = _CLAUSE_END.split(text[max(0, start - _REACH) : start])[-1]
    cue = next((cue for cue in reversed([*_CUE.finditer(clause)]) if not cue["weak"]), None)
    return cue is not None and bool(cue["future"]) and _OF.search(clause) is None


_CLAUSE_END: Final = compile_later(r"[.;:!?]\s|\n")


def _tense_ahead(before: str) -> Tense:
    return "open" if any(cue["past"] for cue in _CUE.finditer(before)) else "future"


def _is_no_verb(before: str, cue: re.Match[str]) -> bool:
    """Whether it tells no time: a noun ("a cut", "two visits"), an adjective, or the infinitive of "would shut"."""
    word = cue[0].lower()
    if cue["future"] and _is_no_future(word, before, cue.start()):
        return True
    if word in _PAST_AS_INFINITIVE and _is_no_past(word, before, cue.start()):
        return True
    if word.endswith("ed") and re.match(" [a-z]", before[cue.end() :]):
        return _AT_SUCH.search(before, 0, cue.start()) is not None
    return word in _NOUNS and _NOUN_BEFORE.search(before, 0, cue.start()) is not None


def _is_no_past(word: str, before: str, start: int) -> bool:
    """Whether a verb whose past is its infinitive is not past: "would let", "let us", "is split"."""
    if word in _ASKS and _SENTENCE_BEFORE.search(before, 0, start):
        return True
    return any(each.search(before, 0, start) for each in (_MODAL_BEFORE, _IS_BEFORE))


def _is_no_future(word: str, before: str, start: int) -> bool:
    if word == "open":
        return _OPEN_BEFORE.search(before, 0, start) is not None
    if word not in _ALSO_NOUNS:
        return False
    is_many = word.endswith("s") and _MANY.search(before, 0, start)
    return bool(is_many or _OWNED_NOUN.search(before, 0, start))


def _owned(before: str, after: str) -> Tense:
    """The tense of "Tuesday's meeting": what is said of the meeting decides, else it is open."""
    if _IS_TO_COME.match(after):
        return "future"
    clause = _CLAUSE.match(after)
    if _UNDONE.match(after):
        return "open"
    said = (
        next((cue for cue in _CUE.finditer(clause[0]) if not cue["weak"]), None) if clause else None
    )
    if said is None and (cues := list(_CUE.finditer(before))):
        return "past" if cues[-1]["past"] else "open"
    if said is None or (said["future"] and _OF.search(before)):
        return "open"
    return _side(said)


def _side(cue: re.Match[str]) -> Tense:
    return "past" if cue["past"] else "future"


def _weak(before: str, cues: list[re.Match[str]]) -> Tense:
    if _DONE.search(before, 0, cues[-1].start()):
        return "past"
    earlier = next((cue for cue in reversed(cues) if not cue["weak"]), None)
    return "open" if earlier is not None and earlier["past"] else "future"
