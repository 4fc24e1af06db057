### What people read, in English. Syntax: Fluent; which part of it, and how it is used: src/words/mod.rs.
### Keys that begin with `page-` stay on the server.

## Names of things

app-center = App Center
connected-apps = Connected Apps
category-hris = HR
category-ats = Recruiting
category-crm = CRM
category-accounting = Accounting
category-ticketing = Ticketing
category-filestorage = File storage
category-knowledgebase = Knowledge base
app-of-category = { $category } app

## Connecting

connect = Connect
connecting = Connecting...
relink = Relink integration
delete = Delete integration
delete-question = This action is permanent. Do you want to proceed?
initial-sync = Initial sync in progress, check back in a few minutes
connect-named = Connect { $app }
connect-named-for = Connect { $app } for { $category }
reconnect = Reconnect
reconnect-named = Reconnect { $app }
reconnect-named-for = Reconnect { $app } for { $category }
reconnect-account = Reconnect { $app }: { $account }
relink-named = Relink integration: { $name }
add-account = Add another account
add-account-named = Add another { $app } account
add-account-named-for = Add another { $app } account for { $category }
connected-named = { $app } connected
connect-category-hris = Connect HRIS Integration
connect-category-ats = Connect ATS Integration
connect-category-crm = Connect CRM Integration
connect-category-accounting = Connect Accounting Integration
connect-category-ticketing = Connect Ticketing Integration
connect-category-filestorage = Connect File Storage Integration
connect-category-knowledgebase = Connect Knowledge Base Integration
benefit-hris = Connect your HR platform to automatically sync employee data
benefit-ats = Connect your recruiting platform to automatically sync candidates and jobs
benefit-crm = Connect your CRM to automatically sync contacts, companies and deals
benefit-accounting = Connect your accounting platform to automatically sync invoices, payments and accounts
benefit-ticketing = Connect your ticketing platform to automatically sync tickets and comments
benefit-filestorage = Connect your file storage to automatically sync files and folders
benefit-knowledgebase = Connect your knowledge base to automatically sync articles
needs-script = Connecting an app opens a window that needs JavaScript. Turn it on to connect apps; everything else here works without it.
only-admins = Ask an admin of your organisation to connect apps.
only-admins-change = Only an admin of your organisation can change this app.
connected-here = Connected
nothing-connected-here = Nothing connected here yet.
choose-part = Which part of it do you want to connect? You can add the others later.
ending-closed = The window was closed before finishing. Nothing was changed.
ending-blocked = Your browser blocked the connection window. Allow pop-ups and turn off ad blocking for this site, then try again.
ending-failed = We couldn't start the connection. Please try again.

## App Center

apps =
    { $count ->
        [one] { $count } app
       *[other] { $count } apps
    }
apps-unit =
    { $count ->
        [one] app
       *[other] apps
    }
apps-found =
    { $count ->
        [0] No apps found
        [one] { $count } app found
       *[other] { $count } apps found
    }
apps-title = Apps
all-apps = All apps
show-all-apps = Show all apps
search-apps = Search apps
search-among-apps =
    { $count ->
        [one] Search { $count } app
       *[other] Search { $count } apps
    }
search = Search
clear-search = Clear search
sort-by = Sort by
sort-popular = Popular
sort-name = A–Z
sort-recent = Recently added
categories = Categories
status = Status
filter-any = Any status
filter-connected = Connected
filter-not-connected = Not connected
filter-needs-attention = Needs attention
no-apps-here = No apps here yet.
no-match = No apps match “{ $typed }”.
showing-for = Showing results for “{ $corrected }”
try-another-word = Try another word, or look through all apps.
request-this = Request this app
fallback = Some logos or apps may be missing right now.
offline = You're offline. This list may be out of date.
manage = Manage
manage-named = Manage { $app }
accounts =
    { $count ->
        [one] { $count } account
       *[other] { $count } accounts
    }
card-setup-incomplete = Setup incomplete
card-syncing = Syncing
card-connected = Connected
card-reconnect-needed = Reconnect needed

## Connected apps

attention = Needs your attention
attention-count =
    { $count ->
        [one] { $count } needs attention
       *[other] { $count } need attention
    }
