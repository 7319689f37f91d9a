"""Corrections are followed after a few that agree, in their domain, and no further than they reach."""

from __future__ import annotations

from collections import Counter

import pytest

from orchestrator_desktop.domain.suggesting import ENOUGH_ELSEWHERE, ENOUGH_HERE, Lessons, learn, suggest


class Taught:
    """The counts as the store keeps them: a table of words and levels for each domain."""

    def __init__(self) -> None:
        self.domains: dict[str, Counter[tuple[str, int]]] = {}

    def teach(self, domain: str, level: int, *titles: str) -> Taught:
        for title in titles:
            self.domains.setdefault(domain, Counter()).update(learn(title, level))
        return self

    def about(self, domain: str) -> Lessons:
        return Lessons(self.domains.get(domain, Counter()), sum(self.domains.values(), Counter()))

    def level(self, title: str, domain: str = "Marketing") -> int | None:
        found = suggest(title, domain=domain, counts=self.about(domain))
        return found and found.level


MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet")
NEWSLETTERS = tuple(f"Rédiger la newsletter de {month}" for month in MONTHS)


def test_what_is_counted() -> None:
    assert learn("Rédiger les newsletters d'été pour Léa, n° 12", 1) == (
        ("*", 1), ("~making", 1), ("redige", 1), ("newsle", 1), ("ete", 1), ("lea", 1),
    )  # fmt: skip
    assert learn("Courses", 2) == (("*", 2), ("course", 2))
    assert learn("", 3) == (("*", 3),)


def test_a_few_corrections_that_agree_are_followed() -> None:
    taught = Taught()
    for number, title in enumerate(NEWSLETTERS):
        expected = 1 if number >= ENOUGH_HERE else 2
        assert taught.level(title) == expected, number
        taught.teach("Marketing", 1, title)
    found = suggest("Rédiger la newsletter d'août", domain="Marketing", counts=taught.about("Marketing"))
    assert found is not None
    assert (found.level, found.learned) == (1, True)
    assert found.reason == "as you chose for similar tasks in {domain}"
    assert found.text == "as you chose for similar tasks in Marketing"


def test_a_title_that_no_rule_knows_is_learnt() -> None:
    taught = Taught().teach("Maison", 3, "Courses du samedi", "Courses du mardi", "Courses du jeudi")
    assert taught.level("Courses du dimanche", "Maison") == 3
    assert taught.level("Poubelles", "Maison") is None


def test_a_subject_that_is_corrected_again_and_again_is_followed_for_other_words() -> None:
    taught = Taught().teach("Marketing", 1, "Rédiger le mot du mois", "Écrire la page d'aide", "Draft the welcome text")
    assert taught.level("Écrire la bio du site") == 1
    assert taught.level("Analyser les ventes") == 2


def test_corrections_that_disagree_leave_the_rule() -> None:
    taught = Taught().teach("Marketing", 1, *NEWSLETTERS[:3]).teach("Marketing", 2, *NEWSLETTERS[3:6])
    assert taught.level(NEWSLETTERS[6]) == 2


def test_a_change_of_mind_is_followed_once_it_outweighs() -> None:
    taught = Taught().teach("Marketing", 1, *NEWSLETTERS[:3])
    assert taught.level(NEWSLETTERS[6]) == 1
    taught.teach("Marketing", 3, *NEWSLETTERS, *NEWSLETTERS)
    assert taught.level(NEWSLETTERS[6]) == 3


def test_a_rule_that_is_confirmed_keeps_its_reason() -> None:
    taught = Taught().teach("Marketing", 2, *NEWSLETTERS)
    found = suggest(NEWSLETTERS[0], domain="Marketing", counts=taught.about("Marketing"))
    assert found is not None
    assert (found.text, found.learned) == ("a draft to judge", False)
    assert found.confidence > 0.9


def test_what_was_taught_in_one_domain_stays_there_until_it_is_plain() -> None:
    taught = Taught().teach("Marketing", 1, *NEWSLETTERS[: ENOUGH_ELSEWHERE - 1])
    assert taught.level(NEWSLETTERS[6], "Ventes") == 2
    taught.teach("Produit", 1, NEWSLETTERS[5])
    found = suggest(NEWSLETTERS[6], domain="Ventes", counts=taught.about("Ventes"))
    assert found is not None
    assert (found.level, found.text) == (1, "as you chose for similar tasks")


def test_the_domain_goes_before_the_others() -> None:
    taught = Taught().teach("Produit", 1, *NEWSLETTERS, *NEWSLETTERS).teach("Ventes", 3, *NEWSLETTERS[:3])
    assert taught.level(NEWSLETTERS[6], "Ventes") == 3


def test_one_shared_word_is_not_alike() -> None:
    taught = Taught().teach("Ventes", 1, *(f"Trier les fiches client de {month}" for month in MONTHS))
    assert taught.level("Petit cadeau surprise client fidèle", "Ventes") is None


@pytest.mark.parametrize("title", ["Négocier l'offre client", "Appeler le client", "Signer l'offre client"])
def test_what_people_judge_is_not_handed_over_by_likeness(title: str) -> None:
    """Only where that very kind of task was."""
    taught = Taught().teach("Ventes", 1, *["Trier l'offre client"] * 20)
    assert taught.level(title, "Ventes") == 3
    taught.teach("Ventes", 2, *[title] * ENOUGH_HERE)
    assert taught.level(title, "Ventes") in (1, 2)


def test_without_a_domain_all_count() -> None:
    taught = Taught().teach("Marketing", 1, *NEWSLETTERS)
    found = suggest(NEWSLETTERS[0], counts=Lessons(everywhere=taught.about("x").everywhere))
    assert found is not None
    assert (found.level, found.text) == (1, "as you chose for similar tasks")


def test_forgotten_it_is_as_before() -> None:
    taught = Taught().teach("Marketing", 1, *NEWSLETTERS)
    assert taught.level(NEWSLETTERS[0]) == 1
    taught.domains.clear()
    assert taught.level(NEWSLETTERS[0]) == 2
    taught.teach("Marketing", 1, *NEWSLETTERS)
    zeros = Lessons(dict.fromkeys(taught.domains["Marketing"], 0))
    found = suggest(NEWSLETTERS[0], domain="Marketing", counts=zeros)
    assert found is not None
    assert not found.learned


def test_the_order_of_lessons_does_not_count() -> None:
    one = Taught().teach("M", 1, *NEWSLETTERS[:4]).teach("M", 2, *NEWSLETTERS[4:])
    other = Taught().teach("M", 2, *reversed(NEWSLETTERS[4:])).teach("M", 1, *reversed(NEWSLETTERS[:4]))
    for title in (*NEWSLETTERS, "Trier", "Courses"):
        assert suggest(title, domain="M", counts=one.about("M")) == suggest(title, domain="M", counts=other.about("M"))
