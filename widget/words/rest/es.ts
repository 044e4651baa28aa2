import type { RestTranslation } from './en.ts'

export const es: RestTranslation = {
  earlier: 'Cargando mensajes anteriores…',
  consent: {
    title: 'Antes de chatear',
    agree: 'Aceptar',
    decline: 'No, gracias',
    more: 'Más información'
  },
  latest: 'Ir al más reciente',
  news: '{count} mensaje nuevo|{count} mensajes nuevos',
  newFrom: 'Nuevo mensaje de {name}',
  copy: 'Copiar',
  copied: 'Copiado',
  unfold: 'Mostrar más',
  fold: 'Mostrar menos',
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
  image: 'Imagen',
  file: 'Archivo',
  location: 'Lugar',
  map: 'Abrir el mapa',
  cards: 'Tarjetas',
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
  files: {
    attach: 'Adjuntar archivos',
    attached: 'Archivos para enviar',
    begun: '{name} se está subiendo',
    ready: '{name} se puede enviar',
    soon: 'Se enviará en cuanto estén los archivos.',
    drop: 'Suelte los archivos aquí',
    most: 'Como máximo {count} archivos a la vez.',
    gone: 'ha tardado demasiado; vuelva a adjuntarlo',
    why: {
      type: 'solo se pueden enviar {kinds}',
      tooLarge: 'supera {size}',
      empty: 'el archivo está vacío',
      broken: 'el archivo está dañado',
      pixels: 'la imagen es demasiado grande',
      tooFast: 'demasiados archivos en poco tiempo',
      notNow: 'se pueden enviar archivos cuando responde una persona',
      never: 'aquí no se pueden enviar archivos',
      failed: 'no se ha podido subir'
    }
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
  hours: {
    backAt: 'Volvemos: {when}',
    away: 'Ahora no hay nadie.'
  },
  menu: {
    back: 'Volver al asistente',
    startOver: 'Empezar de nuevo',
    end: 'Terminar la conversación',
    past: 'Conversaciones anteriores',
    transcript: 'Descargar la conversación',
    window: 'Abrir en una ventana',
    sound: 'Sonido',
    notify: 'Avisarme',
    erase: 'Borrar mis datos'
  },
  told: {
    noWindow:
      'Su navegador ha bloqueado la ventana. Permita las ventanas emergentes de este sitio e inténtelo de nuevo.',
    noNotify: 'Su navegador bloquea las notificaciones de este sitio. Puede permitirlas en su configuración.'
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
  }
}
