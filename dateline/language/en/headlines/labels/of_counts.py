"""What so many are of: members whom a union represents, people polled, clerks hired."""

from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.clause_parts import PRONOUN, subject_before
from dateline.language.en.headlines.labels.around_number import (
    ASIDE,
    DONE,
    NAME,
    SOME,
    SOMEBODY,
    AroundNumber,
)
from dateline.language.en.headlines.labels.doers import are_people
from dateline.language.en.headlines.labels.figure_label import as_label
from dateline.language.en.headlines.present_tense import is_past, participle_of_ing, to_participle
from dateline.language.en.words import compile_pattern

# “Unison, which represents about 2,300 workers”.
_OF_WHICH: Final = compile_pattern(
    rf"(?:\b(the) )?(?:(?-i:But|And|Yet|So) )?((?(1)(?:(?-i:[a-z]+) )?){NAME}(?: [a-z]+){{0,2}}"
    r"|(?-i:[a-z]+(?: [a-z]+)?)), "
    r"(?:which|who) (represents|employs|serves|supplies|treats|houses|owns|runs|carries|sells|provides|produces"
    rf"|generates|covers){SOME} $"
)


# “The museum, which had 182,000 visitors”
_WHICH_HAD: Final = compile_pattern(
    rf"\b(?P<who>the (?-i:[a-z]+)(?: (?-i:[a-z]+))?|(?:the )?{NAME}), which (?:has|had|attracted|drew|received){SOME} $"
)
_POLLED: Final = compile_pattern(rf"\b(?:(poll)|survey) of{SOME} $")


_HAS: Final = compile_pattern(rf"(?:(?:will|would) have|has|have|had){SOME}")


_TOWN: Final = compile_pattern(
    rf"\b({NAME}), (?:an?|the) (?:[a-z]+ )?(?:city|town|village|borough|island|county|archipelago|country|nation|state"
    rf"|region|district|kingdom|republic) of{SOME} $"
)
# “The guild, a federation of 40 unions”
_BODY: Final = compile_pattern(
    rf"\b({NAME}), (?:an?|the) (?:[a-z-]+ )?(?:group|union|league|federation|alliance|coalition|association|cooperative"
    rf"|network|chain|club|umbrella body) of{SOME} $"
)
# “tourism, which brought in 362,000 visitors”
_WHICH_DID: Final = compile_pattern(
    r"(?:\b(?:on|by|from|with) (?P<bare>[a-z]+)|\b(?P<what>(?:the|an?) (?:[a-z-]+ )?[a-z]+)),"
    rf" which (?P<verb>[a-z]+)(?P<with>(?: (?:in|out|up|down|away))?){SOME} $"
)
# “expects a harvest of”
_EXPECTS: Final = compile_pattern(
    r"(?P<who>(?:[\w’'-]+ ){1,4})(?P<verb>expects|expect|expected|forecasts?|predicts?|predicted|projects?) an?"
    rf" (?P<noun>(?:[a-z-]+ )?[a-z-]+) of{SOME} $"
)
# Of so many, how large it was.
_SIZE: Final = compile_pattern(
    r"\b(?:an?|the|its|their) (?P<noun>(?:(?!(?:an?|the)\b)[a-z-]+ )?(?:harvest|crop|catch|yield|output|crowd"
    r"|attendance|fleet|workforce|backlog|queue|herd|flock|stockpile|shortfall|majority|lead|margin|membership|population"
    rf"|audience|waiting list)) of{SOME} $"
)
# “Her margin was 2,317 votes”
_LEVEL: Final = compile_pattern(
    r"(?:^|\b(?:and|but) )(?:(?P<whose>his|her|its|their)|the)"
    r" (?P<noun>(?:[a-z]+ )?(?:margin|majority|lead|capacity"
    rf"|membership|crew|attendance|crowd|quota|target|record|average)) (?:is|was|stands at|stood at|reached){SOME} $"
)
_WHO: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}
_PRONOUN: Final = compile_pattern(r"(?:it|he|she|they|and|but) $")


# “19 of the 71 salaried players and six of the 22 office staff will lose their jobs”.
_OF_ALL_WILL: Final = compile_pattern(
    r" of (?:the|its|his|her|their) [0-9]+ ([a-z -]+?)(?: and [^,;]+?)? (will [a-z]+ [^,;.]{2,40})(?=[,;.]|$)"
)


