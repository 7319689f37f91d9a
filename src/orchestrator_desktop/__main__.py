"""Entry of the window: `orchestrator-desktop`, `python -m orchestrator_desktop`."""

from __future__ import annotations

import argparse
import os
import sys

MINIMUM = (3, 11)


def main() -> int:
    """Start the window and return the process's exit code."""
    if sys.version_info < MINIMUM:
        sys.stderr.write(f"Orchestrator needs Python 3.11 or newer; this is {sys.version.split()[0]}." + "\n")
        return 1
    if "--serve-model" in sys.argv[1:]:
        # The built-in model's own process, where the bundle has no other Python to start.
        from orchestrator_desktop.providers.builtin.serve import main as serve

        return serve()
    options = _options()
    if not options.self_test and _told(options):
        return 0
    from orchestrator_desktop.app import run

    return run(data_dir=options.data_dir, self_test=options.self_test, quick_add=options.quick_add)


def _told(options: argparse.Namespace) -> bool:
    """Whether a window of the same data is there, and was told what is wanted: Qt need not be loaded for that."""
    from orchestrator_desktop.system.paths import data_folder
    from orchestrator_desktop.system.single import request, tell

    return tell(data_folder(options.data_dir), request(options.quick_add, os.environ))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="orchestrator-desktop", description="Orchestrator, in a window.")
    parser.add_argument("--data-dir", metavar="FOLDER", help="keep the data in FOLDER")
    parser.add_argument(
        "--quick-add",
        nargs="?",
        const="",
        metavar="TEXT",
        help="open the line that adds a task, with TEXT in it: for a shortcut of the desktop",
    )
    parser.add_argument("--self-test", action="store_true", help="open everything once, say what works, and exit")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
