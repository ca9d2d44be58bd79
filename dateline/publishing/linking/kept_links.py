"""The links out of a briefing in few bytes: a build has those of thousands in memory."""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable
from functools import lru_cache

from pydantic import TypeAdapter

from dateline.publishing.linking.links import OutboundLink


@lru_cache(maxsize=1)
def _as_json() -> TypeAdapter[tuple[OutboundLink, ...]]:
    return TypeAdapter(tuple[OutboundLink, ...])


def write_links(links: Iterable[OutboundLink]) -> str:
    whole = tuple(links)
    text = _as_json().dump_json(whole, exclude_defaults=True)
    return b64encode(zlib.compress(text, 6)).decode() if whole else ""


def read_links(written: str) -> tuple[OutboundLink, ...]:
    return _as_json().validate_json(zlib.decompress(b64decode(written))) if written else ()
