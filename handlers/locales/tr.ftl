# Headsup'ın Türkçe söyledikleri. Kurallar: "istiyor olabilir", asla kesin yargı yok; kimse suçlanmaz; ilk ileti hiçbir şeyin adını anmaz. Hitap: siz.

## Severity, confidence, labels

severity-none = yok
severity-low = düşük
severity-medium = orta
severity-high = yüksek
severity-critical = kritik
confidence-unlikely = pek olası değil
confidence-possible = mümkün
confidence-likely = olası
confidence-very_likely = çok olası

asks-unknown = Bu bildirildi ve henüz incelenmedi.
asks-nothing = Metinde gerçek bir kişinin görüntüsüne yönelik bir istek fark edilmedi. Lütfen siz de bakın.
asks-likeness = Bu gönderi, gerçek bir kişiye ait yapay içerik istiyor olabilir.
asks-sexual = İçeriğin cinsel olması gerektiğini açıkça söylüyor.
asks-veiled = Cinsel bir şeyi ima ediyor.
asks-private = Kişi tanınmış biri gibi görünmüyor.
asks-minor = Kişinin 18 yaşından küçük olabileceğine dair ipuçları var.
asks-consent = Yazan kişi, bunun kendi görüntüsü olduğunu ya da kişinin kabul ettiğini söylüyor (bir söz, kanıt değil).

raised-earlier_by_requester = aynı hesabın daha önce doğrulanmış ya da cinsel bir isteği var
raised-earlier_about_person = aynı kişi hakkında daha önce de bir istek oldu
raised-adult_context = platformun işaretleri, etiketleri ya da temel modeli yetişkinlere yönelik

## The moderators' card

card-title = { $reference } · { $severity }
card-state = Durum
card-reports = Bildirimler
card-reports-value = { $count ->
    [one] { $count } üye bunu bildirdi
   *[other] { $count } üye bunu bildirdi
}
card-items = Bu vakadaki gönderiler
card-source = Kaynak
card-purged = Metin artık saklanmıyor ya da kaynağında kaldırıldı.
card-confidence = Güven
card-raised = Yükseltilme nedeni
card-reward = Ödül
card-posted = Zaman
card-requester = Gönderen (kaynaktaki adıyla)
card-requester-earlier = { $count ->
    [0] burada daha önce doğrulanan bir şey yok
    [one] burada daha önce doğrulanan { $count } gönderi
   *[other] burada daha önce doğrulanan { $count } gönderi
}
card-link = Bağlantı (tıklanamaz)
card-attachment = Ek (açılmadı)
card-excerpt = Alıntı
card-minor = Hiçbir şey gösterilmiyor
card-minor-text = Konu genç bir kişi olabileceği için Headsup gönderiden hiçbir şey göstermez, saklamaz, iletmez. Çocuk koruma rolü olan üyeler bağlantıyı, özeti (hash) ve bildirim yollarını açabilir. Lütfen hiçbir içeriği indirmeyin ve paylaşmayın.
card-footer = Headsup · bir istek hiçbir şeyin kanıtı değildir · kararlar kaydedilir

source-report = bir üyenin bildirimi
source-rss = haber akışı
source-civitai_bounties = Civitai ödülleri (bounties)
source-civitai_models = Civitai modelleri
source-discord_channel = bir Discord kanalı
source-webhook = webhook

time-posted = gönderildi: { $time }
time-seen = ilk görülme: { $time }

state-open = açık
state-claimed = { $actor } ilgileniyor
state-escalated = (ikinci görüş istendi)
state-confirmed = { $actor } doğruladı
state-dismissed = { $actor } kapattı: { $reason }

short-open = açık
short-claimed = biri ilgileniyor
short-confirmed = doğrulandı
short-dismissed = işlem yapılmadan kapatıldı
short-none = incelendi; burada karar veren moderatör yok

button-open = Aç
button-claim = Ben ilgileneyim
button-confirm = Doğrula
button-dismiss = Kapat…
button-escalate = İkinci görüş iste
button-reopen = Yeniden aç
button-mute = İlk bildireni 7 gün sustur
button-earlier = Önceki sayfa
button-later = Sonraki sayfa

dismiss-ask = Neden kapatılıyor?
dismiss-prompt = Bir neden seçin
dismiss-fictional = Kurgu ya da gerçek biri değil
dismiss-no_request = İstek değil
dismiss-agreed = Kendi görüntüsü ya da onay var
dismiss-handled = Zaten ele alındı
dismiss-bad_report = Kötü niyetli bildirim
dismiss-other = Başka bir neden
done-dismissed = Kapatıldı. Kart güncellendi, bildirenlere haber veriliyor.

escalated-title = { $reference } için ikinci görüş isteniyor
escalated-body = Bir moderatör { $reference } vakasına bir kez daha bakılmasını istiyor. Kart yukarıda; `/case show` tamamını gösterir.

sensitive-title = { $reference } · çocuk koruma
sensitive-body = Bildirin; şüpheli içeriği açmayın, indirmeyin, ekran görüntüsünü almayın, iletmeyin. Bu görünümü açtığınız vakaya kaydedilir.
sensitive-hash = Metnin özeti (hash)

## Cases

list-title = Vakalar
list-empty = Bekleyen bir şey yok.
list-count = { $count ->
    [one] { $count } vaka.
   *[other] { $count } vaka.
}
list-line = { $state } · başlangıç: { $time }
case-history = Geçmiş
case-why = Bu önem derecesinin nedeni
case-why-text = kural “{ $row }”; { $odds }; model { $model }
case-spans = Kararı belirleyen sözler
case-reporter = Bildiren
case-reporter-forgotten = artık bilinmiyor
case-reporter-record = buradaki bildirimler: { $total } ({ $confirmed } doğrulandı, { $dismissed } kapatıldı)
done-note = { $reference } vakasına not edildi.
done-muted = { $days ->
    [one] Bu hesabın bildirimleri { $days } gün alınmayacak. Denediğinde kendisine söylenir.
   *[other] Bu hesabın bildirimleri { $days } gün alınmayacak. Denediğinde kendisine söylenir.
}

