"""Commands about what providers offer: providers models, presets, find, price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

import click

from orchestrator_desktop.cli import provider_lines, screen, troubles, words
from orchestrator_desktop.cli.params import json_option, text
from orchestrator_desktop.cli.session import Session, pass_session, rollover, today
from orchestrator_desktop.cli.shapes import Shape
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.errors import ProviderError
from orchestrator_desktop.domain.moments import local_text
from orchestrator_desktop.domain.money import Price, parse_amount
from orchestrator_desktop.operations.spending import set_own_price
from orchestrator_desktop.providers.presets import PRESETS, preset_at
from orchestrator_desktop.store import delegates, spending
from orchestrator_desktop.store.spending import ModelList, Priced

name_argument: Final = click.argument("name", type=text)
Model = dict[str, str | int | None]
"""A row of `store.spending.model_list`."""


@click.command()
@name_argument
@click.option("--search", type=text, help="Models whose name or id holds these words.")
@json_option
@pass_session
def models(session: Session, name: str, search: str | None, as_json: bool) -> None:
    """List the models of a provider.

    It is asked now; where it does not say, the list it gave last is shown.
    """
    with session.store() as store:
        provider = provider_lines.find(store, name)
    trouble, detail = _ask(session, provider)
    with session.store() as store:
        known, prices = spending.model_list(store, provider.id), spending.prices(store, provider.id)
    if trouble is not None:
        screen.note(trouble)
        screen.note_detail(detail)
    if known is None:
        raise click.ClickException("No list is kept from before. A model can always be named with `providers edit`.")
    if trouble is not None:
        screen.note(f"The list of {words.due(known.fetched_at, today(), rollover())} is shown.")
    found = [model for model in known.models if _holds(model, search)]
    if as_json:
        screen.say_json(_list_shape(provider, known, found, prices, live=trouble is None))
    else:
        _say_models(found, prices)


@click.command()
@json_option
def presets(as_json: bool) -> None:
    """List the presets of `providers add`.

    They need nothing but a key; those on this computer not even that, but a model.
    """
    if as_json:
        screen.say_json([asdict(preset) for preset in PRESETS])
        return
    rows = [(p.name, p.dialect.value, p.base_url, p.model or "what it runs", p.keys_page or "no key") for p in PRESETS]
    screen.table(("Preset", "Dialect", "Base URL", "Model", "Key from"), rows, stretch=4)


@click.command()
@json_option
@pass_session
def find(session: Session, as_json: bool) -> None:
    """Look for servers on this computer.

    Ollama, LM Studio, llama.cpp and vLLM are found where they usually listen. Nothing leaves the computer.
    """
    from orchestrator_desktop.cli.waiting import local_servers

    found = local_servers(session)
    with session.store() as store:
        known = {_door(provider.base_url): provider.name for provider in delegates.providers(store)}
    servers = [
        _Server(
            server.endpoint.name,
            server.endpoint.dialect.value,
            server.endpoint.base_url,
            tuple(model.id for model in server.models),
            known.get(_door(server.endpoint.base_url)),
        )
        for server in found
    ]
    if as_json:
        screen.say_json([asdict(server) for server in servers])
        return
    for server in servers:
        _say_server(server)
    if not servers:
        screen.say("No server answers on this computer.")


@click.command()
@name_argument
@click.option("--model", type=text, help="Its default model unless named.")
@click.option("--input", "input_", metavar="DOLLARS", type=text, help="For a million tokens sent.")
@click.option("--output", metavar="DOLLARS", type=text, help="For a million tokens received.")
@click.option("--remove", is_flag=True, help="Forget it.")
@json_option
@pass_session
def price(
    session: Session,
    name: str,
    model: str | None,
    input_: str | None,
    output: str | None,
    remove: bool,
    as_json: bool,
) -> None:
    """Say what a model costs.

    Amounts are US dollars for a million tokens. Where a price is published, that one counts.
    """
    own = _own_price(input_, output, remove=remove)
    with session.store() as store:
        provider = provider_lines.find(store, name)
        wanted = (provider.model if model is None else model).strip()
        if not wanted:
            raise click.UsageError("Name the model with --model. Nothing was changed.", click.get_current_context())
        if remove or own is not None:
            set_own_price(store, provider_id=provider.id, model=wanted, price=own)
        counts = spending.prices(store, provider.id).get(wanted)
    if as_json:
        screen.say_json({"provider": provider.name, "model": wanted, **_price_shape(counts)})
    else:
        screen.say(f"{wanted} of {provider.name}: {_price_words(counts)}")


COMMANDS: Final = (models, presets, find, price)


@dataclass(frozen=True, slots=True)
class _Server:
    """A server on this computer; `provider` is the one that leads to it already."""

    name: str
    dialect: str
    base_url: str
    models: tuple[str, ...]
    provider: str | None


def _ask(session: Session, provider: Provider) -> tuple[str | None, str]:
    """Ask for the models now; in words, and in the provider's own, why it did not tell them."""
    from orchestrator_desktop.cli.waiting import models as ask

    try:
        ask(session, provider.id)
    except ProviderError as error:
        return troubles.provider_trouble(error.kind, provider=provider.name, model=provider.model), error.detail
    return None, ""


