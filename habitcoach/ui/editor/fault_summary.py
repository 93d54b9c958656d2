"""How many things stand in the way of a habit that was written."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from habitcoach.texts.language import ntr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon


class FaultSummary(QFrame):
    """Says it above the form; each thing is said at its own place as well."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("fault_summary")
        self.setProperty("surface", "error")
        self._text = Label(look, "", "body", "error", wrap=True)
        self._text.setObjectName("fault_summary_text")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(3), theme.space(1), theme.space(3), theme.space(1))
        row.setSpacing(theme.space(2))
        row.addWidget(SmallIcon(look, "warn", "error"))
        row.addWidget(self._text, 1)
        self.hide()

    def say(self, count: int, *, new: bool) -> None:
        """Show a count; none hides the summary."""
        if new:
            text = ntr(
                "One thing to fix before this can start.", "{n} things to fix before this can start.", count
            )
        else:
            text = ntr(
                "One thing to fix before this can be saved.",
                "{n} things to fix before this can be saved.",
                count,
            )
        self._text.setText(text)
        self.setVisible(count > 0)
