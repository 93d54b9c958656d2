"""The Now section of Today: its cards come and go one by one, so focus stays where it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import OccasionView
from habitcoach.texts.language import tr
from habitcoach.ui.day_rows import DayLists, waiting_line
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.pages.page import SectionHead
from habitcoach.ui.pages.row_delegate import COMING
from habitcoach.ui.pages.row_list import RowList
from habitcoach.ui.saving import Saving
from habitcoach.ui.today.now_card import NowCard
from habitcoach.ui.today.shift_card_row import ShiftCardRow
from habitcoach.ui.today.waiting_card import WaitingCard
from habitcoach.ui.today.waiting_row import WaitingRow
from habitcoach.ui.waiting import Waiting, in_order, row_key

#: As many have buttons of their own; further ones are lines of a list, which costs no widget each.
MOST_CARDS = 4


@dataclass(frozen=True, slots=True)
class _Moment:
    """What the section was last shown."""

    waiting: tuple[Waiting, ...]
    now: datetime
    shift_end: datetime | None
    unconfirmed: frozenset[str]


class NowSection(QWidget):
    """All that waits: the first cue whole, other cues and promises as single rows."""

    done = Signal(object)  #: Waiting
    snoozed = Signal(object, object)  #: Waiting, minutes or "end"
    skipped = Signal(object, object)  #: OccasionView, SkipReason
    change = Signal(object)  #: OccasionView
    retimed = Signal(object)  #: PromiseView: another time is wished
    dropped = Signal(object)  #: PromiseView
    open_card = Signal()  #: the start or end card is to be opened

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards: list[WaitingCard] = []
        self._saving = Saving()
        self._moment: _Moment | None = None
        self.remark = ""  #: what the heading says of all that waits
        self.setObjectName("now_section")
        self._head = SectionHead(look, tr("Now"), "now")
        self._shift_card = ShiftCardRow(look)
        self._shift_card.open_card.connect(self.open_card)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.theme.space(2))
        #: What waits beside the cards.
        self.more = RowList(look, "waiting_list", tr("Now"), COMING)
        self.more.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(3))
        cards = QVBoxLayout()
        cards.setSpacing(look.theme.space(2))
        cards.addWidget(self._shift_card)
        cards.addLayout(self._list)
        cards.addWidget(self.more)
        body.addWidget(self._head)
        body.addLayout(cards)
        self.hide()

    def show_day(self, view: TodayView, lists: DayLists) -> None:
        """Show the waiting cues and promises by due time, and the shift's card while it asks."""
        waiting = in_order([*lists.now, *lists.promises])
        end = None if view.shift is None else view.shift.end
        self._moment = _Moment(waiting, view.now, end, view.unconfirmed)
        card = view.card if view.card_waits else None
        self._shift_card.show_card(card)
        self._show_cards(waiting[:MOST_CARDS], self._moment)
        self._show_more()
        number = len(waiting) + (card is not None)
        self.remark = tr("{n} waiting", n=number_text(number)) if number else ""
        self._head.show_remark(self.remark)
        self.setVisible(number > 0)

    def show_head(self, *, shown: bool) -> None:
        """Show the heading, or leave it out where one stands further up."""
        self._head.setVisible(shown)

    def _show_cards(self, shown: Sequence[Waiting], moment: _Moment) -> None:
        focus = self._focused()
        known = {(card.key, type(card)): card for card in self._cards}
        wanted: list[WaitingCard] = []
        whole = next((one for one in shown if isinstance(one, OccasionView)), None)
        for one in shown:
            kind = NowCard if one is whole else WaitingRow
            card = known.pop((row_key(one), kind), None) or self._joined(self._made(one, whole))
            unconfirmed = one.slot in moment.unconfirmed
            card.show_waiting(one, moment.now, moment.shift_end, unconfirmed=unconfirmed)
            card.show_saving(self._saving)
            wanted.append(card)
        lost = focus is not None and any(card.isAncestorOf(focus) for card in known.values())
        for place, card in enumerate(wanted):
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
        self._cards = wanted
        # The next cue takes the focus before the old one goes, so that it never falls to the sidebar.
        if lost and wanted:
            self.show()
            wanted[0].stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        for card in known.values():
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _show_more(self) -> None:
        moment = self._moment
        if moment is None:
            return
        lines = [
            waiting_line(one, moment.now, unconfirmed=one.slot in moment.unconfirmed, saving=self._saving)
            for one in moment.waiting[MOST_CARDS:]
        ]
        self.more.show_rows(lines)
        self.more.setVisible(bool(lines))

    def show_saving(self, saving: Saving) -> None:
        """Mark the cues whose answer is not on disk yet."""
        self._saving = saving
        for card in self._cards:
            card.show_saving(saving)
        self._show_more()

    def parts(self) -> list[QWidget]:
        """Return what stands under one another in the section."""
        return [self._shift_card, *self._cards, self.more]

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        cards = [stop for card in self._cards for stop in card.stops()]
        return [*self._shift_card.stops(), *cards, self.more]

    def _made(self, one: Waiting, whole: OccasionView | None) -> WaitingCard:
        if isinstance(one, OccasionView) and one is whole:
            return NowCard(self._look, one)
        return WaitingRow(self._look, one)

    def _joined(self, card: WaitingCard) -> WaitingCard:
        card.done.connect(self.done)
        card.snoozed.connect(self.snoozed)
        card.skipped.connect(self.skipped)
        card.change.connect(self.change)
        card.retimed.connect(self.retimed)
        card.dropped.connect(self.dropped)
        card.left.connect(self._on_arrow)
        return card

    def _focused(self) -> QWidget | None:
        return self.window().focusWidget()

    def _on_arrow(self, step: int) -> None:
        focus = self._focused()
        at = next(
            (n for n, card in enumerate(self._cards) if focus is not None and card.isAncestorOf(focus)), None
        )
        if at is not None and 0 <= at + step < len(self._cards):
            self._cards[at + step].stops()[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif at is not None:
            self.focusNextPrevChild(step > 0)
