"""Dates in English prose: atoms of a day, month or year, and what their neighbours make of them."""
