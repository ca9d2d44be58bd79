"""Quotations in English prose, and whom the words name as the speaker."""
