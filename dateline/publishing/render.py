"""Pages to bytes: the templates, and the style, script and fonts that every page requests."""

import html
import json
import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    pass_context,
)
from markupsafe import Markup

from dateline.facts.phrasing import capitalise
from dateline.pages.shell import Page
from dateline.problems import Position, Problem, Rule
from dateline.publishing.cache import digest
from dateline.publishing.compiled import CompiledTemplates
from dateline.words.in_templates import TEMPLATE_WORDS, show_integer


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """Paths in the site; `styles` by template, and under the empty name for all other templates.

    `fonts` are those of every page, for the pages that have no script to load them early.
    """

    styles: Mapping[str, str]
    script: str
    icon: str
    fonts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Look:
    """Everything that pages are rendered with; looks with the same digest render the same pages.

    `compiled` is the folder that keeps compiled templates; without one, none are kept.
    """

    templates: Mapping[str, str]
    assets: Assets
    files: Mapping[str, bytes]
    digest: str
    compiled: Path | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Look) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


class TemplateFaultError(Exception):
    """A template that does not render; `problem` names template, line and page."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


# Style, script and fonts

_LAYERS: Final = ("style/tokens.css", "style/base.css", "style/layout.css")
_LAST: Final = "style/print.css"
# The components of the pages that readers open first, so that such a page and its stylesheet come in
# one round trip. All other pages have a stylesheet with every component.
_ON_EVERY_PAGE: Final = ("evidence", "pictures", "standing")
_COMPONENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "front.html.j2": ("brief", "front", "numeral"),
    "brief.html.j2": ("brief", "numeral"),
    "article.html.j2": ("article", "sources"),
    "timeline.html.j2": ("drawings", "share", "timeline"),
    "key-figures.html.j2": ("drawings", "figures", "numeral", "share"),
    "who-and-where.html.j2": ("map", "people", "share"),
    "sources.html.j2": ("ledger", "sources"),
    "embed.html.j2": ("drawings", "embed", "figures", "map", "numeral", "people"),
    "fact.html.j2": ("drawings", "fact", "figures", "ledger", "map", "numeral", "people", "share"),
}
# Comments and spacing are for those who write the stylesheet; gzipped, they are a fifth of it.
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACING: Final = re.compile(r"\s+(?=[{};])|(?<=[{};,:])\s+|;\s*(?=\})|\s+(?=>\s)|(?<=\s>)\s+")
# Where one file of components ends and the next begins, the layer goes on.
_SEAM: Final = "}}@layer components{"
_EVERYWHERE: Final = ("fonts/libre-franklin.woff2", "fonts/newsreader.woff2")
# Browsers request these names at the root of an origin, whatever a page says.
_AT_ROOT: Final = re.compile(r"icons/[\w-]+\.(?:ico|png)")
_FONT: Final = re.compile(r"url\(([\w-]+\.woff2)\)")


def plan_look(
    templates: Mapping[str, str],
    static: Mapping[str, bytes],
    *,
    plain_names: bool = False,
    compiled: Path | None = None,
) -> Look:
    """The look from the files of templates/ and static/, by their paths in these folders.

    The names of style, script and fonts contain a digest, so that a new page never meets an old
    file; `plain_names` omit it, so that a page stays the same when one of them changes.
    """
    name_of = _plain if plain_names else _hashed
    fonts = {name: data for name, data in static.items() if name.endswith(".woff2")}
    names = {name: name_of(name, data) for name, data in fonts.items()}
    files = {names[name]: data for name, data in fonts.items()}
    styles = _styles(static, names, templates if not plain_names else (), name_of)
    everywhere = tuple(names[name] for name in _EVERYWHERE if name in fonts)
    script = _script(static, everywhere)
    icon = static["icon.svg"]
    assets = Assets(
        styles={template: path for template, (path, _) in styles.items()},
        script=name_of("script.js", script),
        icon=name_of("icon.svg", icon),
        fonts=everywhere,
    )
    files |= dict(styles.values()) | {assets.script: script, assets.icon: icon}
    licences = {name: data for name, data in static.items() if name.endswith(".LICENSE.txt")}
    files |= {f"assets/{_base(name)}": data for name, data in licences.items()}
    files |= {_base(name): data for name, data in static.items() if _AT_ROOT.fullmatch(name)}
    rendered_with = {"assets": repr(assets), **templates}
    return Look(
        templates=dict(templates),
        assets=assets,
        files=files,
        digest=digest((name, text.encode()) for name, text in rendered_with.items()),
        compiled=compiled,
    )


def _styles(
    static: Mapping[str, bytes],
    fonts: Mapping[str, str],
    templates: Iterable[str],
    name_of: Callable[[str, bytes], str],
) -> dict[str, tuple[str, bytes]]:
    """Path and content of the stylesheet of each template that has one of its own, and of all others."""
    published = {_base(name): path for name, path in fonts.items()}
    styles = {"": bundle_style(static, published)}
    for template in _COMPONENTS.keys() & set(templates):
        styles[template] = bundle_style(static, published, _COMPONENTS[template])
    return {
        template: (name_of(f"{template.partition('.')[0] or 'style'}.css", style), style)
        for template, style in sorted(styles.items())
    }


def _script(static: Mapping[str, bytes], fonts: Iterable[str]) -> bytes:
    """The script of every page; it knows the fonts beside it, so that the pages need not name them."""
    parts = [static[name] for name in sorted(static) if name.startswith("script/")]
    named = f"const FONTS = {json.dumps([_base(font) for font in fonts])};"
    return b"\n".join([named.encode(), *parts])


def bundle_style(
    static: Mapping[str, bytes], fonts: Mapping[str, str], parts: tuple[str, ...] | None = None
) -> bytes:
    """The layers of static/style/ in order, as one stylesheet with the published names of the fonts.

    Of the components only those on every page and `parts`; all where no parts are given.
    """
    wanted = {f"style/components/{part}.css" for part in (*_ON_EVERY_PAGE, *(parts or ()))}
    components = sorted(
        name
        for name in static
        if name.startswith("style/components/") and (parts is None or name in wanted)
    )
    layers = [static[name].decode() for name in (*_LAYERS, *components, _LAST)]
    sheet = _FONT.sub(lambda match: f"url({_base(fonts[match[1]])})", "\n".join(layers))
    first, *others = _SPACING.sub("", _COMMENT.sub("", sheet)).split(_SEAM)
    # The first seam is that of the layout: its layer ends there.
    return _SEAM.join([first, "}".join(others)]).encode() if others else first.encode()


def _base(name: str) -> str:
    return name.rpartition("/")[2]


def _hashed(name: str, data: bytes) -> str:
    stem, _, suffix = _base(name).rpartition(".")
    return f"assets/{stem}-{sha256(data).hexdigest()[:10]}.{suffix}"


def _plain(name: str, _: bytes) -> str:
    return f"assets/{_base(name)}"


# Pages

_FAULTS: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def render(page: Page, look: Look) -> bytes:
    """The page as UTF-8 HTML. Raises TemplateFaultError if its template fails."""
    try:
        template = _environment(look).get_template(page.template)
        names = [field.name for field in fields(page.context)]  # type: ignore[arg-type]
        styles = look.assets.styles
        values = {name: getattr(page.context, name) for name in names}
        return template.render(values, stylesheet=styles.get(page.template, styles[""])).encode()
    except _FAULTS as error:
        raise TemplateFaultError(_problem(error, page, look.templates)) from error


@lru_cache(maxsize=1)
def _environment(look: Look) -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: _source(name, look.templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=_kept_in(look.compiled) if look.compiled else None,
    )
    # The extension compiles `trans` to calls of these; values in a message are escaped there.
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals |= TEMPLATE_WORDS
    environment.filters |= {
        "number": _at_run_time(show_integer),
        "opening": _at_run_time(capitalise),
        "in_text": lambda text: Markup(html.escape(text, quote=False)),  # noqa: S704 - escaped
    }
    environment.globals["assets"] = look.assets
    return environment


def _kept_in(folder: Path) -> CompiledTemplates:
    return CompiledTemplates(folder, Path(__file__).read_bytes())


def _at_run_time(show: Callable[[Any], str]) -> Callable[..., str]:
    """The filter, which Jinja would otherwise apply to a constant once for all pages and languages."""

    @pass_context
    def show_in_page(_: object, value: Any) -> str:
        return show(value)

    return show_in_page


def _source(name: str, templates: Mapping[str, str]) -> tuple[str, str, Callable[[], bool]] | None:
    text = templates.get(name)
    return None if text is None else (text, f"templates/{name}", lambda: True)


def _problem(error: Exception, page: Page, templates: Mapping[str, str]) -> Problem:
    return Problem(
        position=_position(error, page, templates),
        rule=Rule.TEMPLATE_ERROR,
        found=f"the page {page.path} does not render: {str(error) or type(error).__name__}",
        fix="fix the template or its context",
    )


def _position(error: Exception, page: Page, templates: Iterable[str]) -> Position:
    """The line of the template that failed: that of the syntax error, or the innermost."""
    if isinstance(error, TemplateSyntaxError):
        return Position(path=f"templates/{error.name or page.template}", line=error.lineno)
    ours = {f"templates/{name}" for name in templates}
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename in ours:
            return Position(path=frame.filename, line=frame.lineno or 1)
    return Position(path=f"templates/{page.template}")
