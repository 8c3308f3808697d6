# Headsup の日本語のことば。決まり：「求めている可能性があります」とし、断定しない。だれも責めない。最初の知らせは何も名指ししない。です・ます調。

## Severity, confidence, labels

severity-none = なし
severity-low = 低
severity-medium = 中
severity-high = 高
severity-critical = 重大
confidence-unlikely = 可能性は低い
confidence-possible = 可能性あり
confidence-likely = 可能性が高い
confidence-very_likely = 可能性がとても高い

asks-unknown = 通報がありましたが、まだ確認されていません。
asks-nothing = 実在の人の姿や声を求める内容は、文章からは見つかりませんでした。どうぞご自身の目でもお確かめください。
asks-likeness = この投稿は、実在の人の合成メディアを求めている可能性があります。
asks-sexual = 性的な内容にすることがはっきり書かれています。
asks-veiled = 性的な内容がほのめかされています。
asks-private = その人は著名人ではないようです。
asks-minor = その人が18歳未満かもしれない手がかりがあります。
asks-consent = 投稿者は、本人である、または本人の同意があると述べています（本人の申し出であり、証明ではありません）。

raised-earlier_by_requester = 同じ投稿者に、確認済みまたは性的な依頼が以前にあります
raised-earlier_about_person = 同じ人についての依頼が以前にありました
raised-adult_context = プラットフォームの表示、タグ、または基盤モデルが成人向けです

## The moderators' card

card-title = { $reference } · { $severity }
card-state = 状態
card-reports = 通報
card-reports-value = { $count ->
   *[other] { $count }人のメンバーが通報しました
}
card-items = この案件の投稿数
card-source = 出所
card-purged = 本文は保存期間が過ぎたか、元の場所で削除されました。
card-confidence = 確からしさ
card-raised = 引き上げた理由
card-reward = 報酬
card-posted = 日時
card-requester = 投稿者（元の表示のまま）
card-requester-earlier = { $count ->
    [0] ここで以前に確認されたものはありません
   *[other] ここで以前に確認されたものが{ $count }件あります
}
card-link = リンク（押せません）
card-attachment = 添付（開いていません）
card-excerpt = 抜粋
card-minor = 何も表示しません
card-minor-text = 若い人に関わる可能性があるため、Headsup はこの投稿の内容を表示も保存も転送もしません。子どもの安全を担当するロールのメンバーは、リンク、ハッシュ、通報先を開けます。データのダウンロードや共有はしないでください。
card-footer = Headsup · 依頼は何かの証拠ではありません · 判断は記録されます

source-report = メンバーからの通報
source-rss = ニュースフィード
source-civitai_bounties = Civitai の懸賞（バウンティ）
source-civitai_models = Civitai のモデル
source-discord_channel = Discord のチャンネル
source-webhook = Webhook

time-posted = 投稿：{ $time }
time-seen = 最初に見つけた日時：{ $time }

state-open = 未対応
state-claimed = { $actor } さんが確認中です
state-escalated = （引き継ぎ済み）
state-confirmed = { $actor } さんが確認しました
state-dismissed = { $actor } さんが対応不要としました：{ $reason }

short-open = 未対応
short-claimed = 担当者が確認中
short-confirmed = 確認済み
short-dismissed = 対応不要
short-none = 調査済み。判断するモデレーターはいません

button-open = 開く
button-claim = 担当する
button-confirm = 確認済みにする
button-dismiss = 対応不要…
button-escalate = 引き継ぐ
button-reopen = 再開する
button-mute = 最初の通報者を7日間休止
button-earlier = 前のページ
button-later = 次のページ

dismiss-ask = 対応不要とする理由は何ですか。
dismiss-prompt = 理由を選んでください
dismiss-fictional = 架空、または実在の人ではない
dismiss-no_request = 依頼ではない
dismiss-agreed = 本人、または同意がある
dismiss-handled = すでに対応済み
dismiss-bad_report = 悪意のある通報
dismiss-other = その他
done-dismissed = 対応不要としました。カードを更新し、通報した方にお知らせします。

escalated-title = { $reference } が引き継がれました
escalated-body = モデレーターが案件 { $reference } をほかの人にも見てほしいと求めています。カードは上にあります。`/case show` で全体を見られます。

sensitive-title = { $reference } · 子どもの安全
sensitive-body = 通報してください。疑わしいデータを開いたり、ダウンロード、撮影、転送したりしないでください。この画面を開いたことは案件に記録されます。
sensitive-hash = 本文のハッシュ

## Cases

list-title = 案件
list-empty = 待っているものはありません。
list-count = { $count ->
   *[other] { $count }件。
}
list-line = { $state } · { $time } から
case-history = 経過
case-why = この深刻度の理由
case-why-text = ルール「{ $row }」；{ $odds }；モデル { $model }
case-spans = 判断の決め手になった箇所
case-reporter = 通報者
case-reporter-forgotten = すでに不明
case-reporter-record = ここでの通報 { $total }件（確認 { $confirmed }件、対応不要 { $dismissed }件）
done-note = { $reference } に記録しました。
done-muted = この方の通報は{ $days }日間受け付けません。通報しようとしたときに本人に伝えます。

