# Was Headsup sagt, auf Deutsch. Regeln: „bittet um“ und „vielleicht“, nie „ist“; niemand wird beschuldigt; die erste Nachricht nennt nichts. Anrede: du.

## Severity, confidence, labels

severity-none = keine
severity-low = niedrig
severity-medium = mittel
severity-high = hoch
severity-critical = kritisch
confidence-unlikely = unwahrscheinlich
confidence-possible = möglich
confidence-likely = wahrscheinlich
confidence-very_likely = sehr wahrscheinlich

asks-unknown = Das wurde gemeldet und ist noch nicht geprüft.
asks-nothing = Im Text wurde keine Bitte um das Abbild einer echten Person erkannt. Bitte sieh selbst nach.
asks-likeness = Dieser Beitrag bittet möglicherweise um künstlich erzeugte Medien einer echten Person.
asks-sexual = Er sagt ausdrücklich, dass sie sexuell sein sollen.
asks-veiled = Er deutet etwas Sexuelles an.
asks-private = Die Person scheint nicht öffentlich bekannt zu sein.
asks-minor = Es gibt Anzeichen, dass die Person unter 18 sein könnte.
asks-consent = Wer das schreibt, sagt, es sei das eigene Abbild oder die Person habe zugestimmt (eine Behauptung, kein Nachweis).

raised-earlier_by_requester = von demselben Konto gibt es eine frühere bestätigte oder sexuelle Anfrage
raised-earlier_about_person = es gab schon eine Anfrage zu derselben Person
raised-adult_context = Kennzeichen, Schlagwörter oder Basismodell der Plattform sind „nur für Erwachsene“

## The moderators' card

card-title = { $reference } · { $severity }
card-state = Stand
card-reports = Meldungen
card-reports-value = { $count ->
    [one] von { $count } Mitglied gemeldet
   *[other] von { $count } Mitgliedern gemeldet
}
card-items = Beiträge in diesem Fall
card-source = Quelle
card-purged = Der Text ist nicht mehr gespeichert oder wurde an der Quelle entfernt.
card-confidence = Sicherheit
card-raised = Höher eingestuft, weil
card-reward = Belohnung
card-posted = Zeit
card-requester = Eingestellt von (laut Quelle)
card-requester-earlier = { $count ->
    [0] hier bisher nichts bestätigt
    [one] { $count } früherer Beitrag hier bestätigt
   *[other] { $count } frühere Beiträge hier bestätigt
}
card-link = Link (nicht anklickbar)
card-attachment = Anhang (nicht geöffnet)
card-excerpt = Auszug
card-minor = Hier wird nichts gezeigt
card-minor-text = Weil es um einen jungen Menschen gehen könnte, zeigt, speichert und verschickt Headsup nichts von diesem Beitrag. Mitglieder mit der Kinderschutz-Rolle können Link, Prüfsumme und Meldewege öffnen. Bitte kein Material herunterladen oder teilen.
card-footer = Headsup · eine Anfrage beweist nichts · Entscheidungen werden festgehalten

source-report = Meldung eines Mitglieds
source-rss = Nachrichten-Feed
source-civitai_bounties = Civitai-Kopfgelder (Bounties)
source-civitai_models = Civitai-Modelle
source-discord_channel = ein Discord-Kanal
source-webhook = Webhook

time-posted = eingestellt: { $time }
time-seen = zuerst gesehen: { $time }

state-open = offen
state-claimed = { $actor } sieht es sich an
state-escalated = (eskaliert)
state-confirmed = bestätigt von { $actor }
state-dismissed = verworfen von { $actor }: { $reason }

short-open = offen
short-claimed = jemand sieht es sich an
short-confirmed = bestätigt
short-dismissed = verworfen
short-none = geprüft; hier entscheidet kein Moderationsteam

button-open = Öffnen
button-claim = Übernehmen
button-confirm = Bestätigen
button-dismiss = Verwerfen…
button-escalate = Eskalieren
button-reopen = Wieder öffnen
button-mute = Meldende Person 7 Tage stumm
button-earlier = Vorige Seite
button-later = Nächste Seite

dismiss-ask = Warum wird es verworfen?
dismiss-prompt = Grund auswählen
dismiss-fictional = Erfunden oder niemand Echtes
dismiss-no_request = Keine Anfrage
dismiss-agreed = Eigenes Abbild oder zugestimmt
dismiss-handled = Schon erledigt
dismiss-bad_report = Meldung in böser Absicht
dismiss-other = Etwas anderes
done-dismissed = Verworfen. Die Karte ist aktualisiert, und wer gemeldet hat, erfährt davon.

escalated-title = { $reference } wurde eskaliert
escalated-body = Bei Fall { $reference } bittet jemand aus der Moderation um einen zweiten Blick. Die Karte steht oben; `/case show` zeigt alles dazu.

sensitive-title = { $reference } · Kinderschutz
sensitive-body = Bitte melden; verdächtiges Material nicht öffnen, herunterladen, abfotografieren oder weiterleiten. Dass du diese Ansicht geöffnet hast, wird im Fall festgehalten.
sensitive-hash = Prüfsumme des Textes

## Cases

list-title = Fälle
list-empty = Es wartet nichts.
list-count = { $count ->
    [one] { $count } Fall.
   *[other] { $count } Fälle.
}
list-line = { $state } · seit { $time }
case-history = Verlauf
case-why = Warum dieser Schweregrad
case-why-text = Regel „{ $row }“; { $odds }; Modell { $model }
case-spans = Was den Ausschlag gab
case-reporter = Gemeldet von
case-reporter-forgotten = nicht mehr bekannt
case-reporter-record = Meldungen hier: { $total }, davon { $confirmed } bestätigt, { $dismissed } verworfen
done-note = Bei { $reference } vermerkt.
done-muted = { $days ->
    [one] Meldungen dieses Kontos werden { $days } Tag lang nicht angenommen. Beim Versuch wird das mitgeteilt.
   *[other] Meldungen dieses Kontos werden { $days } Tage lang nicht angenommen. Beim Versuch wird das mitgeteilt.
}

