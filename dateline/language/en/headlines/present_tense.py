"""A past verb in the present tense, as headlines and the titles of events have it."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from dateline.patterns import compile_later

# The past of each verb that is not regular, and its base form.
_IRREGULAR: Final[Mapping[str, str]] = dict(
    pair.split(":")
    for pair in """was:be were:be had:have did:do said:say told:tell came:come went:go took:take gave:give
    made:make won:win lost:lose beat:beat fell:fall rose:rise met:meet held:hold left:leave
    began:begin became:become broke:break hit:hit struck:strike shot:shoot found:find sent:send
    spoke:speak wrote:write saw:see led:lead drew:draw ran:run stood:stand flew:fly sank:sink
    drove:drive grew:grow sold:sell bought:buy paid:pay threw:throw blew:blow caught:catch
    fought:fight sought:seek thought:think taught:teach brought:bring built:build swept:sweep
    stole:steal got:get kept:keep knew:know felt:feel put:put set:set cut:cut quit:quit shut:shut
    spent:spend swore:swear tore:tear wore:wear undertook:undertake overthrew:overthrow
    withdrew:withdraw rang:ring hung:hang dealt:deal heard:hear rode:ride drank:drink ate:eat
    forgot:forget forgave:forgive chose:choose froze:freeze woke:wake lent:lend meant:mean slept:sleep
    bled:bleed dug:dig swam:swim stuck:stick swung:swing laid:lay bit:bite hid:hide shook:shake crept:creep
    fled:flee flung:fling lit:light overcame:overcome rebuilt:rebuild shone:shine slid:slide spun:spin
    sprang:spring understood:understand wept:weep sang:sing burst:burst read:read cast:cast split:split
    spread:spread bid:bid hurt:hurt cost:cost upset:upset let:let retook:retake undid:undo redrew:redraw
    rewrote:rewrite resold:resell outran:outrun foresaw:foresee oversaw:oversee misled:mislead
    forecast:forecast withheld:withhold upheld:uphold underwent:undergo lay:lie""".split()
)
# Regular verbs of the news by their base forms; a verb that is not here is not put into the present.
_REGULAR: Final = """abandon abduct abolish accept accuse achieve acquire acquit activate adapt add address adjourn
    adjust admit adopt advance advise affect agree aim allege allocate allow amend announce answer appeal appear
    apply appoint approach approve argue arrange arrest arrive ask assassinate assault assemble assign assist
    attach attack attempt attend attract avoid award back ban bar base beg believe bill block boost boycott brand
    buckle burn call campaign cancel cap capsize capture carry cause cease celebrate challenge change charge charter
    chase check claim clash clear climb close collapse collect collide commence commission commit compensate
    compete complain complete concede conclude condemn conduct confirm confiscate connect consider consult
    contact contain continue contract contribute convene convert convict cool correct count cover crack crash
    create criticise criticize cross damage debate decide declare decline decrease defeat defect defend
    defuse delay deliver demand demolish demonstrate deny depart deploy deport describe deserve destroy detain
    detect detonate develop devote die direct disappear discharge disclose discover discuss dismantle dismiss
    display disrupt dissolve distribute divert divide donate double downgrade draft drop drown dump earn ease
    eject elect eliminate embark emerge employ enable end endorse enforce engage enter equal erect erupt escape
    escalate escort establish estimate evacuate evict examine exceed exchange execute exhaust exit expand expect expel
    expire explain explode export express extend extradite face fail file fill finance fine finish fire flare
    flatten float flood follow force form found free fund gain gather grant greet ground halt hail hand happen harm
    head heal help hike hire hoist honour host identify ignite ignore impose imprison improve inaugurate include
    increase indict inflict inform injure insist inspect install intercept interrupt intervene introduce invade
    invest investigate invite involve issue jail join jump kick kidnap kill knock lack land lapse last launch
    leak lease level lift limit link list liquidate load lock loot lower maintain manage march mark marry mediate
    merge miss move murder name narrow need negotiate nominate note notify observe obtain occupy occur offer open
    operate oppose order organise organize oust overhaul overturn own pardon park pass patrol peak perform permit
    persuade pick pilot place plan plant play plead pledge plunge pollute portray postpone pour predict prepare
    present press prevent probe proceed proclaim produce prohibit promise promote prompt propose prosecute protect
    protest prove provide publish pull punish purchase pursue push qualify question raid raise rally rate reach receive
    recall recapture recognise recognize recommend reconvene record recover recruit reduce re-elect refer reform
    refuse register reinstate reject relaunch release relocate remain remove rename renew reopen repair repeal
    replace reply report request require rescue reserve resign resolve respond restart restore restrict resume
    retain retaliate retire return reveal reverse review revise revoke rob rule sack sail sanction save scale scrap
    scrape score seal search secure seize select sentence separate serve settle shelve shelter ship show sign
    signal slash slip slow smash soar spark stab stage start station stay steer stop storm strand strengthen
    strip suffer suggest support surge surpass surrender survive suspect suspend switch tackle talk target tax
    test testify threaten tighten tip top topple torch torpedo total touch tour trace track trade train
    transfer transport trample travel treat trigger triple try tumble turn undermine unite unveil update upgrade
    urge use vacate vanish veto view violate visit vote vow wait walk warn wash watch weaken welcome widen wipe
    wound wreck derail roll slice radio winch ballot bury bomb bulldoze chair comprise consult contest curb dock drag
    drain drift engulf equip erode evade exclude excavate exempt fade flood fold freight fuel function glide grab graze
    grind guard guarantee guide halve hand haul hinder hover hunt impeach import incur inherit inject inspire intend
    interview jeopardise labour lapse levy liberate licence lodge mobilise modernise mount mourn neglect oblige offset
    overlook pack patch penalise pile pin plough plummet pool preserve privatise profit pump queue quarantine quit race
    ram rank ration raze react rear rebrand rebuff rebuke recede reckon reconsider redesign redirect refine refurbish
    regain regulate reiterate relax relieve rely remind renovate rent repatriate repel rescind reshape reside resist
    resort resurface retrieve retrofit reunite rip rock rotate rupture rush salvage scatter sedate shatter shell shift
    shorten shrug sideline siphon skid slam smuggle snap sort spill spot spray sprint stack stall stamp stem stoke
    stockpile stretch subpoena subside succeed sue summon supply suppress sustain swap swell taper tear tend terminate
    thank thwart tie tighten toll torch toughen transform transmit trap trawl trim turf unearth unload unlock unplug
    unseat uproot usher vaccinate vandalise volunteer waive weigh withstand witness wrap yield sow""".split()
# Of these, the ones that double their last letter.
_DOUBLING: Final = frozenset(
    "acquit admit ban bar beg cancel commit drop expel kidnap occur permit plan refer rob scrap signal slip stab stop"
    " strip tip top transfer travel level skid slam snap spot swap trap trim wrap ram rip pin incur shrug unplug stem"
    " drag grab cap".split()
)


def _past_of(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}{base[-1] if base in _DOUBLING else ''}ed"


_BASES: Final[Mapping[str, str]] = {
    **{_past_of(base): base for base in _REGULAR},
    "canceled": "cancel",
    "traveled": "travel",
    "leveled": "level",
    "signaled": "signal",
    **_IRREGULAR,
}


def is_past(verb: str) -> bool:
    return verb in _BASES


# Verbs that prose has in the present tense of what is to come or goes on, and that are seldom nouns.
_PRESENT: Final = frozenset(
    "begins becomes closes comes costs employs ends expires falls goes grows happens holds joins leaves meets opens"
    " owns pays reaches reopens represents resumes retires rises runs sends serves starts takes"
    " votes owes earns expects intends remains provides operates attracts handles".split()
)
# Participles that are not also the past.
_PARTICIPLES: Final[Mapping[str, str]] = dict(
    pair.split(":")
    for pair in """given:give taken:take fallen:fall gone:go done:do seen:see written:write driven:drive risen:rise
    broken:break chosen:choose stolen:steal grown:grow known:know shown:show sunk:sink begun:begin thrown:throw
    withdrawn:withdraw become:become come:come run:run overcome:overcome drawn:draw flown:fly spoken:speak
    sworn:swear torn:tear worn:wear beaten:beat eaten:eat forgotten:forget frozen:freeze hidden:hide shaken:shake
    swum:swim drunk:drink rung:ring sung:sing undergone:undergo overseen:oversee born:bear sown:sow""".split()
)


def is_present(verb: str) -> bool:
    """Whether it is a verb in the present tense, of one who acts, that is seldom another word."""
    return verb in _PRESENT


def is_third_person(word: str) -> bool:
    """Whether it is a known verb of the news in the present tense, though perhaps a noun as well: “leads”."""
    return word in _third_persons()


@cache
def _third_persons() -> frozenset[str]:
    return frozenset(map(_third_person, _BASES.values()))


def is_plural_present(verb: str) -> bool:
    """The same of several: “open”, “go”."""
    return is_present(f"{verb}s") or is_present(f"{verb}es")


def base_of(verb: str) -> str:
    """“take” of “takes”, “took” and “taken”; a verb that is not known as it is written."""
    lower = verb.lower()
    return (
        _AUXILIARIES.get(lower)
        or _PARTICIPLES.get(lower)
        or _BASES.get(lower)
        or _bases_of_third_persons().get(lower)
        or _THIRD_PERSON.sub("", lower)
    )


# Of a verb that is not known: “wants”, but not “kisses”.
_THIRD_PERSON: Final = compile_later(r"(?<=[a-z][^sxzhouiy\W])s$")


def base_of_ing(verb: str) -> str:
    """“rise” of “rising”, “cut” of “cutting”; what is not known without its ending."""
    stem = verb.removesuffix("ing")
    known = _participle_of_base()
    return next((base for base in (stem, f"{stem}e", stem[:-1]) if base in known), stem)


def participle_of_ing(verb: str) -> str | None:
    """“laid” of “laying”, though “lay” is the past of “lie”."""
    base = base_of_ing(verb)
    return _participle_of_base().get(base) or to_participle(base)


_AUXILIARIES: Final = dict.fromkeys("is are am been being".split(), "be") | {"has": "have"}


def as_participle(base: str) -> str:
    """The participle of a word that stands where a verb does; made as of regular verbs, if it is not known."""
    return to_participle(base) or _past_of(base)


def may_be_past(word: str) -> bool:
    """Whether it is a past, or has the form of one: “handled”."""
    return is_past(word) or (word.endswith("ed") and word not in _NOT_PAST)


_NOT_PAST: Final = frozenset(
    "need speed feed bleed breed exceed proceed succeed seed weed indeed hundred sacred red bed shed embed".split()
)


def of_participle(participle: str) -> str:
    """The base form, or the past that the participle also is."""
    return _PARTICIPLES.get(participle, participle)


def past_participle(word: str) -> bool:
    return word in _PARTICIPLES or (word in _BASES and word not in _PAST_ALONE)


_PAST_ALONE: Final = frozenset(
    "was were had did gave took fell went saw wrote drove rose broke chose stole grew knew sank began threw withdrew"
    " became came ran drew flew spoke swore tore wore ate forgot froze hid shook swam drank rang sang".split()
)


def to_participle(verb: str) -> str | None:
    """“take”, “takes” and “took” as “taken”; None where the verb is not known for certain."""
    lower = verb.lower()
    if past_participle(lower) or (lower not in _BASES and may_be_past(lower)):
        return lower
    base = _BASES.get(lower) or _bases_of_third_persons().get(lower) or lower
    known = _participle_of_base().get(base)
    prefix = _PREFIX.match(base)
    if known or not prefix:
        return known
    rest = _participle_of_base().get(base[prefix.end() :])
    return f"{prefix[0]}{rest}" if rest else None


# “repay” as “pay”
_PREFIX: Final = compile_later(r"(?:re|over|out|under|mis|un|fore|pre)(?=[a-z]{3})")


@cache
def _bases_of_third_persons() -> Mapping[str, str]:
    return {_third_person(base): base for base in _BASES.values()}


@cache
def _participle_of_base() -> Mapping[str, str]:
    # Of two spellings the first: “travelled”.
    pasts = reversed([*_BASES.items()])
    regular = {base: past for past, base in pasts if past not in _PAST_ALONE}
    return {**regular, **{base: participle for participle, base in _PARTICIPLES.items()}}


def to_present(verb: str, *, plural: bool) -> str | None:
    """“landed” as “lands”, or “land” of several; None where the verb is not known for certain."""
    lower = verb.lower()
    if lower in ("was", "were"):
        return "are" if plural else "is"
    base = lower if lower in _PARTICIPLES.values() else _BASES.get(lower)
    return base if base is None or plural else _third_person(base)


def _third_person(base: str) -> str:
    if base in ("have", "do", "go"):
        return {"have": "has", "do": "does", "go": "goes"}[base]
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{base}es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}s"
