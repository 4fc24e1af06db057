### What people read, in Japanese. Syntax: Fluent; which part of it, and how it is used: src/words/mod.rs.
### Keys that begin with `page-` stay on the server.

## Names of things

app-center = アプリセンター
connected-apps = 接続済みアプリ
category-hris = 人事
category-ats = 採用
category-crm = CRM
category-accounting = 会計
category-ticketing = チケット管理
category-filestorage = ファイルストレージ
category-knowledgebase = ナレッジベース
app-of-category = { $category }アプリ

## Connecting

connect = 接続
connecting = 接続中...
relink = 連携を再接続
delete = 連携を削除
delete-question = この操作は取り消せません。続行しますか？
initial-sync = 初回同期中です。数分後にもう一度ご確認ください
connect-named = { $app }を接続
connect-named-for = { $category }用に{ $app }を接続
reconnect = 再接続
reconnect-named = { $app }を再接続
reconnect-named-for = { $category }用に{ $app }を再接続
reconnect-account = { $app }を再接続: { $account }
relink-named = 連携を再接続: { $name }
add-account = 別のアカウントを追加
add-account-named = { $app }の別のアカウントを追加
add-account-named-for = { $category }用に{ $app }の別のアカウントを追加
connected-named = { $app }を接続しました
connect-category-hris = 人事システムを連携
connect-category-ats = 採用管理システムを連携
connect-category-crm = CRMを連携
connect-category-accounting = 会計システムを連携
connect-category-ticketing = チケット管理を連携
connect-category-filestorage = ファイルストレージを連携
connect-category-knowledgebase = ナレッジベースを連携
benefit-hris = 人事プラットフォームを接続すると、従業員データが自動で同期されます
benefit-ats = 採用プラットフォームを接続すると、候補者と求人が自動で同期されます
benefit-crm = CRMを接続すると、連絡先・会社・商談が自動で同期されます
benefit-accounting = 会計プラットフォームを接続すると、請求書・支払い・勘定科目が自動で同期されます
benefit-ticketing = チケット管理を接続すると、チケットとコメントが自動で同期されます
benefit-filestorage = ファイルストレージを接続すると、ファイルとフォルダーが自動で同期されます
benefit-knowledgebase = ナレッジベースを接続すると、記事が自動で同期されます
needs-script = アプリの接続にはJavaScriptを使うウィンドウが開きます。アプリを接続するには有効にしてください。それ以外の操作はJavaScriptなしでも行えます。
only-admins = アプリの接続は、組織の管理者に依頼してください。
only-admins-change = このアプリを変更できるのは、組織の管理者だけです。
connected-here = 接続済み
nothing-connected-here = ここにはまだ何も接続されていません。
choose-part = どの部分を接続しますか？ほかの部分は後から追加できます。
ending-closed = 完了前にウィンドウが閉じられました。変更はありません。
ending-blocked = ブラウザーが接続ウィンドウをブロックしました。このサイトでポップアップを許可し、広告ブロックをオフにしてから、もう一度お試しください。
ending-failed = 接続を開始できませんでした。もう一度お試しください。

## App Center

apps = アプリ{ $count }件
apps-unit = 件のアプリ
apps-found =
    { $count ->
        [0] アプリが見つかりません
       *[other] { $count }件のアプリが見つかりました
    }
apps-title = アプリ
all-apps = すべて
show-all-apps = すべてのアプリを表示
search-apps = アプリを検索
search-among-apps = { $count }件のアプリを検索
search = 検索
clear-search = 検索をクリア
sort-by = 並べ替え
sort-popular = 人気順
sort-name = 名前順
sort-recent = 新着順
categories = カテゴリー
status = ステータス
filter-any = すべてのステータス
filter-connected = 接続済み
filter-not-connected = 未接続
filter-needs-attention = 要対応
no-apps-here = ここにはまだアプリがありません。
no-match = 「{ $typed }」に一致するアプリはありません。
showing-for = 「{ $corrected }」の検索結果
try-another-word = 別の言葉で検索するか、すべてのアプリをご覧ください。
request-this = このアプリをリクエスト
fallback = 現在、一部のロゴやアプリが表示されない場合があります。
offline = オフラインです。この一覧は最新でない可能性があります。
manage = 管理
manage-named = { $app }を管理
accounts = アカウント{ $count }件
card-setup-incomplete = 設定未完了
card-syncing = 同期中
card-connected = 接続済み
card-reconnect-needed = 要再接続

