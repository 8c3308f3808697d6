# Headsup 的简体中文文案。规则：用“可能在征求”，不下断语；不指责任何人；第一条消息不点明任何内容。称呼：你。

## Severity, confidence, labels

severity-none = 无
severity-low = 低
severity-medium = 中
severity-high = 高
severity-critical = 严重
confidence-unlikely = 不太可能
confidence-possible = 有可能
confidence-likely = 很可能
confidence-very_likely = 非常可能

asks-unknown = 有人举报了这条内容，目前尚未检查。
asks-nothing = 文字中没有发现针对真人形象的请求。请你自己再看一看。
asks-likeness = 这条帖子可能在征求某个真人的合成内容。
asks-sexual = 文中明说内容应带有性意味。
asks-veiled = 文中暗示了与性有关的内容。
asks-private = 此人看来不是公众人物。
asks-minor = 有迹象表明此人可能未满 18 岁。
asks-consent = 发帖者称这是本人的形象，或当事人已经同意（这只是说法，不是证明）。

raised-earlier_by_requester = 同一账号此前有过已确认的或与性有关的请求
raised-earlier_about_person = 此前有过针对同一人的请求
raised-adult_context = 平台的标记、标签或基础模型属于成人内容

## The moderators' card

card-title = { $reference } · { $severity }
card-state = 状态
card-reports = 举报
card-reports-value = { $count ->
   *[other] { $count } 位成员举报了这条内容
}
card-items = 本案中的帖子
card-source = 来源
card-purged = 文字已不再保存，或已在来源处删除。
card-confidence = 把握
card-raised = 调高的原因
card-reward = 报酬
card-posted = 时间
card-requester = 发布者（按来源显示）
card-requester-earlier = { $count ->
    [0] 此前在这里没有已确认的内容
   *[other] 此前在这里有 { $count } 条已确认的内容
}
card-link = 链接（不可点击）
card-attachment = 附件（未打开）
card-excerpt = 摘录
card-minor = 不显示任何内容
card-minor-text = 由于可能涉及未成年人，Headsup 不显示、不保存、也不转发帖子的任何内容。拥有儿童保护角色的成员可以查看链接、哈希和举报途径。请不要下载或分享任何材料。
card-footer = Headsup · 请求不能证明任何事 · 决定会被记录

source-report = 成员的举报
source-rss = 新闻订阅源
source-civitai_bounties = Civitai 悬赏
source-civitai_models = Civitai 模型
source-discord_channel = Discord 频道
source-webhook = Webhook

time-posted = 发布于 { $time }
time-seen = 首次发现于 { $time }

state-open = 待处理
state-claimed = { $actor } 正在查看
state-escalated = （已上报）
state-confirmed = { $actor } 已确认
state-dismissed = { $actor } 已驳回：{ $reason }

short-open = 待处理
short-claimed = 有人正在查看
short-confirmed = 已确认
short-dismissed = 已驳回
short-none = 已检查；没有版主对此作决定

button-open = 打开
button-claim = 我来处理
button-confirm = 确认
button-dismiss = 驳回…
button-escalate = 上报
button-reopen = 重新打开
button-mute = 暂停首位举报者 7 天
button-earlier = 上一页
button-later = 下一页

dismiss-ask = 为什么驳回？
dismiss-prompt = 选择一个原因
dismiss-fictional = 虚构人物，或并非真人
dismiss-no_request = 不是请求
dismiss-agreed = 本人形象，或已获同意
dismiss-handled = 已经处理
dismiss-bad_report = 恶意举报
dismiss-other = 其他原因
done-dismissed = 已驳回。卡片已更新，举报者会收到通知。

escalated-title = { $reference } 已上报
escalated-body = 一位版主希望有人再看一看案件 { $reference }。卡片在上方；`/case show` 可查看全部内容。

sensitive-title = { $reference } · 儿童保护
sensitive-body = 请举报；不要打开、下载、截图或转发可疑材料。你打开了这个页面，此事会记入案件。
sensitive-hash = 文字的哈希

## Cases

list-title = 案件
list-empty = 没有等待处理的案件。
list-count = { $count ->
   *[other] 共 { $count } 个案件。
}
list-line = { $state } · 始于 { $time }
case-history = 经过
case-why = 为何是这个严重程度
case-why-text = 规则“{ $row }”；{ $odds }；模型 { $model }
case-spans = 影响判断的文字
case-reporter = 举报者
case-reporter-forgotten = 已无记录
case-reporter-record = 在此举报 { $total } 次：{ $confirmed } 次确认，{ $dismissed } 次驳回
done-note = 已记入 { $reference }。
done-muted = { $days } 天内不再接收此人的举报。此人再次尝试时会得到告知。

