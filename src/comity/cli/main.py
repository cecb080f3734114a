"""`comity`: the commands, each in its own file and loaded only when it is used."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

import click

from comity import __version__
from comity.errors import ComityError, UsageError

# Name of a command: the module and the attribute in it.
COMMANDS = {
    "read": "comity.cli.read:read",
    "members": "comity.cli.members:members",
    "names": "comity.cli.names:names",
    "events": "comity.cli.events:events",
    "show": "comity.cli.show:show",
    "search": "comity.cli.search:search",
    "review": "comity.cli.review:review",
    "series": "comity.cli.series:series",
    "promises": "comity.cli.promises:promises",
    "plan": "comity.cli.plan:plan",
    "brief": "comity.cli.brief:brief",
    "invite": "comity.cli.invite:invite",
    "slot": "comity.cli.slot:slot",
    "export": "comity.cli.export:export",
    "catalog": "comity.cli.catalog:catalog",
}


class Commands(click.Group):
    """Loads a command when it is called; tells an error of ours in one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Those whose module is installed: help lists the others' lines even where a part was left out."""
        return [name for name, place in COMMANDS.items() if find_spec(place.split(":")[0])]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module, attribute = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ComityError as error:
            click.echo(f"comity: {error}", err=True)
            ctx.exit(2 if isinstance(error, UsageError) else 1)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", prog_name="comity")
def main() -> None:
    """Turn news of multilateral diplomacy into sourced answers.

    Exit codes: 0 answered, 1 a rule fired or something was refused, 2 usage.
    """
