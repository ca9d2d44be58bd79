"""What the preview says in the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.problems import on_one_line, to_text
from dateline.reading.site import show_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dateline.preview.messages import Fault, Made

_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How the preview talks: `warn` prints what is wrong, `say` all the rest."""

    say: Callable[[str], None]
    warn: Callable[[str], None]

    def tell_made(self, made: Made, changed: frozenset[Path] | None, *, anew: bool) -> None:
        """One line on what was made; the problems before it where they are `anew`, others."""
        if anew and made.problems:
            self.warn(to_text(made.problems).rstrip("\n"))
        errors = sum(problem.severity == "error" for problem in made.problems)
        warnings = len(made.problems) - errors
        counts = f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}"
        kept = "; the last good pages stay" if made.refused else ""
        self.say(f"{_in_words(changed)}: {made.seconds:.2f} s, {counts}{kept}.")

    def tell_fault(self, fault: Fault) -> None:
        place = f"{fault.place}: " if fault.place else ""
        lines = "".join(f"\n    {on_one_line(line)}" for line in fault.text.splitlines())
        self.warn(f"{place}{on_one_line(fault.title)}{lines}")


def _in_words(changed: frozenset[Path] | None) -> str:
    if not changed:
        return "Everything"
    names = sorted(on_one_line(show_path(path)) for path in changed)
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
