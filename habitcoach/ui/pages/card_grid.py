"""Cards in columns, built as they come into sight: forty cards at once would hold up the window."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from habitcoach.ui.look import Look

WIDE = 728  #: from this width on there are three columns; a window of 1000 px leaves it
_GUESS = 208  #: height of a row that nobody has seen yet


class CardGrid(QWidget):
    """Shows some of its cards in a given order. Cards of one row are equally high."""

    def __init__(self, look: Look, make: Callable[[int], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._gap = look.theme.space(4)
        self._cards: dict[int, QWidget] = {}
        self._heights: dict[tuple[int, int], int] = {}
        self._order: tuple[int, ...] = ()
        self._sight = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._build_some)
        look.changed.connect(self._measure_anew)

    @property
    def columns(self) -> int:
        """How many cards stand beside each other."""
        return 3 if self.width() >= WIDE else 2

    def card(self, number: int) -> QWidget | None:
        """Return a card that has been built."""
        return self._cards.get(number)

    def show_cards(self, order: Sequence[int]) -> None:
        """Show these cards in this order and hide the others."""
        self._order = tuple(order)
        wanted = set(order)
        for number, card in self._cards.items():
            if number not in wanted:
                card.hide()  # the others are shown with their row
        self._place()

    def measure(self, number: int) -> None:
        """Take the height of a card anew: it shows more than before, or less."""
        for key in [key for key in self._heights if key[0] == number]:
            del self._heights[key]
        self._place()

    def clear(self) -> None:
        """Forget all cards."""
        for card in self._cards.values():
            card.hide()
            card.deleteLater()
        self._cards.clear()
        self._heights.clear()
        self.show_cards(())

    def show_down_to(self, bottom: int) -> None:
        """Build every card that begins above `bottom` px now; the others follow when there is time."""
        self._sight = bottom
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards anew when the width has changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def _measure_anew(self) -> None:
        self._heights.clear()
        self._place()

    def _rows(self) -> list[tuple[int, ...]]:
        return [self._order[at : at + self.columns] for at in range(0, len(self._order), self.columns)]

    def _place(self) -> None:
        if self.width() <= 0:
            return
        wide = (self.width() + self._gap) // self.columns - self._gap
        top = 0
        complete = True
        for row in self._rows():
            if top <= self._sight:
                self._build(row)
            if all(number in self._cards for number in row):
                for number in row:
                    self._cards[number].show()
                high = max(self._height(number, wide) for number in row)
                self._set_row(row, top, high)
            else:
                high, complete = _GUESS, False
            top += high + self._gap
        self.setFixedHeight(max(0, top - self._gap))
        if not complete:
            self._idle.start()

    def _set_row(self, row: tuple[int, ...], top: int, high: int) -> None:
        """Set cards side by side; what does not divide goes to the later columns, pixel by pixel."""
        pitch = (self.width() + self._gap) / self.columns
        for place, number in enumerate(row):
            column = self.columns - 1 - place if self.isRightToLeft() else place
            left, end = int(column * pitch), int((column + 1) * pitch) - self._gap
            self._cards[number].setGeometry(QRect(left, top, end - left, high))

    def _height(self, number: int, wide: int) -> int:
        key = (number, wide)
        if key not in self._heights:
            card = self._cards[number]
            _settle(card, wide)
            self._heights[key] = max(card.heightForWidth(wide), card.minimumSizeHint().height())
        return self._heights[key]

    def _build(self, row: tuple[int, ...]) -> None:
        fresh = [number for number in row if number not in self._cards]
        for number in fresh:
            card = self._make(number)
            card.setParent(self)  # hidden until its row is complete
            self._cards[number] = card
        if fresh:
            # The keyboard walks cards in the order of their numbers, whenever they were built.
            for before, after in pairwise(self._cards[number] for number in sorted(self._cards)):
                QWidget.setTabOrder(before, after)

    def _build_some(self) -> None:
        """Build one more card, so that the window stays quick between two of them."""
        missing = next((number for row in self._rows() for number in row if number not in self._cards), None)
        if missing is None:
            self._idle.stop()
            return
        self._build((missing,))
        self._place()


def _settle(card: QWidget, wide: int) -> None:
    """Give a card a width through and through: its labels ask for the height of the width they have."""
    card.resize(wide, card.height())
    for part in (*reversed(card.findChildren(QWidget)), card):
        layout = part.layout()
        if layout is not None:
            layout.activate()