## Connected apps

attention = 対応が必要
attention-count = 要対応{ $count }件
unfinished = 未完了
no-apps-connected = 接続済みのアプリはまだありません
no-apps-connected-lead = チームですでに使っているツールを接続し、ここで管理できます。
browse-apps = アプリを探す
deleting = 削除中 — 完了するまで再試行します
deleting-now = 削除中…
deleted = 削除しました
other-upstream = 別の環境に接続されています。ここでは更新されず、削除のみ行えます。
duplicate = このアカウントは重複して接続されているようです。
connected-when = 接続: { $when }
connected-when-by = 接続: { $when }（{ $who }）
started-when = 開始: { $when }
started-when-by = 開始: { $when }（{ $who }）
by-person = （{ $who }）
data-as-of = データの時点
data-as-of-lead = データの時点:
rename = 名前を変更
rename-named = { $name }の名前を変更
renamed = 名前を変更しました
more-for = { $name }のその他の操作
actions-for = { $name }の操作
view-data = データを表示
continue = 続ける
continue-named = { $name }を続ける
discard = 破棄
discard-named = { $name }を破棄
name-for = { $app }の名前
name-this = この{ $app }アカウントに名前を付ける
name-this-question = { $app }の2つ目以降のアカウントです。区別できるように名前を付けますか？
not-now = 後で
save = 保存
cancel = キャンセル
close = 閉じる
delete-named = { $name }を削除
delete-integration-named = 連携を削除: { $name }
delete-title = { $name }を削除しますか？
delete-consequence = { $name }から同期されたデータはすべてここから削除されます。

## One connected app

overview = 概要
data = データ
activity = アクティビティ
settings = 設定
this-app = このアプリ
gone = このアプリはもう接続されていません。
back-to-connected = 接続済みアプリに戻る
setup-unfinished = 設定がまだ完了していません。
all-good = すべて最新の状態です。
some-late = 接続済みです。一部のデータを更新できませんでした — 再試行します。
state-setup = 設定未完了
state-deleting = 削除中
state-reconnect = 要再接続
state-permissions = 権限不足
state-plan = プラン対象外
state-outage = 応答なし
state-removed = アクセス解除
state-not-updated = 更新なし
state-syncing = 同期中
state-up-to-date = 最新
cause-permissions = { $app }の管理者が権限を再度付与してから、再接続してください。既存のデータは残ります。
cause-plan = { $app }のプランに含まれなくなりました。{ $app }の管理者がプランを変更してから、再接続してください。
cause-outage = { $app }が応答していません。当社で対応中です — 操作は必要ありません。
cause-removed = { $app }へのアクセスが解除されました。再接続すると元に戻ります。既存のデータは削除するまで残ります。
cause-sign-in = { $app }に再度サインインする必要があります。既存のデータは削除するまで残ります。
label-app = アプリ
label-category = カテゴリー
label-connected = 接続
label-note = メモ
label-type = 種類
label-state = 状態
label-records = レコード数
label-next-update = 次回更新
label-name = 名前
looking = どのようなデータがあるか確認しています。
no-data = データはまだありません
check-now = 今すぐ確認
sync-now = 今すぐ同期
checking = 確認中…
checked = 確認しました。新しいデータは自動的に表示されます。
asked = 同期中です。新しいデータは自動的に表示されます。
data-syncing = 同期中
data-up-to-date = 最新
data-partly = ほぼ最新 — 一部のデータを読み取れませんでした
data-paused = 同期を一時停止中
data-off = このデータの同期はオフ
data-failed = 更新できませんでした — 再試行します
types-ready = データの種類 { $count }件中{ $ready }件が準備完了
remove-missing = ここから削除
keep-missing = 残す
removing = それぞれをもう一度確認してから、ここから削除します。
kept = ここに残します。
many-missing-decide = { $name }: { $all }件中{ $missing }件が{ $app }にありません。決定するまでここに残ります。
many-missing = { $name }: { $all }件中{ $missing }件が{ $app }にありません。組織の管理者が決定するまでここに残ります。
setting-name-lead = 組織内にのみ表示されます。
setting-sign-in = 再度サインイン
setting-sign-in-lead = { $app }をもう一度開き、認証情報や権限を変更できます。データは失われません。
danger-zone = 危険な操作
no-activity = まだ何も起きていません。
somebody = だれか
the-app = アプリ
activity-connected = { $who }が{ $app }を接続しました
activity-renamed = { $who }が名前を「{ $app }」に変更しました
activity-relinked = { $who }が{ $app }を再接続しました
activity-identity-changed = 別のアカウントに再接続されたため、データを取得し直します
activity-synced = { $who }が同期をリクエストしました
activity-setup-discarded = { $who }が{ $app }の設定を破棄しました
activity-deleted = { $who }が{ $app }を削除しました
activity-first-sync-completed = 初回同期が完了しました
activity-relink-needed = { $app }が再サインインを求めました
activity-error = { $app }が動作しなくなりました
activity-recovered = { $app }が復旧しました
activity-sweep-stopped = { $app }で多くのレコードが見つからなかったため、ここでは削除しませんでした
activity-removal-approved = { $who }が{ $app }にないレコードの削除を承認しました
activity-removal-dismissed = { $who }が{ $app }にないレコードを残しました
activity-event-synced = { $app }が同期されました
activity-event-data-changed = { $app }のデータが変更されました
activity-event-issue = { $app }が問題を報告しました
activity-event-issue-resolved = { $app }の問題が解決しました
activity-event-deleted = { $app }へのアクセスが解除されました

