"""Words without a date, a number, a name or a quotation among them, and signs that mean something elsewhere."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

PLAIN: Final = """
    harbour rain stone river quiet paint bread window wood lamp cloud grass paper sand iron smoke cloth
    garden table wheel bell rope glass leaf
""".split()
ODD: Final = [
    *("<b>bold</b>", "</script>", "<!--", "-->", "]]>", "&amp;", "&", "&lt;", "<", ">", "{{ x }}", "{% raw %}"),
    *("${x}", "`tick`", "*star*", "_under_", "\\n", "\\", "it's", "naïve", "e\u0301te\u0301", "日本語", "سلام", "שלום"),
    *("😀", "…", "–", "#tag", "a: b", "a #b", "- dash", "@at", "no", "null", "~", "a,b", "[x]", "{x}", "|"),
    *("%s", "%(a)s", "=cmd", "+cmd", "a;b", "a\tb", "soft\u00adhyphen", "ſ", "ß", "ﬁ"),
    *("x\u00a0y", "…\u2009…", "^", "~~a~~", "$a$"),
]  # fmt: skip
# Letters without a capital, marks and signs of every script, but no digits and no quotation marks.
_SCRIPTS: Final = st.text(
    st.characters(
        categories=["Ll", "Lo", "Lm", "Mn", "Mc", "Pc", "Pd", "Ps", "Pe", "Po", "Sm", "Sk", "So"],
        exclude_characters="\"'`",
    ),
    min_size=1,
    max_size=5,
)
_PLAIN_WORDS: Final = st.sampled_from(PLAIN)
_WORDS: Final = st.one_of(_PLAIN_WORDS, _PLAIN_WORDS, _PLAIN_WORDS, st.sampled_from(ODD), _SCRIPTS)
PROSE: Final = st.tuples(st.sampled_from(PLAIN), st.lists(_WORDS, max_size=6)).map(
    lambda drawn: " ".join([drawn[0], *drawn[1]])
)
TITLES: Final = PROSE.map(lambda words: f"The {words}")
CAPTIONS: Final = PROSE
NAMES: Final = st.sampled_from(
    ["Ida Holt", "Rune Øst", "Zoë d’Arc", "李雷", "O'Neill & Sons", "<i>"]
)
REPORT: Final = "The harbour is quiet.\n\nNobody paints the bell & the <rope>.\n"
STORED: Final = st.sampled_from(["The harbour is quiet.", "paints the bell & the <rope>"])
TOPICS: Final = st.one_of(
    PROSE,
    st.sampled_from(
        [
            *(
                "Bridges",
                "bridges",
                "Bridges!",
                "brİdges",
                "page two",
                "index",
                "con",
                "a/b",
                "../people",
            ),
            *(
                "النهر",
                "日本",
                "日本語",
                "<b>Trade</b>",
                "..",
                "!",
                "a & b",
                "topics",
                "x" * 300,
                "ä" * 70,
            ),
        ]
    ),
)
"""What briefings are about: some of them in common, or nearly so, and some like parts of an address."""
