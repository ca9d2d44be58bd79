"""`python -m tests.pages.data.schemas` writes the published JSON Schemas anew.

Within a version a change may only add: look at the difference before keeping it.
"""

from __future__ import annotations

from pathlib import Path

from dateline.pages.data.schemas import fact_schemas

FOLDER = Path(__file__).parents[3] / "static" / "schemas"

if __name__ == "__main__":
    for name, data in fact_schemas().items():
        (FOLDER / name).write_bytes(data)
