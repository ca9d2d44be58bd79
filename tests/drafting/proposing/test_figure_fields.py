"""What `new` proposes of a number beside its label: when it was so, who says it, what sort it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from dateline.drafting.proposing.propose import propose
from dateline.facts.kinds import Kind
from tests.small_site import briefing

if TYPE_CHECKING:
    from dateline.drafting.proposing.proposal import Proposal
    from dateline.facts.briefing import Briefing


def proposals(body: str, kind: Kind = Kind.FIGURE) -> list[Proposal]:
    made = propose(briefing(body), today=date(2024, 9, 12), site_language="en")
    return [proposal for proposal in made if proposal.kind is kind]


def figure(body: str, value: str) -> dict[str, Any]:
    return next(dict(each.fields) for each in proposals(body) if each.fields["value"] == value)


def time_of(body: str, value: str) -> str | None:
    fields = figure(body, value)
    return fields.get("period") or fields.get("as_of")


@pytest.mark.parametrize(
    ("sentence", "value", "time"),
    [
        ("The port handled 2.4 million crates last year.", "2.4 million", "2023"),
        ("It handled 9 million crates last year, short of the 14 million it saw in 2011.", "14 million", "2011"),
        ("On Monday the ferry carried 120 passengers.", "120", "2024-09-09"),
        ("The line has had 14 crashes since 2015.", "14", "2015/.."),
        ("The mill burned in 2011, when it lost €3 million.", "3 million", "2011"),
        ("It is the worst storm since 2006, when 30 boats sank.", "30", "2006"),
        ("By May 2019 it had 63 shops at Lesk.", "63", "2019-05"),
        ("The record was €2 million, set at Lesk in May 2014.", "2 million", "2014-05"),
    ],
)  # fmt: skip
def test_a_number_is_of_the_date_that_its_words_give(sentence: str, value: str, time: str) -> None:
    assert time_of(sentence, value) == time


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("A court at Lesk on Monday convicted him of cheating 4,000 farmers.", "4,000"),
        ("The mill, founded in 1913, owes €4.6 million to 214 farms.", "4.6 million"),
        ("A report published in August found the pier was 22 months late.", "22"),
        ("The line has ordered 12 ferries, the first of which is due in September 2025.", "12"),
        ("A £48 million theatre will open in Ostrow next spring.", "48 million"),
        ("The vacancy rate dropped to 9.2 per cent from 14.1 per cent a year ago.", "9.2"),
        ("Visits fell from 88,000 in 2019 to 52,500 last season.", "52,500"),
        ("Sales rose 14 per cent on the previous 12 months.", "14"),
        ("The council meets on Thursday to decide whether to borrow €12 million.", "12 million"),
        ("The rate fell to 9.2 per cent and is the lowest since 2008.", "9.2"),
    ],
)
def test_a_date_of_something_else_is_not_that_of_a_number(sentence: str, value: str) -> None:
    assert time_of(sentence, value) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "It carried 3.1 million passengers in the year to the end of June.",
        "The port handled 9 million crates last year, short of the 14 million it saw in 2011.",
        "The line has had 14 crashes since 2015.",
        "By May 2019 it had 63 shops at Lesk.",
    ],
)
def test_a_date_that_is_only_of_a_number_is_no_event(sentence: str) -> None:
    assert proposals(sentence, Kind.EVENT) == []


def test_what_was_sold_for_a_sum_in_a_year_is_an_event_too() -> None:
    body = "Ann Berg bought the picture for €90,000 in 1951."
    assert [each.fields["date"] for each in proposals(body, Kind.EVENT)] == ["1951"]


@pytest.mark.parametrize(
    ("sentence", "value", "kind"),
    [
        ("At least 60% was needed for the plan to pass.", "60", "legal limit"),
        ("The farms have 28 days to appeal.", "28", "legal limit"),
        ("The limit set by the port for boats is 20 knots.", "20", "legal limit"),
        ("The staff have accepted a pay cut of 8%.", "8", "agreed"),
        ("The farms backed a deal that will pay them €38 million.", "38 million", "agreed"),
        ("The talks on the deal had taken 16 months.", "16", "measured"),
        ("Shares in the ferry line closed at €24.15.", "24.15", "price"),
        ("The queue for planned works fell to 18,650.", "18,650", "measured"),
        ("Of the €48 million cost, €39 million has come from Lesk.", "39 million", "measured"),
        ("Lesk will meet to discuss the pier, on which it spent an estimated €1.4 million.", "1.4 million", "estimate"),
        ("A bridge of 48 spans would open.", "48", "forecast"),
        ("Norland paid €6 million for the mill.", "6 million", "price"),
        ("The price of the mill includes €2 million of debt.", "2 million", "measured"),
        ("Lesk planned to spend €9 million on quays.", "9 million", "target"),
        ("The clerks called for a minimum of €15 an hour.", "15", "target"),
        ("The council put the cost of the dykes at €7 million.", "7 million", "estimate"),
        ("The port warned of another 40 millimetres by Friday.", "40", "forecast"),
        ("According to the police, €3 million was moved to Lesk.", "3 million", "official claim"),
        ("According to the latest figures, €3 million was moved to Lesk.", "3 million", "measured"),
        ("The fire has burned 640 barns, the fire service said on Friday.", "640", "official claim"),
        ("About 640 barns have burned, the fire service said.", "640", "official claim"),
        ("Prices rose 2.8 percent, the statistics office said on Monday.", "2.8", "measured"),
        ("Some 640 clerks came to the quay.", "640", "estimate"),
        ("The guild is asking for a rise of 9%.", "9", "target"),
        ("The port has offered 4.5%.", "4.5", "target"),
        ("Pia Holm wants grain to make up 30 percent of its stores.", "30", "target"),
        ("The baker has a five-year contract.", "5", "agreed"),
        ("A court at Lesk fined the port €50,000.", "50,000", "agreed"),
        ("The county has lent the museum €40,000.", "40,000", "agreed"),
        ("A law that sets aside €56 million for dykes is signed.", "56 million", "agreed"),
        ("It can impose fines of up to €5,000 for clerks and €60,000 for mills.", "5,000", "legal limit"),
        ("It can impose fines of up to €5,000 for clerks and €60,000 for mills.", "60,000", "legal limit"),
        ("Mills may lose no more than €105 million.", "105 million", "legal limit"),
        ("A loaf may not be sold for more than €160.", "160", "legal limit"),
        ("Wages must not fall below €1,100.", "1,100", "legal limit"),
        ("The tax did not bring in more than €70 million.", "70 million", "measured"),
        ("Mills have to report a leak within 72 hours.", "72", "legal limit"),
        ("The crop should come to 312 crates, up from 201 crates in 2023.", "312", "forecast"),
        ("The crop should come to 312 crates, up from 201 crates in 2023.", "201", "measured"),
        ("A new stand would cost €64 million.", "64 million", "forecast"),
        ("A poll of 1,004 clerks is out. Fifty-two percent opposed the strike.", "52", "poll"),
        ("A survey of the roof found rot in 17 rafters.", "17", "measured"),
        ("Holm Mills sold its ferry to Norland for €31 million.", "31 million", "price"),
        ("Wheat closed at $5.71 a bushel.", "5.71", "price"),
        ("Slates are sponsored at €25 each.", "25", "price"),
        ("Norland must repay €2 million.", "2 million", "agreed"),
        ("The mayor may not hold public office for eight years.", "8", "agreed"),
        ("The maximum penalty for a clerk who takes a bribe is 15 years.", "15", "legal limit"),
        ("Sales beat the €4 million that analysts had expected.", "4 million", "forecast"),
        ("It rained. Pia Holm said in the mill that Norland took €3 million.", "3 million", "official claim"),
        ("The port offered the clerks €20,000.", "20,000", "target"),
        ("It paid more than the €5 million that the port offered in 2022.", "5 million", "target"),
        ("It paid more than the €5 million that the clerks had asked for.", "5 million", "target"),
        ("It lost €27 million, almost double the €14 million it had planned.", "14 million", "target"),
        ("It paid more than the €5 million that the port lost when it wanted land.", "5 million", "measured"),
        ("The port offered its thanks to 640 clerks.", "640", "measured"),
        ("A judge has ordered Holm Mills to pay €14 million to 86 clerks.", "14 million", "agreed"),
        ("A judge has ordered Holm Mills to pay €14 million to 86 clerks.", "86", "measured"),
        ("The court told the port to repay €2 million.", "2 million", "agreed"),
        ("The judge added €750,000 in punitive damages.", "750,000", "agreed"),
        ("The judge heard that they sought €750,000 in damages.", "750,000", "measured"),
        ("Police want to know why the ferry was 14 miles off its course.", "14", "measured"),
        ("Police sought to find out how the port lost €14 million.", "14 million", "measured"),
        ("The port wants to see its costs fall by 14%.", "14", "target"),
    ],
)  # fmt: skip
def test_the_words_beside_a_number_say_what_sort_it_is(
    sentence: str, value: str, kind: str
) -> None:
    assert figure(sentence, value)["kind"] == kind


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The mill, which was sold in a rush, lent the museum €850,000 during the war.", "Lent to the museum"),
        ("Ann Berg, who is owed €41,700, voted against.", "Owed to Ann Berg"),
        ("Tickets start at €29.99 each way.", "Tickets"),
        ("Seats, priced from €12, sell fast.", "Seats"),
        ("The farms accepted a price cut of 8%.", "Price cut"),
        ("It will bring 140 direct jobs to the coast.", "Direct jobs"),
        ("Norland, which employs 2,300 clerks at Lesk, closed.", "Clerks that Norland employs"),
        ("The ferry leaked 310 tonnes of oil into the bay.", "Oil leaked into the bay"),
        ("It would clear 86 miles of old canals and build a quay.", "Old canals"),
        ("Some 37 people were treated for burns and nine died.", "People treated for burns"),
        ("The talks had taken 16 months to arrange.", "Time to arrange the talks"),
        ("The farms have 28 days to appeal the ruling.", "Time to appeal the ruling"),
        ("Fully 60% of the farms by size voted for a merger.", "Share of farms by size that voted for a merger"),
        ("One in seven harbour posts was vacant.", "Share of harbour posts vacant"),
        ("Berg had 51 per cent of the popular vote.", "Share of the popular vote, Berg"),
        ("The limit set by the port for boats is 20 knots.", "Limit set by the port for boats"),
        ("The council voted to spend €612 million on dykes.", "To be spent on dykes"),
        ("The mill, founded in 1913, owes €4.6 million to farms.", "Owed by the mill"),
        ("The pier, which cost €3 million, is shut.", "Cost of the pier"),
        ("The offer values the mill at €6 million.", "Value of the mill"),
        ("A poll of 1,004 drivers is out.", "Drivers polled"),
        ("The joint port will have 412 clerks.", "Clerks of the joint port"),
        ("Only 71 per cent of clerks got a rise.", "Share of clerks who got a rise"),
        ("Pia Holm said 70 clerks had left.", "Clerks who had left"),
        ("On the quay, 14 shops have shut since 2022.", "Shops that have shut"),
        ("Ferries lie in 114 metres of water.", "Depth of water"),
        ("The bill cleared the Senate 33-27.", "Vote of the Senate"),
        ("Members had voted for the cut by 58 to 9.", "Vote for the cut"),
        ("So far €8 million has been recovered.", "Recovered"),
        ("Norland bought the mill in a deal worth €8 million.", "Value of the deal"),
        ("Some 4,000 tonnes of mud and rock fell on the quay.", "Mud and rock that fell"),
        ("A flood forced 37 boats to be moved and leaving the quay took a day.", "Boats to be moved"),
        ("They go by bus, which will add 50 minutes to the trip.", "To be added to the trip"),
        ("The court convicted three former clerks of Holm Mills of theft.", "Former clerks convicted"),
        ("They were tried for cheating more than 4,000 farmers of €6 million.", "Farmers cheated"),
        ("The court ordered that 37 houses of the firm be sold.", "Houses to be sold"),
        ("The port said farms with claims of up to €500 would be paid first.", "Claims to be paid"),
        ("The guild Norland, which represents 1,100 clerks, met.", "Clerks that the guild Norland represents"),
        ("Holm planned to spend €60 million over three years on new quays.", "To be spent on new quays"),
        ("It fined the mill €5 million over a stretch of 12 kilometres.", None),
        ("A week of rain would hold up 9,000 crates.", "Crates that a week of rain would hold up"),
        ("The port has offered 4.5%.", "Offered by the port"),
        ("The port sends 7% of its crates by rail.", "Share of crates sent"),
        ("Some 9,500 slates will be taken down.", "Slates to be taken down"),
        ("Some 780 divers, backed by two boats, were working off the quay.", "Divers working off the quay"),
        ("The fire burned 6,400 acres, destroyed 41 barns and went out.", "Area burned"),
        ("The fire burned 6,400 acres, destroyed 41 barns and went out.", "Barns destroyed"),
        ("Lesk has lost 48,000 tonnes of hay and straw this year.", "Hay and straw lost"),
        ("The fire killed 50 people in a weekend.", "People killed in a weekend"),
        ("Lesk put out a plan that aims to clear 90,000 acres of brush a year.", "Brush to be cleared"),
        ("China cancelled orders for 504,000 tonnes.", "Orders that China cancelled"),
        ("Drivers are asking for a rise of 9%.", "Rise that drivers are asking for"),
        ("It has a cap of 10 hours on night shifts.", "Cap on night shifts"),
        ("Unemployment, 5.6 percent in August, is seen rising to 5.9 percent.", "Unemployment"),
        ("The port’s subsidy, 1.1 billion euros under a contract, was raised in May.", "The port’s subsidy"),
        ("The subsidy was raised by 3 percent.", "Rise in the subsidy"),
        ("The crown weakened 0.6 percent.", "Fall in the crown"),
        ("The bank put inflation at an average of 2.6%.", "Inflation"),
        ("Clubs may lose no more than €105 million.", "Most that clubs may lose"),
        ("Ann Lee said on Thursday clerks had copied 900 records.", None),
        ("They worked along a front of 26 kilometres.", "Length of the front"),
        ("It can impose fines of up to €5,000 for clerks.", "Fines for clerks"),
        ("A court at Lesk fined the mill €5 million.", "Fine for the mill"),
        ("The first strike, in 1986, lasted 19 days.", "Duration of the first strike"),
        ("Holm Mills opened the tower, which has 103 steps.", "Steps of the tower"),
        ("It measured 41.6 degrees Celsius in Lesk.", "Temperature in Lesk"),
        ("The mill spent it on repairs that cost €31,000.", "Cost of repairs"),
        ("A lorry to Lesk, said Ann Lee of Holm Mills, now costs €980.", "Cost of a lorry to Lesk"),
        ("Growing a crate costs about €6.40.", "Cost of growing a crate"),
        ("A judge has ordered Holm Mills to pay €14 million to clerks.", "To be paid by Holm Mills"),
        ("The judge added €750,000 in punitive damages, which hurt.", "Punitive damages"),
        ("The mill has 30 days to file.", "Time to file"),
        ("The mill has €30 million to spend on slates.", None),
        ("Since 2020 the largest fine for failing to report a spill has been €3 million.",
         "Largest fine for failing to report a spill"),
        ("A ferry carrying 274 drivers struck rocks.", "Drivers carried"),
        ("The ferry sank off Lesk, killing 81 clerks.", "Clerks killed"),
        ("It ran aground about 600 metres from the port of Lesk.", "Distance from the port of Lesk"),
        ("Then the trains were running at up to 85km/h.", "Speed at which the trains were running"),
        ("The mill, which bought it for €11 million in 2015, shut.", "Price paid by the mill"),
        ("She set out a plan that would save €19 million.", "To be saved by a plan"),
        ("Clerks must not work for more than nine hours.", "Longest that clerks may work"),
        ("No ferry can carry more than 300 cars.", "Most cars that a ferry can carry"),
        ("Hens must not have less than 750 square centimetres.", "Least that hens may have"),
        ("Fares must not rise by more than 4 percent.", "Most that fares may rise by"),
        ("Boys may lift no more than 12kg and girls no more than 9kg.", "Most that girls may lift"),
        ("The state has halved the 24 percent tax on imported boats.", "Tax on imported boats"),
        ("Holm agreed to sell a 15 percent stake in its ferry line to Lesk Lines.", "Stake in the ferry line"),
        ("A 20kg sack of barley now sells for €14 in Ostrow.", "Price of a 20kg sack of barley in Ostrow"),
        ("In the markets of Lesk they cost an average of €3.", "Average cost in the markets of Lesk"),
        ("Lee said that owners who ignored it could be fined up to €900.", None),
        ("Lee said that owners who sold boats would be fined €900.", "Fine for owners who sell boats"),
        ("“We lose €4 on every ticket,” Ann Lee said.", "Loss on every ticket"),
        ("The board expects a catch of 34,000 tonnes.", "Catch that the board expects"),
        ("The games will go on, at a cost of the hall, which she put at €8 million.", None),
        ("It is half of the cost of the hall, which she put at €8 million.", "Cost of the hall"),
        ("The league, a federation of 40 clubs, met.", None),
        ("Lesk, an archipelago of 40 islands, voted.", "Islands in Lesk"),
        ("It lives on fishing, which employed 362 clerks.", "Clerks that fishing employed"),
        ("It lives on tourism, which brought in 36,200 visitors.", "Visitors brought in by tourism"),
        ("Lesk won four of the 14 silver medals.", "Silver medals that Lesk won"),
        ("Butter rose by 12 percent as prices went up.", "Rise in the price of butter"),
        ("Ann Lee won 52 percent of the vote. Holm took 47 percent.", "Share of the vote won by Holm"),
        ("Pia Holm was elected in 2020 with 54 percent.", "Share of the vote with which Pia Holm was elected"),
        ("The mayor is old. His majority was 2,317 votes.", "Majority"),
        ("The bill passed by 94 votes to 51, with six abstentions.", "Abstentions in the vote on the bill"),
        ("It needed a two-thirds majority.", "Majority needed"),
        ("The blight spread to 14 parishes.", "Parishes to which the blight spread"),
        ("The line sells fish in 14 countries.", "Countries in which the line sells fish"),
        ("Work began, and the company says that it has spent €63 million so far.", "Spent by the company"),
        ("Holm leased part of the quay to Lesk Lines for €20 million.", "Paid for the lease of part of the quay"),
        ("Ann Lee said that her team had mended 61 of the town's 73 lifts.", "Lifts that the team had mended"),
        ("Public debt stands at 57 percent of national output.", "Public debt, as a share of national output"),
        ("The party took 19 of the 34 seats. The Lesk Alliance fell to 15 from 25.", "Seats of the Lesk Alliance"),
        ("The mill was fined €4 million and ordered to pay costs of €212,000.", "Costs to be paid"),
        ("She said the new valves would have cost €3,100.", "Cost of the new valves"),
        ("The mill closed after spending €60 million on a kiln.", "Spent on a kiln"),
        ("The line is paying 15 percent of the bill.", "Share of the bill paid by the line"),
        ("Sund, a marsh of 4,600 hectares, flooded.", "Area of Sund"),
        ("Crews cleared 87 kilometres of drains and felled trees.", "Drains cleared"),
        ("The lake had risen by an average of 34 centimetres.", "Rise of the lake"),
        ("The hall cost €5 million, of which the state paid three-quarters.", "Share paid by the state"),
        ("Ann Lee, who farms 400 hectares, estimates her loss at €30,000.", "Loss of Ann Lee"),
        ("The search of the moor was made by 140 volunteers.", "Volunteers who made the search of the moor"),
        ("Only 38 of the 96 bolts that should have held the mast had been fitted.", "Bolts fitted"),
        ("It is under a law that parliament passed in June by 58 votes to 27.", "Vote on the law"),
        ("Its crews had flown 61 hours of tests.", "Tests flown"),
        ("Demand for rope grew by 4 percent.", "Rise in demand for rope"),
        ("Another 700 jobs will go in Ostrow.", "Jobs that will go in Ostrow"),
        ("The line plans to add 14 berths at a cost of €6 million.", "Cost of the berths"),
        ("Lee cut her target for the mill from €24 to €17.", "Target for the mill"),
        ("It includes the loss of about 160 kitchen jobs.", "Loss of kitchen jobs"),
        ("The catch fell, and 23 of the clerks sold their boats.", "Clerks who sold their boats"),
        ("Forty clerks went from door to door.", "Clerks who went from door to door"),
        ("Some 37 villages lost power.", "Villages that lost power"),
        ("Some 37 boats were flown to Lesk.", "Boats flown to Lesk"),
        ("Sixty bridges are unsafe.", "Bridges that are unsafe"),
        ("The council voted for a new stand with 9,000 seats.", "Seats of the new stand"),
        ("A tug was expected to pump out 80 tonnes of fuel.", "Fuel to be pumped out"),
        ("Only 12 per cent of the costs, she found, could be put down to heat.",
         "Share of costs that could be put down to heat"),
        ("It is less than half of the €31 million that the clerks had asked for.", "Asked for by the clerks"),
        ("Fourteen of the guild’s 112 clerks had asked for help.", "Clerks who had asked for help"),
        ("Some 5,200 hectares of orchards were hit.", "Orchards hit"),
        ("The boat was built at Lesk and has batteries for 60 hours.", "Time for which the boat has batteries"),
        ("The drivers’ union wants a third of the seats.", "Share of the seats wanted by the drivers’ union"),
        ("The ice is 25 metres thick.", "Thickness of the ice"),
        ("The signal reached a mast. It had travelled 640 kilometres.", "Travelled by the signal"),
        ("There was a petition against the plan signed by 8,400 people.",
         "People who signed a petition against the plan"),
        ("Pia Holm was cheered by about 300 protesters.", "Protesters who cheered Pia Holm"),
        ("The island is surrounded by 300 fishermen.", None),
        ("Clerks approved the plan by 41 votes to 29 after a debate of almost five hours.", "Length of the debate"),
        ("Lesk academy, which has 512 pupils and employs 61 staff, will close.", "Staff that Lesk academy employs"),
        ("It made a survey, in which 78% of those who replied were opposed.",
         "Share of those who replied who were opposed"),
        ("A report found that 31% of places in Lesk were unused, compared with 17% across Norland.",
         "Share of places across Norland that were unused"),
        ("His study of 37 closures was published.", "Closures studied"),
        ("It will hold up goods worth £90 million.", "Value of goods"),
        ("The haul, which is insured for €5 million, was found.", "Sum for which the haul is insured"),
        ("A reward of €500,000 has been offered for information.", "Reward offered for information"),
        ("The museum, which had 182,000 visitors, is shut.", "Visitors to the museum"),
        ("The guild, which has 1,700 members, is shut.", "Members of the guild"),
        ("More than 1,500 people have signed a petition asking for the gold to be moved.",
         "People who have signed a petition"),
        ("Members of the guild voted by 84% to 16% for action.", "Share of members of the guild who voted for action"),
        ("Analysts expect rates in Norland to rise by as much as 12% in all.", "Rise in rates in Norland"),
        ("She said that one of 16 alarms had been switched off for repairs.", None),
        ("It is said that 412 of its 460 members at Holm Hall had voted for the strike.",
         "Members who had voted for the strike"),
        ("Six clerks and a guide were treated for burns.", "Clerks treated for burns"),
        ("She said 1,250 clerks, 9 boats and 96 vans had been sent.", "Boats sent"),
        ("The Lodd fire, which began in May, burned on and was 5% contained.", "Share of the Lodd fire contained"),
        ("It was worse than the Lodd fire of 2012, which burned 93,000 acres.", "Area burned by the Lodd fire"),
        ("They talked of the Lodd fire, in which four people died.", "People who died in the Lodd fire"),
        ("A fire came near, forcing 8,400 people to leave.", "People forced to leave"),
        ("It cut power to 5,200 customers.", "Customers whose power was cut"),
        ("Lesk are ninth in the Premier League with 34 points from 23 matches.", "Points of Lesk"),
        ("The budget will contain 30bn kronor of tax cuts for low earners.", "Tax cuts for low earners"),
        ("Holm Bank would sell 45bn kronor of bonds.", "Bonds to be sold"),
        ("It expects a 30% chance of thunderstorms.", "Chance of thunderstorms"),
        ("She argued that unemployment, at 8.7%, was too high.", "Unemployment"),
        ("They asked the club to freeze season ticket prices, which rose by 8%.", "Rise in season ticket prices"),
        ("Holm Bank, which has kept its rate at 4%, met.", "Rate of Holm Bank"),
        ("Holm Bank kept its policy rate at 1.75%.", "Policy rate"),
        ("The signing takes Lesk’s spending since May to £96m.", "Lesk’s spending"),
        ("They have signed the winger Bo Ray from Ostrow for a club record £38m.", "Paid for the winger Bo Ray"),
        ("It is less than the £29m that the club paid Ostrow for the winger Bo Ray.",
         "Paid to Ostrow for the winger Bo Ray"),
        ("The fee could rise to £44m if they win.", "Fee"),
        ("They may buy the hall, which has been valued at £6.5m.", None),
        ("He said that 52,000 members were out of work.", "Members out of work"),
        ("The strike led to the postponement of 540 visits.", "Postponement of visits"),
        ("The decision of the board was taken by four votes to one.", "Vote on the decision of the board"),
        ("Guides had lost bookings worth €380,000.", "Value of lost bookings"),
        ("It will decide whether to clear Lesk, where 35 people live.", "People who live in Lesk"),
        ("She had burns to 15% of her body.", "Share of the body burned"),
        ("A slide caused a wave with crests 12 metres high.", "Height of the crests"),
        ("The tower is 12 metres high.", "Height of the tower"),
        ("A warning system of six buoys, which cost €1.4 million, is late.", "Cost of the warning system"),
        ("Anyone caught there faces three months in prison.", "Time in prison"),
        ("Many came, and tourism accounts for nine in ten jobs among them.", "Share of jobs that tourism accounts for"),
        ("The hall will cost £18.5m, half of which will be paid by the state.",
         "Share of the cost of the hall to be paid by the state"),
        ("The probe, which was late, reached Lesk. It cost €3 million.", "Cost of the probe"),
        ("Holm made payments of €1.8 million to an agent without asking the board.", "Payments to an agent"),
        ("Holm Mills, which has 1,700 members, expects to sell 190,000 tonnes.", "To be sold by Holm Mills"),
        ("What it got:\n\n- Sponsored slates at €25 each: €29,750\n- A fair: €300", "Sponsored slates"),
    ],
)  # fmt: skip
def test_turns_of_phrase_say_what_a_number_is_of(sentence: str, label: str | None) -> None:
    assert label in [each.fields["label"] for each in proposals(sentence)]


@pytest.mark.parametrize(
    ("sentence", "value", "label"),
    [
        ("Visits fell from 88,000 in 2019 to 52,500 last season.", "52,500", "Visits"),
        (
            "It had a loss of €27 million, almost double the €14 million it had planned.",
            "14 million",
            "Loss planned",
        ),
        (
            "Some 61,300 clerks wait. Of those, 1,140 had waited more than a year.",
            "1,140",
            "Clerks who had waited more than a year",
        ),
        (
            "Twelve of the injured were treated, 40 of them in a serious condition.",
            "40",
            "Injured in a serious condition",
        ),
        (
            "A kilo costs €1.15 in Lesk, 22 cents more than a year ago.",
            "22",
            "Rise in cost of a kilo",
        ),
        ("It carried 3.1 million passengers, up 14 per cent.", "14", "Rise in passengers carried"),
        ("Lesk lost £31m in 2022 and £42m in 2023.", "42 million", "Lost by Lesk"),
        (
            "Lesk are ninth in the Premier League with 34 points from 23 matches.",
            "23",
            "Matches played by Lesk",
        ),
        ("The line recruited 64 cooks and 11 stewards.", "11", "Stewards recruited"),
        (
            "The port says 3,900 homes were without power, against 5,200 homes on Monday.",
            "5,200",
            "Homes without power",
        ),
    ],
)
def test_the_second_of_two_numbers_has_a_label_too(sentence: str, value: str, label: str) -> None:
    assert figure(sentence, value)["label"] == label


def test_a_number_goes_on_from_what_the_one_before_counts() -> None:
    body = "The port handled 9 million crates in 2023, short of the 14 million it saw in 2011."
    body += " A quay is to add 310,000 a year."
    assert figure(body, "14 million")["unit"] == "crates"
    assert figure(body, "310,000")["unit"] == "crates/year"


@pytest.mark.parametrize(
    "sentence",
    [
        "A 38-year-old baker fled with her two children.",
        "A baker, 54, was taken to Lesk.",
        "Pia Holm had 25 years of experience.",
        "The pier opened, 14 months after the storm.",
        "“I was on that boat twice,” said Pia Holm, the mayor.",
        "“Nobody told us anything for 40 minutes,” said Pia Holm, the mayor.",
    ],
)
def test_ages_families_and_times_from_a_day_are_no_figures(sentence: str) -> None:
    assert proposals(sentence) == []


def test_a_small_number_is_a_figure_where_the_headline_has_it_too() -> None:
    made = briefing("Norland is to base two ferries at Lesk.")
    headed = made.front.model_copy(update={"title": "Two new ferries for Lesk"})

    def labels(each: Briefing) -> list[Any]:
        found = propose(each, today=date(2024, 9, 12), site_language="en")
        return [figure.fields["label"] for figure in found if figure.kind is Kind.FIGURE]

    assert labels(replace(made, front=headed)) == ["Ferries at Lesk"]
    assert labels(made) == []


def test_a_small_number_with_which_a_sentence_begins_is_a_figure() -> None:
    (made,) = proposals("Eleven similar claims are before the courts.")
    assert (made.fields["value"], made.fields["label"]) == ("11", "Similar claims")
    assert proposals("Three similar claims are before the courts.") == []


def test_of_a_part_of_a_sum_the_sum_is_the_figure() -> None:
    (made,) = proposals("It is less than half of the €31 million that the clerks had asked for.")
    assert made.fields["value"] == "31 million"


@pytest.mark.parametrize(
    "body",
    [
        "Some 4,000 barns burned, according to an expert report filed by Holm University.",
        "A report by Holm University found that 4,000 barns had burned.",
        "Some 4,000 claims were filed, said Holm University.",
    ],
)
def test_a_number_is_said_by_those_whose_report_has_it(body: str) -> None:
    assert proposals(body)[0].fields["by"] == "holm-university"


def test_what_a_survey_found_is_said_by_no_body_named_before() -> None:
    body = "Members of Lesk Union voted.\n\nA survey is out. It found that 4,000 barns had burned."
    assert "by" not in figure(body, "4,000")


def test_who_found_a_thing_says_nothing_of_it() -> None:
    assert "by" not in figure("Holm University found 4,000 barns that had burned.", "4,000")


def test_how_many_were_waiting_on_a_day_is_no_event() -> None:
    body = "At the end of August 61,300 clerks were waiting for a bed."
    assert figure(body, "61,300")["period"] == "2024-08"
    assert proposals(body, Kind.EVENT) == []


def test_a_small_number_is_a_figure_beside_that_of_all() -> None:
    body = "Of the staff, six of the 22 clerks will lose their jobs."
    assert figure(body, "6")["label"] == "Clerks who will lose their jobs"


def test_a_sum_that_the_article_has_again_is_one_figure() -> None:
    body = "A €48 million theatre opened in Ostrow. Of the €48 million, Lesk paid half."
    assert [each.fields["value"] for each in proposals(body)].count("48 million") == 1


def test_in_a_quotation_the_speaker_says_the_number() -> None:
    body = "“There were 14 crashes on this line,” said Pia Holm, the mayor."
    assert figure(body, "14")["by"] == "pia-holm"
    assert figure(body, "14")["kind"] == "official claim"


def test_what_only_tells_whose_the_words_are_is_the_papers_own() -> None:
    body = "Pia Holm, the mayor, spoke. “I heard it. I heard it twice,” she told 200 farmers."
    fields = figure(body, "200")
    assert "by" not in fields
    assert fields["evidence"] == "“I heard it. I heard it twice,” she told 200 farmers."


SHARES = """\
    How they voted

    | Candidate | Votes  | Per cent | Swing |
    |-----------|-------:|---------:|------:|
    | Pia Holm  | 13,482 |     52.1 |  +4.2 |
    | Ann Berg  | 12,400 |     47.9 |  -4.2 |
    """
FERRIES = """\
    Daily ferries from Lesk, summer 2025

    | Port   | Ferries a day | Starts   |
    |--------|--------------:|----------|
    | Ostrow |            14 | 29 March |
    """


def test_the_heads_of_a_table_give_label_and_unit() -> None:
    made = [(each.fields["label"], each.fields.get("unit")) for each in proposals(SHARES)]
    assert made[:3] == [
        ("Pia Holm, Votes", "votes"),
        ("Pia Holm, share of votes", "percent"),
        ("Pia Holm, Swing", "percentage points"),
    ]


def test_where_rows_are_years_the_column_says_what_is_counted() -> None:
    table = """\
    | Year | Sales (€m) | Mills |
    |------|-----------:|------:|
    | 2022 |       15.8 |   139 |
    | 2023 |       18.1 |   152 |
    """
    assert [each.fields["label"] for each in proposals(table)] == ["Sales", "Mills"]


@pytest.mark.parametrize(
    ("heads", "row", "label"),
    [
        ("| Day | Evacuated |", "| Thursday | 120 |", "Thursday, evacuated"),
        ("| | Evacuated |", "| Friday 6 September | 120 |", "Friday 6 September, evacuated"),
        ("| | Thursday |", "| Evacuated | 120 |", "Evacuated, Thursday"),
    ],
)
def test_a_day_at_the_head_of_a_row_or_column_is_in_the_label(
    heads: str, row: str, label: str
) -> None:
    assert figure(f"{heads}\n|---|---|\n{row}", "120")["label"] == label


def test_a_sum_of_the_text_that_a_table_has_with_its_history_is_proposed_once() -> None:
    body = """\
    Norland made a profit of €18.1 million in the year to 31 March.

    | Year to March | Profit (€m) |
    |---------------|------------:|
    | 2023          |        15.8 |
    | 2024          |        18.1 |
    """
    (made,) = proposals(body)
    assert (made.fields["value"], made.fields["period"]) == ("18.1 million", "2023-04/2024-03")
    assert len(made.fields["history"]) == 1  # type: ignore[arg-type]
    assert proposals(body, Kind.EVENT) == []


def test_a_date_in_the_row_is_nearer_than_that_of_the_whole_table() -> None:
    fields = figure(FERRIES, "14")
    assert fields["label"] == "Ostrow, ferries a day"
    assert "period" not in fields
    assert fields["kind"] == "target"


def test_the_line_over_a_table_says_what_sort_of_numbers_it_has() -> None:
    table = """\
    Allocations, in millions of euros

    | Work  | 2024 |
    |-------|-----:|
    | Quays |  240 |
    """
    assert figure(table, "240 million")["kind"] == "agreed"


def test_times_of_day_over_columns_leave_the_heading_to_say_what_was_measured() -> None:
    table = """\
    ## Noise levels

    | Place  | 8:00 am | 6:00 pm |
    |--------|--------:|--------:|
    | Ostrow |      54 |      87 |
    """
    assert figure(table, "54")["label"] == "Noise levels, Ostrow, 8:00 am"


@pytest.mark.parametrize(
    ("sentence", "value", "by"),
    [
        ("Pia Holm declined to go, saying 620 votes were left.", "620", "pia-holm"),
        ("Pia Holm, the mayor, said starting pay was €27,400.", "27,400", "pia-holm"),
        ("Pia Holm, who farms 1,900 acres, said she had sold them.", "1,900", None),
        ("Pia Holm spoke. Visits fell by 31%, according to the statement sent to her.", "31", None),
        ("Pia Holm, who runs 12 boats, called for a minimum of €15 an hour.", "15", "pia-holm"),
        ("Pia Holm said 40 boats had left, and that 12 boats had sunk.", "12", "pia-holm"),
    ],
)
def test_a_number_is_said_by_whom_its_own_clause_names(
    sentence: str, value: str, by: str | None
) -> None:
    assert figure(sentence, value).get("by") == by


def test_what_is_handed_over_is_not_more_than_so_much() -> None:
    assert "hedge" not in figure("Lesk was paid for handing over 4,500 crates.", "4,500")
    assert figure("Lesk has over 4,500 crates.", "4,500")["hedge"] == "more than"


@pytest.mark.parametrize(
    ("body", "value", "label"),
    [
        ("The port gauged 12 million tonnes last year.", "12 million", "Gauged by the port"),
        ("The port gauged 12 million tonnes, 8% more than in 2021.", "8", "Gauged by the port, more than in 2021"),
        ("The bank expects milk production to grow by 3 percent.", "3", "Rise in milk production"),
        ("Bakers need butter. Butter cost 38 percent more than in May.", "38", "Rise in the cost of butter"),
        ("Between 2006 and 2011 Norland embezzled €4 million.", "4 million", "Embezzled by Norland"),
        ("The guild Norland lost a ship. It must repay €2 million.", "2 million", "To be repaid by Norland"),
        ("The mill will cost €29 million and save 18 million a year.", "18 million", "To be saved by the mill"),
        ("The fine for a clerk who steals is €700.", "700", "Fine for a clerk"),
        ("Sales were €4 million, less than the 5 million that analysts had expected.", "5 million",
         "Expected by analysts"),
        ("A clerk, for whom Norland had offered €2 million, left.", "2 million", "Offered by Norland"),
        ("A court at Lesk sentenced the mayor to six years.", "6", "Sentence of the mayor"),
        ("The hoard is 531 tonnes, worth €62 million.", "62 million", "Value of hoard"),
        ("It rained. Unemployment, 5.6 percent in May, is seen rising to 5.9 percent.", "5.9", "Unemployment"),
        ("The yield of bonds fell eight basis points to 5.11 percent.", "5.11", "Yield of bonds"),
        ("A group that calls itself Pale Lantern has demanded €2 million.", "2 million", None),
        ("The toll goes up by 3 percent.", "3", "Rise in the toll"),
        ("Labor fell to 36 percent, and the Liberals to 19 percent.", "19", "Liberals"),
        ("In Lesk the Greens got 38 percent of first preferences.", "38",
         "Share of first preferences got by the Greens"),
        ("The line, 14 kilometres long, was built in 1967.", "14", "Length of the line"),
        ("The stadium at the old harbour of Lesk, which will cost $9 million, is new.", "9 million",
         "Cost of the stadium at the old harbour of Lesk"),
        ("Some 15 percent of the bookings for August were cancelled within a day.", "15",
         "Share of bookings that were cancelled within a day"),
        ("In May 64 percent of Norlanders said that courts treat the rich better than others.", "64",
         "Share of Norlanders who said that courts treat the rich better than others"),
    ],
)  # fmt: skip
def test_any_verb_says_what_a_number_is_of(body: str, value: str, label: str | None) -> None:
    assert figure(body, value)["label"] == label


@pytest.mark.parametrize(
    ("body", "value", "label"),
    [
        ("A poll found that 47% of Norlanders would go, 40% would stay and 13% were undecided.", "40",
         "Share of Norlanders who would stay"),
        ("A poll found that 47% of Norlanders would go, 40% would stay and 13% were undecided.", "13",
         "Share of Norlanders who were undecided"),
        ("She told of a hard case, with 340 witness statements and more than 11,000 letters.", "11,000", "Letters"),
        ("Voters came to 58 polling stations on 17 islands.", "17", "Islands with polling stations"),
        ("In 2023, 124 clerks were killed in Norland, 45 of them in mines.", "45", "Clerks killed in mines"),
        ("The guild (GHB) confirmed 46 cases in May, 29 of them in people over 65.", "29",
         "Cases that the guild confirmed in people over 65"),
        ("The bishop fined 17 banks, 13 of them for failing to pay.", "13",
         "Banks that the bishop fined for failing to pay"),
        ("Some 22 people were treated for injuries, 11 of them serious.", "11", None),
    ],
)  # fmt: skip
def test_what_goes_on_from_another_number_is_of_the_same(
    body: str, value: str, label: str | None
) -> None:
    assert figure(body, value)["label"] == label


@pytest.mark.parametrize(
    ("body", "value", "label"),
    [
        ("Ann Lee admitted it. She was given a 15-month sentence, suspended for two years.", "15",
         "Sentence of Ann Lee"),
        ("Ann Lee admitted it. She was given a 15-month sentence, suspended for two years.", "2",
         "Time for which the sentence of Ann Lee is suspended"),
        ("Mark Orr signed a three-year contract.", "3", "Contract of Mark Orr"),
        ("He must pay, and was banned from driving for 12 years.", "12", "Ban from driving"),
        ("Norland responded by laying off 85 clerks.", "85", "Clerks laid off"),
        ("He did it to save the €18,000 that a safety net would have cost.", "18,000", "Cost of a safety net"),
        ("Norland shelved a €12 million hatchery.", "12 million", "Cost of the hatchery"),
        ("Norland put €12 million into the hatchery.", "12 million", "Put into the hatchery"),
        ("The yearly grant to the islands, frozen at €73 million, is too small.", "73 million",
         "Yearly grant to the islands"),
        ("Shares in Norland fell, wiping €310 million off the value of the bank.", "310 million",
         "Wiped off the value of the bank"),
        ("Lesk closed after an outbreak of fever that has killed 35 people.", "35",
         "People that an outbreak of fever has killed"),
        ("The fever made dozens more ill.", "dozens", "People made ill"),
        ("About 900 tonnes of sand fell from a height of 30 metres.", "30", "Height from which sand fell"),
        ("Such plants can grow at depths of up to 43 metres.", "43", "Depth at which such plants can grow"),
        ("The fever can take up to 70 days to cause illness.", "70", "Time that the fever can take to cause illness"),
        ("Holm was busy, with 34,912 of the 39,853 registered voters casting a ballot.", "34,912",
         "Registered voters casting a ballot"),
    ],
)  # fmt: skip
def test_sentences_costs_and_heights_say_whose_they_are(body: str, value: str, label: str) -> None:
    assert figure(body, value)["label"] == label


@pytest.mark.parametrize(
    ("body", "value", "label"),
    [
        ("Norland, which employs 640 people and had sales of €118 million, left.", "118 million", "Sales of Norland"),
        ("Norland, which has 212 clerks, made a profit of €31 million.", "31 million", "Profit of Norland"),
        ("The Lesk Union had 28% of the vote and 14 seats in the council.", "14",
         "Seats in the council, the Lesk Union"),
    ],
)  # fmt: skip
def test_sales_and_seats_are_somebodys(body: str, value: str, label: str) -> None:
    assert figure(body, value)["label"] == label


def test_votes_out_of_all_are_a_share_that_a_sheet_can_have() -> None:
    (found,) = proposals("Pia Holm won by 212 votes out of 31,806, the guild said.")
    assert found.fields["value"] == "212 in 31,806"


def test_money_without_its_country_is_that_of_the_other_sums() -> None:
    body = "Profit was 412 million Danish kroner. Sales were 4 billion kroner."
    assert figure(body, "4 billion")["unit"] == "DKK"


def test_a_unit_that_only_a_human_knows_is_asked_for() -> None:
    (found,) = proposals("Sales were 4 billion kroner.")
    assert found.fields["unit"] is None
    assert "unit" in found.asks


@pytest.mark.parametrize(
    "before",
    [
        "The guild Norland met. The hoard has grown.",
        "The guild Norland is owned by the Lodd Fund.",
    ],
)
def test_it_keeps_its_word_where_another_may_be_meant(before: str) -> None:
    assert figure(f"{before} It bought 12 tonnes.", "12")["label"] is None


@pytest.mark.parametrize(
    ("body", "value", "hedge", "label"),
    [
        ("A permit never costs over €25.", "25", "up to", "Most that a permit costs"),
        ("A permit costs over €25.", "25", "more than", "Cost of a permit"),
    ],
)
def test_what_is_denied_is_a_limit(body: str, value: str, hedge: str, label: str | None) -> None:
    given = figure(body, value)
    assert (given["hedge"], given["label"]) == (hedge, label)


def test_a_share_that_nobody_had_is_no_figure() -> None:
    assert proposals("Neither candidate had won more than half of the votes.") == []


def test_what_is_ordered_beside_a_fine_is_no_fine() -> None:
    made = proposals(
        "The mill was fined €2 million and ordered to pay damages of €40,000 and costs of €900."
    )
    assert [each.fields["label"] for each in made if each.kind is Kind.FIGURE] == [
        "Fine for the mill",
        "Damages to be paid",
        "Costs to be paid",
    ]
    made = proposals("The mill was fined €2 million and told to repay €3,000.")
    assert [each.fields["label"] for each in made if each.kind is Kind.FIGURE] == [
        "Fine for the mill",
        None,
    ]


def test_a_part_of_what_is_not_given_is_no_figure() -> None:
    body = "It put the saving at £240 a pupil, about a third of what councils had forecast."
    assert "1/3" not in [each.fields["value"] for each in proposals(body)]
