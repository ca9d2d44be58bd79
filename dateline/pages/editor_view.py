"""What the preview shows a briefing's editor: what is open, and where everything is written."""

from collections.abc import Iterator
from dataclasses import field

from dateline.checking import Checked
from dateline.checking.basis.other_values import with_values
from dateline.facts.briefing import Briefing
from dateline.facts.records import Fact, Source
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.annotated import item_places
from dateline.problems import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorView:
    """`open` counts findings; `facts` has positions by id, `words` positions by element id."""

    title: str
    open: int
    draft: bool
    article: Position
    facts: dict[str, Position] = field(default_factory=dict)
    words: dict[str, Position] = field(default_factory=dict)


def plan_editor_view(briefing: Briefing, checked: Checked) -> EditorView:
    records: tuple[Fact | Source, ...] = (*briefing.facts, *briefing.sources)
    return EditorView(
        title=briefing.front.title,
        open=sum(item.verdict == "open" for item in checked.coverage),
        draft=briefing.front.draft,
        article=briefing.front.origin.position,
        facts={record.id: record.origin.position for record in records},
        words=dict(_words(briefing, checked)) | item_places(checked.coverage),
    )


def _words(briefing: Briefing, checked: Checked) -> Iterator[tuple[str, Position]]:
    blocks = briefing.article.blocks
    for fact, spans in with_values(checked.spans, checked.values).items():
        for number, span in enumerate(spans, start=1):
            yield addresses.words_id(fact, number), blocks[span.block].position(span.start)
