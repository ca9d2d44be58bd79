"""What becomes of each claim, and what a message says of it."""