event-opened = 已立案
event-joined = 又加入一条帖子
event-reported = 已举报
event-claimed = 有人接手
event-confirmed = 已确认
event-dismissed = 已驳回
event-escalated = 已上报
event-reopened = 已重新打开
event-note = 备注
event-muted = 已暂停一位举报者
event-opened_sensitive = 有人打开了儿童保护页面

## Reports

report-form-title = 举报征求他人形象的内容
report-form-link = 帖子链接
report-form-text = 原文内容（请复制文字）
report-form-text-hint = 不要附图；如有链接，链接就够了。
report-form-reason = 其他需要版主了解的情况
receipt-title = 谢谢你 · { $reference }
receipt = 已收到你的举报，编号是 { $reference }；只有版主能看到举报者是谁。有了决定我会告诉你。用 `/report status` 可以查看进展。
receipt-known = 版主已经对这条帖子作出决定：{ $state }。编号 { $reference }。
receipt-alone = 已收到你的举报，会替那些关注自身形象的人检查。编号 { $reference }。这个对话没有版主：如需联系某个社区的版主，请在该社区内举报。
report-status-title = 你的举报
reporter-confirmed = 版主确认了你的举报 { $reference }。谢谢你关心他人。
reporter-dismissed = 版主看过了你的举报 { $reference }，未采取进一步措施。仍然谢谢你；再看到什么，欢迎继续举报。

## A person's alert

alert-neutral = { $count ->
   *[other] Headsup 有 { $count } 条消息给你。方便的时候再打开就好。
}
button-details = 查看详情
button-details-number = 消息 { $number }
button-not-me = 不是我
button-help = 我能做什么
button-snooze = 稍后
button-stop = 停止
button-tell-contact = 请我信任的人联系我
button-words = 显示帖子原文
button-words-yes = 是，显示
button-keep = 为我保留一份

unproved-title = 一个可能的请求
unproved-body = 有人发布了可能与你所守护的人有关的内容。在我说更多之前，请先证明{ $standing ->
    [self] 这就是你本人
    [guardian] 你是此人的父母或监护人
   *[representative] 你能代表此人
}：这样别人就无法借用名单来打探他人。
button-prove-bio = 用个人主页证明
button-prove-vouch = 请版主担保

details-title = 目前了解到的
details-body = 这条帖子由程序读取，判断可能有误。
details-about = 当事人
details-kind = 可能在征求什么
details-why = 我这样判断的原因
details-tentative = 不能确定是这个人
details-tentative-text = 也有其他人叫这个名字，帖子中没有别的线索指向其中某一位。
details-minor = 一条帖子可能在征求某个可能未满 18 岁的人的图像。我不会显示其中任何内容。“我能做什么”列出了可以举报和请求删除的地方。
details-several = 共有 { $count } 条消息。请选择一条。
kind-likeness = 此人的 AI 图像、视频、声音或模型。
kind-delicate = 可能带有性意味。
words-ask = 帖子的原文可能令人难受。仍要显示吗？
words-title = 帖子原文
how-exact = 文中出现了这个名字
how-folded = 名字以另一种写法出现
how-homoglyph = 名字以形似的字母出现
how-leet = 名字以数字代替字母出现
how-joined = 名字连写成一个词出现
how-spaced = 名字被逐字拆开出现
how-initial = 出现了首字母和姓氏
how-nickname = 出现了名字的简称
how-typo = 出现了与名字非常接近的写法
how-transliteration = 名字以另一种文字出现
how-inflection = 出现了名字的变化形式
how-handle = 出现了一个用户名
how-url = 出现了个人主页链接
how-context = 附近有线索词
done-not-me = 明白了：那是另一个人。同样的内容我不会再通知你。
done-kept = 我会在通常的 90 天之后继续为你保留帖子原文。`/watch export` 可取得我保存的内容；`/watch forget-me` 会将其删除。
done-contact = 我会请你信任的人联系你，不会告诉对方原因。这样的请求每天最多一次。
contact-note = { $account } 把你列为信任的人，希望你能联系一下。除此之外 Headsup 不会多说。
snooze-ask = 什么时候再提醒你？
snooze-prompt = 选择时间
snooze-hour = 一小时后
snooze-day = 明天
snooze-week = 一周后
done-snoozed = 我会在{ $length }再来。
done-stopped = 已全部停止，不会再发送任何消息；你的名单会一直保留，直到你删除（`/watch forget-me`）。
button-start-again = 重新开始
done-started = 我又开始留意了。此前停掉的仍然停着。
hint-direct-closed = { $count ->
   *[other] 有 { $count } 条消息在等你：允许此应用向你发私信，就能收到。
}

