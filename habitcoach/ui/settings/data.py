"""Section *Your data*: the file, backups, export and import, moving, deleting everything."""

from PySide6.QtCore import Signal

from habitcoach.texts.language import tr
from habitcoach.ui.format import date_text, size_text
from habitcoach.ui.look import Look
from habitcoach.ui.settings.facts import Facts
from habitcoach.ui.settings.row import Row
from habitcoach.ui.settings.section import Section
from habitcoach.ui.widgets.buttons import Button


class DataSection(Section):
    """What is the agent's, and what can be done with it."""

    show_folder = Signal()
    back_up = Signal()
    restore = Signal()
    export = Signal()
    take_in = Signal()
    take_along = Signal()
    delete = Signal()

    def __init__(self, look: Look) -> None:
        folder = _button(look, "show_folder", tr("Show in folder"), "folder")
        back_up = _button(look, "back_up", tr("Back up…"))
        restore = _button(look, "restore", tr("Restore…"))
        export = _button(look, "export", tr("Export…"), "download")
        take_in = _button(look, "import", tr("Import…"))
        move = _button(look, "move", tr("Move…"))
        delete = _button(look, "delete_everything", tr("Delete…"))
        delete.setAccessibleName(tr("Delete everything…"))
        self._file_row = Row(look, "row_file", tr("Data file"), [folder])
        moving = tr("One file takes everything along: habits, log, shifts and settings.")
        delete_row = Row(look, "row_delete", tr("Delete everything"), [delete])
        delete_row.title.set_tone("error")
        rows = [
            self._file_row,
            Row(look, "row_backup", tr("Backup"), [back_up, restore]),
            Row(look, "row_export", tr("Export and import"), [export, take_in]),
            Row(look, "row_move", tr("Move to another computer"), [move], moving),
            delete_row,
        ]
        remark = tr(
            "HabitCoach sends nothing and has no report for managers. People who administer this computer"
            " can read its files."
        )
        super().__init__(look, "data", tr("Your data"), remark, rows)
        folder.clicked.connect(self.show_folder)
        back_up.clicked.connect(self.back_up)
        restore.clicked.connect(self.restore)
        export.clicked.connect(self.export)
        take_in.clicked.connect(self.take_in)
        move.clicked.connect(self.take_along)
        delete.clicked.connect(self.delete)

    def show_facts(self, facts: Facts) -> None:
        """Show the size of the file and when it was last backed up."""
        size = size_text(facts.size)
        if facts.last_backup is None:
            line = tr("{size}, no backup yet", size=size)
        else:
            line = tr("{size}, last backup {day}", size=size, day=date_text(facts.last_backup))
        self._file_row.say(line)


def _button(look: Look, name: str, text: str, icon: str | None = None) -> Button:
    found = Button(look, text, "secondary", icon, scale="compact")
    found.setObjectName(name)
    return found
