<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>Acts</name>
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
        <source>Where to get a key</source>
        <translation>Où obtenir une clé</translation>
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
        <source>Any server that speaks one of these two dialects: of your company, or here.</source>
        <translation>Tout serveur qui parle l’un de ces deux dialectes&#xa0;: dans votre entreprise, ou ici.</translation>
    </message>
    <message>
        <source>Add and test</source>
        <translation>Ajouter et tester</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%Ln modèle</numerusform>
            <numerusform>%Ln modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>Found on this computer at %1, with %2. It needs no key, and nothing leaves this computer.</source>
        <translation>Trouvé sur cet ordinateur à %1, avec %2. Sans clé, et rien ne quitte cet ordinateur.</translation>
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
        <source>OpenAI-compatible</source>
        <translation>Compatible OpenAI</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
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
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Mettre en revue</translation>
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
</context>
<context>
    <name>AskBar</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
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
    <message>
        <source>About %1 tokens to %2</source>
        <translation>Environ %1 jetons vers %2</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: about %1 tokens, free</source>
        <translation>Rien ne quitte cet ordinateur&#xa0;: environ %1 jetons, gratuit</translation>
    </message>
    <message>
        <source>What %1 receives</source>
        <translation>Ce que %1 reçoit</translation>
    </message>
    <message>
        <source>The exact text, as it would be sent now.</source>
        <translation>Le texte exact, tel qu’il partirait maintenant.</translation>
    </message>
</context>
<context>
    <name>BoardDelegate</name>
    <message>
        <source>version %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>%1 in queue</source>
        <translation>n° %1 en file</translation>
    </message>
    <message>
        <source>free</source>
        <translation>gratuit</translation>
    </message>
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
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
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
    <name>DelegatedPage</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%Ln ouverte</numerusform>
            <numerusform>%Ln ouvertes</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. The text is kept.</source>
        <translation>Arrêtée. Le texte est gardé.</translation>
    </message>
    <message>
        <source>Back with you.</source>
        <translation>De nouveau à vous.</translation>
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
        <source>first word: %1 s</source>
        <translation>1er mot&#xa0;: %1&#xa0;s</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>mesuré</translation>
    </message>
    <message>
        <source>about</source>
        <translation>environ</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>free</source>
        <translation>gratuit</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Écoulé</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 jetons/s</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%Ln jeton</numerusform>
            <numerusform>%Ln jetons</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>waiting for the first word…</source>
        <translation>en attente du premier mot…</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 jetons</translation>
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
        <source>%1 tokens sent to %2</source>
        <translation>%1 jetons envoyés à %2</translation>
    </message>
    <message>
        <source>%1 tokens wait for %2</source>
        <translation>%1 jetons en attente pour %2</translation>
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
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Hand to another…</source>
        <translation>Confier à un autre…</translation>
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
        <source>Close the panel</source>
        <translation>Fermer le panneau</translation>
    </message>
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
</context>
<context>
    <name>KeyboardTab</name>
    <message>
        <source>Single letters act</source>
        <translation>Lettres seules actives</translation>
    </message>
    <message>
        <source>A, E, R in the review, J and K in lists… never while you type. Keys with Ctrl always act.</source>
        <translation>A, E, R en revue, J et K dans les listes… jamais pendant la saisie. Les touches avec Ctrl agissent toujours.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
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
        <source>%n open</source>
        <translation>
            <numerusform>%Ln ouverte</numerusform>
            <numerusform>%Ln ouvertes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
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
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domaine</translation>
    </message>
    <message>
        <source>friday 9am</source>
        <translation>vendredi 9h</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>ModelsTable</name>
    <message>
        <source>Search, or name another model</source>
        <translation>Cherchez, ou nommez un autre modèle</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Nom du modèle</translation>
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
        <source>%1 sent nothing for too long. The brief is intact; what was read may be charged.</source>
        <translation>%1 n’a rien envoyé depuis trop longtemps. Le brief est intact&#xa0;; ce qui a été lu peut être facturé.</translation>
    </message>
    <message>
        <source>%1 points to another address, where the key must not go. Correct the address in the settings.</source>
        <translation>%1 renvoie à une autre adresse, où la clé ne doit pas aller. Corrigez l’adresse dans les réglages.</translation>
    </message>
    <message>
        <source>What %1 sent is not an answer: the address or the dialect is probably wrong. The brief is intact.</source>
        <translation>Ce que %1 a envoyé n’est pas une réponse&#xa0;: l’adresse ou le dialecte ne convient sans doute pas. Le brief est intact.</translation>
    </message>
    <message>
        <source>The built-in model cannot be started. The brief is intact; choose another GGUF file, or another provider.</source>
        <translation>Le modèle intégré ne démarre pas. Le brief est intact&#xa0;; choisissez un autre fichier GGUF, ou un autre fournisseur.</translation>
    </message>
    <message>
        <source>The answer reached the model’s length limit before its end. What arrived is kept.</source>
        <translation>La réponse a atteint la longueur limite du modèle avant sa fin. Le texte reçu est gardé.</translation>
    </message>
    <message>
        <source>The model declined. Rephrase, or keep it for yourself.</source>
        <translation>Le modèle a décliné. Reformulez, ou gardez la tâche.</translation>
    </message>
    <message>
        <source>The answer stopped before its end. What arrived is kept.</source>
        <translation>La réponse s’est arrêtée avant la fin. Le texte reçu est gardé.</translation>
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
        <source>The specialist is no longer there. Nothing was sent; hand it to another.</source>
        <translation>Le spécialiste n’est plus là. Rien n’a été envoyé&#xa0;; confiez-la à un autre.</translation>
    </message>
    <message>
        <source>%1 is switched off. Nothing was sent; switch it on.</source>
        <translation>%1 est désactivé. Rien n’a été envoyé&#xa0;; activez-le.</translation>
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
        <translation>titres, listes, accents</translation>
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
    <name>PaneHead</name>
    <message>
        <source>Use this provider</source>
        <translation>Utiliser ce fournisseur</translation>
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
    <name>Preview</name>
    <message>
        <source>What %1 receives</source>
        <translation>Ce que %1 reçoit</translation>
    </message>
    <message>
        <source>The exact text, as it would be sent now.</source>
        <translation>Le texte exact, tel qu’il partirait maintenant.</translation>
    </message>
    <message>
        <source>The brief, for you to tell them. Nothing is sent by itself.</source>
        <translation>Le brief, à transmettre vous-même. Rien ne part tout seul.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
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
        <source>The request, as it was stored before it was sent:</source>
        <translation>La requête, telle qu’enregistrée avant l’envoi&#xa0;:</translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation>Incomplète</translation>
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
        <source>free</source>
        <translation>gratuit</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>coût inconnu</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Fournisseur</translation>
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
        <source>Attempt</source>
        <translation>Essai</translation>
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
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
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
        <source>Trouble</source>
        <translation>En panne</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Built-in model</source>
        <translation>Modèle intégré</translation>
    </message>
