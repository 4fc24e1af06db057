### What people read, in French. Syntax: Fluent; which part of it, and how it is used: src/words/mod.rs.
### Keys that begin with `page-` stay on the server.

## Names of things

app-center = Centre d’applications
connected-apps = Applications connectées
category-hris = RH
category-ats = Recrutement
category-crm = CRM
category-accounting = Comptabilité
category-ticketing = Gestion des tickets
category-filestorage = Stockage de fichiers
category-knowledgebase = Base de connaissances
app-of-category = Application { $category }

## Connecting

connect = Connecter
connecting = Connexion…
relink = Reconnecter l’intégration
delete = Supprimer l’intégration
delete-question = Cette action est définitive. Voulez-vous continuer ?
initial-sync = Première synchronisation en cours, revenez dans quelques minutes
connect-named = Connecter { $app }
connect-named-for = Connecter { $app } pour { $category }
reconnect = Reconnecter
reconnect-named = Reconnecter { $app }
reconnect-named-for = Reconnecter { $app } pour { $category }
reconnect-account = Reconnecter { $app } : { $account }
relink-named = Reconnecter l’intégration : { $name }
add-account = Ajouter un autre compte
add-account-named = Ajouter un autre compte { $app }
add-account-named-for = Ajouter un autre compte { $app } pour { $category }
connected-named = { $app } est connectée
connect-category-hris = Connecter une intégration SIRH
connect-category-ats = Connecter une intégration ATS
connect-category-crm = Connecter une intégration CRM
connect-category-accounting = Connecter une intégration de comptabilité
connect-category-ticketing = Connecter une intégration de tickets
connect-category-filestorage = Connecter un stockage de fichiers
connect-category-knowledgebase = Connecter une base de connaissances
benefit-hris = Connectez votre plateforme RH pour synchroniser automatiquement les données du personnel
benefit-ats = Connectez votre plateforme de recrutement pour synchroniser automatiquement les candidats et les postes
benefit-crm = Connectez votre CRM pour synchroniser automatiquement les contacts, les entreprises et les affaires
benefit-accounting = Connectez votre logiciel de comptabilité pour synchroniser automatiquement les factures, les paiements et les comptes
benefit-ticketing = Connectez votre outil de tickets pour synchroniser automatiquement les tickets et les commentaires
benefit-filestorage = Connectez votre stockage pour synchroniser automatiquement les fichiers et les dossiers
benefit-knowledgebase = Connectez votre base de connaissances pour synchroniser automatiquement les articles
needs-script = La connexion d’une application ouvre une fenêtre qui a besoin de JavaScript. Activez-le pour connecter des applications ; tout le reste fonctionne sans lui.
only-admins = Demandez à un admin de votre organisation de connecter des applications.
only-admins-change = Seul un admin de votre organisation peut modifier cette application.
connected-here = Connectées
nothing-connected-here = Rien n’est encore connecté ici.
choose-part = Quelle partie voulez-vous connecter ? Vous pourrez ajouter les autres plus tard.
ending-closed = La fenêtre a été fermée avant la fin. Rien n’a été modifié.
ending-blocked = Votre navigateur a bloqué la fenêtre de connexion. Autorisez les pop-ups et désactivez le bloqueur de publicité pour ce site, puis réessayez.
ending-failed = La connexion n’a pas pu démarrer. Veuillez réessayer.

## App Center

apps =
    { $count ->
        [one] { $count } application
        [many] { $count } d’applications
       *[other] { $count } applications
    }
apps-unit =
    { $count ->
        [one] application
       *[other] applications
    }
apps-found =
    { $count ->
        [0] Aucune application trouvée
        [one] { $count } application trouvée
       *[other] { $count } applications trouvées
    }
apps-title = Applications
all-apps = Toutes
show-all-apps = Afficher toutes les applications
search-apps = Rechercher des applications
search-among-apps =
    { $count ->
        [one] Rechercher dans { $count } application
       *[other] Rechercher dans { $count } applications
    }