event-opened = eröffnet
event-joined = ein weiterer Beitrag kam dazu
event-reported = gemeldet
event-claimed = übernommen
event-confirmed = bestätigt
event-dismissed = verworfen
event-escalated = eskaliert
event-reopened = wieder geöffnet
event-note = Notiz
event-muted = ein meldendes Konto wurde stummgeschaltet
event-opened_sensitive = Kinderschutz-Ansicht geöffnet

## Reports

report-form-title = Anfrage nach einem Abbild melden
report-form-link = Link zum Beitrag
report-form-text = Was dort steht (Wortlaut kopieren)
report-form-text-hint = Ohne Bilder; wenn es einen Link gibt, genügt er.
report-form-reason = Was die Moderation wissen sollte
receipt-title = Danke · { $reference }
receipt = Deine Meldung ist angekommen. Ihr Zeichen ist { $reference }; nur die Moderation sieht, wer gemeldet hat. Du hörst von mir, sobald entschieden ist. `/report status` zeigt den Stand.
receipt-known = Über diesen Beitrag hat die Moderation schon entschieden: { $state }. Zeichen { $reference }.
receipt-alone = Deine Meldung ist angekommen und wird für die Menschen geprüft, die auf sich selbst achten lassen. Zeichen { $reference }. Zu dieser Unterhaltung gehört kein Moderationsteam: Um eines zu erreichen, melde bitte in der jeweiligen Community.
report-status-title = Deine Meldungen
reporter-confirmed = Die Moderation hat deine Meldung { $reference } bestätigt. Danke, dass du auf jemanden geachtet hast.
reporter-dismissed = Die Moderation hat deine Meldung { $reference } angesehen und ohne weitere Schritte geschlossen. Trotzdem danke; melde gern wieder, wenn dir etwas auffällt.

## A person's alert

alert-neutral = { $count ->
    [one] Headsup hat eine Notiz für dich. Öffne sie, wann es dir passt.
   *[other] Headsup hat { $count } Notizen für dich. Öffne sie, wann es dir passt.
}
button-details = Einzelheiten zeigen
button-details-number = Notiz { $number }
button-not-me = Nicht ich
button-help = Was kann ich tun?
button-snooze = Später
button-stop = Stopp
button-words = Wortlaut des Beitrags zeigen
button-words-yes = Ja, zeigen
button-tell-contact = Vertrauensperson bitten
button-keep = Kopie für mich aufheben

unproved-title = Eine mögliche Anfrage
unproved-body = Es wurde etwas veröffentlicht, das die Person betreffen könnte, auf die du achtest. Bevor ich mehr sage, zeig mir bitte, dass { $standing ->
    [self] du das bist
    [guardian] du Mutter, Vater oder Vormund dieser Person bist
   *[representative] du für diese Person sprichst
}: So kann niemand eine Merkliste benutzen, um andere auszuforschen.
button-prove-bio = Mit einem Profil nachweisen
button-prove-vouch = Um Bürgschaft bitten

details-title = Was bekannt ist
details-body = Ein Programm hat den Beitrag gelesen und kann sich irren.
details-about = Person
details-kind = Worum er vielleicht bittet
details-why = Warum ich das denke
details-tentative = Nicht sicher, ob es diese Person ist
details-tentative-text = Auch andere tragen diesen Namen, und sonst weist im Beitrag nichts auf eine bestimmte Person hin.
details-minor = Ein Beitrag bittet vielleicht um Bilder von jemandem, der unter 18 sein könnte. Ich zeige nichts davon. „Was kann ich tun?“ nennt Stellen, die Meldungen annehmen und beim Entfernen helfen.
details-several = { $count ->
    [one] Es gibt { $count } Notiz. Wähle sie aus.
   *[other] Es gibt { $count } Notizen. Wähle eine aus.
}
kind-likeness = KI-Bilder, Videos, Stimme oder ein Modell dieser Person.
kind-delicate = Es ist vielleicht sexuell gemeint.
words-ask = Der Wortlaut des Beitrags kann verletzen. Trotzdem zeigen?
words-title = Der Wortlaut des Beitrags
how-exact = der Name steht da
how-folded = der Name steht in anderer Schreibweise da
how-homoglyph = der Name steht in ähnlich aussehenden Buchstaben da
how-leet = der Name steht mit Ziffern statt Buchstaben da
how-joined = der Name steht als ein Wort da
how-spaced = der Name steht Buchstabe für Buchstabe da
how-initial = Anfangsbuchstabe und Nachname stehen da
how-nickname = eine Kurzform des Namens steht da
how-typo = etwas sehr Ähnliches wie der Name steht da
how-transliteration = der Name steht in anderer Schrift da
how-inflection = eine gebeugte Form des Namens steht da
how-handle = ein Nutzername steht da
how-url = ein Profil-Link steht da
how-context = ein Kontextwort steht in der Nähe
done-not-me = Verstanden: Das war jemand anderes. Darauf weise ich dich nicht mehr hin.
done-contact = Deine Vertrauensperson wird gebeten, sich bei dir zu melden. Den Grund erfährt sie nicht. Ich frage sie höchstens einmal am Tag.
contact-note = { $account } hat dich als Vertrauensperson angegeben und würde sich freuen, wenn du dich meldest. Mehr sagt Headsup nicht.
done-kept = Ich hebe den Wortlaut des Beitrags über die üblichen 90 Tage hinaus für dich auf. `/watch export` gibt dir, was ich habe; `/watch forget-me` löscht es.
snooze-ask = Wann soll ich wiederkommen?
snooze-prompt = Zeit auswählen
snooze-hour = in einer Stunde
snooze-day = morgen
snooze-week = in einer Woche
done-snoozed = Ich melde mich { $length } wieder.
done-stopped = Alles ist angehalten. Es kommt nichts mehr; deine Liste bleibt, bis du sie löschst (`/watch forget-me`).
button-start-again = Wieder beginnen
done-started = Ich achte wieder darauf. Was angehalten wurde, bleibt angehalten.
hint-direct-closed = { $count ->
    [one] Eine Notiz wartet auf dich: Erlaube Direktnachrichten von dieser App, dann kommt sie.
   *[other] { $count } Notizen warten auf dich: Erlaube Direktnachrichten von dieser App, dann kommen sie.
}

## What can I do

