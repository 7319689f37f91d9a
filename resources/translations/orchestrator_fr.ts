<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>Acts</name>
    <message>
        <source>Redone: %1</source>
        <translation>Rétabli&#xa0;: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Annulé&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>AddPane</name>
    <message>
        <source>That is not a key: it holds blanks or characters that no key has.</source>
        <translation>Ce n’est pas une clé&#xa0;: elle contient des espaces ou des caractères qu’aucune clé n’a.</translation>
    </message>
    <message>
        <source>It goes into the system keyring: never into the database, the logs or an export.</source>
        <translation>Elle va dans le trousseau du système&#xa0;: jamais dans la base, les journaux ni un export.</translation>
    </message>
    <message>
        <source>With a key of yours, your specialists can work at %1.</source>
        <translation>Avec votre clé, vos spécialistes peuvent travailler chez %1.</translation>
    </message>
    <message>
        <source>Add a local server</source>
        <translation>Ajouter un serveur local</translation>
    </message>
    <message>
        <source>Any server that speaks one of these dialects: of your company, or here.</source>
        <translation>Tout serveur qui parle l’un de ces dialectes&#xa0;: dans votre entreprise, ou ici.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Where to get a key</source>
        <translation>Où obtenir une clé</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Chercher encore</translation>
    </message>
    <message>
        <source>Save and test</source>
        <translation>Enregistrer et tester</translation>
    </message>
    <message>
        <source>Add a custom address</source>
        <translation>Ajouter une autre adresse</translation>
    </message>
    <message>
        <source>Add and test</source>
        <translation>Ajouter et tester</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>%1 is running here</source>
        <translation>%1 est lancé ici</translation>
    </message>
    <message>
        <source>Found on this computer at %1, with %2. It needs no key, and nothing leaves this computer.</source>
        <translation>Trouvé sur cet ordinateur à %1, avec %2. Sans clé, et rien ne quitte cet ordinateur.</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%Ln modèle</numerusform>
            <numerusform>%Ln modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for it on this computer…</source>
        <translation>Recherche sur cet ordinateur…</translation>
    </message>
    <message>
        <source>%1 is not running at its usual place. Start it, then look again, or correct the address.</source>
        <translation>%1 n’est pas lancé à son adresse habituelle. Démarrez-le, puis cherchez encore, ou corrigez l’adresse.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialecte</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>Le nom que vous lui donnez</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Collez la clé</translation>
    </message>
    <message>
        <source>Paste the key, if it needs one</source>
        <translation>Collez la clé, s’il en faut une</translation>
    </message>
    <message>
        <source>Can be chosen from its list afterwards</source>
        <translation>Se choisit ensuite dans sa liste</translation>
    </message>
</context>
<context>
    <name>AddressPart</name>
    <message>
        <source>On this computer: nothing leaves it.</source>
        <translation>Sur cet ordinateur&#xa0;: rien n’en sort.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>free</source>
        <translation>gratuit</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>moins de %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>environ %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 et %2</translation>
    </message>
    <message>
        <source>%1 replaced before sending</source>
        <translation>Remplacé avant l’envoi&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 replaced</source>
        <translation>Remplacé&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%Ln nom</numerusform>
            <numerusform>%Ln noms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%Ln adresse</numerusform>
            <numerusform>%Ln adresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phone number(s)</source>
        <translation>
            <numerusform>%Ln téléphone</numerusform>
            <numerusform>%Ln téléphones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account number(s)</source>
        <translation>
            <numerusform>%Ln compte</numerusform>
            <numerusform>%Ln comptes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card number(s)</source>
        <translation>
            <numerusform>%Ln carte</numerusform>
            <numerusform>%Ln cartes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%Ln clé</numerusform>
            <numerusform>%Ln clés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerSheet</name>
    <message>
        <source>What %1 answered</source>
        <translation>La réponse de %1</translation>
    </message>
    <message>
        <source>Paste or write it here</source>
        <translation>Collez-la ou écrivez-la ici</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Depuis un fichier…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Mettre en revue</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Jump to the end</source>
        <translation>Aller à la fin</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
</context>
<context>
    <name>AppearanceTab</name>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Continuer une fois la fenêtre fermée</translation>
    </message>
    <message>
        <source>An icon in the tray opens it again, and the quick-add line. Delegations go on.</source>
        <translation>Une icône de la zone de notification la rouvre, ainsi que l’ajout rapide. Les délégations continuent.</translation>
    </message>
    <message>
        <source>This desktop has no tray for an icon, so closing the window ends Orchestrator.</source>
        <translation>Ce bureau n’a pas de zone de notification&#xa0;: fermer la fenêtre quitte Orchestrator.</translation>
    </message>
</context>
<context>
    <name>Arranging</name>
    <message>
        <source>Empty the trash?</source>
        <translation>Vider la corbeille&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are removed for good, with their notes and results. It cannot be undone.</source>
        <translation>
            <numerusform>%Ln tâche disparaît, avec ses notes et ses résultats. C’est définitif.</numerusform>
            <numerusform>%Ln tâches disparaissent, avec leurs notes et leurs résultats. C’est définitif.</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Vider la corbeille</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>La corbeille est vide.</translation>
    </message>
</context>
<context>
    <name>AskBar</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>Asker</name>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>friday 9am</source>
        <translation>vendredi 9h</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Pas avant</translation>
    </message>
    <message>
        <source>monday, in 2 weeks</source>
        <translation>lundi, dans 2 semaines</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Date butoir</translation>
    </message>
    <message>
        <source>31 december</source>
        <translation>31 décembre</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domaine</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Réponse d’ici</translation>
    </message>
    <message>
        <source>friday, in 3 days</source>
        <translation>vendredi, dans 3 jours</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>phone, -office</source>
        <translation>téléphone, -bureau</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>1, 2, 3 or none</source>
        <translation>1, 2, 3 ou aucune</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimation</translation>
    </message>
    <message>
        <source>45 min, 1h30</source>
        <translation>45 min, 1h30</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Partie de</translation>
    </message>
    <message>
        <source>title of a task, or none</source>
        <translation>titre d’une tâche, ou aucune</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Dépend de</translation>
    </message>
    <message>
        <source>title of a task</source>
        <translation>titre d’une tâche</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>name of the filter</source>
        <translation>nom du filtre</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>What should change in %1?</source>
        <translation>Que faut-il changer dans %1&#xa0;?</translation>
    </message>
    <message>
        <source>Ask for revision</source>
        <translation>Demander une reprise</translation>
    </message>
    <message>
        <source>Why? One word is enough, none is needed.</source>
        <translation>Pourquoi&#xa0;? Un mot suffit, aucun n’est exigé.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Whom do you ask?</source>
        <translation>À qui la confiez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Confier</translation>
    </message>
    <message>
        <source>What is wrong with %1? You may leave this empty.</source>
        <translation>Qu’est-ce qui ne va pas dans %1&#xa0;? Facultatif.</translation>
    </message>
    <message>
        <source>Hand to %1</source>
        <translation>Confier à %1</translation>
    </message>
    <message>
        <source>The task returns to the inbox; this result stays with it.</source>
        <translation>La tâche revient dans la boîte&#xa0;; ce résultat reste avec elle.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself: you tell them; the task waits under Waiting for people.</source>
        <translation>Rien ne part tout seul&#xa0;: à vous de prévenir&#xa0;; la tâche va dans «&#xa0;En attente des autres&#xa0;».</translation>
    </message>
</context>
<context>
    <name>BoardDelegate</name>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En file</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>À vous de voir</translation>
    </message>
    <message>
        <source>Returned today</source>
        <translation>Revenues aujourd’hui</translation>
    </message>
</context>
<context>
    <name>BriefForm</name>
    <message>
        <source>Objective</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Contraintes</translation>
    </message>
    <message>
        <source>Done when</source>
        <translation>Terminé quand</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Add a constraint</source>
        <translation>Ajouter une contrainte</translation>
    </message>
    <message>
        <source>What must be true of a good result?</source>
        <translation>Qu’est-ce qu’un bon résultat&#xa0;?</translation>
    </message>
    <message>
        <source>What do you want, for whom, and why?</source>
        <translation>Que voulez-vous, pour qui et pourquoi&#xa0;?</translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>This month’s %1 is spent.</source>
        <translation>Les %1 du mois sont dépensés.</translation>
    </message>
    <message>
        <source>This costs %2; of this month’s %1 only %3 is left.</source>
        <translation>Cela coûte %2&#xa0;; des %1 du mois, il ne reste que %3.</translation>
    </message>
    <message>
        <source>This costs %2; one delegation may cost %1.</source>
        <translation>Cela coûte %2&#xa0;; une délégation peut coûter %1 au plus.</translation>
    </message>
    <message>
        <source>Today’s %1 is spent.</source>
        <translation>Les %1 du jour sont dépensés.</translation>
    </message>
    <message>
        <source>This costs %2; of today’s %1 only %3 is left.</source>
        <translation>Cela coûte %2&#xa0;; des %1 du jour, il ne reste que %3.</translation>
    </message>
    <message>
        <source>Only models on this computer are used until then.</source>
        <translation>D’ici là, seuls servent les modèles de cet ordinateur.</translation>
    </message>
    <message>
        <source>Send anyway, use a local model, or wait until tomorrow.</source>
        <translation>Envoyer quand même, prendre un modèle local ou attendre demain.</translation>
    </message>
    <message>
        <source>Send anyway, or wait until tomorrow.</source>
        <translation>Envoyer quand même, ou attendre demain.</translation>
    </message>
    <message>
        <source>Send anyway, use a local model, or keep it for later.</source>
        <translation>Envoyer quand même, prendre un modèle local ou garder pour plus tard.</translation>
    </message>
    <message>
        <source>Send anyway, or keep it for later.</source>
        <translation>Envoyer quand même, ou garder pour plus tard.</translation>
    </message>
    <message>
        <source>Send anyway, or use a local model.</source>
        <translation>Envoyer quand même, ou prendre un modèle local.</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Envoyer quand même</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Prendre %1</translation>
    </message>
    <message>
        <source>Wait until tomorrow</source>
        <translation>Attendre demain</translation>
    </message>
    <message>
        <source>Keep for later</source>
        <translation>Garder pour plus tard</translation>
    </message>
</context>
<context>
    <name>BudgetPart</name>
    <message>
        <source>a month, %1 so far</source>
        <translation>par mois, %1 à ce jour</translation>
    </message>
    <message>
        <source>%1 today, %2 of the limit</source>
        <translation>%1, %2 de la limite</translation>
    </message>
    <message numerus="yes">
        <source>%1 today + %n unknown</source>
        <translation>
            <numerusform>%1 ce jour + %Ln inconnu</numerusform>
            <numerusform>%1 ce jour + %Ln inconnus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 today, %n requests</source>
        <translation>
            <numerusform>%1 ce jour, %Ln requête</numerusform>
            <numerusform>%1 ce jour, %Ln requêtes</numerusform>
        </translation>
    </message>
    <message>
        <source>Budget per day</source>
        <translation>Budget par jour</translation>
    </message>
    <message>
        <source>All providers together</source>
        <translation>Tous fournisseurs réunis</translation>
    </message>
    <message>
        <source>When it is spent</source>
        <translation>Une fois dépensé</translation>
    </message>
    <message>
        <source>for one delegation</source>
        <translation>pour une délégation</translation>
    </message>
    <message>
        <source>Limit a month, or one delegation…</source>
        <translation>Limiter le mois, ou une délégation…</translation>
    </message>
    <message>
        <source>Ask before each send</source>
        <translation>Demander avant chaque envoi</translation>
    </message>
    <message>
        <source>Use models on this computer only</source>
        <translation>Seulement les modèles d’ici</translation>
    </message>
    <message>
        <source>Queue until tomorrow</source>
        <translation>Mettre en file jusqu’à demain</translation>
    </message>
    <message>
        <source>Budget per month</source>
        <translation>Budget par mois</translation>
    </message>
    <message>
        <source>Budget per delegation</source>
        <translation>Budget par délégation</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
