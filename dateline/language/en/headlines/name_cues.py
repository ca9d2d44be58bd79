"""What a name is of, where its own words or those around it say so."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from dateline.language import NameKind
from dateline.language.en.name_words import DEMONYM, PARTIES
from dateline.language.en.names.name_kinds import find_name_kind
from dateline.language.en.words import compile_pattern
from dateline.patterns import compile_later

# How many letters before and after a name are looked at.
AROUND: Final = 80

Cue = NameKind | Literal["perhaps a place"]

# The last words of bodies and of places, beside those that every name is read by.
_BODIES: Final = frozenset(
    """air alarms associates bakery brewery brothers builders bus buses
    capital civil construction contractors county
    electric energy engineering estates express farms ferries film films fisheries
    fm foods gas group health holdings homes
    hospitals hotels housing hydro industries international limited lines local logistics media metro minerals
    motors networks news oil partners petroleum pharma pharmaceuticals plan post power radio rail rails railway
    railways resources rovers seafoods shipping solutions sons sport sports star steel stores studios survey
    systems teamsters
    technologies telecom telegraph times town transit transport trust united ventures wanderers water
    works""".split()
)
_PLACES: Final = frozenset(
    """arena bank bar bluff bottom close common court cross crossing dale docks farm field fields fjord
    garden gardens green grove hall head heath hotel house inlet jail lagoon landing loch marina marsh meadow
    mews mill mine moor mosque palace pass plant pool prison quay quayside racecourse ridge school shore slope
    springs stadium temple theatre tower vale view wharf wood woods yard""".split()
)
_OF_A_COUNTRY: Final = compile_pattern(
    r"^(?:national|royal|international|federal|united|european|nhs|state|central|public|world|global)\b"
)
# “Sport England”, “Public Health Wales”: bodies that end in the name of their country.
_ENDS_IN_LAND: Final = compile_later(
    r"(?!(?:North|South|East|West|New|Old|Great|Little|Upper|Lower|Central|Northern|Southern|Eastern|Western)\b)"
    r"(?!.*\b(?:of|in) \S+$)"
    r"\S.* (?:England|Scotland|Wales|Ireland|UK|Britain|Europe|Australia|Canada|Zealand|India|USA)"
)
# Parties by one word; what they call themselves beside others is read by its words.
_PARTIES: Final = frozenset(
    """Labour Labor Conservatives Liberals Greens Democrats Republicans Nationals Tories Unionists Socialists
    Coalition Solidarity""".split()
) | {" ".join(party) for party in PARTIES}
# Parliaments of other languages.
_PARLIAMENTS: Final = frozenset(
    """Althing Bundesrat Bundestag Cortes Dáil
    Duma Eduskunta Folketing Knesset Majlis Riksdag Seanad Sejm Senedd Storting
    Oireachtas Rada""".split()
) | {"Lok Sabha", "Rajya Sabha", "State Duma", "Verkhovna Rada", "Dáil Éireann", "Seanad Éireann"}
_MEMBERS: Final = frozenset(
    "Democrats Republicans Conservatives Liberals Greens Socialists".split()
)
# “Statistics Norway”, “Healthwatch Lesk”: bodies by their first word, with the name of a land or a county
_BODY_AT_PLACE: Final = compile_later(
    r"(?:Statistics|Healthwatch|Transport|Sport|Visit|Historic|Creative|Citizens Advice|Age|Business"
    r"|Innovation|Network)"
    r" [A-Z]\w+(?: [A-Z]\w+)?"
)
# “Highway 140”
_ROAD: Final = compile_later(r"(?:Highway|Route|Interstate|Motorway) [0-9]+")
_CONTINENT: Final = compile_later(
    r"(?:Central|Latin|North|South|East|West|Northern|Southern|Eastern|Western|Sub-Saharan|South-?[Ee]ast)"
    r" (?:Asia|Africa|America|Europe)"
)
CONTINENTS: Final = frozenset("Africa Antarctica Asia Europe Oceania".split())
_AIRPORTS: Final = frozenset(
    """Heathrow Gatwick Stansted Luton Schiphol Orly Roissy Barajas Fiumicino Malpensa Linate Zaventem Changi Narita
    Haneda LaGuardia Dulles Ringway""".split()
)
_DIRECTIONS: Final = compile_pattern(
    r"^(?:north|south|east|west|upper|lower|new|st|port|mount|great|little|old)\b|\b(?:north|south|east|west)$"
)
_BEFORE_PERSON: Final = compile_pattern(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady|Coun|Cllr|Sgt|Cpl|Const|Supt|Col|Gen|Capt|Lt|mayor|president|minister"
    r"|coroner|judge|councillor|commissioner|constable|sergeant|officer|spokesman|spokeswoman|spokesperson)\.? $"
)
# “The grid operator ESB Networks”, “the contractor Brannock Civil”, “the charity Lesk Harbour”.
_VESSELS: Final = (
    r"spacecraft|probe|satellite|rover|lander|telescope|asteroid|comet|craft|rocket"
    r"|ferry|ferries|ship|liner|boat|trawler|tanker|vessel|train|yacht|tug|freighter|barge|dredger|lifeboat"
    r"|submarine|frigate"
)
_CALLED: Final = compile_pattern(r"\b(?:plan|code-?named|called|dubbed) $")
# “The ferry Lesk Star”, “MV Lesk Star”; “by ferry Lesk Lines” is a company.
_VESSEL_BEFORE: Final = compile_pattern(
    rf"\b(?:the|an?|its|their|another) (?:(?!(?:of|by|for|and|on|to)\b)[\w’'-]+ ){{0,3}}(?:{_VESSELS}) $"
    rf"|(?:^|[.!?] )the (?:[a-z]+ )?(?:{_VESSELS}), $|\b(?:loss|wreck|launch|crew) of (?:an?|the) (?:[a-z]+ )?"
    rf"(?:{_VESSELS}), $"
    r"|\b(?-i:MV|MS|MT|SS|RMS|HMS|HMCS|HMAS|USS|RRS) $"
)
_VESSEL_AFTER: Final = compile_pattern(
    rf"^, (?:an?|the) (?:(?!(?:of|by|for)\b)[\w’'-]+ ){{0,4}}(?:{_VESSELS})"
    r"(?=[,.;]| (?:that|which|carrying|with|built|owned|run)\b)"
)
# “The Lesk Star, which had left Ostrow, ran aground”.
_SAILS: Final = compile_pattern(
    r"^(?:, which (?:[^,;.]|\.(?=[0-9])){2,60},)? (?:has |had |was )?"
    r"(?:sank|sunk|sinks|capsized?|ran aground|run aground|ran onto"
    r"|foundered|docked|berthed|set sail|sails|listed to|was towed|was refloated)\b"
)
_BODY_NOUNS: Final = (
    r"operator|contractor|firm|company|builder|builders|charity|union|insurer|airline|supplier|developer"
    r"|retailer|publisher|lender|broadcaster|consultancy|consultants|surveyors|manufacturer|maker|agency"
    r"|regulator|watchdog|party|club|team|newspaper|magazine|campaign|alliance|coalition|think ?tank"
    r"|utility|grocer|supermarket|group|network|provider|brand|chain|startup|start-up|studio|label|airline"
    r"|carrier|bank|brewer|council|ministry|authority|parliament|legislature"
)
_BEFORE_BODY: Final = compile_pattern(rf"\b(?:{_BODY_NOUNS}) $")
# “The insolvency practitioners Holm Lee”: a firm, unless two are named.
_FIRM_NOUNS: Final = (
    r"practitioners|solicitors|accountants|auditors|architects|brewers|agents|engineers|administrators"
    r"|advisers|advisors|developers|retailers|contractors|publishers|lawyers|bookmakers|valuers|planners"
    r"|designers"
)
_BEFORE_EMPLOYER: Final = compile_pattern(r"\b(?:analysts?|economists?|strategists?|brokers?) at $")
_BEFORE_FIRM: Final = compile_pattern(rf"\b(?:{_FIRM_NOUNS}) $")
_AND_ANOTHER: Final = compile_later(r" and [A-Z]")
# “Lesk Union, which represents …”, “Lesk Ferries chief executive Pia Holm”.
_BASED: Final = compile_pattern(
    r"^, which (?:is|was) (?:based|headquartered|listed|registered|owned|set up|founded)\b"
    rf"|^, (?:an?|the) (?:[\w’'-]+ ){{0,3}}(?-i:{_BODY_NOUNS}|rival|competitor)"
    r"(?=,|\.(?:\s|$)| (?:that|which|whose|based|with|in|for|and)\b)"
)
# “A company from Qatar, Lesk Resorts, leased it”; its head would be “the head of a company from Qatar”.
_BODY_FROM: Final = compile_pattern(
    rf"(?:^|(?<!of) )(?:an?|the) ((?:(?!(?:of|at|in|from|by|with)\b)[\w’'-]+ ){{0,3}}(?:{_BODY_NOUNS})"
    r" (?:from|based in) (?:the )?(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?), $"
)
_AFTER_BODY: Final = compile_pattern(
    r"^,? which (?:represents|employs|makes|owns|operates|sells|supplies|publishes|provides|campaigns|builds|regulates"
    r"|manages|organises|organizes|lobbies|insures|funds|trains|advises|audits)\b"
    r"|^ (?:chief executive|managing director|chief [a-z]+ officer|shares|shareholders)\b"
)
# What a body does or has, by its short name: “Lesk said”, “Lesk’s profit”.
ACTS_AFTER: Final = compile_pattern(
    r"^[’']s? |^,? (?:said|says|has|will|would|shares|employs|plans|expects|told|announced|agreed|declined|owns|paid"
    r"|bought|sold|made|reported|posted|warned)\b"
)
# “a former Ostrow footballer”: said in passing.
_FORMER: Final = compile_pattern(r"\b(?:former|one-time|retired|ex-) ?$")
_PLAYER: Final = compile_pattern(
    r"^ (?:footballer|player|striker|defender|midfielder|goalkeeper|captain|cricketer|batsman|bowler|winger|fullback"
    r"|quarterback|pitcher|forward|full-back|fly-half)\b"
)
# Whose music is played has no part in what happens.
_COMPOSED: Final = compile_pattern(
    r"\b(?:concerts?|programme|recital|evening|performance|music|works?|pieces?|symphony|symphonies|concerto|sonata"
    r"|requiem|opera|cantata|overtures?) (?:of|by) $"
)
_PLAYED: Final = compile_pattern(
    r"\b(?:play(?:s|ed|ing)?|perform(?:s|ed|ing)?|sang|sings?) (?:[a-z]+ )?$"
)
_OF_MUSIC: Final = compile_pattern(
    r"\b(?:orchestra|philharmonic|symphony|choir|conductor|concerto|quartet|pianist|violinist)s?\b"
)
_TYPE_OF_BODY: Final = compile_pattern(
    r"(?:[.!?;] |, |\b(?:the|an?|its|their|and|by|from|of|with|[’']s) )"
    r"((?:(?!(?:the|an?|its|their|of|in|at|from|by|with|and|or|said|says|that|rival)\b)[\w’'-]+ ){0,3}"
    rf"(?:{_BODY_NOUNS}|{_FIRM_NOUNS})) $"
)
# “the watchmaker Lesk”, “the Danish journal Lesk”; “two supermarket chains, Lesk and Sund”, of each
_CALLED_SO: Final = compile_pattern(
    r"(?:\bthe|, an?) ((?:(?-i:[A-Z])[a-z]+ )?(?:[a-z-]+ ){0,2}?[a-z]*(?:maker|service|confederation|exchange"
    r"|newspaper|journal|weekly|daily|store|website|platform"
    r"|foundation|institute|school|hospital|orchestra|choir|theatre|museum|federation|league|society|cooperative"
    r"|co-operative|trust|board|hotel|brewery|dairy|mill|yard|shipyard|movement|militia)) $"
)
_REPRESENTS: Final = compile_pattern(
    r"^,? which (represents (?:[^,;:.“”()]|[,.](?=[0-9])){3,60}?)(?=,(?! ?[0-9])|\.(?:\s|$)|;)"
)
# Weather and works of war have names, and are none of these.
_UNNAMED: Final = compile_pattern(
    r"(?:Storm|Hurricane|Typhoon|Cyclone|Operation) \w|(?-i:[DRI]-[A-Z])"
    r"|.+ (?-i:Age|Era|Dynasty|Renaissance)$|(?-i:Road|Street|Port|Town|City|House|Market|Ground|Air|Sea|Rail|Water)$"
    r"|(?:Senate|House|Assembly) (?:Bill|Resolution|Joint Resolution)\b|.+ (?:Act|Law)$"
)
_AFTER_PERSON: Final = compile_pattern(
    r"^,? (?:said|says|added|told|wrote|recalled|argued|joked)\b|^, (?:aged )?[1-9][0-9]?(?:,|\.| )|^, (?:who|whose)\b"
    r"|^’s (?:lawyer|wife|husband|mother|father|son|daughter|family|brother|sister)\b"
)
_BEFORE_PLACE: Final = compile_pattern(
    r"\b(?:MP|TD|MEP|MSP|MS|MLA|senator|member) for (?:the )?$"
    r"|\b(?:in|near|outside|off|around|across|between|at) (?:the )?$"
    r"|\b(?:neighbouring|neighboring|nearby|river|lake) $"
    r"|\b(?:along|down|up|(?:banks?|mouth|pollution|tributary) of|bridge over"
    r"|(?:leak|pour|spill|flow|pump|dump|drain|discharg)[a-z]*(?: [^,.;]{1,40})? into) the $"
    r"|\b(?:city|town|village|villages|port|resort|suburb|district|province|region|county|canton|island|hamlet"
    r"|capital|neighbourhood|state|mayor|bishop|archbishop|diocese|people|residents|outskirts|streets|centre|north"
    r"|slopes|summit|crater|shores|waters|beaches|skies|foothills"
    r"|south|east|west) of (?:the )?$"
    r"|\b(?:edge|edges|heart|middle|suburbs|evacuation) of $"
)
# “A prosecutor on Syros”, “was born on Lesk”; a report on Lesk may be of anything.
_ON_PLACE: Final = compile_pattern(
    r"\b(?:prosecutors?|courts?|hospitals?|villages?|ports?|harbours?|schools?|towns?|beach(?:es)?|airports?|hotels?"
    r"|resorts?|houses?|homes?|farms?|residents|islanders|tourists|mayor|holiday|based|born|live[ds]?|living|landed"
    r"|arrived|died|stationed|buried|ashore|island|on the island|them|airstrip|runway|one|two|three|four|five) on $"
)
_TOWARDS_PLACE: Final = compile_pattern(
    r"\b(?:from|to|towards?|for|leaving|left|reached|reach|via|into) (?:the )?$"
)
_AFTER_PLACE: Final = compile_pattern(
    r"^, (?:Co|County) [A-Z]|^ (?:(?-i:[A-Z])\w+ ){0,2}(?-i:MP|TD|MSP|MEP)\b"
    r"|^,? (?:province|district|county|region|prefecture|state|oblast|municipality"
    r"|peninsula|valley|island|atoll|archipelago|lagoon|glacier|reef|station|airport|rivers?|lake|reservoir|estuary|delta|basin|dam|desert|coast|quarry)\b"
)
_TYPE_BEFORE: Final = compile_pattern(
    r"(?<![\w-])((?:(?!(?:the|a|an|of|in|at|near|from|to|and)\b)[a-z]+ ){0,2}(?:city|town|village|port|resort|suburb"
    r"|district|province|region|county|canton|island|hamlet|neighbourhood|state|seat|electorate|constituency|riding|ward"
    r"|parish|borough)) of (?:the )?$"
)
_TYPE_AFTER: Final = compile_pattern(
    r"^ ((?-i:province|district|county|region|prefecture|municipality|peninsula|atoll|archipelago|lagoon|glacier|reef"
    r"|plain|marsh|moor|mountains|forest|gorge"
    r"|quarry|mine|colliery|reservoir|wind farm|power station|shopping centre|industrial estate"
    r"|concert hall|town hall|stadium|arena|racecourse))\b"
)


_KINDS: Final[tuple[NameKind, ...]] = ("person", "organisation", "place")


def find_place_type(before: str, after: str) -> str | None:
    """“the mountain resort of Predeal” is a mountain resort, “Karnali province” a province."""
    if listed := _TYPE_LISTED.search(before):
        return f"{listed['type'][:1].upper()}{_one(listed['type'][1:])}"
    found = _TYPE_BEFORE.search(before) or _TYPE_AFTER.match(after)
    if found is None:
        return "Village" if _OF_VILLAGE.search(before) else None
    near = None if found.string == before else _NEAR.match(after, found.end())
    return f"{found[1][:1].upper()}{found[1][1:]}{f' near {near[1]}' if near else ''}"


# “the village school in Lesk”
_OF_VILLAGE: Final = compile_pattern(
    r"\bthe village (?:school|church|hall|shop|square|pub|harbour|doctor|post office) (?:in|of|at) $"
)
_NEAR: Final = compile_later(r",? near ((?:[A-Z][\w’'-]+ ?){1,3}(?<! ))")


# “Two more bogs, Lesk and Sund, are to be restored”
_TYPE_LISTED: Final = compile_pattern(
    r"\b(?:two|three|four|five|several|other|more|both) (?:more |other |of the )?(?:[a-z]+ )?(?P<type>bogs|villages"
    r"|towns|cities|islands|lakes|rivers|ports|districts|provinces|counties|regions|beaches|valleys|parishes|suburbs|forests"
    r"|mines|hamlets|marshes), (?:(?-i:[A-Z])[\w’'-]+(?:, | and |, and ))*$"
)


def _one(several: str) -> str:
    """“ity” of “ities”, “arsh” of “arshes”."""
    if several.endswith("ies"):
        return f"{several[:-3]}y"
    return several[:-2] if several.endswith(("shes", "ches")) else several[:-1]


def is_on_island(name: str, before: str) -> bool:
    """“On Syros”, of a place: an island, unless it is a road, a hill or a shore."""
    return _ON.search(before) is not None and not _NO_ISLAND.search(name)


def stands_on(name: str, before: str) -> bool:
    """“A hatchery on Syros”: an island, of a name of which nothing says that it is a body."""
    return " " not in name and _ON_IT.search(before) is not None and is_on_island(name, before)


_ON_IT: Final = compile_pattern(
    r"\b(?!(?:report|attack|ban|tax|levy|focus|pressure|call|vote|book|lecture|film|war|talk|work|depend|rely|based"
    r"|agree|insist|impact|effect|view|bet|spend|decision|ruling|information|data|posted|posts?|seen|shared|published"
    r"|page|account|message|video|advert|advertised|campaign|sanction|embargo|debate|stance|guidance|statement|paper"
    r"|comment|cod|going|later|early|shown|broadcast|aired|listed|traded|turned|turn|put|imposed|law|policy|law|rule)"
    r"[a-z]*\b)[a-z]+ on $"
)
_ON: Final = compile_later(r"\b[a-z]+ on $")
_NO_ISLAND: Final = compile_pattern(
    r"\b(?:street|road|avenue|lane|drive|way|square|hill|heights|mount|beach|point|coast|shore|bay|park|highway|bridge"
    r"|pier|quay|row|close|lake|river|sea|plain|planet|moon|mars|earth|venus|jupiter|mercury|saturn)\b"
)


def find_body_type(before: str, after: str) -> str | None:
    """“the grid operator ESB Networks” is a grid operator; of a union, “which represents nurses” says it."""
    begun = f". {before}" if len(before) < AROUND else before
    if begun.endswith(", ") and after[:1] in (",", "."):
        begun = f"{begun[:-2]} "  # “the actors’ union, Lesk Stage, voted”
    found = _BODY_FROM.search(before) if _is_from(before, after) else None
    found = (
        found or _TYPE_OF_BODY.search(begun) or _REPRESENTS.match(after) or _CALLED_SO.search(begun)
    )
    if found is None and before.lower().endswith("the "):
        found = _TYPE_FOLLOWS.match(after)  # “the Unite union”
    words = found[1].strip() if found else ""
    if runs := _RUNS.match(after):
        return f"Operator of {runs['what']}"
    return words[:1].upper() + words[1:] if words else None


# “Lesk Gateway, which has run the port since 2011”
_RUNS: Final = compile_pattern(
    r"^, which (?:has run|runs|operates|has operated) (?P<what>the (?-i:[a-z])[^,;:.“”()]{2,40}?)"
    r"(?= since\b|[,;.]| and\b)"
)


_TYPE_FOLLOWS: Final = compile_pattern(
    r"^ (?-i:((?:trade )?union|charity|newspaper|magazine|airline|broadcaster|think ?tank|news agency|supermarket chain"
    r"|(?:campaign|lobby|pressure|environmental|human rights) group))(?=[ ,.]|$)"
)


def type_in_name(name: str) -> str | None:
    """“Lesk Airport” is an airport, and “Lake Lesk” a lake."""
    *first, last = name.split()
    if _ROAD.fullmatch(name):
        return "Road"
    if first and first[0] in _TYPES_BEFORE_NAMES:
        return _TYPES_BEFORE_NAMES[first[0]]
    return last if first and last in _TYPES_IN_NAMES else None


def landscape_in_name(name: str) -> str | None:
    """“The Lesk Valley”, of a name that has an article, is a valley; a town may be called so without it."""
    first, _, last = name.rpartition(" ")
    return last if first and last in _LANDSCAPE else None


_LANDSCAPE: Final = frozenset(
    "Valley Bay Desert Forest Strait Canyon Delta Mountains Plain Gulf Highlands Hills Canal Bridge Dam Marshes".split()
)


def body_in_name(name: str) -> str | None:
    """“The University of Lesk” is a university, and “Lesk Vale NHS Trust” an NHS trust; else nothing.

    Nor of “Lesk Association”: that it is an association tells a reader nothing that the name does not.
    """
    found = _BODY_AT_END.search(name) or _BODY_AT_START.match(name)
    if found is None or found["body"] in _OF_ANY_SORT:
        return None
    first, *rest = found["body"].split()
    return " ".join([first, *(word.lower() for word in rest)])


_WHOSE: Final = (
    "NHS Foundation|NHS|Supreme|High|Crown|County|City|Borough|District|Town|Parish|Magistrates[’']|Royal|Central"
    "|Foreign|Trade"
)
_TYPES_OF_BODIES: Final = (
    "University|College|Court|Hospitals?|Council|Commission|Committee|Ministry|Department|Bureau|Institute|Union"
    "|Association|Federation|Foundation|Charity|Authority|Agency|Parliament|Museum|Church|Police|Trust|Bank|Orchestra"
)
_OF_ANY_SORT: Final = frozenset(
    "Council Commission Committee Bureau Institute Union Association Federation Foundation Authority Agency Trust Court"
    " Department".split()
)
_BODY_AT_END: Final = compile_later(
    rf"(?!.* (?:of|for) )\S.*? (?P<body>(?:(?:{_WHOSE}) )?(?:{_TYPES_OF_BODIES}))$"
)
_BODY_AT_START: Final = compile_later(
    rf"(?:[A-Z][\w’'-]+ )*?(?P<body>(?:(?:{_WHOSE}) )?(?:{_TYPES_OF_BODIES})) (?:of|for) "
)
_TYPES_BEFORE_NAMES: Final = {
    "River": "River",
    "Lake": "Lake",
    "Loch": "Lake",
    "Mount": "Mountain",
    "Cape": "Cape",
}
# Of these, few are also the last words of the names of towns.
_TYPES_IN_NAMES: Final = frozenset(
    """Airport River Lake County Cathedral Stadium Hospital Infirmary University Museum Library Theatre Prison
    Reservoir Peninsula""".split()
)


def is_of_none(name: str, mentions: Sequence[tuple[str, str]], article: str = "") -> bool:
    """Whether it names a storm or the like, what somebody is, “a Liberal Democrat”, or whose music is played."""
    befores = [before for before, _ in mentions]
    if _is_vessel(name, mentions) or _MODEL.search(name):
        return True
    if mentions and all(
        _FORMER.search(before) and _PLAYER.match(after) for before, after in mentions
    ):
        return True
    left_out = (
        _SIDE_OF_SEA if name.removeprefix("North ").removeprefix("South ") in _SEAS else _OF_A_LAW
    )
    if mentions and all(left_out.match(after) for _, after in mentions):
        return True
    kinds = [_MEMBER, _OF_ANIMAL, *([_COMPOSED] if " " not in name else [])]
    kinds += [_PLAYED] if " " not in name and _OF_MUSIC.search(article) else []
    if mentions and all(_is_part_of_words(name, before, after) for before, after in mentions):
        return True
    if mentions and all(
        before.endswith("(") and ends_dateline(after) for before, after in mentions
    ):
        return True
    is_other = bool(befores) and all(
        any(kind.search(before) for kind in kinds) for before in befores
    )
    return is_other or _UNNAMED.match(name) is not None


# “The Lesk Creek fire”: what burned is named so, and not where
_DISASTER_AFTER: Final = compile_pattern(
    r" (?:(?:wild|bush|forest )?fire|blaze|massacre|air crash|train crash|disaster)\b"
    r"(?! (?:service|brigade|station|crews?|department|authority|chief|engine|officer)s?\b)"
)
# “a female called Pille”, of a crane
_OF_ANIMAL: Final = compile_pattern(
    r"\b(?:female|male|bird|dog|cat|horse|whale|elephant|cub|calf|bear|wolf|tiger|lion|dolphin|seal|eagle|robot|cow)"
    r" (?:called|named|known as) $"
)
# “27 Dash 8 turboprops”
_COUNTED: Final = compile_later(r"[0-9] $")
# “An Islamic school”
_ADJECTIVES: Final = frozenset("Arctic Catholic Hispanic Islamic Nordic Olympic Paralympic".split())
# “An Ariane 6 rocket”
_MODEL: Final = compile_later(
    r"[a-z] [0-9]{1,2}$"
    r"|^(?!(?:Highway|Route|Road|Interstate|Motorway|Flight|Section|Channel|Radio|Studio|Camp|Fort|Hut) )"
    r"[A-Z][a-z]+ [0-9]{3}s?$"
)


def _is_vessel(name: str, mentions: Iterable[tuple[str, str]]) -> bool:
    """“The ferry Lesk Star”, “the Lesk Star sank”: a ship is neither a person nor a body nor a place."""
    is_body = find_name_kind(name, 0, len(name)) == "organisation"
    return any(
        _VESSEL_BEFORE.search(before)
        or _VESSEL_AFTER.match(after)
        or (not is_body and before.lower().endswith("the ") and _SAILS.match(after))
        for before, after in mentions
    )


def _is_part_of_words(name: str, before: str, after: str) -> bool:
    """“The South Eastern zone”, “Fishing Areas 33 and 34”, “the Olympic programme”."""
    is_side = (name.endswith("ern") or name in _ADJECTIVES) and _WORD_AFTER.match(after) is not None
    is_model = _COUNTED.search(before) is not None and _MODEL_AFTER.match(after) is not None
    is_part = _PARTS.search(name) is not None and _NUMBER_AFTER.match(after) is not None
    is_disaster = before.lower().endswith("the ") and _DISASTER_AFTER.match(after) is not None
    return is_side or is_model or is_part or is_disaster


_WORD_AFTER: Final = compile_later(r" (?!(?:and|or|in|is|was|has|said|says|will)\b)[a-z]+s?\b")
_PARTS: Final = compile_later(
    r" (?:Areas|Zones|Districts|Units|Blocks|Sections|Phases|Articles|Lots|Wards)$"
)
_NUMBER_AFTER: Final = compile_later(r" [0-9]")
_MODEL_AFTER: Final = compile_later(r" [0-9]+ [a-z]")


def ends_dateline(after: str) -> bool:
    """Whether a name in brackets ends there that is the agency of a story: “LESK (ABC) - ”."""
    return _DATELINE_ENDS.match(after) is not None


_DATELINE_ENDS: Final = compile_later(r"\) ?[-–—]")
_MEMBER: Final = compile_pattern(r", an? $")
# “the Baltic port of Lesk”
_SEAS: Final = frozenset(
    "Adriatic Aegean Atlantic Baltic Caribbean Caspian Mediterranean Pacific".split()
)
_SIDE_OF_SEA: Final = compile_later(
    r" (?:port|coast|town|city|island|resort|state|archipelago|nation)s?\b"
)
# “Lesk Protection” in “the Lesk Protection of Fish in Rivers Act”.
_OF_A_LAW: Final = compile_later(
    r" (?:of|for|and|from|to|in|at) (?:(?:of|for|and|from|to|in|at|the|[A-Z][\w’'-]*) ){1,8}Act\b"
)


def begins_places(before: str) -> bool:
    """Whether places follow: “schools in Mayo, Galway and Sligo”."""
    return _PLACES_BEGIN.search(before) is not None


_PLACES_BEGIN: Final = compile_pattern(r"\b(?:in|near|outside|across|around|off) (?:the )?$")


def is_national(name: str) -> bool:
    """Whether it begins as the names of bodies of a country or of the world do."""
    return _OF_A_COUNTRY.match(name) is not None


def kind_by_words(name: str) -> NameKind | None:
    """What the words of a name say that it is of, beside those that `find_name_kind` knows."""
    words = re.findall(r"[\w’'&]+", name)
    if name in _PARTIES | _PARLIAMENTS or (words and words[-1] in _MEMBERS):
        return "organisation"
    if len(words) < 2:
        return "place" if name in _AIRPORTS | CONTINENTS else None
    last = words[-1].lower()
    if _CONTINENT.fullmatch(name) or _ROAD.fullmatch(name):
        return "place"
    if _BODY_AT_PLACE.fullmatch(name):
        return "organisation"
    is_national_body = is_national(name) or _ENDS_IN_LAND.fullmatch(name)
    if last in _BODIES or is_national_body or _is_of_people(words[0]):
        return "organisation"
    return "place" if last in _PLACES or _DIRECTIONS.search(name) else None


def _is_of_people(word: str) -> bool:
    """“Danish”; “Eastern” is of a place."""
    return DEMONYM.fullmatch(word.lower()) is not None and not word.endswith("ern")


def kind_by_mentions(name: str, mentions: Iterable[tuple[str, str]]) -> NameKind | None:
    """What the words before and after a name, at each of its mentions, say that it is of."""
    mentions = list(mentions)
    if any(_is_from(before, after) for before, after in mentions):
        return "organisation"
    cues = [_cue(name, before, after) for before, after in mentions]
    found = next((kind for kind in _KINDS if kind in cues), None)
    if found:
        return found
    is_single = " " not in name
    return "place" if is_single and cues and all(cue == "perhaps a place" for cue in cues) else None


def _is_from(before: str, after: str) -> bool:
    """“A company from Qatar, Lesk Resorts, …”: a body, even if it “said” something elsewhere."""
    return after[:1] in (",", ".") and _BODY_FROM.search(before) is not None


def _cue(name: str, before: str, after: str) -> Cue | None:
    is_home = before.endswith("from ") and " " not in name
    is_placed = is_home or _BEFORE_PLACE.search(before) is not None
    is_placed = is_placed or (" " not in name and _ON_PLACE.search(before) is not None)
    is_firm = _BEFORE_FIRM.search(before) and not _AND_ANOTHER.match(after)
    is_based = _BEFORE_EMPLOYER.search(before) or _BASED.match(after)
    if (
        is_firm
        or is_based
        or _CALLED.search(before)
        or _BEFORE_BODY.search(before)
        or _AFTER_BODY.match(after)
    ):
        return "organisation"
    if _BEFORE_PERSON.search(before) or (_AFTER_PERSON.match(after) and not is_placed):
        is_body = before.lower().endswith(("the ", "of ", "from "))
        return None if is_body or " " not in name else "person"
    if is_placed or _AFTER_PLACE.match(after):
        return "place"
    return "perhaps a place" if _TOWARDS_PLACE.search(before) else None
