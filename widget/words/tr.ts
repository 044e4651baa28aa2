import type { Translation } from './en.ts'

/** Turkish. */
export const tr: Translation = {
  title: 'Sohbet',
  close: 'Sohbeti kapat',
  log: 'Mesajlar',
  message: 'Mesaj',
  placeholder: 'Bir mesaj yazın…',
  send: 'Gönder',
  over: '{count} karakter fazla|{count} karakter fazla',
  earlier: 'Önceki mesajlar yükleniyor…',
  latest: 'En yeniye git',
  news: '{count} yeni mesaj|{count} yeni mesaj',
  newFrom: 'Yeni mesaj: {name}',
  copy: 'Kopyala',
  copied: 'Kopyalandı',
  unfold: 'Daha fazla göster',
  fold: 'Daha az göster',
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
  notSent: 'Gönderilmedi',
  notHeard: 'İletilmedi',
  retry: 'Yeniden dene',
  discard: 'Kaldır',
  why: {
    notStored: 'denemeye devam ediyoruz',
    tooFast: 'denemeye devam ediyoruz',
    tooLong: 'çok uzun',
    conflict: 'bir sorun oluştu',
    closed: 'görüşme kapandı',
    quiet: 'bir kişiyle görüşmek istediniz',
    noAction: 'bu düğme artık çalışmıyor'
  },
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
  image: 'Görsel',
  file: 'Dosya',
  location: 'Konum',
  map: 'Haritayı aç',
  cards: 'Kartlar',
  unknown: 'Bu mesaj burada gösterilemiyor.',
  submit: 'Gönder',
  answered: 'Yanıtınız gönderildi.',
  choose: 'Seçin…',
  required: 'Lütfen burayı doldurun.',
  short: 'Lütfen en az {count} karakter yazın.|Lütfen en az {count} karakter yazın.',
  email: 'Lütfen bir e-posta adresi yazın.',
  rich: {
    show: '{host} adresindeki görseli göster',
    noImage: 'Görsel yüklenemedi.',
    shut: 'Kapat',
    original: 'Aslını aç',
    previous: 'Önceki',
    next: 'Sonraki',
    check: 'Lütfen şu yanıtları kontrol edin:'
  },
  rating: {
    title: 'Bu görüşme nasıldı?',
    steps: {
      one: 'Çok kötü',
      two: 'Kötü',
      three: 'Orta',
      four: 'İyi',
      five: 'Çok iyi'
    },
    text: 'Neyi daha iyi yapabiliriz? (isteğe bağlı)',
    send: 'Gönder',
    thanks: 'Değerlendirmeniz için teşekkürler.'
  },
  receipts: {
    sent: 'Gönderildi',
    delivered: 'İletildi',
    read: 'Okundu'
  },
  hours: {
    backAt: 'Dönüşümüz: {when}',
    away: 'Şu anda burada kimse yok.'
  },
  menu: {
    title: 'Diğer',
    back: 'Asistana dön',
    startOver: 'Baştan başla',
    end: 'Görüşmeyi bitir',
    past: 'Önceki görüşmeler',
    transcript: 'Görüşmeyi indir',
    erase: 'Verilerimi sil'
  },
  ask: {
    no: 'Vazgeç',
    startOver: {
      title: 'Baştan başlansın mı?',
      text: 'Bu görüşme biter ve yenisi başlar.',
      yes: 'Baştan başla'
    },
    end: {
      title: 'Bu görüşme bitirilsin mi?',
      text: 'İstediğiniz zaman yenisini başlatabilirsiniz.',
      yes: 'Görüşmeyi bitir'
    },
    erase: {
      title: 'Verilerim silinsin mi?',
      text: 'Bu sohbette, daha önce de olsa, söylenen her şey kalıcı olarak silinir. Kimse geri getiremez.',
      yes: 'Her şeyi sil'
    },
    erasing: 'Verileriniz siliniyor…'
  },
  past: {
    back: 'Geri',
    none: 'Önceki görüşme yok.',
    silent: 'Hiçbir şey söylenmedi.',
    loading: 'Bir dakika…'
  },
  consent: {
    title: 'Sohbete başlamadan önce',
    agree: 'Kabul et',
    decline: 'Hayır, teşekkürler',
    more: 'Daha fazla bilgi'
  },
  launcher: {
    region: 'Sohbet',
    open: 'Sohbeti aç',
    close: 'Sohbeti kapat',
    unread: 'Sohbeti aç, {count} okunmamış',
    broken: 'Sohbet yüklenemedi. Lütfen yeniden deneyin.'
  }
}
