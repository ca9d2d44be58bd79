"""The closed grammar of dates, quantities, quotations and names in English news prose.

What it finds and what it leaves alone is set out in docs/grammar.md.
"""

from dateline.facts.language.en.dates import find_dates
from dateline.facts.language.en.names import find_names
from dateline.facts.language.en.quantities import find_quantities
from dateline.facts.language.en.quotations import find_quotations

__all__ = ["find_dates", "find_names", "find_quantities", "find_quotations"]
