"""Write a newsroom's archive: N briefings from towns that do not exist, for measuring and for trying things out.

    python3 -m benchmarks.corpus N FOLDER [--seed S]

The briefings of a seed are always the same, and the first hundred of a thousand are the hundred. Each has an
article of about 650 words, 12 events of which three or more were expected, 10 figures, 6 people, 5 places,
organisations, quotations and sources. Towns, people, topics and facts of the past recur, as they do in a
newsroom. `build.py check --today 2026-07-01` finds no mistake in them; of what was expected some is overdue.
The prose is in stories.yaml.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from benchmarks.newsroom import Story, stories

SETTINGS: Final = """\
title: The Lower Rivers Courier
description: News from the towns along the lower rivers.
address: https://courier.example/
tag: courier.example,2016
language: en
timezone: Europe/Warsaw
publisher:
  name: The Lower Rivers Courier
licence:
  name: CC BY 4.0
  address: https://creativecommons.org/licenses/by/4.0/
"""


def files(story: Story) -> dict[str, str]:
    article = "---\n" + "".join(_fields(story.front)) + "---\n\n" + "\n\n".join(story.blocks) + "\n"
    sheets = {f"{name}.yaml": "".join(_fields(lists)) for name, lists in story.sheets.items()}
    return {"article.md": article, **sheets}


def _fields(record: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    for name, value in record.items():
        if isinstance(value, dict):
            yield f"{indent}{name}:\n"
            yield from _fields(value, indent + "  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{name}:\n"
            for item in value:
                first, *rest = _fields(item, indent + "    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        elif isinstance(value, list):
            yield f"{indent}{name}: [{', '.join(value)}]\n"
        else:
            yield f"{indent}{name}: {_scalar(value)}\n"


def _scalar(value: str) -> str:
    plain = re.match(r"[\w“€./]", value) and ": " not in value and " #" not in value
    return value if plain else json.dumps(value, ensure_ascii=False)


def write_content(folder: Path, archive: Iterable[Story]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "site.yaml").write_text(SETTINGS, "utf-8")
    for story in archive:
        (folder / story.slug).mkdir()
        for name, text in files(story).items():
            (folder / story.slug / name).write_text(text, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("many", type=int, metavar="N", help="how many briefings")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the content is written")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="other ones")
    args = parser.parse_args()
    write_content(args.folder, stories(args.many, args.seed))


if __name__ == "__main__":
    main()
