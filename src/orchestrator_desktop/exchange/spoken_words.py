"""Dates said in the languages of Todoist, word for word in English, which the grammar reads. A word that is not known
here stays as it is, and then the whole is no date: half a date is a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDS: Final = (
    "every", "day", "days", "week", "weeks", "month", "months", "year", "years", "weekday", "weekend", "today",
    "tomorrow", "in 2 days", "at", "and", "next", "last", "first", "other", "starting", "ending", "every day",
    "every week", "every month", "every year", "in", "",
)  # fmt: skip
"""What the lines below say, in this order; "" are words without a meaning here."""

_SAID: Final = {
    "de": (
        "jeden jede jedes alle;tag;tage tagen;woche;wochen;monat;monate monaten;jahr;jahre jahren;werktag arbeitstag "
        "wochentag;wochenende;heute;morgen;übermorgen;um;und;nächsten nächste nächstes nächster kommenden kommende;"
        "letzten letzte letzter letztes;ersten erste erster erstes;zweiten zweite zweites;ab beginnend;bis;täglich;"
        "wöchentlich;monatlich;jährlich;in;uhr am den der"
    ),
    "es": (
        "cada todos+los todas+las todo+el;día dia;días dias;semana;semanas;mes;meses;año;años;día+laborable "
        "día+hábil días+laborables días+hábiles;fin+de+semana fines+de+semana;hoy;mañana;pasado+mañana;a+las a+la;"
        "y;próximo próxima;último última;primer primero primera;otro;a+partir+de+el a+partir+del a+partir+de desde;"
        "hasta;diario diariamente;semanalmente;mensualmente;anualmente;en dentro+de;de del el"
    ),
    "it": (
        "ogni tutti+i tutte+le;giorno;giorni;settimana;settimane;mese;mesi;anno;anni;giorno+feriale "
        "giorno+lavorativo giorni+feriali giorni+lavorativi;fine+settimana weekend;oggi;domani;dopodomani;alle ore;"
        "e;prossimo prossima;ultimo ultima;primo prima;altro;a+partire+dal dal;fino+al;giornalmente "
        "quotidianamente;settimanalmente;mensilmente;annualmente;tra fra;il di del"
    ),
    "pt": (
        "cada todos+os todas+as todo toda;dia;dias;semana;semanas;mês;meses;ano;anos;dia+útil dias+úteis;"
        "fim+de+semana;hoje;amanhã;depois+de+amanhã;às as;e;próximo próxima;último última;primeiro primeira;outro "
        "outra;a+partir+de começando;até;diariamente;semanalmente;mensalmente;anualmente;em daqui+a;de do o"
    ),
    "nl": (
        "elke elk iedere ieder om+de;dag;dagen;week;weken;maand;maanden;jaar;jaren;werkdag weekdag doordeweekse+dag;"
        "weekend;vandaag;morgen;overmorgen;om;en;volgende;laatste;eerste;andere tweede;vanaf;tot;dagelijks;"
        "wekelijks;maandelijks;jaarlijks;over;uur op de"
    ),
    "sv": (
        "varje var;dag;dagar;vecka;veckor;månad;månader;år;åren;vardag arbetsdag;helg;idag i+dag;imorgon i+morgon;"
        "i+övermorgon;kl klockan;och;nästa;sista;första;annan annat;från från+och+med;till;dagligen;veckovis;"
        "månatligen;årligen;om;den på"
    ),
    "da": (
        "hver hvert;dag;dage;uge;uger;måned;måneder;år;årene;hverdag arbejdsdag;weekend;i+dag;i+morgen;i+overmorgen;"
        "kl klokken;og;næste;sidste;første;anden andet;fra startende;indtil;dagligt;ugentligt;månedligt;årligt;om;"
        "den på"
    ),
    "nb": (
        "hver hvert;dag;dager;uke;uker;måned;måneder;år;årene;hverdag ukedag arbeidsdag;helg;i+dag;i+morgen;"
        "i+overmorgen;kl klokken;og;neste;siste;første;annen annet;fra;til;daglig;ukentlig;månedlig;årlig;om;den på"
    ),
    "pl": (
        "co każdy każda każde każdą;dzień;dni;tydzień;tygodnie tygodni;miesiąc;miesiące miesięcy;rok;lata lat;"
        "dzień+roboczy;weekend;dzisiaj dziś;jutro;pojutrze;o;i oraz;następny następna następną;ostatni ostatnia "
        "ostatnią;pierwszy pierwsza pierwszą;drugi;od;do;codziennie;cotygodniowo;comiesięcznie;corocznie;za;w we"
    ),
    "ru": (
        "каждый каждую каждое каждые;день;дня дней;неделя неделю;недели недель;месяц;месяца месяцев;год;года лет;"
        "будний+день рабочий+день;выходные;сегодня;завтра;послезавтра;в;и;следующий следующую следующее;последний "
        "последнюю последнее;первый первую первое;второй;с начиная+с;до;ежедневно;еженедельно;ежемесячно;ежегодно;"
        "через;числа число"
    ),
    "fi": (
        "joka;päivä;päivän päivää;viikko;viikon viikkoa;kuukausi;kuukauden kuukautta;vuosi;vuoden vuotta;arkipäivä;"
        "viikonloppu;tänään;huomenna;ylihuomenna;klo kello;ja;ensi;viimeinen;ensimmäinen;toinen;alkaen;asti;"
        "päivittäin;viikoittain;kuukausittain;vuosittain;;"
    ),
    "tr": (
        "her;gün;günde;hafta;haftada;ay;ayda;yıl;yılda;iş+günü hafta+içi;hafta+sonu;bugün;yarın;öbür+gün;saat;ve;"
        "gelecek;son;ilk;;başlayan;;günlük;haftalık;aylık;yıllık;;"
    ),
}
_DAYS_SAID: Final = {
    "de": "montag mo;dienstag di;mittwoch mi;donnerstag do;freitag fr;samstag sonnabend sa;sonntag so",
    "es": "lunes lun;martes mar;miércoles mié;jueves jue;viernes vie;sábado sábados sáb;domingo domingos dom",
    "it": "lunedì lun;martedì mar;mercoledì mer;giovedì gio;venerdì ven;sabato sab;domenica dom",
    "pt": (
        "segunda-feira segunda seg;terça-feira terça ter;quarta-feira quarta qua;quinta-feira quinta qui;"
        "sexta-feira sexta sex;sábado sáb;domingo dom"
    ),
    "nl": "maandag ma;dinsdag di;woensdag wo;donderdag do;vrijdag vr;zaterdag za;zondag zo",
    "sv": "måndag mån;tisdag tis;onsdag ons;torsdag tors tor;fredag fre;lördag lör;söndag sön",
    "da": "mandag man;tirsdag tir;onsdag ons;torsdag tor;fredag fre;lørdag lør;søndag søn",
    "nb": "mandag man;tirsdag tir;onsdag ons;torsdag tor;fredag fre;lørdag lør;søndag søn",
    "pl": "poniedziałek pon;wtorek wt;środa środę śr;czwartek czw;piątek pt;sobota sobotę sob;niedziela niedzielę nd",
    "ru": ("понедельник пн;вторник вт;среда среду ср;четверг чт;пятница пятницу пт;суббота субботу сб;воскресенье вс"),
    "fi": "maanantai ma;tiistai ti;keskiviikko ke;torstai to;perjantai pe;lauantai la;sunnuntai su",
    "tr": "pazartesi;salı;çarşamba;perşembe;cuma;cumartesi;pazar",
}
_MONTHS_SAID: Final = {
    "de": "januar jän;februar;märz mär mrz;april;mai;juni;juli;august;september sept;oktober okt;november;dezember dez",
    "es": (
        "enero ene;febrero;marzo;abril abr;mayo;junio;julio;agosto ago;septiembre sept;octubre;noviembre;diciembre dic"
    ),
    "it": (
        "gennaio gen;febbraio;marzo;aprile;maggio mag;giugno giu;luglio lug;agosto ago;settembre set;ottobre ott;"
        "novembre;dicembre dic"
    ),
    "pt": (
        "janeiro;fevereiro fev;março;abril abr;maio mai;junho;julho;agosto ago;setembro set;outubro out;novembro;"
        "dezembro dez"
    ),
    "nl": "januari;februari;maart mrt;april;mei;juni;juli;augustus;september;oktober okt;november;december",
    "sv": "januari;februari;mars;april;maj;juni;juli;augusti;september;oktober okt;november;december",
    "da": "januar;februar;marts;april;maj;juni;juli;august;september;oktober okt;november;december",
    "nb": "januar;februar;mars;april;mai;juni;juli;august;september;oktober okt;november;desember des",
    "pl": (
        "stycznia sty;lutego lut;marca;kwietnia kwi;maja maj;czerwca cze;lipca lip;sierpnia sie;września wrz;"
        "października paź;listopada lis;grudnia gru"
    ),
    "ru": "января янв;февраля фев;марта мар;апреля апр;мая май;июня июн;июля июл;августа авг;сентября сен;"
    "октября окт;ноября ноя;декабря дек",
    "fi": (
        "tammikuuta tammi;helmikuuta helmi;maaliskuuta maalis;huhtikuuta huhti;toukokuuta touko;kesäkuuta kesä;"
        "heinäkuuta heinä;elokuuta elo;syyskuuta syys;lokakuuta loka;marraskuuta marras;joulukuuta joulu"
    ),
    "tr": (
        "ocak oca;şubat şub;mart;nisan nis;mayıs;haziran haz;temmuz tem;ağustos ağu;eylül eyl;ekim eki;kasım kas;"
        "aralık ara"
    ),
}
_SIGNS: Final = {
    "ja": (
        "毎日=every day;毎週=every ;隔週=every other ;毎月=every month;毎年=every year;毎平日=every weekday;"
        "平日=weekday;"
        "今日=today;明日=tomorrow;明後日=in 2 days;月曜日=monday;火曜日=tuesday;水曜日=wednesday;木曜日=thursday;"
        "金曜日=friday;土曜日=saturday;日曜日=sunday"
    ),
    "zh": (
        "每天=every day;每日=every day;每个工作日=every weekday;每月=every month;每年=every year;每周=every week;"
        "每週=every week;今天=today;明天=tomorrow;后天=in 2 days;"
        + ";".join(
            f"每{kind}{sign}=every {day};{kind}{sign}={day}"
            for kind in ("周", "週", "星期")
            for sign, day in zip("一二三四五六日", _DAYS, strict=True)
        )
    ),
    "ko": (
        "매일=every day;매주=every ;매월=every month;매달=every month;매년=every year;평일=weekday;오늘=today;"
        "내일=tomorrow;모레=in 2 days;월요일=monday;화요일=tuesday;수요일=wednesday;목요일=thursday;금요일=friday;"
        "토요일=saturday;일요일=sunday"
    ),
}
_ASIAN_DATE: Final = re.compile(r"(?:(\d{4})[年년] ?)?(\d{1,2})[月월] ?(\d{1,2})[日号号일]")
_MARCH: Final = re.compile(r"(?<=\d )mar(?!\w)")
_MORE: Final = {
    "de": {"werktags": "every weekday", "wochentags": "every weekday"},
    "sv": {"varannan": "every other", "vartannat": "every other"},
    "pt": {"todo dia útil": "every weekday"},
}
_DOT: Final = re.compile(r"(?<=[^\W\d_])\.")
_ORDINAL: Final = re.compile(r"(?<!\d)(\d{1,2})[.ºª°](?=\s|$)")
_ENDS: Final = {"1": "st", "2": "nd", "3": "rd"}
_PLURAL: Final = re.compile(r"every (day|week|month|year|weekday)s\b")
_CLOCK: Final = re.compile(r"\bat (\d{1,2})(?:[.h](\d\d)?)?(?![\d:])")
_OF_MONTH: Final = re.compile(r"(?:every|each|ev|tous les|chaque)(!?)(?: day)? (\d{1,2})(?:th)?")
_NORWEGIAN: Final = ("no", "nn")


def in_english(text: str, language: str) -> str:
    """What is said, in words that `Dates` reads; French and English stay, but for "every 15", which is a day of the
    month for Todoist."""
    said = " ".join(text.lower().split())
    code = language.lower()[:2]
    code = "nb" if code in _NORWEGIAN else code
    if code in _SAID:
        said = _by_words(said, code)
    elif code in _SIGNS:
        said = _by_signs(said, code)
    elif _OF_MONTH.fullmatch(said) is None:
        return text
    return _OF_MONTH.sub(r"every\1 month on the \2th", said) if _OF_MONTH.fullmatch(said) else said


def _by_words(said: str, code: str) -> str:
    words = _dictionary(code)
    said = _MARCH.sub(" march", _DOT.sub("", _ORDINAL.sub(_ordinal, said)))
    pattern = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    said = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda match: words[match[0]], said)
    said = _PLURAL.sub(r"every \1", " ".join(said.split()))
    said = _CLOCK.sub(lambda match: f"at {match[1]}:{match[2] or '00'}", said)
    return said.replace("every every", "every")


def _ordinal(match: re.Match[str]) -> str:
    return f"{match[1]}{_ENDS.get(match[1], 'th')}"


def _by_signs(said: str, code: str) -> str:
    said = _ASIAN_DATE.sub(_asian_date, said)
    for pair in sorted(_SIGNS[code].split(";"), key=lambda pair: -len(pair.partition("=")[0])):
        sign, _, word = pair.partition("=")
        said = said.replace(sign, f" {word} ")
    said = " ".join(said.split())
    return f"{said} week" if said in ("every", "every other") else said


def _asian_date(match: re.Match[str]) -> str:
    month = int(match[2])
    if not 1 <= month <= len(_MONTHS):
        return match[0]
    return f"{match[3]} {_MONTHS[month - 1]} {match[1] or ''}"


@cache
def _dictionary(code: str) -> Mapping[str, str]:
    words = dict(_pairs(_MONTHS_SAID[code], _MONTHS)) | dict(_pairs(_DAYS_SAID[code], _DAYS))
    return words | dict(_pairs(_SAID[code], _WORDS)) | _MORE.get(code, {})


def _pairs(said: str, english: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for words, meant in zip(said.split(";"), english, strict=True):
        yield from ((word.replace("+", " "), meant) for word in words.split())
