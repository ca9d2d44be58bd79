"""What a share is of: votes that a party won, people who felt so."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.labels.around_number import END, NAME, SOME, AroundNumber
from dateline.language.en.headlines.labels.of_counts import of_which
from dateline.language.en.headlines.number_kinds import is_needed_majority
from dateline.language.en.headlines.present_tense import to_participle
from dateline.language.en.words import compile_pattern

# “carried 3.1 million passengers, up 14 per cent”.
_UP_BY: Final = compile_pattern(rf", (?:(up)|down){SOME} $")


_COUNTED: Final = compile_pattern(
    r"[0-9][0-9.,]*(?: (?:thousand|million|billion))? ((?:[a-z-]+ )??[a-z]+s|people|staff|men|women|children)\b"
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
    rf"|believe|expected|expect|preferred|opposed|favoured|favored|trusted) .{{2,50}}?){END}"
)


_ALONE: Final = compile_pattern(
    r"^(?:(?:and|but|that) )?(?:(?:only|about|around|nearly|almost|some|just|over|more than|at least|fewer than"
    r"|less than) )*$"
)


_OF_VOTES: Final = compile_pattern(
    r" of (the (?:[a-z-]+ )*?(?:votes?|ballots?|seats|first preferences))\b"
)


_WON_BY: Final = compile_pattern(
    rf"\b({NAME}(?: (?:party|alliance|coalition|bloc|list|union|movement|front))?)"
    rf" (?:had|has|have|won|took|got|received|polled|secured|held){SOME} $"
)


_AGAINST: Final = compile_pattern(
    r"(?:per ?cent|%) of (the (?:[a-z-]+ )*(?:votes?|ballots?|seats)) (?:against|to|compared with) $"
)


_FOR_WHOM: Final = compile_pattern(rf" for (?:the )?(?:[A-Z][\w-]*[’']s? )?({NAME}){END}")


_NEEDED: Final = compile_pattern(rf" (?:is|was|are|were) needed (for .{{2,50}}?){END}")


# “took 47.9 percent”, after “won 52.1 percent of the vote”; “was elected with 54.9 percent”
_TOOK: Final = compile_pattern(
    rf"(?:^|\b)({NAME}) (?:had |has )?(?:won|took|got|received|polled|secured|gained|scored){SOME} $"
)
_VOTES_BEFORE: Final = compile_pattern(r"(?:per ?cent|%) of (?P<votes>the (?:[a-z-]+ )*votes?)\b")
_ELECTED: Final = compile_pattern(
    rf"\b({NAME}) (was|were) ((?:re-?)?elected)\b[^,;:.“”()]{{0,40}}? with{SOME} $"
)
_NO_WHOLE: Final = compile_pattern(r" (?:of|in|more|less)\b")


def _of_votes(around: AroundNumber) -> Iterator[str]:
    """Whose share of the vote it is, where the sentence before or the verb says that it is one."""
    if around.found.unit != "percent" or _NO_WHOLE.match(around.after):
        return
    votes = [*_VOTES_BEFORE.finditer(around.earlier + around.said_before)]
    if votes and (took := _TOOK.search(around.said_before)):
        yield f"Share of {votes[-1]['votes']} won by {took[1]}"
    if elected := _ELECTED.search(around.said_before):
        yield f"Share of the vote with which {elected[1]} {elected[2]} {elected[3]}"


# “The project cost €5m, of which the state paid three-quarters”; “Falls accounted for half of them”
_PAID_PART: Final = compile_pattern(
    rf", of which (?P<who>(?:the )?(?:{NAME}|[a-z]+)) (?:has |had |will )?(?P<verb>paid|pays|provided|gave"
    rf"|lent|covered|pay){SOME} $"
)
_ACCOUNTED: Final = compile_pattern(
    r"^([a-z][^,;:.“”()]{2,50}?) (?:account|accounts|accounted) for(?: [a-z]+)* $"
)


# “The grant, frozen at €73m, accounts for 3% of their output”
_MAKES_UP: Final = compile_pattern(
    r"(?:^|, (?:and|but|while) |\bthat )(?P<who>[^,;:.“”()]{2,50}?)(?:, [^;:“”]*?,)?"
    r" (?P<does>(?:accounts?"
    r"|accounted) for|makes? up|made up)"
    rf"{SOME} $"
)
# “nine in ten jobs”
_RATIO: Final = compile_pattern(r"[a-z] in [a-z]|[0-9] in [0-9]")
_OF_WHAT: Final = compile_pattern(
    rf" of (?:its |their |his |her )?(?P<what>[^,;:.“”()]{{3,50}}?)(?:(?= among )|{END})"
)


def of_shares(around: AroundNumber) -> Iterator[str]:
    if around.found.unit not in ("percent", "share", "percentage points"):
        return
    yield from _of_votes(around)
    yield from _of_parts(around)
    yield from _of_voters(around)
    yield from _of_ballots(around)
    if (up := _UP_BY.search(around.said_before)) and (
        counted := _COUNTED.search(around.said_before)
    ):
        yield f"{'Rise' if up[1] else 'Fall'} in {counted[1]}"
    which = of_which(around)
    whole = re.match(rf" of (.{{2,60}}?){END}", around.after)
    if which and whole:
        yield f"Share of {whole[1]} that {which}"
    if around.found.unit == "share" and (what := _SHARE_IS.match(around.after)):
        yield f"Share of {what[1]} {what[2]}"
    is_alone = _ALONE.match(f"{around.before.strip()} ".lstrip())
    if is_alone and (who := _SHARE_WHO.match(around.after)):
        yield f"Share of {who[1]} who {who[2]}" if who[1] else f"Share who {who[2]}"


def _of_parts(around: AroundNumber) -> Iterator[str]:
    """What somebody paid of a sum, and what so much comes from."""
    if paid := _PAID_PART.search(around.said_before):
        yield f"Share {to_participle(paid['verb']) or paid['verb']} by {paid['who']}"
    makes = _MAKES_UP.search(around.said_before) or _MAKES_UP.search(around.before)
    is_ratio = _RATIO.search(around.found.text) is not None
    if makes and (whole := _OF_WHAT.match(f" of{around.after}" if is_ratio else around.after)):
        yield f"share of {whole['what']} that {makes['who']} {makes['does']}"
    if around.found.unit == "share" and (accounted := _ACCOUNTED.search(around.before)):
        yield f"Share accounted for by {accounted[1]}"
    if _BURNS.search(around.said_before) and (whole := _OF_WHAT.match(around.after)):
        yield f"share of the {whole['what']} burned"
    if is_needed_majority(around.said_before, around.after):
        yield "Majority needed"
    if needed := _NEEDED.match(around.after):
        yield f"Share needed {needed[1]}"


# “with burns to 15% of her body”
_BURNS: Final = compile_pattern(rf"\bburns? (?:to|over|on|covering){SOME} $")


# “Members voted by 84% to 16% for action”
_VOTED_BY: Final = compile_pattern(
    rf"(?:^|[,;] |\b(?:but|and|that) )(?P<who>[^,;:.“”()]{{2,60}}?) (?:had |has |have )?voted by{SOME} $"
)
_TO_FOR: Final = compile_pattern(
    rf" to (?:[0-9][0-9.]*)(?:%| per ?cent) (?P<for>(?:for|against|in favour of) [^,;:.“”()]{{2,40}}?){END}"
)
_TO_OTHERS: Final = compile_pattern(r"\bvoted by (?:[0-9][0-9.]*)(?:%| per ?cent) to $")


def _of_ballots(around: AroundNumber) -> Iterator[str]:
    """The two sides of a vote in per cent."""
    who, side = _VOTED_BY.search(around.said_before), _TO_FOR.match(around.said_after)
    if who and side:
        yield f"share of {who['who']} who voted {side['for']}"
    if _TO_OTHERS.search(around.said_before):
        yield "share of votes on the other side"


def _of_voters(around: AroundNumber) -> Iterator[str]:
    """Votes that somebody won, and against whom."""
    if (votes := _OF_VOTES.match(around.after)) and (winner := _WON_BY.search(around.said_before)):
        yield f"Share of {votes[1]}, {winner[1]}"
    if (against := _AGAINST.search(around.said_before)) and (whom := _FOR_WHOM.match(around.after)):
        yield f"Share of {against[1]}, {whom[1]}"
