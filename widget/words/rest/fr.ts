import type { RestTranslation } from './en.ts'

export const fr: RestTranslation = {
  earlier: 'Chargement des messages précédents…',
  consent: {
    title: 'Avant de discuter',
    agree: 'Accepter',
    decline: 'Non, merci',
    more: 'En savoir plus'
  },
  latest: 'Aller au plus récent',
  news: '{count} nouveau message|{count} nouveaux messages',
  newFrom: 'Nouveau message de {name}',
  copy: 'Copier',
  copied: 'Copié',
  unfold: 'Afficher plus',
  fold: 'Afficher moins',
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
  image: 'Image',
  file: 'Fichier',
  location: 'Lieu',
  map: 'Ouvrir la carte',
  cards: 'Fiches',
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
  files: {
    attach: 'Joindre des fichiers',
    attached: 'Fichiers à envoyer',
    begun: '{name} est en cours d’envoi',
    ready: '{name} peut être envoyé',
    soon: 'Envoyé dès que les fichiers seront prêts.',
    drop: 'Déposez les fichiers ici',
    most: '{count} fichiers au maximum à la fois.',
    gone: 'cela a pris trop de temps ; veuillez le joindre à nouveau',
    why: {
      type: 'seuls {kinds} peuvent être envoyés',
      tooLarge: 'dépasse {size}',
      empty: 'le fichier est vide',
      broken: 'le fichier est endommagé',
      pixels: 'l’image est trop grande',
      tooFast: 'trop de fichiers en peu de temps',
      notNow: 'les fichiers peuvent être envoyés quand une personne répond',
      never: 'aucun fichier ne peut être envoyé ici',
      failed: 'n’a pas pu être téléversé'
    }
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
  hours: {
    backAt: 'De retour : {when}',
    away: 'Personne n’est là pour le moment.'
  },
  menu: {
    back: 'Revenir à l’assistant',
    startOver: 'Recommencer',
    end: 'Terminer la conversation',
    past: 'Conversations précédentes',
    transcript: 'Télécharger la conversation',
    window: 'Ouvrir dans une fenêtre',
    sound: 'Son',
    notify: 'Me prévenir',
    erase: 'Effacer mes données'
  },
  told: {
    noWindow:
      'Votre navigateur a bloqué la fenêtre. Autorisez les fenêtres pop-up pour ce site et réessayez.',
    noNotify:
      'Votre navigateur bloque les notifications de ce site. Vous pouvez les autoriser dans ses paramètres.'
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
  }
}