</context>
<context>
    <name>BuiltinPane</name>
    <message>
        <source>No model came with this installation. Choose a GGUF file.</source>
        <translation>Aucun modèle n’est fourni avec cette installation. Choisissez un fichier GGUF.</translation>
    </message>
    <message>
        <source>%1 architecture</source>
        <translation>architecture %1</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1 paramètres</translation>
    </message>
    <message>
        <source>reads %1 tokens</source>
        <translation>lit %1 jetons</translation>
    </message>
    <message>
        <source>It has no chat template: it goes on with a text rather than answering.</source>
        <translation>Il n’a pas de modèle de dialogue&#xa0;: il continue un texte plutôt que de répondre.</translation>
    </message>
    <message>
        <source>Choose a GGUF file</source>
        <translation>Choisir un fichier GGUF</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modèles (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Small, in English, for trying out. A better GGUF, Ollama or a key is one click away.</source>
        <translation>Petit, en anglais, pour essayer. Un meilleur GGUF, Ollama ou une clé est à un clic.</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Choisir un autre fichier…</translation>
    </message>
    <message>
        <source>Use the one that came with Orchestrator</source>
        <translation>Prendre celui d’Orchestrator</translation>
    </message>
    <message>
        <source>Any GGUF file with a chat or instruct model; it can be dropped here. Nothing leaves this computer.</source>
        <translation>Tout fichier GGUF d’un modèle de dialogue ou d’instruction&#xa0;; il peut être déposé ici. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
</context>
<context>
    <name>CaptureField</name>
    <message>
        <source>Click to keep these words in the title</source>
        <translation>Cliquez pour garder ces mots dans le titre</translation>
    </message>
    <message>
        <source>Add a task, with a date, #domain, !level or @person</source>
        <translation>Une tâche, avec date, #domaine,&#xa0;!niveau ou @personne</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>Ajouter une tâche</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>dès %1</translation>
    </message>
    <message>
        <source>Deadline %1</source>
        <translation>Date butoir %1</translation>
    </message>
</context>
<context>
    <name>CaptureQuestion</name>
    <message>
        <source>Neither</source>
        <translation>Aucune</translation>
    </message>
    <message numerus="yes">
        <source>Add %n tasks</source>
        <translation>
            <numerusform>Ajouter %Ln tâche</numerusform>
            <numerusform>Ajouter %Ln tâches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>One with them all</source>
        <translation>Une seule, avec tous</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>One with notes</source>
        <translation>Une seule, avec notes</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Add to the checklist</source>
        <translation>Ajouter à la liste de contrôle</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Ajouter un point</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Point %1 sur %2</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
</context>
<context>
    <name>ColumnNames</name>
    <message>
        <source>No column</source>
        <translation>Aucune colonne</translation>
    </message>
    <message>
        <source>More fields: %1</source>
        <translation>Autres champs&#xa0;: %1</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Autres champs</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>What each column stands for; the grey words are its first cells.</source>
        <translation>Le sens de chaque colonne&#xa0;; les mots gris sont ses premières cellules.</translation>
    </message>
    <message>
        <source>Column of “%1”</source>
        <translation>Colonne de «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Content</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelles</translation>
    </message>
    <message>
        <source>come in</source>
        <translation>arrivent</translation>
    </message>
    <message>
        <source>Changed in the file</source>
        <translation>Modifiées dans le fichier</translation>
    </message>
    <message>
        <source>are brought up to date</source>
        <translation>sont mises à jour</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>Déjà là</translation>
    </message>
    <message>
        <source>stay as they are</source>
        <translation>restent telles quelles</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Pertes</translation>
    </message>
    <message>
        <source>are listed below</source>
        <translation>sont listées ci-dessous</translation>
    </message>
    <message>
        <source>everything is kept</source>
        <translation>tout est gardé</translation>
    </message>
    <message>
        <source>Nothing to import: all of it is here already, as the file has it.</source>
        <translation>Rien à importer&#xa0;: tout est déjà là, tel que dans le fichier.</translation>
    </message>
    <message>
        <source>0 tasks found: nothing can be imported. Another format may understand the file.</source>
        <translation>0 tâche trouvée&#xa0;: rien ne peut être importé. Un autre format lira peut-être le fichier.</translation>
    </message>
    <message>
        <source>What will be lost</source>
        <translation>Ce qui sera perdu</translation>
    </message>
    <message>
        <source>Nothing will be lost.</source>
        <translation>Rien ne sera perdu.</translation>
    </message>
    <message>
        <source>Beside the tasks: %1. Providers arrive switched off and without keys.</source>
        <translation>Outre les tâches&#xa0;: %1. Les fournisseurs arrivent désactivés et sans clé.</translation>
    </message>
    <message>
        <source>First tasks</source>
        <translation>Premières tâches</translation>
    </message>
    <message>
        <source>Level: 2, %1, where the file names none. You can set it for many at once afterwards.</source>
        <translation>Niveau&#xa0;: 2, %1, si le fichier n’en indique aucun. Vous pourrez ensuite le fixer pour plusieurs à la fois.</translation>
    </message>
</context>
<context>
    <name>ContextField</name>
    <message>
        <source>%1 tokens + brief %2</source>
        <translation>%1 jetons + brief %2</translation>
    </message>
    <message>
        <source>Add context</source>
        <translation>Ajouter du contexte</translation>
    </message>
    <message>
        <source>Write or paste what the delegate must know</source>
        <translation>Écrivez ou collez ce que le délégué doit savoir</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>DataTab</name>
    <message>
        <source>%1. Tasks, briefs, results, reviews, reflections: everything but the keys.</source>
        <translation>%1. Tâches, briefs, résultats, revues, réflexions&#xa0;: tout sauf les clés.</translation>
    </message>
    <message>
        <source>None yet. One is made before each new version changes the file.</source>
        <translation>Aucune encore. Il s’en fait une avant qu’une nouvelle version ne change le fichier.</translation>
    </message>
    <message>
        <source>Backed up as %1.</source>
        <translation>Sauvegardé sous %1.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Niveaux</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder</translation>
    </message>
    <message>
        <source>Never a key, never the text of a result.</source>
        <translation>Jamais une clé, jamais le texte d’un résultat.</translation>
    </message>
    <message>
        <source>Orchestrator %1. MIT licence. No account, no telemetry.</source>
        <translation>Orchestrator %1. Licence MIT. Ni compte ni télémétrie.</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>No day</source>
        <translation>Sans jour</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Réponse d’ici</translation>
    </message>
    <message>
        <source>friday, in 3 days</source>
        <translation>vendredi, dans 3 jours</translation>
    </message>
</context>
<context>
    <name>DaysChart</name>
    <message>
        <source>%1: %2 with AI, %3 with people, %4 executed</source>
        <translation>%1&#xa0;: avec l’IA %2, avec des personnes %3, exécuté %4</translation>
    </message>
</context>
<context>
    <name>DaysTable</name>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>With AI</source>
        <translation>Avec l’IA</translation>
    </message>
    <message>
        <source>With people</source>
        <translation>Avec des personnes</translation>
    </message>
    <message>
        <source>Executed</source>
        <translation>Exécuté</translation>
    </message>
    <message>
        <source>30 days as a table</source>
        <translation>30 jours en tableau</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Accepted.</source>
        <translation>Résultat accepté.</translation>
    </message>
    <message>
        <source>Kept as v%1.</source>
        <translation>Gardé en v%1.</translation>
    </message>
    <message>
        <source>Yours now, level 3. The task is in the inbox.</source>
        <translation>À vous, niveau 3. La tâche est dans la boîte.</translation>
    </message>
    <message>
        <source>Rejected. The task is in the inbox.</source>
        <translation>Résultat rejeté. La tâche est dans la boîte.</translation>
    </message>
    <message>
        <source>Revision asked of %1.</source>
        <translation>Reprise demandée à %1.</translation>
    </message>
    <message>
        <source>Handed to %1.</source>
        <translation>Confiée à %1.</translation>
    </message>
    <message>
        <source>With %1. Nothing was sent by itself.</source>
        <translation>Confiée à %1. Rien n’a été envoyé.</translation>
    </message>
</context>
<context>
    <name>Deed</name>
    <message>
        <source>Send as it is now</source>
        <translation>Envoyer en l’état</translation>
    </message>
    <message>
        <source>Give the key…</source>
        <translation>Donner la clé…</translation>
    </message>
    <message>
        <source>Hand to %1</source>
        <translation>Confier à %1</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Envoyer quand même</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Wait until tomorrow</source>
        <translation>Attendre demain</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Retenir</translation>
    </message>
    <message>
        <source>Use a local model</source>
        <translation>Prendre un modèle local</translation>
    </message>
    <message>
        <source>Hand to another…</source>
        <translation>Confier à un autre…</translation>
    </message>
    <message>
        <source>Replace the key…</source>
        <translation>Remplacer la clé…</translation>
    </message>
    <message>
        <source>Open its settings…</source>
        <translation>Ouvrir ses réglages…</translation>
    </message>
    <message>
        <source>Review what arrived</source>
        <translation>Mettre en revue</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revue</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Ce qui a été envoyé</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>Ce qui partirait</translation>
    </message>
</context>
<context>
    <name>DelegatedPage</name>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln ouverte</numerusform>
            <numerusform>%Ln ouvertes</numerusform>
        </translation>
    </message>
    <message>
        <source>queue paused</source>
        <translation>file suspendue</translation>
    </message>
    <message>
        <source>Resume the queue</source>
        <translation>Relancer la file</translation>
    </message>
    <message>
        <source>Pause the queue</source>
        <translation>Suspendre la file</translation>
    </message>
    <message>
        <source>Delegated</source>
        <translation>Délégations</translation>
    </message>
    <message>
        <source>Nothing is out. Select a task and press D.</source>
        <translation>Rien n’est confié. Choisissez une tâche, puis D.</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>Délégations</translation>
    </message>
</context>
<context>
    <name>DelegationDetail</name>
    <message>
        <source>brief v%1</source>
        <translation>brief v%1</translation>
    </message>
    <message>
        <source>goes on with an earlier answer</source>
        <translation>suite d’une réponse précédente</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Actions possibles</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Fermer le panneau</translation>
    </message>
</context>
<context>
    <name>DialectBox</name>
    <message>
        <source>most servers, ends in /v1</source>
        <translation>courant, finit par /v1</translation>
    </message>
    <message>
        <source>ends in /v1</source>
        <translation>finit par /v1</translation>
    </message>
    <message>
        <source>no path</source>
        <translation>sans chemin</translation>
    </message>
    <message>
        <source>ends in /v1beta</source>
        <translation>finit par /v1beta</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialecte</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>a file</source>
        <translation>un fichier</translation>
    </message>
    <message>
        <source>[image not loaded: %1]</source>
        <translation>[image non chargée&#xa0;: %1]</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>Stopped. It was not sent.</source>
        <translation>Arrêtée. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Stopped. The text is kept.</source>
        <translation>Arrêtée. Le texte est gardé.</translation>
    </message>
    <message>
        <source>Back with you.</source>
        <translation>De nouveau à vous.</translation>
    </message>
</context>
<context>
    <name>EditBar</name>
    <message>
        <source>Kept as you type.</source>
        <translation>Gardé au fil de la frappe.</translation>
    </message>
    <message>
        <source>Start again from v%1</source>
        <translation>Repartir de v%1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Keep as v%1</source>
        <translation>Garder en v%1</translation>
    </message>
</context>
<context>
    <name>EditableList</name>
    <message>
        <source>Line %1 of %2</source>
        <translation>Ligne %1 sur %2</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Your first task</source>
        <translation>Votre première tâche</translation>
    </message>
    <message>
        <source>with the built-in model</source>
        <translation>avec le modèle intégré</translation>
    </message>
    <message>
        <source>Delegate</source>
        <translation>Déléguer</translation>
    </message>
</context>
<context>
    <name>EscalateMenu</name>
    <message>
        <source>To %1</source>
        <translation>À %1</translation>
    </message>
    <message>
        <source>No other yet</source>
        <translation>Aucun autre</translation>
    </message>
    <message>
        <source>To another specialist…</source>
        <translation>À un autre spécialiste…</translation>
    </message>
    <message>
        <source>To a person…</source>
        <translation>À une personne…</translation>
    </message>
    <message>
        <source>Keep it for myself</source>
        <translation>La garder pour moi</translation>
    </message>
    <message>
        <source>Becomes level 3</source>
        <translation>Passe au niveau 3</translation>
    </message>
</context>
<context>
    <name>ExportPart</name>
    <message>
        <source>Export tasks</source>
        <translation>Exporter les tâches</translation>
    </message>
    <message>
        <source>An export is being written.</source>
        <translation>Un export est en cours d’écriture.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) written to %1.</source>
        <translation>
            <numerusform>%Ln tâche écrite dans %1.</numerusform>
            <numerusform>%Ln tâches écrites dans %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything but keys: tasks, files, briefs, results, reflections. Comes in whole.</source>
        <translation>Tout sauf les clés&#xa0;: tâches, fichiers, briefs, résultats, réflexions. Se réimporte en entier.</translation>
    </message>
    <message>
        <source>One line a task, for any spreadsheet. Files of tasks are left out.</source>
        <translation>Une ligne par tâche, pour tout tableur. Sans les fichiers des tâches.</translation>
    </message>
    <message>
        <source>For Apple, Nextcloud, Thunderbird and Tasks.org, files included.</source>
        <translation>Pour Apple, Nextcloud, Thunderbird et Tasks.org, fichiers compris.</translation>
    </message>
    <message>
        <source>One line a task, for any todo.txt program.</source>
        <translation>Une ligne par tâche, pour tout logiciel todo.txt.</translation>
    </message>
    <message>
        <source>For “task import”.</source>
        <translation>Pour «&#xa0;task import&#xa0;».</translation>
    </message>
    <message>
        <source>A new folder with one file for each domain.</source>
        <translation>Un nouveau dossier, avec un fichier par domaine.</translation>
    </message>
    <message>
        <source>Format of the export</source>
        <translation>Format d’export</translation>
    </message>
    <message>
        <source>Export tasks…</source>
        <translation>Exporter les tâches…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Elapsed</source>
        <translation>Écoulé</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>reste environ %1</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Rien ne quitte cet ordinateur</translation>
    </message>
    <message>
        <source>You may leave this screen, the delegation goes on.</source>
        <translation>Vous pouvez quitter cet écran, la délégation continue.</translation>
    </message>
    <message>
        <source>It stays here until you send it.</source>
        <translation>Elle reste ici jusqu’à votre envoi.</translation>
    </message>
    <message>
        <source>You may leave this screen, it leaves by itself.</source>
        <translation>Elle part seule, que vous restiez ou non.</translation>
    </message>
    <message>
        <source>Cost not known</source>
        <translation>Coût inconnu</translation>
    </message>
    <message>
        <source>%1 tokens sent to %2</source>
        <translation>%1 jetons envoyés à %2</translation>
    </message>
    <message>
        <source>%1 tokens wait for %2</source>
        <translation>%1 jetons pour %2</translation>
    </message>
    <message>
        <source>About %1 tokens to %2</source>
        <translation>≈&#xa0;%1 jetons vers %2</translation>
    </message>
    <message>
        <source>first word: %1 s</source>
        <translation>1er mot&#xa0;: %1&#xa0;s</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 jetons/s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln jeton</numerusform>
            <numerusform>%Ln jetons</numerusform>
        </translation>
    </message>
    <message>
        <source>of about %1</source>
        <translation>sur environ %1</translation>
    </message>
    <message>
        <source>about</source>
        <translation>environ</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>mesuré</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>%1 planned</source>
        <translation>prévu&#xa0;: %1</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>prix inconnu</translation>
    </message>
    <message>
        <source>as reported</source>
        <translation>selon le compte</translation>
    </message>
    <message>
        <source>at the listed price</source>
        <translation>au prix publié</translation>
    </message>
    <message>
        <source>at your price</source>
        <translation>à votre prix</translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation>environ %1 jetons</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Drafting</source>
        <translation>Rédaction</translation>
    </message>
    <message>
        <source>You</source>
        <translation>À vous</translation>
    </message>
    <message>
        <source>in review</source>
        <translation>en revue</translation>
    </message>
    <message>
        <source>Nothing for %1. You may wait, or stop.</source>
        <translation>Rien depuis %1. Attendez, ou arrêtez.</translation>
    </message>
    <message>
        <source>Sent. Waiting for the first word… %1</source>
        <translation>Envoyé. En attente du premier mot… %1</translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message numerus="yes">
        <source>%n attached.</source>
        <translation>
            <numerusform>%Ln fichier joint.</numerusform>
            <numerusform>%Ln fichiers joints.</numerusform>
        </translation>
    </message>
    <message>
        <source>it would run: save it first</source>
        <translation>s’exécuterait&#xa0;: enregistrez-le d’abord</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Ouvrir une copie</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistré sous %1.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Fichier retiré.</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Hand over your first task</source>
        <translation>Confiez votre première tâche</translation>
    </message>
    <message>
        <source>Nothing leaves this computer. No key, no cost.</source>
        <translation>Rien ne quitte cet ordinateur. Ni clé, ni coût.</translation>
    </message>
    <message>
        <source>The built-in model is small and writes English: it is there to try out.</source>
        <translation>Le modèle intégré est petit et écrit en anglais&#xa0;: il est là pour essayer.</translation>
    </message>
    <message>
        <source>Have a key or Ollama?</source>
        <translation>Une clé, ou Ollama&#xa0;?</translation>
    </message>
    <message>
        <source>Connect your own provider</source>
        <translation>Connectez votre fournisseur</translation>
    </message>
    <message>
        <source>You say what</source>
        <translation>Vous demandez</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>Il travaille</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>quelques secondes</translation>
    </message>
    <message>
        <source>You decide</source>
        <translation>Vous jugez</translation>
    </message>
    <message>
        <source>accept, edit or send back</source>
        <translation>accepter, modifier, renvoyer</translation>
    </message>
</context>
<context>
    <name>ImportPart</name>
    <message>
        <source>Import tasks</source>
        <translation>Importer des tâches</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importer un dossier</translation>
    </message>
    <message>
        <source>Import tasks…</source>
        <translation>Importer des tâches…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Importer un dossier…</translation>
    </message>
    <message>
        <source>From Todoist, TickTick, Things, Taskwarrior, todo.txt, Super Productivity, Getting Things GNOME, calendars, Markdown checklists and tables. You see first what comes in and what is lost.</source>
        <translation>Depuis Todoist, TickTick, Things, Taskwarrior, todo.txt, Super Productivity, Getting Things GNOME, calendriers, listes à cocher Markdown et tableaux. Vous voyez d’abord ce qui arrive et ce qui se perd.</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>Import %n task(s)</source>
        <translation>
            <numerusform>Importer %Ln tâche</numerusform>
            <numerusform>Importer %Ln tâches</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Import en cours…</translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%Ln importée</numerusform>
            <numerusform>%Ln importées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%Ln modifiée</numerusform>
            <numerusform>%Ln modifiées</numerusform>
        </translation>
    </message>
    <message>
        <source>0 imported: all of it is here already.</source>
        <translation>0 importée&#xa0;: tout est déjà là.</translation>
    </message>
    <message>
        <source>Import cancelled. Nothing was changed.</source>
        <translation>Import annulé. Rien n’a changé.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <source>Import tasks</source>
        <translation>Importer des tâches</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Choose the format</source>
        <translation>Choisir le format</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
</context>
<context>
    <name>JudgeBar</name>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Escalader</translation>
    </message>
    <message>
        <source>Ask for revision</source>
        <translation>Demander une reprise</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Edit draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Accept v%1</source>
        <translation>Accepter v%1</translation>
    </message>
</context>
<context>
    <name>KeyAsk</name>
    <message>
        <source>Exchange</source>
        <translation>Échanger</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>“%1” has these keys in %2.</source>
        <translation>«&#xa0;%1&#xa0;» a déjà ces touches (%2).</translation>
    </message>
    <message>
        <source>It would have none then.</source>
        <translation>Elle n’en aurait alors plus.</translation>
    </message>
    <message>
        <source>It would have %1 then.</source>
        <translation>Ses touches seraient alors&#xa0;: %1.</translation>
    </message>
    <message>
        <source>“%1” has these keys here, and keeps them.</source>
        <translation>«&#xa0;%1&#xa0;» a ces touches ici et les garde.</translation>
    </message>
    <message numerus="yes">
        <source>%n others have keys that begin so: %1…</source>
        <translation>
            <numerusform>%Ln autre action a des touches qui commencent ainsi&#xa0;: %1…</numerusform>
            <numerusform>%Ln autres actions ont des touches qui commencent ainsi&#xa0;: %1…</numerusform>
        </translation>
    </message>
    <message>
        <source>Single letters are off: these keys act once they are on.</source>
        <translation>Lettres seules désactivées&#xa0;: ces touches agiront une fois les lettres activées.</translation>
    </message>
    <message>
        <source>New keys for “%1”</source>
        <translation>Nouvelles touches pour «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>Appuyez sur les nouvelles touches</translation>
    </message>
    <message>
        <source>One after the other where you like, as G then T. Backspace takes the last one away, Enter keeps.</source>
        <translation>L’une après l’autre si vous voulez, comme G puis T. Retour arrière retire la dernière, Entrée garde.</translation>
    </message>
    <message>
        <source>Keep %1 too</source>
        <translation>Garder aussi %1</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Touches d’origine</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>KeyPart</name>
    <message>
        <source>Read from the environment variable %1, never stored.</source>
        <translation>Lue dans la variable d’environnement %1, jamais enregistrée.</translation>
    </message>
    <message>
        <source>The key was given for %1 and goes nowhere else. Enter the key for the new address.</source>
        <translation>La clé a été donnée pour %1 et ne va nulle part ailleurs. Saisissez celle de la nouvelle adresse.</translation>
    </message>
    <message>
        <source>It goes into the system keyring: never into the database, the logs or an export.</source>
        <translation>Elle va dans le trousseau du système&#xa0;: jamais dans la base, les journaux ni un export.</translation>
    </message>
    <message>
        <source>Optional: most servers on this computer ask for none.</source>
        <translation>Facultative&#xa0;: la plupart des serveurs d’ici n’en demandent pas.</translation>
    </message>
    <message>
        <source>The system keyring is locked or missing. The key stays in memory until you quit.</source>
        <translation>Le trousseau du système est verrouillé ou absent. La clé reste en mémoire jusqu’à la fermeture.</translation>
    </message>
    <message>
        <source>The system keyring is locked or missing, so the key is not at hand. Unlock it, or replace it.</source>
        <translation>Le trousseau du système est verrouillé ou absent&#xa0;: la clé n’est pas disponible. Déverrouillez-le, ou remplacez-la.</translation>
    </message>
    <message>
        <source>In the system keyring. Never in the database, the logs or an export.</source>
        <translation>Dans le trousseau du système. Jamais dans la base, les journaux ni un export.</translation>
    </message>
    <message>
        <source>Forget the key of %1?</source>
        <translation>Oublier la clé de %1&#xa0;?</translation>
    </message>
    <message>
        <source>This cannot be undone here. The key stays valid at the provider until you revoke it there.</source>
        <translation>C’est définitif ici. La clé reste valable chez le fournisseur tant que vous ne l’y révoquez pas.</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Oublier la clé</translation>
    </message>
    <message>
        <source>The key is forgotten.</source>
        <translation>La clé est oubliée.</translation>
    </message>
    <message>
        <source>The key is used no more, but the keyring did not answer and may still hold it.</source>
        <translation>La clé ne sert plus, mais le trousseau n’a pas répondu et la garde peut-être encore.</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>That is not a key: it holds blanks or characters that no key has.</source>
        <translation>Ce n’est pas une clé&#xa0;: elle contient des espaces ou des caractères qu’aucune clé n’a.</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Collez la clé</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Save and test</source>
        <translation>Enregistrer et tester</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Remplacer…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Where to get a key</source>
        <translation>Où obtenir une clé</translation>
    </message>
</context>
<context>
    <name>KeyboardTab</name>
    <message>
        <source>My keys again</source>
        <translation>Remettre mes touches</translation>
    </message>
    <message>
        <source>Usual keys for all</source>
        <translation>Touches d’origine partout</translation>
    </message>
    <message>
        <source>All keys are the usual ones.</source>
        <translation>Toutes les touches sont celles d’origine.</translation>
    </message>
    <message>
        <source>These keys stay as they are.</source>
        <translation>Ces touches restent telles quelles.</translation>
    </message>
    <message>
        <source>Single letters act</source>
        <translation>Lettres seules actives</translation>
    </message>
    <message>
        <source>A, E, R in the review, J and K in lists… never while you type. Keys with Ctrl always act.</source>
        <translation>A, E, R en revue, J et K dans les listes… jamais pendant la saisie. Les touches avec Ctrl agissent toujours.</translation>
    </message>
    <message>
        <source>Enter or a click gives an act other keys. Press ? anywhere for the whole list.</source>
        <translation>Entrée ou un clic donne d’autres touches à une action. La touche&#xa0;? affiche partout la liste entière.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>sans touche</translation>
    </message>
</context>
<context>
    <name>KeysDelegate</name>
    <message>
        <source>yours</source>
        <translation>à vous</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>sans touche</translation>
    </message>
    <message>
        <source>or</source>
        <translation>ou</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
</context>
<context>
    <name>LateWatch</name>
    <message numerus="yes">
        <source>%n answer(s) are late.</source>
        <translation>
            <numerusform>%Ln réponse est en retard.</numerusform>
            <numerusform>%Ln réponses sont en retard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leaves</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>with AI</source>
        <translation>avec l’IA</translation>
    </message>
    <message>
        <source>with people</source>
        <translation>avec des personnes</translation>
    </message>
    <message>
        <source>executed</source>
        <translation>exécuté</translation>
    </message>
</context>
<context>
    <name>LetterSheet</name>
    <message>
        <source>Paste the text here: it has been copied for you.</source>
        <translation>Collez le texte ici&#xa0;: il a été copié pour vous.</translation>
    </message>
    <message>
        <source>no e-mail address yet</source>
        <translation>pas encore d’adresse e-mail</translation>
    </message>
    <message>
        <source>Open in mail</source>
        <translation>Ouvrir un e-mail</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>How do you remind %1?</source>
        <translation>Comment relancer %1&#xa0;?</translation>
    </message>
    <message>
        <source>How does it reach %1?</source>
        <translation>Comment faire parvenir le message à %1&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing is sent by itself: you send it, or hand it on.</source>
        <translation>Rien ne part tout seul&#xa0;: vous l’envoyez ou le transmettez.</translation>
    </message>
    <message>
        <source>It is too long for a mail to open with it: the text is copied, for you to paste.</source>
        <translation>Trop long pour s’ouvrir dans un e-mail&#xa0;: le texte est copié, à vous de le coller.</translation>
    </message>
    <message>
        <source>No mail program answered. Copy the text, or save it as a file.</source>
        <translation>Aucun logiciel de messagerie n’a répondu. Copiez le texte, ou enregistrez-le.</translation>
    </message>
    <message>
        <source>Opened in your mail program.</source>
        <translation>Ouvert dans votre messagerie.</translation>
    </message>
    <message>
        <source>Opened in your mail program. The text is copied: paste it there.</source>
        <translation>Ouvert dans votre messagerie. Le texte est copié&#xa0;: collez-le.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistré sous %1.</translation>
    </message>
    <message>
        <source>With %1. Nothing was sent by itself.</source>
        <translation>Confiée à %1. Rien n’a été envoyé.</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>AI alone</source>
        <translation>IA seule</translation>
    </message>
    <message>
        <source>You + AI</source>
        <translation>Vous + IA</translation>
    </message>
    <message>
        <source>You only</source>
        <translation>Vous seul</translation>
    </message>
</context>
<context>
    <name>LevelField</name>
    <message>
        <source>%1 is suggested: %2</source>
        <translation>Suggestion «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>LevelsPart</name>
    <message numerus="yes">
        <source>Learnt from %n levels that you set</source>
        <translation>
            <numerusform>Appris de %Ln niveau que vous avez choisi</numerusform>
            <numerusform>Appris de %Ln niveaux que vous avez choisis</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was learnt yet</source>
        <translation>Rien n’a encore été appris</translation>
    </message>
    <message>
        <source>Forgotten. The rules are as on the first day.</source>
        <translation>Oublié. Les règles sont comme au premier jour.</translation>
    </message>
    <message>
        <source>Suggest a level for new tasks</source>
        <translation>Proposer un niveau aux nouvelles tâches</translation>
    </message>
    <message>
        <source>From their words and what you chose before. It happens on this computer; you decide.</source>
        <translation>D’après leurs mots et vos choix passés. Tout se fait sur cet ordinateur&#xa0;; c’est vous qui décidez.</translation>
    </message>
    <message>
        <source>Forget what was learnt</source>
        <translation>Oublier ce qui a été appris</translation>
    </message>
</context>
<context>
    <name>LimitsPart</name>
    <message>
        <source>%1 at once, %2 for the first word, %3 between words</source>
        <translation>%1 à la fois, %2 pour le premier mot, %3 entre les mots</translation>
    </message>
    <message>
        <source>%1, goes on while closed</source>
        <translation>%1, continue app fermée</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>d’ordinaire %1</translation>
    </message>
    <message>
        <source>seconds, usually %1</source>
        <translation>secondes, d’ordinaire %1</translation>
    </message>
    <message>
        <source>Keep long answers going at %1 while this app is closed</source>
        <translation>Laisser %1 finir les longues réponses, app fermée</translation>
    </message>
    <message>
        <source>%1 then stores what was sent, and the answer, until after it is read.</source>
        <translation>%1 conserve alors l’envoi et la réponse, jusqu’après sa lecture.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Plus…</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>À la fois</translation>
    </message>
    <message>
        <source>Wait for the first word</source>
        <translation>Attente du premier mot</translation>
    </message>
    <message>
        <source>Wait between words</source>
        <translation>Attente entre les mots</translation>
    </message>
    <message>
        <source>Use another address…</source>
        <translation>Prendre une autre adresse…</translation>
    </message>
    <message>
        <source>Remove this provider…</source>
        <translation>Retirer ce fournisseur…</translation>
    </message>
</context>
<context>
    <name>LinkAsk</name>
    <message>
        <source>This link leads to %1</source>
        <translation>Ce lien mène à %1</translation>
    </message>
    <message>
        <source>The words you clicked name another place. This is the whole address:</source>
        <translation>Les mots cliqués nomment un autre lieu. Voici l’adresse entière&#xa0;:</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Rester ici</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
</context>
<context>
    <name>ListColumn</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln sélectionnée</numerusform>
            <numerusform>%Ln sélectionnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n found</source>
        <translation>
            <numerusform>plus de %Ln trouvée</numerusform>
            <numerusform>plus de %Ln trouvées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%Ln trouvée</numerusform>
            <numerusform>%Ln trouvées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept %n days</source>
        <translation>
            <numerusform>gardées %Ln jour</numerusform>
            <numerusform>gardées %Ln jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%Ln ouverte</numerusform>
            <numerusform>%Ln ouvertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%Ln en retard</numerusform>
            <numerusform>%Ln en retard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message>
        <source>Put back.</source>
        <translation>Retiré d’aujourd’hui.</translation>
    </message>
    <message>
        <source>Chosen for today.</source>
        <translation>Choisi pour aujourd’hui.</translation>
    </message>
    <message>
        <source>Skipped.</source>
        <translation>Sautée.</translation>
    </message>
    <message>
        <source>Tasks are moved by hand in “My order”: choose it above.</source>
        <translation>Les tâches se déplacent à la main dans «&#xa0;Mon ordre&#xa0;»&#xa0;: choisissez-le ci-dessus.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Terminée.</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks done.</source>
        <translation>
            <numerusform>%Ln tâche terminée.</numerusform>
            <numerusform>%Ln tâches terminées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dropped.</source>
        <translation>Abandonnée.</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks dropped.</source>
        <translation>
            <numerusform>%Ln tâche abandonnée.</numerusform>
            <numerusform>%Ln tâches abandonnées.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no priority. Nothing was changed; try 1, 2 or 3.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une priorité. Rien n’a changé&#xa0;; essayez 1, 2 ou 3.</translation>
    </message>
    <message>
        <source>“%1” is no time. Nothing was changed; try “45 min” or “1h30”.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une durée. Rien n’a changé&#xa0;; essayez «&#xa0;45 min&#xa0;» ou «&#xa0;1h30&#xa0;».</translation>
    </message>
    <message>
        <source>No open task has the words “%1”. Nothing was changed.</source>
        <translation>Aucune tâche ouverte ne contient «&#xa0;%1&#xa0;». Rien n’a changé.</translation>
    </message>
</context>
<context>
    <name>ListDetail</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Search everything</source>
        <translation>Rechercher partout</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Vider la corbeille</translation>
    </message>
    <message>
        <source>Arrangement</source>
        <translation>Classement</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>Afficher en liste</translation>
    </message>
    <message>
        <source>Show as a board</source>
        <translation>Afficher en tableau</translation>
    </message>
</context>
<context>
    <name>ModelsDelegate</name>
    <message>
        <source>Use “%1”</source>
        <translation>Prendre «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Set a price…</source>
        <translation>Indiquer un prix…</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>reads %1 tokens</source>
        <translation>lit %1 jetons</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>prix inconnu</translation>
    </message>
    <message>
        <source>your price: %1 in, %2 out</source>
        <translation>votre prix&#xa0;: %1 en lecture, %2 en écriture</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 en lecture, %2 en écriture</translation>
    </message>
</context>
<context>
    <name>ModelsPart</name>
    <message>
        <source>Asking for its models…</source>
        <translation>Lecture de ses modèles…</translation>
    </message>
    <message>
        <source>Checked %1.</source>
        <translation>Liste vérifiée (%1).</translation>
    </message>
    <message>
        <source>Price per million tokens, checked %1.</source>
        <translation>Prix par million de jetons (vérifié %1).</translation>
    </message>
    <message>
        <source>The chosen model is the default of its specialists.</source>
        <translation>Le modèle choisi est celui de ses spécialistes par défaut.</translation>
    </message>
    <message>
        <source>It cannot be reached, so its models are not known. A model can be named by hand.</source>
        <translation>Il est injoignable, ses modèles sont donc inconnus. Vous pouvez en nommer un.</translation>
    </message>
    <message>
        <source>It lists its models once the key is right. A model can be named by hand.</source>
        <translation>Il donne ses modèles une fois la clé acceptée. Vous pouvez en nommer un.</translation>
    </message>
    <message>
        <source>It gives no list of models. Name the model by hand.</source>
        <translation>Il ne donne pas de liste. Nommez le modèle vous-même.</translation>
    </message>
</context>
<context>
    <name>ModelsTable</name>
    <message>
        <source>Change its price…</source>
        <translation>Changer son prix…</translation>
    </message>
    <message>
        <source>Set its price…</source>
        <translation>Indiquer son prix…</translation>
    </message>
    <message>
        <source>Search, or name another model</source>
        <translation>Cherchez, ou nommez un autre modèle</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Nom du modèle</translation>
    </message>
    <message>
        <source>Ask for the list again</source>
        <translation>Redemander la liste</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Utilisé par</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Écriture</translation>
    </message>
</context>
<context>
    <name>NeedsField</name>
    <message numerus="yes">
        <source>Blocked: %n to be done before</source>
        <translation>
            <numerusform>Bloquée&#xa0;: %Ln tâche à terminer avant</numerusform>
            <numerusform>Bloquée&#xa0;: %Ln tâches à terminer avant</numerusform>
        </translation>
    </message>
    <message>
        <source>No open task has the words “%1”. Nothing was changed.</source>
        <translation>Aucune tâche ouverte ne contient «&#xa0;%1&#xa0;». Rien n’a changé.</translation>
    </message>
    <message>
        <source>Not needed any more.</source>
        <translation>Dépendance retirée.</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Dépend de</translation>
    </message>
    <message>
        <source>Title of the task that must be done before</source>
        <translation>Titre de la tâche à terminer avant</translation>
    </message>
</context>
<context>
    <name>OutList</name>
    <message>
        <source>Nothing is out with them.</source>
        <translation>Rien ne lui est confié.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>The key of %1 is not at hand: the keyring is locked or missing, or the address has changed. Nothing was sent; the brief is intact.</source>
        <translation>La clé de %1 n’est pas disponible&#xa0;: le trousseau est verrouillé ou absent, ou l’adresse a changé. Rien n’a été envoyé&#xa0;; le brief est intact.</translation>
    </message>
    <message>
        <source>%1 refuses the key: it was probably revoked or replaced. Nothing was charged; the brief is intact.</source>
        <translation>%1 refuse la clé&#xa0;: elle a sans doute été révoquée ou remplacée. Rien n’a été facturé&#xa0;; le brief est intact.</translation>
    </message>
    <message>
        <source>%1 does not allow this key to use %2. Nothing was charged; choose another model or provider.</source>
        <translation>%1 ne permet pas %2 avec cette clé. Rien n’a été facturé&#xa0;; choisissez un autre modèle ou fournisseur.</translation>
    </message>
    <message>
        <source>The account at %1 has no credit left. Nothing was charged; top it up, or choose another provider.</source>
        <translation>Le compte chez %1 n’a plus de crédit. Rien n’a été facturé&#xa0;; rechargez-le, ou choisissez un autre fournisseur.</translation>
    </message>
    <message>
        <source>%1 does not know the model “%2”. Nothing was charged; choose another in the settings.</source>
        <translation>%1 ne connaît pas le modèle «&#xa0;%2&#xa0;». Rien n’a été facturé&#xa0;; choisissez-en un autre dans les réglages.</translation>
    </message>
    <message>
        <source>%1 did not understand the request. Nothing was charged; the brief is intact.</source>
        <translation>%1 n’a pas compris la requête. Rien n’a été facturé&#xa0;; le brief est intact.</translation>
    </message>
    <message>
        <source>The brief is longer than %2 can read. Nothing was charged; remove context, or choose another model.</source>
        <translation>Le brief est plus long que ce que lit %2. Rien n’a été facturé&#xa0;; retirez du contexte, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>%1 asks us to slow down. Nothing was charged; try again later.</source>
        <translation>%1 demande de ralentir. Rien n’a été facturé&#xa0;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>%1 does not answer. The brief is intact; try again, or choose another.</source>
        <translation>%1 ne répond pas. Le brief est intact&#xa0;; réessayez, ou choisissez un autre.</translation>
    </message>
    <message>
        <source>%1 is still loading its model. Nothing was charged; try in a moment.</source>
        <translation>%1 charge encore son modèle. Rien n’a été facturé&#xa0;; réessayez dans un instant.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Nothing was sent; check the connection, or start the local server, then try again.</source>
        <translation>%1 est injoignable. Rien n’a été envoyé&#xa0;; vérifiez la connexion, ou lancez le serveur local, puis réessayez.</translation>
    </message>
    <message>
        <source>The identity of %1 cannot be verified, so nothing was sent. Check the address and the clock.</source>
        <translation>L’identité de %1 ne peut être vérifiée&#xa0;: rien n’a été envoyé. Vérifiez l’adresse et l’horloge.</translation>
    </message>
    <message>
        <source>Sent, and then the connection ended: %1 may have received it, or not. Nothing is sent again unless you say so.</source>
        <translation>Envoyé, puis la connexion a été coupée&#xa0;: %1 l’a peut-être reçu, ou non. Rien n’est renvoyé sans votre accord.</translation>
    </message>
    <message>
        <source>%1 sent nothing for too long. The brief is intact; what was read may be charged.</source>
        <translation>%1 n’a rien envoyé depuis trop longtemps. Le brief est intact&#xa0;; ce qui a été lu peut être facturé.</translation>
    </message>
    <message>
        <source>%1 points to another address, where the key must not go. Correct the address in the settings.</source>
        <translation>%1 renvoie à une autre adresse, où la clé ne doit pas aller. Corrigez l’adresse dans les réglages.</translation>
    </message>
    <message>
        <source>What %1 sent is not an answer: the address (it usually ends in /v1) or the dialect is probably wrong. The brief is intact.</source>
        <translation>%1 a envoyé autre chose qu’une réponse&#xa0;: l’adresse (elle finit d’ordinaire par /v1) ou le dialecte ne convient sans doute pas. Le brief est intact.</translation>
    </message>
    <message>
        <source>The built-in model cannot be started. The brief is intact; choose another GGUF file, or another provider.</source>
        <translation>Le modèle intégré ne démarre pas. Le brief est intact&#xa0;; choisissez un autre fichier GGUF, ou un autre fournisseur.</translation>
    </message>
    <message>
        <source>The answer reached the model’s length limit before its end. What arrived is kept: continue, or retry.</source>
        <translation>La réponse a atteint la longueur limite du modèle avant sa fin. Le texte reçu est gardé&#xa0;: continuez, ou réessayez.</translation>
    </message>
    <message>
        <source>The answer stopped before its end. What arrived is kept: continue, or retry.</source>
        <translation>La réponse s’est arrêtée avant la fin. Le texte reçu est gardé&#xa0;: continuez, ou réessayez.</translation>
    </message>
    <message>
        <source>The model declined. Rephrase, or keep it for yourself.</source>
        <translation>Le modèle a décliné. Reformulez, ou gardez la tâche.</translation>
    </message>
    <message>
        <source>%1 ended the answer without a word. The brief is intact.</source>
        <translation>%1 a terminé sans un mot. Le brief est intact.</translation>
    </message>
    <message>
        <source>Stopped. The text received is kept as a draft.</source>
        <translation>Arrêtée. Le texte reçu est gardé en brouillon.</translation>
    </message>
    <message>
        <source>Orchestrator ended while the answer was on its way. What arrived is kept; the rest may be charged.</source>
        <translation>Orchestrator s’est arrêté pendant la réponse. Le texte reçu est gardé&#xa0;; le reste peut être facturé.</translation>
    </message>
    <message>
        <source>Orchestrator ended just after sending: %1 may have received it, or not. Nothing is sent again unless you say so.</source>
        <translation>Orchestrator s’est arrêté juste après l’envoi&#xa0;: %1 l’a peut-être reçu, ou non. Rien n’est renvoyé sans votre accord.</translation>
    </message>
    <message>
        <source>The specialist is no longer there. Nothing was sent; hand it to another.</source>
        <translation>Le spécialiste n’est plus là. Rien n’a été envoyé&#xa0;; confiez-la à un autre.</translation>
    </message>
    <message>
        <source>%1 is switched off. Nothing was sent; switch it on.</source>
        <translation>%1 est désactivé. Rien n’a été envoyé&#xa0;; activez-le.</translation>
    </message>
    <message>
        <source>%1 has no model yet. Nothing was sent; choose one in Settings.</source>
        <translation>%1 n’a pas encore de modèle. Rien n’a été envoyé&#xa0;; choisissez-en un dans les réglages.</translation>
    </message>
    <message>
        <source>The task is level 3 now, and level 3 is never sent to an AI. Nothing was sent.</source>
        <translation>La tâche est passée au niveau 3, qui n’est jamais envoyé à une IA. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Orchestrator made a mistake of its own. What arrived is kept.</source>
        <translation>Orchestrator a fait une erreur. Le texte reçu est gardé.</translation>
    </message>
    <message>
        <source>Sent, and %1 stayed silent for too long: it may have received it, or not. Nothing is sent again unless you say so.</source>
        <translation>Envoyé, mais %1 est resté muet trop longtemps&#xa0;: il l’a peut-être reçu, ou non. Rien n’est renvoyé sans votre accord.</translation>
    </message>
    <message>
        <source>The answer stopped before its first word. The brief is intact; retry, or hand it to another.</source>
        <translation>La réponse s’est arrêtée avant le premier mot. Le brief est intact&#xa0;; réessayez, ou confiez la tâche à un autre.</translation>
    </message>
    <message>
        <source>Stopped before a word had come. The brief is intact.</source>
        <translation>Arrêtée avant le premier mot. Le brief est intact.</translation>
    </message>
    <message>
        <source>The model reached its length limit before the first word. The brief is intact; ask for less, or hand it to another.</source>
        <translation>Le modèle a atteint sa longueur limite avant le premier mot. Le brief est intact&#xa0;; demandez moins, ou confiez la tâche à un autre.</translation>
    </message>
    <message>
        <source>The provider</source>
        <translation>Le fournisseur</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>le modèle</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>headings, lists, emphasis</source>
        <translation>titres, listes, mise en relief</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>no marks at all</source>
        <translation>sans aucune marque</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>one item a line</source>
        <translation>un point par ligne</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>rows and columns</source>
        <translation>lignes et colonnes</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>No match. Shift Enter creates the task.</source>
        <translation>Aucun résultat. Maj Entrée crée la tâche.</translation>
    </message>
    <message>
        <source>New task “%1”</source>
        <translation>Nouvelle tâche «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>in Inbox</source>
        <translation>dans la boîte de réception</translation>
    </message>
    <message>
        <source>Added. The title holds its beginning, the notes the whole text.</source>
        <translation>Ajoutée. Le titre en garde le début, les notes le texte entier.</translation>
    </message>
    <message>
        <source>Added.</source>
        <translation>Ajoutée.</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>Cet écran</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>What do you want to do, open or find?</source>
        <translation>Que voulez-vous faire, ouvrir ou trouver&#xa0;?</translation>
    </message>
    <message>
        <source>Commands, places and tasks</source>
        <translation>Commandes, lieux et tâches</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Ce qui correspond</translation>
    </message>
    <message>
        <source>move</source>
        <translation>parcourir</translation>
    </message>
    <message>
        <source>run</source>
        <translation>lancer</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>compléter</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>domaine</translation>
    </message>
    <message>
        <source>person</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>level</source>
        <translation>niveau</translation>
    </message>
    <message>
        <source>Providers in Settings</source>
        <translation>Fournisseurs dans les réglages</translation>
    </message>
    <message>
        <source>Specialists in Settings</source>
        <translation>Spécialistes dans les réglages</translation>
    </message>
    <message>
        <source>People in Settings</source>
        <translation>Personnes dans les réglages</translation>
    </message>
    <message>
        <source>Appearance in Settings</source>
        <translation>Apparence dans les réglages</translation>
    </message>
    <message>
        <source>Keys in Settings</source>
        <translation>Touches dans les réglages</translation>
    </message>
    <message>
        <source>Data in Settings</source>
        <translation>Données dans les réglages</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Ce qui a été envoyé</translation>
    </message>
    <message>
        <source>Delegate to %1</source>
        <translation>Déléguer à %1</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>not possible here</source>
        <translation>pas possible ici</translation>
    </message>
</context>
<context>
    <name>PaneHead</name>
    <message>
        <source>Use this provider</source>
        <translation>Utiliser ce fournisseur</translation>
    </message>
</context>
<context>
    <name>PartsField</name>
    <message>
        <source>No longer a part. It is in the lists.</source>
        <translation>Ce n’est plus une partie. La tâche est dans les listes.</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Ajouter une partie</translation>
    </message>
    <message>
        <source>Add a part, with a date, !level or @person</source>
        <translation>Une partie, avec date, !niveau ou @personne</translation>
    </message>
</context>
<context>
    <name>PathRow</name>
    <message>
        <source>This folder is made when it is needed.</source>
        <translation>Ce dossier est créé au besoin.</translation>
    </message>
</context>
<context>
    <name>PeopleDelegate</name>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) out</source>
        <translation>
            <numerusform>%Ln tâche confiée</numerusform>
            <numerusform>%Ln tâches confiées</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing out</source>
        <translation>rien de confié</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>New person</source>
        <translation>Nouvelle personne</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>People get tasks as a letter that you send. Nothing is sent by itself.</source>
        <translation>Une tâche arrive à une personne par un message que vous envoyez. Rien ne part tout seul.</translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>Nom d’une personne</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Afficher tout le monde</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>E-mail address, if you like</source>
        <translation>Adresse e-mail, facultative</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>Langue du message</translation>
    </message>
