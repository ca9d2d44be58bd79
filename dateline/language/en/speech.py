"""The words that say who speaks: verbs, pronouns, titles and given names of women and men."""

from collections.abc import Iterator
from typing import Final

# Base form, and the past where it is not regular.
_VERBS: Final = """say:said tell:told add write:wrote argue claim warn insist call ask declare announce state
    explain note tweet post reply describe conclude urge accuse joke quip shout yell cry whisper
    mutter recall remember admit:admitted acknowledge concede confess agree disagree maintain
    assert allege contend counter retort respond answer remark observe comment muse lament
    complain protest demand plead beg:begged vow pledge promise swear:swore threaten predict
    suggest propose recommend advise caution stress emphasise emphasize underline underscore
    highlight reiterate repeat continue begin:began confirm reveal disclose report testify rule
    deny dismiss reject condemn denounce criticise criticize slam:slammed blast hail praise
    welcome brand dub:dubbed label:labelled liken compare estimate believe think:thought feel:felt
    hope fear reckon exclaim sigh laugh smile shrug:shrugged snap:snapped bark boast brag:bragged
    reflect read:read signal:signalled opine aver:averred thunder rue inform apprise exhort fume
    rage gush cheer sing:sang chant text email message blog:blogged speak:spoke concur:concurred
    quote cite put:put affirm assure remind hint imply decry ridicule mock tease object instruct
    order command grumble growl scoff shoot:shot hit:hit pray wonder shriek scream mourn chide
    scold rebuke lash chime pitch interject interrupt venture volunteer specify clarify elaborate
    summarise summarize characterise characterize define term mention express voice offer profess
    proclaim pronounce attest refute rebut:rebutted dispute challenge defend justify champion
    assess find:found consider see:saw forecast:forecast expect thank salute snort grin beam
    giggle chuckle groan moan howl roar bellow hiss growl sob weep:wept wail gasp stammer splutter
    murmur mumble intone preach rant sneer taunt jeer gloat crow query:queried venture muse
    deadpan:deadpanned console cajole bemoan bristle counter theorise theorize posit congratulate
    apologise apologize regret:regretted marvel enthuse rave start appeal""".split()
# Of these, nouns and everyday verbs: they count only directly after their subject, or before a colon.
WEAK: Final = frozenset(
    """state states note notes post posts call calls claim claims report reports rule rules fear
    fears hope hopes demand demands promise promises answer answers order orders command commands
    comment comments reply replies signal signals text texts message messages email emails offer
    offers brand brands label labels find finds see sees saw found put puts hit hits shot shoots
    expect expects start starts started begin begins began continue continues continued read reads
    consider considers considered compare compares term terms challenge dispute forecast blast
    rage voice express defend pitch object regret start question appeal term regard""".split()
)


def _forms(verb: str) -> Iterator[tuple[str, str]]:
    """Each form of a verb with its kind: V is finite, G "saying", B "say"."""
    base, _, past = verb.partition(":")
    stem = base.removesuffix("e")
    doubled = base + base[-1] if past.endswith(f"{base[-1] * 2}ed") else stem
    yield base, "B"
    if base.endswith("y") and base[-2] not in "aeou":
        yield from ((f"{base[:-1]}ies", "V"), (past or f"{base[:-1]}ied", "V"))
    else:
        ending = "es" if base.endswith(("sh", "ch", "s")) else "s"
        yield from ((base + ending, "V"), (past or f"{stem}ed", "V"))
    yield f"{doubled}ing", "G"


SPEAKING: Final = {form: kind for verb in _VERBS for form, kind in _forms(verb)} | {
    "put": "V",
    "quoth": "V",
    "beginning": "G",
}
# After these the speaker never follows.
TO_OTHERS: Final = frozenset(
    """told tells tell accused accuses called calls described describes praised praises criticised
    criticized condemned branded dubbed labelled likened compared urged informed assured reminded
    denounced dismissed rejected denied welcomed hailed slammed blasted quoted cited put advised
    instructed ordered thanked congratulated saluted challenged found saw""".split()
)
QUOTING: Final = frozenset("quoted quotes quoting cited cites citing quote cite".split())

