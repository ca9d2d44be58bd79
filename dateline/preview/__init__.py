"""The site while it is being written: served, made anew at each save, never published."""
