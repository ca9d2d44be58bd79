"""`serve`: the preview."""

from __future__ import annotations

import argparse
import os
import re

from dateline.facts.editor_addresses import EXPECTED_OF_EDITOR, fault_of_editor
from dateline.printing import SHOW, try_to_say
from dateline.verbs.options import INTERRUPTED, WrongUseError, add_common_options, request_of


def add_options(verb: argparse.ArgumentParser) -> None:
    add_common_options(verb)
    verb.add_argument(
        "--port", type=_port, metavar="N", help="port to listen on (default: 8000; 0: any free one)"
    )
    verb.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)"
    )
    verb.add_argument("--open", action="store_true", help="open the site in the browser")


def _port(text: str) -> int:
    if re.fullmatch("[0-9]{1,5}", text) and int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a port: write a number up to 65535")


def run(args: argparse.Namespace) -> int:
    request = request_of(args)
    from dateline.preview.notices import Terminal
    from dateline.preview.serve import PortRefused, ServeOptions, serve_preview

    editor = os.environ.get("EDITOR_URL") or None
    if editor and (fault := fault_of_editor(editor)):
        raise WrongUseError(f"EDITOR_URL is {editor!r}: {fault}; {EXPECTED_OF_EDITOR}")
    options = ServeOptions(host=args.host, port=args.port, open=args.open, editor=editor)
    say = (lambda _: None) if args.quiet else try_to_say
    terminal = Terminal(say=say, warn=try_to_say, show=SHOW[args.format])
    try:
        serve_preview(request, options, terminal)
    except PortRefused as error:
        raise WrongUseError(str(error)) from None
    return INTERRUPTED
