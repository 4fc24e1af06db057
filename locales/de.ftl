### What people read, in German. Syntax: Fluent; which part of it, and how it is used: src/words/mod.rs.
### Keys that begin with `page-` stay on the server.

## Names of things

app-center = App-Center
connected-apps = Verbundene Apps
category-hris = HR
category-ats = Recruiting
category-crm = CRM
category-accounting = Buchhaltung
category-ticketing = Ticketing
category-filestorage = Dateispeicher
category-knowledgebase = Wissensdatenbank
app-of-category = { $category }-App

## Connecting

connect = Verbinden
connecting = Wird verbunden …
relink = Integration neu verbinden
delete = Integration löschen
delete-question = Diese Aktion kann nicht rückgängig gemacht werden. Möchten Sie fortfahren?
initial-sync = Erste Synchronisierung läuft, schauen Sie in ein paar Minuten wieder vorbei
connect-named = { $app } verbinden
connect-named-for = { $app } für { $category } verbinden
reconnect = Neu verbinden
reconnect-named = { $app } neu verbinden
reconnect-named-for = { $app } für { $category } neu verbinden
reconnect-account = { $app } neu verbinden: { $account }
relink-named = Integration neu verbinden: { $name }
add-account = Weiteres Konto hinzufügen
add-account-named = Weiteres { $app }-Konto hinzufügen
add-account-named-for = Weiteres { $app }-Konto für { $category } hinzufügen
connected-named = { $app } ist verbunden
connect-category-hris = HRIS-Integration verbinden
connect-category-ats = ATS-Integration verbinden
connect-category-crm = CRM-Integration verbinden
connect-category-accounting = Buchhaltungs-Integration verbinden
connect-category-ticketing = Ticketing-Integration verbinden
connect-category-filestorage = Dateispeicher-Integration verbinden
connect-category-knowledgebase = Wissensdatenbank-Integration verbinden
benefit-hris = Verbinden Sie Ihre HR-Plattform, um Daten zu Mitarbeitenden automatisch zu synchronisieren
benefit-ats = Verbinden Sie Ihre Recruiting-Plattform, um Bewerbungen und Stellen automatisch zu synchronisieren
benefit-crm = Verbinden Sie Ihr CRM, um Kontakte, Firmen und Deals automatisch zu synchronisieren
benefit-accounting = Verbinden Sie Ihre Buchhaltung, um Rechnungen, Zahlungen und Konten automatisch zu synchronisieren
benefit-ticketing = Verbinden Sie Ihr Ticketsystem, um Tickets und Kommentare automatisch zu synchronisieren
benefit-filestorage = Verbinden Sie Ihren Dateispeicher, um Dateien und Ordner automatisch zu synchronisieren
benefit-knowledgebase = Verbinden Sie Ihre Wissensdatenbank, um Artikel automatisch zu synchronisieren
needs-script = Zum Verbinden einer App öffnet sich ein Fenster, das JavaScript braucht. Schalten Sie es ein, um Apps zu verbinden; alles andere hier funktioniert auch ohne.
only-admins = Bitten Sie einen Admin Ihrer Organisation, Apps zu verbinden.
only-admins-change = Nur ein Admin Ihrer Organisation kann diese App ändern.
connected-here = Verbunden
nothing-connected-here = Hier ist noch nichts verbunden.
choose-part = Welchen Teil davon möchten Sie verbinden? Die anderen können Sie später hinzufügen.
ending-closed = Das Fenster wurde vorzeitig geschlossen. Es wurde nichts geändert.
ending-blocked = Ihr Browser hat das Verbindungsfenster blockiert. Erlauben Sie Pop-ups, schalten Sie Werbeblocker für diese Website aus und versuchen Sie es erneut.
ending-failed = Die Verbindung konnte nicht gestartet werden. Bitte versuchen Sie es erneut.

## App Center

apps =
    { $count ->
        [one] { $count } App
       *[other] { $count } Apps
    }
apps-unit =
    { $count ->
        [one] App
       *[other] Apps
    }
apps-found =
    { $count ->
        [0] Keine Apps gefunden
        [one] { $count } App gefunden
       *[other] { $count } Apps gefunden
    }
