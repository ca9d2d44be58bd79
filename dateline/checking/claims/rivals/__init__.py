"""Numbers that the article has only of something else than the text, and the other one that it has of that."""
