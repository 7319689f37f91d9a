"""The words by which tasks are told apart, folded, in French and English; * stands for any ending of a word.

To teach it a phrase, add it to its list, and a title to tests/domain/suggesting/titles_*.tsv; then add what it
must not be confused with to `NEUTRAL`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from orchestrator_desktop.domain.capture.words import words
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP


class Role(Enum):
    """What the words of a kind decide."""

    HUMAN = "human"
    """Level 3, even where other kinds are named before."""
    MATERIAL = "material"
    """Level 3 too, but work for it can be handed over: preparing, summing up."""
    ROUTINE = "routine"
    """Level 1."""
    DRAFT = "draft"
    """Level 2."""
    LETTER = "letter"
    """Level 2 too, but what is answered may make it more: a letter is no work beside the matter, it is the matter."""
    VESSEL = "vessel"
    """Level 2 by itself; what is written or made tells more (« rédiger un résumé »)."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of task: its name in the counts, the reason that is shown, and its words."""

    name: str
    role: Role
    reason: str
    phrases: str

    @property
    def level(self) -> int:
        return {Role.HUMAN: 3, Role.MATERIAL: 3, Role.ROUTINE: 1}.get(self.role, 2)


DRAFT: Final = QT_TRANSLATE_NOOP("suggestions", "a draft to judge")
LEARNED_HERE: Final = QT_TRANSLATE_NOOP("suggestions", "as you chose for similar tasks in {domain}")
LEARNED: Final = QT_TRANSLATE_NOOP("suggestions", "as you chose for similar tasks")

# The gravest first.
SUBJECTS: Final = (
    Subject(
        "people",
        Role.MATERIAL,
        QT_TRANSLATE_NOOP("suggestions", "a decision about people"),
        r"""
        hire, hires, hiring, recruit, recruits, recruiting, recruitment, fire (him|her|them|someone|somebody),
        dismiss (him|her|them), dismissal, lay off, layoff*, redundanc*, make redundant, let go of,
        promote (him|her|them), promote \w+ to, promotion (of|for), salary, salaries, pay rise*, pay raise*,
        a raise, raise for, raise request*, compensation package*, bonus for, bonuses, performance review*,
        annual review*, appraisal*, candidat*, job offer*, headcount, disciplinary, grievance,
        performance improvement plan, reorganise the team, reorganize the team, sick leave, parental leave,
        embauch*, recruter, recrutement*, recrute, licenci*, congedier, rupture conventionnelle, virer (quelqu un|
        le|la|un|une) (stagiaire|commercial|commerciale|directeur|directrice|prestataire|employe|employee|
        collaborateur|salarie|alternant|consultant), virer quelqu un, promouvoir, promotion (de|interne), salaire*,
        augmentation (de salaire|salariale|individuelle), demande d augmentation,
        prime (de|annuelle|exceptionnelle),
        entretien* (annuel*|d evaluation|d embauche|professionnel*|de recadrage|individuel*), recadrer, recadrage,
        sanction*, periode d essai, fin de contrat, plan social, mutation de, demission*, resignation of,
        my resignation, resign from, quit my job, hand in my notice, entretiens de (stage|recrutement|selection),
        reorganiser l equipe, interview (with )?(the )?candidate*, who leads, qui dirige, leave request*, conges de,
        approuver les conges
        """,
    ),
    Subject(
        "stakes",
        Role.MATERIAL,
        QT_TRANSLATE_NOOP("suggestions", "high stakes"),
        r"""
        lawyer*, solicitor, attorney, legal, lawsuit, litigation, legal dispute, in court, court hearing,
        cease and desist, tax audit, crisis, data breach, security incident, doctor*, physician, hospital, surgery,
        surgeon, diagnosis, medical, therapist, health (issue|check|results|insurance|problem), biopsy,
        scan results, last will, my will, board meeting, investor*, due diligence, raise funds, fundraising,
        raise (a )?(seed|series a), acquisition, merger, press statement, whistleblow*, safety report, avocat*,
        juridique*, notaire, proces contre, litige*, contentieux, mise en demeure, tribunal, prud hommes, plainte,
        controle fiscal, redressement fiscal, crise, fuite de donnees, incident de securite, medecin*, docteur,
        hopital, chirurg*, diagnostic medical, medical*, medicaux, sante, psychologue, psy, arret maladie,
        resultats d analyse, analyses de sang, ordonnance, testament, succession, divorce, conseil d administration,
        investisseur*, actionnaires, levee de fonds, lever des fonds, fusion avec, rachat de, communique de crise,
        lanceur d alerte
        """,
    ),
    Subject(
        "commitment",
        Role.MATERIAL,
        QT_TRANSLATE_NOOP("suggestions", "a commitment that binds you"),
        r"""
        sign, signing, sign off, countersign, signature (of|du|de|des), signer, resign the lease, negotiat*,
        negoci*, approve, approval, budget approval, approuver, approbation, valider (le|la|l|les|un|une|ce|cette|
        notre) (budget|devis|contrat|offre|commande|achat|avenant|facture|investissement|depense|accord|prix),
        valider budget, validation (du budget|des depenses|du contrat|du devis),
        (accept|decline|refuse|reject|turn down) (the |their |this |an )?(\w+ )?(offer|proposal|deal|bid|counteroffer),
        (accepter|refuser|decliner|rejeter) (l|la|le|une|un|cette|leur) (offre|proposition|contre proposition|marche),
        commit to, s engager, engager (des fonds|le budget|une depense), term sheet, mortgage, hypotheque,
        take out a loan, emprunt, terminate (the |our )?(\w+ )?(contract|agreement), resilier, resiliation,
        invest in, investir, buy the (house|flat|apartment|company), acheter (la maison|l appartement),
        renew the (contract|lease), renouveler le (contrat|bail)
        """,
    ),
    Subject(
        "apology",
        Role.HUMAN,
        QT_TRANSLATE_NOOP("suggestions", "a relationship"),
        r"""
        apolog*, say sorry, excuses, s excuser, condolence*, condoleance*, sympathy card, birthday card,
        get well card, carte d anniversaire, carte de voeux, congratulat*, felicit*, thank, thanking,
        thank you (note|card|letter), remercier, remerciement*, break the news, annoncer (a|au|aux) \w+, comfort,
        console, consoler, reassure, rassurer, mot d adieu, farewell note, voeux, love letter, wedding speech,
        eulogy, eloge funebre, discours de mariage, lettre de soutien, make up with, se reconcilier
        """,
    ),
    Subject(
        "direction",
        Role.MATERIAL,
        QT_TRANSLATE_NOOP("suggestions", "a direction to set"),
        r"""
        decide, deciding, decision on, decision about, make a decision, choose between, choose the, choose our,
        choose a, choose new, go no go, pivot, vision, mission statement,
        our (values|mission|culture|purpose|strategy), company (values|culture), team culture, strategy, strategic,
        set the direction, set (our|the|my|annual|yearly) (goals|priorities|objectives), okr, okrs, who we are,
        decider, decide de, decision (sur|a prendre|concernant), prendre une decision, trancher, arbitrer,
        arbitrage*, choisir (entre|le|la|les|l|un|une|notre|nos|mon|ma), strategie*, strategique*, raison d etre,
        nos valeurs, valeurs de (l entreprise|l equipe|la marque|la boite|la societe), culture d entreprise,
        brand values, team values, fixer (les|nos|mes|le) (objectifs|priorites|cap),
        definir (les|nos|mes) (objectifs|priorites|valeurs), feuille de route de l entreprise, donner le cap,
        cap pour
        """,
    ),
    Subject(
        "conversation",
        Role.MATERIAL,
        QT_TRANSLATE_NOOP("suggestions", "a relationship"),
        r"""
        feedback (to|talk|conversation|session|with), give \w+ feedback, difficult conversation*,
        hard conversation*, conversation (with|difficile|avec), talk to, talk with, speak to, speak with, call,
        phone, meet, meet with, meeting with, lunch with, dinner with, coffee with, breakfast with, drinks with,
        one on one*, 1on1, mentor, mentoring, coach, coaching,
        train the (team|staff|interns|new hires|trainees|sales team), mediate, resolve the conflict,
        conflict between, visit, feedback a, faire un retour (a|au), faire un feedback, donner du feedback,
        conversation delicate, discuter avec, parler (a|avec|au|aux), echanger avec, appeler, telephoner, rappeler,
        rencontrer, rendez vous avec, rdv avec, dejeuner avec, diner avec, cafe avec, boire un verre, tete a tete,
        point (individuel|hebdo)? ?avec, entretien avec, former (l equipe|les equipes|les nouveaux|le stagiaire),
        accompagner, encourager, motiver l equipe, resoudre le conflit, conflit entre, mediation, convaincre,
        convince, persuade, ecouter, rendre visite
        """,
    ),
    Subject(
        "translation",
        Role.ROUTINE,
        QT_TRANSLATE_NOOP("suggestions", "a text to translate"),
        r"""
        translat*, tradui*, traduction*, localise, localize, subtitle, subtitles, sous titrer, sous titres
        """,
    ),
    Subject(
        "summary",
        Role.ROUTINE,
        QT_TRANSLATE_NOOP("suggestions", "a summary to draft"),
        r"""
        summar*, sum up, recap, recaps, recapitul*, tl dr, tldr, minutes of, meeting notes, meeting minutes,
        abstract, executive summary, condense, digest of, key points, takeaways, resumer,
        resume (de|du|des|d|la|le|les|l|ce|cette), synthese, synthetis*, compte rendu*, cr de reunion,
        notes de reunion, points cles, proces verbal, fiche de lecture
        """,
    ),
    Subject(
        "recording",
        Role.ROUTINE,
        QT_TRANSLATE_NOOP("suggestions", "a recording to write out"),
        r"""
        transcri*, retranscri*, dictation, type up, taper (les|la|le) \w+, mettre au propre
        """,
    ),
    Subject(
        "data",
        Role.ROUTINE,
        QT_TRANSLATE_NOOP("suggestions", "data to sort"),
        r"""
        sort, sorting, sort out the (data|list|contacts|files), clean (up )?(the |our |this )?(data|dataset|crm|csv|
        list|database|spreadsheet|contacts|export|mailing list|sheet), data cleaning, cleanup, dedup*, duplicates,
        merge (the )?(csv|files|lists|sheets|spreadsheets), format, formatting, reformat, extract, extracts,
        extracting, extraction, scrape, convert, conversion of, data entry, rename, tag the, label the, labelling,
        categoris*, categoriz*, classify, csv, spreadsheet, fill in the (sheet|table|spreadsheet), reconcile,
        list all, list the, list of, inventory, look up the, collect the (figures|numbers|data|addresses|emails),
        anonymi*, alphabetical, trier, tri (de|des|du), classer, classement (de|des|du),
        nettoyer (les|le|la|l) (donnees|fichier|fichiers|base|liste|export|tableau|contacts|crm),
        nettoyage (de|des|du), dedoublonn*, doublons, fusionner les (fichiers|listes|csv|tableaux), mettre en forme,
        mise en forme, mettre en page, mise en page, formater, reformater, extraire, convertir, saisir, saisie,
        importer, mise a jour du (fichier|tableau), renommer, etiqueter, categoriser, classifier, recenser, lister,
        liste (de|des|du), inventaire, tableur, remplir le (tableau|tableur|fichier), pointer les,
        rapprochement bancaire, completer le tableau, collecter les (chiffres|donnees|adresses), anonymiser,
        anonymisation, fichier excel, tableau excel
        """,
    ),
    Subject(
        "comparison",
        Role.ROUTINE,
        QT_TRANSLATE_NOOP("suggestions", "a comparison to draw up"),
        r"""
        compare, comparison, comparisons, comparison table, comparing, pros and cons, comparer, comparatif*,
        comparaison, tableau de comparaison, avantages et inconvenients
        """,
    ),
    Subject(
        "research",
        Role.ROUTINE,
        QT_TRANSLATE_NOOP("suggestions", "facts to gather"),
        r"""
        research, look up, look for sources, find sources,
        find (papers|articles|studies|statistics|figures|references), literature review, state of the art,
        benchmark, gather (information|facts|sources|data), rechercher,
        recherche (sur|de|des|du|documentaire|bibliographique),
        chercher (des|les) (sources|chiffres|etudes|references|statistiques|articles|exemples),
        trouver (des|les) (sources|chiffres|etudes|statistiques), veille, etat de l art, revue de presse,
        revue de litterature, se documenter
        """,
    ),
    Subject(
        "code",
        Role.ROUTINE,
        QT_TRANSLATE_NOOP("suggestions", "a routine piece of code"),
        r"""
        unit test*, write tests, add tests, test coverage, refactor*, lint, linter,
        (fix|fixing) (the )?(typo|typos|lint|failing test*|warnings|build|imports), bump,
        upgrade (the )?(dependenc*|packages|library), update (the )?dependenc*, docstring*, boilerplate, regex,
        sql query, shell script, python script, migration script, script (to|that|pour|qui), changelog,
        release notes, code comments, ci pipeline, tests unitaires, ecrire (des|les) tests,
        mettre a jour les dependances, requete sql, corriger (les|la|une) (faute* de frappe|coquille*),
        notes de version
        """,
    ),
    Subject(
        "routine",
        Role.ROUTINE,
        QT_TRANSLATE_NOOP("suggestions", "a routine first draft"),
        r"""
        alt text*, meta description*, product description*, hashtags, subject lines, proofread, spell check,
        spelling, glossary, captions, boilerplate text, placeholder text, textes alternatifs, balises,
        meta descriptions, fiches produit*, descriptions? (de|des) produits?, objets de mail*,
        corriger (les|l) (fautes|orthographe), fautes d orthographe, orthographe, glossaire, legendes des photos,
        relecture orthographique
        """,
    ),
    Subject(
        "making",
        Role.VESSEL,
        DRAFT,
        r"""
        write, writing, draft, drafting, rough draft, first draft, outline, prepare, preparing, prep, compose,
        create, produce, redig*, redaction, ecrire, prepar*, ebauch*, brouillon*, premier jet, trame, canevas
        """,
    ),
    Subject(
        "letter",
        Role.LETTER,
        DRAFT,
        r"""
        reply, replies, respond, answer, email, emails, email to, follow up with, letter to, repondre, reponse a,
        mail a, mail au, mail aux, courriel, courrier, lettre*, relancer, relance
        """,
    ),
    Subject(
        "draft",
        Role.DRAFT,
        DRAFT,
        r"""
        plan, plans, planning, planner, campaign*, analys*, analyz*, audit, design, redesign, propose, proposal*,
        presentation*, slides, slide deck, deck, pitch, article*, blog, blog post*, newsletter*, post for, posts,
        linkedin post*, landing page*, brief, report, reports, business case, brainstorm*, ideas, improve, optimis*,
        optimiz*, rewrite, rephrase, review, evaluate, assess, estimate, forecast, roadmap, case study, user stor*,
        spec, specs, specification*, white paper, press release*, survey, questionnaire, quote for,
        invoice template, job description*, job posting, job ad, faq, agenda, schedule the, storyboard, persona*,
        mock up*, mockup*, prototype*, seo, content calendar, editorial calendar, tutorial, documentation,
        user guide, planifier, plan de, plan d, campagne*, auditer, concevoir, conception, proposer, proposition*,
        diapos, diaporama, billet, infolettre, publication*, page d accueil, page de vente, rapport*, etude*, idees,
        remue meninges, ameliorer, reecrire, reformuler, revoir, relire, relecture, evaluer, chiffrer, chiffrage,
        devis, prevision*, feuille de route, etude de cas, cahier des charges, livre blanc, communique de presse,
        sondage, enquete, offre commerciale, fiche de poste, offre d emploi, ordre du jour,
        programme (du|de la|de l), scenario, maquette*, calendrier editorial, tutoriel, guide, mode d emploi,
        argumentaire, discours, script video, note de cadrage
        """,
    ),
)

