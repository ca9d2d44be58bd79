"""Who is the subject of a verb of speaking, in the words beside a quotation.

The words are read as tokens: names, verbs of speaking, prepositions and so on. What is between
quotation marks is a comma.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise, takewhile
from typing import Final, Literal

from dateline.frozen import dataclass
from dateline.language import FoundName
from dateline.language.en.name_words import OFFICES
from dateline.language.en.speech import (
    AUXILIARIES,
    BE,
    CLAUSES,
    DETERMINERS,
    NO_NAMED,
    NOT_READ,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    QUOTING,
    ROLES,
    SCENE,
    SPEAKING,
    SPEECHES,
    TO_OTHERS,
    WEAK,
)
from dateline.patterns import compile_later

# N name, H he or she, V verb of speaking, G "saying", B "say"; A adverb or auxiliary, P preposition, K
# conjunction of clauses, R "who", D determiner, C "and"; W any other word; "," ":" ";" and brackets.
WordKind = Literal["N", "H", "V", "G", "B", "A", "P", "K", "R", "D", "C", "W", ",", ":", ";"]


@dataclass(frozen=True, slots=True)
class Word:
    kind: WordKind
    word: str
    start: int
    name: FoundName | None = None
    owns: bool = False


Words = Sequence[Word]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Who a clause is about: names that "and" joins, a pronoun, or a description ("the mayor").

    `definite` is "the mayor", not "a mayor"; `beside` are other names of the same phrase: "Oster" of "Oster's mayor".
    """

    names: tuple[FoundName, ...] = ()
    pronoun: str | None = None
    description: tuple[str, ...] = ()
    definite: bool = False
    beside: tuple[FoundName, ...] = ()


_PIECE: Final = compile_later(r"[^\W_]+(?:['’.-][^\W_]+)*|[,:;()\[\]—–]| - ")
_PLACING: Final = BE | {"came", "comes", "went", "goes"}
_ASKING: Final = TO_OTHERS | {"asked", "pressed"}
_OWNS: Final = compile_later(r"['’]s?(?!\w)")
_MARKS: Final[Mapping[str, WordKind]] = {":": ":", ";": ";"}


def read_tokens(text: str, names: Sequence[FoundName], start: int, end: int) -> list[Word]:
    """The tokens from `start` to `end` of a text whose quotations are replaced by commas."""
    found: list[Word] = []
    at = start
    for name in names:
        if start <= name.start and name.end <= end and name.start >= at:
            found += _words(text, at, name.start)
            owns = _OWNS.match(text, name.end)
            found.append(Word("N", name.text, name.start, name, bool(owns)))
            at = owns.end() if owns else name.end
    return _without_nouns([*found, *_words(text, at, end)])


def _without_nouns(tokens: list[Word]) -> list[Word]:
    """The tokens with “the claim”, “Lee's demands” and “a smiling woman” as other words."""
    return [
        replace(token, kind="W") if token.kind in "VGB" and _is_noun(tokens, at) else token
        for at, token in enumerate(tokens)
    ]


def _is_noun(tokens: Words, at: int) -> bool:
    """Whether a verb's form is none: “its report”, “Lee's latest report”, “whose report”."""
    before = tokens[at - 1] if at else None
    if before and before.kind == "W" and tokens[at].word in SPEECHES and at > 1:
        before = None if before.word.endswith("s") else tokens[at - 2]
    return before is not None and (before.kind == "D" or before.owns or before.word == "whose")


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for piece in _PIECE.finditer(text, start, end):
        word = piece[0]
        if not word[0].isalnum():
            yield Word(_MARKS.get(word, ","), word, piece.start())
        elif text[piece.start() : piece.start() + 2] != "’s":
            yield Word(_kind(word), word, piece.start(), owns=word.endswith(("'s", "’s")))


def _kind(word: str) -> WordKind:
    lower = word.lower()
    if lower in PRONOUNS:
        return "H"
    if lower == "who":
        return "R"
    if lower == "and":
        return "C"
    for kind, words in _KINDS.items():
        if lower in words:
            return kind
    spoken = SPEAKING.get(word) or (SPEAKING.get(lower) if word[0].isupper() else None)
    if spoken:
        return spoken  # type: ignore[return-value]
    return "A" if word.isdigit() or lower.endswith("ly") else "W"


_KINDS: Final[Mapping[WordKind, frozenset[str]]] = {
    "K": CLAUSES,
    "P": PREPOSITIONS,
    "D": DETERMINERS,
    "A": AUXILIARIES,
    "W": NOT_READ,
}