event-opened = 作成
event-joined = 投稿が追加されました
event-reported = 通報
event-claimed = 担当開始
event-confirmed = 確認済み
event-dismissed = 対応不要
event-escalated = 引き継ぎ
event-reopened = 再開
event-note = メモ
event-muted = 通報者を休止しました
event-opened_sensitive = 子どもの安全の画面を開きました

## Reports

report-form-title = 姿や声を求める投稿を通報する
report-form-link = 投稿へのリンク
report-form-text = 書かれている内容（文章をコピー）
report-form-text-hint = 画像は不要です。リンクがあればそれだけで十分です。
report-form-reason = モデレーターに伝えたいこと
receipt-title = ありがとうございます · { $reference }
receipt = 通報を受け付けました。受付番号は { $reference } です。通報者がわかるのはモデレーターだけです。判断が出たらお知らせします。`/report status` で状況を見られます。
receipt-known = この投稿については、モデレーターがすでに判断しています：{ $state }。受付番号 { $reference }。
receipt-alone = 通報を受け付けました。自分の姿を見守っている方々のために確認します。受付番号 { $reference }。この会話にはモデレーターがいません。コミュニティのモデレーターに届けるには、そのコミュニティの中で通報してください。
report-status-title = あなたの通報
reporter-confirmed = モデレーターがあなたの通報 { $reference } を確認しました。だれかを気にかけてくださり、ありがとうございます。
reporter-dismissed = モデレーターがあなたの通報 { $reference } を見て、対応なしで終えました。それでもありがとうございます。また何か見かけたら、ぜひ知らせてください。

## A person's alert

alert-neutral = { $count ->
   *[other] Headsup からのお知らせが{ $count }件あります。ご都合のよいときに開いてください。
}
button-details = 詳しく見る
button-details-number = お知らせ { $number }
button-not-me = 私ではありません
button-help = 私にできること
button-snooze = あとで
button-stop = 止める
button-tell-contact = 信頼できる人に頼む
button-words = 投稿の文章を見る
button-words-yes = はい、表示する
button-keep = 写しを残しておく

unproved-title = 依頼の可能性
unproved-body = あなたが見守っている人に関わるかもしれない投稿がありました。これ以上お伝えする前に、{ $standing ->
    [self] ご本人であること
    [guardian] その人の保護者または後見人であること
   *[representative] その人の代理であること
}を確かめさせてください。見守りリストが他人を探るために使われないようにするためです。
button-prove-bio = プロフィールで証明する
button-prove-vouch = モデレーターに保証を頼む

details-title = わかっていること
details-body = プログラムが投稿を読んで判断したもので、間違っていることもあります。
details-about = 対象の人
details-kind = 求めているかもしれないもの
details-why = そう考えた理由
details-tentative = この人かどうかは不確かです
details-tentative-text = 同じ名前の人がほかにもいて、投稿には特定の人を示すものがほかにありません。
details-minor = 18歳未満かもしれない人の画像を求めている可能性のある投稿があります。内容は何も表示しません。通報先と削除の方法は「私にできること」にあります。
details-several = お知らせが{ $count }件あります。1件選んでください。
kind-likeness = この人の AI 画像、動画、音声、またはモデル。
kind-delicate = 性的な意図があるかもしれません。
words-ask = 投稿の文章に傷つくことがあるかもしれません。それでも表示しますか。
words-title = 投稿の文章
how-exact = 名前が書かれています
how-folded = 名前が別の表記で書かれています
how-homoglyph = 名前が似た形の文字で書かれています
how-leet = 名前が文字を数字に替えて書かれています
how-joined = 名前が続けて書かれています
how-spaced = 名前が1文字ずつ離して書かれています
how-initial = イニシャルと姓が書かれています
how-nickname = 名前の短い呼び方が書かれています
how-typo = 名前にとても近いものが書かれています
how-transliteration = 名前が別の文字体系で書かれています
how-inflection = 名前が変化した形で書かれています
how-handle = ユーザー名が書かれています
how-url = プロフィールへのリンクがあります
how-context = 手がかりの言葉が近くにあります
done-not-me = わかりました。別の方でした。同じものについては、もうお知らせしません。
done-kept = 投稿の文章を、通常の90日を超えて保管します。`/watch export` で私が持っているものを受け取れ、`/watch forget-me` で削除できます。
done-contact = 信頼できる人に、あなたへ連絡するよう頼みます。理由は伝えません。頼むのは1日に1回までです。
contact-note = { $account } さんがあなたを信頼できる人に選んでいて、連絡をもらえるとうれしいとのことです。Headsup がお伝えするのはここまでです。
snooze-ask = いつまたお知らせしましょうか。
snooze-prompt = 時間を選んでください
snooze-hour = 1時間後
snooze-day = 明日
snooze-week = 1週間後
done-snoozed = 次のお知らせ：{ $length }。
done-stopped = すべて止めました。これ以上何も送りません。リストはあなたが消すまで残ります（`/watch forget-me`）。
button-start-again = 再開する
done-started = 見守りを再開しました。止めたものは止まったままです。
hint-direct-closed = { $count ->
   *[other] お知らせが{ $count }件待っています。このアプリからのダイレクトメッセージを許可すると届きます。
}