search = Rechercher
clear-search = Effacer la recherche
sort-by = Trier par
sort-popular = Populaires
sort-name = A–Z
sort-recent = Ajouts récents
categories = Catégories
status = Statut
filter-any = Tous les statuts
filter-connected = Connectées
filter-not-connected = Non connectées
filter-needs-attention = À traiter
no-apps-here = Aucune application ici pour le moment.
no-match = Aucune application ne correspond à « { $typed } ».
showing-for = Résultats pour « { $corrected } »
try-another-word = Essayez un autre mot ou parcourez toutes les applications.
request-this = Demander cette application
fallback = Certains logos ou applications peuvent manquer en ce moment.
offline = Vous êtes hors ligne. Cette liste n’est peut-être pas à jour.
manage = Gérer
manage-named = Gérer { $app }
accounts =
    { $count ->
        [one] { $count } compte
       *[other] { $count } comptes
    }
card-setup-incomplete = Configuration inachevée
card-syncing = Synchronisation
card-connected = Connectée
card-reconnect-needed = À reconnecter

## Connected apps

attention = À traiter
attention-count =
    { $count ->
        [one] { $count } à traiter
       *[other] { $count } à traiter
    }
unfinished = Inachevées
no-apps-connected = Aucune application connectée
no-apps-connected-lead = Connectez les outils que votre équipe utilise déjà et gérez-les ici.
browse-apps = Parcourir les applications
deleting = Suppression en cours – nous réessayons
deleting-now = Suppression…
deleted = Supprimée
other-upstream = Connectée à un autre environnement. Elle n’est pas mise à jour ici et ne peut qu’être supprimée.
duplicate = Ce compte semble être connecté deux fois.
connected-when = Connexion : { $when }
connected-when-by = Connexion : { $when }, par { $who }
started-when = Début : { $when }
started-when-by = Début : { $when }, par { $who }
by-person = par { $who }
data-as-of = Données du
data-as-of-lead = Données :
rename = Renommer
rename-named = Renommer { $name }
renamed = Renommée
more-for = Plus d’actions pour { $name }
actions-for = Actions pour { $name }
view-data = Voir les données
continue = Continuer
continue-named = Continuer { $name }
discard = Abandonner
discard-named = Abandonner { $name }
name-for = Nom pour { $app }
name-this = Nommer ce compte { $app }
name-this-question = Voici un autre compte { $app }. Le nommer pour les distinguer ?
not-now = Pas maintenant
save = Enregistrer
cancel = Annuler
close = Fermer
delete-named = Supprimer { $name }
delete-integration-named = Supprimer l’intégration : { $name }
delete-title = Supprimer { $name } ?
delete-consequence = Tout ce qui a été synchronisé depuis { $name } sera supprimé ici.

## One connected app

overview = Aperçu
data = Données
activity = Activité
settings = Paramètres
this-app = Cette application
gone = Cette application n’est plus connectée.
back-to-connected = Retour aux applications connectées
setup-unfinished = La configuration n’est pas encore terminée.
all-good = Tout est à jour.
some-late = Connectée. Certaines données n’ont pas pu être mises à jour – nous allons réessayer.
state-setup = Configuration inachevée
state-deleting = Suppression
state-reconnect = À reconnecter
state-permissions = Autorisation manquante
state-plan = Hors de votre offre
state-outage = Ne répond pas
state-removed = Accès retiré
state-not-updated = Non mise à jour
state-syncing = Synchronisation
state-up-to-date = À jour
cause-permissions = Un admin de { $app } doit rétablir une autorisation, puis reconnecter. Vos données existantes sont conservées.
cause-plan = Votre offre { $app } ne comprend plus cela. Un admin de { $app } doit changer d’offre, puis reconnecter.
cause-outage = { $app } ne répond pas. Nous nous en occupons – vous n’avez rien à faire.
cause-removed = { $app } a retiré notre accès. Reconnectez pour le rétablir ; vos données restent jusqu’à ce que vous les supprimiez.
cause-sign-in = { $app } demande une nouvelle connexion. Vos données restent jusqu’à ce que vous les supprimiez.
label-app = Application
label-category = Catégorie
label-connected = Connexion
label-note = Remarque
label-type = Type
label-state = État
label-records = Enregistrements
label-next-update = Prochaine mise à jour
label-name = Nom
looking = Nous recherchons quelles données existent.
no-data = Pas encore de données
check-now = Vérifier
sync-now = Synchroniser
checking = Vérification…
checked = Vérifié à l’instant. Les nouveautés apparaîtront ici d’elles-mêmes.
asked = Une synchronisation est en cours. Les nouveautés apparaîtront ici d’elles-mêmes.
data-syncing = Synchronisation
data-up-to-date = À jour
data-partly = Presque à jour – certaines données n’ont pas pu être lues
data-paused = Synchronisation en pause
data-off = Synchronisation désactivée pour ces données
data-failed = Échec de la mise à jour – nous allons réessayer
types-ready =
    { $count ->
        [one] { $ready } type de données prêt sur { $count }
       *[other] { $ready } types de données prêts sur { $count }
    }
