"""Whether the words of a fact still say what its fields say."""