# “38 of the 96 ties that should have held the tower had been fitted”
_OF_ALL_DONE: Final = compile_pattern(
    r" (?:that|which|who) [^,;:.“”()]{3,80}?"
    r" (?:had been|have been|were|was|are) (?P<done>[a-z]+(?:ed|en|t|de|ld))(?=[,;.]|$| (?:and|by|in|on)\b)"
)
# “The count in Lesk was made by 140 volunteers”
_MADE_BY: Final = compile_pattern(
    rf"(?P<what>(?:the|an?) [^,;:.“”()]{{2,40}}?) (?:was|were) (?P<done>[a-z]+)(?: out| up)? by{SOME} "
)
# “ordered that 37 houses of the firm be auctioned”; “claims of up to £500 would be paid”.
_BE_DONE: Final = compile_pattern(
    r"(?: of [^,;:.]{2,40}?)?(?<!to) be ([a-z]+ed|built|spent|paid|sold|given|held|shut|cut)\b"
)


_HIRED: Final = compile_pattern(
    rf"\b(recruited|hired|trained|appointed|laid off|dismissed|ordered|planted|delivered|registered|recorded|vaccinated"
    r"|evacuated|treated|convicted|acquitted|jailed|cheated|cheating|defrauded|defrauding)"
    rf"{SOME}(?: [0-9][0-9.,]* [a-z]+,? and)?{SOME} $"
)


# “a ferry carrying 274 passengers”, “in a fire, killing 81 people”
_DOING: Final = compile_pattern(
    rf"\b(?!(?:including|excluding|following|having|being|leaving|making|regarding|concerning|containing)\b)"
    rf"([a-z]+ing)(?P<with>(?: (?:off|out|up|down|away))?){SOME} $"
)
# “made dozens more ill”
_MADE_SO: Final = compile_pattern(
    r"(?: [a-z]+)??(?: more)? (?P<how>ill|sick|homeless|redundant|unwell|destitute|jobless|unemployed|bankrupt)"
    r"(?=[,;:.]|$| (?:and|but|in|on|at|by|was|were|since|after|before|when)\b)"
)
_MADE: Final = compile_pattern(rf"\b(?:ma[dk]e|makes|making){SOME} $")


# “with 300 people attending the service”
_WITH_DOING: Final = compile_pattern(rf"\bwith{SOME} $")
_BUSY: Final = compile_pattern(
    r" (?P<doing>(?!(?:including|excluding|according|during)\b)[a-z]+ing(?: [^,;:.“”()]{2,50}?)?)"
    r"(?=[,;:.]|$| (?:at|and|but|after|before|while|when|as|for|since)\b)"
)


# “a new stand with 9,000 seats”
_WITH: Final = compile_pattern(
    rf"\b(?:an?|the) ((?-i:(?:(?!(?:an?|the|of|in|on|at|for|to|and)\b)[a-z-]+ ){{0,2}}[a-z-]+)) with{SOME} $"
)


# “the loss of about 160 jobs”
_ACT_OF: Final = compile_pattern(
    r"\b(?:the|an?) ((?:[a-z]+ )?(?:loss|postponement|cancellation"
    r"|closure|sale|purchase|death|arrest|release|removal|construction|delivery"
    r"|demolition|planting|hiring|dismissal|arrival|departure|creation|recruitment|destruction|eviction|evacuation"
    rf"|rescue|transfer|return|killing|theft|murder)) of{SOME} $"
)


# “Deaths in mines have risen. There were 51”: deaths in mines.
_THERE_WERE: Final = compile_pattern(rf"there (?:were|are|have been|had been){SOME} ")
_LAST_SENTENCE: Final = compile_pattern(
    r"(?:.*[.!?] )?(?P<subject>[^.!?]+?) (?:have|has|had|are|were|rose|fell) [^.!?]+[.!?] *$"
)


def of_counts(around: AroundNumber) -> Iterator[str]:
    if _MADE.search(around.before) and (made := _MADE_SO.match(around.after)):
        yield f"{around.phrase or 'people'} made {made['how']}"
    if around.noun is None:
        last = (
            _LAST_SENTENCE.match(around.earlier) if _THERE_WERE.fullmatch(around.before) else None
        )
        subject = last["subject"] if last else ""
        if subject.partition(" ")[0].endswith("s") and not PRONOUN.match(subject):
            yield f"{subject[:1].lower()}{subject[1:]}"
        return
    if which := of_which(around):
        yield f"{around.phrase} that {which}"
    yield from _of_bodies(around)
    if had := _WHICH_HAD.search(around.said_before):
        yield f"{around.phrase} {'to' if around.noun == 'visitors' else 'of'} {had['who']}"
    if (did := _WHICH_DID.search(around.said_before)) and is_past(did["verb"]):
        what, done = did["what"] or did["bare"], to_participle(did["verb"])
        is_by = did["with"] or as_label(f"calls that {what} {did['verb']}") is None
        by = f"{done}{did['with']} by {what}" if is_by else f"that {what} {did['verb']}"
        yield f"{around.phrase} {by}"
    yield from _of_size(around)
    yield from _of_those_there(around)
    yield from _of_many_done(around)
    if act := _ACT_OF.search(around.before):
        yield f"{act[1]} of {around.phrase}"
    if thing := _WITH.search(around.before):
        yield f"{around.phrase} of the {thing[1]}"
    subject = subject_before(ASIDE.sub(" ", around.before))
    is_owner = subject and SOMEBODY.fullmatch(subject[0]) and _HAS.fullmatch(subject[1])
    if subject and is_owner and not _ELSEWHERE.match(around.after):
        yield f"{around.phrase} of {subject[0]}"


