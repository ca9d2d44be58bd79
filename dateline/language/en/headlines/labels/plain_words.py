"""What a number is of where nothing surer says it: the thing right beside it."""

from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.labels.around_number import NAME, SOME, AroundNumber
from dateline.language.en.headlines.labels.doers import ENDED
from dateline.language.en.headlines.labels.in_lists import STUFF
from dateline.language.en.words import compile_pattern

# “a 30% chance of thunderstorms”
_CHANCE: Final = compile_pattern(
    rf" (?P<what>(?:chance|risk|probability|likelihood) of [^,;:.“”()]{{3,40}}?){ENDED}"
)
# “arguing that unemployment, at 8.7%, was”
_AT: Final = compile_pattern(
    r"\b(?:that|and|but|as|while|because|where) (?P<what>(?:the )?[a-z]+(?: [a-z]+)?), (?:now |currently )?at $"
)
# “season ticket prices, which rose by 8%”
_WHICH_MOVED: Final = compile_pattern(
    r"(?:^|\b(?:the|an?|its|their|his|her|to [a-z]+|of|in|on|for|and|with|from|at|by|that|said) )"
    r"(?P<what>(?:[\w’'-]+[’']s? )?(?:(?-i:[a-z-]+) ){0,2}?(?-i:[a-z]+)), which (?:has |have |had )?"
    r"(?:(?P<up>rose|risen|grew|grown|climbed|climb|jumped|increased)|fell|fallen|dropped|declined|slipped|sunk|sank)"
    rf"(?: by)?{SOME} $"
)
# “against the euro”
_AGAINST: Final = compile_pattern(r" (?P<what>against the [a-z]+)\b")
# “takes Lesk’s spending since the summer to £96m”
_TAKES: Final = compile_pattern(
    r"\b(?:takes?|took|taking|brings?|brought|bringing) (?P<what>[^,;:.“”()]{3,60}?)(?: since [^,;:.]{3,30}?)? to $"
)
# “that the club paid Lesk for the defender Bo Ray”
_PAID_FOR: Final = compile_pattern(
    rf" (?:(?:that|which) )?(?:the [a-z]+|{NAME}|it|they) (?:had |has )?paid(?: (?P<whom>{NAME}))? for"
    rf" (?P<what>[^,;:.“”()]{{3,50}}?){ENDED}"
)
# “have signed the winger Bo Ray from Lesk for a club record £38m”
_SIGNED: Final = compile_pattern(
    rf"\b(?:signs?|signed|signing|bought|buys?|acquired?|acquires) (?P<what>(?:the )?(?:[\w’'-]+ ){{0,2}}{NAME})"
    rf"(?: from {NAME})? for(?: an? [a-z ]{{3,30}}?(?: of)?)?{SOME} $"
)
# “Lesk, which has kept its rate at 4%”
_WHICH_KEPT: Final = compile_pattern(
    r"(?:^|[.;,] |\b(?:that|and|but|as|while) )(?P<who>[^,;:.]{3,50}), which (?:has |had |have )?"
    r"(?:kept|held|left|set|raised|cut|lowered|put|fixed) (?:its|their) (?P<what>(?:[a-z]+ )?[a-z]+) (?:at|to) $"
)
# “moved to Lesk in January 2023 for €7m”
_MOVED_FOR: Final = compile_pattern(
    rf"\bmoved to (?P<where>{NAME})(?: in (?:(?-i:[A-Z])[a-z]+ )?[0-9]{{4}})? for(?: a fee of)?{SOME} $"
)
# “52,000 members were out of work”
_HOW: Final = compile_pattern(
    rf" (?:were|are|had been|have been) (?P<how>(?:out of|in|without|on|at|off|under) [^,;:.“”()]{{2,40}}?){ENDED}"
)


def of_plain_words(around: AroundNumber) -> Iterator[str]:
    """In the words of the article; nothing where the thing is not named."""
    if around.is_money:
        yield from _of_money(around)
    if around.found.unit == "percent":
        yield from _of_percent(around)
    if around.noun and (how := _HOW.match(around.after)):
        yield f"{around.phrase} {how['how']}"
    if kept := _WHICH_KEPT.search(around.said_before):
        yield f"{kept['what']} of {kept['who']}"
    if takes := _TAKES.search(around.said_before):
        yield takes["what"]


def _of_money(around: AroundNumber) -> Iterator[str]:
    if paid := _PAID_FOR.match(around.after):
        whom = f" to {paid['whom']}" if paid["whom"] else ""
        yield f"paid{whom} for {paid['what']}"
    if signed := _SIGNED.search(around.said_before):
        yield f"paid for {signed['what']}"
    if moved := _MOVED_FOR.search(around.said_before):
        yield f"paid for the move to {moved['where']}"
    if stuff := STUFF.match(around.after):
        yield stuff["what"]


def _of_percent(around: AroundNumber) -> Iterator[str]:
    if chance := _CHANCE.match(around.after):
        yield chance["what"]
    if (at := _AT.search(around.said_before)) and around.said_after.lstrip().startswith(","):
        yield at["what"]
    if moved := _WHICH_MOVED.search(around.said_before):
        against = _AGAINST.match(around.said_after)
        yield f"{'rise' if moved['up'] else 'fall'} in {moved['what']}{f' {against[1]}' if against else ''}"