</context>
<context>
    <name>PersonPane</name>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 n’est plus dans la liste.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Confié</translation>
    </message>
    <message>
        <source>For letters; you can write it in your mail program too</source>
        <translation>Pour les messages&#xa0;; peut aussi s’écrire dans la messagerie</translation>
    </message>
    <message>
        <source>The window’s</source>
        <translation>Celle de l’app</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>Retirer cette personne</translation>
    </message>
</context>
<context>
    <name>PlaceActs</name>
    <message>
        <source>Remove the domain</source>
        <translation>Retirer le domaine</translation>
    </message>
    <message>
        <source>Remove the filter</source>
        <translation>Retirer le filtre</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Name of the domain</source>
        <translation>Nom du domaine</translation>
    </message>
    <message>
        <source>The domain is gone, its tasks stay.</source>
        <translation>Le domaine est retiré, ses tâches restent.</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Nom du filtre</translation>
    </message>
    <message>
        <source>The filter is gone, its tasks stay.</source>
        <translation>Le filtre est retiré, ses tâches restent.</translation>
    </message>
    <message>
        <source>Moved to %1.</source>
        <translation>Déplacé vers %1.</translation>
    </message>
    <message>
        <source>Chosen for today.</source>
        <translation>Choisi pour aujourd’hui.</translation>
    </message>
    <message>
        <source>Back in the inbox.</source>
        <translation>De retour dans la boîte.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Terminé.</translation>
    </message>
