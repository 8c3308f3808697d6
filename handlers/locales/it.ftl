# Quello che dice Headsup, in italiano. Regole: «chiede» con «forse» o «può», mai «è»; nessuno viene accusato; il primo messaggio non nomina nulla. Si dà del tu.

## Severity, confidence, labels

severity-none = nessuna
severity-low = bassa
severity-medium = media
severity-high = alta
severity-critical = critica
confidence-unlikely = improbabile
confidence-possible = possibile
confidence-likely = probabile
confidence-very_likely = molto probabile

asks-unknown = È stato segnalato e non è ancora stato esaminato.
asks-nothing = Nel testo non è stata riconosciuta alcuna richiesta sull'immagine di una persona reale. Per favore, dai un'occhiata anche tu.
asks-likeness = Questo post forse chiede contenuti artificiali di una persona reale.
asks-sexual = Dice apertamente che il contenuto deve essere sessuale.
asks-veiled = Allude a qualcosa di sessuale.
asks-private = La persona non sembra essere un personaggio pubblico.
asks-minor = Ci sono indizi che la persona possa avere meno di 18 anni.
asks-consent = Chi scrive dice che si tratta della propria immagine o che la persona è d'accordo (un'affermazione, non una prova).

raised-earlier_by_requester = dallo stesso account c'è una richiesta precedente confermata o sessuale
raised-earlier_about_person = c'è già stata una richiesta sulla stessa persona
raised-adult_context = i contrassegni, i tag o il modello di base della piattaforma sono per adulti

## The moderators' card

card-title = { $reference } · { $severity }
card-state = Stato
card-reports = Segnalazioni
card-reports-value = { $count ->
    [one] segnalato da { $count } membro
   *[other] segnalato da { $count } membri
}
card-items = Post in questo caso
card-source = Fonte
card-purged = Il testo non è più conservato o è stato rimosso alla fonte.
card-confidence = Certezza
card-raised = Alzato perché
card-reward = Ricompensa
card-posted = Data
card-requester = Pubblicato da (secondo la fonte)
card-requester-earlier = { $count ->
    [0] nulla di confermato qui in precedenza
    [one] { $count } post precedente confermato qui
   *[other] { $count } post precedenti confermati qui
}
card-link = Link (non cliccabile)
card-attachment = Allegato (non aperto)
card-excerpt = Estratto
card-minor = Non viene mostrato nulla
card-minor-text = Poiché potrebbe riguardare una persona minorenne, Headsup non mostra, non conserva e non inoltra nulla del post. I membri con il ruolo di tutela dei minori possono aprire link, impronta e canali di segnalazione. Per favore, non scaricare e non condividere alcun materiale.
card-footer = Headsup · una richiesta non prova nulla · le decisioni vengono registrate

source-report = la segnalazione di un membro
source-rss = feed di notizie
source-civitai_bounties = ricompense (bounties) di Civitai
source-civitai_models = modelli di Civitai
source-discord_channel = un canale Discord
source-webhook = webhook

time-posted = pubblicato: { $time }
time-seen = visto per la prima volta: { $time }

state-open = aperto
state-claimed = se ne occupa { $actor }
state-escalated = (inoltrato)
state-confirmed = confermato da { $actor }
state-dismissed = archiviato da { $actor }: { $reason }

short-open = aperto
short-claimed = qualcuno se ne sta occupando
short-confirmed = confermato
short-dismissed = archiviato
short-none = esaminato; qui non c'è una moderazione che decide

button-open = Apri
button-claim = Me ne occupo io
button-confirm = Conferma
button-dismiss = Archivia…
button-escalate = Inoltra
button-reopen = Riapri
button-mute = Silenzia il primo per 7 giorni
button-earlier = Pagina precedente
button-later = Pagina successiva

dismiss-ask = Perché viene archiviato?
dismiss-prompt = Scegli un motivo
dismiss-fictional = Di fantasia o nessuno di reale
dismiss-no_request = Non è una richiesta
dismiss-agreed = Propria immagine, o consenso dato
dismiss-handled = Già gestito
dismiss-bad_report = Segnalazione in malafede
dismiss-other = Altro
done-dismissed = Archiviato. La scheda è aggiornata e chi ha segnalato viene informato.

escalated-title = { $reference } è stato inoltrato
escalated-body = Qualcuno della moderazione chiede un secondo parere sul caso { $reference }. La scheda è qui sopra; `/case show` lo mostra per intero.

sensitive-title = { $reference } · tutela dei minori
sensitive-body = Segnalalo; non aprire, scaricare, fotografare o inoltrare materiale sospetto. Nel caso resta registrato che hai aperto questa vista.
sensitive-hash = Impronta (hash) del testo

## Cases

list-title = Casi
list-empty = Non c'è nulla in attesa.
list-count = { $count ->
    [one] { $count } caso.
   *[other] { $count } casi.
}
list-line = { $state } · da { $time }
case-history = Cronologia
case-why = Perché questa gravità
case-why-text = regola «{ $row }»; { $odds }; modello { $model }
case-spans = Che cosa ha pesato nella decisione
case-reporter = Segnalato da
case-reporter-forgotten = non più noto
case-reporter-record = segnalazioni qui: { $total } (confermate: { $confirmed }, archiviate: { $dismissed })
done-note = Annotato in { $reference }.
done-muted = { $days ->
    [one] Le segnalazioni di questo account non vengono accettate per { $days } giorno. Se ci prova, gli viene detto.
   *[other] Le segnalazioni di questo account non vengono accettate per { $days } giorni. Se ci prova, gli viene detto.
}

