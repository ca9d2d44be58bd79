"""A draft from an article: what it holds is proposed, and a human decides."""
