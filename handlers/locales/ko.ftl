# Headsup의 한국어 문구. 규칙: "요청하는 것일 수 있어요"라고 하고 단정하지 않는다. 아무도 탓하지 않는다. 첫 알림은 아무것도 밝히지 않는다. 말투: 해요체.

## Severity, confidence, labels

severity-none = 없음
severity-low = 낮음
severity-medium = 보통
severity-high = 높음
severity-critical = 심각
confidence-unlikely = 가능성 낮음
confidence-possible = 가능성 있음
confidence-likely = 가능성 높음
confidence-very_likely = 가능성 매우 높음

asks-unknown = 신고가 들어왔고 아직 검토하지 않았어요.
asks-nothing = 글에서 실존 인물의 모습을 요청하는 내용은 찾지 못했어요. 직접 한번 살펴봐 주세요.
asks-likeness = 이 글은 실존 인물의 합성물을 요청하는 것일 수 있어요.
asks-sexual = 성적인 내용이어야 한다고 분명히 적혀 있어요.
asks-veiled = 성적인 내용을 암시해요.
asks-private = 널리 알려진 사람은 아닌 것 같아요.
asks-minor = 18세 미만일 수 있다는 단서가 있어요.
asks-consent = 글쓴이는 본인의 모습이거나 당사자가 동의했다고 말해요(주장이며 증명은 아니에요).

raised-earlier_by_requester = 같은 계정에 이전에 확인되었거나 성적인 요청이 있음
raised-earlier_about_person = 같은 사람에 대한 이전 요청이 있음
raised-adult_context = 플랫폼의 표시, 태그 또는 기반 모델이 성인용임

## The moderators' card

card-title = { $reference } · { $severity }
card-state = 상태
card-reports = 신고
card-reports-value = { $count ->
   *[other] 멤버 { $count }명이 신고했어요
}
card-items = 이 사안의 글
card-source = 출처
card-purged = 글은 더 이상 보관하지 않거나 출처에서 삭제되었어요.
card-confidence = 확실한 정도
card-raised = 높인 이유
card-reward = 보상
card-posted = 시각
card-requester = 올린 사람(출처 표시 그대로)
card-requester-earlier = { $count ->
    [0] 이전에 여기서 확인된 것 없음
   *[other] 이전에 여기서 확인된 것 { $count }건
}
card-link = 링크(누를 수 없음)
card-attachment = 첨부(열지 않음)
card-excerpt = 발췌
card-minor = 아무것도 보여 주지 않아요
card-minor-text = 어린 사람과 관련될 수 있어서 Headsup은 이 글의 어떤 내용도 보여 주거나 보관하거나 전달하지 않아요. 아동 보호 역할이 있는 멤버는 링크, 해시, 신고 경로를 열 수 있어요. 어떤 자료도 내려받거나 공유하지 말아 주세요.
card-footer = Headsup · 요청은 아무것도 증명하지 않아요 · 결정은 기록돼요

source-report = 멤버의 신고
source-rss = 뉴스 피드
source-civitai_bounties = Civitai 현상금(바운티)
source-civitai_models = Civitai 모델
source-discord_channel = Discord 채널
source-webhook = 웹훅

time-posted = 올린 시각: { $time }
time-seen = 처음 본 시각: { $time }

state-open = 대기 중
state-claimed = { $actor } 님이 보고 있어요
state-escalated = (상위 담당에게 넘김)
state-confirmed = { $actor } 님이 확인했어요
state-dismissed = { $actor } 님이 조치 없이 닫았어요: { $reason }

short-open = 대기 중
short-claimed = 누군가 보고 있음
short-confirmed = 확인됨
short-dismissed = 조치 없이 닫음
short-none = 검토함. 결정할 모더레이터가 없음

button-open = 열기
button-claim = 내가 볼게요
button-confirm = 확인
button-dismiss = 닫기…
button-escalate = 넘기기
button-reopen = 다시 열기
button-mute = 첫 신고자 7일간 받지 않기
button-earlier = 이전 쪽
button-later = 다음 쪽

dismiss-ask = 왜 닫나요?
dismiss-prompt = 이유를 골라 주세요
dismiss-fictional = 허구이거나 실존 인물이 아님
dismiss-no_request = 요청이 아님
dismiss-agreed = 본인의 모습이거나 동의함
dismiss-handled = 이미 처리됨
dismiss-bad_report = 악의적인 신고
dismiss-other = 다른 이유
done-dismissed = 닫았어요. 카드를 고쳤고 신고한 분들께 알려요.

escalated-title = { $reference } 사안을 넘겼어요
escalated-body = 한 모더레이터가 사안 { $reference }을(를) 한 번 더 봐 달라고 해요. 카드는 위에 있고, `/case show`로 전체를 볼 수 있어요.

sensitive-title = { $reference } · 아동 보호
sensitive-body = 신고해 주세요. 의심되는 자료를 열거나 내려받거나 캡처하거나 전달하지 마세요. 이 화면을 연 일은 사안에 기록돼요.
sensitive-hash = 글의 해시

## Cases

list-title = 사안
list-empty = 기다리는 것이 없어요.
list-count = { $count ->
   *[other] 사안 { $count }건.
}
list-line = { $state } · { $time }부터
case-history = 경과
case-why = 이 심각도의 이유
case-why-text = 규칙 “{ $row }”; { $odds }; 모델 { $model }
case-spans = 판단에 영향을 준 부분
case-reporter = 신고한 사람
case-reporter-forgotten = 더는 알 수 없음
case-reporter-record = 여기서 신고 { $total }건(확인 { $confirmed }건, 닫음 { $dismissed }건)
done-note = { $reference }에 적어 두었어요.
done-muted = 이 계정의 신고는 { $days }일 동안 받지 않아요. 신고하려고 하면 본인에게 알려 줘요.

