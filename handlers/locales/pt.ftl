# O que o Headsup diz, em português. Regras: «pede» com «pode», nunca «é»; ninguém é acusado; a primeira mensagem não nomeia nada. Tratamento: você.

## Severity, confidence, labels

severity-none = nenhuma
severity-low = baixa
severity-medium = média
severity-high = alta
severity-critical = crítica
confidence-unlikely = pouco provável
confidence-possible = possível
confidence-likely = provável
confidence-very_likely = muito provável

asks-unknown = Alguém enviou este aviso e ele ainda não foi analisado.
asks-nothing = Não se reconheceu no texto nenhum pedido sobre a imagem de uma pessoa real. Por favor, veja você também.
asks-likeness = Esta publicação pode estar pedindo conteúdo artificial de uma pessoa real.
asks-sexual = Ela diz claramente que o conteúdo deve ser sexual.
asks-veiled = Ela insinua algo sexual.
asks-private = A pessoa não parece ser uma figura pública.
asks-minor = Há indícios de que a pessoa pode ter menos de 18 anos.
asks-consent = Quem escreveu diz que é a própria imagem ou que a pessoa concordou (uma afirmação, não uma prova).

raised-earlier_by_requester = a mesma conta tem um pedido anterior confirmado ou sexual
raised-earlier_about_person = já houve um pedido sobre a mesma pessoa
raised-adult_context = as marcações, etiquetas ou o modelo base da plataforma são para adultos

## The moderators' card

card-title = { $reference } · { $severity }
card-state = Situação
card-reports = Avisos
card-reports-value = { $count ->
    [one] { $count } membro avisou sobre isto
   *[other] { $count } membros avisaram sobre isto
}
card-items = Publicações neste caso
card-source = Origem
card-purged = O texto não está mais guardado ou foi retirado na origem.
card-confidence = Certeza
card-raised = Elevado porque
card-reward = Recompensa
card-posted = Data
card-requester = Publicado por (segundo a origem)
card-requester-earlier = { $count ->
    [0] nada confirmado aqui antes
    [one] { $count } publicação anterior confirmada aqui
   *[other] { $count } publicações anteriores confirmadas aqui
}
card-link = Link (não clicável)
card-attachment = Anexo (não aberto)
card-excerpt = Trecho
card-minor = Nada é mostrado
card-minor-text = Como pode envolver uma pessoa menor de idade, o Headsup não mostra, guarda nem encaminha nada da publicação. Membros com o cargo de proteção infantil podem abrir o link, a impressão digital do texto e os canais de denúncia. Por favor, não baixe nem compartilhe nenhum material.
card-footer = Headsup · um pedido não prova nada · as decisões ficam registradas

source-report = aviso de um membro
source-rss = feed de notícias
source-civitai_bounties = recompensas (bounties) do Civitai
source-civitai_models = modelos do Civitai
source-discord_channel = um canal do Discord
source-webhook = webhook

time-posted = publicado: { $time }
time-seen = visto pela primeira vez: { $time }

state-open = aberto
state-claimed = { $actor } está olhando
state-escalated = (encaminhado)
state-confirmed = confirmado por { $actor }
state-dismissed = descartado por { $actor }: { $reason }

short-open = aberto
short-claimed = alguém está olhando
short-confirmed = confirmado
short-dismissed = descartado
short-none = analisado; aqui não há moderação que decida

button-open = Abrir
button-claim = Eu cuido disto
button-confirm = Confirmar
button-dismiss = Descartar…
button-escalate = Encaminhar
button-reopen = Reabrir
button-mute = Silenciar o 1º por 7 dias
button-earlier = Página anterior
button-later = Próxima página

dismiss-ask = Por que descartar?
dismiss-prompt = Escolha um motivo
dismiss-fictional = Fictício ou ninguém real
dismiss-no_request = Não é um pedido
dismiss-agreed = Própria imagem ou com acordo
dismiss-handled = Já resolvido
dismiss-bad_report = Aviso de má-fé
dismiss-other = Outra coisa
done-dismissed = Descartado. O cartão foi atualizado e quem avisou será informado.

escalated-title = { $reference } foi encaminhado
escalated-body = Alguém da moderação pede um segundo olhar sobre o caso { $reference }. O cartão está acima; `/case show` mostra tudo.

sensitive-title = { $reference } · proteção infantil
sensitive-body = Denuncie; não abra, baixe, capture nem encaminhe material suspeito. Fica registrado no caso que você abriu esta tela.
sensitive-hash = Impressão digital (hash) do texto

## Cases

list-title = Casos
list-empty = Não há nada esperando.
list-count = { $count ->
    [one] { $count } caso.
   *[other] { $count } casos.
}
list-line = { $state } · desde { $time }
case-history = Histórico
case-why = Por que esta gravidade
case-why-text = regra “{ $row }”; { $odds }; modelo { $model }
case-spans = O que pesou na decisão
case-reporter = Quem avisou
case-reporter-forgotten = já não se sabe
case-reporter-record = avisos aqui: { $total } ({ $confirmed } confirmados, { $dismissed } descartados)
done-note = Anotado em { $reference }.
done-muted = { $days ->
    [one] Os avisos dessa conta não são aceitos por { $days } dia. Ela fica sabendo se tentar.
   *[other] Os avisos dessa conta não são aceitos por { $days } dias. Ela fica sabendo se tentar.
}

