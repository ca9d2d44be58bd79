"""What each fact that an article holds would be."""
