"""Entry of the bundle's command line, and of the built-in model's process when the command line starts it."""

import sys


def main() -> int | None:
    """What the arguments ask for."""
    if "--serve-model" in sys.argv[1:]:
        from orchestrator_desktop.providers.builtin.serve import main as serve

        return serve()
    from orchestrator_desktop.cli.main import main as command_line

    return command_line()


sys.exit(main())
