"""What is learnt about levels, read by its words alone, as migration 6 makes it; never edited after a release.

How much was learnt in all weighs in each suggestion: triggers keep it, so that no other words are read for it."""

from __future__ import annotations

from typing import Final

_LESS: Final = """
  UPDATE lesson_total SET number = number - old.number WHERE domain = old.domain AND level = old.level;
  DELETE FROM lesson_total WHERE domain = old.domain AND level = old.level AND number = 0;"""
_MORE: Final = """
  INSERT INTO lesson_total VALUES (new.domain, new.level, new.number)
    ON CONFLICT DO UPDATE SET number = number + excluded.number;"""

LESSONS: Final = f"""
CREATE INDEX lesson_word ON lesson(word, level, number);
CREATE TABLE lesson_total (
  domain TEXT NOT NULL COLLATE NOCASE, level INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (domain, level)
) STRICT, WITHOUT ROWID;
INSERT INTO lesson_total SELECT domain, level, sum(number) FROM lesson GROUP BY domain, level;
CREATE TRIGGER lesson_total_insert AFTER INSERT ON lesson BEGIN{_MORE}
END;
CREATE TRIGGER lesson_total_delete AFTER DELETE ON lesson BEGIN{_LESS}
END;
CREATE TRIGGER lesson_total_update AFTER UPDATE OF domain, level, number ON lesson BEGIN{_LESS}{_MORE}
END;
"""
