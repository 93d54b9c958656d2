"""The Library page."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from habitcoach.coaching.preferences import Channel
from habitcoach.core.habit import Category, Draft
from habitcoach.library import Template, load_library, meets
from habitcoach.ui.look import Look
from habitcoach.ui.pages.card_grid import CardGrid
from habitcoach.ui.pages.library import LibraryPage
from habitcoach.ui.pages.library_card import LibraryCard
from habitcoach.ui.pages.starter_set import StarterChip, StarterSet
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


@pytest.mark.parametrize("width", [872, 713])
def test_cards_fill_the_page_from_edge_to_edge(qtbot: QtBot, page: LibraryPage, width: int) -> None:
    columns = 3 if width > 800 else 2
    page.resize(width, 720)
    grid, starters = page.findChild(CardGrid), page.findChild(StarterSet)
    assert grid is not None
    assert starters is not None
    qtbot.waitUntil(lambda: grid.columns == columns and grid.width() == starters.width())
    cards = [grid.card(number) for number in range(columns)]
    boxes = [card.geometry() for card in cards if card is not None]
    assert boxes[0].left() == 0
    assert boxes[-1].right() == grid.width() - 1
    assert {after.left() - before.right() - 1 for before, after in pairwise(boxes)} == {16}
    assert max(box.width() for box in boxes) - min(box.width() for box in boxes) <= 1


def test_the_foot_of_a_card_holds_its_cue_and_what_can_be_done(qtbot: QtBot, look: Look) -> None:
    template = next(one for one in LIBRARY if one.id == "one_thank_you")
    card = LibraryCard(look, template, added=True)
    qtbot.addWidget(card)
    cue = card.findChild(QLabel, "cue-one_thank_you")
    word = card.findChild(QLabel, "added-one_thank_you")
    assert cue is not None
    assert word is not None

    def middle(label: QLabel) -> int:
        return label.mapTo(card, label.rect().center()).y()

    with qtbot.waitSignal(card.grown):  # "+ Add" takes another room than that it is there
        card.show_added(added=False)
    with qtbot.assertNotEmitted(card.grown):
        card.show_added(added=False)
    card.show_added(added=True)
    card.resize(400, card.heightForWidth(400))
    card.show()
    qtbot.waitUntil(lambda: abs(middle(cue) - middle(word)) <= 1)
    card.resize(220, card.heightForWidth(220))
    qtbot.waitUntil(lambda: middle(word) >= middle(cue) + cue.height())
    assert cue.width() >= cue.sizeHint().width()
    assert word.width() >= word.sizeHint().width()


def test_the_words_of_an_empty_search_end_before_its_key(page: LibraryPage) -> None:
    key = next(one for one in page.search.findChildren(QLabel) if one.isVisible())
    assert page.search.textMargins().right() > key.width()
    page.search.setText("thank")
    assert page.search.textMargins().right() < key.width()


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


def test_habits_for_the_agents_channels_come_first(qtbot: QtBot, page: LibraryPage) -> None:
    page.show_channels((Channel.PHONE,))
    title = page.findChild(QLabel, "starter_title")
    assert isinstance(title, QLabel)
    assert title.text() == "Starter set for the phone"
    assert page.findChild(StarterChip, "starter-one_thank_you") is None or not chip(
        page, "one_thank_you"
    ).isVisibleTo(page)
    qtbot.waitUntil(lambda: len(shown(page)) == len(LIBRARY))
    in_order = sorted(
        (one for one in page.findChildren(LibraryCard) if one.isVisibleTo(page)),
        key=lambda one: (one.y(), one.x()),
    )
    by_id = {one.id: one for one in LIBRARY}
    theirs = [meets(by_id[one.template_id], {"phone"}) for one in in_order]
    assert theirs == sorted(theirs, reverse=True)
    page.show_channels((Channel.PHONE,))


def test_only_some_channels_are_looked_through(page: LibraryPage) -> None:
    button(page, "library_channel-phone").click()
    assert shown(page) == {one.id for one in LIBRARY if meets(one, {"phone"})}
    assert not page.findChild(StarterChip).isVisibleTo(page)  # type: ignore[union-attr]
    button(page, "category-promises").click()
    assert all(by.draft.category is Category.PROMISES for by in LIBRARY if by.id in shown(page))
    button(page, "library_channel-phone").click()
    button(page, "category-all").click()
    assert len(shown(page)) == len(LIBRARY)


def test_why_it_matters_is_told_when_it_is_asked_for(qtbot: QtBot, page: LibraryPage) -> None:
    (card,) = (one for one in page.findChildren(LibraryCard) if one.template_id == "empathy_first")
    why = next(one.draft.plan.why for one in LIBRARY if one.id == "empathy_first")
    assert card.findChild(QLabel, "why_text-empathy_first") is None
    assert card.accessibleDescription() == why
    ask = button(page, "why-empathy_first")
    assert ask.accessibleName() == "Why Feeling before fix matters to the customer"
    high = card.height()
    ask.setFocus()
    QTest.keyClick(ask, Qt.Key.Key_Space)
    text = card.findChild(QLabel, "why_text-empathy_first")
    assert isinstance(text, QLabel)
    assert text.isVisibleTo(page)
    assert text.text() == why
    qtbot.waitUntil(lambda: card.height() > high)
    ask.click()
    qtbot.waitUntil(lambda: card.height() == high)


def test_nothing_for_a_channel_offers_to_write_ones_own(qtbot: QtBot, look: Look) -> None:
    made = LibraryPage(look)
    qtbot.addWidget(made)
    only_mail = [one for one in LIBRARY if one.channels == ("email",)]
    made.show_templates(only_mail, ())
    button(made, "library_channel-phone").click()
    assert button(made, "write_searched").text() == "Write my own"


def test_with_all_starters_there_is_nothing_left_to_offer(page: LibraryPage) -> None:
    page.show_templates(LIBRARY, {one.id for one in LIBRARY if one.starter})
    line = page.findChild(QLabel, "starter_line")
    assert isinstance(line, QLabel)
    assert line.text().endswith("You have all of them.")