help-title = Was man tun kann
help-body = Du bist damit nicht allein, und es ist nicht deine Schuld. Nimm, was passt; nichts muss sofort sein. Es hilft später, den Link und ein Bildschirmfoto vom Wortlaut des Beitrags aufzuheben. Wenn die Polizei etwas tun soll, sprich mit ihr, bevor der Beitrag entfernt wird.
help-body-minor = Verdächtiges Material niemals herunterladen, abfotografieren oder weiterleiten, auch nicht als Beweis. Diese Stellen nehmen Meldungen an und helfen beim Entfernen.
help-footer = Tatsachen, keine Rechtsberatung · jeweils mit Quelle und Datum
route-source = Quelle: { $source }, Stand { $date }.
route-source-second-hand = Quelle: { $source }, Stand { $date }, aus zweiter Hand: Bitte dort nachprüfen.
route-civitai-name = Auf Civitai
route-civitai = Abbilder echter Personen sind dort nicht erlaubt, auch keine Kopfgelder (Bounties) darauf. Über das Formular oder digital-likeness@civitai.com kann sich die abgebildete Person melden.
route-stopncii-name = StopNCII (ab 18)
route-stopncii = Erstellt auf deinem eigenen Gerät einen Fingerabdruck eines Bildes, damit Plattformen es aufhalten können. Das Bild wird nicht hochgeladen. Auch nutzbar, wenn jemand nur damit droht.
route-ccri-name = CCRI Image Abuse Helpline (Hilfe bei Bildmissbrauch, USA)
route-ccri = 844-878-2274
route-rph-name = Revenge Porn Helpline (Großbritannien, Erwachsene)
route-rph = 0345 6000 459, Montag bis Freitag 10–16 Uhr. Rat der Stelle: ein Bildschirmfoto mit der Adresse aufheben; wenn du eine Strafverfolgung willst, die Polizei vor dem Entfernen informieren.
route-dsa-name = Meldung an eine Plattform (EU)
route-dsa = Alle dürfen eine Meldung schicken: mit genauer Adresse, Begründung, Name und E-Mail und der Erklärung, in gutem Glauben zu handeln. Nach einer genauen Meldung gilt: Die Plattform weiß davon.
route-uk66-name = Das Recht in Großbritannien
route-uk66 = Ein intimes Bild eines erwachsenen Menschen ohne Einwilligung zu teilen, damit zu drohen, es zu erstellen oder erstellen zu lassen, kann strafbar sein.
route-takeitdown-act-name = TAKE IT DOWN Act (USA)
route-takeitdown-act = Plattformen müssen eine veröffentlichte intime Darstellung binnen 48 Stunden nach einem gültigen Antrag entfernen. Das gilt für veröffentlichte Bilder; ein Beitrag, der nur darum bittet, gehört nicht dazu.
route-virginia-name = Das Recht in Virginia (USA)
route-virginia = Solche Bilder böswillig zu verbreiten oder zu verkaufen, ob maschinell erzeugt oder nicht, kann dort ein Vergehen sein.
route-ncmec-tipline-name = NCMEC CyberTipline (Meldestelle, USA)
route-ncmec-tipline = 1-800-843-5678 oder online.
route-ncmec-takeitdown-name = NCMEC Take It Down
route-ncmec-takeitdown = Anonyme Hilfe, um Bilder zu stoppen, die jemanden unter 18 zeigen.
route-iwf-name = Internet Watch Foundation
route-iwf = Nimmt anonyme Meldungen aus aller Welt an.

## The watchlist

watch-add-title = Auf eine Person achten
watch-edit-title = Ändern, worauf geachtet wird
watch-field-names = Namen
watch-hint-names = Einer pro Zeile: Jane Roe
watch-field-aliases = Andere Namen, Künstlernamen
watch-hint-aliases = Einer pro Zeile
watch-field-handles = Nutzernamen
watch-hint-handles = @janeroe, instagram:janeroe
watch-field-urls = Profil-Links
watch-hint-urls = https://instagram.com/janeroe
watch-field-context = Kontextwörter
watch-hint-context = Wörter, die zu dieser Person passen: Stadt, Beruf, Sendung
watch-field = { $field ->
    [aliases] { watch-field-aliases }
    [handles] { watch-field-handles }
    [urls] { watch-field-urls }
    [context] { watch-field-context }
   *[names] { watch-field-names }
}
watch-added-title = Ich achte darauf
watch-added-body = Ab jetzt achte ich darauf. Wenn vielleicht jemand um { $standing ->
    [self] dein Abbild
   *[other] das Abbild dieser Person
} bittet, bekommst du eine kurze, neutrale Nachricht. Um Einzelheiten zu sehen, zeigst du einmal, wer du bist; das geht auch jetzt schon.
watch-namesakes = Andere mit diesem Namen
watch-namesakes-text = { $count ->
    [one] Etwa eine weitere Person schreibt unter diesem Namen. Ein Nutzername oder eine Stadt bei den Kontextwörtern hilft mir, euch zu unterscheiden.
   *[other] Etwa { $count } weitere Menschen schreiben unter diesem Namen. Ein Nutzername oder eine Stadt bei den Kontextwörtern hilft mir, euch zu unterscheiden.
}
watch-needs-context = Braucht ein Kontextwort
watch-needs-context-text = Diesen Namen haben viele, oder er ist auch ein Wort, ein Ort oder eine bekannte Figur. Ohne ein Kontextwort oder einen Nutzernamen von dir daneben überlasse ich solche Beiträge den Moderatoren und benachrichtige dich nicht. Füge eine Stadt oder einen Beruf als Kontextwort hinzu.
watch-standing = In welcher Rolle
watch-list-title = Deine Merkliste
watch-list-line = { $state } · { $standing } · { $proof } · { $terms ->
    [one] { $terms } Begriff
   *[other] { $terms } Begriffe
}
watch-active = aktiv
watch-paused = pausiert
watch-stopped = Im Moment ist alles angehalten.
watch-remove-ask = { $person } von deiner Merkliste entfernen? Der Schlüssel dazu wird vernichtet; das lässt sich nicht rückgängig machen.
standing-self = für dich selbst
standing-guardian = als Elternteil oder Vormund
standing-representative = in Vertretung
proof-passed = nachgewiesen
proof-pending = Nachweis begonnen
proof-none = noch nicht nachgewiesen
button-preferences = Einstellungen
button-stop-all = Alles anhalten
button-remove = Entfernen
button-forget = Vergiss mich
done-paused = { $person } ist pausiert.
done-resumed = Ich achte wieder auf { $person }.
done-removed = Entfernt. Der Schlüssel ist vernichtet.
forget-ask = Deine Merkliste, ihre Schlüssel, deine Hinweise und Einstellungen löschen und deine Meldungen von dir lösen? Das lässt sich nicht rückgängig machen.
done-forgotten = Alles, was ich von dir gespeichert habe, ist gelöscht. Frühere Sicherungskopien des Betreibers können es versiegelt noch enthalten, bis sie ersetzt werden.
export-title = Deine Daten
export-body = Alles, was ich zu deinem Konto speichere. Die Datei nennt, worauf du achtest: Bewahre sie sicher auf.

