"""Reading domains, people, providers and specialists: short tables, read whole."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.ids import DomainId, PersonId, ProviderId, SpecialistId
from orchestrator_desktop.domain.text import same_name
from orchestrator_desktop.store.store import Row, Store

if TYPE_CHECKING:  # at run time where rows become them: a captured line needs the names alone
    from orchestrator_desktop.domain.delegate import Person, Provider, Specialist

LIMIT: Final = 500


@dataclass(frozen=True, slots=True)
class DomainRow:
    """A domain with its open tasks counted."""

    id: DomainId
    name: str
    open_tasks: int


def domains(store: Store) -> list[DomainRow]:
    found = store.rows(
        """SELECT domain.id, domain.name, (SELECT coalesce(sum(number), 0) FROM tally
          WHERE tally.domain_id = domain.id AND whole AND stage IN ('inbox', 'planned', 'delegated', 'in_review')) AS n
        FROM domain ORDER BY domain.id LIMIT ?""",
        (LIMIT,),
    )
    return [DomainRow(DomainId(row["id"]), row["name"], row["n"]) for row in found]


def domain_names(store: Store) -> list[str]:
    return [row["name"] for row in store.rows("SELECT name FROM domain ORDER BY id LIMIT ?", (LIMIT,))]


def people(store: Store) -> list[Person]:
    found = store.rows("SELECT * FROM person ORDER BY name LIMIT ?", (LIMIT,))
    return [_person(row) for row in found]


def person(store: Store, person_id: PersonId) -> Person | None:
    found = store.row("SELECT * FROM person WHERE id = ?", (person_id,))
    return None if found is None else _person(found)


def providers(store: Store) -> list[Provider]:
    return [_provider(row) for row in store.rows("SELECT * FROM provider ORDER BY id LIMIT ?", (LIMIT,))]


def has_builtin(store: Store) -> bool:
    """Whether the built-in model is there: it is put into a new file first."""
    return store.value("SELECT 1 FROM provider WHERE kind = 'builtin' LIMIT 1") is not None


def provider(store: Store, provider_id: ProviderId) -> Provider | None:
    found = store.row("SELECT * FROM provider WHERE id = ?", (provider_id,))
    return None if found is None else _provider(found)


_SPECIALISTS: Final = """SELECT specialist.*, provider.name AS provider FROM specialist
JOIN provider ON provider.id = specialist.provider_id"""


def specialists(store: Store, *, resting: bool = False) -> list[Specialist]:
    """Specialists of the providers in use, the named ones before the plain ones; with `resting` also those of the
    providers that are switched off."""
    found = store.rows(
        f"{_SPECIALISTS} WHERE provider.enabled OR ? ORDER BY plain, specialist.id LIMIT ?", (int(resting), LIMIT)
    )
    return [_specialist(row) for row in found]


def specialist(store: Store, specialist_id: SpecialistId) -> Specialist | None:
    found = store.row(f"{_SPECIALISTS} WHERE specialist.id = ?", (specialist_id,))
    return None if found is None else _specialist(found)


def id_of_name(store: Store, table: str, name: str) -> int | None:
    """Id of the row of that name in `table` (domain, person, provider, specialist, tag); capitals do not matter, those
    with accents included, which SQLite would tell apart."""
    found: int | None = store.value(f"SELECT id FROM {table} WHERE name = ? COLLATE NOCASE", (name,))
    if found is not None:
        return found
    # Without a limit, however many there are: a name that was overlooked would be made a second time.
    wanted, rows = same_name(name), store.rows(f"SELECT id, name FROM {table} ORDER BY id")
    return next((row["id"] for row in rows if same_name(row["name"]) == wanted), None)


def names(store: Store) -> list[str]:
    """Names that `@` can mean: specialists and people."""
    found = store.rows("SELECT name FROM specialist UNION SELECT name FROM person LIMIT ?", (LIMIT,))
    return [row["name"] for row in found]


def _person(row: Row) -> Person:
    from orchestrator_desktop.domain.delegate import Person

    return Person(PersonId(row["id"]), row["name"], row["address"], row["language"])


def _provider(row: Row) -> Provider:
    from orchestrator_desktop.domain.delegate import Provider, ProviderKind

    return Provider(
        id=ProviderId(row["id"]),
        name=row["name"],
        kind=ProviderKind(row["kind"]),
        dialect=row["dialect"],
        base_url=row["base_url"],
        model=row["model"],
        enabled=bool(row["enabled"]),
        key_origin=row["key_origin"],
        key_tail=row["key_tail"],
        key_fingerprint=row["key_fingerprint"],
        tested_at=moments.maybe_moment(row["tested_at"]),
        test_ms=row["test_ms"],
        test_error=row["test_error"],
        at_once=row["at_once"],
        redact=None if row["redact"] is None else bool(row["redact"]),
        background=bool(row["background"]),
        patience_first=row["patience_first"],
        patience_between=row["patience_between"],
    )


def _specialist(row: Row) -> Specialist:
    from orchestrator_desktop.domain.delegate import Example, Specialist
    from orchestrator_desktop.domain.messages import Options

    return Specialist(
        id=SpecialistId(row["id"]),
        name=row["name"],
        instructions=row["instructions"],
        provider_id=ProviderId(row["provider_id"]),
        provider=row["provider"],
        model=row["model"],
        options=Options(**json.loads(row["options"])),
        examples=tuple(Example(**example) for example in json.loads(row["examples"])),
        plain=bool(row["plain"]),
        starter=row["starter"],
    )
