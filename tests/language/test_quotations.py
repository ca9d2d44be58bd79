"""Quotations are found between their marks, and apostrophes are not taken for marks."""

import pytest

from dateline.language.en import find_quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We will stay,” she said. “For now.”", ["We will stay,", "For now."]),
        ('He called it "a farce" and left.', ["a farce"]),
        ("‘The workers’ rights matter,’ he said.", ["The workers’ rights matter,"]),
        ("It was a 'total disgrace', they said.", ["total disgrace"]),
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
        ("He is 6'2\" and didn't like the '90s.", []),
        ("The dogs' owners met the cats' owners.", []),
        ("“It began here.\n\n“It ends here.” He paused.", ["It began here.", "It ends here."]),
        ("“Never closed, and no quotation follows.\n\nNext paragraph.", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [quotation.text for quotation in find_quotations(text)] == quoted
