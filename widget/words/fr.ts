import type { Translation } from './en.ts'

/** French. */
export const fr: Translation = {
  title: 'Chat',
  close: 'Fermer le chat',
  more: 'Plus',
  log: 'Messages',
  message: 'Message',
  placeholder: 'Écrivez un message…',
  send: 'Envoyer',
  over: '{count} caractère de trop|{count} caractères de trop',
  by: '{name} a dit :',
  you: 'Vous',
  bot: 'Assistant',
  agent: 'Assistance',
  looking: 'Nous cherchons quelqu’un…',
  empty: 'Comment pouvons-nous vous aider ?',
  connecting: 'Connexion…',
  offline: 'Vous êtes hors ligne. Les messages seront envoyés à votre retour.',
  stopped: {
    version: 'Ce chat a été mis à jour. Veuillez recharger la page.',
    site: 'Le chat n’est pas disponible sur cette page.',
    other: 'Une erreur s’est produite. Veuillez recharger la page.'
  },
  typing: '{name} est en train d’écrire…',
  sending: 'Envoi…',
  waiting: 'En attente d’envoi',
  handover: 'Vous avez demandé une personne. Nous cherchons quelqu’un.',
  taken: '{name} a rejoint la conversation.',
  handback: {
    agent: 'Vous parlez de nouveau à l’assistant.',
    nobody: 'Personne n’est disponible pour le moment. L’assistant continue.',
    late: 'Personne n’a pu venir à temps. L’assistant continue.',
    bot: 'L’assistant a repris la conversation.',
    visitor: 'Vous parlez de nouveau à l’assistant.'
  },
  closed: 'Cette conversation est terminée.',
  fresh: 'Commencer une nouvelle conversation',
  replies: 'Réponses suggérées',
  unknown: 'Ce message ne peut pas être affiché ici.',
  receipts: {
    sent: 'Envoyé',
    delivered: 'Remis',
    read: 'Lu'
  },
  launcher: {
    open: 'Ouvrir le chat',
    unread: 'Ouvrir le chat, {count} non lus'
  }
}
