"""What briefings are about, in the editors' words; spellings that make one address are one topic."""

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256
from typing import Final

from dateline.facts.plain_letters import plain_letters
from dateline.patterns import compile_later

_LONGEST: Final = 60
# Windows has no folders of these names.
_DEVICES: Final = compile_later("con|prn|aux|nul|com[0-9]|lpt[0-9]")


@lru_cache(maxsize=4096)
def topic_id(words: str) -> str:
    """The folder of a topic: its words in plain letters, such as `iran-and-iraq`.

    Words whose letters do not all have a plain form, as in Arabic, end in a digest of them; so do long ones, and
    those of which no folder can be called.
    """
    kept = "-".join(re.findall("[a-z0-9]+", plain_letters(words)))
    if kept and len(kept) <= _LONGEST and not _is_lossy(words) and not _DEVICES.fullmatch(kept):
        return kept
    same = " ".join(unicodedata.normalize("NFKC", words).casefold().split())
    short = kept[: _LONGEST - 9].rpartition("-")[0] if len(kept) > _LONGEST - 9 else kept
    return f"{short}-{sha256(same.encode()).hexdigest()[:8]}".lstrip("-")


def _is_lossy(words: str) -> bool:
    return any(letter.isalnum() and not plain_letters(letter) for letter in words)
