"""Entry of the bundle's window."""

import sys

from orchestrator_desktop.__main__ import main

sys.exit(main())