apps-title = Apps
all-apps = Alle Apps
show-all-apps = Alle Apps anzeigen
search-apps = Apps suchen
search-among-apps =
    { $count ->
        [one] { $count } App durchsuchen
       *[other] { $count } Apps durchsuchen
    }
search = Suchen
clear-search = Suche löschen
sort-by = Sortieren nach
sort-popular = Beliebt
sort-name = A–Z
sort-recent = Neu hinzugefügt
categories = Kategorien
status = Status
filter-any = Jeder Status
filter-connected = Verbunden
filter-not-connected = Nicht verbunden
filter-needs-attention = Zu erledigen
no-apps-here = Hier gibt es noch keine Apps.
no-match = Keine App passt zu „{ $typed }“.
showing-for = Ergebnisse für „{ $corrected }“
try-another-word = Versuchen Sie ein anderes Wort oder sehen Sie alle Apps durch.
request-this = Diese App anfragen
fallback = Einige Logos oder Apps fehlen im Moment möglicherweise.
offline = Sie sind offline. Diese Liste ist möglicherweise nicht aktuell.
manage = Verwalten
manage-named = { $app } verwalten
accounts =
    { $count ->
        [one] { $count } Konto
       *[other] { $count } Konten
    }
card-setup-incomplete = Nicht fertig eingerichtet
card-syncing = Wird synchronisiert
card-connected = Verbunden
card-reconnect-needed = Verbindung erneuern

## Connected apps

attention = Das braucht Ihre Aufmerksamkeit
attention-count =
    { $count ->
        [one] { $count } braucht Aufmerksamkeit
       *[other] { $count } brauchen Aufmerksamkeit
    }
unfinished = Nicht abgeschlossen
no-apps-connected = Noch keine Apps verbunden
no-apps-connected-lead = Verbinden Sie die Tools, die Ihr Team schon nutzt, und behalten Sie sie hier im Blick.
browse-apps = Apps entdecken
deleting = Wird gelöscht – wir versuchen es weiter
deleting-now = Wird gelöscht …
deleted = Gelöscht
other-upstream = Mit einer anderen Umgebung verbunden. Wird hier nicht aktualisiert und kann nur gelöscht werden.
duplicate = Dieses Konto ist offenbar zweimal verbunden.
connected-when = Verbunden: { $when }
connected-when-by = Verbunden: { $when }, von { $who }
started-when = Begonnen: { $when }
started-when-by = Begonnen: { $when }, von { $who }
by-person = von { $who }
data-as-of = Datenstand
data-as-of-lead = Datenstand:
rename = Umbenennen
rename-named = { $name } umbenennen
renamed = Umbenannt
more-for = Mehr zu { $name }
actions-for = Aktionen für { $name }
view-data = Daten ansehen
continue = Fortsetzen
continue-named = { $name } fortsetzen
discard = Verwerfen
discard-named = { $name } verwerfen
name-for = Name für { $app }
name-this = Dieses { $app }-Konto benennen
name-this-question = Das ist ein weiteres { $app }-Konto. Möchten Sie es benennen, um sie zu unterscheiden?
not-now = Jetzt nicht
save = Speichern
cancel = Abbrechen
close = Schließen
delete-named = { $name } löschen
delete-integration-named = Integration löschen: { $name }
delete-title = { $name } löschen?
delete-consequence = Alles, was aus { $name } synchronisiert wurde, wird hier entfernt.

## One connected app

