"""Who a fact or another value is by, and whom its evidence names."""

from __future__ import annotations

import json

import pytest

from tests.small_site import problems

ARTICLE = """
    The coast guard put the toll at 31. The harbour office put it at 29, and 40 boats sank,
    according to Ana Berg. Some 12 were towed in. Ines Roy, for the office, said 14 had been moored.
"""
ORGANISATIONS = """
organisations:
  - {id: guard, name: Coast Guard, aliases: [The coast guard], what: A, evidence: The coast guard}
  - {id: office, name: Harbour Office, aliases: [The harbour office], what: A, evidence: The harbour office}
"""
PEOPLE = """
people:
  - {id: berg, name: Ana Berg, role: Pilot, why: A, evidence: Ana Berg}
  - {id: roy, name: Ines Roy, role: Clerk, why: A, organisation: office, evidence: Ines Roy}
"""


@pytest.mark.parametrize(
    ("value", "evidence", "by", "refused"),
    [
        (29, "The harbour office put it at 29", "office", False),
        (29, "The harbour office put it at 29", "guard", True),
        (29, "The harbour office put it at 29", "roy", False),
        (29, "The harbour office put it at 29", "berg", False),
        (40, "40 boats sank, according to Ana Berg", "berg", False),
        (40, "40 boats sank, according to Ana Berg", "roy", True),
        (12, "Some 12 were towed in", "guard", False),
    ],
)
def test_a_value_is_by_nobody_but_who_says_it(
    value: int, evidence: str, by: str, refused: bool
) -> None:
    rival = {"value": value, "by": by, "evidence": evidence}
    own = {"id": "dead", "label": "Toll", "value": 31, "kind": "measured", "by": "guard"}
    figure = {**own, "evidence": "The coast guard put the toll at 31", "values": [rival]}
    found = problems(
        ARTICLE,
        "agreement.speaker",
        figures=json.dumps({"figures": [figure]}),
        organisations=ORGANISATIONS,
        people=PEOPLE,
    )
    assert bool(found) is refused


TOLLS = """
    Ana Berg, for the rescuers, came at noon with Ines Roy.

    The coast guard had reported 48 deaths by dawn. That evening the harbour office gave a figure of
    196, and on Thursday the Red Star Society spoke of 374 dead. The Red Star Society first put the
    loss at €6.9m and later lowered it to €6.5m. The coast guard pledged €4m, the harbour office
    €7m and the Red Star Society €20m. Some 1,270 were hurt, and 87 were missing, said Ana Berg. She
    said the harbour office had hidden 33 bodies. The office denied that 77 were lost. Only 12 boats
    are left; the guard counts on 15.

    “By Monday we need 9,000 tents,” said Ines Roy.
"""
MORE = (
    ORGANISATIONS
    + "  - {id: star, name: Red Star Society, what: A, evidence: The Red Star Society}\n"
)


def said_by(value: str, evidence: str, by: str, article: str = TOLLS) -> list[str]:
    figure = {"id": "f", "label": "Loss", "value": value, "kind": "official claim", "by": by}
    sheet = json.dumps({"figures": [{**figure, "evidence": evidence}]})
    found = problems(
        article,
        "agreement.speaker",
        figures=sheet,
        organisations=MORE.replace("The Red Star Society}", "Red Star Society spoke}"),
        people=PEOPLE.replace(
            "evidence: Ana Berg", "evidence: 'Ana Berg, for the rescuers'"
        ).replace("evidence: Ines Roy", "evidence: 'with Ines Roy'"),
    )
    return [problem.found.rpartition(" from ")[2] for problem in found]


@pytest.mark.parametrize(
    ("value", "evidence", "true", "false"),
    [
        ("48", "48 deaths by dawn", "guard", "office"),
        ("196", "gave a figure of 196", "office", "star"),
        ("374", "spoke of 374 dead", "star", "office"),
        ("6.9 million", "put the loss at €6.9m", "star", "guard"),
        ("6.5 million", "later lowered it to €6.5m", "star", "guard"),
        ("7 million", "the harbour office €7m", "office", "star"),
        ("20 million", "Red Star Society €20m", "star", "guard"),
        ("87", "87 were missing", "berg", "roy"),
        ("1,270", "Some 1,270 were hurt", "berg", "roy"),
        ("33", "had hidden 33 bodies", "berg", "roy"),
        ("9,000", "By Monday we need 9,000 tents", "roy", "berg"),
    ],
)  # fmt: skip
def test_a_figure_is_by_the_one_to_whom_its_clause_attributes_it(
    value: str, evidence: str, true: str, false: str
) -> None:
    assert said_by(value, evidence, true) == []
    assert len(said_by(value, evidence, false)) == 1