## What can I do

help-title = できること
help-body = あなたはひとりではありませんし、あなたのせいでもありません。合うものを選んでください。すぐにしなければならないことは何もありません。リンクと、投稿の文章のスクリーンショットを残しておくと、あとで役に立ちます。警察に動いてほしい場合は、削除される前に相談してください。
help-body-minor = 疑わしいデータは、証拠のためであっても、決してダウンロード、撮影、転送しないでください。次の窓口が通報を受け付け、削除を手伝います。
help-footer = 事実の案内であり、法的助言ではありません · それぞれに出典と日付があります
route-source = 出典：{ $source }、{ $date } 時点。
route-source-second-hand = 出典：{ $source }、{ $date } 時点。間接的に得た情報のため、出典元でお確かめください。
route-civitai-name = Civitai で
route-civitai = 実在の人の姿や、それを求める懸賞（バウンティ）は認められていません。フォームまたは digital-likeness@civitai.com が、写されたご本人からの申し立てを受け付けます。
route-stopncii-name = StopNCII（18歳以上）
route-stopncii = あなたの端末で画像の「指紋」を作り、プラットフォームが止められるようにします。画像はアップロードされません。脅されているだけのときにも使えます。
route-ccri-name = CCRI Image Abuse Helpline（画像被害の相談、米国）
route-ccri = 844-878-2274
route-rph-name = Revenge Porn Helpline（英国、成人向けの相談）
route-rph = 0345 6000 459、月曜から金曜 10–16。窓口の助言：アドレスの入ったスクリーンショットを残し、起訴を望むなら削除の前に警察に伝えてください。
route-dsa-name = プラットフォームへの通知（EU）
route-dsa = だれでも、正確なアドレス、理由、氏名とメール、誠実な申し立てであるという表明を添えて通知できます。正確な通知があれば、プラットフォームは知っているものと扱われます。
route-uk66-name = 英国の法律
route-uk66 = 成人の私的な画像を同意なく共有する、共有すると脅す、作る、作るよう求めることは、犯罪になることがあります。
route-takeitdown-act-name = TAKE IT DOWN Act（米国の法律）
route-takeitdown-act = プラットフォームは、公開された私的な画像を、有効な請求から48時間以内に削除しなければなりません。対象は公開された画像で、求めているだけの投稿は含まれません。
route-virginia-name = バージニア州の法律（米国）
route-virginia = 機械で作られたかどうかを問わず、そのような画像を悪意で広めたり売ったりすることは、軽罪になることがあります。
route-ncmec-tipline-name = NCMEC CyberTipline（通報窓口、米国）
route-ncmec-tipline = 1-800-843-5678、またはオンライン。
route-ncmec-takeitdown-name = NCMEC Take It Down
route-ncmec-takeitdown = 18歳未満の人の画像を止めるための、匿名の支援です。
route-iwf-name = Internet Watch Foundation
route-iwf = どこからでも匿名で通報できます。

## The watchlist

watch-add-title = 人を見守る
watch-edit-title = 見守る内容を変える
watch-field-names = 名前
watch-hint-names = 1行に1つ：Jane Roe
watch-field-aliases = 別名、芸名
watch-hint-aliases = 1行に1つ
watch-field-handles = ユーザー名
watch-hint-handles = @janeroe, instagram:janeroe
watch-field-urls = プロフィールのリンク
watch-hint-urls = https://instagram.com/janeroe
watch-field-context = 手がかりの言葉
watch-hint-context = この人を示す言葉：街、職業、番組など
watch-field = { $field ->
    [aliases] { watch-field-aliases }
    [handles] { watch-field-handles }
    [urls] { watch-field-urls }
    [context] { watch-field-context }
   *[names] { watch-field-names }
}
watch-added-title = 見守りを始めました
watch-added-body = これから見守ります。{ $standing ->
    [self] あなた
   *[other] この人
}の姿や声を求めている可能性があるものが見つかると、短く控えめなお知らせが届きます。詳しく見るには、一度だけご自身について証明していただきます。今すぐでもできます。
watch-namesakes = 同じ名前の人
watch-namesakes-text = { $count ->
   *[other] この名前で投稿している人が、ほかに約{ $count }人います。ユーザー名や、手がかりの言葉に街の名前があると、見分けやすくなります。
}
watch-needs-context = 手がかりの言葉が必要です
watch-needs-context-text = この名前の人は多いか、ほかの言葉、場所、有名なキャラクターも指します。近くに手がかりの言葉やあなたのユーザー名がない投稿は、モデレーターに任せ、あなたには通知しません。都市や職業を手がかりの言葉として加えてください。
watch-standing = 立場
watch-list-title = あなたの見守りリスト
watch-list-line = { $state } · { $standing } · { $proof } · { $terms }語
watch-active = 見守り中
watch-paused = 休止中
watch-stopped = 今はすべて止まっています。
watch-remove-ask = { $person } さんをリストから外しますか。鍵は破棄され、元に戻せません。
standing-self = ご本人
standing-guardian = 保護者・後見人
standing-representative = 代理人
proof-passed = 証明済み
proof-pending = 証明の途中
proof-none = 未証明
button-preferences = 設定
button-stop-all = すべて止める
button-remove = 外す
button-forget = 私の情報を消す
done-paused = { $person } さんの見守りを休止しました。
done-resumed = { $person } さんの見守りを再開しました。
done-removed = 外しました。鍵は破棄しました。
forget-ask = 見守りリストとその鍵、お知らせ、設定を削除し、通報をあなたから切り離しますか。元に戻せません。
done-forgotten = あなたについて保管していたものをすべて削除しました。運営者が以前に作ったバックアップには、入れ替わるまで封印された形で残ることがあります。
export-title = あなたのデータ
export-body = あなたのアカウントについて保管しているすべてです。ファイルには見守っている内容が書かれています。安全な場所に保管してください。