# Subjects


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
        return head(_until_clause(tokens[verb + 1 : quoted[0]]))
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
        return head(_until_clause(tokens[quoting + 1 : at]))
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
    clause = list(takewhile(lambda token: token.kind not in "VGBKR:;", _skip(tokens, "A")))
    return _phrase(_parts(clause))


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
        return _phrase(_parts(clause))
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
    *earlier, own = _parts(clause)
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
    part = _parts(before[begin + 1 :])[-1]
    return head(part) if _is_of_another(part) else Subject(names=_joined(part))


def _is_of_another(part: Words) -> bool:
    """Whether it does not end in a name, or that is of whom the words are: “a lawyer of Ann Lee”."""
    if not part or not _ends_in_a_name(part):
        return True
    at = next((at for at in reversed(range(len(part))) if part[at].kind == "P"), 0)
    return bool(at) and part[at].word != "than" and _has_role(part[at - 1 : at])


# Noun phrases


def _parts(tokens: Words) -> list[list[Word]]:
    parts: list[list[Word]] = [[]]
    for token in tokens:
        if token.kind == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _phrase(parts: Sequence[Words]) -> Subject | None:
    """A noun phrase and what is between commas after it: “her deputy, Ann Lee, one of three”."""
    phrases = [part for part in parts if part]
    if len(phrases) > 1:
        phrases[0] = list(_after_a_day(phrases[0]))
    while phrases and _sets_scene(phrases[0]) and len(phrases) > 1:
        phrases = phrases[1:]
    phrases = _last_clause(phrases)
    found = head(phrases[0]) if phrases else None
    if found and found.description and len(phrases) > 1:
        second = head(phrases[1])
        if second and second.names and _only_names(phrases[1]):
            return Subject(names=second.names, beside=found.beside + second.beside)
    if found and found.names and len(phrases) > 1 and not found.beside:
        beside = tuple(token.name for part in phrases[1:3] for token in part if token.name)
        return Subject(names=found.names, beside=beside)
    return found


def _last_clause(phrases: list[Words]) -> list[Words]:
    """The phrases from the last “and” that begins one, unless it joins names: “Ann Lee, and Bo Ray”."""
    begins = [at for at, phrase in enumerate(phrases) if at and phrase[0].kind == "C"]
    joins_names = begins and begins[-1] < 3 and all(word.kind == "N" for word in phrases[0])
    if not begins or joins_names:
        return phrases
    return phrases[begins[-1] :]


