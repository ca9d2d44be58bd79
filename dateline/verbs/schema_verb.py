"""`schema`: the JSON Schema of everything that an editor writes, for editors that complete and check YAML."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dateline.printing import put
from dateline.verbs.options import CONTENT, DONE, REFUSED, WrongUseError, guard_content


def add_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--content",
        type=Path,
        default=CONTENT,
        metavar="DIR",
        help="folder of articles and sheets, beside which `schemas` is (default: content)",
    )
    verb.add_argument(
        "--check", action="store_true", help="write nothing; say which schemas are out of date"
    )


def run(args: argparse.Namespace) -> int:
    from dateline.drafting.schemas.schemas_on_disk import (
        SchemasRefused,
        outdated_schemas,
        write_schemas,
    )

    guard_content(args)
    site = (
        args.content.absolute().parent if args.content.name in ("", "..") else args.content.parent
    )
    outdated = outdated_schemas(site, args.content)
    if args.check:
        put("".join(f"out of date: {site / path}\n" for path in outdated), sys.stdout)
        return REFUSED if outdated else DONE
    try:
        write_schemas(site, outdated)
    except SchemasRefused as error:
        raise WrongUseError(str(error)) from None
    wrote = [f"wrote {site / path}" for path in outdated]
    nothing = [] if wrote else [f"The schemas in {site / 'schemas'} are up to date."]
    put("\n".join([*wrote, *nothing, ""]), sys.stdout)
    return DONE
