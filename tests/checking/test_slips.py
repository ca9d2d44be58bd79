"""What an editor would honestly write is accepted; what a slip makes of it is refused."""

from __future__ import annotations

import json

import pytest

from tests.small_site import TODAY, checked, rules

SOURCES = "sources:\n  - {id: s, title: T}\n"
Fields = dict[str, object]


def agreement(article: str, **sheets: list[Fields]) -> list[str]:
    """The rules of agreement and derivation that some records break, each sheet given by its list."""
    names = {"events": "timeline"}
    texts = {
        names.get(name, name): json.dumps({name: records}, ensure_ascii=False)
        for name, records in sheets.items()
    }
    found = rules(article, "", today=TODAY, **{**texts, "sources": SOURCES})
    return [rule for rule in found if rule.startswith(("agreement.", "derived."))]


# Figures

NUMBERS = (
    "Nearly a third of the 1,200 houses burned. At least two dozen people died. "
    "Temperatures fell to -4C, or minus 20F at night. Sales fell by between 5 and 7 percent. "
    "Some 30-40 boats sank, and about 300 men swam. Half of voters stayed at home. "
    "It cost €1.2bn, or more than 1.3 billion dollars. The 32-kilometre road has 12 bridges. "
    "Turnout rose from 45 percent to 47.5 percent, 2.5 percentage points. Three women won. He is 45. "
    "A 6.1-magnitude quake hit. The army lost 40 of its 100 tanks. She had six rebounds and five assists. "
    "It is worth £5m a year. It rained in the first five months of 2024."
)


def figure_rules(words: str, fields: str) -> list[str]:
    """`fields` is `value; unit; hedge`, the last two where there are any."""
    given = dict(zip(("value", "unit", "hedge"), fields.split("; "), strict=False))
    reported = {name: text for name, text in given.items() if text != "-"}
    figure: Fields = {
        "id": "f",
        "label": "A figure",
        "kind": "measured",
        "evidence": words,
        **reported,
    }
    return agreement(NUMBERS, figures=[figure])


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("Nearly a third", "a third; -; nearly"),
        ("a third of the 1,200 houses", "1200; houses"),
        ("At least two dozen people", "24; people; at least"),
        ("At least two dozen people", "two dozen; people; at least"),
        ("fell to -4C", "-4; °C"),
        ("fell to -4C", "-4; degrees Celsius"),
        ("minus 20F", "-20; °F"),
        ("between 5 and 7 percent", "5 to 7; %"),
        ("Some 30-40 boats", "30-40; boats; about"),
        ("Half of voters", "half; voters"),
        ("Half of voters", "half"),
        ("It cost €1.2bn", "1.2bn; €"),
        ("It cost €1.2bn", "1,200 million; euros"),
        ("more than 1.3 billion dollars", "1.3 billion; US dollars; more than"),
        ("The 32-kilometre road", "32; km"),
        ("rose from 45 percent to 47.5 percent", "47.5; percent"),
        ("Three women won", "3; women"),
        ("He is 45", "45; years"),
        ("A 6.1-magnitude quake", "6.1; magnitude"),
        ("lost 40 of its 100 tanks", "40; tanks"),
        ("six rebounds and five assists", "5; assists"),
        ("worth £5m a year", "5 million; GBP/year"),
        ("the first five months of 2024", "5; months"),
    ],
)
def test_an_honest_figure_is_accepted(words: str, fields: str) -> None:
    assert figure_rules(words, fields) == []


@pytest.mark.parametrize(
    ("words", "fields", "rule"),
    [
        ("Nearly a third", "a third", "hedge"),
        ("a third of the 1,200 houses", "a third", "hedge"),
        ("a third of the 1,200 houses", "1200; people", "unit"),
        ("two dozen people", "24; people", "hedge"),
        ("fell to -4C", "4; °C", "value"),
        ("fell to -4C", "-4; °F", "unit"),
        ("fell to -4C, or minus 20F", "20; °F", "value"),
        ("between 5 and 7 percent", "7; percent", "value"),
        ("between 5 and 7 percent", "5-7", "unit"),
        ("Some 30-40 boats", "30-40; boats", "hedge"),
        ("Half of voters", "half; houses", "unit"),
        ("Half of voters", "50; voters", "value"),
        ("It cost €1.2bn", "1.2 billion; USD", "unit"),
        ("It cost €1.2bn", "1.2 million; EUR", "value"),
        ("The 32-kilometre road has 12 bridges", "12; km", "unit"),
        ("The 32-kilometre road has 12 bridges", "32; bridges", "unit"),
        ("from 45 percent to 47.5 percent", "45-47.5; percent", "value"),
        ("2.5 percentage points", "2.5; percent", "unit"),
        ("six rebounds and five assists", "5; rebounds", "unit"),
        ("the first five months of 2024", "6; months", "value"),
        ("the first five months of 2024", "5; years", "unit"),
        ("the first five months of 2024", "5; months; about", "hedge"),
    ],
)
def test_a_figure_with_a_slip_is_refused(words: str, fields: str, rule: str) -> None:
    assert figure_rules(words, fields) == [f"agreement.{rule}"]