def _of_bodies(around: AroundNumber) -> Iterator[str]:
    """“People in Lesk”, of “Lesk, a town of 9,000 people”; unions of a federation."""
    if town := _TOWN.search(around.said_before):
        yield f"{around.phrase} in {town[1]}"
    if body := _BODY.search(around.said_before):
        yield f"{around.phrase} of {body[1]}"


def _of_size(around: AroundNumber) -> Iterator[str]:
    """“Harvest that the ministry expects”, “backlog”."""
    if expects := _EXPECTS.match(around.before):
        who = expects["who"]
        is_plain = not _PRONOUN.search(who)
        yield f"{expects['noun']} {f'that {who}' if is_plain else ''}{expects['verb'] if is_plain else 'expected'}"
    if size := _SIZE.search(around.before):
        yield size["noun"]
    if level := _LEVEL.search(around.before):
        owner = around.whom(_WHO[level["whose"].lower()]) if level["whose"] else None
        yield f"{level['noun']} of {owner}" if owner else level["noun"]


# “Lesk, where 35 people live”
_WHERE: Final = compile_pattern(rf"\b({NAME}), where{SOME} $")
_LIVE: Final = compile_pattern(
    r" (?P<verb>lives?|lived|works?|worked|died|drowned|stay|stayed|study|studied)(?=[,;:.]|$| (?:and|but|in|on|all)\b)"
)
# “a study of 37 closures”
_STUDY: Final = compile_pattern(
    rf"\b(?:(?P<study>study)|(?P<review>review)|(?P<analysis>analysis)|(?P<audit>audit)"
    rf"|(?P<inspection>inspection)) of{SOME} $"
)
_STUDIED: Final = {
    "study": "studied",
    "review": "reviewed",
    "analysis": "analysed",
    "audit": "audited",
    "inspection": "inspected",
}


def _of_those_there(around: AroundNumber) -> Iterator[str]:
    """“People who live in Lesk”, “closures studied”."""
    where, live = _WHERE.search(around.said_before), _LIVE.match(around.after)
    if where and live:
        yield f"{around.phrase} {'who' if are_people(around.noun or '') else 'that'} {live['verb']} in {where[1]}"
    if study := _STUDY.search(around.said_before):
        yield f"{around.phrase} {_STUDIED[study.lastgroup or 'study']}"


def _of_many_done(around: AroundNumber) -> Iterator[str]:
    """“Clerks hired”, “houses to be sold”, “drivers polled”, “passengers carried”."""
    if _WITH_DOING.search(around.said_before) and (busy := _BUSY.match(around.after)):
        yield f"{around.phrase} {busy['doing']}"
    if ordered := _BE_DONE.match(around.after):
        yield f"{around.phrase} to be {ordered[1]}"
    if (
        (made := _MADE_BY.fullmatch(around.before))
        and is_past(made["done"])
        and are_people(around.phrase)
    ):
        yield f"{around.phrase} who {made['done']} {made['what']}"
    if fitted := _OF_ALL_DONE.match(around.after):
        yield f"{around.phrase} {fitted['done']}"
    if loss := _OF_ALL_WILL.match(around.after):
        yield f"{loss[1]} who {loss[2]}"
    if hired := _HIRED.search(around.before):
        yield f"{around.phrase} {DONE.get(hired[1].lower(), hired[1])}"
    if (doing := _DOING.search(around.before)) and (done := participle_of_ing(doing[1])):
        yield f"{around.phrase} {done}{doing['with']}"
    if polled := _POLLED.search(around.said_before):
        yield f"{around.phrase} {'polled' if polled[1] else 'surveyed'}"


_ELSEWHERE: Final = compile_pattern(r" (?:in|left|to|on|at|under|with|without|from|for)\b")


def of_which(around: AroundNumber) -> str | None:
    """“Unison represents” of “Unison, which represents about 2,300”."""
    which = _OF_WHICH.search(around.said_before)
    if which is None or not (which[1] or which[2][0].isupper()):
        return None
    return f"{'the ' if which[1] else ''}{which[2]} {which[3]}"
