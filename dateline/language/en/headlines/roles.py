"""What an article says that somebody or something is, beside the name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from dateline.frozen import dataclass
from dateline.language.en.headlines.clause_parts import (
    FromTo,
    has_verb,
    subject_before,
)
from dateline.language.en.headlines.known_bodies import what_is_known
from dateline.language.en.headlines.name_cues import kind_by_words
from dateline.language.en.names.name_kinds import find_name_kind
from dateline.language.en.words import MONTHS, WEEKDAYS, compile_pattern
from dateline.patterns import compile_later

LONGEST: Final = 90

_NO_START: Final = (
    "who|which|whose|where|when|and|but|or|as|said|says|according|after|before|with|while|at|on|by|for|from|including"
    "|not|then|now|still|also|it|he|she|they|between|shortly|beside|outside|inside|within|across|just|soon|late|early"
)
# “Pia Holm, the harbour minister, …”, “Ann Lee, 34, a nurse from Lesk, …”.
_AFTER: Final = compile_pattern(
    rf",(?: (?P<age>[1-9][0-9]),)? (?P<role>(?!(?:{_NO_START})\b)(?:[^,;:.“”()]|,(?=[0-9]{{3}}))"
    r"{3,90}?)(?=,(?![0-9]{3})|;|:|\.(?:\s|$)| (?:said|says|added|told|who|whose|which|that)\b)"
)
# What goes on with the sentence: another name, a number, an act.
_NO_ROLE: Final = compile_pattern(
    r"^(?:(?:the )?(?:(?:right|very|most) )?(?:rev|reverend|hon|dr|mr|mrs|ms|sir|prof)\b"
    r"|(?-i:[A-Z])[\w’'-]+(?: (?:and|or) .*)?$|[0-9$€£]|[a-z]+ing\b|(?:of|aged|in|during|since|until|under|over"
    r"|one of the (?:[a-z]+est|most [a-z]+|least [a-z]+|best|worst) (?:[a-z-]+ )?(?:rates|levels|numbers|figures|shares"
    r"|totals|prices|sums|results|scores|increases|rises|falls|declines)"
    r"|despite|because|if|that|this|there|his|her|many|some|most|both|all|only|even|about|around|nearly"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|most|some) of (?:them|whom|which)|(?:each|none) of"
    # “The University of Lesk, pointed out that”
    r"|population|(?:point|not|stress|add)ed(?: out)?$"
    r"|known as|called|however|meanwhile|though|instead|almost|more|less|up|down|to|is|was|are|were|i|we|you|us)\b)"
)
_ARTICLE: Final = compile_pattern(r"^(?:the|an?|its|his|her|their) ")
_OFFICES: Final = (
    "president|prime minister|premier|chancellor|minister|secretary|governor|mayor|deputy mayor|senator|congressman"
    "|congresswoman|commissioner|councillor|ambassador|envoy|spokesperson|spokesman|spokeswoman|chief|chief executive"
    "|chairman|chairwoman|chair|director|manager|head|leader|general|colonel|major|captain|sergeant|lieutenant|officer"
    "|judge|justice|prosecutor|lawyer|professor|doctor|coroner|analyst|economist|scientist|engineer|king|queen|prince"
    "|princess|pope|bishop|archbishop|rabbi|imam|coach|striker|winger|forward|midfielder|goalkeeper|defender|author|actor|actress"
    "|singer|coun|cllr|councilman|farmer|teacher|nurse|negotiator|official|lawmaker|activist|resident|owner|founder|reporter|editor"
    "|architect|inspector|constable|superintendent|commander|admiral|lord|trustee|treasurer|harbourmaster|skipper|dean|rector"
    "|vice president|vice-president|mp|td|msp|peer|forecaster|meteorologist|barrister|solicitor|detective|paramedic"
    "|firefighter|landlord|publican|midwife|builder|fisherman|trader|investor|organiser|volunteer|priest|vicar"
    "|headteacher|principal|surveyor|curator|archivist|conductor|choreographer|speaker|student|historian|researcher|driver|pilot|survivor|campaigner"
    "|candidate|nominee|contender|whip|sponsor|registrar|sheriff|warden|bursar|chaplain|referee|jockey|pollster|strategist"
    "|biologist|geologist|sociologist|psychologist|epidemiologist|virologist|hydrologist|oceanographer|archaeologist"
    "|passenger|witness|eyewitness|commuter|shopper|tourist|neighbour|neighbor|bystander|onlooker"
    "|convener|convenor|consultant|adviser|advisor|pharmacist"
    "|auditor|accountant|collector|magistrate|counsel|signalman|lecturer"
    "|[a-z]+(?:ologist|ographer)|surgeon|physician|novelist|poet|playwright|composer|pianist|violinist|producer|columnist|critic|sculptor"
)
# “…, officials said”, “…, spokeswoman Ann Lee said”: who says it, and not what the name is.
_SAYS_SO: Final = compile_later(r"(?:[\w’'-]+ ){0,3}(?:[a-z-]+s|police|people)")
_SOMEBODY_ELSE: Final = compile_pattern(
    rf"^(?:[a-z-]+ ){{0,3}}(?:{_OFFICES}) (?-i:[A-Z])[\w’'-]+ (?-i:[A-Z])[\w’'-]+$"
)
# “Iraqi Defense Minister ”, “foreign ministry spokesperson ”, “former President ”: a title right before.
_BEFORE: Final = compile_pattern(
    rf"(?:^|[^\w’'-])(?P<whose>(?:[\w’'-]+ ){{0,6}}?)(?P<office>(?:(?:{_OFFICES}) and (?:[a-z-]+ ){{0,2}}?)?"
    rf"(?:{_OFFICES})(?: (?:emeritus|general))?"
    # “Minister for Transport ”, “Secretary of State for Health and Care ”
    r"(?: (?:for|of)(?:(?: (?:the|and|of|for)){0,2} (?-i:[A-Z])[\w’'-]+){1,6})?),?"
    r"(?: (?:Dr|Mr|Mrs|Ms|Mx|Sir|Dame|(?:(?:Associate|Assistant|Emeritus) )?Prof(?:essor)?|Rev)\.?)? $"
)
# “Gov. ”, “state Sen. ”: what is written short is spelt out.
_SHORT_TITLE: Final = compile_pattern(
    r"(?:^|[^\w’'.-])(?P<role>(?:(?:state|US|U\.S\.) )?(?-i:Gov|Sen|Rep|Coun|Cllr"
    # “Det Ch Insp ”, “Supt ”
    r"|(?:Det )?(?:Ch )?(?:Insp|Supt|Sgt)))\.? $"
)
# Words that no title holds: what is before them belongs to the sentence.
_ENDS_BEFORE: Final = compile_pattern(
    r"^.*\b(?:said|says|told|by|with|from|under|and|but|that|when|while|as|after|before|to|for|appointed|elected|named"
    r"|made|(?-i:met)|where|if|because|in|on|at) (?=[\w’'-])"
)
# Of an office, what it is for.
_OWN_WORDS: Final = compile_pattern(r" .*")
# “sentenced the company’s ”
_OWNER: Final = compile_pattern(
    r"^.* (?=(?:the|its|their) (?:[\w-]+ ){0,2}[\w-]+[’']s (?:[\w-]+ )*$)"
)
_DAY: Final = compile_pattern(
    rf"^(?:{'|'.join([*WEEKDAYS, *MONTHS])}|then|now|yesterday|meanwhile|later|today|instead|still|yet|so)\b\.? "
)
# “A signaller in Boston Bar, Harjit Sandhu, …”.
_APPOSITION: Final = compile_pattern(
    r"(?:^|[,;:—–] |[ap]\.?m\.? |\b(?:said|told|and|but|that|when|while|as|by|with) |\b[a-z]+ (?=(?:his|her|its) )"
    r"|\b[a-z]+ (?=(?-i:[A-Z])[\w’'-]+['’]s? (?:widow|widower|wife|husband|mother|father|sister|brother"
    r"|daughter|son)\b))"
    r"(?P<role>(?:the|an?|its|his|her|(?-i:[A-Z])[\w’'-]+['’]s) (?:[^,;:.“”()]|(?<=[0-9]),(?=[0-9])){3,70}"
    r"|(?:counsel|lawyer|solicitor|barrister|spokesman|spokeswoman) for (?:(?:Mr|Mrs|Ms|Dr)\.? )?[^,;:.“”()]{3,60}),"
    r" (?:(?:the )?(?:(?:Right|Very|Most) )?(?-i:[A-Z])[\w’'-]+\.? )?$"
)
_ASIDE_ENDS: Final = compile_pattern(r",|\.(?:\s|$)| (?:said|says|told|added)\b")
_PLACES: Final = compile_pattern(
    r"^(?:(?!(?:of|from|in|at|near|on)\b)[a-z-]+ ){0,3}(?:city|town|village|port|capital|suburb|district"
    r"|region|province|county|island|atoll|archipelago|lagoon|river|hamlet|state|country|resort|valley|square|neighbourhood|neighborhood"
    r"|slope|quarry|strait|lake|loch|bog|marsh|moor|fen|swamp|wetland|pond|reservoir|hill|mountain|peak|volcano|glacier|bay|beach|forest|wood"
    r"|heath|meadow|cave|gorge|peninsula|headland|parish)"
    r"(?=,|$| (?:of|in|on|at|near|that|which|where|with|and|between|outside|to|under|over|off|from|down|up)\b| [0-9])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRole:
    """What is said beside a name: the words, their place with the name, and the age if one is given."""

    text: str
    start: int
    end: int
    age: str | None = None
    of_it: bool = False

    @property
    def of_speaker(self) -> bool:
        """Whether it says only that somebody speaks for a body: “a spokeswoman”."""
        return _SPEAKS.fullmatch(self.text) is not None

    def at_body(self, body: str) -> str:
        """“Regional organiser of Lesk Union in Ostrow”, where the article has “its regional organiser in Ostrow”."""
        office, *place = _BEFORE_PLACE.split(self.text, maxsplit=1)
        if self.of_speaker:
            return f"{office} for {body}"
        return f"{office} {'at' if ' of ' in office else 'of'} {body}{''.join(place)}"


_SPEAKS: Final = compile_later(r"Spokes(?:man|woman|person)")
_BEFORE_PLACE: Final = compile_later(r"(?= (?:in|for|at) )")


def find_role(
    text: str, sentence: FromTo, name: FromTo, others: Iterable[FromTo]
) -> FoundRole | None:
    """The role in the words beside a name; None where there are none.

    `others` are the other names of the text: what begins with one is a list, and no role. An office before
    the name says more than another thing after it: “the local MP, Ann Lee, a keen swimmer”.
    """
    after, apposition = _after(text, sentence, name, others), _apposition(text, sentence, name)
    after = after or _of_both(text, sentence, name)
    before = _titled(text, sentence, name) or _before(text, sentence, name)
    before = before and _with_body(text, name, before, others)
    leading = _heading(text, sentence, name) or _leading(text, sentence, name)
    if before and (leading or apposition) and _RANK.fullmatch(before.text):
        return leading or apposition
    office = before or (apposition if apposition and is_an_office(apposition.text) else None)
    if after and office and not is_an_office(after.text):
        return office
    found = after or before or apposition or leading
    found = found or _in_court(text, sentence, name) or _second(text, sentence, name)
    found = found or _being(text, sentence, name) or _doing(text, sentence, name)
    found = found or _by_trade(text, sentence, name)
    return found or _belonging(text, name, others)


# What alone says little of somebody who is said to lead something.
_RANK: Final = compile_pattern(
    r"(?:general|colonel|lieutenant colonel|major|captain|sergeant|lieutenant|officer|commander|admiral|doctor"
    r"|professor|lord)"
)
# “Ann Lee, 34, and Jo Holm, 27, both volunteers of the brigade”: what each of them is.
_BOTH: Final = compile_pattern(
    r"(?:, [1-9][0-9]?)?,?(?: and (?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+){0,3}(?:, [1-9][0-9]?)?)?, both"
    r" (?P<noun>[a-z-]+[^s])s(?P<rest>(?: (?:of|at|in|from|for|with) [^,;:.“”()]{2,60}?)?)"
    r"(?=,|;|\.(?:\s|$)| (?:said|told|who|were)\b)"
)


def _of_both(text: str, sentence: FromTo, name: FromTo) -> FoundRole | None:
    found = _BOTH.match(text, name[1], sentence[1])
    return _role(f"{found['noun']}{found['rest']}", name[0], found.end()) if found else None


# “Ann Lee was one of four clerks who testified”, “Ann Lee, 34, who was a passenger in the car,”
_IS: Final = compile_pattern(
    r"(?:,(?: [1-9][0-9]?,)? who)? (?:was|is) (?P<role>(?:an? |one of (?:the )?)"
    r"(?!(?:bit|lot|little|few|matter|member of (?:it|them)|good|bad|great|huge|big|real|true|[a-z]+est)\b)"
    r"[^,;:.“”()]{3,80}?)(?=,|;|\.(?:\s|$)| (?:and|but|when|as|until|before|after|on the day)\b)"
)


# “Ann Lee is the harbour master of Lesk”
_IS_THE: Final = compile_pattern(
    r"(?:,(?: [1-9][0-9]?,)? who)? (?:is|has been)(?: now| also)? (?P<role>(?:the )?[^,;:.“”()]{3,80}?)"
    r"(?=,|;|\.(?:\s|$)| (?:and|but|when|as|until|before|after|since|for)\b)"
)


# “Ann Lee, who became chief executive in January”
_BECAME: Final = compile_pattern(
    r",(?: [1-9][0-9]?,)? who (?:became|was (?:appointed|named|made)|took over as) (?:its |the |an? )?"
    r"(?P<role>[^,;:.“”()]{3,50}?)(?=,|;|\.(?:\s|$)| (?:in|on|last|this|at the|after|before|when|and)\b)"
)


def _being(text: str, sentence: FromTo, name: FromTo) -> FoundRole | None:
    became = _BECAME.match(text, name[1], sentence[1])
    if became and is_an_office(became["role"]):
        return _role(became["role"], name[0], became.end("role"))
    found = _IS.match(text, name[1], sentence[1])
    holds = _IS_THE.match(text, name[1], sentence[1])
    if found is None and holds and _POST.match(holds["role"]):
        found = holds
    return _role(found["role"], name[0], found.end("role")) if found else None


# “Ann Lee, who grows rice near Lesk”: what somebody does, where nothing says what she is.
_DOES: Final = compile_pattern(
    r",(?: [1-9][0-9]?,)? who (?P<does>(?!(?:is|was|has|had|does|says|thinks|wants|hopes|fears|believes|expects"
    r"|knows|remains|denies|faces|needs|plans|insists|argues|claims|seems|lives)\b)[a-z]{2,}[^s\W]s [^,;:.“”()]{3,60}?)"
    r"(?=,|;|\.(?:\s|$)| (?:said|says|added|told|and|but|that|will|has)\b)"
)
_LIVES: Final = compile_pattern(
    r",(?: [1-9][0-9]?,)? who lives (?P<where>(?:in|on|at|near|outside) [^,;:.“”()]{3,60}?)"
    r"(?=,|;|\.(?:\s|$)| (?:said|says|added|told|and|but|that|will|has)\b)"
)


# “Ann Lee, prosecuting, said”
_IN_COURT: Final = compile_pattern(
    r",(?: KC,| QC,)? (?:(?P<prosecutor>prosecuting)|defending"
    r"|(?:appearing )?for the (?P<side>prosecution|defence))(?=,)"
)


# “Prosecuting, Ann Lee KC said”
_OPENING_IN_COURT: Final = compile_pattern(
    r"(?P<prosecutor>prosecuting)|(?:defending|in mitigation)"
)
_COUNSEL: Final = compile_later(r",? [KQS]C\b")


def _in_court(text: str, sentence: FromTo, name: FromTo) -> FoundRole | None:
    opening = _OPENING_IN_COURT.match(text, sentence[0], name[0])
    if opening and text[opening.end() : name[0]] == ", ":
        words = "prosecutor" if opening["prosecutor"] else "defence lawyer"
        return _role(words, name[0], name[1])
    found = _IN_COURT.match(text, name[1], sentence[1])
    if found is None:
        counsel = _COUNSEL.match(text, name[1], sentence[1])
        return _role("barrister", name[0], counsel.end()) if counsel else None
    is_prosecutor = found["prosecutor"] or found["side"] == "prosecution"
    return _role("prosecutor" if is_prosecutor else "defence lawyer", name[0], found.end())


# What somebody is who does so.
_HEADS: Final[Mapping[str, str]] = {
    "heads": "head of",
    "headed": "head of",
    "led": "leader of",
    "wrote": "author of",
    "leads": "leader of",
    "chairs": "chair of",
    "manages": "manager of",
    "owns": "owner of",
    "edits": "editor of",
    "directs": "director of",
    "founded": "founder of",
    "commands": "commander of",
    "represents": "representative of",
    "coaches": "coach of",
}
# What somebody is by whom something is led.
_LED: Final[Mapping[str, str]] = {
    **dict.fromkeys(("led", "headed", "run"), "head"),
    "chaired": "chair",
    "founded": "founder",
    "owned": "owner",
    "directed": "director",
}
# “Ann Lee, who won silver in 2013 and now heads its federation”
_SECOND_VERB: Final = compile_pattern(
    rf",(?: [1-9][0-9]?,)? who [^,;:“”()]{{3,90}} and (?:now |also )?(?P<verb>{'|'.join(_HEADS)})"
    r" (?:(?P<its>its|his|her|their) )?(?P<what>[^,;:.“”()]{3,60}?)(?=,|;|\.(?:\s|$)| (?:said|told|and|but)\b)"
)


def _second(text: str, sentence: FromTo, name: FromTo) -> FoundRole | None:
    found = _SECOND_VERB.match(text, name[1], sentence[1])
    if found is None:
        return None
    what = f"{'the ' if found['its'] else ''}{found['what']}"
    return _role(f"{_HEADS[found['verb'].lower()]} {what}", name[0], found.end("what"))


# “the Irish sculler Aoife Brennan”: what somebody does, by the form of the word.
_TRADE: Final = compile_pattern(
    r"\b(?:the|an?) (?P<role>(?:(?:former|veteran|retired|local|leading) )?"
    r"(?:(?-i:[A-Z])[a-z]+(?:ish|ese|ian|can|ean|ch|sh|ic) )?"
    r"(?!(?:river|tower|paper|newspaper|letter|number|order|border|corner|summer|winter|other|another|former|latter|later"
    r"|motor|sector|factor|harbour|harbor|minor|major|carrier|maker|manufacturer|producer|provider|supplier|operator"
    r"|retailer|broadcaster|publisher|lender|insurer|developer|contractor|brewer|grocer|computer|server|printer"
    r"|freighter|tanker|trawler|cruiser|steamer|ferry|dealer|trader|water|weather|power|never|over|under|after)\b)"
    r"(?-i:[a-z]{3,}(?:er|or|ist|ian))) $"
)


def _by_trade(text: str, sentence: FromTo, name: FromTo) -> FoundRole | None:
    found = _TRADE.search(text[sentence[0] : name[0]])
    is_person = " " in text[slice(*name)]
    start = sentence[0] + found.start("role") if found else 0
    return _role(found["role"], start, name[1]) if found and is_person else None


# “Ann Lee, who has taught at the school in Lesk since 2009”
_TAUGHT: Final = compile_pattern(
    r",(?: [1-9][0-9]?,)? who (?:has taught|taught|teaches) (?P<where>(?:at|in) [^,;:.“”()]{3,60}?)"
    r"(?=,|;|\.(?:\s|$)| (?:since|for|until|said|says|told|and|but)\b)"
)


# “Ann Lee, who writes on farming for the Lesk Herald”
_WRITES: Final = compile_later(r"writes ((?:on|about|for) .+)")


def _doing(text: str, sentence: FromTo, name: FromTo) -> FoundRole | None:
    if found := _LIVES.match(text, name[1], sentence[1]):
        where = found["where"].removeprefix("in ")
        words = f"resident of {where}" if where != found["where"] else f"resident {where}"
        return _role(words, name[0], found.end())
    if taught := _TAUGHT.match(text, name[1], sentence[1]):
        return _role(f"teacher {taught['where']}", name[0], taught.end("where"))
    found = _DOES.match(text, name[1], sentence[1])
    if found and (writes := _WRITES.match(found["does"])):
        return _role(f"writer {writes[1]}", name[0], found.end("does"))
    if found and found["does"].startswith("farms "):
        return _role("farmer", name[0], found.end())
    return _role(found["does"], name[0], found.end()) if found else None


def _belonging(text: str, name: FromTo, others: Iterable[FromTo]) -> FoundRole | None:
    """“With the Lesk Union”, of “Ann Lee of the Lesk Union”, where nothing says what she does there."""
    if unnamed := _OF_UNNAMED.match(text, name[1]):
        return _role(f"with {unnamed[1]}", name[0], unnamed.end())
    if party := _PARTY_BEFORE.search(text, 0, name[0]):
        return _role(f"{party[1]} politician", party.start(1), name[1])
    if called := _of_called(text, name, others):
        return called
    found = _BESIDE_BODY.match(text, name[1])
    end = next((end for start, end in others if found and start == found.end()), None)
    if found is None or end is None or " " not in text[slice(*name)]:
        return None
    body = text[found.end() : end]
    kinds = (find_name_kind(body, 0, len(body)), kind_by_words(body))
    is_body = "organisation" in kinds or what_is_known(body) is not None
    words = text[found.end("at") + 1 : end]
    return _role(f"with {words}", name[0], end) if is_body else None


# “Ann Lee of the farmers’ union”
def _of_called(text: str, name: FromTo, others: Iterable[FromTo]) -> FoundRole | None:
    """“With the bank Lesk”, of “Ann Lee of the bank Lesk”."""
    following = next((other for other in sorted(others) if other[0] > name[1]), None)
    called = following and _OF_CALLED.fullmatch(text, name[1], following[0])
    if not (called and following) or " " not in text[slice(*name)]:
        return None
    return _role(f"with {called[1]}{text[slice(*following)]}", name[0], following[1])


# “Labour’s Ann Lee”
_PARTY_BEFORE: Final = compile_later(
    r"\b(Labour|Labor|Plaid Cymru|Sinn Féin|Fianna Fáil|Fine Gael|Reform UK|SNP|CDU|SPD)[’']s $"
)
# “Ann Lee of the bank Lesk”
_OF_CALLED: Final = compile_pattern(r",? of (the (?:(?-i:[a-z-]+) ){0,2}(?-i:[a-z]+) )$")
# “Ann Lee of the Lesk Union”, “Ann Lee, of Lesk Union,”
_BESIDE_BODY: Final = compile_later(r",? (?P<at>of|at) (?:the )?")
_OF_UNNAMED: Final = compile_pattern(
    r",? (?:of|from|at|with) ((?:the|its) (?:(?-i:[a-z])[\w’'-]+ ){0,3}(?-i:union|association|charity|council"
    r"|federation|institute|group|company|club|party|campaign|society|agency|authority|commission|ministry|university|guild|board"
    r"|cooperative|chamber|trust|foundation))(?=[,.;]|$| (?:said|says|told|who)\b)"
)
# “Ann Lee, who heads the rescue service”.
_WHO_HEADS: Final = compile_pattern(
    rf",(?: [1-9][0-9]?,)? who (?P<verb>{'|'.join(_HEADS)}) (?P<what>[^,;:.“”()]{{3,60}}?)"
    r"(?=,|;|\.(?:\s|$)| (?:said|says|added|told|and|but)\b)"
)


# “The rescue service, which is led by Ann Lee,”
_LED_BY: Final = compile_pattern(
    r"(?:^|[.;] |\b(?:by|with|to|from|and|but|that) )(?P<what>(?:the )?[^,;:.“”()]{3,60}?)(?:, which is (?:now )?|, )"
    rf"(?P<verb>{'|'.join(_LED)}) by $"
)


def _leading(text: str, sentence: FromTo, name: FromTo) -> FoundRole | None:
    found = _LED_BY.search(text[sentence[0] : name[0]])
    if found is None or has_verb(f"it {found['what']}"):
        return None
    what = _THE.sub("the ", found["what"])
    return _role(f"{_LED[found['verb'].lower()]} of {what}", name[0], name[1])


_THE: Final = compile_pattern("^the ")


def _heading(text: str, sentence: FromTo, name: FromTo) -> FoundRole | None:
    found = _WHO_HEADS.match(text, name[1], sentence[1])
    return (
        _role(f"{_HEADS[found['verb'].lower()]} {found['what']}", name[0], found.end("what"))
        if found
        else None
    )


def without_owner(words: str) -> str:
    """“A fund”, of “a fund owned by the state”: the participle is no verb of a clause."""
    return _OWNED_BY.sub("", words)


def is_an_office(role: str) -> bool:
    """Whether it says that somebody holds an office or a post: “Mayor of Lesk”."""
    return _OFFICE.search(role) is not None


_OFFICE: Final = compile_pattern(rf"\b(?:{_OFFICES})\b")


_POST: Final = compile_pattern(
    r"(?:the )?(?:(?!(?:only|first|last|latest|next|new|old|one)\b)[a-z-]+ ){0,2}"
    rf"(?:{_OFFICES}|master) (?:of|at|for|in)\b"
)


def is_of_kin(role: str) -> bool:
    """“His wife, Agnes”: a person, whatever the name."""
    return _KIN.fullmatch(role) is not None


_KIN: Final = compile_pattern(
    r"(?:[a-z]+ |(?-i:[A-Z])[\w’'-]+[’']s? )?(?:wife|husband|widow|widower|son|daughter|mother|father"
    r"|sister|brother|partner|fianc[ée]e?|grandson|granddaughter|grandmother|grandfather|uncle|aunt|cousin|nephew|niece|twin|friend|neighbour|neighbor)"
)


def is_of_places(role: str) -> bool:
    """Whether it says that something is a place: “capital of the region”, “a port on the lower river”."""
    return _PLACES.match(_ARTICLE.sub("", role)) is not None


def _after(text: str, sentence: FromTo, name: FromTo, others: Iterable[FromTo]) -> FoundRole | None:
    bracket = _BRACKET.match(text, name[1], sentence[1])
    found = _AFTER.match(text, bracket.end() if bracket else name[1], sentence[1])
    if found is None or any(_begins_list(text, other, found) for other in others):
        return None
    words, end = found["role"], found.end("role")
    is_of_several = text[: name[0]].endswith(" and ") and _OF_SEVERAL.match(_ARTICLE.sub("", words))
    is_of_others = _SOMEBODY_ELSE.match(words) or (
        _SAYS_SO.fullmatch(words) and text.startswith(_SAYING, found.end())
    )
    is_of_others = is_of_others or (_ITS.match(words) and not is_an_office(words))
    if (
        is_of_several
        or is_of_others
        or _NO_ROLE.match(words)
        or has_verb(f"it {without_owner(words)}")
    ):
        return None
    which = _WHICH.match(text, end, sentence[1]) if _CUT_OFF.search(words) else None
    whole, end = (f"{words}{which[0]}", which.end()) if which else (words, end)
    return _role(whole, name[0], end, found["age"])


# “the slope down which lava runs into the sea”
_WHICH: Final = compile_pattern(r" (?:which|whom) [^,;:.“”()]{3,60}(?=[,;.])")


# “a fund owned by the state”: no verb of a clause.
_OWNED_BY: Final = compile_pattern(
    r"(?<=[a-z]) (?:owned|run|led|built|founded|backed|funded|controlled|made|based|set up|known)"
    r" (?:by|in|at|from|for) .*$"
)
_ITS: Final = compile_pattern(r"(?:its|their) ")
# Those who also lead a town or a country are none of these: “its mayor”.
_OF_BODIES: Final = compile_pattern(
    r"\b(?:director|president|spokesman|spokeswoman|spokesperson"
    r"|chief executive|(?:chief |regional |national |area |senior )?[a-z]* ?officer|chair|chairman|chairwoman"
    r"|manager|organiser|founder|secretary|head of [a-z]+|analyst|economist|engineer|treasurer|editor)\b"
)


def _with_body(text: str, name: FromTo, role: FoundRole, others: Iterable[FromTo]) -> FoundRole:
    """“Geologist at the University of Lesk”, of “Geologist Ann Lee of the University of Lesk”."""
    found = _OF_BODY.match(text, name[1])
    end = next((end for start, end in others if found and start == found.end()), None)
    if (
        found is None
        or end is None
        or " " not in text[found.end() : end]
        or _OWNING.search(role.text)
    ):
        return role
    is_place = find_name_kind(text, found.end(), end) == "place"  # “Sheriff Ann Lee of Lesk County”
    at = found["at"] if is_place else "at"
    return replace(role, text=f"{role.text} {at} {text[found.end('at') + 1 : end]}", end=end)


_OF_BODY: Final = compile_later(r" (?P<at>of|at) (?:the )?")
_OWNING: Final = compile_later(r"['’]s? | (?:of|for|at) ")


def _begins_list(text: str, other: FromTo, found: re.Match[str]) -> bool:
    """Whether another name follows, and not its owner: “Ann Lee, Lesk’s mayor”."""
    return other[0] == found.start("role") and text[other[1] : other[1] + 2] not in ("’s", "'s")


# “(R-Mesa)”, “, D-Tucson”
_BRACKET: Final = compile_later(r" \([^()]{2,40}\)|, [DRI]-[A-Z][\w. ]+(?=,)")
_SAYING: Final = (" said", " says", " added", " told")


def _titled(text: str, sentence: FromTo, name: FromTo) -> FoundRole | None:
    found = _SHORT_TITLE.search(text[sentence[0] : name[0]])
    if found is None:
        return None
    first, *others = (_SPELT_OUT.get(word, word) for word in found["role"].split())
    words = " ".join([first, *(word.lower() for word in others)])
    return _role(words, sentence[0] + found.start("role"), name[1])


def _before(text: str, sentence: FromTo, name: FromTo) -> FoundRole | None:
    found = _BEFORE.search(text[sentence[0] : name[0]])
    if found is None:
        return None
    own = _OWN_WORDS.sub("", found["office"])
    whose = _ENDS_BEFORE.sub("", f"{found['whose']}{own}").removesuffix(own)
    whose = _OWNER.sub("", whose)
    words = f"{_DAY.sub('', whose)}{found['office']}"
    start = sentence[0] + found.end("office") - len(words)
    owned = _with_owner(words, text[sentence[0] : start])
    return None if has_verb(f"it {words}") else _role(owned, start, name[1])


def _apposition(text: str, sentence: FromTo, name: FromTo) -> FoundRole | None:
    """What comes before a comma and the name, where another comma or a verb of saying comes after it."""
    before = text[sentence[0] : name[0]]
    found = _APPOSITION.search(before) if _ASIDE_ENDS.match(text, name[1]) else None
    while found and has_verb(f"it {found['role']}"):
        found = _APPOSITION.search(before, found.start() + 1)
    if found is None:
        return None
    words = _with_owner(found["role"], before[: found.start("role")])
    return _role(words, sentence[0] + found.start("role"), name[1])


def _with_owner(words: str, before: str) -> str:
    """“Owner of the ferry”, where the article has “its owner” of the ferry with which the sentence begins."""
    if not _ITS.match(words) or _OF_BODIES.search(words) or " of " in words:
        return words
    subject = subject_before(before)
    is_thing = subject and _THING.fullmatch(subject[0])
    return (
        f"{_ITS.sub('', words)} of the {subject[0].removeprefix('The ')}"
        if subject and is_thing
        else words
    )


# “The ferry passed its inspection, according to its owner, Lesk Lines”: the owner of the ferry.
_THING: Final = compile_later(r"The [a-z-]+(?: [a-z-]+)?")
# “Najaf and Karbala, the cities that Shiites hold sacred”: more than this name is called so.
_OF_SEVERAL: Final = compile_pattern(
    r"^(?:[\w-]+ ){0,2}[a-z]+(?:ies|[^s’']s)(?: (?:that|which|who|in|of)\b|$)"
)
_SPELT_OUT: Final[Mapping[str, str]] = {
    **dict.fromkeys([f"{title} Justice" for title in "Mrs Mr Ms Lord Lady".split()], "Judge"),
    "Coun": "Councillor",
    "Cllr": "Councillor",
    "Gov": "Governor",
    "Sen": "Senator",
    "Rep": "Representative",
    "Det": "Detective",
    "Ch": "Chief",
    "Insp": "Inspector",
    "Supt": "Superintendent",
    "Sgt": "Sergeant",
}


def find_age(text: str, end: int) -> str | None:
    """How old the person is whose name ends there: “Ann Lee, 34, had left”."""
    found = _AGE.match(text, end)
    return found[1] if found else None


_AGE: Final = compile_pattern(r", (?:aged )?([1-9][0-9]?)(?=,|\.(?:\s|$)| (?:said|told|who)\b)")


_YEARS_OLD: Final = compile_pattern(r"^([1-9][0-9]?)-year-old (?!from|in|of|who)")
# “The trust’s chief executive”: whose trust, the sentence alone says.
_OWNED: Final = compile_pattern(
    r"^(?P<whose>the (?!(?:children|women|men|people)\b)(?-i:[a-z])[\w -]*?(?:(?=[’']s )|s(?=[’'] )))[’']s?"
    r" (?P<office>[\w -]+)$"
)
# “The country’s largest union” stays so: the largest of no union.
_OF_COMMON: Final = compile_later(
    r"[Tt]he [a-z-]+(?:['’]s|s['’]) (?:[a-z-]+ )??(?:[a-z]+est|most|first|only) "
)


def _of_owner(words: str) -> str:
    found = _OWNED.match(words)
    if found is None or not (is_an_office(found["office"]) or is_of_kin(found["office"])):
        return words
    whose = f"{found['whose'][:1].lower()}{found['whose'][1:]}"
    return f"{found['office']} {'at' if ' of ' in found['office'] else 'of'} {whose}"


# “a bog near the lake from”, before “which”
_CUT_OFF: Final = compile_pattern(
    r"(?: (?:from|in|to|of|at|on|for|by|with|down|up|over|along|across|through|under|into|around|behind))+$"
)


def _role(words: str, start: int, end: int, age: str | None = None) -> FoundRole | None:
    owned = _of_owner(" ".join(words.split()).strip(" ,"))
    text = owned if _OF_COMMON.match(owned) else _ARTICLE.sub("", owned)
    if years := _YEARS_OLD.match(text):
        age, text = age or years[1], text[years.end() :]
    text = _CUT_OFF.sub("", _SPELT_OUT.get(text, text))
    if not text or len(text) > LONGEST:
        return None
    of_it = _ITS.match(words) is not None and _OF_BODIES.search(text) is not None
    return FoundRole(text=text[:1].upper() + text[1:], start=start, end=end, age=age, of_it=of_it)
