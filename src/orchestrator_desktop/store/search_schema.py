"""The text index, as migration 4 makes it; never edited after a release."""

from __future__ import annotations

from typing import Final

OPEN_MARK, CLOSED_MARK = "\ue000", "\ue001"
"""What the marks of open and of closed tasks begin with: characters for private use, which no word that is searched
for holds."""

MOST_CHARACTERS: Final = 200_000
"""So many are searched of a task's notes, of its results, of its brief with what that cites: all its texts are indexed
anew when its stage changes."""

COLUMNS: Final = "title, notes, checklist, result, context, tags, files, marks"


FIRST_YEAR, LAST_YEAR = 1970, 2100
"""The years with a mark of their own; dates beyond them have that of the nearest."""


def _dates(column: str, name: str) -> str:
    """Marks of a date: its year, its month and its day (a moment's in UTC); of one that few tasks have, also that it is
    there."""
    year = f"max('{FIRST_YEAR}', min('{LAST_YEAR}', substr({column}, 1, 4)))"
    month, day = (f"substr(replace({column}, '-', ''), 1, {length})" for length in (6, 8))
    there = "" if name in ("done", "made") else f" @{name}"
    return f"coalesce('{there} @{name}y' || {year} || ' @{name}m' || {month} || ' @{name}d' || {day}, '')"


_DATES: Final = {"due": "due", "defer": "defer", "deadline": "end", "done_at": "done", "created_at": "made"}
_SAYING: Final = {
    "{0}.rrule IS NOT NULL": "repeats",
    "{0}.chosen_on IS NOT NULL": "chosen",
    "{0}.timer_since IS NOT NULL": "timed",
    "{0}.estimate_minutes IS NOT NULL": "lasts",
    "{0}.returned": "returned",
}
_ELSEWHERE: Final = {
    "EXISTS (SELECT 1 FROM dependency WHERE task_id = {0}.id)": "needs",
    "EXISTS (SELECT 1 FROM attachment WHERE task_id = {0}.id)": "files",
    "EXISTS (SELECT 1 FROM result WHERE task_id = {0}.id)": "result",
    "EXISTS (SELECT 1 FROM brief WHERE task_id = {0}.id)": "brief",
}
_TAGS: Final = " || coalesce((SELECT group_concat(' @t' || tag_id, '') FROM task_tag WHERE task_id = task.id), '')"


def _marks(task: str, conditions: dict[str, str], beside: str = "") -> str:
    """The marks of the row `task`."""
    said = "".join(f" || CASE WHEN {when} THEN ' @{mark}' ELSE '' END" for when, mark in conditions.items())
    dates = "".join(f" || {_dates(f'{task}.{column}', name)}" for column, name in _DATES.items())
    return f"""replace('@ @s' || replace({task}.stage, '_', '') || ' @l' || {task}.level
    || coalesce(' @p' || {task}.priority, '') || coalesce(' @o' || {task}.domain_id, '')
    || coalesce(' @ws' || {task}.specialist_id, '') || coalesce(' @wp' || {task}.person_id, '')
    || coalesce(' @part @u' || {task}.parent_id, ''){said.format(task)}{beside}{dates},
    '@', CASE WHEN {task}.stage IN ('done', 'dropped') THEN char({ord(CLOSED_MARK)}) ELSE char({ord(OPEN_MARK)}) END)"""


_BRIEF: Final = f"""SELECT substr(brief.objective || char(10)
    || coalesce((SELECT group_concat(value, char(10)) FROM json_each(brief.constraints)), '') || char(10)
    || coalesce((SELECT group_concat(value, char(10)) FROM json_each(brief.done_when)), '') || char(10)
    || coalesce((SELECT group_concat(json_extract(item.value, '$.title') || char(10)
      || coalesce(context_item.text, ''), char(10)) FROM json_each(brief.context) AS item
      LEFT JOIN context_item ON context_item.sha256 = json_extract(item.value, '$.sha256')), ''),
    1, {MOST_CHARACTERS}) FROM brief WHERE brief.task_id = task.id ORDER BY brief.version DESC LIMIT 1"""


def _listed(text: str, table: str, order: str) -> str:
    """The texts of a task's rows in another table, one a line."""
    rows = f"SELECT {text} AS text FROM {table} WHERE task_id = task.id ORDER BY {order}"
    return f"coalesce(substr((SELECT group_concat(text, char(10)) FROM ({rows})), 1, {MOST_CHARACTERS}), '')"


_VIEW: Final = f"""
CREATE VIEW task_words AS SELECT task.id AS id, task.title AS title, substr(task.notes, 1, {MOST_CHARACTERS}) AS notes,
  {_listed("text", "check_item", "id")} AS checklist, {_listed("text", "result", "version DESC")} AS result,
  coalesce(({_BRIEF}), '') AS context,
  {_listed("tag.name", "task_tag JOIN tag ON tag.id = tag_id", "tag_id")} AS tags,
  {_listed("name", "attachment", "id")} AS files,
  {_marks("task", _SAYING | _ELSEWHERE, _TAGS)} AS marks FROM task;
"""


def _again(columns: str, task: str) -> str:
    """Index some columns of a task anew."""
    return (
        f"UPDATE task_text SET ({columns}) = (SELECT {columns} FROM task_words WHERE id = {task}) WHERE rowid = {task};"
    )


def _title(task: str) -> tuple[str, str]:
    """What takes a task out of `title_text` before `task_text` changes, and puts it back afterwards."""
    kept = f"title, marks FROM task_text WHERE rowid = {task};"
    return (
        f"INSERT INTO title_text (title_text, rowid, title, marks) SELECT 'delete', rowid, {kept}",
        f"INSERT INTO title_text (rowid, title, marks) SELECT rowid, {kept}",
    )