preferences-title = Einstellungen
preferences-body = Was du hier wählst, geht immer vor.
preferences-detail = Wie viel Einzelheiten sagen
preferences-digest = Wann Hinweise kommen
preferences-quiet = Ruhezeiten
preferences-timezone = Zeitzone
preferences-severity = Ab Schweregrad
preferences-language = Sprache
preferences-contact = Vertrauensperson
preferences-none = keine
preferences-set = eingetragen

link-title = Deine Konten
link-code-body = Um diese Liste auch mit deinem anderen Konto zu nutzen, schreib mir von dort innerhalb von { $minutes } Minuten `/watch link` mit diesem Code. Jenes Konto sieht und ändert dann alles wie dieses: Verbinde nur eines, das dir allein gehört.
link-code = Code
link-ask = Damit kommt dieses Konto zur Liste eines anderen Kontos. Wer jenes Konto hat, sieht von da an alles, was du einträgst, und deine Hinweise. Verbinde nur, wenn beide Konten dir gehören; wenn dir jemand diesen Code gegeben hat, tu es nicht.
link-linked-body = Beide Konten sehen und ändern diese Liste.
link-this = dieses Konto
link-other = verbundenes Konto
link-where = Hinweise gehen an
button-unlink = Verbindung lösen
done-unlinked = Die Verbindung ist gelöst. Hinweise gehen an { $platform }.

detail-summary = eine Zusammenfassung; der Wortlaut nur nach zweimaliger Nachfrage
detail-full = der Wortlaut nach einem Druck
digest-immediate = sofort
digest-daily = einmal am Tag um { $time }
button-times = Ruhezeiten und Zeitzone
button-contact = Vertrauensperson
button-no-contact = Nie wieder
done-no-contact = Ich schreibe dir für niemanden mehr.
button-link = Konto verbinden
times-title = Zeiten
times-quiet = Ruhezeiten, oder leer für keine
times-timezone = Zeitzone
times-digest = Tägliche Übersicht um
contact-title = Vertrauensperson
contact-field = Konto-ID einer Vertrauensperson, oder leer
contact-start = Auf Telegram kann ich deiner Vertrauensperson erst schreiben, wenn sie mich geöffnet und auf „Starten“ getippt hat. Bitte sie darum.

## Proofs

proof-choose = Profil auswählen
proof-choose-body = Welches Profil kannst du ändern?
proof-bio-title = Mit einem Profil nachweisen
proof-bio-body = { $hours ->
    [one] Schreib diesen Code in die Beschreibung (Bio) des Profils, speichere sie und drücke „Prüfen“. Der Code gilt { $hours } Stunde; danach kannst du ihn wieder entfernen.
   *[other] Schreib diesen Code in die Beschreibung (Bio) des Profils, speichere sie und drücke „Prüfen“. Der Code gilt { $hours } Stunden; danach kannst du ihn wieder entfernen.
}
proof-profile = Profil
proof-code = Code
proof-passed-terms = Nachgewiesen: { $terms }. Du kannst den Code aus deinem Profil entfernen. Einzelheiten zu Hinweisen darüber stehen dir jetzt offen.
button-check = Prüfen
vouch-ask-title = Moderation um Bürgschaft bitten
vouch-ask-body = Die Moderation dieser Community würde dein Konto und die Wörter unten sehen und erfahren, dass du dafür eine Merkliste führst. Ohne dein Einverständnis wird nichts gezeigt.
vouch-shown = Sieht die Moderation
button-vouch-ask = Zeigen und fragen
done-vouch-asked = Die Moderation ist gefragt. Du hörst von mir, sobald sie geantwortet hat.
vouch-title = Ein Mitglied bittet dich um Bürgschaft
vouch-pending = Weißt du, dass dieses Konto der genannten Person gehört oder für sie spricht? Bitte behalte das für dich.
vouch-passed = Verbürgt. Bitte behalte das für dich.
vouch-failed = Abgelehnt.
vouch-revoked = Zurückgenommen.
vouch-over = Das ist vorbei; davon wird nichts mehr gezeigt.
vouch-account = Konto
vouch-count = Bürgschaften
button-vouch = Ich bürge dafür
button-decline = Das kann ich nicht
button-vouch-back = Zurücknehmen

## Setting up a community

setup-title = Headsup in dieser Community
setup-ready = Bereit: Karten kommen im Hinweiskanal an.
setup-missing = Karten können noch nicht ankommen. Es fehlt:
setup-unknown = Der Hinweiskanal ließ sich gerade nicht prüfen. Drücke gleich „Testkarte senden“.
setup-none = keine
setup-only-administrators = nur Administration
setup-channel = Hinweiskanal
setup-moderators = Moderation
setup-escalation = Bei Eskalation rufen
setup-child-safety = Kinderschutz
setup-severity = Karten ab Schweregrad
setup-language = Sprache
setup-feeds = Feeds
setup-channel-prompt = Hinweiskanal
setup-moderators-prompt = Moderation
setup-escalation-prompt = Wen „Eskalieren“ ruft
setup-feeds-prompt = Feeds zum Abonnieren
button-test = Testkarte senden
test-card-title = Test
test-card = Hier kommen die Karten an. Eine Karte sagt, worum ein Beitrag vielleicht bittet, und hat Knöpfe zum Übernehmen, Bestätigen, Verwerfen und Eskalieren.
missing-channel = ein Hinweiskanal: Wähle unten einen aus
missing-gone = der Hinweiskanal existiert nicht mehr: Wähle einen anderen aus
missing-see = Ich kann den Hinweiskanal nicht sehen (Discord: Berechtigung „Kanal ansehen“, View Channel; Telegram: füg mich der Gruppe hinzu)
missing-send = die Berechtigung, im Hinweiskanal Nachrichten zu senden
missing-embed = die Berechtigung, im Hinweiskanal Links einzubetten
missing-history = die Berechtigung, den Nachrichtenverlauf des Hinweiskanals zu lesen
missing-threads = die Berechtigung, in Threads des Hinweiskanals Nachrichten zu senden

