"""The schema, one numbered function a step. Never edited after a release: the next change is the next function."""

from __future__ import annotations

import sqlite3
from typing import Final

from sqlite_utils import Database, Migrations

from orchestrator_desktop.store.board_schema import BOARDS
from orchestrator_desktop.store.lesson_schema import LESSONS
from orchestrator_desktop.store.planning_schema import NAMING, PLANNING
from orchestrator_desktop.store.search_schema import SEARCHING
from orchestrator_desktop.store.store import APPLICATION_ID

MIGRATIONS: Final = Migrations("orchestrator")

_FIRST: Final = """
CREATE TABLE domain (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL COLLATE NOCASE UNIQUE, created_at TEXT NOT NULL
) STRICT;
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  address TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL
) STRICT;
CREATE TABLE provider (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('builtin', 'local', 'remote')), dialect TEXT NOT NULL,
  base_url TEXT NOT NULL DEFAULT '', model TEXT NOT NULL DEFAULT '', enabled INTEGER NOT NULL DEFAULT 1,
  key_origin TEXT, key_tail TEXT NOT NULL DEFAULT '', key_fingerprint TEXT NOT NULL DEFAULT '',
  tested_at TEXT, test_ms INTEGER, test_error TEXT, created_at TEXT NOT NULL
) STRICT;
CREATE TABLE specialist (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL COLLATE NOCASE UNIQUE, instructions TEXT NOT NULL DEFAULT '',
  provider_id INTEGER NOT NULL REFERENCES provider(id) ON DELETE CASCADE, model TEXT NOT NULL DEFAULT '',
  options TEXT NOT NULL DEFAULT '{}', examples TEXT NOT NULL DEFAULT '[]',
  plain INTEGER NOT NULL DEFAULT 0, starter TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL
) STRICT;
CREATE INDEX specialist_provider ON specialist(provider_id);
CREATE TABLE task (
  id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, notes TEXT NOT NULL DEFAULT '',
  level INTEGER NOT NULL CHECK (level IN (1, 2, 3)),
  stage TEXT NOT NULL CHECK (stage IN ('inbox', 'planned', 'delegated', 'in_review', 'done', 'dropped')),
  domain_id INTEGER REFERENCES domain(id) ON DELETE SET NULL, due TEXT, defer TEXT,
  specialist_id INTEGER REFERENCES specialist(id) ON DELETE SET NULL,
  person_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
  priority INTEGER CHECK (priority IN (1, 2, 3)), estimate_minutes INTEGER,
  returned INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL, done_at TEXT
) STRICT;
CREATE INDEX task_delegated ON task(id) WHERE stage = 'delegated';
CREATE INDEX task_in_review ON task(id) WHERE stage = 'in_review';
CREATE INDEX task_inbox ON task(level, due IS NULL, due, id DESC) WHERE stage IN ('inbox', 'planned');
CREATE INDEX task_domain ON task(domain_id, level, due IS NULL, due, id DESC)
  WHERE stage IN ('inbox', 'planned', 'delegated', 'in_review');
CREATE INDEX task_done ON task(done_at DESC, id DESC) WHERE stage IN ('done', 'dropped');
CREATE INDEX task_due ON task(due) WHERE stage IN ('inbox', 'planned') AND due IS NOT NULL;
CREATE INDEX task_defer ON task(defer) WHERE stage IN ('inbox', 'planned') AND defer IS NOT NULL;
CREATE INDEX task_specialist ON task(specialist_id) WHERE specialist_id IS NOT NULL;
CREATE INDEX task_person ON task(person_id) WHERE person_id IS NOT NULL;
CREATE VIRTUAL TABLE task_text USING fts5 (
  title, notes, content=task, content_rowid=id, tokenize="unicode61 remove_diacritics 2", prefix='2 3'
);
CREATE TRIGGER task_text_insert AFTER INSERT ON task BEGIN
  INSERT INTO task_text (rowid, title, notes) VALUES (new.id, new.title, new.notes);
END;
CREATE TRIGGER task_text_delete AFTER DELETE ON task BEGIN
  INSERT INTO task_text (task_text, rowid, title, notes) VALUES ('delete', old.id, old.title, old.notes);
END;
CREATE TRIGGER task_text_update AFTER UPDATE OF title, notes ON task BEGIN
  INSERT INTO task_text (task_text, rowid, title, notes) VALUES ('delete', old.id, old.title, old.notes);
  INSERT INTO task_text (rowid, title, notes) VALUES (new.id, new.title, new.notes);
END;
CREATE TABLE brief (
  id INTEGER PRIMARY KEY AUTOINCREMENT, task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
  version INTEGER NOT NULL, objective TEXT NOT NULL DEFAULT '', context TEXT NOT NULL DEFAULT '[]',
  constraints TEXT NOT NULL DEFAULT '[]', done_when TEXT NOT NULL DEFAULT '[]',
  output TEXT NOT NULL DEFAULT 'markdown', handed_over INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL,
  UNIQUE (task_id, version)
) STRICT;
CREATE TABLE context_item (
  sha256 TEXT PRIMARY KEY, text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE delegation (
  id INTEGER PRIMARY KEY AUTOINCREMENT, task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
  brief_id INTEGER NOT NULL REFERENCES brief(id),
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'closed')),
  specialist_id INTEGER REFERENCES specialist(id) ON DELETE SET NULL,
  person_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
  delegate TEXT NOT NULL, comment TEXT NOT NULL DEFAULT '', previous_result_id INTEGER REFERENCES result(id),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX delegation_task ON delegation(task_id, id);
CREATE INDEX delegation_open ON delegation(id) WHERE state = 'open';
CREATE INDEX delegation_brief ON delegation(brief_id);
CREATE INDEX delegation_specialist ON delegation(specialist_id) WHERE specialist_id IS NOT NULL;
CREATE INDEX delegation_person ON delegation(person_id) WHERE person_id IS NOT NULL;
CREATE INDEX delegation_previous ON delegation(previous_result_id) WHERE previous_result_id IS NOT NULL;
CREATE TABLE attempt (
  id INTEGER PRIMARY KEY AUTOINCREMENT, delegation_id INTEGER NOT NULL REFERENCES delegation(id) ON DELETE CASCADE,
  task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE, number INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN
    ('queued', 'sent', 'streaming', 'complete', 'truncated', 'refused', 'interrupted', 'failed', 'cancelled')),
  owner TEXT, stop_asked INTEGER NOT NULL DEFAULT 0, provider TEXT NOT NULL DEFAULT '',
  model_asked TEXT NOT NULL DEFAULT '', model_answered TEXT, snapshot TEXT,
  text TEXT NOT NULL DEFAULT '', reasoning TEXT NOT NULL DEFAULT '',
  input_estimate INTEGER NOT NULL DEFAULT 0, input_tokens INTEGER, output_tokens INTEGER, cached_tokens INTEGER,
  cache_write_tokens INTEGER, reasoning_tokens INTEGER, usage_estimated INTEGER NOT NULL DEFAULT 0,
  cost_micro INTEGER, error TEXT, error_detail TEXT NOT NULL DEFAULT '', retry_after REAL, request_id TEXT,
  queued_at TEXT NOT NULL, sent_at TEXT, first_text_at TEXT, ended_at TEXT
) STRICT;
CREATE INDEX attempt_delegation ON attempt(delegation_id, number);
CREATE INDEX attempt_task ON attempt(task_id);
CREATE INDEX attempt_queued ON attempt(id) WHERE state = 'queued';
CREATE INDEX attempt_under_way ON attempt(provider) WHERE state IN ('sent', 'streaming');
CREATE INDEX attempt_sent ON attempt(sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX attempt_ended ON attempt(ended_at) WHERE ended_at IS NOT NULL;
CREATE TABLE result (
  id INTEGER PRIMARY KEY AUTOINCREMENT, task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
  delegation_id INTEGER NOT NULL REFERENCES delegation(id) ON DELETE CASCADE,
  attempt_id INTEGER REFERENCES attempt(id), version INTEGER NOT NULL, text TEXT NOT NULL,
  author TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL, UNIQUE (task_id, version)
) STRICT;
CREATE INDEX result_delegation ON result(delegation_id);
CREATE INDEX result_attempt ON result(attempt_id) WHERE attempt_id IS NOT NULL;
CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT, task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
  result_id INTEGER NOT NULL REFERENCES result(id) ON DELETE CASCADE,
  decision TEXT NOT NULL CHECK (decision IN ('accept', 'edit', 'revise', 'escalate', 'reject')),
  comment TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL
) STRICT;
CREATE INDEX review_task ON review(task_id, id);
CREATE INDEX review_result ON review(result_id);
CREATE TABLE reflection (
  day TEXT PRIMARY KEY, text TEXT NOT NULL DEFAULT '', closed_at TEXT, updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (key TEXT PRIMARY KEY, text TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE undo_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, merge_key TEXT NOT NULL DEFAULT '',
  undone INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL
) STRICT;
CREATE TABLE undo_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT, step_id INTEGER NOT NULL REFERENCES undo_step(id) ON DELETE CASCADE,
  tbl TEXT NOT NULL, key TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX undo_change_step ON undo_change(step_id, id);
CREATE TABLE ledger (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, event TEXT NOT NULL,
  task_id INTEGER, step_id INTEGER, undoes INTEGER REFERENCES ledger(id), detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX ledger_at ON ledger(at);
CREATE INDEX ledger_task ON ledger(task_id, id);
CREATE INDEX ledger_step ON ledger(step_id) WHERE step_id IS NOT NULL;
CREATE INDEX ledger_undoes ON ledger(undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER ledger_keeps_update BEFORE UPDATE ON ledger BEGIN
  SELECT raise(ABORT, 'the ledger is append-only');
END;
CREATE TRIGGER ledger_keeps_delete BEFORE DELETE ON ledger BEGIN
  SELECT raise(ABORT, 'the ledger is append-only');
END;
CREATE VIEW ledger_standing AS
  SELECT * FROM ledger AS entry WHERE event <> 'undone'
  AND NOT EXISTS (SELECT 1 FROM ledger AS undoing WHERE undoing.undoes = entry.id);
CREATE VIEW ledger_finished AS
  SELECT * FROM ledger_standing AS entry WHERE event IN ('accepted', 'executed')
  AND NOT EXISTS (SELECT 1 FROM ledger_standing AS later
    WHERE later.task_id = entry.task_id AND later.id > entry.id AND later.event = 'reopened');
"""