event-opened = açıldı
event-joined = bir gönderi daha eklendi
event-reported = bildirildi
event-claimed = üstlenildi
event-confirmed = doğrulandı
event-dismissed = kapatıldı
event-escalated = ikinci görüş istendi
event-reopened = yeniden açıldı
event-note = not
event-muted = bildiren bir hesap susturuldu
event-opened_sensitive = çocuk koruma görünümü açıldı

## Reports

report-form-title = Görüntü isteğini bildir
report-form-link = Gönderinin bağlantısı
report-form-text = Ne yazıyor (sözleri kopyalayın)
report-form-text-hint = Resim olmadan; bağlantı varsa o yeterli.
report-form-reason = Moderatörlerin bilmesi gereken bir şey
receipt-title = Teşekkürler · { $reference }
receipt = Bildiriminiz alındı. Numarası { $reference }; kimin bildirdiğini yalnızca moderatörler görür. Karar verildiğinde size yazarım. `/report status` durumunu gösterir.
receipt-known = Moderatörler bu gönderi hakkında zaten karar verdi: { $state }. Numara { $reference }.
receipt-alone = Bildiriminiz alındı ve kendi görüntüsünü korumak isteyenler için inceleniyor. Numara { $reference }. Bu sohbete bağlı moderatör yok: bir topluluğun moderatörlerine ulaşmak için o toplulukta bildirin.
report-status-title = Bildirimleriniz
reporter-confirmed = Moderatörler { $reference } numaralı bildiriminizi doğruladı. Birini gözettiğiniz için teşekkürler.
reporter-dismissed = Moderatörler { $reference } numaralı bildiriminize baktı ve işlem yapmadan kapattı. Yine de teşekkürler; bir şey gördüğünüzde lütfen yine bildirin.

## A person's alert

alert-neutral = { $count ->
    [one] Headsup'ta sizin için bir not var. Size uygun olduğunda açın.
   *[other] Headsup'ta sizin için { $count } not var. Size uygun olduğunda açın.
}
button-details = Ayrıntıları göster
button-details-number = Not { $number }
button-not-me = Ben değilim
button-help = Ne yapabilirim
button-snooze = Sonra
button-stop = Durdur
button-tell-contact = Güvendiğim kişiye haber ver
button-words = Gönderinin sözlerini göster
button-words-yes = Evet, göster
button-keep = Benim için bir kopya sakla

unproved-title = Olası bir istek
unproved-body = Gözettiğiniz kişiyi ilgilendiriyor olabilecek bir şey yayımlandı. Daha fazlasını söylemeden önce lütfen { $standing ->
    [self] bunun siz olduğunu
    [guardian] bu kişinin annesi, babası ya da vasisi olduğunuzu
   *[representative] bu kişi adına konuştuğunuzu
} gösterin: böylece kimse bir listeyi başkaları hakkında bilgi edinmek için kullanamaz.
button-prove-bio = Bir profille kanıtla
button-prove-vouch = Moderatörlerden kefillik iste

details-title = Bilinenler
details-body = Gönderiyi bir program okudu; yanılıyor olabilir.
details-about = Kişi
details-kind = Ne istiyor olabilir
details-why = Neden böyle düşünüyorum
details-tentative = Bu kişi olduğu kesin değil
details-tentative-text = Bu adı taşıyan başkaları da var ve gönderide belirli birine işaret eden başka bir şey yok.
details-minor = Bir gönderi, 18 yaşından küçük olabilecek birinin görüntülerini istiyor olabilir. Ondan hiçbir şey göstermiyorum. “Ne yapabilirim” bölümünde nereye bildirilebileceği ve nasıl kaldırılabileceği yazıyor.
details-several = { $count ->
    [one] { $count } not var. Buradan açabilirsiniz.
   *[other] { $count } not var. Birini seçin.
}
kind-likeness = Bu kişinin yapay zekâ ile görüntüsü, videosu, sesi ya da modeli.
kind-delicate = Cinsel bir amaç taşıyor olabilir.
words-ask = Gönderinin sözleri incitici olabilir. Yine de gösterilsin mi?
words-title = Gönderinin sözleri
how-exact = ad orada geçiyor
how-folded = ad orada başka bir yazımla geçiyor
how-homoglyph = ad orada benzer görünen harflerle geçiyor
how-leet = ad orada harf yerine rakamlarla geçiyor
how-joined = ad orada bitişik yazılmış
how-spaced = ad orada harf harf yazılmış
how-initial = baş harf ve soyadı orada geçiyor
how-nickname = adın kısa bir biçimi orada geçiyor
how-typo = ada çok benzeyen bir şey orada geçiyor
how-transliteration = ad orada başka bir alfabeyle geçiyor
how-inflection = adın ek almış bir biçimi orada geçiyor
how-handle = bir kullanıcı adı orada geçiyor
how-url = bir profil bağlantısı orada geçiyor
how-context = yakında bir bağlam sözcüğü var
done-not-me = Anlaşıldı: o başka biriydi. Aynı şey için size yeniden haber vermem.
done-kept = Gönderinin sözlerini sizin için olağan 90 günden uzun saklıyorum. `/watch export` elimdekileri verir; `/watch forget-me` siler.
done-contact = Güvendiğiniz kişiden sizinle iletişime geçmesini istiyorum. Nedeni söylenmiyor. Bunu günde en çok bir kez istiyorum.
contact-note = { $account } sizi güvendiği kişi olarak belirtti ve kendisiyle iletişime geçmenizi istiyor. Headsup bundan fazlasını söylemez.
snooze-ask = Ne zaman döneyim?
snooze-prompt = Bir zaman seçin
snooze-hour = bir saat sonra
snooze-day = yarın
snooze-week = bir hafta sonra
done-snoozed = Size { $length } yeniden yazarım.
done-stopped = Her şey durdu. Artık hiçbir şey gönderilmeyecek; listeniz siz silene kadar saklanır (`/watch forget-me`).
button-start-again = Yeniden başla
done-started = Yeniden bakıyorum. Durdurulan şeyler durmuş olarak kalır.
hint-direct-closed = { $count ->
    [one] Sizi bekleyen bir not var: bu uygulamadan doğrudan mesajlara izin verin, size ulaşsın.
   *[other] Sizi bekleyen { $count } not var: bu uygulamadan doğrudan mesajlara izin verin, size ulaşsınlar.
}

