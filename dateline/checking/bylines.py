"""The authors that an article gives by their ids, by their names; those that the site does not know."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from dateline.checking.look_alikes import check_look_alikes_in
from dateline.facts.briefing import Briefing
from dateline.facts.fields import ID
from dateline.facts.site_records import OwnWords
from dateline.problems import Problem, Rule


def with_names_of_authors(briefing: Briefing, own: OwnWords) -> Briefing:
    known = {author.id: author.name for author in own.authors}
    names = tuple(dict.fromkeys(known.get(name, name) for name in briefing.front.authors))
    if names == briefing.front.authors:
        return briefing
    return replace(briefing, front=briefing.front.model_copy(update={"authors": names}))


def check_authors(briefing: Briefing, own: OwnWords) -> Iterator[Problem]:
    """An author whose name looks like an id and is none; where no author has a page, it is a name.

    And guests in whose names a letter looks like another.
    """
    ids = [author.id for author in own.authors]
    for number, name in enumerate(briefing.front.authors):
        if own.author_of(name) is None:
            yield from check_look_alikes_in(briefing.front, ("authors", number), name)
        if own.authors and ID.fullmatch(name) and name not in ids:
            found = f"no author in authors.yaml has the id ‘{name}’"
            close = get_close_matches(name, ids, n=1, cutoff=0.6)
            fix = "add them there, or write the name as readers see it"
            fix = f"did you mean {close[0]}?" if close else fix
            position = briefing.front.origin.of("authors", number)
            yield Problem(position, Rule.REFERENCE_UNKNOWN, found, fix)
