"""Where the files under `resources/` are: beside `src` in a checkout, inside the package or the bundle elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(path: str) -> Path:
    """The file of a resource, named from `resources/` on: "icons/sun.svg". It may not exist."""
    return _root() / path


def _root() -> Path:
    package = Path(__file__).resolve().parents[1]
    bundle = getattr(sys, "_MEIPASS", None)
    places = [Path(bundle) / "resources"] if bundle else []
    places += [package / "resources", package.parents[1] / "resources"]
    return next((place for place in places if place.is_dir()), places[-1])
