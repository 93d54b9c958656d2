"""The clock: every form of HABITCOACH_NOW, and where the zone comes from."""

import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habitcoach.clock import clock_from, parse_setting
from habitcoach.core.errors import InputError
from habitcoach.system_zone import SystemZone

if TYPE_CHECKING:
    from habitcoach.ports import Clock

EIGHT_THIRTY = datetime(2026, 11, 22, 7, 30, tzinfo=UTC)
ROUNDING = timedelta(milliseconds=1)


def real_now() -> datetime:
    """Return the machine's instant by another way than the clock's."""
    return datetime.fromtimestamp(time.clock_gettime(time.CLOCK_REALTIME), UTC)


@pytest.fixture
def now_file(tmp_path: Path) -> Path:
    """Return a file that sets the clock frozen at 08:30 in Berlin."""
    path = tmp_path / "now"
    path.write_text("2026-11-22T08:30:00+01:00 Europe/Berlin\n")
    return path


def test_without_a_setting_it_is_the_machines_clock() -> None:
    clock: Clock = clock_from({"HABITCOACH_NOW": "  "})
    before = real_now()
    assert before - ROUNDING <= clock.now() <= real_now() + ROUNDING
    assert clock.now().tzinfo is UTC


def test_the_machines_clock_runs_and_shows_real_instants() -> None:
    clock = clock_from({})
    assert (clock.is_set, clock.runs, clock.watched_file) == (False, True, None)
    assert clock.real_instant(EIGHT_THIRTY) == EIGHT_THIRTY


