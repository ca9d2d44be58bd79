"""Libraries that only some imports need, and that are not installed with the program."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any, Final

from dateline.drafting.importing.story import ImportRefused

# As the extra `import` in pyproject.toml; a test compares them.
WANTED: Final = {"mammoth": "mammoth>=1.11", "trafilatura": "trafilatura>=2"}


def load_library(name: str, of_what: str) -> Any:
    """The module. Raises ImportRefused, which says how to install it."""
    try:
        return import_module(name)
    except ImportError:
        wanted = " ".join(f"'{requirement}'" for requirement in WANTED.values())
        raise ImportRefused(
            f"{of_what} needs a library that is not installed: run `{sys.executable} -m pip install {wanted}`"
        ) from None
