"""Who is the subject of a verb of speaking, in the words beside a quotation."""

from dataclasses import replace
from itertools import dropwhile, takewhile
from typing import Final

from dateline.language.en.speakers.noun_phrases import (
    Subject,
    ends_in_a_name,
    has_role,
    head,
    joined_names,
    opening_subject,
    parts_of,
    subject_of_parts,
    until_clause,
)
from dateline.language.en.speakers.tokens import Word, Words, skip
from dateline.language.en.speech import (
    BE,
    NO_NAMED,
    PRONOUNS,
    QUOTING,
    SPEAKING,
    SPEECHES,
    TO_OTHERS,
    WEAK,
)

_PLACING: Final = BE | {"came", "comes", "went", "goes"}
_ASKING: Final = TO_OTHERS | {"asked", "pressed"}


def find_subject(tokens: Words) -> Subject | None:
    """Who speaks according to the words before a quotation: the subject of the last verb of speaking."""
    for at in reversed(range(len(tokens))):
        subject = find_subject_of(tokens, at) if tokens[at].kind in "VGB" else None
        if subject:
            return _with_reporter(subject, tokens, at)
    return find_according(tokens)


def _with_reporter(subject: Subject, tokens: Words, at: int) -> Subject:
    """“Ann Lee said that Bo Ray wrote “…””: the words may be his or hers."""
    outer = next((place for place in reversed(range(at)) if tokens[place].kind == "V"), None)
    if outer is None or not subject.names or _is_parted(tokens[outer + 1 :]):
        return subject
    reporter = find_subject_of(tokens, outer)
    names = reporter.names if reporter else ()
    return replace(subject, names=tuple(dict.fromkeys([*subject.names, *names])))


def find_inverted(tokens: Words) -> Subject | None:
    """Who speaks according to the words after a quotation: “said Ann Lee”, “Ann Lee said”."""
    verb = next((at for at in range(len(tokens)) if _is_finite(tokens, at)), len(tokens))
    according = find_whose_words(tokens) or find_according(tokens[:verb])
    if according or verb == len(tokens):
        return according or _signed(tokens)
    quoted = [at for at, word in enumerate(tokens) if at > verb and word.word == "saying"]
    if tokens[verb].word in QUOTING and quoted and not _helped(tokens, verb):
        return head(until_clause(tokens[verb + 1 : quoted[0]]))
    subject = _before(tokens, verb) if verb else None
    if subject or tokens[verb].word in TO_OTHERS:
        return subject
    return find_following(tokens[verb + 1 :])


def _is_finite(tokens: Words, at: int) -> bool:
    """“said”, “would say”, “officials say”; not “to say”."""
    before = tokens[at - 1] if at else None
    helped = before and before.kind == "A" and before.word not in BE
    is_base = tokens[at].kind == "B"
    return tokens[at].kind == "V" or (is_base and (bool(helped) or _is_plural(tokens, at)))


def _signed(tokens: Words) -> Subject | None:
    """“– Ann Lee, mayor of Oster”."""
    if len(tokens) > 1 and tokens[0].word.strip() in ("–", "—", "-") and tokens[1].kind == "N":
        return find_following(tokens[1:])
    return None


def begins_with_speech(tokens: Words) -> bool:
    """Whether the first words after a quotation say who speaks."""
    clause = list(takewhile(lambda token: token.kind not in ":;", tokens))
    verb = next((at for at in range(len(clause)) if _is_finite(clause, at)), None)
    if verb is None or find_according(clause[:verb]):
        return bool(find_whose_words(clause) or find_according(clause[:6]) or _signed(clause))
    is_first = all(token.kind in "A," for token in clause[:verb])
    return is_first or _before(clause, verb) is not None


def is_said_by_nobody(tokens: Words, *, directly: bool = False) -> bool:
    """“Somebody asked”, “a voice at the back asked”, “was the reply”: nobody with a name speaks.

    `directly` only where no word comes between.
    """
    words = list(dropwhile(lambda token: token.kind == ",", tokens))[:8]
    spoken = [token for token in words[1:] if SPEAKING.get(token.word) == "V"]
    if words and words[0].word.lower() in NO_NAMED and spoken:
        return not directly or (spoken[0] is words[1] and words[0].word.lower() not in ("a", "an"))
    is_been = words and not directly and words[0].word.lower() in _PLACING
    nouns = [token.word for token in words[2:] if token.kind not in "AD,"][:1]
    return bool(is_been and words[1:] and words[1].kind == "D" and SPEECHES.issuperset(nouns))


