"""What a number is of, where a turn of phrase around it says so: “is owed £4m”, “down from 9 per cent”."""

from collections.abc import Iterator

from dateline.language.en.headlines.labels.around_number import AroundNumber
from dateline.language.en.headlines.labels.of_counts import of_counts
from dateline.language.en.headlines.labels.of_measures import of_measures
from dateline.language.en.headlines.labels.of_money import of_money
from dateline.language.en.headlines.labels.of_passives import of_passives
from dateline.language.en.headlines.labels.of_plans import of_expected_changes, to_come
from dateline.language.en.headlines.labels.of_sentences import of_sentences
from dateline.language.en.headlines.labels.of_shares import of_shares
from dateline.language.en.headlines.labels.of_votes import of_abstentions, of_votes


def find_phrases(around: AroundNumber) -> Iterator[str]:
    """What turns of phrase say that a number is of, the surest first."""
    if around.found.pair:
        yield from of_votes(around)
    yield from of_abstentions(around)
    yield from of_sentences(around)
    yield from of_money(around)
    yield from of_counts(around)
    yield from of_passives(around)
    yield from of_expected_changes(around)
    yield from of_shares(around)
    yield from of_measures(around)
    yield from to_come(around)