</context>
<context>
    <name>PlanChips</name>
    <message>
        <source>Start the timer</source>
        <translation>Démarrer le minuteur</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Liste de contrôle</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>Dependency</source>
        <translation>Dépendance</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add a date, a repetition, parts, files…</source>
        <translation>Ajouter une date, une répétition, des parties, des fichiers…</translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Date butoir</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimation</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Temps passé</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>tomorrow 9am, friday, 12 march</source>
        <translation>demain 9h, vendredi, 12 mars</translation>
    </message>
    <message>
        <source>every monday, every 2 weeks</source>
        <translation>chaque lundi, toutes les 2 semaines</translation>
    </message>
    <message>
        <source>45min, 1h30</source>
        <translation>45min, 1h30</translation>
    </message>
    <message>
        <source>1, 2, 3 or none</source>
        <translation>1, 2, 3 ou aucune</translation>
    </message>
    <message>
        <source>Name of a tag</source>
        <translation>Nom d’une étiquette</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>dès %1</translation>
    </message>
    <message>
        <source>Deadline %1</source>
        <translation>Date butoir %1</translation>
    </message>
    <message>
        <source>“%1” is no repetition. Nothing was changed; try “every monday”.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une répétition. Rien n’a changé&#xa0;; essayez «&#xa0;chaque lundi&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is no priority. Nothing was changed; it is 1, 2 or 3, 1 the highest.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une priorité. Rien n’a changé&#xa0;; c’est 1, 2 ou 3, 1 étant la plus haute.</translation>
    </message>
    <message>
        <source>“%1” is no length of time. Nothing was changed; try “45min” or “1h30”.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une durée. Rien n’a changé&#xa0;; essayez «&#xa0;45min&#xa0;» ou «&#xa0;1h30&#xa0;».</translation>
    </message>
</context>
<context>
    <name>PlanningTab</name>
    <message>
        <source>On its last day</source>
        <translation>Le dernier jour</translation>
    </message>
    <message>
        <source>Not that month</source>
        <translation>Pas ce mois-là</translation>
    </message>
    <message>
        <source>A day begins at</source>
        <translation>La journée commence à</translation>
    </message>
    <message>
        <source>A working day has</source>
        <translation>Journée de travail</translation>
    </message>
    <message>
        <source>The 31st, in a shorter month</source>
        <translation>Le 31, en mois plus court</translation>
    </message>
    <message>
        <source>Until then it is still the day before: who works after midnight has not begun tomorrow.</source>
        <translation>D’ici là, c’est encore la veille&#xa0;: qui travaille après minuit n’a pas commencé le lendemain.</translation>
    </message>
    <message>
        <source>Today compares it with what its tasks are estimated at.</source>
        <translation>Aujourd’hui la compare à la durée estimée de ses tâches.</translation>
    </message>
    <message>
        <source>For new tasks that repeat on a day that not every month has.</source>
        <translation>Pour les nouvelles tâches répétées un jour que tous les mois n’ont pas.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>What %1 receives</source>
        <translation>%1 reçoit ceci</translation>
    </message>
    <message>
        <source>The letter, for you to send. Nothing is sent by itself.</source>
        <translation>Le message, à envoyer vous-même. Rien ne part tout seul.</translation>
    </message>
    <message>
        <source>Marked at the left: text from outside. The model is told that it is no instruction.</source>
        <translation>Marqué à gauche&#xa0;: texte extérieur. Le modèle est prévenu que ce n’est pas une consigne.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Underlined: replaced before sending, put back in the answer. These stay here:</source>
        <translation>Souligné&#xa0;: remplacé avant l’envoi, remis dans la réponse. Ceci reste ici&#xa0;:</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation>environ %1 jetons</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 octets</translation>
    </message>
    <message>
        <source>%1 stands for %2, which does not leave</source>
        <translation>%1 remplace %2, qui ne part pas</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Consignes</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
</context>
<context>
    <name>PriceAsk</name>
    <message>
        <source>In</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>What does %1 cost?</source>
        <translation>Combien coûte %1&#xa0;?</translation>
    </message>
    <message>
        <source>Dollars for a million tokens, as %1 bills them. It counts where no price is listed.</source>
        <translation>Dollars par million de jetons, tels que %1 les facture. Vaut quand aucun prix n’est publié.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Forget this price</source>
        <translation>Oublier ce prix</translation>
    </message>
    <message>
        <source>Both are needed; 0 is a price too.</source>
        <translation>Il faut les deux&#xa0;; 0 est aussi un prix.</translation>
    </message>
</context>
<context>
    <name>PrivacyPart</name>
    <message>
        <source>Before anything is sent to %1</source>
        <translation>Avant tout envoi à %1</translation>
    </message>
    <message>
        <source>%1 is on this computer: nothing leaves it</source>
        <translation>%1 est sur cet ordinateur&#xa0;: rien n’en sort</translation>
    </message>
    <message>
        <source>Replace names, e-mail addresses, phone, card and bank numbers</source>
        <translation>Remplacer noms, adresses e-mail, numéros de téléphone, de carte et de compte</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced today; put back in the answer</source>
        <translation>
            <numerusform>%Ln remplacé aujourd’hui&#xa0;; remis dans la réponse</numerusform>
            <numerusform>%Ln remplacés aujourd’hui&#xa0;; remis dans la réponse</numerusform>
        </translation>
    </message>
    <message>
        <source>What is replaced is put back in the answer</source>
        <translation>Ce qui est remplacé est remis dans la réponse</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Show the preview before anything leaves</source>
        <translation>Afficher l’aperçu avant tout envoi</translation>
    </message>
    <message>
        <source>Ctrl Shift V shows it at any time</source>
        <translation>Ctrl Maj V l’affiche à tout moment</translation>
    </message>
    <message>
        <source>Names and words that are replaced</source>
        <translation>Noms et mots remplacés</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>Ajouter un nom</translation>
    </message>
    <message>
        <source>Never sent</source>
        <translation>Jamais envoyé</translation>
    </message>
    <message>
        <source>Level 3 tasks</source>
        <translation>Tâches de niveau 3</translation>
    </message>
    <message>
        <source>Reflection</source>
        <translation>Réflexion</translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message>
        <source>Brief v%1</source>
        <translation>Brief v%1</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>You asked</source>
        <translation>Votre demande</translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation>Incomplète</translation>
    </message>
    <message>
        <source>Text from outside</source>
        <translation>Texte extérieur</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 jetons</translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation>environ %1 jetons</translation>
    </message>
    <message numerus="yes">
        <source>%n context item(s), %1</source>
        <translation>
            <numerusform>%Ln contexte, %1</numerusform>
            <numerusform>%Ln contextes, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈&#xa0;%1</translation>
    </message>
    <message>
        <source>free</source>
        <translation>gratuit</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>coût inconnu</translation>
    </message>
    <message>
        <source>%1, of these %2 by itself</source>
        <translation>%1, dont %2 automatiquement</translation>
    </message>
    <message>
        <source>an earlier answer that had stopped</source>
        <translation>une réponse précédente, arrêtée</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Fournisseur</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Envoyé à</translation>
    </message>
    <message>
        <source>nowhere: it ran on this computer</source>
        <translation>nulle part&#xa0;: tout s’est fait sur cet ordinateur</translation>
    </message>
    <message>
        <source>Model asked</source>
        <translation>Modèle demandé</translation>
    </message>
    <message>
        <source>Model that answered</source>
        <translation>Modèle qui a répondu</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Identifiant de requête</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>Goes on with</source>
        <translation>Suite de</translation>
    </message>
    <message>
        <source>Replaced before sending</source>
        <translation>Remplacé avant l’envoi</translation>
    </message>
    <message>
        <source>%1, reported by the provider</source>
        <translation>%1, selon le fournisseur</translation>
    </message>
    <message>
        <source>%1, at the listed price</source>
        <translation>%1, au prix publié</translation>
    </message>
    <message>
        <source>%1, at your price</source>
        <translation>%1, à votre prix</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>environ %1</translation>
    </message>
    <message>
        <source>%1, measured</source>
        <translation>%1, mesuré</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Mise en file</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>First word</source>
        <translation>Premier mot</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message numerus="yes">
        <source>%n different word(s), put back in the answer</source>
        <translation>
            <numerusform>%Ln mot différent, remis dans la réponse</numerusform>
            <numerusform>%Ln mots différents, remis dans la réponse</numerusform>
        </translation>
    </message>
    <message>
        <source>yes: the brief held text from a file, a mail or a page</source>
        <translation>oui&#xa0;: le brief contenait le texte d’un fichier, d’un e-mail ou d’une page</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Jetons lus</translation>
    </message>
    <message>
        <source>Of these, from a cache</source>
        <translation>dont pris en cache</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Jetons écrits</translation>
    </message>
    <message>
        <source>Of these, reasoning</source>
        <translation>dont raisonnement</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
</context>
<context>
    <name>Provider</name>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Fonctionne</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Non testé</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>Modèle&#xa0;?</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>Sans clé</translation>
    </message>
    <message>
        <source>Fix key</source>
        <translation>Clé à revoir</translation>
    </message>
    <message>
        <source>Fix model</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>En panne</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Hors ligne depuis %1</translation>
    </message>
    <message>
        <source>Asked us to slow down until %1</source>
        <translation>Demande de ralentir jusqu’à %1</translation>
    </message>
    <message>
        <source>No answer since %1</source>
        <translation>Sans réponse depuis %1</translation>
    </message>
    <message>
        <source>Loading its model since %1</source>
        <translation>Charge son modèle depuis %1</translation>
    </message>
    <message>
        <source>Asked to wait until %1</source>
        <translation>Attente jusqu’à %1</translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <translation>Compatible OpenAI</translation>
    </message>
    <message>
        <source>OpenAI Responses</source>
        <translation>OpenAI Responses</translation>
    </message>
    <message>
        <source>Anthropic Messages</source>
        <translation>Anthropic Messages</translation>
    </message>
    <message>
        <source>Google Gemini</source>
        <translation>Google Gemini</translation>
    </message>
    <message>
        <source>Ollama</source>
        <translation>Ollama</translation>
    </message>
    <message>
        <source>Built-in model</source>
        <translation>Modèle intégré</translation>
    </message>
    <message>
        <source>The key of %1 is not at hand: the keyring is locked or missing. Nothing was sent.</source>
        <translation>La clé de %1 n’est pas disponible&#xa0;: le trousseau est verrouillé ou absent. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>%1 refuses the key: it is not complete, or was revoked or replaced. Nothing was charged.</source>
        <translation>%1 refuse la clé&#xa0;: elle est incomplète, ou a été révoquée ou remplacée. Rien n’a été facturé.</translation>
    </message>
    <message>
        <source>%1 did not understand the test. Nothing was charged; check the address and the dialect.</source>
        <translation>%1 n’a pas compris le test. Rien n’a été facturé&#xa0;; vérifiez l’adresse et le dialecte.</translation>
    </message>
    <message>
        <source>%1 does not answer. Try again later.</source>
        <translation>%1 ne répond pas. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>%1 sent nothing for too long. Try again later.</source>
        <translation>%1 n’a rien envoyé depuis trop longtemps. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>What %1 sent is not an answer: the address (it usually ends in /v1) or the dialect is probably wrong.</source>
        <translation>%1 a envoyé autre chose qu’une réponse&#xa0;: l’adresse (elle finit d’ordinaire par /v1) ou le dialecte ne convient sans doute pas.</translation>
    </message>
    <message>
        <source>The built-in model cannot be started. Choose another GGUF file, or another provider.</source>
        <translation>Le modèle intégré ne démarre pas. Choisissez un autre fichier GGUF, ou un autre fournisseur.</translation>
    </message>
</context>
<context>
    <name>ProviderPane</name>
    <message>
        <source>Remove %1?</source>
        <translation>Retirer %1&#xa0;?</translation>
    </message>
    <message>
        <source>Its specialists and its key go too, and this cannot be undone. Tasks, results and reviews stay.</source>
        <translation>Ses spécialistes et sa clé partent aussi, et c’est définitif. Tâches, résultats et revues restent.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
</context>
<context>
    <name>ProvidersDelegate</name>
    <message>
        <source>Add a custom address</source>
        <translation>Ajouter une autre adresse</translation>
    </message>
    <message>
        <source>Add a local server</source>
        <translation>Ajouter un serveur local</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>Pas encore de clé</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%Ln modèle</numerusform>
            <numerusform>%Ln modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Small, works offline</source>
        <translation>Petit, marche hors ligne</translation>
    </message>
    <message>
        <source>Key refused today at %1</source>
        <translation>Clé refusée aujourd’hui à %1</translation>
    </message>
    <message>
        <source>Key refused, %1</source>
        <translation>Clé refusée, %1</translation>
    </message>
    <message numerus="yes">
        <source>Default for %n specialists</source>
        <translation>
            <numerusform>Par défaut de %Ln spécialiste</numerusform>
            <numerusform>Par défaut de %Ln spécialistes</numerusform>
        </translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Your accounts</source>
        <translation>Vos comptes</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>Key not at hand</source>
        <translation>Clé non disponible</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Clé refusée</translation>
    </message>
</context>
<context>
    <name>ProvidersTab</name>
    <message>
        <source>Providers</source>
        <translation>Fournisseurs</translation>
    </message>
</context>
<context>
    <name>QuickAdd</name>
    <message>
        <source>Added.</source>
        <translation>Ajoutée.</translation>
    </message>
    <message>
        <source>This could not be added. The words are kept; the main window has a report.</source>
        <translation>L’ajout n’a pas pu se faire. Le texte est gardé&#xa0;; la fenêtre principale a un rapport.</translation>
    </message>
    <message>
        <source>Quick add – Orchestrator</source>
        <translation>Ajout rapide – Orchestrator</translation>
    </message>
    <message>
        <source>add</source>
        <translation>ajouter</translation>
    </message>
    <message>
        <source>add and open</source>
        <translation>ajouter et ouvrir</translation>
    </message>
    <message>
        <source>close, keep the words</source>
        <translation>fermer, garder le texte</translation>
    </message>
</context>
<context>
    <name>QuitSheet</name>
    <message>
        <source>Stay open</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Ne plus demander</translation>
    </message>
    <message>
        <source>Quit now?</source>
        <translation>Quitter maintenant&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>%n delegation(s) are under way.</source>
        <translation>
            <numerusform>%Ln délégation est en cours.</numerusform>
            <numerusform>%Ln délégations sont en cours.</numerusform>
        </translation>
    </message>
    <message>
        <source>What has arrived is kept; the rest may be charged.</source>
        <translation>Le texte reçu est gardé&#xa0;; le reste peut être facturé.</translation>
    </message>
    <message>
        <source>What has arrived is kept.</source>
        <translation>Le texte reçu est gardé.</translation>
    </message>
    <message numerus="yes">
        <source>%n go(es) on at %1, to be read at the next start.</source>
        <translation>
            <numerusform>%Ln continue chez %1 et sera lue au prochain démarrage.</numerusform>
            <numerusform>%Ln continuent chez %1 et seront lues au prochain démarrage.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Done when</source>
        <translation>Terminé quand</translation>
    </message>
    <message>
        <source>You asked for %1</source>
        <translation>Votre demande pour %1</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln mot</numerusform>
            <numerusform>%Ln mots</numerusform>
        </translation>
    </message>
    <message>
        <source>Links in this text</source>
        <translation>Liens de ce texte</translation>
    </message>
    <message numerus="yes">
        <source>Measured: %n word(s)</source>
        <translation>
            <numerusform>Mesuré&#xa0;: %Ln mot</numerusform>
            <numerusform>Mesuré&#xa0;: %Ln mots</numerusform>
        </translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>Non atteint</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Nouveaux&#xa0;: %1</translation>
    </message>
    <message>
        <source>Gone: %1</source>
        <translation>Disparus&#xa0;: %1</translation>
    </message>
    <message>
        <source>Numbers that changed</source>
        <translation>Nombres changés</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
</context>
<context>
    <name>Recipient</name>
    <message>
        <source>Specialist</source>
        <translation>Spécialiste</translation>
    </message>
    <message>
        <source>No specialist yet</source>
        <translation>Aucun spécialiste</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>The request, as it was sent</source>
        <translation>La requête, telle qu’envoyée</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ReflectionPage</name>
    <message>
        <source>Open the day again</source>
        <translation>Rouvrir la journée</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Clore la journée</translation>
    </message>
    <message>
        <source>Orchestrated with AI</source>
        <translation>Orchestré avec l’IA</translation>
    </message>
    <message>
        <source>Orchestrated with people</source>
        <translation>Orchestré avec des personnes</translation>
    </message>
    <message>
        <source>Executed by myself</source>
        <translation>Exécuté par moi-même</translation>
    </message>
    <message>
        <source>orchestrated: %1 at the start, %2 these 7 days</source>
        <translation>orchestré&#xa0;: %1 au départ, %2 ces 7 jours</translation>
    </message>
    <message>
        <source>Saved at %1 on this computer</source>
        <translation>Enregistrée à %1 sur cet ordinateur</translation>
    </message>
    <message>
        <source>The day is open again.</source>
        <translation>La journée est rouverte.</translation>
    </message>
    <message>
        <source>The day is closed.</source>
        <translation>La journée est close.</translation>
    </message>
    <message>
        <source>Reflection of %1</source>
        <translation>Réflexion du %1</translation>
    </message>
    <message>
        <source>What do you orchestrate today
that you executed yesterday?</source>
        <translation>Qu’orchestrez-vous aujourd’hui
que vous exécutiez hier&#xa0;?</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>La veille</translation>
    </message>
    <message>
        <source>The next day</source>
        <translation>Le lendemain</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>Not enough days yet. The chart starts after three.</source>
        <translation>Pas encore assez de jours. Le graphique commence après trois.</translation>
    </message>
</context>
<context>
    <name>Repeating</name>
    <message>
        <source>every working day</source>
        <translation>chaque jour ouvré</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>chaque %1</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>chaque jour</translation>
    </message>
    <message numerus="yes">
        <source>every %n days</source>
        <translation>
            <numerusform>tous les %Ln jours</numerusform>
            <numerusform>tous les %Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>every week</source>
        <translation>chaque semaine</translation>
    </message>
    <message numerus="yes">
        <source>every %n weeks</source>
        <translation>
            <numerusform>toutes les %Ln semaines</numerusform>
            <numerusform>toutes les %Ln semaines</numerusform>
        </translation>
    </message>
    <message>
        <source>every month</source>
        <translation>chaque mois</translation>
    </message>
    <message numerus="yes">
        <source>every %n months</source>
        <translation>
            <numerusform>tous les %Ln mois</numerusform>
            <numerusform>tous les %Ln mois</numerusform>
        </translation>
    </message>
    <message>
        <source>every year</source>
        <translation>chaque année</translation>
    </message>
    <message numerus="yes">
        <source>every %n years</source>
        <translation>
            <numerusform>tous les %Ln ans</numerusform>
            <numerusform>tous les %Ln ans</numerusform>
        </translation>
    </message>
    <message>
        <source>on the last working day</source>
        <translation>le dernier jour ouvré</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>le %1</translation>
    </message>
    <message>
        <source>on the last day</source>
        <translation>le dernier jour</translation>
    </message>
    <message>
        <source>on the %1</source>
        <translation>le %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>weekdays</comment>
        <translation>le %1</translation>
    </message>
    <message>
        <source>on the first %1</source>
        <translation>le premier %1</translation>
    </message>
    <message>
        <source>on the second %1</source>
        <translation>le deuxième %1</translation>
    </message>
    <message>
        <source>on the third %1</source>
        <translation>le troisième %1</translation>
    </message>
    <message>
        <source>on the fourth %1</source>
        <translation>le quatrième %1</translation>
    </message>
    <message>
        <source>on the fifth %1</source>
        <translation>le cinquième %1</translation>
    </message>
    <message>
        <source>on the last %1</source>
        <translation>le dernier %1</translation>
    </message>
    <message>
        <source>on the last but one %1</source>
        <translation>l’avant-dernier %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 et %2</translation>
    </message>
    <message>
        <source>after it is done</source>
        <translation>après l’avoir terminée</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%Ln fois</numerusform>
            <numerusform>%Ln fois</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
</context>
<context>
    <name>RepetitionField</name>
    <message>
        <source>The next date counts from the day it is done</source>
        <translation>La prochaine date part du jour où la tâche est terminée</translation>
    </message>
    <message>
        <source>This is the last one</source>
        <translation>C’est la dernière</translation>
    </message>
    <message>
        <source>then %1</source>
        <translation>puis %1</translation>
    </message>
    <message>
        <source>Skipped.</source>
        <translation>Sautée.</translation>
    </message>
    <message>
        <source>Skip this one</source>
        <translation>Sauter celle-ci</translation>
    </message>
    <message>
        <source>In short months</source>
        <translation>Mois courts</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>le dernier jour</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>Request</name>
    <message>
        <source>What %1 was sent</source>
        <translation>%1 a reçu ceci</translation>
    </message>
    <message>
        <source>The request, as it was stored before it left.</source>
        <translation>La requête, telle qu’elle a été gardée avant son départ.</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>“%1” is no longer in review.</source>
        <translation>«&#xa0;%1&#xa0;» n’est plus en revue.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Your edit is kept as a draft. Press E to go on.</source>
        <translation>Votre modification est gardée en brouillon. E pour continuer.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revue</translation>
    </message>
    <message>
        <source>Previous (K)</source>
        <translation>Précédent (K)</translation>
    </message>
    <message>
        <source>Next (J)</source>
        <translation>Suivant (J)</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Nothing to judge. Results arrive here.</source>
        <translation>Rien en revue. Les résultats arrivent ici.</translation>
    </message>