preferences-title = 設定
preferences-body = ここで選んだことが、いつも優先されます。
preferences-detail = 詳細で伝える範囲
preferences-digest = お知らせの時間
preferences-quiet = 静かな時間帯
preferences-timezone = タイムゾーン
preferences-severity = お知らせする深刻度
preferences-language = 言語
preferences-contact = 信頼できる人
preferences-none = なし
preferences-set = 登録済み

link-title = あなたのアカウント
link-code-body = もう一つのアカウントからもこのリストを使うには、{ $minutes } 分以内に、そちらから私に `/watch link` とこのコードを送ってください。そのアカウントは、このアカウントと同じくすべてを見て変えられます。あなただけのアカウントに限ってつないでください。
link-code = コード
link-ask = これで、このアカウントは別のアカウントのリストに加わります。そのアカウントの持ち主は、これからあなたが登録するすべてとお知らせを見られます。両方ともあなたのものの場合だけつないでください。誰かからこのコードをもらったのなら、つながないでください。
link-linked-body = 二つのアカウントがこのリストを見て、変えられます。
link-this = このアカウント
link-other = つないだアカウント
link-where = お知らせの届け先
button-unlink = つながりを解く
done-unlinked = つながりを解きました。お知らせは { $platform } に届きます。

detail-summary = 要約のみ。投稿の文章は2回求めたときだけ
detail-full = 1回押すと投稿の文章を表示
digest-immediate = すぐに
digest-daily = 1日1回、{ $time }
button-times = 静かな時間帯とタイムゾーン
button-contact = 信頼できる人
button-no-contact = 今後は不要
done-no-contact = 今後、誰かに代わってお送りすることはありません。
button-link = アカウントをつなぐ
times-title = 時間
times-quiet = 静かな時間帯（なければ空欄）
times-timezone = タイムゾーン
times-digest = 毎日のまとめの時刻
contact-title = 信頼できる人
contact-field = 信頼できる人のアカウント ID（なければ空欄）
contact-start = Telegram では、信頼できる人が私を開いて「開始」を押すまで、こちらからは連絡できません。その人に頼んでおいてください。

## Proofs

proof-choose = プロフィールを選んでください
proof-choose-body = 変更できるプロフィールはどれですか。
proof-bio-title = プロフィールで証明する
proof-bio-body = このコードをプロフィールの自己紹介欄に入れて保存し、「確かめる」を押してください。コードは{ $hours }時間有効で、そのあとは消してかまいません。
proof-profile = プロフィール
proof-code = コード
proof-passed-terms = 証明できました：{ $terms }。コードはプロフィールから消してかまいません。これらについてのお知らせの詳細を見られるようになりました。
button-check = 確かめる
vouch-ask-title = モデレーターに保証を頼む
vouch-ask-body = このコミュニティのモデレーターは、あなたのアカウントと下の言葉を見て、あなたがそれらの見守りリストを持っていることを知ることになります。あなたの同意なしには何も見せません。
vouch-shown = モデレーターに見せるもの
button-vouch-ask = これを見せて頼む
done-vouch-asked = モデレーターに頼みました。返事があればお知らせします。
vouch-title = メンバーがあなたに保証を求めています
vouch-pending = このアカウントが、ここに名前のある人のもの、またはその代理であるとご存じですか。この件はご自身の中だけにとどめてください。
vouch-passed = 保証されました。この件はご自身の中だけにとどめてください。
vouch-failed = 保証は見送られました。
vouch-revoked = 保証は取り消されました。
vouch-over = この依頼は終わりました。内容はもう表示しません。
vouch-account = アカウント
vouch-count = 保証の数
button-vouch = 保証します
button-decline = できません
button-vouch-back = 保証を取り消す

## Setting up a community