@MIGRATIONS(name="0001")
def m0001_first(db: Database) -> None:
    """Every noun of the first version."""
    for statement in _statements(_FIRST):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


_DURABLE_QUEUE: Final = """
CREATE TABLE attempt_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT, delegation_id INTEGER NOT NULL REFERENCES delegation(id) ON DELETE CASCADE,
  task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE, number INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'queued', 'waiting', 'sent', 'streaming', 'complete', 'truncated',
    'refused', 'interrupted', 'failed', 'cancelled', 'unknown')),
  position INTEGER NOT NULL DEFAULT 0, reason TEXT, not_before TEXT, automatic INTEGER NOT NULL DEFAULT 0,
  waits INTEGER NOT NULL DEFAULT 0, over_budget INTEGER NOT NULL DEFAULT 0, shown TEXT,
  owner TEXT, stop_asked INTEGER NOT NULL DEFAULT 0, provider TEXT NOT NULL DEFAULT '',
  model_asked TEXT NOT NULL DEFAULT '', model_answered TEXT, snapshot TEXT, origin TEXT,
  replaced TEXT NOT NULL DEFAULT '{}', untrusted INTEGER NOT NULL DEFAULT 0,
  continues INTEGER REFERENCES attempt(id), lead INTEGER NOT NULL DEFAULT 0,
  background INTEGER NOT NULL DEFAULT 0, remote_id TEXT, sequence INTEGER,
  text TEXT NOT NULL DEFAULT '', reasoning TEXT NOT NULL DEFAULT '',
  input_estimate INTEGER NOT NULL DEFAULT 0, input_tokens INTEGER, output_tokens INTEGER, cached_tokens INTEGER,
  cache_write_tokens INTEGER, reasoning_tokens INTEGER, usage_estimated INTEGER NOT NULL DEFAULT 0,
  reserved_micro INTEGER, cost_micro INTEGER, cost_source TEXT,
  error TEXT, error_detail TEXT NOT NULL DEFAULT '', retry_after REAL, request_id TEXT,
  queued_at TEXT NOT NULL, sent_at TEXT, first_text_at TEXT, ended_at TEXT
) STRICT;
INSERT INTO attempt_new (id, delegation_id, task_id, number, state, position, owner, stop_asked, provider, model_asked,
  model_answered, snapshot, text, reasoning, input_estimate, input_tokens, output_tokens, cached_tokens,
  cache_write_tokens, reasoning_tokens, usage_estimated, cost_micro, error, error_detail, retry_after, request_id,
  queued_at, sent_at, first_text_at, ended_at)
SELECT id, delegation_id, task_id, number, state, id, owner, stop_asked, provider, model_asked,
  model_answered, snapshot, text, reasoning, input_estimate, input_tokens, output_tokens, cached_tokens,
  cache_write_tokens, reasoning_tokens, usage_estimated, cost_micro, error, error_detail, retry_after, request_id,
  queued_at, sent_at, first_text_at, ended_at FROM attempt;
DROP TABLE attempt;
ALTER TABLE attempt_new RENAME TO attempt;
CREATE INDEX attempt_delegation ON attempt(delegation_id, number);
CREATE INDEX attempt_task ON attempt(task_id);
CREATE INDEX attempt_continues ON attempt(continues) WHERE continues IS NOT NULL;
CREATE INDEX attempt_queue ON attempt(position) WHERE state IN ('queued', 'waiting');
CREATE INDEX attempt_under_way ON attempt(provider) WHERE state IN ('sent', 'streaming');
CREATE INDEX attempt_left ON attempt(id)
  WHERE state IN ('sent', 'streaming') AND owner IS NULL AND remote_id IS NOT NULL;
CREATE INDEX attempt_sent ON attempt(sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX attempt_ended ON attempt(ended_at) WHERE ended_at IS NOT NULL;
CREATE TABLE attempt_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT, attempt_id INTEGER NOT NULL REFERENCES attempt(id) ON DELETE CASCADE,
  at TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX attempt_event_attempt ON attempt_event(attempt_id, id);
CREATE TABLE part (sha256 TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE sent (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('delegation', 'test', 'models', 'resume', 'cancel')),
  provider TEXT NOT NULL, url TEXT NOT NULL, model TEXT NOT NULL DEFAULT '', bytes INTEGER NOT NULL,
  task_id INTEGER, task_title TEXT NOT NULL DEFAULT '', attempt_id INTEGER
) STRICT;
CREATE INDEX sent_at ON sent(at);
CREATE INDEX sent_attempt ON sent(attempt_id) WHERE attempt_id IS NOT NULL;
CREATE TRIGGER sent_keeps_update BEFORE UPDATE ON sent BEGIN
  SELECT raise(ABORT, 'the log of what was sent is append-only');
END;
CREATE TRIGGER sent_keeps_delete BEFORE DELETE ON sent BEGIN
  SELECT raise(ABORT, 'the log of what was sent is append-only');
END;
CREATE TABLE circuit (
  provider_id INTEGER PRIMARY KEY REFERENCES provider(id) ON DELETE CASCADE, reason TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0, since TEXT NOT NULL, last_at TEXT NOT NULL, open_until TEXT
) STRICT;
CREATE TABLE price (
  provider_id INTEGER NOT NULL REFERENCES provider(id) ON DELETE CASCADE, model TEXT NOT NULL,
  own INTEGER NOT NULL, input_micro INTEGER, output_micro INTEGER, at TEXT NOT NULL,
  PRIMARY KEY (provider_id, model, own)
) STRICT, WITHOUT ROWID;
CREATE TABLE model_list (
  provider_id INTEGER PRIMARY KEY REFERENCES provider(id) ON DELETE CASCADE, fetched_at TEXT NOT NULL,
  models TEXT NOT NULL
) STRICT;
ALTER TABLE provider ADD COLUMN at_once INTEGER;
ALTER TABLE provider ADD COLUMN redact INTEGER;
ALTER TABLE provider ADD COLUMN background INTEGER NOT NULL DEFAULT 0;
ALTER TABLE provider ADD COLUMN patience_first INTEGER;
ALTER TABLE provider ADD COLUMN patience_between INTEGER;
ALTER TABLE delegation ADD COLUMN follow_up TEXT;
ALTER TABLE delegation ADD COLUMN reminded_at TEXT;
CREATE INDEX delegation_follow_up ON delegation(follow_up) WHERE state = 'open' AND follow_up IS NOT NULL;
"""


