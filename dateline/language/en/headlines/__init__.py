"""What a headline makes of a sentence: titles, labels and roles in the words of the article."""
