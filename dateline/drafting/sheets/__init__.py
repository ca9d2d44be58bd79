"""Exact edits of a sheet: everything else in it stays, byte for byte."""
