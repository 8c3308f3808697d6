# What Headsup says. Rules: "asks for" and "may", never "is"; nobody is accused; a person's first message names nothing.

## Severity, confidence, labels

severity-none = none
severity-low = low
severity-medium = medium
severity-high = high
severity-critical = critical
confidence-unlikely = unlikely
confidence-possible = possible
confidence-likely = likely
confidence-very_likely = very likely

asks-unknown = This was reported and has not been screened yet.
asks-nothing = No request for a real person's likeness was recognised in the text. Please look for yourself.
asks-likeness = This post may ask for synthetic media of a real person.
asks-sexual = It says outright that the media should be sexual.
asks-veiled = It hints at something sexual.
asks-private = The person does not seem to be a public figure.
asks-minor = There are cues that the person may be under 18.
asks-consent = The author says that it is their own likeness or that the person agreed (a claim, not a proof).

raised-earlier_by_requester = the requester has an earlier confirmed or sexual request
raised-earlier_about_person = there was an earlier request about the same person
raised-adult_context = the platform's flags, tags or base model are adult

## The moderators' card

card-title = { $reference } · { $severity }
card-state = State
card-reports = Reports
card-reports-value = { $count ->
    [one] { $count } member reported this
   *[other] { $count } members reported this
}
card-items = Posts in this case
card-source = Source
card-purged = The text is no longer kept, or was removed at the source.
card-confidence = Confidence
card-raised = Raised because
card-reward = Reward
card-posted = Time
card-requester = Posted by (as shown)
card-requester-earlier = { $count ->
    [0] nothing confirmed here before
    [one] { $count } earlier item confirmed here
   *[other] { $count } earlier items confirmed here
}
card-link = Link (not clickable)
card-attachment = Attachment (not opened)
card-excerpt = Excerpt
card-minor = Nothing is shown
card-minor-text = Because a young person may be concerned, Headsup shows, keeps and forwards nothing of the post. Members with the child-safety role can open link, hash and reporting routes. Do not download or share any material.
card-footer = Headsup · a request is not proof of anything · decisions are recorded

source-report = a member's report
source-rss = news feed
source-civitai_bounties = Civitai bounties
source-civitai_models = Civitai models
source-discord_channel = a Discord channel
source-webhook = webhook

time-posted = posted { $time }
time-seen = first seen { $time }

state-open = open
state-claimed = { $actor } is looking at it
state-escalated = (escalated)
state-confirmed = confirmed by { $actor }
state-dismissed = dismissed by { $actor }: { $reason }

short-open = open
short-claimed = somebody is looking at it
short-confirmed = confirmed
short-dismissed = dismissed
short-none = screened; no moderators decide on it

button-open = Open
button-claim = Claim
button-confirm = Confirm
button-dismiss = Dismiss…
button-escalate = Escalate
button-reopen = Reopen
button-mute = Mute the first reporter for 7 days
button-earlier = Earlier page
button-later = Next page

dismiss-ask = Why is it dismissed?
dismiss-prompt = Choose a reason
dismiss-fictional = Fictional or nobody real
dismiss-no_request = Not a request
dismiss-agreed = Own likeness, or agreed
dismiss-handled = Already handled
dismiss-bad_report = Report in bad faith
dismiss-other = Something else
done-dismissed = Dismissed. The card and the reporters are updated.

escalated-title = { $reference } was escalated
escalated-body = A moderator asks for a second pair of eyes on case { $reference }. The card is above; `/case show` shows all of it.

sensitive-title = { $reference } · child safety
sensitive-body = Report this; do not open, download, screenshot or forward suspected material. That you opened this view is recorded in the case.
sensitive-hash = Hash of the text

## Cases

list-title = Cases
list-empty = Nothing is waiting.
list-count = { $count ->
    [one] { $count } case.
   *[other] { $count } cases.
}
list-line = { $state } · since { $time }
case-history = History
case-why = Why this severity
case-why-text = policy row “{ $row }”; { $odds }; model { $model }
case-spans = What carried the decision
case-reporter = Reported by
case-reporter-forgotten = no longer known
case-reporter-record = { $total } reports here: { $confirmed } confirmed, { $dismissed } dismissed
done-note = Noted on { $reference }.
done-muted = Their reports are not taken for { $days } days. They are told when they try.

event-opened = opened
event-joined = another post joined
event-reported = reported
event-claimed = claimed
event-confirmed = confirmed
event-dismissed = dismissed
event-escalated = escalated
event-reopened = reopened
event-note = note
event-muted = a reporter was muted
event-opened_sensitive = child-safety view opened

## Reports

report-form-title = Report a likeness request
report-form-link = Link to the post
report-form-text = What it says (copy the words)
report-form-text-hint = Without pictures; a link is enough if there is one.
report-form-reason = Anything the moderators should know
receipt-title = Thank you · { $reference }
receipt = Your report was taken. Its reference is { $reference }; only moderators see who reported. You hear from me when they have decided. `/report status` shows how it stands.
receipt-known = The moderators have already decided on this post: { $state }. Reference { $reference }.
receipt-alone = Your report was taken and is screened for the people who watch for themselves. Reference { $reference }. No moderators are attached to this conversation: to reach a community's moderators, report inside their community.
report-status-title = Your reports
reporter-confirmed = The moderators confirmed your report { $reference }. Thank you for looking out for somebody.
reporter-dismissed = The moderators looked at your report { $reference } and closed it without action. Thank you all the same; do report again when you see something.

## A person's alert

alert-neutral = { $count ->
    [one] Headsup has a note for you. Open it when it suits you.
   *[other] Headsup has { $count } notes for you. Open them when it suits you.
}
button-details = Show details
button-details-number = Note { $number }
button-not-me = Not me
button-help = What can I do
button-snooze = Snooze
button-stop = Stop
button-words = Show the post's own words
button-words-yes = Yes, show them
button-tell-contact = Ask my trusted contact
button-keep = Keep a copy for me

unproved-title = A possible request
unproved-body = Something that may concern the person you watch for was posted. Before I say more, please show that { $standing ->
    [self] this is you
    [guardian] you are this person's parent or guardian
   *[representative] you speak for this person
}: this keeps others from using a watchlist to find out about somebody.
button-prove-bio = Prove with a profile
button-prove-vouch = Ask moderators to vouch

details-title = What is known
details-body = A program read the post and may be wrong.
details-about = Person
details-kind = What it may ask for
details-why = Why I think so
details-tentative = Not sure it is this person
details-tentative-text = The name is shared by others, and nothing else in the post points to one of them.
details-minor = A post may ask for images of somebody who may be under 18. I show nothing of it. “What can I do” lists where it can be reported and taken down.
details-several = There are { $count } notes. Choose one.
kind-likeness = AI images, video, voice or a model of this person.
kind-delicate = It may be meant in a sexual way.
words-ask = The post's own words may be hurtful. Show them anyway?
words-title = The post's own words
how-exact = the name stands there
how-folded = the name stands there in another spelling
how-homoglyph = the name stands there in look-alike letters
how-leet = the name stands there with digits for letters
how-joined = the name stands there as one word
how-spaced = the name stands there letter by letter
how-initial = initial and last name stand there
how-nickname = a short form of the name stands there
how-typo = something very close to the name stands there
how-transliteration = the name stands there in another script
how-inflection = an inflected form of the name stands there
how-handle = a handle stands there
how-url = a profile link stands there
how-context = a context word stands nearby
done-not-me = Understood: that was somebody else. I will not alert you of the same again.
done-contact = Your trusted contact is asked to get in touch with you. They are not told why. I ask them once a day at most.
contact-note = { $account } named you as a trusted contact and would like you to get in touch. Headsup says no more than that.
done-kept = I keep the post's words for you beyond the usual 90 days. `/watch export` gives you what I have; `/watch forget-me` deletes it.
snooze-ask = When shall I come back?
snooze-prompt = Choose a time
snooze-hour = in an hour
snooze-day = tomorrow
snooze-week = in a week
done-snoozed = I will be back { $length }.
done-stopped = Everything has stopped. Nothing more will be sent; your list is kept until you remove it (`/watch forget-me`).
button-start-again = Start again
done-started = I watch again. What was stopped stays stopped.
hint-direct-closed = { $count ->
    [one] A note is waiting for you: allow direct messages from this app, and it comes.
   *[other] { $count } notes are waiting for you: allow direct messages from this app, and they come.
}