event-opened = 만들어짐
event-joined = 글이 하나 더 합쳐짐
event-reported = 신고됨
event-claimed = 담당자가 맡음
event-confirmed = 확인됨
event-dismissed = 조치 없이 닫음
event-escalated = 넘김
event-reopened = 다시 열림
event-note = 메모
event-muted = 신고자의 신고를 받지 않기로 함
event-opened_sensitive = 아동 보호 화면을 엶

## Reports

report-form-title = 모습을 요청하는 글 신고
report-form-link = 글 링크
report-form-text = 글 내용(그대로 복사)
report-form-text-hint = 그림은 빼 주세요. 링크가 있으면 그것으로 충분해요.
report-form-reason = 모더레이터가 알아야 할 점
receipt-title = 고마워요 · { $reference }
receipt = 신고를 받았어요. 번호는 { $reference }이고, 누가 신고했는지는 모더레이터만 볼 수 있어요. 결정이 나면 알려 드릴게요. `/report status`로 진행 상황을 볼 수 있어요.
receipt-known = 모더레이터가 이 글에 대해 이미 결정했어요: { $state }. 번호 { $reference }.
receipt-alone = 신고를 받았고, 자신의 모습을 지키려는 분들을 위해 검토해요. 번호 { $reference }. 이 대화에는 모더레이터가 없어요. 커뮤니티 모더레이터에게 알리려면 그 커뮤니티 안에서 신고해 주세요.
report-status-title = 내 신고
reporter-confirmed = 모더레이터가 신고 { $reference }을(를) 확인했어요. 누군가를 살펴 주셔서 고마워요.
reporter-dismissed = 모더레이터가 신고 { $reference }을(를) 살펴보고 조치 없이 닫았어요. 그래도 고마워요. 무언가 보이면 또 알려 주세요.

## A person's alert

alert-neutral = { $count ->
   *[other] Headsup에 소식이 { $count }건 있어요. 편할 때 열어 보세요.
}
button-details = 자세히 보기
button-details-number = 소식 { $number }
button-not-me = 제가 아니에요
button-help = 할 수 있는 일
button-snooze = 나중에
button-stop = 멈추기
button-tell-contact = 믿는 사람에게 부탁하기
button-words = 글의 표현 그대로 보기
button-words-yes = 네, 보여 주세요
button-keep = 사본을 보관해 주세요

unproved-title = 요청일 수 있는 글
unproved-body = 지켜보시는 분과 관련될 수 있는 글이 올라왔어요. 더 말씀드리기 전에 { $standing ->
    [self] 본인이라는 것
    [guardian] 그분의 부모나 보호자라는 것
   *[representative] 그분을 대신한다는 것
}을 보여 주세요. 다른 사람을 알아내려고 목록을 쓰는 일을 막기 위해서예요.
button-prove-bio = 프로필로 증명하기
button-prove-vouch = 모더레이터에게 보증 부탁하기

details-title = 알려진 내용
details-body = 프로그램이 글을 읽은 것이라 틀릴 수 있어요.
details-about = 대상
details-kind = 요청하는 것일 수 있는 내용
details-why = 그렇게 본 이유
details-tentative = 이 사람인지 확실하지 않아요
details-tentative-text = 같은 이름을 쓰는 사람이 더 있고, 글에는 그중 누구인지 알려 주는 다른 내용이 없어요.
details-minor = 18세 미만일 수 있는 사람의 이미지를 요청하는 글일 수 있어요. 내용은 아무것도 보여 드리지 않아요. 신고하고 삭제를 요청할 곳은 “할 수 있는 일”에 있어요.
details-several = 소식이 { $count }건 있어요. 하나를 골라 주세요.
kind-likeness = 이 사람의 AI 이미지, 영상, 목소리 또는 모델.
kind-delicate = 성적인 뜻일 수 있어요.
words-ask = 글의 표현이 상처가 될 수 있어요. 그래도 볼까요?
words-title = 글의 표현 그대로
how-exact = 이름이 적혀 있음
how-folded = 이름이 다른 표기로 적혀 있음
how-homoglyph = 이름이 비슷하게 생긴 글자로 적혀 있음
how-leet = 이름이 글자 대신 숫자를 써서 적혀 있음
how-joined = 이름이 한 단어로 붙어 있음
how-spaced = 이름이 한 글자씩 띄어 적혀 있음
how-initial = 머리글자와 성이 적혀 있음
how-nickname = 이름의 줄임말이 적혀 있음
how-typo = 이름과 아주 비슷한 것이 적혀 있음
how-transliteration = 이름이 다른 문자로 적혀 있음
how-inflection = 이름이 변화한 꼴로 적혀 있음
how-handle = 사용자 이름이 적혀 있음
how-url = 프로필 링크가 있음
how-context = 단서가 되는 말이 가까이 있음
done-not-me = 알겠어요. 다른 분이었네요. 같은 것으로는 다시 알리지 않을게요.
done-kept = 글의 표현을 평소의 90일보다 오래 보관할게요. `/watch export`로 제가 가진 것을 받을 수 있고, `/watch forget-me`로 지울 수 있어요.
done-contact = 믿는 분께 연락해 달라고 부탁할게요. 이유는 말하지 않아요. 부탁은 하루에 한 번까지만 해요.
contact-note = { $account } 님이 회원님을 믿는 사람으로 정해 두었고, 연락을 주시면 좋겠다고 해요. Headsup이 전하는 말은 여기까지예요.
snooze-ask = 언제 다시 알려 드릴까요?
snooze-prompt = 때를 골라 주세요
snooze-hour = 한 시간 뒤
snooze-day = 내일
snooze-week = 일주일 뒤
done-snoozed = { $length } 다시 올게요.
done-stopped = 모두 멈췄어요. 더는 아무것도 보내지 않아요. 목록은 지우실 때까지 남아 있어요(`/watch forget-me`).
button-start-again = 다시 시작
done-started = 다시 지켜볼게요. 멈춘 것은 멈춘 채로 있어요.
hint-direct-closed = { $count ->
   *[other] 소식 { $count }건이 기다려요. 이 앱의 개인 메시지를 허용하면 받을 수 있어요.
}

## What can I do

