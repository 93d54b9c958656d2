"""What the window shows while answers are not on disk, and the window of a start that cannot go on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.ui.look import Look
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.saving import Saving
from habitcoach.ui.start_fault import Choice, FaultWords, StartFault
from habitcoach.ui.today.now_card import NowCard
from habitcoach.ui.today.waiting_row import WaitingRow
from habitcoach.ui.waiting import row_key
from tests.ui.day_samples import TODAY

FIRST, SECOND = (row_key(one) for one in TODAY.waiting[:2])
FULL = Saving(trouble="disk_full", unsaved=1, places=frozenset({FIRST}))


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> MainWindow:
    made = MainWindow(look)
    qtbot.addWidget(made)
    made.show_today(TODAY)
    made.show()
    return made


def label(parent: QWidget, name: str) -> str:
    found = parent.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


def button(parent: QWidget, name: str) -> QPushButton:
    found = parent.findChild(QPushButton, name)
    assert found is not None, name
    return found


def test_a_trouble_stays_until_it_is_over(window: MainWindow, qtbot: QtBot) -> None:
    window.show_saving(FULL)
    assert label(window, "trouble_headline") == "Your last log is not saved yet"
    assert "Free some space" in label(window, "trouble_line")
    assert label(window, "cue_status_title") == "Not saved yet"
    assert button(window, "trouble_choose").isHidden()
    with qtbot.waitSignal(window.trouble.try_again):
        button(window, "trouble_again").click()
    with qtbot.waitSignal(window.trouble.save_copy):
        button(window, "trouble_copy").click()
    window.show_saving(Saving())
    strip = window.findChild(QWidget, "trouble_strip")
    assert strip is not None
    assert strip.isHidden()
    assert label(window, "cue_status_title") == "Cues are on"


def test_a_damaged_file_offers_a_choice(window: MainWindow, qtbot: QtBot) -> None:
    window.show_saving(Saving(trouble="corrupt"))
    assert button(window, "trouble_again").isHidden()
    with qtbot.waitSignal(window.trouble.put_right):
        button(window, "trouble_choose").click()


@pytest.mark.parametrize(
    ("saving", "words"),
    [(FULL, "not saved yet"), (Saving(slow=True, places=frozenset({FIRST, SECOND})), "saving…")],
)
def test_an_answer_on_its_way_cannot_be_given_twice(window: MainWindow, saving: Saving, words: str) -> None:
    given: list[object] = []
    window.today_page.done.connect(lambda *answer: given.append(answer))
    card, row = window.findChild(NowCard), window.findChild(WaitingRow)
    assert card is not None
    assert row is not None
    window.show_saving(saving)
    assert label(card, "now_cue").endswith(f"· {words}")
    assert (SECOND in saving.places) == (words in label(row, "waiting_age"))
    QTest.keyClick(card, Qt.Key.Key_D)
    button(card, "now_done").click()
    assert given == []
    window.show_today(TODAY)
    assert label(card, "now_cue").endswith(f"· {words}"), "a refresh does not forget it"
    window.show_saving(Saving())
    assert not label(card, "now_cue").endswith(words)
    button(card, "now_done").click()
    assert len(given) == 1


WORDS = FaultWords(
    "Your HabitCoach file is damaged",
    ("The backup lacks “<b>Smile</b>”.", "Nothing is thrown away."),
    (
        (Choice.RESTORE, "Put back the backup & go on"),
        (Choice.AGAIN, "Try again"),
        (Choice.FRESH, "Begin afresh…"),
    ),
)


@pytest.fixture
def fault(qtbot: QtBot, look: Look) -> StartFault:
    made = StartFault(look, WORDS)
    qtbot.addWidget(made)
    made.open()
    return made


def test_the_window_says_text_as_text(fault: StartFault) -> None:
    assert label(fault, "fault_headline") == WORDS.headline
    assert label(fault, "fault_line_0") == "The backup lacks “<b>Smile</b>”."
    assert fault.accessibleName() == WORDS.headline


@pytest.mark.parametrize("choice", [Choice.RESTORE, Choice.AGAIN, Choice.QUIT])
def test_a_button_is_the_choice(fault: StartFault, choice: Choice) -> None:
    button(fault, f"fault_{choice.value}").click()
    assert fault.choice is choice


def test_closing_it_quits(fault: StartFault) -> None:
    fault.reject()
    assert fault.choice is Choice.QUIT


@pytest.mark.parametrize(
    ("pressed", "choice"), [("question_go", Choice.FRESH), ("question_keep", Choice.QUIT)]
)
def test_beginning_afresh_is_asked_about_once_more(fault: StartFault, pressed: str, choice: Choice) -> None:
    button(fault, "fault_fresh").click()
    question = fault.findChild(QDialog, "question")
    assert question is not None
    button(question, pressed).click()
    assert fault.choice is choice
    assert fault.isVisible() == (choice is Choice.QUIT)