@pytest.mark.parametrize(
    ("value", "evidence", "by"),
    [
        ("33", "had hidden 33 bodies", "office"),
        ("77", "The office denied that 77 were lost", "guard"),
        ("12", "Only 12 boats are left", "star"),
        ("15", "the guard counts on 15", "star"),
    ],
    ids=["named beside", "denied", "nobody", "another verb"],
)
def test_a_clause_that_attributes_nothing_for_sure_is_anybodys(
    value: str, evidence: str, by: str
) -> None:
    assert said_by(value, evidence, by) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The coast guard reported 40 dead, citing the harbour office.",
        "The toll rose to 40, the coast guard said, citing the harbour office.",
        "The coast guard, the harbour office and the Red Star Society put the toll at 40.",
        "The coast guard said, and the harbour office confirmed, that 40 died.",
        "Neither the harbour office nor the coast guard said that 40 died.",
        "The coast guard and, later, the harbour office said 40 died.",
        "The coast guard, and then the harbour office, reported 40 dead.",
        "The coast guard, like the harbour office, put the toll at 40.",
        "The coast guard said 30 had died, against 40 in the count of the harbour office.",
        "The coast guard said 30 had died, fewer than the 40 that the harbour office counted.",
        "In a report to the harbour office the coast guard said 40 died.",
        "The harbour office, through the coast guard, said 40 had died.",
    ],
)
def test_another_whom_the_clause_names_may_have_said_it(sentence: str) -> None:
    article = f"The Red Star Society spoke to the coast guard and the harbour office. {sentence}"
    assert said_by("40", "40", "guard", article) == []
    assert said_by("40", "40", "office", article) == []


def test_an_earlier_value_is_by_the_one_who_gave_it_then() -> None:
    article = (
        "The coast guard put the toll at 31 on Monday. On Friday the harbour office put it at 29."
    )
    for by, refused in (("guard", False), ("office", True)):
        earlier = {"date": "2024-09-09", "value": 31, "by": by}
        own = {"id": "dead", "label": "Toll", "value": 29, "kind": "measured", "by": "office"}
        own |= {"evidence": "On Friday the harbour office put it at 29"}
        figure = own | {"history": [{**earlier, "evidence": "put the toll at 31 on Monday"}]}
        sheet = json.dumps({"figures": [figure]})
        found = problems(article, "agreement.speaker", figures=sheet, organisations=ORGANISATIONS)
        assert bool(found) is refused


def test_an_event_and_an_announcement_are_by_the_one_who_says_so() -> None:
    article = "The coast guard said the quay would open in May 2025, and the harbour office told people to wait."
    event = {"id": "e", "title": "The quay opens", "evidence": "the quay would open in May 2025"}

    def found(**fields: object) -> list[str]:
        sheet = json.dumps({"events": [{**event, **fields}]})
        return [
            problem.found
            for problem in problems(
                article, "agreement.speaker", timeline=sheet, organisations=ORGANISATIONS
            )
        ]

    assert found(date="2025-05", by="guard") == []
    assert found(date="2025-05", by="office") == [
        "‘e’ is by Harbour Office, but the article has it from Coast Guard"
    ]
    assert found(expected={"window": "2025-05", "said_by": "guard"}) == []
    assert len(found(expected={"window": "2025-05", "said_by": "office"})) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The quay is expected to open in May 2025, according to Ana Berg.",
        "The cost was put at €4m, and a quay is expected in May 2025, according to Ana Berg, a pilot.",
        "The quay was forecast to open in May 2025, said Ana Berg.",
        "The quay was believed to open in May 2025, Ana Berg added.",
        "The quay is due to open in May 2025, Ana Berg told reporters.",
        "According to Ana Berg, the quay is predicted to open in May 2025.",
        "Ana Berg hopes that the quay will open in May 2025.",
    ],
)
def test_what_is_expected_is_announced_by_the_one_to_whom_the_sentence_gives_it(
    sentence: str,
) -> None:
    article = f"Ana Berg, for the rescuers, came with Ines Roy.\n\n{sentence}"
    for by, refused in (("berg", False), ("roy", True)):
        expected = {"window": "2025-05", "said_by": by}
        event = {"id": "e", "title": "A quay", "evidence": "in May 2025", "expected": expected}
        people = PEOPLE.replace("evidence: Ana Berg", "evidence: 'Ana Berg, for the rescuers'")
        found = problems(
            article,
            "agreement.speaker",
            timeline=json.dumps({"events": [event]}),
            people=people.replace("evidence: Ines Roy", "evidence: with Ines Roy").replace(
                "organisation: office, ", ""
            ),
        )
        assert bool(found) is refused


def test_nobody_is_read_where_another_than_the_one_named_expects_it() -> None:
    article = "Some expect a quay in May 2025. Ines Roy and Ana Berg left."
    expected = {"window": "2025-05", "said_by": "roy"}
    event = {"id": "e", "title": "A quay", "evidence": "in May 2025", "expected": expected}
    people = PEOPLE.replace("organisation: office, ", "")
    sheet = json.dumps({"events": [event]})
    assert problems(article, "agreement.speaker", timeline=sheet, people=people) == []