event-opened = aperto
event-joined = si è aggiunto un altro post
event-reported = segnalato
event-claimed = preso in carico
event-confirmed = confermato
event-dismissed = archiviato
event-escalated = inoltrato
event-reopened = riaperto
event-note = nota
event-muted = un account che aveva segnalato è stato silenziato
event-opened_sensitive = aperta la vista di tutela dei minori

## Reports

report-form-title = Segnala una richiesta di immagini
report-form-link = Link al post
report-form-text = Che cosa dice (copia le parole)
report-form-text-hint = Senza immagini; se c'è un link, basta quello.
report-form-reason = Altro che la moderazione dovrebbe sapere
receipt-title = Grazie · { $reference }
receipt = La tua segnalazione è arrivata. Il riferimento è { $reference }; solo la moderazione vede chi ha segnalato. Ti scrivo quando c'è una decisione. `/report status` mostra a che punto è.
receipt-known = La moderazione ha già deciso su questo post: { $state }. Riferimento { $reference }.
receipt-alone = La tua segnalazione è arrivata e viene esaminata per le persone che si prendono cura della propria immagine. Riferimento { $reference }. A questa conversazione non è collegata alcuna moderazione: per raggiungere quella di una comunità, segnala al suo interno.
report-status-title = Le tue segnalazioni
reporter-confirmed = La moderazione ha confermato la tua segnalazione { $reference }. Grazie per aver pensato a qualcuno.
reporter-dismissed = La moderazione ha guardato la tua segnalazione { $reference } e l'ha chiusa senza altri passi. Grazie lo stesso; segnala ancora quando vedi qualcosa.

## A person's alert

alert-neutral = { $count ->
    [one] Headsup ha una nota per te. Aprila quando ti va.
   *[other] Headsup ha { $count } note per te. Aprile quando ti va.
}
button-details = Mostra i dettagli
button-details-number = Nota { $number }
button-not-me = Non sono io
button-help = Che cosa posso fare
button-snooze = Più tardi
button-stop = Ferma
button-tell-contact = Chiedi a chi mi sta vicino
button-words = Mostra le parole esatte
button-words-yes = Sì, mostrale
button-keep = Tieni una copia per me

unproved-title = Una possibile richiesta
unproved-body = È stato pubblicato qualcosa che forse riguarda la persona che ti sta a cuore. Prima di dire di più, per favore mostra che { $standing ->
    [self] sei tu
    [guardian] ne sei genitore o tutore
   *[representative] parli per questa persona
}: così nessuno può usare una lista per scoprire qualcosa su altri.
button-prove-bio = Dimostralo con un profilo
button-prove-vouch = Chiedi alla moderazione

details-title = Che cosa si sa
details-body = Un programma ha letto il post e può sbagliarsi.
details-about = Persona
details-kind = Che cosa forse chiede
details-why = Perché lo penso
details-tentative = Non è certo che sia questa persona
details-tentative-text = Anche altri portano questo nome, e nient'altro nel post indica qualcuno in particolare.
details-minor = Un post forse chiede immagini di qualcuno che potrebbe avere meno di 18 anni. Non ne mostro nulla. «Che cosa posso fare» indica dove segnalarlo e farlo rimuovere.
details-several = { $count ->
    [one] C'è { $count } nota. Aprila da qui.
   *[other] Ci sono { $count } note. Scegline una.
}
kind-likeness = Immagini, video, voce o un modello IA di questa persona.
kind-delicate = Forse l'intento è sessuale.
words-ask = Le parole del post possono ferire. Mostrarle comunque?
words-title = Le parole del post
how-exact = c'è il nome
how-folded = c'è il nome con un'altra grafia
how-homoglyph = c'è il nome in lettere simili
how-leet = c'è il nome con cifre al posto di lettere
how-joined = c'è il nome scritto come una parola sola
how-spaced = c'è il nome lettera per lettera
how-initial = ci sono iniziale e cognome
how-nickname = c'è una forma breve del nome
how-typo = c'è qualcosa di molto simile al nome
how-transliteration = c'è il nome in un altro alfabeto
how-inflection = c'è una variante del nome
how-handle = c'è un nome utente
how-url = c'è un link a un profilo
how-context = c'è vicino una parola di contesto
done-not-me = Capito: era un'altra persona. Non ti avviserò più per la stessa cosa.
done-kept = Conservo per te le parole del post oltre i 90 giorni consueti. `/watch export` ti dà quello che ho; `/watch forget-me` lo cancella.
done-contact = Chiedo alla tua persona di fiducia di mettersi in contatto con te. Non le viene detto perché. Glielo chiedo al massimo una volta al giorno.
contact-note = { $account } ti ha indicato come persona di fiducia e vorrebbe che ti mettessi in contatto. Headsup non dice altro.
snooze-ask = Quando devo tornare?
snooze-prompt = Scegli un momento
snooze-hour = tra un'ora
snooze-day = domani
snooze-week = tra una settimana
done-snoozed = Torno { $length }.
done-stopped = Tutto è fermo. Non verrà inviato altro; la tua lista resta finché non la cancelli (`/watch forget-me`).
button-start-again = Ricomincia
done-started = Ci faccio di nuovo attenzione. Quello che è stato fermato resta fermo.
hint-direct-closed = { $count ->
    [one] Una nota ti aspetta: permetti i messaggi diretti da questa app e arriverà.
   *[other] { $count } note ti aspettano: permetti i messaggi diretti da questa app e arriveranno.
}

## What can I do

