"""Printing: JSON for scripts, lines for people."""

import json
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])  # whatever click decorates

as_json = click.option("--json", "json_wanted", is_flag=True, help="Print JSON.")


def pass_session(function: F) -> F:
    """Give a command its session as first argument."""
    return click.pass_obj(function)


def show(value: object, lines: list[str], *, json_wanted: bool) -> None:
    """Print the value as JSON, or the lines."""
    if json_wanted:
        click.echo(json.dumps(value, ensure_ascii=False, default=_plain, indent=2))
        return
    for line in lines:
        click.echo(line)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(type(value).__name__)


def instant(moment: datetime) -> str:
    """Write an instant with its offset, to the second."""
    return moment.replace(microsecond=0).isoformat()