## What can I do

help-title = Neler yapılabilir
help-body = Bunda yalnız değilsiniz ve bu sizin suçunuz değil. Size uyanı seçin; hiçbir şeyin hemen yapılması gerekmiyor. Bağlantıyı ve gönderideki sözlerin ekran görüntüsünü saklamak sonra işe yarar; polisin harekete geçmesini istiyorsanız kaldırılmadan önce haber verin.
help-body-minor = Şüpheli içeriği asla indirmeyin, ekran görüntüsünü almayın, iletmeyin; kanıt olarak bile. Bu yerler bildirim alır ve kaldırılmasına yardım eder.
help-footer = Bilgiler, hukuki danışmanlık değil · her biri kaynağı ve tarihiyle
route-source = Kaynak: { $source }, { $date } itibarıyla.
route-source-second-hand = Kaynak: { $source }, { $date } itibarıyla, ikinci elden: lütfen oradan doğrulayın.
route-civitai-name = Civitai'de
route-civitai = Orada gerçek kişilerin görüntülerine ve bunlar için ödüllere (bounties) izin verilmez. Form ya da digital-likeness@civitai.com, görüntüsü kullanılan kişinin başvurusunu alır.
route-stopncii-name = StopNCII (18 yaş ve üzeri)
route-stopncii = Görüntünün dijital parmak izini kendi cihazınızda oluşturur; böylece platformlar onu durdurabilir. Görüntü yüklenmez. Biri yalnızca tehdit ediyorsa da kullanılabilir.
route-ccri-name = CCRI Image Abuse Helpline (görüntü istismarı yardım hattı, ABD)
route-ccri = 844-878-2274
route-rph-name = Revenge Porn Helpline (Birleşik Krallık, yetişkinler)
route-rph = 0345 6000 459, pazartesiden cumaya 10–16. Önerileri: adresi gösteren bir ekran görüntüsü saklayın; kovuşturma istiyorsanız kaldırılmadan önce polise haber verin.
route-dsa-name = Platforma bildirim (AB)
route-dsa = Herkes tam adres, neden, ad ve e-posta ile iyi niyet beyanı içeren bir bildirim gönderebilir. Açık ve kesin bir bildirimden sonra platform durumu biliyor sayılır.
route-uk66-name = Birleşik Krallık'ta yasa
route-uk66 = Bir yetişkinin mahrem görüntüsünü onayı olmadan paylaşmak, paylaşmakla tehdit etmek, oluşturmak ya da oluşturulmasını istemek suç olabilir.
route-takeitdown-act-name = TAKE IT DOWN Act (ABD)
route-takeitdown-act = Platformlar, yayımlanmış mahrem bir görüntüyü geçerli bir başvurudan sonra 48 saat içinde kaldırmak zorundadır. Bu, yayımlanmış görüntüler içindir; yalnızca isteyen bir gönderi kapsama girmez.
route-virginia-name = Virginia'da yasa (ABD)
route-virginia = Makineyle yapılmış olsun ya da olmasın, böyle görüntüleri kötü niyetle yaymak ya da satmak orada hafif bir suç olabilir.
route-ncmec-tipline-name = NCMEC CyberTipline (bildirim hattı, ABD)
route-ncmec-tipline = 1-800-843-5678 ya da internetten.
route-ncmec-takeitdown-name = NCMEC Take It Down
route-ncmec-takeitdown = 18 yaşından küçük birine ait görüntüleri durdurmak için kimliksiz yardım.
route-iwf-name = Internet Watch Foundation
route-iwf = Her yerden kimliksiz bildirim alır.

## The watchlist

watch-add-title = Birini gözet
watch-edit-title = Neye bakılacağını değiştir
watch-field-names = Adlar
watch-hint-names = Her satıra bir tane: Jane Roe
watch-field-aliases = Başka adlar, sahne adları
watch-hint-aliases = Her satıra bir tane
watch-field-handles = Kullanıcı adları
watch-hint-handles = @janeroe, instagram:janeroe
watch-field-urls = Profil bağlantıları
watch-hint-urls = https://instagram.com/janeroe
watch-field-context = Bağlam sözcükleri
watch-hint-context = Bu kişiye işaret eden sözcükler: şehir, meslek, program
watch-field = { $field ->
    [aliases] { watch-field-aliases }
    [handles] { watch-field-handles }
    [urls] { watch-field-urls }
    [context] { watch-field-context }
   *[names] { watch-field-names }
}
watch-added-title = Bakıyorum
watch-added-body = Bundan sonra buna bakacağım. Bir şey { $standing ->
    [self] sizin görüntünüzü
   *[other] bu kişinin görüntüsünü
} istiyor olabilirse kısa ve tarafsız bir ileti alırsınız. Ayrıntıları görmek için bir kez kim olduğunuzu göstermeniz gerekir; bunu şimdi de yapabilirsiniz.
watch-namesakes = Bu adı taşıyan başkaları
watch-namesakes-text = { $count ->
    [one] Bu adla yazan yaklaşık bir kişi daha var. Bağlam sözcüklerine eklenen bir kullanıcı adı ya da şehir, sizi ayırt etmeme yardım eder.
   *[other] Bu adla yazan yaklaşık { $count } kişi daha var. Bağlam sözcüklerine eklenen bir kullanıcı adı ya da şehir, sizi ayırt etmeme yardım eder.
}
watch-needs-context = Bir bağlam sözcüğü gerekli
watch-needs-context-text = Bu adı taşıyan çok kişi var ya da ad aynı zamanda bir sözcük, bir yer veya tanınmış bir karakter. Yakınında bağlam sözcüğünüz ya da kullanıcı adınız yoksa bu gönderileri moderatörlere bırakırım, size haber vermem. Bağlam sözcüğü olarak bir şehir ya da meslek ekleyin.
watch-standing = Sıfatınız
watch-list-title = Listeniz
watch-list-line = { $state } · { $standing } · { $proof } · { $terms } sözcük
watch-active = etkin
watch-paused = duraklatıldı
watch-stopped = Şu anda her şey durmuş durumda.
watch-remove-ask = { $person } listenizden çıkarılsın mı? Anahtarı yok edilir; bu geri alınamaz.
standing-self = kendiniz için
standing-guardian = anne, baba ya da vasi olarak
standing-representative = temsilci olarak
proof-passed = kanıtlandı
proof-pending = kanıtlama başladı
proof-none = henüz kanıtlanmadı
button-preferences = Tercihler
button-stop-all = Her şeyi durdur
button-remove = Çıkar
button-forget = Beni unut
done-paused = { $person } duraklatıldı.
done-resumed = { $person } için yeniden bakıyorum.
done-removed = Çıkarıldı. Anahtar yok edildi.
forget-ask = Listeniz, anahtarları, notlarınız ve tercihleriniz silinsin, bildirimlerinizin sizinle bağı koparılsın mı? Bu geri alınamaz.
done-forgotten = Sizinle ilgili sakladığım her şey silindi. İşletmecinin daha önce aldığı yedeklerde, yenilenene kadar mühürlü olarak bulunabilir.
export-title = Verileriniz
export-body = Hesabınızla ilgili sakladığım her şey. Dosyada neye baktığınız yazıyor: güvenli bir yerde saklayın.