notice-channel-forbidden-title = Headsup kann keine Karten schreiben
notice-channel-forbidden = Ich darf nicht mehr in den Hinweiskanal schreiben. Nichts geht verloren: Die Karten warten, bis ich ihn wieder sehen, dort Nachrichten senden und Links einbetten darf oder `/setup` einen anderen Kanal nennt.
notice-channel-missing-title = Der Hinweiskanal von Headsup ist weg
notice-channel-missing = Der Hinweiskanal existiert nicht mehr. Nichts geht verloren: Die Karten warten, bis `/setup` einen anderen Kanal nennt.
notice-channel-mended-title = Headsup arbeitet wieder
notice-channel-mended = Im Hinweiskanal kommen wieder Karten an, auch die, die gewartet haben.
notice-feed-blind-title = Ein Feed liefert nichts mehr
notice-feed-blind = „{ $feed }“ funktioniert nicht: { $error } { $remedy } Bis dahin ist von dort nichts zu sehen.
notice-feed-back-title = Ein Feed ist wieder da
notice-feed-back = „{ $feed }“ funktioniert wieder, nach { $hours ->
    [one] { $hours } Stunde
   *[other] { $hours } Stunden
}. { $items ->
    [0] Es gab dort nichts Neues.
    [one] Es gab dort einen neuen Beitrag; er wird geprüft.
   *[other] Es gab dort { $items } neue Beiträge; sie werden geprüft.
}
notice-account-linked-title = Headsup
notice-account-linked = Ein Konto bei { $platform } wurde mit deinem verbunden: Es sieht deine Liste und deine Hinweise. Wenn du das nicht warst, löse die Verbindung jetzt.
notice-second-claim-title = Bitte lesen
notice-second-claim = Jemand anderes wollte ein Profil nachweisen, das du nachgewiesen hast. Das wurde abgelehnt. Wenn das Profil nicht mehr dir gehört, entferne es mit `/watch edit`.
notice-contact-closed-title = Headsup
notice-contact-closed = Deine Vertrauensperson konnte nicht gebeten werden: Ich kann ihr nicht schreiben. Auf Telegram muss sie mich erst öffnen und auf „Starten“ tippen; auf Discord muss sie Direktnachrichten erlauben. Danach kannst du es noch einmal versuchen.
notice-vouch-passed-title = Headsup
notice-vouch-passed = Die Moderation hat für dich gebürgt. Einzelheiten zu deinen Notizen stehen dir jetzt offen.
notice-vouch-failed-title = Headsup
notice-vouch-failed = Die Moderation konnte nicht für dich bürgen. Ein Code in einem Profil ist ein anderer Weg: `/watch prove`.
notice-vouch-revoked-title = Headsup
notice-vouch-revoked = Die Moderation hat ihre Bürgschaft für dich zurückgenommen. Einzelheiten deiner Hinweise bleiben geschlossen, bis du wieder gezeigt hast, wer du bist: `/watch prove`.

## Feeds

