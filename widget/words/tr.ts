import type { Translation } from './en.ts'

/** Turkish. */
export const tr: Translation = {
  title: 'Sohbet',
  close: 'Sohbeti kapat',
  more: 'Diğer',
  log: 'Mesajlar',
  message: 'Mesaj',
  placeholder: 'Bir mesaj yazın…',
  send: 'Gönder',
  over: '{count} karakter fazla|{count} karakter fazla',
  by: '{name} diyor ki:',
  you: 'Siz',
  bot: 'Asistan',
  agent: 'Destek',
  looking: 'Size birini arıyoruz…',
  empty: 'Nasıl yardımcı olabiliriz?',
  connecting: 'Bağlanıyor…',
  offline: 'Çevrimdışısınız. Mesajlar bağlantı gelince gönderilecek.',
  stopped: {
    version: 'Bu sohbet güncellendi. Lütfen sayfayı yenileyin.',
    site: 'Sohbet bu sayfada kullanılamıyor.',
    other: 'Bir sorun oluştu. Lütfen sayfayı yenileyin.'
  },
  typing: '{name} yazıyor…',
  sending: 'Gönderiliyor…',
  waiting: 'Gönderilmeyi bekliyor',
  handover: 'Bir kişiyle görüşmek istediniz. Birini arıyoruz.',
  taken: '{name} görüşmeye katıldı.',
  handback: {
    agent: 'Yeniden asistanla görüşüyorsunuz.',
    nobody: 'Şu anda kimse müsait değil. Asistan devam ediyor.',
    late: 'Kimse zamanında gelemedi. Asistan devam ediyor.',
    bot: 'Asistan görüşmeyi yeniden devraldı.',
    visitor: 'Yeniden asistanla görüşüyorsunuz.'
  },
  closed: 'Bu görüşme kapandı.',
  fresh: 'Yeni görüşme başlat',
  replies: 'Önerilen yanıtlar',
  unknown: 'Bu mesaj burada gösterilemiyor.',
  receipts: {
    sent: 'Gönderildi',
    delivered: 'İletildi',
    read: 'Okundu'
  },
  launcher: {
    open: 'Sohbeti aç',
    unread: 'Sohbeti aç, {count} okunmamış'
  }
}