help-title = 할 수 있는 일
help-body = 혼자가 아니에요. 그리고 본인 탓이 아니에요. 맞는 것을 골라 주세요. 당장 해야 하는 일은 없어요. 링크와 글의 표현을 담은 캡처를 남겨 두면 나중에 도움이 돼요. 경찰이 나서기를 바라면 삭제되기 전에 알려 주세요.
help-body-minor = 의심되는 자료는 증거로라도 절대 내려받거나 캡처하거나 전달하지 마세요. 아래 기관이 신고를 받고 삭제를 도와요.
help-footer = 사실 안내이며 법률 자문이 아니에요 · 각각 출처와 날짜가 있어요
route-source = 출처: { $source }, { $date } 기준.
route-source-second-hand = 출처: { $source }, { $date } 기준, 간접 정보이니 그곳에서 확인해 주세요.
route-civitai-name = Civitai에서
route-civitai = 실존 인물의 모습과 이를 구하는 현상금(바운티)은 허용되지 않아요. 양식이나 digital-likeness@civitai.com으로 당사자의 신청을 받아요.
route-stopncii-name = StopNCII(18세 이상)
route-stopncii = 내 기기에서 이미지의 ‘지문’을 만들어 플랫폼이 막을 수 있게 해요. 이미지는 올라가지 않아요. 누군가 협박만 하는 때에도 쓸 수 있어요.
route-ccri-name = CCRI Image Abuse Helpline(이미지 피해 상담, 미국)
route-ccri = 844-878-2274
route-rph-name = Revenge Porn Helpline(영국, 성인)
route-rph = 0345 6000 459, 월요일부터 금요일 10–16. 이곳의 조언: 주소가 보이는 캡처를 남기고, 처벌을 바라면 삭제 전에 경찰에 알리세요.
route-dsa-name = 플랫폼에 통지하기(EU)
route-dsa = 누구나 정확한 주소, 이유, 이름과 이메일, 선의라는 진술을 담아 통지할 수 있어요. 통지가 정확하면 플랫폼이 알고 있는 것으로 봐요.
route-uk66-name = 영국의 법
route-uk66 = 동의 없이 성인의 사적인 이미지를 공유하거나, 공유하겠다고 위협하거나, 만들거나, 만들어 달라고 하는 일은 범죄가 될 수 있어요.
route-takeitdown-act-name = TAKE IT DOWN Act(미국 법)
route-takeitdown-act = 플랫폼은 유효한 요청을 받은 뒤 48시간 안에 게시된 사적인 이미지를 삭제해야 해요. 게시된 이미지에 적용되며, 요청만 하는 글은 해당하지 않아요.
route-virginia-name = 버지니아주의 법(미국)
route-virginia = 기계로 만들었든 아니든, 그런 이미지를 악의로 퍼뜨리거나 파는 일은 그곳에서 경범죄가 될 수 있어요.
route-ncmec-tipline-name = NCMEC CyberTipline(신고 창구, 미국)
route-ncmec-tipline = 1-800-843-5678 또는 온라인.
route-ncmec-takeitdown-name = NCMEC Take It Down
route-ncmec-takeitdown = 18세 미만인 사람의 이미지를 막기 위한 익명 지원이에요.
route-iwf-name = Internet Watch Foundation
route-iwf = 어디에서든 익명 신고를 받아요.

## The watchlist

watch-add-title = 한 사람 지켜보기
watch-edit-title = 지켜볼 내용 바꾸기
watch-field-names = 이름
watch-hint-names = 한 줄에 하나: Jane Roe
watch-field-aliases = 다른 이름, 활동명
watch-hint-aliases = 한 줄에 하나
watch-field-handles = 사용자 이름
watch-hint-handles = @janeroe, instagram:janeroe
watch-field-urls = 프로필 링크
watch-hint-urls = https://instagram.com/janeroe
watch-field-context = 단서가 되는 말
watch-hint-context = 이 사람을 가리키는 말: 도시, 직업, 프로그램
watch-field = { $field ->
    [aliases] { watch-field-aliases }
    [handles] { watch-field-handles }
    [urls] { watch-field-urls }
    [context] { watch-field-context }
   *[names] { watch-field-names }
}
watch-added-title = 지켜볼게요
watch-added-body = 이제부터 지켜볼게요. { $standing ->
    [self] 본인
   *[other] 이 사람
}의 모습을 요청하는 것일 수 있는 글이 있으면 짧고 조심스러운 알림을 보내요. 자세히 보려면 한 번은 누구인지 증명해야 하는데, 지금 해도 돼요.
watch-namesakes = 같은 이름의 다른 사람
watch-namesakes-text = { $count ->
   *[other] 이 이름으로 글을 쓰는 사람이 약 { $count }명 더 있어요. 사용자 이름이나, 단서가 되는 말에 도시를 넣으면 구별하는 데 도움이 돼요.
}
watch-needs-context = 단서가 되는 말이 필요합니다
watch-needs-context-text = 이 이름을 가진 사람이 많거나, 다른 단어, 장소 또는 유명한 캐릭터를 뜻하기도 합니다. 가까이에 단서가 되는 말이나 본인 사용자 이름이 없는 글은 운영진에게 맡기고 알리지 않습니다. 도시나 직업을 단서가 되는 말로 추가해 주세요.
watch-standing = 자격
watch-list-title = 내 목록
watch-list-line = { $state } · { $standing } · { $proof } · 낱말 { $terms }개
watch-active = 지켜보는 중
watch-paused = 쉬는 중
watch-stopped = 지금은 모두 멈춰 있어요.
watch-remove-ask = { $person } 님을 목록에서 뺄까요? 열쇠가 파기되고 되돌릴 수 없어요.
standing-self = 본인
standing-guardian = 부모나 보호자로서
standing-representative = 대리인으로서
proof-passed = 증명됨
proof-pending = 증명 진행 중
proof-none = 아직 증명 안 됨
button-preferences = 설정
button-stop-all = 모두 멈추기
button-remove = 빼기
button-forget = 나를 잊어 주세요
done-paused = { $person } 님을 지켜보는 일을 쉬어요.
done-resumed = { $person } 님을 다시 지켜봐요.
done-removed = 뺐어요. 열쇠는 파기했어요.
forget-ask = 목록과 열쇠, 소식, 설정을 지우고 신고를 본인과 떼어 놓을까요? 되돌릴 수 없어요.
done-forgotten = 보관하던 내용을 모두 지웠어요. 운영자가 전에 만든 백업에는 바뀔 때까지 봉인된 채 남아 있을 수 있어요.
export-title = 내 데이터
export-body = 이 계정에 대해 보관하는 모든 것이에요. 파일에는 무엇을 지켜보는지 적혀 있으니 안전하게 보관하세요.

