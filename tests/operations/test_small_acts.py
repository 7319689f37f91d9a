"""Settings, drafts, reflections, and what a new file holds."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest
import time_machine

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegate import Example, ProviderKind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.messages import Options
from orchestrator_desktop.operations import reflections, roster, settings
from orchestrator_desktop.operations.setup import prepare
from orchestrator_desktop.operations.undo import undo
from orchestrator_desktop.store import days, delegates
from tests.operations.work import Work

DAY = date(2026, 10, 14)


@pytest.mark.parametrize("value", [True, False, 0, 1.5, "fr", "", [1, 2], {"a": "é"}])
def test_a_setting_is_kept_and_changed_and_taken_away(work: Work, value: settings.Json) -> None:
    assert settings.set_setting(work.store, key="k", value="before").touches(Kind.SETTING)
    settings.set_setting(work.store, key="k", value=value)
    assert days.setting(work.store, "k") == value
    settings.set_setting(work.store, key="k", value=None)
    assert days.setting(work.store, "k", "default") == "default"


def test_a_draft_is_kept_until_it_is_emptied(work: Work) -> None:
    for text in ("D", "Dr", "Draft \ud800 \0"):
        settings.keep_draft(work.store, key="brief:1", text=text)
    assert days.draft(work.store, "brief:1") == "Draft \ufffd \ufffd"
    settings.keep_draft(work.store, key="brief:2", text="other")
    settings.keep_draft(work.store, key="brief:1", text="")
    assert (days.draft(work.store, "brief:1"), days.draft(work.store, "brief:2")) == ("", "other")


def test_drafts_and_where_the_window_stands_are_no_undo_steps(work: Work) -> None:
    for key in ("window.split", "window.geometry", "palette.recent", "queue.paused"):
        settings.set_setting(work.store, key=key, value=1)
    settings.keep_draft(work.store, key="k", text="x")
    with pytest.raises(UserError, match="nothing to undo"):
        undo(work.store)


def test_a_reflection_is_saved_as_it_is_typed(work: Work) -> None:
    first, later = datetime(2026, 10, 14, 18, tzinfo=UTC), datetime(2026, 10, 14, 19, tzinfo=UTC)
    with time_machine.travel(first, tick=False):
        assert reflections.write_reflection(work.store, day=DAY, text="I").touches(Kind.REFLECTION)
        reflections.write_reflection(work.store, day=DAY, text="I let go of the newsletter.")
    with time_machine.travel(later, tick=False):
        reflections.write_reflection(work.store, day=DAY, text="I let go of the newsletter.")
    kept = days.reflection(work.store, DAY)
    assert (kept.text, kept.updated_at, kept.closed_at) == ("I let go of the newsletter.", first, None)


def test_any_day_can_be_filled_in(work: Work) -> None:
    for day in (date(2020, 2, 29), DAY, date(2031, 1, 1)):
        reflections.write_reflection(work.store, day=day, text=day.isoformat())
    assert days.reflection(work.store, date(2020, 2, 29)).text == "2020-02-29"


def test_a_day_is_closed_and_opened_with_its_text(work: Work) -> None:
    reflections.close_day(work.store, day=DAY)
    reflections.write_reflection(work.store, day=DAY, text="after all")
    closed = days.reflection(work.store, DAY)
    assert closed.text == "after all"
    assert closed.closed_at is not None
    reflections.close_day(work.store, day=DAY, closed=False)
    opened = days.reflection(work.store, DAY)
    assert (opened.text, opened.closed_at) == ("after all", None)


@dataclass
class Role:
    instructions: str = "Be brief."
    options: Options = field(default_factory=lambda: Options(temperature=0.2, extra={"top_k": 40}))
    examples: tuple[Example, ...] = (Example("q", "a"),)

    def name(self, language: str) -> str:
        return {"fr": "Listes", "en": "Checklists"}[language]


@dataclass
class Starter:
    id: str = "checklist"
    specialist: Role = field(default_factory=Role)


@pytest.mark.parametrize(("language", "name"), [("en", "Checklists"), ("fr", "Listes")])
def test_a_new_file_holds_the_built_in_model_and_its_specialists(work: Work, language: str, name: str) -> None:
    prepare(work.store, starters=[Starter()], language=language)  # type: ignore[list-item]
    (builtin,) = delegates.providers(work.store)
    assert (builtin.kind, builtin.base_url, builtin.model) == (ProviderKind.BUILTIN, "", "")
    role, plain = delegates.specialists(work.store)
    assert (role.name, role.starter, role.instructions, role.examples) == (
        name,
        "checklist",
        "Be brief.",
        (Example("q", "a"),),
    )
    assert role.options == Options(temperature=0.2, extra={"top_k": 40})
    assert (plain.name, plain.plain) == ("Built-in model", True)
    # Left to itself, a model this small may repeat one word for ever.
    assert plain.options.max_tokens is not None
    assert "dry_multiplier" in plain.options.extra


def test_preparing_again_changes_nothing(work: Work) -> None:
    prepare(work.store, starters=[Starter()], language="en")  # type: ignore[list-item]
    before = work.dump()
    assert prepare(work.store, starters=[Starter()], language="fr").ids == {}  # type: ignore[list-item]
    assert work.dump() == before


def test_names_that_are_taken_do_not_keep_the_app_from_starting(work: Work) -> None:
    for name in ("Built-in model", "Checklists"):
        roster.add_provider(
            work.store, name=name, dialect="openai-chat", base_url="https://api.example.com/v1", model="m"
        )
    prepare(work.store, starters=[Starter()], language="en")  # type: ignore[list-item]
    names = {specialist.name for specialist in delegates.specialists(work.store)}
    assert names == {"Built-in model", "Checklists", "Built-in model 2", "Checklists 2"}