def _holds(model: Model, search: str | None) -> bool:
    said = f"{model['id']} {model['name']}".casefold()
    return all(word in said for word in (search or "").casefold().split())


def _list_shape(
    provider: Provider, known: ModelList, found: Sequence[Model], prices: dict[str, Priced], *, live: bool
) -> Shape:
    return {
        "provider": provider.name,
        "live": live,
        "fetched_at": local_text(known.fetched_at),
        "models": [
            {
                "id": model["id"],
                "name": model["name"],
                "context_tokens": model["context_tokens"],
                "output_tokens": model["output_tokens"],
                **_price_shape(prices.get(str(model["id"]))),
            }
            for model in found
        ],
    }


def _price_shape(known: Priced | None) -> Shape:
    return {
        "input_micro": None if known is None else known.price.input_micro,
        "output_micro": None if known is None else known.price.output_micro,
        "price_source": None if known is None else "own" if known.own else "listed",
    }


def _say_models(found: Sequence[Model], prices: dict[str, Priced]) -> None:
    if not found:
        screen.say("No model.")
        return
    rows = []
    for model in found:
        known = prices.get(str(model["id"]))
        context = model["context_tokens"]
        rows.append(
            (
                str(model["id"]),
                "" if model["name"] == model["id"] else str(model["name"]),
                f"{context:,}" if isinstance(context, int) else "",
                "" if known is None else words.money(known.price.input_micro),
                "" if known is None else words.money(known.price.output_micro),
            )
        )
    screen.table(("Model", "Name", "Context", "In", "Out"), rows, stretch=1)
    if any(row[3] for row in rows):
        screen.note("Prices are for a million tokens.")


def _say_server(server: _Server) -> None:
    screen.say(f"{server.name} at {server.base_url}: {', '.join(server.models) or 'no model'}")
    if server.provider is not None:
        screen.say(f"   It is the provider “{server.provider}”.")
    else:
        model = server.models[0] if server.models else "MODEL"
        screen.say(
            f'   orchestrator providers add "{server.name}" --dialect {server.dialect} --base-url {server.base_url} '
            f"--model {model} --no-key"
        )


def _door(base_url: str) -> str:
    """What two addresses of one server on this computer share."""
    preset = preset_at(base_url) if base_url else None
    return preset.base_url if preset is not None else base_url


def _own_price(input_: str | None, output: str | None, *, remove: bool) -> Price | None:
    """The price that was said, None for none. Raises UsageError."""
    context = click.get_current_context()
    if remove and (input_ is not None or output is not None):
        raise click.UsageError("Choose --remove, or --input and --output. Nothing was changed.", context)
    if input_ is None and output is None:
        return None
    read = [parse_amount(amount) if amount is not None else None for amount in (input_, output)]
    if read[0] is None or read[1] is None:
        raise click.UsageError("A price needs --input and --output, 0 for what costs nothing.", context)
    return Price(read[0], read[1])


def _price_words(known: Priced | None) -> str:
    if known is None:
        return "no price is known"
    whose = "as you said" if known.own else "as published"
    price = known.price
    return f"{words.money(price.input_micro)} in, {words.money(price.output_micro)} out for a million tokens, {whose}"
