"""Text that is quickly known to be plain has nothing that the longer looks would find."""

import sys
import unicodedata

from dateline.facts.unseen import UNSEEN, hidden_in, is_plain_text
from dateline.reading.encoding import _REFUSED


def test_plain_text_has_only_letters_and_signs_that_are_seen_and_stay_as_they_are() -> None:
    plain = [chr(code) for code in range(sys.maxunicode + 1) if is_plain_text(chr(code))]
    assert {*"Aa0 \n\t’“–…é€İ"} <= {*plain}
    for sign in plain:
        assert unicodedata.normalize("NFC", sign) == sign
        assert unicodedata.category(sign)[0] != "M"
        assert not unicodedata.combining(sign)
        assert _REFUSED.search(sign) is None
        assert UNSEEN.search(f"1{sign}2") is None
    assert not [*hidden_in("".join(plain))]


def test_text_with_anything_else_is_looked_at() -> None:
    for other in "\u00ad\u200b\u202e\u0301\ufeff\x07\x85\r\u212a\u0645":
        assert not is_plain_text(f"plain {other} text")
