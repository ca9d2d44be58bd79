"""Days and clock times that the article, or a figure, has only of something else than the text."""