## What can I do

help-title = 可以做些什么
help-body = 你并不孤单，这也不是你的错。选择适合你的方式，什么都不必马上去做。保存链接和帖子文字的截图，以后会有帮助；如果希望警方介入，请在内容被删除之前告诉他们。
help-body-minor = 切勿下载、截图或转发可疑材料，即使作为证据也不要。以下机构接受举报并协助删除。
help-footer = 以下是事实，不是法律意见 · 每条都附来源和日期
route-source = 来源：{ $source }，截至 { $date }。
route-source-second-hand = 来源：{ $source }，截至 { $date }，为间接信息：请到该处核实。
route-civitai-name = 在 Civitai
route-civitai = 该平台不允许真人形象，也不允许为此悬赏。被描绘者本人可通过表单或 digital-likeness@civitai.com 提出主张。
route-stopncii-name = StopNCII（18 岁及以上）
route-stopncii = 在你自己的设备上为图片生成“指纹”，让各平台能够拦截。图片不会上传。有人只是威胁时也可以使用。
route-ccri-name = CCRI Image Abuse Helpline（影像侵害求助热线，美国）
route-ccri = 844-878-2274
route-rph-name = Revenge Porn Helpline（英国，成年人）
route-rph = 0345 6000 459，周一至周五 10–16。他们的建议：保留带有网址的截图；如果希望提起刑事诉讼，请在删除之前告诉警方。
route-dsa-name = 向平台发出通知（欧盟）
route-dsa = 任何人都可以发出通知，写明准确网址、理由、姓名和邮箱，并声明出于善意。通知足够准确，平台即视为知情。
route-uk66-name = 英国法律
route-uk66 = 未经同意分享、威胁分享、制作或要求制作成年人的私密影像，可能构成犯罪。
route-takeitdown-act-name = TAKE IT DOWN Act（美国法律）
route-takeitdown-act = 平台须在收到有效请求后 48 小时内删除已发布的私密影像。它针对已发布的影像；仅仅提出征求的帖子不在其内。
route-virginia-name = 弗吉尼亚州法律（美国）
route-virginia = 恶意传播或出售此类影像，无论是否由机器制作，在当地都可能构成轻罪。
route-ncmec-tipline-name = NCMEC CyberTipline（举报热线，美国）
route-ncmec-tipline = 1-800-843-5678，或在线举报。
route-ncmec-takeitdown-name = NCMEC Take It Down
route-ncmec-takeitdown = 匿名协助阻止未满 18 岁者的影像传播。
route-iwf-name = Internet Watch Foundation（互联网观察基金会）
route-iwf = 接受来自任何地方的匿名举报。

## The watchlist

watch-add-title = 守护一个人
watch-edit-title = 修改留意的内容
watch-field-names = 姓名
watch-hint-names = 每行一个：Jane Roe
watch-field-aliases = 别名、艺名
watch-hint-aliases = 每行一个
watch-field-handles = 用户名
watch-hint-handles = @janeroe, instagram:janeroe
watch-field-urls = 个人主页链接
watch-hint-urls = https://instagram.com/janeroe
watch-field-context = 线索词
watch-hint-context = 指向此人的词：城市、职业、节目
watch-field = { $field ->
    [aliases] { watch-field-aliases }
    [handles] { watch-field-handles }
    [urls] { watch-field-urls }
    [context] { watch-field-context }
   *[names] { watch-field-names }
}
watch-added-title = 已开始留意
watch-added-body = 从现在起我会留意。如果有内容可能在征求{ $standing ->
    [self] 你
   *[other] 此人
}的形象，你会收到一条简短、中性的消息。查看详情需要先证明一次身份，现在就可以做。
watch-namesakes = 同名的人
watch-namesakes-text = { $count ->
   *[other] 大约还有 { $count } 人用这个名字发帖。提供用户名，或在线索词中加上城市，能帮我区分你们。
}
watch-needs-context = 需要线索词
watch-needs-context-text = 许多人都叫这个名字，或者它也是词语、地点或知名角色。如果附近没有你的线索词或用户名，我会把这类帖子交给管理员，而不会提醒你。请添加城市或职业作为线索词。
watch-standing = 身份
watch-list-title = 你的守护名单
watch-list-line = { $state } · { $standing } · { $proof } · { $terms } 个词
watch-active = 留意中
watch-paused = 已暂停
watch-stopped = 目前已全部停止。
watch-remove-ask = 要把 { $person } 从你的名单中移除吗？对应的密钥会被销毁，无法恢复。
standing-self = 为自己
standing-guardian = 作为父母或监护人
standing-representative = 作为代表
proof-passed = 已证明
proof-pending = 证明进行中
proof-none = 尚未证明
button-preferences = 偏好设置
button-stop-all = 全部停止
button-remove = 移除
button-forget = 忘记我
done-paused = { $person } 已暂停。
done-resumed = 已重新开始留意 { $person }。
done-removed = 已移除，密钥已销毁。
forget-ask = 要删除你的名单、密钥、消息和偏好设置，并让你的举报与你脱离关系吗？此操作无法恢复。
done-forgotten = 我保存的有关你的一切都已删除。运营者此前所做的备份中可能仍有密封的内容，直到备份被替换。
export-title = 你的数据
export-body = 我为你的账号保存的全部内容。文件中写有你留意的对象：请妥善保管。

