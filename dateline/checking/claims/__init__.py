"""Whether the article or a fact supports what any text that readers see says."""