BE: Final = frozenset("was were is are be been being gets got".split())
AUXILIARIES: Final = BE | frozenset(
    """has had have also later then did does do not never once now again since previously repeatedly
    still just even once would could will can may might must shall should both all himself herself
    itself themselves too today yesterday tomorrow only earlier often always ever soon afterwards
    meanwhile however though instead there's monday tuesday wednesday thursday friday saturday
    sunday jr sr mp mep qc kc aged one two three four five six seven eight nine ten""".split()
)
PREPOSITIONS: Final = frozenset(
    """of for at from in on with to by about against near under over than into onto outside inside
    across through towards toward among amid despite during following without within including
    like off out around behind beside besides beyond up down per via regarding concerning upon
    between""".split()
)
# Words that begin another clause.
CLAUSES: Final = frozenset(
    """when as after before because while whereas if unless until that which whom where whose
    although but whether so why how what though""".split()
)
DETERMINERS: Final = frozenset(
    """the a an her his their its our my this that these those another some many several other any
    each every no most""".split()
)
PRONOUNS: Final = {"he": "he", "she": "she", "they": "they", "it": "it"}
POSSESSIVES: Final = {"his": "he", "her": "she", "their": "they", "its": "it"}
NOT_READ: Final = frozenset("i we you there here nobody everyone somebody".split())
# Seemingly a subject, but of nobody: words before a comma that only set the scene.
SCENE: Final = frozenset(
    """asked speaking pressed questioned addressing meanwhile earlier later yesterday today tonight
    however still instead writing quoting citing referring responding replying pointing recalling
    visibly clearly finally first second third last next nearby elsewhere then now again once
    afterwards there here monday tuesday wednesday thursday friday saturday sunday commenting
    explaining announcing standing sitting looking turning challenged told reached contacted
    interviewed accused arriving leaving calling welcoming praising dismissing rejecting summing
    perhaps indeed besides moreover thus hence nevertheless nonetheless""".split()
)
# Speakers of whom nothing is said, and who no name before can be: "somebody asked".
NO_NAMED: Final = frozenset(
    """somebody someone nobody none everybody everyone anybody anyone one another others several some
    many most few both half people a an""".split()
)
# People described by what they are; a name before one of them is whom they speak or work for.
ROLES: Final = frozenset(
    """physio gaffer hero star teenager mum dad pensioner spokesman spokeswoman spokesperson
    spokespeople lawyer lawyers solicitor barrister attorney agent aide adviser advisor deputy
    manager coach captain wife husband widow widower mother father sister brother son daughter
    aunt uncle cousin friend neighbour neighbor colleague boss owner founder director chairman
    chairwoman chairperson chair president secretary minister mayor leader chief executive head
    officer official officials source sources statement employee worker analyst economist
    strategist trader researcher scientist professor doctor nurse teacher headteacher principal
    editor reporter correspondent journalist envoy ambassador commander general colonel sergeant
    inspector detective constable superintendent commissioner police striker defender midfielder
    goalkeeper winger player skipper pilot driver farmer fisherman campaigner activist organiser
    organizer volunteer resident residents secretary-general speaker governor senator congressman
    congresswoman representative councillor mp candidate teammate partner fiance fiancee ex-wife
    ex-husband grandson granddaughter grandmother grandfather parents parent victim supporter
    supporters fans critics opponent opponents treasurer accountant auditor engineer architect
    surgeon consultant biologist geologist seismologist hydrologist historian author writer poet
    singer actor actress producer curator ministry department union company bank council board
    club party government court commission committee agency authority federation association
    university hospital school charity group firm airline regulator watchdog institute
    organisation organization body army navy office negotiator prosecutor judge justice coroner
    chancellor premier trainer conductor composer""".split()
)
# What somebody says: "Ann Lee's answer was short".
SPEECHES: Final = frozenset(
    """email emails book diary memo text manifesto answer reply response message verdict view words
    statement motto explanation advice assessment reaction conclusion plea warning summary comment
    letter tweet post note speech testimony report account description theory reason question
    point argument submission petition ruling judgment judgement filing complaint communique
    bulletin notice""".split()
)
# What a court says, where nothing else tells whose words they are.
OF_COURTS: Final = frozenset("judgment judgement ruling".split())
# "The father of three said" is about the person named before; "the lawyer said" may be about another.
OF_OTHERS: Final = frozenset(
    """spokesman spokeswoman spokesperson spokespeople lawyer lawyers solicitor barrister source
    sources official officials aide adviser advisor agent deputy resident residents witness
    witnesses neighbour neighbor colleague friend leader manager coach owner boss editor reporter
    correspondent expert experts critic critics analyst analysts president minister prosecutor
    judge letter paper newspaper order number member members supporters other others centre center
    user users customer reader readers viewer parents victim teacher doctor driver officer server
    computer folder poster banner chapter matter answer summer winter october november december
    september document agreement department government parliament management settlement moment
    event president client patient""".split()
)
# A quotation right after one of these is a name or a title, and nobody's words.
NAMING: Final = frozenset(
    "called titled entitled named dubbed headlined nicknamed labelled branded".split()
)

