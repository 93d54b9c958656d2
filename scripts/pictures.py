"""The readme's pictures: the real windows on sample data, drawn without a display.

.venv/bin/python scripts/pictures.py
"""

import os
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from habitcoach.app.demo import fill
from habitcoach.cli.session import Session
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.recording import Log
from habitcoach.coaching.views import DeliveryView
from habitcoach.core.entry import Source
from habitcoach.library import load_library
from habitcoach.texts.sentences import reward_line
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.look import Look
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.page_name import PageName

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
NOW = "2026-06-11T14:12+02:00 Europe/Berlin"
DESK = {"light": "#DCE0E0", "dark": "#101010"}


def main() -> None:
    """Draw all of them."""
    application = QApplication([])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.Germany))
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        session = Session(Path(home), {"HABITCOACH_NOW": NOW})
        session.fill(fill)
        coach = session.to_change()
        for habit, hits, of in ((2, 14, 20), (3, 5, 6)):
            coach.recording.done(Log(coach.habits.find(str(habit)).id, Source.CARD, count=hits, of=of))
        coach.recording.done(Log(coach.habits.find("Start").id, Source.CARD))
        light, dark = Look("light", reduced_motion=True), Look("dark", reduced_motion=True)
        light.apply(application)
        _windows(coach, light)
        _card(coach, light)
        dark.apply(application)
        _editor(coach, dark)
        _reward(coach, dark)
        session.close()


def _save(widget: QWidget, name: str) -> None:
    widget.show()
    for _ in range(3):
        QApplication.processEvents()
    picture = QPixmap(widget.size())
    picture.fill(DESK[name.rpartition("-")[2]])
    widget.render(picture)
    picture.save(str(FOLDER / f"{name}.png"))
    widget.hide()


def _window(coach: Coach, look: Look) -> MainWindow:
    window = MainWindow(look)
    window.show_templates(load_library())
    window.show_habits(coach.habits.all())
    window.show_today(coach.today())
    return window


def _windows(coach: Coach, look: Look) -> None:
    window = _window(coach, look)
    _save(window, "today-light")
    window.show_page(PageName.LIBRARY)
    _save(window, "library-light")


def _card(coach: Coach, look: Look) -> None:
    today = coach.today()
    card = CueCard(look, lambda: today.now)
    card.show_delivery(DeliveryView(1, today.waiting[:1]))
    _save(card, "cue-card-light")


def _editor(coach: Coach, look: Look) -> None:
    window = _window(coach, look)
    window.open_habit(coach.habits.find("Clear").id)
    editor = window.editor
    if editor is None:
        raise SystemExit("the editor did not open")
    habit = coach.habits.find("Clear")
    cues = coach.habits.coming(coach.agenda(), [habit], 5)
    window.editing.show_preview(cues, coach.today().now)
    _save(editor, "editor-dark")


def _reward(coach: Coach, look: Look) -> None:
    today = coach.today()
    answered = coach.recording.done(Log(coach.habits.find("Clear").id, Source.CARD))
    if answered.reward is None:
        raise SystemExit("no reward was earned")
    card = CueCard(look, lambda: today.now)
    card.show_reward(answered.reward, reward_line(answered.reward))
    _save(card, "reward-dark")


if __name__ == "__main__":
    main()
