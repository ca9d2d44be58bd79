"""What is said of a subject, in the present tense or as what is to come."""

import re
from typing import Final

from dateline.language.en.headlines.clause_parts import AUXILIARY
from dateline.language.en.headlines.present_tense import (
    is_past,
    is_plural_present,
    is_present,
    is_third_person,
    may_be_past,
    of_participle,
    to_present,
)
from dateline.language.en.headlines.titles.plurals import is_plural
from dateline.language.en.words import compile_pattern
from dateline.patterns import compile_later

_TO_COME: Final = compile_pattern(
    r"^(?:will|would|shall|must|is to|are to|was to|were to"
    r"|(?:is|are|was|were) (?:expected|due|set|scheduled|planned|likely|supposed|meant) to"
    r"|(?:plans?|intends?|hopes?|aims?|wants?|expects?|agreed|promised|vowed|pledged) to) "
)


# “has pledged to open three centres by the end of 2026”
_PLEDGED: Final = compile_pattern(r"^(?:has|have) (?:pledged|promised|vowed|undertaken) to ")


_DUE: Final = compile_pattern(
    r"^(?:is|are) (?:now |still )?(?:due|set|scheduled|planned|expected)\b"
)


# “A hearing is set for 12 May”: the hearing.
_NOW: Final = compile_pattern(r"(?<=is|re) (?:now|still)\b")
# “A hearing is not expected before May”: the hearing.
_NOT_BEFORE: Final = compile_pattern(r"(?:is|are) not (?:expected|due|likely|planned|scheduled)")
_SET: Final = compile_pattern(r"(?:is|are|was|were) (?:set|scheduled|planned)(?: for)?")


def in_present(subject: str, rest: str) -> tuple[str | None, bool]:
    """What is said of the subject, in the present tense, and whether it is to come."""
    if bare := _IS_THEN.fullmatch(rest.strip(" ,.")):
        return "", bare["ahead"] is not None
    if ahead := _TO_COME.match(rest):
        what = rest[ahead.end() :].removeprefix("have to ")
        return f"not to {what[4:]}" if what.startswith("not ") else f"to {what}", True
    if pledged := _PLEDGED.match(rest):
        return f"to {rest[pledged.end() :]}", True
    if _NOT_BEFORE.fullmatch(rest.strip(" ,.")):
        return "", True
    if _DUE.match(rest):
        return "" if _SET.fullmatch(rest.strip(" ,.")) else _NOW.sub("", rest), True
    return said_now(subject, rest), False


# “The first hearing is on 16 September”: the first hearing.
_IS_THEN: Final = compile_pattern(
    r"(?:is|are|was|were|(?P<ahead>(?:will|is to|are to) (?:be|take place))|takes place|took place)(?: on| in| at)?"
)


def said_now(subject: str, rest: str) -> str | None:
    """What happened or happens, in the present tense."""
    verb, _, after = rest.partition(" ")
    lower = verb.lower()
    plural = lower in _OF_SEVERAL if lower in _OF_NUMBER else is_plural(subject)
    if lower in ("has", "have", "had"):
        participle, _, object_ = after.partition(" ")
        if participle == "been":
            return f"{'are' if plural else 'is'} {object_}"
        if _DETERMINERS.match(after):
            return f"{'have' if plural else 'has'} {after}"
        present = to_present(of_participle(participle), plural=plural)
        return f"{present} {object_}" if present else None
    is_now = lower in ("is", "are") or any(
        known(lower) for known in (is_present, is_plural_present, is_third_person)
    )
    if is_now or (lower in AUXILIARY and lower not in ("was", "were")):
        return rest if is_now else None
    present = to_present(verb, plural=plural)
    if present is None and may_be_past(lower) and after and lower not in AUXILIARY:
        return rest  # of a verb that is not known, as the article has it
    is_deed = lower not in AUXILIARY
    after = _first_of_two(after) if is_deed else after

    def second(found: re.Match[str]) -> str:
        return (
            f"{found[1]}{(is_past(found[2]) and to_present(found[2], plural=plural)) or found[2]}"
        )

    words = _SECOND_VERB.sub(second, after) if is_deed else after
    is_mixed = any(may_be_past(found[2]) for found in _SECOND_VERB.finditer(words) if is_deed)
    return f"{present} {words}" if present and not is_mixed else None


def _first_of_two(after: str) -> str:
    """“Two hikers”, of “two hikers and hurled rock from the crater”: what else it did is another clause."""
    second = _AND_DID.search(after)
    is_deed = (
        second
        and may_be_past(second["verb"])
        and not _SECOND_VERB.match(after, second.start("cut") + 1)
    )
    return after[: second.start("cut")] if second and is_deed else after


_AND_DID: Final = compile_pattern(
    r"(?:^| )(?:(?:an?|the|its|their|one|two|three|four|five|six|seven|eight|nine|ten) (?:[a-z-]+ )?|[0-9][0-9,.]* )"
    r"[a-z]+(?P<cut>) and (?P<verb>[a-z]+) (?=[a-z])"
)
# “raised €2,140 and took seven years”
_SECOND_VERB: Final = compile_later(
    r"(\b(?:and|or) )([a-z]+)(?= (?:(?:an?|the"
    r"|about|around|some|nearly|more than|its|their|his|her|up|out|off|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|[0-9£$€]))"
)


# Verbs that tell one from several; of these, those of several.
_OF_NUMBER: Final = frozenset("was were has have is are".split())


_OF_SEVERAL: Final = frozenset("were have are".split())


_DETERMINERS: Final = compile_pattern(r"(?:an?|the|its|his|her|their|no|[0-9])\b")
