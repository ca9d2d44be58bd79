"""A site from nothing: what `init` writes into a folder, and how it leaves alone what is there."""
