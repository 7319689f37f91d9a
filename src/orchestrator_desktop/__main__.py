"""Entry of the window: `orchestrator-desktop`, `python -m orchestrator_desktop`."""

from __future__ import annotations

import argparse
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
    from orchestrator_desktop.app import run

    return run(data_dir=options.data_dir, self_test=options.self_test)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="orchestrator-desktop", description="Orchestrator, in a window.")
    parser.add_argument("--data-dir", metavar="FOLDER", help="keep the data in FOLDER")
    parser.add_argument("--self-test", action="store_true", help="open everything once, say what works, and exit")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
