"""Numbers in English prose, with their units and hedges."""