@pytest.mark.parametrize(
    ("waived", "reported"),
    [
        ("value", ["agreement.value", "agreement.unit", "agreement.hedge"]),
        ("unit", ["agreement.unit"]),
    ],
)
def test_a_waiver_says_all_that_it_hides(waived: str, reported: list[str]) -> None:
    figure: Fields = {"id": "f", "label": "A", "kind": "estimate", "evidence": "It cost €1.2bn"}
    figure |= {"value": "2 billion" if waived == "value" else "1.2 billion", "unit": "USD"}
    figure |= {"hedge": "about", "waive": {"check": f"agreement.{waived}", "why": "w"}}
    sheet = json.dumps({"figures": [figure]}, ensure_ascii=False)
    found = checked(NUMBERS, figures=sheet)
    assert [item.what for item in found.unchecked] == reported
    broken = [problem.rule for problem in found.problems if problem.severity == "error"]
    assert broken == ([] if waived == "value" else ["agreement.hedge"])


def test_a_value_taken_from_the_figure_beside_is_refused() -> None:
    article = "Around 2,500 troops are in Iraq and about 900 in Syria."
    more = {"label": "Troops", "kind": "estimate", "unit": "troops", "hedge": "about"}
    iraq: Fields = {"id": "i", "value": "2500", "evidence": "Around 2,500 troops", **more}
    syria: Fields = {"id": "j", "evidence": article[:-1], **more}
    assert agreement(article, figures=[iraq, {**syria, "value": "900"}]) == []
    assert agreement(article, figures=[iraq, {**syria, "value": "2500"}]) == ["agreement.value"]


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, []),
        ({"hedge": "nearly"}, []),
        ({"hedge": "at least"}, ["derived.hedge"]),
        ({"hedge": None}, ["derived.hedge"]),
        ({"unit": "EUR"}, ["derived.unit"]),
        ({"unit": None}, ["derived.unit"]),
        ({"period": "2023"}, ["derived.date"]),
        ({"value": "2 billion"}, ["derived.value"]),
    ],
)
def test_what_is_worked_out_keeps_hedge_money_and_dates(changed: Fields, found: list[str]) -> None:
    article = "Trade was nearly $5 billion in 2024."
    known: Fields = {
        "id": "a",
        "label": "A",
        "kind": "estimate",
        "value": "5 billion",
        "unit": "USD",
    }
    known |= {"hedge": "nearly", "period": "2024", "evidence": article[:-1]}
    fields = {**known, "id": "b", "value": "1 billion", "hedge": "about", **changed}
    fields |= {"evidence": None, "derived": {"how": "a / 5"}}
    worked_out = {name: field for name, field in fields.items() if field is not None}
    assert agreement(article, figures=[known, worked_out]) == found


# Dates

DAYS = (
    "He was born in 1960 and was elected on 3 May 2020. The law of 2015 was repealed in June 2021. "
    "It began in the spring of 2022. The talks ran from 4 to 6 March 2024. The vote is on 12 October, "
    "the minister said on Sunday. The trial opens on Monday. By the end of 2026 the plant will close. "
    "Since 2003 it has grown. It happened between 2010 and 2014. In the 1990s they fled. "
    "Last week the court met. In recent weeks there were raids. At the weekend they marched. He resigned."
)


def event_rules(words: str, date: str, date_from: str = "") -> list[str]:
    event: Fields = {"id": "e", "title": "T", "date": date, "evidence": words}
    return agreement(DAYS, events=[event | ({"date_from": date_from} if date_from else {})])


