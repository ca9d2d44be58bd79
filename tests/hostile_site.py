"""A small site in which one name stands wherever readers see words."""

from __future__ import annotations

from pathlib import Path

_FILES = {
    "site.yaml": """\
title: The {name}
description: About {name} and others.
publisher: {{name: "{name} Press", address: https://a.example/}}
licence: {{name: "{name} Licence", address: https://a.example/terms}}
contact: contact
footer: By {name}, 2024.
""",
    "authors.yaml": """\
authors:
  - {{id: ana, name: "{name}", role: "of {name}, 3rd desk", bio: "{name}, 47, is ours."}}
""",
    "about.md": "{name}, 12 Mill Road, is where we are.\n",
    "pages/contact.md": "---\ntitle: Ask {name}\nnav: header\n---\n\nWrite to {name}, 4 Mill Road.\n",
    "line/article.md": """\
---
title: "{name}, 62, visits the port"
kicker: "{name}: 3 quays"
standfirst: "{name}, 62, came."
published: 2024-09-11
authors: ana
dateline: "{name}"
brief:
  - what: "{name}, 62, is here."
    why: "{name}, 62, says it matters."
    facts: visit
---

{name}, 62, visited {name} Port on Wednesday. It is 32 kilometres long, the {name} Union said; some said 33 kilometres.
“We of {name} are 5,” {name} said.

## The {name}, 2024

| {name} | Length |
|---|---|
| {name} | 32 km |

- {name}, 3 of them
""",
    "line/timeline.yaml": """\
events:
  - id: visit
    title: "{name}, 62, visits"
    date: 2024-09-11
    summary: "{name}, 62, came to {name} Port."
    evidence: visited {name} Port on Wednesday
    source: log
    by: port
""",
    "line/figures.yaml": """\
figures:
  - {{id: length, label: "Length of {name}, 2024", value: 32, unit: km, kind: measured, by: port,
     evidence: It is 32 kilometres long, source: log,
     values: [{{value: 33, by: other, source: log, evidence: some said 33 kilometres}}],
     history: [{{value: 31, date: 2023-01-01, source: log}}, {{value: 32, date: 2024-01-01, by: other, source: log}}],
     revised: [{{value: 30, recorded: 2024-09-10, source: log, note: "{name} erred"}}]}}
""",
    "line/people.yaml": """\
people:
  - {{id: ana, name: "{name}", role: "chair of {name}, 3rd term", why: "{name}, 62, came.",
     evidence: "{name}, 62,", organisation: port}}
""",
    "line/organisations.yaml": """\
organisations:
  - {{id: port, name: "{name} Union", what: "a union of {name}, 3 ports", evidence: "the {name} Union said"}}
""",
    "line/places.yaml": """\
places:
  - {{id: quay, name: "{name} Port", what: "a port, 3 quays", evidence: "{name} Port", latitude: 54.1, longitude: 12.1}}
  - {{id: other, name: "{name}", what: "a town, 3 quays", evidence: "“We of {name}", latitude: 54.4, longitude: 12.6}}
""",
    "line/quotations.yaml": """\
quotations:
  - {{id: five, words: "We of {name} are 5", speaker: ana, evidence: "We of {name} are 5", said_on: 2024-09-11}}
""",
    "line/sources.yaml": """\
sources:
  - {{id: log, title: "Log of {name}, 2024", publisher: "{name}, 3 Mill Road", author: "{name}",
     address: https://a.example/{path}, published: 2024-09-11, retrieved: 2024-09-11}}
""",
}


def write_hostile_site(folder: Path, name: str, path: str = "log") -> Path:
    """Write its content below `folder`, and return the folder of the content."""
    content = folder / "content"
    for file, text in _FILES.items():
        (content / file).parent.mkdir(parents=True, exist_ok=True)
        (content / file).write_text(text.format(name=name, path=path), "utf-8")
    return content
