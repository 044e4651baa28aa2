import type { Translation } from './en.ts'

/** Portuguese. */
export const pt: Translation = {
  title: 'Chat',
  close: 'Fechar o chat',
  more: 'Mais',
  log: 'Mensagens',
  message: 'Mensagem',
  placeholder: 'Escreva uma mensagem…',
  send: 'Enviar',
  over: '{count} caractere a mais|{count} caracteres a mais',
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
  unknown: 'Esta mensagem não pode ser mostrada aqui.',
  receipts: {
    sent: 'Enviada',
    delivered: 'Entregue',
    read: 'Lida'
  },
  launcher: {
    open: 'Abrir o chat',
    unread: 'Abrir o chat, {count} não lidas'
  }
}
