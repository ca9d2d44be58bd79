"""Who reports a statement outside quotation marks: “the ministry gave a figure of 196”, “…, he said”."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.frozen import dataclass
from dateline.language import FoundName
from dateline.language.en.speakers.antecedents import Paragraph
from dateline.language.en.speakers.clauses import find_according, find_following, find_subject_of
from dateline.language.en.speakers.noun_phrases import Subject
from dateline.language.en.speakers.tokens import Word, Words

# Verbs after which a clause is what their subject says, and nobody else.
_REPORTING: Final = frozenset(
    """say says said saying tell tells told telling add adds added adding claim claims claimed
    claiming warn warns warned warning insist insists insisted announce announces announced
    announcing declare declares declared state states stated stating explain explains explained
    note notes noted noting write writes wrote writing argue argues argued confirm confirms
    confirmed confirming reveal reveals revealed disclose discloses disclosed report reports
    reported reporting estimate estimates estimated estimating reckon reckons reckoned predict
    predicts predicted predicting forecast forecasts forecasting expect expects expected expecting count counts counted
    counting pledge pledges pledged pledging promise promises promised promising testify testifies
    testified acknowledge acknowledges acknowledged admit admits admitted hope hopes hoped believe
    believes believed""".split()
)
# These report only before such a word: “spoke of 374 dead”, “put it at 6.9”, “puts a value of 7 on it”.
_BEFORE: Final = {
    **dict.fromkeys(("speak", "speaks", "spoke", "spoken", "speaking"), frozenset(["of"])),
    **dict.fromkeys(("put", "puts", "putting"), frozenset(["at", "value", "price"])),
    **dict.fromkeys(
        ("give", "gives", "gave", "given", "giving"),
        frozenset(
            "figure toll number count total tally estimate dead deaths missing injured".split()
        ),
    ),
}
# “A panel found that …” says what follows, and “found 40 boats that …” does not.
_FINDING: Final = frozenset(
    """find finds found show shows showed conclude concludes concluded suggest suggests suggested rule rules ruled
    calculate calculates calculated""".split()
)
# “…, the ministry said on Friday”
_SAID: Final = frozenset(
    """say says said add adds added claim claims claimed announce announces announced report
    reports reported confirm confirms confirmed estimate estimates estimated warn warns warned
    note notes noted explain explains explained write writes wrote""".split()
)
# “…, the minister tells reporters”
_TELLING: Final = frozenset(("tell", "tells", "told"))
_LISTENERS: Final = frozenset(
    """reporters journalists parliament mps lawmakers senators councillors broadcasters
    newspapers media investors the a an local state""".split()
)
# A name directly after one of these, or an article after it, begins an item of a list.
_LISTING: Final = frozenset(",C")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporters:
    """Who reports some words, None for one whom nobody can read; and who else may, as named beside them."""

    subjects: tuple[Subject | None, ...]
    beside: tuple[FoundName, ...]


def find_reporters(paragraph: Paragraph, start: int, end: int) -> Reporters:
    """Those who report the words from `start` to `end`, which are in one sentence."""
    first, stop = paragraph.sentence_at(start)
    tokens = _read(paragraph.tokens(first, stop))
    at = next((at for at, token in enumerate(tokens) if token.start >= start), len(tokens))
    then = next((at for at, token in enumerate(tokens) if token.start >= end), len(tokens))
    # “Eleven claims”: the last word of several is what is counted.
    last = then - 1 if then - at > 1 and tokens[then - 1].word.endswith("s") else then
    inside = [place for place in range(at, last) if _is_report(tokens[place])]
    own = [find_subject_of(tokens, place) for place in inside] or list(_before(tokens, at))
    others = {*_with_other_words(tokens, at, then)}
    return Reporters(
        subjects=(*own, *_beside(_clause(tokens, then) if own else tokens, then)),
        beside=tuple(token.name for token in tokens if token.name and token.name not in others),
    )


def _with_other_words(tokens: Words, at: int, then: int) -> Iterator[FoundName]:
    """Those of the sentence who report another number, or in a clause after the words; as in a list."""
    reports = [place for place, token in enumerate(tokens) if _is_report(token)]
    for verb, end in pairwise([*reports, len(tokens)]):
        subject = find_subject_of(tokens, verb)
        numbers = [place for place in range(verb, end) if tokens[place].word[0].isdigit()]
        has_number = any(not at <= place < then for place in numbers)
        is_apart = verb > then and _is_parted(tokens[then:verb])
        if subject and (has_number or is_apart):
            yield from subject.names
    for place, (token, following) in enumerate(pairwise(tokens)):
        if token.name and following.word[0].isdigit() and place + 1 != at:
            yield token.name


def _read(tokens: Words) -> Words:
    """The tokens with the verbs that report as verbs of speaking, and no others of their forms."""
    befores = [None, *tokens[:-1]]
    return [
        _reporting(token, before, tokens[at + 1 : at + 9])
        for at, (before, token) in enumerate(zip(befores, tokens, strict=True))
    ]


def _reporting(token: Word, before: Word | None, following: Words) -> Word:
    if token.kind == "G" and before and before.word in _REPORTING and before.kind == "V":
        return replace(token, kind="W")  # “said starting pay was …”
    is_finding = token.word in _FINDING and [each.word for each in following[:1]] == ["that"]
    # “It found that”: the survey did, and no body.
    if is_finding and token.kind in "WV" and not (before and before.word.lower() == "it"):
        return replace(token, kind="V", word="said")
    needed = _BEFORE.get(token.word)
    if token.kind not in "WVGB" or not (needed or token.word in _REPORTING):
        return token
    is_missing = needed is not None and not any(word.word in needed for word in following)
    is_noun = before is not None and (before.kind == "D" or before.owns)
    is_passive = token.word == "expected" and _is_passive(before, following)
    is_passive = is_passive or (before is not None and before.word in _BE)
    is_passive = is_passive or (before is not None and before.word in _IS and token.kind != "G")
    if is_missing or is_noun or is_passive or _relies_on(following):
        return replace(token, kind="W")
    return replace(token, kind="V") if token.kind == "W" else token


# “Holmebridge had been promised a ward”: its speaker is another.
_BE: Final = frozenset(("be", "been", "being"))
# “A cut is expected in August, according to Ann Lee”, not “is expecting”.
_IS: Final = frozenset(("is", "are", "was", "were"))


def _is_passive(before: Word | None, following: Words) -> bool:
    """Whether somebody else expects it: “40 boats expected in May”, “Ann Lee, expected to win, came”."""
    if before is None or before.kind in "HA":
        return False
    is_to_come = not following or following[0].word == "to" or following[0].kind == "P"
    return before.kind != "N" or is_to_come


def _relies_on(following: Words) -> bool:
    """“Counts on 15”, “reported on the dead”, not “said on Friday”."""
    if len(following) < 2 or following[0].word != "on":
        return False
    return following[1].kind != "A" or following[1].word.isdigit()


def _is_report(token: Word) -> bool:
    return token.kind in "VGB" and (token.word in _REPORTING or token.word in _BEFORE)


def _before(tokens: Words, at: int) -> Iterator[Subject | None]:
    """The subject of the verb that the words depend on: the last before them, and of the one that reports it."""
    verbs = [place for place in range(at) if tokens[place].kind in "VGB"]
    between = tokens[verbs[-1] + 1 : at] if verbs else ()
    if listed := _listed(between):
        yield listed
        return
    if not verbs or _is_parted(between):
        return
    if not _is_report(tokens[verbs[-1]]):
        yield None
        return
    yield find_subject_of(tokens, verbs[-1])
    outer = () if _is_aside(tokens, verbs[-1]) else verbs[-2:-1]
    if outer and not _is_parted(tokens[outer[0] + 1 : verbs[-1]]):
        yield find_subject_of(tokens, outer[0]) if _is_report(tokens[outer[0]]) else None


def _is_aside(tokens: Words, verb: int) -> bool:
    """“Ann Lee called on them to go, saying …”: the verb before it reports nothing."""
    return (
        tokens[verb].kind == "G" and tokens[verb - 1 : verb] != [] and tokens[verb - 1].kind == ","
    )


def _is_parted(between: Words) -> bool:
    """Whether the words begin another clause: “, and …”, “but …”, “; …”."""
    return any(
        word.kind in ":;" or (word.kind == "K" and word.word != "that") for word in between
    ) or any(
        word.kind == "," and after.kind == "C" and [each.word for each in then[:1]] != ["that"]
        for word, after, *then in (between[at : at + 3] for at in range(len(between) - 1))
    )


def _clause(tokens: Words, then: int) -> Words:
    """The tokens up to the next clause: “…, and 40 boats sank, according to Ana Berg” is another."""
    ends = (end for end in range(then, len(tokens)) if _is_parted(tokens[then : end + 1]))
    return tokens[: next(ends, len(tokens))]


def _listed(between: Words) -> Subject | None:
    """“Britain pledged £4m, the European Union €6.5m”: the name directly before a number."""
    words = list(between)
    while words and words[-1].kind == "A":
        words.pop()
    is_parted = any(word.kind in "K:;" for word in words)
    if is_parted or not words or words[-1].owns or words[-1].name is None:
        return None
    before = [word for word in words[:-1][-2:] if word.kind != "D"][-1:]
    is_item = bool(before) and before[0].kind in _LISTING
    return Subject(names=(words[-1].name,)) if is_item else None


def _beside(tokens: Words, then: int) -> Iterator[Subject | None]:
    """“According to the ministry, …”, “…, he said”, “…, said Ann Lee”."""
    according = find_according(tokens)
    if according and not any(token.kind == ";" for token in tokens):
        yield according
    for part in _parts_after(tokens, then):
        kinds = [token.kind for token in part]
        verb = next((place for place in range(len(part)) if _says_it(part, place)), None)
        if verb is None or "K" in kinds or kinds[0] in "CR":
            continue
        is_telling = part[verb].word in _TELLING
        if all(kind == "A" for kind in kinds[:verb]):
            if _is_reported_after(part[verb + 1 :]):
                continue
            following = None if is_telling else find_following(part[verb + 1 :])
            # “…, Ann Lee, the minister, said on Thursday”
            yield following or find_subject_of(tokens, tokens.index(part[verb]))
        elif is_telling or verb == len(part) - 1 or kinds[verb + 1] in "AP":
            yield find_subject_of(part, verb)


def _is_reported_after(words: Words) -> bool:
    """“…, said he had already sold it”: what is said comes after."""
    is_pronoun = bool(words) and words[0].kind == "H"
    return len(words) > 1 and is_pronoun and words[1].kind in "AVW"


def _says_it(part: Words, place: int) -> bool:
    """Whether a verb says what stands before it: “said”, “told reporters”, not “told to wait”."""
    is_telling = part[place].word in _TELLING and part[place + 1 : place + 2]
    return part[place].word in _SAID or bool(is_telling and part[place + 1].word in _LISTENERS)


def _parts_after(tokens: Words, then: int) -> Iterator[Sequence[Word]]:
    """What stands between commas after the words, up to another clause."""
    commas = [place for place in range(then, len(tokens)) if tokens[place].kind in ",;"]
    for place, following in pairwise([*commas, len(tokens)]):
        part = tokens[place + 1 : following]
        if part and part[0].kind == "K":
            return
        if part:
            yield part
