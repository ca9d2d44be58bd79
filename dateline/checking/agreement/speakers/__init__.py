"""Whether the words of a fact are of the one who is named for them."""