## What can I do

help-title = What can be done
help-body = You are not alone in this, and it is not your doing. Choose what fits; nothing has to be done at once. Saving the link and a screenshot of the post's words helps later; if you want the police to act, tell them before it is taken down.
help-body-minor = Never download, screenshot or forward suspected material, not even as evidence. These places take reports and help with removal.
help-footer = Facts, not legal advice · each with its source and date
route-source = Source: { $source }, as of { $date }.
route-source-second-hand = Source: { $source }, as of { $date }, second-hand: please check there.
route-civitai-name = On Civitai
route-civitai = Likenesses of real people are not allowed there, nor bounties for them. The form, or digital-likeness@civitai.com, takes claims from the person depicted.
route-stopncii-name = StopNCII (18 and over)
route-stopncii = Makes a fingerprint of an image on your own device, so that platforms can stop it. The image is not uploaded. It may be used when somebody only threatens.
route-ccri-name = CCRI Image Abuse Helpline (US)
route-ccri = 844-878-2274
route-rph-name = Revenge Porn Helpline (UK, adults)
route-rph = 0345 6000 459, Monday to Friday 10–16. Their advice: keep a screenshot with the address; tell the police before removal if you want a prosecution.
route-dsa-name = Notice to a platform (EU)
route-dsa = Anyone may send a notice with the exact address, the reason, name and e-mail, and a statement of good faith. A precise notice means that the platform knows.
route-uk66-name = The law in the UK
route-uk66 = Sharing, threatening to share, creating, and requesting the creation of an intimate image of an adult without consent can be offences.
route-takeitdown-act-name = TAKE IT DOWN Act (US)
route-takeitdown-act = Platforms must remove a published intimate depiction within 48 hours of a valid request. It covers published images; a post that only asks for them is not one.
route-virginia-name = The law in Virginia (US)
route-virginia = Maliciously spreading or selling such images, made by a machine or not, can be a misdemeanour there.
route-ncmec-tipline-name = NCMEC CyberTipline
route-ncmec-tipline = 1-800-843-5678, or online.
route-ncmec-takeitdown-name = NCMEC Take It Down
route-ncmec-takeitdown = Anonymous help to stop images taken of somebody under 18.
route-iwf-name = Internet Watch Foundation
route-iwf = Takes anonymous reports from anywhere.

## The watchlist

watch-add-title = Watch for a person
watch-edit-title = Change what is watched
watch-field-names = Names
watch-hint-names = One a line: Jane Roe
watch-field-aliases = Aliases, stage names
watch-hint-aliases = One a line
watch-field-handles = Handles
watch-hint-handles = @janeroe, instagram:janeroe
watch-field-urls = Profile links
watch-hint-urls = https://instagram.com/janeroe
watch-field-context = Context words
watch-hint-context = Words that point to this person: city, profession, show
watch-field = { $field ->
    [aliases] { watch-field-aliases }
    [handles] { watch-field-handles }
    [urls] { watch-field-urls }
    [context] { watch-field-context }
   *[names] { watch-field-names }
}
watch-added-title = Watching
watch-added-body = From now on I look for this. If something may ask for { $standing ->
    [self] your
   *[other] this person's
} likeness, you get a short, neutral message. To see details you will need to show who you are once; you can do that now.
watch-namesakes = Others with this name
watch-namesakes-text = { $count ->
    [one] About one other person posts under this name. A handle or a city among the context words helps me to tell you apart.
   *[other] About { $count } other people post under this name. A handle or a city among the context words helps me to tell you apart.
}
watch-needs-context = Needs a context word
watch-needs-context-text = Many people have this name, or it is also a word, a place or a well-known character. Without a context word or handle of yours nearby I leave such posts to the moderators and do not alert you. Add a city or a profession as a context word.
watch-standing = Standing
watch-list-title = Your watchlist
watch-list-line = { $state } · { $standing } · { $proof } · { $terms } terms
watch-active = watched
watch-paused = paused
watch-stopped = Everything is stopped at the moment.
watch-remove-ask = Remove { $person } from your watchlist? Its key is destroyed; this cannot be undone.
standing-self = for yourself
standing-guardian = as parent or guardian
standing-representative = as representative
proof-passed = proved
proof-pending = proof begun
proof-none = not proved yet
button-preferences = Preferences
button-stop-all = Stop everything
button-remove = Remove
button-forget = Forget me
done-paused = { $person } is paused.
done-resumed = { $person } is watched again.
done-removed = Removed. The key is destroyed.
forget-ask = Delete your watchlist, its keys, your alerts and preferences, and make your reports nobody's? This cannot be undone.
done-forgotten = Everything that I kept of you is deleted. Backups that the operator made before can hold it, sealed, until they are replaced.
export-title = Your data
export-body = Everything that I keep of your account. The file names what you watch for: store it safely.