@pytest.mark.parametrize(
    ("words", "date", "date_from"),
    [
        ("was elected on 3 May 2020", "2020-05-03", ""),
        ("The law of 2015 was repealed in June 2021", "2021-06", ""),
        ("The law of 2015 was repealed in June 2021", "2015", ""),
        ("in the spring of 2022", "2022-03/2022-05", ""),
        ("from 4 to 6 March 2024", "2024-03-04/2024-03-06", ""),
        ("The vote is on 12 October, the minister said on Sunday", "2024-10-12", ""),
        ("The trial opens on Monday", "2024-09-16", ""),
        ("By the end of 2026", "../2026", ""),
        ("By the end of 2026", "../2026-12", ""),
        ("Since 2003 it has grown", "2003/..", ""),
        ("Since 2003 it has grown", "2003", ""),
        ("In the 1990s they fled", "199X", ""),
        ("In the 1990s they fled", "1995", "the ministry’s report"),
        ("Last week the court met", "2024-09-05", "the court’s diary"),
        ("In recent weeks there were raids", "2024-08~", "“In recent weeks”"),
        ("At the weekend they marched", "2024-09-07", "the organisers"),
        ("He was born in 1960", "1960-04-02", "the parliament’s website"),
        ("He resigned", "2024-09-10", "the gazette of 10 September"),
        ("He resigned", "2024-09-10", "the gazette for 2024"),
        ("The trial opens on Monday", "2024-09", "the court"),
        ("The trial opens on Monday", "2024-09-23", "the court put it off by a week"),
        ("The vote is on 12 October", "2025-10-12", "the law on elections"),
    ],
)
def test_an_honest_date_is_accepted(words: str, date: str, date_from: str) -> None:
    assert event_rules(words, date, date_from) == []


@pytest.mark.parametrize(
    ("words", "date", "date_from", "rule"),
    [
        ("was elected on 3 May 2020", "2020-03-05", "", "date"),
        ("The law of 2015 was repealed in June 2021", "2020-06", "", "date"),
        ("The law of 2015 was repealed in June 2021", "2020-06", "the law", "date"),
        ("from 4 to 6 March 2024", "2024-03-04/2024-03-05", "", "date"),
        ("from 4 to 6 March 2024", "2024-03-06", "", "date"),
        ("said on Sunday", "2024-09-01", "", "weekday"),
        ("The trial opens on Monday", "2024-09-17", "the court", "weekday"),
        ("By the end of 2026", "2026-06", "", "date"),
        ("between 2010 and 2014", "2012", "", "date"),
        ("In the 1990s they fled", "1995", "", "date"),
        ("Last week the court met", "2024-09-10", "the court’s diary", "date"),
        ("In recent weeks there were raids", "2024-08", "", "date"),
        ("He was born in 1960", "1961", "the parliament’s website", "date"),
        ("He resigned", "2024-09-11", "the gazette of 10 September", "date"),
        ("He resigned", "2023-09-10", "the gazette for 2024", "date"),
        ("was elected on 3 May", "2020-05-03", "", "date"),
        ("May 2020. The law", "2020-05-03", "", "date"),
    ],
)
def test_a_date_with_a_slip_is_refused(words: str, date: str, date_from: str, rule: str) -> None:
    assert event_rules(words, date, date_from) == [f"agreement.{rule}"]


def test_the_date_of_another_event_in_the_words_is_not_a_contradiction() -> None:
    repealed: Fields = {"id": "e", "title": "T", "date": "2024-05", "date_from": "the gazette"}
    repealed["evidence"] = "The law of 2015 was repealed"
    law: Fields = {"id": "law", "title": "T", "date": "2015", "evidence": "The law of 2015"}
    assert agreement(DAYS, events=[repealed]) == ["agreement.date"]
    assert agreement(DAYS, events=[repealed, law]) == []


@pytest.mark.parametrize(("date", "found"), [("2020-05", []), ("2020-06", ["agreement.date"])])
def test_a_date_from_another_event_holds_it(date: str, found: list[str]) -> None:
    elected: Fields = {"id": "v", "title": "T", "date": "2020-05-03", "evidence": "on 3 May 2020"}
    after: Fields = {
        "id": "e",
        "title": "T",
        "date": date,
        "date_from": "v",
        "evidence": "He resigned",
    }
    assert agreement(DAYS, events=[elected, after]) == found


# Speakers

PEACE = "“We came in peace.”"
PEOPLE: list[Fields] = [
    {"id": "ann", "name": "Ann Lee", "aliases": "Lee", "role": "r", "why": "w", "source": "s"},
    {"id": "bo", "name": "Bo Ray", "role": "r", "why": "w", "source": "s"},
]
ORGANISATIONS: list[Fields] = [
    {"id": "ministry", "name": "foreign ministry", "what": "w", "source": "s"}
]


def speaker_rules(article: str, speaker: str) -> list[str]:
    quotation: Fields = {"id": "q", "words": "We came in peace", "speaker": speaker}
    return agreement(article, quotations=[quotation], people=PEOPLE, organisations=ORGANISATIONS)