</context>
<context>
    <name>Saying</name>
    <message>
        <source>%1, on this computer</source>
        <translation>%1, sur cet ordinateur</translation>
    </message>
    <message>
        <source>try %1 of %2</source>
        <translation>essai %1 sur %2</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>goes on with an earlier answer</source>
        <translation>suite d’une réponse précédente</translation>
    </message>
    <message>
        <source>handed over at %1</source>
        <translation>confiée à %1</translation>
    </message>
    <message>
        <source>the queue is paused</source>
        <translation>la file est suspendue</translation>
    </message>
    <message>
        <source>leaves when there is room</source>
        <translation>part dès qu’il y a de la place</translation>
    </message>
    <message>
        <source>%1 in queue</source>
        <translation>%1 en file</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>coût inconnu</translation>
    </message>
    <message>
        <source>free</source>
        <translation>gratuit</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Parts</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>À cocher</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Dépend de</translation>
    </message>
    <message>
        <source>Needed for</source>
        <translation>Nécessaire à</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Kept. Send it from Delegated when you like.</source>
        <translation>Gardée. Envoyez-la depuis Délégations quand vous voudrez.</translation>
    </message>
    <message>
        <source>Leaves tomorrow.</source>
        <translation>Part demain.</translation>
    </message>
    <message>
        <source>Handed to %1.</source>
        <translation>Confiée à %1.</translation>
    </message>
    <message>
        <source>It has changed meanwhile. This is what would leave now.</source>
        <translation>Cela a changé entre-temps. Voici ce qui partirait maintenant.</translation>
    </message>
</context>
<context>
    <name>SentHead</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Pour quoi</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Envoyé à</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Remplacé</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>SentLog</name>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>No request matches.</source>
        <translation>Aucune requête ne correspond.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. Each request will be noted here before it leaves.</source>
        <translation>Rien n’a encore été envoyé. Chaque requête sera notée ici avant de partir.</translation>
    </message>
    <message>
        <source>The newest %1 requests; scroll for more</source>
        <translation>Les %1 requêtes les plus récentes&#xa0;; défilez pour la suite</translation>
    </message>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%Ln requête</numerusform>
            <numerusform>%Ln requêtes</numerusform>
        </translation>
    </message>
    <message>
        <source>This task is no longer there.</source>
        <translation>Cette tâche n’est plus là.</translation>
    </message>
    <message>
        <source>Export what was sent</source>
        <translation>Exporter ce qui a été envoyé</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n requests written to %1.</source>
        <translation>
            <numerusform>%Ln requête écrite dans %1.</numerusform>
            <numerusform>%Ln requêtes écrites dans %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Ce qui a été envoyé</translation>
    </message>
    <message>
        <source>Every request, noted before it leaves. Nothing here is ever changed or removed.</source>
        <translation>Chaque requête, notée avant de partir. Rien ici n’est jamais modifié ni retiré.</translation>
    </message>
    <message>
        <source>Filter: task, provider, model, state</source>
        <translation>Filtrer&#xa0;: tâche, fournisseur, modèle, état</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exporter en CSV…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Délégation</translation>
    </message>
    <message>
        <source>Reading on</source>
        <translation>Suite de la lecture</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Arrêt</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>List of models</source>
        <translation>Liste des modèles</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>sur cet ordinateur</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 jetons</translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation>≈&#xa0;%1 jetons</translation>
    </message>
    <message>
        <source>free</source>
        <translation>gratuit</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Réponse reçue</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Saved as you change it</source>
        <translation>Enregistré au fur et à mesure</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Fournisseurs</translation>
    </message>
    <message>
        <source>Specialists</source>
        <translation>Spécialistes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planification</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message numerus="yes">
        <source>%n added.</source>
        <translation>
            <numerusform>%Ln ajoutée.</numerusform>
            <numerusform>%Ln ajoutées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharedPart</name>
    <message>
        <source>Nothing was sent today</source>
        <translation>Rien envoyé aujourd’hui</translation>
    </message>
    <message>
        <source>Sent today: %1, %2 tokens, %3</source>
        <translation>Envoyé aujourd’hui&#xa0;: %1, %2 jetons, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n delegations</source>
        <translation>
            <numerusform>%Ln délégation</numerusform>
            <numerusform>%Ln délégations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n providers</source>
        <translation>
            <numerusform>%Ln fournisseur</numerusform>
            <numerusform>%Ln fournisseurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Ouvrir le journal</translation>
    </message>
    <message>
        <source>When quitting with work under way</source>
        <translation>En quittant avec du travail en cours</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>due %1</source>
        <translation>échéance&#xa0;: %1</translation>
    </message>
    <message>
        <source>Show the full record (I)</source>
        <translation>Tout le détail (I)</translation>
    </message>
    <message>
        <source>What %1 received</source>
        <translation>%1 a reçu ceci</translation>
    </message>
    <message>
        <source>Brief v%1, as it was handed over.</source>
        <translation>Brief v%1, tel que confié.</translation>
    </message>
    <message>
        <source>Where v%1 comes from</source>
        <translation>D’où vient v%1</translation>
    </message>
    <message>
        <source>v%1 is on the clipboard.</source>
        <translation>v%1 est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Not opened: %1 is no web or mail address.</source>
        <translation>Non ouvert&#xa0;: %1 n’est ni une page ni un e-mail.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Result, being edited</source>
        <translation>Résultat, en cours de modification</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Reflection and settings</source>
        <translation>Réflexion et réglages</translation>
    </message>
    <message>
        <source>Reflection</source>
        <translation>Réflexion</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Boîte de réception</translation>
    </message>
    <message>
        <source>Delegated</source>
        <translation>Délégations</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revue</translation>
    </message>
    <message>
        <source>Waiting for people</source>
        <translation>En attente des autres</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%Ln en retard</numerusform>
            <numerusform>%Ln en retard</numerusform>
        </translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domaines</translation>
    </message>
    <message>
        <source>Add a domain</source>
        <translation>Ajouter un domaine</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>No provider</source>
        <translation>Aucun fournisseur</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Clé refusée</translation>
    </message>
    <message>
        <source>Test failed</source>
        <translation>Échec du test</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Hors ligne depuis %1</translation>
    </message>
    <message>
        <source>Local models still work.</source>
        <translation>Les modèles locaux marchent.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Nouvel essai à %1.</translation>
    </message>
    <message>
        <source>Asks to slow down</source>
        <translation>Demande de ralentir</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Ne répond pas</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Intégré</translation>
    </message>
    <message>
        <source>%1 of %2 this month</source>
        <translation>%1 sur %2 ce mois</translation>
    </message>
    <message>
        <source>%1 of this month’s budget</source>
        <translation>%1 du budget du mois</translation>
    </message>
    <message>
        <source>This month’s %2 is spent</source>
        <translation>%2 du mois dépensés</translation>
    </message>
    <message>
        <source>%1 of %2 today</source>
        <translation>%1 sur %2 ce jour</translation>
    </message>
    <message>
        <source>%1 of today’s budget</source>
        <translation>%1 du budget du jour</translation>
    </message>
    <message>
        <source>Today’s %2 is spent</source>
        <translation>%2 du jour dépensés</translation>
    </message>
    <message numerus="yes">
        <source>+ %n unknown</source>
        <translation>
            <numerusform>+ %Ln inconnu</numerusform>
            <numerusform>+ %Ln inconnus</numerusform>
        </translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Injoignable</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>Pas encore testé</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 aujourd’hui</translation>
    </message>
</context>
<context>
    <name>SpecialistPane</name>
    <message>
        <source>switched off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>The provider’s: %1</source>
        <translation>Celui du fournisseur&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 est retiré.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Consignes</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Fournisseur</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Who it is, how it writes, what it never does. Sent with each brief.</source>
        <translation>Son rôle, son style, ce qu’il ne fait jamais. Envoyé avec chaque brief.</translation>
    </message>
    <message>
        <source>Remove this specialist</source>
        <translation>Retirer ce spécialiste</translation>
    </message>
</context>
<context>
    <name>SpecialistsDelegate</name>
    <message>
        <source>Add a specialist</source>
        <translation>Ajouter un spécialiste</translation>
    </message>
</context>
<context>
    <name>SpecialistsTab</name>
    <message>
        <source>New specialist</source>
        <translation>Nouveau spécialiste</translation>
    </message>
    <message>
        <source>Specialists</source>
        <translation>Spécialistes</translation>
    </message>
    <message>
        <source>A specialist is a role with instructions of yours: a copywriter, a translator.</source>
        <translation>Un spécialiste est un rôle avec vos consignes&#xa0;: rédaction, traduction.</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prête</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>À vous</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En file</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>En revue</translation>
    </message>
    <message>
        <source>Revision asked</source>
        <translation>Reprise demandée</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenue</translation>
    </message>
    <message>
        <source>Over budget</source>
        <translation>Hors budget</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changée</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Revenue à vous</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrompue</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Déclinée</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Incertaine</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>En partie</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Acceptée</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Atteint</translation>
    </message>
    <message>
        <source>Accepted unseen</source>
        <translation>Acceptée sans revue</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejetée</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Abandonnée</translation>
    </message>
</context>
<context>
    <name>StoredKey</name>
    <message>
        <source>Key ending in %1</source>
        <translation>Clé finissant par %1</translation>
    </message>
    <message>
        <source>A key is kept</source>
        <translation>Une clé est gardée</translation>
    </message>
</context>
<context>
    <name>TaskActs</name>
    <message>
        <source>Done.</source>
        <translation>Terminée.</translation>
    </message>
    <message>
        <source>Dropped.</source>
        <translation>Abandonnée.</translation>
    </message>
    <message>
        <source>Back in the inbox.</source>
        <translation>De retour dans la boîte.</translation>
    </message>
    <message>
        <source>Back with you.</source>
        <translation>De nouveau à vous.</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Set a date</source>
        <translation>Fixer une date</translation>
    </message>
    <message>
        <source>Move to a domain</source>
        <translation>Choisir un domaine</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>They answered</source>
        <translation>Réponse reçue</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Answer by…</source>
        <translation>Réponse d’ici…</translation>
    </message>
    <message>
        <source>The letter to them</source>
        <translation>Revoir le message</translation>
    </message>
</context>
<context>
    <name>TaskDelegate</name>
    <message>
        <source>from %1</source>
        <translation>dès %1</translation>
    </message>
    <message>
        <source>timer runs</source>
        <translation>minuteur en marche</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloquée</translation>
    </message>
    <message>
        <source>deadline %1</source>
        <translation>date butoir %1</translation>
    </message>
    <message>
        <source>part of %1</source>
        <translation>partie de %1</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>se répète</translation>
    </message>
    <message>
        <source>in the notes:</source>
        <translation>dans les notes&#xa0;:</translation>
    </message>
    <message>
        <source>in the checklist:</source>
        <translation>dans la liste de contrôle&#xa0;:</translation>
    </message>
    <message>
        <source>in the result:</source>
        <translation>dans le résultat&#xa0;:</translation>
    </message>
    <message>
        <source>in the context:</source>
        <translation>dans le contexte&#xa0;:</translation>
    </message>
    <message>
        <source>among the tags:</source>
        <translation>parmi les étiquettes&#xa0;:</translation>
    </message>
    <message>
        <source>among the files:</source>
        <translation>parmi les fichiers&#xa0;:</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Delegated</source>
        <translation>Déléguée</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Revenue</translation>
    </message>
    <message>
        <source>Priority 1</source>
        <translation>Priorité 1</translation>
    </message>
    <message>
        <source>Priority 2</source>
        <translation>Priorité 2</translation>
    </message>
    <message>
        <source>Priority 3</source>
        <translation>Priorité 3</translation>
    </message>
    <message>
        <source>No priority</source>
        <translation>Sans priorité</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>No due date</source>
        <translation>Sans échéance</translation>
    </message>
    <message>
        <source>next week</source>
        <translation>la semaine prochaine</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>cette semaine</translation>
    </message>
</context>
<context>
    <name>TaskHead</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Click or Enter to write</source>
        <translation>Clic ou Entrée pour écrire</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message>
        <source>“%1” is not a date. Nothing was changed; try “friday 9am”.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une date. Rien n’a changé&#xa0;; essayez «&#xa0;vendredi 9h&#xa0;».</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Fermer le panneau</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>There is no specialist yet.</source>
        <translation>Il n’y a pas encore de spécialiste.</translation>
    </message>
    <message>
        <source>Connect a provider in Settings.</source>
        <translation>Connectez un fournisseur dans Réglages.</translation>
    </message>
    <message>
        <source>Do it yourself, or name a person above.</source>
        <translation>Faites-la, ou nommez une personne ci-dessus.</translation>
    </message>
    <message>
        <source>Nothing is sent: you tell them yourself.</source>
        <translation>Rien n’est envoyé&#xa0;: à vous de prévenir.</translation>
    </message>
    <message>
        <source>The task then waits under Waiting for people.</source>
        <translation>La tâche ira dans «&#xa0;En attente des autres&#xa0;».</translation>
    </message>
    <message>
        <source>A result waits for your judgment.</source>
        <translation>Un résultat attend votre jugement.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revue</translation>
    </message>
    <message>
        <source>This task is done.</source>
        <translation>Cette tâche est terminée.</translation>
    </message>
    <message>
        <source>This task was dropped.</source>
        <translation>Cette tâche est abandonnée.</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Level 3 is never sent to an AI.</source>
        <translation>Le niveau 3 n’est jamais envoyé à une IA.</translation>
    </message>
    <message>
        <source>Delegate</source>
        <translation>Déléguer</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Vers %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 jetons</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 est injoignable</translation>
    </message>
    <message>
        <source>%1. Kept here, sent when it returns.</source>
        <translation>%1. Gardé ici, envoyé à son retour.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 vers %2</translation>
    </message>
    <message>
        <source>The queue is paused: kept here until you resume it</source>
        <translation>La file est suspendue&#xa0;: gardé ici tant qu’elle n’est pas relancée</translation>
    </message>
    <message>
        <source>text from outside</source>
        <translation>texte extérieur</translation>
    </message>
    <message>
        <source>Contains text from outside</source>
        <translation>Contient du texte extérieur</translation>
    </message>
    <message>
        <source>Nothing found that has to be replaced</source>
        <translation>Rien à remplacer n’a été trouvé</translation>
    </message>
    <message>
        <source>Sent as it is written</source>
        <translation>Envoyé tel quel</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Rien ne quitte cet ordinateur</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>En attente de %1</translation>
    </message>
    <message>
        <source>They answered</source>
        <translation>Réponse reçue</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Confiée à %1</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>prix inconnu</translation>
    </message>
</context>
<context>
    <name>TaskRows</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Montrer %Ln de plus</numerusform>
            <numerusform>Montrer %Ln de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>Added. The title holds its beginning, the notes the whole text.</source>
        <translation>Ajoutée. Le titre en garde le début, les notes le texte entier.</translation>
    </message>
    <message>
        <source>Added.</source>
        <translation>Ajoutée.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) attached.</source>
        <translation>
            <numerusform>%Ln fichier joint.</numerusform>
            <numerusform>%Ln fichiers joints.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Boîte de réception</translation>
    </message>
    <message>
        <source>Waiting for people</source>
        <translation>En attente des autres</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>By level</source>
        <translation>Par niveau</translation>
    </message>
    <message>
        <source>My order</source>
        <translation>Mon ordre</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>Par date</translation>
    </message>
    <message>
        <source>By priority</source>
        <translation>Par priorité</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planifiées</translation>
    </message>
    <message>
        <source>Delegated</source>
        <translation>Confiées</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>En revue</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Abandonnées</translation>
    </message>
    <message>
        <source>Nothing matches this filter now.</source>
        <translation>Rien ne répond à ce filtre pour l’instant.</translation>
    </message>
    <message>
        <source>No match. Shift Enter creates the task.</source>
        <translation>Aucun résultat. Maj Entrée crée la tâche.</translation>
    </message>
    <message>
        <source>Nothing is planned for later days.</source>
        <translation>Rien n’est prévu pour les jours suivants.</translation>
    </message>
    <message>
        <source>The trash is empty. What you drop is kept here for 30 days.</source>
        <translation>La corbeille est vide. Ce que vous abandonnez y reste 30 jours.</translation>
    </message>
    <message>
        <source>Nothing is due today. Pick one from the Inbox?</source>
        <translation>Rien pour aujourd’hui. En prendre une dans la boîte&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing to sort. Press N to add a task.</source>
        <translation>Rien à trier. N pour ajouter une tâche.</translation>
    </message>
    <message>
        <source>Nobody owes you anything.</source>
        <translation>Personne ne vous doit rien.</translation>
    </message>
    <message>
        <source>What you accept is kept here.</source>
        <translation>Ce que vous acceptez est gardé ici.</translation>
    </message>
    <message>
        <source>Nothing open here. Press N to add a task.</source>
        <translation>Rien d’ouvert ici. N pour ajouter une tâche.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>TasksView</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%Ln tâche</numerusform>
            <numerusform>%Ln tâches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestRow</name>
    <message>
        <source>Test again</source>
        <translation>Retester</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>Choisissez d’abord un modèle.</translation>
    </message>
    <message>
        <source>Asking for one word…</source>
        <translation>Demande d’un mot…</translation>
    </message>
    <message>
        <source>Not tested yet. A test asks for one word.</source>
        <translation>Pas encore testé. Un test demande un mot.</translation>
    </message>
    <message>
        <source>Answered in %1 ms, today %2</source>
        <translation>Réponse en %1&#xa0;ms, aujourd’hui %2</translation>
    </message>
    <message>
        <source>Answered in %1 ms, %2</source>
        <translation>Réponse en %1&#xa0;ms, %2</translation>
    </message>