unfinished = Not finished
no-apps-connected = No apps connected yet
no-apps-connected-lead = Connect the tools your team already uses, and look after them here.
browse-apps = Browse apps
deleting = Deleting — we'll keep trying
deleting-now = Deleting…
deleted = Deleted
other-upstream = Connected to a different environment. It isn't updated here and can only be deleted.
duplicate = This account seems to be connected twice.
connected-when = Connected { $when }
connected-when-by = Connected { $when } by { $who }
started-when = Started { $when }
started-when-by = Started { $when } by { $who }
by-person = by { $who }
data-as-of = Data as of
data-as-of-lead = Data as of
rename = Rename
rename-named = Rename { $name }
renamed = Renamed
more-for = More for { $name }
actions-for = Actions for { $name }
view-data = View data
continue = Continue
continue-named = Continue { $name }
discard = Discard
discard-named = Discard { $name }
name-for = Name for { $app }
name-this = Name this { $app } account
name-this-question = This is another { $app } account. Name it, to tell them apart?
not-now = Not now
save = Save
cancel = Cancel
close = Close
delete-named = Delete { $name }
delete-integration-named = Delete integration: { $name }
delete-title = Delete { $name }?
delete-consequence = Everything that was synced from { $name } will be removed here.

## One connected app

overview = Overview
data = Data
activity = Activity
settings = Settings
this-app = This app
gone = This app isn't connected any more.
back-to-connected = Back to Connected Apps
setup-unfinished = Setup isn't finished yet.
all-good = Everything is up to date.
some-late = Connected. Some data couldn't be updated — we'll try again.
state-setup = Setup not finished
state-deleting = Deleting
state-reconnect = Reconnect needed
state-permissions = Permission missing
state-plan = Not in your plan
state-outage = Not answering
state-removed = Access removed
state-not-updated = Not updated
state-syncing = Syncing
state-up-to-date = Up to date
cause-permissions = An admin of { $app } must give back a permission, then reconnect. Your existing data stays.
cause-plan = Your { $app } plan doesn't include this any more. An admin of { $app } must change the plan, then reconnect.
cause-outage = { $app } isn't answering. We're on it — no action needed.
cause-removed = { $app } removed our access. Reconnect to give it back; your existing data stays until you delete it.
cause-sign-in = { $app } needs you to sign in again. Your existing data stays until you delete it.
label-app = App
label-category = Category
label-connected = Connected
label-note = Note
label-type = Type
label-state = State
label-records = Records
label-next-update = Next update
label-name = Name
looking = We're finding out which data there are.
no-data = No data yet
check-now = Check now
sync-now = Sync now
checking = Checking…
checked = Checked just now. Anything new appears here by itself.
asked = A sync is under way. Anything new appears here by itself.
data-syncing = Syncing
data-up-to-date = Up to date
data-partly = Mostly up to date — some data couldn't be read
data-paused = Sync paused
data-off = Sync off for this data
data-failed = Couldn't update — we'll try again
types-ready =
    { $count ->
        [one] { $ready } of { $count } data type ready
       *[other] { $ready } of { $count } data types ready
    }
remove-missing = Remove them here
keep-missing = Keep them
removing = We look for each of them once more, then it is removed here.
kept = They stay here.
many-missing-decide = { $name }: { $missing } of { $all } are not in { $app } any more. They stay here until you decide.
many-missing = { $name }: { $missing } of { $all } are not in { $app } any more. They stay here until an admin of your organisation decides.
setting-name-lead = Only your organisation sees it.
setting-sign-in = Sign in again
setting-sign-in-lead = Opens { $app } again, for new credentials or other permissions. Nothing is lost.
danger-zone = Danger zone
no-activity = Nothing has happened yet.
somebody = Somebody
the-app = the app
activity-connected = { $who } connected { $app }
activity-renamed = { $who } renamed it to “{ $app }”
activity-relinked = { $who } reconnected { $app }
activity-identity-changed = It was reconnected to another account: its data are fetched anew
activity-synced = { $who } asked for a sync
activity-setup-discarded = { $who } discarded the setup of { $app }
activity-deleted = { $who } deleted { $app }
activity-first-sync-completed = The first sync was completed
activity-relink-needed = { $app } asked for a new sign-in
activity-error = { $app } stopped working
activity-recovered = { $app } works again
activity-sweep-stopped = Many records were missing in { $app }, so none of them was removed here
activity-removal-approved = { $who } let the records go that are missing in { $app }
activity-removal-dismissed = { $who } kept the records that are missing in { $app }
activity-event-synced = { $app } was synced
activity-event-data-changed = Data changed in { $app }
activity-event-issue = { $app } reported a problem
activity-event-issue-resolved = A problem in { $app } was resolved
activity-event-deleted = { $app } removed our access

## Records

