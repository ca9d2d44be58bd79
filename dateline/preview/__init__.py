"""The site while it is being written: served, rebuilt at each save, never published."""