</context>
<context>
    <name>Thinking</name>
    <message>
        <source>What the model thought</source>
        <translation>Le raisonnement du modèle</translation>
    </message>
    <message numerus="yes">
        <source>Thinking, %Ln word(s)</source>
        <translation>
            <numerusform>Raisonnement, %Ln mot</numerusform>
            <numerusform>Raisonnement, %Ln mots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeChip</name>
    <message>
        <source>Stop the timer</source>
        <translation>Arrêter le minuteur</translation>
    </message>
    <message>
        <source>Start the timer</source>
        <translation>Lancer le minuteur</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quick add…</source>
        <translation>Ajout rapide…</translation>
    </message>
    <message>
        <source>Open Orchestrator</source>
        <translation>Ouvrir Orchestrator</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>Tries</name>
    <message>
        <source>held</source>
        <translation>retenue</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>mise en file</translation>
    </message>
    <message>
        <source>taken up</source>
        <translation>prise en charge</translation>
    </message>
    <message>
        <source>the request left</source>
        <translation>la requête est partie</translation>
    </message>
    <message>
        <source>first word</source>
        <translation>premier mot</translation>
    </message>
    <message>
        <source>read on</source>
        <translation>lecture reprise</translation>
    </message>
    <message>
        <source>left with the provider</source>
        <translation>laissée au fournisseur</translation>
    </message>
    <message>
        <source>waits: cannot be reached</source>
        <translation>attend&#xa0;: injoignable</translation>
    </message>
    <message>
        <source>waits: asked to slow down</source>
        <translation>attend&#xa0;: doit ralentir</translation>
    </message>
    <message>
        <source>waits: no answer</source>
        <translation>attend&#xa0;: pas de réponse</translation>
    </message>
    <message>
        <source>waits: its model is loading</source>
        <translation>attend&#xa0;: modèle en chargement</translation>
    </message>
    <message>
        <source>waits: the answer was cut</source>
        <translation>attend&#xa0;: réponse coupée</translation>
    </message>
    <message>
        <source>waits: over budget</source>
        <translation>attend&#xa0;: hors budget</translation>
    </message>
    <message>
        <source>waits: what would be sent has changed</source>
        <translation>attend&#xa0;: l’envoi a changé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln try(ies)</source>
        <translation>
            <numerusform>%Ln essai</numerusform>
            <numerusform>%Ln essais</numerusform>
        </translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>Essai %1</translation>
    </message>
    <message>
        <source>goes on with the answer before</source>
        <translation>suite de la réponse précédente</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Your data could not be opened</source>
        <translation>Vos données n’ont pas pu être ouvertes</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>VersionBar</name>
    <message>
        <source>Word changes since %1</source>
        <translation>Changements depuis %1</translation>
    </message>
    <message>
        <source>words</source>
        <translation>mots</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>You %1</source>
        <translation>Vous %1</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>%1 cannot be reached. Kept here, sent in order when the connection returns.</source>
        <translation>%1 est injoignable. Gardé ici, envoyé dans l’ordre au retour de la connexion.</translation>
    </message>
    <message>
        <source>%1 asks us to slow down.</source>
        <translation>%1 demande de ralentir.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 ne répond pas.</translation>
    </message>
    <message>
        <source>%1 is loading its model. The brief leaves by itself after that.</source>
        <translation>%1 charge son modèle. Le brief part ensuite tout seul.</translation>
    </message>
    <message>
        <source>The answer was cut before its end. At level 1 it is asked again.</source>
        <translation>La réponse a été coupée avant la fin. Au niveau 1, elle est redemandée.</translation>
    </message>
    <message>
        <source>What %1 would receive has changed since you handed it over: the instructions, the provider or the names to replace. Nothing was sent; look at it, then send it or take it back.</source>
        <translation>L’envoi à %1 a changé depuis que vous avez confié la tâche&#xa0;: consignes, fournisseur ou noms à remplacer. Rien n’a été envoyé&#xa0;; vérifiez, puis envoyez-la ou récupérez-la.</translation>
    </message>
    <message>
        <source>%1 is not running on this computer. Kept here, sent in order once it runs.</source>
        <translation>%1 n’est pas lancé sur cet ordinateur. Gardé ici, envoyé dans l’ordre une fois lancé.</translation>
    </message>
    <message>
        <source>Today’s %1 is spent.</source>
        <translation>Les %1 du jour sont dépensés.</translation>
    </message>
    <message>
        <source>This month’s %1 is spent.</source>
        <translation>Les %1 du mois sont dépensés.</translation>
    </message>
    <message>
        <source>The %1 for one delegation is spent.</source>
        <translation>Les %1 d’une délégation sont dépensés.</translation>
    </message>
    <message>
        <source>About %2 more would exceed today’s %1.</source>
        <translation>Environ %2 de plus dépasseraient les %1 du jour.</translation>
    </message>
    <message>
        <source>About %2 more would exceed this month’s %1.</source>
        <translation>Environ %2 de plus dépasseraient les %1 du mois.</translation>
    </message>
    <message>
        <source>About %2 would exceed the %1 for one delegation.</source>
        <translation>Environ %2 dépasseraient les %1 d’une délégation.</translation>
    </message>
    <message>
        <source>Held. It leaves when you say so.</source>
        <translation>Retenue. Elle part quand vous le dites.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Nouvel essai en cours.</translation>
    </message>
    <message>
        <source>Next try in %1.</source>
        <translation>Nouvel essai dans %1.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Nouvel essai à %1.</translation>
    </message>
    <message>
        <source>Next try tomorrow at %1.</source>
        <translation>Nouvel essai demain à %1.</translation>
    </message>
    <message>
        <source>Next try on %1 at %2.</source>
        <translation>Nouvel essai le %1 à %2.</translation>
    </message>
    <message>
        <source>Send anyway, use a local model, or wait until tomorrow.</source>
        <translation>Envoyer quand même, prendre un modèle local ou attendre demain.</translation>
    </message>
    <message>
        <source>It leaves tomorrow.</source>
        <translation>Elle part demain.</translation>
    </message>
    <message>
        <source>It leaves on %1.</source>
        <translation>Le %1, elle part seule.</translation>
    </message>
    <message>
        <source>A spending limit was reached.</source>
        <translation>Une limite de dépense est atteinte.</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>attendue %1</translation>
    </message>
    <message>
        <source>reminded %1</source>
        <translation>relance %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>Late, 1 day</source>
        <translation>En retard, 1 jour</translation>
    </message>
    <message>
        <source>Late, %1 days</source>
        <translation>En retard, %1 jours</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>%1 – Orchestrator</source>
        <translation>%1 – Orchestrator</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