remove-missing = Les supprimer ici
keep-missing = Les conserver
removing = Nous cherchons chacun encore une fois, puis il est supprimé ici.
kept = Ils restent ici.
many-missing-decide = { $name } : { $missing } sur { $all } ne sont plus dans { $app }. Ils restent ici jusqu’à votre décision.
many-missing = { $name } : { $missing } sur { $all } ne sont plus dans { $app }. Ils restent ici jusqu’à la décision d’un admin de votre organisation.
setting-name-lead = Seule votre organisation le voit.
setting-sign-in = Se reconnecter
setting-sign-in-lead = Ouvre à nouveau { $app }, pour de nouveaux identifiants ou d’autres autorisations. Rien n’est perdu.
danger-zone = Zone de danger
no-activity = Il ne s’est encore rien passé.
somebody = Quelqu’un
the-app = l’application
activity-connected = { $who } a connecté { $app }
activity-renamed = { $who } l’a renommée « { $app } »
activity-relinked = { $who } a reconnecté { $app }
activity-identity-changed = Reconnectée à un autre compte : ses données sont récupérées à nouveau
activity-synced = { $who } a demandé une synchronisation
activity-setup-discarded = { $who } a abandonné la configuration de { $app }
activity-deleted = { $who } a supprimé { $app }
activity-first-sync-completed = La première synchronisation est terminée
activity-relink-needed = { $app } a demandé une nouvelle connexion
activity-error = { $app } a cessé de fonctionner
activity-recovered = { $app } fonctionne à nouveau
activity-sweep-stopped = De nombreux enregistrements manquaient dans { $app }, aucun n’a donc été supprimé ici
activity-removal-approved = { $who } a accepté de supprimer les enregistrements absents de { $app }
activity-removal-dismissed = { $who } a conservé les enregistrements absents de { $app }
activity-event-synced = { $app } a été synchronisée
activity-event-data-changed = Des données ont changé dans { $app }
activity-event-issue = { $app } a signalé un problème
activity-event-issue-resolved = Un problème dans { $app } a été résolu
activity-event-deleted = { $app } a retiré notre accès

## Records

data-type = Type de données
show = Afficher
show-current = Actuels
show-deleted = Supprimés
pages = Pages
first-page = Première page
next-page = Page suivante
look-further = Chercher plus loin
export = Exporter en CSV
no-name = Sans nom
elsewhere = Un enregistrement qui n’est pas ici
no-record = Cet enregistrement n’est plus ici.
technical = Afficher les détails techniques
records-failed = Cette liste n’a pas pu être chargée. Veuillez réessayer.
sort-newest = Modification la plus récente
sort-oldest = Modification la plus ancienne
last-changed-in = Dernière modification dans { $app }
sort-remote-id = Par ID dans { $app }
id-in = ID dans { $app }
type-unavailable = { $name } – non disponible
search-type = Rechercher : { $name }
deleted-records =
    { $count ->
        [one] { $count } enregistrement supprimé
       *[other] { $count } enregistrements supprimés
    }
matches =
    { $count ->
        [one] { $count } résultat
       *[other] { $count } résultats
    }
