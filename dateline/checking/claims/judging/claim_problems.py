"""The problems of claims that nothing supports: what the text says, and what the article says."""

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.checking.basis.fact_words import any_of, or_waive
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import SaidQuantity, Statement
from dateline.facts.briefing import Briefing
from dateline.facts.dates import known_date, weekday_name
from dateline.facts.quantities import show_amount
from dateline.facts.records import Event, Figure
from dateline.language import FoundDate, FoundName, FoundQuantity, FoundQuotation, en
from dateline.language.en import Multiple, NumberChange
from dateline.problems import Position, Problem, Related, Rule

# How many places are shown where the article says something else.
_SHOWN: Final = 3


def refuse_quantity(
    found: FoundQuantity, seen: SeenText, near: Iterable[Statement] = ()
) -> Problem:
    says = (
        f"{seen.called} says “{found.text}”, but neither the article nor a fact gives that number"
    )
    if found.unit:
        says += " with this unit"
    write = "write the number as the article gives it, or add the fact that says so"
    return _problem(Rule.CLAIM_QUANTITY, seen.position(found.start), says, write, near)


def refuse_relation(found: FoundQuantity, seen: SeenText) -> Problem:
    """The problem of how much more or less, higher or lower, that is a number of something else."""
    word = "".join(seen.text[found.end :].split()[:1])
    says = f"{seen.called} says “{found.text} {word.strip('.,;:')}”, but neither the article nor a fact says that"
    write = "correct the number or the words beside it"
    return _problem(Rule.CLAIM_QUANTITY, seen.position(found.start), says, write)


def refuse_number(found: FoundName, seen: SeenText) -> Problem:
    says = f"{seen.called} has “{found.text}”, but neither the article nor a name does"
    write = "write the number as the article gives it"
    return _problem(Rule.CLAIM_QUANTITY, seen.position(found.start), says, write)


def refuse_change(change: NumberChange, seen: SeenText) -> Problem:
    """The problem of two numbers that cannot be as the words say: up from the same, or from more."""
    first, second = change.first, change.second
    says = (
        f"{seen.called} goes from “{first.text}” to “{second.text}”, which is not {change.promised}"
    )
    place = max(first.start, second.start)
    return _problem(
        Rule.CLAIM_QUANTITY, seen.position(place), says, "correct the number that is wrong"
    )


def refuse_multiple(multiple: Multiple, seen: SeenText) -> Problem:
    says = (
        f"{seen.called} says “{multiple.text}”, but neither the article nor a fact has a number "
        "from which that is so"
    )
    write = "correct the verb or the number"
    return _problem(Rule.CLAIM_QUANTITY, seen.position(multiple.result.start), says, write)


def refuse_direction(found: FoundQuantity, seen: SeenText, where: Sequence[Statement]) -> Problem:
    word = seen.text[found.end :].split()[0]
    says = f"{seen.called} says “{found.text} {word}”, but the article compares it the other way"
    write = "correct the word or the number"
    return _problem(Rule.CLAIM_QUANTITY, seen.position(found.start), says, write, where)


def refuse_beside(
    found: FoundQuantity, seen: SeenText, words: str, where: Sequence[Statement]
) -> Problem:
    """The problem of a number beside the opposite of what the article says of it."""
    says = f"{seen.called} has “{words}” beside “{found.text}”, but the article has the opposite"
    return _problem(
        Rule.CLAIM_QUANTITY,
        seen.position(found.start),
        says,
        "correct the word or the number",
        where,
    )


def refuse_opposite(found: FoundQuantity, seen: SeenText, other: str) -> Problem:
    """The problem of a title or a label that says the opposite of the evidence."""
    says = f"{seen.called} says “{found.text}”, but its evidence says “{other}”"
    write = "correct the word, or choose evidence that says so"
    return _problem(Rule.CLAIM_QUANTITY, seen.position(found.start), says, write)


def refuse_way(found: FoundQuantity, seen: SeenText, figure: Figure) -> Problem:
    """The problem of a text in which something falls to what its figure rose to, or rises."""
    way = f"{en.way_to(seen.text, found.start)} to"
    return _refuse_way(way, found, seen, figure)


