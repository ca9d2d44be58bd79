"""What claims are read from, and what they can rest on: texts that readers see, dates and numbers."""
