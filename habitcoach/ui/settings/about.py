"""Section *About and diagnostics*: what works here, what the app promises, whose work it stands on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.texts.language import ntr, tr
from habitcoach.texts.privacy import privacy_lines
from habitcoach.ui.look import Look
from habitcoach.ui.settings.facts import Checked, Facts
from habitcoach.ui.settings.row import Row
from habitcoach.ui.settings.section import Section
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon


class AboutSection(Section):
    """Diagnostics run when they are asked for."""

    examine = Signal()

    def __init__(self, look: Look) -> None:
        self._look = look
        self._found: tuple[Checked, ...] = ()
        self._looking = False
        self._examine = Button(look, tr("Check now"), scale="compact")
        self._examine.setObjectName("examine")
        self._copy = Button(look, tr("Copy"), scale="compact")
        self._copy.setObjectName("copy_findings")
        self._copy.setAccessibleName(tr("Copy what was found"))
        self._copy.hide()
        self._checks = Row(look, "row_checks", tr("Diagnostics"), [self._copy, self._examine])
        self._list = QWidget()
        self._list.setObjectName("findings")
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.theme.space(2))
        self._list.hide()
        self._checks.body.addWidget(self._list)
        self._version = Row(look, "row_version", tr("HabitCoach"))
        privacy = Row(look, "row_privacy", tr("What happens to your data"))
        for line in privacy_lines():
            privacy.body.addWidget(Label(look, line, "small", "text2", wrap=True))
        licences = tr(
            "HabitCoach is free software under the MIT licence. It uses Qt for Python under the LGPL 3, and"
            " the typefaces Inter and Vollkorn under the SIL Open Font License 1.1."
        )
        rows = [self._checks, privacy, self._version, Row(look, "row_licences", tr("Licences"), (), licences)]
        super().__init__(look, "about", tr("About and diagnostics"), "", rows)
        self._checks.say(tr("Looks at the file, its backups, the tray and notifications."))
        self._examine.clicked.connect(self._ask)
        self._copy.clicked.connect(self._copy_all)

    def show_facts(self, facts: Facts) -> None:
        """Show which version this is."""
        self._version.say(tr("Version {version}", version=facts.version))

    def show_examining(self) -> None:
        """Say that it is being looked."""
        self._looking = True
        self._checks.say(tr("Looking…"))

    def show_failed(self, why: str) -> None:
        """Say why nothing could be found out."""
        self._looking = False
        self._checks.say(why)

    def show_found(self, found: Sequence[Checked]) -> None:
        """Show what was found, what needs a word first."""
        self._looking = False
        self._found = tuple(sorted(found, key=lambda one: one.ok))
        wrong = sum(not one.ok for one in found)
        fine = tr("All is well.")
        self._checks.say(ntr("{n} thing to look at.", "{n} things to look at.", wrong) if wrong else fine)
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for one in self._found:
            self._lines.addWidget(self._line(one))
        self._list.show()
        self._copy.show()

    def findings_text(self) -> str:
        """Return what was found, to be pasted into a message."""
        lines = []
        for one in self._found:
            lines.append(f"{tr('ok') if one.ok else tr('warning')}: {one.check}: {one.detail}")
            lines += [f"  → {one.cure}"] if one.cure else []
        return "\n".join(lines)

    def _ask(self) -> None:
        # Not disabled meanwhile: the keyboard would be thrown somewhere else.
        if not self._looking:
            self.examine.emit()

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.findings_text())

    def _line(self, one: Checked) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.theme.space(2))
        sign = SmallIcon(self._look, "check" if one.ok else "warn", "accent" if one.ok else "text")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        said = tr("{check}: {detail}", check=one.check, detail=one.detail)
        words.addWidget(Label(self._look, said, "small", "text", wrap=True))
        if one.cure:
            words.addWidget(Label(self._look, one.cure, "small", "text2", wrap=True))
        row.addLayout(words, 1)
        line.setAccessibleName(said if one.ok else tr("To look at: {what}", what=said))
        return line
