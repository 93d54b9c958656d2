"""hard-one: what helps right after a hard contact."""

from tests.cli.conftest import Command, add


def test_the_librarys_resets_and_ones_own(command: Command) -> None:
    shown = command("hard-one").out.splitlines()
    assert [one.partition(":")[0] for one in shown] == ["Kind to the thorny", "Reset after a hard one"]
    assert shown[1].endswith("a colleague. habitcoach add --template grace_reset")
    command("add", "--template", "grace_reset")
    add(command, "Smile", trigger='{"kind":"at","times":["10:30"]}')
    found = command("hard-one", "--json").json
    assert [(one["habit_id"], one["template_id"]) for one in found] == [(1, ""), (None, "thorny_kindness")]
    assert command("hard-one").out.splitlines()[0].endswith("habitcoach done 1")