@MIGRATIONS(name="0002")
def m0002_durable_queue(db: Database) -> None:
    """The queue that waits, what each request was and cost, what a provider may do; and follow-ups for people.

    The table of attempts is made anew, as SQLite cannot change a CHECK: `opening.py` has the foreign keys off."""
    for statement in _statements(_DURABLE_QUEUE):
        db.execute(statement)
    db.execute("PRAGMA user_version = 2")


@MIGRATIONS(name="0003")
def m0003_planning(db: Database) -> None:
    """Parts, checklists, dependencies, tags, attachments, saved filters, recurrence, time; and counts that are kept."""
    for statement in _statements(PLANNING):
        db.execute(statement)
    db.execute("PRAGMA user_version = 3")


@MIGRATIONS(name="0004")
def m0004_search(db: Database) -> None:
    """The text index over all that is written about a task, and over reflections."""
    for statement in _statements(SEARCHING):
        db.execute(statement)
    db.execute("PRAGMA user_version = 4")


@MIGRATIONS(name="0005")
def m0005_boards(db: Database) -> None:
    """The stage in the indexes of orders, for the columns of boards."""
    for statement in _statements(BOARDS):
        db.execute(statement)
    db.execute("PRAGMA user_version = 5")


@MIGRATIONS(name="0006")
def m0006_lessons(db: Database) -> None:
    """What is learnt about levels by its words, and its sums."""
    for statement in _statements(LESSONS):
        db.execute(statement)
    db.execute("PRAGMA user_version = 6")


@MIGRATIONS(name="0007")
def m0007_names(db: Database) -> None:
    """Names for the tasks that a first start made without one: nothing could be exported of them."""
    for statement in _statements(NAMING):
        db.execute(statement)
    db.execute("PRAGMA user_version = 7")


LATEST: Final = 7
"""The number a file of this version carries in `PRAGMA user_version`."""


def _statements(script: str) -> list[str]:
    """Split a script at the semicolons that end a statement (triggers hold some inside)."""
    statements, pending = [], ""
    for line in script.strip().splitlines():
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
