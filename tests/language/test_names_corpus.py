"""Names that the sheets lack: found whole in news of many beats, and little else with them."""

import pytest

from dateline.checking.basis.findings import find_all
from tests.language.corpus import read_names
from tests.small_site import briefing


def found(text: str) -> list[str]:
    return [name.text for names in find_all(briefing(text)).names for name in names]


def test_names_of_the_corpus_are_found_and_no_others() -> None:
    wanted = [(sentence, name) for sentence, gold in read_names() for name in gold]
    given = [(sentence, name) for sentence, _ in read_names() for name in found(sentence)]
    right = set(wanted) & set(given)
    assert len(wanted) > 300
    assert len(right) >= 0.97 * len(wanted), set(wanted) - right
    assert len(right) >= 0.99 * len(given), set(given) - right


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They sailed the Black Sea. Boats were waiting.", ["Black Sea"]),
        ("He says that I’ve lost and that she’d leave Oster.", ["Oster"]),
        ("We read it in Al Ahram in The Hague.", ["Al Ahram", "The Hague"]),
        ("It cites Article 7 and a Boeing 747.", ["Article 7", "Boeing 747"]),
        ("It is for the Office for Food and Rural Affairs.", ["Office for Food and Rural Affairs"]),
        ("It was bought by easyHotel for eToro.", ["easyHotel", "eToro"]),
        ("Then Trade Minister Ida Rask left.", ["Ida Rask"]),
        ("The law firm Cole & Ward is in Bishop’s Lane.", ["Cole & Ward", "Bishop’s Lane"]),
        ("At 14:00 GMT it left Room 9 for Platform 3.", []),
        ("It is rated AA+ and its GDP, the PMI and an F-16 rose.", []),
        ("The Trade Minister said so to the State Secretary.", []),
        ("He met Jan Rask of Oster Bank.", ["Jan Rask", "Oster Bank"]),
        ("She left Oster University of Law.", ["Oster University of Law"]),
    ],
)  # fmt: skip
def test_where_a_name_begins_and_ends(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_title_case_heading_gives_no_names() -> None:
    assert found("## How The Rates Moved\n\nThey rose in Oster.") == ["Oster"]