on-this-page = { $what } sur cette page
none-first-sync = { $name } : ils apparaîtront ici d’eux-mêmes une fois complets.
none-yet = Rien ici pour le moment
none-stopped = { $app } demande une nouvelle connexion avant de pouvoir lire : { $name }.
none-unavailable-title = Non disponible pour cette application
none-unavailable = { $app } ne nous fournit pas ceci, ou c’est désactivé là-bas : { $name }.
none-so-far-title = Rien trouvé jusqu’ici
none-so-far = Il y a plus d’enregistrements que nous n’en avons parcouru en une fois.
none-matches-title = Aucun résultat
none-matches = Rien ne correspond à « { $q } » dans : { $name }.
none-more-title = Rien de plus
none-more = Vous avez tout vu.
none-deleted = Rien n’a été supprimé dans { $app } : { $name }.
none-ready = { $app } ne contient encore rien : { $name }. Les nouveautés apparaîtront ici d’elles-mêmes.
deleted-in = Supprimé dans { $app } ; constaté le { $when }.
yes = Oui
no = Non
and-more = et { $count } de plus
label-changed = Modifié

## Times

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date = { $day } { $month } { $year }
date-time = { $date } à { $time }
time-utc = { $time } UTC
today = Aujourd’hui
yesterday = Hier
ago-now = à l’instant
ago-minutes =
    { $count ->
        [one] il y a { $count } minute
       *[other] il y a { $count } minutes
    }
ago-hours =
    { $count ->
        [one] il y a { $count } heure
       *[other] il y a { $count } heures
    }
ago-yesterday = hier
ago-days =
    { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }
ahead-now = d’un instant à l’autre
ahead-minutes =
    { $count ->
        [one] dans { $count } minute
       *[other] dans { $count } minutes
    }
ahead-hours =
    { $count ->
        [one] dans { $count } heure
       *[other] dans { $count } heures
    }
ahead-tomorrow = demain
ahead-days =
    { $count ->
        [one] dans { $count } jour
       *[other] dans { $count } jours
    }

## What went wrong

try-again = Cela n’a pas fonctionné. Veuillez réessayer.
internal = Un problème est survenu de notre côté. Veuillez réessayer.
refused-offline = Le serveur est injoignable. Vérifiez votre connexion et réessayez.
too-many-attempts =
    { $count ->
        [one] Trop de tentatives. Réessayez dans une minute.
       *[other] Trop de tentatives. Réessayez dans { $count } minutes.
    }
asked-a-moment-ago =
    { $count ->
        [one] Cette application vient d’être interrogée. Réessayez dans une minute.
       *[other] Cette application vient d’être interrogée. Réessayez dans { $count } minutes.
    }
refused-signed-out = Vous avez été déconnecté. Connectez-vous à nouveau pour continuer.
refused-organization = Vous êtes maintenant connecté à une autre organisation. Rechargez la page pour continuer.
sign-in = Se connecter

## Small things that islands say

copy = Copier
copied = Copié
theme-system = Système
theme-light = Clair
theme-dark = Sombre

## Around every page

page-description = Connectez les outils que votre équipe utilise déjà et gérez-les au même endroit.
page-skip = Aller au contenu
page-main-nav = Navigation principale
page-in-frame = Applications
page-account-menu = { $organization }, { $name } : compte et thème
page-account = Compte
page-theme = Thème
page-language = Langue
page-operator = Exploitation
page-sign-out = Se déconnecter
page-app-center-lead = Connectez les outils que votre équipe utilise déjà.
page-connected-lead = Ce qui est connecté, à quel point c’est à jour et ce qui vous attend.
page-list-failed = La liste des applications n’a pas pu être chargée.
page-accounts-failed = Vos applications connectées n’ont pas pu être chargées.
page-try-again = Réessayer
page-try-again-link = Réessayer.
page-missing-title = Page introuvable
page-missing-heading = Cette page est introuvable
page-missing-lead = Elle a peut-être été déplacée, ou l’application n’est plus connectée.
page-go-to-app-center = Aller au centre d’applications
page-failed-title = Un problème est survenu
page-failed-heading = Un problème est survenu de notre côté
page-failed-lead = Nous nous en occupons – vous n’avez rien à faire. Veuillez réessayer dans un instant.
page-optional = Facultatif

## Signing in and up

page-sign-in-lead = Connectez et gérez les applications de votre équipe.
page-enter-demo = Ouvrir la démo
page-or = ou
page-new-here = Nouveau ici ?
page-sign-up = S’inscrire
page-have-account = Vous avez déjà un compte ?
page-sign-up-closed = Les inscriptions sont fermées. Demandez une invitation aux responsables de ce site.
page-sign-up-lead = Une organisation, toutes ses applications.
page-create-organization = Créer l’organisation
page-email = E-mail
page-password = Mot de passe
page-password-hint =
    { $count ->
        [one] Au moins { $count } caractère.
       *[other] Au moins { $count } caractères.
    }
