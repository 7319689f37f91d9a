"""Reading what people owe: how much is late, and with whom it is. The list itself is `tasks.page` of View.WAITING."""

from __future__ import annotations

from datetime import date

from orchestrator_desktop.domain.ids import PersonId
from orchestrator_desktop.store.delegates import LIMIT
from orchestrator_desktop.store.store import Store


def count_late(store: Store, *, today: date) -> int:
    """How many answers were looked for on a day before `today`."""
    found = store.value(
        """SELECT count(*) FROM delegation
        WHERE state = 'open' AND person_id IS NOT NULL AND follow_up IS NOT NULL AND follow_up < ?""",
        (today.isoformat(),),
    )
    return int(found)


def out_by_person(store: Store) -> dict[PersonId, int]:
    """How many delegations are out with each person who has any."""
    found = store.rows(
        """SELECT person_id, count(*) AS n FROM delegation WHERE state = 'open' AND person_id IS NOT NULL
        GROUP BY person_id LIMIT ?""",
        (LIMIT,),
    )
    return {PersonId(row["person_id"]): row["n"] for row in found}


def held_by(store: Store, person_id: PersonId) -> int:
    """How many of a person's delegations are not settled: out, or with their result still to be judged."""
    found = store.value(
        """SELECT count(*) FROM delegation JOIN task ON task.id = delegation.task_id WHERE delegation.person_id = ?
        AND (state = 'open' OR (state = 'answered' AND stage = 'in_review' AND delegation.id = (
          SELECT max(id) FROM delegation AS last WHERE last.task_id = task.id)))""",
        (person_id,),
    )
    return int(found)
