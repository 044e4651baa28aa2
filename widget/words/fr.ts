import type { Translation } from './en.ts'

/** French. */
export const fr: Translation = {
  title: 'Chat',
  close: 'Fermer le chat',
  log: 'Messages',
  message: 'Message',
  placeholder: 'Écrivez un message…',
  send: 'Envoyer',
  over: '{count} caractère de trop|{count} caractères de trop',
  earlier: 'Chargement des messages précédents…',
  latest: 'Aller au plus récent',
  news: '{count} nouveau message|{count} nouveaux messages',
  newFrom: 'Nouveau message de {name}',
  copy: 'Copier',
  copied: 'Copié',
  unfold: 'Afficher plus',
  fold: 'Afficher moins',
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
  notSent: 'Non envoyé',
  notHeard: 'Non remis',
  retry: 'Réessayer',
  discard: 'Supprimer',
  why: {
    notStored: 'nous continuons d’essayer',
    tooFast: 'nous continuons d’essayer',
    tooLong: 'trop long',
    conflict: 'une erreur s’est produite',
    closed: 'la conversation est terminée',
    quiet: 'vous avez demandé une personne',
    noAction: 'ce bouton ne fonctionne plus'
  },
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
  image: 'Image',
  file: 'Fichier',
  location: 'Lieu',
  map: 'Ouvrir la carte',
  cards: 'Fiches',
  unknown: 'Ce message ne peut pas être affiché ici.',
  submit: 'Envoyer',
  answered: 'Votre réponse a été envoyée.',
  choose: 'Choisir…',
  required: 'Veuillez remplir ce champ.',
  short: 'Veuillez écrire au moins {count} caractère.|Veuillez écrire au moins {count} caractères.',
  email: 'Veuillez saisir une adresse e-mail.',
  rich: {
    show: 'Afficher l’image de {host}',
    noImage: 'L’image n’a pas pu être chargée.',
    shut: 'Fermer',
    original: 'Ouvrir l’original',
    previous: 'Précédent',
    next: 'Suivant',
    check: 'Veuillez vérifier ces réponses :'
  },
  rating: {
    title: 'Comment s’est passée cette conversation ?',
    steps: {
      one: 'Très mal',
      two: 'Mal',
      three: 'Moyen',
      four: 'Bien',
      five: 'Très bien'
    },
    text: 'Que pourrions-nous améliorer ? (facultatif)',
    send: 'Envoyer',
    thanks: 'Merci pour votre évaluation.'
  },
  receipts: {
    sent: 'Envoyé',
    delivered: 'Remis',
    read: 'Lu'
  },
  hours: {
    backAt: 'De retour : {when}',
    away: 'Personne n’est là pour le moment.'
  },
  menu: {
    title: 'Plus',
    back: 'Revenir à l’assistant',
    startOver: 'Recommencer',
    end: 'Terminer la conversation',
    past: 'Conversations précédentes',
    transcript: 'Télécharger la conversation',
    erase: 'Effacer mes données'
  },
  ask: {
    no: 'Annuler',
    startOver: {
      title: 'Recommencer ?',
      text: 'Cette conversation se termine et une nouvelle commence.',
      yes: 'Recommencer'
    },
    end: {
      title: 'Terminer cette conversation ?',
      text: 'Vous pouvez en commencer une nouvelle à tout moment.',
      yes: 'Terminer la conversation'
    },
    erase: {
      title: 'Effacer mes données ?',
      text: 'Tout ce qui a été dit dans ce chat, même auparavant, sera effacé définitivement. Personne ne pourra le récupérer.',
      yes: 'Tout effacer'
    },
    erasing: 'Vos données sont en cours d’effacement…'
  },
  past: {
    back: 'Retour',
    none: 'Il n’y a pas de conversation précédente.',
    silent: 'Rien n’a été dit.',
    loading: 'Un instant…'
  },
  consent: {
    title: 'Avant de discuter',
    agree: 'Accepter',
    decline: 'Non, merci',
    more: 'En savoir plus'
  },
  launcher: {
    region: 'Chat',
    open: 'Ouvrir le chat',
    close: 'Fermer le chat',
    unread: 'Ouvrir le chat, {count} non lus',
    broken: 'Le chat n’a pas pu être chargé. Veuillez réessayer.'
  }
}