event-opened = aberto
event-joined = outra publicação foi juntada
event-reported = avisado
event-claimed = assumido
event-confirmed = confirmado
event-dismissed = descartado
event-escalated = encaminhado
event-reopened = reaberto
event-note = nota
event-muted = uma conta que avisou foi silenciada
event-opened_sensitive = tela de proteção infantil aberta

## Reports

report-form-title = Avisar sobre um pedido de imagem
report-form-link = Link da publicação
report-form-text = O que ela diz (copie as palavras)
report-form-text-hint = Sem imagens; se houver um link, ele basta.
report-form-reason = Algo que a moderação deva saber
receipt-title = Obrigado · { $reference }
receipt = Seu aviso foi recebido. A referência é { $reference }; só a moderação vê quem avisou. Escrevo para você quando houver uma decisão. `/report status` mostra como está.
receipt-known = A moderação já decidiu sobre esta publicação: { $state }. Referência { $reference }.
receipt-alone = Seu aviso foi recebido e está sendo analisado para as pessoas que cuidam da própria imagem. Referência { $reference }. Esta conversa não tem moderação: para falar com a de uma comunidade, envie o aviso dentro dela.
report-status-title = Seus avisos
reporter-confirmed = A moderação confirmou o seu aviso { $reference }. Obrigado por cuidar de alguém.
reporter-dismissed = A moderação olhou o seu aviso { $reference } e o encerrou sem outras medidas. Obrigado mesmo assim; avise de novo quando vir algo.

## A person's alert

alert-neutral = { $count ->
    [one] O Headsup tem uma nota para você. Abra quando for melhor para você.
   *[other] O Headsup tem { $count } notas para você. Abra quando for melhor para você.
}
button-details = Ver detalhes
button-details-number = Nota { $number }
button-not-me = Não sou eu
button-help = O que posso fazer
button-snooze = Mais tarde
button-stop = Parar
button-tell-contact = Chamar alguém de confiança
button-words = Ver as palavras exatas
button-words-yes = Sim, mostrar
button-keep = Guardar uma cópia para mim

unproved-title = Um possível pedido
unproved-body = Foi publicado algo que pode envolver a pessoa de quem você cuida. Antes de dizer mais, por favor mostre que { $standing ->
    [self] é você
    [guardian] você é mãe, pai ou responsável legal desta pessoa
   *[representative] você fala por esta pessoa
}: assim ninguém usa uma lista para descobrir coisas sobre outra pessoa.
button-prove-bio = Comprovar com um perfil
button-prove-vouch = Pedir aval à moderação

details-title = O que se sabe
details-body = Um programa leu a publicação e pode estar errado.
details-about = Pessoa
details-kind = O que ela pode estar pedindo
details-why = Por que acho isso
details-tentative = Não é certo que seja esta pessoa
details-tentative-text = Outras pessoas têm o mesmo nome, e nada mais na publicação aponta para uma delas.
details-minor = Uma publicação pode estar pedindo imagens de alguém que talvez tenha menos de 18 anos. Não mostro nada dela. “O que posso fazer” indica onde denunciar e pedir a retirada.
details-several = { $count ->
    [one] Há { $count } nota. Abra por aqui.
   *[other] Há { $count } notas. Escolha uma.
}
kind-likeness = Imagens, vídeo, voz ou modelo de IA desta pessoa.
kind-delicate = Pode haver intenção sexual.
words-ask = As palavras da publicação podem magoar. Mostrar mesmo assim?
words-title = As palavras da publicação
how-exact = o nome aparece ali
how-folded = o nome aparece com outra grafia
how-homoglyph = o nome aparece com letras parecidas
how-leet = o nome aparece com números no lugar de letras
how-joined = o nome aparece como uma só palavra
how-spaced = o nome aparece letra por letra
how-initial = aparecem a inicial e o sobrenome
how-nickname = aparece uma forma curta do nome
how-typo = aparece algo muito parecido com o nome
how-transliteration = o nome aparece em outro alfabeto
how-inflection = aparece uma variação do nome
how-handle = aparece um nome de usuário
how-url = aparece um link de perfil
how-context = há por perto uma palavra de contexto
done-not-me = Entendido: era outra pessoa. Não vou avisar você da mesma coisa de novo.
done-kept = Guardo para você as palavras da publicação além dos 90 dias de costume. `/watch export` entrega o que tenho; `/watch forget-me` apaga.
done-contact = Peço à sua pessoa de confiança que entre em contato com você. O motivo não é dito. Peço no máximo uma vez por dia.
contact-note = { $account } indicou você como pessoa de confiança e gostaria que você entrasse em contato. O Headsup não diz mais do que isso.
snooze-ask = Quando devo voltar?
snooze-prompt = Escolha um momento
snooze-hour = daqui a uma hora
snooze-day = amanhã
snooze-week = daqui a uma semana
done-snoozed = Volto { $length }.
done-stopped = Tudo foi parado. Nada mais será enviado; sua lista fica guardada até você apagar (`/watch forget-me`).
button-start-again = Recomeçar
done-started = Voltei a cuidar disso. O que foi parado continua parado.
hint-direct-closed = { $count ->
    [one] Uma nota espera por você: permita mensagens diretas deste aplicativo, e ela chega.
   *[other] { $count } notas esperam por você: permita mensagens diretas deste aplicativo, e elas chegam.
}

## What can I do