preferences-title = 偏好设置
preferences-body = 你的选择永远优先。
preferences-detail = 详情说多少
preferences-digest = 消息何时送达
preferences-quiet = 免打扰时段
preferences-timezone = 时区
preferences-severity = 最低严重程度
preferences-language = 语言
preferences-contact = 信任的人
preferences-none = 无
preferences-set = 已设置

link-title = 你的账号
link-code-body = 要在另一个账号上也使用这份名单，请在 { $minutes } 分钟内用那个账号给我发送 `/watch link` 和这个代码。那个账号将和这个账号一样看到并修改一切：只关联完全属于你自己的账号。
link-code = 代码
link-ask = 这样，此账号将加入另一个账号的名单。从此以后，拥有那个账号的人会看到你放入的一切以及你的提醒。只有两个账号都属于你本人时才关联；如果这个代码是别人给你的，请不要关联。
link-linked-body = 两个账号都能看到并修改这份名单。
link-this = 此账号
link-other = 已关联的账号
link-where = 提醒发送到
button-unlink = 解除关联
done-unlinked = 已解除关联。提醒将发送到 { $platform }。

detail-summary = 仅概要；要求两次才显示帖子原文
detail-full = 按一次即显示帖子原文
digest-immediate = 立即
digest-daily = 每天一次，{ $time }
button-times = 免打扰时段和时区
button-contact = 信任的人
button-no-contact = 不要再联系我
done-no-contact = 我不会再代任何人给你写信。
button-link = 关联账号
times-title = 时间
times-quiet = 免打扰时段，没有则留空
times-timezone = 时区
times-digest = 每日汇总时间
contact-title = 信任的人
contact-field = 你信任的人的账号 ID，或留空
contact-start = 在 Telegram 上，只有你信任的人打开我并点击“开始”之后，我才能给对方发消息。请让对方先这样做。

## Proofs

proof-choose = 选择个人主页
proof-choose-body = 你能修改哪个个人主页？
proof-bio-title = 用个人主页证明
proof-bio-body = 把这个代码放进个人主页的简介并保存，然后点“检查”。代码在 { $hours } 小时内有效；之后可以删掉。
proof-profile = 个人主页
proof-code = 代码
proof-passed-terms = 已证明：{ $terms }。你可以把代码从个人主页删掉。与此有关的消息详情现在对你开放。
button-check = 检查
vouch-ask-title = 请版主担保
vouch-ask-body = 这个社区的版主会看到你的账号和下面的文字，并会知道你为此保有一份名单。没有你的同意，不会显示任何内容。
vouch-shown = 展示给版主的内容
button-vouch-ask = 展示并请求
done-vouch-asked = 已向版主提出请求。有了答复我会告诉你。
vouch-title = 一位成员请你担保
vouch-pending = 你是否了解，这个账号属于所列之人，或能代表此人？请不要对外说起这件事。
vouch-passed = 已担保。请不要对外说起这件事。
vouch-failed = 未予担保。
vouch-revoked = 担保已撤回。
vouch-over = 此请求已结束，内容不再显示。
vouch-account = 账号
vouch-count = 担保数
button-vouch = 我担保
button-decline = 我不能
button-vouch-back = 撤回担保

## Setting up a community

