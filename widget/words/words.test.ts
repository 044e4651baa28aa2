import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choose } from './choose.ts'
import { en } from './en.ts'
import { wordsOf } from './index.ts'
import { en as rest } from './rest/en.ts'
import { speak, type Translated } from './speak.ts'

test.each([
  [['de', 'fr'], 'de'],
  [['hu', 'no-NO', 'en'], 'no-NO'],
  [['iw'], 'he'],
  [[undefined, '', 'en-GB'], 'en-GB'],
  [['tlh', 'en-AU'], 'en-AU'],
  [['not a language', 'EN_us', 'en-us'], 'en-US'],
  [[], 'en']
])('[AC1] %j is heard as %s', (wishes, locale) => {
  expect(choose(wishes).locale).toBe(locale)
})

test('[AC2] a number chooses the form of its text, and is written as the language writes it', () => {
  const english = speak({ left: '{count} character left|{count} characters left' }, 'en')
  expect([0, 1, 2, 1234].map(english.left)).toEqual([
    '0 characters left',
    '1 character left',
    '2 characters left',
    '1,234 characters left'
  ])
  const polish = speak({ left: '{count} znak|{count} znaki|{count} znaków' }, 'pl')
  expect([1, 3, 5, 22].map(polish.left)).toEqual(['1 znak', '3 znaki', '5 znaków', '22 znaki'])
  const japanese = speak({ left: '残り{count}文字' }, 'ja')
  expect(japanese.left(1)).toBe('残り1文字')
})

test('[AC2] several gaps are filled by name, and what stands in them is left as it is', () => {
  const words = speak({ place: '{of}: {place} of {count}' }, 'en')
  expect(words.place({ count: 3, of: '{place}$&|', place: 2 })).toBe('{place}$&|: 2 of 3')
})

test('[AC3] a site says any word in its own, by name', () => {
  const texts = {
    send: 'Off it goes',
    'why.tooLong': 'a novel',
    typing: 'Somebody types',
    taken: 'Hello from {name}'
  }
  const words = { ...wordsOf(en, 'en', texts), ...speak(rest, 'en', texts) }
  expect([words.send, words.why.tooLong]).toEqual(['Off it goes', 'a novel'])
  expect([words.typing('Kim'), words.taken('Kim')]).toEqual(['Somebody types', 'Hello from Kim'])
  expect(words.close).toBe(en.close)
})

test('[AC3] what is no word in place of one of ours is passed over', () => {
  const texts = {
    send: 7,
    close: ' ',
    why: 'all',
    'why.nothing': 'x',
    nothing: 'x',
    'why.tooLong': null,
    typing: {}
  }
  const words = { ...wordsOf(en, 'en', texts), ...speak(rest, 'en', texts) }
  expect([words.send, words.close, words.why.tooLong]).toEqual([en.send, en.close, rest.why.tooLong])
  expect(words.typing('Kim')).toBe('Kim is typing…')
  expect(Object.keys(words.why)).toEqual(Object.keys(rest.why))
})

test('[AC3] whatever a site says, nothing throws and every word is a text', () => {
  const name = fc.constantFrom('send', 'typing', 'over', 'why', 'why.tooLong', '__proto__', 'constructor')
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('{x', '{constructor}', '|', '{count}|', '{}'),
    fc.integer()
  )
  fc.assert(
    fc.property(fc.dictionary(name, text), texts => {
      const words = { ...wordsOf(en, 'en', texts), ...speak(rest, 'en', texts) }
      for (const word of [words.send, words.typing('Kim'), words.over(2)]) expect(typeof word).toBe('string')
    })
  )
})

test('[AC4] a language with a word or a gap missing does not compile', () => {
  const whole = { send: 'Senden', by: '{name} sagt:' } satisfies Translated<Pick<typeof en, 'send' | 'by'>>
  // @ts-expect-error the gap is missing
  const gapless: Translated<Pick<typeof en, 'by'>> = { by: 'Jemand sagt:' }
  // @ts-expect-error a word is missing
  const short: Translated<Pick<typeof en, 'send' | 'by'>> = { send: 'Senden' }
  expect([whole, gapless, short]).toHaveLength(3)
})
