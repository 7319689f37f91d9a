"""The tables of planning, as migration 3 makes them; never edited after a release."""

from __future__ import annotations

from typing import Final

NAMING: Final = """
UPDATE task SET uid = lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
  || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) WHERE uid IS NULL;
"""
"""Gives tasks that have none a name for other programs."""

_ONE_COLUMN: Final = "ALTER TABLE task ADD COLUMN uid TEXT;"
_THE_REST: Final = """ALTER TABLE task ADD COLUMN deadline TEXT;
ALTER TABLE task ADD COLUMN chosen_on TEXT;
ALTER TABLE task ADD COLUMN parent_id INTEGER REFERENCES task(id);
ALTER TABLE task ADD COLUMN position REAL;
ALTER TABLE task ADD COLUMN spent_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN timer_since TEXT;
ALTER TABLE task ADD COLUMN rrule TEXT;
ALTER TABLE task ADD COLUMN repeat_after INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN month_end TEXT CHECK (month_end IN ('clamp', 'skip'));
ALTER TABLE task ADD COLUMN repeat_start TEXT;
ALTER TABLE task ADD COLUMN repeats_of INTEGER;
CREATE UNIQUE INDEX task_uid ON task(uid) WHERE uid IS NOT NULL;
CREATE UNIQUE INDEX task_repeats_of ON task(repeats_of) WHERE repeats_of IS NOT NULL;
CREATE INDEX task_parent ON task(parent_id, coalesce(position, id)) WHERE parent_id IS NOT NULL;
CREATE INDEX task_timer ON task(id) WHERE timer_since IS NOT NULL;
CREATE INDEX task_deadline ON task(deadline) WHERE stage IN ('inbox', 'planned') AND deadline IS NOT NULL;
CREATE INDEX task_chosen ON task(chosen_on) WHERE stage IN ('inbox', 'planned') AND chosen_on IS NOT NULL;
CREATE INDEX task_comes ON task(coalesce(defer, due, deadline)) WHERE stage IN ('inbox', 'planned');
DROP INDEX task_inbox;
DROP INDEX task_domain;
DROP INDEX task_done;
CREATE INDEX task_inbox ON task(level, due IS NULL, due, id DESC)
  WHERE stage IN ('inbox', 'planned') AND parent_id IS NULL;
CREATE INDEX task_inbox_mine ON task(coalesce(position, -id))
  WHERE stage IN ('inbox', 'planned') AND parent_id IS NULL;
CREATE INDEX task_inbox_date ON task(due IS NULL, due, id DESC)
  WHERE stage IN ('inbox', 'planned') AND parent_id IS NULL;
CREATE INDEX task_inbox_priority ON task(coalesce(priority, 4), due IS NULL, due, id DESC)
  WHERE stage IN ('inbox', 'planned') AND parent_id IS NULL;
CREATE INDEX task_domain ON task(domain_id, level, due IS NULL, due, id DESC)
  WHERE stage IN ('inbox', 'planned', 'delegated', 'in_review') AND parent_id IS NULL;
CREATE INDEX task_domain_mine ON task(domain_id, coalesce(position, -id))
  WHERE stage IN ('inbox', 'planned', 'delegated', 'in_review') AND parent_id IS NULL;
CREATE INDEX task_domain_date ON task(domain_id, due IS NULL, due, id DESC)
  WHERE stage IN ('inbox', 'planned', 'delegated', 'in_review') AND parent_id IS NULL;
CREATE INDEX task_domain_priority ON task(domain_id, coalesce(priority, 4), due IS NULL, due, id DESC)
  WHERE stage IN ('inbox', 'planned', 'delegated', 'in_review') AND parent_id IS NULL;
CREATE INDEX task_domain_done ON task(domain_id, stage, done_at DESC, id DESC) WHERE stage IN ('done', 'dropped');
CREATE INDEX task_domain_any ON task(domain_id) WHERE domain_id IS NOT NULL;
CREATE INDEX task_done ON task(done_at DESC, id DESC) WHERE stage = 'done';
CREATE INDEX task_trash ON task(done_at DESC, id DESC) WHERE stage = 'dropped';
CREATE TABLE tag (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL COLLATE NOCASE UNIQUE, created_at TEXT NOT NULL
) STRICT;
CREATE TABLE task_tag (
  id INTEGER PRIMARY KEY AUTOINCREMENT, task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tag(id) ON DELETE CASCADE, UNIQUE (task_id, tag_id)
) STRICT;
CREATE INDEX task_tag_tag ON task_tag(tag_id, task_id);
CREATE TABLE check_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT, task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
  text TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0, position REAL NOT NULL
) STRICT;
CREATE INDEX check_item_task ON check_item(task_id, position);
CREATE TABLE dependency (
  id INTEGER PRIMARY KEY AUTOINCREMENT, task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
  needs_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE, UNIQUE (task_id, needs_id),
  CHECK (task_id <> needs_id)
) STRICT;
CREATE INDEX dependency_needs ON dependency(needs_id);
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT, task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
  name TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_task ON attachment(task_id, id);
CREATE INDEX attachment_content ON attachment(sha256);
CREATE TABLE saved_filter (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL COLLATE NOCASE UNIQUE, query TEXT NOT NULL,
  position REAL NOT NULL DEFAULT 0, created_at TEXT NOT NULL
) STRICT;
CREATE TABLE origin (
  id INTEGER PRIMARY KEY AUTOINCREMENT, format TEXT NOT NULL, uid TEXT NOT NULL,
  task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE, extra TEXT NOT NULL DEFAULT '{}',
  digest TEXT NOT NULL DEFAULT '', UNIQUE (format, uid)
) STRICT;
CREATE INDEX origin_task ON origin(task_id);
CREATE TABLE lesson (
  id INTEGER PRIMARY KEY AUTOINCREMENT, domain TEXT NOT NULL COLLATE NOCASE, word TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level IN (1, 2, 3)), number INTEGER NOT NULL, UNIQUE (domain, word, level)
) STRICT;
CREATE TABLE tally (
  domain_id INTEGER NOT NULL, stage TEXT NOT NULL, level INTEGER NOT NULL, whole INTEGER NOT NULL,
  number INTEGER NOT NULL, PRIMARY KEY (domain_id, stage, level, whole)
) STRICT, WITHOUT ROWID;
INSERT INTO tally
  SELECT coalesce(domain_id, 0), stage, level, parent_id IS NULL, count(*) FROM task GROUP BY 1, 2, 3, 4;
CREATE TRIGGER tally_insert AFTER INSERT ON task BEGIN
  INSERT INTO tally VALUES (coalesce(new.domain_id, 0), new.stage, new.level, new.parent_id IS NULL, 1)
    ON CONFLICT DO UPDATE SET number = number + 1;
END;
CREATE TRIGGER tally_delete AFTER DELETE ON task BEGIN
  UPDATE tally SET number = number - 1 WHERE domain_id = coalesce(old.domain_id, 0) AND stage = old.stage
    AND level = old.level AND whole = (old.parent_id IS NULL);
  DELETE FROM tally WHERE domain_id = coalesce(old.domain_id, 0) AND stage = old.stage
    AND level = old.level AND whole = (old.parent_id IS NULL) AND number = 0;
END;
CREATE TRIGGER tally_update AFTER UPDATE OF domain_id, stage, level, parent_id ON task BEGIN
  UPDATE tally SET number = number - 1 WHERE domain_id = coalesce(old.domain_id, 0) AND stage = old.stage
    AND level = old.level AND whole = (old.parent_id IS NULL);
  DELETE FROM tally WHERE domain_id = coalesce(old.domain_id, 0) AND stage = old.stage
    AND level = old.level AND whole = (old.parent_id IS NULL) AND number = 0;
  INSERT INTO tally VALUES (coalesce(new.domain_id, 0), new.stage, new.level, new.parent_id IS NULL, 1)
    ON CONFLICT DO UPDATE SET number = number + 1;
END;
"""
PLANNING: Final = _ONE_COLUMN + NAMING + _THE_REST
"""`tally` keeps the counts of lists: how many tasks of a domain (0 for none), stage and level there are, `whole` ones
apart from parts of others. Counting rows would take longer the more there are.

`uid` names a task for other programs; `position` is its place in "My order" where it was dragged to one. `repeats_of`
is unique, so that completing an instance twice cannot make two next ones: it is no foreign key, as an instance may
outlive the one before."""
