"""The desk of *Your data*: backups, exports, moving, deleting everything. Slow work goes elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from habitcoach.app.exporting import export, refuse_own_place
from habitcoach.app.file_asking import ask_to_open, ask_to_save
from habitcoach.app.importing import Brought, bring
from habitcoach.app.parts import Parts
from habitcoach.app.saving_desk import ERASE, SavingDesk
from habitcoach.storage.backups import Backup, backups, make_backup
from habitcoach.storage.copying import copy_verified
from habitcoach.storage.restoring import Preview, preview, restore
from habitcoach.texts.language import tr
from habitcoach.texts.safety import lost_lines, state_line
from habitcoach.texts.troubles import said
from habitcoach.ui.format import date_text
from habitcoach.ui.settings.delete_dialog import DeleteDialog
from habitcoach.ui.settings.restore_dialog import Choice, RestoreDialog
from habitcoach.ui.widgets.question import Question, QuestionWords


class DataDesk(QObject):
    """Asks where and whether, does it in the background, and says what came of it."""

    replaced = Signal()  #: the file holds other things now: everything is to be read again

    def __init__(self, parts: Parts, saving: SavingDesk) -> None:
        super().__init__(parts.window)
        self._background = parts.background
        self._window = window = parts.window
        self._look = parts.look
        self._home = parts.home
        self._clock = parts.clock
        self._today = parts.local_date
        self._saving = saving
        self._restoring: RestoreDialog | None = None
        data = window.settings_page.data
        data.back_up.connect(self._ask_where_to_back_up)
        data.restore.connect(self._ask_what_to_restore)
        data.export.connect(self._ask_where_to_export)
        data.take_in.connect(self._ask_what_to_import)
        data.take_along.connect(self._ask_where_to_move)
        data.delete.connect(self._ask_to_delete)
        window.habits_page.share_wanted.connect(self._ask_where_to_share)

    @property
    def _database(self) -> Path:
        return self._home.database

    # ---- backups

    def _ask_where_to_back_up(self) -> None:
        name = f"habitcoach-{self._today()}.db"
        ask_to_save(self._window, tr("Back up"), name, [tr("HabitCoach files (*.db)")], self._back_up)

    def _back_up(self, path: Path, _filter: str) -> None:
        """Keep a copy where the agent said."""

        def work() -> None:
            refuse_own_place(path, self._database)
            copy_verified(self._database, path, self._background.step)

        self._do(work, tr("Backed up: {path}", path=path))

    def _ask_where_to_move(self) -> None:
        line = tr(
            "Save one file that holds everything. On the other computer, start HabitCoach and choose “I have"
            " a HabitCoach file”. What you log here afterwards stays here."
        )
        words = QuestionWords(tr("Move to another computer"), line, tr("Cancel"), tr("Save the file…"))
        name = "habitcoach-move.db"
        kinds = [tr("HabitCoach files (*.db)")]
        Question(self._look, self._window, words).ask(
            lambda: ask_to_save(self._window, tr("Move to another computer"), name, kinds, self._back_up)
        )

    def _ask_what_to_restore(self) -> None:
        self._background.do(lambda: backups(self._database), self._show_backups, self._refuse)

    def _show_backups(self, found: list[Backup]) -> None:
        choices = [Choice(str(one.path), date_text(one.day)) for one in found]
        dialog = RestoreDialog(self._look, self._window, choices)
        dialog.looked_at.connect(self._look_into)
        dialog.other_wanted.connect(self._ask_for_other)
        dialog.accepted.connect(lambda: self._restore(Path(dialog.path)))
        dialog.finished.connect(self._forget_restoring)
        self._restoring = dialog
        dialog.open()
        dialog.begin()

    def _ask_for_other(self) -> None:
        def chosen(path: Path) -> None:
            if self._restoring is not None:
                self._restoring.add(Choice(str(path), path.name))

        ask_to_open(self._restoring, tr("Restore a backup"), [tr("HabitCoach files (*.db)")], chosen)

    def _look_into(self, name: str) -> None:
        def looked(found: Preview) -> None:
            if self._restoring is not None:
                self._restoring.show_preview(name, preview_lines(found))

        def refused(error: Exception) -> None:
            if self._restoring is not None:
                self._restoring.refuse(name, said(error))

        self._background.do(lambda: preview(self._database, Path(name)), looked, refused)

    def _restore(self, path: Path) -> None:
        day = self._today()

        def put_back(kept: list[Path]) -> None:
            self.replaced.emit()
            self._say(tr("Put back. The file as it was is kept: {path}", path=kept[0] if kept else ""))

        self._background.do(lambda: restore(self._database, path, day), put_back, self._refuse)

    def _forget_restoring(self) -> None:
        dialog, self._restoring = self._restoring, None
        if dialog is not None:
            dialog.deleteLater()

    # ---- exports

    def _ask_where_to_export(self) -> None:
        ask_to_save(self._window, tr("Export"), "habitcoach.json", list(_kinds().values()), self._export)

    def _ask_where_to_share(self) -> None:
        # Whatever it is called, it holds plans alone and no log.
        kinds = [_kinds()["habits"]]
        name = "habitcoach-habits.json"
        ask_to_save(
            self._window, tr("Share a habits file"), name, kinds, lambda path, _: self._write(path, "habits")
        )

    def _export(self, path: Path, chosen: str) -> None:
        self._write(path, _form(path, chosen))

    def _write(self, path: Path, form: str) -> None:
        database, clock = self._database, self._clock
        self._do(lambda: export(database, clock, path, form), tr("Written: {path}", path=path))

    def _ask_what_to_import(self) -> None:
        ask_to_open(self._window, tr("Import"), [tr("HabitCoach exports (*.json)")], self._look_into_export)

    def _look_into_export(self, path: Path) -> None:
        self._bring(path, dry_run=True, then=lambda found: self._ask_to_import(path, found))

    def _ask_to_import(self, path: Path, found: Brought) -> None:
        if not found.adds:
            self._say(tr("You have all of it already, so there is nothing to add."))
            return
        words = QuestionWords(
            tr("Add what this file has?"),
            "\n".join((*found.lines, tr("A backup is made first."))),
            tr("Cancel"),
            tr("Add it"),
        )
        Question(self._look, self._window, words).ask(lambda: self._import(path))

    def _import(self, path: Path) -> None:
        day = self._today()
        database = self._database

        def brought(_: Brought) -> None:
            self.replaced.emit()
            self._say(tr("Added. The file as it was is among the backups of today."))

        def backed_up(_: object) -> None:
            self._bring(path, dry_run=False, then=brought)

        self._background.do(
            lambda: make_backup(database, day, self._background.step), backed_up, self._refuse
        )

    def _bring(self, path: Path, *, dry_run: bool, then: Callable[[Brought], None]) -> None:
        database, clock = self._database, self._clock
        self._background.do(lambda: bring(database, path, clock, dry_run=dry_run), then, self._refuse)

    # ---- the end

    def _ask_to_delete(self) -> None:
        dialog = DeleteDialog(self._look, self._window, str(self._home.folder))
        dialog.accepted.connect(lambda: self._saving.leave(ERASE))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ---- asking and telling

    def _do(self, work: Callable[[], object], line: str) -> None:
        self._background.do(work, lambda _: self._say(line), self._refuse)

    def _refuse(self, error: Exception) -> None:
        self._say(said(error))

    def _say(self, line: str) -> None:
        self._window.show_notice(line)


def preview_lines(found: Preview) -> list[str]:
    """Return what putting a backup back would do."""
    if found.state != "whole":
        return [state_line(found.state)]
    others = sum(count for table, count in found.rows_lost.items() if table not in {"entry", "habit"})
    lines = lost_lines(found.entries_lost, found.habits_lost, others)
    return [*lines, tr("A copy of the present file is kept beside the backups.")]


def _kinds() -> dict[str, str]:
    """Return what can be exported, by form: as one line of a file dialog."""
    return {
        "json": tr("Everything, for HabitCoach (*.json)"),
        "csv": tr("The log as a table (*.csv)"),
        "ics": tr("Four weeks of cues as a calendar (*.ics)"),
        "texts": tr("Your plans as text (*.txt)"),
        "habits": tr("Habits to share, without any log (*.json)"),
    }


def _form(path: Path, chosen: str) -> str:
    """Return the form by the line chosen; a name with another ending wins."""
    by_ending = {".csv": "csv", ".ics": "ics", ".txt": "texts"}
    form = next((form for form, line in _kinds().items() if line == chosen), "json")
    fits = form in {"json", "habits"} and path.suffix.casefold() not in by_ending
    return form if fits else by_ending.get(path.suffix.casefold(), form)