</context>
<context>
    <name>ProviderPane</name>
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
        <source>On this computer: nothing leaves it.</source>
        <translation>Sur cet ordinateur&#xa0;: rien n’en sort.</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>Lecture de ses modèles…</translation>
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
        <source>Remove this provider…</source>
        <translation>Retirer ce fournisseur…</translation>
    </message>
</context>
<context>
    <name>ProvidersDelegate</name>
    <message>
        <source>Add a custom address</source>
        <translation>Ajouter une autre adresse</translation>
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
        <source>Add</source>
        <translation>Ajouter</translation>
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
</context>
<context>
    <name>ProvidersTab</name>
    <message>
        <source>Providers</source>
        <translation>Fournisseurs</translation>
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
    <message>
        <source>Name of a person</source>
        <translation>Nom d’une personne</translation>
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
        <translation>Exécuté moi-même</translation>
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
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
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
        <translation>Ce que %1 a reçu</translation>
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
        <source>Name of the domain</source>
        <translation>Nom du domaine</translation>
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
    <message>
        <source>Domains</source>
        <translation>Domaines</translation>
    </message>
    <message>
        <source>Add a domain</source>
        <translation>Ajouter un domaine</translation>
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
        <source>Built-in</source>
        <translation>Intégré</translation>
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
    <message numerus="yes">
        <source>%n request(s) of unknown cost today</source>
        <translation>
            <numerusform>%Ln envoi de coût inconnu ce jour</numerusform>
            <numerusform>%Ln envois de coût inconnu ce jour</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing spent today</source>
        <translation>Rien dépensé aujourd’hui</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 aujourd’hui</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Remove the domain</source>
        <translation>Retirer le domaine</translation>
    </message>
    <message>
        <source>The domain is gone, its tasks stay.</source>
        <translation>Le domaine est retiré, ses tâches restent.</translation>
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
        <source>Returned</source>
        <translation>Revenue à vous</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrompue</translation>
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
        <source>Handed to %1.</source>
        <translation>Confiée à %1.</translation>
    </message>
    <message>
        <source>With %1. Nothing was sent by itself.</source>
        <translation>Confiée à %1. Rien n’a été envoyé.</translation>
    </message>
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
</context>
<context>
    <name>TaskDelegate</name>
    <message>
        <source>from %1</source>
        <translation>dès %1</translation>
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
</context>
<context>
    <name>TaskHead</name>
    <message>
        <source>No date</source>
        <translation>Sans date</translation>
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
        <source>Add notes</source>
        <translation>Ajouter des notes</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>tomorrow 9am, friday, 12 march</source>
        <translation>demain 9h, vendredi, 12 mars</translation>
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
        <source>About %1 tokens to %2</source>
        <translation>Environ %1 jetons vers %2</translation>
    </message>
    <message>
        <source>The brief and its context. Cost not known here</source>
        <translation>Le brief et son contexte. Coût inconnu ici</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Rien ne quitte cet ordinateur</translation>
    </message>
    <message>
        <source>About %1 tokens, free</source>
        <translation>Environ %1 jetons, gratuit</translation>
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
        <source>No match. Shift Enter creates the task.</source>
        <translation>Aucun résultat. Maj Entrée crée la tâche.</translation>
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
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
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
    <name>Window</name>
    <message>
        <source>%1 – Orchestrator</source>
        <translation>%1 – Orchestrator</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