help-title = O que pode ser feito
help-body = Você não está só nisto, e a culpa não é sua. Escolha o que servir; nada precisa ser feito agora. Guardar o link e uma captura de tela das palavras da publicação ajuda depois; se quiser que a polícia aja, avise antes da retirada.
help-body-minor = Nunca baixe, capture nem encaminhe material suspeito, nem mesmo como prova. Estes lugares recebem denúncias e ajudam na retirada.
help-footer = Fatos, não orientação jurídica · cada um com fonte e data
route-source = Fonte: { $source }, em { $date }.
route-source-second-hand = Fonte: { $source }, em { $date }, de segunda mão: por favor, confira lá.
route-civitai-name = No Civitai
route-civitai = A imagem de pessoas reais não é permitida lá, nem recompensas (bounties) por ela. O formulário, ou digital-likeness@civitai.com, atende a pessoa retratada.
route-stopncii-name = StopNCII (a partir de 18 anos)
route-stopncii = Cria uma impressão digital de uma imagem no seu próprio aparelho, para que as plataformas possam barrá-la. A imagem não é enviada. Também serve quando alguém apenas ameaça.
route-ccri-name = CCRI Image Abuse Helpline (ajuda em abuso de imagens, EUA)
route-ccri = 844-878-2274
route-rph-name = Revenge Porn Helpline (Reino Unido, adultos)
route-rph = 0345 6000 459, de segunda a sexta, 10–16. O conselho deles: guarde uma captura com o endereço; avise a polícia antes da retirada se quiser um processo.
route-dsa-name = Notificação a uma plataforma (UE)
route-dsa = Qualquer pessoa pode enviar uma notificação com o endereço exato, o motivo, nome e e-mail, e uma declaração de boa-fé. Com uma notificação precisa, a plataforma passa a estar informada.
route-uk66-name = A lei no Reino Unido
route-uk66 = Compartilhar, ameaçar compartilhar, criar ou pedir que se crie uma imagem íntima de uma pessoa adulta sem consentimento pode ser crime.
route-takeitdown-act-name = TAKE IT DOWN Act (EUA)
route-takeitdown-act = As plataformas devem retirar uma imagem íntima publicada em até 48 horas após um pedido válido. Vale para imagens publicadas; uma publicação que apenas as pede não se enquadra.
route-virginia-name = A lei na Virgínia (EUA)
route-virginia = Divulgar ou vender tais imagens com má intenção, feitas por máquina ou não, pode ser lá um delito.
route-ncmec-tipline-name = NCMEC CyberTipline (canal de denúncia, EUA)
route-ncmec-tipline = 1-800-843-5678, ou pela internet.
route-ncmec-takeitdown-name = NCMEC Take It Down
route-ncmec-takeitdown = Ajuda anônima para barrar imagens de alguém com menos de 18 anos.
route-iwf-name = Internet Watch Foundation
route-iwf = Recebe denúncias anônimas de qualquer lugar.

## The watchlist

watch-add-title = Cuidar de uma pessoa
watch-edit-title = Mudar o que é procurado
watch-field-names = Nomes
watch-hint-names = Um por linha: Jane Roe
watch-field-aliases = Outros nomes, nomes artísticos
watch-hint-aliases = Um por linha
watch-field-handles = Nomes de usuário
watch-hint-handles = @janeroe, instagram:janeroe
watch-field-urls = Links de perfil
watch-hint-urls = https://instagram.com/janeroe
watch-field-context = Palavras de contexto
watch-hint-context = Palavras que apontam para esta pessoa: cidade, profissão, programa
watch-field = { $field ->
    [aliases] { watch-field-aliases }
    [handles] { watch-field-handles }
    [urls] { watch-field-urls }
    [context] { watch-field-context }
   *[names] { watch-field-names }
}
watch-added-title = Vou ficar atento
watch-added-body = A partir de agora fico atento a isto. Se algo puder estar pedindo { $standing ->
    [self] a sua imagem
   *[other] a imagem desta pessoa
}, você recebe uma mensagem curta e neutra. Para ver os detalhes será preciso mostrar uma vez quem você é; pode ser agora mesmo.
watch-namesakes = Outras pessoas com este nome
watch-namesakes-text = { $count ->
    [one] Cerca de { $count } outra pessoa publica com este nome. Um nome de usuário ou uma cidade nas palavras de contexto me ajuda a distinguir vocês.
   *[other] Cerca de { $count } outras pessoas publicam com este nome. Um nome de usuário ou uma cidade nas palavras de contexto me ajuda a distinguir vocês.
}
watch-needs-context = Precisa de uma palavra de contexto
watch-needs-context-text = Muitas pessoas têm este nome, ou ele também é uma palavra, um lugar ou um personagem conhecido. Sem uma palavra de contexto ou um nome de usuário seu por perto, deixo essas publicações para os moderadores e não aviso você. Acrescente uma cidade ou profissão como palavra de contexto.
watch-standing = Na condição de
watch-list-title = Sua lista
watch-list-line = { $state } · { $standing } · { $proof } · { $terms ->
    [one] { $terms } termo
   *[other] { $terms } termos
}
watch-active = ativa
watch-paused = em pausa
watch-stopped = No momento, tudo está parado.
watch-remove-ask = Remover { $person } da sua lista? A chave é destruída; não dá para desfazer.
standing-self = por você
standing-guardian = como mãe, pai ou responsável
standing-representative = como representante
proof-passed = comprovado
proof-pending = comprovação iniciada
proof-none = ainda não comprovado
button-preferences = Preferências
button-stop-all = Parar tudo
button-remove = Remover
button-forget = Esqueça-me
done-paused = { $person } está em pausa.
done-resumed = Voltei a ficar atento a { $person }.
done-removed = Removido. A chave foi destruída.
forget-ask = Apagar sua lista, as chaves dela, suas notas e preferências, e desligar de você os seus avisos? Não dá para desfazer.
done-forgotten = Tudo o que eu guardava sobre você foi apagado. Cópias de segurança feitas antes por quem opera o serviço podem conter isso, lacrado, até serem substituídas.
export-title = Seus dados
export-body = Tudo o que guardo da sua conta. O arquivo diz o que você procura: guarde em lugar seguro.

