"""The table of commands tells the truth about the modules it stands for."""

from importlib import import_module

import click

from habitcoach.cli.late_group import PLACES
from habitcoach.cli.main import habitcoach


def test_every_command_of_a_module_is_in_the_table() -> None:
    for module in {module for module, _ in PLACES.values()}:
        for command in import_module(f"habitcoach.cli.{module}").COMMANDS:
            assert PLACES[command.name][0] == module
            assert bool(PLACES[command.name][1]) is not command.hidden


def test_every_name_in_the_table_is_a_command() -> None:
    context = click.Context(habitcoach)
    for name in habitcoach.list_commands(context):
        command = habitcoach.get_command(context, name)
        assert command is not None
        assert command.name == name
    assert habitcoach.get_command(context, "no such command") is None
