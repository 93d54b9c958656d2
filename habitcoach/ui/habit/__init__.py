"""The Habits page: the list, and one habit in detail."""