setup-title = 本社区的 Headsup
setup-ready = 已就绪：卡片会送到提醒频道。
setup-missing = 卡片暂时还无法送达。缺少：
setup-unknown = 刚才无法检查提醒频道。请稍后点“发送测试卡片”。
setup-none = 无
setup-only-administrators = 仅管理员
setup-channel = 提醒频道
setup-moderators = 版主
setup-escalation = 上报时通知
setup-child-safety = 儿童保护
setup-severity = 发卡片的最低严重程度
setup-language = 语言
setup-feeds = 订阅源
setup-channel-prompt = 提醒频道
setup-moderators-prompt = 版主
setup-escalation-prompt = “上报”会通知谁
setup-feeds-prompt = 要订阅的订阅源
button-test = 发送测试卡片
test-card-title = 测试
test-card = 卡片会送到这里。卡片会说明帖子可能在征求什么，并附有接手、确认、驳回和上报的按钮。
missing-channel = 提醒频道：请在下方选择
missing-gone = 提醒频道已不存在：请另选一个
missing-see = 我看不到提醒频道（Discord：需要“查看频道”权限，View Channel；Telegram：请把我加入群组）
missing-send = 在提醒频道发送消息的权限
missing-embed = 在提醒频道嵌入链接的权限
missing-history = 读取提醒频道消息历史的权限
missing-threads = 在提醒频道的子区发送消息的权限

notice-channel-forbidden-title = Headsup 无法发布卡片
notice-channel-forbidden = 我不能再在提醒频道发言。没有任何内容丢失：在恢复查看频道、发送消息和嵌入链接的权限之前，或用 `/setup` 另选频道之前，卡片会一直等待。
notice-channel-missing-title = Headsup 的提醒频道不见了
notice-channel-missing = 提醒频道已不存在。没有任何内容丢失：在用 `/setup` 另选频道之前，卡片会一直等待。
notice-channel-mended-title = Headsup 恢复正常
notice-channel-mended = 卡片又能送到提醒频道了，包括之前等待的那些。
notice-feed-blind-title = 一个订阅源看不到了
notice-feed-blind = “{ $feed }”无法使用：{ $error } { $remedy } 在此之前看不到其中的任何内容。
notice-feed-back-title = 一个订阅源恢复了
notice-feed-back = “{ $feed }”在 { $hours } 小时后恢复正常。{ $items ->
    [0] 其间没有新内容。
   *[other] 其间有 { $items } 条新帖，正在检查。
}
notice-account-linked-title = Headsup
notice-account-linked = { $platform } 上的一个账号已关联到你的账号：它能看到你的名单和提醒。如果不是你本人操作，请立即解除关联。
notice-second-claim-title = 请看一下
notice-second-claim = 有人想证明一个你已经证明过的个人主页，已被拒绝。如果该主页不再属于你，请用 `/watch edit` 移除。
notice-contact-closed-title = Headsup
notice-contact-closed = 没能联系上你信任的人：我无法给对方发消息。在 Telegram 上，对方需要先打开我并点击“开始”；在 Discord 上，对方需要允许私信。之后你可以再请求一次。
notice-vouch-passed-title = Headsup
notice-vouch-passed = 版主已为你担保。消息的详情现在对你开放。
notice-vouch-failed-title = Headsup
notice-vouch-failed = 版主未能为你担保。还有另一个办法，在个人主页放一个代码：`/watch prove`。
notice-vouch-revoked-title = Headsup
notice-vouch-revoked = 版主撤回了对你的担保。在你重新证明自己的身份之前，提醒的详情不会开放：`/watch prove`。

## Feeds

source-fourchan = 4chan 版块
source-huggingface_models = Hugging Face 模型
source-huggingface_discussions = Hugging Face 讨论
source-bluesky_jetstream = Bluesky
source-bluesky_search = Bluesky 搜索
source-mastodon = Mastodon
source-lemmy = Lemmy
source-discourse = Discourse 论坛
source-reddit = Reddit
source-json = API
source-telegram_chat = Telegram 聊天

feed-list-title = 订阅源
feed-list-empty = 本社区还没有订阅任何内容。用 `/feed add` 加一个网址即可开始。
feed-list-body = { $count ->
   *[other] 本社区订阅了 { $count } 个订阅源。
}
feed-list-more = { $count ->
   *[other] 另有 { $count } 个
}
feed-state-new = 尚未读取
feed-state-working = ✅ 正常
feed-state-failing = ⚠️ 暂时失败
feed-state-blind = ⛔ 看不到内容：已经很久不能用了
feed-state-stale = ⚠️ 有响应，但很久没有新内容了
feed-state-paused = ⛔ 因错误停止；每天尝试一次
feed-state-disabled = ⛔ 已关闭：它已不存在
feed-state-held = 由运营者暂停
feed-state-idle = 已暂停
feed-state-paused-here = 由本社区暂停
feed-last-ok = 上次成功：{ $time }
feed-never-ok = 尚未成功过
feed-next = 下次读取：{ $time }
feed-week = 最近一周：{ $items } 条帖子，{ $findings } 条发现
feed-moved = 它已迁到 { $address }。
feed-severity = 发卡片的最低严重程度
feed-keywords = 仅含以下词语

