"""Times and dates as in Britain, whatever this machine is set to."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale


@contextmanager
def british() -> Iterator[None]:
    """Write times and dates as in Britain, and afterwards as before."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    try:
        yield
    finally:
        QLocale.setDefault(before)