@pytest.mark.parametrize(
    ("text", "instant", "runs", "zone"),
    [
        ("2026-11-22T08:30:00+01:00", EIGHT_THIRTY, False, None),
        ("2026-11-22T08:30+01:00", EIGHT_THIRTY, False, None),
        ("2026-11-22T07:30Z", EIGHT_THIRTY, False, None),
        ("2026-11-22T07:30:00Z+", EIGHT_THIRTY, True, None),
        ("2026-11-22T08:30:00+01:00+", EIGHT_THIRTY, True, None),
        ("2026-11-22 08:30:00+01:00+", EIGHT_THIRTY, True, None),
        ("2026-11-22T02:30:00-05:00", EIGHT_THIRTY, False, None),
        ("2026-11-22T07:30:00.250Z", EIGHT_THIRTY + timedelta(milliseconds=250), False, None),
        ("2026-11-22T08:30:00+01:00+ Europe/Berlin", EIGHT_THIRTY, True, "Europe/Berlin"),
        ("2026-11-22 07:30Z Asia/Kolkata", EIGHT_THIRTY, False, "Asia/Kolkata"),
        (" 2026-11-22T07:30Z\tUTC\n", EIGHT_THIRTY, False, "UTC"),
    ],
)
def test_forms_that_are_understood(text: str, instant: datetime, runs: bool, zone: str | None) -> None:
    setting = parse_setting(text)
    assert (setting.instant, setting.runs) == (instant, runs)
    assert (setting.zone.key if setting.zone else None) == zone


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("soon", "not_an_instant"),
        ("+", "not_an_instant"),
        ("2026-11-22T08:30+01:00++", "not_an_instant"),
        ("2026-11-31T08:30+01:00", "not_an_instant"),
        ("2026-11-22T25:30+01:00", "not_an_instant"),
        ("2026-11-22T08:30+01:00 Europe/Berlin extra", "not_an_instant"),
        ("0001-01-01T00:00+14:00", "not_an_instant"),
        ("9999-12-31T23:59Z", "not_an_instant"),
        ("2026-11-22T08:30", "no_offset"),
        ("2026-11-22T08:30+", "no_offset"),
        ("2026-11-22", "no_offset"),
        ("2026-11-22T08:30 Europe/Berlin", "no_offset"),
        ("2026-11-22T08:30+01:00 Europe/Atlantis", "unknown_zone"),
        ("2026-11-22T08:30+01:00 Europe", "unknown_zone"),
        ("2026-11-22T08:30+01:00 Europe/../UTC", "unknown_zone"),
    ],
)
def test_forms_that_are_refused(text: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        clock_from({"HABITCOACH_NOW": text})
    assert (refused.value.field, refused.value.code) == ("HABITCOACH_NOW", code)


def test_a_frozen_clock_stands_still_and_has_no_real_instants() -> None:
    clock = clock_from({"HABITCOACH_NOW": "2026-11-22T08:30+01:00"})
    assert (clock.is_set, clock.runs, clock.watched_file) == (True, False, None)
    assert clock.now() == clock.now() == EIGHT_THIRTY
    assert clock.real_instant(EIGHT_THIRTY) is None


def test_a_running_clock_starts_when_it_is_made() -> None:
    before = real_now()
    clock = clock_from({"HABITCOACH_NOW": "2026-11-22T08:30+01:00+"})
    shown = clock.now()
    assert clock.runs
    assert EIGHT_THIRTY <= shown <= EIGHT_THIRTY + (real_now() - before) + ROUNDING


def test_a_running_clock_tells_when_it_will_show_an_instant() -> None:
    clock = clock_from({"HABITCOACH_NOW": "2026-11-22T08:30+01:00+"})
    real = clock.real_instant(EIGHT_THIRTY + timedelta(hours=1))
    assert real is not None
    left = (EIGHT_THIRTY + timedelta(hours=1)) - clock.now()
    assert abs((real - real_now()) - left) < timedelta(milliseconds=50)
    assert clock.real_instant(EIGHT_THIRTY + timedelta(hours=1)) == real


def test_a_running_clock_never_shows_what_lies_beyond_all_time() -> None:
    clock = clock_from({"HABITCOACH_NOW": "2020-11-22T08:30+01:00+"})
    assert clock.real_instant(datetime.max.replace(tzinfo=UTC)) is None


def test_monotonic_is_the_machines_own() -> None:
    for value in ("", "2026-11-22T08:30Z", "2026-11-22T08:30Z+"):
        shown = clock_from({"HABITCOACH_NOW": value}).monotonic()
        assert abs(shown - time.clock_gettime(time.CLOCK_MONOTONIC)) < 1


def test_a_file_sets_the_clock_and_the_zone(now_file: Path) -> None:
    clock = clock_from({"HABITCOACH_NOW": f"@{now_file}", "TZ": "Asia/Tokyo"})
    assert (clock.now(), str(clock.zone()), clock.runs) == (EIGHT_THIRTY, "Europe/Berlin", False)
    assert clock.watched_file == now_file


def test_a_running_file_counts_from_its_modification_time(now_file: Path) -> None:
    now_file.write_text("2026-11-22T08:30:00+01:00+")
    hour_ago = real_now().timestamp() - 3600
    os.utime(now_file, (hour_ago, hour_ago))
    clock = clock_from({"HABITCOACH_NOW": f"@{now_file}"})
    since = datetime.fromtimestamp(hour_ago, UTC)
    assert abs((clock.now() - EIGHT_THIRTY) - (real_now() - since)) < timedelta(milliseconds=50)
    real = clock.real_instant(EIGHT_THIRTY + timedelta(hours=2))
    assert real is not None
    assert abs(real - since - timedelta(hours=2)) < ROUNDING


def test_a_changed_file_is_seen_on_the_next_call(now_file: Path) -> None:
    clock = clock_from({"HABITCOACH_NOW": f"@{now_file}"})
    # Of ten seconds from now, so that however slowly this runs, the file counts as written this moment.
    tick = time.clock_gettime_ns(time.CLOCK_REALTIME) + 10 * 10**9
    for step in range(10):
        minute = EIGHT_THIRTY + timedelta(minutes=step)
        now_file.write_text(f"{minute.isoformat()} Asia/Tokyo")
        # Many a file system's times advance in ticks of milliseconds, and all of these have one length.
        os.utime(now_file, ns=(tick, tick))
        assert clock.now() == minute
    now_file.write_text("2026-11-22T07:30:00+00:00+")
    assert clock.runs


def test_a_file_replaced_by_another_is_seen(now_file: Path, tmp_path: Path) -> None:
    clock = clock_from({"HABITCOACH_NOW": f"@{now_file}"})
    other = tmp_path / "other"
    other.write_text("2027-01-01T00:00:00+00:00 Asia/Tokyo")
    other.replace(now_file)
    assert clock.now() == datetime(2027, 1, 1, tzinfo=UTC)
    assert str(clock.zone()) == "Asia/Tokyo"
    long_ago = (1_700_000_000, 1_700_000_000)
    os.utime(now_file, long_ago)
    assert clock.now() == datetime(2027, 1, 1, tzinfo=UTC)
    other.write_text("2028-01-01T00:00:00+00:00 Asia/Tokyo")
    os.utime(other, long_ago)
    other.replace(now_file)
    assert clock.now() == datetime(2028, 1, 1, tzinfo=UTC)


def test_reread_looks_even_if_nothing_shows_a_change(now_file: Path) -> None:
    long_ago = (1_700_000_000, 1_700_000_000)
    os.utime(now_file, long_ago)
    clock = clock_from({"HABITCOACH_NOW": f"@{now_file}"})
    with now_file.open("r+") as file:
        file.write("2026-11-22T09")
    os.utime(now_file, long_ago)
    assert clock.now() == EIGHT_THIRTY
    clock.reread()
    assert clock.now() == EIGHT_THIRTY + timedelta(hours=1)


@pytest.mark.parametrize("torn", [b"", b"2026-11-", b"\xff\xfe", b"soon", b"2026-11-22T08:30 Europe/Berlin"])
def test_a_torn_file_keeps_the_last_good_time(now_file: Path, torn: bytes) -> None:
    clock = clock_from({"HABITCOACH_NOW": f"@{now_file}"})
    now_file.write_bytes(torn)
    assert (clock.now(), str(clock.zone())) == (EIGHT_THIRTY, "Europe/Berlin")
    now_file.write_text("2026-11-22T09:30:00+01:00 Europe/Berlin")
    assert clock.now() == EIGHT_THIRTY + timedelta(hours=1)


def test_a_file_gone_keeps_the_last_good_time(now_file: Path) -> None:
    clock = clock_from({"HABITCOACH_NOW": f"@{now_file}"})
    now_file.unlink()
    assert clock.now() == EIGHT_THIRTY


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "no_such_file"),
        (b"", "not_an_instant"),
        (b"\xff", "not_an_instant"),
        (b"2026-11-22", "no_offset"),
    ],
)
def test_a_file_that_is_no_good_at_the_start_is_refused(
    tmp_path: Path, content: bytes | None, code: str
) -> None:
    path = tmp_path / "now"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError) as refused:
        clock_from({"HABITCOACH_NOW": f"@{path}"})
    assert refused.value.code == code


