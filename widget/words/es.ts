import type { Translation } from './en.ts'

/** Spanish. */
export const es: Translation = {
  title: 'Chat',
  close: 'Cerrar el chat',
  log: 'Mensajes',
  message: 'Mensaje',
  placeholder: 'Escriba un mensaje…',
  send: 'Enviar',
  over: 'Sobra {count} carácter|Sobran {count} caracteres',
  earlier: 'Cargando mensajes anteriores…',
  latest: 'Ir al más reciente',
  news: '{count} mensaje nuevo|{count} mensajes nuevos',
  newFrom: 'Nuevo mensaje de {name}',
  copy: 'Copiar',
  copied: 'Copiado',
  unfold: 'Mostrar más',
  fold: 'Mostrar menos',
  by: '{name} dijo:',
  you: 'Usted',
  bot: 'Asistente',
  agent: 'Soporte',
  looking: 'Buscando a una persona…',
  empty: '¿En qué podemos ayudarle?',
  connecting: 'Conectando…',
  offline: 'No tiene conexión. Los mensajes se enviarán cuando vuelva.',
  stopped: {
    version: 'Este chat se ha actualizado. Vuelva a cargar la página.',
    site: 'El chat no está disponible en esta página.',
    other: 'Algo ha fallado. Vuelva a cargar la página.'
  },
  typing: '{name} está escribiendo…',
  sending: 'Enviando…',
  waiting: 'Pendiente de envío',
  notSent: 'No enviado',
  notHeard: 'No entregado',
  retry: 'Reintentar',
  discard: 'Quitar',
  why: {
    notStored: 'seguimos intentándolo',
    tooFast: 'seguimos intentándolo',
    tooLong: 'demasiado largo',
    conflict: 'algo ha fallado',
    closed: 'la conversación está cerrada',
    quiet: 'ha pedido hablar con una persona',
    noAction: 'este botón ya no funciona'
  },
  handover: 'Ha pedido hablar con una persona. Estamos buscando a alguien.',
  taken: '{name} se ha unido a la conversación.',
  handback: {
    agent: 'Vuelve a hablar con el asistente.',
    nobody: 'Ahora no hay nadie disponible. El asistente continúa.',
    late: 'Nadie pudo venir a tiempo. El asistente continúa.',
    bot: 'El asistente ha vuelto a tomar el relevo.',
    visitor: 'Vuelve a hablar con el asistente.'
  },
  closed: 'Esta conversación está cerrada.',
  fresh: 'Iniciar una conversación nueva',
  replies: 'Respuestas sugeridas',
  image: 'Imagen',
  file: 'Archivo',
  location: 'Lugar',
  map: 'Abrir el mapa',
  cards: 'Tarjetas',
  unknown: 'Este mensaje no se puede mostrar aquí.',
  submit: 'Enviar',
  answered: 'Su respuesta se ha enviado.',
  choose: 'Elegir…',
  required: 'Rellene este campo.',
  short: 'Escriba al menos {count} carácter.|Escriba al menos {count} caracteres.',
  email: 'Escriba una dirección de correo electrónico.',
  rich: {
    show: 'Mostrar la imagen de {host}',
    noImage: 'No se pudo cargar la imagen.',
    shut: 'Cerrar',
    original: 'Abrir el original',
    previous: 'Anterior',
    next: 'Siguiente',
    check: 'Revise estas respuestas:'
  },
  rating: {
    title: '¿Qué le pareció esta conversación?',
    steps: {
      one: 'Muy mal',
      two: 'Mal',
      three: 'Regular',
      four: 'Bien',
      five: 'Muy bien'
    },
    text: '¿Qué podríamos mejorar? (opcional)',
    send: 'Enviar',
    thanks: 'Gracias por su valoración.'
  },
  receipts: {
    sent: 'Enviado',
    delivered: 'Entregado',
    read: 'Leído'
  },
  hours: {
    backAt: 'Volvemos: {when}',
    away: 'Ahora no hay nadie.'
  },
  menu: {
    title: 'Más',
    back: 'Volver al asistente',
    startOver: 'Empezar de nuevo',
    end: 'Terminar la conversación',
    past: 'Conversaciones anteriores',
    transcript: 'Descargar la conversación',
    erase: 'Borrar mis datos'
  },
  ask: {
    no: 'Cancelar',
    startOver: {
      title: '¿Empezar de nuevo?',
      text: 'Esta conversación termina y empieza otra.',
      yes: 'Empezar de nuevo'
    },
    end: {
      title: '¿Terminar esta conversación?',
      text: 'Puede iniciar otra en cualquier momento.',
      yes: 'Terminar la conversación'
    },
    erase: {
      title: '¿Borrar mis datos?',
      text: 'Todo lo dicho en este chat, también antes, se borrará para siempre. Nadie podrá recuperarlo.',
      yes: 'Borrar todo'
    },
    erasing: 'Se están borrando sus datos…'
  },
  past: {
    back: 'Atrás',
    none: 'No hay conversaciones anteriores.',
    silent: 'No se dijo nada.',
    loading: 'Un momento…'
  },
  consent: {
    title: 'Antes de chatear',
    agree: 'Aceptar',
    decline: 'No, gracias',
    more: 'Más información'
  },
  launcher: {
    region: 'Chat',
    open: 'Abrir el chat',
    close: 'Cerrar el chat',
    unread: 'Abrir el chat, {count} sin leer',
    broken: 'No se pudo cargar el chat. Inténtelo de nuevo.'
  }
}
