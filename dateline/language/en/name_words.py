"""The words that tell names from other words with a capital: offices, abbreviations, openers."""

import re
from typing import Final

from dateline.language.en.words import CONNECTIVES, FUNCTION_WORDS, TITLES
from dateline.patterns import compile_later

LINKS: Final = frozenset(
    """of for de du da di del della der den van von zu bin bint ibn al el la le do dos am upon""".split()
)
# A body or an area: what follows "of" or "for" belongs to its name. It does not to a person's.
HEADS: Final = frozenset(
    """department ministry office centre center centers society institute school council court
    campaign foundation fund agency association committee organisation organization party bank
    isle gulf cape house order university duke duchess earl republic states kingdom church statue
    strait straits tropic museum knights sons daughters league board academy college bay city port
    valley hall tower battle treaty declaration charter bill day war friends heart horn rock mull
    firth lake dome sea garden chamber bureau directorate union alliance front brigades army
    movement congress confederation commission faculty state province archdiocese diocese
    federation parliament assembly authority administration television corporation company
    institution library palace bishop archbishop game lord act states pirates tour feast festival
    people communities commonwealth plains river stock exchange supreme constitution convention
    cup trust arch gate temple""".split()
)

# Other words that open sentences; before a name they are not part of it.
OPENERS: Final = (
    FUNCTION_WORDS
    | CONNECTIVES
    | frozenset(
        """many few several another other however meanwhile following according such once first second
    third police officials experts critics nearly almost roughly half dozens hundreds thousands
    millions soon perhaps maybe elsewhere meantime afterwards people men women asked speaking meeting
    citing quoting joining visiting addressing including calling leaving given led unlike inside
    outside throughout whether whenever wherever whoever besides except regarding concerning
    negotiators protesters rescuers supporters opponents residents analysts investigators prosecutors
    lawyers doctors nurses teachers workers farmers villagers soldiers troops rebels striker defender
    midfielder goalkeeper winger batsman bowler actor actress singer author lawyer teacher farmer
    engineer analyst economist campaigner resident neighbour student activist journalist reporter
    historian scientist researcher nurse driver owner founder baker trader nobody everybody
    everyone somebody someone anyone yes well oh please thanks sorry indeed thus hence moreover
    furthermore nevertheless nonetheless otherwise instead finally until dear only even if under
    upon whereas let former opposition mother mum dad grandmother grandfather son daughter wife husband widow""".split()
    )
)
# What a person holds: the name follows it, or the words are no name.
OFFICES: Final = (TITLES - {"ms", "miss"}) | frozenset(
    """ms miss mx king queen prince princess congressman congresswoman congressmember representative
    mayor mayoress secretary chief officer pope bishop archbishop cardinal father sister brother
    coach deputy spokesman spokeswoman spokesperson spokespeople chairman chairwoman chairperson
    chair director commissioner ombudsman executive treasurer inspector superintendent constable
    sheriff marshal admiral commodore brigadier corporal private attorney prosecutor solicitor
    speaker premier taoiseach ceo cfo coo cto detective manager leader head editor sultan emir
    sheikh imam rabbi ayatollah comrade shri smt herr frau monsieur madame senor signor
    captain sergeant lance envoy undersecretary taoiseach tánaiste principal dean provost rector
    warden coroner pc dc di dci wpc headteacher headmaster headmistress baroness baron viscount
    earl duchess countess count collector magistrate president-elect vice-president vice-chancellor vice-chairman
    co-founder founder ex-minister ex-president lieutenant-general major-general sir""".split()
)
# A sentence may begin with these names of two words.
WITH_THE: Final = frozenset(["hague", "guardian", "economist", "lancet", "gambia"])
# Surnames that are words for places, too.
LAND_SURNAMES: Final = frozenset(
    "banks beach church cross hall hill hills lane park rivers".split()
)
# Surnames and short titles that end a name: "Stephen King", "Mamata Sen".
SURNAMES: Final = frozenset(
    """king pope bishop dean judge major prince baron earl count head cardinal sen rep gen col gov
    maj capt lt sgt dr prof mr mrs ms di dc principal marshal warden provost brother sergeant""".split()
)
# The first words of "Staff Sgt." and "Flight Lt.".
RANKS: Final = frozenset("staff flight master lance first second".split())
# After a town: "Hinton, Alta.", "Lytton, B.C.".
REGION: Final = compile_later(
    r"(?:B\.C|P\.E\.I|N\.(?:B|S|L|W\.T|H|J|M|Y|C|D)|[SW]\.(?:A|C|D|Va)|Alta|Ont|Que|Sask|Man|Ala|Ariz|Ark|Calif|Colo|Conn"
    r"|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|R\.I|Tenn|Tex|Va|Vt|Wash|Wis|Wyo"
    r"|Qld|Vic|Tas|NSW|N\.S\.W)\.?"
)
# Of these, the word before is what the office looks after: "Harbour Minister", "Police Commissioner".
PORTFOLIO_OFFICES: Final = frozenset(
    """minister secretary commissioner ombudsman undersecretary envoy spokesman spokeswoman
    spokesperson inspector sergeant constable superintendent""".split()
)
# Words that go before an office, and are no name with it.
BEFORE_OFFICE: Final = frozenset(
    """prime vice deputy acting former assistant associate managing chief first lord high grand lady
    supreme staff flight lance foreign defence defense home interior finance health state general senior junior
    shadow attorney lieutenant major staff house senate crown lead executive police fire
    archbishop second honorary interim outgoing incoming ex press party group regional district
    county city council detective club team opposition majority minority technical editorial
    creative medical financial operating right very most ch asst""".split()
)
# What departments are responsible for: these are joined by "and" within one name.
PORTFOLIOS: Final = frozenset(
    """health human services welfare energy industry industrial industries trade transport culture
    media sport sports tourism education science technology labour labor pensions housing
    communities rural fisheries food agriculture environment environmental climate budget finance
    financial economy economic commerce interior justice defence defense research development
    innovation family families women youth skills work security immigration customs aviation mines
    mining forests forestry water infrastructure digital communications information social public
    urban local medicine drug drugs firearms explosives alcohol tobacco prevention control care
    oceanic atmospheric exchange securities oil gas minerals petroleum marine coastal marketing
    consumer markets mental medical nursing midwifery arts sciences engineering design planning
    cooperation co-operation recreation parks wildlife fish children elderly disability strategy
    building reconstruction regional international cultural scientific safety standards quarantine
    inspection revenue taxation enforcement space aeronautics nutrition physics chemistry history
    natural naval military veterans homeland monetary fiscal statistics records archives
    investment investments business enterprise infectious tropical hygiene chest railways roads
    highways ports harbours harbors shipping employment equality inclusion citizenship integration
    migration refugees oceans aquaculture emergency emergencies civil protection rescue atmosphere""".split()
)
STREETS: Final = frozenset("avenue street road lane boulevard terrace square drive".split())
# Plans that are called by the year that they lead to: "Vision 2030".
OF_A_YEAR: Final = frozenset("vision agenda horizon".split())
# Names of two joined by "and" that are not two names.
JOINED: Final = frozenset(
    """trinidad|tobago bosnia|herzegovina antigua|barbuda newfoundland|labrador kitts|nevis
    tome|principe tyne|wear procter|gamble smith|wesson bang|olufsen black|decker
    hammersmith|fulham kensington|chelsea brighton|hove jammu|kashmir dolce|gabbana barnes|noble
    trinidad|tobago johnson|johnson telford|wrekin redcar|cleveland windsor|maidenhead
    hereford|worcester england|wales armagh|banbridge serbia|montenegro turks|caicos wallis|futuna
    saint-pierre|miquelon castile|león castile|leon macedonia|thrace sistan|baluchestan sistan|baluchistan
    judea|samaria derry|strabane lisburn|castlereagh fermanagh|omagh pesaro|urbino massa|carrara monza|brianza
    svalbard|jan dumfries|galloway perth|kinross argyll|bute himachal|pradesh
    competition|markets competition|consumer maritime|coastguard andaman|nicobar dadra|nagar""".split()
)
# A name that ends in one of these is whole, whatever titles it has in front.
INSTITUTIONS: Final = frozenset(
    """hospital hospitals school schools university college park street road avenue bridge airport
    square house institute foundation award awards prize cup stadium church cathedral library
    theatre theater lane station island islands bay court trust centre center highway lake river
    hill hills hall palace gardens garden museum gallery assembly league electric motors
    department ministry office agency bank times mail express telegraph mirror post news tribune
    herald journal gazette chronicle association federation society union club rovers rangers
    united athletic wanderers cross beach point head arms day show games open championship
    championships act bill treaty agreement accord accords protocol convention party movement army
    force forces corps guard navy college campus district county province state states city town
    village valley mountain mountains company corporation group holdings airlines airways railway
    railways line lines commission council committee board authority service services parliament
    congress abbey priory castle tower towers market markets row close crescent terrace way place
    drive wharf dock docks quay pier harbour harbor port mine mines field fields farm wood woods
    forest desert sea ocean""".split()
)
# Of these, a possessive and the word are one name: "Abbot's Lane", "St Mary's Hospital".
OWNED: Final = frozenset(
    """lane street road avenue square cross park hospital school church cathedral college day bridge
    hall island bay beach point head arms hill wharf gate green yard row close corner mill farm
    cove creek landing end market abbey priory chapel inn inlet quay crossing
    harbour harbor""".split()
)
BRANDS: Final = frozenset(
    """mcdonald's sainsbury's lloyd's macy's wendy's moody's levi's kellogg's sotheby's christie's
    domino's lowe's kohl's dunkin's waitrose's hamley's bloomingdale's denny's arby's carl's
    land's st-john's lord's xi'an""".split()
)
# After the plural of those whom they join: “Teachers’ Union”.
JOINING_BODIES: Final = frozenset(
    "union association federation institute guild society alliance league club fund congress council"
    " party pension".split()
)
# Of these, a possessive and any name are one: “Women’s Institute”.
WHOSE: Final = frozenset({"women's", "men's", "children's", "people's"})
# Parties whose names are two words that no other name would have.
PARTIES: Final = (
    ("Fine", "Gael"),
    ("Fianna", "Fáil"),
    ("Sinn", "Féin"),
    ("Plaid", "Cymru"),
    ("One", "Nation"),
    ("Reform", "UK"),
)
# Seats in a parliament, written short before or after a name.
SEATS: Final = frozenset("MP MEP MSP TD MLA MS TDs MPs".split())
# Bodies that a text has named before, and other nouns that a house style gives a capital.
GENERIC: Final = frozenset(
    """budget member assembly opposition dollar pound euro no nos minister government council board
    committee court ministry department bank bill act state cabinet company group agency union
    club university school hospital church city county commission office section room team fund
    chamber treasury's constitution house internet web earth sun moon god bible continent mr mrs ms miss dr
    covid coronavirus tv ok i autumn spring summer winter north south east west chapter figure
    table page net gross total source note photo picture video graphic image update correction""".split()
)
# The number after one of these makes it a place or a part of a thing, not a name: "Room 12".
DESIGNATORS: Final = frozenset(
    """room section runway category cat flight gate platform terminal pad flat apartment suite unit
    floor level seat table row page chapter figure phase stage grade year day week hour minute
    type group tier class cell dorm ward zone district block plot lot hole number no nos question
    part episode season round game match heat leg bus train engine truck car bay berth pier dock
    booth exit junction form schedule appendix annex volume issue paragraph clause rule step
    option plan case docket count exhibit slide item line track lane track hall hangar building
    tower box locker module lesson unit reactor shaft pit well turbine camera sector ring stand
    court lock pump boiler house key mark model version vitamin omega point division league serial
    lift stop spot tank valve""".split()
)
# The number after one of these belongs to the name: "Article 5", "ATR 72".
NUMBERED: Final = frozenset(
    """article interstate highway route motorway boeing airbus embraer bombardier antonov tupolev
    cessna formula channel radio apollo voyager falcon ariane soyuz expo area windows iphone
    galaxy resolution protocol directive regulation amendment proposition pixel artemis starship
    leopard abrams challenger sputnik vostok gemini pioneer mariner playstation xbox order""".split()
)
ZONES: Final = """GMT BST UTC EST EDT ET PST PDT PT CST CDT CT MST MDT MT CET CEST EET EEST WET MSK IST PKT AEST
    AEDT ACST AWST NZST NZDT JST KST HKT SGT SAST EAT WAT CAT HST AKST AST"""