overview = Überblick
data = Daten
activity = Aktivität
settings = Einstellungen
this-app = Diese App
gone = Diese App ist nicht mehr verbunden.
back-to-connected = Zurück zu Verbundene Apps
setup-unfinished = Die Einrichtung ist noch nicht abgeschlossen.
all-good = Alles ist auf dem neuesten Stand.
some-late = Verbunden. Einige Daten konnten nicht aktualisiert werden – wir versuchen es erneut.
state-setup = Nicht fertig eingerichtet
state-deleting = Wird gelöscht
state-reconnect = Verbindung erneuern
state-permissions = Berechtigung fehlt
state-plan = Nicht in Ihrem Tarif
state-outage = Antwortet nicht
state-removed = Zugriff entzogen
state-not-updated = Nicht aktualisiert
state-syncing = Wird synchronisiert
state-up-to-date = Aktuell
cause-permissions = Ein Admin von { $app } muss eine Berechtigung wieder erteilen; verbinden Sie danach neu. Ihre vorhandenen Daten bleiben erhalten.
cause-plan = Ihr { $app }-Tarif enthält dies nicht mehr. Ein Admin von { $app } muss den Tarif ändern; verbinden Sie danach neu.
cause-outage = { $app } antwortet nicht. Wir kümmern uns darum – Sie müssen nichts tun.
cause-removed = { $app } hat uns den Zugriff entzogen. Verbinden Sie neu, um ihn wieder zu erteilen; Ihre Daten bleiben, bis Sie sie löschen.
cause-sign-in = Sie müssen sich bei { $app } erneut anmelden. Ihre Daten bleiben, bis Sie sie löschen.
label-app = App
label-category = Kategorie
label-connected = Verbunden
label-note = Hinweis
label-type = Typ
label-state = Zustand
label-records = Datensätze
label-next-update = Nächste Aktualisierung
label-name = Name
looking = Wir stellen fest, welche Daten es gibt.
no-data = Noch keine Daten
check-now = Jetzt prüfen
sync-now = Jetzt synchronisieren
checking = Wird geprüft …
checked = Gerade geprüft. Neues erscheint hier von selbst.
asked = Eine Synchronisierung läuft. Neues erscheint hier von selbst.
data-syncing = Wird synchronisiert
data-up-to-date = Aktuell
data-partly = Größtenteils aktuell – einige Daten konnten nicht gelesen werden
data-paused = Synchronisierung pausiert
data-off = Synchronisierung für diese Daten aus
data-failed = Aktualisierung fehlgeschlagen – wir versuchen es erneut
types-ready =
    { $count ->
        [one] { $ready } von { $count } Datentyp bereit
       *[other] { $ready } von { $count } Datentypen bereit
    }
remove-missing = Hier entfernen
keep-missing = Behalten
removing = Wir suchen jeden davon noch einmal, dann wird er hier entfernt.
kept = Sie bleiben hier.
many-missing-decide = { $name }: { $missing } von { $all } sind nicht mehr in { $app }. Sie bleiben hier, bis Sie entscheiden.
many-missing = { $name }: { $missing } von { $all } sind nicht mehr in { $app }. Sie bleiben hier, bis ein Admin Ihrer Organisation entscheidet.
setting-name-lead = Nur Ihre Organisation sieht ihn.
setting-sign-in = Erneut anmelden
setting-sign-in-lead = Öffnet { $app } noch einmal, für neue Zugangsdaten oder andere Berechtigungen. Es geht nichts verloren.
danger-zone = Gefahrenzone
no-activity = Bisher ist nichts passiert.
somebody = Jemand
the-app = die App
activity-connected = { $who } hat { $app } verbunden
activity-renamed = { $who } hat den Namen in „{ $app }“ geändert
activity-relinked = { $who } hat { $app } neu verbunden
activity-identity-changed = Neu verbunden mit einem anderen Konto: Die Daten werden neu geholt
activity-synced = { $who } hat eine Synchronisierung angefordert
activity-setup-discarded = { $who } hat die Einrichtung von { $app } verworfen
activity-deleted = { $who } hat { $app } gelöscht
activity-first-sync-completed = Die erste Synchronisierung ist abgeschlossen
activity-relink-needed = { $app } verlangt eine neue Anmeldung
activity-error = { $app } funktioniert nicht mehr
activity-recovered = { $app } funktioniert wieder
activity-sweep-stopped = In { $app } fehlten viele Datensätze, deshalb wurde hier keiner entfernt
activity-removal-approved = { $who } hat zugestimmt, die in { $app } fehlenden Datensätze zu entfernen
activity-removal-dismissed = { $who } hat die in { $app } fehlenden Datensätze behalten
activity-event-synced = { $app } wurde synchronisiert
activity-event-data-changed = Daten in { $app } haben sich geändert
activity-event-issue = { $app } hat ein Problem gemeldet
activity-event-issue-resolved = Ein Problem in { $app } wurde behoben
activity-event-deleted = { $app } hat uns den Zugriff entzogen

