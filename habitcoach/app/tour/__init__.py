"""The tour: every screen and state, drawn on sample data without a display."""