page-organization = Organisation
page-your-name = Votre nom
page-join-title = Rejoindre votre équipe
page-invitation-gone-title = Cette invitation n’est plus valable
page-invitation-gone = Elle a déjà été utilisée, a été retirée ou est trop ancienne. Demandez-en une nouvelle à la personne qui l’a envoyée.
page-invitation-lead = { $by } vous invite à rejoindre { $organization }.
page-invitation-lead-admin = { $by } vous invite à rejoindre { $organization }, en tant qu’admin.
page-already-in = Vous faites déjà partie de { $organization }. Transmettez le lien à la personne concernée.
page-join-as = Rejoindre en tant que { $name }
page-join-organization = Rejoindre { $organization }
page-sign-in-to-join = Se connecter pour rejoindre
page-not-you = Pas { $name } ? Se déconnecter

## An app's page

page-setting-up = Mise en place
page-setup-minutes =
    { $count ->
        [one] Environ { $count } minute
       *[other] Environ { $count } minutes
    }
page-setup-admin = Il vous faut un accès admin à { $app }
page-first-sync = La première synchronisation peut durer de quelques minutes à quelques heures.
page-reads = Ce que nous lirons
page-reads-lead = Tenu à jour depuis { $app }. Rien n’y est modifié.
page-more-in = Plus dans { $category }
page-see-all = Toutes les applications { $category }
page-bad-address = Ce lien ne fonctionne plus.
page-show-all-records = Afficher tous les enregistrements
page-show-newest = Afficher le plus récent
page-newest = Plus récents
page-older = Plus anciens

## Asking for an app

page-request-app = Demander une application
page-request-lead = Dites-nous ce qui manque. Plus une application est demandée, plus vite elle arrive.
page-thanks = Merci – nous vous tiendrons au courant.
page-asked-for =
    { $count ->
        [0] Personne n’a encore demandé { $name }.
        [one] { $count } équipe a demandé { $name }.
       *[other] { $count } équipes ont demandé { $name }.
    }
page-back-to-apps = Retour à toutes les applications
page-app-name = Nom de l’application
page-website = Site web
page-what-for = À quoi vous servirait-elle ?
page-send-request = Envoyer la demande

## The people of an organisation

page-people-lead = Les membres de { $organization } et ce qu’ils peuvent faire.
page-people = Membres
page-only-admins-invite = Seuls les admins invitent des membres et changent les rôles.
page-role-admin = Admin
page-role-member = Membre
page-role-of = Rôle de { $name }
page-save-role-of = le rôle de { $name }
page-leave = Quitter
page-leave-organization = Quitter { $organization }
page-remove = Retirer
page-remove-person = Retirer { $name }
page-remove-question = { $name } ne verra plus les applications de { $organization }. Les applications que { $name } a connectées pour son seul usage sont supprimées.
page-leave-question = Vous ne verrez plus les applications de { $organization }. Les applications que vous avez connectées pour votre seul usage sont supprimées.
page-you = (vous)
page-last-admin = Seul admin. Nommez un autre admin pour changer cela.
page-invitations = Invitations
page-invite-lead = Envoyez un lien à la personne que vous invitez. Il fonctionne une fois, pendant sept jours.
page-invite = Inviter des membres
page-invited-role = Rôle de la personne invitée
page-create-link = Créer un lien d’invitation
page-invitation-link-role = Lien d’invitation { $number }, { $role }
page-invitation-link = le lien d’invitation { $number }
page-invited-by = par { $who }
page-expires = expire
page-withdraw = Retirer
page-withdraw-named = l’invitation { $number }
page-organizations = Vos organisations
page-switch = Basculer
page-switch-to = vers { $organization }
page-here = (ici)

## The command palette

page-palette = Rechercher des applications et des actions
page-palette-hint = Rechercher ou aller à…
page-results = Résultats
page-results-count =
    { $count ->
        [one] { $count } résultat
       *[other] { $count } résultats
    }
