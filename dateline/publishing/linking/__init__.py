"""Whether every link leads somewhere."""
