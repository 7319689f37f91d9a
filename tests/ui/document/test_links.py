"""Which links of a foreign text are opened."""

from __future__ import annotations

import pytest

from orchestrator_desktop.ui.document.links import Verdict, judge_link


@pytest.mark.parametrize(
    ("url", "shown", "verdict"),
    [
        ("https://example.com/a", "our page", Verdict.OPEN),
        ("https://example.com", "example.com", Verdict.OPEN),
        ("https://www.example.com/x", "https://example.com/x", Verdict.OPEN),
        ("mailto:nora@example.com", "Nora", Verdict.OPEN),
        ("https://evil.example", "https://bank.com", Verdict.ASK),
        ("https://evil.example", "bank.com", Verdict.ASK),
        ("file:///etc/passwd", "x", Verdict.REFUSE),
        ("smb://host/share", "x", Verdict.REFUSE),
        ("calculator://", "x", Verdict.REFUSE),
        ("javascript:alert(1)", "x", Verdict.REFUSE),
        ("\\\\host\\share", "x", Verdict.REFUSE),
        ("https:\\\\evil.example", "x", Verdict.REFUSE),
        ("//evil.example", "x", Verdict.REFUSE),
        ("http://[::1", "x", Verdict.REFUSE),
        ("", "", Verdict.REFUSE),
    ],
)
def test_verdict(url: str, shown: str, verdict: Verdict) -> None:
    assert judge_link(url, shown).verdict is verdict


def test_the_host_is_shown_as_it_is_asked() -> None:
    assert judge_link("https://аpple.com/", "").host == "xn--pple-43d.com"