preferences-title = Tercihler
preferences-body = Sizin tercihleriniz her zaman önce gelir.
preferences-detail = Ayrıntılar ne kadar söylesin
preferences-digest = Notlar ne zaman gelsin
preferences-quiet = Sessiz saatler
preferences-timezone = Saat dilimi
preferences-severity = En düşük önem derecesi
preferences-language = Dil
preferences-contact = Güvenilen kişi
preferences-none = yok
preferences-set = belirtildi

link-title = Hesapların
link-code-body = Bu listeyi diğer hesabından da kullanmak için oradan bana { $minutes } dakika içinde bu kodla `/watch link` yaz. O hesap her şeyi bunun gibi görür ve değiştirir: yalnızca sana ait bir hesabı bağla.
link-code = Kod
link-ask = Böylece bu hesap başka bir hesabın listesine katılır. O hesabın sahibi bundan sonra listeye koyduğun her şeyi ve notlarını görür. Yalnızca iki hesap da seninse bağla; bu kodu sana biri verdiyse bağlama.
link-linked-body = İki hesap da bu listeyi görür ve değiştirir.
link-this = bu hesap
link-other = bağlı hesap
link-where = Uyarıların geldiği yer
button-unlink = Bağı kopar
done-unlinked = Bağ koparıldı. Uyarılar { $platform } hesabına gelir.

detail-summary = bir özet; gönderinin sözleri ancak iki kez istenirse
detail-full = gönderinin sözleri tek basışta
digest-immediate = hemen
digest-daily = günde bir kez, saat { $time }
button-times = Sessiz saatler, saat dilimi
button-contact = Güvenilen kişi
button-no-contact = Bir daha asla
done-no-contact = Sana bir daha kimsenin adına yazmayacağım.
button-link = Hesap bağla
times-title = Zamanlar
times-quiet = Sessiz saatler; yoksa boş bırakın
times-timezone = Saat dilimi
times-digest = Günlük özetin saati
contact-title = Güvenilen kişi
contact-field = Güvendiğiniz kişinin hesap kimliği ya da boş
contact-start = Telegram'da güvendiğiniz kişiye ancak beni açıp “Başlat”a bastıktan sonra yazabilirim. Lütfen bunu ondan isteyin.

## Proofs

proof-choose = Bir profil seçin
proof-choose-body = Hangi profili değiştirebilirsiniz?
proof-bio-title = Bir profille kanıtla
proof-bio-body = { $hours ->
    [one] Bu kodu profilin tanıtım (bio) bölümüne yazın, kaydedin ve “Denetle”ye basın. Kod { $hours } saat geçerlidir; sonra silebilirsiniz.
   *[other] Bu kodu profilin tanıtım (bio) bölümüne yazın, kaydedin ve “Denetle”ye basın. Kod { $hours } saat geçerlidir; sonra silebilirsiniz.
}
proof-profile = Profil
proof-code = Kod
proof-passed-terms = Kanıtlandı: { $terms }. Kodu profilinizden silebilirsiniz. Bunlarla ilgili notların ayrıntıları artık size açık.
button-check = Denetle
vouch-ask-title = Moderatörlerden kefillik iste
vouch-ask-body = Bu topluluğun moderatörleri hesabınızı ve aşağıdaki sözleri görür, bunlar için bir liste tuttuğunuzu öğrenir. Siz kabul etmedikçe hiçbir şey gösterilmez.
vouch-shown = Moderatörlere gösterilen
button-vouch-ask = Bunu göster ve iste
done-vouch-asked = Moderatörlere soruldu. Yanıt verdiklerinde size yazarım.
vouch-title = Bir üye kefil olmanızı istiyor
vouch-pending = Bu hesabın adı geçen kişiye ait olduğunu ya da onun adına konuştuğunu biliyor musunuz? Lütfen bunu kendinize saklayın.
vouch-passed = Kefil olundu. Lütfen bunu kendinize saklayın.
vouch-failed = Kefil olunmadı.
vouch-revoked = Kefillik geri alındı.
vouch-over = Bu istek sona erdi; içeriği artık gösterilmiyor.
vouch-account = Hesap
vouch-count = Kefillikler
button-vouch = Kefilim
button-decline = Olamam
button-vouch-back = Kefilliği geri al

## Setting up a community

