# Ce que dit Headsup, en français. Règles : « demande » avec « semble » ou « peut-être », jamais « est » ; personne n'est accusé ; le premier message ne nomme rien. Vouvoiement.

## Severity, confidence, labels

severity-none = aucune
severity-low = faible
severity-medium = moyenne
severity-high = élevée
severity-critical = critique
confidence-unlikely = peu probable
confidence-possible = possible
confidence-likely = probable
confidence-very_likely = très probable

asks-unknown = Ceci a été signalé et n'a pas encore été examiné.
asks-nothing = Aucune demande portant sur l'image d'une personne réelle n'a été reconnue dans le texte. Merci de vérifier par vous-même.
asks-likeness = Cette publication demande peut-être des contenus artificiels d'une personne réelle.
asks-sexual = Elle dit clairement que le contenu doit être sexuel.
asks-veiled = Elle laisse entendre quelque chose de sexuel.
asks-private = La personne ne semble pas être une personnalité publique.
asks-minor = Certains indices suggèrent que la personne pourrait avoir moins de 18 ans.
asks-consent = L'auteur dit qu'il s'agit de sa propre image ou que la personne est d'accord (une affirmation, pas une preuve).

raised-earlier_by_requester = ce compte a déjà publié une demande confirmée ou sexuelle
raised-earlier_about_person = il y a déjà eu une demande sur la même personne
raised-adult_context = les marques, mots-clés ou le modèle de base de la plateforme sont réservés aux adultes

## The moderators' card

card-title = { $reference } · { $severity }
card-state = État
card-reports = Signalements
card-reports-value = { $count ->
    [one] { $count } membre l'a signalé
   *[other] { $count } membres l'ont signalé
}
card-items = Publications dans ce dossier
card-source = Source
card-purged = Le texte n'est plus conservé ou a été retiré à la source.
card-confidence = Certitude
card-raised = Relevé parce que
card-reward = Récompense
card-posted = Date
card-requester = Publié par (selon la source)
card-requester-earlier = { $count ->
    [0] rien de confirmé ici auparavant
    [one] { $count } publication antérieure confirmée ici
   *[other] { $count } publications antérieures confirmées ici
}
card-link = Lien (non cliquable)
card-attachment = Pièce jointe (non ouverte)
card-excerpt = Extrait
card-minor = Rien n'est affiché
card-minor-text = Comme une personne mineure est peut-être concernée, Headsup n'affiche, ne garde et ne transmet rien de la publication. Les membres ayant le rôle de protection de l'enfance peuvent ouvrir le lien, l'empreinte et les voies de signalement. Merci de ne télécharger ni partager aucun contenu.
card-footer = Headsup · une demande ne prouve rien · les décisions sont consignées

source-report = le signalement d'un membre
source-rss = flux d'actualités
source-civitai_bounties = primes (bounties) Civitai
source-civitai_models = modèles Civitai
source-discord_channel = un salon Discord
source-webhook = webhook

time-posted = publié : { $time }
time-seen = vu pour la première fois : { $time }

state-open = ouvert
state-claimed = { $actor } s'en occupe
state-escalated = (transmis)
state-confirmed = confirmé par { $actor }
state-dismissed = écarté par { $actor } : { $reason }

short-open = ouvert
short-claimed = quelqu'un s'en occupe
short-confirmed = confirmé
short-dismissed = écarté
short-none = examiné ; aucune modération n'en décide

button-open = Ouvrir
button-claim = Je m'en occupe
button-confirm = Confirmer
button-dismiss = Écarter…
button-escalate = Transmettre
button-reopen = Rouvrir
button-mute = Suspendre 7 j le 1er signaleur
button-earlier = Page précédente
button-later = Page suivante

dismiss-ask = Pourquoi l'écarter ?
dismiss-prompt = Choisissez une raison
dismiss-fictional = Fiction ou personne de réel
dismiss-no_request = Pas une demande
dismiss-agreed = Sa propre image, ou accord donné
dismiss-handled = Déjà traité
dismiss-bad_report = Signalement de mauvaise foi
dismiss-other = Autre chose
done-dismissed = Écarté. La carte est à jour et les personnes qui ont signalé sont prévenues.

escalated-title = { $reference } a été transmis
escalated-body = Un membre de la modération demande un second regard sur le dossier { $reference }. La carte est ci-dessus ; `/case show` le montre en entier.

sensitive-title = { $reference } · protection de l'enfance
sensitive-body = Signalez-le ; n'ouvrez pas, ne téléchargez pas, ne capturez pas et ne transmettez pas de contenu suspect. Le dossier garde la trace de votre ouverture de cette vue.
sensitive-hash = Empreinte du texte

## Cases

list-title = Dossiers
list-empty = Rien n'est en attente.
list-count = { $count ->
    [one] { $count } dossier.
   *[other] { $count } dossiers.
}
list-line = { $state } · depuis { $time }
case-history = Historique
case-why = Pourquoi cette gravité
case-why-text = règle « { $row } » ; { $odds } ; modèle { $model }
case-spans = Ce qui a pesé dans la décision
case-reporter = Signalé par
case-reporter-forgotten = n'est plus connu
case-reporter-record = signalements ici : { $total } (confirmés : { $confirmed }, écartés : { $dismissed })
done-note = Noté dans { $reference }.
done-muted = { $days ->
    [one] Les signalements de ce compte ne sont plus acceptés pendant { $days } jour. C'est indiqué en cas d'essai.
   *[other] Les signalements de ce compte ne sont plus acceptés pendant { $days } jours. C'est indiqué en cas d'essai.
}

