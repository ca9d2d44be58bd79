"""Whether a name or an alias is in the words, and is spelt as the article spells it."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from dateline.checking.basis.fact_words import FactWords, or_correct, or_waive
from dateline.facts.briefing import Briefing
from dateline.facts.records import Named, Organisation, Person
from dateline.facts.wording import Wording, even, find_words
from dateline.language import en
from dateline.patterns import compile_later
from dateline.problems import Problem, Rule

_WORD = compile_later(r"[^\W\d_]+")
_ENDINGS = frozenset(["", "a", "an", "es", "i", "ian", "ish", "n", "s"])


def check_name(named: Named, words: FactWords) -> Iterator[Problem]:
    """The name or an alias is in the words, each alias somewhere in the article."""
    texts = [words.text(span) for span in words.spans]
    is_in = any(is_named(named, text) for text in texts) or is_named_shortly(named, texts, words)
    if is_in or _is_common_noun(named, texts, words):
        yield from check_spelling(named, words)
        yield from check_aliases(named, words)
        return
    found = f"the evidence of ‘{named.id}’ has neither “{named.name}” nor an alias"
    fix = "add as an alias the name that the article uses, or lengthen the evidence"
    if near := _misspelling(named, words, texts):
        found = f"the name of ‘{named.id}’ is “{named.name}” in the sheet, “{near}” in the article"
        fix = "write the name as the article does"
    fix += f", {or_correct(Rule.AGREEMENT_NAME)}"
    yield words.problem(Rule.AGREEMENT_NAME, "name", found=found, fix=fix)


def is_named(named: Named, text: str) -> bool:
    return any(_is_in(name, text) for name in (named.name, *named.aliases))


def _is_in(name: str, text: str) -> bool:
    """Whether any form of a name is in a text, or the name in capitals, as a dateline has it."""
    return any(find_words(form, even(text)) for form in _forms(name))


@lru_cache(maxsize=64)
def _forms(name: str) -> tuple[Wording, ...]:
    capitals = [name.upper()] if len(name) > _ABBREVIATED else []
    return tuple(map(even, (*en.name_forms(name), *capitals)))


def _is_anywhere(name: str, words: FactWords) -> bool:
    """Whether it is in the article, where the paragraphs of its evidence are the most likely."""
    near = (words.blocks[span.block] for span in words.spans)
    return any(_is_in(name, block.text) for block in chain(near, words.blocks))


def _is_common_noun(named: Named, texts: Iterable[str], words: FactWords) -> bool:
    """Whether a body goes by a noun, which the article has in lower case alone: Ministers."""
    if not isinstance(named, Organisation) or " " in named.name or not named.name.istitle():
        return False
    inside = re.compile(rf"[a-z,;] {named.name}\b")
    if any(inside.search(block.text) for block in words.blocks):
        return False
    return any(find_words(even(named.name.lower()), even(text)) for text in texts)


# Up to this length a name in capitals may be short for something else.
_ABBREVIATED = 4


def is_named_shortly(named: Named, texts: Iterable[str], words: FactWords) -> bool:
    """Whether words have the end of the name alone: “Holm”, “the harbour trust”.

    A single word counts where no other name of the sheets ends with it. The article may have no
    longer name with this end, such as “Ole Holm” for Pia Holm.
    """
    ends = [
        end
        for end in en.short_forms(named.name, is_person=isinstance(named, Person))
        if " " in end or _is_only(end, named, words.briefing)
    ]
    found = [end for end in ends if any(_is_in(end, text) for text in texts)]
    own = set(named.name.casefold().split())
    bare = found[0].removeprefix("the ") if found else ""
    return bool(found) and not any(_is_longer(bare, own, block.text) for block in words.blocks)


def _is_only(end: str, named: Named, briefing: Briefing) -> bool:
    return not any(
        f" {form}".endswith(f" {end}")
        for other in briefing.named
        if other.id != named.id
        for form in (other.name, *other.aliases)
    )


def _is_longer(end: str, own: Container[str], text: str) -> bool:
    """Whether the words are in the text as the end of another name."""
    places = [start for start, _ in find_words(even(end), even(text))]
    before = [text[:start].rsplit(maxsplit=1)[-1] for start in places if text[:start].endswith(" ")]
    return any(
        word[0].isupper() and word.casefold() not in own and not en.may_precede_a_name(word)
        for word in before
    )


def _is_used(alias: str, named: Named, words: FactWords) -> bool:
    if isinstance(named, Person) and _is_titled(alias, named):
        return True
    return _is_anywhere(alias, words) or _is_at_a_head(alias, words) or _is_short_form(alias, named)


def _is_titled(alias: str, person: Person) -> bool:
    """Whether it is the surname with a title: “Mr Mannion”, of Padraic Mannion."""
    surname = en.without_title(alias)
    ends = en.short_forms(person.name, is_person=True)
    return surname != alias and surname in ends


def _is_at_a_head(alias: str, words: FactWords) -> bool:
    """Whether the headline or a heading has an alias with capitals that titles give to words."""
    heads = (block.text for block in words.blocks if block.kind == "heading")
    return any(
        find_words(even(alias.casefold()), even(head.casefold()))
        for head in (words.briefing.front.title, *heads)
        if alias.islower()
    )


def _is_short_form(alias: str, named: Named) -> bool:
    """“the union” of the Casino Workers’ Union."""
    article, _, end = even(alias.casefold()).text.partition(" ")
    return article == "the" and any(
        even(form.casefold()).text.endswith(f" {end}")
        for form in (named.name, *named.aliases)
        if form != alias
    )


def check_aliases(named: Named, words: FactWords) -> Iterator[Problem]:
    for number, alias in enumerate(named.aliases):
        if en.is_nobody(alias):
            found = f"the alias “{alias}” of ‘{named.id}’ could mean anybody"
            fix = "write the name that the article uses, or remove the alias"
        elif not _is_used(alias, named, words):
            found = f"the alias “{alias}” of ‘{named.id}’ is nowhere in the article"
            fix = "write it as the article does, or remove it"
        else:
            continue
        position = named.origin.of("aliases", number)
        yield Problem(position, Rule.AGREEMENT_ALIAS, found, fix)


def check_spelling(named: Named, words: FactWords) -> Iterator[Problem]:
    """A name that the article does not have in full is not a misspelling of one that it has."""
    if near := _misspelling(named, words, (block.text for block in words.blocks)):
        found = f"the name “{named.name}” is a letter away from “{near}” in the article"
        fix = f"write it as the article does, {or_waive(Rule.AGREEMENT_NAME)}"
        yield words.problem(Rule.AGREEMENT_NAME, "name", found=found, fix=fix)


def _misspelling(named: Named, words: FactWords, texts: Iterable[str]) -> str | None:
    """What some texts have in place of a name that the article nowhere has in full."""
    if _is_anywhere(named.name, words):
        return None
    return next(near_misses(named, texts), None)


def near_misses(named: Named, searched: Iterable[str]) -> Iterator[str]:
    """Words that differ from the name in one letter, or in the order of two.

    All words of the name in a row, or one of them alone if it is long or beside a word of the
    aliases: short words often differ by a letter only.
    """
    wanted = _WORD.findall(named.name)
    texts = [_WORD.findall(text) for text in searched]
    for text in texts if len(wanted) > 1 else ():
        rows = (text[at : at + len(wanted)] for at in range(len(text)))
        exactly = isinstance(named, Person)
        yield from (" ".join(row) for row in rows if is_slip(wanted, row, exactly=exactly))
    known = {word for text in texts for word in text}
    folded = {word.casefold() for word in known}
    aliases = {word for alias in named.aliases for word in _WORD.findall(alias)}
    for word in wanted:
        if word.casefold() not in folded:
            near = known if len(word) >= (5 if word[0].isupper() else 6) else known & aliases
            yield from (other for other in sorted(near) if is_slip([word], [other]))


def is_slip(wanted: Sequence[str], row: Sequence[str], *, exactly: bool = False) -> bool:
    """Whether one word is a letter away; of a person, an ending counts too: Ann Lee is not Anna Lee."""
    differing = [(word, other) for word, other in zip(wanted, row, strict=False) if word != other]
    if len(wanted) != len(row) or len(differing) != 1:
        return False
    word, other = differing[0]
    is_form = not exactly and are_forms(word, other)
    return not is_form and is_a_letter_off(word.casefold(), other.casefold())


def is_a_letter_off(word: str, other: str) -> bool:
    """Whether one letter is replaced, added, missing, or swapped with the next."""
    if abs(len(word) - len(other)) > 1:
        return False
    pairs = enumerate(zip(word, other, strict=False))
    first = next((at for at, (own, its) in pairs if own != its), min(len(word), len(other)))
    if len(word) != len(other):
        shorter, longer = sorted((word, other), key=len)
        return longer[first + 1 :] == shorter[first:]
    if word[first + 1 :] == other[first + 1 :]:
        return word != other
    end = max(at for at in range(len(word)) if word[at] != other[at]) + 1
    swapped = other[first:end]
    return word[first:end] == swapped[::-1] and swapped[1:-1] == swapped[1:-1][::-1]


def are_forms(word: str, other: str) -> bool:
    """Whether these are one word: Iraq and Iraqi, State and States, Ann and Anna."""
    shorter, longer = sorted((word.casefold(), other.casefold()), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS
