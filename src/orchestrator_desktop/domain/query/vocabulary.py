"""The names of conditions and their values, folded, in French and English: both are read in either language."""

from __future__ import annotations

from typing import Final

from .model import DateField, Place, State, TermKind


def _table(lines: str) -> dict[str, str]:
    """Word to meaning, from lines "meaning: words"; _ stands for a space."""
    table: dict[str, str] = {}
    for line in lines.strip().splitlines():
        meaning, words = line.split(":")
        table |= {word.replace("_", " "): meaning.strip() for word in [meaning.strip(), *words.split()]}
    return table


KEYS: Final = {word: TermKind(kind) for word, kind in _table("""
domain: domaine projet project
level: niveau
who: qui avec delegate delegue
tag: etiquette libelle label
state: is
priority: priorite prio
estimate: est estimation estime duree duration
place: in dans
parent: partof
""").items()}  # fmt: skip
"""`est:` is "est." and « est »: what is no length after it is read as a state."""

DATES: Final = {word: DateField(which) for word, which in _table("""
due: echeance du due echu
defer: reporte differe debut start
deadline: limite butoir
done: fait faite fini termine completed finished
created: cree creee ajoute ajoutee added
""").items()}  # fmt: skip

STATES: Final = {word: State(state) for word, state in _table("""
open: todo pending ouvert ouverte ouverts ouvertes a_faire
done: completed complete finished fait faite faits faites fini finie termine terminee accompli
dropped: trash trashed deleted cancelled canceled abandonne abandonnee corbeille supprime supprimee annule annulee
inbox: new nouveau nouvelle boite boite_de_reception reception
planned: ready planifie planifiee pret prete
delegated: delegue deleguee confie confiee
review: in_review reviewing revue en_revue a_revoir
waiting: attente en_attente attend
overdue: late retard en_retard
today: aujourd'hui aujourdhui ajd
deferred: later reporte reportee differe differee
blocked: bloque bloquee
repeating: recurring repeats recurrent recurrente repete repetitif repetitive periodique
returned: revenu revenue retour renvoye renvoyee
part: subtask child partie sous-tache sous_tache
timed: running timer chrono chronometre minuterie
attached: attachment attachments file files fichier fichiers joint jointe piece_jointe pieces_jointes
chosen: picked choisi choisie
""").items()}  # fmt: skip

PLACES: Final = {word: Place(place) for word, place in _table("""
title: titles titre titres
notes: note
results: result resultat resultats
contexts: context contexte contextes
reflections: reflection reflexion reflexions journal
""").items()}  # fmt: skip

NONE: Final = frozenset({"none", "no", "never", "aucun", "aucune", "sans", "non", "jamais"})
ANY: Final = frozenset({"any", "some", "yes", "set", "toute", "toutes", "une", "oui", "avec"})