UNITS: Final = """C F K Fahrenheit Celsius Kelvin Richter Mercalli kWh MWh GWh TWh kHz MHz GHz THz kPa hPa MPa
    kJ MJ mSv mAh kWp MWp GWp mmHg dB dBA W kW MW GW TW V kV A Hz Nm kN Bq Sv Gy Mbps Gbps MB GB
    TB KB mph kph bpd boe bcm mcm TEU ppm Pa N J L ml mL mg kg km cm mm Ah Kt Mt Gt CO"""
# Common nouns written in capitals.
ABBREVIATIONS: Final = """PCE GDP GNP GNI CPI RPI PPI PMI VAT GST TV CEO CFO COO CTO MP MPs MEP MEPs MSP MSPs TD TDs PhD
    IQ ID IDs DNA RNA HIV AIDS PCR AI IT PR HR PC PCs GPS SMS CCTV USB LED LEDs LNG LPG CNG ETF
    ETFs IPO IPOs PPE ICU ER QR PIN FAQ SUV SUVs EV EVs HGV HGVs UFO UFOs VIP VIPs DIY OK AM PM BC
    AD BCE CE NGO NGOs R&D A&E M&A Q&A GP GPs QC KC OBE MBE CBE KBE MD BA MA BSc MSc PA EPS P/E PE
    ESG FDI ODA KPI KPIs ROI SME SMEs YTD YoY QoQ AGM EGM TBC TBA RSVP ASAP FYI BMI ECG MRI CT IVF
    UTI STI PTSD ADHD OCD SOS DJ CD DVD HD PDF URL API GM GMO WMD ICBM IED IEDs RPG POW POWs MIA
    AWOL SAM UAV UAVs APC APCs DUI GBH ABH ASBO P.S. PS NB R TKO KO PB VAR LBW ODI T20 MVP GOAT
    DNF DNS PPP PFI REIT SPV OTC CDS CLO LIBOR EBIT EBITDA STEM GCSE GCSEs GPA SAT SATs HQ RIP
    LGBT LGBTQ BAME CV Rs Re Ind Con Lab Lib COVID Covid Covid-19 COVID-19 SARS MERS I.D T.V"""