setup-title = このコミュニティの Headsup
setup-ready = 準備完了：カードは通知チャンネルに届きます。
setup-missing = カードはまだ届きません。足りないもの：
setup-unknown = 通知チャンネルを今は確認できませんでした。少ししてから「テストカードを送る」を押してください。
setup-none = なし
setup-only-administrators = 管理者のみ
setup-channel = 通知チャンネル
setup-moderators = モデレーター
setup-escalation = 引き継ぎ時の呼び出し先
setup-child-safety = 子どもの安全
setup-severity = カードを出す深刻度
setup-language = 言語
setup-feeds = フィード
setup-channel-prompt = 通知チャンネル
setup-moderators-prompt = モデレーター
setup-escalation-prompt = 「引き継ぐ」で呼び出す相手
setup-feeds-prompt = 購読するフィード
button-test = テストカードを送る
test-card-title = テスト
test-card = カードはここに届きます。カードには投稿が求めている可能性のあるものが書かれ、担当、確認、対応不要、引き継ぎのボタンがあります。
missing-channel = 通知チャンネル：下で選んでください
missing-gone = 通知チャンネルがなくなりました：別のものを選んでください
missing-see = 通知チャンネルが見えません（Discord：「チャンネルを見る」、View Channel の権限。Telegram：グループに追加してください）
missing-send = 通知チャンネルでメッセージを送る権限
missing-embed = 通知チャンネルでリンクを埋め込む権限
missing-history = 通知チャンネルのメッセージ履歴を読む権限
missing-threads = 通知チャンネルのスレッドでメッセージを送る権限

notice-channel-forbidden-title = Headsup がカードを投稿できません
notice-channel-forbidden = 通知チャンネルに書き込めなくなりました。失われたものはありません。チャンネルを見る、メッセージを送る、リンクを埋め込む権限が戻るか、`/setup` で別のチャンネルが選ばれるまで、カードは待っています。
notice-channel-missing-title = Headsup の通知チャンネルがなくなりました
notice-channel-missing = 通知チャンネルがなくなりました。失われたものはありません。`/setup` で別のチャンネルが選ばれるまで、カードは待っています。
notice-channel-mended-title = Headsup が復旧しました
notice-channel-mended = 待っていたものも含めて、カードがまた通知チャンネルに届きます。
notice-feed-blind-title = フィードが見えなくなりました
notice-feed-blind = 「{ $feed }」が動いていません：{ $error } { $remedy } それまでは、このフィードからは何も見えません。
notice-feed-back-title = フィードが戻りました
notice-feed-back = 「{ $feed }」が{ $hours }時間ぶりに復旧しました。{ $items ->
    [0] 新しい投稿はありませんでした。
   *[other] 新しい投稿が{ $items }件あり、確認しています。
}
notice-account-linked-title = Headsup
notice-account-linked = { $platform } のアカウントがあなたのアカウントにつながれました。リストとお知らせを見られます。心当たりがなければ、今すぐ解いてください。
notice-second-claim-title = お読みください
notice-second-claim = あなたが証明したプロフィールを、ほかの人が証明しようとしましたが、お断りしました。もうあなたのものでない場合は、`/watch edit` で外してください。
notice-contact-closed-title = Headsup
notice-contact-closed = 信頼できる人に頼むことができませんでした。こちらからメッセージを送れない状態です。Telegram では、その人がまず私を開いて「開始」を押す必要があります。Discord では、ダイレクトメッセージを許可してもらってください。そのあと、もう一度頼めます。
notice-vouch-passed-title = Headsup
notice-vouch-passed = モデレーターがあなたを保証しました。お知らせの詳細を見られるようになりました。
notice-vouch-failed-title = Headsup
notice-vouch-failed = モデレーターによる保証は得られませんでした。プロフィールにコードを入れる方法もあります：`/watch prove`。
notice-vouch-revoked-title = Headsup
notice-vouch-revoked = モデレーターがあなたへの保証を取り消しました。もう一度ご本人であることを示すまで、お知らせの詳細は開けません：`/watch prove`。

## Feeds

