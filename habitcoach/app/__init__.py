"""The composition root of the desktop app: what is built, in which order, and how it quits."""
