"""What makes a button as large as what is laid out on it, and lets it be pressed anywhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


class LaidOut:
    """Stands before the button among a class's bases. No QObject itself: PySide bears only one of those."""

    if TYPE_CHECKING:

        def layout(self) -> "QLayout | None":
            """Return what the button has laid out on it."""

    def sizeHint(self) -> QSize:
        """Ask for what is laid out."""
        layout = self.layout()
        return QSize() if layout is None else layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Ask for what its words need."""
        layout = self.layout()
        return QSize() if layout is None else layout.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words."""
        layout = self.layout()
        return 0 if layout is None else layout.heightForWidth(width)

    def hitButton(self, _pos: QPoint) -> bool:
        """Let all of it be pressed."""
        return True
