"""What a checkout needs and an installed Dateline does not: its environment, and the verb `test`."""