MEN: Final = frozenset(
    """mr sir lord king prince father brother baron duke sheikh chairman spokesman businessman
    fisherman policeman congressman actor husband widower son uncle grandfather grandson dad
    monsieur senor herr shri headmaster salesman craftsman fireman batsman fiance boyfriend
    salesman gentleman king's postman nephew stepfather godfather handyman ombudsman cameraman
    stuntman""".split()
) - {"actor", "ombudsman", "king's"}
WOMEN: Final = frozenset(
    """mrs ms miss lady dame queen princess mother sister baroness duchess chairwoman spokeswoman
    businesswoman policewoman congresswoman actress wife widow daughter aunt grandmother
    granddaughter mum mom madame senora frau smt headmistress saleswoman fiancee girlfriend niece
    stepmother godmother housewife midwife ballerina mayoress waitress seamstress""".split()
) - {"midwife"}
_MALE: Final = """james john robert michael william david richard joseph thomas charles daniel matthew anthony
    mark donald steven stephen paul andrew joshua kenneth kevin brian george edward ronald timothy
    jason jeffrey jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel
    gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry
    douglas zachary peter kyle noah ethan walter harold roger keith christian terry sean gerald carl
    arthur lawrence dylan jesse bryan joe billy bruce albert willie gabriel logan alan juan wayne
    roy ralph randy eugene vincent russell louis philip phillip bobby johnny bradley simon martin
    neil ian graham colin stuart gordon malcolm derek trevor nigel geoffrey clive barry rupert hugh
    alistair angus callum liam oliver harry oscar leo hugo felix max lukas luca marco matteo
    giovanni giuseppe antonio francesco lorenzo carlos luis miguel pedro pablo diego javier fernando
    alejandro rafael sergio jorge manuel francisco jean-pierre pierre jacques francois laurent
    olivier emmanuel nicolas guillaume hans klaus jurgen wolfgang stefan dieter uwe olaf heinz karl
    fritz friedrich ludwig otto sven lars ole erik nils bjorn anders jens henrik mikkel soren jan
    piet pieter willem joost henk kees ivan vladimir dmitry sergei sergey alexei nikolai mikhail
    boris yuri igor oleg viktor andrei pavel anton maxim volodymyr oleksandr petro mykola taras
    milan zoran goran dragan marko josip tomasz piotr krzysztof pawel marek andrzej jerzy wojciech
    lech janos laszlo istvan gabor zoltan ferenc attila tamas bence petr vaclav tomas miroslav ahmed
    mohammed muhammad mohamed mohammad ali hassan hussein omar khalid ibrahim yusuf youssef mustafa
    abdullah abdul tariq karim rashid mahmoud samir faisal hamid reza mehdi masoud nasser thabet
    javad saddam recep emre murat mehmet ahmet kemal rajesh rahul amit sanjay vijay anil sunil arjun
    ravi suresh ramesh narendra rohit virat sachin manoj ashok deepak vikram arun mohan krishna
    imran shahid wasim babar hiroshi takeshi kenji shinzo akira haruki kwame kofi emeka chinedu
    olusegun sipho thabo nelson jomo uhuru tom tim ben sam dan matt mike jim bob bill dave steve
    tony jeff ken ron rick nick greg doug phil pete andy rob ray bo fred ted ned dick harvey howard
    leonard stanley norman ernest herbert alfred edwin theodore elon keir rishi jeremy tobias moritz
    jonas finn emil magnus gunnar torsten rolf viggo kasper bruno mario luigi enzo paolo roberto
    stefano angelo hector ramon raul alvaro joao rui tiago thiago paulo luiz jair adrian alberto
    aldo alec alfonso alfredo allan alvin amos andre andreas arne arnold arturo axel barney basil
    benedict bernard bernd bertrand brad brendan bret byron caleb calvin casper cedric cesar chad
    chester christopher christophe clark claude claudio clement clifford clinton cody conor craig
    curtis cyril damien damon darren darryl dean declan desmond dirk dominic domenico duncan dwayne
    eamon eddie edgar eduardo eli elias emanuele emiliano enrique ernesto esteban etienne eugenio
    evan fabian fabio federico felipe ferdinand fergus finlay flavio florian francis franz freddie
    fredrik gareth gavin georg georges gerard gerhard gilbert giles gino glen glenn godfrey gonzalo
    grigory guido gunther gustav guy hamish harald hartmut hermann horst hubert humphrey ignacio
    isaac ivo jaime jakob jared jasper jeremiah jerome jesus joachim joel johan johannes jon josef
    julian julio julius karsten kaspar kieran kurt lance lenny leopold lester lionel lloyd lothar
    luc ludovic luther maarten marc marcel marcelo marcus mariano marius marvin mathias matthias
    maurice mauricio maurizio maximilian melvin michel mick mitchell morris moses murray neville
    nikola noel octavio orlando osvaldo owen pascal patricio percy perry quentin ralf ramiro randall
    reginald reinhard rene reuben rex ricardo riccardo rodney rodrigo roland roman ronan rory ross
    rudolf rudy rufus sandro saul sebastian seth shane sidney silvio spencer stanislav stelios
    steffen stewart tadeusz terence terrence theo thorsten timo toby todd travis tristan udo ulrich
    valentin valerio victor vince vito vittorio wallace warren werner wesley wilfred wilhelm winston
    xavier yannick yves abhishek aditya ajay akash amar amitabh anand ankit ashish ashwin balaji
    bharat dev dilip dinesh ganesh gaurav girish gopal harish hemant jagdish kapil karan karthik
    kunal lalit madhav mahesh manish mukesh naveen nikhil nitin pankaj pradeep prakash prasad
    praveen raj rajeev rajiv rakesh sandeep satish shankar siddharth subhash sudhir tarun uday umesh
    varun venkatesh vinay vinod vishal vivek yogesh adel adnan ahmad akram amjad anwar ashraf ayman
    aziz bashar bilal fadi farid fouad habib haider hani hasan hisham hussain imad ismail jamal
    kamal khaled majid malik marwan mazen moustafa mounir munir nabil nasir nizar osama qasim rafiq
    ramzi rami riad saad saeed salah salman sameer sharif talal tarek usman wael walid yahya yasir
    yasser ziad abdoulaye amadou babacar cheikh moussa ousmane mamadou seydou kwesi kwabena yaw kojo
    tunde femi chukwuma ikenna nnamdi mandla sizwe themba bongani tendai farai mwangi kamau abel
    einar eino arto matti pekka jukka gianni gianluca massimo simone-luca takashi yusuke satoshi
    kazuo""".split()