@pytest.mark.parametrize(
    ("article", "speaker"),
    [
        (f"Ann Lee met Bo Ray in Paris. She said: {PEACE}", "ann"),
        (f"Ann Lee met Bo Ray in Paris. He said: {PEACE}", "bo"),
        ("“We came in peace,” Ann Lee, a friend of Bo Ray, said.", "ann"),
        (f"{PEACE} Ann Lee told Bo Ray so.", "ann"),
        (f"Bo Ray was told by Ann Lee: {PEACE}", "ann"),
        ("Bo Ray listened as Ann Lee, 52, spoke. “We came in peace,” she said.", "ann"),
        (f"The lawyer of Ann Lee, Bo Ray, said: {PEACE}", "bo"),
        (f"Bo Ray’s lawyer Ann Lee said: {PEACE}", "ann"),
        (f"Asked about Bo Ray, Lee replied: {PEACE}", "ann"),
        ("Ann Lee arrived. “We came in peace,” she said. Bo Ray said: “Well.”", "ann"),
        (f"Ann Lee arrived. Bo Ray said: “Well.” Ann Lee replied: {PEACE}", "ann"),
        (f"Bo Ray spoke for Ann Lee. The foreign ministry said: {PEACE}", "ministry"),
        (f"A spokesman for the foreign ministry said: {PEACE}", "ministry"),
        ("“We came in peace,” he added. Bo Ray had said so before.", "bo"),
        ("Ann Lee, whom Bo Ray had called a liar, said that “We came in peace”.", "ann"),
        (f"Ann Lee said Bo Ray had asked: {PEACE}", "bo"),
        ("“They left,” said Bo Ray, and “We came in peace,” said Ann Lee.", "ann"),
        (f"Ann Lee and Bo Ray said: {PEACE}", "ann"),
        (f"Ann Lee and Bo Ray said: {PEACE}", "bo"),
        ("Ms Lee said the minister told her “We came in peace”. Bo Ray is minister.", "bo"),
    ],
)
def test_who_the_sentence_says_has_spoken_is_accepted(article: str, speaker: str) -> None:
    assert speaker_rules(article, speaker) == []


@pytest.mark.parametrize(
    ("article", "speaker"),
    [
        (f"Ann Lee said: {PEACE} Bo Ray was there.", "bo"),
        (f"Bo Ray was there. Ann Lee said: {PEACE}", "bo"),
        ("“We came in peace,” said Ann Lee, who met Bo Ray.", "bo"),
        (f"Ann Lee told Bo Ray: {PEACE}", "bo"),
        ("“They left,” said Bo Ray. “We came in peace,” said Ann Lee.", "bo"),
        (f"Ann Lee, spokeswoman for the foreign ministry, said: {PEACE}", "ministry"),
        (f"Ann Lee came. She said: {PEACE} Bo Ray left.", "bo"),
        ("According to Ann Lee, “We came in peace”. Bo Ray said nothing.", "bo"),
        (f"When Bo Ray asked why, Ann Lee said: {PEACE}", "bo"),
    ],
)
def test_anybody_else_who_is_named_beside_is_refused(article: str, speaker: str) -> None:
    assert speaker_rules(article, speaker) == ["agreement.speaker"]


# Names

NAMES = (
    "Masoud Pezeshkian came to Baghdad’s international airport. The armed groups backed by Iran left "
    "the United States, and Mr Holt met the minister. José Peña waited."
)


@pytest.mark.parametrize(
    ("name", "aliases", "words", "found"),
    [
        ("Masoud Pezeshkian", ["Pezeshkian"], "Masoud Pezeshkian came", []),
        ("Masuod Pezeshkian", ["Pezeshkian"], "Masoud Pezeshkian came", ["name"]),
        ("Masoud Pezeshkian", ["Pezeshkain"], "Masoud Pezeshkian came", ["alias"]),
        (
            "Baghdad International Airport",
            ["Baghdad’s international airport"],
            "Baghdad’s",
            ["name"],
        ),
        ("Baghdad International Airport", ["international airport"], "international airport", []),
        (
            "Bahgdad International Airport",
            ["international airport"],
            "international airport",
            ["name"],
        ),
        ("Iran-backed armed groups", ["armed groups"], "The armed groups", []),
        ("Iran-backed ramed groups", ["armed groups"], "The armed groups", ["name"]),
        ("Iraq", ["groups"], "The armed groups", []),
        ("Jane Holt", ["Holt"], "Mr Holt", []),
        ("Foreign Ministry", ["the minister"], "the minister", []),
        ("Central Bank of Iraq", ["groups"], "The armed groups", []),
        ("State Department", ["United States"], "the United States", []),
        ("José Peña", [], "José Peña waited", []),
        ("Jose\u0301 Pen\u0303a", [], "José Peña waited", []),
        ("Jose Pena", [], "José Peña waited", ["name"]),
    ],
)
def test_a_name_is_in_the_article_or_is_not_a_misspelling_of_one_there(
    name: str, aliases: list[str], words: str, found: list[str]
) -> None:
    person: Fields = {"id": "p", "name": name, "aliases": aliases, "role": "r", "why": "w"}
    expected = [f"agreement.{rule}" for rule in found]
    assert agreement(NAMES, people=[person | {"evidence": words}]) == expected
