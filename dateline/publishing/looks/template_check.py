"""Checks that templates name only what there is: values, their fields, macros and other templates.

The tree of each page is walked with the types of its context, through loops, macros and includes.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field
from difflib import get_close_matches
from typing import Any, Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from dateline.facts.phrasing import join_words
from dateline.frozen import dataclass
from dateline.publishing.looks.template_types import (
    either,
    fields_in_words,
    has_field,
    item_of,
    type_of_field,
    unpacked,
    value_at,
)

Scope = dict[str, Any]
# What Jinja gives to a loop, a macro or a block.
_GIVEN: Final = ("loop", "caller", "self", "super", "varargs", "kwargs")
_SAME_ITEMS: Final = frozenset({"list", "sort", "reverse", "unique", "reject", "select"})


def check_templates(
    environment: Environment,
    templates: Mapping[str, str],
    contexts: Mapping[str, Mapping[str, Any]],
    own: Collection[str],
) -> Iterator[tuple[str, int, str, str]]:
    """Each fault as the name of its template, its line, what was found and what to write.

    `contexts` are the names that each page is given, with their types, by its template; `own` are
    the templates of the site.
    """
    trees: dict[str, nodes.Template] = {}
    for name, text in templates.items():
        try:
            trees[name] = environment.parse(text, name)
            if name in own:
                environment.compile(text, name)
        except TemplateSyntaxError as error:
            yield name, error.lineno, str(error.message), "correct the template"
    walk = _Walk(templates, trees, {**dict.fromkeys((*environment.globals, *_GIVEN), Any)})
    for name, context in contexts.items():
        if name in trees:
            walk.template(name, {**walk.always, **context})
    yield from ((*place, *words) for place, words in walk.faults.items())
    for name in sorted(trees.keys() - walk.reached):
        close = get_close_matches(name, trees.keys() - {*own}, n=1, cutoff=0.6)
        fix = f"did you mean {close[0]}?" if close else "include it in another, or remove it"
        yield name, 1, "no page uses this template", fix


@dataclass(frozen=True, slots=True)
class _Macro:
    """A macro, the template that it is in, and the names that are known there."""

    node: nodes.Macro
    template: str
    scope: Scope


@dataclass(slots=True)
class _Walk:
    """`at` is the template that is walked; `within` are those that it is part of.

    `trees` are those of all `names` whose syntax is right.
    """

    names: Collection[str]
    trees: Mapping[str, nodes.Template]
    always: Scope
    at: str = ""
    within: tuple[str, ...] = ()
    faults: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    walked: set[str] = field(default_factory=set)
    reached: set[str] = field(default_factory=set)

    def template(self, name: str, scope: Scope) -> None:
        self.reached.add(name)
        if name in self.within:
            return
        before = self.at, self.within
        self.at, self.within = name, (*self.within, name)
        self.body(self.trees[name].body, scope)
        self.at, self.within = before

    def fault(self, node: nodes.Node, found: str, known: Iterable[str], wanted: str) -> None:
        names = sorted(name for name in {*known} if not name.startswith("_"))
        close = get_close_matches(wanted, names, n=1, cutoff=0.6)
        fix = f"did you mean {close[0]}?" if close else f"there are {join_words(names)}"
        self.faults.setdefault((self.at, node.lineno), (found, fix))

    # Statements

    def body(self, statements: Iterable[nodes.Node], scope: Scope) -> None:
        for statement in statements:
            self.statement(statement, scope)

    def statement(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.Expr):
            self.value(node, scope)
        elif visit := _STATEMENTS.get(type(node)):
            visit(self, node, scope)
        else:
            self.body(node.iter_child_nodes(), scope)

    def loop(self, node: nodes.For, scope: Scope) -> None:
        inner = dict(scope)
        self.bind(node.target, item_of(self.value(node.iter, scope)), inner)
        if node.test:
            self.value(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, scope)

    def assign(self, node: nodes.Assign, scope: Scope) -> None:
        self.bind(node.target, self.value(node.node, scope), scope)

    def assign_block(self, node: nodes.AssignBlock, scope: Scope) -> None:
        self.body(node.body, dict(scope))
        self.bind(node.target, str, scope)

    def macro(self, node: nodes.Macro, scope: Scope) -> None:
        scope[node.name] = macro = _Macro(node, self.at, scope)
        self.call(macro, (), {})

    def call_block(self, node: nodes.CallBlock, scope: Scope) -> None:
        self.value(node.call, scope)
        self.body(node.body, {**scope, **dict.fromkeys((name.name for name in node.args), Any)})

    def with_names(self, node: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self.bind(target, self.value(value, scope), inner)
        self.body(node.body, inner)

    def block(self, node: nodes.Block, scope: Scope) -> None:
        self.body(node.body, dict(scope))

    def module(self, node: nodes.Import, scope: Scope) -> None:
        scope[node.target] = Any

    def bind(self, target: nodes.Node, type_: Any, scope: Scope) -> None:
        if isinstance(target, nodes.Tuple):
            parts = unpacked(type_, len(target.items))
            for part, part_type in zip(target.items, parts, strict=True):
                self.bind(part, part_type, scope)
        elif isinstance(target, nodes.Name):
            scope[target.name] = type_

    def another(self, node: nodes.Extends | nodes.Include, scope: Scope) -> None:
        name = self.named(node)
        if name in self.trees:
            self.template(name, scope if isinstance(node, nodes.Extends) else dict(scope))

    def named(self, node: nodes.Extends | nodes.Include | nodes.FromImport) -> str:
        """The template that a node names; empty where that is worked out, or is not there."""
        name = node.template.value if isinstance(node.template, nodes.Const) else ""
        if isinstance(name, str) and name and name not in self.names:
            self.fault(node, f"there is no template {name}", self.names, name)
        return name if isinstance(name, str) else ""

    def imported(self, node: nodes.FromImport, scope: Scope) -> None:
        name, module = self.named(node), dict(self.always)
        if name in self.trees:
            self.template(name, module)
        for names in node.names:
            given, called = names if isinstance(names, tuple) else (names, names)
            scope[called] = module.get(given, Any)
            if name in self.trees and given not in module and name not in self.within:
                macros = module.keys() - self.always.keys()
                self.fault(node, f"{name} has no {given}", macros, given)

    # Values

    def value(self, node: nodes.Node | None, scope: Scope) -> Any:
        if visit := _VALUES.get(type(node)):
            return visit(self, node, scope)
        for child in node.iter_child_nodes() if node else ():
            self.value(child, scope)
        return Any

    def constant(self, node: nodes.Const, _: Scope) -> Any:
        return type(node.value)

    def choice(self, node: nodes.CondExpr, scope: Scope) -> Any:
        self.value(node.test, scope)
        other = self.value(node.expr2, scope) if node.expr2 else None
        return either([self.value(node.expr1, scope), other])

    def both(self, node: nodes.BinExpr, scope: Scope) -> Any:
        return either([self.value(node.left, scope), self.value(node.right, scope)])

    def shape(self, node: nodes.Tuple, scope: Scope) -> Any:
        return tuple[tuple(self.value(item, scope) for item in node.items)]  # type: ignore[misc]

    def listed(self, node: nodes.List, scope: Scope) -> Any:
        items = either(self.value(item, scope) for item in node.items)
        return tuple[items, ...]  # type: ignore[valid-type]

    def test(self, node: nodes.Test, scope: Scope) -> Any:
        """Whether a name is defined may be asked of any name."""
        if node.name not in ("defined", "undefined"):
            self.value(node.node, scope)
        return bool

    def attribute(self, node: nodes.Getattr, scope: Scope) -> Any:
        return self.field(node, node.attr, scope)

    def item(self, node: nodes.Getitem, scope: Scope) -> Any:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.field(node, node.arg.value, scope)
        self.value(node.arg, scope)
        return value_at(self.value(node.node, scope))

    def name(self, node: nodes.Name, scope: Scope) -> Any:
        if node.name not in scope:
            known = scope.keys() - self.always.keys()
            self.fault(node, f"nothing is called {node.name} here", known, node.name)
            return Any
        return scope[node.name]

    def field(self, node: nodes.Getattr | nodes.Getitem, name: str, scope: Scope) -> Any:
        owner = self.value(node.node, scope)
        if isinstance(owner, _Macro) or has_field(owner, name):
            return Any if isinstance(owner, _Macro) else type_of_field(owner, name)
        what = getattr(owner, "__name__", "this value")
        self.fault(node, f"{what} has no field {name}", fields_in_words(owner), name)
        return Any

    def filtered(self, node: nodes.Filter, scope: Scope) -> Any:
        of = self.value(node.node, scope)
        for child in (*node.args, *node.kwargs):
            self.value(child, scope)
        if node.name in ("first", "last"):
            return item_of(of)
        items = item_of(of)
        return tuple[items, ...] if node.name in _SAME_ITEMS else Any  # type: ignore[valid-type]

    def called(self, node: nodes.Call, scope: Scope) -> Any:
        macro = self.value(node.node, scope)
        given = tuple(self.value(argument, scope) for argument in node.args)
        named = {pair.key: self.value(pair.value, scope) for pair in node.kwargs}
        if isinstance(macro, _Macro):
            self.call(macro, given, named)
            return str
        return Any

    def call(self, macro: _Macro, given: tuple[Any, ...], named: Mapping[str, Any]) -> None:
        """Walk the body of a macro with what it is called with, once for each set of types."""
        names = [argument.name for argument in macro.node.args]
        types = {**dict.fromkeys(names, Any), **dict(zip(names, given, strict=False)), **named}
        mark = f"{id(macro.node)} {types}"
        if mark in self.walked:
            return
        self.walked.add(mark)
        before, self.at = self.at, macro.template
        self.body(macro.node.body, {**macro.scope, **types})
        self.at = before


_STATEMENTS: Final[Mapping[type, Any]] = {
    nodes.For: _Walk.loop,
    nodes.Assign: _Walk.assign,
    nodes.AssignBlock: _Walk.assign_block,
    nodes.Macro: _Walk.macro,
    nodes.CallBlock: _Walk.call_block,
    nodes.With: _Walk.with_names,
    nodes.Block: _Walk.block,
    nodes.Extends: _Walk.another,
    nodes.Include: _Walk.another,
    nodes.FromImport: _Walk.imported,
    nodes.Import: _Walk.module,
}
_VALUES: Final[Mapping[type, Any]] = {
    nodes.Name: _Walk.name,
    nodes.Getattr: _Walk.attribute,
    nodes.Getitem: _Walk.item,
    nodes.Const: _Walk.constant,
    nodes.CondExpr: _Walk.choice,
    nodes.Or: _Walk.both,
    nodes.And: _Walk.both,
    nodes.Add: _Walk.both,
    nodes.Tuple: _Walk.shape,
    nodes.List: _Walk.listed,
    nodes.Call: _Walk.called,
    nodes.Filter: _Walk.filtered,
    nodes.Test: _Walk.test,
}
