"""Pages to bytes, through their templates."""

import re
import traceback
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, cast

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    pass_context,
    runtime,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.sandbox import safe_range
from jinja2.utils import internalcode
from markupsafe import Markup, escape

from dateline.facts.phrasing import capitalise
from dateline.pages.shell import Page
from dateline.problems import Position, Problem, Rule
from dateline.publishing.keeping.compiled import CompiledTemplates
from dateline.publishing.looks.assets import Assets, Look
from dateline.publishing.looks.text_runs import settle_text
from dateline.publishing.looks.time_limit import TimeLimitError, time_limit
from dateline.words.in_templates import TEMPLATE_WORDS, show_integer


class TemplateFaultError(Exception):
    """A template that does not render; `problem` names template, line and page."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


_FAULTS: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TimeLimitError,
    TypeError,
    ValueError,
)
# In seconds: for a page of a site that has templates of its own, and for each character of its context.
_AT_LEAST: Final = 1.0
_FOR_A_CHARACTER: Final = 1e-6


def render(page: Page, look: Look) -> bytes:
    """The page as UTF-8 HTML, the names of assets left open. Raises TemplateFaultError if its template fails."""
    endless = _endless(look)
    if endless:
        raise TemplateFaultError(endless[0])
    try:
        with _allowed(page, look):
            return _render(page, look).encode()
    except _FAULTS as error:
        if isinstance(error, MemoryError) and not look.places:
            raise  # the program's templates take little, so there was little
        problem = _problem(error, page, look)
        if isinstance(error, TimeLimitError):
            endless.append(problem)
        raise TemplateFaultError(problem) from error


@lru_cache(maxsize=1)
def _endless(_: Look) -> list[Problem]:
    """A template that took too long: no other page of this look waits for it."""
    return []


def _allowed(page: Page, look: Look) -> AbstractContextManager[None]:
    """The program's templates end; those of a site are given up when they take far too long."""
    if not look.places:
        return nullcontext()
    return time_limit(_AT_LEAST + len(repr(page.context)) * _FOR_A_CHARACTER)


def _render(page: Page, look: Look) -> str:
    template = _environment(look).get_template(page.template)
    names = [field.name for field in fields(page.context)]  # type: ignore[arg-type]
    styles = look.in_pages.styles
    values = {name: getattr(page.context, name) for name in names}
    return settle_text(template.render(values, stylesheet=styles.get(page.template, styles[""])))


def check_own_templates(look: Look) -> Iterator[Problem]:
    """What is wrong with the templates of a site's own, by what each page is given."""
    own = {name for name in look.templates if f"templates/{name}" in look.places}
    if not own:
        return
    # Imported here because few sites have such templates.
    from dateline.pages.contract import CONTEXTS
    from dateline.publishing.looks.template_check import check_templates
    from dateline.publishing.looks.template_types import typed_fields

    given = {"assets": Assets, "stylesheet": str}
    contexts = {name: {**given, **typed_fields(context)} for name, context in CONTEXTS.items()}
    for name, line, found, fix in check_templates(
        _environment(look), look.templates, contexts, own
    ):
        position = Position(path=_place(name, look), line=line)
        yield Problem(position, Rule.TEMPLATE_ERROR, found, fix)


class _PageCode(CodeGenerator):
    """Templates as Jinja compiles them, but that most values have nothing to escape."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


_TO_ESCAPE: Final = re.compile("[&<>'\"]")


class _PageContext(runtime.Context):
    """As Jinja's, but that a macro is called without asking what else it could be."""

    @internalcode
    def call(self, called: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        if called.__class__ is not runtime.Macro:
            return super().call(called, *args, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return called(self.eval_ctx, *args, **named)


class _PageEnvironment(Environment):
    code_generator_class = _PageCode

    context_class = _PageContext

    @staticmethod
    def escaped(value: Any) -> str:
        """As `escape`, at a third of its price where there is nothing to do."""
        kind = value.__class__
        if kind is Markup or (kind is str and _TO_ESCAPE.search(value) is None):
            return cast("str", value)
        return escape(value)

    def make_globals(self, _: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Those of the environment: no template has its own, and each import compares them."""
        return self.globals


@lru_cache(maxsize=1)
def _environment(look: Look) -> Environment:
    environment = _PageEnvironment(
        loader=FunctionLoader(lambda name: _source(name, look)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        optimized=False,  # to look for constants takes longer than they save
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
        "in_text": in_text,
    }
    environment.globals |= {"assets": look.in_pages, "range": safe_range}
    return environment


def in_text(text: str) -> Markup:
    """Text between tags, where quotation marks and `>` are themselves."""
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;"))  # noqa: S704 - escaped


def _kept_in(folder: Path) -> CompiledTemplates:
    return CompiledTemplates(folder, Path(__file__).read_bytes())


def _at_run_time(show: Callable[[Any], str]) -> Callable[..., str]:
    """The filter, which Jinja would otherwise apply to a constant once for all pages and languages."""

    @pass_context
    def show_in_page(_: object, value: Any) -> str:
        return show(value)

    return show_in_page


def _source(name: str, look: Look) -> tuple[str, str, Callable[[], bool]] | None:
    text = look.templates.get(name)
    return None if text is None else (text, _place(name, look), lambda: True)


def _place(name: str, look: Look) -> str:
    """Where a template is, as an editor would type it."""
    return look.places.get(f"templates/{name}", f"templates/{name}")


def _problem(error: Exception, page: Page, look: Look) -> Problem:
    return Problem(
        position=_position(error, page, look),
        rule=Rule.TEMPLATE_ERROR,
        found=f"the page {page.path} does not render: {_in_words(error)}",
        fix="fix the template or its context",
    )


def _in_words(error: Exception) -> str:
    match error:
        case RecursionError():
            return "a template includes or calls itself without end"
        case TimeLimitError():
            return "it takes too long, so a loop in a template may have no end"
        case MemoryError():
            return "it takes more memory than there is"
    return str(error) or type(error).__name__


def _position(error: Exception, page: Page, look: Look) -> Position:
    """The line of the template that failed: that of the syntax error, or the innermost."""
    if isinstance(error, TemplateSyntaxError):
        return Position(path=_place(error.name or page.template, look), line=error.lineno)
    ours = {_place(name, look) for name in look.templates}
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename in ours:
            return Position(path=frame.filename, line=frame.lineno or 1)
    return Position(path=_place(page.template, look))
