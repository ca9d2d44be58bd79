"""What a body is that everybody knows, or whose name says what it does."""

from collections.abc import Mapping
from typing import Final

from dateline.patterns import compile_later

# Bodies of the world and of single countries that no story explains, none with a name in what it is.
_KNOWN: Final[Mapping[str, str]] = {
    name: what
    for what, names in {
        "Bloc of African countries": ("African Union",),
        "Bloc of European countries": ("European Union",),
        "World organisation of states": ("United Nations",),
        "Lender to governments": ("International Monetary Fund", "IMF"),
        "Lender for development": ("World Bank",),
        "World health body": ("World Health Organization", "World Health Organisation"),
        "World trade body": ("World Trade Organization", "World Trade Organisation"),
        "Military alliance": ("NATO", "Nato"),
        "Group of oil exporters": ("OPEC", "Opec"),
        "Court for war crimes": ("International Criminal Court",),
        "Court for disputes between states": ("International Court of Justice",),
        "Court for human rights": ("European Court of Human Rights",),
        "Court for disputes in sport": ("Court of Arbitration for Sport",),
        "Organiser of the Olympic Games": ("International Olympic Committee",),
        "World governing body of football": ("FIFA", "Fifa"),
        "Children’s agency": ("UNICEF", "Unicef"),
        "Agency for culture and education": ("UNESCO", "Unesco"),
        "Nuclear watchdog": ("International Atomic Energy Agency",),
        "Adviser to governments on energy": ("International Energy Agency",),
        "Central bank of the euro zone": ("European Central Bank",),
        "Central bank": ("Bank of England", "Federal Reserve", "Bank of Japan"),
        "Aviation regulator": (
            "European Union Aviation Safety Agency",
            "Federal Aviation Administration",
            "Civil Aviation Authority",
        ),
        "Medicines regulator": ("European Medicines Agency", "Food and Drug Administration"),
        "Regulator of safety at work": ("Health and Safety Executive",),
        "Regulator of health and social care": ("Care Quality Commission",),
        "Media regulator": ("Ofcom",),
        "Energy regulator": ("Ofgem",),
        "Schools inspectorate": ("Ofsted",),
        "Humanitarian organisation": ("International Committee of the Red Cross", "Red Cross"),
        "Medical charity": ("Médecins Sans Frontières", "Doctors Without Borders"),
        "Human rights group": ("Amnesty International", "Human Rights Watch"),
        "Environmental group": ("Greenpeace", "Friends of the Earth"),
        "Conservation group": ("WWF", "World Wildlife Fund", "Wetlands International"),
        "Aid charity": ("Oxfam", "Save the Children"),
        "Campaign against corruption": ("Transparency International",),
        "Security organisation": ("Organization for Security and Co-operation in Europe", "OSCE"),
        "Group of rich countries": ("OECD",),
        "Food regulator": ("Food Standards Agency",),
        "Public health agency": ("UK Health Security Agency", "UKHSA"),
        "Competition regulator": ("Competition and Markets Authority", "Federal Trade Commission"),
        "Financial regulator": (
            "Financial Conduct Authority",
            "Securities and Exchange Commission",
        ),
        "Water regulator": ("Ofwat",),
        "Environment regulator": ("Environment Agency", "Environmental Protection Agency"),
        "Weather service": ("Met Office", "National Weather Service"),
        "Investigator of air accidents": ("Air Accidents Investigation Branch",),
        "Investigator of transport accidents": ("National Transportation Safety Board",),
        "Interior ministry": ("Home Office",),
        "Finance ministry": ("Treasury",),
        "Defence ministry": ("Ministry of Defence", "Pentagon"),
        "Public prosecutor": ("Crown Prosecution Service",),
        "Appeal court": ("Court of Appeal",),
        "Spending watchdog": ("National Audit Office",),
        "Federation of unions": ("Trades Union Congress", "TUC"),
        "Consumer group": ("Which?", "Citizens Advice"),
        "Housing charity": ("Shelter",),
        "Lifeboat charity": ("RNLI", "Royal National Lifeboat Institution"),
        "Animal welfare charity": ("RSPCA",),
        "News agency": ("Reuters", "Associated Press", "Agence France-Presse"),
        "Public broadcaster": ("BBC",),
    }.items()
    for name in names
}
# What the words of a name say that it is.
_BY_NAME: Final = (
    (
        compile_later(r"(?:.* )?(?:Electoral|Elections?) (?:Commission|Board|Authority|Council)\b"),
        "Body that runs elections",
    ),
    (
        compile_later(
            r"(?:.* )?(?:Bureau|Office|Agency|Institute|Service)(?: of| for)?(?: \w+)? (?:Statistics|Census)\b"
            r"|(?:.* )?(?:Statistics|Statistical|Census) (?:Office|Bureau|Agency|Authority|Service|Institute)\b"
        ),
        "Statistics office",
    ),
    (compile_later(r".* [Pp]arty$"), "Political party"),
    (compile_later(r".* city council$"), "City council"),
    (compile_later(r".* county council$"), "County council"),
    (compile_later(r".* (?:(?:district|borough|town|parish) )?council$"), "Local council"),
    (compile_later(r".* [Pp]olice(?: Service| Force| Department)?$"), "Police force"),
    (compile_later(r"Department for "), "Government department"),
    (compile_later(r".* Air(?:lines|ways)$"), "Airline"),
    (compile_later(r".* Fire(?: and Rescue)? (?:Service|Brigade|Department)$"), "Fire service"),
    (compile_later(r".* Ambulance Service\b"), "Ambulance service"),
    (compile_later(r"(?:.* )?Stock Exchange\b"), "Stock exchange"),
    (compile_later(r"(?:.* )?Chamber of Commerce\b"), "Chamber of commerce"),
)
_MEMBERS: Final = (
    r"(?P<who>(?:(?!(?:National|International|European|American|Royal|General|United|World|Association|Union|of)\b)"
    r"[A-Z][a-z]+ )?(?:[A-Z][a-z]+(?:ers|ors|ists|ians|ants|ees|wives|men)|Nurses|Doctors|Pilots|Students))"
)
_KINDS: Final = r"(?P<kind>Association|Federation|Union|Guild|League|Society|College)"
_OF_MEMBERS: Final = (
    compile_later(rf"(?:.* )?{_MEMBERS}[’']? {_KINDS}\b"),
    compile_later(rf"(?:.* )?{_KINDS} of {_MEMBERS}\b"),
)
_FIELD: Final = compile_later(
    r"(?:.* )?(?P<field>(?!(?:National|International|Royal|Continental|Provincial|Federal|Central|General|Social)\b)"
    r"[A-Z][a-z]+(?:ical|tural)) (?P<kind>Society|Institute|Association)$"
)


def what_is_known(name: str) -> str | None:
    """“Public broadcaster” of the BBC."""
    return _KNOWN.get(name.removeprefix("The "))


def what_by_name(name: str) -> str | None:
    """“Union of journalists” of the National Union of Journalists, “Political party” of the Lesk Party."""
    plain = name.removeprefix("The ")
    if by_name := next((what for pattern, what in _BY_NAME if pattern.match(plain)), None):
        return by_name
    members = next((found for each in _OF_MEMBERS if (found := each.match(plain))), None)
    if members:
        return f"{members['kind']} of {members['who'].lower()}"
    field = _FIELD.match(plain)
    return f"{field['field']} {field['kind'].lower()}" if field else None