preferences-title = 설정
preferences-body = 여기서 고르신 것이 언제나 먼저예요.
preferences-detail = 자세히 볼 때 알려 줄 범위
preferences-digest = 소식이 오는 때
preferences-quiet = 조용한 시간
preferences-timezone = 시간대
preferences-severity = 알릴 심각도
preferences-language = 언어
preferences-contact = 믿는 사람
preferences-none = 없음
preferences-set = 정해 둠

link-title = 내 계정
link-code-body = 다른 계정에서도 이 목록을 쓰려면 { $minutes }분 안에 그 계정에서 저에게 이 코드와 함께 `/watch link`를 보내 주세요. 그 계정은 이 계정처럼 모든 것을 보고 바꿀 수 있으니, 혼자만 쓰는 계정만 연결하세요.
link-code = 코드
link-ask = 이렇게 하면 이 계정이 다른 계정의 목록에 들어갑니다. 그 계정을 가진 사람은 앞으로 당신이 넣는 모든 것과 알림을 보게 됩니다. 두 계정이 모두 본인 것일 때만 연결하세요. 누군가에게서 받은 코드라면 하지 마세요.
link-linked-body = 두 계정 모두 이 목록을 보고 바꿀 수 있습니다.
link-this = 이 계정
link-other = 연결된 계정
link-where = 알림을 받을 곳
button-unlink = 연결 끊기
done-unlinked = 연결을 끊었습니다. 알림은 { $platform }(으)로 갑니다.

detail-summary = 요약만. 글의 표현은 두 번 요청할 때만
detail-full = 한 번 누르면 글의 표현까지
digest-immediate = 바로
digest-daily = 하루 한 번, { $time }
button-times = 조용한 시간과 시간대
button-contact = 믿는 사람
button-no-contact = 다시 보내지 않기
done-no-contact = 앞으로 누구를 대신해서도 연락하지 않겠습니다.
button-link = 계정 연결
times-title = 시간
times-quiet = 조용한 시간, 없으면 빈칸
times-timezone = 시간대
times-digest = 하루 모음 시각
contact-title = 믿는 사람
contact-field = 믿는 사람의 계정 ID, 없으면 빈칸
contact-start = 텔레그램에서는 믿는 분이 저를 열고 ‘시작’을 눌러야 제가 메시지를 보낼 수 있어요. 그분께 미리 부탁해 주세요.

## Proofs

proof-choose = 프로필을 골라 주세요
proof-choose-body = 고칠 수 있는 프로필은 어느 것인가요?
proof-bio-title = 프로필로 증명하기
proof-bio-body = 이 코드를 프로필 소개란에 넣어 저장한 다음 “확인하기”를 눌러 주세요. 코드는 { $hours }시간 동안 유효하고, 그 뒤에는 지워도 돼요.
proof-profile = 프로필
proof-code = 코드
proof-passed-terms = 증명되었어요: { $terms }. 프로필에서 코드를 지워도 돼요. 이에 대한 소식을 이제 자세히 볼 수 있어요.
button-check = 확인하기
vouch-ask-title = 모더레이터에게 보증 부탁하기
vouch-ask-body = 이 커뮤니티의 모더레이터가 계정과 아래 낱말을 보고, 이에 대한 목록을 가지고 있다는 것을 알게 돼요. 동의하지 않으면 아무것도 보여 주지 않아요.
vouch-shown = 모더레이터에게 보이는 것
button-vouch-ask = 보여 주고 부탁하기
done-vouch-asked = 모더레이터에게 부탁했어요. 답이 오면 알려 드릴게요.
vouch-title = 한 멤버가 보증을 부탁해요
vouch-pending = 이 계정이 여기 적힌 사람의 것이거나 그 사람을 대신한다는 것을 아시나요? 이 일은 혼자만 알고 있어 주세요.
vouch-passed = 보증했어요. 이 일은 혼자만 알고 있어 주세요.
vouch-failed = 보증하지 않았어요.
vouch-revoked = 보증을 거두었어요.
vouch-over = 이 요청은 끝났어요. 내용은 더 이상 보여 드리지 않아요.
vouch-account = 계정
vouch-count = 보증 수
button-vouch = 보증할게요
button-decline = 할 수 없어요
button-vouch-back = 보증 거두기

## Setting up a community

setup-title = 이 커뮤니티의 Headsup
setup-ready = 준비됐어요. 카드가 알림 채널로 와요.
setup-missing = 아직 카드가 올 수 없어요. 빠진 것:
setup-unknown = 지금은 알림 채널을 확인하지 못했어요. 잠시 뒤에 “시험 카드 보내기”를 눌러 주세요.
setup-none = 없음
setup-only-administrators = 관리자만
setup-channel = 알림 채널
setup-moderators = 모더레이터
setup-escalation = 넘길 때 부를 사람
setup-child-safety = 아동 보호
setup-severity = 카드를 보낼 심각도
setup-language = 언어
setup-feeds = 피드
setup-channel-prompt = 알림 채널
setup-moderators-prompt = 모더레이터
setup-escalation-prompt = “넘기기”가 부를 사람
setup-feeds-prompt = 구독할 피드
button-test = 시험 카드 보내기
test-card-title = 시험
test-card = 카드는 여기로 와요. 카드에는 글이 무엇을 요청하는 것일 수 있는지 적혀 있고, 맡기, 확인, 닫기, 넘기기 버튼이 있어요.
missing-channel = 알림 채널: 아래에서 골라 주세요
missing-gone = 알림 채널이 더는 없어요: 다른 채널을 골라 주세요
missing-see = 알림 채널을 볼 수 없어요(Discord: “채널 보기”, View Channel 권한. Telegram: 그룹에 추가해 주세요)
missing-send = 알림 채널에서 메시지를 보내는 권한
missing-embed = 알림 채널에서 링크를 첨부하는 권한
missing-history = 알림 채널의 메시지 기록을 읽는 권한
missing-threads = 알림 채널의 스레드에서 메시지를 보내는 권한