source-fourchan = 4chan の板
source-huggingface_models = Hugging Face のモデル
source-huggingface_discussions = Hugging Face の議論
source-bluesky_jetstream = Bluesky
source-bluesky_search = Bluesky の検索
source-mastodon = Mastodon
source-lemmy = Lemmy
source-discourse = Discourse のフォーラム
source-reddit = Reddit
source-json = API
source-telegram_chat = Telegram のチャット
feed-list-title = フィード
feed-list-empty = このコミュニティはまだフィードを購読していません。`/feed add` でアドレスから始められます。
feed-list-body = { $count ->
   *[other] このコミュニティは{ $count }件のフィードを購読しています。
}
feed-list-more = { $count ->
   *[other] ほか{ $count }件
}
feed-state-new = まだ読み込んでいません
feed-state-working = ✅ 動いています
feed-state-failing = ⚠️ 今はうまくいっていません
feed-state-blind = ⛔ 見えません：長い間動いていません
feed-state-stale = ⚠️ 応答はありますが、長い間新しいものがありません
feed-state-paused = ⛔ エラーで止まっています。1日1回試します
feed-state-disabled = ⛔ オフになりました：もう存在しません
feed-state-held = 運営者が休止中
feed-state-idle = 休止中
feed-state-paused-here = このコミュニティで休止中
feed-last-ok = 最後の成功：{ $time }
feed-never-ok = まだ成功していません
feed-next = 次の読み込み：{ $time }
feed-week = この1週間：投稿{ $items }件、該当{ $findings }件
feed-moved = { $address } に移りました。
feed-severity = カードを出す深刻度
feed-keywords = 次の言葉があるものだけ
feed-preview-body = { $count ->
    [0] 動いていますが、今は空です。
   *[other] 動いています。最新の投稿{ $count }件を、調べたときの形で示します。まだ何も保存していません。
}
feed-preview-others = ほかに見つかったもの
feed-preview-footer = 今あるものが出発点です。カードはこれから投稿されたものについて届きます。
feed-channel-title = チャンネルを見守る
feed-channel-body = これから { $channel } とそのスレッドのメッセージを調べます。編集も反映し、そこで削除されたものはここでも削除します。メンバーの皆さんにお知らせください。
button-feed-add = このフィードを購読
done-feed-added = これから「{ $feed }」を購読します（フィード #{ $number }）。今あるものが出発点で、カードは新しいものについて届きます。`/feed list` で状態を見られます。
done-channel-added = これから { $feed } を見守ります（フィード #{ $number }）。
done-feed-paused = 「{ $feed }」をこのコミュニティで休止しました。`/feed resume` まで、そこからのカードは届きません。
done-feed-resumed = 「{ $feed }」の購読を再開しました。
done-feed-removed = 「{ $feed }」の購読をやめました。そこから生まれた案件は残ります。
feed-digest-cases = { $count ->
   *[other] 案件を{ $count }件作成しました。深刻なものから順に示します（`/case show`）：
}
feed-digest-rest = { $count ->
   *[other] … ほか{ $count }件：`/case list`
}
notice-feed-digest-title = 久しぶりの新着
notice-feed-digest = 「{ $feed }」を1日以上読めていませんでした。{ $items ->
   *[other] 新しい投稿が{ $items }件あり、確認しています。
}
notice-feed-stale-title = フィードが静かになりました
notice-feed-stale = 「{ $feed }」は応答しますが、{ $days }日間新しいものがありません。いつもよりずっと長い間です。アドレスが今も正しいか見てください：`/feed test`。
notice-feed-stopped-title = フィードが止まりました
notice-feed-stopped = 「{ $feed }」が止まりました：{ $error } { $remedy } それまでは、このフィードからは何も見えません。
notice-feed-news-again-title = フィードにまた新着があります
notice-feed-news-again = 「{ $feed }」に新しい投稿がまた届いています。
notice-feed-removed-title = フィードが削除されました
notice-feed-removed = 運営者が「{ $feed }」を削除しました。そこからはもう何も見えません。
notice-case-raised-low-title = 案件の深刻度が上がりました
notice-case-raised-low = 案件 { $reference } の投稿が編集され、深刻度が「低」になりました。上のカードで見られます。
notice-case-raised-medium-title = 案件の深刻度が上がりました
notice-case-raised-medium = 案件 { $reference } の投稿が編集され、深刻度が「中」になりました。上のカードで見られます。
notice-case-raised-high-title = 案件の深刻度が上がりました
notice-case-raised-high = 案件 { $reference } の投稿が編集され、深刻度が「高」になりました。上のカードで見られます。
notice-case-raised-critical-title = 案件の深刻度が上がりました
notice-case-raised-critical = 案件 { $reference } の投稿が編集され、深刻度が「重大」になりました。上のカードで見られます。
event-raised = 編集により深刻度が上がりました
refused-too-many-feeds = コミュニティが購読できるフィードは{ $count }件までです。先に1件外してください：`/feed remove`。
refused-feed-address = フィード、またはフィードのあるページのアドレスを入れてください。
refused-feed-failed = このフィードは購読できません：{ $problem } 何も保存していません。
refused-feed-operator = 種類が { $kind } のフィードには、このボットの運営者だけが用意できるもの（鍵、またはサイトの許可）が必要です。設定に加えるよう運営者に頼んでください。そのあと `/setup feeds` に表示されます。
refused-feed-known = このコミュニティはすでに「{ $feed }」を購読しています。
refused-feed-held = 「{ $feed }」はこのボットの運営者が休止しました。再開できるのは運営者だけです。
refused-feed-draft = 時間がたちすぎたか、私が再起動されました。`/feed add` でもう一度始めてください。
refused-filter = { $problem } 何も保存していません。
refused-channels-off = このボットはチャンネルを見守っていません。運営者が有効にできます：`discord.watch_channels = true` と、Discord の開発者ポータルの “Message Content” インテント。
refused-channel = 見守るチャンネルを選んでください。
refused-channel-closed = { $channel } を読む権限がありません。先に、そこで「チャンネルを見る」（View Channel）と「メッセージ履歴を読む」（Read Message History）の権限を与えてください。Telegramでは、そこで私を管理者にしてください。
refused-chat-foreign = 二人とも管理者であるような、そのチャンネルはありません。先に私をそこの管理者に加えてください。チャンネルを見守らせることができるのは、その管理者だけです。
refused-in-private = 対象のグループの中で書いてください。返事はここに、非公開で届きます。

## Help

