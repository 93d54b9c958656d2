"""Qt Widgets: they show views and emit intents; they know no store."""
