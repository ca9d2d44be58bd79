"""Bytes that were something once: pieces of the sites of the tests, cut, doubled and spoilt."""

from __future__ import annotations

import re
from typing import Final

from hypothesis import strategies as st

from tests.fuzzing.targets import corpus

TOKENS: Final = {
    "sheet": r"""
--- ¦ ... ¦ - ¦ ? ¦ : ¦ # ¦ & ¦ * ¦ ! ¦ | ¦ > ¦ |- ¦ >- ¦ ' ¦ " ¦ % ¦ @ ¦ ` ¦ { ¦ } ¦ [ ¦ ] ¦ , ¦ ~ ¦ null ¦ <<:
!!str ¦ &a ¦ *a ¦ \x00 ¦ \u2028 ¦ "\ud800" ¦ - id: ¦ id: x ¦ origin: ¦ evidence: ¦ { words: ¦ }, ¦ words:
removed: ¦ periods: ¦ value: 1e400 ¦ date: 9999-12 ¦ date: [2024-01-01, 2024 ¦ 0001-01-01/..""",
    "article": r"""
# ¦ ## ¦ * ¦ ** ¦ _ ¦ ` ¦ ``` ¦ > ¦ > > ¦ - ¦ 1. ¦ 1) ¦ | ¦ |---| ¦ [ ¦ ]( ¦ ) ¦ ![ ¦ [^1] ¦ [^1]: ¦ *[A]: b ¦ --- ¦ ===
< ¦ <a href=" ¦ <b> ¦ </b> ¦ <div> ¦ <!-- ¦ --> ¦ <![CDATA[ ¦ <?x ¦ & ¦ &amp; ¦ &#x202e; ¦ &#0; ¦ &nbsp; ¦ \ ¦ {#id}
javascript: ¦ <img src=x onerror=y> ¦ <span lang=fa> ¦ : ¦ $ ¦ ~~ ¦ http:// ¦ <http://x> ¦ [x]: y""",
    "prose": r"""
on ¦ by ¦ since ¦ between ¦ from ¦ to ¦ 12 ¦ 2024 ¦ 3/9 ¦ September ¦ May ¦ Sunday ¦ week ¦ year ¦ ago ¦ about ¦ Q3
more than ¦ $5 ¦ 1.2bn ¦ 30 percent ¦ million ¦ half ¦ two-thirds ¦ 34-year-old ¦ 3-1 ¦ 9.30am ¦ BC ¦ mid- ¦ not ¦ said
who ¦ Mr. ¦ Anna ¦ of the ¦ ( ¦ ) ¦ - ¦ 1,000 ¦ 0.5 ¦ 1e9 ¦ 99999999999999999999 ¦ 2024-02-31 ¦ 31/02/2024 ¦ year to""",
}
ODD: Final = [
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "    ",
        "\u00a0",
        "\u2003",
        "",
        "\0",
        "\x85",
        "\u2028",
        "\ufeff",
    ),
    *(
        "\u200b",
        "\u00ad",
        "\u202e",
        "\u2067",
        "e\u0301",
        "ß",
        "İ",
        "ﬁ",
        "½",
        "²",
        "٣",
        "Ⅷ",
        "〇",
        "😀",
    ),
    *("👩\u200d👧", "\U000f0000", "\ufdd0"),
]
BYTES: Final = [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xff\xfea\0"]


def _token(target: str) -> st.SearchStrategy[bytes]:
    words = [*re.split(" ¦ |\n", TOKENS[target].strip()), *ODD]
    some = st.sampled_from(words).map(str.encode)
    return st.one_of(some, some, st.text(max_size=4).map(str.encode), st.sampled_from(BYTES))


@st.composite
def garbled(draw: st.DrawFn, target: str) -> bytes:
    """A piece, or two of them, with a few slips."""
    data = draw(st.sampled_from(corpus(target)))
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(start + draw(st.sampled_from([0, 1, 2, 5, 20, 100])), len(data))
        match draw(st.sampled_from(["put", "put", "cut", "double", "many", "join"])):
            case "put":
                data = data[:start] + draw(_token(target)) + data[end:]
            case "cut":
                data = data[:start] + data[end:]
            case "double":
                data = data[:end] + data[start:end] + data[end:]
            case "many":
                data = (
                    data[:start]
                    + draw(_token(target)) * draw(st.sampled_from([2, 3, 10, 60, 600]))
                    + data[start:]
                )
            case _:
                data = data[:start] + draw(st.sampled_from(corpus(target)))[end:]
    return data