def find_whose_words(tokens: Words) -> Subject | None:
    """“… is the advice of Ann Lee”, “… was the answer given by Ann Lee”."""
    words = list(dropwhile(lambda token: token.kind == ",", tokens))
    if len(words) < 5 or words[0].word.lower() not in _PLACING or words[1].kind != "D":
        return None
    at = next((at for at in range(2, 6) if words[at : at + 1] and words[at].kind == "P"), 0)
    nouns = [token.word for token in words[2:at] if token.word in SPEECHES]
    found = find_following(words[at + 1 :]) if words[at].word in _FROM and nouns else None
    return found if found and found.names else None


_FROM: Final = frozenset(["of", "from", "by"])


def _is_parted(tokens: Words) -> bool:
    """Whether words are not one clause that a verb of speaking reports."""
    return any(word.kind in ",:;" or (word.kind == "K" and word.word != "that") for word in tokens)


def find_subject_of(tokens: Words, at: int) -> Subject | None:
    verb, before = tokens[at], tokens[at - 1] if at else None
    helped = _helped(tokens, at)
    if verb.kind == "B" and not _is_finite(tokens, at):
        return _of_earlier_verb(tokens, at) if before and before.word == "to" else None
    if verb.kind == "G" and not (helped and helped.word in BE):
        return _of_earlier_verb(tokens, at)
    if before and before.kind == "C":
        return _of_earlier_verb(tokens, at)
    if verb.kind == "V" and helped and helped.word in BE and not verb.word.endswith("ing"):
        return _by(tokens[at + 1 :]) if verb.word not in QUOTING else _before(tokens, at)
    return _before(tokens, at) or _inverted_before(tokens, at)


def _is_plural(tokens: Words, at: int) -> bool:
    """“Officials say”, “Ann Lee and Bo Ray say”."""
    before = tokens[at - 1] if at else None
    if before is None or tokens[at].word in WEAK:
        return False
    return (
        (before.kind == "W" and before.word.endswith("s"))
        or before.word.lower() == "they"
        or before.kind == "N"
    )


def _helped(tokens: Words, at: int) -> Word | None:
    """The form of "be" before a verb, with adverbs between."""
    for token in reversed(tokens[:at]):
        if token.kind != "A":
            return None
        if token.word in BE:
            return token
    return None


def _of_earlier_verb(tokens: Words, at: int) -> Subject | None:
    """“Ann Lee left, saying …”: the subject of the verb before, or of the sentence.

    “… with Bo Ray saying …” is about him.
    """
    before = tokens[at - 1 : at]
    if before and before[0].name and any(word.word == "with" for word in tokens[:at]):
        return Subject(names=(before[0].name,))
    quoting = next((place for place in range(at) if tokens[place].word in QUOTING), None)
    if quoting is not None and tokens[at].word == "saying" and not _helped(tokens, quoting):
        return head(until_clause(tokens[quoting + 1 : at]))
    for place in reversed(range(at)):
        if tokens[place].kind == "V":
            subject = find_subject_of(tokens, place)
            if subject:
                return subject
    return opening_subject(tokens[:at])


def _by(tokens: Words) -> Subject | None:
    by = next((at for at, token in enumerate(tokens) if token.word == "by"), None)
    return find_following(tokens[by + 1 :]) if by is not None else None


def find_according(tokens: Words) -> Subject | None:
    """“According to Ann Lee”, “in the words of Ann Lee”."""
    for at in range(len(tokens) - 1):
        pair = (tokens[at].word.lower(), tokens[at + 1].word.lower())
        if pair in (("according", "to"), ("words", "of"), ("view", "of")):
            return find_following(_by_whom(tokens[at + 2 :]))
    return None


def _by_whom(tokens: Words) -> Words:
    """“Lesk University”, of “a report filed by Lesk University”: the words after “by”, else all."""
    near = [token.word for token in tokens[:_NEAR_BY]]
    at = near.index("by") if "by" in near else 0
    is_done = at and near[at - 1].endswith(("ed", "en")) and not {",", "to"} & {*near[:at]}
    return tokens[at + 1 :] if is_done else tokens


_NEAR_BY: Final = 7


