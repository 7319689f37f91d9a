CREATE TABLE Meta (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE TMArea (uuid TEXT PRIMARY KEY, title TEXT, visible INTEGER, "index" INTEGER, cachedTags BLOB, experimental BLOB);
CREATE TABLE TMTag (uuid TEXT PRIMARY KEY, title TEXT, shortcut TEXT, usedDate REAL, parent TEXT, "index" INTEGER, experimental BLOB);
CREATE TABLE TMTaskTag (tasks TEXT NOT NULL, tags TEXT NOT NULL);
CREATE TABLE TMAreaTag (areas TEXT NOT NULL, tags TEXT NOT NULL);
CREATE TABLE TMChecklistItem (uuid TEXT PRIMARY KEY, userModificationDate REAL, creationDate REAL, title TEXT, status INTEGER, stopDate REAL, "index" INTEGER, task TEXT, leavesTombstone INTEGER, experimental BLOB);
CREATE TABLE TMTask (uuid TEXT PRIMARY KEY, leavesTombstone INTEGER, creationDate REAL, userModificationDate REAL, type INTEGER, status INTEGER, stopDate REAL, trashed INTEGER, title TEXT, notes TEXT, notesSync INTEGER, cachedTags BLOB, start INTEGER, startDate INTEGER, startBucket INTEGER, reminderTime INTEGER, lastReminderInteractionDate REAL, deadline INTEGER, deadlineSuppressionDate INTEGER, t2_deadlineOffset INTEGER, "index" INTEGER, todayIndex INTEGER, todayIndexReferenceDate INTEGER, area TEXT, project TEXT, heading TEXT, contact TEXT, untrashedLeafActionsCount INTEGER, openUntrashedLeafActionsCount INTEGER, checklistItemsCount INTEGER, openChecklistItemsCount INTEGER, rt1_repeatingTemplate TEXT, rt1_recurrenceRule BLOB, rt1_instanceCreationStartDate INTEGER, rt1_instanceCreationPaused INTEGER, rt1_instanceCreationCount INTEGER, rt1_afterCompletionReferenceDate INTEGER, rt1_nextInstanceStartDate INTEGER, experimental BLOB, repeater BLOB, repeaterMigrationDate REAL);

INSERT INTO TMArea (uuid, title, "index") VALUES ('area-home', 'Maison', 0), ('area-work', 'Travail', -10);
INSERT INTO TMTag (uuid, title, parent, "index") VALUES ('tag-phone', 'Téléphone', NULL, 0), ('tag-call', 'À rappeler', 'tag-phone', 1);
INSERT INTO TMAreaTag VALUES ('area-work', 'tag-phone');
INSERT INTO TMTaskTag VALUES ('inbox', 'tag-phone'), ('inbox', 'tag-call');
-- 2026-11-30 is 132824832, 2026-12-24 is 132828160
INSERT INTO TMTask (uuid, creationDate, type, status, trashed, title, notes, start, startDate, reminderTime, deadline, "index", area, project, heading, stopDate, startBucket) VALUES
 ('inbox', 1795600800.5, 0, 0, 0, 'Rappeler Nora', 'Au sujet du *devis*', 0, NULL, NULL, NULL, -20, NULL, NULL, NULL, NULL, 0),
 ('project', 1795600801.0, 1, 0, 0, 'Déménager', 'Avant Noël', 1, 132824832, NULL, 132828160, -30, 'area-home', NULL, NULL, NULL, 0),
 ('heading', 1795600802.0, 2, 0, 0, 'Papiers', '', 1, NULL, NULL, NULL, 5, NULL, 'project', NULL, NULL, 0),
 ('under-heading', 1795600803.0, 0, 0, 0, 'Changer d’adresse', '', 1, NULL, NULL, NULL, -100, NULL, NULL, 'heading', NULL, 0),
 ('in-project', 1795600804.0, 0, 3, 0, 'Réserver le camion', '', 1, NULL, NULL, NULL, 7, NULL, 'project', NULL, 1795687200.0, 0),
 ('first-in-project', 1795600805.0, 0, 0, 0, 'Trier la cave', '', 1, NULL, NULL, NULL, 3, NULL, 'project', NULL, NULL, 0),
 ('today', 1795600806.0, 0, 0, 0, 'Appeler la banque', '', 1, 132824832, 840957952, NULL, -10, 'area-work', NULL, NULL, NULL, 1),
 ('someday', 1795600807.0, 0, 0, 0, 'Apprendre le grec', '', 2, NULL, NULL, NULL, 0, 'area-work', NULL, NULL, NULL, 0),
 ('cancelled', 1795600808.0, 0, 2, 0, 'Repeindre', '', 2, NULL, NULL, NULL, 1, 'area-home', NULL, NULL, 1795687200.0, 0),
 ('binned', 1795600809.0, 0, 0, 1, 'Jetée', '', 1, NULL, NULL, NULL, 2, NULL, NULL, NULL, NULL, 0),
 ('binned-project', 1795600810.0, 1, 0, 1, 'Projet jeté', '', 1, NULL, NULL, NULL, 2, NULL, NULL, NULL, NULL, 0),
 ('in-binned', 1795600811.0, 0, 0, 0, 'Partie du projet jeté', '', 1, NULL, NULL, NULL, 2, NULL, 'binned-project', NULL, NULL, 0);
INSERT INTO TMChecklistItem (uuid, title, status, "index", task) VALUES ('c2', 'Rideaux', 3, 2, 'first-in-project'), ('c1', 'Caisses', 0, 1, 'first-in-project');
