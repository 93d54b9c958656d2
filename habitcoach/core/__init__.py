"""The pure rules: dates, versions and entries in; occasions, periods and streaks out.

Nothing in here reads a clock, a file, a database or a screen.
"""