NOT_NAMES: Final = frozenset(f"{ZONES} {UNITS} {ABBREVIATIONS}".split())
# A credit rating: AAA, BBB+, Baa1. A lone capital names nothing either.
RATING: Final = compile_later(r"(?:AAA|AA|BBB|BB|CCC|CC|[A-Z]|Baa|Ba|Aa|Caa|Ca)[1-3]?")
# A model or a code: "T-72", "DHC-8", "A380", "M25", "H5N1"; G7 and G20 are bodies.
MODEL: Final = compile_later(
    r"(?!G(?:7|8|20|77)$|COP\d|F1$)(?=\S*\d)[A-Za-z]{1,5}(?:[-–.]?[A-Za-z]{0,2}\d)[\w.-]*"
)
CONTRACTION: Final = compile_later(r"\w+n['’]t|\w+['’](?:m|d|ll|ve|re)", re.IGNORECASE)
ABBREVIATED: Final = compile_later(
    r"(?:[A-Z]|(?:[A-Z]\.)+[A-Z]?|Mr|Mrs|Ms|Dr|St|Ste|Gen|Lt|Col|Sgt|Rev|Prof|Sen|Rep|Gov|Capt|Maj|Cpl|Cmdr|Adm|Hon|Mt|Ft|No|Co)\.",
)
# What follows a name and is not part of it.
AFTER_NAMES: Final = frozenset(
    "MP MPs MEP MSP MS MLA TD QC KC OBE MBE CBE KBE PhD MD CEO CFO AM PM TV".split()
)

