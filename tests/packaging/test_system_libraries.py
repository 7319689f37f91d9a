"""What the system lacks is found by loading it and told with the command that installs it."""

from __future__ import annotations

import sys

import pytest
import system_libraries as system
from system_libraries import Need

KRB = Need("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5")
XCB = [Need(f"libxcb-{part}.so.0", f"libxcb-{part}0", "libxcb", "libxcb") for part in ("randr", "shape")]


def test_only_what_is_absent_is_missing() -> None:
    assert system.missing([KRB, *XCB], present=lambda name: name == KRB.name) == XCB


@pytest.mark.skipif(sys.platform != "linux", reason="the libraries of other systems come with Qt")
@pytest.mark.parametrize(
    ("name", "present"),
    [("libc.so.6", True), ("libnothing-of-the-kind.so.9", False), ("sh", True), ("no-such-program", False)],
)
def test_presence_is_seen_by_loading(name: str, present: bool) -> None:
    assert system.is_present(name) is present


@pytest.mark.skipif(not system.is_present("libxcb.so.1"), reason="no library to ask an X server with")
@pytest.mark.parametrize("display", ["", ":4242", "no display"])
def test_a_display_that_does_not_answer_is_none(display: str) -> None:
    assert not system.x11_answers(display)


def test_a_package_that_brings_two_libraries_is_named_once() -> None:
    assert system.packages(XCB, "fedora") == "libxcb"
    assert system.packages(XCB, "debian") == "libxcb-randr0 libxcb-shape0"


@pytest.mark.parametrize(
    ("os_release", "family"),
    [
        ("ID=debian\n", "debian"),
        ("ID=ubuntu\nID_LIKE=debian\n", "debian"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "debian"),
        ("ID=fedora\n", "fedora"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "fedora"),
        ("ID=manjaro\nID_LIKE=arch\n", "arch"),
        ("ID=alpine\n", None),
        ("", None),
    ],
)
def test_the_family_of_a_distribution(os_release: str, family: str | None) -> None:
    assert system.family(os_release) == family


@pytest.mark.parametrize(
    ("family", "command"),
    [
        ("debian", "sudo apt install libgssapi-krb5-2"),
        ("fedora", "sudo dnf install krb5-libs"),
        ("arch", "sudo pacman -S --needed krb5"),
    ],
)
def test_the_message_names_what_is_missing_and_the_command_of_this_system(family: str, command: str) -> None:
    message = system.message([KRB], family)
    assert "libgssapi_krb5.so.2" in message
    assert command in message
    assert message.count("sudo") == 1


def test_a_system_of_another_family_is_told_all_three() -> None:
    assert system.message([KRB], None).count("sudo") == 3


def test_each_need_is_listed_once_and_has_a_package_everywhere() -> None:
    needs = [*system.QT, *system.SCREEN, *system.TESTS, *system.build_needs()]
    assert len({need.name for need in needs}) == len(needs)
    assert all(all(need) for need in needs)