preferences-title = Preferences
preferences-body = These come first, always.
preferences-detail = How much details say
preferences-digest = When alerts come
preferences-quiet = Quiet hours
preferences-timezone = Time zone
preferences-severity = From severity
preferences-language = Language
preferences-contact = Trusted contact
preferences-none = none
preferences-set = set

link-title = Your accounts
link-code-body = To use this watchlist from your other account as well, write `/watch link` with this code to me from there, within { $minutes } minutes. That account will see and change everything that this one does: link only one that is yours alone.
link-code = Code
link-ask = This joins the watchlist of another account. Whoever has that account will see all that you put on it from now on, and your notes. Link only if both accounts are yours; if somebody gave you this code, do not.
link-linked-body = Both accounts see and change this watchlist.
link-this = this account
link-other = linked account
link-where = Alerts go to
button-unlink = End the link
done-unlinked = The link has ended. Alerts go to { $platform }.

detail-summary = a summary; the post's words only when asked for twice
detail-full = the post's words at one press
digest-immediate = at once
digest-daily = once a day at { $time }
button-times = Quiet hours and time zone
button-contact = Trusted contact
button-no-contact = Never again
done-no-contact = I will not write to you on anybody's behalf again.
button-link = Link an account
times-title = Times
times-quiet = Quiet hours, or empty for none
times-timezone = Time zone
times-digest = Daily digest at
contact-title = Trusted contact
contact-field = Account id of somebody you trust, or empty
contact-start = On Telegram I can write to your trusted contact only once they have opened me and pressed Start. Please ask them to.

## Proofs

proof-choose = Choose a profile
proof-choose-body = Which profile can you change?
proof-bio-title = Prove with a profile
proof-bio-body = Put this code into the bio of the profile, save it, and press Check. The code is good for { $hours } hours; afterwards you may remove it.
proof-profile = Profile
proof-code = Code
proof-passed-terms = Proved: { $terms }. You may remove the code from your profile. Details of alerts about these are now open to you.
button-check = Check
vouch-ask-title = Ask moderators to vouch
vouch-ask-body = The moderators of this community would see your account and the words below, and would learn that you keep a watchlist for them. Nothing is shown unless you agree.
vouch-shown = Shown to moderators
button-vouch-ask = Show this and ask
done-vouch-asked = The moderators were asked. You hear from me when they have answered.
vouch-title = A member asks you to vouch
vouch-pending = Do you know that this account belongs to, or speaks for, the person named? Please keep this to yourself.
vouch-passed = Vouched for. Please keep this to yourself.
vouch-failed = Declined.
vouch-revoked = Taken back.
vouch-over = This is over; nothing of it is shown any more.
vouch-account = Account
vouch-count = Vouches
button-vouch = I vouch
button-decline = I cannot
button-vouch-back = Take it back

## Setting up a community

setup-title = Headsup in this community
setup-ready = Ready: cards arrive in the alert channel.
setup-missing = Cards cannot arrive yet. What is missing:
setup-unknown = The alert channel could not be checked just now. Press “Send a test card” in a moment.
setup-none = none
setup-only-administrators = administrators alone
setup-channel = Alert channel
setup-moderators = Moderators
setup-escalation = Escalation pings
setup-child-safety = Child safety
setup-severity = Cards from severity
setup-language = Language
setup-feeds = Feeds
setup-channel-prompt = Alert channel
setup-moderators-prompt = Moderators
setup-escalation-prompt = Whom Escalate pings
setup-feeds-prompt = Feeds to subscribe to
button-test = Send a test card
test-card-title = Test
test-card = This is where cards will arrive. A card says what a post may ask for, and has buttons to claim, confirm, dismiss and escalate it.
missing-channel = an alert channel: choose one below
missing-gone = the alert channel no longer exists: choose another one
missing-see = I cannot see the alert channel (Discord: permission “View Channel”; Telegram: add me to the group)
missing-send = permission to send messages in the alert channel
missing-embed = permission to embed links in the alert channel
missing-history = permission to read the message history of the alert channel
missing-threads = permission to send messages in threads of the alert channel