def _marked_again(columns: str, task: str) -> str:
    """Index some columns of a task anew, among them its title or its marks."""
    out, back = _title(task)
    return f"{out}\n  {_again(columns, task)}\n  {back}"


def _follows(table: str, columns: str, *, texts: str = "") -> str:
    """Triggers that bring what a task's rows in another table tell into the index; `texts` are those that change."""
    again = _marked_again if "marks" in columns else _again
    acts = [("INSERT", "new"), ("DELETE", "old")] + ([(f"UPDATE OF {texts}", "new")] if texts else [])
    return "".join(
        f"CREATE TRIGGER text_of_{table}_{act.split()[0].lower()} AFTER {act} ON {table} BEGIN\n"
        f"  {again(columns, f'{row}.task_id')}\nEND;\n"
        for act, row in acts
    )


_KIND: Final = """tokenize="unicode61 remove_diacritics 2", prefix='1 2 3', columnsize=0"""

SEARCHING: Final = f"""
DROP TRIGGER task_text_insert;
DROP TRIGGER task_text_delete;
DROP TRIGGER task_text_update;
DROP TABLE task_text;
CREATE VIRTUAL TABLE task_text USING fts5 ({COLUMNS}, {_KIND});
CREATE VIEW title_words AS SELECT id, c0 AS title, c7 AS marks FROM task_text_content;
CREATE VIRTUAL TABLE title_text USING fts5 (title, marks, content=title_words, content_rowid=id, {_KIND});
CREATE VIRTUAL TABLE reflection_text USING fts5 (text, {_KIND});
CREATE VIRTUAL TABLE task_text_word USING fts5vocab(task_text, instance);
CREATE VIRTUAL TABLE title_text_word USING fts5vocab(title_text, instance);
{_VIEW}
INSERT INTO task_text (rowid, {COLUMNS}) SELECT id, {COLUMNS} FROM task_words;
INSERT INTO title_text (rowid, title, marks) SELECT rowid, title, marks FROM task_text;
INSERT INTO reflection_text (rowid, text) SELECT replace(day, '-', ''), text FROM reflection;
CREATE TRIGGER task_text_insert AFTER INSERT ON task BEGIN
  INSERT INTO task_text (rowid, {COLUMNS}) VALUES (new.id, new.title, substr(new.notes, 1, {MOST_CHARACTERS}),
    '', '', '', '', '', {_marks("new", _SAYING)});
  {_title("new.id")[1]}
END;
CREATE TRIGGER task_text_delete BEFORE DELETE ON task BEGIN
  {_title("old.id")[0]}
  DELETE FROM task_text WHERE rowid = old.id;
END;
CREATE TRIGGER task_text_notes AFTER UPDATE OF notes ON task BEGIN
  UPDATE task_text SET notes = substr(new.notes, 1, {MOST_CHARACTERS}) WHERE rowid = new.id;
END;
CREATE TRIGGER task_text_update AFTER UPDATE OF title, stage, level, priority, domain_id, specialist_id, person_id,
  parent_id, rrule, chosen_on, timer_since, estimate_minutes, returned, due, defer, deadline, done_at, created_at
  ON task BEGIN
  {_marked_again("title, marks", "new.id")}
END;
{_follows("check_item", "checklist", texts="text")}
{_follows("result", "result, marks", texts="text")}
{_follows("brief", "context, marks", texts="objective, context, constraints, done_when")}
{_follows("task_tag", "tags, marks")}
{_follows("attachment", "files, marks", texts="name")}
{_follows("dependency", "marks")}
CREATE TRIGGER text_of_tag_update AFTER UPDATE OF name ON tag BEGIN
  UPDATE task_text SET tags = (SELECT tags FROM task_words WHERE id = task_text.rowid)
    WHERE rowid IN (SELECT task_id FROM task_tag WHERE tag_id = new.id);
END;
CREATE TRIGGER reflection_text_insert AFTER INSERT ON reflection BEGIN
  INSERT INTO reflection_text (rowid, text) VALUES (replace(new.day, '-', ''), new.text);
END;
CREATE TRIGGER reflection_text_delete AFTER DELETE ON reflection BEGIN
  DELETE FROM reflection_text WHERE rowid = replace(old.day, '-', '');
END;
CREATE TRIGGER reflection_text_update AFTER UPDATE OF text ON reflection BEGIN
  UPDATE reflection_text SET text = new.text WHERE rowid = replace(new.day, '-', '');
END;
"""
"""One row of `task_text` for each task, with all that is searched of it, so that SQLite itself joins words that stand
in different places, stops when a page is full, and reads from the newest task back. `title_text` has the titles again:
what is found in one comes first, and a word that fills the notes of a million tasks but no title must not be looked for
in each of them. The texts are kept here once more, in `task_text`: what was indexed is then always taken out as it was,
whatever has become of the rows it came from. (`title_words` goes to its shadow, for a check of `title_text` cannot read
one index while it reads the other.)

`marks` are words too, of what a task is (`@` stands for open or closed): its stage `@sinbox`, `@l2`, `@o7` its domain,
`@wp3` who, `@t5` a tag, `@duem202611` the month in which it is due. A condition then narrows a search as one word more
does; read beside the index, each would cost a look at every task that holds the words. The tables of words tell which
there are.

Rows of `reflection_text` are numbered by their day: 20261126. A task's row goes before the task does, so that what is
taken away with it finds nothing to bring up to date."""
