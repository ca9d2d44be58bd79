"""Templates, style, script and fonts, and pages and cards drawn with them."""
