"""Names in English prose, and the forms that they may take."""
