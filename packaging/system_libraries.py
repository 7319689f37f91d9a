"""What the app needs from the system and no Python package brings: probed by loading it, named by distribution."""

from __future__ import annotations

import ctypes
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple


class Need(NamedTuple):
    """A shared library (by soname) or a program, and the packages that bring it."""

    name: str
    debian: str
    fedora: str
    arch: str


# Read off the NEEDED entries of the Qt libraries and plugins in PySide6-Essentials, and of xllamacpp.
QT = (
    Need("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Need("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Need("libX11.so.6", "libx11-6", "libX11", "libx11"),
    Need("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Need("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Need("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    Need("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Need("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5"),
    Need("libbrotlidec.so.1", "libbrotli1", "libbrotli", "brotli"),
    Need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Need("libzstd.so.1", "libzstd1", "libzstd", "zstd"),
    Need("libgomp.so.1", "libgomp1", "libgomp", "gcc-libs"),
)

# What a real screen needs on top: the plugins for X11 and Wayland.
SCREEN = (
    Need("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    Need("libxcb.so.1", "libxcb1", "libxcb", "libxcb"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Need("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Need("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Need("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    Need("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    Need("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Need("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    Need("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Need("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Need("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
    Need("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    Need("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
    Need("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl", "wayland"),
)

# The keyring is tested against a real Secret Service in a private D-Bus session.
TESTS = (
    Need("gnome-keyring-daemon", "gnome-keyring", "gnome-keyring", "gnome-keyring"),
    Need("dbus-run-session", "dbus", "dbus-daemon", "dbus"),
)


def build_needs() -> list[Need]:
    """PyInstaller reads libraries with objdump, and carries this Python's own along."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return [
        Need("objdump", "binutils", "binutils", "binutils"),
        Need(f"libpython{version}.so.1.0", f"libpython{version}", "python3-libs", "python"),
    ]


def is_present(name: str) -> bool:
    """Load the library, or look the program up: whatever package it came from."""
    if ".so." not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def x11_answers(display: str) -> bool:
    """Whether an X server can be connected to at `display` (":0"). Qt aborts the process where it cannot."""
    if not display:
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # not known yet: the missing library comes first
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


def missing(needs: Iterable[Need], present: Callable[[str], bool] = is_present) -> list[Need]:
    return [need for need in needs if not present(need.name)]


def packages(needs: Iterable[Need], distribution: str) -> str:
    """The packages of `distribution` ("debian", "fedora", "arch") that bring `needs`, each once."""
    return " ".join(dict.fromkeys(getattr(need, distribution) for need in needs))


def commands(needs: Iterable[Need]) -> dict[str, str]:
    """The command that installs `needs`, by family of distributions."""
    needs = list(needs)
    return {
        "debian": f"sudo apt install {packages(needs, 'debian')}",
        "fedora": f"sudo dnf install {packages(needs, 'fedora')}",
        "arch": f"sudo pacman -S --needed {packages(needs, 'arch')}",
    }


def family(os_release: str) -> str | None:
    """The family of distributions that the text of an os-release file belongs to, None for another one."""
    entries = dict(line.partition("=")[::2] for line in os_release.splitlines())
    names = f"{entries.get('ID', '')} {entries.get('ID_LIKE', '')}".replace('"', "").split()
    aliases = {"debian": "debian", "ubuntu": "debian", "fedora": "fedora", "rhel": "fedora", "arch": "arch"}
    return next((aliases[name] for name in names if name in aliases), None)


def this_family() -> str | None:
    release = Path("/etc/os-release")
    return family(release.read_text("utf-8")) if release.exists() else None


def message(needs: Iterable[Need], here: str | None) -> str:
    """Name what is missing and the command that installs it: this system's, or all where it is none of the three."""
    needs = list(needs)
    labels = {"debian": "Debian, Ubuntu", "fedora": "Fedora", "arch": "Arch"}
    shown = {name: command for name, command in commands(needs).items() if here in (None, name)}
    lines = [f"Missing on this system: {', '.join(need.name for need in needs)}.", "Install it with:"]
    return "\n".join([*lines, *(f"  {labels[name] + ':':16} {command}" for name, command in shown.items())])
