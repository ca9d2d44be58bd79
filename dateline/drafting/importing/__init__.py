"""A file as newsrooms send it, to the text of `article.md`: the same words, and what was cut is shown."""