## Records

data-type = データの種類
show = 表示
show-current = 現在
show-deleted = 削除済み
pages = ページ
first-page = 最初のページ
next-page = 次のページ
look-further = さらに検索
export = CSVで書き出す
no-name = 名前なし
elsewhere = ここにないレコード
no-record = このレコードはもうありません。
technical = 技術的な詳細を表示
records-failed = 一覧を読み込めませんでした。もう一度お試しください。
sort-newest = 変更の新しい順
sort-oldest = 変更の古い順
last-changed-in = { $app }での最終変更
sort-remote-id = { $app }のID順
id-in = { $app }のID
type-unavailable = { $name } — 利用不可
search-type = { $name }を検索
deleted-records = 削除済みレコード{ $count }件
matches = { $count }件一致
on-this-page = このページに{ $what }
none-first-sync = { $name }はすべて揃うと自動的に表示されます。
none-yet = まだ何もありません
none-stopped = { $name }を読み取るには、{ $app }に再度サインインしてください。
none-unavailable-title = このアプリでは利用できません
none-unavailable = { $app }から{ $name }を取得できないか、{ $app }側でオフになっています。
none-so-far-title = まだ見つかっていません
none-so-far = 一度に検索できる件数を超えるレコードがあります。
none-matches-title = 一致なし
none-matches = { $name }に「{ $q }」と一致するものはありません。
none-more-title = 以上です
none-more = すべて表示しました。
none-deleted = { $app }で削除された{ $name }はありません。
none-ready = { $app }に{ $name }はありません。新しいものは自動的に表示されます。
deleted-in = { $app }で削除されました（確認日時: { $when }）。
yes = はい
no = いいえ
and-more = ほか{ $count }件
label-changed = 変更日

## Times

month-1 = 1
month-2 = 2
month-3 = 3
month-4 = 4
month-5 = 5
month-6 = 6
month-7 = 7
month-8 = 8
month-9 = 9
month-10 = 10
month-11 = 11
month-12 = 12
date = { $year }年{ $month }月{ $day }日
date-time = { $date } { $time }
time-utc = { $time } UTC
today = 今日
yesterday = 昨日
ago-now = たった今
ago-minutes = { $count }分前
ago-hours = { $count }時間前
ago-yesterday = 昨日
ago-days = { $count }日前
ahead-now = まもなく
ahead-minutes = { $count }分後
ahead-hours = { $count }時間後
ahead-tomorrow = 明日
ahead-days = { $count }日後

## What went wrong

try-again = うまくいきませんでした。もう一度お試しください。
internal = 当社側で問題が発生しました。もう一度お試しください。
refused-offline = サーバーに接続できませんでした。接続を確認して、もう一度お試しください。
too-many-attempts = 試行回数が多すぎます。{ $count }分後にもう一度お試しください。
asked-a-moment-ago = このアプリは先ほど確認したばかりです。{ $count }分後にもう一度お試しください。
refused-signed-out = サインアウトされました。続けるには、もう一度サインインしてください。
refused-organization = 現在は別の組織にサインインしています。続けるには、ページを再読み込みしてください。
sign-in = サインイン

## Small things that islands say