page-searching = Recherche…
page-key-move = naviguer
page-key-go = ouvrir
page-key-close = fermer
page-actions = Actions
page-theme-system = Thème du système
page-theme-light = Thème clair
page-theme-dark = Thème sombre
page-quoted = « { $text } »
page-alias-apps = marketplace, catalogue, parcourir, accueil
page-alias-connected = intégrations, connexions
page-alias-invite = ajouter des membres, invitations, nouveau membre
page-alias-settings = membres, rôles, équipe, préférences
page-alias-request = application manquante, suggérer une application
page-alias-operator = boîte de réception, tâches
page-alias-theme-system = thème, mode système, apparence
page-alias-theme-light = thème, mode clair, apparence
page-alias-theme-dark = thème, mode sombre, nuit, apparence
page-alias-sign-out = déconnexion, quitter

## What a form was refused for

page-problem-credentials = L’adresse e-mail ou le mot de passe est incorrect.
page-problem-email-taken = Quelqu’un s’est déjà inscrit avec cette adresse e-mail. Connectez-vous plutôt.
page-problem-sign-up-closed = Les inscriptions sont fermées. Demandez une invitation.
page-problem-input = Il manque quelque chose ou une saisie est incorrecte. Vérifiez vos saisies.
page-problem-not-allowed = Seul un admin de votre organisation peut faire cela.
page-problem-not-found = Cette application n’est plus connectée.
page-problem-organization = Vous êtes maintenant connecté à une autre organisation.
page-problem-decided = Il n’y a plus rien à décider ici.
page-problem-connected = Cette application est déjà connectée.
page-problem-last-admin = Une organisation a besoin d’un admin. Nommez d’abord un autre admin.
page-problem-invitation = Cette invitation n’est plus valable. Demandez-en une nouvelle.
page-problem-setup = La configuration de cette application n’est pas encore terminée.

## In a frame that lets nobody in

page-embed-here-title = Ceci ne peut pas être affiché ici
page-embed-here = Le produit que vous utilisez n’est pas autorisé à afficher ces pages. Prévenez ceux qui l’exploitent.
page-embed-who-title = Nous n’avons pas pu confirmer votre identité
page-embed-unverified = Ce que le produit autour de cette page nous a dit de vous ne peut pas être vérifié. Rechargez la page ; si cela n’aide pas, prévenez ceux qui l’exploitent.
page-embed-audience = Ce que le produit autour de cette page nous a dit est destiné à un autre site. Prévenez ceux qui l’exploitent.
page-embed-early = L’horloge du produit autour de cette page avance sur la nôtre. Rechargez la page dans un instant ; si cela n’aide pas, prévenez ceux qui l’exploitent.
page-embed-expired-title = Cela a pris trop de temps
page-embed-reload = Rechargez la page pour rouvrir vos applications.
page-embed-used-title = Ceci a déjà été ouvert une fois
page-embed-over-title = Votre visite ici est terminée
page-embed-many-title = Trop de monde à la fois
page-embed-many = Beaucoup de personnes viennent d’ouvrir leurs applications d’ici. Rechargez la page dans une minute.
page-embed-unavailable = Nous nous en occupons – vous n’avez rien à faire. Rechargez la page dans un instant.

## The operator's pages

page-op-all = Tous
page-op-received = Reçu
page-op-processing = En cours
page-op-retry = Nouvel essai
page-op-dead = Abandonné
page-op-done = Terminé
page-op-inbox = Boîte de réception
page-op-jobs = Tâches
page-op-accounts = Comptes
page-op-requests = Demandes
page-op-events = Événements
page-op-inbox-lead = Les derniers événements du service. Leur contenu n’est jamais affiché.
page-op-event = Événement
page-op-organization = Organisation
page-op-state = État
page-op-tries = Essais
page-op-problem = Problème
page-op-no-event = Il n’y a aucun événement de ce type.
page-op-replay = Rejouer
page-op-replay-named = l’événement { $id }
page-op-unreadable = illisible
page-op-jobs-lead = Du travail abandonné. Une fois la cause réparée, relancez-le.
page-op-given-up = Abandonné
page-op-job = Tâche
page-op-reason = Raison
page-op-no-job = Aucune tâche n’a été abandonnée.
page-op-run-again = Relancer
page-op-run-named = la tâche { $id }
page-op-key-refused-since = Le service refuse notre clé, depuis
page-op-key-refused = Aucune donnée n’arrive, et aucun compte n’est en cause : définissez une clé valable. Tout reprend de soi-même dès qu’elle est acceptée.
page-op-accounts-lead = Toutes les applications connectées de chaque organisation, les pannes d’abord.
page-op-app = Application
page-op-status = Statut
page-op-last-data = Dernières données
page-op-changed = Modifié
page-op-no-account = Rien n’est encore connecté.
page-op-elsewhere = { $status } (ailleurs)
page-op-requests-lead = Les applications qui manquent, les plus demandées d’abord.
page-op-organizations = Organisations
page-op-people = Personnes
page-op-website = Site web
page-op-asked-last = Dernière demande
page-op-no-request = Personne n’a encore demandé d’application.

