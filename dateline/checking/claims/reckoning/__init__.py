"""Whether a number of a text can be worked out from others: sums, shares, averages, lengths of time."""