copy = コピー
copied = コピーしました
theme-system = システム
theme-light = ライト
theme-dark = ダーク

## Around every page

page-description = チームですでに使っているツールを接続し、まとめて管理できます。
page-skip = コンテンツへ移動
page-main-nav = メイン
page-in-frame = アプリ
page-account-menu = { $organization }、{ $name }: アカウントとテーマ
page-account = アカウント
page-theme = テーマ
page-language = 言語
page-operator = 運用
page-sign-out = サインアウト
page-app-center-lead = チームですでに使っているツールを接続しましょう。
page-connected-lead = 接続中のアプリ、データの新しさ、対応が必要な項目を確認できます。
page-list-failed = アプリの一覧を読み込めませんでした。
page-accounts-failed = 接続済みアプリを読み込めませんでした。
page-try-again = 再試行
page-try-again-link = 再試行する
page-missing-title = ページが見つかりません
page-missing-heading = ページが見つかりませんでした
page-missing-lead = 移動されたか、アプリが接続されていない可能性があります。
page-go-to-app-center = アプリセンターへ
page-failed-title = 問題が発生しました
page-failed-heading = 当社側で問題が発生しました
page-failed-lead = 当社で対応中です — 操作は必要ありません。しばらくしてからもう一度お試しください。
page-optional = 任意

## Signing in and up

page-sign-in-lead = チームのアプリを接続して管理しましょう。
page-enter-demo = デモを開く
page-or = または
page-new-here = 初めてですか？
page-sign-up = 登録
page-have-account = アカウントをお持ちですか？
page-sign-up-closed = 新規登録は受け付けていません。このサイトの運営者に招待を依頼してください。
page-sign-up-lead = ひとつの組織で、すべてのアプリを。
page-create-organization = 組織を作成
page-email = メールアドレス
page-password = パスワード
page-password-hint = { $count }文字以上にしてください。
page-organization = 組織
page-your-name = お名前
page-join-title = チームに参加
page-invitation-gone-title = この招待は無効になりました
page-invitation-gone = 使用済みか、取り消されたか、期限切れです。送信した人に新しい招待を依頼してください。
page-invitation-lead = { $by }さんから{ $organization }に招待されています。
page-invitation-lead-admin = { $by }さんから{ $organization }に管理者として招待されています。
page-already-in = すでに{ $organization }に所属しています。リンクを対象の人に渡してください。
page-join-as = { $name }として参加
page-join-organization = { $organization }に参加
page-sign-in-to-join = サインインして参加
page-not-you = { $name }ではありませんか？サインアウト

## An app's page

page-setting-up = 設定について
page-setup-minutes = 約{ $count }分
page-setup-admin = { $app }の管理者権限が必要です
page-first-sync = 初回同期には数分から数時間かかることがあります。
page-reads = 読み取るデータ
page-reads-lead = { $app }から最新の状態に保たれます。{ $app }側は変更されません。
page-more-in = { $category }のその他のアプリ
page-see-all = { $category }のアプリをすべて見る
page-bad-address = このリンクは無効になりました。
page-show-all-records = すべてのレコードを表示
page-show-newest = 最新の内容を表示
page-newest = 最新
page-older = 以前

## Asking for an app

page-request-app = アプリをリクエスト
page-request-lead = 足りないアプリを教えてください。多くのチームから要望があるほど早く追加されます。
page-thanks = ありがとうございます。追加時にお知らせします。
page-asked-for =
    { $count ->
        [0] { $name }のリクエストはまだありません。
       *[other] { $count }チームが{ $name }をリクエストしています。
    }
page-back-to-apps = すべてのアプリに戻る
page-app-name = アプリの名前
page-website = ウェブサイト
page-what-for = 何に使いますか？
page-send-request = リクエストを送信

## The people of an organisation

