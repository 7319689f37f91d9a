"""What a table of tasks may say: its fields, the heads that this program writes, and those that people do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError

HEADS: Final = {
    "title": "Title",
    "notes": "Notes",
    "stage": "Stage",
    "level": "Level",
    "domain": "Domain",
    "tags": "Tags",
    "due": "Due",
    "defer": "Not before",
    "deadline": "Deadline",
    "chosen": "Chosen for",
    "priority": "Priority",
    "estimate": "Estimate (min)",
    "spent": "Time spent (s)",
    "who": "Who",
    "repeats": "Repeats",
    "repeats_after_done": "Repeats after done",
    "month_end": "Month end",
    "repeats_from": "Repeats from",
    "checklist": "Checklist",
    "created": "Created",
    "done_at": "Done",
    "position": "Position",
    "uid": "Id",
    "parent": "Part of",
    "needs": "Needs",
}
"""Fields and the heads under which they are written."""

_PEOPLE: Final = {
    "title": (
        "title;task name;task;tasks;name;summary;subject;content;todo;to do;item;issue;action;what;"
        "card name;card title;task title;issue name;work item"
        "|titre;nom de la tache;tache;taches;nom;intitule;libelle;sujet;objet;resume;quoi;a faire"
    ),
    "notes": (
        "notes;note;description;details;detail;comments;comment;body;memo;remarks;card description;task notes"
        "|commentaires;commentaire;remarques;remarque;corps;precisions"
    ),
    "done": (
        "done;completed;complete;is done;is completed;is complete;finished;closed;checked;complete %;% complete;"
        "percent complete;progress|fait;faite;termine;terminee;acheve;achevee;clos;coche;% acheve;avancement"
    ),
    "stage": "stage;status;state|etape;statut;etat",
    "domain": (
        "domain;project;project name;list;list name;area;folder;board;board name;bucket name;group;section;category"
        "|domaine;projet;nom du projet;liste;secteur;dossier;tableau;groupe;categorie"
    ),
    "tags": (
        "tags;tag;labels;label;keywords;contexts;context;categories;category"
        "|etiquettes;etiquette;mots cles;mot cle;contextes;contexte;categorie"
    ),
    "due": (
        "due;due date;due on;date due;scheduled;scheduled date;when;date;planned;plan date;finish date;end date;end"
        "|echeance;date d echeance;pour le;prevu;prevue;prevu le;date prevue;quand;planifie;date de fin;fin"
    ),
    "due_time": "due time;time|heure;heure d echeance",
    "defer": (
        "defer;not before;start;start date;starts;start on;defer date;defer until;wait;wait until;hidden until"
        "|a partir du;a partir de;debut;date de debut;commence le;reporte au;pas avant"
    ),
    "deadline": "deadline;hard deadline|date limite;limite;dernier delai;delai",
    "chosen": "chosen for;chosen on|choisi pour;choisie pour",
    "priority": "priority;importance;urgency|priorite;urgence",
    "estimate": (
        "estimate;estimate min;estimated time;estimated duration;duration;effort;minutes;time estimate"
        "|estimation;duree;duree estimee;temps estime;temps prevu"
    ),
    "spent": "time spent s;time spent;spent|temps passe",
    "who": (
        "who;assignee;assignees;assigned to;assigned;owner;members;responsible;delegate;delegated to;person"
        "|qui;responsable;assigne a;attribue a;confie a;affecte a;delegue a;personne"
    ),
    "repeats": "repeats;repeat;recurrence;recurring;rrule;frequency|repetition;repete;recurrent;frequence;periodicite",
    "level": "level|niveau",
    "created": "created;created at;created on;created time;date created;creation date|cree;cree le;date de creation",
    "done_at": (
        "done at;done on;completed at;completed on;completion date;date completed;completed date;completed time;"
        "closed at|fait le;termine le;acheve le;date d achevement;date de realisation"
    ),
    "checklist": "checklist;check list|liste de controle;cases",
    "position": "position;order|ordre",
    "uid": "id;uid;uuid;task id;card id;issue key;key|identifiant;numero;cle",
    "parent": (
        "part of;parent;parent task;parent id;parent title;parent issue;parent key;parent card|tache parente;"
        "tache mere;partie de"
    ),
    "needs": (
        "needs;depends on;dependencies;blocked by;blocked by dependencies;predecessors|depend de;"
        "dependances;bloque par;predecesseurs"
    ),
}
"""Heads in English, then in French, without accents, the likeliest first."""

FIELDS: Final = (*_PEOPLE, "repeats_after_done", "month_end", "repeats_from")
"""What a column may be named for in a mapping."""

_SIGNS: Final = re.compile(r"[^\w%]+|_")


def guess(columns: Sequence[str]) -> dict[str, str]:
    """Fields, each with the column that seems to hold it; a column holds one. Without "title" nothing can be read."""
    if is_own(columns):
        return dict(HEADS)
    plain = {column: _plain(column) for column in columns}
    found: dict[str, str] = {}
    for field, heads in _PEOPLE.items():
        for head in re.split("[;|]", heads):
            column = next((name for name, text in plain.items() if text == head), None)
            if column is not None:
                found[field] = column
                del plain[column]
                break
    return found


def is_english(columns: Iterable[str]) -> bool:
    """Whether a table has no head that is French alone."""
    english, french = (
        {head for heads in _PEOPLE.values() for head in heads.split("|")[place].split(";")} for place in (0, 1)
    )
    return not set(map(_plain, columns)) & (french - english)


def named(mapping: Mapping[str, str], names: Sequence[str]) -> dict[str, str]:
    """The mapping with the columns as the table writes them. Raises UsageError."""
    known = {name.casefold(): name for name in names}
    found = {}
    for key, column in mapping.items():
        if key not in FIELDS:
            raise UsageError(
                QT_TRANSLATE_NOOP(
                    "errors", "“{field}” is no field of a task. Nothing was imported; known are {known}."
                ),
                field=key,
                known=", ".join(FIELDS),
            )
        if column.strip().casefold() not in known:
            raise UsageError(
                QT_TRANSLATE_NOOP(
                    "errors", "The table has no column “{column}”. Nothing was imported; it has {known}."
                ),
                column=column,
                known=", ".join(names),
            )
        found[key] = known[column.strip().casefold()]
    return found


def is_own(columns: Iterable[str]) -> bool:
    """Whether this program wrote the table."""
    return set(HEADS.values()) <= set(columns)


def _plain(head: str) -> str:
    """Without capitals, accents and signs."""
    letters = unicodedata.normalize("NFKD", head.casefold())
    bare = "".join(char for char in letters if not unicodedata.combining(char))
    return " ".join(_SIGNS.sub(" ", bare.replace("œ", "oe")).split())
