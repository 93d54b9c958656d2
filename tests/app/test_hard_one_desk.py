"""After a hard one, on the real desk: by button and by key, logged with its reward."""

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from habitcoach.coaching.drafting import Typed, draft_from
from habitcoach.ui.hard_one_dialog import HardOneDialog
from habitcoach.ui.page_name import PageName
from tests.support.desk_bench import Bench, press, texts, window


def dialogs() -> list[HardOneDialog]:
    return [one for one in window().findChildren(HardOneDialog) if one.isVisible()]


def press_key() -> None:
    (key,) = window().findChildren(QShortcut, "key_hard_one")
    key.activated.emit()


def test_an_own_one_is_logged_with_its_reward(bench: Bench, qtbot: QtBot) -> None:
    typed = Typed(
        "Breathe", "a hard one is over", "breathe out", "a look outside", trigger={"kind": "manual"}
    )
    bench.coach.habits.add(draft_from(typed))
    bench.start()
    window().show_page(PageName.LIBRARY)
    press_key()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    press_key()
    assert len(dialogs()) == 1
    assert [one.text() for one in dialogs()[0].findChildren(QLabel, "hard_one_name-1")] == ["Breathe"]
    press(dialogs()[0], "hard_one_go-1")
    qtbot.waitUntil(lambda: bench.rows("SELECT kind, source FROM entry") == [("done", "window")])
    assert window().page is PageName.TODAY
    qtbot.waitUntil(lambda: any("look outside" in one for one in texts(window().today_page)))


def test_a_ready_made_one_is_added_and_logged(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    button = window().findChild(QPushButton, "hard_one")
    assert button is not None
    qtbot.waitUntil(button.isVisible)
    press(window(), "hard_one")
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    press(dialogs()[0], "hard_one_go-2")
    qtbot.waitUntil(lambda: bench.rows("SELECT count(*) FROM entry") == [(1,)])
    assert bench.coach.habits.was_logged(bench.coach.habits.find("Reset after a hard one").id)
    press_key()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    # It is the agent's own now, and comes first.
    assert [one.text() for one in dialogs()[0].findChildren(QLabel, "hard_one_name-1")] == [
        "Reset after a hard one"
    ]