page-people-lead = { $organization }のメンバーと、それぞれの権限です。
page-people = メンバー
page-only-admins-invite = 招待と役割の変更ができるのは管理者だけです。
page-role-admin = 管理者
page-role-member = メンバー
page-role-of = { $name }の役割
page-save-role-of = （{ $name }の役割）
page-leave = 退出
page-leave-organization = { $organization }から退出
page-remove = 削除
page-remove-person = { $name }を削除
page-remove-question = { $name }は{ $organization }のアプリを見られなくなります。{ $name }が自分専用に接続したアプリは削除されます。
page-leave-question = { $organization }のアプリを見られなくなります。自分専用に接続したアプリは削除されます。
page-you = （あなた）
page-last-admin = 唯一の管理者です。変更するには、ほかの人を管理者にしてください。
page-invitations = 招待
page-invite-lead = 招待する人にリンクを送ってください。7日間、1回だけ有効です。
page-invite = メンバーを招待
page-invited-role = 招待する人の役割
page-create-link = 招待リンクを作成
page-invitation-link-role = 招待リンク{ $number }、{ $role }
page-invitation-link = （招待リンク{ $number }）
page-invited-by = { $who }より
page-expires = 有効期限
page-withdraw = 取り消す
page-withdraw-named = （招待{ $number }）
page-organizations = 所属する組織
page-switch = 切り替え
page-switch-to = （{ $organization }へ）
page-here = （現在）

## The command palette

page-palette = アプリと操作を検索
page-palette-hint = 検索または移動…
page-results = 検索結果
page-results-count = { $count }件の結果
page-searching = 検索中…
page-key-move = 移動
page-key-go = 開く
page-key-close = 閉じる
page-actions = 操作
page-theme-system = システムのテーマ
page-theme-light = ライトテーマ
page-theme-dark = ダークテーマ
page-quoted = 「{ $text }」
page-alias-apps = マーケットプレイス, カタログ, アプリを探す, ホーム
page-alias-connected = 連携, 接続, インテグレーション
page-alias-invite = メンバーを追加, 招待, 新しいメンバー
page-alias-settings = メンバー, 役割, チーム, 環境設定
page-alias-request = アプリがない, アプリを提案
page-alias-operator = 受信箱, ジョブ
page-alias-theme-system = テーマ, システムモード, 外観
page-alias-theme-light = テーマ, ライトモード, 外観
page-alias-theme-dark = テーマ, ダークモード, 夜, 外観
page-alias-sign-out = ログアウト, 終了

## What a form was refused for

page-problem-credentials = メールアドレスまたはパスワードが正しくありません。
page-problem-email-taken = このメールアドレスはすでに登録されています。サインインしてください。
page-problem-sign-up-closed = 新規登録は受け付けていません。招待を依頼してください。
page-problem-input = 不足または誤りがあります。入力内容を確認してください。
page-problem-not-allowed = この操作ができるのは、組織の管理者だけです。
page-problem-not-found = そのアプリはもう接続されていません。
page-problem-organization = 現在は別の組織にサインインしています。
page-problem-decided = 決定が必要な項目はもうありません。
page-problem-connected = このアプリはすでに接続されています。
page-problem-last-admin = 組織には管理者が必要です。先にほかの人を管理者にしてください。
page-problem-invitation = この招待は無効になりました。新しい招待を依頼してください。
page-problem-setup = このアプリの設定はまだ完了していません。

## In a frame that lets nobody in

page-embed-here-title = ここには表示できません
page-embed-here = お使いの製品にはこのページを表示する許可がありません。製品の運営者にお知らせください。
page-embed-who-title = ご本人であることを確認できませんでした
page-embed-unverified = このページを表示している製品から受け取った情報を確認できません。再読み込みしても解決しない場合は、製品の運営者にお知らせください。
page-embed-audience = このページを表示している製品から受け取った情報は、別のサイト向けのものです。製品の運営者にお知らせください。
page-embed-early = このページを表示している製品の時計が進んでいます。しばらくしてから再読み込みし、解決しない場合は製品の運営者にお知らせください。
page-embed-expired-title = 時間がかかりすぎました
page-embed-reload = ページを再読み込みして、アプリをもう一度開いてください。
page-embed-used-title = すでに一度開かれています
page-embed-over-title = セッションが終了しました
page-embed-many-title = アクセスが集中しています
page-embed-many = 多くの人が同時にアプリを開いています。1分後に再読み込みしてください。
page-embed-unavailable = 当社で対応中です — 操作は必要ありません。しばらくしてから再読み込みしてください。

## The operator's pages