# Before a name without a comma between they are when or in what it was said.
_TIMES: Final = SPEECHES | frozenset(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday day morning afternoon evening night week weekend
    month year interview""".split()
)


def _after_a_day(part: Words) -> Words:
    """“Ann Lee” of “On 28 February Ann Lee, a geologist”; not of “In northern Lesk, a geologist”."""
    if part[0].kind != "P":
        return part
    for before, (at, token) in zip(part, enumerate(part[1:], 1), strict=False):
        if token.kind == "N" and not token.owns:
            is_time = before.word.lower() in _TIMES or before.word.isdigit()
            return part[at:] if is_time else part
    return part


def _sets_scene(part: Words) -> bool:
    first = part[0]
    return first.kind in "PAGKR" or first.word.lower() in SCENE


def _only_names(part: Words) -> bool:
    """“Ann Lee”, “the mayor Ann Lee”; not “one of three of the Council”."""
    return (
        any(token.kind == "N" for token in part)
        and part[0].kind != "P"
        and (part[-1].kind in "NA" or part[0].kind == "N")
        and not (part[0].kind == "D" and any(token.kind == "P" for token in part))
    )


def head(part: Words) -> Subject | None:
    """The name, pronoun or noun that a phrase without commas is about."""
    phrase = list(part)
    while phrase and phrase[0].kind in "ACRK":
        phrase = phrase[1:]
    while phrase and phrase[-1].kind in "AC":
        phrase = phrase[:-1]
    if not phrase:
        return None
    if phrase[0].kind == "P":
        return (
            Subject(names=_joined(phrase)) if _ends_in_a_name(phrase) and len(phrase) > 2 else None
        )
    base = phrase if _is_rank(phrase) else takewhile(lambda token: token.kind not in "PK", phrase)
    base = list(base)
    while base and base[-1].kind in "AC":
        base.pop()
    if not base:
        return None
    if base[0].kind == "H":
        return Subject(pronoun=PRONOUNS[base[0].word.lower()])
    beside = tuple(token.name for token in phrase if token.name)
    if _ends_in_a_name(base):
        names = _joined(base)
        return Subject(names=names, beside=tuple(name for name in beside if name not in names))
    return _of_noun(base, beside)


def _is_rank(phrase: Words) -> bool:
    """“Superintendent of Police Ann Lee”, not “Lawyer of Mayor Ann Lee”: her office has a preposition."""
    at = next((at for at, token in enumerate(phrase) if token.kind == "P"), 0)
    office = [token.word for token in phrase[:at]]
    field = [token.word for token in phrase[at + 1 : -1] if token.kind != "D"]
    if not (office and field and _ends_in_a_name(phrase)) or office[-1].endswith("s"):
        return False
    words = [token.word for token in phrase[:-1] if token.kind not in "PD"]
    is_titled = all(word[0].isupper() for word in words) and phrase[-2].kind in "WN"
    is_held = any(word.lower() in ROLES for word in office)
    return is_titled and is_held and field[-1].lower() not in OFFICES


def _of_noun(base: Words, beside: tuple[FoundName, ...]) -> Subject | None:
    """“Ann Lee left” is about her, “Ann Lee's lawyer” and “the mayor” about somebody described."""
    words = [token.word.lower() for token in base if token.kind == "W"]
    first = _first_name(base)
    if first is not None and not _has_role(base[first + 1 :]):
        return Subject(names=_joined(base[: first + 1]), beside=beside)
    if base[-1].kind != "W" or base[-1].owns or not words or words[-1] in NOT_READ:
        return None
    owner = next((token.name for token in base if token.owns and token.name), None)
    if owner and words[-1] in SPEECHES:
        return Subject(names=(owner,), beside=beside)
    whose = POSSESSIVES.get(base[0].word.lower())
    if whose and words[-1] in SPEECHES:
        return Subject(pronoun=whose, beside=beside)
    definite = base[0].owns or base[0].word.lower() in ("the", "his", "her", "their", "its")
    return Subject(description=tuple(words), beside=beside, definite=definite)


def _first_name(base: Words) -> int | None:
    """The first name that is not before what another one is: “union leader Ann Lee”."""
    places = [at for at, token in enumerate(base) if token.kind == "N" and not token.owns]
    for at, following in pairwise(places):
        between = base[at + 1 : following]
        if between and not _has_role(between) and between[0].kind != "C":
            return at
    return places[-1] if places else None


def _has_role(tokens: Words) -> bool:
    """Whether the words after a name are what somebody is: “council leader”, not “shook her head”."""
    words = list(takewhile(lambda token: token.kind == "W", tokens))
    return bool(words) and words[-1].word.lower() in ROLES


def _ends_in_a_name(tokens: Words) -> bool:
    return tokens[-1].kind == "N" and not tokens[-1].owns


def _joined(tokens: Words) -> tuple[FoundName, ...]:
    """The last name, and those that "and" joins to it."""
    names = [tokens[-1].name]
    rest = list(tokens[:-1])
    while len(rest) > 1 and rest[-1].kind == "C" and rest[-2].kind == "N" and not rest[-2].owns:
        names.insert(0, rest[-2].name)
        rest = rest[:-2]
    return tuple(name for name in names if name)


def opening_subject(tokens: Words) -> Subject | None:
    """Who a sentence is about: its first noun phrase, after words that set the scene."""
    parts = [part for part in _parts(tokens) if part]
    while len(parts) > 1 and _sets_scene(parts[0]):
        parts = parts[1:]
    if not parts:
        return None
    subject = head(_until_verb(_until_clause(parts[0])))
    if subject and subject.description and len(parts) > 1 and _only_names(parts[1]):
        return head(parts[1])
    return subject


def _until_verb(tokens: Words) -> Words:
    """The tokens up to the first name that is about the sentence: “Ann Lee” of “Ann Lee rang Bo Ray”."""
    first = _first_name(tokens)
    if first is None or tokens[0].kind in "PH" or _has_role(tokens[first + 1 :]):
        return tokens
    return tokens[: first + 1]


def _until_clause(tokens: Words) -> Words:
    begun = list(_skip(tokens, "ACRK"))
    return list(takewhile(lambda token: token.kind not in "KVGB:;", begun))


def _skip(tokens: Words, kinds: str) -> Words:
    at = next((at for at, token in enumerate(tokens) if token.kind not in kinds), len(tokens))
    return tokens[at:]