feed-preview-body = { $count ->
    [0] 可以使用，目前是空的。
   *[other] 可以使用。以下是最新的 { $count } 条帖子及其检查结果。目前没有保存任何内容。
}
feed-preview-others = 那里还发现了
feed-preview-footer = 现有内容作为起点：卡片只针对从现在起发布的内容。
feed-channel-title = 留意一个频道
feed-channel-body = 从现在起会检查 { $channel } 及其子区中的消息。编辑会同步；那边删除的，这里也会删除。请告知你的成员。
button-feed-add = 订阅此源
done-feed-added = 从现在起订阅“{ $feed }”（订阅源 #{ $number }）。现有内容作为起点；有新内容才发卡片。`/feed list` 可查看状态。
done-channel-added = 从现在起留意 { $feed }（订阅源 #{ $number }）。
done-feed-paused = 本社区已暂停“{ $feed }”：在 `/feed resume` 之前不再收到它的卡片。
done-feed-resumed = 已恢复订阅“{ $feed }”。
done-feed-removed = 不再订阅“{ $feed }”。由它产生的案件仍会保留。

feed-digest-cases = { $count ->
   *[other] 已立案 { $count } 个，最严重的在前（`/case show`）：
}
feed-digest-rest = { $count ->
   *[other] … 另有 { $count } 个：`/case list`
}
notice-feed-digest-title = 长时间中断后的新内容
notice-feed-digest = 有一天多没能读取“{ $feed }”。{ $items ->
   *[other] 其间有 { $items } 条新帖，正在检查。
}
notice-feed-stale-title = 一个订阅源安静下来了
notice-feed-stale = “{ $feed }”有响应，但已有 { $days } 天没有新内容，比平时久得多。请看看网址是否仍然正确：`/feed test`。
notice-feed-stopped-title = 一个订阅源停止了
notice-feed-stopped = “{ $feed }”已停止：{ $error } { $remedy } 在此之前看不到其中的任何内容。
notice-feed-news-again-title = 一个订阅源又有新内容了
notice-feed-news-again = “{ $feed }”又有新帖了。
notice-feed-removed-title = 一个订阅源被移除
notice-feed-removed = 运营者移除了“{ $feed }”。不再能看到其中的内容。
notice-case-raised-low-title = 一个案件变得更严重
notice-case-raised-low = 案件 { $reference } 中的一条帖子被编辑过；严重程度现为“低”。上方的卡片有显示。
notice-case-raised-medium-title = 一个案件变得更严重
notice-case-raised-medium = 案件 { $reference } 中的一条帖子被编辑过；严重程度现为“中”。上方的卡片有显示。
notice-case-raised-high-title = 一个案件变得更严重
notice-case-raised-high = 案件 { $reference } 中的一条帖子被编辑过；严重程度现为“高”。上方的卡片有显示。
notice-case-raised-critical-title = 一个案件变得更严重
notice-case-raised-critical = 案件 { $reference } 中的一条帖子被编辑过；严重程度现为“严重”。上方的卡片有显示。
event-raised = 编辑后变得更严重

refused-too-many-feeds = 一个社区最多订阅 { $count } 个订阅源。请先移除一个：`/feed remove`。
refused-feed-address = 请提供订阅源的网址，或含有订阅源的网页网址。
refused-feed-failed = 无法订阅：{ $problem } 没有保存任何内容。
refused-feed-operator = { $kind } 类订阅源需要只有本机器人的运营者才能提供的东西（密钥，或网站的许可）。请对方把它加入配置；之后 `/setup feeds` 会列出它。
refused-feed-known = 本社区已订阅“{ $feed }”。
refused-feed-held = “{ $feed }”由本机器人的运营者暂停，只有运营者能恢复。
refused-feed-draft = 时间过去太久，或者我重新启动过。请用 `/feed add` 重新开始。
refused-filter = { $problem } 没有保存任何内容。
refused-channels-off = 本机器人不留意频道。运营者可以开启：`discord.watch_channels = true`，以及 Discord 开发者后台中的 “Message Content” 权限。
refused-channel = 请选择要留意的频道。
refused-channel-closed = 我不能读取 { $channel }。请先在那里给我“查看频道”（View Channel）和“读取消息历史”（Read Message History）权限。在 Telegram 上：请把我设为那里的管理员。
refused-chat-foreign = 没有我们双方都是管理员的此类频道。请先把我加为那里的管理员；只有频道的管理员才能让我留意该频道。
refused-in-private = 请在相关的群组里写这条命令；答复会私下发到这里。

## Help

