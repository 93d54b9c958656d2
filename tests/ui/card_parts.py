"""What is on a card."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from habitcoach.ui.cue_card import CueCard

#: Clicks the card's button of a name.
Press = Callable[[str], None]


def has(card: CueCard, name: str) -> bool:
    return any(one.isVisible() for one in card.findChildren(QWidget, name))


def texts(card: CueCard) -> list[str]:
    return [one.text() for one in card.findChildren(QLabel) if one.isVisible()]
