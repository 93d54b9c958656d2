"""The question about a note that holds what looks like a customer's data: remove it, or keep it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from habitcoach.core.note_check import Finding, Suspect, findings
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.strip import Strip


class NoteStrip(Strip):
    """Asks once about one note; what it asks about is not shown again in full."""

    remove = Signal()
    keep = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "note_check")
        self._note = Label(look, "", "own_body", wrap=True)
        self._note.setObjectName("note_check_text")
        self.words.insertWidget(0, self._note)
        self.words.insertSpacing(1, look.theme.space(2))
        self._remove = self.add_button(tr("Remove"), "remove")
        self._remove.clicked.connect(self.remove)
        self._keep = self.add_button(tr("Keep"), "keep", "quiet")
        self._keep.clicked.connect(self.keep)
        for button in (self._remove, self._keep):
            button.clicked.connect(lambda: self.say(""))

    def ask(self, note: str) -> None:
        """Ask about a note; one that holds nothing of the kind takes the strip away."""
        found = findings(note)
        self._note.setText(masked(note, found))
        question = _question(found) if found else ""
        self.say(question, question)
        self._headline.hide()  # the note itself stands there

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [self._remove, self._keep]


def masked(note: str, found: tuple[Finding, ...]) -> str:
    """Return a note with what was found cut down to its first letter, "j…@…"."""
    parts, last = list[str](), 0
    for one in found:
        stretch = note[one.start : one.end]
        parts += [note[last : one.start], f"{stretch[0]}…@…" if one.kind is Suspect.ADDRESS else "…"]
        last = one.end
    return "".join([*parts, note[last:]])


def _question(found: tuple[Finding, ...]) -> str:
    if any(one.kind is Suspect.ADDRESS for one in found):
        return tr("This looks like an e-mail address.")
    return tr("This looks like a customer’s number.")
