"""Pictures: what may be one, the sizes and formats that are made of it, and where these are kept."""
