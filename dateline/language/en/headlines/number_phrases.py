"""What a number is of, where a turn of phrase around it says so: “is owed £4m”, “down from 9 per cent”."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.language.en.headlines.clause_parts import has_verb, subject_before
from dateline.language.en.words import compile_pattern

_NAME: Final = r"(?-i:[A-Z][\w’'-]*(?:(?: (?:and|of|for|the))? [A-Z][\w’'-]*)*)"
_SOME: Final = (
    r"(?: (?:about|around|nearly|almost|some|roughly|more than|less than|at least|over|another|an|a further|up to|only"
    r"|just))*"
)
_END: Final = r"(?=[,;:.()—–]| (?:and|but|after|before|when|while|as|which|who|that|last|this|since|until|by|in)\b|$)"

# “HMRC, which is owed £4m”, “lent the orchestra £850,000”, “the town owes €3m”.
_OWED_TO: Final = compile_pattern(rf"\b({_NAME}),? (?:which|who) (?:is|was|are|were) owed{_SOME} $")
_OWES: Final = compile_pattern(rf"\b(?:owes|owed|owe){_SOME} $")
_TO_WHOM: Final = compile_pattern(
    rf"\b(lent|paid|gave|granted|awarded|offered|fined) ((?:the|its|his|her|their) (?:[a-z]+ )?(?!another\b)[a-z]+"
    rf"|{_NAME}){_SOME} $"
)
_GIVEN: Final[Mapping[str, str]] = {"gave": "given"}
# “tickets, priced from £12”, “the payments, set at $390 an acre”.
_PRICED: Final = compile_pattern(
    r"\b(?:(?:and|the|its|their) )?((?!(?:and|the|its|their)\b)[a-z]+(?: [a-z]+)?),? "
    rf"(?:are |is |were |was )?(?:priced|set|valued) (?:at|from){_SOME} $"
)
# “Unison, which represents about 2,300 workers”.
_OF_WHICH: Final = compile_pattern(
    rf"(?:\b(the) )?(?:(?-i:But|And|Yet|So) )?((?(1)(?:(?-i:[a-z]+) )?){_NAME}(?: [a-z]+){{0,2}}"
    r"|(?-i:[a-z]+(?: [a-z]+)?)), "
    r"(?:which|who) (represents|employs|serves|supplies|treats|houses|owns|runs|carries|sells|provides|produces"
    rf"|generates|covers){_SOME} $"
)
# “the gate, which cost €3 million”, “the offer values the bank at €6 million”.
_WHICH_COST: Final = compile_pattern(
    rf"\b((?:an?|the|its|their) (?:[a-z]+ ){{0,2}}[a-z]+|[a-z]+s),? (?:which|that)"
    rf" (?:has |had |will |would )?costs?(?: between)?{_SOME} $"
)
_DEAL: Final = compile_pattern(
    rf"\b(deal|bid|contract|offer|takeover|merger),? (?:worth|valued at){_SOME} $"
)
# “€8 million has been recovered”, “€8 million was moved to the coast”.
_WAS_DONE: Final = compile_pattern(
    r" (?:(?:has|have|had) been|was|were|is|are) (recovered|raised|spent|lost|stolen|saved|collected|seized|borrowed"
    r"|donated|invested|moved|transferred|withdrawn|repaid|paid out|set aside)"
    rf"( (?:on|to|from|for|by|in) (?:the|its|their) [a-z]+(?: [a-z]+)?(?={_END}))?{_END}"
)
_VALUES: Final = compile_pattern(rf"\bvalue[sd] (the [a-z]+(?: [a-z]+)?) at{_SOME} $")
_POLLED: Final = compile_pattern(rf"\b(?:(poll)|survey) of{_SOME} $")
_HAS: Final = compile_pattern(rf"(?:(?:will|would) have|has|have|had){_SOME}")
# “the deal had taken 16 months to negotiate”, “the project was 22 months late and €118 million over budget”.
_TOOK: Final = compile_pattern(rf"(?:had |has |have )?(?:taken|took|takes){_SOME}")
_TO_DO: Final = compile_pattern(r" to ([a-z]+)(?=[,;:.]|$)")
_LATE: Final = compile_pattern(r" (?:late|behind schedule)\b")
_WAS: Final = compile_pattern(rf"(?:was|is|were|are|ran|running){_SOME}")
_OVER_BUDGET: Final = compile_pattern(r" (over|under|within) budget\b")
_SEA_LEVEL: Final = compile_pattern(r" (above|below) sea level\b")
_TOWN: Final = compile_pattern(
    rf"\b({_NAME}), (?:a|the) (?:[a-z]+ )?(?:city|town|village|borough|island|county) of{_SOME} $"
)
# “carried 3.1 million passengers, up 14 per cent”.
_UP_BY: Final = compile_pattern(rf", (?:(up)|down){_SOME} $")
_COUNTED: Final = compile_pattern(
    r"[0-9][0-9.,]*(?: (?:thousand|million|billion))? ((?:[a-z-]+ )??[a-z]+s|people|staff|men|women|children)\b"
)
# “the limit set by the port for boats is 20 knots”: a participle is no verb of the clause.
_OF_PARTICIPLE: Final = compile_pattern(
    r"((?:the |an? )?[a-z]+(?: [a-z]+)? (?:set|made|paid|used|built|sold|given|held|needed|spent|raised) (?:by|for|in"
    rf"|on|at|to|from) .{{2,60}}?) (?:is|was|are|were){_SOME} $"
)
# “one in seven theatre posts was vacant”, “four in 10 prisoners felt unsafe”.
_SHARE_IS: Final = compile_pattern(
    r" (?:of )?((?:(?!(?:has|had|is|was|were|are|the)\b)[a-z-]+ ){0,3}?(?!(?:has|is|was)\b)"
    r"[a-z-]+(?:s|people|men|women|children|staff)) (?:was|were|is|are) ([a-z]+)(?=[,;:.]|$)"
)
_SHARE_WHO: Final = compile_pattern(
    r" (?:of )?(?:((?:(?!(?:the|all)\b)[a-z-]+ )?(?!(?:has|was|is)\b)"
    r"[a-z-]+(?:s|people|men|women|children|staff)) )?((?:still |also )?(?:"
    r"felt|said|had|have|got|lost|left|live|work|think|thought|feared|wanted|want|lived|worked|backed|supported|believed"
    rf"|believe|expected|expect|preferred|opposed|favoured|favored|trusted) .{{2,50}}?){_END}"
)
_ALONE: Final = compile_pattern(
    r"^(?:(?:and|but|that) )?(?:(?:only|about|around|nearly|almost|some|just|over|more than|at least|fewer than"
    r"|less than) )*$"
)
_OF_VOTES: Final = compile_pattern(
    r" of (the (?:[a-z-]+ )*(?:votes?|ballots?|seats|first preferences))\b"
)
_WON_BY: Final = compile_pattern(
    rf"\b({_NAME}) (?:had|has|have|won|took|got|received|polled|secured|held){_SOME} $"
)
_AGAINST: Final = compile_pattern(
    r"(?:per ?cent|%) of (the (?:[a-z-]+ )*(?:votes?|ballots?|seats)) (?:against|to|compared with) $"
)
_FOR_WHOM: Final = compile_pattern(rf" for (?:the )?(?:[A-Z][\w-]*[’']s? )?({_NAME}){_END}")
# “leaked 310 tonnes of styrene into the river”, “carrying 40 tonnes of sand to Lesk”.
_MOVED_STUFF: Final = compile_pattern(
    rf"\b(leaked|spilled|spilt|dumped|released|poured|carrying|carried|used|burned|burnt|seized|shipped|exported"
    rf"|imported|stole){_SOME} $"
)
_STUFF: Final = compile_pattern(
    r" of ((?:the )?[a-z]+(?: [a-z]+)?) ((?:into|from|to|out of|across|through|on|off|near|over) .{2,60}?)"
    r"(?=[,;:.()—–]| (?:and|but|after|before|when|while|as|which|who|that|last|this|since|until|by)\b|$)"
)
_STUFF_DID: Final = compile_pattern(
    rf" of ([a-z]+(?: [a-z]+)?) ((?:killed|poisoned|covered|buried|hit|fouled) .{{2,40}}?)(?= over\b|{_END})"
)
# “19 of the 71 salaried players and six of the 22 office staff will lose their jobs”.
_OF_ALL_WILL: Final = compile_pattern(
    r" of (?:the|its|his|her|their) [0-9]+ ([a-z -]+?)(?: and [^,;]+?)? (will [a-z]+ [^,;.]{2,40})(?=[,;.]|$)"
)
_DONE: Final[Mapping[str, str]] = {
    "carrying": "carried", "stole": "stolen", "cheating": "cheated", "defrauding": "defrauded",
}  # fmt: skip
# “to spend €612 million on pipes”, “would save 310,000 tonnes”, “that will pay them 38p in the pound”.
_TO_COME: Final = compile_pattern(
    r"\b(?:to|will|would|could) (spend|pay|invest|save|lend|raise|cut|build|hire|create|recruit|train|plant|add|carry"
    rf"|treat)(?: (?:them|it|him|her))?{_SOME} $"
)
_PASSIVE: Final[Mapping[str, str]] = {
    "spend": "spent", "pay": "paid", "lend": "lent", "cut": "cut", "build": "built", "carry": "carried",
    "plant": "planted", "train": "trained", "recruit": "recruited", "add": "added", "treat": "treated",
}  # fmt: skip
_PURPOSE: Final = compile_pattern(
    r"(?: over (?!the\b)[^,;:.]{3,20}?)? ((?:in the pound|to (?:the|each|every) [a-z]+"
    r"|(?:on|for) (?!(?:the )?(?:year|month)).{2,70}?))"
    r"(?=[,;:.()—–]| (?:and|but|after|over|which|who|that|last|this|by)\b|$)"
)
_WILL_BE: Final = compile_pattern(
    r" (?:will|would) be ((?:[a-z]+ed|built|spent|paid|sold|lent|sent|given|made|held|shut|cut)\b"
    rf"(?: .{{2,50}}?)?){_END}"
)
# “ordered that 37 houses of the firm be auctioned”; “claims of up to £500 would be paid”.
_BE_DONE: Final = compile_pattern(
    r"(?: of [^,;:.]{2,40}?)?(?<!to) be ([a-z]+ed|built|spent|paid|sold|given|held|shut|cut)\b"
)
_CLAIMS: Final = compile_pattern(rf"\b([a-z]+s) of{_SOME} $")
_GIVEN_TIME: Final = compile_pattern(r"\b(?:has|have|had|given) $")
_TO_DO_IT: Final = compile_pattern(rf" to ([a-z]+ .{{2,50}}?){_END}")
_NEEDED: Final = compile_pattern(rf" (?:is|was|are|were) needed (for .{{2,50}}?){_END}")
# “an investment the airline put at €190 million”, “a new airports programme, worth €36 million”.
_WORTH: Final = compile_pattern(
    r"\b(?:an?|the|its|their) (?:new )?((?:[a-z]+ ){0,2}[a-z]+)(?:,? (?:worth|costing|valued at)"
    rf"| (?:the|its|an?) [a-z]+ (?:put|puts|valued|estimated) at){_SOME} $"
)
_PART_OF: Final = compile_pattern(rf" of (?:its|their|the) ([a-z]+(?: [a-z]+)?)(?= of\b|{_END})")
_VOTED: Final = compile_pattern(
    r"\bvoted ((?:for|against) (?:the|its|a) [a-z]+(?: (?!by\b)[a-z]+)?) (?:by )?$"
)
_CLEARED: Final = compile_pattern(rf"\bclear(?:ed|s) (the {_NAME}) $")
_VOTE: Final = compile_pattern(r"(?:has |have |had )?voted(?: by)?")
_PASSED: Final = compile_pattern(
    r"(?:(?:was|were) )?(?:failed|passed|carried|approved|rejected|defeated|adopted)(?: (?:on|by|in|with))?(?: an?)?"
)
_HIRED: Final = compile_pattern(
    rf"\b(recruited|hired|trained|appointed|laid off|dismissed|ordered|planted|delivered|registered|recorded|vaccinated"
    r"|evacuated|treated|convicted|acquitted|jailed|cheated|cheating|defrauded|defrauding)"
    rf"{_SOME}(?: [0-9][0-9.,]* [a-z]+,? and)?{_SOME} $"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundNumber:
    """A number with the words of its clause and of its sentence; `noun` is what it counts.

    `phrase` is the noun with its adjectives: “salaried players”.
    """

    found: FoundQuantity
    noun: str | None
    phrase: str
    before: str
    after: str
    said_before: str
    whom: Callable[[str], str | None]

    @property
    def is_money(self) -> bool:
        return (self.found.unit or "").partition("/")[0].isupper()


def find_phrases(around: AroundNumber) -> Iterator[str]:
    """What turns of phrase say that a number is of, the surest first."""
    if around.found.pair:
        yield from _of_votes(around)
    yield from _of_money(around)
    yield from _of_counts(around)
    yield from _of_shares(around)
    yield from _of_measures(around)
    yield from _to_come(around)


def _of_money(around: AroundNumber) -> Iterator[str]:
    if owed := _OWED_TO.search(around.said_before):
        yield f"Owed to {owed[1]}"
    if given := _TO_WHOM.search(around.before):
        is_fine = given[1].lower() == "fined"
        yield (
            f"fine for {given[2]}" if is_fine else f"{_GIVEN.get(given[1], given[1])} to {given[2]}"
        )
    if (owes := _OWES.search(around.before)) and (debtor := _debtor(around.before[: owes.start()])):
        yield f"Owed by {debtor}"
    if priced := _PRICED.search(around.said_before):
        yield priced[1]
    yield from _of_worth(around)
    if around.is_money and (done := _WAS_DONE.match(around.after)):
        yield f"{done[1]}{done[2] or ''}"
    if budget := _OVER_BUDGET.match(around.after):
        yield f"{budget[1]} budget"


def _of_worth(around: AroundNumber) -> Iterator[str]:
    if cost := _WHICH_COST.search(around.said_before):
        yield f"Cost of {cost[1]}"
    if deal := _DEAL.search(around.said_before):
        yield f"Value of the {deal[1]}"
    if values := _VALUES.search(around.said_before):
        yield f"Value of {values[1]}"
    if worth := _WORTH.search(around.said_before):
        yield worth[1]
    if around.is_money and (part := _PART_OF.match(around.after)):
        yield f"Part of the {part[1]}"


def _of_counts(around: AroundNumber) -> Iterator[str]:
    if around.noun is None:
        return
    if which := _of_which(around):
        yield f"{around.phrase} that {which}"
    if town := _TOWN.search(around.said_before):
        yield f"{around.phrase} in {town[1]}"
    if ordered := _BE_DONE.match(around.after):
        yield f"{around.phrase} to be {ordered[1]}"
    if loss := _OF_ALL_WILL.match(around.after):
        yield f"{loss[1]} who {loss[2]}"
    if hired := _HIRED.search(around.before):
        yield f"{around.phrase} {_DONE.get(hired[1].lower(), hired[1])}"
    if polled := _POLLED.search(around.said_before):
        yield f"{around.phrase} {'polled' if polled[1] else 'surveyed'}"
    subject = subject_before(_ASIDE.sub(" ", around.before))
    is_owner = subject and _SOMEBODY.fullmatch(subject[0]) and _HAS.fullmatch(subject[1])
    if subject and is_owner and not _ELSEWHERE.match(around.after):
        yield f"{around.phrase} of {subject[0]}"


_ELSEWHERE: Final = compile_pattern(r" (?:in|left|to|on|at|under|with|without|from|for)\b")


def _of_which(around: AroundNumber) -> str | None:
    """“Unison represents” of “Unison, which represents about 2,300”."""
    which = _OF_WHICH.search(around.said_before)
    if which is None or not (which[1] or which[2][0].isupper()):
        return None
    return f"{'the ' if which[1] else ''}{which[2]} {which[3]}"


def _of_shares(around: AroundNumber) -> Iterator[str]:
    if around.found.unit not in ("percent", "share", "percentage points"):
        return
    if (up := _UP_BY.search(around.said_before)) and (
        counted := _COUNTED.search(around.said_before)
    ):
        yield f"{'Rise' if up[1] else 'Fall'} in {counted[1]}"
    if (votes := _OF_VOTES.match(around.after)) and (winner := _WON_BY.search(around.said_before)):
        yield f"Share of {votes[1]}, {winner[1]}"
    if (against := _AGAINST.search(around.said_before)) and (whom := _FOR_WHOM.match(around.after)):
        yield f"Share of {against[1]}, {whom[1]}"
    if needed := _NEEDED.match(around.after):
        yield f"Share needed {needed[1]}"
    which = _of_which(around)
    whole = re.match(rf" of (.{{2,60}}?){_END}", around.after)
    if which and whole:
        yield f"Share of {whole[1]} that {which}"
    if around.found.unit == "share" and (what := _SHARE_IS.match(around.after)):
        yield f"Share of {what[1]} {what[2]}"
    is_alone = _ALONE.match(f"{around.before.strip()} ".lstrip())
    if is_alone and (who := _SHARE_WHO.match(around.after)):
        yield f"Share of {who[1]} who {who[2]}" if who[1] else f"Share who {who[2]}"


def _of_measures(around: AroundNumber) -> Iterator[str]:
    subject = subject_before(around.before, owned=True)
    if subject and _TOOK.fullmatch(subject[1]) and (deed := _TO_DO.match(around.after)):
        yield f"Time to {deed[1]} {subject[0]}"
    if of_participle := _OF_PARTICIPLE.match(around.before):
        yield of_participle[1]
    if _GIVEN_TIME.search(around.before) and (task := _TO_DO_IT.match(around.after)):
        yield f"Time to {task[1]}"
    if subject and _LATE.match(around.after) and _WAS.fullmatch(subject[1]):
        yield f"Delay of {subject[0]}"
    if subject and (level := _SEA_LEVEL.match(around.after)):
        yield f"Height of {subject[0]} {level[1]} sea level"
    moved, stuff = _MOVED_STUFF.search(around.before), _STUFF.match(around.after)
    if did := _STUFF_DID.match(around.after):
        yield f"{did[1]} that {did[2]}"
    if moved and stuff:
        yield f"{stuff[1]} {_DONE.get(moved[1], moved[1])} {stuff[2]}"


def _to_come(around: AroundNumber) -> Iterator[str]:
    coming, passive = _TO_COME.search(around.before), _WILL_BE.match(around.after)
    if passive and around.is_money:
        claims = _CLAIMS.search(around.said_before)
        yield f"{claims[1]} to be {passive[1]}" if claims else f"To be {passive[1]}"
    if coming is None:
        return
    base = coming[1].lower()
    done = _PASSIVE.get(base, f"{base.removesuffix('e')}ed")
    if around.noun:
        yield f"{around.phrase} to be {done}"
    elif purpose := _PURPOSE.match(around.after):
        yield f"To be {done} {purpose[1]}"
    elif not around.is_money and (subject := subject_before(around.before)):
        yield f"To be {done} by {subject[0]}"


def _of_votes(around: AroundNumber) -> Iterator[str]:
    """“voted for the cut by 58 to 9”, “the Senate voted 17-13”, “the bill failed on a 12-18 vote”."""
    if cleared := _CLEARED.search(around.before):
        yield f"Vote of {cleared[1]}"
    if voted := _VOTED.search(around.before):
        yield f"Vote {voted[1]}"
    subject = subject_before(around.before, owned=True)
    if subject and _VOTE.fullmatch(subject[1]):
        yield f"Vote of {subject[0]}"
    if subject and _PASSED.fullmatch(subject[1]):
        yield f"Vote on {_OWN.sub('the', subject[0])}"


_OWN: Final = compile_pattern(r"^(?:his|her|its|their)\b")


def _debtor(clause: str) -> str | None:
    """Who owes it: “the mill” of “The mill, founded in 1913, owes”."""
    words = _ASIDE.sub(" ", clause).strip(" ,")
    return words if _SOMEBODY.fullmatch(words) and not has_verb(words) else None


_SOMEBODY: Final = compile_pattern(r"(?:the |(?-i:[A-Z]))[\w’' -]{2,40}")
_ASIDE: Final = compile_pattern(r", [^,]*, ")
