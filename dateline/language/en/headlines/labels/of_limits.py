"""What a limit is of: “Most that a loaf may be sold for”, “Least that flour can leave the mill for”."""

from typing import Final

from dateline.language.en.headlines.clause_parts import PRONOUN, has_verb, without_opening
from dateline.language.en.headlines.labels.around_number import AroundNumber
from dateline.language.en.headlines.labels.figure_label import LONGEST, FigureLabel
from dateline.language.en.words import TIME_UNITS, compile_pattern

_SUBJECT: Final = r"(?P<subject>[^,;:.“”()]{2,60}?)"
_SAID: Final = r"(?P<said>[a-z]+(?: [^,;:.“”()]{1,60}?)??) ?"
# “a loaf may not be sold for”, “no shop can charge”, “nobody earns”, “a permit never costs”
_DENIED: Final = (
    compile_pattern(
        rf"{_SUBJECT} (?P<modal>may|must|shall|should|can)(?: ?not|[’']t|n[’']t) {_SAID}"
    ),
    compile_pattern(
        rf"(?:no (?P<thing>(?:[a-z-]+ ){{0,3}}?[a-z-]+)|nobody|no one) (?P<modal>may|must|should|can) {_SAID}"
    ),
    compile_pattern(
        rf"(?:{_SUBJECT} never|nobody|no one) (?P<said>costs?|earns?|pays?|weighs?|charges?) ?"
    ),
)
_MORE: Final = compile_pattern(r"(?:more than|over|above)\b")
_LESS: Final = compile_pattern(r"(?:less than|fewer than|below|under)\b")
_MOVES: Final = compile_pattern(r"(?:rise|fall|drop|go|climb|sink|dip)(?: (?:up|down))?")
_FOR_TIME: Final = compile_pattern(r" for$")
_NO_MORE: Final = compile_pattern(r"(?:no|not) (?P<way>more|less|fewer) than\b")
_MAY: Final = compile_pattern(rf"(?:.*\bwhich )?{_SUBJECT} (?P<modal>may|must|can|should) {_SAID}")
# “men may weigh no more than 72.5kg and women no more than”
_GAPPED: Final = compile_pattern(
    r"\b(?:may|must|can|should) (?P<said>[a-z]+) (?:no|not) (?:more|less|fewer) than"
    r" [^;:“”()]{1,40}?,? (?:and|but|while) (?P<subject>[a-z]+(?: [a-z]+)?) $"
)


def find_limit(around: AroundNumber) -> FigureLabel | None:
    """Of a number that a negation turns: “may not be sold for more than”; None where no words say of what."""
    before = _plain(around.before)
    own = _plain(
        before.rpartition(", ")[2]
    )  # “Under the order, which lasts for 90 days, a loaf may”
    found = next(
        (match for words in (before, own) for each in _DENIED if (match := each.fullmatch(words))),
        None,
    )
    is_more = _MORE.match(around.found.text)
    if found is None or not (is_more or _LESS.match(around.found.text)):
        return None
    words = found.groupdict()
    subject = words.get("subject") or (f"a {words['thing']}" if words.get("thing") else "anybody")
    said, modal = found["said"].strip(), _allowed(words.get("modal"))
    if modal and _MOVES.fullmatch(said):
        return _label("highest" if is_more else "lowest", subject, f"{modal} {said} to")
    return _limit("most" if is_more else "least", subject, f"{modal} {said}", around)


def of_limits(around: AroundNumber) -> FigureLabel | None:
    """“Men may weigh no more than 72.5kg and women no more than 59kg”: the most that each may weigh."""
    way = _NO_MORE.match(around.found.text)
    found = _GAPPED.search(around.said_before) or _MAY.fullmatch(_plain(around.before))
    if way is None or found is None or around.noun:
        return None
    modal = _allowed(found.groupdict().get("modal") or "may")
    is_more = way["way"].lower() == "more"
    return _limit(
        "most" if is_more else "least", found["subject"], f"{modal} {found['said']}", around
    )


def _plain(before: str) -> str:
    return f"{without_opening(f'{before}it').removesuffix('it').strip()} "


def _allowed(modal: str | None) -> str:
    """What must not be more is what may be so at most."""
    lower = (modal or "").lower()
    return "may" if lower in ("must", "shall") else lower


def _limit(how: str, subject: str, said: str, around: AroundNumber) -> FigureLabel | None:
    if around.noun:
        return _label(f"{'fewest' if how == 'least' else how} {around.noun}", subject, said)
    if (around.found.unit or "").partition("/")[0] in TIME_UNITS:
        how, said = "longest" if how == "most" else "shortest", _FOR_TIME.sub("", said)
    return _label(how, subject, said)


def _label(how: str, subject: str, said: str) -> FigureLabel | None:
    words = " ".join(f"{how} that {subject} {said}".split())
    is_certain = not (PRONOUN.match(subject) or has_verb(subject))
    return FigureLabel(words=words) if is_certain and len(words) <= LONGEST else None