NEUTRAL: Final = r"""
    call (for|to) (papers|proposals|bids|tenders|action|speakers), call center, call centre, call log,
    cold call list, appel d offres, appels d offres, appel a (projets|candidatures), virement*,
    fire (drill|alarm|extinguisher), firewall, train (ticket|tickets|station), billets? de train, missing values,
    valeurs manquantes, valeurs (du|des|de la colonne),
    (content|seo|social media|email|marketing|media|pricing) strategy,
    strategie (de contenu|seo|marketing|social media|editoriale), signature (de|du|des) mails?, email signature,
    signature mail, promotion (of|for) (the )?(spring|summer|autumn|winter|new|product|book|launch|event|
    black friday|christmas|easter),
    promotion (de noel|de printemps|d ete|d hiver|de rentree|de paques|du produit|de la gamme|des ventes),
    television, supervision, computer vision, vision par ordinateur,
    augmentation (de capital|du trafic|des ventes|des prix), resume (work|the work|service), signs?post*,
    sign (up|in), board games?, meet (the )?deadlines?, meeting room, visit card, carte de visite, cartes de visite,
    visite guidee, site visit*, phone (case|number|numbers|charger), numeros? de telephone, call recording*,
    call notes, call transcript*, legal (pages?|notice), mentions legales, data structure, sort of, informal,
    format a, color format, (book|article|podcast|talk|course|conference|lecture|film) (on|about) \w+,
    (livre|podcast|cours|film) sur (la |le |les |l )?\w+
    """
"""Words that are none of a subject's, though they hold one: passed over."""

NEGATIONS: Final = frozenset(
    words(
        """
    not no never without don t dont cannot stop avoid ne pas sans jamais plus eviter aucun aucune ni
    """
    )
)
"""A subject's words within three words after one of these do not count."""

STOP_WORDS: Final = frozenset(
    words(
        """
    a an and are as at be by do for from has have if in into is it its me my new not of off on or our out over so
    than that the their them then there these they this those to up us was we were what when which who will with you
    your about after all also any before but can could get how i just more no one other some very via per vs au aux
    avec ce ces cet cette chez comme dans de des du elle elles en est et etre eu fait faire ici il ils je la le les
    leur leurs lui ma mais mes moi mon ne nos notre nous ou par pas plus pour que qui sa sans se ses si son sont
    sous sur ta te tes ton tous tout toute toutes tres tu un une vers vos votre vous y d l s t m n j c qu
    """
    )
)
"""Words of both languages that say nothing about a task."""