</context>
<context>
    <name>_KeysDelegate</name>
    <message>
        <source>or</source>
        <translation>ou</translation>
    </message>
</context>
<context>
    <name>_ModelsDelegate</name>
    <message>
        <source>Use “%1”</source>
        <translation>Prendre «&#xa0;%1&#xa0;»</translation>
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
        <source>The built-in model stays. Nothing was changed; you can turn it off.</source>
        <translation>Le modèle intégré reste. Rien n’a changé&#xa0;; vous pouvez le désactiver.</translation>
    </message>
    <message>
        <source>{count} delegations to this provider are still out. Take them back, then remove it.</source>
        <translation>Délégations encore en cours chez ce fournisseur&#xa0;: {count}. Récupérez-les, puis retirez-le.</translation>
    </message>
    <message>
        <source>“{name}” comes with its provider and goes with it. Nothing was changed.</source>
        <translation>«&#xa0;{name}&#xa0;» vient avec son fournisseur et part avec lui. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{count} delegations to this specialist are still out. Take them back, then remove it.</source>
        <translation>Délégations encore en cours chez ce spécialiste&#xa0;: {count}. Récupérez-les, puis retirez-le.</translation>
    </message>
    <message>
        <source>There is no provider “{name}”. Nothing was changed.</source>
        <translation>Aucun fournisseur «&#xa0;{name}&#xa0;». Rien n’a changé.</translation>
    </message>
    <message>
        <source>The name “{name}” is taken. Nothing was changed; choose another.</source>
        <translation>Le nom «&#xa0;{name}&#xa0;» est déjà pris. Rien n’a changé&#xa0;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>“{title}” is neither done nor dropped. Nothing was changed.</source>
        <translation>«&#xa0;{title}&#xa0;» n’est ni terminée ni abandonnée. Rien n’a changé.</translation>
    </message>
    <message>
        <source>“{title}” is already finished. Nothing was changed; reopen it first.</source>
        <translation>«&#xa0;{title}&#xa0;» est déjà finie. Rien n’a changé&#xa0;; rouvrez-la d’abord.</translation>
    </message>
    <message>
        <source>“{title}” is with an AI. Take it back first, then keep it for yourself. Nothing was changed.</source>
        <translation>«&#xa0;{title}&#xa0;» est confiée à une IA. Récupérez-la d’abord, puis gardez-la. Rien n’a changé.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Rien à annuler.</translation>
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
        <source>Everything is saved again.</source>
        <translation>Tout est de nouveau enregistré.</translation>
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
        <source>Move to a domain</source>
        <translation>Choisir un domaine</translation>
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
        <source>This list</source>
        <translation>Cette liste</translation>
    </message>
</context>
</TS>
