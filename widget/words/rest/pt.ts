import type { RestTranslation } from './en.ts'

export const pt: RestTranslation = {
  earlier: 'Carregando mensagens anteriores…',
  consent: {
    title: 'Antes de conversar',
    agree: 'Aceitar',
    decline: 'Não, obrigado',
    more: 'Saiba mais'
  },
  latest: 'Ir para a mais recente',
  news: '{count} nova mensagem|{count} novas mensagens',
  newFrom: 'Nova mensagem de {name}',
  copy: 'Copiar',
  copied: 'Copiado',
  unfold: 'Mostrar mais',
  fold: 'Mostrar menos',
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
  image: 'Imagem',
  file: 'Arquivo',
  location: 'Local',
  map: 'Abrir o mapa',
  cards: 'Cartões',
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
  files: {
    attach: 'Anexar arquivos',
    attached: 'Arquivos para enviar',
    begun: '{name} está sendo carregado',
    ready: '{name} pode ser enviado',
    soon: 'Será enviado assim que os arquivos estiverem prontos.',
    drop: 'Solte os arquivos aqui',
    most: 'No máximo {count} arquivos por vez.',
    gone: 'demorou demais; anexe-o novamente',
    why: {
      type: 'só é possível enviar {kinds}',
      tooLarge: 'maior que {size}',
      empty: 'o arquivo está vazio',
      broken: 'o arquivo está danificado',
      pixels: 'a imagem é grande demais',
      tooFast: 'arquivos demais em pouco tempo',
      notNow: 'arquivos podem ser enviados quando uma pessoa responde',
      never: 'não é possível enviar arquivos aqui',
      failed: 'não foi possível carregar'
    }
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
  hours: {
    backAt: 'Voltamos: {when}',
    away: 'Não há ninguém aqui agora.'
  },
  menu: {
    back: 'Voltar ao assistente',
    startOver: 'Recomeçar',
    end: 'Encerrar a conversa',
    past: 'Conversas anteriores',
    transcript: 'Baixar a conversa',
    window: 'Abrir em uma janela',
    sound: 'Som',
    notify: 'Avisar-me',
    erase: 'Apagar meus dados'
  },
  told: {
    noWindow: 'Seu navegador bloqueou a janela. Permita pop-ups para este site e tente novamente.',
    noNotify:
      'Seu navegador bloqueia as notificações deste site. Você pode permiti-las nas configurações dele.'
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
  }
}
