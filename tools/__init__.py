"""What a checkout has and an installed Dateline has not: its environment, and the verb `test`."""