notice-channel-forbidden-title = Headsup이 카드를 올릴 수 없어요
notice-channel-forbidden = 더는 알림 채널에 쓸 수 없어요. 잃어버린 것은 없어요. 채널을 보고 메시지를 보내고 링크를 첨부하는 권한이 돌아오거나 `/setup`으로 다른 채널을 정할 때까지 카드가 기다려요.
notice-channel-missing-title = Headsup의 알림 채널이 없어졌어요
notice-channel-missing = 알림 채널이 더는 없어요. 잃어버린 것은 없어요. `/setup`으로 다른 채널을 정할 때까지 카드가 기다려요.
notice-channel-mended-title = Headsup이 다시 작동해요
notice-channel-mended = 기다리던 카드까지 모두 알림 채널로 다시 와요.
notice-feed-blind-title = 피드가 보이지 않아요
notice-feed-blind = “{ $feed }” 피드가 작동하지 않아요: { $error } { $remedy } 그때까지는 이 피드에서 아무것도 볼 수 없어요.
notice-feed-back-title = 피드가 돌아왔어요
notice-feed-back = “{ $feed }” 피드가 { $hours }시간 만에 다시 작동해요. { $items ->
    [0] 새로운 글은 없었어요.
   *[other] 새 글 { $items }건이 있어 검토하고 있어요.
}
notice-account-linked-title = Headsup
notice-account-linked = { $platform } 계정이 당신의 계정에 연결되어 목록과 알림을 볼 수 있습니다. 본인이 한 일이 아니라면 지금 연결을 끊으세요.
notice-second-claim-title = 읽어 주세요
notice-second-claim = 다른 사람이 이미 증명하신 프로필을 증명하려 해서 거절했어요. 더는 본인 프로필이 아니라면 `/watch edit`로 빼 주세요.
notice-contact-closed-title = Headsup
notice-contact-closed = 믿는 분께 부탁하지 못했어요. 그분께 메시지를 보낼 수 없어요. 텔레그램에서는 그분이 먼저 저를 열고 ‘시작’을 눌러야 하고, 디스코드에서는 다이렉트 메시지를 허용해야 해요. 그 뒤에 다시 부탁하실 수 있어요.
notice-vouch-passed-title = Headsup
notice-vouch-passed = 모더레이터가 보증했어요. 이제 소식을 자세히 볼 수 있어요.
notice-vouch-failed-title = Headsup
notice-vouch-failed = 모더레이터가 보증하지 못했어요. 프로필에 코드를 넣는 방법도 있어요: `/watch prove`.
notice-vouch-revoked-title = Headsup
notice-vouch-revoked = 모더레이터가 당신에 대한 보증을 거두었어요. 누구인지 다시 보여 주실 때까지 알림의 자세한 내용은 닫혀 있어요: `/watch prove`.

## Feeds

source-fourchan = 4chan 게시판
source-huggingface_models = Hugging Face 모델
source-huggingface_discussions = Hugging Face 토론
source-bluesky_jetstream = Bluesky
source-bluesky_search = Bluesky 검색
source-mastodon = Mastodon
source-lemmy = Lemmy
source-discourse = Discourse 포럼
source-reddit = Reddit
source-json = API
source-telegram_chat = Telegram 채팅

feed-list-title = 피드
feed-list-empty = 이 커뮤니티는 아직 구독하는 피드가 없어요. `/feed add`로 주소부터 시작해요.
feed-list-body = { $count ->
   *[other] 이 커뮤니티는 피드 { $count }개를 구독해요.
}
feed-list-more = { $count ->
   *[other] 그 밖에 { $count }개
}
feed-state-new = 아직 읽지 않음
feed-state-working = ✅ 작동함
feed-state-failing = ⚠️ 지금은 실패함
feed-state-blind = ⛔ 보이지 않음: 오랫동안 작동하지 않음
feed-state-stale = ⚠️ 응답하지만 오랫동안 새로운 것이 없음
feed-state-paused = ⛔ 오류로 멈춤. 하루 한 번 시도함
feed-state-disabled = ⛔ 꺼짐: 더는 존재하지 않음
feed-state-held = 운영자가 쉬게 함
feed-state-idle = 쉬는 중
feed-state-paused-here = 이 커뮤니티가 쉬게 함
feed-last-ok = 마지막 성공: { $time }
feed-never-ok = 아직 성공 없음
feed-next = 다음 읽기: { $time }
feed-week = 지난 일주일: 글 { $items }건, 발견 { $findings }건
feed-moved = { $address }(으)로 옮겨 갔어요.
feed-severity = 카드를 보낼 심각도
feed-keywords = 이 말이 있는 것만