help-title = Che cosa si può fare
help-body = Non hai nessuna colpa, e non devi affrontarlo senza aiuto. Scegli quello che ti serve; niente va fatto subito. Conservare il link e una schermata delle parole del post aiuta in seguito; se vuoi che intervenga la polizia, avvisala prima che venga rimosso.
help-body-minor = Non scaricare, fotografare o inoltrare mai materiale sospetto, nemmeno come prova. Questi servizi ricevono le segnalazioni e aiutano a farlo rimuovere.
help-footer = Fatti, non consulenza legale · ognuno con fonte e data
route-source = Fonte: { $source }, al { $date }.
route-source-second-hand = Fonte: { $source }, al { $date }, di seconda mano: per favore, verifica lì.
route-civitai-name = Su Civitai
route-civitai = Lì non sono ammesse immagini di persone reali, né ricompense (bounties) per averle. Il modulo, o digital-likeness@civitai.com, riceve le richieste della persona raffigurata.
route-stopncii-name = StopNCII (dai 18 anni)
route-stopncii = Crea l'impronta di un'immagine sul tuo dispositivo, così che le piattaforme possano fermarla. L'immagine non viene caricata. Si può usare anche quando qualcuno minaccia soltanto.
route-ccri-name = CCRI Image Abuse Helpline (aiuto per abusi di immagini, USA)
route-ccri = 844-878-2274
route-rph-name = Revenge Porn Helpline (Regno Unito, adulti)
route-rph = 0345 6000 459, dal lunedì al venerdì, 10–16. Il loro consiglio: conserva una schermata con l'indirizzo; se vuoi un procedimento penale, avvisa la polizia prima della rimozione.
route-dsa-name = Segnalazione a una piattaforma (UE)
route-dsa = Chiunque può inviare una segnalazione con l'indirizzo esatto, il motivo, nome ed e-mail, e una dichiarazione di buona fede. Con una segnalazione precisa la piattaforma risulta informata.
route-uk66-name = La legge nel Regno Unito
route-uk66 = Condividere, minacciare di condividere, creare o far creare un'immagine intima di una persona adulta senza consenso può essere reato.
route-takeitdown-act-name = TAKE IT DOWN Act (USA)
route-takeitdown-act = Le piattaforme devono rimuovere un'immagine intima pubblicata entro 48 ore da una richiesta valida. Vale per le immagini pubblicate; un post che le chiede soltanto non rientra.
route-virginia-name = La legge in Virginia (USA)
route-virginia = Diffondere o vendere con malizia immagini simili, fatte o no da una macchina, lì può essere un reato minore.
route-ncmec-tipline-name = NCMEC CyberTipline (segnalazioni, USA)
route-ncmec-tipline = 1-800-843-5678, oppure online.
route-ncmec-takeitdown-name = NCMEC Take It Down
route-ncmec-takeitdown = Aiuto anonimo per fermare immagini di chi ha meno di 18 anni.
route-iwf-name = Internet Watch Foundation
route-iwf = Riceve segnalazioni anonime da ovunque.

## The watchlist

watch-add-title = Prendersi cura di una persona
watch-edit-title = Modifica che cosa viene cercato
watch-field-names = Nomi
watch-hint-names = Uno per riga: Jane Roe
watch-field-aliases = Altri nomi, nomi d'arte
watch-hint-aliases = Uno per riga
watch-field-handles = Nomi utente
watch-hint-handles = @janeroe, instagram:janeroe
watch-field-urls = Link ai profili
watch-hint-urls = https://instagram.com/janeroe
watch-field-context = Parole di contesto
watch-hint-context = Parole che indicano questa persona: città, professione, programma
watch-field = { $field ->
    [aliases] { watch-field-aliases }
    [handles] { watch-field-handles }
    [urls] { watch-field-urls }
    [context] { watch-field-context }
   *[names] { watch-field-names }
}
watch-added-title = Ci faccio attenzione
watch-added-body = Da adesso ci faccio attenzione. Se qualcosa forse chiede { $standing ->
    [self] la tua immagine
   *[other] l'immagine di questa persona
}, ricevi un messaggio breve e neutro. Per vedere i dettagli dovrai mostrare una volta chi sei; puoi farlo già ora.
watch-namesakes = Altri con questo nome
watch-namesakes-text = { $count ->
    [one] Circa un'altra persona scrive con questo nome. Un nome utente o una città tra le parole di contesto mi aiuta a distinguervi.
   *[other] Circa altre { $count } persone scrivono con questo nome. Un nome utente o una città tra le parole di contesto mi aiuta a distinguervi.
}
watch-needs-context = Serve una parola di contesto
watch-needs-context-text = Molte persone hanno questo nome, oppure è anche una parola, un luogo o un personaggio noto. Senza una parola di contesto o un tuo nome utente vicino, lascio questi post ai moderatori e non ti avviso. Aggiungi una città o una professione come parola di contesto.
watch-standing = In qualità di
watch-list-title = La tua lista
watch-list-line = { $state } · { $standing } · { $proof } · { $terms ->
    [one] { $terms } termine
   *[other] { $terms } termini
}
watch-active = attiva
watch-paused = in pausa
watch-stopped = Al momento è tutto fermo.
watch-remove-ask = Togliere { $person } dalla tua lista? La sua chiave viene distrutta; non si può annullare.
standing-self = per te
standing-guardian = come genitore o tutore
standing-representative = come rappresentante
proof-passed = dimostrato
proof-pending = prova iniziata
proof-none = non ancora dimostrato
button-preferences = Preferenze
button-stop-all = Ferma tutto
button-remove = Togli
button-forget = Dimenticami
done-paused = { $person } è in pausa.
done-resumed = Faccio di nuovo attenzione a { $person }.
done-removed = Tolto. La chiave è distrutta.
forget-ask = Cancellare la tua lista, le sue chiavi, le tue note e preferenze, e slegare da te le tue segnalazioni? Non si può annullare.
done-forgotten = Tutto quello che conservavo di te è cancellato. Copie di sicurezza fatte prima da chi gestisce il servizio possono ancora contenerlo, sigillato, finché non vengono sostituite.
export-title = I tuoi dati
export-body = Tutto quello che conservo del tuo account. Il file nomina ciò che cerchi: conservalo in un posto sicuro.

