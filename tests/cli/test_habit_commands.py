"""library, add, edit, archive, restore, delete, and how a habit is named."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command, Line, add

AWKWARD = ["--help", "-5 minutes", "<b>x</b> & <img src=x>", "😀" * 60, "שלום עולם", "{0} %s $HOME `ls`"]


def test_the_library_lists_ready_made_habits(command: Command) -> None:
    found = command("library", "--json").json
    assert len({one["id"] for one in found}) == len(found) > 20
    assert found[0].keys() == {"id", "name", "category", "channels", "starter", "plan", "cue", "why"}
    lines = command("library").out.splitlines()
    assert len(lines) == len(found)
    assert lines[0].startswith(found[0]["id"])


def test_the_library_can_be_searched(command: Command) -> None:
    names = {one["id"] for one in command("library", "SMILE hello", "--json").json}
    assert "smile_before_hello" in names
    found = command("library", "zebra")
    assert (found.code, found.out) == (0, "No habit mentions “zebra”.\n")
    assert command("library", "zebra", "--json").json == []


def test_a_ready_made_habit_is_added_and_can_be_changed_on_the_way(command: Command) -> None:
    assert command("add", "--template", "smile_before_hello", "--json").json == {
        "habit_id": 1,
        "habit": "Smile before hello",
    }
    second = command("add", "--template", "smile_before_hello", "--name", "Mine", "--reward", "tea")
    assert second.out.startswith("Started “Mine”. When ")
    assert second.out.rstrip().endswith("then tea.")


def test_an_unknown_template_is_refused(command: Command, home: Path) -> None:
    found = command("add", "--template", "nothing")
    assert found.code == 1
    assert found.err == "habitcoach: There is no ready-made habit “nothing”. See: habitcoach library\n"
    assert not home.exists()


def test_a_habit_of_ones_own(command: Command) -> None:
    found = add(
        command,
        "Smile",
        tiny="breathe",
        treat="lunch",
        why="it is heard",
        category="words",
        trigger='{"kind":"every","minutes":120,"from":"10:00","to":"16:00"}',
        target='{"kind":"count","goal":3,"per":"week"}',
    )
    assert found.json == {"habit_id": 1, "habit": "Smile"}
    shown = command("show", "1", "--json").json
    assert shown["trigger"] == {"kind": "every", "minutes": 120, "from": "10:00", "to": "16:00"}
    assert shown["target"] == {"kind": "count", "goal": 3, "per": "week"}
    assert (shown["tiny"], shown["treat"], shown["why"], shown["category"]) == (
        "breathe",
        "lunch",
        "it is heard",
        "words",
    )
    assert shown["plan"] == "When it rings, I will smile, then a sip of tea."


def test_without_a_trigger_a_habit_is_manual_and_asks_for_one_tick(command: Command) -> None:
    add(command, "Smile")
    shown = command("show", "Smile", "--json").json
    assert shown["trigger"] == {"kind": "manual"}
    assert shown["target"] == {"kind": "check", "goal": 1, "per": "day"}


def test_missing_fields_are_wrong_use(command: Command) -> None:
    found = command("add", "--name", "Smile", "--when", "it rings")
    assert found.code == 2
    assert "Missing --routine, --reward." in found.err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"trigger": '{"kind":"at"}'}, "trigger.times is missing."),
        (
            {"trigger": '{"kind":"at","times":["25:00"]}'},
            "trigger.times: give times as HH:MM, such as 10:30.",
        ),
        ({"trigger": '{"kind":"contact","x":1}'}, "trigger.x: there is no such key. Known are: kind."),
        ({"trigger": "7"}, 'trigger: give a JSON object such as {"kind": "manual"}.'),
        ({"trigger": "{"}, "trigger is not valid JSON: "),
        ({"trigger": "[" * 100_000}, "trigger is not valid JSON: "),
        ({"target": '{"kind":"rate"}'}, "target.goal is missing."),
        ({"target": '{"goal":NaN}'}, "target.goal: give a whole number from 1 to 999."),
        ({"target": '{"per":"year"}'}, "target.per: give one of day, week, month."),
    ],
)
def test_bad_json_names_its_key(command: Command, home: Path, options: dict[str, str], says: str) -> None:
    found = add(command, "Smile", **options)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(f"habitcoach: {says}")
    assert found.err.count("\n") == 1
    assert not home.exists()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "The name needs at least one visible character."),
        ("\u200b\u3164", "The name needs at least one visible character."),
        ("x" * 10_000, "The name has 10000 characters; keep it to 60."),
    ],
)
def test_names_that_cannot_be_used(command: Command, home: Path, name: str, says: str) -> None:
    found = add(command, name)
    assert (found.code, found.out, found.err) == (1, "", f"habitcoach: {says}\n")
    assert not home.exists()


def test_an_unknown_category_is_refused_with_the_known_ones(command: Command) -> None:
    found = add(command, "Smile", category="odd")
    assert found.code == 1
    assert "goodwill" in found.err


@pytest.mark.usefixtures("smile")
def test_a_name_can_be_had_once(command: Command) -> None:
    found = add(command, "sMILE")
    assert found.code == 1
    assert found.err == "habitcoach: You already have a habit called “sMILE”. Choose another name.\n"


# ------------------------------------------------------------------ naming a habit


@pytest.mark.parametrize("name", AWKWARD)
def test_a_name_is_only_text(command: Command, name: str) -> None:
    assert add(command, name).json["habit"] == name
    assert command("done", "--json", "--", name).json["habit"] == name
    assert command("show", "--", name).out.splitlines()[0] == name


@pytest.mark.usefixtures("smile")
@pytest.mark.parametrize("name", ["1", "smile", "sm", "SMILE"])
def test_a_habit_is_its_number_its_name_or_a_prefix(command: Command, name: str) -> None:
    assert command("show", name, "--json").json["habit"] == "Smile"


def test_names_are_compared_in_one_form(command: Command) -> None:
    add(command, "Über-Pause")
    assert command("done", "u\u0308BER", "--json").json["habit"] == "Über-Pause"


@pytest.mark.usefixtures("smile")
def test_an_ambiguous_name_lists_the_candidates(command: Command) -> None:
    add(command, "Smooth")
    found = command("done", "sm")
    assert (found.code, found.out) == (1, "")
    assert found.err == (
        "habitcoach: “sm” could be Smile (1), Smooth (2). Type more of the name, or the number.\n"
    )


@pytest.mark.usefixtures("smile")
@pytest.mark.parametrize("arguments", [("done",), ("show",), ("skip", "--reason", "sick")])
def test_an_unknown_habit(command: Command, arguments: tuple[str, ...]) -> None:
    found = command(*arguments, "zebra")
    assert (found.code, found.err) == (1, "habitcoach: There is no habit “zebra”. See: habitcoach habits\n")


# ------------------------------------------------------------------ changing


@pytest.mark.usefixtures("smile")
def test_edit_changes_what_is_given_and_keeps_the_rest(command: Command) -> None:
    found = command("edit", "smile", "--reward", "a walk", "--name", "Grin", "--json")
    assert found.json == {"habit_id": 1, "habit": "Grin"}
    shown = command("show", "Grin", "--json").json
    assert (shown["reward"], shown["when"]) == ("a walk", "it rings")
    assert shown["trigger"]["times"] == ["10:30"]


@pytest.mark.usefixtures("smile")
def test_retire_and_bring_back(command: Command) -> None:
    assert command("archive", "Smile").out == "Retired “Smile”.\n"
    assert command("habits", "--json").json[0]["archived"]
    refused = command("done", "Smile")
    assert refused.code == 1
    assert "habitcoach restore 1" in refused.err
    assert command("restore", "Smile").out == "“Smile” is back.\n"
    assert command("done", "Smile").code == 0


@pytest.mark.usefixtures("smile")
def test_only_a_habit_without_entries_can_be_deleted(command: Command) -> None:
    command("done", "Smile")
    found = command("delete", "Smile")
    assert (found.code, found.out) == (1, "")
    assert "habitcoach archive 1" in found.err
    add(command, "Other")
    assert command("delete", "Other", "--json").json == {"habit_id": 2, "habit": "Other"}
    assert [one["habit"] for one in command("habits", "--json").json] == ["Smile"]


def test_adding_says_the_plan(smile: Line) -> None:
    assert smile.json == {"habit_id": 1, "habit": "Smile"}
