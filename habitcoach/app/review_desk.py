"""The desk of the Review page: its answers, texts and decisions carried to the coach, its view read back."""

from collections.abc import Callable, Generator

from habitcoach.app.editing import Editing
from habitcoach.app.parts import Parts
from habitcoach.app.turns import Turns
from habitcoach.coaching.decision_options import Choice
from habitcoach.coaching.more_views import MoreView
from habitcoach.coaching.review_answers import Said
from habitcoach.coaching.review_times import last_shift, name_of, next_work_date, week_of
from habitcoach.coaching.review_views import ReviewPageView
from habitcoach.coaching.reviewing import week_named
from habitcoach.core.decision import DecisionKind
from habitcoach.core.errors import HabitCoachError
from habitcoach.core.habit import HabitId
from habitcoach.core.period import Period
from habitcoach.core.suggesting import Hindrance
from habitcoach.texts.language import tr
from habitcoach.ui.format import date_text, time_text
from habitcoach.ui.page_name import PageName
from habitcoach.ui.review.ribbon_words import weekday_label


class ReviewDesk:
    """Shows one week at a time: this one, until the agent turns to another."""

    page = PageName.REVIEW

    def __init__(self, parts: Parts, editing: Editing) -> None:
        self._coach = parts.coach
        self._attempts = attempts = parts.attempts
        self._window = parts.window
        self._editing = editing
        self._page = parts.window.review_page
        self._chosen: str | None = None  # a week the agent turned to, by name
        self._shown: Period | None = None
        self._reading: Turns[ReviewPageView] = Turns(attempts.run, self._show, self._page)
        self._reading_more: Turns[MoreView] = Turns(attempts.run, self._page.show_more, self._page)
        self._window.page_turned.connect(self._turned)
        self._connect()

    def _connect(self) -> None:
        page, coach = self._page, self._coach
        page.week_wanted.connect(self._turn_to)
        page.more_wanted.connect(self._show_more)
        page.answered.connect(lambda habit, mark: self._say(habit, Said(by_itself=mark)))
        page.stated.connect(lambda habit, name, mark: self._say(habit, Said(**{name: mark})))
        page.hindered.connect(self._hinder)
        page.helped.connect(lambda habit, text: self._say(habit, Said(helped=text)))
        page.plan_kept.connect(self._plan)
        page.moment_kept.connect(self._moment)
        page.principle_kept.connect(
            lambda text: self._keep(lambda week: coach.review_writing.rewrite(week, text))
        )
        page.still_mine.connect(lambda: self._keep(coach.review_writing.still_mine))
        page.decided.connect(self._decide)
        page.choice_wanted.connect(self._offer_choice)
        page.not_now.connect(
            lambda habit: self._keep(lambda week: coach.deciding.not_now(week, HabitId(habit)))
        )
        page.taken_back.connect(
            lambda habit: self._keep(lambda week: coach.deciding.take_back(week, HabitId(habit)))
        )
        page.fewer_cues.connect(
            lambda habit: self._attempts.keep(lambda: coach.fade_choices.accept(HabitId(habit)))
        )
        page.finish.connect(self._finish)
        page.undo_finish.connect(lambda: self._keep(coach.deciding.undo_finish))
        page.later.connect(self._put_off)
        page.open_library.connect(lambda: self._window.show_page(PageName.LIBRARY))
        page.back.connect(lambda: self._window.show_page(PageName.TODAY))

    # ---- what is shown

    def refresh(self) -> None:
        """Read the week that is shown, and the rest of it while that is open."""
        self._page.expect_week()
        self._reading.start(self._read)

    def _read(self) -> Generator[None, None, ReviewPageView]:
        agenda, pages = self._coach.agenda(), self._coach.review_page
        week = pages.default_week(agenda) if self._chosen is None else week_named(agenda, self._chosen)
        return (yield from pages.reading(agenda, week))

    def _show(self, view: ReviewPageView) -> None:
        if view.week != self._shown:
            # What was typed belongs to the week it was typed in.
            self._page.flush()
            self._shown = view.week
        self._page.show_week(view)
        self._show_more()

    def _show_more(self) -> None:
        week = self._shown
        if self._page.more_open and week is not None:
            reading = self._coach.review_page.reading_more
            self._reading_more.start(lambda: reading(self._coach.agenda(), week))

    def show_day(self) -> None:
        """Show in the sidebar on which day this week's review comes; nothing once it is finished."""
        agenda = self._coach.agenda()
        week = week_of(agenda, agenda.today)
        shift = last_shift(agenda, week)
        done = self._coach.review_page.is_finished(week)
        self._window.show_review_day("" if shift is None or done else weekday_label(shift.work_date))

    def open(self) -> None:
        """Turn to this week's review, from a card."""
        self._window.bring_up()
        self._window.show_page(PageName.REVIEW)
        self._turn_to("")
        self._page.take_focus()

    def flush(self) -> None:
        """Keep what was typed and not kept yet: the app quits."""
        self._page.flush()

    def _turned(self, name: PageName) -> None:
        if name is not self.page:
            self._chosen = None
            # It is read anew when it is turned to.
            self._reading.stop()
            self._reading_more.stop()

    def _turn_to(self, name: str) -> None:
        self._chosen = name or None
        self.refresh()

    # ---- what the agent says and writes

    def _keep(self, action: Callable[[Period], object]) -> None:
        """Have something done in the week that is shown now, however late the disk takes it."""
        week = self._shown
        if week is not None:
            self._attempts.keep(lambda: action(week))

    def _say(self, habit_id: int, said: Said) -> None:
        self._keep(lambda week: self._coach.review_answers.say(HabitId(habit_id), said, week))

    def _hinder(self, habit_id: int, found: frozenset[Hindrance]) -> None:
        self._say(habit_id, Said(hindered=found))

    def _plan(self, if_: str, then: str) -> None:
        self._keep(lambda week: self._coach.review_writing.plan(week, if_=if_, then=then))

    def _moment(self, text: str) -> None:
        def keep(week: Period) -> None:
            self._coach.review_writing.moment(week, text)
            self._page.show_saved()

        self._keep(keep)

    # ---- what the agent decides

    def _decide(self, habit_id: int, kind: DecisionKind, choice: Choice | None) -> None:
        def decide(week: Period) -> None:
            try:
                self._coach.deciding.decide(week, HabitId(habit_id), kind, choice)
            except HabitCoachError:
                self._page.show_decisions()
                raise

        self._keep(decide)

    def _offer_choice(self, habit_id: int, kind: DecisionKind) -> None:
        def offer() -> None:
            found = self._coach.deciding.proposals(self._coach.agenda(), HabitId(habit_id))
            self._page.offer_choice(habit_id, kind, found)

        self._attempts.run(offer)

    def _finish(self) -> None:
        deciding = self._coach.deciding

        def finish(week: Period) -> None:
            done = deciding.finish(week)
            said = tr("The week is finished.")
            if done.decisions:
                start = date_text(next_work_date(self._coach.agenda()))
                said = tr("The week is finished. Decisions start on {day}", day=start)
            self._editing.offer(said, lambda: deciding.undo_finish(week))

        self._keep(finish)

    def _put_off(self) -> None:
        def put_off(week: Period) -> None:
            until = self._coach.deciding.later(week)
            if until is None:
                self._window.show_notice(tr("The review of week {week} waits here.", week=name_of(week)))
            else:
                words = tr(
                    "The review comes again {day} at {time}.",
                    day=date_text(until.date()),
                    time=time_text(until),
                )
                self._window.show_notice(words)

        self._keep(put_off)
