import type { RestTranslation } from './en.ts'

export const tr: RestTranslation = {
  earlier: 'Önceki mesajlar yükleniyor…',
  consent: {
    title: 'Sohbete başlamadan önce',
    agree: 'Kabul et',
    decline: 'Hayır, teşekkürler',
    more: 'Daha fazla bilgi'
  },
  latest: 'En yeniye git',
  news: '{count} yeni mesaj|{count} yeni mesaj',
  newFrom: 'Yeni mesaj: {name}',
  copy: 'Kopyala',
  copied: 'Kopyalandı',
  unfold: 'Daha fazla göster',
  fold: 'Daha az göster',
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
  image: 'Görsel',
  file: 'Dosya',
  location: 'Konum',
  map: 'Haritayı aç',
  cards: 'Kartlar',
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
  files: {
    attach: 'Dosya ekle',
    attached: 'Gönderilecek dosyalar',
    begun: '{name} yükleniyor',
    ready: '{name} gönderilebilir',
    soon: 'Dosyalar yüklenir yüklenmez gönderilecek.',
    drop: 'Dosyaları buraya bırakın',
    most: 'Tek seferde en çok {count} dosya.',
    gone: 'çok uzun sürdü; lütfen dosyayı yeniden ekleyin',
    why: {
      type: 'yalnızca {kinds} gönderilebilir',
      tooLarge: '{size} sınırını aşıyor',
      empty: 'dosya boş',
      broken: 'dosya bozuk',
      pixels: 'resim çok büyük',
      tooFast: 'kısa sürede çok fazla dosya',
      notNow: 'bir kişi yanıtlarken dosya gönderilebilir',
      never: 'buraya dosya gönderilemez',
      failed: 'yüklenemedi'
    }
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
  hours: {
    backAt: 'Dönüşümüz: {when}',
    away: 'Şu anda burada kimse yok.'
  },
  menu: {
    back: 'Asistana dön',
    startOver: 'Baştan başla',
    end: 'Görüşmeyi bitir',
    past: 'Önceki görüşmeler',
    transcript: 'Görüşmeyi indir',
    window: 'Ayrı pencerede aç',
    sound: 'Ses',
    notify: 'Bana bildir',
    erase: 'Verilerimi sil'
  },
  told: {
    noWindow: 'Tarayıcınız pencereyi engelledi. Bu site için açılır pencerelere izin verip yeniden deneyin.',
    noNotify: 'Tarayıcınız bu sitenin bildirimlerini engelliyor. Tarayıcı ayarlarından izin verebilirsiniz.'
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
  }
}