# Adjectives of nations, creeds and regions are not names by themselves.
DEMONYM: Final = compile_later(
    r"(?!(?:guardian|brian|ian|adrian|julian|sebastian|vivian|damian|fabian|lilian|christian|florian|gillian"
    r"|marian|dorian|jean|sean|dean|reese|therese|cavendish|ocean)$)"
    r"(?:[a-z]+-)?(?:\w+(?:ians?|ish|ese|eans?)|(?:american|german|greek|arab|israeli|iraqi|pakistani|afghan"
    r"|african|mexican|sunni|shiite|muslim|catholic|kurd|turk|scot|saudi|democrat|republican|nazi|bangladeshi|azeri"
    r"|hindu|sikh|hutu|tutsi|serb|croat|slovak|slovene|dane|swede|finn|pole|czech|filipino|thai|cuban"
    r"|moroccan|ugandan|kenyan|rwandan|angolan|zambian|korean|roman|puritan|lutheran|anglican|mormon|moroccan"
    r"|somali|nepali|punjabi|bengali|kashmiri|kuwaiti|qatari|omani|yemeni|emirati|bahraini|uzbek|kazakh|kyrgyz|turkmen|tajik)s?"
    r"|french|dutch|western|eastern|northern|southern|shia|islamic|islamist|jews|protestant|swiss|welsh|irishman"
    r"|democratic|tory|tories|alpine|nordic|slavic|hispanic|latino|cypriot|icelandic|arabic|hebrew|frenchman"
    r"|englishman|eurosceptic|unionist|loyalist|conservatives|marxist|communist|victorian|tudor|gothic)",
    re.IGNORECASE,
)