## Records

data-type = Datentyp
show = Anzeigen
show-current = Aktuelle
show-deleted = Gelöschte
pages = Seiten
first-page = Erste Seite
next-page = Nächste Seite
look-further = Weitersuchen
export = Als CSV exportieren
no-name = Ohne Namen
elsewhere = Ein Datensatz, der nicht hier ist
no-record = Dieser Datensatz ist nicht mehr hier.
technical = Technische Details anzeigen
records-failed = Diese Liste konnte nicht geladen werden. Bitte versuchen Sie es erneut.
sort-newest = Neueste Änderung zuerst
sort-oldest = Älteste Änderung zuerst
last-changed-in = Zuletzt in { $app } geändert
sort-remote-id = Nach ID in { $app }
id-in = ID in { $app }
type-unavailable = { $name } – nicht verfügbar
search-type = { $name } durchsuchen
deleted-records =
    { $count ->
        [one] { $count } gelöschter Datensatz
       *[other] { $count } gelöschte Datensätze
    }
matches =
    { $count ->
        [one] { $count } Treffer
       *[other] { $count } Treffer
    }
on-this-page = { $what } auf dieser Seite
none-first-sync = { $name }: Sie erscheinen hier von selbst, sobald alles vollständig ist.
none-yet = Hier ist noch nichts
none-stopped = Sie müssen sich bei { $app } erneut anmelden, bevor dies gelesen werden kann: { $name }.
none-unavailable-title = Für diese App nicht verfügbar
none-unavailable = { $app } stellt uns dies nicht bereit, oder es ist dort ausgeschaltet: { $name }.
none-so-far-title = Bisher nichts gefunden
none-so-far = Es gibt mehr Datensätze, als wir auf einmal durchsucht haben.
none-matches-title = Keine Treffer
none-matches = Nichts passt zu „{ $q }“. Durchsucht: { $name }.
none-more-title = Nichts weiter
none-more = Sie haben alles gesehen.
none-deleted = In { $app } wurde nichts gelöscht: { $name }.
none-ready = In { $app } gibt es noch nichts: { $name }. Neues erscheint hier von selbst.
deleted-in = In { $app } gelöscht; von uns bemerkt: { $when }.
yes = Ja
no = Nein
and-more = und { $count } weitere
label-changed = Geändert

## Times

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
date = { $day }. { $month } { $year }
date-time = { $date }, { $time }
time-utc = { $time } UTC
today = Heute
yesterday = Gestern
ago-now = gerade eben
ago-minutes =
    { $count ->
        [one] vor { $count } Minute
       *[other] vor { $count } Minuten
    }
ago-hours =
    { $count ->
        [one] vor { $count } Stunde
       *[other] vor { $count } Stunden
    }
ago-yesterday = gestern
ago-days =
    { $count ->
        [one] vor { $count } Tag
       *[other] vor { $count } Tagen
    }
ahead-now = jeden Moment
ahead-minutes =
    { $count ->
        [one] in { $count } Minute
       *[other] in { $count } Minuten
    }
ahead-hours =
    { $count ->
        [one] in { $count } Stunde
       *[other] in { $count } Stunden
    }
ahead-tomorrow = morgen
ahead-days =
    { $count ->
        [one] in { $count } Tag
       *[other] in { $count } Tagen
    }

## What went wrong

try-again = Das hat nicht geklappt. Bitte versuchen Sie es erneut.
internal = Bei uns ist etwas schiefgelaufen. Bitte versuchen Sie es erneut.
refused-offline = Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.
too-many-attempts =
    { $count ->
        [one] Zu viele Versuche. Versuchen Sie es in einer Minute erneut.
       *[other] Zu viele Versuche. Versuchen Sie es in { $count } Minuten erneut.
    }
asked-a-moment-ago =
    { $count ->
        [one] Diese App wurde gerade erst abgefragt. Versuchen Sie es in einer Minute erneut.
       *[other] Diese App wurde gerade erst abgefragt. Versuchen Sie es in { $count } Minuten erneut.
    }
