"""What is proposed of a fact, or asked of the front matter, until a human has decided on it."""

from dateline.facts.kinds import Kind
from dateline.facts.records import Passage
from dateline.frozen import dataclass
from dateline.problems import Position


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Undecided:
    """A record of a sheet with `decide:`; it is no fact.

    `kind` is that of the fact it would be. `asks` are the fields that a human must look at;
    `passages` are the words it rests on, and `texts` is everything that is written in it.
    """

    kind: Kind
    id: str | None
    asks: tuple[str, ...]
    passages: tuple[Passage, ...]
    texts: frozenset[str]
    position: Position