def test_a_start_in_the_midst_of_a_write_waits_for_its_end(now_file: Path) -> None:
    good = now_file.read_text()
    now_file.write_text("")
    writer = threading.Timer(0.05, now_file.write_text, [good])
    writer.start()
    assert clock_from({"HABITCOACH_NOW": f"@{now_file}"}).now() == EIGHT_THIRTY
    writer.join()


def test_a_relative_file_is_found_after_a_change_of_folder(
    now_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(now_file.parent)
    clock = clock_from({"HABITCOACH_NOW": "@now"})
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    now_file.write_text("2026-11-22T09:30:00+01:00")
    assert clock.now() == EIGHT_THIRTY + timedelta(hours=1)


@pytest.mark.parametrize(
    ("rule", "summer", "winter"),
    [
        ("Europe/Berlin", 2, 1),
        (":Europe/Berlin", 2, 1),
        ("/usr/share/zoneinfo/Europe/Berlin", 2, 1),
        ("CET-1CEST,M3.5.0,M10.5.0/3", 2, 1),
        ("<+0530>-5:30", 5.5, 5.5),
        ("", 0, 0),
    ],
)
def test_tz_is_understood_in_every_form(rule: str, summer: float, winter: float) -> None:
    zone = clock_from({"TZ": rule}).zone()
    assert datetime(2026, 7, 1, tzinfo=zone).utcoffset() == timedelta(hours=summer)
    assert datetime(2026, 12, 1, tzinfo=zone).utcoffset() == timedelta(hours=winter)


def test_the_systems_zone_follows_its_link(tmp_path: Path) -> None:
    link = tmp_path / "etc" / "localtime"
    link.parent.mkdir()
    link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    zones = SystemZone({}, tmp_path)
    berlin = zones.zone()
    assert str(berlin) == "Europe/Berlin"
    assert zones.zone() is berlin
    link.unlink()
    assert zones.zone() is berlin
    link.symlink_to("../usr/share/zoneinfo/Asia/Tokyo")
    assert str(zones.zone()) == "Asia/Tokyo"


def test_a_copied_zone_file_is_used_too(tmp_path: Path) -> None:
    copy = tmp_path / "etc" / "localtime"
    copy.parent.mkdir()
    copy.write_bytes(Path("/usr/share/zoneinfo/Asia/Kolkata").read_bytes())
    zone = SystemZone({"TZ": "no zone at all"}, tmp_path).zone()
    assert datetime(2026, 7, 1, tzinfo=zone).utcoffset() == timedelta(hours=5.5)


def test_a_machine_without_a_zone_is_on_utc(tmp_path: Path) -> None:
    assert SystemZone({}, tmp_path).zone() is UTC


def test_this_machines_zone_agrees_with_the_c_library() -> None:
    zone = clock_from({}).zone()
    summer = datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert summer.astimezone(zone).utcoffset() == summer.astimezone().utcoffset()


def test_reread_makes_the_c_library_see_a_new_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = clock_from({})
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "JST-9")
        clock.reread()
        assert time.timezone == -9 * 3600
    clock.reread()
    assert time.timezone != -9 * 3600


def test_importing_it_brings_neither_qt_nor_apscheduler() -> None:
    unwanted = "{'PySide6', 'apscheduler', 'tzlocal'}"
    code = f"import sys, habitcoach.clock; print(sorted({unwanted} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


SPEC_PARTS = (
    "2026-11-22T08:30 2026-11-22 08:30:00 +01:00 Z + - @ T 1e9 ٣ +24:00 UTC Europe/Berlin ../etc/passwd "
    "9999-12-31 0001-01-01T00:00Z Etc/GMT+12"
)
spec_parts = st.sampled_from([*SPEC_PARTS.split(), " ", "\0"])


@given(st.lists(spec_parts | st.text(max_size=6), max_size=6).map("".join))
@settings(deadline=None)
def test_whatever_is_set_names_an_instant_or_is_refused(text: str) -> None:
    with suppress(InputError):
        setting = parse_setting(text)
        year = timedelta(days=366)
        assert setting.instant - year < setting.instant < setting.instant + year


@given(st.binary(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_is_in_the_file_sets_the_clock_or_is_refused(tmp_path: Path, written: bytes) -> None:
    path = tmp_path / "spec"
    path.write_bytes(written)
    with suppress(InputError):
        assert clock_from({"HABITCOACH_NOW": f"@{path}"}).now().tzinfo is UTC