refused-signed-out = Sie wurden abgemeldet. Melden Sie sich erneut an, um fortzufahren.
refused-organization = Sie sind jetzt bei einer anderen Organisation angemeldet. Laden Sie die Seite neu, um fortzufahren.
sign-in = Anmelden

## Small things that islands say

copy = Kopieren
copied = Kopiert
theme-system = System
theme-light = Hell
theme-dark = Dunkel

## Around every page

page-description = Verbinden Sie die Tools, die Ihr Team schon nutzt, und behalten Sie sie an einem Ort im Blick.
page-skip = Zum Inhalt springen
page-main-nav = Hauptnavigation
page-in-frame = Apps
page-account-menu = { $organization }, { $name }: Konto und Design
page-account = Konto
page-theme = Design
page-language = Sprache
page-operator = Betrieb
page-sign-out = Abmelden
page-app-center-lead = Verbinden Sie die Tools, die Ihr Team schon nutzt.
page-connected-lead = Was verbunden ist, wie aktuell es ist und was Sie braucht.
page-list-failed = Die App-Liste konnte nicht geladen werden.
page-accounts-failed = Ihre verbundenen Apps konnten nicht geladen werden.
page-try-again = Erneut versuchen
page-try-again-link = Erneut versuchen.
page-missing-title = Seite nicht gefunden
page-missing-heading = Diese Seite gibt es nicht
page-missing-lead = Sie wurde vielleicht verschoben, oder die App ist nicht mehr verbunden.
page-go-to-app-center = Zum App-Center
page-failed-title = Etwas ist schiefgelaufen
page-failed-heading = Bei uns ist etwas schiefgelaufen
page-failed-lead = Wir kümmern uns darum – Sie müssen nichts tun. Bitte versuchen Sie es gleich noch einmal.
page-optional = Optional

## Signing in and up

page-sign-in-lead = Verbinden und verwalten Sie die Apps Ihres Teams.
page-enter-demo = Demo öffnen
page-or = oder
page-new-here = Neu hier?
page-sign-up = Registrieren
page-have-account = Haben Sie schon ein Konto?
page-sign-up-closed = Die Registrierung ist geschlossen. Bitten Sie die Betreiber dieser Website um eine Einladung.
page-sign-up-lead = Eine Organisation, alle ihre Apps.
page-create-organization = Organisation anlegen
page-email = E-Mail
page-password = Passwort
page-password-hint =
    { $count ->
        [one] Mindestens { $count } Zeichen.
       *[other] Mindestens { $count } Zeichen.
    }
page-organization = Organisation
page-your-name = Ihr Name
page-join-title = Ihrem Team beitreten
page-invitation-gone-title = Diese Einladung gilt nicht mehr
page-invitation-gone = Sie wurde schon benutzt, zurückgezogen oder ist zu alt. Bitten Sie die Person, die sie gesendet hat, um eine neue.
page-invitation-lead = { $by } lädt Sie zu { $organization } ein.
page-invitation-lead-admin = { $by } lädt Sie zu { $organization } ein, als Admin.
page-already-in = Sie gehören bereits zu { $organization }. Geben Sie den Link an die Person weiter, für die er bestimmt ist.
page-join-as = Als { $name } beitreten
page-join-organization = { $organization } beitreten
page-sign-in-to-join = Anmelden und beitreten
page-not-you = Nicht { $name }? Abmelden

## An app's page

page-setting-up = Einrichtung
page-setup-minutes =
    { $count ->
        [one] Etwa { $count } Minute
       *[other] Etwa { $count } Minuten
    }
page-setup-admin = Sie brauchen Admin-Zugang zu { $app }
page-first-sync = Die erste Synchronisierung dauert Minuten bis wenige Stunden.
page-reads = Was wir lesen
page-reads-lead = Wird aus { $app } aktuell gehalten. Dort wird nichts geändert.
page-more-in = Mehr in { $category }
page-see-all = Alle Apps in { $category }
page-bad-address = Dieser Link funktioniert nicht mehr.
page-show-all-records = Alle Datensätze anzeigen
page-show-newest = Das Neueste anzeigen
page-newest = Neueste
page-older = Ältere

