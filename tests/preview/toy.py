"""`serve` with a toy for a builder: it makes one page of each article, and does what articles say.

The builder's process imports this module again, and so meets the toy in the builder's place.
"""

from __future__ import annotations

import os
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from dateline import cli
from dateline.preview import build_queue, web
from dateline.preview.messages import BriefingUpdate, Job, Update
from dateline.publishing.request import Request


def run_builder(connection: Connection, request: Request) -> None:
    while True:
        try:
            job: Job = connection.recv()
        except EOFError:
            return
        articles = sorted(request.content.glob("*/article.md"))
        texts = {article.parent.name: article.read_text() for article in articles}
        for text in texts.values():
            _obey(text, connection)
        connection.send(
            Update(
                number=job.number,
                done=True,
                base="/",
                editor=None,
                briefings={slug: _update(slug, text) for slug, text in texts.items()},
                own={"index.html": _page("front"), "404.html": _page("none")},
                problems=(),
                refused=False,
                seconds=0.0,
            )
        )


def _obey(text: str, connection: Connection) -> None:
    if "garble" in text:
        connection.send_bytes(b"no pickle")
        time.sleep(60)
    if "raise" in text:
        raise ValueError("a toy that breaks")
    if "leave" in text:
        raise SystemExit(0)
    if "crash" in text:
        os.abort()
    while "hang" in text:
        Path("hangs").touch()
        time.sleep(1)


def _update(slug: str, text: str) -> BriefingUpdate:
    return BriefingUpdate(pages={f"{slug}/index.html": _page(text)}, aside=None, view=None)


def _page(text: str) -> bytes:
    page = f"<!doctype html><html><head><title>x</title></head><body>{text}</body></html>"
    return page.encode()


modules: dict[str, Any] = sys.modules
modules["dateline.preview.builder"] = SimpleNamespace(run_builder=run_builder)
vars(build_queue)["PATIENCE"] = 0.5
vars(web)["_FIRST"] = 0.5

if __name__ == "__main__":
    sys.exit(cli.main(["serve", *sys.argv[1:]]))