setup-title = Bu toplulukta Headsup
setup-ready = Hazır: kartlar uyarı kanalına geliyor.
setup-missing = Kartlar henüz gelemiyor. Eksik olan:
setup-unknown = Uyarı kanalı şu anda denetlenemedi. Biraz sonra “Deneme kartı gönder”e basın.
setup-none = yok
setup-only-administrators = yalnızca yöneticiler
setup-channel = Uyarı kanalı
setup-moderators = Moderatörler
setup-escalation = İkinci görüş için çağrılan
setup-child-safety = Çocuk koruma
setup-severity = Kartlar için en düşük önem
setup-language = Dil
setup-feeds = Akışlar
setup-channel-prompt = Uyarı kanalı
setup-moderators-prompt = Moderatörler
setup-escalation-prompt = “İkinci görüş iste” kimi çağırsın
setup-feeds-prompt = Abone olunacak akışlar
button-test = Deneme kartı gönder
test-card-title = Deneme
test-card = Kartlar buraya gelecek. Bir kart, gönderinin ne istiyor olabileceğini söyler; üstlenmek, doğrulamak, kapatmak ve ikinci görüş istemek için düğmeleri vardır.
missing-channel = bir uyarı kanalı: aşağıdan birini seçin
missing-gone = uyarı kanalı artık yok: başka birini seçin
missing-see = Uyarı kanalını göremiyorum (Discord: “Kanalı Görüntüle”, View Channel izni; Telegram: beni gruba ekleyin)
missing-send = uyarı kanalında mesaj gönderme izni
missing-embed = uyarı kanalında bağlantı yerleştirme izni
missing-history = uyarı kanalının mesaj geçmişini okuma izni
missing-threads = uyarı kanalının alt başlıklarında mesaj gönderme izni

notice-channel-forbidden-title = Headsup kart gönderemiyor
notice-channel-forbidden = Artık uyarı kanalına yazma iznim yok. Hiçbir şey kaybolmaz: kartlar, kanalı görme, mesaj gönderme ve bağlantı yerleştirme izinleri geri gelene ya da `/setup` ile başka bir kanal seçilene kadar bekler.
notice-channel-missing-title = Headsup'ın uyarı kanalı artık yok
notice-channel-missing = Uyarı kanalı artık yok. Hiçbir şey kaybolmaz: kartlar, `/setup` ile başka bir kanal seçilene kadar bekler.
notice-channel-mended-title = Headsup yeniden çalışıyor
notice-channel-mended = Kartlar uyarı kanalına yeniden geliyor, bekleyenler de.
notice-feed-blind-title = Bir akış görünmez oldu
notice-feed-blind = “{ $feed }” çalışmıyor: { $error } { $remedy } O zamana kadar oradan hiçbir şey görülmez.
notice-feed-back-title = Bir akış geri geldi
notice-feed-back = “{ $feed }” { $hours } saat sonra yeniden çalışıyor. { $items ->
    [0] Orada yeni bir şey yoktu.
    [one] Orada bir yeni gönderi vardı, inceleniyor.
   *[other] Orada { $items } yeni gönderi vardı, inceleniyorlar.
}
notice-account-linked-title = Headsup
notice-account-linked = Hesabına { $platform } üzerinden bir hesap bağlandı: listeni ve notlarını görüyor. Bunu sen yapmadıysan bağı şimdi kopar.
notice-second-claim-title = Lütfen okuyun
notice-second-claim = Başka biri, sizin kanıtladığınız bir profilin kendisine ait olduğunu kanıtlamayı denedi. Kabul edilmedi. Profil artık sizin değilse `/watch edit` ile çıkarın.
notice-contact-closed-title = Headsup
notice-contact-closed = Güvendiğiniz kişiye ulaşılamadı: ona yazamıyorum. Telegram'da önce beni açıp “Başlat”a basması, Discord'da ise doğrudan mesajlara izin vermesi gerekir. Sonra yeniden isteyebilirsiniz.
notice-vouch-passed-title = Headsup
notice-vouch-passed = Moderatörler size kefil oldu. Notlarınızın ayrıntıları artık size açık.
notice-vouch-failed-title = Headsup
notice-vouch-failed = Moderatörler size kefil olamadı. Profile konan bir kod başka bir yoldur: `/watch prove`.
notice-vouch-revoked-title = Headsup
notice-vouch-revoked = Moderatörler size verdikleri kefilliği geri aldı. Kim olduğunuzu yeniden gösterene kadar notlarınızın ayrıntıları kapalıdır: `/watch prove`.

## Feeds