guide-title = Headsup
guide-body = 有人征求某人的 AI 图像或模型时，我会提前告诉当事人。
guide-report = 举报征求他人形象的帖子；只有版主能看到是你举报的
guide-status = 你的举报进展
guide-watch-add = 当有内容可能在征求你、你的孩子或你所代表之人的形象时，收到通知
guide-watch = 列出、修改、暂停、恢复、移除、证明、偏好设置、关联账号、导出、忘记我、停止
guide-case = 版主的案件
guide-feed = 为发现此类帖子而关注的订阅源和频道
guide-setup = 提醒频道、角色、订阅源、严重程度、语言
guide-footer = 你的名单用专属的密钥密封，这里没有人能看到。

## Forms that are asked question by question

question = 问题 { $number } / { $count }
question-so-far = 目前的内容
question-example = 例如
button-keep-answer = 保留
button-clear-answer = 留空
button-skip = 跳过
button-cancel = 取消
conversation-left = 已取消，什么都没有保留。
conversation-nothing = 没有可取消的内容。
conversation-left-by = 已离开先前开始的表单；其中的内容不会保留。
conversation-over = 时间过去太久，你的回答已不再保留。请重新开始。
conversation-again = 问题再列一遍，附上你的回答。
refused-question = 这个问题已经回答过了。
refused-answer-long = 请最多写 { $most } 个字符。
refused-answer-needed = 这里需要回答；`/cancel` 可离开表单。

## Telegram

command-report = 举报征求他人形象的内容
command-watch = 你自己的守护名单，私下查看
command-case = 版主：案件
command-feed = 版主：订阅源
command-setup = 管理员：设置 Headsup
command-help = Headsup 能为你做什么
command-stop = 立即停止一切
command-cancel = 离开表单
private-open = 我会私下回复，这样别人看不到。
private-thanks = 谢谢，已收到。回执在私聊中等你。
private-sent = 答复在我们的私聊中。
private-first = 请先与我开启私聊。
private-command-stays = 我不能删除那里的消息，所以你的命令仍然可见。你可以改为把消息转发到这里，或请管理员允许我删除消息。
button-open-private = 打开
anonymous = 你以群组身份发言，所以我不知道你是谁。点一下即可用自己的身份继续；答复会私下发给你。
anonymous-report = 你以群组或频道身份发言，所以我无法接收举报。请把那条消息私下转发给我。
anonymous-private = 你以群组或频道身份发言，所以我不知道你是谁。请私下把这些写给我。如果你的命令在这里仍然可见，请把它删除。
anonymous-long = 你以群组身份发言，所以我不知道你是谁。请在管理员权限中暂时关闭匿名，然后重新写一遍。
button-go-on = 继续
button-cards-here = 卡片送到这里
setup-accounts = 要指定某人，请在群组中用 `/setup moderators`、`/setup escalation` 或 `/setup child_safety` 回复此人的消息；用 `none` 表示不指定任何人。群组的管理员始终可以作决定。在话题中写 `/setup here`，卡片就会送到那里。
refused-account = 是谁？请回复此人的消息，或提供账号编号，或写 `none`。
refused-usage = 我没有明白。`{ $usage }`
watch-menu = 要我做什么？
watch-menu-add = 守护一个人
watch-menu-list = 你的守护名单
watch-menu-edit = 修改
watch-menu-pause = 暂停
watch-menu-resume = 恢复
watch-menu-remove = 移除
watch-menu-prove = 证明
watch-menu-preferences = 偏好设置
watch-menu-link = 关联账号
watch-menu-export = 导出
watch-menu-forget-me = 忘记我
watch-menu-stop = 全部停止
watch-for = 为谁？
prove-how = 你想用哪种方式证明？

## Faults

failed = 我这边出了问题，没有任何改动。请再试一次；如果仍然这样，请告诉运营者。
again = 花的时间太长了。请再试一次。

## Refusals: what was wrong, and what to do

