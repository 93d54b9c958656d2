"""An editor for a new habit."""

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.coaching.drafting import faults_in
from habitcoach.ui.editor.habit_editor import HabitEditor
from habitcoach.ui.look import Look


@pytest.fixture
def editor(qtbot: QtBot, look: Look) -> HabitEditor:
    made = HabitEditor(look, None, faults_in)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made