## Asking for an app

page-request-app = App anfragen
page-request-lead = Sagen Sie uns, was fehlt. Je mehr Teams eine App anfragen, desto eher kommt sie.
page-thanks = Danke – wir geben Ihnen Bescheid.
page-asked-for =
    { $count ->
        [0] Bisher hat niemand { $name } angefragt.
        [one] { $count } Team hat { $name } angefragt.
       *[other] { $count } Teams haben { $name } angefragt.
    }
page-back-to-apps = Zurück zu allen Apps
page-app-name = Name der App
page-website = Website
page-what-for = Wofür würden Sie sie nutzen?
page-send-request = Anfrage senden

## The people of an organisation

page-people-lead = Die Personen in { $organization } und was sie dürfen.
page-people = Personen
page-only-admins-invite = Nur Admins laden Personen ein und ändern Rollen.
page-role-admin = Admin
page-role-member = Mitglied
page-role-of = Rolle von { $name }
page-save-role-of = (Rolle von { $name })
page-leave = Verlassen
page-leave-organization = { $organization } verlassen
page-remove = Entfernen
page-remove-person = { $name } entfernen
page-remove-question = { $name } sieht die Apps von { $organization } dann nicht mehr. Apps, die { $name } nur für sich selbst verbunden hat, werden gelöscht.
page-leave-question = Sie sehen die Apps von { $organization } dann nicht mehr. Apps, die Sie nur für sich selbst verbunden haben, werden gelöscht.
page-you = (Sie)
page-last-admin = Der einzige Admin. Machen Sie jemand anderen zum Admin, um dies zu ändern.
page-invitations = Einladungen
page-invite-lead = Senden Sie der eingeladenen Person einen Link. Er funktioniert einmal und sieben Tage lang.
page-invite = Personen einladen
page-invited-role = Rolle der eingeladenen Person
page-create-link = Einladungslink erstellen
page-invitation-link-role = Einladungslink { $number }, { $role }
page-invitation-link = (Einladungslink { $number })
page-invited-by = von { $who }
page-expires = läuft ab
page-withdraw = Zurückziehen
page-withdraw-named = (Einladung { $number })
page-organizations = Ihre Organisationen
page-switch = Wechseln
page-switch-to = (zu { $organization })
page-here = (hier)

## The command palette

page-palette = Apps und Aktionen suchen
page-palette-hint = Suchen oder springen zu …
page-results = Ergebnisse
page-results-count =
    { $count ->
        [one] { $count } Ergebnis
       *[other] { $count } Ergebnisse
    }
page-searching = Suche läuft …
page-key-move = bewegen
page-key-go = öffnen
page-key-close = schließen
page-actions = Aktionen
page-theme-system = System-Design
page-theme-light = Helles Design
page-theme-dark = Dunkles Design
page-quoted = „{ $text }“
page-alias-apps = marktplatz, katalog, apps entdecken, startseite
page-alias-connected = integrationen, verbindungen
page-alias-invite = personen hinzufügen, einladungen, neues mitglied
page-alias-settings = personen, mitglieder, rollen, team, optionen
page-alias-request = fehlende app, app vorschlagen
page-alias-operator = posteingang, aufträge
page-alias-theme-system = design, systemmodus, darstellung
page-alias-theme-light = design, heller modus, darstellung
page-alias-theme-dark = design, dunkler modus, nacht, darstellung
page-alias-sign-out = ausloggen, beenden

## What a form was refused for

page-problem-credentials = Die E-Mail-Adresse oder das Passwort ist falsch.
page-problem-email-taken = Mit dieser E-Mail-Adresse hat sich schon jemand registriert. Melden Sie sich stattdessen an.
page-problem-sign-up-closed = Die Registrierung ist geschlossen. Bitten Sie um eine Einladung.
page-problem-input = Etwas fehlt oder stimmt nicht. Prüfen Sie Ihre Eingaben.
page-problem-not-allowed = Das kann nur ein Admin Ihrer Organisation.
page-problem-not-found = Diese App ist nicht mehr verbunden.
page-problem-organization = Sie sind jetzt bei einer anderen Organisation angemeldet.
page-problem-decided = Hier gibt es nichts mehr zu entscheiden.
page-problem-connected = Diese App ist bereits verbunden.
page-problem-last-admin = Eine Organisation braucht einen Admin. Machen Sie zuerst jemand anderen zum Admin.
page-problem-invitation = Diese Einladung gilt nicht mehr. Bitten Sie um eine neue.
page-problem-setup = Die Einrichtung dieser App ist noch nicht abgeschlossen.

