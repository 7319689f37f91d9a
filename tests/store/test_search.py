"""Search as one types: the words of tasks and reflections, and what tasks are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.highlight import TOKEN
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.store import search, search_dates, tasks
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.search import Where
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.store.tasks import Place, View
from tests.store import rows
from tests.store.rows import NOW, TODAY

TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12).astimezone()


def found(store: Store, text: str, place: Place | None = None) -> list[str]:
    return [one.task.title for one in search.found(store, text, today=TODAY, now=NOON, place=place)]


def sound(store: Store) -> None:
    """The index holds what the tables tell, and nothing else."""
    for table in ("task_text", "title_text", "reflection_text"):
        store.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    columns = "title, notes, checklist, result, context, tags, files, marks"
    kept = [tuple(row) for row in store.rows(f"SELECT rowid, {columns} FROM task_text ORDER BY rowid")]
    assert kept == [tuple(row) for row in store.rows(f"SELECT id, {columns} FROM task_words ORDER BY id")]


class TestWords:
    @pytest.mark.parametrize(
        "text",
        [
            *("relancer", "RELANCER", "rel", "nora devis", "devis, nora!", "Écologie", "ecologie", "écol", "r", "café"),
            *("2026", "12/10", "d'écologie", "D’ECOL", '"relancer nora"', '"le devis" rel', "12-10-2026"),
        ],
    )
    def test_beginnings_are_found_whatever_the_accents_and_capitals(self, store: Store, text: str) -> None:
        rows.task(store, "Relancer Nora", notes="pour le devis d'écologie, café du 12/10/2026")
        rows.task(store, "Something else")
        assert found(store, text) == ["Relancer Nora"]

    @pytest.mark.parametrize("text", ["", "   ", "!!!", "_", '"', "*", "-", "🚀", "\ud800", "#", "@", "due:", '""'])
    def test_nothing_to_look_for_finds_nothing(self, store: Store, text: str) -> None:
        rows.task(store, "Deploy 🚀 _ *")
        assert found(store, text) == []

    @pytest.mark.parametrize(
        "text",
        [
            '"relancer',
            "relancer*",
            "relancer AND",
            "NOT relancer",
            "(relancer",
            "near OR relancer",
            "^relancer",
            "{title}",
        ],
    )
    def test_the_text_indexs_own_language_is_only_words(self, store: Store, text: str) -> None:
        rows.task(store, "Relancer and or not near title")
        assert found(store, text) == ["Relancer and or not near title"]

    @pytest.mark.parametrize(
        "text", ["relancer paul", '"nora relancer"', '"relan"', "elancer", "-relancer", '-"nora" rel']
    )
    def test_every_word_must_be_there_and_what_is_left_out_must_not(self, store: Store, text: str) -> None:
        rows.task(store, "Relancer Nora")
        assert found(store, text) == []

    def test_a_word_that_many_others_begin_with_is_found_in_all_of_them(self, store: Store) -> None:
        for number in range(40):
            rows.task(store, f"contrat{number:02}")
        assert len(found(store, "contrat")) == 40
        assert len(found(store, "contrat1")) == 10
        assert found(store, "contrat40") == []

    def test_what_is_left_out_may_stand_anywhere(self, store: Store) -> None:
        rows.task(store, "plan a", notes="secret")
        rows.task(store, "plan b")
        assert found(store, "plan -secret") == ["plan b"]
        assert found(store, "-secret") == ["plan b"]
        assert found(store, '-"plan a"') == ["plan b"]
        assert found(store, "-nothing -plan") == []

    def test_a_whole_page_may_be_pasted(self, store: Store) -> None:
        rows.task(store, "alpha beta")
        assert found(store, "alpha beta " * 10_000) == ["alpha beta"]
        assert found(store, "x" * 100_000) == []
        assert found(store, "\n".join(["alpha beta, «alpha» #!@"] * 500)) == ["alpha beta"]


class TestOrder:
    def test_open_ones_first_those_with_all_in_the_title_before_others_and_the_newest_first(self, store: Store) -> None:
        rows.task(store, "done plan", stage="done", done_at=NOW)
        rows.task(store, "old plan")
        rows.task(store, "other", notes="a plan")
        rows.task(store, "finished", stage="done", done_at=NOW, notes="plan")
        rows.task(store, "new plan", stage="planned")
        rows.task(store, "dropped plan", stage="dropped", done_at=NOW)
        assert found(store, "plan") == ["new plan", "old plan", "other", "done plan", "finished"]

    def test_the_trash_is_searched_where_it_is_asked_for(self, store: Store) -> None:
        rows.task(store, "dropped plan", stage="dropped", done_at=NOW)
        rows.task(store, "plan")
        assert found(store, "plan") == ["plan"]
        assert found(store, "plan is:dropped") == found(store, "plan", Place(View.TRASH)) == ["dropped plan"]
        assert found(store, "plan is:dropped is:open") == ["plan", "dropped plan"]
        assert found(store, "plan", Place(stage=Stage.DROPPED)) == ["dropped plan"]

    @pytest.mark.parametrize("text", ["plan", "is:open", "plan -is:dropped", "is:done plan", "-nothing", "p"])
    def test_pages_follow_each_other_without_a_gap_or_a_task_twice(self, store: Store, text: str) -> None:
        for number in range(60):
            done = {"stage": "done", "done_at": NOW} if number % 3 else {}
            rows.task(store, f"plan {number}" if number % 2 else f"{number}", notes="plan", **done)
        whole = [one.task.id for one in search.found(store, text, today=TODAY)]
        for size in (1, 7, 8, 59, 60):
            pages = [search.found(store, text, today=TODAY, limit=size, offset=at) for at in range(0, 64, size)]
            assert [one.task.id for page in pages for one in page] == whole
        assert len(set(whole)) == len(whole) > 0

    def test_a_search_can_be_narrowed_to_a_place(self, store: Store) -> None:
        marketing = rows.domain(store, "Marketing")
        rows.task(store, "plan a", domain_id=marketing)
        rows.task(store, "plan b", stage="done", done_at=NOW, domain_id=marketing)
        rows.task(store, "plan c", due=TODAY)
        rows.task(store, "plan d", due=TOMORROW)
        rows.task(store, "plan e", stage="in_review")
        assert found(store, "plan", Place()) == ["plan d", "plan c", "plan a"]
        assert found(store, "plan", Place(View.TODAY)) == ["plan c"]
        assert found(store, "plan", Place(View.UPCOMING)) == ["plan d"]
        assert found(store, "plan", Place(View.DONE)) == ["plan b"]
        assert found(store, "plan", Place(View.REVIEW)) == ["plan e"]
        assert found(store, "plan", Place(View.WAITING)) == []
        assert found(store, "plan", Place(domain_id=marketing)) == ["plan a"]
        assert found(store, "plan", Place(domain_id=marketing, stage=Stage.DONE)) == ["plan b"]


@pytest.fixture
def texts(store: Store) -> Store:
    """A task with a word of its own in each of its texts."""
    task_id = rows.task(store, "Hérisson", notes="Le blaireau")
    delegation_id = rows.delegation(store, task_id)
    rows.insert(store, "context_item", sha256="s1", text="Une loutre")
    store.execute(
        "UPDATE brief SET objective = 'Belette', constraints = ?, done_when = ?, context = ?",
        ('["pas de «furet»"]', '["fouine vue"]', '[{"title": "Martre", "sha256": "s1", "origin": "note"}]'),
    )
    for version, text in ((1, "Premier renard"), (2, "Second lynx")):
        rows.insert(
            store, "result", task_id=task_id, delegation_id=delegation_id, version=version, text=text, created_at=NOW
        )
    rows.insert(store, "check_item", task_id=task_id, text="Compter les mulots", position=1)
    rows.insert(store, "tag", name="campagnol", created_at=NOW)
    rows.insert(store, "task_tag", task_id=task_id, tag_id=1)
    rows.insert(store, "attachment", task_id=task_id, name="musaraigne.pdf", sha256="x", bytes=1, created_at=NOW)
    rows.task(store, "Autre chose")
    return store


class TestTexts:
    @pytest.mark.parametrize(
        ("word", "where"),
        [
            *(("herisson", "title"), ("blaireau", "notes"), ("belette", "context"), ("furet", "context")),
            *(("fouine", "context"), ("martre", "context"), ("loutre", "context"), ("renard", "result")),
            *(("lynx", "result"), ("mulot", "checklist"), ("campa", "tags"), ("musaraigne", "files")),
        ],
    )
    def test_every_text_of_a_task_is_searched(self, texts: Store, word: str, where: str) -> None:
        (one,) = search.found(texts, word, today=TODAY)
        assert (one.task.title, one.where) == ("Hérisson", Where(where))
        assert one.snippet is not None
        ((start, end),) = one.snippet.ranges
        assert len(one.snippet.text[start:end]) == len(word)

    @pytest.mark.parametrize("text", ["herisson lynx", "blaireau loutre mulot", "renard campagnol belette"])
    def test_words_may_stand_in_different_texts(self, texts: Store, text: str) -> None:
        assert found(texts, text) == ["Hérisson"]

    @pytest.mark.parametrize(
        ("text", "there"),
        [
            *(("in:title herisson", True), ("in:title blaireau", False), ("in:notes blaireau", True)),
            *(("in:results lynx", True), ("in:results loutre", False), ("in:contexts loutre", True)),
            *(("in:notes mulot", True), ("in:reflections lynx", False), ("in:notes in:results lynx", True)),
            *(
                ("-in:results lynx", False),
                ("-in:title lynx", True),
                ("-in:title herisson", False),
            ),
        ],
    )
    def test_a_place_narrows_where_words_are_looked_for(self, texts: Store, text: str, there: bool) -> None:
        assert found(texts, text) == (["Hérisson"] if there else [])

    def test_the_text_shown_is_one_that_was_searched(self, texts: Store) -> None:
        texts.execute("UPDATE task SET title = 'lynx', notes = 'lynx' WHERE id = 1")
        for place, where in (("results", "result"), ("notes", "notes"), ("title", "title")):
            (one,) = search.found(texts, f"in:{place} lynx", today=TODAY)
            assert (one.where, one.title_ranges) == (Where(where), ((0, 4),))

    def test_a_place_says_nothing_where_no_words_are_asked_for(self, texts: Store) -> None:
        assert found(texts, "in:results is:inbox") == ["Autre chose", "Hérisson"]

    def test_the_index_follows_every_change(self, texts: Store) -> None:
        sound(texts)
        changes = {
            "UPDATE task SET title = 'Appeler', notes = 'contrat' WHERE id = 1": ("appeler contrat", "herisson"),
            "UPDATE result SET text = 'ours' WHERE version = 2": ("ours", "lynx"),
            "DELETE FROM result WHERE version = 1": ("ours", "renard"),
            "UPDATE brief SET objective = 'vison'": ("vison", "belette"),
            "UPDATE check_item SET text = 'chouettes'": ("chouette", "mulot"),
            "DELETE FROM check_item": ("vison", "chouette"),
            "UPDATE tag SET name = 'taupe'": ("taupe tag:taupe", "campagnol"),
            "DELETE FROM tag": ("vison", "taupe"),
            "DELETE FROM attachment": ("vison -is:attached", "musaraigne"),
            "UPDATE task SET stage = 'done', done_at = '2026-10-14T08:00:00.000000Z'": ("ours is:done", "ours is:open"),
        }
        for statement, (now, no_more) in changes.items():
            texts.execute(statement)
            assert (found(texts, now), found(texts, no_more)) == (["Appeler"], []), statement
            sound(texts)

    def test_what_goes_with_a_task_goes_from_the_index(self, texts: Store) -> None:
        texts.execute("DELETE FROM delegation")
        texts.execute("DELETE FROM task WHERE id = 1")
        assert [found(texts, word) for word in ("herisson", "lynx", "loutre", "mulot", "campagnol")] == [[]] * 5
        sound(texts)
        assert texts.value("SELECT count(*) FROM task_text") == texts.value("SELECT count(*) FROM title_text") == 1

    def test_a_row_that_is_not_written_changes_nothing(self, texts: Store) -> None:
        texts.execute("INSERT OR IGNORE INTO task_tag (task_id, tag_id) VALUES (1, 1)")
        sound(texts)

    def test_ids_are_told_as_without_an_index(self, texts: Store) -> None:
        assert rows.insert(texts, "check_item", task_id=1, text="a", position=2) == 2
        assert rows.task(texts) == 3

    def test_the_newest_brief_counts(self, texts: Store) -> None:
        rows.insert(texts, "brief", task_id=1, version=2, objective="Marmotte", created_at=NOW)
        assert (found(texts, "marmotte"), found(texts, "belette")) == (["Hérisson"], [])
        sound(texts)


class TestHighlights:
    def test_titles_are_marked_in_the_original_accents_aside(self, store: Store) -> None:
        rows.task(store, "Préparer l’été: E\u0301TE, etendre")
        (one,) = search.found(store, "ete prep", today=TODAY)
        title = one.task.title
        assert [title[start:end] for start, end in one.title_ranges] == ["Prép", "été", "E\u0301TE", "ete"]
        assert one.where is Where.TITLE
        assert one.snippet is not None and one.snippet.text == title

    def test_a_title_that_holds_some_of_it_is_marked_too_and_the_rest_shown(self, store: Store) -> None:
        rows.task(store, "Appeler Nora", notes=f"{'mot ' * 200}le devis\nsigné {'mot ' * 200}")
        (one,) = search.found(store, "nora devis", today=TODAY)
        assert (one.where, one.title_ranges) == (Where.NOTES, ((8, 12),))
        assert one.snippet is not None
        ((start, end),) = one.snippet.ranges
        assert one.snippet.text[start:end] == "devis"
        assert "devis signé" in one.snippet.text
        assert one.snippet.text[0] == one.snippet.text[-1] == "…"
        assert len(one.snippet.text) < 250

    def test_a_search_without_words_marks_nothing(self, store: Store) -> None:
        rows.task(store, "plan")
        (one,) = search.found(store, "is:open", today=TODAY)
        assert (one.where, one.title_ranges, one.snippet) == (None, (), None)


def moment(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour).astimezone()


@pytest.fixture
def several(store: Store) -> Store:
    """Tasks that differ in what they are."""
    ops, sales = rows.domain(store, "Opérations"), rows.domain(store, "Key accounts")
    nora, ana = rows.person(store, "Nora Martin"), rows.person(store, "Ana")
    editor = rows.specialist(store, "Editor", rows.provider(store))
    rows.insert(store, "tag", name="Urgent", created_at=NOW)
    rows.insert(store, "tag", name="été", created_at=NOW)
    made = {
        "ops": rows.task(store, "ops", domain_id=ops, level=1, priority=1, estimate_minutes=20),
        "sales": rows.task(store, "sales", domain_id=sales, level=3, due=YESTERDAY, person_id=ana),
        "today": rows.task(store, "today", due=moment(TODAY, 9), stage="planned"),
        "later": rows.task(store, "later", defer=TOMORROW, deadline=TODAY + timedelta(days=30), estimate_minutes=90),
        "chosen": rows.task(store, "chosen", chosen_on=TODAY, rrule="FREQ=DAILY", returned=1),
        "timed": rows.task(store, "timed", timer_since=NOW, priority=3, specialist_id=editor),
        "waiting": rows.task(store, "waiting", stage="delegated", person_id=nora),
        "review": rows.task(store, "review", stage="in_review", deadline=YESTERDAY),
        "done": rows.task(store, "done", stage="done", done_at=moment(YESTERDAY, 10), due=YESTERDAY, domain_id=ops),
    }
    rows.task(store, "part", parent_id=made["ops"])
    rows.task(store, "old", created_at=moment(date(2020, 2, 3), 9))
    rows.delegation(store, made["waiting"], person_id=nora)
    rows.insert(store, "dependency", task_id=made["later"], needs_id=made["timed"])
    rows.insert(store, "dependency", task_id=made["ops"], needs_id=made["done"])
    rows.insert(store, "task_tag", task_id=made["ops"], tag_id=1)
    rows.insert(store, "task_tag", task_id=made["sales"], tag_id=1)
    rows.insert(store, "task_tag", task_id=made["sales"], tag_id=2)
    rows.insert(store, "attachment", task_id=made["done"], name="a.pdf", sha256="x", bytes=1, created_at=NOW)
    return store


CONDITIONS = {
    "#operations": "ops done",
    "#Opérations is:open": "ops",
    "#key-accounts": "sales",
    "#key": "sales",
    '#"Key accounts" #opé': "ops sales done",
    "#nowhere": "",
    "!1": "ops",
    "!1 !3": "ops sales",
    "-!2": "ops sales",
    "-!1 -!2 -!3": "",
    "!1 -!1": "",
    "@nora": "waiting",
    '@"Nora Martin"': "waiting",
    "@ed": "timed",
    "@nora @ana": "sales waiting",
    "@martin": "",
    "tag:urgent": "ops sales",
    "tag:ete tag:urgent": "sales",
    "-tag:urgent !1": "",
    "p1": "ops",
    "p1 p3": "ops timed",
    "is:done": "done",
    "is:open -is:inbox": "today waiting review",
    "is:planned is:review": "today review",
    "is:delegated": "waiting",
    "is:waiting": "waiting",
    "is:overdue": "sales review",
    "is:today": "sales today chosen",
    "is:deferred": "later",
    "is:blocked": "later",
    "is:repeating": "chosen",
    "is:returned": "chosen",
    "is:part": "part",
    "parent:1": "part",
    "is:timed": "timed",
    "is:attached": "done",
    "is:chosen": "chosen",
    "due:yesterday": "sales done",
    "due:<today": "sales done",
    "due:<=today": "sales today done",
    "due:today": "today",
    "due:>=today": "today",
    'due:<"today 10am"': "sales today done",
    'due:<"today 8am"': "sales done",
    "due:..today is:open": "sales today",
    "due:any -due:today": "sales done",
    "due:none is:inbox -is:part -created:2020": "ops later chosen timed",
    "defer:tomorrow": "later",
    "deadline:>+2w": "later",
    "deadline:<+1y": "later review",
    "done:yesterday": "done",
    "done:today": "",
    "created:2020": "old",
    "created:2020-02": "old",
    "created:<2021": "old",
    "estimate:<30min": "ops",
    "estimate:>=1h": "later",
    "estimate:none !3": "sales",
    "-is:open": "done",
    "-is:overdue #key": "",
    "-due:<today #operations": "ops",
    "-@nora is:delegated": "",
    "ops is:open": "ops",
    "ops is:done": "",
    "o is:blocked": "",
    "l is:blocked": "later",
}


class TestConditions:
    @pytest.mark.parametrize(("text", "titles"), CONDITIONS.items(), ids=CONDITIONS.keys())
    def test_what_a_task_is_can_be_asked_for(self, several: Store, text: str, titles: str) -> None:
        assert sorted(found(several, text)) == sorted(titles.split())

    def test_conditions_follow_every_change(self, several: Store) -> None:
        several.execute("UPDATE task SET stage = 'dropped' WHERE title = 'timed'")
        assert found(several, "is:blocked") == []
        several.execute("UPDATE task SET domain_id = 2, level = 3, due = NULL WHERE title = 'ops'")
        assert found(several, "#key !3") == ["sales", "ops"]
        several.execute("DELETE FROM dependency")
        several.execute("DELETE FROM domain WHERE id = 2")
        assert found(several, "#key !3") == []
        sound(several)

    def test_a_day_ends_at_its_hour(self, several: Store) -> None:
        several.execute("INSERT INTO setting (key, value) VALUES ('day.rollover', '4')")
        rows.task(several, "night", due=moment(TOMORROW, 2))
        assert found(several, "due:today") == ["night", "today"]
        assert found(several, "due:tomorrow") == []

    @pytest.mark.parametrize("day", [date.min, date.max])
    def test_the_ends_of_the_calendar_break_nothing(self, several: Store, day: date) -> None:
        for asked in (f"due:<{day}", f"due:>{day}", f"due:{day}", f"done:..{day}", f"created:{day}.."):
            assert len(found(several, asked)) <= 12

    def test_dates_of_many_months_are_all_found(self, store: Store) -> None:
        for number in range(600):
            rows.task(store, str(number), due=date(1990 + number // 12, 1 + number % 12, 5))
        assert len(search.found(store, "due:>=2000-01-01", today=TODAY, limit=1000)) == 480
        assert len(search.found(store, "due:2001-02..2001-04", today=TODAY)) == 3


class TestReflections:
    def test_days_are_found_by_their_words(self, store: Store) -> None:
        for day, text in ((TODAY, "J’ai délégué l’écriture."), (YESTERDAY, "Rien écrit."), (TOMORROW, "Autre")):
            rows.insert(store, "reflection", day=day, text=text, updated_at=NOW)
        assert [one.day for one in search.days(store, "ecri")] == [TODAY, YESTERDAY]
        (one,) = search.days(store, "in:reflections delegue -rien")
        assert [one.snippet.text[start:end] for start, end in one.snippet.ranges] == ["délégué"]
        for text in ("ecri is:open", "in:notes ecri", "-in:reflections ecri", "", "-ecri", "#ops"):
            assert search.days(store, text) == []
        store.execute("UPDATE reflection SET text = 'Changé' WHERE day = ?", (TODAY.isoformat(),))
        store.execute("DELETE FROM reflection WHERE day = ?", (YESTERDAY.isoformat(),))
        assert search.days(store, "ecri") == []
        assert [one.day for one in search.days(store, '"change"')] == [TODAY]
        sound(store)


@pytest.fixture(scope="module")
def some_tasks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(tmp_path_factory.mktemp("search"))
    rows.task(opened, "Relancer Nora, ½ price ² — «devis» l’équipe 日本語 ǆ ⅷ")
    yield opened
    opened.close()


_SIGNS = st.sampled_from(
    [
        '"',
        "*",
        "(",
        ")",
        "{",
        "}",
        ":",
        "^",
        "+",
        "-",
        "AND ",
        "NOT ",
        "NEAR(",
        "marks:",
        "due:<",
        "is:",
        "#",
        "@",
        "a",
        "\0",
    ]
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=30) | st.lists(_SIGNS, max_size=12).map("".join))
def test_no_text_breaks_the_search(some_tasks: Store, text: str) -> None:
    assert len(found(some_tasks, text)) <= 1
    assert search.days(some_tasks, text) == []


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(st.characters(max_codepoint=0x24F, exclude_categories=("Cs", "Cc")), min_size=1, max_size=25))
def test_a_title_is_found_by_each_of_its_words_and_marked(some_tasks: Store, title: str) -> None:
    with some_tasks.writing():
        task_id = rows.task(some_tasks, title)
    try:
        for word in TOKEN.findall(title):
            ones = [one for one in search.found(some_tasks, f'"{word}"', today=TODAY) if one.task.id == task_id]
            assert len(ones) == 1
            assert ones[0].where is Where.TITLE
            assert ones[0].title_ranges
    finally:
        some_tasks.execute("DELETE FROM task WHERE id = ?", (task_id,))


def test_a_number_no_row_can_have_is_said(store: Store) -> None:
    with pytest.raises(UsageError, match="too large"):
        tasks.get(store, TaskId(1 << 63))


def test_the_moment_of_asking_is_this_one_where_none_is_said(store: Store) -> None:
    today = datetime.now(UTC).astimezone().date()
    rows.task(store, "plan", due=today)
    assert [one.task.title for one in search.found(store, "due:today", today=today)] == ["plan"]


class TestMarksOfDates:
    @pytest.mark.parametrize(
        ("first", "last", "marks"),
        [
            (date(2026, 11, 26), date(2026, 11, 27), "d20261126 d20261127"),
            (date(2026, 11, 29), date(2027, 1, 2), "d20261129 d20261130 m202612 d20270101 d20270102"),
            (date(2024, 1, 1), date(2025, 12, 31), "y2024 y2025"),
            (date(2024, 2, 1), date(2024, 2, 29), "m202402"),
            (date(1950, 3, 5), date(1960, 1, 1), "y1970"),
            (None, date(1970, 2, 1), "y1970"),
            (date(2100, 6, 1), None, "y2100"),
            (date(2500, 6, 1), date(2600, 1, 1), "y2100"),
        ],
    )
    def test_a_span_is_made_of_the_fewest(self, first: date | None, last: date | None, marks: str) -> None:
        noon_to_noon = [
            None if day is None else datetime(day.year, day.month, day.day, 12, tzinfo=UTC) for day in (first, last)
        ]
        found = search_dates.marks("", noon_to_noon[0], noon_to_noon[1], 0)
        assert " ".join(found) == marks

    @pytest.mark.parametrize("asked", ["<", "<=", ">", ">=", ""])
    @pytest.mark.parametrize(
        "day", ["1066-10-14", "1970-01-01", "1999-12-31", "2026-10-14", "2100-12-31", "2999-01-01"]
    )
    def test_no_date_falls_between_the_marks(self, store: Store, asked: str, day: str) -> None:
        days = {date.fromisoformat(day) + timedelta(days=n) for n in (-400, -31, -1, 0, 1, 31, 400)}
        days |= {date(1, 1, 1), date(1500, 1, 1), date(2025, 5, 5), date(3000, 1, 1), date(9999, 12, 31)}
        for one in days:
            rows.task(store, one.isoformat(), due=one)
        compare = {"<": date.__lt__, "<=": date.__le__, ">": date.__gt__, ">=": date.__ge__, "": date.__eq__}[asked]
        expected = {one.isoformat() for one in days if compare(one, date.fromisoformat(day))}
        assert set(found(store, f"due:{asked}{day}")) == expected