</context>
<context>
    <name>_DayRow</name>
    <message>
        <source>Reflection of %1</source>
        <translation>Réflexion, %1</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>Reflection of a day, before what was written</comment>
        <translation>%1&#xa0;:</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The day {day} is out of reach.</source>
        <translation>Le jour {day} est hors de portée.</translation>
    </message>
    <message>
        <source>A task needs a title. Nothing was added; write what must be done.</source>
        <translation>Une tâche a besoin d’un titre. Rien n’a été ajouté&#xa0;; écrivez ce qui doit être fait.</translation>
    </message>
    <message>
        <source>A name is missing. Nothing was changed; write one.</source>
        <translation>Il manque un nom. Rien n’a changé&#xa0;; écrivez-en un.</translation>
    </message>
    <message>
        <source>“{start}…” is too long for a name. Nothing was changed; {limit} characters are enough.</source>
        <translation>«&#xa0;{start}…&#xa0;» est trop long pour un nom. Rien n’a changé&#xa0;; {limit} caractères suffisent.</translation>
    </message>
    <message>
        <source>{path} is larger than 2 MB. Nothing was changed; give the part that matters.</source>
        <translation>{path} dépasse 2 Mo. Rien n’a changé&#xa0;; donnez la partie utile.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Nothing was changed.</source>
        <translation>{path} ne peut être lu&#xa0;: {reason}. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{path} is not a text file. Nothing was changed; save it as text first.</source>
        <translation>{path} n’est pas un fichier texte. Rien n’a changé&#xa0;; enregistrez-le d’abord en texte.</translation>
    </message>
    <message>
        <source>There is no task {id}. Nothing was changed.</source>
        <translation>Aucune tâche {id}. Rien n’a changé.</translation>
    </message>
    <message>
        <source>There is no domain {id}. Nothing was changed.</source>
        <translation>Aucun domaine {id}. Rien n’a changé.</translation>
    </message>
    <message>
        <source>There is no provider {id}. Nothing was changed.</source>
        <translation>Aucun fournisseur {id}. Rien n’a changé.</translation>
    </message>
    <message>
        <source>There is no specialist {id}. Nothing was changed.</source>
        <translation>Aucun spécialiste {id}. Rien n’a changé.</translation>
    </message>
    <message>
        <source>There is no delegation {id}. Nothing was changed.</source>
        <translation>Aucune délégation {id}. Rien n’a changé.</translation>
    </message>
    <message>
        <source>There is no attempt {id}. Nothing was changed.</source>
        <translation>Aucun essai {id}. Rien n’a changé.</translation>
    </message>
    <message>
        <source>That is no longer there. Nothing was changed.</source>
        <translation>Ce n’est plus là. Rien n’a changé.</translation>
    </message>
    <message>
        <source>This delegation is not waiting for another try.</source>
        <translation>Cette délégation n’attend pas de nouvel essai.</translation>
    </message>
    <message>
        <source>“{title}” is not handed over to anyone. Nothing was changed.</source>
        <translation>«&#xa0;{title}&#xa0;» n’est confiée à personne. Rien n’a changé.</translation>
    </message>
    <message>
        <source>There is no text to review here.</source>
        <translation>Il n’y a pas de texte à mettre en revue.</translation>
    </message>
    <message>
        <source>This task is not with a person. Nothing was changed.</source>
        <translation>Cette tâche n’est pas confiée à une personne. Rien n’a changé.</translation>
    </message>
    <message>
        <source>Paste what came back first. Nothing was changed.</source>
        <translation>Collez d’abord ce qui est revenu. Rien n’a changé.</translation>
    </message>
    <message>
        <source>“{title}” is level 3: only you or a person can do it, so it is never sent to an AI. Change its level first, or hand it to a person. Nothing was sent.</source>
        <translation>«&#xa0;{title}&#xa0;» est de niveau 3&#xa0;: pour vous ou une personne, jamais pour une IA. Changez d’abord son niveau, ou confiez-la à une personne. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>“{title}” has a result in review: ask for a revision or escalate it. Nothing was sent.</source>
        <translation>«&#xa0;{title}&#xa0;» a un résultat en revue&#xa0;: demandez une reprise ou escaladez. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The edited result is empty. Nothing was changed; write it, or reject it.</source>
        <translation>Le résultat modifié est vide. Rien n’a changé&#xa0;; écrivez-le, ou rejetez-le.</translation>
    </message>
    <message>
        <source>Say in a line what should change. Nothing was sent.</source>
        <translation>Dites en une ligne ce qui doit changer. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>“{title}” has no result in review. Nothing was changed.</source>
        <translation>«&#xa0;{title}&#xa0;» n’a pas de résultat en revue. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{name} is no longer there. Escalate to another specialist. Nothing was sent.</source>
        <translation>{name} n’est plus là. Escaladez à un autre spécialiste. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>{number} is not between 1 and {most}. Nothing was changed.</source>
        <translation>{number} n’est pas entre 1 et {most}. Rien n’a changé.</translation>
    </message>
    <message>
        <source>The built-in model stays. Nothing was changed; you can turn it off.</source>
        <translation>Le modèle intégré reste. Rien n’a changé&#xa0;; vous pouvez le désactiver.</translation>
    </message>
    <message>
        <source>{name} has no model yet. Nothing was sent; choose one in Settings.</source>
        <translation>{name} n’a pas encore de modèle. Rien n’a été envoyé&#xa0;; choisissez-en un dans les réglages.</translation>
    </message>
    <message>
        <source>{day} is over. Nothing was changed; name today or a later day.</source>
        <translation>Le {day} est passé. Rien n’a changé&#xa0;; indiquez aujourd’hui ou un jour à venir.</translation>
    </message>
    <message>
        <source>Still out with this provider: {count}. Take them back, then remove it.</source>
        <translation>Délégations encore en cours chez ce fournisseur&#xa0;: {count}. Récupérez-les, puis retirez-le.</translation>
    </message>
    <message>
        <source>“{name}” comes with its provider and goes with it. Nothing was changed.</source>
        <translation>«&#xa0;{name}&#xa0;» vient avec son fournisseur et part avec lui. Rien n’a changé.</translation>
    </message>
    <message>
        <source>Still out with this specialist: {count}. Take them back, then remove it.</source>
        <translation>Délégations encore en cours chez ce spécialiste&#xa0;: {count}. Récupérez-les, puis retirez-le.</translation>
    </message>
    <message>
        <source>There is no provider “{name}”. Nothing was changed.</source>
        <translation>Aucun fournisseur «&#xa0;{name}&#xa0;». Rien n’a changé.</translation>
    </message>
    <message>
        <source>{count} tasks are still with this person or in review. Take them back or judge them, then remove the person.</source>
        <translation>Tâches encore chez cette personne ou en revue&#xa0;: {count}. Récupérez-les ou jugez-les, puis retirez la personne.</translation>
    </message>
    <message>
        <source>There is nobody called “{name}”. Nothing was changed.</source>
        <translation>Personne ne s’appelle «&#xa0;{name}&#xa0;». Rien n’a changé.</translation>
    </message>
    <message>
        <source>“{title}” is not with a person. Nothing was changed.</source>
        <translation>«&#xa0;{title}&#xa0;» n’est pas confiée à une personne. Rien n’a changé.</translation>
    </message>
    <message>
        <source>Letters can be written in French (fr) or English (en). Nothing was changed.</source>
        <translation>Un message s’écrit en français (fr) ou en anglais (en). Rien n’a changé.</translation>
    </message>
    <message>
        <source>The name “{name}” is taken. Nothing was changed; choose another.</source>
        <translation>Le nom «&#xa0;{name}&#xa0;» est déjà pris. Rien n’a changé&#xa0;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>A task goes out by being handed over. Nothing was changed; brief it and delegate.</source>
        <translation>Une tâche part quand on la confie. Rien n’a changé&#xa0;; rédigez le brief et déléguez.</translation>
    </message>
    <message>
        <source>“{title}” is neither done nor dropped. Nothing was changed.</source>
        <translation>«&#xa0;{title}&#xa0;» n’est ni terminée ni abandonnée. Rien n’a changé.</translation>
    </message>
    <message>
        <source>“{title}” is out or in review. Nothing was changed; take it back there.</source>
        <translation>«&#xa0;{title}&#xa0;» est confiée ou en revue. Rien n’a changé&#xa0;; récupérez-la là-bas.</translation>
    </message>
    <message>
        <source>“{title}” cannot be a part of itself. Nothing was changed.</source>
        <translation>«&#xa0;{title}&#xa0;» ne peut être une partie d’elle-même. Rien n’a changé.</translation>
    </message>
    <message>
        <source>“{title}” is already finished. Nothing was changed; reopen it first.</source>
        <translation>«&#xa0;{title}&#xa0;» est déjà finie. Rien n’a changé&#xa0;; rouvrez-la d’abord.</translation>
    </message>
    <message>
        <source>“{title}” and “{other}” would wait for each other for ever. Nothing was changed.</source>
        <translation>«&#xa0;{title}&#xa0;» et «&#xa0;{other}&#xa0;» s’attendraient sans fin. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{number} is out of range: {least} to {most}. Nothing was changed.</source>
        <translation>{number} est hors limites&#xa0;: de {least} à {most}. Rien n’a changé.</translation>
    </message>
    <message>
        <source>“{title}” is with an AI. Take it back first, then keep it for yourself. Nothing was changed.</source>
        <translation>«&#xa0;{title}&#xa0;» est confiée à une IA. Récupérez-la d’abord, puis gardez-la. Rien n’a changé.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Rien à rétablir.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Rien à annuler.</translation>
    </message>
    <message>
        <source>“{act}” cannot be redone as it was. Nothing was changed; do it anew.</source>
        <translation>«&#xa0;{act}&#xa0;» ne peut être rétabli tel quel. Rien n’a changé&#xa0;; refaites-le.</translation>
    </message>
    <message>
        <source>“{act}” cannot be undone: what it changed was removed for good since. Nothing was changed.</source>
        <translation>«&#xa0;{act}&#xa0;» ne peut plus être annulé&#xa0;: ce qui avait été modifié a depuis été supprimé définitivement. Rien n’a changé.</translation>
    </message>
    <message>
        <source>“{act}” cannot be undone: there has been further work on it since. Nothing was changed.</source>
        <translation>«&#xa0;{act}&#xa0;» ne peut être annulé&#xa0;: le travail a avancé depuis. Rien n’a changé.</translation>
    </message>
    <message>
        <source>The address holds a name or a password. Remove what stands before the @; the key has its own place.</source>
        <translation>L’adresse contient un nom ou un mot de passe. Retirez ce qui précède @&#xa0;; la clé a sa propre place.</translation>
    </message>
    <message>
        <source>“{address}” goes on too far. Remove everything from the ? or the # on.</source>
        <translation>«&#xa0;{address}&#xa0;» va trop loin. Retirez tout à partir de «&#xa0;?&#xa0;» ou de «&#xa0;#&#xa0;».</translation>
    </message>
    <message>
        <source>“{address}” is not encrypted, and your texts and key would travel in the open. Use its https:// address; http:// is for servers on this computer.</source>
        <translation>«&#xa0;{address}&#xa0;» n’est pas chiffrée&#xa0;: vos textes et votre clé voyageraient à découvert. Prenez son adresse https://&#xa0;; http:// est réservé aux serveurs de cet ordinateur.</translation>
    </message>
    <message>
        <source>“{address}” is not a web address. Write the whole of it, for example https://api.openai.com/v1 or http://localhost:11434/v1.</source>
        <translation>«&#xa0;{address}&#xa0;» n’est pas une adresse web. Écrivez-la en entier, par exemple https://api.openai.com/v1 ou http://localhost:11434/v1.</translation>
    </message>
    <message>
        <source>{name} is not a GGUF file. Nothing was changed; pick a file that ends in .gguf.</source>
        <translation>{name} n’est pas un fichier GGUF. Rien n’a changé&#xa0;; prenez un fichier qui finit par .gguf.</translation>
    </message>
    <message>
        <source>{name} is incomplete: its download probably stopped early. Nothing was changed; download it again.</source>
        <translation>{name} est incomplet&#xa0;: son téléchargement s’est sans doute arrêté trop tôt. Rien n’a changé&#xa0;; téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <source>{name} is damaged, or newer than this version of Orchestrator. Nothing was changed; pick another file.</source>
        <translation>{name} est abîmé, ou plus récent que cette version d’Orchestrator. Rien n’a changé&#xa0;; prenez un autre fichier.</translation>
    </message>
    <message>
        <source>There is no file {name} any more. Nothing was changed; pick another one.</source>
        <translation>Le fichier {name} n’est plus là. Rien n’a changé&#xa0;; prenez-en un autre.</translation>
    </message>
    <message>
        <source>{name} is larger than 64 MB, so it was not read. Nothing was changed.</source>
        <translation>{name} dépasse 64&#xa0;Mo et n’a donc pas été lu. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}. Nothing was changed.</source>
        <translation>{name} ne peut être lu&#xa0;: {reason}. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{name} holds no model that writes text ({kind}). Nothing was changed; pick a chat or instruct model.</source>
        <translation>{name} ne contient pas de modèle qui écrit ({kind}). Rien n’a changé&#xa0;; prenez un modèle de dialogue ou d’instruction.</translation>
    </message>
    <message>
        <source>{name} is a later part of a model in several files. Nothing was changed; pick its first part.</source>
        <translation>{name} est une suite d’un modèle en plusieurs fichiers. Rien n’a changé&#xa0;; prenez la première partie.</translation>
    </message>
    <message>
        <source>The data folder {path} cannot be made: {reason}. Nothing was changed; allow writing there, or choose another folder with --data-dir.</source>
        <translation>Le dossier de données {path} ne peut être créé&#xa0;: {reason}. Rien n’a changé&#xa0;; autorisez l’écriture, ou choisissez un autre dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>{path} cannot be made: {reason}. Nothing was changed; allow writing there, or choose another folder with --data-dir.</source>
        <translation>{path} ne peut être créé&#xa0;: {reason}. Rien n’a changé&#xa0;; autorisez l’écriture, ou choisissez un autre dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of Orchestrator ({found}; this one reads up to {known}). It was left as it is; install the newer version, or choose another folder with --data-dir.</source>
        <translation>{path} vient d’une version plus récente d’Orchestrator ({found}&#xa0;; celle-ci lit jusqu’à {known}). Il est resté tel quel&#xa0;; installez la version récente, ou choisissez un autre dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>The backup {path} cannot be made: {reason}. Nothing was changed; allow writing there.</source>
        <translation>La sauvegarde {path} ne peut être faite&#xa0;: {reason}. Rien n’a changé&#xa0;; autorisez l’écriture.</translation>
    </message>
    <message>
        <source>{path} is not an Orchestrator file. It was left as it is; move it away, or choose another folder with --data-dir.</source>
        <translation>{path} n’est pas un fichier d’Orchestrator. Il est resté tel quel&#xa0;; déplacez-le, ou choisissez un autre dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>{path} cannot be written. Nothing was changed; allow writing there, or choose another folder with --data-dir.</source>
        <translation>{path} ne peut être écrit. Rien n’a changé&#xa0;; autorisez l’écriture, ou choisissez un autre dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost and nothing was changed; free 50 MB, then try again.</source>
        <translation>Le disque est plein. Rien n’est perdu et rien n’a changé&#xa0;; libérez 50 Mo, puis réessayez.</translation>
    </message>
    <message>
        <source>{path} cannot be opened. Nothing was changed; check the folder’s rights, or choose another with --data-dir.</source>
        <translation>{path} ne peut être ouvert. Rien n’a changé&#xa0;; vérifiez les droits du dossier, ou choisissez-en un autre avec --data-dir.</translation>
    </message>
    <message>
        <source>Another program has held {path} for too long. Nothing was changed; close it, then try again.</source>
        <translation>Un autre programme occupe {path} depuis trop longtemps. Rien n’a changé&#xa0;; fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>{path} is damaged. It was left as it is; put the newest file of the folder “backups” in its place.</source>
        <translation>{path} est abîmé. Il est resté tel quel&#xa0;; mettez à sa place le plus récent du dossier «&#xa0;backups&#xa0;».</translation>
    </message>
    <message>
        <source>The disk did not take what was written to {path}. Nothing was changed; check the disk, then try again.</source>
        <translation>Le disque n’a pas pris ce qui était écrit dans {path}. Rien n’a changé&#xa0;; vérifiez le disque, puis réessayez.</translation>
    </message>
    <message>
        <source>The number {number} is too large.</source>
        <translation>Le nombre {number} est trop grand.</translation>
    </message>
    <message>
        <source>“{address}” is not an e-mail address. Nothing was changed.</source>
        <translation>«&#xa0;{address}&#xa0;» n’est pas une adresse e-mail. Rien n’a changé.</translation>
    </message>
    <message>
        <source>An amount cannot be below zero. Nothing was changed.</source>
        <translation>Un montant ne peut être négatif. Rien n’a changé.</translation>
    </message>
    <message>
        <source>“{typed}” is not an amount. Nothing was changed; write dollars, for example 5 or 0.50.</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas un montant. Rien n’a changé&#xa0;; écrivez des dollars, par exemple 5 ou 0,50.</translation>
    </message>
    <message>
        <source>“{typed}” can be read in two ways. Nothing was changed; write {thousands} or {decimals}.</source>
        <translation>«&#xa0;{typed}&#xa0;» peut se lire de deux façons. Rien n’a changé&#xa0;; écrivez {thousands} ou {decimals}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place.</source>
        <translation>{path} ne peut être écrit&#xa0;: {reason}. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>There is no answer here to go on with. Nothing was sent.</source>
        <translation>Il n’y a pas de réponse à continuer ici. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This delegation is closed. Nothing was changed.</source>
        <translation>Cette délégation est close. Rien n’a changé.</translation>
    </message>
    <message>
        <source>This delegation is not in the queue any more. Nothing was changed.</source>
        <translation>Cette délégation n’est plus dans la file. Rien n’a changé.</translation>
    </message>
    <message>
        <source>“{typed}” is not a whole number. Nothing was changed.</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas un nombre entier. Rien n’a changé.</translation>
    </message>
    <message>
        <source>“{value}” is no date: it is searched as a word.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas une date&#xa0;: cherché comme un mot.</translation>
    </message>
    <message>
        <source>“{value}” is nothing that a task can be: it is searched as a word.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est rien de ce qu’une tâche peut être&#xa0;: cherché comme un mot.</translation>
    </message>
    <message>
        <source>“{value}” is no level, which are 1, 2 and 3: it is searched as a word.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas un niveau (1, 2 ou 3)&#xa0;: cherché comme un mot.</translation>
    </message>
    <message>
        <source>“{value}” is no priority, which are 1, 2 and 3: it is searched as a word.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas une priorité (1, 2 ou 3)&#xa0;: cherché comme un mot.</translation>
    </message>
    <message>
        <source>“{value}” is no length of time: it is searched as a word.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas une durée&#xa0;: cherché comme un mot.</translation>
    </message>
    <message>
        <source>“{value}” is no place to search in: it is searched as a word.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas un endroit où chercher&#xa0;: cherché comme un mot.</translation>
    </message>
    <message>
        <source>“{value}” is no number of a task: it is searched as a word.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas un numéro de tâche&#xa0;: cherché comme un mot.</translation>
    </message>
    <message>
        <source>“{value}” is no name: it is searched as a word.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas un nom&#xa0;: cherché comme un mot.</translation>
    </message>
    <message>
        <source>The rule says {part} twice. Nothing was changed; keep one of them.</source>
        <translation>La règle dit {part} deux fois. Rien n’a changé&#xa0;; n’en gardez qu’un.</translation>
    </message>
    <message>
        <source>“{text}” does not say how often. Nothing was changed; a rule looks like FREQ=WEEKLY;BYDAY=MO.</source>
        <translation>«&#xa0;{text}&#xa0;» ne dit pas à quel rythme. Rien n’a changé&#xa0;; une règle ressemble à FREQ=WEEKLY;BYDAY=MO.</translation>
    </message>
    <message>
        <source>BYSETPOS picks among days, and the rule names none. Nothing was changed; add BYDAY.</source>
        <translation>BYSETPOS choisit parmi des jours, et la règle n’en nomme aucun. Rien n’a changé&#xa0;; ajoutez BYDAY.</translation>
    </message>
    <message>
        <source>No month has the day the rule names. Nothing was changed; choose another.</source>
        <translation>Aucun mois n’a le jour que la règle nomme. Rien n’a changé&#xa0;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>“{part}” is not understood in a rule. Nothing was changed; a rule looks like FREQ=WEEKLY;BYDAY=MO.</source>
        <translation>«&#xa0;{part}&#xa0;» n’est pas compris dans une règle. Rien n’a changé&#xa0;; une règle ressemble à FREQ=WEEKLY;BYDAY=MO.</translation>
    </message>
    <message>
        <source>A task repeats once a day at most. Nothing was changed; choose days, and set the time in its due date.</source>
        <translation>Une tâche se répète une fois par jour au plus. Rien n’a changé&#xa0;; choisissez des jours, et mettez l’heure dans son échéance.</translation>
    </message>
    <message>
        <source>{first} and {second} cannot stand in one rule. Nothing was changed; keep one.</source>
        <translation>{first} et {second} ne peuvent figurer dans la même règle. Rien n’a changé&#xa0;; n’en gardez qu’un.</translation>
    </message>
    <message>
        <source>“{field}” is no field of a task. Nothing was imported; known are {known}.</source>
        <translation>«&#xa0;{field}&#xa0;» n’est pas un champ d’une tâche. Rien n’a été importé&#xa0;; champs connus&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>The table has no column “{column}”. Nothing was imported; it has {known}.</source>
        <translation>Le tableau n’a pas de colonne «&#xa0;{column}&#xa0;». Rien n’a été importé&#xa0;; ses colonnes&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>No column of {name} is known to hold the titles. Nothing was imported; say which it is: {columns}.</source>
        <translation>Aucune colonne de {name} ne semble contenir les titres. Rien n’a été importé&#xa0;; dites laquelle&#xa0;: {columns}.</translation>
    </message>
    <message>
        <source>{name} is no file of Getting Things GNOME. Nothing was imported; choose gtg_data.xml or gtg_tasks.xml.</source>
        <translation>{name} n’est pas un fichier de Getting Things GNOME. Rien n’a été importé&#xa0;; choisissez gtg_data.xml ou gtg_tasks.xml.</translation>
    </message>
    <message>
        <source>Task {number} of {name} cannot be understood. Nothing was imported; export it again.</source>
        <translation>La tâche {number} de {name} est incompréhensible. Rien n’a été importé&#xa0;; refaites l’export.</translation>
    </message>
    <message>
        <source>{name} is not an export of this program. Nothing was imported; say which format it is.</source>
        <translation>{name} n’est pas un export de ce programme. Rien n’a été importé&#xa0;; dites de quel format il s’agit.</translation>
    </message>
    <message>
        <source>{name} was written by a newer version of this program. Nothing was imported; update it first.</source>
        <translation>{name} a été écrit par une version plus récente de ce programme. Rien n’a été importé&#xa0;; mettez-le d’abord à jour.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Nothing was imported.</source>
        <translation>{path} ne peut être lu&#xa0;: {reason}. Rien n’a été importé.</translation>
    </message>
    <message>
        <source>{path} is no folder. Nothing was written; choose a new folder.</source>
        <translation>{path} n’est pas un dossier. Rien n’a été écrit&#xa0;; choisissez un nouveau dossier.</translation>
    </message>
    <message>
        <source>{path} holds files that are no export. Nothing was written; choose a new folder.</source>
        <translation>{path} contient des fichiers qui ne sont pas un export. Rien n’a été écrit&#xa0;; choisissez un nouveau dossier.</translation>
    </message>
    <message>
        <source>{path} is larger than 1 GB. Nothing was imported; export it in parts.</source>
        <translation>{path} dépasse 1&#xa0;Go. Rien n’a été importé&#xa0;; exportez-le en plusieurs parties.</translation>
    </message>
    <message>
        <source>{path} is a folder, and none of Markdown files. Nothing was imported; choose the file that the other program wrote.</source>
        <translation>{path} est un dossier, et il ne contient pas de fichiers Markdown. Rien n’a été importé&#xa0;; choisissez le fichier que l’autre programme a écrit.</translation>
    </message>
    <message>
        <source>{name} is no task file that is known. Nothing was imported; export from the other program as iCalendar, todo.txt, Markdown, CSV or JSON, or say which format it is.</source>
        <translation>{name} n’est pas un fichier de tâches connu. Rien n’a été importé&#xa0;; exportez depuis l’autre programme en iCalendar, todo.txt, Markdown, CSV ou JSON, ou dites de quel format il s’agit.</translation>
    </message>
    <message>
        <source>{name} cannot be understood at line {line}. Nothing was imported; export it again from its program.</source>
        <translation>{name} est incompréhensible à la ligne {line}. Rien n’a été importé&#xa0;; refaites l’export depuis son programme.</translation>
    </message>
    <message>
        <source>This is not a text file. Nothing was imported; choose what the program exported.</source>
        <translation>Ce n’est pas un fichier texte. Rien n’a été importé&#xa0;; choisissez ce que le programme a exporté.</translation>
    </message>
    <message>
        <source>{name} is no backup of Super Productivity: it has no tasks by id. Nothing was imported; export the data again without compression or encryption, or say which format it is.</source>
        <translation>{name} n’est pas une sauvegarde de Super Productivity&#xa0;: elle n’a pas de tâches par identifiant. Rien n’a été importé&#xa0;; refaites l’export sans compression ni chiffrement, ou dites de quel format il s’agit.</translation>
    </message>
    <message>
        <source>This database is none of Things 3: it has no table of tasks. Nothing was imported; choose main.sqlite in the folder “Things Database.thingsdatabase”.</source>
        <translation>Cette base n’est pas celle de Things 3&#xa0;: elle n’a pas de table de tâches. Rien n’a été importé&#xa0;; choisissez main.sqlite dans le dossier «&#xa0;Things Database.thingsdatabase&#xa0;».</translation>
    </message>
    <message>
        <source>{name} is no backup of TickTick: it has no columns “List Name” and “Title”. Nothing was imported; generate the backup again, or say which format it is.</source>
        <translation>{name} n’est pas une sauvegarde de TickTick&#xa0;: les colonnes «&#xa0;List Name&#xa0;» et «&#xa0;Title&#xa0;» manquent. Rien n’a été importé&#xa0;; refaites la sauvegarde, ou dites de quel format il s’agit.</translation>
    </message>
    <message>
        <source>{name} is no export of Todoist: it has no columns TYPE and CONTENT. Nothing was imported; export the project as CSV, or say which format it is.</source>
        <translation>{name} n’est pas un export de Todoist&#xa0;: les colonnes TYPE et CONTENT manquent. Rien n’a été importé&#xa0;; exportez le projet en CSV, ou dites de quel format il s’agit.</translation>
    </message>
    <message>
        <source>{name} is locked by a password. Nothing was imported; unpack it, and import its files.</source>
        <translation>{name} est protégé par un mot de passe. Rien n’a été importé&#xa0;; décompressez-le et importez ses fichiers.</translation>
    </message>
    <message>
        <source>The archive {name} is damaged. Nothing was imported; download it again.</source>
        <translation>L’archive {name} est abîmée. Rien n’a été importé&#xa0;; téléchargez-la de nouveau.</translation>
    </message>
    <message>
        <source>The archive {name} holds more than any backup of tasks. Nothing was imported; check the file.</source>
        <translation>L’archive {name} contient plus que toute sauvegarde de tâches. Rien n’a été importé&#xa0;; vérifiez le fichier.</translation>
    </message>
    <message>
        <source>“{format}” is read, never written. Nothing was written; choose JSON, CSV, iCalendar or Markdown.</source>
        <translation>«&#xa0;{format}&#xa0;» se lit, mais ne s’écrit pas. Rien n’a été écrit&#xa0;; choisissez JSON, CSV, iCalendar ou Markdown.</translation>
    </message>
    <message>
        <source>{name} declares a document type, which no task list needs and which can do harm. Nothing was imported; export it again from its program.</source>
        <translation>{name} déclare un type de document, inutile à une liste de tâches et qui peut nuire. Rien n’a été importé&#xa0;; refaites l’export depuis son programme.</translation>
    </message>
    <message>
        <source>A filter needs something to search for. Nothing was saved; write words, or “is:open”.</source>
        <translation>Un filtre a besoin de quelque chose à chercher. Rien n’a été enregistré&#xa0;; écrivez des mots, ou «&#xa0;is:open&#xa0;».</translation>
    </message>
    <message>
        <source>A part of the file cannot be understood. Nothing was imported; export it again.</source>
        <translation>Une partie du fichier est incompréhensible. Rien n’a été importé&#xa0;; refaites l’export.</translation>
    </message>
    <message>
        <source>“{title}” has no next date. Nothing was changed.</source>
        <translation>«&#xa0;{title}&#xa0;» n’a pas de date suivante. Rien n’a changé.</translation>
    </message>
    <message>
        <source>No timer runs. Nothing was changed.</source>
        <translation>Aucun minuteur ne tourne. Rien n’a changé.</translation>
    </message>
    <message>
        <source>That is no time that can be spent. Nothing was changed.</source>
        <translation>Ce temps passé n’est pas possible. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{path} is being written. Nothing was imported; close its program, and try again.</source>
        <translation>{path} est en cours d’écriture. Rien n’a été importé&#xa0;; fermez son programme et réessayez.</translation>
    </message>
    <message>
        <source>{path} is damaged, or no database. Nothing was imported; choose another, such as a backup of it.</source>
        <translation>{path} est abîmé ou n’est pas une base de données. Rien n’a été importé&#xa0;; choisissez-en un autre, par exemple une sauvegarde.</translation>
    </message>
    <message>
        <source>{path} is larger than any list of tasks. Nothing was imported; check the file.</source>
        <translation>{path} est plus gros que toute liste de tâches. Rien n’a été importé&#xa0;; vérifiez le fichier.</translation>
    </message>
    <message>
        <source>{name} is not a file, or is larger than 2 GB, so it was not attached. Nothing was changed.</source>
        <translation>{name} n’est pas un fichier, ou dépasse 2&#xa0;Go&#xa0;: il n’a pas été joint. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{name} cannot be kept: {reason}. Nothing was changed.</source>
        <translation>{name} ne peut être gardé&#xa0;: {reason}. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{name} cannot be copied: {reason}. The kept file is as it was.</source>
        <translation>{name} ne peut être copié&#xa0;: {reason}. Le fichier gardé est intact.</translation>
    </message>
    <message>
        <source>“{text}” is no length of a day. Nothing was changed; try “7 h” or “7h30”.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas la longueur d’une journée. Rien n’a changé&#xa0;; essayez «&#xa0;7&#xa0;h&#xa0;» ou «&#xa0;7h30&#xa0;».</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>A task without any words</source>
        <translation>Une tâche sans aucun mot</translation>
    </message>
    <message>
        <source>“{value}” is no date that is understood</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas une date comprise</translation>
    </message>
    <message>
        <source>A task cannot repeat by “{value}”</source>
        <translation>Une tâche ne peut pas se répéter selon «&#xa0;{value}&#xa0;»</translation>
    </message>
    <message>
        <source>The status “{value}” is not known: the task is open</source>
        <translation>Le statut «&#xa0;{value}&#xa0;» n’est pas connu&#xa0;: la tâche est ouverte</translation>
    </message>
    <message>
        <source>The priority “{value}” is not known</source>
        <translation>La priorité «&#xa0;{value}&#xa0;» n’est pas connue</translation>
    </message>
    <message>
        <source>“{value}” is no length of time</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas une durée</translation>
    </message>
    <message>
        <source>“{value}” is no level from 1 to 3</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas un niveau de 1 à 3</translation>
    </message>
    <message>
        <source>The column “{column}” stands for nothing here: it is kept, unseen</source>
        <translation>La colonne «&#xa0;{column}&#xa0;» ne correspond à rien ici&#xa0;: elle est gardée, sans être montrée</translation>
    </message>
    <message>
        <source>A line has more cells than the table has columns: the notes have them</source>
        <translation>Une ligne a plus de cellules que le tableau n’a de colonnes&#xa0;: elles sont dans les notes</translation>
    </message>
    <message>
        <source>A task stands twice in the file; the later one is taken</source>
        <translation>Une tâche figure deux fois dans le fichier&#xa0;; la dernière est prise</translation>
    </message>
    <message>
        <source>The task that a task is a part of is not in the file</source>
        <translation>La tâche dont une tâche est une partie n’est pas dans le fichier</translation>
    </message>
    <message>
        <source>Tasks are parts of each other in a circle</source>
        <translation>Des tâches sont parties les unes des autres en boucle</translation>
    </message>
    <message>
        <source>A task that must be done before another is not in the file</source>
        <translation>Une tâche à faire avant une autre n’est pas dans le fichier</translation>
    </message>
    <message>
        <source>Tasks wait for each other in a circle</source>
        <translation>Des tâches s’attendent les unes les autres en boucle</translation>
    </message>
    <message>
        <source>A task that is a part of several: it is a part of the first</source>
        <translation>Une tâche qui est une partie de plusieurs&#xa0;: elle l’est de la première</translation>
    </message>
    <message>
        <source>A saved search</source>
        <translation>Une recherche enregistrée</translation>
    </message>
    <message>
        <source>A tag under another: it stands alone</source>
        <translation>Une étiquette sous une autre&#xa0;: elle reste seule</translation>
    </message>
    <message>
        <source>“{kind}” of a calendar is no task</source>
        <translation>«&#xa0;{kind}&#xa0;» d’un calendrier n’est pas une tâche</translation>
    </message>
    <message>
        <source>A single instance of a repeating task that differs from the others</source>
        <translation>Une occurrence d’une tâche répétée qui diffère des autres</translation>
    </message>
    <message>
        <source>The content of the file “{name}” is damaged: only its name is kept</source>
        <translation>Le contenu du fichier «&#xa0;{name}&#xa0;» est abîmé&#xa0;: seul son nom est gardé</translation>
    </message>
    <message>
        <source>“{value}” is no date</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas une date</translation>
    </message>
    <message>
        <source>The time zone “{zone}” is not known: its times are taken as local</source>
        <translation>Le fuseau «&#xa0;{zone}&#xa0;» n’est pas connu&#xa0;: ses heures sont prises pour locales</translation>
    </message>
    <message>
        <source>“{field}” is not used here; it is kept for the way back to a calendar</source>
        <translation>«&#xa0;{field}&#xa0;» ne sert pas ici&#xa0;; gardé pour le retour vers un calendrier</translation>
    </message>
    <message>
        <source>An alarm does not ring here; it is kept for the way back to a calendar</source>
        <translation>Une alarme ne sonne pas ici&#xa0;; gardée pour le retour vers un calendrier</translation>
    </message>
    <message>
        <source>“{field}” of a task is not known to this version</source>
        <translation>«&#xa0;{field}&#xa0;» d’une tâche n’est pas connu de cette version</translation>
    </message>
    <message>
        <source>“{name}” of the folder is not a text file: it is left out</source>
        <translation>«&#xa0;{name}&#xa0;» du dossier n’est pas un fichier texte&#xa0;: il est laissé de côté</translation>
    </message>
    <message>
        <source>A line of text that belongs to no task</source>
        <translation>Une ligne de texte qui n’appartient à aucune tâche</translation>
    </message>
    <message>
        <source>A heading below the highest level, which is the domain</source>
        <translation>Un titre sous le plus haut niveau, qui est le domaine</translation>
    </message>
    <message>
        <source>A reminder</source>
        <translation>Un rappel</translation>
    </message>
    <message>
        <source>A link or file of a task: its address is in the notes</source>
        <translation>Un lien ou fichier d’une tâche&#xa0;: son adresse est dans les notes</translation>
    </message>
    <message>
        <source>A link to an issue of another program: it is kept with the task, unseen</source>
        <translation>Un lien vers un ticket d’un autre programme&#xa0;: gardé avec la tâche, sans être montré</translation>
    </message>
    <message>
        <source>A repetition that is paused: its tasks come in, and repeat no more</source>
        <translation>Une répétition suspendue&#xa0;: ses tâches arrivent, et ne se répètent plus</translation>
    </message>
    <message>
        <source>A repetition that cannot be said here: the task comes in once</source>
        <translation>Une répétition qui ne peut se dire ici&#xa0;: la tâche arrive une fois</translation>
    </message>
    <message>
        <source>A day that a repetition leaves out</source>
        <translation>Un jour qu’une répétition laisse de côté</translation>
    </message>
    <message>
        <source>The project of a task is not in the file</source>
        <translation>Le projet d’une tâche n’est pas dans le fichier</translation>
    </message>
    <message>
        <source>Time spent by the day: its sum counts, the days are kept unseen</source>
        <translation>Temps passé par jour&#xa0;: sa somme compte, les jours sont gardés sans être montrés</translation>
    </message>
    <message>
        <source>A note of a project or of the day</source>
        <translation>Une note d’un projet ou du jour</translation>
    </message>
    <message>
        <source>A counter or habit</source>
        <translation>Un compteur ou une habitude</translation>
    </message>
    <message>
        <source>A day’s evaluation</source>
        <translation>Le bilan d’une journée</translation>
    </message>
    <message>
        <source>A connection to another program</source>
        <translation>Une connexion à un autre programme</translation>
    </message>
    <message>
        <source>An improvement noted at the end of a day</source>
        <translation>Une amélioration notée en fin de journée</translation>
    </message>
    <message>
        <source>An obstruction noted at the end of a day</source>
        <translation>Un obstacle noté en fin de journée</translation>
    </message>
    <message>
        <source>A repeating task whose repeating has ended</source>
        <translation>Une tâche répétée dont la répétition est finie</translation>
    </message>
    <message>
        <source>“{field}” is not used here; it is kept for the way back to Taskwarrior</source>
        <translation>«&#xa0;{field}&#xa0;» ne sert pas ici&#xa0;; gardé pour le retour vers Taskwarrior</translation>
    </message>
    <message>
        <source>A task in the trash of Things</source>
        <translation>Une tâche dans la corbeille de Things</translation>
    </message>
    <message>
        <source>A heading of a project: its name is kept with its tasks, unseen</source>
        <translation>Un titre d’un projet&#xa0;: son nom est gardé avec ses tâches, sans être montré</translation>
    </message>
    <message>
        <source>A tag of an area</source>
        <translation>Une étiquette d’une zone</translation>
    </message>
    <message>
        <source>A repetition counted from a deadline: it is counted from the start</source>
        <translation>Une répétition comptée depuis une date butoir&#xa0;: elle l’est depuis le début</translation>
    </message>
    <message>
        <source>“This Evening”: the task is for the day</source>
        <translation>«&#xa0;This Evening&#xa0;»&#xa0;: la tâche est pour le jour</translation>
    </message>
    <message>
        <source>A repetition that leaves out holidays: they are not known here</source>
        <translation>Une répétition qui laisse les jours fériés de côté&#xa0;: ils ne sont pas connus ici</translation>
    </message>
    <message>
        <source>A note that is no task: it comes in as one</source>
        <translation>Une note qui n’est pas une tâche&#xa0;: elle en devient une</translation>
    </message>
    <message>
        <source>A folder or column of a list: its name is kept with the task, unseen</source>
        <translation>Un dossier ou une colonne d’une liste&#xa0;: son nom est gardé avec la tâche, sans être montré</translation>
    </message>
    <message>
        <source>A line has more cells than the table has columns</source>
        <translation>Une ligne a plus de cellules que le tableau n’a de colonnes</translation>
    </message>
    <message>
        <source>A section of a project: its name is kept with its tasks, unseen</source>
        <translation>Une section d’un projet&#xa0;: son nom est gardé avec ses tâches, sans être montré</translation>
    </message>
    <message>
        <source>A comment on a project</source>
        <translation>Un commentaire sur un projet</translation>
    </message>
    <message>
        <source>A file that Todoist keeps: the notes have its link</source>
        <translation>Un fichier que garde Todoist&#xa0;: son lien est dans les notes</translation>
    </message>
    <message>
        <source>A duration in days</source>
        <translation>Une durée en jours</translation>
    </message>
    <message>
        <source>A line of the kind “{kind}”</source>
        <translation>Une ligne du type «&#xa0;{kind}&#xa0;»</translation>
    </message>
    <message>
        <source>The file “{name}” in the archive is no table of tasks</source>
        <translation>Le fichier «&#xa0;{name}&#xa0;» de l’archive n’est pas un tableau de tâches</translation>
    </message>
    <message>
        <source>A line without any words</source>
        <translation>Une ligne sans aucun mot</translation>
    </message>
    <message>
        <source>A dependency that would go in a circle</source>
        <translation>Une dépendance qui tournerait en boucle</translation>
    </message>
    <message>
        <source>An open part of a finished task is a task by itself</source>
        <translation>Une partie ouverte d’une tâche terminée devient une tâche à part entière</translation>
    </message>
    <message>
        <source>A dependency on a task that is not in the file</source>
        <translation>Une dépendance envers une tâche absente du fichier</translation>
    </message>
    <message>
        <source>Orchestrator, everything</source>
        <translation>Orchestrator, tout</translation>
    </message>
    <message>
        <source>Calendar tasks</source>
        <translation>Tâches de calendrier</translation>
    </message>
    <message>
        <source>Markdown checklists</source>
        <translation>Listes Markdown à cocher</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domaine</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Date butoir</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Due time</source>
        <translation>Heure d’échéance</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Pas avant</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimation</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Temps passé</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créée</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>Terminée le</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Liste de contrôle</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Partie de</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Dépend de</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message numerus="yes">
        <source>%n specialist(s)</source>
        <translation>
            <numerusform>%Ln spécialiste</numerusform>
            <numerusform>%Ln spécialistes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%Ln personne</numerusform>
            <numerusform>%Ln personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved filter(s)</source>
        <translation>
            <numerusform>%Ln filtre enregistré</numerusform>
            <numerusform>%Ln filtres enregistrés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reflection(s)</source>
        <translation>
            <numerusform>%Ln réflexion</numerusform>
            <numerusform>%Ln réflexions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation>Cette nuit</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>The built-in model stopped. What arrived is kept; try again, or choose another in Settings.</source>
        <translation>Le modèle intégré s’est arrêté. Le texte reçu est gardé&#xa0;; réessayez, ou choisissez-en un autre dans Réglages.</translation>
    </message>
    <message>
        <source>The system keyring is locked or missing. The key stays in memory until you quit.</source>
        <translation>Le trousseau du système est verrouillé ou absent. La clé reste en mémoire jusqu’à la fermeture.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Kept here, sent in order when it returns.</source>
        <translation>%1 est injoignable. Gardé ici, envoyé dans l’ordre à son retour.</translation>
    </message>
    <message numerus="yes">
        <source>Back online. %n delegation(s) are leaving.</source>
        <translation>
            <numerusform>De retour en ligne. %Ln délégation part.</numerusform>
            <numerusform>De retour en ligne. %Ln délégations partent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A budget is spent: %n delegation(s) wait for you.</source>
        <translation>
            <numerusform>Un budget est dépensé&#xa0;: %Ln délégation vous attend.</numerusform>
            <numerusform>Un budget est dépensé&#xa0;: %Ln délégations vous attendent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is saved again.</source>
        <translation>Tout est de nouveau enregistré.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Retenir</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>Loading the built-in model, a few seconds.</source>
        <translation>Chargement du modèle intégré, quelques secondes.</translation>
    </message>
    <message>
        <source>Something went wrong. What you wrote is kept.</source>
        <translation>Une erreur est survenue. Ce que vous avez écrit est gardé.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>The queue is paused. Nothing is sent until you resume it.</source>
        <translation>La file est suspendue. Rien n’est envoyé tant qu’elle n’est pas relancée.</translation>
    </message>
</context>
<context>
    <name>operations</name>
    <message>
        <source>Edit brief</source>
        <translation>Modifier le brief</translation>
    </message>
    <message>
        <source>Delegate</source>
        <translation>Déléguer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Review what arrived</source>
        <translation>Mettre en revue</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Recevoir</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Edit result</source>
        <translation>Modifier le résultat</translation>
    </message>
    <message>
        <source>Ask for revision</source>
        <translation>Demander une reprise</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Escalader</translation>
    </message>
    <message>
        <source>Keep for myself</source>
        <translation>Garder pour moi</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Add a domain</source>
        <translation>Ajouter un domaine</translation>
    </message>
    <message>
        <source>Rename the domain</source>
        <translation>Renommer le domaine</translation>
    </message>
    <message>
        <source>Remove the domain</source>
        <translation>Retirer le domaine</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Ajouter un fournisseur</translation>
    </message>
    <message>
        <source>Edit a provider</source>
        <translation>Modifier un fournisseur</translation>
    </message>
    <message>
        <source>Remove a provider</source>
        <translation>Retirer un fournisseur</translation>
    </message>
    <message>
        <source>Add a specialist</source>
        <translation>Ajouter un spécialiste</translation>
    </message>
    <message>
        <source>Edit the specialist</source>
        <translation>Modifier le spécialiste</translation>
    </message>
    <message>
        <source>Remove the specialist</source>
        <translation>Retirer le spécialiste</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Vider la corbeille</translation>
    </message>
    <message>
        <source>Edit the person</source>
        <translation>Modifier la personne</translation>
    </message>
    <message>
        <source>Change the follow-up</source>
        <translation>Changer la date de réponse</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>Remove the person</source>
        <translation>Retirer la personne</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Retenir</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Wait until tomorrow</source>
        <translation>Attendre demain</translation>
    </message>
    <message>
        <source>Move in the queue</source>
        <translation>Déplacer dans la file</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Joindre</translation>
    </message>
    <message>
        <source>Remove the attachment</source>
        <translation>Retirer la pièce jointe</translation>
    </message>
    <message>
        <source>Add to the checklist</source>
        <translation>Ajouter à la liste de contrôle</translation>
    </message>
    <message>
        <source>Edit the checklist</source>
        <translation>Modifier la liste de contrôle</translation>
    </message>
    <message>
        <source>Check off</source>
        <translation>Cocher</translation>
    </message>
    <message>
        <source>Reorder the checklist</source>
        <translation>Réordonner la liste de contrôle</translation>
    </message>
    <message>
        <source>Remove from the checklist</source>
        <translation>Retirer de la liste de contrôle</translation>
    </message>
    <message>
        <source>Make a part</source>
        <translation>En faire une partie</translation>
    </message>
    <message>
        <source>Add a dependency</source>
        <translation>Ajouter une dépendance</translation>
    </message>
    <message>
        <source>Remove a dependency</source>
        <translation>Retirer une dépendance</translation>
    </message>
    <message>
        <source>Reorder</source>
        <translation>Réordonner</translation>
    </message>
    <message>
        <source>Save the filter</source>
        <translation>Enregistrer le filtre</translation>
    </message>
    <message>
        <source>Change the filter</source>
        <translation>Changer le filtre</translation>
    </message>
    <message>
        <source>Remove the filter</source>
        <translation>Retirer le filtre</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Sauter</translation>
    </message>
    <message>
        <source>Forget what was learnt about levels</source>
        <translation>Oublier ce qui a été appris des niveaux</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiqueter</translation>
    </message>
    <message>
        <source>Start the timer</source>
        <translation>Lancer le minuteur</translation>
    </message>
    <message>
        <source>Stop the timer</source>
        <translation>Arrêter le minuteur</translation>
    </message>
    <message>
        <source>Correct the time</source>
        <translation>Corriger le temps</translation>
    </message>
    <message>
        <source>Write the reflection</source>
        <translation>Écrire la réflexion</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Clore la journée</translation>
    </message>
    <message>
        <source>Open the day again</source>
        <translation>Rouvrir la journée</translation>
    </message>
    <message>
        <source>Change the theme</source>
        <translation>Changer le thème</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>Changer la langue</translation>
    </message>
    <message>
        <source>Change the size of texts</source>
        <translation>Changer la taille des textes</translation>
    </message>
    <message>
        <source>Change the icon in the tray</source>
        <translation>Changer l’icône de la zone de notification</translation>
    </message>
    <message>
        <source>Change when a day begins</source>
        <translation>Changer l’heure où commence la journée</translation>
    </message>
    <message>
        <source>Change the length of a day</source>
        <translation>Changer la durée d’une journée</translation>
    </message>
    <message>
        <source>Change the end of the month</source>
        <translation>Changer la règle de fin de mois</translation>
    </message>
    <message>
        <source>Change whether levels are suggested</source>
        <translation>Changer la suggestion des niveaux</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Changer les touches</translation>
    </message>
    <message>
        <source>Change what is replaced</source>
        <translation>Changer ce qui est remplacé</translation>
    </message>
    <message>
        <source>Change the preview</source>
        <translation>Changer l’aperçu avant envoi</translation>
    </message>
    <message>
        <source>Change what quitting does</source>
        <translation>Changer ce qui se passe en quittant</translation>
    </message>
    <message>
        <source>Change a limit</source>
        <translation>Changer une limite</translation>
    </message>
    <message>
        <source>Change what a limit does</source>
        <translation>Changer l’effet d’une limite</translation>
    </message>
    <message>
        <source>Change a price</source>
        <translation>Changer un prix</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Delegated</source>
        <translation>Délégations</translation>
    </message>
    <message>
        <source>Stop and keep the text</source>
        <translation>Arrêter et garder le texte</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Continue an answer that stopped</source>
        <translation>Continuer une réponse arrêtée</translation>
    </message>
    <message>
        <source>Hand to another</source>
        <translation>Confier à un autre</translation>
    </message>
    <message>
        <source>Wait until tomorrow</source>
        <translation>Attendre demain</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Ce qui a été envoyé</translation>
    </message>
    <message>
        <source>Send or try now</source>
        <translation>Envoyer ou essayer maintenant</translation>
    </message>
    <message>
        <source>Hold, or let go</source>
        <translation>Retenir, ou laisser partir</translation>
    </message>
    <message>
        <source>Forward in the queue</source>
        <translation>Avancer dans la file</translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>Reculer dans la file</translation>
    </message>
    <message>
        <source>Pause the queue</source>
        <translation>Suspendre la file</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>Delegate</source>
        <translation>Déléguer</translation>
    </message>
    <message>
        <source>Preview what leaves</source>
        <translation>Aperçu de ce qui part</translation>
    </message>
    <message>
        <source>Add context</source>
        <translation>Ajouter du contexte</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>Level 1: AI alone</source>
        <translation>Niveau 1&#xa0;: IA seule</translation>
    </message>
    <message>
        <source>Level 2: you and AI</source>
        <translation>Niveau 2&#xa0;: vous et l’IA</translation>
    </message>
    <message>
        <source>Level 3: you only</source>
        <translation>Niveau 3&#xa0;: vous seul</translation>
    </message>
    <message>
        <source>Set a date</source>
        <translation>Fixer une date</translation>
    </message>
    <message>
        <source>Defer: not before</source>
        <translation>Reporter&#xa0;: pas avant</translation>
    </message>
    <message>
        <source>Set a deadline</source>
        <translation>Fixer une date butoir</translation>
    </message>
    <message>
        <source>Move to a domain</source>
        <translation>Choisir un domaine</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiqueter</translation>
    </message>
    <message>
        <source>Set a priority</source>
        <translation>Fixer une priorité</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimation</translation>
    </message>
    <message>
        <source>Make part of a task</source>
        <translation>En faire une partie d’une tâche</translation>
    </message>
    <message>
        <source>Say what it needs first</source>
        <translation>Dire de quoi elle dépend</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Choose for today, or put back</source>
        <translation>Choisir pour aujourd’hui, ou retirer</translation>
    </message>
    <message>
        <source>Start or stop the timer</source>
        <translation>Lancer ou arrêter le minuteur</translation>
    </message>
    <message>
        <source>Complete, or reopen</source>
        <translation>Terminer ou rouvrir</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>A person answered</source>
        <translation>Réponse d’une personne</translation>
    </message>
    <message>
        <source>Remind a person</source>
        <translation>Relancer une personne</translation>
    </message>
    <message>
        <source>The letter to a person</source>
        <translation>Le message à une personne</translation>
    </message>
    <message>
        <source>Move up in my order</source>
        <translation>Monter dans mon ordre</translation>
    </message>
    <message>
        <source>Move down in my order</source>
        <translation>Descendre dans mon ordre</translation>
    </message>
    <message>
        <source>Skip this time of a task that repeats</source>
        <translation>Sauter cette fois d’une tâche répétée</translation>
    </message>
    <message>
        <source>Change the follow-up</source>
        <translation>Changer la date de réponse</translation>
    </message>
    <message>
        <source>Brief and delegate</source>
        <translation>Écrire le brief et déléguer</translation>
    </message>
    <message>
        <source>To a person</source>
        <translation>Confier à une personne</translation>
    </message>
    <message>
        <source>Close or back</source>
        <translation>Fermer ou revenir</translation>
    </message>
    <message>
        <source>Reflection</source>
        <translation>Réflexion</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Clore la journée</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>La veille</translation>
    </message>
    <message>
        <source>The next day</source>
        <translation>Le lendemain</translation>
    </message>
    <message>
        <source>Chart as a table</source>
        <translation>Graphique en tableau</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revue</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Ask for revision</source>
        <translation>Demander une reprise</translation>
    </message>
    <message>
        <source>Escalate, then 1 2 3</source>
        <translation>Escalader, puis 1 2 3</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>Version précédente</translation>
    </message>
    <message>
        <source>Version after</source>
        <translation>Version suivante</translation>
    </message>
    <message>
        <source>Word changes</source>
        <translation>Changements de mots</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Keep the edit as a version</source>
        <translation>Garder la modification en version</translation>
    </message>
    <message>
        <source>Leave the edit, keep its draft</source>
        <translation>Quitter en gardant le brouillon</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Boîte de réception</translation>
    </message>
    <message>
        <source>Waiting for people</source>
        <translation>En attente des autres</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Nouvelle tâche</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Annuler la dernière décision</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Cette liste</translation>
    </message>
    <message>
        <source>Import tasks</source>
        <translation>Importer des tâches</translation>
    </message>
    <message>
        <source>Export tasks</source>
        <translation>Exporter des tâches</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Arrange by level</source>
        <translation>Ranger par niveau</translation>
    </message>
    <message>
        <source>Arrange in my order</source>
        <translation>Ranger dans mon ordre</translation>
    </message>
    <message>
        <source>Arrange by date</source>
        <translation>Ranger par date</translation>
    </message>
    <message>
        <source>Arrange by priority</source>
        <translation>Ranger par priorité</translation>
    </message>
    <message>
        <source>Board or list</source>
        <translation>Tableau ou liste</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Vider la corbeille</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
    <message>
        <source>add create capture write</source>
        <translation>ajouter créer noter écrire</translation>
    </message>
    <message>
        <source>find look for</source>
        <translation>trouver chercher</translation>
    </message>
    <message>
        <source>preferences options configure</source>
        <translation>préférences options configurer</translation>
    </message>
    <message>
        <source>take back revert</source>
        <translation>reprendre revenir</translation>
    </message>
    <message>
        <source>exit leave close</source>
        <translation>sortir quitter fermer</translation>
    </message>
    <message>
        <source>keys shortcuts help</source>
        <translation>touches raccourcis aide</translation>
    </message>
    <message>
        <source>send hand over</source>
        <translation>envoyer confier</translation>
    </message>
    <message>
        <source>delegate hand over ask somebody</source>
        <translation>déléguer confier demander à quelqu’un</translation>
    </message>
    <message>
        <source>due when schedule plan</source>
        <translation>échéance quand planifier</translation>
    </message>
    <message>
        <source>project area category</source>
        <translation>projet zone catégorie</translation>
    </message>
    <message>
        <source>done finish tick</source>
        <translation>fait finir cocher</translation>
    </message>
    <message>
        <source>delete remove give up</source>
        <translation>effacer supprimer renoncer</translation>
    </message>
    <message>
        <source>cancel abort</source>
        <translation>annuler interrompre</translation>
    </message>
    <message>
        <source>again</source>
        <translation>encore</translation>
    </message>
    <message>
        <source>approve take</source>
        <translation>approuver prendre</translation>
    </message>
    <message>
        <source>change rewrite</source>
        <translation>changer réécrire</translation>
    </message>
    <message>
        <source>again redo correct</source>
        <translation>encore refaire corriger</translation>
    </message>
    <message>
        <source>refuse throw away</source>
        <translation>refuser jeter</translation>
    </message>
    <message>
        <source>diff compare</source>
        <translation>différences comparer</translation>
    </message>
    <message>
        <source>where from record</source>
        <translation>origine registre</translation>
    </message>
    <message>
        <source>Quick add</source>
        <translation>Ajout rapide</translation>
    </message>
</context>
<context>
    <name>suggestions</name>
    <message>
        <source>a draft to judge</source>
        <translation>un brouillon à juger</translation>
    </message>
    <message>
        <source>as you chose for similar tasks in {domain}</source>
        <translation>comme vous l’avez choisi pour des tâches semblables dans {domain}</translation>
    </message>
    <message>
        <source>as you chose for similar tasks</source>
        <translation>comme vous l’avez choisi pour des tâches semblables</translation>
    </message>
    <message>
        <source>a decision about people</source>
        <translation>une décision qui concerne des personnes</translation>
    </message>
    <message>
        <source>high stakes</source>
        <translation>un enjeu élevé</translation>
    </message>
    <message>
        <source>a commitment that binds you</source>
        <translation>un engagement qui vous lie</translation>
    </message>
    <message>
        <source>a relationship</source>
        <translation>une relation</translation>
    </message>
    <message>
        <source>a direction to set</source>
        <translation>un cap à fixer</translation>
    </message>
    <message>
        <source>a text to translate</source>
        <translation>un texte à traduire</translation>
    </message>
    <message>
        <source>a summary to draft</source>
        <translation>un résumé à rédiger</translation>
    </message>
    <message>
        <source>a recording to write out</source>
        <translation>un enregistrement à transcrire</translation>
    </message>
    <message>
        <source>data to sort</source>
        <translation>des données à trier</translation>
    </message>
    <message>
        <source>a comparison to draw up</source>
        <translation>une comparaison à établir</translation>
    </message>
    <message>
        <source>facts to gather</source>
        <translation>des faits à réunir</translation>
    </message>
    <message>
        <source>a routine piece of code</source>
        <translation>un morceau de code courant</translation>
    </message>
    <message>
        <source>a routine first draft</source>
        <translation>un premier jet courant</translation>
    </message>
</context>
</TS>