preferences-title = Preferências
preferences-body = As suas escolhas vêm sempre primeiro.
preferences-detail = Quanto os detalhes dizem
preferences-digest = Quando as notas chegam
preferences-quiet = Horário de silêncio
preferences-timezone = Fuso horário
preferences-severity = A partir da gravidade
preferences-language = Idioma
preferences-contact = Pessoa de confiança
preferences-none = nenhuma
preferences-set = indicada

link-title = As suas contas
link-code-body = Para usar esta lista também na sua outra conta, escreva-me de lá `/watch link` com este código dentro de { $minutes } minutos. Essa conta vai ver e mudar tudo como esta: ligue só uma que seja apenas sua.
link-code = Código
link-ask = Assim esta conta junta-se à lista de outra. Quem tiver essa conta verá a partir de agora tudo o que lá puser e os seus avisos. Ligue só se as duas contas forem suas; se alguém lhe deu este código, não o faça.
link-linked-body = As duas contas veem e mudam esta lista.
link-this = esta conta
link-other = conta ligada
link-where = Os avisos vão para
button-unlink = Desligar conta
done-unlinked = A ligação terminou. Os avisos vão para { $platform }.

detail-summary = um resumo; as palavras exatas só se você pedir duas vezes
detail-full = as palavras exatas com um toque
digest-immediate = na hora
digest-daily = uma vez por dia, às { $time }
button-times = Silêncio e fuso horário
button-contact = Pessoa de confiança
button-no-contact = Nunca mais
done-no-contact = Não volto a escrever-lhe em nome de ninguém.
button-link = Ligar conta
times-title = Horários
times-quiet = Horário de silêncio; vazio se não houver
times-timezone = Fuso horário
times-digest = Resumo diário às
contact-title = Pessoa de confiança
contact-field = ID de alguém de confiança, ou vazio
contact-start = No Telegram só posso escrever para a sua pessoa de confiança depois que ela me abrir e tocar em “Iniciar”. Peça isso a ela.

## Proofs

proof-choose = Escolha um perfil
proof-choose-body = Qual perfil você consegue alterar?
proof-bio-title = Comprovar com um perfil
proof-bio-body = { $hours ->
    [one] Ponha este código na bio do perfil, salve e toque em “Verificar”. O código vale por { $hours } hora; depois você pode tirá-lo.
   *[other] Ponha este código na bio do perfil, salve e toque em “Verificar”. O código vale por { $hours } horas; depois você pode tirá-lo.
}
proof-profile = Perfil
proof-code = Código
proof-passed-terms = Comprovado: { $terms }. Você pode tirar o código do perfil. Os detalhes das notas sobre isso agora estão abertos para você.
button-check = Verificar
vouch-ask-title = Pedir aval à moderação
vouch-ask-body = A moderação desta comunidade veria a sua conta e as palavras abaixo, e saberia que você mantém uma lista para elas. Nada é mostrado sem o seu acordo.
vouch-shown = Mostrado à moderação
button-vouch-ask = Mostrar isto e pedir
done-vouch-asked = O pedido foi feito à moderação. Escrevo para você quando ela responder.
vouch-title = Um membro pede o seu aval
vouch-pending = Você sabe se esta conta pertence à pessoa citada ou fala por ela? Por favor, guarde isto para você.
vouch-passed = Aval dado. Por favor, guarde isto para você.
vouch-failed = Aval não dado.
vouch-revoked = Aval retirado.
vouch-over = Este pedido terminou; nada dele é mais mostrado.
vouch-account = Conta
vouch-count = Avais
button-vouch = Dou meu aval
button-decline = Não posso
button-vouch-back = Retirar o aval

## Setting up a community

setup-title = Headsup nesta comunidade
setup-ready = Pronto: os cartões chegam no canal de alertas.
setup-missing = Os cartões ainda não podem chegar. Falta:
setup-unknown = Não foi possível verificar o canal de alertas agora. Toque em “Enviar cartão de teste” daqui a pouco.
setup-none = nenhum
setup-only-administrators = só a administração
setup-channel = Canal de alertas
setup-moderators = Moderação
setup-escalation = Menção ao encaminhar
setup-child-safety = Proteção infantil
setup-severity = Cartões a partir da gravidade
setup-language = Idioma
setup-feeds = Feeds
setup-channel-prompt = Canal de alertas
setup-moderators-prompt = Moderação
setup-escalation-prompt = Quem “Encaminhar” menciona
setup-feeds-prompt = Feeds para acompanhar
button-test = Enviar cartão de teste
test-card-title = Teste
test-card = É aqui que os cartões vão chegar. Um cartão diz o que uma publicação pode estar pedindo e tem botões para assumir, confirmar, descartar e encaminhar.
missing-channel = um canal de alertas: escolha um abaixo
missing-gone = o canal de alertas não existe mais: escolha outro
missing-see = Não consigo ver o canal de alertas (Discord: permissão “Ver canal”, View Channel; Telegram: adicione-me ao grupo)
missing-send = permissão para enviar mensagens no canal de alertas
missing-embed = permissão para inserir links no canal de alertas
missing-history = permissão para ler o histórico de mensagens do canal de alertas
missing-threads = permissão para enviar mensagens nos tópicos do canal de alertas

