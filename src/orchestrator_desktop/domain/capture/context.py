"""Whether words that could be a date are one, by their neighbours: a wrong date is worse than a missed one."""

from __future__ import annotations

import re
from typing import Final

from .grammar import After
from .later import Later
from .line import SHUT, TAKEN, Line
from .words import ALL_MONTHS_EN, SHORT_EN, WEEKDAYS_EN, words

_WORD_BEFORE = re.compile(r"(?<![\w'-])([a-z][a-z']*),? $")
_LOOK_BACK = 24
_CLAUSE = 80

# « la réunion de lundi », "the Monday", « à demain », "since friday", « c'est demain »: about a day, not for it.
_ABOUT: Final = frozenset(
    words(
        "de du des d' l' la le les un une au aux a jusqu'a jusqu'au depuis entre chaque ou vs versus que qu' "
        "pas ne est c'est etait mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs apres dernier "
        "derniere hier contre toutes tous premier deuxieme troisieme quatrieme second seconde of the an to "
        "until till since between or every each last past my our your his her their its than not no after is "
        "it's was all any some et and yesterday first third fourth"
    )
)
_NAMES: Final = frozenset(
    words(
        "black good cyber giving super ash palm easter whit maundy shrove fat casual ruby bloody blue manic "
        "happy lazy girl usa holy boxing plough"
    )
)
# « pendant 9h », "max 9h", « prix 9h30 »: lengths and prices.
_ABOUT_TIMES: Final = _ABOUT | frozenset(
    words(
        "pendant durant en sur sous environ moins plus max maximum min minimum during under over prevoir "
        "passer compter duree total forfait jt prix price cost tarif cout ratio score psaume "
        "psalm verset verse chrono"
    )
)
# "Plan next week", « préparer le mois prochain »: what is planned, not when.
_PLANNING: Final = frozenset(
    words(
        "plan prepare schedule organise organize review forecast budget anticipate imagine planifier preparer "
        "organiser prevoir anticiper cadrer budgeter programmer planifie imaginer"
    )
)
# "Extend deadline friday", « fixer échéance vendredi »: what is done to it.
_MOVING: Final = frozenset(
    words(
        "extend move push check set confirm meet miss change update postpone negotiate discuss fix agree new no "
        "repousser reporter decaler fixer negocier verifier confirmer modifier changer definir nouvelle sans une"
    )
)
_OWN_CAPITALS: Final = frozenset({*ALL_MONTHS_EN, *WEEKDAYS_EN, *SHORT_EN, *words("am pm eod eow eom eoq eoy cob q")})
_LENGTH_BEFORE = Later(r"\b(?:min|mn|minutes?|h|heures?|hours?|jours?|j|days?|semaines?|weeks?|mois|months?) $")
# « 45 jours fin de mois », "30 days EOM": how an invoice is paid.
_TERM = Later(r"[0-9] ?(?:jours?|j|days?)(?: nets?)?,? $")
# "Page 3/12", « lot 2/11 »: one of so many.
_OF_MANY = Later(
    r"\b(?:page|slide|part|step|chapter|episode|ep|lesson|level|round|score|batch|sheet|partie|etape|chapitre|lot|tome|"
    r"volume|vol|fiche|photo|diapo|niveau|feuille|article|section|version|salle|room|appartement|appt|apt|chambre|"
    r"numero|ref)s? $"
    r"|\bn(?:°|º|o\.|r\.|um\.) ?$"
)
# « signé le 12 », "dated 12 March", "as agreed on Friday": what has been, unless "to be sent".
_HAS_BEEN = Later(
    r"\b(?:signee?s?|recue?s?|datee?s?|emise?s?|parue?s?|envoyee?s?|nee?s?|signed|dated|received|sent|born|issued|"
    r"published|(?:as|was|were) (?:agreed|discussed|promised|said)) $"
)
_TO_BE = Later(r"\b(?:be|being|get|gets|etre|est|sera|have|has|to) \w+ $")
_REFERS = Later(
    r"\b(?:following (?:our|the|my|your)|further to|as (?:agreed|discussed|promised)|suite (?:a|au)|"
    r"comme (?:convenu|discute|promis|vu))\b[^,.;:!?\n]*$"
)
# "Notes from Monday" are of that day, "holidays from Monday" start on it.
_RECORDS = Later(
    r"\b(?:notes?|e?-?mails?|messages?|photos?|pictures?|pics|minutes|feedback|leftovers|recap|summary|recording|slides|"
    r"transcript|receipts?|invoices?|letters?|comments?|questions?|results?|reports?|tickets?|news|data|numbers|"
    r"actions?|items|replies|reply) $"
)
_SLASHED = Later(r"[0-9]+/[0-9]")
_COURTESY = Later(r"(?<![\w'-])(?:m|mr|mme|mlle|madame|monsieur|mrs|ms|miss|dr|maitre)\.? $")
_MAR = Later(r"(?<![0-9] )\bmar\.? [0-9]")
_RANGE_BEFORE = Later(r"[0-9](?:er|e|h|am|pm|st|nd|rd|th)?(?: (?:et|and|ou|or|a|au|to|&)| ?-) $")

