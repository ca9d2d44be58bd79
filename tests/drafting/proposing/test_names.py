"""What `new` proposes of names, sentence by sentence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.drafting.proposing.proposal import Proposal
from dateline.drafting.proposing.propose import propose
from dateline.facts.kinds import Kind
from tests.small_site import briefing


def named(body: str) -> dict[str, Proposal]:
    made = propose(briefing(body), today=date(2024, 9, 12), site_language="en")
    kinds = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
    return {str(each.fields["name"]): each for each in made if each.kind in kinds}


def fields(body: str, name: str) -> dict[str, Any]:
    return dict(named(body)[name].fields)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Pia Holm, the harbour minister, resigned.", "Harbour minister"),
        ("Ostrow’s new mayor, Pia Holm, resigned.", "Ostrow’s new mayor"),
        ("On Monday foreign ministry spokesperson Pia Holm resigned.", "Foreign ministry spokesperson"),
        ("It was signed by former President Pia Holm.", "Former President"),
        ("A signaller in Lesk, Pia Holm, saw it.", "Signaller in Lesk"),
        ("Pia Holm, the trust's chief executive, resigned.", "Chief executive of the trust"),
        ("Chief executive Dr Pia Holm resigned.", "Chief executive"),
        ("Pia Holm, who heads the rescue service, resigned.", "Head of the rescue service"),
        ("The local MP, Pia Holm, a keen swimmer, resigned.", "Local MP"),
        ("It is owned by Pia Holm, a Danish investor who sold it.", "Danish investor"),
        ("The Met Ostrow forecaster Pia Holm resigned.", "Met Ostrow forecaster"),
        ("Then Minister for Transport Pia Holm resigned.", "Minister for Transport"),
        ("Then Secretary of State for Health and Care Pia Holm left.", "Secretary of State for Health and Care"),
        ("Then Lesk Fine Gael TD Pia Holm resigned.", "Lesk Fine Gael TD"),
        ("The Lesk historian Associate Professor Pia Holm resigned.", "Lesk historian"),
        ("Independent candidate Pia Holm lost. Holm, a baker from Lesk, wept.", "Independent candidate"),
        ("It was signed by Gov. Pia Holm, a Democrat.", "Governor"),
        ("It was sent to Gov. Pia Holm.", "Governor"),
        ("It was sent to Det Ch Insp Pia Holm, of Lesk police.", "Detective chief inspector"),
        ("Then Supt Pia Holm left.", "Superintendent"),
        ("Then Mrs Justice Pia Holm left.", "Judge"),
        ("It was sent to Lord Justice Pia Holm.", "Judge"),
        ("It was sent to state Sen. Pia Holm.", "State senator"),
        ("Then Sen. Pia Holm, D-Lesk, the bill’s sponsor, left.", "Sponsor of the bill"),
        ("The council's head, Pia Holm, resigned.", "Head of the council"),
        ("It was signed by Pia Holm, its area organiser in Ostrow.", "Area organiser in Ostrow"),
        ("The women's minister, Pia Holm, resigned.", "Women's minister"),
        ("The brothers' mother, Pia Holm, wept.", "Mother of the brothers"),
        ("The council's convener of education, Pia Holm, wept.", "Convener of education at the council"),
        ("Prosecuting, Pia Holm KC said that it was old.", "Prosecutor"),
        ("In mitigation, Pia Holm KC said that it was old.", "Defence lawyer"),
        ("Then Pia Holm KC said that it was old.", "Barrister"),
        ("The rescue service, which is led by Pia Holm, has put it on alert.", "Head of the rescue service"),
        ("The inquiry, chaired by Pia Holm, will begin.", "Chair of the inquiry"),
        ("It has included the Olympic rower Pia Holm.", "Olympic rower"),
        ("Sister Pia Holm, who has taught at the school in Lesk since 2009, wept.", "Teacher at the school in Lesk"),
        ("A third man, the accountant Pia Holm, resigned.", "Accountant"),
        ("Counsel for Mr. Lee, Pia Holm, resigned.", "Counsel for Mr. Lee"),
        ("It fined the inn's founder and finance director, Pia Holm, 51.", "Founder and finance director of the inn"),
        ("Magistrate Pia Holm, the authority under the code, resigned.", "Magistrate"),
        ("The harbour's director, Pia Holm, resigned.", "Director of the harbour"),
        ("Geologist Pia Holm of the University of Lesk said so.", "Geologist at the University of Lesk"),
        ("Then teacher Pia Holm of Lesk left.", "Teacher"),
        ("They are Ida Berg, 34, and Pia Holm, 27, both volunteers of the brigade.", "Volunteer of the brigade"),
        ("They are Pia Holm, 34, and Ida Berg, 27, both volunteers of the brigade.", "Volunteer of the brigade"),
        ("“No,” said Colonel Pia Holm, who commands the operation.", "Commander of the operation"),
        ("The court heard on Thursday a petition by a commuter, Pia Holm, who won.", "Commuter"),
        ("“No,” said Pia Holm, who grows rice near Lesk.", "Grows rice near Lesk"),
        ("“No,” said Pia Holm, who lives in Lesk.", "Resident of Lesk"),
        ("“No,” said Pia Holm of the Ostrow Harbour Union.", "With the Ostrow Harbour Union"),
        ("“No,” said Pia Holm of the farmers’ union.", "With the farmers’ union"),
        ("“No,” said Pia Holm, who led the research.", "Leader of the research"),
        ("On Monday Norway winger Pia Holm came.", "Norway winger"),
        ("Its chair, Pia Holm MS, said no.", "Chair"),
        ("The theatre’s chair, Lord Pia Holm, said no.", "Chair of the theatre"),
        ("The Bishop of Lesk, the Right Rev Pia Holm, said no.", "Bishop of Lesk"),
        ("Beside him sat his Danish counterpart, Pia Holm, and Norway’s king.", "Danish counterpart"),
        ("The ecologist Pia Holm, of the Lesk group Green Line, said no.", "Ecologist"),
        ("“No,” said Pia Holm, a mason from Gumla district, who had waited.", "Mason from Gumla district"),
        ("The group Zero Waste called for a ban. Its president, Pia Holm, said so.", "President of Zero Waste"),
        ("Pia Holm, of Healthwatch Lesk, said no.", "With Healthwatch Lesk"),
        ("Pia Holm, of the trade union confederation LO, said no.", "With the trade union confederation LO"),
        ("Then Labour’s Pia Holm, whose seat is Lesk, said no.", "Labour politician"),
        ("Pia Holm, who writes on farming, said no.", "Writer on farming"),
        ("Sheriff Pia Holm of Lesk County said no.", "Sheriff of Lesk County"),
        ("“No,” said Pia Holm, who became chief executive in January.", "Chief executive"),
    ],
)  # fmt: skip
def test_a_role_is_read_on_either_side_of_a_name(sentence: str, role: str) -> None:
    assert fields(sentence, "Pia Holm")["role"] == role


@pytest.mark.parametrize(
    "sentence",
    [
        "There Pia Holm, in the rain, waited.",
        "Pia Holm, who waited, left.",
        "With her came Pia Holm, Ann Lee and Bo Ray.",
        "Pia Holm waited, and the rain went on.",
        "It met Pia Holm, between noon and three, there.",
        "It hurt Pia Holm, officials said.",
        "“If I were Pia Holm, I wouldn’t sleep,” he said.",
        "It is for Pia Holm, spokeswoman Ann Lee said.",
    ],
)
def test_what_is_no_role_is_left_empty(sentence: str) -> None:
    assert fields(sentence, "Pia Holm")["role"] is None


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("It was sold by the charity Lodd Fund.\n\nIts director, Pia Holm, resigned.", "Director of Lodd Fund"),
        ("Lodd Union paid. “No,” said Pia Holm, its organiser in Ostrow.", "Organiser of Lodd Union in Ostrow"),
        ("Lodd Union met Lesk Bank. Its director, Pia Holm, resigned.", "Director"),
        ("It was sold by Lodd Fund. Its mayor, Pia Holm, resigned.", "Mayor"),
        ("The union, Lodd Union, met. It said no. “No,” said its president, Pia Holm.", "President of Lodd Union"),
        ("The Lodd Union met.\n\nPia Holm, its regional officer, came.", "Regional officer of the Lodd Union"),
        ("Lodd Lines, of Holm Fibre Group, said no. “So,” said Pia Holm, a spokeswoman.", "Spokeswoman for Lodd Lines"),
        ("It was sold by Lodd Fund to Lesk Bank. “So,” said Pia Holm, a spokeswoman.", "Spokeswoman"),
        ("The Sund Institute of Lesk (SIL) warned of it. Its local secretary, Pia Holm, came.",
         "Local secretary of the Sund Institute of Lesk"),
        ("The Sund union called for it. Its regional secretary, Pia Holm, came.", "Regional secretary of Sund"),
        ("It was lent by Lodd council. “No,” said Pia Holm, the council’s leader.", "Leader of Lodd council"),
        ("It was lent by Lodd council to Sund council. “No,” said Pia Holm, the council’s leader.",
         "Leader of the council"),
        ("The Health and Safety Executive came. Pia Holm, the regulator's head of mines, left.",
         "Head of mines at the Health and Safety Executive"),
        ("Lodd Union, which is owned by Lesk Bank, said no. Its director, Pia Holm, came.", "Director of Lodd Union"),
        ("Bo Wray, 44, a crane driver, fell.\n\nHis widow, Pia Holm, came.", "Widow of Bo Wray"),
        ("Bo Wray fell. Jo Lee fell.\n\nHis widow, Pia Holm, came.", "Widow"),
        ("Lesk, the largest producer, shut a mill.\n\nIts chief executive, Pia Holm, came.", "Chief executive of Lesk"),
        ("Campaigners say they were not asked. Their spokesman, Pia Holm, came.", "Spokesman for the campaigners"),
        ("It was not asked. Their spokesman, Pia Holm, came.", "Spokesman"),
    ],
)  # fmt: skip
def test_a_role_in_it_is_that_of_the_one_body_named_before(body: str, role: str) -> None:
    assert fields(body, "Pia Holm")["role"] == role


def test_a_country_after_a_place_says_where_it_is() -> None:
    assert (
        fields("It sailed to Lodd in the Netherlands.", "Lodd")["what"]
        == "A place in the Netherlands"
    )


def test_why_leaves_out_what_another_did() -> None:
    body = "Pia Holm, 51, was fined ten pounds and the treasurer, Bo Ray, 47, four pounds."
    assert fields(body, "Pia Holm")["why"] == "Holm was fined ten pounds."


@pytest.mark.parametrize(
    "body",
    ["They came by ferry Lodd Lines.", "Then the Lodd Board sank it.", "Then Lodd Union sank it."],
)
def test_what_owns_or_sinks_a_ship_is_none(body: str) -> None:
    assert any(name.startswith("Lodd") for name in named(body))


def test_an_age_is_found_beside_a_name_that_has_no_role() -> None:
    made = fields("“No,” said Pia Holm, 58, who had waited.", "Pia Holm")
    assert (made["age"], made["evidence"]) == ("58", "Pia Holm, 58")


def test_what_goes_on_after_a_place_is_no_part_of_its_evidence() -> None:
    made = fields("Twelve were flown to Athens, three of them by night.", "Athens")
    assert made["evidence"] == "Athens"


def test_an_age_has_a_field_of_its_own() -> None:
    made = fields("Pia Holm, 34, a nurse from Lesk, left.", "Pia Holm")
    assert (made["role"], made["age"]) == ("Nurse from Lesk", "34")


def test_why_somebody_is_in_the_story_is_what_the_article_says_that_they_did() -> None:
    made = fields(
        "Pia Holm, the mayor, closed the old bridge on Monday, but reopened the new.", "Pia Holm"
    )
    assert made["why"] == "Holm closed the old bridge on Monday."


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("“No,” said Pia Holm, the mayor, who was elected in May.", "Holm was elected in May."),
        ("Pia Holm, who is owed €4,500, voted no.", "Holm voted no."),
        ("Pia Holm, the mayor, said the bridge was safe.", "Holm said the bridge was safe."),
        ("Pia Holm said before the vote, “No.”", None),
        ("Pia Holm said she liked it but wanted “every penny” back.", "Holm said she liked it."),
        ("Pia Holm said it was “a scandal”.", None),
        ("Pia Holm said that the hill was “not out of breath”.", "Holm said that the hill was “not out of breath”."),
        ("Pia Holm, the mayor, pointed out that salt was worth it.", "Holm pointed out that salt was worth it."),
        ("Pia Holm told BBC Radio 4 that the board had met.", "Holm told BBC Radio 4 that the board had met."),
        ("Under the order, which was signed on Saturday by the mayor, Pia Holm, boats must stay.",
         "Holm signed the order."),
        ("The rescue service, which is led by Pia Holm, has put it on alert.", "Holm leads the rescue service."),
        ("The ship was followed by the mayor, Pia Holm.", None),
        ("Jo and Pia Holm were clearing stone when it fell.", None),
        ("Pia Holm inspected the pier and recommended that it be shut.", "Holm inspected the pier."),
        ("It was lent by Sund council. Pia Holm, the council's head, said that it would close it.",
         "Holm said that Sund council would close it."),
    ],
)  # fmt: skip
def test_why_is_also_what_a_clause_with_who_says_or_else_what_they_said(
    body: str, why: str | None
) -> None:
    assert fields(body, "Pia Holm")["why"] == why


@pytest.mark.parametrize(
    ("body", "name", "kind", "what"),
    [
        ("The valuers Holm Lee were called in.", "Holm Lee", Kind.ORGANISATION, "Valuers"),
        ("Sport Norland and Sport Wales paid.", "Sport Wales", Kind.ORGANISATION, None),
        ("Lesk Air chief executive Pia Holm left.", "Lesk Air", Kind.ORGANISATION, None),
        ("An angry answer came from Lodd, which represents nurses.", "Lodd", Kind.ORGANISATION, "Represents nurses"),
        ("A win for the Liberals’ Pia Holm.", "Liberals", Kind.ORGANISATION, None),
        ("It had talks with Schiphol on slots.", "Schiphol", Kind.PLACE, None),
        ("It ordered 12 Airbus A321neo jets.", "Airbus", Kind.ORGANISATION, "Aircraft manufacturer"),
        ("Then Lesk Fine Gael TD Pia Holm left.", "Fine Gael", Kind.ORGANISATION, None),
        ("Then Lesk Fine Gael TD Pia Holm left.", "Lesk", Kind.PLACE, None),
        ("Most members of the Bakers’ Union left.", "Bakers’ Union", Kind.ORGANISATION, "Union of bakers"),
        ("It was lent by Lesk council in May.", "Lesk council", Kind.ORGANISATION, "Local council"),
        ("The Ostrow bus operator Holm Lee paid.", "Holm Lee", Kind.ORGANISATION, "Ostrow bus operator"),
        ("The barge Tove leaked oil into the Elve.", "Elve", Kind.PLACE, None),
        ("It met the Liberal Democrats on Monday.", "Liberal Democrats", Kind.ORGANISATION, None),
        ("It met Lodd, which represents 2,300 nurses.", "Lodd", Kind.ORGANISATION, "Represents 2,300 nurses"),
        ("It lost the regional seat of Lodd.", "Lodd", Kind.PLACE, "Regional seat"),
        ("It landed at Lesk Airport.", "Lesk Airport", Kind.PLACE, "Airport"),
        ("He lives in Sowe Bridge.", "Sowe Bridge", Kind.PLACE, None),
        ("Then Little Oaks, which is based in Lesk, paid.", "Little Oaks", Kind.ORGANISATION, None),
        ("It was sold to Blue Meadow, a larger rival, in May.", "Blue Meadow", Kind.ORGANISATION, "Larger rival"),
        ("Analysts at Holm Lee put it at two.", "Holm Lee", Kind.ORGANISATION, None),
        ("It cheated Ostrow Farm Loans Limited of all.", "Ostrow Farm Loans Limited", Kind.ORGANISATION, None),
        ("They were taken to Ostrow Central Jail.", "Ostrow Central Jail", Kind.PLACE, None),
        ("It met the Ostrow Nurses' Pension Plan.", "Ostrow Nurses' Pension Plan", Kind.ORGANISATION, None),
        ("The Competition and Consumer Panel met.", "Competition and Consumer Panel", Kind.ORGANISATION, None),
        ("It is owned by Lodd Bank, the old lender that sold it.", "Lodd Bank", Kind.ORGANISATION, "Old lender"),
        ("It is near the run-down village of Lodd.", "Lodd", Kind.PLACE, "Village"),
        ("A tug came from Crete.", "Crete", Kind.PLACE, "An island"),
        ("He works at the University of Lesk.", "University of Lesk", Kind.ORGANISATION, "University"),
        ("It went to the Supreme Court of Norland.", "Supreme Court of Norland", Kind.ORGANISATION, "Supreme court"),
        ("Then the Norland Electoral Commission met.", "Norland Electoral Commission", Kind.ORGANISATION,
         "Body that runs elections"),
        ("Then the National Bureau of Statistics met.", "National Bureau of Statistics", Kind.ORGANISATION,
         "Statistics office"),
        ("It was said by the International Monetary Fund.", "International Monetary Fund", Kind.ORGANISATION,
         "Lender to governments"),
        ("Money came from Enova, a fund owned by the state, in May.", "Enova", Kind.ORGANISATION,
         "Fund owned by the state"),
        ("Rain fell in the Lesk Valley.", "Lesk Valley", Kind.PLACE, "Valley"),
        ("Two more marshes, Lesk and Sund, are to be restored.", "Sund", Kind.PLACE, "Marsh"),
        ("Lesk is a bog. The bird reached the Sund plain.", "Sund", Kind.PLACE, "Plain"),
        ("Ann Lee is spokeswoman of the Sund party.", "Sund party", Kind.ORGANISATION, "Political party"),
        ("It met the Royal College of Bakers.", "Royal College of Bakers", Kind.ORGANISATION, "Royal college"),
        ("Then Lesk Vale NHS Trust paid.", "Lesk Vale NHS Trust", Kind.ORGANISATION, "NHS trust"),
        ("Then the Lesk Quality Commission paid.", "Lesk Quality Commission", Kind.ORGANISATION, None),
        ("Then the Friends of Lesk Museum Group paid.", "Friends of Lesk Museum Group", Kind.ORGANISATION, None),
        ("He stood before a prosecutor on Sund in May.", "Sund", Kind.PLACE, "An island"),
        ("It was sold by the watchmaker Sund.", "Sund", Kind.ORGANISATION, "Watchmaker"),
        ("It was in the Danish journal Sund.", "Sund", Kind.ORGANISATION, "Danish journal"),
        ("The slope above Lake Sund slid.", "Lake Sund", Kind.PLACE, "Lake"),
        ("It is in the canton of Sund.", "Sund", Kind.PLACE, "Canton"),
        ("Members of the actors’ union, Sund United, voted.", "Sund United", Kind.ORGANISATION, "Actors’ union"),
        ("She was born on Lesk Hill in May.", "Lesk Hill", Kind.PLACE, None),
        ("Nurses came from Kerala.", "Kerala", Kind.PLACE, "A state in India"),
        ("The pier is old, according to its owner, Lesk Lines.", "Lesk Lines", Kind.ORGANISATION, "Owner of the pier"),
        ("It has mines in New Brunswick and Quebec.", "Quebec", Kind.PLACE, "A province in Canada"),
        ("It has mines in Halifax and Quebec in Canada.", "Quebec", Kind.PLACE, "A city in Canada"),
        ("Then the Court of Lesk Appeals sat.", "Court of Lesk Appeals", Kind.ORGANISATION, None),
        ("It is on Sund, a coral island 7 miles from Lesk.", "Sund", Kind.PLACE, "Coral island 7 miles from Lesk"),
        ("It will open three clinics, two of them on Sund.", "Sund", Kind.PLACE, "An island"),
        ("It is Africa's richest country.", "Africa", Kind.PLACE, "A continent"),
        ("They met at the Sund concert hall.", "Sund", Kind.PLACE, "Concert hall"),
        ("It is far from the Sund atoll.", "Sund", Kind.PLACE, "Atoll"),
        ("A company from Qatar, Al Sund, left. Al Sund said no.", "Al Sund", Kind.ORGANISATION, "Company from Qatar"),
        ("By a charity based in Lesk, Blue Sund, it went.", "Blue Sund", Kind.ORGANISATION, "Charity based in Lesk"),
        ("They met in London. The Unite union paid.", "London", Kind.PLACE, "Capital of the United Kingdom"),
        ("They met in Riyadh. Then Audi paid.", "Riyadh", Kind.PLACE, "Capital of Saudi Arabia"),
        ("They live on Sund, population 36, where it rains.", "Sund", Kind.PLACE, "An island"),
        ("Ann Lee of the University of Sund, pointed out that it rains.", "University of Sund",
         Kind.ORGANISATION, "University"),
        ("Then the Sund union paid.", "Sund", Kind.ORGANISATION, "Union"),
        ("It was built by the Sund campaign group.", "Sund", Kind.ORGANISATION, "Campaign group"),
        ("It won seats in the Sunding, the 33-member parliament, in May.", "Sunding", Kind.ORGANISATION,
         "33-member parliament"),
        ("It met Republic, the leftwing party that lost.", "Republic", Kind.ORGANISATION, "Leftwing party"),
        ("Shares in Lesk Vale's parent company, Sund-based Holm Group, fell.", "Holm Group", Kind.ORGANISATION,
         "Parent company of Lesk Vale"),
        ("Sund Gateway, which has run the port since 2011, said no.", "Sund Gateway", Kind.ORGANISATION,
         "Operator of the port"),
        ("It was paid by the Sund Association, which represents 8,500 firms.", "Sund Association", Kind.ORGANISATION,
         "Association that represents 8,500 firms"),
        ("Acas, the conciliation service, has invited both.", "Acas", Kind.ORGANISATION, "Conciliation service"),
        ("Tesco and others sell it.", "Tesco", Kind.ORGANISATION, "Supermarket chain"),
        ("Which? said that it was late.", "Which?", Kind.ORGANISATION, "Consumer group"),
        ("It cost £90m. They met in Felixstowe.", "Felixstowe", Kind.PLACE, "A town in the United Kingdom"),
        ("They met in Manchester.", "Manchester", Kind.PLACE, None),
        ("Many learned of it from Facebook.", "Facebook", Kind.ORGANISATION, "Social network"),
        ("The Sund Institute (SI), the country's largest union, warned of it.", "Sund Institute", Kind.ORGANISATION,
         "The country's largest union"),
        ("It was built by shelving a hatchery on Sunduroy and a mill.", "Sunduroy", Kind.PLACE, "An island"),
        ("It closed the upper slopes of Sundomboli to all.", "Sundomboli", Kind.PLACE, None),
        ("They stood on opposite banks of the River Sund.", "River Sund", Kind.PLACE, "River"),
        ("They cleared stone at Hob Sund quarry, near Lesk.", "Hob Sund", Kind.PLACE, "Quarry near Lesk"),
        ("It was traced to a factory in Sundhamptonshire.", "Sundhamptonshire", Kind.PLACE,
         "A county in the United Kingdom"),
        ("She taught at the village school in Sundostra.", "Sundostra", Kind.PLACE, "Village"),
        ("Boats stay far from Sund del Fuoco, the slope down which lava runs into the sea.", "Sund del Fuoco",
         Kind.PLACE, "Slope down which lava runs into the sea"),
        ("Ann Lee spoke at a hotel in Tórshavn, the capital. The Faroe Islands voted.", "Tórshavn", Kind.PLACE,
         "Capital of the Faroe Islands"),
        ("They met in Klaksvík. The Faroe Islands voted.", "Klaksvík", Kind.PLACE, "A town in the Faroe Islands"),
        ("It was lent by North Sund council.", "North Sund council", Kind.ORGANISATION, "Local council"),
        ("It was lent by Sund city council.", "Sund city council", Kind.ORGANISATION, "City council"),
        ("It is by Statistics Sweden.", "Statistics Sweden", Kind.ORGANISATION, "Statistics office"),
        ("Lorna Keech, of Healthwatch Lesk, left.", "Healthwatch Lesk", Kind.ORGANISATION, "Watchdog for patients"),
        ("Then a spokesperson for the Lesk-backed Sund Brigades (Sund Army) left.", "Sund Brigades", Kind.ORGANISATION,
         None),
        ("It crossed Highway 140 at noon.", "Highway 140", Kind.PLACE, "Road"),
        ("It reached the edge of Pine Hollow.", "Pine Hollow", Kind.PLACE, None),
        ("The Doctors' Alliance struck.", "Doctors' Alliance", Kind.ORGANISATION, "Alliance of doctors"),
        ("The Lesk Supporters' Trust sang.", "Lesk Supporters' Trust", Kind.ORGANISATION, "Supporters’ trust"),
        ("It is the Brackley and Towcester NHS Foundation Trust. They met in Felixstowe on £5.",
         "Brackley and Towcester NHS Foundation Trust", Kind.ORGANISATION, "NHS foundation trust"),
        ("He went to the conciliation service Arbit.", "Arbit", Kind.ORGANISATION, "Conciliation service"),
        ("Then the Agency for Health, one of the highest rates.", "Agency for Health", Kind.ORGANISATION, None),
    ],
)  # fmt: skip
def test_kinds_of_names_and_what_they_are(
    body: str, name: str, kind: Kind, what: str | None
) -> None:
    proposal = named(body)[name]
    assert (proposal.kind, proposal.fields["what"]) == (kind, what)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The orchestra of Lesk paid. They played Mahler, and left.", "Mahler"),
        ("It gave a concert of Elgar.", "Elgar"),
        ("Rowing joined the Olympic programme.", "Olympic"),
        ("They passed the Lesk Harbour Act.", "Lesk Harbour Act"),
        ("The Lodd Creek fire burned for days.", "Lodd Creek"),
        ("Shelter managers said that it was full.", "Shelter"),
        ("It left from the Baltic port of Lesk.", "Baltic"),
        ("It broke the Health and Safety at Work Act 1974.", "Health and Safety"),
        ("They passed the Lesk Protection of Fish in Rivers Act.", "Lesk Protection"),
        ("It flies to Britain and the Continent.", "Continent"),
        ("At noon the ferry Lodd Star sank.", "Lodd Star"),
        ("They were taken off MV Lodd.", "Lodd"),
        ("The Sund Maid, which had left Lesk at 11.15pm, ran aground.", "Sund Maid"),
        ("It fell since the Sund Maid sank off Lesk.", "Sund Maid"),
        ("It met the Sund Maid, a trawler built in Lesk.", "Sund Maid"),
        ("Then Sen. Pia Holm, D-Lesk, left.", "D-Lesk"),
        ("Then Pia Holm, a former Carlton footballer, left.", "Carlton"),
        ("| Plan | Cost |\n|---|---|\n| Farm road repairs | 12 |\n\nThe farms paid.", "Farm"),
    ],
)
def test_names_of_what_is_no_fact_are_not_proposed(body: str, name: str) -> None:
    assert name not in named(body)


def test_initials_and_the_beginning_of_a_body_are_its_other_names() -> None:
    body = "The Care Quality Panel met Vidar Mutual Bank. The CQP spoke. Vidar’s profit fell."
    made = named(body)
    assert made["Care Quality Panel"].fields["aliases"] == ["CQP"]
    assert made["Vidar Mutual Bank"].fields["aliases"] == ["Vidar"]
    assert not {"CQP", "Vidar"} & {*made}


def test_a_land_is_no_short_name_of_a_body() -> None:
    made = named("It rained in the north of England. The Bank of England paid Sport England.")
    assert "England" in made
    assert "aliases" not in made["Bank of England"].fields
    assert "aliases" not in made["Sport England"].fields


def test_an_age_beside_another_mention_is_in_the_evidence() -> None:
    made = fields("The mayor, Pia Holm, ran. Holm, 34, won.", "Pia Holm")
    assert (made["role"], made["age"], made["evidence"]) == (
        "Mayor",
        "34",
        ["The mayor, Pia Holm", "Holm, 34"],
    )


def test_known_places_have_their_point_and_what_they_are() -> None:
    made = fields("Pia Holm flew to Kathmandu.", "Kathmandu")
    assert (made["what"], made["latitude"], made["longitude"]) == (
        "Capital of Nepal",
        "27.70",
        "85.32",
    )


def test_a_place_with_many_namesakes_has_no_point_unless_its_country_is_named() -> None:
    assert "latitude" not in fields("It rained in Birmingham.", "Birmingham")
    both = "It rained in Birmingham. The United Kingdom was wet."
    assert fields(both, "Birmingham")["latitude"] == "52.48"


def test_a_name_in_brackets_is_another_name_of_the_same() -> None:
    made = named("A post of Ketaeb Hezbollah (Hezbollah Brigades) was shut.")
    assert [*made] == ["Ketaeb Hezbollah"]
    assert made["Ketaeb Hezbollah"].kind is Kind.ORGANISATION
    assert made["Ketaeb Hezbollah"].fields["aliases"] == ["Hezbollah Brigades"]


def test_two_names_with_a_dash_are_no_third() -> None:
    assert "Ostrow-Lesk" not in named("The Ostrow-Lesk dispute went on.")


def test_a_role_may_begin_with_the_name_of_its_place() -> None:
    assert fields("Pia Holm, Lesk’s new mayor, resigned.", "Pia Holm")["role"] == "Lesk’s new mayor"


def test_a_body_may_have_and_in_its_name() -> None:
    made = named("It was paid by the National Food Safety and Farming Authority.")
    assert [*made] == ["National Food Safety and Farming Authority"]
    assert made["National Food Safety and Farming Authority"].kind is Kind.ORGANISATION


def test_a_word_that_begins_a_sentence_is_not_a_name() -> None:
    assert "Income" not in named("It fell. Income fell by 5 percent, and more income was lost.")


def test_those_who_direct_it_are_not_the_body() -> None:
    assert "Ostrow Harbour Trust" in named("Then Directors of Ostrow Harbour Trust met.")


def test_a_surname_of_two_is_no_pair_after_a_rank() -> None:
    judge = fields("Mrs Justice Holm-Berg jailed two men.", "Holm-Berg")
    assert (judge["role"], judge["why"]) == ("Judge", "Holm-Berg jailed two men.")
    assert "Lesk-Ostrow" not in named("The Lesk-Ostrow line said nothing.")


def test_a_relative_is_a_person_by_any_name() -> None:
    made = named("His wife, Agnes, said so.")["Agnes"]
    assert (made.kind, made.fields["role"]) == (Kind.PERSON, "Wife")


def test_a_relative_of_somebody_named_is_a_person_too() -> None:
    made = named("Outside the court Holm's widow, Ania, said that no sentence would do.")["Ania"]
    assert (made.kind, made.fields["role"]) == (Kind.PERSON, "Holm's widow")


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Ann Lee, prosecuting, said so.", "Prosecutor"),
        ("Then Ann Lee, defending, rose.", "Defence lawyer"),
        ("The Irish sculler Ann Lee won.", "Irish sculler"),
        ("It was won by Ann Lee, who took silver in 2013 and now heads its federation.", "Head of the federation"),
        ("“No,” said Ann Lee, who farms 400 hectares.", "Farmer"),
        ("Ann Lee of the bank Lodd Capital put it at half.", "With the bank Lodd Capital"),
        ("The carrier Ann Lee Lines came.", None),
        ("Analysts sighed. Ann Lee of Lodd Bank cut her target.", "With Lodd Bank"),
    ],
)  # fmt: skip
def test_what_somebody_does_is_their_role(sentence: str, role: str | None) -> None:
    found = {name: each.fields.get("role") for name, each in named(sentence).items()}
    assert found.get("Ann Lee") == role


def test_both_of_two_who_did_it_did_it() -> None:
    body = "Tom Ray, 34, and Bo Holm, 29, died at the scene."
    assert fields(body, "Tom Ray")["why"] == "Ray died at the scene."


def test_a_spacecraft_and_its_rocket_are_none() -> None:
    assert not named("The probe, Halden, was sent up on an Ariane 6 rocket.")


@pytest.mark.parametrize(
    ("body", "role", "why"),
    [
        (
            "Then Justice Pia Holm of the High Court of Norland found that the mill had known of it.",
            "Justice at the High Court of Norland",
            "Holm found that the mill had known of it.",
        ),
        (
            "The mayor, Pia Holm, told reporters in Ostrow that the mills would close.",
            "Mayor",
            "Holm told reporters in Ostrow that the mills would close.",
        ),
        (
            "“The pier is unsafe. We shut it,” said Pia Holm, a baker.",
            "Baker",
            "Holm said: “The pier is unsafe.”",
        ),
        (
            "Pia Holm was one of four clerks who testified.",
            "One of four clerks who testified",
            None,
        ),
        (
            "Pia Holm, 29, who was a passenger in the second car, said that the road was icy.",
            "Passenger in the second car",
            "Holm said that the road was icy.",
        ),
        (
            "Pia Holm, the mayor, said that the letter had come 40 minutes before the vote.",
            "Mayor",
            "Holm said that the letter had come 40 minutes before the vote.",
        ),
        (
            "Pia Holm, the mayor, said at a meeting in Sund that the port respected the law.",
            "Mayor",
            "Holm said at a meeting in Sund that the port respected the law.",
        ),
        (
            "Pia Holm, the mayor, told the newspaper Lodd Post that the port had closed.",
            "Mayor",
            "Holm told the newspaper Lodd Post that the port had closed.",
        ),
        (
            "Pia Holm, the mayor, described the delay as a farce.",
            "Mayor",
            "Holm described the delay as a farce.",
        ),
        ("He came in May after Ostrow sacked Pia Holm.", None, "Holm was sacked by Ostrow."),
        ("“No,” said Pia Holm, 58, who fished out of Lesk.", None, "Holm fished out of Lesk."),
        ("A petition begun by Pia Holm, a baker, has 400 names.", "Baker", None),
        ("Pia Holm was a bit late.", None, "Holm was a bit late."),
        ("Pia Holm is the harbour master of Lesk.", "Harbour master of Lesk", None),
        ("Pia Holm has been head of the school since 2019.", "Head of the school", None),
        ("Pia Holm is the last judge of Lesk.", None, "Holm is the last judge of Lesk."),
    ],
)
def test_a_person_has_a_role_or_a_reason_in_the_words_of_the_article(
    body: str, role: str | None, why: str | None
) -> None:
    made = fields(body, "Pia Holm")
    assert (made["role"], made["why"]) == (role, why)


def test_a_role_leaves_out_whose_it_is() -> None:
    made = fields("The union spoke. Its president, Pia Holm, resigned.", "Pia Holm")
    assert made["role"] == "President"


def test_what_several_are_called_is_not_what_the_last_is() -> None:
    made = fields("They went to Najaf and Karbala, the cities that pilgrims like.", "Karbala")
    assert made["what"] == "A city in Iraq"


def test_a_city_is_not_its_namesake_in_another_country() -> None:
    queensland = "It rained in Cleveland, and all over Australia."
    assert fields(queensland, "Cleveland")["latitude"] == "-27.53"
    assert fields("It rained in Cleveland.", "Cleveland")["latitude"] == "41.50"


def test_a_region_has_its_point_and_says_of_which_country_it_is() -> None:
    made = fields("It rained in Nova Scotia.", "Nova Scotia")
    assert made["what"] == "A province in Canada"
    assert float(made["latitude"]) == pytest.approx(45, abs=1)


def test_a_name_that_is_given_as_another_name_is_an_alias() -> None:
    made = named("The Ostrow Harbour Board, known as OHB, paid.")
    assert [*made] == ["Ostrow Harbour Board"]
    assert made["Ostrow Harbour Board"].fields["aliases"] == ["OHB"]


def test_what_is_listed_with_places_is_a_place() -> None:
    made = named(
        "Schools in Ostrow, Sund and Lesk are shut. It came from Britain, Norway and the Netherlands."
    )
    assert {each.kind for each in made.values()} == {Kind.PLACE}
    assert made["Netherlands"].fields["what"] == "A country"
    assert Kind.PERSON in {each.kind for each in named("Near Lesk, Pia Holm ran.").values()}


def test_what_is_wanted_by_a_day_to_come_is_expected() -> None:
    made = propose(
        briefing("Pia Holm wants them to report by Friday."),
        today=date(2024, 9, 12),
        site_language="en",
    )
    event = next(each for each in made if each.kind is Kind.EVENT)
    assert event.fields["expected"] == {"window": "../2024-09-13", "said_by": "pia-holm"}


@pytest.mark.parametrize(
    "name",
    [
        "International Council for the Exploration of the Sea",
        "National Authority for Emergency and Civil Protection",
        "Institute for Sea and Atmosphere",
        "Bay of Lesk Fishermen’s Association",
        "Lesk Seafoods",
        "Lok Sabha",
        "Lesk First Nation",
        "Coast and Rescue Agency",
        "Fish and Wildlife Service",
        "Health and Safety Executive",
        "Ministry of Food and Fishing",
        "Organization for Security and Co-operation in Europe",
        "Organisation for Economic Co-operation and Development",
    ],
)
def test_the_name_of_a_body_is_whole(name: str) -> None:
    made = named(f"On Monday the {name} said that it had met.")
    assert {each: proposal.kind for each, proposal in made.items()} == {name: Kind.ORGANISATION}


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("It was mended at St Beuno’s in Lesk.", "St Beuno’s", Kind.PLACE),
        ("Then Greenough & Sons of Shrewsbury came.", "Greenough & Sons", Kind.ORGANISATION),
        ("It was the poet R. S. Thomas who came.", "R. S. Thomas", Kind.PERSON),
        ("It came to Rio Grande do Sul in May.", "Rio Grande do Sul", Kind.PLACE),
        ("Water of the Amu Darya is shared.", "Amu Darya", Kind.PLACE),
        ("It is the largest in Central Asia.", "Central Asia", Kind.PLACE),
        ("Then Cyngor Lesk, the county council, paid.", "Cyngor Lesk", Kind.ORGANISATION),
        (
            "Data come from SulSalud, a hospital chain with many beds.",
            "SulSalud",
            Kind.ORGANISATION,
        ),
        ("Actor Gwenllian Rees, who was born in Lesk, came.", "Gwenllian Rees", Kind.PERSON),
        ("Ida Berg, the MP for Dwyfor Meirionnydd, asked.", "Dwyfor Meirionnydd", Kind.PLACE),
        ("Russia, which had planned it, paid.", "Russia", Kind.PLACE),
        ("OSLO (Reuters) - It rained.", "OSLO", Kind.PLACE),
        ("The agent, from Novi Sad in Serbia, said no.", "Novi Sad", Kind.PLACE),
        ("An analyst told Nemzeti Sport and Shore Capital.", "Shore Capital", Kind.ORGANISATION),
    ],
)
def test_a_name_is_whole_and_of_its_kind(sentence: str, name: str, kind: Kind) -> None:
    assert named(sentence)[name].kind is kind


@pytest.mark.parametrize(
    "sentence",
    [
        "The Met Office and Environment Agency met.",
        "The BBC and Harbour Agency met.",
        "The Ministry of Food and Farming Weekly met.",
        "The Ministry of Food and Pia Holm met.",
    ],
)
def test_two_bodies_are_not_one(sentence: str) -> None:
    assert len(named(sentence)) == 2


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("“No,” said Inspector Mary Lane, who led it.", "Mary Lane", Kind.PERSON),
        ("“No,” said Detective Constable Tom Hill.", "Tom Hill", Kind.PERSON),
        ("They met in Victoria Park, the mayor said.", "Victoria Park", Kind.PLACE),
        ("A lake of 2,300 hectares, Soolvik, was drained.", "Soolvik", Kind.PLACE),
        ("A bog near Lesk, Virma, burned.", "Virma", Kind.PLACE),
        ("Angela Firth, a pensions consultant at Lesk Lane, said no.", "Angela Firth", Kind.PERSON),
    ],
)
def test_a_person_may_be_called_as_a_place_is(sentence: str, name: str, kind: Kind) -> None:
    made = named(sentence)[name]
    assert made.kind is kind
    assert kind is Kind.PERSON or made.fields["what"] not in ("Mayor", "The mayor")


def test_people_join_no_body_that_is_for_something() -> None:
    made = named("It was the mayor of Lesk and Pia Holm who paid the Harbour Trust and Ida Berg.")
    assert {"Lesk", "Pia Holm", "Harbour Trust", "Ida Berg"} == {*made}


@pytest.mark.parametrize(
    ("sentence", "name", "what", "north"),
    [
        ("Trains stood still in Bihar, where India’s rice grows.", "Bihar", "A state in India", 25.7),
        ("Indian trains in Assam and Uttar Pradesh said no.", "Uttar Pradesh", "A state in India", 27.3),
        ("It burned near Arganil, Portuguese officials said.", "Arganil", "A town in Portugal", 40.2),
        ("It was felt in Castile and León, in Spain.", "Castile and León", "A region in Spain", 41.6),
        ("YARMOUTH, N.S. - It rained.", "Yarmouth", "A town in Canada", 43.8),
    ],
)  # fmt: skip
def test_a_small_place_has_its_point_where_its_country_is_named(
    sentence: str, name: str, what: str, north: float
) -> None:
    made = named(sentence)[name]
    assert made.kind is Kind.PLACE
    assert made.fields["what"] == what
    assert float(str(made.fields["latitude"])) == pytest.approx(north, abs=0.2)


@pytest.mark.parametrize(
    "sentence",
    [
        "It burned near Arganil.",
        "It burned near Arganil, in the Centro region.",
        # Of Canada, and only named in passing.
        "It burned near Digby in Italy. Italy wept. Italians wept.\n\nCanada wept.",
    ],
)
def test_a_small_place_has_no_point_elsewhere(sentence: str) -> None:
    assert not any(
        "latitude" in made.fields
        for name, made in named(sentence).items()
        if name in ("Arganil", "Digby")
    )


def test_a_person_whose_name_is_that_of_a_town_stays_a_person() -> None:
    made = named("In Portugal, Arganil said no. “No,” said Mayor Góis Arganil.")
    assert made["Góis Arganil"].kind is Kind.PERSON


@pytest.mark.parametrize(
    "sentence",
    [
        "OSTROW (PTI) - It rained.",
        "OSTROW (PTI) - Medical records were sold.",
        "It broke the Lesk Data Protection Law.",
        "It halted the South Eastern zones.",
        "It is closed in Lobster Fishing Areas 33 and 34.",
        "They waited for the Dhanbad-Alappuzha Express.",
        "It sold 30 Boeing 737 jets.",
        "Its Embraer 190s are new.",
    ],
)
def test_what_nobody_wants_is_not_proposed(sentence: str) -> None:
    assert {*named(sentence)} <= {"Ostrow", "Lesk"}


def test_names_that_only_cells_have_are_of_the_kind_that_their_head_says() -> None:
    table = """It burned in Portugal.

