import type { Translation } from './en.ts'

/** Portuguese. */
export const pt: Translation = {
  title: 'Chat',
  close: 'Fechar o chat',
  log: 'Mensagens',
  message: 'Mensagem',
  placeholder: 'Escreva uma mensagem…',
  send: 'Enviar',
  over: '{count} caractere a mais|{count} caracteres a mais',
  earlier: 'Carregando mensagens anteriores…',
  latest: 'Ir para a mais recente',
  news: '{count} nova mensagem|{count} novas mensagens',
  newFrom: 'Nova mensagem de {name}',
  copy: 'Copiar',
  copied: 'Copiado',
  unfold: 'Mostrar mais',
  fold: 'Mostrar menos',
  by: '{name} disse:',
  you: 'Você',
  bot: 'Assistente',
  agent: 'Suporte',
  looking: 'Procurando uma pessoa…',
  empty: 'Como podemos ajudar?',
  connecting: 'Conectando…',
  offline: 'Você está offline. As mensagens serão enviadas quando voltar.',
  stopped: {
    version: 'Este chat foi atualizado. Recarregue a página.',
    site: 'O chat não está disponível nesta página.',
    other: 'Algo deu errado. Recarregue a página.'
  },
  typing: '{name} está escrevendo…',
  sending: 'Enviando…',
  waiting: 'Aguardando envio',
  notSent: 'Não enviada',
  notHeard: 'Não entregue',
  retry: 'Tentar novamente',
  discard: 'Remover',
  why: {
    notStored: 'continuamos tentando',
    tooFast: 'continuamos tentando',
    tooLong: 'longa demais',
    conflict: 'algo deu errado',
    closed: 'a conversa está encerrada',
    quiet: 'você pediu uma pessoa',
    noAction: 'este botão não funciona mais'
  },
  handover: 'Você pediu uma pessoa. Estamos procurando alguém.',
  taken: '{name} entrou na conversa.',
  handback: {
    agent: 'Você está falando com o assistente novamente.',
    nobody: 'Ninguém está disponível agora. O assistente continua.',
    late: 'Ninguém pôde vir a tempo. O assistente continua.',
    bot: 'O assistente assumiu novamente.',
    visitor: 'Você está falando com o assistente novamente.'
  },
  closed: 'Esta conversa está encerrada.',
  fresh: 'Iniciar uma nova conversa',
  replies: 'Respostas sugeridas',
  image: 'Imagem',
  file: 'Arquivo',
  location: 'Local',
  map: 'Abrir o mapa',
  cards: 'Cartões',
  unknown: 'Esta mensagem não pode ser mostrada aqui.',
  submit: 'Enviar',
  answered: 'Sua resposta foi enviada.',
  choose: 'Escolher…',
  required: 'Preencha este campo.',
  short: 'Escreva pelo menos {count} caractere.|Escreva pelo menos {count} caracteres.',
  email: 'Escreva um endereço de e-mail.',
  rich: {
    show: 'Mostrar a imagem de {host}',
    noImage: 'Não foi possível carregar a imagem.',
    shut: 'Fechar',
    original: 'Abrir o original',
    previous: 'Anterior',
    next: 'Próximo',
    check: 'Verifique estas respostas:'
  },
  rating: {
    title: 'Como foi esta conversa?',
    steps: {
      one: 'Muito ruim',
      two: 'Ruim',
      three: 'Regular',
      four: 'Boa',
      five: 'Muito boa'
    },
    text: 'O que poderíamos melhorar? (opcional)',
    send: 'Enviar',
    thanks: 'Obrigado pela sua avaliação.'
  },
  receipts: {
    sent: 'Enviada',
    delivered: 'Entregue',
    read: 'Lida'
  },
  hours: {
    backAt: 'Voltamos: {when}',
    away: 'Não há ninguém aqui agora.'
  },
  menu: {
    title: 'Mais',
    back: 'Voltar ao assistente',
    startOver: 'Recomeçar',
    end: 'Encerrar a conversa',
    past: 'Conversas anteriores',
    transcript: 'Baixar a conversa',
    erase: 'Apagar meus dados'
  },
  ask: {
    no: 'Cancelar',
    startOver: {
      title: 'Recomeçar?',
      text: 'Esta conversa termina e uma nova começa.',
      yes: 'Recomeçar'
    },
    end: {
      title: 'Encerrar esta conversa?',
      text: 'Você pode iniciar uma nova a qualquer momento.',
      yes: 'Encerrar a conversa'
    },
    erase: {
      title: 'Apagar meus dados?',
      text: 'Tudo o que foi dito neste chat, também antes, será apagado para sempre. Ninguém poderá recuperar.',
      yes: 'Apagar tudo'
    },
    erasing: 'Seus dados estão sendo apagados…'
  },
  past: {
    back: 'Voltar',
    none: 'Não há conversas anteriores.',
    silent: 'Nada foi dito.',
    loading: 'Um momento…'
  },
  consent: {
    title: 'Antes de conversar',
    agree: 'Aceitar',
    decline: 'Não, obrigado',
    more: 'Saiba mais'
  },
  launcher: {
    region: 'Chat',
    open: 'Abrir o chat',
    close: 'Fechar o chat',
    unread: 'Abrir o chat, {count} não lidas',
    broken: 'Não foi possível carregar o chat. Tente novamente.'
  }
}