preferences-title = Preferenze
preferences-body = Le tue scelte vengono sempre prima.
preferences-detail = Quanto dicono i dettagli
preferences-digest = Quando arrivano le note
preferences-quiet = Ore di silenzio
preferences-timezone = Fuso orario
preferences-severity = Dalla gravità
preferences-language = Lingua
preferences-contact = Persona di fiducia
preferences-none = nessuna
preferences-set = indicata

link-title = I tuoi account
link-code-body = Per usare questa lista anche dall'altro tuo account, scrivimi da lì `/watch link` con questo codice entro { $minutes } minuti. Quell'account vedrà e cambierà tutto come questo: collegane solo uno che sia soltanto tuo.
link-code = Codice
link-ask = Così questo account entra nella lista di un altro. Chi ha quell'account vedrà da allora tutto ciò che ci metti e i tuoi avvisi. Collega solo se entrambi gli account sono tuoi; se qualcuno ti ha dato questo codice, non farlo.
link-linked-body = Entrambi gli account vedono e cambiano questa lista.
link-this = questo account
link-other = account collegato
link-where = Gli avvisi vanno a
button-unlink = Scollega
done-unlinked = L'account non è più collegato. Gli avvisi vanno a { $platform }.

detail-summary = un riassunto; le parole esatte solo se le chiedi due volte
detail-full = le parole esatte con un tocco
digest-immediate = subito
digest-daily = una volta al giorno alle { $time }
button-times = Silenzio e fuso orario
button-contact = Persona di fiducia
button-no-contact = Mai più
done-no-contact = Non ti scriverò più per conto di nessuno.
button-link = Collega account
times-title = Orari
times-quiet = Ore di silenzio, o vuoto se nessuna
times-timezone = Fuso orario
times-digest = Riepilogo quotidiano alle
contact-title = Persona di fiducia
contact-field = ID di una persona di fiducia, o vuoto
contact-start = Su Telegram posso scrivere alla tua persona di fiducia solo dopo che mi ha aperto e ha premuto «Avvia». Chiediglielo.

## Proofs

proof-choose = Scegli un profilo
proof-choose-body = Quale profilo puoi modificare?
proof-bio-title = Dimostralo con un profilo
proof-bio-body = { $hours ->
    [one] Metti questo codice nella bio del profilo, salva e premi «Verifica». Il codice vale { $hours } ora; dopo puoi toglierlo.
   *[other] Metti questo codice nella bio del profilo, salva e premi «Verifica». Il codice vale { $hours } ore; dopo puoi toglierlo.
}
proof-profile = Profilo
proof-code = Codice
proof-passed-terms = Dimostrato: { $terms }. Puoi togliere il codice dal profilo. I dettagli delle note su questo ora ti sono aperti.
button-check = Verifica
vouch-ask-title = Chiedi alla moderazione di garantire
vouch-ask-body = La moderazione di questa comunità vedrebbe il tuo account e le parole qui sotto, e saprebbe che tieni una lista per queste. Non viene mostrato nulla senza il tuo consenso.
vouch-shown = Mostrato alla moderazione
button-vouch-ask = Mostra questo e chiedi
done-vouch-asked = Ho chiesto alla moderazione. Ti scrivo quando risponde.
vouch-title = Un membro ti chiede di garantire
vouch-pending = Sai che questo account appartiene alla persona nominata, o parla per lei? Per favore, tienilo per te.
vouch-passed = Garanzia data. Per favore, tienilo per te.
vouch-failed = Garanzia non data.
vouch-revoked = Garanzia ritirata.
vouch-over = Questa richiesta è chiusa; non se ne mostra più nulla.
vouch-account = Account
vouch-count = Garanzie
button-vouch = Garantisco io
button-decline = Non posso
button-vouch-back = Ritira la garanzia

## Setting up a community

setup-title = Headsup in questa comunità
setup-ready = Pronto: le schede arrivano nel canale degli avvisi.
setup-missing = Le schede non possono ancora arrivare. Manca:
setup-unknown = Non è stato possibile controllare ora il canale degli avvisi. Premi «Invia scheda di prova» tra un momento.
setup-none = nessuno
setup-only-administrators = solo amministrazione
setup-channel = Canale degli avvisi
setup-moderators = Moderazione
setup-escalation = Chiamata quando si inoltra
setup-child-safety = Tutela dei minori
setup-severity = Schede dalla gravità
setup-language = Lingua
setup-feeds = Feed
setup-channel-prompt = Canale degli avvisi
setup-moderators-prompt = Moderazione
setup-escalation-prompt = Chi viene chiamato da «Inoltra»
setup-feeds-prompt = Feed da seguire
button-test = Invia scheda di prova
test-card-title = Prova
test-card = Le schede arriveranno qui. Una scheda dice che cosa forse chiede un post e ha pulsanti per occuparsene, confermare, archiviare e inoltrare.
missing-channel = un canale degli avvisi: scegline uno qui sotto
missing-gone = il canale degli avvisi non esiste più: scegline un altro
missing-see = Non vedo il canale degli avvisi (Discord: permesso «Visualizza canale», View Channel; Telegram: aggiungimi al gruppo)
missing-send = permesso di inviare messaggi nel canale degli avvisi
missing-embed = permesso di incorporare link nel canale degli avvisi
missing-history = permesso di leggere la cronologia dei messaggi del canale degli avvisi
missing-threads = permesso di inviare messaggi nei thread del canale degli avvisi