PLACES = """
    places:
      - {id: india, name: India, what: A country, evidence: India}
      - {id: britain, name: Britain, what: A country, evidence: Britain}
      - {id: london, name: London, what: The capital of Britain, evidence: near London}
"""


@pytest.mark.parametrize(
    ("by", "value", "refused"),
    [
        ("india", 5, False),
        ("britain", 5, True),
        ("britain", 4, False),
        ("london", 4, False),
        ("india", 4, True),
        ("guard", 4, False),
    ],
)
def test_a_country_may_be_the_one_who_says_so(by: str, value: int, refused: bool) -> None:
    article = "India promised €5m, near London. Britain pledged €4m. The coast guard and the harbour office came."
    evidence = {5: "India promised €5m", 4: "Britain pledged €4m"}[value]
    figure = {"id": "f", "label": "Aid", "value": f"{value} million", "unit": "EUR", "by": by}
    sheet = json.dumps({"figures": [{**figure, "kind": "agreed", "evidence": evidence}]})
    found = problems(
        article, figures=sheet, organisations=ORGANISATIONS.replace("[The", "[the"), places=PLACES
    )
    assert [problem.rule for problem in found if problem.rule == "agreement.speaker"] == [
        "agreement.speaker"
    ] * refused


def test_a_ministry_may_speak_for_what_it_is_part_of_and_not_for_another_ministry() -> None:
    article = "The home ministry put the toll at 31, and the navy counted 12 boats."
    bodies = """
        organisations:
          - {id: state, name: State, what: A, source: s}
          - {id: home, name: home ministry, what: A, part_of: state, evidence: The home ministry}
          - {id: navy, name: navy, what: A, part_of: state, evidence: the navy}
    """
    for by, refused in (("home", False), ("state", False), ("navy", True)):
        figure = {"id": "f", "label": "Toll", "value": 31, "kind": "official claim", "by": by}
        sheet = json.dumps({"figures": [{**figure, "evidence": "put the toll at 31"}]})
        sources = "sources: [{id: s, title: List}]"
        found = problems(
            article, "agreement.speaker", figures=sheet, organisations=bodies, sources=sources
        )
        assert bool(found) is refused


@pytest.mark.parametrize(
    "said",
    [
        "Ana Berg, the harbour pilot, told reporters on Thursday",
        "Ana Berg told reporters on Thursday",
        "Ana Berg, the harbour pilot, said on Thursday",
        "the pilot Ana Berg told the council",
    ],
)
@pytest.mark.parametrize(("by", "refused"), [("berg", False), ("roy", True)])
def test_who_tells_reporters_after_the_clause(said: str, by: str, refused: bool) -> None:
    figure = {"id": "f", "label": "Speed", "value": 109, "unit": "km/h", "kind": "measured"}
    figure |= {"by": by, "evidence": "The boat was travelling at 109km/h"}
    article = (
        "The coast guard came, with the harbour office and Ines Roy.\n\nThe boat was travelling at 109km/h on a "
        f"stretch with a limit of 50km/h because of a fault, {said}. It sank."
    )
    found = problems(
        article,
        "agreement.speaker",
        figures=json.dumps({"figures": [figure]}),
        people=PEOPLE,
        organisations=ORGANISATIONS,
    )
    assert bool(found) is refused


@pytest.mark.parametrize(
    ("sentence", "only_berg"),
    [
        ("Ana Berg expects 40 boats this year.", True),
        (
            "Ana Berg, a harbour finance analyst at Lund Sisters in Oster, expects a loss of 40.",
            True,
        ),
        ("Ana Berg said she expected the port to have 40 boats in May.", True),
        ("Ana Berg puts a fair value of 40 on them.", True),
        ("Ana Berg had expected 40 boats.", True),
        ("Ana Berg is widely expected to bring 40 boats.", False),
        ("Ana Berg, expected to bring 40 boats, came.", False),
        ("Ana Berg met 40 boats expected in May.", False),
    ],
)
def test_who_expects_a_number_says_it_and_who_is_expected_does_not(
    sentence: str, only_berg: bool
) -> None:
    article = f"The Red Star Society spoke to the coast guard and the harbour office.\n\n{sentence}"
    article = f"Ana Berg, for the rescuers, came with Ines Roy. {article}"
    assert said_by("40", "40", "berg", article) == []
    assert bool(said_by("40", "40", "roy", article)) is only_berg


@pytest.mark.parametrize(("by", "refused"), [("berg", False), ("roy", True)])
def test_what_somebody_had_been_promised_is_said_by_its_speaker(by: str, refused: bool) -> None:
    said = "Ana Berg said the island, which has a mill, had been promised a ferry in May 2021."
    event = {"id": "e", "title": "A promise", "date": "2021-05", "by": by, "evidence": said}
    found = problems(
        f"{said} Ines Roy rowed home. The coast guard left; the harbour office stayed.",
        "agreement.speaker",
        timeline=json.dumps({"events": [event]}),
        organisations=ORGANISATIONS,
        people=PEOPLE,
    )
    assert bool(found) is refused