guide-title = Headsup
guide-body = だれかがある人の AI 画像やモデルを求めたとき、その人にそっと知らせます。
guide-report = だれかの姿や声を求める投稿を通報します。あなたが通報したことがわかるのはモデレーターだけです
guide-status = あなたの通報の状況
guide-watch-add = あなた、お子さん、またはあなたが代理する人の姿や声が求められている可能性があるときに知らせを受けます
guide-watch = 一覧、変更、休止、再開、削除、証明、設定、アカウントをつなぐ、書き出し、情報の消去、停止
guide-case = モデレーターの案件
guide-feed = こうした投稿がないか見守るフィードとチャンネル
guide-setup = 通知チャンネル、ロール、フィード、深刻度、言語
guide-footer = 見守りリストは専用の鍵で封印され、ここのだれにも見えません。

## Forms that are asked question by question

question = 質問 { $number } / { $count }
question-so-far = 今の内容
question-example = 例
button-keep-answer = このままにする
button-clear-answer = 空欄にする
button-skip = 飛ばす
button-cancel = やめる
conversation-left = やめました。内容は何も残していません。
conversation-nothing = やめるものはありません。
conversation-left-by = 途中だった入力はやめました。その内容は何も残しません。
conversation-over = 時間がたちすぎたため、お答えは残っていません。もう一度始めてください。
conversation-again = 質問をもう一度、あなたのお答えとともに示します。
refused-question = この質問にはもう答えています。
refused-answer-long = { $most }文字以内で書いてください。
refused-answer-needed = ここには答えが必要です。`/cancel` でフォームをやめられます。

## Telegram

command-report = だれかの姿や声を求める投稿を通報する
command-watch = あなた自身の見守りリスト（非公開）
command-case = モデレーター向け：案件
command-feed = モデレーター向け：フィード
command-setup = 管理者向け：Headsup の設定
command-help = Headsup にできること
command-stop = すべてをすぐに止める
command-cancel = フォームをやめる
private-open = ほかの人に読まれないよう、個別のチャットでお答えします。
private-thanks = ありがとうございます。受け付けました。受付の控えは個別のチャットにあります。
private-sent = お返事は個別のチャットにあります。
private-first = まず個別のチャットで私を開いてください。
private-command-stays = あちらではメッセージを削除できないため、あなたのコマンドはまだ見えています。代わりにここへメッセージを転送するか、削除できるよう管理者に頼んでください。
button-open-private = 開く
anonymous = グループとして書かれているため、どなたかわかりません。ご自身として続けるには押してください。お返事は個別のチャットに届きます。
anonymous-report = グループまたはチャンネルとして書かれているため、通報を受け付けられません。メッセージを個別のチャットで私に転送してください。
anonymous-private = グループまたはチャンネルとして書かれているため、どなたかわかりません。その内容は個別のチャットで私に書いてください。コマンドがまだここに見えている場合は、削除してください。
anonymous-long = グループとして書かれているため、どなたかわかりません。管理者権限の設定で匿名を一時的にオフにして、もう一度書いてください。
button-go-on = 続ける
button-cards-here = カードをここに届ける
setup-accounts = だれかを指定するには、グループでその人のメッセージに `/setup moderators`、`/setup escalation`、または `/setup child_safety` で返信してください。`none` とすると、だれも指定されません。グループの管理者はいつでも判断できます。トピックの中で `/setup here` と書くと、カードはそこに届きます。
refused-account = どなたですか。その人のメッセージに返信するか、アカウントの番号、または `none` を入れてください。
refused-usage = 理解できませんでした。`{ $usage }`
watch-menu = 何をしましょうか。
watch-menu-add = 人を見守る
watch-menu-list = あなたの見守りリスト
watch-menu-edit = 変更
watch-menu-pause = 休止
watch-menu-resume = 再開
watch-menu-remove = 外す
watch-menu-prove = 証明
watch-menu-preferences = 設定
watch-menu-link = アカウントをつなぐ
watch-menu-export = 書き出し
watch-menu-forget-me = 私の情報を消す
watch-menu-stop = すべて止める
watch-for = どなたのためですか。
prove-how = どのように証明しますか。

## Faults

failed = こちらで問題が起きました。何も変更されていません。もう一度お試しください。続くようなら運営者にお知らせください。
again = 時間がかかりすぎました。もう一度お試しください。

## Refusals: what was wrong, and what to do