notice-channel-forbidden-title = Headsup non può pubblicare schede
notice-channel-forbidden = Non posso più scrivere nel canale degli avvisi. Nulla va perso: le schede aspettano finché non potrò di nuovo vederlo, inviare messaggi e incorporare link, o finché `/setup` non indica un altro canale.
notice-channel-missing-title = Il canale degli avvisi di Headsup non c'è più
notice-channel-missing = Il canale degli avvisi non esiste più. Nulla va perso: le schede aspettano che `/setup` indichi un altro canale.
notice-channel-mended-title = Headsup funziona di nuovo
notice-channel-mended = Le schede arrivano di nuovo nel canale degli avvisi, comprese quelle in attesa.
notice-feed-blind-title = Un feed non si vede più
notice-feed-blind = «{ $feed }» non funziona: { $error } { $remedy } Fino ad allora non se ne vede nulla.
notice-feed-back-title = Un feed è tornato
notice-feed-back = «{ $feed }» funziona di nuovo dopo { $hours ->
    [one] { $hours } ora
   *[other] { $hours } ore
}. { $items ->
    [0] Non c'era nulla di nuovo.
    [one] C'era un nuovo post, che viene esaminato.
   *[other] C'erano { $items } nuovi post, che vengono esaminati.
}
notice-account-linked-title = Headsup
notice-account-linked = Un account { $platform } è stato collegato al tuo: vede la tua lista e i tuoi avvisi. Se non sei stata o stato tu, scollegalo ora.
notice-second-claim-title = Da leggere, per favore
notice-second-claim = Un'altra persona ha provato a dimostrare un profilo che hai già dimostrato tu. Non le è stato permesso. Se il profilo non è più tuo, toglilo con `/watch edit`.
notice-contact-closed-title = Headsup
notice-contact-closed = Non è stato possibile avvisare la tua persona di fiducia: non posso scriverle. Su Telegram deve prima aprirmi e premere «Avvia»; su Discord deve consentire i messaggi diretti. Poi puoi chiederlo di nuovo.
notice-vouch-passed-title = Headsup
notice-vouch-passed = La moderazione ha garantito per te. I dettagli delle tue note ora ti sono aperti.
notice-vouch-failed-title = Headsup
notice-vouch-failed = La moderazione non ha potuto garantire per te. Un codice in un profilo è un'altra strada: `/watch prove`.
notice-vouch-revoked-title = Headsup
notice-vouch-revoked = La moderazione ha ritirato la garanzia data per te. I dettagli dei tuoi avvisi restano chiusi finché non hai mostrato di nuovo chi sei: `/watch prove`.

## Feeds