## In a frame that lets nobody in

page-embed-here-title = Dies kann hier nicht angezeigt werden
page-embed-here = Das Produkt, das Sie nutzen, darf diese Seiten nicht anzeigen. Sagen Sie denen Bescheid, die es betreiben.
page-embed-who-title = Wir konnten Ihre Identität nicht bestätigen
page-embed-unverified = Was uns das Produkt um diese Seite über Sie mitgeteilt hat, lässt sich nicht prüfen. Laden Sie die Seite neu; wenn das nicht hilft, sagen Sie denen Bescheid, die es betreiben.
page-embed-audience = Was uns das Produkt um diese Seite mitgeteilt hat, ist für eine andere Website bestimmt. Sagen Sie denen Bescheid, die es betreiben.
page-embed-early = Die Uhr des Produkts um diese Seite geht unserer voraus. Laden Sie die Seite gleich neu; wenn das nicht hilft, sagen Sie denen Bescheid, die es betreiben.
page-embed-expired-title = Das hat zu lange gedauert
page-embed-reload = Laden Sie die Seite neu, um Ihre Apps wieder zu öffnen.
page-embed-used-title = Dies wurde schon einmal geöffnet
page-embed-over-title = Ihr Besuch hier ist beendet
page-embed-many-title = Zu viele Personen auf einmal
page-embed-many = Viele haben gerade von hier aus ihre Apps geöffnet. Laden Sie die Seite in einer Minute neu.
page-embed-unavailable = Wir kümmern uns darum – Sie müssen nichts tun. Laden Sie die Seite gleich neu.

## The operator's pages

page-op-all = Alle
page-op-received = Empfangen
page-op-processing = In Arbeit
page-op-retry = Wiederholung
page-op-dead = Aufgegeben
page-op-done = Erledigt
page-op-inbox = Posteingang
page-op-jobs = Aufträge
page-op-accounts = Konten
page-op-requests = Anfragen
page-op-events = Ereignisse
page-op-inbox-lead = Die neuesten Ereignisse des Dienstes. Ihr Inhalt wird nie angezeigt.
page-op-event = Ereignis
page-op-organization = Organisation
page-op-state = Zustand
page-op-tries = Versuche
page-op-problem = Problem
page-op-no-event = Es gibt kein solches Ereignis.
page-op-replay = Wiederholen
page-op-replay-named = (Ereignis { $id })
page-op-unreadable = nicht lesbar
page-op-jobs-lead = Arbeit, die aufgegeben wurde. Ist der Grund behoben, führen Sie sie erneut aus.
page-op-given-up = Aufgegeben
page-op-job = Auftrag
page-op-reason = Grund
page-op-no-job = Kein Auftrag wurde aufgegeben.
page-op-run-again = Erneut ausführen
page-op-run-named = (Auftrag { $id })
page-op-key-refused-since = Der Dienst lehnt unseren Schlüssel ab, erstmals
page-op-key-refused = Es kommen keine Daten an, und kein Konto ist schuld: Hinterlegen Sie einen gültigen Schlüssel. Sobald er angenommen wird, geht es von selbst weiter.
page-op-accounts-lead = Jede verbundene App jeder Organisation, Defektes zuerst.
page-op-app = App
page-op-status = Status
page-op-last-data = Letzte Daten
page-op-changed = Geändert
page-op-no-account = Noch ist nichts verbunden.
page-op-elsewhere = { $status } (andernorts)
page-op-requests-lead = Die Apps, die vermisst werden; was die meisten Organisationen anfragen, zuerst.
page-op-organizations = Organisationen
page-op-people = Personen
page-op-website = Website
page-op-asked-last = Zuletzt angefragt
page-op-no-request = Bisher hat niemand eine App angefragt.