def _inverted_before(tokens: Words, at: int) -> Subject | None:
    """“Said Ann Lee” before the quotation, or after another one."""
    verb = tokens[at]
    is_bare = (at and tokens[at - 1].kind == ",") or all(
        token.kind in ",A" for token in tokens[:at]
    )
    if verb.kind != "V" or not is_bare or verb.word.lower() in _ASKING:
        return None
    return find_following(tokens[at + 1 :])


def find_following(tokens: Words) -> Subject | None:
    """The noun phrase that begins here, with the name that follows it between commas."""
    clause = list(takewhile(lambda token: token.kind not in "VGBKR:;", skip(tokens, "A")))
    return subject_of_parts(parts_of(clause))


def _before(tokens: Words, at: int) -> Subject | None:
    """The subject that a verb follows, with what is between commas left out."""
    begin = _clause_begin(tokens, at)
    clause = list(tokens[begin:at])
    while clause and clause[-1].kind == "A":
        clause.pop()
    if not clause:
        return None
    last = clause[-1]
    weak = tokens[at].word in WEAK
    if last.kind == "H":
        it_is = last.word.lower() == "it" and weak
        return None if it_is else Subject(pronoun=PRONOUNS[last.word.lower()])
    if (before := _before_relative(tokens, begin, clause)) is not None:
        return _antecedent(before)
    if last.kind == ",":
        return subject_of_parts(parts_of(clause))
    is_noun = weak and last.kind != "N" and not any(token.kind == "D" for token in clause[-4:])
    is_cut = last.kind in "DPCK" and tokens[at - 1].kind != "A"  # "on Friday said" is not
    if is_cut or last.owns or is_noun:
        return None
    return _nearest(clause)


def _before_relative(tokens: Words, begin: int, clause: Words) -> Words | None:
    """What “who …” or “whose report …” belongs to; None where the clause has another subject."""
    if clause[-1].kind == "R":
        return tokens[: begin + len(clause) - 1]
    is_owned = begin > 0 and tokens[begin - 1].word == "whose" and clause[-1].word in SPEECHES
    return tokens[: begin - 1] if is_owned else None


def _nearest(clause: Words) -> Subject | None:
    """The head of the words after the last comma, with the names of a list: “Lee, Ray and Cole”."""
    *earlier, own = parts_of(clause)
    found = head(own)
    if not found or not found.names or not any(word.kind == "C" for word in own):
        return found
    listed = takewhile(lambda part: [word.kind for word in part] == ["N"], reversed(earlier))
    names = [word.name for part in listed for word in part if word.name]
    return replace(found, names=(*reversed(names), *found.names))


def _clause_begin(tokens: Words, at: int) -> int:
    """Where the clause of a verb begins: after another verb of speaking, or a conjunction with a subject."""
    for place in reversed(range(at)):
        kind = tokens[place].kind
        if kind in ":;":
            return place + 1
        begins = kind in "VK" and any(token.kind in "NHDWR" for token in tokens[place + 1 : at])
        if begins and not _closes_aside(tokens, place, at):
            return place + 1
    return 0


def _closes_aside(tokens: Words, place: int, at: int) -> bool:
    """Whether a verb or conjunction is within commas that end before `at`: “Lee, whom Ray called mad, said”."""
    between = [token for token in tokens[place:at] if token.kind != "A"]
    opened = any(token.kind == "," for token in tokens[:place])
    return bool(opened and between and between[-1].kind == ",")


def _antecedent(tokens: Words) -> Subject | None:
    """Whom "who" refers to: the name or the noun directly before it."""
    before = list(tokens)
    while before and before[-1].kind == ",":
        before.pop()
    if not before:
        return None
    begin = max((at for at, token in enumerate(before) if token.kind in "VK:;"), default=-1)
    if [word.word for word in before[-2:-1]] == ["by"] and before[-1].name:
        return Subject(names=(before[-1].name,))
    part = parts_of(before[begin + 1 :])[-1]
    return head(part) if _is_of_another(part) else Subject(names=joined_names(part))


def _is_of_another(part: Words) -> bool:
    """Whether it does not end in a name, or that is of whom the words are: “a lawyer of Ann Lee”."""
    if not part or not ends_in_a_name(part):
        return True
    at = next((at for at in reversed(range(len(part))) if part[at].kind == "P"), 0)
    return bool(at) and part[at].word != "than" and has_role(part[at - 1 : at])
