"""What a build keeps for the next: entries of a cache, and files that are compressed or stay on the disk."""
