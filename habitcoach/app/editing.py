"""Editing: what the window's library, habits page and editor make of the agent's habits."""

from collections.abc import Callable, Sequence

from habitcoach.app.parts import Parts
from habitcoach.coaching.cautions import cautions
from habitcoach.coaching.drafting import Typed, draft_from, faults_in, typed_from
from habitcoach.coaching.off_shift import off_shift
from habitcoach.core.errors import InputError
from habitcoach.core.habit import HabitId
from habitcoach.texts.language import tr

PREVIEWED = 5


class Editing:
    """Carries changes of habits to the coach, and offers to take an addition back."""

    def __init__(self, parts: Parts) -> None:
        self._coach = parts.coach
        self._attempts = parts.attempts
        self._window = window = parts.window
        self._templates = {one.id: one for one in parts.templates}
        self._last: Callable[[], object] | None = None
        window.editing.set_check(self._faults)
        window.editing.save_habit.connect(self._save)
        window.editing.preview_wanted.connect(self._preview)
        window.editing.retire_wanted.connect(self.archive)
        window.library_page.add.connect(self._add_template)
        page = window.habits_page
        page.archive.connect(self.archive)
        page.restore.connect(self._restore)
        page.delete.connect(self._delete)

    def take_back_last(self) -> bool:
        """Undo the last change of habits if nothing was answered since; False when there is none."""
        action, self._last = self._last, None
        if action is None:
            return False
        self._attempts.keep(action)
        return True

    def forget_last(self) -> None:
        """An answer was given: from now on undo means that answer."""
        self._last = None

    def offer(self, text: str, take_back: Callable[[], object]) -> None:
        """Say what was done, and have the next undo take it back."""
        self._last = take_back
        self._window.show_undo(text)

    def _faults(self, habit_id: int | None, typed: Typed) -> Sequence[InputError]:
        faults = faults_in(typed)
        if any(fault.field == "name" for fault in faults):
            return faults
        own = None if habit_id is None else HabitId(habit_id)
        taken = self._coach.habits.name_fault(typed.name, own)
        return faults if taken is None else [*faults, taken]

    def _add_template(self, template_id: str) -> None:
        def add() -> None:
            habit = self._coach.habits.add(self._templates[template_id].draft)
            self.offer(tr("Started “{name}”", name=habit.name), lambda: self._take_back(habit.id))

        self._attempts.keep(add)

    def archive(self, habit_id: int) -> None:
        """Retire a habit, and offer to bring it back."""

        def archive() -> None:
            habit = self._coach.habits.archive(HabitId(habit_id))
            self.offer(tr("Retired “{name}”", name=habit.name), lambda: self._coach.habits.restore(habit.id))

        self._attempts.keep(archive)

    def _restore(self, habit_id: int) -> None:
        habits, habit = self._coach.habits, HabitId(habit_id)

        def restore() -> None:
            agenda = self._coach.agenda()
            resting = not agenda.archived(agenda.existing(habit))
            name = habits.restore(habit).name
            if resting:
                # Rest is not the agent's doing, so that there is nothing to go back to.
                self._window.show_notice(tr("“{name}” starts again today.", name=name))
            else:
                self.offer(tr("“{name}” is back", name=name), lambda: habits.archive(habit))

        self._attempts.keep(restore)

    def _delete(self, habit_id: int) -> None:
        habits, habit = self._coach.habits, HabitId(habit_id)

        def delete() -> None:
            gone = self._coach.agenda().existing(habit)
            habits.delete(habit)
            draft = draft_from(typed_from(gone))
            self.offer(tr("Deleted “{name}”", name=gone.name), lambda: habits.add(draft))

        self._attempts.keep(delete)

    def _take_back(self, habit_id: HabitId) -> None:
        """Undo an addition: delete the habit, or retire it when it was logged meanwhile."""
        if self._coach.habits.was_logged(habit_id):
            self._coach.habits.archive(habit_id)
        else:
            self._coach.habits.delete(habit_id)

    def _save(self, habit_id: int | None, typed: Typed) -> None:
        def save() -> None:
            try:
                draft = draft_from(typed)
                habits = self._coach.habits
                habit = habits.add(draft) if habit_id is None else habits.edit(HabitId(habit_id), draft)
            except InputError as fault:
                self._window.editing.show_faults([fault])
                return
            self._window.close_editor(habit.id)

        # Not kept: what was typed stays in the open editor.
        self._attempts.run(save)

    def _preview(self, habit_id: int | None, typed: Typed) -> None:
        own = None if habit_id is None else HabitId(habit_id)

        def preview() -> None:
            draft = draft_from(typed)
            cues = self._coach.habits.preview(draft, PREVIEWED, own)
            agenda = self._coach.agenda()
            off = off_shift(agenda, draft, own)
            self._window.editing.show_preview(cues, agenda.local(agenda.now), off)
            self._window.editing.show_cautions(cautions(agenda, draft, own, cues))

        self._attempts.run(preview)
