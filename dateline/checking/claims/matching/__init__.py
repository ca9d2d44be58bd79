"""Whether the article or a fact gives a date, a number or a name of a text."""