source-fourchan = bir 4chan panosu
source-huggingface_models = Hugging Face modelleri
source-huggingface_discussions = Hugging Face tartışmaları
source-bluesky_jetstream = Bluesky
source-bluesky_search = Bluesky araması
source-mastodon = Mastodon
source-lemmy = Lemmy
source-discourse = bir Discourse forumu
source-reddit = Reddit
source-json = bir API
source-telegram_chat = bir Telegram sohbeti
feed-list-title = Akışlar
feed-list-empty = Bu topluluk henüz hiçbir akışı izlemiyor. `/feed add` bir adresle başlar.
feed-list-body = { $count ->
    [one] Bu topluluk { $count } akış izliyor.
   *[other] Bu topluluk { $count } akış izliyor.
}
feed-list-more = { $count ->
    [one] ve { $count } tane daha
   *[other] ve { $count } tane daha
}
feed-state-new = henüz okunmadı
feed-state-working = ✅ çalışıyor
feed-state-failing = ⚠️ şu anda olmuyor
feed-state-blind = ⛔ görünmüyor: uzun süredir çalışmıyor
feed-state-stale = ⚠️ yanıt veriyor ama uzun süredir yeni bir şey getirmedi
feed-state-paused = ⛔ bir hata yüzünden durdu; günde bir kez denenir
feed-state-disabled = ⛔ kapatıldı: artık yok
feed-state-held = işletmeci duraklattı
feed-state-idle = duraklatıldı
feed-state-paused-here = bu topluluk duraklattı
feed-last-ok = son başarı: { $time }
feed-never-ok = henüz başarı yok
feed-next = sonraki okuma: { $time }
feed-week = geçen hafta: { $items } gönderi, { $findings } bulgu
feed-moved = Yeni adresi: { $address }.
feed-severity = Kartlar için en düşük önem
feed-keywords = Yalnızca şunlarla
feed-preview-body = { $count ->
    [0] Çalışıyor; şu anda boş.
    [one] Çalışıyor. En yeni gönderisi bu; böyle incelenirdi. Henüz hiçbir şey kaydedilmedi.
   *[other] Çalışıyor. En yeni { $count } gönderisi bunlar; böyle incelenirlerdi. Henüz hiçbir şey kaydedilmedi.
}
feed-preview-others = Orada bulunan başka akışlar
feed-preview-footer = Şu anda orada olanlar başlangıç noktasıdır: kartlar bundan sonra yayımlananlar için gelir.
feed-channel-title = Bir kanalı izle
feed-channel-body = { $channel } kanalındaki ve alt başlıklarındaki mesajlar bundan sonra incelenir. Düzenlemeler izlenir; orada silinen burada da silinir. Lütfen üyelerinize haber verin.
button-feed-add = Bu akışı izle
done-feed-added = “{ $feed }” bundan sonra izleniyor (akış #{ $number }). Şu anda orada olanlar başlangıç noktasıdır; kartlar yeniler için gelir. `/feed list` durumunu gösterir.
done-channel-added = { $feed } bundan sonra izleniyor (akış #{ $number }).
done-feed-paused = “{ $feed }” bu topluluk için duraklatıldı: `/feed resume` yazılana kadar oradan kart gelmez.
done-feed-resumed = “{ $feed }” yeniden izleniyor.
done-feed-removed = “{ $feed }” artık izlenmiyor. Açtığı vakalar kalır.
feed-digest-cases = { $count ->
    [one] { $count } vaka açıldı (`/case show`):
   *[other] { $count } vaka açıldı, en ağırları önce (`/case show`):
}
feed-digest-rest = { $count ->
    [one] … ve { $count } tane daha: `/case list`
   *[other] … ve { $count } tane daha: `/case list`
}
notice-feed-digest-title = Uzun bir aradan sonra yeniler
notice-feed-digest = “{ $feed }” bir günden uzun süre okunmadı. { $items ->
    [one] Orada { $items } yeni gönderi vardı, inceleniyor.
   *[other] Orada { $items } yeni gönderi vardı, inceleniyorlar.
}
notice-feed-stale-title = Bir akış sessizleşti
notice-feed-stale = “{ $feed }” yanıt veriyor ama { $days } gündür yeni bir şey getirmedi; bu, alışılandan çok daha uzun. Lütfen adresin hâlâ doğru olup olmadığına bakın: `/feed test`.
notice-feed-stopped-title = Bir akış durdu
notice-feed-stopped = “{ $feed }” durdu: { $error } { $remedy } O zamana kadar oradan hiçbir şey görülmez.
notice-feed-news-again-title = Bir akış yeniden bir şey getiriyor
notice-feed-news-again = “{ $feed }” yeniden yeni gönderiler getiriyor.
notice-feed-removed-title = Bir akış kaldırıldı
notice-feed-removed = İşletmeci “{ $feed }” akışını kaldırdı. Oradan artık hiçbir şey görülmez.
notice-case-raised-low-title = Bir vaka ağırlaştı
notice-case-raised-low = { $reference } vakasındaki bir gönderi düzenlendi; önem derecesi artık düşük. Yukarıdaki kart bunu gösteriyor.
notice-case-raised-medium-title = Bir vaka ağırlaştı
notice-case-raised-medium = { $reference } vakasındaki bir gönderi düzenlendi; önem derecesi artık orta. Yukarıdaki kart bunu gösteriyor.
notice-case-raised-high-title = Bir vaka ağırlaştı
notice-case-raised-high = { $reference } vakasındaki bir gönderi düzenlendi; önem derecesi artık yüksek. Yukarıdaki kart bunu gösteriyor.
notice-case-raised-critical-title = Bir vaka ağırlaştı
notice-case-raised-critical = { $reference } vakasındaki bir gönderi düzenlendi; önem derecesi artık kritik. Yukarıdaki kart bunu gösteriyor.
event-raised = düzenlendi, ağırlaştı
refused-too-many-feeds = Bir topluluk { $count } akış izleyebilir. Önce birini çıkarın: `/feed remove`.
refused-feed-address = Bir akışın ya da akışı olan bir sayfanın adresini verin.
refused-feed-failed = Bu akış izlenemiyor: { $problem } Hiçbir şey kaydedilmedi.
refused-feed-operator = { $kind } türündeki akışlar, yalnızca bu botun işletmecisinin sağlayabileceği bir şey (bir anahtar ya da sitenin izni) ister. Yapılandırmaya eklemesini rica edin; sonra `/setup feeds` listesinde görünür.
refused-feed-known = Bu topluluk “{ $feed }” akışını zaten izliyor.
refused-feed-held = “{ $feed }” bu botun işletmecisi tarafından duraklatıldı; yalnızca o sürdürebilir.
refused-feed-draft = Üzerinden çok zaman geçti ya da yeniden başlatıldım. Lütfen `/feed add` ile yeniden başlayın.
refused-filter = { $problem } Hiçbir şey kaydedilmedi.
refused-channels-off = Bu bot kanalları izlemiyor. İşletmecisi bunu açabilir: `discord.watch_channels = true` ve Discord geliştirici portalında “Message Content” yetkisi.
refused-channel = Lütfen izlenecek kanalı seçin.
refused-channel-closed = { $channel } kanalını okuma iznim yok. Önce bana orada “Kanalı Görüntüle” (View Channel) ve “Mesaj Geçmişini Oku” (Read Message History) izinlerini verin. Telegram'da: beni orada yönetici yapın.
refused-chat-foreign = İkimizin de yönetici olduğu böyle bir kanal yok. Önce beni oraya yönetici olarak ekleyin; bir kanalı yalnızca yöneticisi izletebilir.
refused-in-private = Bunu ilgili grupta yazın; yanıt buraya, özel olarak gelir.

## Help

guide-title = Headsup
guide-body = Biri insanların yapay zekâ görüntülerini ya da modellerini istediğinde onlara haber veririm.
guide-report = birinin görüntüsünü isteyen bir gönderiyi bildirin; bildirenin siz olduğunu yalnızca moderatörler görür
guide-status = bildirimlerinizin durumu
guide-watch-add = bir şey sizin, çocuğunuzun ya da adına konuştuğunuz birinin görüntüsünü istiyor olabilirse haber alın
guide-watch = liste, düzenle, duraklat, sürdür, çıkar, kanıtla, tercihler, bağla, dışa aktar, unut, durdur
guide-case = moderatörlerin vakaları
guide-feed = bu tür gönderiler için izlenen akışlar ve kanallar
guide-setup = uyarı kanalı, roller, akışlar, önem derecesi, dil
guide-footer = Listeniz kendine ait bir anahtarla mühürlüdür; burada kimse onu göremez.

## Forms that are asked question by question

question = Soru { $number } / { $count }
question-so-far = Şimdiye kadar
question-example = Örneğin
button-keep-answer = Böyle kalsın
button-clear-answer = Boş bırak
button-skip = Atla
button-cancel = Vazgeç
conversation-left = Vazgeçildi. Bundan hiçbir şey saklanmıyor.
conversation-nothing = Vazgeçilecek bir şey yok.
conversation-left-by = Başladığınız form bırakıldı; ondan hiçbir şey saklanmaz.
conversation-over = Üzerinden çok zaman geçti: yanıtlarınızı unuttum. Lütfen yeniden başlayın.
conversation-again = Sorular, yanıtlarınızla birlikte bir kez daha.
refused-question = Bu soru zaten yanıtlandı.
refused-answer-long = Lütfen en çok { $most } karakter yazın.
refused-answer-needed = Burada bir yanıt gerekiyor; `/cancel` formdan çıkar.

## Telegram

command-report = Birinin görüntüsüne yönelik bir isteği bildir
command-watch = Kendi listeniz, özel olarak
command-case = Moderatörler için: vakalar
command-feed = Moderatörler için: akışlar
command-setup = Yöneticiler için: Headsup'ı ayarla
command-help = Headsup sizin için ne yapabilir
command-stop = Her şeyi hemen durdur
command-cancel = Formdan çık
private-open = Başka kimse okumasın diye özelden yanıtlıyorum.
private-thanks = Teşekkürler, alındı. Alındı bilgisi özel sohbette bekliyor.
private-sent = Yanıt özel sohbetimizde.
private-first = Lütfen önce beni özel sohbette açın.
private-command-stays = Orada mesaj silme iznim yok, bu yüzden komutunuz hâlâ görünüyor. Bunun yerine mesajları bana buradan iletebilir ya da bir yöneticiden mesaj silmeme izin vermesini isteyebilirsiniz.
button-open-private = Aç
anonymous = Grup adına yazıyorsunuz, bu yüzden kim olduğunuzu bilemiyorum. Kendi hesabınızla sürdürmek için basın; yanıt özelden gelir.
anonymous-report = Grup ya da kanal adına yazıyorsunuz, bu yüzden bildirim alamıyorum. Lütfen mesajı bana özelden iletin.
anonymous-private = Grup ya da kanal adına yazıyorsunuz, bu yüzden kim olduğunuzu bilemiyorum. Lütfen bunu bana özelden yazın. Komutunuz burada hâlâ görünüyorsa silin.
anonymous-long = Grup adına yazıyorsunuz, bu yüzden kim olduğunuzu bilemiyorum. Anonimliğinizi (yönetici yetkilerinizden) kısa süreliğine kapatıp bunu yeniden yazın.
button-go-on = Sürdür
button-cards-here = Kartlar buraya gelsin
setup-accounts = Birini belirtmek için gruptaki bir mesajına `/setup moderators`, `/setup escalation` ya da `/setup child_safety` ile yanıt verin; `none` ile kimse belirtilmemiş olur. Grubun yöneticileri her durumda karar verebilir. Bir konuda yazılan `/setup here`, kartları oraya gönderir.
refused-account = Kim? Bir mesajına yanıt verin ya da hesabın numarasını yazın ya da `none`.
refused-usage = Bunu anlayamadım. `{ $usage }`
watch-menu = Ne yapayım?
watch-menu-add = Birini gözet
watch-menu-list = Listeniz
watch-menu-edit = Değiştir
watch-menu-pause = Duraklat
watch-menu-resume = Sürdür
watch-menu-remove = Çıkar
watch-menu-prove = Kanıtla
watch-menu-preferences = Tercihler
watch-menu-link = Hesap bağla
watch-menu-export = Dışa aktar
watch-menu-forget-me = Beni unut
watch-menu-stop = Her şeyi durdur
watch-for = Kimin için?
prove-how = Bunu nasıl kanıtlamak istersiniz?

## Faults

failed = Benim tarafımda bir şey ters gitti; hiçbir şey değişmedi. Lütfen yeniden deneyin, sürerse işletmeciye haber verin.
again = Bu çok uzun sürdü. Lütfen bir kez daha deneyin.

## Refusals: what was wrong, and what to do

refused-action = Bu düğme artık bana bir şey söylemiyor. Lütfen komutla yeniden başlayın.
refused-role-moderator = Bunu yalnızca bu topluluğun moderatörleri yapabilir. Onları bir yönetici `/setup` ile belirler.
refused-role-administrator = Bunu yalnızca bu topluluğun yöneticileri yapabilir.
refused-role-child_safety = Bunu yalnızca çocuk koruma rolü olan üyeler ya da yöneticiler açabilir. Rolü bir yönetici `/setup` ile belirler.
refused-not-here = Bu yalnızca bir topluluğun içinde çalışır.
refused-no-case = Burada böyle bir vaka yok.
refused-no-reference = Burada “{ $reference }” diye bir vaka yok. Numaralar H-7K3F gibi görünür; `/case list` onları gösterir.
refused-claimed = { $actor } zaten ilgileniyor.
refused-confirmed = { $actor } zaten doğruladı.
refused-dismissed = { $actor } zaten kapattı.
refused-open = Bu vaka zaten açık.
refused-escalated = Bu vaka için zaten ikinci görüş istendi.
refused-no-escalation-role = Çağrılacak kimse belirlenmemiş. Bir yönetici `/setup escalation` ile belirler.
refused-contact-declined = Bu hesap kimsenin adına yazılmasını istemiyor. Lütfen başka birini seç.
refused-no-contact = Güvenilen bir kişi belirtilmemiş. `/watch preferences` ile belirtebilirsiniz.
refused-reason = Lütfen nedenlerden birini seçin.
refused-empty-note = Not boş.
refused-link = Bu bir bağlantı değil. Bağlantı https:// ile başlar; yoksa boş bırakıp sözleri kopyalayın.
refused-empty-report = Bakılacak bir şey yok: bir bağlantı verin ya da sözleri kopyalayın.
refused-muted = Moderatörler { $until } tarihine kadar bildirimlerinizi almıyor. Bunun yanlış olduğunu düşünüyorsanız lütfen onlara yazın.
refused-too-many-reports = { $count ->
    [one] Saatte { $count } bildirim yapabilirsiniz. Bu bildirim alınmadı: lütfen sonra yeniden gönderin.
   *[other] Saatte { $count } bildirim yapabilirsiniz. Bu bildirim alınmadı: lütfen sonra yeniden gönderin.
}
refused-no-report = Böyle bir bildiriminiz yok.
refused-no-alert = Bu not sizin değil ya da artık yok.
refused-snooze = Lütfen zamanlardan birini seçin.
refused-no-watchlist = Henüz bir listeniz yok. `/watch add` bir liste başlatır.
refused-standing = Lütfen şunlardan birini seçin: { $options }.
refused-too-many-persons = Bir liste { $count } kişi alır. Önce birini çıkarın; temsilciler daha fazlası için moderatörlerden kefillik isteyebilir.
refused-too-many-changes = Bu, saatte { $count } değişiklikten fazla. Lütfen sonra devam edin.
refused-too-many-terms = Bir kişinin adları, kullanıcı adları, bağlantıları ve sözcükleri toplam en çok { $count } olabilir.
refused-person = { $fault ->
    [nothing] Bakılacak bir şey yok: lütfen en az bir ad, takma ad, hesap ya da bağlantı verin.
    [too_many] { watch-field }: en çok { $limit } kayıt.
    [too_long] { watch-field }: bir kayıt en çok { $limit } karakter olabilir.
   *[other] Kayıtlardan biri okunamıyor. Lütfen yeniden yazın.
}
refused-term = { $reason ->
    [empty] “{ $term }” içinde harf ya da rakam yok.
    [too_short] “{ $term }” çok kısa: bir iki harf hemen her metinde geçer.
    [first_name] Pek çok kişinin adı “{ $term }”. Lütfen ikinci bir ad ya da şehir gibi bağlam sözcükleri ekleyin.
    [dictionary_word] “{ $term }” sıradan bir sözcük. Lütfen ikinci bir ad ya da meslek gibi bağlam sözcükleri ekleyin.
    [place] “{ $term }” bir yer adı. Lütfen ikinci bir ad ya da meslek gibi bağlam sözcükleri ekleyin.
    [needs_site] Pek çok hesabın adı “{ $term }” olabilir. Lütfen siteyi de yazın, örneğin instagram:janeroe.
   *[not_a_handle] “{ $term }” bir hesap adı değil. Lütfen @janeroe ya da instagram:janeroe biçiminde yazın.
} Hiçbir şey kaydedilmedi.
refused-which-person = Listenizde { $count } kişi var: hangisi olduğunu `/watch list` içindeki numarasıyla söyleyin.
refused-preference = Böyle bir seçenek yok.
refused-timezone = Böyle bir saat dilimi yok. En yakını { $nearest }.
refused-hours = Lütfen aralıkları 22:00-07:30 gibi, saati 09:00 gibi yazın.
refused-contact = Lütfen hesabın numarasını (kimliğini) verin ya da boş bırakın.
refused-link-code = Böyle bir kod yok ya da on dakikası doldu. Diğer hesapta `/watch link` yenisini verir.
refused-link-same = Diğer hesap başka bir platformda olmalı: biri Discord, biri Telegram.
refused-link-both = İki hesabın da listesi var. Önce birinin kişilerini çıkar (`/watch remove`), sonra bağla.
refused-no-profile = Bu kişinin hiçbir profil bağlantısı denetlenemiyor: bildiğim bir sitede profilin kendi sayfası gerekir. `/watch edit` ile ekleyin ya da moderatörlerden kefillik isteyin.
refused-proof-over = Bu sona erdi ya da hiç sizin olmadı. `/watch prove` ile yeniden başlayın.
refused-profile = { $kind ->
    [not_found] Bu bağlantıda bir profil yok. Lütfen doğru yazıldığından emin olun.
    [no_answer] Site şu anda yanıt vermiyor. Lütfen birkaç dakika sonra yeniden deneyin.
   *[other] Profil okunamadı. Bazı siteler profilleri oturum açmayanlardan gizler; başka bir profil deneyin ya da moderatörlerden kefillik isteyin.
}
refused-no-code = Kod henüz profil sayfasında değil. Görünmesi bir dakika sürebilir; sonra yeniden “Denetle”ye basın.
refused-claimed-handle = Bu profili başka biri kanıtladı. Sizinse moderatörlerden kefillik isteyin.
refused-vouch-where = Moderatörler yalnızca kendi topluluklarında kefil olabilir: orada `/watch prove` kullanın (yalnızca siz görürsünüz). Uyarı kanalları ayarlanmış olmalı.
refused-vouch-here = Buradaki moderatörler kefil olamaz: bu botun işletmecisi bu topluluğu bunun için belirtmedi. Profile konan bir kod başka bir yoldur: `/watch prove`.
refused-vouch-pending = Moderatörlere zaten soruldu.
refused-vouch-own = Kimse kendine kefil olamaz.
refused-vouch-twice = Siz zaten kefil oldunuz; başka bir moderatör gerekiyor.
refused-severity = Lütfen şunlardan birini seçin: { $options }.
refused-language = Lütfen şunlardan birini seçin: { $options }.
refused-feed = Burada böyle bir akış yok. Akışlar: { $options }.