page-op-all = すべて
page-op-received = 受信
page-op-processing = 処理中
page-op-retry = 再試行
page-op-dead = 停止
page-op-done = 完了
page-op-inbox = 受信箱
page-op-jobs = ジョブ
page-op-accounts = アカウント
page-op-requests = リクエスト
page-op-events = イベント
page-op-inbox-lead = サービスの最新イベントです。内容は表示されません。
page-op-event = イベント
page-op-organization = 組織
page-op-state = 状態
page-op-tries = 試行回数
page-op-problem = 問題
page-op-no-event = 該当するイベントはありません。
page-op-replay = 再実行
page-op-replay-named = （イベント{ $id }）
page-op-unreadable = 読み取り不可
page-op-jobs-lead = 中止された作業です。原因を解消してから、再実行してください。
page-op-given-up = 中止
page-op-job = ジョブ
page-op-reason = 理由
page-op-no-job = 中止されたジョブはありません。
page-op-run-again = 再実行
page-op-run-named = （ジョブ{ $id }）
page-op-key-refused-since = サービスがキーを拒否しています。開始:
page-op-key-refused = データが届いていませんが、アカウントに問題はありません。有効なキーを設定してください。受け付けられると自動的に再開します。
page-op-accounts-lead = すべての組織の接続済みアプリです。問題のあるものから表示されます。
page-op-app = アプリ
page-op-status = ステータス
page-op-last-data = 最終データ
page-op-changed = 変更
page-op-no-account = まだ何も接続されていません。
page-op-elsewhere = { $status }（別の環境）
page-op-requests-lead = 要望のあるアプリです。多くの組織が求めるものから表示されます。
page-op-organizations = 組織
page-op-people = 人数
page-op-website = ウェブサイト
page-op-asked-last = 最終リクエスト
page-op-no-request = アプリのリクエストはまだありません。

## What the server answers islands

page-told-signed-out = サインアウトしています。サインインして、もう一度お試しください。
page-told-app-not-found = そのアプリが見つかりません。削除された可能性があります。
page-told-deleted = このアプリは削除されました。必要な場合は、もう一度接続してください。
page-told-link-over = この接続は完了できなくなりました。もう一度やり直してください。
page-told-finishing = この接続を処理しています。まもなく表示されます。
page-told-connecting-elsewhere = 別のページで{ $category }のアプリを接続中です。先にそちらを完了するか閉じてください。
page-told-attempt-superseded = このページで別の接続が開始されました。
page-told-not-of-category = { $app }は{ $category }のアプリではありません。
page-told-setup-unfinished = このアプリの設定は完了していません。続けるか破棄してください。
page-told-is-connected = このアプリは接続されています。不要な場合は削除してください。
page-told-only-admins = この操作は管理者だけが行えます。組織の管理者に依頼してください。
page-told-no-connecting = 現在アプリを接続できません。当社で対応中です — 操作は必要ありません。
page-told-busy = 接続先が混み合っています。1分後にもう一度お試しください。
page-told-not-available = このアプリは現在接続できません。当社で対応中です — 操作は必要ありません。
page-told-no-store = 現在この操作を行えません。しばらくしてからもう一度お試しください。
page-told-no-data = 現在データにアクセスできません。しばらくしてからもう一度お試しください。
page-told-no-checking = 現在新しいデータを確認できません。当社で対応中です — 操作は必要ありません。
page-told-asks-sign-in = このアプリは再サインインが必要です。再接続すると新しいデータを取得できます。
page-told-removed-access = このアプリへのアクセスが解除されました。再接続すると新しいデータを取得できます。
page-told-check-failed = 新しいデータを確認できませんでした。しばらくしてからもう一度お試しください。
page-told-not-here = ここでは利用できません。
page-told-nothing-here = このアドレスには何もありません。
page-told-switched = このページを開いた後に組織が切り替わりました。ページを再読み込みしてください。
page-plain-away = まもなく復旧します。
page-plain-back = 最初に戻る
page-told-other-environment = このアプリは別の環境で接続されたため、ここでは削除のみ行えます。
page-told-other-service = このアプリは別のサービスアドレスで接続されたため、ここからは同期できません。
page-told-no-demand = 手動での同期は現在のプランに含まれていません。新しいデータは確認しており、次回の同期は自動的に行われます。
page-told-another-app = 別のアプリ
page-told-text-missing = { $what }を入力してください。
page-told-text-short = { $what }が短すぎます。{ $min }文字以上にしてください。
page-told-text-long = { $what }が長すぎます。{ $max }文字以内にしてください。
page-told-text-odd = { $what }に表示できない文字が含まれています。
page-told-text-address = name@example.comのようなメールアドレスを入力してください。
page-told-taken-deleting = { $app }はまだ削除中です。削除後にもう一度お試しください。
page-told-taken = { $app }はすでに接続されています。同じ種類の別のアプリを接続する前に削除してください。