_FROM_HOUR = Later(r"\b(?:de|des|from|entre|between) [0-9]{1,2}(?: ?h[0-9]{0,2}|:[0-9]{2}| ?[ap]m)? $")

_SENTENCE_END = re.compile(rf" ?(?:$|\n|[^\w\s{SHUT}-]|- (?![0-9]))")
_SMALL_WORDS = words(
    "about with at in to for from re regarding concerning on if via after before when by so because then but and the a "
    "an as unless while my our his her their your "
    "le la les un une au aux avec pour chez sur dans en par si et avant apres puis car mais depuis sans vers afin "
    "pendant ce cette ces mon ma mes son sa ses notre votre leur nos vos leurs please pls plz asap svp stp"
)
_HOUR = "[0-9]{1,2}(?::[0-9]{2})?"
_CLOCK = "[0-9]{1,2}:[0-9]{2}"
_HOURS = Later(
    rf" (?:{_HOUR} ?(?:am|pm|h)? ?(?:-|to) ?{_HOUR} ?(?:am|pm|h)(?!\w)|{_CLOCK} ?(?:-|–|to) ?{_CLOCK}(?![\w:]))"
)
# "By friday deadline dec 18": another date of the task, not a "friday deadline".
_DAY_WORD = "|".join((*ALL_MONTHS_EN, *WEEKDAYS_EN, *SHORT_EN, "today", "tonight", "tomorrow"))
_DEADLINE = Later(
    rf" (?:(?:hard |final )?deadline|due)(?: date)?:?(?: is)? (?:on |by |before |for |at )?(?:the )?"
    rf"(?:[0-9]|(?:{_DAY_WORD})(?!\w)|next |end of |in )"
)
_SMALL_WORD = Later(rf" (?:{'|'.join(_SMALL_WORDS)})(?![\w'-])| l'| w/")
_NEVER = Later(r" (?:ou|or|est|is|was|were|will|would|sera|serait|etait|sont|isn't|ago)(?![\w'-])")
_WEEKDAY_FR = "lundi|mardi|mercredi|jeudi|vendredi"
_NOT_OF = Later(
    rf" (?:(?:de|du)(?! (?:[0-9]|preference))|des(?! (?:[0-9]|que|reception|{_WEEKDAY_FR}))|of|saint|sainte|gras|"
    r"noir|noire|fou|dernier(?! delai)|derniere|passe|passee|ferie|chome|per|par|each|chrono|non[ -]stop|after next|"
    r"[0-3]?[0-9](?!,[0-9])|prochaine?|suivante?|next|last|a (?:day|week|month)|et demie?|and a half)"
    r"(?![\w'])| d'(?!ici)"
)
_NOT_OF_TIME = Later(r" (?:avant|apres|later|plus (?:tard|tot)|chaque|minimum|mini|en moyenne)(?![\w'])")
_ZONES = "utc|gmt|z|cet|cest|est|edt|pst|pdt|pt|cst|cdt|mst|mdt|bst|ist|jst|aest|aedt|awst|nzst|nzdt|sgt|hkt|eet|eest"
_ZONE = Later(rf" ?(?:{_ZONES}|[a-z]+ time|heure de|(?:et|ct|mt|eastern|central|pacific)(?= *(?:$|[,;.!?)])))(?!\w)")


def word_before(line: Line, start: int) -> str:
    found = _WORD_BEFORE.search(line.text[max(0, start - _LOOK_BACK) : start])
    return found[1] if found else ""


def is_about(line: Line, start: int, *, time: bool) -> bool:
    """Whether the word before makes this a day or time that is spoken about, not the one to act on."""
    word = word_before(line, start)
    tail = word[word.find("'") + 1 :] if "'" in word else word
    about = _ABOUT_TIMES if time else _ABOUT | _NAMES
    return word in about or tail in about or tail == "s" or continues_range(line, start)


