"""What every check works on: the evidence in the article, what is found in it, and who speaks."""
