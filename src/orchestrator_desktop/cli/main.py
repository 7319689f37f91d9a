"""Entry of the command line: the options of all commands, and how a command ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final, NoReturn

import click

from orchestrator_desktop import __version__
from orchestrator_desktop.cli import screen
from orchestrator_desktop.cli.catalogue import NAMES, commands_with
from orchestrator_desktop.cli.session import Session
from orchestrator_desktop.domain.errors import UsageError, UserError

INTERRUPTED: Final = 130


class Orchestrator(click.Group):
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(NAMES)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        return next((command for command in commands_with(name) if command.name == name), None)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, screen.OutputError, BrokenPipeError):
            raise
        except UsageError as error:
            raise click.UsageError(str(error)) from error
        except UserError as error:
            raise click.ClickException(str(error)) from error
        except Exception as bug:  # the edge of the process: a bug is told, and its report kept
            from orchestrator_desktop.cli.bugs import report

            raise click.ClickException(report(bug, Session(ctx.params.get("data_dir")).folder)) from bug

    def main(self, args: Sequence[str] | None = None, *more: Any, **options: Any) -> NoReturn:
        """Run one command, and exit: 0, 1 for a failure, 2 for bad use, 130 for Ctrl+C."""
        screen.prepare_streams()
        try:
            # On Windows click would read ~30m as a home folder, and a * in a title as files.
            code = super().main(args, *more, **{**options, "standalone_mode": False, "windows_expand_args": False})
        except click.ClickException as error:
            screen.note(_words(error))
            code = error.exit_code
        except screen.OutputError as error:
            screen.note(str(error))
            code = 1
        except (click.Abort, KeyboardInterrupt):
            code = INTERRUPTED
        sys.exit(code or 0)


@click.group(cls=Orchestrator, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data-dir", metavar="FOLDER", help="Keep the data in FOLDER.")
@click.version_option(__version__, prog_name="orchestrator", message="%(prog)s %(version)s")
@click.pass_context
def root(ctx: click.Context, data_dir: str | None) -> None:
    """Capture, delegate, review, reflect: the loop of Orchestrator from the command line.

    It works on the same file as the window. Each command takes --json.
    """
    ctx.obj = Session(data_dir, limits=ctx.obj)


def main() -> NoReturn:
    """Run one command as a process of its own. All that it opened is closed when it ends, so the process ends at once:
    Python's own clearing up would take a quarter of the time of a short command."""
    try:
        root.main(prog_name="orchestrator")
    except SystemExit as end:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):  # nobody reads it any more, or there is none
                stream.flush()
        os._exit(end.code if isinstance(end.code, int) else 1)


def _words(error: click.ClickException) -> str:
    message = error.format_message()
    if isinstance(error, click.UsageError) and error.ctx and not isinstance(error, click.exceptions.NoArgsIsHelpError):
        return f"{message}\n`{error.ctx.command_path} --help` says how."
    return message


if __name__ == "__main__":
    main()