def is_thing(line: Line, start: int) -> bool:
    """Whether a deadline named here is spoken about: "the deadline", « l'échéance », "extend deadline"."""
    return word_before(line, start) in _ABOUT | _MOVING or line.text[max(0, start - 1) : start] == "'"


def continues_range(line: Line, start: int) -> bool:
    """« de 9 à 10h », « 12 et 13 mars »: the second half of something."""
    before = line.text[max(0, start - _LOOK_BACK) : start]
    return bool(_RANGE_BEFORE.search(before) or _FROM_HOUR.search(before))


def at_start(line: Line, start: int) -> bool:
    return not line.text[:start].strip(f" \n{TAKEN}")


def ends_in_length(line: Line, start: int) -> bool:
    """« 15 min (avant midi) », "two days (before Friday)"."""
    return _LENGTH_BEFORE.search(line.text[max(0, start - _LOOK_BACK) : start]) is not None


def is_term(line: Line, start: int) -> bool:
    return _TERM.search(line.text[max(0, start - _LOOK_BACK) : start]) is not None


def is_part_of_many(line: Line, start: int) -> bool:
    return (
        bool(_SLASHED.match(line.text, start))
        and _OF_MANY.search(line.text[max(0, start - _LOOK_BACK) : start]) is not None
    )


def is_past(line: Line, start: int) -> bool:
    """Whether the words before say that it has been: « le contrat signé le 12 »."""
    before = line.text[max(0, start - _CLAUSE) : start]
    found = _HAS_BEEN.search(before)
    if not found:
        return _REFERS.search(before) is not None
    # Without its accent « signe » is another word.
    accented = found[0] not in ("signe ", "date ", "envoye ", "ne ") or line.written(start - 2, start - 1) in "éÉ"
    return accented and not _TO_BE.search(before)


def is_record(line: Line, start: int) -> bool:
    """Whether what comes from a day here is what was kept of it."""
    return _RECORDS.search(line.text[max(0, start - _LOOK_BACK) : start]) is not None


def is_person(line: Line, start: int) -> bool:
    """« Mme Vendredi », "Mr. Sunday": a name, by its capital."""
    capital = line.written(start, start + 1).isupper() and not line.original.isupper()
    return capital and _COURTESY.search(line.text[max(0, start - _LOOK_BACK) : start]) is not None


def is_planned(line: Line, start: int) -> bool:
    return word_before(line, start) in _PLANNING


def may_be_followed(line: Line, end: int, after: After, *, free: bool) -> bool:
    """Whether what follows lets this be a date; `free`: at the start of the line, where a noun may follow."""
    if _NEVER.match(line.text, end):
        return False
    if after is After.ANYTHING:
        return True
    if _HOURS.match(line.text, end) or _DEADLINE.match(line.text, end):
        return True  # "monday 9-10am", "monday deadline dec 18"
    if _NOT_OF.match(line.text, end):
        return False
    return (
        after is After.SENTENCE
        or free
        or bool(_SENTENCE_END.match(line.text, end) or _SMALL_WORD.match(line.text, end))
    )


def ends_sentence(line: Line, end: int) -> bool:
    return _SENTENCE_END.match(line.text, end) is not None


def is_time_of_day(line: Line, end: int) -> bool:
    """Whether nothing after a time makes a length of it (« 2h avant »), or a time of somewhere else ("9am PST")."""
    return not (_NOT_OF_TIME.match(line.text, end) or _ZONE.match(line.text, end))


def is_tuesday(line: Line, start: int, end: int) -> bool:
    """Whether it holds « mar 5 », Tuesday the 5th for French eyes: only "Mar 5" is in March."""
    found = _MAR.search(line.text[:end], start)
    return found is not None and line.written(found.start(), found.start() + 1) == "m"


def is_name(line: Line, start: int, end: int) -> bool:
    """Whether English capitals make a name of it: "The Day After Tomorrow", "Tomorrow Never Dies"."""
    if line.original.isupper():
        return False
    written = re.findall(r"(?<!\w)[^\W\d_]+", line.written(start, end))
    common = [word for word in written if word.lower() not in _OWN_CAPITALS]
    after = line.text[end : end + 1]
    first, *rest = [word[0].isupper() for word in common] or [False]
    around = re.findall(r"[^\W\d_]+", line.written(0, start)) if start else []
    if any(rest) and not (len(around) > 1 and all(word[0].isupper() for word in around)):
        return True
    follows = after == " " and end + 1 < len(line.text) and line.written(end + 1, end + 2).isupper()
    return first and follows