data-type = Data type
show = Show
show-current = Current
show-deleted = Deleted
pages = Pages
first-page = First page
next-page = Next page
look-further = Look further
export = Export as CSV
no-name = No name
elsewhere = A record that isn't here
no-record = This record isn't here any more.
technical = Show technical details
records-failed = We couldn't load this list. Please try again.
sort-newest = Newest change first
sort-oldest = Oldest change first
last-changed-in = Last changed in { $app }
sort-remote-id = By ID in { $app }
id-in = ID in { $app }
type-unavailable = { $name } — not available
search-type = Search { $name }
deleted-records =
    { $count ->
        [one] { $count } deleted record
       *[other] { $count } deleted records
    }
matches =
    { $count ->
        [one] { $count } match
       *[other] { $count } matches
    }
on-this-page = { $what } on this page
none-first-sync = The { $name } appear here by themselves once they are complete.
none-yet = Nothing here yet
none-stopped = { $app } needs you to sign in again before its { $name } can be read.
none-unavailable-title = Not available for this app
none-unavailable = { $app } has no { $name } for us, or they are switched off there.
none-so-far-title = Nothing found so far
none-so-far = There are more records than we looked at in one go.
none-matches-title = No matches
none-matches = Nothing among the { $name } matches “{ $q }”.
none-more-title = Nothing more
none-more = You have seen everything there is.
none-deleted = No { $name } were deleted in { $app }.
none-ready = { $app } has no { $name }. New ones appear here by themselves.
deleted-in = Deleted in { $app }; we noticed on { $when }.
yes = Yes
no = No
and-more = and { $count } more
label-changed = Changed

## Times

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date = { $day } { $month } { $year }
date-time = { $date }, { $time }
time-utc = { $time } UTC
today = Today
yesterday = Yesterday
ago-now = just now
ago-minutes =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
ago-hours =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
ago-yesterday = yesterday
ago-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
ahead-now = any moment now
ahead-minutes =
    { $count ->
        [one] in { $count } minute
       *[other] in { $count } minutes
    }
ahead-hours =
    { $count ->
        [one] in { $count } hour
       *[other] in { $count } hours
    }
ahead-tomorrow = tomorrow
ahead-days =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }

## What went wrong

try-again = That didn't work. Please try again.
internal = Something went wrong on our side. Please try again.
refused-offline = We couldn't reach the server. Check your connection and try again.
too-many-attempts =
    { $count ->
        [one] Too many attempts. Try again in a minute.
       *[other] Too many attempts. Try again in { $count } minutes.
    }
asked-a-moment-ago =
    { $count ->
        [one] This app was asked a moment ago. Try again in a minute.
       *[other] This app was asked a moment ago. Try again in { $count } minutes.
    }
refused-signed-out = You've been signed out. Sign in again to go on.
refused-organization = You're signed in to another organisation now. Reload the page to go on.
sign-in = Sign in

## Small things that islands say

copy = Copy
copied = Copied
theme-system = System
theme-light = Light
theme-dark = Dark

## Around every page

page-description = Connect the tools your team already uses, and look after them in one place.
page-skip = Skip to content
page-main-nav = Main
page-in-frame = Apps
page-account-menu = { $organization }, { $name }: account and theme
page-account = Account
page-theme = Theme
page-language = Language
page-operator = Operator
page-sign-out = Sign out
page-app-center-lead = Connect the tools your team already uses.
page-connected-lead = What is connected, how fresh it is, and what needs you.
page-list-failed = We couldn't load the app list.
page-accounts-failed = We couldn't load your connected apps.
page-try-again = Try again
page-try-again-link = Try again.
page-missing-title = Page not found
page-missing-heading = We couldn't find that page
page-missing-lead = It may have been moved, or the app isn't connected any more.
page-go-to-app-center = Go to the App Center
page-failed-title = Something went wrong
page-failed-heading = Something went wrong on our side
page-failed-lead = We're on it — no action needed. Please try again in a moment.
page-optional = Optional

## Signing in and up

page-sign-in-lead = Connect and look after your team's apps.
page-enter-demo = Enter the demo
page-or = or
page-new-here = New here?
page-sign-up = Sign up
page-have-account = Already have an account?
page-sign-up-closed = Sign-up is closed. Ask the people who run this site for an invitation.
page-sign-up-lead = One organisation, all its apps.
page-create-organization = Create organisation
page-email = E-mail
page-password = Password
page-password-hint =
    { $count ->
        [one] At least { $count } character.
       *[other] At least { $count } characters.
    }
page-organization = Organisation
page-your-name = Your name
page-join-title = Join your team
page-invitation-gone-title = This invitation doesn't work any more
page-invitation-gone = It was used already, was withdrawn, or is too old. Ask the person who sent it for a new one.
page-invitation-lead = { $by } invites you to { $organization }.
page-invitation-lead-admin = { $by } invites you to { $organization }, as an admin.
page-already-in = You belong to { $organization } already. Pass the link on to the person it is for.
page-join-as = Join as { $name }
page-join-organization = Join { $organization }
page-sign-in-to-join = Sign in to join
page-not-you = Not { $name }? Sign out

