CREATE TABLE Meta (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE TMArea (uuid TEXT PRIMARY KEY, title TEXT, visible INTEGER, "index" INTEGER);
CREATE TABLE TMTag (uuid TEXT PRIMARY KEY, title TEXT, shortcut TEXT, usedDate REAL, parent TEXT, "index" INTEGER);
CREATE TABLE TMTaskTag (tasks TEXT NOT NULL, tags TEXT NOT NULL);
CREATE TABLE TMContact (uuid TEXT PRIMARY KEY, displayName TEXT, firstName TEXT, lastName TEXT, emails TEXT, appleAddressBookId TEXT, "index" INTEGER);
CREATE TABLE TMChecklistItem (uuid TEXT PRIMARY KEY, userModificationDate REAL, creationDate REAL, title TEXT, status INTEGER, stopDate REAL, "index" INTEGER, task TEXT);
CREATE TABLE TMTask (uuid TEXT PRIMARY KEY, userModificationDate REAL, creationDate REAL, trashed INTEGER, type INTEGER, title TEXT, notes TEXT, dueDate REAL, dueDateOffset INTEGER, status INTEGER, stopDate REAL, start INTEGER, startDate REAL, "index" INTEGER, todayIndex INTEGER, area TEXT, project TEXT, repeatingTemplate TEXT, delegate TEXT, recurrenceRule BLOB, instanceCreationStartDate REAL, instanceCreationPaused INTEGER, instanceCreationCount INTEGER, afterCompletionReferenceDate REAL, actionGroup TEXT, untrashedLeafActionsCount INTEGER, openUntrashedLeafActionsCount INTEGER, checklistItemsCount INTEGER, openChecklistItemsCount INTEGER, startBucket INTEGER, alarmTimeOffset REAL, lastAlarmInteractionDate REAL, todayIndexReferenceDate REAL, nextInstanceStartDate REAL, dueDateSuppressionDate REAL);

INSERT INTO TMContact (uuid, displayName) VALUES ('nora', 'Nora Martin');
INSERT INTO TMTask (uuid, creationDate, trashed, type, title, notes, dueDate, status, start, startDate, "index", project, actionGroup, delegate, alarmTimeOffset, nextInstanceStartDate) VALUES
 ('old', 1616958629.448049, 0, 0, 'Read the book', '<note xml:space="preserve">See <a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>
and <a href="things:///show?id=1">this</a> &lt;soon&gt;</note>', 1621555200.0, 0, 1, 1620165600.0, 0, NULL, NULL, 'nora', 43200.0, -62135769600.0),
 ('apple', 638651429.0, 0, 0, 'Of the year 2021', '', NULL, 0, 1, 638668800.0, 1, NULL, NULL, NULL, NULL, NULL);
