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
        "Court for disputes in sport": ("Court of Arbitration for Sport",),
        "Organiser of the Olympic Games": ("International Olympic Committee",),
        "World governing body of football": ("FIFA", "Fifa"),
        "Children’s agency": ("UNICEF", "Unicef"),
        "Agency for culture and education": ("UNESCO", "Unesco"),
        "Nuclear watchdog": ("International Atomic Energy Agency",),
        "Adviser to governments on energy": ("International Energy Agency",),
        "Central bank of the euro zone": ("European Central Bank",),
        "Central bank": (
            *("Bank of England", "Federal Reserve", "Bank of Japan", "Bank of Canada", "Riksbank"),
            *("Norges Bank", "Bundesbank", "Bank of France", "Bank of Italy", "Bank of Korea"),
            *("Reserve Bank of Australia", "Reserve Bank of India", "Swiss National Bank"),
        ),
        "Conciliation service": ("Acas", "ACAS"),
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
        "Federation of unions": ("Trades Union Congress", "TUC"),
        "Consumer group": ("Which?", "Citizens Advice"),
        "Housing charity": ("Shelter",),
        "Lifeboat charity": ("RNLI", "Royal National Lifeboat Institution"),
        "Animal welfare charity": ("RSPCA",),
        "News agency": ("Reuters", "Associated Press", "Agence France-Presse"),
        "Football league": (
            "Premier League",
            "La Liga",
            "Serie A",
            "Bundesliga",
            "Ligue 1",
            "Eredivisie",
        ),
        "European football competition": ("Champions League", "Europa League"),
        "Public broadcaster": ("BBC", "NPR", "RTÉ", "NRK", "ARD", "ZDF", "RAI", "CBC", "NHK"),
        "Public spending watchdog": ("Audit Scotland", "Audit Wales", "National Audit Office"),
        "Teaching union": (
            "National Education Union",
            "NASUWT",
            "Educational Institute of Scotland",
        ),
        "Trade union": (
            "Unite",
            "Unison",
            "UNISON",
            "GMB",
            "Usdaw",
            "Aslef",
            "RMT",
            "TSSA",
            "Ver.di",
        ),
        "Doctors’ association": ("British Medical Association", "BMA"),
        "Nursing union": ("Royal College of Nursing", "RCN"),
        "Supermarket chain": (
            *(
                "Tesco",
                "Sainsbury's",
                "Sainsbury’s",
                "Asda",
                "Morrisons",
                "Aldi",
                "Lidl",
                "Waitrose",
            ),
            *("Co-op", "Marks & Spencer", "Carrefour", "Walmart", "Woolworths", "Coles"),
        ),
        "Social network": (
            "Facebook",
            "Instagram",
            "TikTok",
            "Twitter",
            "LinkedIn",
            "Bluesky",
            "Reddit",
        ),
        "Messaging service": ("WhatsApp", "Telegram"),
        "Video platform": ("YouTube",),
        "Technology company": (
            "Google",
            "Microsoft",
            "Apple",
            "Nvidia",
            "Samsung",
            "Huawei",
            "IBM",
        ),
        "Developer of artificial intelligence": ("OpenAI", "Anthropic", "DeepMind"),
        "Online retailer": ("Amazon.com", "eBay", "Alibaba", "Ocado", "Etsy"),
        "Taxi and delivery platform": ("Uber",),
        "Delivery company": ("Deliveroo", "FedEx", "DHL", "UPS", "DPD", "Evri"),
        "Postal company": ("Royal Mail", "Deutsche Post", "La Poste", "Australia Post", "An Post"),
        "Platform for holiday lets": ("Airbnb",),
        "Bus company": ("Stagecoach", "FirstGroup", "Arriva", "National Express", "FlixBus"),
        "Rail infrastructure company": ("Network Rail",),
        "Rail company": (
            "Deutsche Bahn",
            "SNCF",
            "Eurostar",
            "Amtrak",
            "ScotRail",
            "Avanti West Coast",
        ),
        "Shipping company": ("Maersk", "MSC", "Hapag-Lloyd", "CMA CGM", "Evergreen Marine"),
        "Ferry company": ("P&O Ferries", "DFDS", "Stena Line", "Brittany Ferries", "CalMac"),
        "Port operator": ("DP World", "Peel Ports", "Associated British Ports"),
        "Airline": (
            *(
                "Ryanair",
                "easyJet",
                "EasyJet",
                "Lufthansa",
                "Air France",
                "KLM",
                "Qantas",
                "Emirates",
            ),
            *("Jet2", "Wizz Air", "Loganair", "Aer Lingus", "Iberia", "Aeroflot", "SAS"),
        ),
        "Aircraft manufacturer": ("Boeing", "Airbus", "Embraer"),
        "Engine manufacturer": ("Rolls-Royce",),
        "Space agency": ("NASA", "Nasa", "European Space Agency"),
        "Rocket company": ("SpaceX", "Arianespace"),
        "Carmaker": (
            *(
                "Volkswagen",
                "Toyota",
                "Nissan",
                "Renault",
                "Stellantis",
                "BMW",
                "Mercedes-Benz",
                "Hyundai",
            ),
            *("Honda", "Volvo", "Tesla", "General Motors", "Jaguar Land Rover", "BYD"),
        ),
        "Oil and gas company": (
            *("BP", "Shell", "ExxonMobil", "Chevron", "TotalEnergies", "Equinor", "Eni", "Gazprom"),
            *("Saudi Aramco", "Petrobras"),
        ),
        "Energy supplier": (
            "British Gas",
            "Octopus Energy",
            "EDF",
            "E.ON",
            "Scottish Power",
            "ScottishPower",
        ),
        "Grid operator": ("National Grid",),
        "Mining company": ("Rio Tinto", "Anglo American", "Glencore", "BHP", "Vale S.A."),
        "Steelmaker": ("ArcelorMittal", "Tata Steel", "Thyssenkrupp", "British Steel"),
        "Water company": (
            *("Thames Water", "Severn Trent", "Southern Water", "Anglian Water", "Yorkshire Water"),
            *("United Utilities", "Scottish Water", "Welsh Water", "South West Water"),
        ),
        "Bank": (
            *(
                "HSBC",
                "Barclays",
                "Lloyds",
                "NatWest",
                "Santander",
                "Goldman Sachs",
                "JPMorgan",
                "UBS",
            ),
            *("BNP Paribas", "Société Générale", "Citigroup", "Morgan Stanley", "UniCredit"),
        ),
        "Broker": (
            "Shore Capital",
            "Peel Hunt",
            "Panmure Liberum",
            "Jefferies",
            "AJ Bell",
            "Cavendish",
        ),
        "Credit rating agency": ("Moody's", "Moody’s", "Fitch", "Standard & Poor's", "S&P Global"),
        "Accountancy firm": ("Deloitte", "KPMG", "PwC", "EY", "Ernst & Young", "Grant Thornton"),
        "Drugmaker": (
            *(
                "Pfizer",
                "AstraZeneca",
                "GSK",
                "Novartis",
                "Roche",
                "Sanofi",
                "Moderna",
                "Novo Nordisk",
            ),
            *("Bayer", "Merck", "Eli Lilly"),
        ),
        "Food company": ("Nestlé", "Unilever", "Danone", "Mondelez", "Kellogg's"),
        "Telecommunications company": ("Vodafone", "BT", "O2", "Deutsche Telekom", "Telefónica"),
        "Pollster": (
            "YouGov",
            "Ipsos",
            "Ipsos Mori",
            "Gallup",
            "Opinium",
            "Savanta",
            "More in Common",
        ),
        "Conservation charity": ("National Trust", "RSPB", "National Trust for Scotland"),
        "Environment agency": (
            "Natural England",
            "NatureScot",
            "Scottish Environment Protection Agency",
        ),
        "Refugee agency": ("UNHCR",),
        "Food aid agency": ("World Food Programme",),
        "World governing body of athletics": ("World Athletics",),
        "Governing body of European football": ("UEFA", "Uefa"),
        "Governing body of English football": ("Football Association", "FA"),
        "Newspaper": (
            *(
                "Guardian",
                "The Guardian",
                "Financial Times",
                "Daily Telegraph",
                "Daily Mail",
                "Le Monde",
            ),
            *(
                "New York Times",
                "Washington Post",
                "Wall Street Journal",
                "La Repubblica",
                "El País",
            ),
        ),
        "Broadcaster": ("ITV", "Channel 4", "Sky News", "CNN", "Al Jazeera", "STV"),
        "Court for human rights": ("European Court of Human Rights",),
        "Civil court": ("Court of Session",),
        "Highest court": ("Supreme Court",),
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
    (compile_later(r"Statistics [A-Z]"), "Statistics office"),
    (compile_later(r"Healthwatch [A-Z]"), "Watchdog for patients"),
    (compile_later(r".* [Pp]arty$"), "Political party"),
    (compile_later(r".* city council$"), "City council"),
    (compile_later(r".* county council$"), "County council"),
    (compile_later(r".* (?:(?:district|borough|town|parish) )?council$"), "Local council"),
    (compile_later(r".* [Pp]olice(?: Service| Force| Department)?$"), "Police force"),
    (compile_later(r"(?:[A-Z]\w+ )?Department (?:for|of) "), "Government department"),
    (compile_later(r".* Air(?:lines|ways)$"), "Airline"),
    (compile_later(r".* Fire(?: and Rescue)? (?:Service|Brigade|Department)$"), "Fire service"),
    (compile_later(r".* Ambulance Service\b"), "Ambulance service"),
    (compile_later(r"(?:.* )?Stock Exchange\b"), "Stock exchange"),
    (compile_later(r"(?:.* )?Chamber of Commerce\b"), "Chamber of commerce"),
    (compile_later(r"BBC \w"), "Part of the BBC"),
    (compile_later(r".* (?:Ferries|Ferry)$"), "Ferry company"),
    (compile_later(r".* (?:Trains|Rail|Railways?)$"), "Rail company"),
    (compile_later(r".* (?:Buses|Coaches)$"), "Bus company"),
    (compile_later(r".* (?:Shipping|Shipping Lines?)$"), "Shipping company"),
    (compile_later(r".* (?:Foods|Dairies)$"), "Food company"),
    (compile_later(r".* (?:Energy|Power|Electricity)$"), "Energy company"),
    (compile_later(r".* Water$"), "Water company"),
    (compile_later(r".* (?:Homes|Housebuilders)$"), "Housebuilder"),
    (compile_later(r".* (?:Construction|Builders)$"), "Building company"),
    (compile_later(r".* (?:Mining|Minerals|Quarries)$"), "Mining company"),
    (compile_later(r".* (?:Pharma|Pharmaceuticals)$"), "Drugmaker"),
    (compile_later(r".* (?:Insurance|Assurance)$"), "Insurer"),
    (compile_later(r".* (?:Logistics|Haulage)$"), "Haulage company"),
    (compile_later(r".* (?:Motors|Automotive)$"), "Motor company"),
    (compile_later(r".* (?:Steel|Steelworks)$"), "Steel company"),
    (compile_later(r".* (?:Telecom|Telecoms|Mobile)$"), "Telecommunications company"),
    (compile_later(r".* (?:[Ll]abour|[Tt]rade) [Uu]nion$"), "Trade union"),
    (compile_later(r".* (?:Primary|Secondary|High|Grammar|Infant|Junior) [Ss]chool$"), "School"),
    (compile_later(r".* (?:[Aa]cademy)$"), "School"),
    (
        compile_later(r"(?:.* )?(?:Tribunal|Magistrates[’'] [Cc]ourt|[Cc]oroner[’']s [Cc]ourt)\b"),
        "Court",
    ),
    (compile_later(r".* (?:Observatory)$"), "Observatory"),
)
_MEMBERS: Final = (
    r"(?P<who>(?:(?!(?:National|International|European|American|Royal|General|United|World|Association|Union|of)\b)"
    r"[A-Z][a-z]+ )?(?:[A-Z][a-z]+(?:ers|ors|ists|ians|ants|ees|wives|men)|Nurses|Doctors|Pilots|Students|Guides))"
)
_KINDS: Final = (
    r"(?P<kind>Association|Federation|Union|Guild|League|Society|College|Alliance|Trust)"
)
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
    if members and members["kind"] == "Trust":
        return f"{members['who'].capitalize()}’ trust"
    if members:
        return f"{members['kind']} of {members['who'].lower()}"
    field = _FIELD.match(plain)
    return f"{field['field']} {field['kind'].lower()}" if field else None