## An app's page

page-setting-up = Setting it up
page-setup-minutes =
    { $count ->
        [one] About { $count } minute
       *[other] About { $count } minutes
    }
page-setup-admin = You'll need admin access to { $app }
page-first-sync = The first sync can take from minutes to a few hours.
page-reads = What we'll read
page-reads-lead = Kept up to date from { $app }. Nothing in it is changed.
page-more-in = More in { $category }
page-see-all = See all { $category } apps
page-bad-address = This link doesn't work any more.
page-show-all-records = Show all records
page-show-newest = Show what is newest
page-newest = Newest
page-older = Older

## Asking for an app

page-request-app = Request an app
page-request-lead = Tell us what is missing. The more teams ask for an app, the sooner it comes.
page-thanks = Thanks — we'll let you know.
page-asked-for =
    { $count ->
        [0] Nobody asked for { $name } yet.
        [one] { $count } team asked for { $name }.
       *[other] { $count } teams asked for { $name }.
    }
page-back-to-apps = Back to all apps
page-app-name = Name of the app
page-website = Website
page-what-for = What would you use it for?
page-send-request = Send request

## The people of an organisation

page-people-lead = The people of { $organization }, and what they may do.
page-people = People
page-only-admins-invite = Only admins invite people and change roles.
page-role-admin = Admin
page-role-member = Member
page-role-of = Role of { $name }
page-save-role-of = the role of { $name }
page-leave = Leave
page-leave-organization = Leave { $organization }
page-remove = Remove
page-remove-person = Remove { $name }
page-remove-question = { $name } won't see { $organization }'s apps any more. Apps that { $name } connected for themselves alone are deleted.
page-leave-question = You won't see { $organization }'s apps any more. Apps that you connected for yourself alone are deleted.
page-you = (you)
page-last-admin = The only admin. Make somebody else an admin to change this.
page-invitations = Invitations
page-invite-lead = Send a link to the person you invite. It works once, for seven days.
page-invite = Invite people
page-invited-role = Role of the person invited
page-create-link = Create invitation link
page-invitation-link-role = Invitation link { $number }, { $role }
page-invitation-link = invitation link { $number }
page-invited-by = by { $who }
page-expires = expires
page-withdraw = Withdraw
page-withdraw-named = invitation { $number }
page-organizations = Your organisations
page-switch = Switch
page-switch-to = to { $organization }
page-here = (here)

## The command palette

page-palette = Search apps and actions
page-palette-hint = Search or jump to…
page-results = Results
page-results-count =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
page-searching = Searching…
page-key-move = to move
page-key-go = to go
page-key-close = to close
page-actions = Actions
page-theme-system = System theme
page-theme-light = Light theme
page-theme-dark = Dark theme
page-quoted = “{ $text }”
page-alias-apps = marketplace, catalogue, browse apps, home
page-alias-connected = integrations, connections
page-alias-invite = add people, invitations, new member
page-alias-settings = people, members, roles, team, preferences
page-alias-request = missing app, suggest an app
page-alias-operator = inbox, jobs
page-alias-theme-system = theme, system mode, appearance
page-alias-theme-light = theme, light mode, appearance
page-alias-theme-dark = theme, dark mode, night, appearance
page-alias-sign-out = log out, exit

## What a form was refused for

page-problem-credentials = The e-mail address or the password is wrong.
page-problem-email-taken = Somebody has already signed up with this e-mail address. Sign in instead.
page-problem-sign-up-closed = Sign-up is closed. Ask for an invitation.
page-problem-input = Something is missing or not right. Check what you entered.
page-problem-not-allowed = Only an admin of your organisation can do that.
page-problem-not-found = That app isn't connected any more.
page-problem-organization = You're signed in to another organisation now.
page-problem-decided = There is nothing to decide here any more.
page-problem-connected = This app is already connected.
page-problem-last-admin = An organisation needs an admin. Make somebody else an admin first.
page-problem-invitation = This invitation doesn't work any more. Ask for a new one.
page-problem-setup = This app's setup isn't finished yet.

## In a frame that lets nobody in

