"""Lines that a page has around its article: cut only whole, and only where no news can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.drafting.importing.byline_names import AGENCIES
from dateline.drafting.importing.story import CutLine, line_of
from dateline.facts.article import Element


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)})[\s.:!*»›>→…]*", re.IGNORECASE)


_NETWORKS: Final = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|e-?mail|messenger|bluesky|mastodon|threads"
    r"|pinterest|instagram|youtube|print|link|copy link|google news)"
)
_COMMENTS: Final = _whole(
    r"leave a (?:comment|reply)(?: cancel reply)?",
    r"your email address will not be published\.?(?: required fields are marked)?",
    r"required fields are marked",
    r"save my name, email,? and website in this browser for the next time i comment",
    r"(?:log|sign) in to (?:comment|leave a comment|join the (?:conversation|discussion))",
    r"comments are (?:closed|disabled|off)(?: (?:on|for) this (?:article|story|post))?",
    r"post (?:a )?comment",
)
_ADVERTISEMENT: Final = _whole(
    r"(?:article|story) continues (?:below|after) (?:this |the )?(?:ad|advertisement|promotion)",
    r"advertisements?",
    r"skip (?:past |the )?(?:ad|advertisement|newsletter promotion)",
    r"after newsletter promotion",
)
_BUTTON: Final = _whole(
    r"(?:scroll|back) to (?:the )?top",
    r"skip to (?:the )?(?:main |key )?(?:content|navigation|events|footer)",
    r"sign up(?: here)?",
    r"enter your e-?mail(?: address)?",
)
_SHARING: Final = _whole(
    r"(?:share|tweet|pin|follow us)"
    r"(?: (?:this(?: (?:article|story|post|page))?|on|via|with|by|friends|[,/|·]"
    rf"|{_NETWORKS}))*",
    rf"{_NETWORKS}(?:[\s,/|·]+{_NETWORKS})*",
    r"click to share (?:on|via) .*",
    r"save(?: (?:article|story|for later))?",
)
_OFFER: Final = _whole(
    r"(?:subscribe|sign up|register|log in|sign in|sign out|my account|donate|support us"
    r"|become a member|join us)(?: (?:now|today|here|free|for free))?",
    r"(?:subscribe|sign up)(?: (?:to|for))? (?:our|the|my|a)(?: [\w’'-]+){0,3}"
    r" (?:newsletters?|briefings?|updates?|alerts?|channel|podcast)(?: [^.]{0,60})?",
    r"already (?:a subscriber|have an account|a member)\?.{0,30}",
    r"get (?:our|the) (?:[\w’'-]+ ){0,3}newsletters?[^.]{0,60}",
    r"this (?:article|story) is for subscribers only",
    r"newsletters?",
)
_COOKIES: Final = _whole(
    r"(?:we|this (?:web)?site) uses? cookies.*",
    r"(?:accept|reject|manage|allow)(?: all)?(?: (?:cookies|preferences|settings))?",
    r"(?:cookie|privacy) (?:policy|settings|preferences|notice)",
)
_AROUND: Final = _whole(
    r"home|menu|search|close|news|navigation|toggle navigation|more|next|previous|listen|play|print",
    r"(?:next|previous) (?:article|post|story)|loading|open|contact(?: us)?|about(?: us)?",
    r"terms(?: (?:of|and) (?:use|service|conditions))?",
    r"[\w ]{0,30}(?: [-–—|] )?back to home",
    r"(?:for immediate release|(?:press|news|media) (?:release|statement)|-? ?ends ?-?)",
    r"sent from my [\w ]{2,30}",
    r"reuse this content|our standards: .{5,100}|.{0,300}purchase licensing rights.{0,60}",
    r"listen to (?:this )?(?:article|story)(?: [^.]{0,20})?",
    r"(?:reading time:? )?\d+ ?min(?:ute)?s?(?: read)?",
    r"estimated reading time[^.]{0,20}",
    r"(?:home|news)(?:\s*[>»›/|]\s*[\w &’'-]{1,30})+",
    r"[\w&’'-]{2,20}(?: [\w&’'-]{1,20}){0,2}(?:\s*[>»›]\s*[\w &’'-]{1,30})+",
    r"(?:\d+ )?comments?(?: \(\d+\))?",
    r"(?:tags|topics|categories|filed under|posted in)(?:: [^.]{0,160})?",
)
_COPYRIGHT: Final = _whole(
    r"(?:©|\(c\)|copyright)[^.]{0,120}(?:\. all rights reserved)?", r"all rights reserved"
)
_EMBARGO: Final = re.compile(
    r"(?:strictly )?(?:under )?embargo(?:ed)?\b[^.]{0,100}|not for publication before [^.]{4,60}",
    re.IGNORECASE,
)
_WORK: Final = (
    r"(?:with )?(?:additional |further |more )?(?:reporting|writing|editing|research)(?: and \w+)?"
)
_CREDITS: Final = re.compile(
    rf"\({_WORK} (?:by|from) [^()]{{2,200}}\)|{_WORK} (?:by|from) [^.]{{2,100}}(?:;[^.]{{2,100}})?\.?"
    r"|(?:[\w’'-]+ ){1,12}contributed (?:to this (?:report|story|article)|reporting)\b[^.]{0,60}\.?"
    r"|\(\([^()]{2,200}\)\)|(?:PTI|ANI|IANS|UNI)(?: [A-Z]{2,4}){1,5}"
    r"|the (?:writer|author) is [^.]{3,150}\.?",
    re.IGNORECASE,
)
_ORIGIN: Final = re.compile(
    r"(?:original )?sources?: [^.]{2,80}"
    r"|\(?this (?:article|story|report) (?:has not been edited|(?:was |has been )?(?:first |originally )"
    r"(?:published|appeared)|(?:is|was) (?:published|produced|republished|syndicated)).{0,200}\)?"
    r"|follow [\w’'-]{2,20} coverage .{2,100}",
    re.IGNORECASE,
)
_AGENCY_LINE: Final = _whole(AGENCIES)
_CAPTION: Final = re.compile(
    r"(?i:(?:photo(?:graph)?|picture|image|video|pic)s?(?: by| credit)?|caption)(?::| [-–—|]) ?.{2,300}"
    r"|.{3,300}[.!?)”\"] (?:Photo(?:graph)?|PHOTO|Picture|Image|Pic)s?(?: by| credit)?: ?"
    r"(?:[A-Z][\w’'.-]*[ /&,]*){1,6}"
)
_SLUG: Final = re.compile(
    r"[A-Z]{2}-[A-Z][\w-]*--[\w-]+(?:, .{2,60})?|[A-Z][A-Z0-9]*(?:[-/][A-Z0-9]+)+"
    r"|(?i:(?:eds|editors?|note to (?:eds|editors?)): .{3,200}|(?:about )?\d{2,4} words)",
)
# After the story, such a line begins what is not of it, to the end of the file.
_ENDS: Final = re.compile(
    r"[(\[*–—-]{0,2} ?(?i:ends) ?[)\]*–—-]{0,2}|-30-|#{2,}|(?i:notes? (?:to|for) (?:the )?editors?|editors[’'] notes?"
    r"|for (?:more|further) information\b.{0,200}|(?:media|press) (?:contacts?|enquiries|inquiries)\b.{0,200})[\s.:]*"
)
_POINTER: Final = re.compile(
    r"(?:read more|read also|see also|related|watch|listen)(?::| [-–—|]) ?.{3,150}[^.]",
    re.IGNORECASE,
)
_POINTER_WITHIN: Final = re.compile(
    r"(?:read more|read also|also read|see also)(?::| [-–—|]) ?.{3,150}[^.]", re.IGNORECASE
)
# A line that is wholly one of these is not news wherever it is.
_ANYWHERE: Final = (
    (_COMMENTS, "a form for comments"),
    (_ADVERTISEMENT, "an advertisement"),
    (_BUTTON, "a button"),
    (_CAPTION, "the caption of a picture"),
    (_POINTER_WITHIN, "it leads to another story"),
)
# The same before the first paragraph of the story and after the last.
_AT_THE_ENDS: Final = (
    *_ANYWHERE,
    (_SHARING, "buttons for sharing"),
    (_OFFER, "an offer to subscribe"),
    (_COOKIES, "a notice about cookies"),
    (_AROUND, "part of the page around the story"),
    (_COPYRIGHT, "a notice of copyright"),
    (_EMBARGO, "an embargo: `publish:` holds a briefing back"),
    (_CREDITS, "who worked on it: name them in `authors:` if they are its authors"),
    (_ORIGIN, "where it is from: `sources:` says that"),
    (_AGENCY_LINE, "the agency that it is from: `sources:` says that"),
    (_SLUG, "a line for the desk"),
)
# After the story, such a line begins a list of others, to the end of the file.
_OTHER_STORIES: Final = _whole(
    r"(?:read|see) (?:also|more|next)",
    r"related(?: (?:articles?|stories|posts?|news|content|topics|coverage|reading))?",
    r"(?:more|most) (?:read|viewed|shared|stories|news|from .{2,40}|on this story|like this)",
    r"you (?:may|might) (?:also )?(?:like|be interested in).{0,20}",
    r"(?:recommended|trending|(?:most )?popular|latest) (?:stories|articles|posts|news|for you|now)",
    r"editor[’']s (?:picks?|choice)",
    r"don[’']t miss",
    r"up next",
    r"(?:explore )?more on these topics",
)
_SENTENCE: Final = re.compile(r"[.!?…][”\"’')\]]*$")
_LONG: Final = 160

Cutting = tuple[list[Element], list[CutLine]]


def is_prose(block: Element) -> bool:
    """Whether a block is a paragraph of a story and not a line of the page around it."""
    line = line_of([block])
    is_sentence = len(line.split()) >= 8 and bool(_SENTENCE.search(line))
    is_long = len(line) >= _LONG and block.tag in ("p", "blockquote")
    return (is_sentence or is_long) and why_cut(line) is None


def why_cut(line: str, *, at_the_ends: bool = True) -> str | None:
    """What a line is that is not news; None for every other."""
    kinds = _AT_THE_ENDS if at_the_ends else _ANYWHERE
    return next((why for pattern, why in kinds if pattern.fullmatch(line)), None)


def cut_boilerplate(blocks: Iterable[Element]) -> Cutting:
    """The blocks of the story, and the lines before, after and within it that are not of it."""
    all_blocks = list(blocks)
    prose = [number for number, block in enumerate(all_blocks) if is_prose(block)]
    first, last = (prose[0], prose[-1]) if prose else (len(all_blocks), -1)
    kept: list[Element] = []
    cut: list[CutLine] = []
    for number, block in enumerate(all_blocks):
        is_after = number > last
        line = line_of([block])
        if 0 <= first < number and _ENDS.fullmatch(line):
            cut += _after_end(all_blocks[number:])
            break
        if is_after and last >= 0 and _OTHER_STORIES.fullmatch(line):
            cut += _list_of_stories(all_blocks[number:])
            break
        if is_after and last >= 0 and _TOPICS.fullmatch(line):
            cut += _topics(all_blocks[number:])
            break
        why = why_cut(line, at_the_ends=number < first or is_after)
        if is_after and last >= 0 and _POINTER.fullmatch(line):
            why = why or "it leads to another story"
        if why is None and is_after and block.tag == "ul":
            why = _list_is_cut(block)
        if why is None and block.tag in _HEADINGS and _OTHER_STORIES.fullmatch(line):
            why = "a list of other stories"
        if why:
            cut.append(CutLine(words=line, why=why))
        else:
            kept.append(block)
    while kept and kept[-1].tag == "hr":
        kept.pop()
    return kept, cut


def _after_end(blocks: Iterable[Element]) -> Iterator[CutLine]:
    for block in blocks:
        if line := line_of([block]):
            yield CutLine(words=line, why=why_cut(line) or "it comes after the end of the story")


def _topics(blocks: Sequence[Element]) -> Iterator[CutLine]:
    """Short lines to the end of the file."""
    for block in blocks:
        line = line_of([block])
        yield CutLine(words=line, why=why_cut(line) or "a topic of the page")


_TOPICS: Final = _whole(r"tags|topics|categories|filed under|posted in")
_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")


def _list_is_cut(block: Element) -> str | None:
    reasons = [why_cut(line_of([item])) for item in block.children]
    return reasons[0] if all(reasons) else None


def _list_of_stories(blocks: Iterable[Element]) -> Iterator[CutLine]:
    for block in blocks:
        line = line_of([block])
        yield CutLine(words=line, why=why_cut(line) or "a list of other stories")
