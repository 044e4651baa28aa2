import type { Translation } from './en.ts'

/** Spanish. */
export const es: Translation = {
  title: 'Chat',
  close: 'Cerrar el chat',
  more: 'Más',
  log: 'Mensajes',
  message: 'Mensaje',
  placeholder: 'Escriba un mensaje…',
  send: 'Enviar',
  over: 'Sobra {count} carácter|Sobran {count} caracteres',
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
  unknown: 'Este mensaje no se puede mostrar aquí.',
  receipts: {
    sent: 'Enviado',
    delivered: 'Entregado',
    read: 'Leído'
  },
  launcher: {
    open: 'Abrir el chat',
    unread: 'Abrir el chat, {count} sin leer'
  }
}
