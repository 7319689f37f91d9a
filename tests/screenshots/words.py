"""What stands on the desk of the pictures, in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One language's desk."""

    domains: tuple[str, ...]
    inbox: tuple[tuple[str, int, int | None, int], ...]
    """(title, level, days until due, domain)"""
    objective: str
    context: tuple[tuple[str, str], ...]
    constraints: tuple[str, ...]
    done_when: tuple[str, ...]
    past: tuple[str, ...]
    executed: tuple[tuple[str, int, int], ...]
    orchestrated: tuple[tuple[str, int], ...]
    people: tuple[tuple[str, str], ...]
    waiting: tuple[tuple[str, str], ...]
    reviews: tuple[str, ...]
    out: tuple[str, str, str, str, str]
    """running, queued, failed, offline, running on this computer"""
    result: str
    revised: str
    comment: str
    live: str
    reflection: str
    capture: str


_EN = Words(
    domains=("Marketing", "Product", "Finance", "Customers", "Hiring"),
    inbox=(
        ("Sort the 38 September support tickets by theme", 1, 0, 3),
        ("Translate the 3.2 release notes into French and German", 1, 2, 1),
        ("Transcribe and summarise Friday’s call with Meridian", 1, 3, 3),
        ("Rewrite the onboarding emails for trial users", 2, 0, 0),
        ("Compare our pricing page with three competitors", 2, 1, 1),
        ("Prepare the talk outline for the Lyon field-ops meetup", 2, 6, 0),
        ("First answer to the Arbor procurement questionnaire", 2, 7, 2),
        ("Decide whether the free plan keeps exports", 3, 0, 1),
        ("Tell the Nantes team about the roadmap cut", 3, 1, 1),
        ("Choose between the two brand designers", 3, 3, 4),
    ),
    objective="Rewrite the four onboarding emails so that a trial user invites one teammate before day 7. Keep the "
    "order and the sender.",
    context=(
        ("Trial funnel, September", "Of 412 trials, 96 invited a teammate, most of them on day 2 or day 3. "),
        ("Tone of voice", "We write short sentences, as Claire Aubert and Tom Levy do, and never hurry anybody. "),
        ("Current emails", "Welcome to Tideline. Questions? Write to claire@tideline.example. "),
    ),
    constraints=("No discount", "No urgency words", "Plain English"),
    done_when=(
        "Each email asks for one action only",
        "The teammate invite appears by email 2",
        "Every claim comes from the context",
        "Under 120 words",
    ),
    past=(
        "Weekly figures",
        "Blog comments",
        "Minutes of the product committee",
        "Release notes",
        "Answer to a prospect",
    ),
    executed=(
        ("Decision on the free export", 3, 30),
        ("Lyon fair budget", 2, 55),
        ("Answers to the blog comments", 1, 25),
    ),
    orchestrated=(("38 tickets sorted by theme", 1), ("Launch email, version 2", 2), ("Release notes translated", 1)),
    people=(("Pricing page mock-up", "Tom"), ("Legal review, Arbor", "Karim")),
    waiting=(("Testimonial from Meridian", "Inès"), ("Photos of the new depot", "Nora")),
    reviews=("Product committee minutes", "Launch email for Tideline 3.2"),
    out=(
        "Welcome sequence for new trials",
        "Translate the 3.2 release notes",
        "Compare our prices with three competitors",
        "Treasury note for Q4",
        "Sort the 38 September tickets by theme",
    ),
    result="""## Your Monday schedule, sent on Friday

Hi {first name},

Tideline 3.2 brings a range of exciting improvements to scheduling.

- **Draft week** copies what repeats and helps you spot what could be missing.
- **Absence check** shows who is away before you assign a task.
- **One link** gives each crew member easy access to the schedule.

In the pilot, nine crews out of twelve sent their schedule a day earlier, saving countless hours.

[Draft my next week](https://tideline.example/draft)

Or join our webinar on Thursday.

Claire, for the Tideline team
""",
    revised="""## Your Monday schedule, sent on Friday

Hi {first name},

Tideline 3.2 drafts next week’s schedule from this week’s, and you send it to your crew before you leave on Friday.

- **Draft week** copies what repeats and lists the three or four slots that still need a name.
- **Absence check** shows who is away before you assign a job.
- **One link** gives each crew member their own week, with no account to create.

In the pilot, nine crews out of twelve sent their schedule a day earlier.

[Draft my next week](https://tideline.example/draft)

Claire, for the Tideline team
""",
    comment="Drop the adjectives. One promise, one link, and say what happens on Friday.",
    live="""### Email 1 · Day 0

Subject: **Your first schedule in ten minutes**

Hello {first name},

Your Tideline space is ready. One thing to do today: import this week’s schedule. The spreadsheet you already use is
enough.

[Import my schedule](https://tideline.example/import)

### Email 2 · Day 2

Subject: **Who else reads this schedule?**

A schedule that one person reads is still a spreadsheet. Invite the one to whom you usually send it""",
    reflection="I did not rewrite the minutes: I read them, corrected two names and accepted them. The hardest part "
    "was saying what “done” meant. The fair’s budget stayed with me by habit, not by judgment.",
    capture="Draft launch email tomorrow 9am #marketing !2 @nora",
)

