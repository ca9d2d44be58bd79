"""Values that are worked out from other figures."""
