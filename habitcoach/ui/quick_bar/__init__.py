"""The quick bar: a line to type in that logs a habit or makes a promise, over any program."""

from habitcoach.ui.quick_bar.bar import QuickBar
from habitcoach.ui.quick_bar.strip import QuickStrip

__all__ = ["QuickBar", "QuickStrip"]