refused-action = このボタンはもう使えません。コマンドからもう一度始めてください。
refused-role-moderator = これができるのは、このコミュニティのモデレーターだけです。管理者が `/setup` で指定します。
refused-role-administrator = これができるのは、このコミュニティの管理者だけです。
refused-role-child_safety = これを開けるのは、子どもの安全を担当するロールのメンバーか管理者だけです。ロールは管理者が `/setup` で決めます。
refused-not-here = これはコミュニティの中でだけ使えます。
refused-no-case = その案件はここにはありません。
refused-no-reference = 案件「{ $reference }」はここにはありません。番号は H-7K3F のような形で、`/case list` で見られます。
refused-claimed = { $actor } さんがすでに確認中です。
refused-confirmed = { $actor } さんがすでに確認済みにしています。
refused-dismissed = { $actor } さんがすでに対応不要としています。
refused-open = この案件はすでに未対応の状態です。
refused-escalated = この案件はすでに引き継がれています。
refused-no-escalation-role = 呼び出す相手が決まっていません。管理者が `/setup escalation` で決めます。
refused-contact-declined = このアカウントは、誰かに代わっての連絡を望んでいません。別の人を選んでください。
refused-no-contact = 信頼できる人が登録されていません。`/watch preferences` で登録できます。
refused-reason = 理由を1つ選んでください。
refused-empty-note = メモが空です。
refused-link = これはリンクではありません。リンクは https:// で始まります。なければ空欄にして、文章をコピーしてください。
refused-empty-report = 確認するものがありません。リンクを入れるか、文章をコピーしてください。
refused-muted = モデレーターは { $until } まであなたの通報を受け付けていません。間違いだと思われる場合は、モデレーターに連絡してください。
refused-too-many-reports = 通報は1時間に{ $count }件までです。今回の通報は受け付けられていません。あとでもう一度送ってください。
refused-no-report = その通報は見つかりません。
refused-no-alert = このお知らせはあなた宛てではないか、もうありません。
refused-snooze = 時間を1つ選んでください。
refused-no-watchlist = 見守りリストはまだありません。`/watch add` で始められます。
refused-standing = 次から1つ選んでください：{ $options }。
refused-too-many-persons = リストに入れられるのは{ $count }人までです。先に1人外してください。代理の方は、モデレーターに保証を頼むと増やせます。
refused-too-many-changes = 1時間に変更できるのは{ $count }回までです。あとで続けてください。
refused-too-many-terms = 1人につき、名前、ユーザー名、リンク、言葉を合わせて{ $count }個までです。
refused-person = { $fault ->
    [nothing] 探すものがありません。名前、別名、アカウント、リンクのどれかを少なくとも一つ入れてください。
    [too_many] { watch-field }：{ $limit }件までです。
    [too_long] { watch-field }：一件は{ $limit }文字までです。
   *[other] 読み取れない項目があります。もう一度書いてください。
}
refused-term = { $reason ->
    [empty] 「{ $term }」には文字も数字もありません。
    [too_short] 「{ $term }」は短すぎます。一、二文字はほとんどの文章に出てきます。
    [first_name] 「{ $term }」という人はとても多くいます。もう一つの名前か、街などの手がかりの言葉を加えてください。
    [dictionary_word] 「{ $term }」はふつうの言葉です。もう一つの名前か、職業などの手がかりの言葉を加えてください。
    [place] 「{ $term }」は地名です。もう一つの名前か、職業などの手がかりの言葉を加えてください。
    [needs_site] 「{ $term }」というアカウントは多くありえます。instagram:janeroe のように、サイトも書いてください。
   *[not_a_handle] 「{ $term }」はアカウント名ではありません。@janeroe か instagram:janeroe のように書いてください。
}何も保存していません。
refused-which-person = { $count }人を見守っています。どの人か、`/watch list` の番号で教えてください。
refused-preference = その選択肢はありません。
refused-timezone = そのタイムゾーンはありません。いちばん近いのは { $nearest } です。
refused-hours = 時間帯は 22:00-07:30、時刻は 09:00 のように書いてください。
refused-contact = アカウントの番号（ID）を入れるか、空欄にしてください。
refused-link-code = このコードはないか、10 分が過ぎました。もう一つのアカウントで `/watch link` を使うと新しいものができます。
refused-link-same = もう一つのアカウントは別のサービスのものにしてください。一方は Discord、もう一方は Telegram です。
refused-link-both = どちらのアカウントにもリストがあります。先に片方の人物を外して（`/watch remove`）、それからつないでください。
refused-no-profile = この人のプロフィールのリンクには、確かめられるものがありません。対応しているサイトの、プロフィールそのもののページが必要です。`/watch edit` で追加するか、モデレーターに保証を頼んでください。
refused-proof-over = これは終わっているか、あなたのものではありません。`/watch prove` でもう一度始めてください。
refused-profile = { $kind ->
    [not_found] このリンクにはプロフィールがありません。つづりを確かめてください。
    [no_answer] サイトが今は応答しません。数分たってからもう一度試してください。
   *[other] プロフィールを読めませんでした。ログインしていない人にはプロフィールを見せないサイトもあります。別のプロフィールを試すか、モデレーターに保証を頼んでください。
}
refused-no-code = コードはまだプロフィールのページにありません。表示まで1分ほどかかることがあります。そのあともう一度「確かめる」を押してください。
refused-claimed-handle = このプロフィールは、ほかの人が証明しています。あなたのものであれば、モデレーターに保証を頼んでください。
refused-vouch-where = モデレーターが保証できるのは、そのコミュニティの中だけです。そこで `/watch prove` を使ってください（あなたにだけ見えます）。通知チャンネルの設定も必要です。
refused-vouch-here = ここのモデレーターは保証できません。このボットの運営者がこのコミュニティを指定していないためです。プロフィールにコードを入れる方法もあります：`/watch prove`。
refused-vouch-pending = モデレーターにはすでに頼んであります。
refused-vouch-own = 自分で自分を保証することはできません。
refused-vouch-twice = あなたはすでに保証しました。ほかのモデレーターも必要です。
refused-severity = 次から1つ選んでください：{ $options }。
refused-language = 次から1つ選んでください：{ $options }。
refused-feed = そのフィードはここにはありません。フィード：{ $options }。