refused-action = 这个按钮对我已经没有意义了。请用命令重新开始。
refused-role-moderator = 只有本社区的版主可以这样做。由管理员用 `/setup` 指定。
refused-role-administrator = 只有本社区的管理员可以这样做。
refused-role-child_safety = 只有拥有儿童保护角色的成员或管理员可以打开。角色由管理员用 `/setup` 设定。
refused-not-here = 这只能在社区内使用。
refused-no-case = 这里没有这个案件。
refused-no-reference = 这里没有案件“{ $reference }”。编号的样子如 H-7K3F；`/case list` 可列出。
refused-claimed = { $actor } 已经在查看了。
refused-confirmed = { $actor } 已经确认过了。
refused-dismissed = { $actor } 已经驳回了。
refused-open = 这个案件已经是待处理状态。
refused-escalated = 这个案件已经上报过了。
refused-no-escalation-role = 没有设定要通知的人。由管理员用 `/setup escalation` 设定。
refused-contact-declined = 这个账号不希望收到代任何人发送的消息。请另选一个人。
refused-no-contact = 还没有设置信任的人。可用 `/watch preferences` 设置。
refused-reason = 请选择其中一个原因。
refused-empty-note = 备注是空的。
refused-link = 这不是链接。链接以 https:// 开头；如果没有，请留空并复制文字。
refused-empty-report = 没有可看的内容：请提供链接，或复制文字。
refused-muted = 在 { $until } 之前，版主不接收你的举报。如果你认为有误，请写信告诉他们。
refused-too-many-reports = 每小时可以举报 { $count } 次。这一次没有被接收：请稍后再发一次。
refused-no-report = 你没有这样的举报。
refused-no-alert = 这条消息不是给你的，或已不存在。
refused-snooze = 请选择其中一个时间。
refused-no-watchlist = 你还没有守护名单。用 `/watch add` 开始。
refused-standing = 请选择其中一项：{ $options }。
refused-too-many-persons = 一份名单最多 { $count } 人。请先移除一人；代表他人者可以请版主担保，以便增加人数。
refused-too-many-changes = 每小时的修改超过了 { $count } 次。请稍后再继续。
refused-too-many-terms = 每个人的姓名、用户名、链接和词语合计最多 { $count } 个。
refused-person = { $fault ->
    [nothing] 没有可以留意的内容：请至少填写一个姓名、别名、账号或链接。
    [too_many] { watch-field }：最多 { $limit } 项。
    [too_long] { watch-field }：每项最多 { $limit } 个字符。
   *[other] 有一项无法读取，请重新填写。
}
refused-term = { $reason ->
    [empty] “{ $term }”里没有文字或数字。
    [too_short] “{ $term }”太短：一两个字母几乎出现在每段文字里。
    [first_name] 叫“{ $term }”的人非常多。请再加一个名字，或加上城市之类的线索词。
    [dictionary_word] “{ $term }”是一个普通的词。请再加一个名字，或加上职业之类的线索词。
    [place] “{ $term }”是地名。请再加一个名字，或加上职业之类的线索词。
    [needs_site] 叫“{ $term }”的账号可能很多。请同时写明网站，例如 instagram:janeroe。
   *[not_a_handle] “{ $term }”不是账号名。请写成 @janeroe 或 instagram:janeroe。
}没有保存任何内容。
refused-which-person = 你的名单中有 { $count } 人：请用 `/watch list` 中的编号说明是哪一位。
refused-preference = 没有这个选项。
refused-timezone = 没有这个时区。最接近的是 { $nearest }。
refused-hours = 请把时段写成 22:00-07:30，把时间写成 09:00。
refused-contact = 请提供账号编号（ID），或留空。
refused-link-code = 没有这个代码，或者已超过十分钟。在另一个账号上使用 `/watch link` 可获得新的代码。
refused-link-same = 另一个账号必须在另一个平台上：一个在 Discord，一个在 Telegram。
refused-link-both = 两个账号都有名单。请先移除其中一个的人员（`/watch remove`），再关联。
refused-no-profile = 此人的个人主页链接都无法核实：需要是我认识的网站上的个人主页本身。请用 `/watch edit` 添加，或请版主担保。
refused-proof-over = 这已经结束，或本就不是你的。请用 `/watch prove` 重新开始。
refused-profile = { $kind ->
    [not_found] 这个链接没有个人主页。请检查是否写错。
    [no_answer] 网站暂时没有响应。请几分钟后再试。
   *[other] 无法读取个人主页。有些网站对未登录者隐藏个人主页；请换一个主页，或请版主担保。
}
refused-no-code = 代码还没有出现在个人主页上。可能需要一分钟；到时请再点一次“检查”。
refused-claimed-handle = 已有其他人证明了这个个人主页。如果它是你的，请让版主担保。
refused-vouch-where = 版主只能在自己的社区内担保：请在那里使用 `/watch prove`（只有你能看到）。他们的提醒频道必须已设好。
refused-vouch-here = 这里的版主不能担保：本机器人的运营者没有指定这个社区。还有另一个办法，在个人主页放一个代码：`/watch prove`。
refused-vouch-pending = 已经向版主提出过请求。
refused-vouch-own = 不能为自己担保。
refused-vouch-twice = 你已经担保过了；还需要另一位版主。
refused-severity = 请选择其中一项：{ $options }。
refused-language = 请选择其中一项：{ $options }。
refused-feed = 这里没有这个订阅源。订阅源：{ $options }。