event-opened = ouvert
event-joined = une autre publication s'est ajoutée
event-reported = signalé
event-claimed = pris en charge
event-confirmed = confirmé
event-dismissed = écarté
event-escalated = transmis
event-reopened = rouvert
event-note = note
event-muted = un compte ayant signalé a été suspendu
event-opened_sensitive = vue de protection de l'enfance ouverte

## Reports

report-form-title = Signaler une demande d'image
report-form-link = Lien vers la publication
report-form-text = Ce qu'elle dit (copiez les mots)
report-form-text-hint = Sans images ; s'il y a un lien, il suffit.
report-form-reason = Ce que la modération devrait savoir
receipt-title = Merci · { $reference }
receipt = Votre signalement est bien arrivé. Sa référence est { $reference } ; seule la modération voit qui a signalé. Je vous écris dès qu'une décision est prise. `/report status` montre où il en est.
receipt-known = La modération a déjà pris une décision sur cette publication : { $state }. Référence { $reference }.
receipt-alone = Votre signalement est bien arrivé et il est examiné pour les personnes qui veillent sur leur propre image. Référence { $reference }. Aucune modération n'est rattachée à cette conversation : pour joindre celle d'une communauté, faites le signalement dans cette communauté.
report-status-title = Vos signalements
reporter-confirmed = La modération a confirmé votre signalement { $reference }. Merci d'avoir pris soin de quelqu'un.
reporter-dismissed = La modération a examiné votre signalement { $reference } et l'a clos sans suite. Merci tout de même ; n'hésitez pas à signaler de nouveau si vous voyez quelque chose.

## A person's alert

alert-neutral = { $count ->
    [one] Headsup a une note pour vous. Ouvrez-la quand cela vous convient.
   *[other] Headsup a { $count } notes pour vous. Ouvrez-les quand cela vous convient.
}
button-details = Voir les détails
button-details-number = Note { $number }
button-not-me = Ce n'est pas moi
button-help = Que puis-je faire ?
button-snooze = Plus tard
button-stop = Arrêter
button-tell-contact = Demander à mon proche
button-words = Voir les mots exacts
button-words-yes = Oui, les afficher
button-keep = Me garder une copie

unproved-title = Une demande possible
unproved-body = Quelque chose qui concerne peut-être la personne sur qui vous veillez a été publié. Avant d'en dire plus, merci de montrer que { $standing ->
    [self] c'est bien vous
    [guardian] vous êtes son parent, son tuteur ou sa tutrice
   *[representative] vous parlez pour cette personne
} : ainsi, personne ne peut se servir d'une liste pour se renseigner sur quelqu'un d'autre.
button-prove-bio = Le montrer avec un profil
button-prove-vouch = Demander à la modération

details-title = Ce que l'on sait
details-body = Un programme a lu la publication et peut se tromper.
details-about = Personne
details-kind = Ce qu'elle demande peut-être
details-why = Pourquoi je le pense
details-tentative = Il n'est pas sûr que ce soit cette personne
details-tentative-text = D'autres portent ce nom, et rien d'autre dans la publication ne désigne l'une de ces personnes.
details-minor = Une publication demande peut-être des images de quelqu'un qui pourrait avoir moins de 18 ans. Je n'en montre rien. « Que puis-je faire ? » indique où la signaler et la faire retirer.
details-several = { $count ->
    [one] Il y a { $count } note. Vous pouvez l'ouvrir ici.
   *[other] Il y a { $count } notes. Choisissez-en une.
}
kind-likeness = Images, vidéo, voix ou modèle d'IA de cette personne.
kind-delicate = L'intention est peut-être sexuelle.
words-ask = Les mots de la publication peuvent blesser. Les afficher quand même ?
words-title = Les mots de la publication
how-exact = le nom y figure
how-folded = le nom y figure avec une autre orthographe
how-homoglyph = le nom y figure avec des lettres ressemblantes
how-leet = le nom y figure avec des chiffres à la place de lettres
how-joined = le nom y figure en un seul mot
how-spaced = le nom y figure lettre par lettre
how-initial = l'initiale et le nom de famille y figurent
how-nickname = une forme courte du nom y figure
how-typo = quelque chose de très proche du nom y figure
how-transliteration = le nom y figure dans une autre écriture
how-inflection = une variante du nom y figure
how-handle = un nom d'utilisateur y figure
how-url = un lien vers un profil y figure
how-context = un mot de contexte se trouve à côté
done-not-me = Compris : c'était quelqu'un d'autre. Je ne vous préviendrai plus pour la même chose.
done-kept = Je garde pour vous les mots de la publication au-delà des 90 jours habituels. `/watch export` vous donne ce que j'ai ; `/watch forget-me` l'efface.
done-contact = Je demande à votre personne de confiance de vous contacter. La raison ne lui est pas donnée. Je le lui demande une fois par jour au plus.
contact-note = { $account } vous a désigné comme personne de confiance et aimerait que vous preniez contact. Headsup n'en dit pas plus.
snooze-ask = Quand dois-je revenir ?
snooze-prompt = Choisissez un moment
snooze-hour = dans une heure
snooze-day = demain
snooze-week = dans une semaine
done-snoozed = Je reviens { $length }.
done-stopped = Tout est arrêté. Plus rien ne sera envoyé ; votre liste est gardée jusqu'à ce que vous l'effaciez (`/watch forget-me`).
button-start-again = Reprendre
done-started = Je veille de nouveau. Ce qui a été arrêté reste arrêté.
hint-direct-closed = { $count ->
    [one] Une note vous attend : autorisez les messages privés de cette application, et elle arrivera.
   *[other] { $count } notes vous attendent : autorisez les messages privés de cette application, et elles arriveront.
}

## What can I do

