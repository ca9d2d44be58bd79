"""What of the article the sheets hold, and what they leave."""
