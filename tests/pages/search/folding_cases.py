"""What texts and questions are evened out to: the program and the script in the browser agree on each."""

from typing import Final

# A text, and some of the terms that find it.
TEXTS: Final[dict[str, set[str]]] = {
    "Masʿūd Pezeškiān in Łódź, Çelik in İzmir": {"masud", "pezeskian", "lodz", "celik", "izmir"},
    "مسعود پزشکیان": {"مسعود", "پزشكيان"},
    "كِتَابٌ عـــربي في القاهرة على": {"كتاب", "عربي", "القاهره", "علي"},
    "می‌رود": {"ميرود"},
    "2,500 troops": {"2500", "troop"},
    "2 500 troops": {"2500", "2", "500"},
    "2\u202f500 troops": {"2500"},
    "٢٥٠٠ و ۲۵۰۰": {"2500"},
    "2.5 thousand": {"2500", "2.5", "thousand"},
    "1.25 million, 3bn and ۲ میلیون": {"1250000", "3000000000", "2000000"},
    "2.50 and 3.0": {"2.5", "3"},
    "11 September 2024": {"2024-09-11", "2024-09", "11", "september", "2024"},
    "the 11th of Sept. 2024": {"2024-09-11"},
    "September 11, 2024": {"2024-09-11"},
    "2024-09-11/2024-09-13": {"2024-09-11", "2024-09-13"},
    "11 سبتمبر 2024": {"2024-09-11"},
    "۱۱ سپتامبر ۲۰۲۴": {"2024-09-11"},
    "تشرين الأول 2023": {"2023-10"},
    "Iraq's ships, boxes, cities and classes": {"iraq", "ship", "box", "city", "class"},
    "The U.S. and O'Neill in l’Aquila": {"us", "oneill", "aquila"},
    "Straße, Œuvre, Ærø, ΟΔΟΣ": {"strasse", "oeuvre", "aero", "οδοσ"},
    "東京": {"東", "京"},
    "2 120.5 and 11,20,30": {"2", "120.5"},
    "31 June 2024, 45 May 2024, 2024-13-01": {"2024-06-31", "2024-05"},
}
# What a reader types, and what is looked up.
QUESTIONS: Final[dict[str, list[str]]] = {
    "Pezeshkian": ["pezeshkian"],
    "2,500": ["2500"],
    "2 500": ["2500"],
    "2.5 thousand": ["2500"],
    "۲۵۰۰": ["2500"],
    "٢٥٠٠": ["2500"],
    "11 September 2024": ["2024-09-11"],
    "2024-09-11": ["2024-09-11"],
    "Sept 2024": ["2024-09"],
    "talks in May 2024": ["2024-05", "talk", "in"],
    "": [],
    "?!": [],
}