help-title = Ce que l'on peut faire
help-body = Vous n'êtes pas seul(e), et ce n'est pas votre faute. Choisissez ce qui vous convient ; rien ne presse. Garder le lien et une capture d'écran des mots de la publication aide plus tard ; si vous souhaitez que la police agisse, prévenez-la avant le retrait.
help-body-minor = Ne téléchargez, ne capturez et ne transmettez jamais de contenu suspect, même comme preuve. Ces services reçoivent les signalements et aident au retrait.
help-footer = Des faits, pas un conseil juridique · chacun avec sa source et sa date
route-source = Source : { $source }, au { $date }.
route-source-second-hand = Source : { $source }, au { $date }, de seconde main : merci de vérifier sur place.
route-civitai-name = Sur Civitai
route-civitai = L'image de personnes réelles n'y est pas autorisée, ni les primes (bounties) qui la demandent. Le formulaire, ou digital-likeness@civitai.com, reçoit les demandes de la personne représentée.
route-stopncii-name = StopNCII (18 ans et plus)
route-stopncii = Crée une empreinte d'une image sur votre propre appareil, pour que les plateformes puissent la bloquer. L'image n'est pas envoyée. Utilisable aussi quand quelqu'un ne fait que menacer.
route-ccri-name = CCRI Image Abuse Helpline (aide, abus d'images, États-Unis)
route-ccri = 844-878-2274
route-rph-name = Revenge Porn Helpline (Royaume-Uni, adultes)
route-rph = 0345 6000 459, du lundi au vendredi, 10–16. Leur conseil : gardez une capture d'écran avec l'adresse ; prévenez la police avant le retrait si vous souhaitez des poursuites.
route-dsa-name = Notification à une plateforme (UE)
route-dsa = Chacun peut envoyer une notification avec l'adresse exacte, la raison, nom et e-mail, et une déclaration de bonne foi. Après une notification précise, la plateforme est réputée informée.
route-uk66-name = La loi au Royaume-Uni
route-uk66 = Partager, menacer de partager, créer ou demander de créer une image intime d'une personne adulte sans son consentement peut être une infraction.
route-takeitdown-act-name = TAKE IT DOWN Act (États-Unis)
route-takeitdown-act = Les plateformes doivent retirer une image intime publiée dans les 48 heures suivant une demande valable. Cela vise les images publiées, pas une publication qui ne fait que les demander.
route-virginia-name = La loi en Virginie (États-Unis)
route-virginia = Diffuser ou vendre par malveillance de telles images, faites ou non par une machine, peut y être un délit.
route-ncmec-tipline-name = NCMEC CyberTipline (signalement, États-Unis)
route-ncmec-tipline = 1-800-843-5678, ou en ligne.
route-ncmec-takeitdown-name = NCMEC Take It Down
route-ncmec-takeitdown = Aide anonyme pour bloquer des images d'une personne de moins de 18 ans.
route-iwf-name = Internet Watch Foundation
route-iwf = Reçoit des signalements anonymes de partout.

## The watchlist

watch-add-title = Veiller sur une personne
watch-edit-title = Modifier ce qui est recherché
watch-field-names = Noms
watch-hint-names = Un par ligne : Jane Roe
watch-field-aliases = Autres noms, noms de scène
watch-hint-aliases = Un par ligne
watch-field-handles = Noms d'utilisateur
watch-hint-handles = @janeroe, instagram:janeroe
watch-field-urls = Liens vers des profils
watch-hint-urls = https://instagram.com/janeroe
watch-field-context = Mots de contexte
watch-hint-context = Mots qui désignent cette personne : ville, métier, émission
watch-field = { $field ->
    [aliases] { watch-field-aliases }
    [handles] { watch-field-handles }
    [urls] { watch-field-urls }
    [context] { watch-field-context }
   *[names] { watch-field-names }
}
watch-added-title = Je veille
watch-added-body = À partir de maintenant, je veille. Si quelque chose demande peut-être { $standing ->
    [self] votre image
   *[other] l'image de cette personne
}, vous recevrez un message court et neutre. Pour voir les détails, il faudra montrer une fois qui vous êtes ; vous pouvez le faire dès maintenant.
watch-namesakes = Autres personnes de ce nom
watch-namesakes-text = { $count ->
    [one] Environ { $count } autre personne publie sous ce nom. Un nom d'utilisateur ou une ville parmi les mots de contexte m'aide à vous distinguer.
   *[other] Environ { $count } autres personnes publient sous ce nom. Un nom d'utilisateur ou une ville parmi les mots de contexte m'aide à vous distinguer.
}
watch-needs-context = Il faut un mot de contexte
watch-needs-context-text = Beaucoup de personnes portent ce nom, ou il désigne aussi un mot, un lieu ou un personnage connu. Sans mot de contexte ni nom d'utilisateur à vous à proximité, je laisse ces messages aux modérateurs et je ne vous alerte pas. Ajoutez une ville ou un métier comme mot de contexte.
watch-standing = En tant que
watch-list-title = Votre liste
watch-list-line = { $state } · { $standing } · { $proof } · { $terms ->
    [one] { $terms } terme
   *[other] { $terms } termes
}
watch-active = active
watch-paused = en pause
watch-stopped = Pour le moment, tout est arrêté.
watch-remove-ask = Retirer { $person } de votre liste ? Sa clé est détruite ; on ne peut pas revenir en arrière.
standing-self = pour vous
standing-guardian = en tant que parent ou tuteur
standing-representative = en tant que représentant
proof-passed = montré
proof-pending = preuve commencée
proof-none = pas encore montré
button-preferences = Préférences
button-stop-all = Tout arrêter
button-remove = Retirer
button-forget = M'oublier
done-paused = { $person } est en pause.
done-resumed = Je veille de nouveau sur { $person }.
done-removed = Retiré. La clé est détruite.
forget-ask = Effacer votre liste, ses clés, vos notes et vos préférences, et détacher de vous vos signalements ? On ne peut pas revenir en arrière.
done-forgotten = Tout ce que je gardais sur vous est effacé. Des sauvegardes faites auparavant par l'exploitant peuvent encore le contenir, scellé, jusqu'à leur remplacement.
export-title = Vos données
export-body = Tout ce que je garde de votre compte. Le fichier nomme ce que vous recherchez : rangez-le en lieu sûr.

preferences-title = Préférences
preferences-body = Vos choix passent toujours en premier.
preferences-detail = Ce que disent les détails
preferences-digest = Quand arrivent les notes
preferences-quiet = Heures calmes
preferences-timezone = Fuseau horaire
preferences-severity = À partir de la gravité
preferences-language = Langue
preferences-contact = Personne de confiance
preferences-none = aucune
preferences-set = indiquée

link-title = Vos comptes
link-code-body = Pour utiliser cette liste depuis votre autre compte aussi, écrivez-moi de là-bas `/watch link` avec ce code dans les { $minutes } minutes. Ce compte verra et changera tout comme celui-ci : n'en liez qu'un qui soit à vous seul.
link-code = Code
link-ask = Ce compte rejoint ainsi la liste d'un autre. La personne qui a cet autre compte verra désormais tout ce que vous y mettrez, et vos notes. Ne liez que si les deux comptes sont à vous ; si quelqu'un vous a donné ce code, ne le faites pas.
link-linked-body = Les deux comptes voient et changent cette liste.
link-this = ce compte
link-other = compte lié
link-where = Les alertes vont à
button-unlink = Délier
done-unlinked = Le compte n'est plus lié. Les alertes vont à { $platform }.

detail-summary = un résumé ; les mots exacts seulement si vous les demandez deux fois
detail-full = les mots exacts en un appui
digest-immediate = tout de suite
digest-daily = une fois par jour à { $time }
button-times = Heures calmes et fuseau
button-contact = Personne de confiance
button-no-contact = Plus jamais
done-no-contact = Je ne vous écrirai plus au nom de personne.
button-link = Lier un compte
times-title = Horaires
times-quiet = Heures calmes, ou vide si aucune
times-timezone = Fuseau horaire
times-digest = Résumé quotidien à
contact-title = Personne de confiance
contact-field = ID du compte d'un proche, ou vide
contact-start = Sur Telegram, je ne peux écrire à votre personne de confiance qu'une fois qu'elle m'a ouvert et a appuyé sur « Démarrer ». Demandez-le-lui.

## Proofs

proof-choose = Choisissez un profil
proof-choose-body = Quel profil pouvez-vous modifier ?
proof-bio-title = Le montrer avec un profil
proof-bio-body = { $hours ->
    [one] Mettez ce code dans la bio du profil, enregistrez-la et appuyez sur « Vérifier ». Le code est valable { $hours } heure ; ensuite, vous pouvez le retirer.
   *[other] Mettez ce code dans la bio du profil, enregistrez-la et appuyez sur « Vérifier ». Le code est valable { $hours } heures ; ensuite, vous pouvez le retirer.
}
proof-profile = Profil
proof-code = Code
proof-passed-terms = C'est montré : { $terms }. Vous pouvez retirer le code de votre profil. Les détails des notes à ce sujet vous sont maintenant ouverts.
button-check = Vérifier
vouch-ask-title = Demander à la modération de se porter garante
vouch-ask-body = La modération de cette communauté verrait votre compte et les mots ci-dessous, et apprendrait que vous tenez une liste pour eux. Rien n'est montré sans votre accord.
vouch-shown = Montré à la modération
button-vouch-ask = Montrer et demander
done-vouch-asked = La demande est faite. Je vous écris dès que la modération a répondu.
vouch-title = Un membre vous demande d'être garant
vouch-pending = Savez-vous que ce compte appartient à la personne nommée, ou parle pour elle ? Merci de garder cela pour vous.
vouch-passed = Garantie donnée. Merci de garder cela pour vous.
vouch-failed = Pas de garantie donnée.
vouch-revoked = Garantie retirée.
vouch-over = Cette demande est close ; plus rien n'en est montré.
vouch-account = Compte
vouch-count = Garanties
button-vouch = Je me porte garant
button-decline = Je ne peux pas
button-vouch-back = Retirer la garantie

## Setting up a community

setup-title = Headsup dans cette communauté
setup-ready = Prêt : les cartes arrivent dans le salon d'alerte.
setup-missing = Les cartes ne peuvent pas encore arriver. Il manque :
setup-unknown = Le salon d'alerte n'a pas pu être vérifié à l'instant. Appuyez sur « Envoyer une carte d'essai » dans un moment.
setup-none = aucun
setup-only-administrators = administration seulement
setup-channel = Salon d'alerte
setup-moderators = Modération
setup-escalation = Mention à la transmission
setup-child-safety = Protection de l'enfance
setup-severity = Cartes à partir de la gravité
setup-language = Langue
setup-feeds = Flux
setup-channel-prompt = Salon d'alerte
setup-moderators-prompt = Modération
setup-escalation-prompt = Qui « Transmettre » mentionne
setup-feeds-prompt = Flux à suivre
button-test = Envoyer une carte d'essai
test-card-title = Essai
test-card = C'est ici que les cartes arriveront. Une carte dit ce qu'une publication demande peut-être, et a des boutons pour s'en occuper, confirmer, écarter et transmettre.
missing-channel = un salon d'alerte : choisissez-en un ci-dessous
missing-gone = le salon d'alerte n'existe plus : choisissez-en un autre
missing-see = Je ne vois pas le salon d'alerte (Discord : permission « Voir le salon », View Channel ; Telegram : ajoutez-moi au groupe)
missing-send = la permission d'envoyer des messages dans le salon d'alerte
missing-embed = la permission d'intégrer des liens dans le salon d'alerte
missing-history = la permission de lire les anciens messages du salon d'alerte
missing-threads = la permission d'envoyer des messages dans les fils du salon d'alerte

notice-channel-forbidden-title = Headsup ne peut pas publier de cartes
notice-channel-forbidden = Je n'ai plus le droit d'écrire dans le salon d'alerte. Rien n'est perdu : les cartes attendent que je puisse de nouveau le voir, y envoyer des messages et y intégrer des liens, ou qu'un autre salon soit indiqué avec `/setup`.
notice-channel-missing-title = Le salon d'alerte de Headsup a disparu
notice-channel-missing = Le salon d'alerte n'existe plus. Rien n'est perdu : les cartes attendent qu'un autre salon soit indiqué avec `/setup`.
notice-channel-mended-title = Headsup fonctionne de nouveau
notice-channel-mended = Les cartes arrivent de nouveau dans le salon d'alerte, y compris celles qui attendaient.
notice-feed-blind-title = Un flux ne donne plus rien
notice-feed-blind = « { $feed } » ne fonctionne pas : { $error } { $remedy } D'ici là, rien n'en est vu.
notice-feed-back-title = Un flux est revenu
notice-feed-back = « { $feed } » fonctionne de nouveau après { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}. { $items ->
    [0] Il n'y avait rien de nouveau.
    [one] Il y avait une nouvelle publication ; elle est examinée.
   *[other] Il y avait { $items } nouvelles publications ; elles sont examinées.
}
notice-account-linked-title = Headsup
notice-account-linked = Un compte { $platform } a été lié au vôtre : il voit votre liste et vos notes. Si ce n'était pas vous, déliez-le maintenant.
notice-second-claim-title = À lire, s'il vous plaît
notice-second-claim = Quelqu'un d'autre a essayé de faire valoir un profil que vous avez montré. Cela a été refusé. Si le profil n'est plus à vous, retirez-le avec `/watch edit`.
notice-contact-closed-title = Headsup
notice-contact-closed = Votre personne de confiance n'a pas pu être prévenue : je ne peux pas lui écrire. Sur Telegram, elle doit d'abord m'ouvrir et appuyer sur « Démarrer » ; sur Discord, elle doit autoriser les messages privés. Ensuite, vous pourrez redemander.
notice-vouch-passed-title = Headsup
notice-vouch-passed = La modération s'est portée garante pour vous. Les détails de vos notes vous sont maintenant ouverts.
notice-vouch-failed-title = Headsup
notice-vouch-failed = La modération n'a pas pu se porter garante pour vous. Un code dans un profil est une autre voie : `/watch prove`.
notice-vouch-revoked-title = Headsup
notice-vouch-revoked = La modération a retiré la garantie qu'elle vous avait donnée. Les détails de vos notes restent fermés jusqu'à ce que vous ayez montré à nouveau qui vous êtes : `/watch prove`.

## Feeds

source-fourchan = un forum 4chan
source-huggingface_models = modèles Hugging Face
source-huggingface_discussions = discussions Hugging Face
source-bluesky_jetstream = Bluesky
source-bluesky_search = recherche Bluesky
source-mastodon = Mastodon
source-lemmy = Lemmy
source-discourse = un forum Discourse
source-reddit = Reddit
source-json = une API
source-telegram_chat = une discussion Telegram
feed-list-title = Flux
feed-list-empty = Cette communauté ne suit encore aucun flux. `/feed add` commence par une adresse.
feed-list-body = { $count ->
    [one] Cette communauté suit { $count } flux.
   *[other] Cette communauté suit { $count } flux.
}
feed-list-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
feed-state-new = pas encore consulté
feed-state-working = ✅ fonctionne
feed-state-failing = ⚠️ échoue en ce moment
feed-state-blind = ⛔ ne donne rien : ne fonctionne plus depuis longtemps
feed-state-stale = ⚠️ répond, mais n'a rien apporté de nouveau depuis longtemps
feed-state-paused = ⛔ arrêté par une erreur ; un essai par jour
feed-state-disabled = ⛔ désactivé : il n'existe plus
feed-state-held = mis en pause par l'exploitant
feed-state-idle = en pause
feed-state-paused-here = mis en pause par cette communauté
feed-last-ok = dernière réussite : { $time }
feed-never-ok = pas encore de réussite
feed-next = prochaine consultation : { $time }
feed-week = semaine passée : { $items ->
    [one] { $items } publication
   *[other] { $items } publications
}, { $findings ->
    [one] { $findings } résultat
   *[other] { $findings } résultats
}
feed-moved = Il a déménagé vers { $address }.
feed-severity = Cartes à partir de la gravité
feed-keywords = Seulement avec
feed-preview-body = { $count ->
    [0] Il fonctionne, et il est vide pour le moment.
    [one] Il fonctionne. Voici sa publication la plus récente, telle qu'elle serait examinée. Rien n'est encore enregistré.
   *[other] Il fonctionne. Voici ses { $count } publications les plus récentes, telles qu'elles seraient examinées. Rien n'est encore enregistré.
}
feed-preview-others = Aussi trouvé à cet endroit
feed-preview-footer = Ce qui s'y trouve maintenant est le point de départ : les cartes viendront pour ce qui sera publié à partir de maintenant.
feed-channel-title = Suivre un salon
feed-channel-body = Les messages de { $channel } et de ses fils seraient examinés à partir de maintenant. Les modifications sont suivies ; ce qui est supprimé là-bas est supprimé ici. Merci d'en informer vos membres.
button-feed-add = Suivre ce flux
done-feed-added = « { $feed } » est suivi à partir de maintenant (flux #{ $number }). Ce qui s'y trouve est le point de départ ; les cartes viendront pour ce qui est nouveau. `/feed list` montre où il en est.
done-channel-added = Je veille maintenant sur { $feed } (flux #{ $number }).
done-feed-paused = « { $feed } » est en pause pour cette communauté : aucune carte de ce flux jusqu'à `/feed resume`.
done-feed-resumed = « { $feed } » est de nouveau suivi.
done-feed-removed = « { $feed } » n'est plus suivi. Les dossiers qu'il a ouverts restent.
feed-digest-cases = { $count ->
    [one] { $count } dossier a été ouvert (`/case show`) :
   *[other] { $count } dossiers ont été ouverts, les plus graves d'abord (`/case show`) :
}
feed-digest-rest = { $count ->
    [one] … et { $count } autre : `/case list`
   *[other] … et { $count } autres : `/case list`
}
notice-feed-digest-title = Du nouveau après une longue absence
notice-feed-digest = « { $feed } » n'a pas été lu pendant plus d'un jour. { $items ->
    [one] Il y avait { $items } nouvelle publication ; elle est examinée.
   *[other] Il y avait { $items } nouvelles publications ; elles sont examinées.
}
notice-feed-stale-title = Un flux est devenu silencieux
notice-feed-stale = « { $feed } » répond, mais n'a rien apporté de nouveau depuis { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, bien plus longtemps que d'habitude. Merci de vérifier si l'adresse est toujours la bonne : `/feed test`.
notice-feed-stopped-title = Un flux s'est arrêté
notice-feed-stopped = « { $feed } » s'est arrêté : { $error } { $remedy } D'ici là, rien n'en est vu.
notice-feed-news-again-title = Un flux apporte de nouveau quelque chose
notice-feed-news-again = « { $feed } » apporte de nouveau des publications.
notice-feed-removed-title = Un flux a été retiré
notice-feed-removed = L'exploitant a retiré « { $feed } ». Plus rien n'en est vu.
notice-case-raised-low-title = Un dossier est plus grave qu'avant
notice-case-raised-low = Une publication du dossier { $reference } a été modifiée ; sa gravité est maintenant faible. La carte ci-dessus le montre.
notice-case-raised-medium-title = Un dossier est plus grave qu'avant
notice-case-raised-medium = Une publication du dossier { $reference } a été modifiée ; sa gravité est maintenant moyenne. La carte ci-dessus le montre.
notice-case-raised-high-title = Un dossier est plus grave qu'avant
notice-case-raised-high = Une publication du dossier { $reference } a été modifiée ; sa gravité est maintenant élevée. La carte ci-dessus le montre.
notice-case-raised-critical-title = Un dossier est plus grave qu'avant
notice-case-raised-critical = Une publication du dossier { $reference } a été modifiée ; sa gravité est maintenant critique. La carte ci-dessus le montre.
event-raised = modifié, et plus grave
refused-too-many-feeds = { $count ->
    [one] Une communauté peut suivre { $count } flux. Retirez-le d'abord : `/feed remove`.
   *[other] Une communauté peut suivre { $count } flux. Retirez-en un d'abord : `/feed remove`.
}
refused-feed-address = Donnez l'adresse d'un flux, ou d'une page qui en a un.
refused-feed-failed = Ce flux ne peut pas être suivi : { $problem } Rien n'a été enregistré.
refused-feed-operator = Les flux de type { $kind } ont besoin de quelque chose que seul l'exploitant de ce bot peut fournir (une clé, ou l'accord du site). Demandez-lui de l'ajouter à la configuration ; ensuite `/setup feeds` le propose.
refused-feed-known = Cette communauté suit déjà « { $feed } ».
refused-feed-held = L'exploitant de ce bot a mis « { $feed } » en pause ; lui seul peut le reprendre.
refused-feed-draft = C'était il y a trop longtemps, ou j'ai été redémarré. Merci de recommencer avec `/feed add`.
refused-filter = { $problem } Rien n'a été enregistré.
refused-channels-off = Ce bot ne suit pas de salons. Son exploitant peut l'activer : `discord.watch_channels = true`, et l'intent “Message Content” dans le portail des développeurs de Discord.
refused-channel = Merci de choisir le salon à suivre.
refused-channel-closed = Je n'ai pas le droit de lire { $channel }. Donnez-m'y d'abord les permissions « Voir le salon » (View Channel) et « Voir les anciens messages » (Read Message History). Sur Telegram : nommez-moi administrateur à cet endroit.
refused-chat-foreign = Il n'y a pas de tel canal dont nous soyons tous deux administrateurs. Ajoutez-m'y d'abord comme administrateur ; seul un administrateur peut faire suivre un canal.
refused-in-private = Écrivez cela dans le groupe concerné ; la réponse arrive ici, en privé.

## Help

guide-title = Headsup
guide-body = Je préviens les personnes quand quelqu'un demande des images ou des modèles d'IA d'elles.
guide-report = signaler une publication qui demande l'image de quelqu'un ; seule la modération voit que c'était vous
guide-status = où en sont vos signalements
guide-watch-add = être prévenu si quelque chose demande peut-être votre image, celle de votre enfant ou d'une personne pour qui vous parlez
guide-watch = lister, modifier, mettre en pause, reprendre, retirer, montrer, préférences, lier, exporter, m'oublier, arrêter
guide-case = les dossiers de la modération
guide-feed = les flux et salons surveillés pour ce genre de publications
guide-setup = salon d'alerte, rôles, flux, gravité, langue
guide-footer = Votre liste est scellée avec sa propre clé, et personne ici ne peut la voir.

## Forms that are asked question by question

question = Question { $number } sur { $count }
question-so-far = Jusqu'ici
question-example = Par exemple
button-keep-answer = Garder
button-clear-answer = Laisser vide
button-skip = Passer
button-cancel = Annuler
conversation-left = Annulé. Rien n'en est gardé.
conversation-nothing = Il n'y a rien à annuler.
conversation-left-by = Le formulaire commencé est abandonné ; rien n'en est conservé.
conversation-over = C'était il y a trop longtemps : j'ai oublié vos réponses. Merci de recommencer.
conversation-again = Voici de nouveau les questions, avec vos réponses.
refused-question = Cette question a déjà sa réponse.
refused-answer-long = Merci d'écrire { $most } caractères au plus.
refused-answer-needed = Il faut une réponse ici ; `/cancel` quitte le formulaire.

## Telegram

command-report = Signaler une demande portant sur l'image de quelqu'un
command-watch = Votre propre liste, en privé
command-case = Pour la modération : les dossiers
command-feed = Pour la modération : les flux
command-setup = Pour l'administration : configurer Headsup
command-help = Ce que Headsup peut faire pour vous
command-stop = Tout arrêter tout de suite
command-cancel = Quitter un formulaire
private-open = Je réponds en privé, pour que personne d'autre ne lise.
private-thanks = Merci, c'est bien arrivé. L'accusé de réception vous attend en privé.
private-sent = La réponse est dans notre discussion privée.
private-first = Merci de m'ouvrir d'abord en privé.
private-command-stays = Je n'ai pas le droit de supprimer des messages là-bas, votre commande y est donc encore visible. Vous pouvez me transférer des messages ici, ou demander à l'administration de me permettre d'en supprimer.
button-open-private = Ouvrir
anonymous = Vous écrivez au nom du groupe, je ne sais donc pas qui vous êtes. Appuyez pour continuer avec votre propre compte ; la réponse vient en privé.
anonymous-report = Vous écrivez au nom du groupe ou d'un canal, je ne peux donc pas prendre de signalement. Merci de me transférer le message en privé.
anonymous-private = Vous écrivez au nom du groupe ou d'un canal, je ne sais donc pas qui vous êtes. Merci de me l'écrire en privé. Si votre commande est encore visible ici, supprimez-la.
anonymous-long = Vous écrivez au nom du groupe, je ne sais donc pas qui vous êtes. Désactivez un instant votre anonymat (dans vos droits d'administrateur), puis écrivez-le à nouveau.
button-go-on = Continuer
button-cards-here = Les cartes arrivent ici
setup-accounts = Pour désigner quelqu'un, répondez à un de ses messages dans le groupe avec `/setup moderators`, `/setup escalation` ou `/setup child_safety` ; avec `none`, personne n'est désigné. L'administration du groupe peut décider dans tous les cas. `/setup here`, écrit dans un sujet, y envoie les cartes.
refused-account = Qui ? Répondez à un de ses messages, ou donnez le numéro du compte, ou `none`.
refused-usage = Je n'ai pas compris. `{ $usage }`
watch-menu = Que dois-je faire ?
watch-menu-add = Veiller sur une personne
watch-menu-list = Votre liste
watch-menu-edit = Modifier
watch-menu-pause = Mettre en pause
watch-menu-resume = Reprendre
watch-menu-remove = Retirer
watch-menu-prove = Montrer qui je suis
watch-menu-preferences = Préférences
watch-menu-link = Lier un compte
watch-menu-export = Exporter
watch-menu-forget-me = M'oublier
watch-menu-stop = Tout arrêter
watch-for = Pour qui ?
prove-how = Comment souhaitez-vous le montrer ?

## Faults

failed = Quelque chose n'a pas marché de mon côté ; rien n'a été modifié. Merci de réessayer, et de prévenir l'exploitant si cela continue.
again = Cela a pris trop de temps. Merci d'essayer encore une fois.

## Refusals: what was wrong, and what to do

refused-action = Ce bouton ne me dit plus rien. Merci de recommencer avec la commande.
refused-role-moderator = Seule la modération de cette communauté peut le faire. L'administration la désigne avec `/setup`.
refused-role-administrator = Seule l'administration de cette communauté peut le faire.
refused-role-child_safety = Seuls les membres ayant le rôle de protection de l'enfance, ou l'administration, peuvent ouvrir ceci. L'administration indique le rôle avec `/setup`.
refused-not-here = Cela ne fonctionne que dans une communauté.
refused-no-case = Ce dossier n'existe pas ici.
refused-no-reference = Il n'y a pas de dossier « { $reference } » ici. Une référence ressemble à H-7K3F ; `/case list` les montre.
refused-claimed = { $actor } s'en occupe déjà.
refused-confirmed = Déjà confirmé par { $actor }.
refused-dismissed = Déjà écarté par { $actor }.
refused-open = Ce dossier est déjà ouvert.
refused-escalated = Ce dossier a déjà été transmis.
refused-no-escalation-role = Personne à mentionner n'est désigné. L'administration le fait avec `/setup escalation`.
refused-contact-declined = Ce compte ne souhaite recevoir de message au nom de personne. Merci de choisir quelqu'un d'autre.
refused-no-contact = Aucune personne de confiance n'est indiquée. `/watch preferences` permet d'en indiquer une.
refused-reason = Merci de choisir l'une des raisons.
refused-empty-note = La note est vide.
refused-link = Ceci n'est pas un lien. Un lien commence par https:// ; si vous n'en avez pas, laissez le champ vide et copiez les mots.
refused-empty-report = Il n'y a rien à examiner : donnez un lien ou copiez les mots.
refused-muted = La modération n'accepte pas vos signalements jusqu'au { $until }. Si vous pensez que c'est une erreur, écrivez-lui, s'il vous plaît.
refused-too-many-reports = { $count ->
    [one] Vous pouvez faire { $count } signalement par heure. Celui-ci n'a pas été pris : merci de l'envoyer à nouveau plus tard.
   *[other] Vous pouvez faire { $count } signalements par heure. Celui-ci n'a pas été pris : merci de l'envoyer à nouveau plus tard.
}
refused-no-report = Vous n'avez pas de signalement de ce genre.
refused-no-alert = Cette note n'est pas à vous, ou n'existe plus.
refused-snooze = Merci de choisir l'un des moments.
refused-no-watchlist = Vous n'avez pas encore de liste. `/watch add` en commence une.
refused-standing = Merci de choisir parmi : { $options }.
refused-too-many-persons = { $count ->
    [one] Une liste contient { $count } personne. Retirez-la d'abord ; si vous représentez quelqu'un, la modération peut se porter garante pour en permettre plus.
   *[other] Une liste contient { $count } personnes. Retirez-en une d'abord ; si vous représentez quelqu'un, la modération peut se porter garante pour en permettre plus.
}
refused-too-many-changes = { $count ->
    [one] Cela fait plus de { $count } modification par heure. Merci de continuer plus tard.
   *[other] Cela fait plus de { $count } modifications par heure. Merci de continuer plus tard.
}
refused-too-many-terms = Une personne a au plus { $count } noms, noms d'utilisateur, liens et mots en tout.
refused-person = { $fault ->
    [nothing] Il n'y a rien à chercher : merci d'indiquer au moins un nom, un pseudonyme, un compte ou un lien.
    [too_many] { watch-field } : { $limit } entrées au plus.
    [too_long] { watch-field } : une entrée a { $limit } caractères au plus.
   *[other] Une des entrées est illisible. Merci de l'écrire à nouveau.
}
refused-term = { $reason ->
    [empty] Il n'y a ni lettre ni chiffre dans « { $term } ».
    [too_short] « { $term } » est trop court : une ou deux lettres se trouvent dans presque tous les textes.
    [first_name] Énormément de personnes s'appellent « { $term } ». Merci d'ajouter un second nom, ou des mots de contexte, par exemple une ville.
    [dictionary_word] « { $term } » est un mot ordinaire. Merci d'ajouter un second nom, ou des mots de contexte, par exemple un métier.
    [place] « { $term } » est un lieu. Merci d'ajouter un second nom, ou des mots de contexte, par exemple un métier.
    [needs_site] Beaucoup de comptes peuvent s'appeler « { $term } ». Merci d'indiquer aussi le site, par exemple instagram:janeroe.
   *[not_a_handle] « { $term } » n'est pas un nom de compte. Merci de l'écrire @janeroe ou instagram:janeroe.
} Rien n'a été enregistré.
refused-which-person = { $count ->
    [one] Vous veillez sur { $count } personne : dites laquelle, avec son numéro dans `/watch list`.
   *[other] Vous veillez sur { $count } personnes : dites laquelle, avec son numéro dans `/watch list`.
}
refused-preference = Ce choix n'existe pas.
refused-timezone = Ce fuseau horaire n'existe pas. Le plus proche est { $nearest }.
refused-hours = Merci d'écrire une plage comme 22:00-07:30, et une heure comme 09:00.
refused-contact = Merci de donner le numéro du compte (son ID), ou de laisser le champ vide.
refused-link-code = Ce code est inconnu, ou ses dix minutes sont passées. `/watch link` sur l'autre compte en crée un nouveau.
refused-link-same = L'autre compte doit être sur une autre plateforme : l'un sur Discord, l'autre sur Telegram.
refused-link-both = Les deux comptes tiennent une liste. Retirez d'abord les personnes de l'une (`/watch remove`), puis liez-les.
refused-no-profile = Je ne peux vérifier aucun lien de profil de cette personne : il faut la page du profil lui-même, sur un site que je connais. Ajoutez-en un avec `/watch edit`, ou demandez à la modération de se porter garante.
refused-proof-over = C'est terminé, ou ce n'était pas à vous. Recommencez avec `/watch prove`.
refused-profile = { $kind ->
    [not_found] Il n'y a pas de profil à cette adresse. Merci de vérifier qu'elle est bien écrite.
    [no_answer] Le site ne répond pas pour l'instant. Merci de réessayer dans quelques minutes.
   *[other] Le profil n'a pas pu être lu. Certains sites cachent les profils aux personnes non connectées ; essayez un autre profil, ou demandez à la modération de se porter garante.
}
refused-no-code = Le code n'est pas encore sur la page du profil. Il peut mettre une minute à apparaître ; appuyez alors de nouveau sur « Vérifier ».
refused-claimed-handle = Quelqu'un d'autre a montré que ce profil est le sien. S'il est à vous, demandez à la modération de se porter garante.
refused-vouch-where = La modération ne peut se porter garante que dans sa communauté : utilisez-y `/watch prove` (visible de vous seul). Son salon d'alerte doit être configuré.
refused-vouch-here = La modération ne peut pas se porter garante ici : l'opérateur de ce bot n'a pas désigné cette communauté pour cela. Un code dans un profil est une autre voie : `/watch prove`.
refused-vouch-pending = La demande à la modération est déjà faite.
refused-vouch-own = Personne ne se porte garant pour soi-même.
refused-vouch-twice = Vous vous êtes déjà porté garant ; il faut une autre personne de la modération.
refused-severity = Merci de choisir parmi : { $options }.
refused-language = Merci de choisir parmi : { $options }.
refused-feed = Ce flux n'existe pas ici. Flux : { $options }.