page-embed-here-title = This can't be shown here
page-embed-here = The product that you are using isn't allowed to show these pages. Tell the people who run it.
page-embed-who-title = We couldn't confirm who you are
page-embed-unverified = What the product around this page told us about you can't be verified. Reload the page; if that doesn't help, tell the people who run it.
page-embed-audience = What the product around this page told us is meant for another site. Tell the people who run it.
page-embed-early = The clock of the product around this page is ahead of ours. Reload the page in a moment; if that doesn't help, tell the people who run it.
page-embed-expired-title = That took too long
page-embed-reload = Reload the page to open your apps again.
page-embed-used-title = This was opened once already
page-embed-over-title = Your visit here is over
page-embed-many-title = Too many people at once
page-embed-many = Many people opened their apps from here just now. Reload the page in a minute.
page-embed-unavailable = We're on it — no action needed. Reload the page in a moment.

## The operator's pages

page-op-all = All
page-op-received = Received
page-op-processing = Processing
page-op-retry = Retry
page-op-dead = Dead
page-op-done = Done
page-op-inbox = Inbox
page-op-jobs = Jobs
page-op-accounts = Accounts
page-op-requests = Requests
page-op-events = Events
page-op-inbox-lead = The newest events of the service. Their content is never shown.
page-op-event = Event
page-op-organization = Organisation
page-op-state = State
page-op-tries = Tries
page-op-problem = Problem
page-op-no-event = There is no such event.
page-op-replay = Replay
page-op-replay-named = the event { $id }
page-op-unreadable = unreadable
page-op-jobs-lead = Work that was given up. Once its reason is mended, run it again.
page-op-given-up = Given up
page-op-job = Job
page-op-reason = Reason
page-op-no-job = No job was given up.
page-op-run-again = Run again
page-op-run-named = the job { $id }
page-op-key-refused-since = The service refuses our key since
page-op-key-refused = No data arrives, and no account is to blame: set a good key. We go on by ourselves once it is taken.
page-op-accounts-lead = Every connected app of every organisation, what is broken first.
page-op-app = App
page-op-status = Status
page-op-last-data = Last data
page-op-changed = Changed
page-op-no-account = Nothing is connected yet.
page-op-elsewhere = { $status } (elsewhere)
page-op-requests-lead = The apps that people miss, what most organisations ask for first.
page-op-organizations = Organisations
page-op-people = People
page-op-website = Website
page-op-asked-last = Asked last
page-op-no-request = Nobody asked for an app yet.

## What the server answers islands

page-told-signed-out = You're signed out. Sign in and try again.
page-told-app-not-found = We couldn't find that app. It may have been deleted.
page-told-deleted = This app was deleted. Connect it again if you need it.
page-told-link-over = This connection can't be finished any more. Please start it again.
page-told-finishing = We're still finishing this connection. It will appear in a moment.
page-told-connecting-elsewhere = Another page is connecting a { $category } app right now. Finish or close it first.
page-told-attempt-superseded = Another attempt was started on this page.
page-told-not-of-category = { $app } isn't a { $category } app.
page-told-setup-unfinished = This app's setup isn't finished yet. Continue the setup or discard it.
page-told-is-connected = This app is connected. Delete it if you don't need it any more.
page-told-only-admins = Only an admin can do this. Ask an admin of your organisation.
page-told-no-connecting = We can't connect apps right now. We're on it — no action needed.
page-told-busy = The other side is busy. Please try again in a minute.
page-told-not-available = This app isn't available to connect. We're on it — no action needed.
page-told-no-store = We can't do that right now. Please try again in a moment.
page-told-no-data = We can't reach our data right now. Please try again in a moment.
page-told-no-checking = We can't check for new data right now. We're on it — no action needed.
page-told-asks-sign-in = This app asks for a new sign-in. Reconnect it to get new data.
page-told-removed-access = This app removed our access. Reconnect it to get new data.
page-told-check-failed = We couldn't check for new data. Please try again in a moment.
page-told-not-here = This isn't available here.
page-told-nothing-here = There is nothing at this address.
page-told-switched = You've switched to another organisation since this page was opened. Reload the page.
page-plain-away = We'll be right back.
page-plain-back = Back to the start
page-told-other-environment = This app was connected in another environment and can only be deleted here.
page-told-other-service = This app was connected through another service address and can't be synced from here.
page-told-no-demand = Syncing on demand isn't included in the current plan. We're checking for new data anyway; the next sync runs by itself.
page-told-another-app = Another app
page-told-text-missing = { $what } is missing.
page-told-text-short = { $what } is too short: use at least { $min } characters.
page-told-text-long = { $what } is too long: use at most { $max } characters.
page-told-text-odd = { $what } contains characters that can't be shown.
page-told-text-address = Enter an e-mail address such as name@example.com.
page-told-taken-deleting = { $app } is still being deleted. Try again when it is gone.
page-told-taken = { $app } is already connected. Delete it before you connect another app of this kind.
