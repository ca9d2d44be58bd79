"""A spreadsheet's rows as facts: compared with those of the sheets, or new."""
