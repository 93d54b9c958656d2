"""The first run: three steps, each of which can be left out."""
