"""Whether the words of a fact have its number and its unit."""
