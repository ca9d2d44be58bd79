"""What changes for readers against the site that was published before."""