notice-channel-forbidden-title = O Headsup não consegue publicar cartões
notice-channel-forbidden = Não posso mais escrever no canal de alertas. Nada se perde: os cartões esperam até que eu possa de novo vê-lo, enviar mensagens e inserir links, ou até que `/setup` indique outro canal.
notice-channel-missing-title = O canal de alertas do Headsup sumiu
notice-channel-missing = O canal de alertas não existe mais. Nada se perde: os cartões esperam até que `/setup` indique outro canal.
notice-channel-mended-title = O Headsup voltou a funcionar
notice-channel-mended = Os cartões chegam de novo no canal de alertas, inclusive os que esperavam.
notice-feed-blind-title = Um feed deixou de ser visto
notice-feed-blind = “{ $feed }” não funciona: { $error } { $remedy } Até lá, nada dele é visto.
notice-feed-back-title = Um feed voltou
notice-feed-back = “{ $feed }” voltou a funcionar depois de { $hours ->
    [one] { $hours } hora
   *[other] { $hours } horas
}. { $items ->
    [0] Não havia nada novo.
    [one] Havia uma publicação nova, que está sendo analisada.
   *[other] Havia { $items } publicações novas, que estão sendo analisadas.
}
notice-account-linked-title = Headsup
notice-account-linked = Uma conta do { $platform } foi ligada à sua: vê a sua lista e os seus avisos. Se não foi você, termine a ligação agora.
notice-second-claim-title = Leia, por favor
notice-second-claim = Outra pessoa tentou comprovar um perfil que você já comprovou. Isso foi recusado. Se o perfil não for mais seu, remova-o com `/watch edit`.
notice-contact-closed-title = Headsup
notice-contact-closed = Não consegui avisar a sua pessoa de confiança: não posso escrever para ela. No Telegram, ela precisa antes me abrir e tocar em “Iniciar”; no Discord, precisa permitir mensagens diretas. Depois disso você pode pedir de novo.
notice-vouch-passed-title = Headsup
notice-vouch-passed = A moderação deu o aval a você. Os detalhes das suas notas agora estão abertos.
notice-vouch-failed-title = Headsup
notice-vouch-failed = A moderação não pôde dar o aval. Um código em um perfil é outro caminho: `/watch prove`.
notice-vouch-revoked-title = Headsup
notice-vouch-revoked = A moderação retirou o aval que deu a você. Os detalhes dos seus avisos ficam fechados até você mostrar de novo quem é: `/watch prove`.

## Feeds