notice-channel-forbidden-title = Headsup cannot post cards
notice-channel-forbidden = I may no longer write to the alert channel. Nothing is lost: cards wait until the permissions to see it, to send messages and to embed links are back, or `/setup` names another channel.
notice-channel-missing-title = Headsup's alert channel is gone
notice-channel-missing = The alert channel no longer exists. Nothing is lost: cards wait until `/setup` names another channel.
notice-channel-mended-title = Headsup works again
notice-channel-mended = Cards arrive in the alert channel again, those that waited included.
notice-feed-blind-title = A feed has gone blind
notice-feed-blind = “{ $feed }” does not work: { $error } { $remedy } Until then nothing from it is seen.
notice-feed-back-title = A feed is back
notice-feed-back = “{ $feed }” works again after { $hours ->
    [one] { $hours } hour.
   *[other] { $hours } hours.
} { $items ->
    [0] Nothing new was there.
    [one] One new post was there and is screened.
   *[other] { $items } new posts were there and are screened.
}
notice-account-linked-title = Headsup
notice-account-linked = An account on { $platform } was linked to yours: it sees your watchlist and your notes. If that was not you, end the link now.
notice-second-claim-title = Please read
notice-second-claim = Somebody else tried to prove a profile that you have proved. They were refused. If the profile is no longer yours, remove it with `/watch edit`.
notice-contact-closed-title = Headsup
notice-contact-closed = Your trusted contact could not be asked: I cannot write to them. On Telegram they must first open me and press Start; on Discord they must allow direct messages. Then you can ask again.
notice-vouch-passed-title = Headsup
notice-vouch-passed = The moderators vouched for you. Details of your notes are open to you now.
notice-vouch-failed-title = Headsup
notice-vouch-failed = The moderators could not vouch for you. A code in a profile is another way: `/watch prove`.
notice-vouch-revoked-title = Headsup
notice-vouch-revoked = The moderators took back that they vouched for you. Details of your notes are closed until you have proved again who you are: `/watch prove`.

## Feeds

source-fourchan = a 4chan board
source-huggingface_models = Hugging Face models
source-huggingface_discussions = Hugging Face discussions
source-bluesky_jetstream = Bluesky
source-bluesky_search = Bluesky search
source-mastodon = Mastodon
source-lemmy = Lemmy
source-discourse = a Discourse forum
source-reddit = Reddit
source-json = an API
source-telegram_chat = a Telegram chat

feed-list-title = Feeds
feed-list-empty = This community follows no feed yet. `/feed add` begins with an address.
feed-list-body = { $count ->
    [one] This community follows { $count } feed.
   *[other] This community follows { $count } feeds.
}
feed-list-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
feed-state-new = not polled yet
feed-state-working = ✅ works
feed-state-failing = ⚠️ fails at the moment
feed-state-blind = ⛔ blind: it has not worked for a long time
feed-state-stale = ⚠️ answers, but has brought nothing new for a long time
feed-state-paused = ⛔ stopped by an error; it is tried once a day
feed-state-disabled = ⛔ switched off: it is gone
feed-state-held = paused by the operator
feed-state-idle = paused
feed-state-paused-here = paused by this community
feed-last-ok = last success { $time }
feed-never-ok = no success yet
feed-next = next poll { $time }
feed-week = last week: { $items ->
    [one] { $items } post
   *[other] { $items } posts
}, { $findings ->
    [one] { $findings } finding
   *[other] { $findings } findings
}
feed-moved = It has moved to { $address }.
feed-severity = Cards from severity
feed-keywords = Only with

