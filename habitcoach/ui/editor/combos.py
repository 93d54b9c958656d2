"""Lists to choose one value from."""

from PySide6.QtWidgets import QComboBox


def combo(name: str, spoken: str, items: tuple[tuple[str, object], ...]) -> QComboBox:
    """Return a list of words, each with the value it stands for."""
    found = QComboBox()
    found.setObjectName(name)
    found.setAccessibleName(spoken)
    for text, value in items:
        found.addItem(text, userData=value)
    return found


def choose(found: QComboBox, value: object, text: str | None = None) -> None:
    """Choose a value; one that the list does not offer joins it, as `text`."""
    place = found.findData(value)
    if place < 0:
        found.addItem(str(value) if text is None else text, userData=value)
        place = found.count() - 1
    found.setCurrentIndex(place)
