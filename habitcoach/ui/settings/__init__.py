"""The Settings page: boxed rows that hold at once."""