def refuse_change_of(found: FoundQuantity, seen: SeenText, figure: Figure) -> Problem:
    """The problem of a text in which something rises by as much as its figure fell, or falls."""
    way = f"{en.way_by(seen.text, found.start, found.end)} of"
    return _refuse_way(way, found, seen, figure)


def _refuse_way(way: str, found: FoundQuantity, seen: SeenText, figure: Figure) -> Problem:
    says = f"{seen.called} has a {way} “{found.text}”, but ‘{figure.id}’ went the other way"
    then, path = (
        (figure.history[-1].value, "history") if figure.history else (figure.value, "value")
    )
    where = Statement(
        text=show_amount(then, figure.unit).plain,
        fact=figure.id,
        position=figure.origin.of(path),
    )
    return _problem(
        Rule.CLAIM_QUANTITY,
        seen.position(found.start),
        says,
        "correct the verb or the number",
        [where],
    )


def refuse_share(found: FoundQuantity, seen: SeenText) -> Problem:
    says = (
        f"{seen.called} says “{found.text}”, but the two numbers beside it are not that far apart"
    )
    write = "correct the number that is wrong"
    return _problem(Rule.CLAIM_QUANTITY, seen.position(found.start), says, write)


def refuse_whole(share: FoundQuantity, whole: FoundQuantity, seen: SeenText) -> Problem:
    words = seen.text[share.start : whole.end]
    says = f"{seen.called} says “{words}”, but the figure’s own number is not that share of it"
    write = "correct the share or the number"
    return _problem(Rule.CLAIM_QUANTITY, seen.position(whole.start), says, write)


def refuse_hedge(
    found: FoundQuantity, seen: SeenText, said: Sequence[SaidQuantity], *, is_sure: bool
) -> Problem:
    """The problem of a number that is there with another hedge; far from the text, it may be of something else."""
    hedges = {quantity.hedge for quantity, _ in said}
    theirs = any_of(f"“{hedge}”" if hedge else "no hedge" for hedge in sorted(hedges, key=str))
    own = f"“{found.hedge}”" if found.hedge else "no hedge"
    says = f"{seen.called} says “{found.text}” with {own}, but what supports it has {theirs}"
    where = [statement for _, statement in said]
    article = any(statement.span for statement in where)
    write = f"write the number as the {'article' if article else 'fact'} does"
    if not is_sure:
        write += ", if it is of the same; if not, correct the number"
    return _problem(Rule.CLAIM_HEDGE, seen.position(found.start), says, write, where)


def refuse_date(found: FoundDate, seen: SeenText, near: Iterable[Statement]) -> Problem:
    says = f"{seen.called} says “{found.text}”{_meaning(found)}, but neither the article nor a fact does"
    write = "write the date as the article gives it, or add the event"
    rule = Rule.CLAIM_WEEKDAY if found.kind == "weekday" else Rule.CLAIM_DATE
    return _problem(rule, seen.position(found.start), says, write, near)


def refuse_elsewhere(
    found: FoundDate | FoundQuantity | FoundName, seen: SeenText, rivals: Sequence[Statement]
) -> Problem:
    """The problem of what the article says of something else."""
    said = [rival for rival in rivals if rival.span or not rival.fact] or rivals
    theirs = any_of(f"“{rival.text}”" for rival in said)
    who = (
        "the article says"
        if said is not rivals
        else any_of(f"‘{rival.fact}’" for rival in said) + " has"
    )
    says = f"{seen.called} says “{found.text}”, but of this {who} {theirs}"
    write = f"write what {'the article says' if said is not rivals else 'the fact has'} of this"
    return _problem(_rule_of(found), seen.position(found.start), says, write, rivals)


def _rule_of(found: FoundDate | FoundQuantity | FoundName) -> Rule:
    if isinstance(found, FoundName):
        return Rule.CLAIM_NAME
    if isinstance(found, FoundQuantity):
        return Rule.CLAIM_QUANTITY
    return Rule.CLAIM_WEEKDAY if found.kind == "weekday" else Rule.CLAIM_DATE


