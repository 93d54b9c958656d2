"""The pages of the main window, in the order of the sidebar."""

from enum import IntEnum


class PageName(IntEnum):
    """Which page; Settings stands apart, at the foot of the sidebar."""

    TODAY = 0
    HABITS = 1
    LIBRARY = 2
    REVIEW = 3
    SETTINGS = 4