feed-preview-body = { $count ->
    [0] 작동해요. 지금은 비어 있어요.
   *[other] 작동해요. 가장 새로운 글 { $count }건을 검토했을 때의 모습이에요. 아직 아무것도 저장하지 않았어요.
}
feed-preview-others = 그곳에서 함께 찾은 것
feed-preview-footer = 지금 있는 글이 출발점이에요. 카드는 이제부터 올라오는 글에 대해 와요.
feed-channel-title = 채널 지켜보기
feed-channel-body = 이제부터 { $channel } 채널과 스레드의 메시지를 검토하게 돼요. 수정한 내용을 따라가고, 그곳에서 지운 것은 여기서도 지워요. 멤버들에게 알려 주세요.
button-feed-add = 이 피드 구독하기
done-feed-added = 이제부터 “{ $feed }” 피드를 구독해요(피드 #{ $number }). 지금 있는 글이 출발점이고, 카드는 새 글에 대해 와요. `/feed list`로 상태를 볼 수 있어요.
done-channel-added = 이제부터 { $feed }을(를) 지켜봐요(피드 #{ $number }).
done-feed-paused = 이 커뮤니티에서 “{ $feed }” 피드를 쉬어요. `/feed resume` 전까지는 여기서 카드가 오지 않아요.
done-feed-resumed = “{ $feed }” 피드를 다시 구독해요.
done-feed-removed = “{ $feed }” 피드를 더는 구독하지 않아요. 여기서 생긴 사안은 남아 있어요.

feed-digest-cases = { $count ->
   *[other] 사안 { $count }건을 만들었어요. 심각한 것부터 보여요(`/case show`):
}
feed-digest-rest = { $count ->
   *[other] … 그 밖에 { $count }건: `/case list`
}
notice-feed-digest-title = 오랜만의 새 소식
notice-feed-digest = “{ $feed }” 피드를 하루 넘게 읽지 못했어요. { $items ->
   *[other] 새 글 { $items }건이 있어 검토하고 있어요.
}
notice-feed-stale-title = 피드가 조용해졌어요
notice-feed-stale = “{ $feed }” 피드가 응답하지만 { $days }일 동안 새로운 것이 없어요. 평소보다 훨씬 길어요. 주소가 아직 맞는지 봐 주세요: `/feed test`.
notice-feed-stopped-title = 피드가 멈췄어요
notice-feed-stopped = “{ $feed }” 피드가 멈췄어요: { $error } { $remedy } 그때까지는 이 피드에서 아무것도 볼 수 없어요.
notice-feed-news-again-title = 피드에 다시 새 글이 와요
notice-feed-news-again = “{ $feed }” 피드에 새 글이 다시 올라와요.
notice-feed-removed-title = 피드가 삭제되었어요
notice-feed-removed = 운영자가 “{ $feed }” 피드를 삭제했어요. 더는 여기서 아무것도 볼 수 없어요.
notice-case-raised-low-title = 사안이 전보다 심각해졌어요
notice-case-raised-low = 사안 { $reference }의 글이 수정되어 이제 심각도가 ‘낮음’이에요. 위의 카드에서 볼 수 있어요.
notice-case-raised-medium-title = 사안이 전보다 심각해졌어요
notice-case-raised-medium = 사안 { $reference }의 글이 수정되어 이제 심각도가 ‘보통’이에요. 위의 카드에서 볼 수 있어요.
notice-case-raised-high-title = 사안이 전보다 심각해졌어요
notice-case-raised-high = 사안 { $reference }의 글이 수정되어 이제 심각도가 ‘높음’이에요. 위의 카드에서 볼 수 있어요.
notice-case-raised-critical-title = 사안이 전보다 심각해졌어요
notice-case-raised-critical = 사안 { $reference }의 글이 수정되어 이제 심각도가 ‘심각’이에요. 위의 카드에서 볼 수 있어요.
event-raised = 수정되어 더 심각해짐

refused-too-many-feeds = 커뮤니티는 피드를 { $count }개까지 구독할 수 있어요. 먼저 하나를 빼 주세요: `/feed remove`.
refused-feed-address = 피드의 주소나 피드가 있는 페이지의 주소를 넣어 주세요.
refused-feed-failed = 이 피드는 구독할 수 없어요: { $problem } 아무것도 저장하지 않았어요.
refused-feed-operator = { $kind } 종류의 피드에는 이 봇의 운영자만 마련할 수 있는 것(키나 사이트의 허락)이 필요해요. 운영자에게 설정에 넣어 달라고 해 주세요. 그러면 `/setup feeds`에 나와요.
refused-feed-known = 이 커뮤니티는 이미 “{ $feed }” 피드를 구독해요.
refused-feed-held = “{ $feed }” 피드는 이 봇의 운영자가 쉬게 했고, 운영자만 다시 시작할 수 있어요.
refused-feed-draft = 시간이 너무 지났거나 제가 다시 시작되었어요. `/feed add`로 다시 시작해 주세요.
refused-filter = { $problem } 아무것도 저장하지 않았어요.
refused-channels-off = 이 봇은 채널을 지켜보지 않아요. 운영자가 켤 수 있어요: `discord.watch_channels = true`, 그리고 Discord 개발자 포털의 “Message Content” 인텐트.
refused-channel = 지켜볼 채널을 골라 주세요.
refused-channel-closed = { $channel } 채널을 읽을 수 없어요. 먼저 그곳에서 “채널 보기”(View Channel)와 “메시지 기록 보기”(Read Message History) 권한을 주세요. 텔레그램에서는 그곳의 관리자로 지정해 주세요.
refused-chat-foreign = 우리 둘 다 관리자인 그런 채널은 없어요. 먼저 저를 그곳의 관리자로 추가해 주세요. 채널을 지켜보게 할 수 있는 사람은 그 관리자뿐이에요.
refused-in-private = 해당 그룹에서 써 주세요. 답은 여기로 비공개로 와요.

## Help

guide-title = Headsup
guide-body = 누군가 어떤 사람의 AI 이미지나 모델을 요청하면 그 사람에게 미리 알려 줘요.
guide-report = 누군가의 모습을 요청하는 글을 신고해요. 신고한 사람은 모더레이터만 볼 수 있어요
guide-status = 내 신고의 진행 상황
guide-watch-add = 나, 내 아이, 또는 내가 대신하는 사람의 모습을 요청하는 것일 수 있을 때 알림을 받아요
guide-watch = 목록, 수정, 쉬기, 다시 시작, 빼기, 증명, 설정, 계정 연결, 내보내기, 잊기, 멈추기
guide-case = 모더레이터의 사안
guide-feed = 이런 글이 올라오는지 지켜보는 피드와 채널
guide-setup = 알림 채널, 역할, 피드, 심각도, 언어
guide-footer = 목록은 그것만의 열쇠로 봉인되어 있고, 여기서는 아무도 볼 수 없어요.

## Forms that are asked question by question

question = 질문 { $number } / { $count }
question-so-far = 지금까지
question-example = 예
button-keep-answer = 그대로 두기
button-clear-answer = 비워 두기
button-skip = 건너뛰기
button-cancel = 그만두기
conversation-left = 그만두었어요. 아무것도 남기지 않았어요.
conversation-nothing = 그만둘 것이 없어요.
conversation-left-by = 시작했던 입력은 그만두었어요. 그 내용은 아무것도 남기지 않아요.
conversation-over = 시간이 너무 지나 답을 더는 가지고 있지 않아요. 다시 시작해 주세요.
conversation-again = 질문을 답과 함께 한 번 더 보여 드려요.
refused-question = 이 질문에는 이미 답했어요.
refused-answer-long = { $most }자 이내로 써 주세요.
refused-answer-needed = 여기에는 답이 필요해요. `/cancel`로 양식을 그만둘 수 있어요.

## Telegram

command-report = 누군가의 모습을 요청하는 글 신고
command-watch = 나만 보는 내 목록
command-case = 모더레이터용: 사안
command-feed = 모더레이터용: 피드
command-setup = 관리자용: Headsup 설정
command-help = Headsup이 도울 수 있는 일
command-stop = 모두 바로 멈추기
command-cancel = 양식 그만두기
private-open = 다른 사람이 읽지 않도록 개인 채팅으로 답해요.
private-thanks = 고마워요, 잘 받았어요. 접수증이 개인 채팅에서 기다려요.
private-sent = 답은 우리의 개인 채팅에 있어요.
private-first = 먼저 개인 채팅에서 저를 열어 주세요.
private-command-stays = 그곳에서는 메시지를 지울 수 없어서 명령이 아직 보여요. 대신 여기로 메시지를 전달하거나, 제가 메시지를 지울 수 있게 관리자에게 부탁해 주세요.
button-open-private = 열기
anonymous = 그룹 이름으로 쓰고 계셔서 누구신지 알 수 없어요. 본인으로 계속하려면 눌러 주세요. 답은 개인 채팅으로 가요.
anonymous-report = 그룹이나 채널 이름으로 쓰고 계셔서 신고를 받을 수 없어요. 메시지를 개인 채팅으로 저에게 전달해 주세요.
anonymous-private = 그룹이나 채널 이름으로 쓰고 계셔서 누구신지 알 수 없어요. 그 내용은 개인 채팅으로 저에게 써 주세요. 명령이 아직 여기에 보이면 지워 주세요.
anonymous-long = 그룹 이름으로 쓰고 계셔서 누구신지 알 수 없어요. 관리자 권한에서 익명을 잠시 끄고 다시 써 주세요.
button-go-on = 계속하기
button-cards-here = 카드를 여기로 받기
setup-accounts = 누군가를 정하려면 그룹에서 그 사람의 메시지에 `/setup moderators`, `/setup escalation` 또는 `/setup child_safety`로 답장해 주세요. `none`이면 아무도 정하지 않아요. 그룹 관리자는 언제든 결정할 수 있어요. 토픽에서 `/setup here`를 쓰면 카드가 그곳으로 가요.
refused-account = 누구인가요? 그 사람의 메시지에 답장하거나, 계정 번호 또는 `none`을 써 주세요.
refused-usage = 이해하지 못했어요. `{ $usage }`
watch-menu = 무엇을 할까요?
watch-menu-add = 한 사람 지켜보기
watch-menu-list = 내 목록
watch-menu-edit = 바꾸기
watch-menu-pause = 쉬기
watch-menu-resume = 다시 시작
watch-menu-remove = 빼기
watch-menu-prove = 증명하기
watch-menu-preferences = 설정
watch-menu-link = 계정 연결
watch-menu-export = 내보내기
watch-menu-forget-me = 나를 잊어 주세요
watch-menu-stop = 모두 멈추기
watch-for = 누구를 위해서인가요?
prove-how = 어떻게 증명할까요?

## Faults

failed = 제 쪽에서 문제가 생겼고, 바뀐 것은 없어요. 다시 해 보시고, 계속되면 운영자에게 알려 주세요.
again = 시간이 너무 걸렸어요. 한 번 더 해 주세요.

## Refusals: what was wrong, and what to do

refused-action = 이 버튼은 이제 쓸 수 없어요. 명령으로 다시 시작해 주세요.
refused-role-moderator = 이 커뮤니티의 모더레이터만 할 수 있어요. 관리자가 `/setup`으로 정해요.
refused-role-administrator = 이 커뮤니티의 관리자만 할 수 있어요.
refused-role-child_safety = 아동 보호 역할이 있는 멤버나 관리자만 열 수 있어요. 역할은 관리자가 `/setup`으로 정해요.
refused-not-here = 커뮤니티 안에서만 쓸 수 있어요.
refused-no-case = 그런 사안은 여기에 없어요.
refused-no-reference = 사안 “{ $reference }”은(는) 여기에 없어요. 번호는 H-7K3F처럼 생겼고, `/case list`로 볼 수 있어요.
refused-claimed = { $actor } 님이 이미 보고 있어요.
refused-confirmed = { $actor } 님이 이미 확인했어요.
refused-dismissed = { $actor } 님이 이미 닫았어요.
refused-open = 이 사안은 이미 열려 있어요.
refused-escalated = 이 사안은 이미 넘겼어요.
refused-no-escalation-role = 부를 사람이 정해져 있지 않아요. 관리자가 `/setup escalation`으로 정해요.
refused-contact-declined = 이 계정은 누구를 대신한 연락도 원하지 않습니다. 다른 사람을 골라 주세요.
refused-no-contact = 믿는 사람이 정해져 있지 않아요. `/watch preferences`로 정할 수 있어요.
refused-reason = 이유 가운데 하나를 골라 주세요.
refused-empty-note = 메모가 비어 있어요.
refused-link = 링크가 아니에요. 링크는 https://로 시작해요. 없으면 비워 두고 글을 복사해 주세요.
refused-empty-report = 살펴볼 것이 없어요. 링크를 넣거나 글을 복사해 주세요.
refused-muted = 모더레이터가 { $until }까지 신고를 받지 않아요. 잘못되었다고 생각하면 모더레이터에게 연락해 주세요.
refused-too-many-reports = 신고는 한 시간에 { $count }건까지 할 수 있어요. 이번 신고는 접수되지 않았어요. 나중에 다시 보내 주세요.
refused-no-report = 그런 신고가 없어요.
refused-no-alert = 이 소식은 본인 것이 아니거나 더는 없어요.
refused-snooze = 때를 하나 골라 주세요.
refused-no-watchlist = 아직 목록이 없어요. `/watch add`로 시작할 수 있어요.
refused-standing = 다음 가운데 하나를 골라 주세요: { $options }.
refused-too-many-persons = 목록에는 { $count }명까지 넣을 수 있어요. 먼저 한 명을 빼 주세요. 대리인은 모더레이터에게 보증을 부탁해 늘릴 수 있어요.
refused-too-many-changes = 한 시간에 { $count }번까지 바꿀 수 있어요. 나중에 이어서 해 주세요.
refused-too-many-terms = 한 사람의 이름, 사용자 이름, 링크, 낱말은 모두 합쳐 { $count }개까지예요.
refused-person = { $fault ->
    [nothing] 찾을 것이 없어요. 이름, 별명, 계정, 링크 가운데 적어도 하나를 적어 주세요.
    [too_many] { watch-field }: { $limit }개까지 적을 수 있어요.
    [too_long] { watch-field }: 한 항목은 { $limit }자까지예요.
   *[other] 읽을 수 없는 항목이 있어요. 다시 적어 주세요.
}
refused-term = { $reason ->
    [empty] “{ $term }”에는 글자도 숫자도 없어요.
    [too_short] “{ $term }”은(는) 너무 짧아요. 한두 글자는 거의 모든 글에 나와요.
    [first_name] “{ $term }”(이)라는 사람은 아주 많아요. 다른 이름이나 도시 같은 단서 낱말을 더해 주세요.
    [dictionary_word] “{ $term }”은(는) 흔한 낱말이에요. 다른 이름이나 직업 같은 단서 낱말을 더해 주세요.
    [place] “{ $term }”은(는) 지명이에요. 다른 이름이나 직업 같은 단서 낱말을 더해 주세요.
    [needs_site] “{ $term }”(이)라는 계정은 많을 수 있어요. instagram:janeroe처럼 사이트도 적어 주세요.
   *[not_a_handle] “{ $term }”은(는) 계정 이름이 아니에요. @janeroe 또는 instagram:janeroe처럼 적어 주세요.
} 아무것도 저장하지 않았어요.
refused-which-person = { $count }명을 지켜보고 있어요. 누구인지 `/watch list`의 번호로 알려 주세요.
refused-preference = 그런 선택지는 없어요.
refused-timezone = 그런 시간대는 없어요. 가장 가까운 것은 { $nearest }이에요.
refused-hours = 시간 범위는 22:00-07:30, 시각은 09:00처럼 써 주세요.
refused-contact = 계정 번호(ID)를 넣거나 비워 두세요.
refused-link-code = 없는 코드이거나 10분이 지났습니다. 다른 계정에서 `/watch link`를 쓰면 새 코드가 나옵니다.
refused-link-same = 다른 계정은 다른 플랫폼의 것이어야 합니다. 하나는 Discord, 하나는 Telegram입니다.
refused-link-both = 두 계정에 모두 목록이 있습니다. 먼저 한쪽의 사람들을 빼고(`/watch remove`) 연결해 주세요.
refused-no-profile = 이 사람의 프로필 링크 가운데 확인할 수 있는 것이 없어요. 제가 아는 사이트에 있는 프로필 페이지 자체여야 해요. `/watch edit`로 넣거나 모더레이터에게 보증을 부탁해 주세요.
refused-proof-over = 이미 끝났거나 본인 것이 아니었어요. `/watch prove`로 다시 시작해 주세요.
refused-profile = { $kind ->
    [not_found] 이 링크에는 프로필이 없어요. 잘못 적지 않았는지 확인해 주세요.
    [no_answer] 사이트가 지금은 응답하지 않아요. 몇 분 뒤에 다시 해 주세요.
   *[other] 프로필을 읽지 못했어요. 로그인하지 않으면 프로필을 보여 주지 않는 사이트도 있어요. 다른 프로필로 해 보거나 모더레이터에게 보증을 부탁해 주세요.
}
refused-no-code = 코드가 아직 프로필 페이지에 없어요. 보이기까지 일 분쯤 걸릴 수 있어요. 그때 “확인하기”를 다시 눌러 주세요.
refused-claimed-handle = 다른 사람이 이 프로필을 증명했어요. 본인 것이라면 모더레이터에게 보증을 부탁해 주세요.
refused-vouch-where = 모더레이터는 자기 커뮤니티 안에서만 보증할 수 있어요. 그곳에서 `/watch prove`를 써 주세요(본인에게만 보여요). 알림 채널이 설정되어 있어야 해요.
refused-vouch-here = 이곳의 모더레이터는 보증할 수 없어요. 이 봇의 운영자가 이 커뮤니티를 지정하지 않았어요. 프로필에 코드를 넣는 방법도 있어요: `/watch prove`.
refused-vouch-pending = 모더레이터에게 이미 부탁했어요.
refused-vouch-own = 스스로를 보증할 수는 없어요.
refused-vouch-twice = 이미 보증하셨어요. 다른 모더레이터가 한 명 더 필요해요.
refused-severity = 다음 가운데 하나를 골라 주세요: { $options }.
refused-language = 다음 가운데 하나를 골라 주세요: { $options }.
refused-feed = 그런 피드는 여기에 없어요. 피드: { $options }.