source-fourchan = una bacheca di 4chan
source-huggingface_models = modelli di Hugging Face
source-huggingface_discussions = discussioni di Hugging Face
source-bluesky_jetstream = Bluesky
source-bluesky_search = ricerca su Bluesky
source-mastodon = Mastodon
source-lemmy = Lemmy
source-discourse = un forum Discourse
source-reddit = Reddit
source-json = un'API
source-telegram_chat = una chat Telegram
feed-list-title = Feed
feed-list-empty = Questa comunità non segue ancora alcun feed. `/feed add` inizia con un indirizzo.
feed-list-body = { $count ->
    [one] Questa comunità segue { $count } feed.
   *[other] Questa comunità segue { $count } feed.
}
feed-list-more = { $count ->
    [one] e un altro ({ $count })
   *[other] e altri { $count }
}
feed-state-new = non ancora interrogato
feed-state-working = ✅ funziona
feed-state-failing = ⚠️ al momento non riesce
feed-state-blind = ⛔ non si vede nulla: non funziona da molto tempo
feed-state-stale = ⚠️ risponde, ma da molto tempo non porta nulla di nuovo
feed-state-paused = ⛔ fermato da un errore; si riprova una volta al giorno
feed-state-disabled = ⛔ spento: non esiste più
feed-state-held = messo in pausa da chi gestisce il bot
feed-state-idle = in pausa
feed-state-paused-here = messo in pausa da questa comunità
feed-last-ok = ultima riuscita: { $time }
feed-never-ok = ancora nessuna riuscita
feed-next = prossima lettura: { $time }
feed-week = ultima settimana: { $items } post, { $findings ->
    [one] { $findings } risultato
   *[other] { $findings } risultati
}
feed-moved = Si è spostato a { $address }.
feed-severity = Schede dalla gravità
feed-keywords = Solo con
feed-preview-body = { $count ->
    [0] Funziona, e al momento è vuoto.
    [one] Funziona. Questo è il suo post più recente, come verrebbe esaminato. Non è ancora stato salvato nulla.
   *[other] Funziona. Questi sono i suoi { $count } post più recenti, come verrebbero esaminati. Non è ancora stato salvato nulla.
}
feed-preview-others = Trovato lì anche
feed-preview-footer = Quello che c'è ora è il punto di partenza: le schede arrivano per ciò che viene pubblicato da adesso.
feed-channel-title = Seguire un canale
feed-channel-body = I messaggi in { $channel } e nei suoi thread verrebbero esaminati da adesso. Le modifiche vengono seguite; ciò che viene cancellato lì viene cancellato qui. Per favore, avvisa i membri.
button-feed-add = Segui questo feed
done-feed-added = Da adesso «{ $feed }» viene seguito (feed #{ $number }). Quello che c'è ora è il punto di partenza; le schede arrivano per le novità. `/feed list` mostra come va.
done-channel-added = Da adesso { $feed } viene seguito (feed #{ $number }).
done-feed-paused = «{ $feed }» è in pausa per questa comunità: nessuna scheda da lì fino a `/feed resume`.
done-feed-resumed = «{ $feed }» viene di nuovo seguito.
done-feed-removed = «{ $feed }» non viene più seguito. I casi che ha aperto restano.
feed-digest-cases = { $count ->
    [one] È stato aperto { $count } caso (`/case show`):
   *[other] Sono stati aperti { $count } casi, i più gravi per primi (`/case show`):
}
feed-digest-rest = { $count ->
    [one] … e un altro ({ $count }): `/case list`
   *[other] … e altri { $count }: `/case list`
}
notice-feed-digest-title = Novità dopo una lunga assenza
notice-feed-digest = «{ $feed }» non è stato letto per più di un giorno. { $items ->
    [one] C'era { $items } nuovo post, che viene esaminato.
   *[other] C'erano { $items } nuovi post, che vengono esaminati.
}
notice-feed-stale-title = Un feed è diventato silenzioso
notice-feed-stale = «{ $feed }» risponde, ma non porta nulla di nuovo da { $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
}, molto più del solito. Per favore, guarda se l'indirizzo è ancora quello giusto: `/feed test`.
notice-feed-stopped-title = Un feed si è fermato
notice-feed-stopped = «{ $feed }» si è fermato: { $error } { $remedy } Fino ad allora non se ne vede nulla.
notice-feed-news-again-title = Un feed porta di nuovo qualcosa
notice-feed-news-again = «{ $feed }» porta di nuovo post recenti.
notice-feed-removed-title = Un feed è stato tolto
notice-feed-removed = Chi gestisce il bot ha tolto «{ $feed }». Non se ne vede più nulla.
notice-case-raised-low-title = Un caso è più grave di prima
notice-case-raised-low = Un post del caso { $reference } è stato modificato; ora la gravità è bassa. La scheda qui sopra lo mostra.
notice-case-raised-medium-title = Un caso è più grave di prima
notice-case-raised-medium = Un post del caso { $reference } è stato modificato; ora la gravità è media. La scheda qui sopra lo mostra.
notice-case-raised-high-title = Un caso è più grave di prima
notice-case-raised-high = Un post del caso { $reference } è stato modificato; ora la gravità è alta. La scheda qui sopra lo mostra.
notice-case-raised-critical-title = Un caso è più grave di prima
notice-case-raised-critical = Un post del caso { $reference } è stato modificato; ora la gravità è critica. La scheda qui sopra lo mostra.
event-raised = modificato, ora è più grave
refused-too-many-feeds = { $count ->
    [one] Una comunità può seguire { $count } feed. Toglilo prima: `/feed remove`.
   *[other] Una comunità può seguire { $count } feed. Togline prima uno: `/feed remove`.
}
refused-feed-address = Dai l'indirizzo di un feed, o di una pagina che ne ha uno.
refused-feed-failed = Questo feed non si può seguire: { $problem } Non è stato salvato nulla.
refused-feed-operator = I feed di tipo { $kind } richiedono qualcosa che solo chi gestisce questo bot può fornire (una chiave, o il permesso del sito). Chiedi che venga aggiunto alla configurazione; poi `/setup feeds` lo elenca.
refused-feed-known = Questa comunità segue già «{ $feed }».
refused-feed-held = «{ $feed }» è stato messo in pausa da chi gestisce questo bot; solo quella persona può riprenderlo.
refused-feed-draft = È passato troppo tempo, o c'è stato un riavvio. Ricomincia con `/feed add`, per favore.
refused-filter = { $problem } Non è stato salvato nulla.
refused-channels-off = Questo bot non segue canali. Chi lo gestisce può attivarlo: `discord.watch_channels = true`, e l'intent “Message Content” nel portale sviluppatori di Discord.
refused-channel = Scegli, per favore, il canale da seguire.
refused-channel-closed = Non posso leggere { $channel }. Dammi prima, in quel canale, i permessi «Visualizza canale» (View Channel) e «Leggere la cronologia dei messaggi» (Read Message History). Su Telegram: rendimi amministratore lì.
refused-chat-foreign = Non c'è un canale così di cui siamo entrambi amministratori. Aggiungimi prima lì come amministratore; solo chi amministra un canale può farlo seguire.
refused-in-private = Scrivilo nel gruppo di cui si tratta; la risposta arriva qui, in privato.

## Help

guide-title = Headsup
guide-body = Avviso le persone quando qualcuno chiede immagini o modelli IA di loro.
guide-report = segnalare un post che chiede l'immagine di qualcuno; solo la moderazione vede che sei tu
guide-status = a che punto sono le tue segnalazioni
guide-watch-add = sapere quando qualcosa forse chiede la tua immagine, quella di tua figlia o tuo figlio, o di qualcuno per cui parli
guide-watch = elenco, modifica, pausa, ripresa, rimozione, prova, preferenze, collegamento, esportazione, dimenticami, stop
guide-case = i casi della moderazione
guide-feed = i feed e i canali sorvegliati per questo tipo di post
guide-setup = canale degli avvisi, ruoli, feed, gravità, lingua
guide-footer = La tua lista è sigillata con una chiave tutta sua, e qui nessuno può vederla.

## Forms that are asked question by question

question = Domanda { $number } di { $count }
question-so-far = Finora
question-example = Per esempio
button-keep-answer = Lascia così
button-clear-answer = Lascia vuoto
button-skip = Salta
button-cancel = Annulla
conversation-left = Annullato. Non ne resta nulla.
conversation-nothing = Non c'è nulla da annullare.
conversation-left-by = Il modulo iniziato è stato annullato; non ne resta nulla.
conversation-over = È passato troppo tempo: ho dimenticato le tue risposte. Ricomincia, per favore.
conversation-again = Ecco di nuovo le domande, con le tue risposte.
refused-question = A questa domanda hai già risposto.
refused-answer-long = Scrivi al massimo { $most } caratteri, per favore.
refused-answer-needed = Qui serve una risposta; `/cancel` esce dal modulo.

## Telegram

command-report = Segnala una richiesta sull'immagine di qualcuno
command-watch = La tua lista, in privato
command-case = Per la moderazione: i casi
command-feed = Per la moderazione: i feed
command-setup = Per l'amministrazione: configura Headsup
command-help = Che cosa può fare Headsup per te
command-stop = Ferma tutto subito
command-cancel = Esci da un modulo
private-open = Rispondo in privato, così nessun altro legge.
private-thanks = Grazie, è arrivato. La ricevuta ti aspetta in privato.
private-sent = La risposta è nella nostra chat privata.
private-first = Per favore, aprimi prima in privato.
private-command-stays = Lì non posso cancellare messaggi, quindi il tuo comando si vede ancora. Puoi inoltrarmi i messaggi qui, oppure chiedere all'amministrazione di permettermi di cancellare messaggi.
button-open-private = Apri
anonymous = Scrivi a nome del gruppo, quindi non so chi sei. Premi per continuare con il tuo account; la risposta arriva in privato.
anonymous-report = Scrivi a nome del gruppo o di un canale, quindi non posso ricevere una segnalazione. Per favore, inoltrami il messaggio in privato.
anonymous-private = Scrivi a nome del gruppo o di un canale, quindi non so chi sei. Per favore, scrivimelo in privato. Se il tuo comando si vede ancora qui, eliminalo.
anonymous-long = Scrivi a nome del gruppo, quindi non so chi sei. Disattiva per un momento il tuo anonimato (nei tuoi permessi di amministratore) e scrivilo di nuovo.
button-go-on = Continua
button-cards-here = Le schede arrivano qui
setup-accounts = Per nominare qualcuno, rispondi nel gruppo a un suo messaggio con `/setup moderators`, `/setup escalation` o `/setup child_safety`; con `none` non è nominato nessuno. L'amministrazione del gruppo può decidere comunque. `/setup here`, scritto in un argomento, manda lì le schede.
refused-account = Chi? Rispondi a un suo messaggio, o dai il numero dell'account, o `none`.
refused-usage = Non ho capito. `{ $usage }`
watch-menu = Che cosa devo fare?
watch-menu-add = Prendersi cura di una persona
watch-menu-list = La tua lista
watch-menu-edit = Modifica
watch-menu-pause = Metti in pausa
watch-menu-resume = Riprendi
watch-menu-remove = Togli
watch-menu-prove = Dimostra
watch-menu-preferences = Preferenze
watch-menu-link = Collega un account
watch-menu-export = Esporta
watch-menu-forget-me = Dimenticami
watch-menu-stop = Ferma tutto
watch-for = Per chi?
prove-how = Come vuoi dimostrarlo?

## Faults

failed = Qualcosa è andato storto da parte mia; non è cambiato nulla. Riprova, per favore, e avvisa chi gestisce il servizio se continua.
again = Ci è voluto troppo tempo. Prova ancora una volta, per favore.

## Refusals: what was wrong, and what to do

refused-action = Questo pulsante non mi dice più nulla. Ricomincia dal comando, per favore.
refused-role-moderator = Può farlo solo la moderazione di questa comunità. L'amministrazione la nomina con `/setup`.
refused-role-administrator = Può farlo solo l'amministrazione di questa comunità.
refused-role-child_safety = Possono aprirlo solo i membri con il ruolo di tutela dei minori o l'amministrazione. L'amministrazione indica il ruolo con `/setup`.
refused-not-here = Funziona solo all'interno di una comunità.
refused-no-case = Qui non c'è un caso simile.
refused-no-reference = Qui non c'è alcun caso «{ $reference }». Un riferimento è fatto come H-7K3F; `/case list` li mostra.
refused-claimed = Se ne sta già occupando { $actor }.
refused-confirmed = Già confermato da { $actor }.
refused-dismissed = Già archiviato da { $actor }.
refused-open = Questo caso è già aperto.
refused-escalated = Questo caso è già stato inoltrato.
refused-no-escalation-role = Non è indicato nessuno da chiamare. L'amministrazione lo indica con `/setup escalation`.
refused-contact-declined = Questo account non vuole ricevere messaggi per conto di nessuno. Scegli un'altra persona, per favore.
refused-no-contact = Non è indicata alcuna persona di fiducia. Puoi indicarla con `/watch preferences`.
refused-reason = Scegli uno dei motivi, per favore.
refused-empty-note = La nota è vuota.
refused-link = Questo non è un link. Un link inizia con https://; se non ne hai, lascia vuoto e copia le parole.
refused-empty-report = Non c'è nulla da guardare: dai un link o copia le parole.
refused-muted = La moderazione non accetta le tue segnalazioni fino a { $until }. Se pensi che sia un errore, scrivile, per favore.
refused-too-many-reports = { $count ->
    [one] Puoi fare { $count } segnalazione all'ora. Questa non è stata presa: inviala di nuovo più tardi, per favore.
   *[other] Puoi fare { $count } segnalazioni all'ora. Questa non è stata presa: inviala di nuovo più tardi, per favore.
}
refused-no-report = Non hai una segnalazione simile.
refused-no-alert = Questa nota non è tua o non esiste più.
refused-snooze = Scegli uno dei momenti, per favore.
refused-no-watchlist = Non hai ancora una lista. `/watch add` ne inizia una.
refused-standing = Scegli una di queste opzioni, per favore: { $options }.
refused-too-many-persons = { $count ->
    [one] In una lista sta { $count } persona. Toglila prima; chi rappresenta altri può chiedere alla moderazione di garantire per averne di più.
   *[other] In una lista stanno { $count } persone. Togline prima una; chi rappresenta altri può chiedere alla moderazione di garantire per averne di più.
}
refused-too-many-changes = { $count ->
    [one] È più di { $count } modifica all'ora. Continua più tardi, per favore.
   *[other] Sono più di { $count } modifiche all'ora. Continua più tardi, per favore.
}
refused-too-many-terms = Una persona può avere in tutto al massimo { $count } tra nomi, nomi utente, link e parole.
refused-person = { $fault ->
    [nothing] Non c'è niente da cercare: indica almeno un nome, uno pseudonimo, un account o un link, per favore.
    [too_many] { watch-field }: al massimo { $limit } voci.
    [too_long] { watch-field }: una voce ha al massimo { $limit } caratteri.
   *[other] Una delle voci non si può leggere. Scrivila di nuovo, per favore.
}
refused-term = { $reason ->
    [empty] In «{ $term }» non c'è nessuna lettera o cifra.
    [too_short] «{ $term }» è troppo corto: una o due lettere si trovano in quasi ogni testo.
    [first_name] Moltissime persone si chiamano «{ $term }». Aggiungi un secondo nome o parole di contesto, per esempio una città.
    [dictionary_word] «{ $term }» è una parola comune. Aggiungi un secondo nome o parole di contesto, per esempio una professione.
    [place] «{ $term }» è un luogo. Aggiungi un secondo nome o parole di contesto, per esempio una professione.
    [needs_site] Molti account possono chiamarsi «{ $term }». Indica anche il sito, per esempio instagram:janeroe.
   *[not_a_handle] «{ $term }» non è il nome di un account. Scrivilo come @janeroe o come instagram:janeroe.
} Non è stato salvato nulla.
refused-which-person = { $count ->
    [one] Nella tua lista c'è { $count } persona: di' quale, con il suo numero in `/watch list`.
   *[other] Nella tua lista ci sono { $count } persone: di' quale, con il suo numero in `/watch list`.
}
refused-preference = Questa scelta non esiste.
refused-timezone = Questo fuso orario non esiste. Il più vicino è { $nearest }.
refused-hours = Scrivi gli orari come 22:00-07:30 e un'ora come 09:00, per favore.
refused-contact = Dai il numero dell'account (il suo ID) o lascia vuoto, per favore.
refused-link-code = Questo codice non esiste, o i suoi dieci minuti sono passati. `/watch link` sull'altro account ne crea uno nuovo.
refused-link-same = L'altro account deve essere su un'altra piattaforma: uno su Discord, uno su Telegram.
refused-link-both = Entrambi gli account tengono una lista. Togli prima le persone da una delle due (`/watch remove`), poi collegali.
refused-no-profile = Nessun link a un profilo di questa persona si può verificare: serve la pagina del profilo stesso, su un sito che conosco. Aggiungine uno con `/watch edit` o chiedi alla moderazione di garantire.
refused-proof-over = È scaduto o non era tuo. Ricomincia con `/watch prove`.
refused-profile = { $kind ->
    [not_found] A questo link non c'è nessun profilo. Controlla che sia scritto bene, per favore.
    [no_answer] Il sito non risponde in questo momento. Riprova tra qualche minuto, per favore.
   *[other] Non è stato possibile leggere il profilo. Alcuni siti nascondono i profili a chi non ha fatto l'accesso; prova un altro profilo o chiedi alla moderazione di garantire.
}
refused-no-code = Il codice non è ancora nella pagina del profilo. Può volerci un minuto; poi premi di nuovo «Verifica».
refused-claimed-handle = Un'altra persona ha dimostrato questo profilo. Se è tuo, chiedi alla moderazione di garantire.
refused-vouch-where = La moderazione può garantire solo nella sua comunità: usa lì `/watch prove` (lo vedi solo tu). Il suo canale degli avvisi deve essere configurato.
refused-vouch-here = La moderazione qui non può garantire: chi gestisce questo bot non ha indicato questa comunità per farlo. Un codice in un profilo è un'altra strada: `/watch prove`.
refused-vouch-pending = La richiesta alla moderazione è già stata fatta.
refused-vouch-own = Nessuno può garantire per sé.
refused-vouch-twice = Hai già garantito; serve un'altra persona della moderazione.
refused-severity = Scegli una di queste opzioni, per favore: { $options }.
refused-language = Scegli una di queste opzioni, per favore: { $options }.
refused-feed = Qui non c'è un feed simile. Feed: { $options }.