source-fourchan = um fórum do 4chan
source-huggingface_models = modelos do Hugging Face
source-huggingface_discussions = discussões do Hugging Face
source-bluesky_jetstream = Bluesky
source-bluesky_search = busca no Bluesky
source-mastodon = Mastodon
source-lemmy = Lemmy
source-discourse = um fórum Discourse
source-reddit = Reddit
source-json = uma API
source-telegram_chat = um chat do Telegram
feed-list-title = Feeds
feed-list-empty = Esta comunidade ainda não acompanha nenhum feed. `/feed add` começa com um endereço.
feed-list-body = { $count ->
    [one] Esta comunidade acompanha { $count } feed.
   *[other] Esta comunidade acompanha { $count } feeds.
}
feed-list-more = { $count ->
    [one] e mais { $count }
   *[other] e mais { $count }
}
feed-state-new = ainda não consultado
feed-state-working = ✅ funciona
feed-state-failing = ⚠️ falhando no momento
feed-state-blind = ⛔ sem ver nada: não funciona há muito tempo
feed-state-stale = ⚠️ responde, mas não traz nada novo há muito tempo
feed-state-paused = ⛔ parado por um erro; há uma tentativa por dia
feed-state-disabled = ⛔ desligado: não existe mais
feed-state-held = pausado por quem opera o bot
feed-state-idle = em pausa
feed-state-paused-here = pausado por esta comunidade
feed-last-ok = último sucesso: { $time }
feed-never-ok = ainda sem sucesso
feed-next = próxima consulta: { $time }
feed-week = última semana: { $items ->
    [one] { $items } publicação
   *[other] { $items } publicações
}, { $findings ->
    [one] { $findings } achado
   *[other] { $findings } achados
}
feed-moved = Mudou para { $address }.
feed-severity = Cartões a partir da gravidade
feed-keywords = Só com
feed-preview-body = { $count ->
    [0] Funciona, e está vazio no momento.
    [one] Funciona. Esta é a publicação mais nova, como seria analisada. Nada foi guardado ainda.
   *[other] Funciona. Estas são as { $count } publicações mais novas, como seriam analisadas. Nada foi guardado ainda.
}
feed-preview-others = Também encontrado lá
feed-preview-footer = O que está lá agora é o ponto de partida: os cartões chegam para o que for publicado de agora em diante.
feed-channel-title = Acompanhar um canal
feed-channel-body = As mensagens em { $channel } e nos tópicos dele seriam analisadas de agora em diante. Edições são acompanhadas; o que é apagado lá é apagado aqui. Por favor, avise os membros.
button-feed-add = Acompanhar este feed
done-feed-added = “{ $feed }” passa a ser acompanhado (feed #{ $number }). O que está lá agora é o ponto de partida; os cartões chegam para o que for novo. `/feed list` mostra como está.
done-channel-added = { $feed } passa a ser acompanhado (feed #{ $number }).
done-feed-paused = “{ $feed }” está em pausa para esta comunidade: nenhum cartão dele até `/feed resume`.
done-feed-resumed = “{ $feed }” volta a ser acompanhado.
done-feed-removed = “{ $feed }” não é mais acompanhado. Os casos que ele abriu ficam.
feed-digest-cases = { $count ->
    [one] { $count } caso foi aberto (`/case show`):
   *[other] { $count } casos foram abertos, os mais graves primeiro (`/case show`):
}
feed-digest-rest = { $count ->
    [one] … e mais { $count }: `/case list`
   *[other] … e mais { $count }: `/case list`
}
notice-feed-digest-title = Novidades depois de uma longa ausência
notice-feed-digest = “{ $feed }” não foi lido por mais de um dia. { $items ->
    [one] Havia { $items } publicação nova, que está sendo analisada.
   *[other] Havia { $items } publicações novas, que estão sendo analisadas.
}
notice-feed-stale-title = Um feed ficou quieto
notice-feed-stale = “{ $feed }” responde, mas não traz nada novo há { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}, muito mais do que o normal. Por favor, veja se o endereço ainda é o certo: `/feed test`.
notice-feed-stopped-title = Um feed parou
notice-feed-stopped = “{ $feed }” parou: { $error } { $remedy } Até lá, nada dele é visto.
notice-feed-news-again-title = Um feed voltou a trazer algo
notice-feed-news-again = “{ $feed }” traz publicações novas outra vez.
notice-feed-removed-title = Um feed foi removido
notice-feed-removed = Quem opera o bot removeu “{ $feed }”. Nada dele é visto mais.
notice-case-raised-low-title = Um caso está mais grave do que antes
notice-case-raised-low = Uma publicação do caso { $reference } foi editada; agora a gravidade é baixa. O cartão acima mostra.
notice-case-raised-medium-title = Um caso está mais grave do que antes
notice-case-raised-medium = Uma publicação do caso { $reference } foi editada; agora a gravidade é média. O cartão acima mostra.
notice-case-raised-high-title = Um caso está mais grave do que antes
notice-case-raised-high = Uma publicação do caso { $reference } foi editada; agora a gravidade é alta. O cartão acima mostra.
notice-case-raised-critical-title = Um caso está mais grave do que antes
notice-case-raised-critical = Uma publicação do caso { $reference } foi editada; agora a gravidade é crítica. O cartão acima mostra.
event-raised = editado, e agora mais grave
refused-too-many-feeds = { $count ->
    [one] Uma comunidade pode acompanhar { $count } feed. Remova-o primeiro: `/feed remove`.
   *[other] Uma comunidade pode acompanhar { $count } feeds. Remova um primeiro: `/feed remove`.
}
refused-feed-address = Dê o endereço de um feed, ou de uma página que tenha um.
refused-feed-failed = Não é possível acompanhar este feed: { $problem } Nada foi guardado.
refused-feed-operator = Feeds do tipo { $kind } precisam de algo que só quem opera este bot pode fornecer (uma chave ou a permissão do site). Peça que seja incluído na configuração; depois `/setup feeds` o mostra.
refused-feed-known = Esta comunidade já acompanha “{ $feed }”.
refused-feed-held = “{ $feed }” foi pausado por quem opera este bot; só essa pessoa pode retomar.
refused-feed-draft = Passou tempo demais, ou fui reiniciado. Comece de novo com `/feed add`, por favor.
refused-filter = { $problem } Nada foi guardado.
refused-channels-off = Este bot não acompanha canais. Quem o opera pode ligar isso: `discord.watch_channels = true` e o intent “Message Content” no portal de desenvolvedores do Discord.
refused-channel = Escolha, por favor, o canal a acompanhar.
refused-channel-closed = Não posso ler { $channel }. Dê-me primeiro, nesse canal, as permissões “Ver canal” (View Channel) e “Ver histórico de mensagens” (Read Message History). No Telegram: torne-me administrador lá.
refused-chat-foreign = Não há um canal assim de que ambos sejamos administradores. Adicione-me primeiro lá como administrador; só quem administra um canal pode pedir que ele seja acompanhado.
refused-in-private = Escreva isto no grupo de que se trata; a resposta chega aqui, em privado.

## Help

guide-title = Headsup
guide-body = Aviso as pessoas quando alguém pede imagens ou modelos de IA delas.
guide-report = avisar sobre uma publicação que pede a imagem de alguém; só a moderação vê que foi você
guide-status = como estão os seus avisos
guide-watch-add = saber quando algo pode estar pedindo a sua imagem, a da sua criança ou a de alguém por quem você fala
guide-watch = listar, editar, pausar, retomar, remover, comprovar, preferências, ligar, exportar, esquecer, parar
guide-case = os casos da moderação
guide-feed = os feeds e canais vigiados em busca dessas publicações
guide-setup = canal de alertas, cargos, feeds, gravidade, idioma
guide-footer = Sua lista é lacrada com uma chave própria, e ninguém aqui pode vê-la.

## Forms that are asked question by question

question = Pergunta { $number } de { $count }
question-so-far = Até agora
question-example = Por exemplo
button-keep-answer = Manter
button-clear-answer = Deixar vazio
button-skip = Pular
button-cancel = Cancelar
conversation-left = Cancelado. Nada disso fica guardado.
conversation-nothing = Não há nada para cancelar.
conversation-left-by = O formulário iniciado foi cancelado; nada dele é guardado.
conversation-over = Passou tempo demais: esqueci as suas respostas. Comece de novo, por favor.
conversation-again = Aqui estão as perguntas outra vez, com as suas respostas.
refused-question = Esta pergunta já foi respondida.
refused-answer-long = Escreva no máximo { $most } caracteres, por favor.
refused-answer-needed = Aqui é preciso uma resposta; `/cancel` sai do formulário.

## Telegram

command-report = Avisar sobre um pedido da imagem de alguém
command-watch = A sua própria lista, em particular
command-case = Para a moderação: os casos
command-feed = Para a moderação: os feeds
command-setup = Para a administração: configurar o Headsup
command-help = O que o Headsup pode fazer por você
command-stop = Parar tudo na hora
command-cancel = Sair de um formulário
private-open = Respondo em particular, para que mais ninguém leia.
private-thanks = Obrigado, foi recebido. O comprovante espera por você em particular.
private-sent = A resposta está na nossa conversa particular.
private-first = Por favor, abra primeiro uma conversa particular comigo.
private-command-stays = Não posso apagar mensagens lá, então o seu comando ainda aparece. Você pode encaminhar mensagens para mim aqui, ou pedir à administração que me deixe apagar mensagens.
button-open-private = Abrir
anonymous = Você escreve como o grupo, então não sei quem é você. Toque para continuar com a sua própria conta; a resposta vem em particular.
anonymous-report = Você escreve como o grupo ou como um canal, então não posso receber um aviso. Por favor, encaminhe a mensagem para mim em particular.
anonymous-private = Você escreve como o grupo ou como um canal, então não sei quem é você. Por favor, escreva isso para mim em particular. Se o seu comando ainda aparece aqui, apague-o.
anonymous-long = Você escreve como o grupo, então não sei quem é você. Desative por um momento o seu anonimato (nas suas permissões de administrador) e escreva isso de novo.
button-go-on = Continuar
button-cards-here = Os cartões chegam aqui
setup-accounts = Para indicar alguém, responda a uma mensagem dessa pessoa no grupo com `/setup moderators`, `/setup escalation` ou `/setup child_safety`; com `none`, ninguém fica indicado. A administração do grupo pode decidir de qualquer forma. `/setup here`, escrito em um tópico, envia os cartões para lá.
refused-account = Quem? Responda a uma mensagem da pessoa, ou dê o número da conta, ou `none`.
refused-usage = Não entendi. `{ $usage }`
watch-menu = O que devo fazer?
watch-menu-add = Cuidar de uma pessoa
watch-menu-list = Sua lista
watch-menu-edit = Mudar
watch-menu-pause = Pausar
watch-menu-resume = Retomar
watch-menu-remove = Remover
watch-menu-prove = Comprovar
watch-menu-preferences = Preferências
watch-menu-link = Ligar uma conta
watch-menu-export = Exportar
watch-menu-forget-me = Esqueça-me
watch-menu-stop = Parar tudo
watch-for = Por quem?
prove-how = Como você gostaria de comprovar?

## Faults

failed = Algo deu errado do meu lado; nada foi alterado. Tente de novo, por favor, e avise quem opera o serviço se continuar assim.
again = Isso demorou demais. Tente mais uma vez, por favor.

## Refusals: what was wrong, and what to do

refused-action = Este botão não me diz mais nada. Comece de novo pelo comando, por favor.
refused-role-moderator = Só a moderação desta comunidade pode fazer isso. A administração indica quem faz parte dela com `/setup`.
refused-role-administrator = Só a administração desta comunidade pode fazer isso.
refused-role-child_safety = Só membros com o cargo de proteção infantil, ou a administração, podem abrir isto. A administração indica o cargo com `/setup`.
refused-not-here = Isto só funciona dentro de uma comunidade.
refused-no-case = Esse caso não existe aqui.
refused-no-reference = Não há nenhum caso “{ $reference }” aqui. Uma referência é como H-7K3F; `/case list` mostra quais existem.
refused-claimed = { $actor } já está olhando.
refused-confirmed = Já confirmado por { $actor }.
refused-dismissed = Já descartado por { $actor }.
refused-open = Este caso já está aberto.
refused-escalated = Este caso já foi encaminhado.
refused-no-escalation-role = Ninguém foi indicado para ser mencionado. A administração indica com `/setup escalation`.
refused-contact-declined = Esta conta não quer receber mensagens em nome de ninguém. Escolha outra pessoa, por favor.
refused-no-contact = Nenhuma pessoa de confiança foi indicada. Você pode indicar uma com `/watch preferences`.
refused-reason = Escolha um dos motivos, por favor.
refused-empty-note = A nota está vazia.
refused-link = Isto não é um link. Um link começa com https://; se você não tiver nenhum, deixe vazio e copie as palavras.
refused-empty-report = Não há nada para olhar: dê um link ou copie as palavras.
refused-muted = A moderação não aceita os seus avisos até { $until }. Se você acha que isso está errado, escreva para ela, por favor.
refused-too-many-reports = { $count ->
    [one] Você pode fazer { $count } aviso por hora. Este não foi recebido: envie de novo mais tarde, por favor.
   *[other] Você pode fazer { $count } avisos por hora. Este não foi recebido: envie de novo mais tarde, por favor.
}
refused-no-report = Você não tem um aviso assim.
refused-no-alert = Esta nota não é sua ou não existe mais.
refused-snooze = Escolha um dos momentos, por favor.
refused-no-watchlist = Você ainda não tem uma lista. `/watch add` começa uma.
refused-standing = Escolha uma destas opções, por favor: { $options }.
refused-too-many-persons = { $count ->
    [one] Em uma lista cabe { $count } pessoa. Remova-a primeiro; quem representa outras pessoas pode pedir o aval da moderação para ter mais.
   *[other] Em uma lista cabem { $count } pessoas. Remova uma primeiro; quem representa outras pessoas pode pedir o aval da moderação para ter mais.
}
refused-too-many-changes = { $count ->
    [one] É mais de { $count } mudança por hora. Continue mais tarde, por favor.
   *[other] São mais de { $count } mudanças por hora. Continue mais tarde, por favor.
}
refused-too-many-terms = Uma pessoa tem no máximo { $count } itens ao todo: nomes, nomes de usuário, links e palavras.
refused-person = { $fault ->
    [nothing] Não há nada para procurar: dê ao menos um nome, um apelido, uma conta ou um link, por favor.
    [too_many] { watch-field }: no máximo { $limit } itens.
    [too_long] { watch-field }: um item tem no máximo { $limit } caracteres.
   *[other] Um dos itens não pode ser lido. Escreva de novo, por favor.
}
refused-term = { $reason ->
    [empty] Não há letra nem número em “{ $term }”.
    [too_short] “{ $term }” é curto demais: uma ou duas letras aparecem em quase todo texto.
    [first_name] Muita gente se chama “{ $term }”. Acrescente um segundo nome ou palavras de contexto, como uma cidade.
    [dictionary_word] “{ $term }” é uma palavra comum. Acrescente um segundo nome ou palavras de contexto, como uma profissão.
    [place] “{ $term }” é um lugar. Acrescente um segundo nome ou palavras de contexto, como uma profissão.
    [needs_site] Muitas contas podem se chamar “{ $term }”. Diga também o site, por exemplo instagram:janeroe.
   *[not_a_handle] “{ $term }” não é um nome de conta. Escreva como @janeroe ou como instagram:janeroe.
} Nada foi guardado.
refused-which-person = { $count ->
    [one] Há { $count } pessoa na sua lista: diga qual, pelo número em `/watch list`.
   *[other] Há { $count } pessoas na sua lista: diga qual, pelo número em `/watch list`.
}
refused-preference = Essa opção não existe.
refused-timezone = Esse fuso horário não existe. O mais próximo é { $nearest }.
refused-hours = Escreva os horários como 22:00-07:30, e uma hora como 09:00, por favor.
refused-contact = Dê o número da conta (o ID) ou deixe vazio, por favor.
refused-link-code = Este código não existe ou os seus dez minutos já passaram. `/watch link` na outra conta cria um novo.
refused-link-same = A outra conta tem de estar noutra plataforma: uma no Discord, outra no Telegram.
refused-link-both = As duas contas têm uma lista. Remova primeiro as pessoas de uma delas (`/watch remove`) e ligue-as depois.
refused-no-profile = Não consigo verificar nenhum link de perfil desta pessoa: é preciso a página do próprio perfil, em um site que conheço. Inclua um com `/watch edit` ou peça o aval da moderação.
refused-proof-over = Isto acabou ou nunca foi seu. Comece de novo com `/watch prove`.
refused-profile = { $kind ->
    [not_found] Não há perfil neste link. Confira se está escrito certo, por favor.
    [no_answer] O site não responde agora. Tente de novo daqui a alguns minutos, por favor.
   *[other] Não foi possível ler o perfil. Alguns sites escondem perfis de quem não entrou na conta; tente outro perfil ou peça o aval da moderação.
}
refused-no-code = O código ainda não está na página do perfil. Pode levar um minuto para aparecer; então toque em “Verificar” de novo.
refused-claimed-handle = Outra pessoa comprovou este perfil. Se ele for seu, peça o aval da moderação.
refused-vouch-where = A moderação só pode dar o aval dentro da comunidade dela: use `/watch prove` lá (só você vê). O canal de alertas precisa estar configurado.
refused-vouch-here = A moderação não pode dar o aval aqui: quem opera este bot não indicou esta comunidade para isso. Um código em um perfil é outro caminho: `/watch prove`.
refused-vouch-pending = O pedido já foi feito à moderação.
refused-vouch-own = Ninguém dá aval a si mesmo.
refused-vouch-twice = Você já deu o seu aval; é preciso mais alguém da moderação.
refused-severity = Escolha uma destas opções, por favor: { $options }.
refused-language = Escolha uma destas opções, por favor: { $options }.
refused-feed = Esse feed não existe aqui. Feeds: { $options }.