_FR = Words(
    domains=("Marketing", "Produit", "Finances", "Clients", "Recrutement"),
    inbox=(
        ("Classer les 38 tickets de septembre par thème", 1, 0, 3),
        ("Traduire les notes de version 3.2 en anglais et en allemand", 1, 2, 1),
        ("Transcrire et résumer l’appel de vendredi avec Meridian", 1, 3, 3),
        ("Réécrire les e-mails d’accueil des nouveaux essais", 2, 0, 0),
        ("Comparer notre page de tarifs à trois concurrents", 2, 1, 1),
        ("Préparer le plan de la conférence de Lyon", 2, 6, 0),
        ("Première réponse au questionnaire d’achat d’Arbor", 2, 7, 2),
        ("Décider si l’offre gratuite garde les exports", 3, 0, 1),
        ("Annoncer à l’équipe de Nantes la coupe du programme", 3, 1, 1),
        ("Choisir entre les deux graphistes", 3, 3, 4),
    ),
    objective="Réécrire les quatre e-mails d’accueil pour qu’un essai invite un collègue avant le septième jour. "
    "Garder l’ordre et l’expéditrice.",
    context=(
        ("Essais de septembre", "Sur 412 essais, 96 ont invité un collègue, la plupart le deuxième jour. "),
        ("Ton de la maison", "Phrases courtes, comme Claire Aubert et Tom Levy ; on ne presse personne. "),
        ("E-mails actuels", "Bienvenue chez Tideline. Une question ? Écrivez à claire@tideline.example. "),
    ),
    constraints=("Pas de remise", "Aucun mot d’urgence", "Français simple"),
    done_when=(
        "Chaque e-mail demande une seule action",
        "L’invitation arrive dès l’e-mail 2",
        "Chaque affirmation vient du contexte",
        "Moins de 120 mots",
    ),
    past=(
        "Chiffres de la semaine",
        "Commentaires du blog",
        "Compte rendu du comité",
        "Notes de version",
        "Réponse à un prospect",
    ),
    executed=(
        ("Décision sur l’export gratuit", 3, 30),
        ("Budget du salon de Lyon", 2, 55),
        ("Réponses aux commentaires du blog", 1, 25),
    ),
    orchestrated=(
        ("38 tickets triés par thème", 1),
        ("E-mail de lancement, version 2", 2),
        ("Notes de version traduites", 1),
    ),
    people=(("Maquette de la page tarifs", "Tom"), ("Relecture juridique, Arbor", "Karim")),
    waiting=(("Témoignage de Meridian", "Inès"), ("Photos du nouveau dépôt", "Nora")),
    reviews=("Compte rendu du comité produit", "E-mail de lancement de Tideline 3.2"),
    out=(
        "Séquence d’accueil pour les nouveaux essais",
        "Traduire les notes de version 3.2",
        "Comparer nos tarifs à ceux de trois concurrents",
        "Note de trésorerie du T4",
        "Classer les 38 tickets de septembre par thème",
    ),
    result="""## Votre planning du lundi, envoyé le vendredi

Bonjour {prénom},

Tideline 3.2 apporte toute une série d’améliorations passionnantes à la planification.

- **Semaine type** recopie ce qui se répète et vous aide à voir ce qui pourrait manquer.
- **Absences** montre qui est parti avant que vous ne confiiez une tâche.
- **Un seul lien** donne à chacun un accès facile au planning.

Pendant le pilote, neuf équipes sur douze ont envoyé leur planning un jour plus tôt, en gagnant des heures.

[Préparer ma semaine](https://tideline.example/semaine)

Claire, pour l’équipe Tideline
""",
    revised="""## Votre planning du lundi, envoyé le vendredi

Bonjour {prénom},

Tideline 3.2 prépare le planning de la semaine suivante à partir de celui-ci, et vous l’envoyez dès vendredi.

- **Semaine type** recopie ce qui se répète et liste les trois ou quatre places qui attendent un nom.
- **Absences** montre qui est parti avant que vous ne confiiez un poste.
- **Un seul lien** donne à chacun sa semaine, sans compte à créer.

Pendant le pilote, neuf équipes sur douze ont envoyé leur planning un jour plus tôt.

[Préparer ma semaine](https://tideline.example/semaine)

Claire, pour l’équipe Tideline
""",
    comment="Enlevez les adjectifs. Une promesse, un lien, et dites ce qui se passe le vendredi.",
    live="""### E-mail 1 · Jour 0

Objet : **Votre premier planning en dix minutes**

Bonjour {prénom},

Votre espace Tideline est prêt. Une seule chose à faire aujourd’hui : importer le planning de la semaine. Le tableur que
vous utilisez déjà suffit.

[Importer mon planning](https://tideline.example/import)

### E-mail 2 · Jour 2

Objet : **Qui d’autre lit ce planning ?**

Un planning lu par une seule personne reste un tableur. Invitez celle à qui vous l’envoyez d’habitude""",
    reflection="Je n’ai pas réécrit le compte rendu : je l’ai relu, j’ai corrigé deux noms, je l’ai accepté. Le plus "
    "difficile a été de dire ce que « terminé » voulait dire. Le budget du salon est resté chez moi par habitude, pas "
    "par jugement.",
    capture="Écrire l’e-mail de lancement demain 9h #marketing !2 @nora",
)

WORDS = {"en": _EN, "fr": _FR}