source-fourchan = ein 4chan-Board
source-huggingface_models = Modelle auf Hugging Face
source-huggingface_discussions = Diskussionen auf Hugging Face
source-bluesky_jetstream = Bluesky
source-bluesky_search = Bluesky-Suche
source-mastodon = Mastodon
source-lemmy = Lemmy
source-discourse = ein Discourse-Forum
source-reddit = Reddit
source-json = eine API
source-telegram_chat = ein Telegram-Chat
feed-list-title = Feeds
feed-list-empty = Diese Community folgt noch keinem Feed. `/feed add` beginnt mit einer Adresse.
feed-list-body = { $count ->
    [one] Diese Community folgt { $count } Feed.
   *[other] Diese Community folgt { $count } Feeds.
}
feed-list-more = { $count ->
    [one] und { $count } weiterer
   *[other] und { $count } weitere
}
feed-state-new = noch nicht abgefragt
feed-state-working = ✅ funktioniert
feed-state-failing = ⚠️ klappt im Moment nicht
feed-state-blind = ⛔ liefert nichts: seit langem kein Erfolg
feed-state-stale = ⚠️ antwortet, hat aber seit langem nichts Neues gebracht
feed-state-paused = ⛔ durch einen Fehler angehalten; einmal am Tag ein neuer Versuch
feed-state-disabled = ⛔ abgeschaltet: Es gibt ihn nicht mehr
feed-state-held = vom Betreiber pausiert
feed-state-idle = pausiert
feed-state-paused-here = von dieser Community pausiert
feed-last-ok = zuletzt erfolgreich: { $time }
feed-never-ok = noch kein Erfolg
feed-next = nächste Abfrage: { $time }
feed-week = letzte Woche: { $items ->
    [one] { $items } Beitrag
   *[other] { $items } Beiträge
}, { $findings ->
    [one] { $findings } Fund
   *[other] { $findings } Funde
}
feed-moved = Er ist umgezogen nach { $address }.
feed-severity = Karten ab Schweregrad
feed-keywords = Nur mit
feed-preview-body = { $count ->
    [0] Es klappt; im Moment ist er leer.
    [one] Es klappt. Das ist der neueste Beitrag, so wie er geprüft würde. Noch ist nichts gespeichert.
   *[other] Es klappt. Das sind die { $count } neuesten Beiträge, so wie sie geprüft würden. Noch ist nichts gespeichert.
}
feed-preview-others = Dort auch gefunden
feed-preview-footer = Was jetzt dort steht, ist der Ausgangspunkt: Karten kommen für das, was ab jetzt veröffentlicht wird.
feed-channel-title = Auf einen Kanal achten
feed-channel-body = Nachrichten in { $channel } und den Threads dort würden ab jetzt geprüft. Änderungen werden nachvollzogen; was dort gelöscht wird, wird hier gelöscht. Bitte sag deinen Mitgliedern Bescheid.
button-feed-add = Diesem Feed folgen
done-feed-added = Ab jetzt folge ich „{ $feed }“ (Feed #{ $number }). Was jetzt dort steht, ist der Ausgangspunkt; Karten kommen für Neues. `/feed list` zeigt den Stand.
done-channel-added = Ab jetzt achte ich auf { $feed } (Feed #{ $number }).
done-feed-paused = „{ $feed }“ ist für diese Community pausiert: keine Karten daraus bis `/feed resume`.
done-feed-resumed = Ich folge „{ $feed }“ wieder.
done-feed-removed = Ich folge „{ $feed }“ nicht mehr. Fälle, die daraus entstanden sind, bleiben.
feed-digest-cases = { $count ->
    [one] { $count } Fall wurde eröffnet (`/case show`):
   *[other] { $count } Fälle wurden eröffnet, die schwersten zuerst (`/case show`):
}
feed-digest-rest = { $count ->
    [one] … und { $count } weiterer: `/case list`
   *[other] … und { $count } weitere: `/case list`
}
notice-feed-digest-title = Neues nach langer Pause
notice-feed-digest = „{ $feed }“ wurde länger als einen Tag nicht gelesen. { $items ->
    [one] Es gab dort { $items } neuen Beitrag; er wird geprüft.
   *[other] Es gab dort { $items } neue Beiträge; sie werden geprüft.
}
notice-feed-stale-title = Ein Feed ist still geworden
notice-feed-stale = „{ $feed }“ antwortet, hat aber seit { $days ->
    [one] { $days } Tag
   *[other] { $days } Tagen
} nichts Neues gebracht, viel länger als üblich. Bitte sieh nach, ob die Adresse noch stimmt: `/feed test`.
notice-feed-stopped-title = Ein Feed hat angehalten
notice-feed-stopped = „{ $feed }“ hat angehalten: { $error } { $remedy } Bis dahin ist von dort nichts zu sehen.
notice-feed-news-again-title = Ein Feed bringt wieder etwas
notice-feed-news-again = „{ $feed }“ bringt wieder neue Beiträge.
notice-feed-removed-title = Ein Feed wurde entfernt
notice-feed-removed = Der Betreiber hat „{ $feed }“ entfernt. Von dort ist nichts mehr zu sehen.
notice-case-raised-low-title = Ein Fall wiegt schwerer als vorher
notice-case-raised-low = Ein Beitrag von Fall { $reference } wurde geändert; der Schweregrad ist jetzt niedrig. Die Karte oben zeigt es.
notice-case-raised-medium-title = Ein Fall wiegt schwerer als vorher
notice-case-raised-medium = Ein Beitrag von Fall { $reference } wurde geändert; der Schweregrad ist jetzt mittel. Die Karte oben zeigt es.
notice-case-raised-high-title = Ein Fall wiegt schwerer als vorher
notice-case-raised-high = Ein Beitrag von Fall { $reference } wurde geändert; der Schweregrad ist jetzt hoch. Die Karte oben zeigt es.
notice-case-raised-critical-title = Ein Fall wiegt schwerer als vorher
notice-case-raised-critical = Ein Beitrag von Fall { $reference } wurde geändert; der Schweregrad ist jetzt kritisch. Die Karte oben zeigt es.
event-raised = durch eine Änderung schwerer geworden
refused-too-many-feeds = { $count ->
    [one] Eine Community kann { $count } Feed folgen. Entferne ihn zuerst: `/feed remove`.
   *[other] Eine Community kann { $count } Feeds folgen. Entferne zuerst einen: `/feed remove`.
}
refused-feed-address = Gib die Adresse eines Feeds an oder einer Seite, die einen hat.
refused-feed-failed = Diesem Feed kann ich nicht folgen: { $problem } Es wurde nichts gespeichert.
refused-feed-operator = Feeds der Art { $kind } brauchen etwas, das nur der Betreiber dieses Bots hat (einen Schlüssel oder die Erlaubnis der Seite). Bitte ihn, den Feed in die Konfiguration aufzunehmen; dann steht er in `/setup feeds`.
refused-feed-known = Diese Community folgt „{ $feed }“ schon.
refused-feed-held = „{ $feed }“ wurde vom Betreiber dieses Bots pausiert; nur er kann ihn fortsetzen.
refused-feed-draft = Das ist zu lange her, oder ich wurde neu gestartet. Bitte beginne neu mit `/feed add`.
refused-filter = { $problem } Es wurde nichts gespeichert.
refused-channels-off = Dieser Bot achtet nicht auf Kanäle. Der Betreiber kann das einschalten: `discord.watch_channels = true` und den Intent “Message Content” im Entwicklerportal von Discord.
refused-channel = Bitte wähle den Kanal, auf den geachtet werden soll.
refused-channel-closed = { $channel } darf ich nicht lesen. Gib mir dort zuerst die Berechtigungen „Kanal ansehen“ (View Channel) und „Nachrichtenverlauf anzeigen“ (Read Message History). Auf Telegram: Mach mich dort zum Administrator.
refused-chat-foreign = Es gibt keinen solchen Kanal, den wir beide verwalten. Füge mich dort zuerst als Administrator hinzu; beobachten lassen kann einen Kanal nur, wer ihn verwaltet.
refused-in-private = Schreib das in der Gruppe, um die es geht; die Antwort kommt hierher, privat.

## Help

guide-title = Headsup
guide-body = Ich sage Menschen Bescheid, wenn jemand um KI-Bilder oder KI-Modelle von ihnen bittet.
guide-report = einen Beitrag melden, der um das Abbild eines Menschen bittet; nur die Moderation sieht, dass du es warst
guide-status = wie es um deine Meldungen steht
guide-watch-add = erfahren, wenn etwas vielleicht um dein Abbild bittet, das deines Kindes oder eines Menschen, für den du sprichst
guide-watch = auflisten, ändern, pausieren, fortsetzen, entfernen, nachweisen, Einstellungen, verbinden, Export, vergessen, anhalten
guide-case = die Fälle der Moderation
guide-feed = die Feeds und Kanäle, die auf solche Posts hin beobachtet werden
guide-setup = Hinweiskanal, Rollen, Feeds, Schweregrad, Sprache
guide-footer = Deine Merkliste ist mit einem eigenen Schlüssel versiegelt, und niemand hier kann sie sehen.

## Forms that are asked question by question

question = Frage { $number } von { $count }
question-so-far = Bisher
question-example = Zum Beispiel
button-keep-answer = So lassen
button-clear-answer = Leer lassen
button-skip = Überspringen
button-cancel = Abbrechen
conversation-left = Abgebrochen. Davon wird nichts aufgehoben.
conversation-nothing = Es gibt nichts abzubrechen.
conversation-left-by = Das begonnene Formular ist verlassen; nichts davon wird aufbewahrt.
conversation-over = Das ist zu lange her: Ich habe deine Antworten vergessen. Bitte beginne neu.
conversation-again = Hier sind die Fragen noch einmal, mit deinen Antworten.
refused-question = Diese Frage ist schon beantwortet.
refused-answer-long = Bitte schreib höchstens { $most } Zeichen.
refused-answer-needed = Hier braucht es eine Antwort; `/cancel` bricht ab.

## Telegram

command-report = Eine Anfrage nach dem Abbild eines Menschen melden
command-watch = Deine eigene Merkliste, ganz privat
command-case = Für die Moderation: die Fälle
command-feed = Für die Moderation: die Feeds
command-setup = Für die Administration: Headsup einrichten
command-help = Was Headsup für dich tun kann
command-stop = Alles sofort anhalten
command-cancel = Ein Formular abbrechen
private-open = Ich antworte privat, damit niemand sonst mitliest.
private-thanks = Danke, es ist angekommen. Die Bestätigung wartet im privaten Chat.
private-sent = Die Antwort steht in unserem privaten Chat.
private-first = Bitte öffne mich zuerst im privaten Chat.
private-command-stays = Dort darf ich keine Nachrichten löschen, also ist dein Befehl weiterhin zu sehen. Du kannst mir Nachrichten stattdessen hierher weiterleiten oder die Administration bitten, mir das Löschen zu erlauben.
button-open-private = Öffnen
anonymous = Du schreibst als Gruppe, deshalb weiß ich nicht, wer du bist. Drücke, um als du selbst weiterzumachen; die Antwort kommt privat.
anonymous-report = Du schreibst als Gruppe oder als Kanal, deshalb kann ich keine Meldung annehmen. Bitte leite mir die Nachricht privat weiter.
anonymous-private = Du schreibst als Gruppe oder als Kanal, deshalb weiß ich nicht, wer du bist. Bitte schreib mir das privat. Falls dein Befehl hier noch zu sehen ist, lösche ihn.
anonymous-long = Du schreibst als Gruppe, deshalb weiß ich nicht, wer du bist. Schalte deine Anonymität kurz aus (in deinen Administratorrechten) und schreib das noch einmal.
button-go-on = Weiter
button-cards-here = Karten kommen hier an
setup-accounts = Um jemanden zu benennen, antworte in der Gruppe auf eine Nachricht dieser Person mit `/setup moderators`, `/setup escalation` oder `/setup child_safety`; mit `none` ist niemand benannt. Die Administration der Gruppe darf ohnehin entscheiden. `/setup here`, in einem Thema geschrieben, schickt die Karten dorthin.
refused-account = Wen? Antworte auf eine Nachricht der Person, oder gib die Nummer des Kontos an, oder `none`.
refused-usage = Das habe ich nicht verstanden. `{ $usage }`
watch-menu = Was soll ich tun?
watch-menu-add = Auf eine Person achten
watch-menu-list = Deine Merkliste
watch-menu-edit = Ändern
watch-menu-pause = Pausieren
watch-menu-resume = Fortsetzen
watch-menu-remove = Entfernen
watch-menu-prove = Nachweisen
watch-menu-preferences = Einstellungen
watch-menu-link = Konto verbinden
watch-menu-export = Daten ausgeben
watch-menu-forget-me = Vergiss mich
watch-menu-stop = Alles anhalten
watch-for = Für wen?
prove-how = Wie möchtest du es zeigen?

## Faults

failed = Bei mir ist etwas schiefgegangen; es wurde nichts geändert. Bitte versuch es noch einmal, und sag dem Betreiber Bescheid, wenn es so bleibt.
again = Das hat zu lange gedauert. Bitte versuch es noch einmal.

## Refusals: what was wrong, and what to do

refused-action = Dieser Knopf sagt mir nichts mehr. Bitte beginne neu mit dem Befehl.
refused-role-moderator = Das darf nur die Moderation dieser Community. Wer dazugehört, legt die Administration mit `/setup` fest.
refused-role-administrator = Das darf nur die Administration dieser Community.
refused-role-child_safety = Das dürfen nur Mitglieder mit der Kinderschutz-Rolle oder die Administration öffnen. Die Administration legt die Rolle mit `/setup` fest.
refused-not-here = Das geht nur in einer Community.
refused-no-case = Diesen Fall gibt es hier nicht.
refused-no-reference = Einen Fall „{ $reference }“ gibt es hier nicht. Ein Zeichen sieht aus wie H-7K3F; `/case list` zeigt sie.
refused-claimed = { $actor } sieht es sich schon an.
refused-confirmed = Schon bestätigt von { $actor }.
refused-dismissed = Schon verworfen von { $actor }.
refused-open = Dieser Fall ist bereits offen.
refused-escalated = Dieser Fall wurde bereits eskaliert.
refused-no-escalation-role = Es ist niemand festgelegt, der gerufen wird. Die Administration legt das mit `/setup escalation` fest.
refused-reason = Bitte wähle einen der Gründe.
refused-empty-note = Die Notiz ist leer.
refused-link = Das ist kein Link. Ein Link beginnt mit https://; wenn du keinen hast, lass das Feld leer und kopiere den Wortlaut.
refused-empty-report = Es gibt nichts anzusehen: Gib einen Link an oder kopiere den Wortlaut.
refused-muted = Bis { $until } nimmt die Moderation deine Meldungen nicht an. Wenn du meinst, dass das falsch ist, schreib ihr bitte.
refused-too-many-reports = { $count ->
    [one] Du kannst { $count } Meldung pro Stunde machen. Diese wurde nicht angenommen: Bitte schick sie später noch einmal.
   *[other] Du kannst { $count } Meldungen pro Stunde machen. Diese wurde nicht angenommen: Bitte schick sie später noch einmal.
}
refused-no-report = Eine solche Meldung hast du nicht.
refused-no-alert = Diese Notiz gehört nicht dir oder existiert nicht mehr.
refused-contact-declined = An dieses Konto soll für niemanden geschrieben werden. Bitte wähle jemand anderen.
refused-no-contact = Es ist keine Vertrauensperson eingetragen. `/watch preferences` trägt eine ein.
refused-snooze = Bitte wähle eine der Zeiten.
refused-no-watchlist = Du hast noch keine Merkliste. `/watch add` beginnt eine.
refused-standing = Bitte wähle eins davon: { $options }.
refused-too-many-persons = { $count ->
    [one] Auf eine Merkliste passt { $count } Person. Entferne sie zuerst; für Vertretungen kann die Moderation mit einer Bürgschaft mehr erlauben.
   *[other] Auf eine Merkliste passen { $count } Personen. Entferne zuerst eine; für Vertretungen kann die Moderation mit einer Bürgschaft mehr erlauben.
}
refused-too-many-changes = { $count ->
    [one] Mehr als { $count } Änderung pro Stunde geht nicht. Bitte mach später weiter.
   *[other] Mehr als { $count } Änderungen pro Stunde gehen nicht. Bitte mach später weiter.
}
refused-too-many-terms = Bei einer Person sind es zusammen höchstens { $count } Namen, Nutzernamen, Links und Wörter.
refused-person = { $fault ->
    [nothing] Es gibt nichts, worauf ich achten kann: Bitte gib mindestens einen Namen, Spitznamen, ein Konto oder einen Link an.
    [too_many] { watch-field }: höchstens { $limit } Einträge.
    [too_long] { watch-field }: Ein Eintrag hat höchstens { $limit } Zeichen.
   *[other] Einer der Einträge ist nicht lesbar. Bitte schreib ihn noch einmal.
}
refused-term = { $reason ->
    [empty] In „{ $term }“ steht kein Buchstabe und keine Ziffer.
    [too_short] „{ $term }“ ist zu kurz: Ein oder zwei Buchstaben stehen in fast jedem Text.
    [first_name] Sehr viele Menschen heißen „{ $term }“. Bitte ergänze einen zweiten Namen oder Kontextwörter, zum Beispiel eine Stadt.
    [dictionary_word] „{ $term }“ ist ein gewöhnliches Wort. Bitte ergänze einen zweiten Namen oder Kontextwörter, zum Beispiel einen Beruf.
    [place] „{ $term }“ ist ein Ort. Bitte ergänze einen zweiten Namen oder Kontextwörter, zum Beispiel einen Beruf.
    [needs_site] So können viele Konten heißen: „{ $term }“. Bitte nenne auch die Seite, zum Beispiel instagram:janeroe.
   *[not_a_handle] „{ $term }“ ist kein Kontoname. Bitte schreib ihn als @janeroe oder als instagram:janeroe.
} Es wurde nichts gespeichert.
refused-which-person = { $count ->
    [one] Du achtest auf { $count } Person: Sag bitte welche, mit ihrer Nummer aus `/watch list`.
   *[other] Du achtest auf { $count } Personen: Sag bitte, auf welche es ankommt, mit ihrer Nummer aus `/watch list`.
}
refused-preference = Diese Auswahl gibt es nicht.
refused-timezone = Diese Zeitzone gibt es nicht. Am nächsten liegt { $nearest }.
refused-hours = Bitte schreib Zeiträume wie 22:00-07:30 und eine Uhrzeit wie 09:00.
refused-contact = Bitte gib die Nummer des Kontos (seine ID) an, oder lass das Feld leer.
refused-link-code = Diesen Code gibt es nicht, oder seine zehn Minuten sind um. `/watch link` im anderen Konto macht einen neuen.
refused-link-same = Das andere Konto muss auf einer anderen Plattform sein: eines bei Discord, eines bei Telegram.
refused-link-both = Beide Konten führen eine Liste. Entferne zuerst die Personen der einen (`/watch remove`), dann verbinde sie.
refused-no-profile = Kein Profil-Link dieser Person lässt sich prüfen: Es muss die Seite des Profils selbst sein, auf einer Website, die ich kenne. Füge einen mit `/watch edit` hinzu oder bitte die Moderation um Bürgschaft.
refused-proof-over = Das ist abgelaufen oder gehörte nicht dir. Beginne neu mit `/watch prove`.
refused-profile = { $kind ->
    [not_found] Unter diesem Link gibt es kein Profil. Bitte sieh nach, ob er richtig geschrieben ist.
    [no_answer] Die Seite antwortet gerade nicht. Bitte drücke in ein paar Minuten noch einmal „Prüfen“.
   *[other] Das Profil ließ sich nicht lesen. Manche Seiten zeigen Profile nur nach der Anmeldung; versuch ein anderes Profil oder bitte die Moderation um Bürgschaft.
}
refused-no-code = Der Code steht noch nicht auf der Profilseite. Es kann eine Minute dauern, bis er erscheint; drücke dann noch einmal „Prüfen“.
refused-claimed-handle = Jemand anderes hat dieses Profil nachgewiesen. Wenn es deins ist, bitte die Moderation um Bürgschaft.
refused-vouch-where = Die Moderation kann nur in ihrer Community bürgen: Nutze dort `/watch prove` (nur du siehst es). Ihr Hinweiskanal muss eingerichtet sein.
refused-vouch-here = Die Moderation kann hier nicht bürgen: Der Betreiber dieses Bots hat diese Community nicht dafür benannt. Ein Code in einem Profil ist ein anderer Weg: `/watch prove`.
refused-vouch-pending = Die Moderation ist schon gefragt.
refused-vouch-own = Niemand kann für sich selbst bürgen.
refused-vouch-twice = Du hast schon gebürgt; es braucht noch jemanden aus der Moderation.
refused-severity = Bitte wähle eins davon: { $options }.
refused-language = Bitte wähle eins davon: { $options }.
refused-feed = Diesen Feed gibt es hier nicht. Feeds: { $options }.
