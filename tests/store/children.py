"""Python in a process of its own: as a user without rights, with a small disk, or killed on the way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PREAMBLE = """
import os, signal, sys
from pathlib import Path
import sqlite_utils
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.store import migrations
from orchestrator_desktop.store.opening import open_readonly, open_store

folder = Path(sys.argv[1])

def nobody():
    # Rights mean nothing to root.
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)

def small_files(size):
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

def said(call):
    try:
        call()
    except UserError as error:
        print(error)
    else:
        print("nothing was said")
"""


def start(code: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + code, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    )


def run(code: str, folder: Path) -> list[str]:
    """Lines that the child printed; what went wrong in it fails the test."""
    with start(code, folder) as child:
        out, err = child.communicate(timeout=30)
    assert not err, err
    return out.splitlines()
