import type { Play } from './stage.ts'

const long = 'A lamp is a thing that lights a room as long as it is dark. '.repeat(24)

/** The words of the plays, for who reads from right to left. */
const arabic: Readonly<Record<string, string>> = {
  'Lamps & Light': 'مصابيح وضوء',
  'Ask us': 'اسألنا',
  'We keep what you write for a year.': 'نحتفظ بما تكتبه لمدة عام.',
  'Ask us anything about lamps.': 'اسألنا ما تشاء عن المصابيح.',
  'Hello! I am Lumi. What are you looking for?': 'مرحبًا! أنا لومي. عمّ تبحث؟',
  'Hello! I am Lumi.': 'مرحبًا! أنا لومي.',
  'Hello again!': 'مرحبًا من جديد!',
  Hello: 'مرحبًا',
  Lumi: 'لومي',
  'A lamp for my desk': 'مصباح لمكتبي',
  'How bright?': 'ما شدة الإضاءة؟',
  Bright: 'قوية',
  Gentle: 'خافتة',
  'I do not know': 'لا أعرف',
  'What shall we do?': 'ماذا نفعل؟',
  'Show the lamps': 'اعرض المصابيح',
  'Our site': 'موقعنا',
  'Buy for 10': 'اشترِ بـ 10',
  'These are our favourites:': 'هذه هي المفضّلة لدينا:',
  Aurora: 'أورورا',
  Borealis: 'بورياليس',
  Corona: 'كورونا',
  Dawn: 'الفجر',
  'A warm light for long evenings.': 'ضوء دافئ للأمسيات الطويلة.',
  'Bright, and gentle to the eyes.': 'ساطع ولطيف على العينين.',
  'For the table, without a cable.': 'للطاولة، ومن دون سلك.',
  'Wakes you up as the sun does.': 'يوقظك كما تفعل الشمس.',
  'Choose Aurora': 'اختر أورورا',
  'Choose Borealis': 'اختر بورياليس',
  'Choose Corona': 'اختر كورونا',
  'Choose Dawn': 'اختر الفجر',
  Choose: 'اختر',
  Details: 'التفاصيل',
  'Two ways to get it:': 'طريقتان للحصول عليه:',
  'By post': 'بالبريد',
  'In three days.': 'خلال ثلاثة أيام.',
  'By post, please': 'بالبريد من فضلك',
  'In the shop': 'في المتجر',
  'Today until six.': 'اليوم حتى السادسة.',
  'The way there': 'الطريق إليه',
  'The harbour at night': 'الميناء ليلًا',
  'This is how it looks:': 'هكذا يبدو:',
  'Terms and conditions': 'الشروط والأحكام',
  'The small print.': 'التفاصيل الدقيقة.',
  'Harbour Bridge': 'جسر الميناء',
  'Sydney NSW, Australia': 'سيدني، أستراليا',
  'How can we reach you?': 'كيف نتواصل معك؟',
  'Your name': 'اسمك',
  'Your e-mail': 'بريدك الإلكتروني',
  'Your question': 'سؤالك',
  About: 'الموضوع',
  Sales: 'المبيعات',
  Help: 'المساعدة',
  Ada: 'آدا',
  'Your name: Ada': 'اسمك: آدا',
  'Thank you, Ada.': 'شكرًا لكِ يا آدا.',
  'How did I do?': 'كيف كان أدائي؟',
  'One moment, I am asking for a person.': 'لحظة من فضلك، أبحث عن شخص يساعدك.',
  'Can I talk to a person?': 'هل يمكنني التحدث إلى شخص؟',
  'A person, please': 'أريد التحدث إلى شخص',
  'Maria Lind': 'ماريا ليند',
  'Good morning! How can I help?': 'صباح الخير! كيف أساعدك؟',
  'I have your order in front of me.': 'طلبك أمامي الآن.',
  'It is on its way.': 'إنه في الطريق.',
  'Leave us a word, and we write back.': 'اترك لنا رسالة وسنرد عليك.',
  'Before we begin:': 'قبل أن نبدأ:',
  'Thank you!': 'شكرًا!',
  'Where is my lamp?': 'أين مصباحي؟',
  'There are **two** ways, and *both* are good:\n\n1. Order it at https://example.com/lamps\n2. Come by:\n   - before six\n   - with `LIGHT10` for 10 % off\n\n```\nlamp --bright 80\n```':
    'هناك **طريقتان**، و*كلتاهما* جيدة:\n\n1. اطلبه من https://example.com/lamps\n2. زرنا:\n   - قبل السادسة\n   - مع `LIGHT10` لخصم 10 %\n\n```\nlamp --bright 80\n```',
  'Thanks! See https://example.com/mine': 'شكرًا! انظر https://example.com/mine',
  [long]: 'المصباح شيء يضيء الغرفة ما دامت مظلمة. '.repeat(36),
  'Thank you, the lamp has arrived and it is lovely.': 'شكرًا، وصل المصباح وهو جميل.'
}

const titled = (play: Play): Play => ({ ...play, site: { title: 'Lamps & Light', ...play.site } })

/** The same play, with whatever is read in it in Arabic. */
export const inArabic = (play: Play): Play => ({
  ...JSON.parse(
    JSON.stringify(titled(play)),
    (_, value) => (typeof value === 'string' && arabic[value]) || value
  ),
  lang: 'ar'
})
