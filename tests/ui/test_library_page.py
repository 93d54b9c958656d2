"""The Library page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from habitcoach.core.habit import Category, Draft
from habitcoach.library import Template, load_library
from habitcoach.ui.look import Look
from habitcoach.ui.pages.card_grid import CardGrid
from habitcoach.ui.pages.library import LibraryPage
from habitcoach.ui.pages.library_card import LibraryCard
from habitcoach.ui.pages.starter_set import StarterChip
from tests.ui.day_samples import AWKWARD, plan

LIBRARY = load_library()


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> LibraryPage:
    made = LibraryPage(look)
    qtbot.addWidget(made)
    made.resize(872, 720)
    made.show_templates(LIBRARY, {"name_and_signoff"})
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: len(made.findChildren(LibraryCard)) == len(LIBRARY))
    return made


def shown(page: LibraryPage) -> set[str]:
    return {card.template_id for card in page.findChildren(LibraryCard) if card.isVisibleTo(page)}


def button(page: LibraryPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def chip(page: LibraryPage, template_id: str) -> StarterChip:
    found = page.findChild(StarterChip, f"starter-{template_id}")
    assert isinstance(found, StarterChip)
    return found


def test_every_template_has_its_card(page: LibraryPage) -> None:
    assert shown(page) == {one.id for one in LIBRARY}
    assert page.search.placeholderText() == f"Search {len(LIBRARY)} service habits"


def test_only_what_is_in_sight_is_built_at_once(qtbot: QtBot, look: Look) -> None:
    fresh = LibraryPage(look)
    qtbot.addWidget(fresh)
    fresh.resize(872, 720)
    fresh.show_templates(LIBRARY, ())
    assert len(fresh.findChildren(LibraryCard)) < len(LIBRARY) / 2


def test_add(qtbot: QtBot, page: LibraryPage) -> None:
    with qtbot.waitSignal(page.add) as blocker:
        button(page, "add-empathy_first").click()
    assert blocker.args == ["empathy_first"]
    with qtbot.waitSignal(page.add) as blocker:
        chip(page, "one_thank_you").click()
    assert blocker.args == ["one_thank_you"]


def test_what_is_added_says_so(page: LibraryPage) -> None:
    assert not button(page, "add-name_and_signoff").isVisibleTo(page)
    assert chip(page, "name_and_signoff").accessibleName() == "Greet by name, in your habits"
    assert not chip(page, "name_and_signoff").isEnabled()
    page.show_templates(LIBRARY, {"empathy_first"})
    assert button(page, "add-name_and_signoff").isVisibleTo(page)
    assert not button(page, "add-empathy_first").isVisibleTo(page)
    assert button(page, "add-name_and_signoff").accessibleName() == "Add Greet by name"


def test_the_starter_line_counts(page: LibraryPage) -> None:
    line = page.findChild(QLabel, "starter_line")
    assert isinstance(line, QLabel)
    assert line.text().endswith("You have one; the others can wait until it runs.")
    page.show_templates(LIBRARY, ())
    assert line.text().endswith("Pick one to three to begin with.")


def test_category(page: LibraryPage) -> None:
    button(page, "category-promises").click()
    assert shown(page) == {one.id for one in LIBRARY if one.draft.category is Category.PROMISES}
    assert not page.findChild(StarterChip).isVisibleTo(page)  # type: ignore[union-attr]
    button(page, "category-all").click()
    assert len(shown(page)) == len(LIBRARY)


def test_search_and_nothing_found(qtbot: QtBot, page: LibraryPage) -> None:
    QTest.keyClicks(page.search, "thank")
    assert "one_thank_you" in shown(page)
    assert len(shown(page)) < len(LIBRARY)
    page.search.setText("escalation & <b>")
    assert shown(page) == set()
    headline = page.findChild(QLabel, "library_nothing_headline")
    assert isinstance(headline, QLabel)
    assert headline.text() == "No habit mentions “escalation & <b>”"
    assert headline.textFormat() == Qt.TextFormat.PlainText
    own = button(page, "write_searched")
    assert own.text() == "Write “escalation && <b>” as my own"
    with qtbot.waitSignal(page.write_own) as blocker:
        own.click()
    assert blocker.args == ["escalation & <b>"]
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(shown(page)) == len(LIBRARY)


def test_two_columns_where_it_is_narrow(qtbot: QtBot, page: LibraryPage) -> None:
    grid = page.findChild(CardGrid)
    assert isinstance(grid, CardGrid)
    assert grid.columns == 3
    page.resize(780, 600)
    qtbot.waitUntil(lambda: grid.columns == 2)


def test_cards_of_a_row_are_equally_high_and_overlap_nothing(page: LibraryPage) -> None:
    boxes = [card.geometry() for card in page.findChildren(LibraryCard)]
    rows = {box.top() for box in boxes}
    for top in rows:
        assert len({box.height() for box in boxes if box.top() == top}) == 1
    assert not any(one.intersects(two) for one in boxes for two in boxes if one is not two and one != two)


@pytest.mark.parametrize("awkward", AWKWARD)
def test_texts_are_shown_as_they_are(qtbot: QtBot, look: Look, awkward: str) -> None:
    made = LibraryPage(look)
    qtbot.addWidget(made)
    made.resize(872, 720)
    draft = Draft(awkward, Category.WORDS, plan(awkward, awkward, awkward))
    made.show_templates([Template("x", draft, ("any",), 0, starter=True)], ())
    made.grab()
    texts = [label.text() for label in made.findChildren(QLabel)]
    assert awkward in texts
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in made.findChildren(QLabel))


def test_templates_to_begin_with_come_first(page: LibraryPage) -> None:
    first = min(page.findChildren(LibraryCard), key=lambda card: (card.y(), card.x()))
    starters = {one.id for one in LIBRARY if one.starter}
    assert first.template_id in starters
