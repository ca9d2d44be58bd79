"""Whether the subject of a clause is one or several."""

from typing import Final

from dateline.language.en.words import compile_pattern
from dateline.patterns import compile_later

_PLURALS: Final = frozenset(
    "people men women children police forces troops media both many several staff families members crews".split()
)
_SINGULARS: Final = compile_pattern(r"(?:ss|us|is|news|series|[’']s)$")
_GROUPS: Final = compile_pattern(
    r"^[a-z]+(?:ers|ors|ists|ials|ians|ants|ents|eers|ies|ees|oups|anies|ions)$"
)
_OF_NOUN: Final = compile_pattern(
    r" (?:of|in|on|at|from|for|with|between|near|to|by|under|over|against|about|who|that|put|held)\b"
    r"| [a-z]+ing(?= (?:the|an?|more|their|its|[0-9£$€]))"
)
_NUMBERS: Final = compile_pattern(
    r"^(?:(?:about|some|almost|over|more than|at least|nearly|around|another|up to|the|only) )*(?:[2-9]|[1-9][0-9.,]+"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?"
    r"|dozens|hundreds|thousands|millions)\b(?!-)"
)


# “the National Food and Farming Authority” is one.
_BODY: Final = compile_later(
    r"[Tt]he (?:[A-Z][\w’'-]* ){2,}and (?:[A-Z][\w’'-]* )*[A-Z][\w’'-]*[^\Ws]"
)


# “The Greens”, “the Liberals”: those of a party or a team.
_PARTY: Final = compile_later(
    r"[Tt]he (?!Times|Netherlands|Bahamas|Maldives|News)[A-Z][a-z]+[^s\W]s"
)


# “An inquest into the deaths”; but “a dozen boats” are several.
_ONE: Final = compile_later(
    r"[Aa]n? (?!(?:dozen|few|hundred|thousand|million|couple of|number of)\b)"
)


def is_plural(subject: str) -> bool:
    """Whether several do it: “the two nations”, “Iran and Iraq”, “Ann Lee’s boats”."""
    head = _OF_NOUN.split(subject)[0]
    last = head.split()[-1] if head.split() else ""
    if _BODY.fullmatch(subject) or (_ONE.match(head) and " and " not in head):
        return False
    if " and " in f" {head} " or last.lower() in _PLURALS or _NUMBERS.match(subject):
        return True
    if _PARTY.fullmatch(head):
        return True
    if last[:1].isupper():
        return head == last and bool(_GROUPS.match(last))
    return last.endswith("s") and not _SINGULARS.search(last)