feed-preview-body = { $count ->
    [0] It works, and is empty at the moment.
    [one] It works. This is its newest post, as it would be screened. Nothing is stored yet.
   *[other] It works. These are its newest { $count } posts, as they would be screened. Nothing is stored yet.
}
feed-preview-others = Also found there
feed-preview-footer = What is there now is the baseline: cards come for what is posted from now on.
feed-channel-title = Watch a channel
feed-channel-body = Messages in { $channel } and its threads would be screened from now on. Edits are followed; what is deleted there is deleted here. Please tell your members.
button-feed-add = Follow this feed
done-feed-added = “{ $feed }” is followed from now on (feed #{ $number }). What is there now is the baseline; cards come for what is new. `/feed list` shows how it is.
done-channel-added = { $feed } is watched from now on (feed #{ $number }).
done-feed-paused = “{ $feed }” is paused for this community: no cards from it until `/feed resume`.
done-feed-resumed = “{ $feed }” is followed again.
done-feed-removed = “{ $feed }” is no longer followed. Cases that it opened stay.

feed-digest-cases = { $count ->
    [one] { $count } case was opened (`/case show`):
   *[other] { $count } cases were opened, the gravest first (`/case show`):
}
feed-digest-rest = { $count ->
    [one] … and { $count } more: `/case list`
   *[other] … and { $count } more: `/case list`
}
notice-feed-digest-title = News after a long absence
notice-feed-digest = “{ $feed }” was not read for more than a day. { $items ->
    [one] { $items } new post was there and is screened.
   *[other] { $items } new posts were there and are screened.
}
notice-feed-stale-title = A feed has gone quiet
notice-feed-stale = “{ $feed }” answers, but has brought nothing new for { $days ->
    [one] { $days } day
   *[other] { $days } days
}, much longer than usual. Please look whether it is still the right address: `/feed test`.
notice-feed-stopped-title = A feed has stopped
notice-feed-stopped = “{ $feed }” has stopped: { $error } { $remedy } Until then nothing from it is seen.
notice-feed-news-again-title = A feed brings something again
notice-feed-news-again = “{ $feed }” brings new posts again.
notice-feed-removed-title = A feed was removed
notice-feed-removed = The operator has removed “{ $feed }”. Nothing from it is seen any more.
notice-case-raised-low-title = A case is graver than it was
notice-case-raised-low = A post of case { $reference } was edited; it is low now. The card above shows it.
notice-case-raised-medium-title = A case is graver than it was
notice-case-raised-medium = A post of case { $reference } was edited; it is medium now. The card above shows it.
notice-case-raised-high-title = A case is graver than it was
notice-case-raised-high = A post of case { $reference } was edited; it is high now. The card above shows it.
notice-case-raised-critical-title = A case is graver than it was
notice-case-raised-critical = A post of case { $reference } was edited; it is critical now. The card above shows it.
event-raised = edited into something graver

refused-too-many-feeds = A community can follow { $count } feeds. Remove one first: `/feed remove`.
refused-feed-address = Give the address of a feed, or of a page that has one.
refused-feed-failed = This feed cannot be followed: { $problem } Nothing was stored.
refused-feed-operator = Feeds of kind { $kind } need what only the operator of this bot can supply (a key, or the site's permission). Please ask them to add it to the configuration; then `/setup feeds` lists it.
refused-feed-known = This community follows “{ $feed }” already.
refused-feed-held = “{ $feed }” was paused by the operator of this bot; only they can resume it.
refused-feed-draft = That was too long ago, or I was restarted. Please begin again with `/feed add`.
refused-filter = { $problem } Nothing was stored.
refused-channels-off = Channels are not watched by this bot. Its operator can switch that on: `discord.watch_channels = true`, and the intent “Message Content” in Discord's developer portal.
refused-channel = Please choose the channel that is to be watched.
refused-channel-closed = I may not read { $channel }. Give me the permissions “View Channel” and “Read Message History” there first. On Telegram: make me an administrator there.
refused-chat-foreign = There is no such channel with both of us among its administrators. Add me there as an administrator first; only who administers a channel can have it watched.
refused-in-private = Write this in the group that it is about; the answer comes here, in private.

## Help

guide-title = Headsup
guide-body = I give people a heads-up when somebody asks for AI images or models of them.
guide-report = report a post that asks for somebody's likeness; only moderators see that it was you
guide-status = how your reports stand
guide-watch-add = be told when something may ask for your likeness, or your child's, or that of somebody you speak for
guide-watch = list, edit, pause, resume, remove, prove, preferences, link, export, forget-me, stop
guide-case = the moderators' queue
guide-feed = the feeds and channels that are watched for such posts
guide-setup = alert channel, roles, feeds, severity, language
guide-footer = Your watchlist is sealed with a key of its own, and nobody here can see it.

## Forms that are asked question by question

question = Question { $number } of { $count }
question-so-far = So far
question-example = For example
button-keep-answer = Keep
button-clear-answer = Leave empty
button-skip = Skip
button-cancel = Cancel
conversation-left = Left. Nothing of it is kept.
conversation-nothing = There is nothing to leave.
conversation-left-by = The form that you had begun is left; nothing of it is kept.
conversation-over = That was too long ago: I have forgotten your answers. Please begin again.
conversation-again = Here are the questions once more, with your answers.
refused-question = This question is answered already.
refused-answer-long = Please write at most { $most } characters.
refused-answer-needed = This needs an answer; `/cancel` leaves the form.

## Telegram

command-report = Report a request for somebody's likeness
command-watch = Your own watchlist, in private
command-case = For moderators: the queue
command-feed = For moderators: the feeds
command-setup = For administrators: set Headsup up
command-help = What Headsup can do for you
command-stop = Stop everything at once
command-cancel = Leave a form
private-open = I answer in private, so that nobody else reads it.
private-thanks = Thank you, it was taken. The receipt waits in private.
private-sent = The answer is in our private chat.
private-first = Please open me in private first.
private-command-stays = I may not delete messages there, so your command can still be seen. You can forward me messages here instead, or ask an administrator to let me delete messages.
button-open-private = Open
anonymous = You write as the group, so I cannot tell who you are. Press to go on as yourself; the answer comes in private.
anonymous-report = You write as the group or as a channel, so I cannot take a report. Please forward the message to me in private.
anonymous-private = You write as the group or as a channel, so I cannot tell who you are. Please write that to me in private. If your command can still be seen here, delete it.
anonymous-long = You write as the group, so I cannot tell who you are. Turn your anonymity off for a moment (in your rights as an administrator), and write that again.
button-go-on = Go on
button-cards-here = Cards arrive here
setup-accounts = To name somebody, reply to a message of theirs in the group with `/setup moderators`, `/setup escalation` or `/setup child_safety`; with `none` nobody is named. The group's administrators may decide anyway. `/setup here`, written in a topic, sends cards there.
refused-account = Whom? Reply to a message of theirs, or give the number of the account, or `none`.
refused-usage = I did not understand that. `{ $usage }`
watch-menu = What shall I do?
watch-menu-add = Watch for a person
watch-menu-list = Your watchlist
watch-menu-edit = Change
watch-menu-pause = Pause
watch-menu-resume = Resume
watch-menu-remove = Remove
watch-menu-prove = Prove
watch-menu-preferences = Preferences
watch-menu-link = Link an account
watch-menu-export = Export
watch-menu-forget-me = Forget me
watch-menu-stop = Stop everything
watch-for = For whom?
prove-how = How would you like to show it?

## Faults

failed = Something went wrong on my side; nothing was changed. Please try again, and tell the operator if it stays.
again = That took too long. Please try once more.

## Refusals: what was wrong, and what to do

refused-action = This button does not mean anything to me any more. Please start again with the command.
refused-role-moderator = Only this community's moderators may do that. An administrator names them with `/setup`.
refused-role-administrator = Only administrators of this community may do that.
refused-role-child_safety = Only members with the child-safety role, or administrators, may open this. An administrator sets the role with `/setup`.
refused-not-here = This works only inside a community.
refused-no-case = There is no such case here.
refused-no-reference = There is no case “{ $reference }” here. A reference looks like H-7K3F; `/case list` shows them.
refused-claimed = { $actor } is already looking at it.
refused-confirmed = Already confirmed by { $actor }.
refused-dismissed = Already dismissed by { $actor }.
refused-open = This case is open already.
refused-escalated = This case was escalated already.
refused-no-escalation-role = Nobody is set to be pinged. An administrator sets it with `/setup escalation`.
refused-reason = Please choose one of the reasons.
refused-empty-note = The note is empty.
refused-link = This is no link. It begins with https://; if you have none, leave it empty and copy the words.
refused-empty-report = There is nothing to look at: give a link, or copy the words.
refused-muted = The moderators do not take your reports until { $until }. If you think that this is wrong, please write to them.
refused-too-many-reports = You can make { $count } reports an hour. This one was not taken: please send it again later.
refused-no-report = You have no such report.
refused-no-alert = This note is not yours, or no longer exists.
refused-contact-declined = This account does not want to be written to on anybody's behalf. Please choose somebody else.
refused-no-contact = No trusted contact is set. `/watch preferences` sets one.
refused-snooze = Please choose one of the times.
refused-no-watchlist = You keep no watchlist yet. `/watch add` begins one.
refused-standing = Please choose one of: { $options }.
refused-too-many-persons = A watchlist holds { $count } persons. Remove one first; representatives can ask moderators to vouch for more.
refused-too-many-changes = That is more than { $count } changes an hour. Please go on later.
refused-too-many-terms = A person has at most { $count } names, handles, links and words together.
refused-person = { $fault ->
    [nothing] There is nothing to look for: please give at least one name, alias, handle or link.
    [too_many] { watch-field }: at most { $limit } entries.
    [too_long] { watch-field }: an entry has at most { $limit } characters.
   *[other] One of the entries cannot be read. Please write it again.
}
refused-term = { $reason ->
    [empty] There is no letter or digit in “{ $term }”.
    [too_short] “{ $term }” is too short: one or two letters stand in almost every text.
    [first_name] Very many people are called “{ $term }”. Please add a second name, or context words such as a city.
    [dictionary_word] “{ $term }” is an ordinary word. Please add a second name, or context words such as a profession.
    [place] “{ $term }” is a place. Please add a second name, or context words such as a profession.
    [needs_site] Many accounts may be called “{ $term }”. Please say the site, too, such as instagram:janeroe.
   *[not_a_handle] “{ $term }” is not a handle. Please write it as @janeroe or as instagram:janeroe.
} Nothing was stored.
refused-which-person = You watch for { $count } persons: say which one, by its number in `/watch list`.
refused-preference = There is no such choice.
refused-timezone = There is no such time zone. The nearest is { $nearest }.
refused-hours = Please write hours as 22:00-07:30, and a time as 09:00.
refused-contact = Please give the number of the account (its id), or leave it empty.
refused-link-code = This code is not known, or its ten minutes are over. `/watch link` on the other account makes a new one.
refused-link-same = The other account has to be on another platform: one on Discord, one on Telegram.
refused-link-both = Both accounts keep a watchlist. Remove the persons of one of them first (`/watch remove`), then link.
refused-no-profile = No profile link of this person is one that I can check: it takes the profile's own page on a site that I know. Add one with `/watch edit`, or ask moderators to vouch.
refused-proof-over = This is over, or was never yours. Begin again with `/watch prove`.
refused-profile = { $kind ->
    [not_found] There is no profile at this link. Please check it for a typing error.
    [no_answer] The site does not answer just now. Please press Check again in a few minutes.
   *[other] The profile could not be read. Some sites hide profiles from everybody who is not logged in; try another profile, or ask moderators to vouch.
}
refused-no-code = The code is not on the profile page yet. It can take a minute to appear; then press Check again.
refused-claimed-handle = Somebody else has proved this profile. If it is yours, ask moderators to vouch.
refused-vouch-where = Moderators can vouch only inside their community: use `/watch prove` there (only you see it). Their alert channel must be set up.
refused-vouch-here = The moderators here cannot vouch: the operator of this bot has not named this community for it. A code in a profile is another way: `/watch prove`.
refused-vouch-pending = The moderators were asked already.
refused-vouch-own = Nobody vouches for themselves.
refused-vouch-twice = You have vouched already; another moderator is needed.
refused-severity = Please choose one of: { $options }.
refused-language = Please choose one of: { $options }.
refused-feed = There is no such feed here. Feeds: { $options }.