## What the server answers islands

page-told-signed-out = Vous êtes déconnecté. Connectez-vous et réessayez.
page-told-app-not-found = Cette application est introuvable. Elle a peut-être été supprimée.
page-told-deleted = Cette application a été supprimée. Reconnectez-la si vous en avez besoin.
page-told-link-over = Cette connexion ne peut plus être terminée. Veuillez la recommencer.
page-told-finishing = Cette connexion est en cours de finalisation. Elle apparaîtra dans un instant.
page-told-connecting-elsewhere = Une autre page connecte une application en ce moment ({ $category }). Terminez-la ou fermez-la d’abord.
page-told-attempt-superseded = Une autre tentative a commencé sur cette page.
page-told-not-of-category = { $app } ne fait pas partie de la catégorie { $category }.
page-told-setup-unfinished = La configuration de cette application n’est pas terminée. Continuez-la ou abandonnez-la.
page-told-is-connected = Cette application est connectée. Supprimez-la si vous n’en avez plus besoin.
page-told-only-admins = Seul un admin peut faire cela. Adressez-vous à un admin de votre organisation.
page-told-no-connecting = Impossible de connecter des applications pour le moment. Nous nous en occupons – vous n’avez rien à faire.
page-told-busy = L’autre service est occupé. Veuillez réessayer dans une minute.
page-told-not-available = Cette application ne peut pas être connectée. Nous nous en occupons – vous n’avez rien à faire.
page-told-no-store = Impossible pour le moment. Veuillez réessayer dans un instant.
page-told-no-data = Nos données sont inaccessibles pour le moment. Veuillez réessayer dans un instant.
page-told-no-checking = Impossible de vérifier les nouvelles données pour le moment. Nous nous en occupons – vous n’avez rien à faire.
page-told-asks-sign-in = Cette application demande une nouvelle connexion. Reconnectez-la pour recevoir de nouvelles données.
page-told-removed-access = Cette application a retiré notre accès. Reconnectez-la pour recevoir de nouvelles données.
page-told-check-failed = La vérification des nouvelles données a échoué. Veuillez réessayer dans un instant.
page-told-not-here = Ceci n’est pas disponible ici.
page-told-nothing-here = Il n’y a rien à cette adresse.
page-told-switched = Vous avez changé d’organisation depuis l’ouverture de cette page. Rechargez-la.
page-plain-away = Nous revenons tout de suite.
page-plain-back = Retour au début
page-told-other-environment = Cette application a été connectée dans un autre environnement et ne peut qu’être supprimée ici.
page-told-other-service = Cette application a été connectée via une autre adresse de service et ne peut pas être synchronisée d’ici.
page-told-no-demand = La synchronisation à la demande n’est pas comprise dans l’offre actuelle. Nous vérifions quand même les nouvelles données ; la prochaine synchronisation se fera d’elle-même.
page-told-another-app = Une autre application
page-told-text-missing = { $what } : à remplir.
page-told-text-short = { $what } : trop court, utilisez au moins { $min } caractères.
page-told-text-long = { $what } : trop long, utilisez au plus { $max } caractères.
page-told-text-odd = { $what } : contient des caractères qui ne peuvent pas être affichés.
page-told-text-address = Saisissez une adresse e-mail telle que name@example.com.
page-told-taken-deleting = La suppression de { $app } est encore en cours. Réessayez quand elle sera terminée.
page-told-taken = { $app } est déjà connectée. Supprimez-la avant de connecter une autre application de ce type.