def refuse_named_otherwise(
    found: FoundName, seen: SeenText, others: Sequence[Statement]
) -> Problem:
    """The problem of a name whose words the article has with other names; which is wrong, nobody can tell."""
    theirs = any_of(f"“{other.text}”" for other in others[:_SHOWN])
    says = f"{seen.called} says “{found.text}”, but the words beside it stand with {theirs} in the article"
    write = "correct the name, or use words that the article has with it"
    return _problem(Rule.CLAIM_NAME, seen.position(found.start), says, write, others)


def refuse_unjoined(found: FoundDate, seen: SeenText, where: Sequence[Statement]) -> Problem:
    """The problem of a date that the article has with other words; whether it or they are wrong, nobody can tell."""
    says = (
        f"{seen.called} says “{found.text}”, but nothing that has this date has a word of this text"
    )
    write = "correct the date, or use a word that the article has with it"
    return _problem(_rule_of(found), seen.position(found.start), says, write, where)


def refuse_fate(found: FoundQuantity, seen: SeenText, where: Sequence[Statement]) -> Problem:
    """The problem of a number of people of another fate; whether it or the fate is wrong, nobody can tell."""
    says = f"{seen.called} says “{found.text}”, but that number counts other people"
    write = "correct the number, or say what the article says of these people"
    return _problem(Rule.CLAIM_QUANTITY, seen.position(found.start), says, write, where)


def refuse_misfit(found: FoundDate, seen: SeenText) -> Problem:
    day = known_date(found.readings[0]).start
    weekday = (day and weekday_name(day)) or "another weekday"
    says = f"{seen.called} says “{found.text}”, but that day is a {weekday}"
    write = "correct the weekday or the date"
    return _problem(Rule.CLAIM_WEEKDAY, seen.position(found.start), says, write)


def refuse_quotation(
    found: FoundQuotation, seen: SeenText, unquoted: Iterable[Statement]
) -> Problem:
    words = f"“{' '.join(found.text.split())}”"
    says = f"{seen.called} quotes {words}, but the article does not quote these words"
    write = "quote the article’s words exactly, or remove the quotation marks"
    return _problem(Rule.CLAIM_QUOTATION, seen.position(found.start), says, write, unquoted)


def refuse_name(found: FoundName, seen: SeenText, near: Iterable[Statement] = ()) -> Problem:
    says = f"{seen.called} names “{found.text}”, but neither the article nor a sheet does"
    write = "write the name as the article does, or add it to a sheet"
    return _problem(Rule.CLAIM_NAME, seen.position(found.start), says, write, near)


def refuse_teller(found: FoundName, seen: SeenText, briefing: Briefing) -> Problem:
    """The problem of a title in which somebody says what its fact has by somebody else."""
    owner = seen.owner
    by = briefing.name_of(owner.by) if isinstance(owner, Event | Figure) and owner.by else "another"
    says = f"{seen.called} has it from “{found.text}”, but the fact is by {by}"
    write = "correct who says it in this text, or in `by:`"
    return _problem(Rule.CLAIM_NAME, seen.position(found.start), says, write)


def refuse_giver(
    found: FoundQuantity, seen: SeenText, teller: str, givers: Sequence[str]
) -> Problem:
    """The problem of a number that a text has from somebody, and the article and the sheets from others."""
    says = f"{seen.called} credits {teller} with “{found.text}”, which is from {any_of(givers)}"
    write = "write whose the number is, or correct the number"
    return _problem(Rule.CLAIM_QUANTITY, seen.position(found.start), says, write)


def _meaning(found: FoundDate) -> str:
    """What words that are read from the day of publication were read as."""
    return f" ({any_of(found.readings)})" if found.kind in ("weekday", "relative") else ""


def _problem(
    rule: Rule, position: Position, says: str, write: str, near: Iterable[Statement] = ()
) -> Problem:
    shown = [*dict.fromkeys((each.position, _note(each)) for each in near)][:_SHOWN]
    related = tuple(Related(position=position, note=note) for position, note in shown)
    return Problem(position, rule, says, f"{write}, {or_waive(rule)}", related)


def _note(statement: Statement) -> str:
    if statement.span:
        return f"the article says “{statement.text}”"
    return f"‘{statement.fact}’ has {statement.text}" if statement.fact else statement.text
