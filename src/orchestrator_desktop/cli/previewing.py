"""delegate --preview: exactly what would leave, where to, for about how much; nothing is sent."""

from __future__ import annotations

from dataclasses import asdict

from orchestrator_desktop.cli import screen, words
from orchestrator_desktop.cli.session import Session
from orchestrator_desktop.cli.shapes import Shape
from orchestrator_desktop.domain.ids import SpecialistId, TaskId
from orchestrator_desktop.domain.tokens import estimate
from orchestrator_desktop.operations.briefs import BriefEdits
from orchestrator_desktop.operations.previewing import preview
from orchestrator_desktop.operations.weighing import Weight
from orchestrator_desktop.providers.base import Dialect, Endpoint, Request
from orchestrator_desktop.providers.registry import adapter


def show_preview(
    session: Session, task_id: TaskId, specialist_id: SpecialistId, edits: BriefEdits, *, as_json: bool
) -> None:
    """Print what handing the task over would send. Raises UserError where it would be refused."""
    weight = _weight(session, task_id, specialist_id, edits)
    if not weight.looked_up:
        from orchestrator_desktop.cli.waiting import look_up_price

        look_up_price(session, weight.provider, weight.model)
        weight = _weight(session, task_id, specialist_id, edits)
    if as_json:
        screen.say_json(_shape(weight))
    else:
        _say(weight)


def _weight(session: Session, task_id: TaskId, specialist_id: SpecialistId, edits: BriefEdits) -> Weight:
    with session.store() as store:
        return preview(store, task_id=task_id, specialist_id=specialist_id, edits=edits)


def _shape(weight: Weight) -> Shape:
    return {
        "task_id": weight.task.id,
        "delegate": weight.specialist.name,
        "provider": weight.provider.name,
        "dialect": weight.provider.dialect,
        "url": _url(weight),
        "leaves_computer": weight.provider.leaves_computer,
        "model": weight.model,
        "options": _options(weight),
        "parts": [
            {"role": part.role.value, "text": part.text, "tokens": estimate(part.text), "bytes": _size(part.text)}
            for part in weight.what.messages
        ],
        "tokens": weight.tokens,
        "bytes": weight.size,
        "cost_micro": weight.cost,
        "limit": weight.limit,
        "replaced": dict(weight.what.replaced),
        "untrusted": weight.what.untrusted,
    }


def _say(weight: Weight) -> None:
    provider = weight.provider
    where = "leaving this computer" if provider.leaves_computer else "on this computer"
    by = "" if weight.specialist.name == provider.name else f" ({provider.name})"
    place = ", ".join(part for part in (f"To {weight.specialist.name}{by}", weight.model, _url(weight), where) if part)
    cost = "at no cost" if weight.cost == 0 else f"about {words.money(weight.cost)}" if weight.cost else "cost unknown"
    screen.say(place)
    screen.say(f"About {weight.tokens:,} tokens, {weight.size:,} bytes of text, {cost}")
    for name, value in _options(weight).items():
        screen.say(f"Setting {name}: {value}")
    for placeholder, word in weight.what.replaced.items():
        screen.say(f"Replaced: {word} by {placeholder}")
    if weight.limit is not None:
        screen.say(f"That exceeds {words.LIMITS[weight.limit]}: without --send-anyway it waits for you.")
    for part in weight.what.messages:
        screen.say()
        screen.say(part.role.value, bold=True)
        screen.say(part.text)
    screen.note("Nothing was sent.")


def _url(weight: Weight) -> str | None:
    """The exact address; None for the built-in model, which has none until it runs."""
    provider = weight.provider
    if not provider.base_url:
        return None
    endpoint = Endpoint(provider.name, Dialect(provider.dialect), provider.base_url)
    local = not provider.leaves_computer
    request = Request("", endpoint, weight.model, weight.what.messages, weight.specialist.options, local)
    return adapter(endpoint.dialect).url(request)


def _options(weight: Weight) -> dict[str, object]:
    """The settings that are sent along."""
    options = asdict(weight.specialist.options)
    extra = {} if weight.provider.leaves_computer else options["extra"]
    return {name: value for name, value in {**options, **extra}.items() if value is not None and name != "extra"}


def _size(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))
