"""Waiting for work in the background while windows stay alive: for a start, which has none yet."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop

from habitcoach.app.background import Background

T = TypeVar("T")


def done_in_background(background: Background, work: Callable[[], T]) -> T:
    """Return what `work` returned in the background's thread. Raises what it raised."""
    loop = QEventLoop()
    found: list[T] = []
    failed: list[Exception] = []

    def then(result: T) -> None:
        found.append(result)
        loop.quit()

    def wrong(error: Exception) -> None:
        failed.append(error)
        loop.quit()

    background.do(work, then, wrong)
    if not found and not failed:
        loop.exec()
    if failed:
        raise failed[0]
    return found[0]