| District | Hectares | Commander | Damage |
| --- | --- | --- | --- |
| Castelo Branco | 4,200 | Inês Calado | Heavy Smoke |
| Leiria | 900 | Rui Salgado | None |
| Beja | 100 | Civil Protection Authority | None |
"""
    made = named(table)
    assert {name: each.kind for name, each in made.items()} == {
        "Portugal": Kind.PLACE,
        "Castelo Branco": Kind.PLACE,
        "Leiria": Kind.PLACE,
        "Beja": Kind.PLACE,
        "Civil Protection Authority": Kind.ORGANISATION,
        "Inês Calado": Kind.PERSON,
        "Rui Salgado": Kind.PERSON,
    }
    assert made["Leiria"].fields["latitude"] == "39.74"
    assert made["Inês Calado"].fields["evidence"] == {
        "row": "Castelo Branco",
        "column": "Commander",
    }


@pytest.mark.parametrize(
    ("sentence", "name", "what", "point"),
    [
        ("Ships waited in the Bay of Fundy.", "Bay of Fundy", "A bay", (45, -66)),
        ("Ice is lost in the Tien Shan.", "Tien Shan", "Mountains", (42, 78)),
        ("It is the largest in Central Asia.", "Central Asia", "A part of Asia", (43, 66)),
        ("It came to the Pacific Ocean.", "Pacific Ocean", "An ocean", (0, -160)),
        ("It was welcomed in Russia.", "Russia", "A country", (62, 100)),
        ("It was welcomed in Fiji.", "Fiji", "A country", (-18, 178)),
    ],
)
def test_what_is_in_no_one_country_has_its_point_too(
    sentence: str, name: str, what: str, point: tuple[float, float]
) -> None:
    made = fields(sentence, name)
    assert made["what"] == what
    given = float(made["latitude"]), float(made["longitude"])
    assert given == pytest.approx(point, abs=2)


def test_a_person_who_is_called_like_a_river_stays_a_person() -> None:
    assert named("“No,” said Mayor Tigris Elbe.")["Tigris Elbe"].kind is Kind.PERSON
    assert named("Then the contractor Elbe said no.")["Elbe"].kind is Kind.ORGANISATION


def test_what_a_place_does_is_not_what_it_is() -> None:
    made = fields("It burned near Russia, the National Fire Authority said.", "Russia")
    assert made["what"] == "A country"


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks with Ostrow about a defender were broken off.",
        "Then Ostrow, which spent €9 million too much, was fined.",
        "The first match, at Ostrow, is in May.",
        "Lesk, Ostrow and Sund were given a warning.",
        "He scored 14 goals for Ostrow.",
        "They signed the winger Bo Ray from Ostrow.",
        "He has been watched by Sund and Ostrow.",
    ],
)
def test_where_players_are_spoken_of_a_town_that_plays_is_a_club(sentence: str) -> None:
    story = "The league fined the club. Its coach has nine players for the new season."
    assert named(f"{story} {sentence}")["Ostrow"].kind is Kind.ORGANISATION
    assert named(f"It rained. {sentence}")["Ostrow"].kind is not Kind.PERSON


def test_a_club_says_what_it_plays_and_a_country_that_plays_is_none() -> None:
    story = "Lesk United have signed a goalkeeper. Its coach has nine players this season, with caps for Brazil."
    made = named(story)
    assert made["Lesk United"].fields["what"] == "Football club"
    assert made["Brazil"].kind is Kind.PLACE


def test_a_ground_may_be_called_by_its_first_word() -> None:
    made = named("They met at Rivermead Stadium on Monday. It rained at Rivermead.")
    assert made["Rivermead Stadium"].fields["aliases"] == ["Rivermead"]
    assert "Rivermead" not in made


def test_in_a_town_of_players_is_in_the_town() -> None:
    story = "The league fined the club. Its coach has nine players for the new season."
    assert named(f"{story} A march was held in Ostrow.")["Ostrow"].kind is Kind.PLACE


def test_nobody_is_a_which() -> None:
    assert (
        named("Then Dobrud Agro, which was not charged, paid.")["Dobrud Agro"].kind
        is Kind.ORGANISATION
    )


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Food Standards Agency", "Food regulator"),
        ("Environment Agency", "Environment regulator"),
        ("Court of Appeal", "Appeal court"),
        ("Organization for Security and Co-operation in Europe", "Security organisation"),
    ],
)
def test_what_everybody_knows_of_a_body_is_filled_in(name: str, what: str) -> None:
    assert fields(f"On Monday the {name} said that it had met.", name)["what"] == what


def test_a_name_of_several_words_keeps_its_particle() -> None:
    why = fields("Pia Lo Duca, the mayor, said that salt was old.", "Pia Lo Duca")["why"]
    assert why == "Lo Duca said that salt was old."


@pytest.mark.parametrize(
    ("body", "name", "alias"),
    [
        ("Callum Holm fell. “Callum had been there for six weeks,” said Pia Lee.", "Callum Holm", "Callum"),
        ("The Social Democratic party won. Ann Lee leads the Social Democrats.", "Social Democratic party",
         "Social Democrats"),
    ],
)  # fmt: skip
def test_a_first_name_and_the_members_of_a_party_are_its_other_names(
    body: str, name: str, alias: str
) -> None:
    found = named(body)
    assert found[name].fields["aliases"] == [alias]
    assert alias not in found


def test_a_fragment_between_quotation_marks_is_no_reason() -> None:
    body = "“We had to act before the harbour froze,” said Pia Holm. “as soon as the evidence allowed,” said Bo Lee."
    assert (fields(body, "Pia Holm")["why"], fields(body, "Bo Lee")["why"]) == (
        "Holm said: “We had to act before the harbour froze.”",
        None,
    )


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Sund Ferries", "Ferry company"),
        ("Sund Guides' Association", "Association of guides"),
        ("Tesco", "Supermarket chain"),
        ("Sund Holdings", None),
    ],
)
def test_a_name_says_what_a_company_does(name: str, what: str | None) -> None:
    assert fields(f"It was sold by {name} in May.", name)["what"] == what


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("They took pieces of Bronze Age gold.", "Bronze Age"),
        ("Road hauliers said no. They met on the Lesk Road.", "Road"),
        ("Yesterday, the company said no.", "Yesterday"),
        ("Talks, the union said, go on. The talks began.", "Talks"),
    ],
)
def test_an_age_and_a_word_with_which_a_sentence_begins_are_no_names(body: str, name: str) -> None:
    assert name not in named(body)