_FEMALE: Final = """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra
    margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca
    sharon laura cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha
    katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia julie
    joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan
    cheryl jacqueline martha madison teresa gloria sara janice ann anne kathryn abigail sophia
    frances jean alice judy isabella julia grace denise amber doris marilyn danielle beverly
    charlotte natalie theresa diana brittany kayla alexis lori marie fiona gillian hilary heidi
    ingrid astrid greta pia ida ada ana eva lena lina nina nora mia lea clara klara sofia sofie
    freja anja katja tanja petra ursula annalena giorgia chiara francesca giulia elena lucia paola
    valentina carmen pilar dolores rosa isabel ines beatriz ana-maria consuelo claire sophie celine
    brigitte chantal nathalie valerie isabelle camille amelie juliette olga natalia natasha tatiana
    svetlana irina ekaterina yulia oksana ksenia daria nadia vera ljubica dragana jelena milena
    agnieszka katarzyna malgorzata ewa joanna zofia magda zsuzsa katalin ilona agnes fatima aisha
    khadija zainab mariam maryam leila layla nour amina yasmin noor huda samira rania mahsa shirin
    parisa nasrin elif ayse fatma emine zeynep priya anjali sunita anita meena lakshmi kavita pooja
    neha deepika aishwarya sonia indira mamata nirmala sushma malala benazir sheikh-hasina yuki yoko
    sakura keiko akiko ngozi chidinma adaeze amara wanjiru winnie thandi nomsa jacinda liz nicola
    kate katie jane jenny jill jo sue sally lucy molly polly daisy rosie ella eleanor ellen edith
    florence harriet imogen jemima penelope phoebe poppy zara kamala hillary melania marine simone
    helena hanna johanna kirsten karin birgit monika sabine gudrun liesl mette helle pernille kaja
    erna solveig sigrid tove tuula sanna aino marta helga gerda heike silke anke ulrike renate inge
    elke ute britta sigrun martina daniela manuela cristina raquel silvia alicia irene monica
    veronica adriana mariana gabriela carolina camila luisa esperanza mercedes montserrat nuria
    lorena noelia federica alessandra roberta antonella rosanna ornella agathe aurelie delphine
    elodie emmanuelle genevieve helene jeanne marianne pauline sylvie veronique virginie anneke
    saskia femke marijke annika birgitta gunilla kristina linnea maja malin aleksandra barbora hana
    ivana jana jitka lenka lucie marketa tereza zuzana beata dorota ewelina grazyna halina iwona
    jadwiga krystyna magdalena biljana gordana mirjana snezana vesna eszter judit zsofia aigul
    gulnara ayumi haruka megumi naomi sachiko yumi asha divya geeta gita lata nandini nisha pallavi
    radha rekha shweta swati uma usha vidya ayesha bushra farah hina nargis sadia sana zahra abena
    adwoa akua efua folake funmi yetunde chioma nkechi zodwa lerato naledi aoife ciara niamh siobhan
    orla maeve sinead grainne roisin saoirse bethan carys ffion nia rhian sian ailsa catriona eilidh
    isla kirsty mairi morag rhona shona beth cathy debbie gail gemma hayley jackie joanne kerry
    leanne lorraine lynn maggie mandy maxine michaela pam rita ros rosemary sheila stacey tracey
    trudy vicky wendy yvonne zoe abby allison audrey bonnie brooke carrie cindy colleen crystal
    erica erin gina gwen holly ivy jodi josephine kristen latoya leah lillian lindsey loretta mabel
    marcia maureen melinda miranda muriel nadine norma paige peggy regina renee rhonda sadie selena
    sherry stella suzanne tamara tanya tara tiffany tina tonya vanessa vivian whitney yolanda""".split()
_EITHER: Final = frozenset(_MALE) & frozenset(_FEMALE) | {
    "jean",
    "andrea",
    "kelly",
    "nicola",
    "sam",
    "jo",
}
GIVEN: Final = {
    name: gender
    for gender, names in (("he", _MALE), ("she", _FEMALE))
    for name in names
    if name not in _EITHER
}


# Given names that are another word too, or a title, where their place may be what gives them a capital.
_ALSO_WORDS: Final = frozenset(
    """amber bill bob carol chad christian crystal daisy dean dick dolores florence frank glen grace guy harry
    heather holly ivy jack lance mark max nick ray rob sue tiffany victor victoria virginia""".split()
)


def is_given_name(word: str, *, may_be_a_word: bool) -> bool:
    """Whether a word is the given name of a person, and nothing else where its place gives it a capital."""
    name = word.casefold()
    is_given = name in GIVEN or name in _EITHER
    return is_given and not (may_be_a_word and name in _ALSO_WORDS)


def is_definite(phrase: str) -> bool:
    """Whether what it names is known only from what is said around it: “the county town”, not “a village”."""
    return phrase.partition(" ")[0].casefold() in ("the", "its", "their")
