"""Entry of the bundle's command line."""

import sys

from orchestrator_desktop.cli.main import main

sys.exit(main())
