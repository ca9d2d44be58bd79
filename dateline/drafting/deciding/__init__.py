"""What is undecided in a briefing, and what becomes of it: taken, edited, put aside or left for later."""
