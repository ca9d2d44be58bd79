"""JSON Schema (draft-07) of everything that an editor writes, made from the records."""
