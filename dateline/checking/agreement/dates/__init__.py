"""Whether the words of a fact have its date, its time and its period."""