## What the server answers islands

page-told-signed-out = Sie sind abgemeldet. Melden Sie sich an und versuchen Sie es erneut.
page-told-app-not-found = Diese App wurde nicht gefunden. Vielleicht wurde sie gelöscht.
page-told-deleted = Diese App wurde gelöscht. Verbinden Sie sie erneut, wenn Sie sie brauchen.
page-told-link-over = Diese Verbindung kann nicht mehr abgeschlossen werden. Bitte starten Sie sie neu.
page-told-finishing = Diese Verbindung wird noch abgeschlossen. Sie erscheint gleich.
page-told-connecting-elsewhere = Auf einer anderen Seite wird gerade eine App verbunden ({ $category }). Schließen Sie diese zuerst ab.
page-told-attempt-superseded = Auf dieser Seite wurde ein neuer Versuch gestartet.
page-told-not-of-category = { $app } gehört nicht zu { $category }.
page-told-setup-unfinished = Die Einrichtung dieser App ist noch nicht abgeschlossen. Setzen Sie sie fort oder verwerfen Sie sie.
page-told-is-connected = Diese App ist verbunden. Löschen Sie sie, wenn Sie sie nicht mehr brauchen.
page-told-only-admins = Das kann nur ein Admin. Fragen Sie einen Admin Ihrer Organisation.
page-told-no-connecting = Im Moment können keine Apps verbunden werden. Wir kümmern uns darum – Sie müssen nichts tun.
page-told-busy = Die Gegenseite ist ausgelastet. Bitte versuchen Sie es in einer Minute erneut.
page-told-not-available = Diese App kann derzeit nicht verbunden werden. Wir kümmern uns darum – Sie müssen nichts tun.
page-told-no-store = Das geht gerade nicht. Bitte versuchen Sie es gleich noch einmal.
page-told-no-data = Unsere Daten sind gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.
page-told-no-checking = Im Moment können wir nicht nach neuen Daten sehen. Wir kümmern uns darum – Sie müssen nichts tun.
page-told-asks-sign-in = Diese App verlangt eine neue Anmeldung. Verbinden Sie sie neu, um neue Daten zu erhalten.
page-told-removed-access = Diese App hat uns den Zugriff entzogen. Verbinden Sie sie neu, um neue Daten zu erhalten.
page-told-check-failed = Wir konnten nicht nach neuen Daten sehen. Bitte versuchen Sie es gleich noch einmal.
page-told-not-here = Das ist hier nicht verfügbar.
page-told-nothing-here = Unter dieser Adresse gibt es nichts.
page-told-switched = Seit diese Seite geöffnet wurde, haben Sie die Organisation gewechselt. Laden Sie die Seite neu.
page-plain-away = Wir sind gleich wieder da.
page-plain-back = Zurück zum Start
page-told-other-environment = Diese App wurde in einer anderen Umgebung verbunden und kann hier nur gelöscht werden.
page-told-other-service = Diese App wurde über eine andere Dienstadresse verbunden und kann von hier aus nicht synchronisiert werden.
page-told-no-demand = Synchronisieren auf Abruf ist im aktuellen Tarif nicht enthalten. Wir sehen trotzdem nach neuen Daten; die nächste Synchronisierung läuft von selbst.
page-told-another-app = Eine andere App
page-told-text-missing = { $what } fehlt.
page-told-text-short = { $what } ist zu kurz: mindestens { $min } Zeichen.
page-told-text-long = { $what } ist zu lang: höchstens { $max } Zeichen.
page-told-text-odd = { $what } enthält Zeichen, die nicht dargestellt werden können.
page-told-text-address = Geben Sie eine E-Mail-Adresse wie name@example.com ein.
page-told-taken-deleting = { $app } wird noch gelöscht. Versuchen Sie es erneut, wenn der Vorgang abgeschlossen ist.
page-told-taken = { $app } ist bereits verbunden. Löschen Sie die Verbindung, bevor Sie eine andere App dieser Art verbinden.
