import { effect, signal } from '@preact/signals-core'
import { describe, expect, test } from 'vitest'
import type { LateSite } from '#shared/site.ts'
import { entries, item, line, message, stage } from '../connection/play.ts'
import { emptyView, type Line } from '../connection/state.ts'
import { english } from '../words/english.ts'
import { isAnswered } from './answered.ts'
import { opensText } from './hours.ts'
import { faceUrl, isWithRelay, loadsByItself } from './images.ts'
import { initials } from './initials.ts'
import { lasting } from './lasting.ts'
import { offers } from './menu.ts'
import type { Phase } from './phase.ts'
import { placeText } from './place.ts'
import { questionOf } from './questions.ts'
import { isRated } from './rated.ts'
import { comeOf } from './receipts.ts'
import { fileKind, sizeText } from './size.ts'
import { cardByKey, stripOf } from './strip.ts'
import { transcriptOf } from './transcript.ts'
import { whoOf } from './who.ts'

function logOf(...lines: object[]): readonly Line[] {
  const it = stage()
  it.live()
  it.hear(entries(line(1), ...lines))
  return it.state().view.lines
}
const own = (seq: number, more: object = {}) => message(seq, 'visitor', 'Hi', { id: 'aaaaaaaa', ...more })

describe('images', () => {
  test.each([
    ['https://cdn.shop.example/a.png', undefined, true],
    ['https://cdn.shop.example/a.png', ['cdn.shop.example'], true],
    ['https://cdn.shop.example/a.png', ['CDN.shop.example'], true],
    ['https://cdn.shop.example/a.png', ['*.shop.example'], true],
    ['https://cdn.shop.example/a.png', ['shop.example'], false],
    ['https://evilshop.example/a.png', ['*.shop.example'], false],
    ['https://cdn.shop.example/a.png', [], false],
    ['https://other.example/cdn.shop.example', ['cdn.shop.example'], false],
    ['https://cdn.shop.example@other.example/', ['cdn.shop.example'], false],
    ['javascript:alert(1)', undefined, false],
    ['data:image/png;base64,AAAA', undefined, false]
  ])('[PA1] %s with hosts %j loads by itself: %s', (url, hosts, loads) => {
    expect(loadsByItself(url, hosts)).toBe(loads)
    expect(faceUrl(url, hosts) !== undefined).toBe(loads)
  })

  test.each([
    ['https://chat.example/files/cv_1/f1?key=k', true],
    ['https://chat.example.evil.example/files/cv_1/f1', false],
    ['https://chat.example:8443/files/cv_1/f1', false],
    ['javascript:alert(1)', false]
  ])('[PA29] whether %j lies with the relay of the socket is %s', (url, lies) => {
    expect(isWithRelay(url, 'wss://chat.example/ws?site=shop')).toBe(lies)
  })
})

describe('a strip of cards', () => {
  // Three cards of 200 with a space of 10; 300 are in sight.
  const at = (scrolled: number) => stripOf(scrolled, 300, [200, 200, 200])

  test('[PA2] its buttons lead to the card before and after, and nowhere at an end', () => {
    expect(at(0)).toEqual({ at: 0, back: undefined, on: 1 })
    expect(at(210)).toEqual({ at: 1, back: 0, on: 2 })
    expect(at(320)).toEqual({ at: 2, back: 1, on: undefined })
    expect(at(-210)).toEqual(at(210))
  })

  test('[PA2] cards that are all in sight have nowhere to go', () => {
    expect(stripOf(0, 700, [200, 200, 200])).toEqual({ at: 0, back: undefined, on: undefined })
  })

  test('[PA2] arrow keys follow the direction of the lines', () => {
    const key = (name: string, backwards: boolean) => cardByKey(name, at(210), { count: 3, backwards })
    expect([key('ArrowRight', false), key('ArrowLeft', false)]).toEqual([2, 0])
    expect([key('ArrowRight', true), key('ArrowLeft', true)]).toEqual([0, 2])
    expect([key('Home', true), key('End', false), key('a', false)]).toEqual([0, 2, undefined])
  })

  test('[PA2] the place is told in the digits of the language', () => {
    expect([placeText(2, 5, 'en'), placeText(2, 5, 'ar-EG')]).toEqual(['2 / 5', '٢ / ٥'])
  })
})

test('[PA3] a file says how large it is, and of what kind', () => {
  expect([0, 999, 1_234, 123_456, 5_600_000].map(bytes => sizeText(bytes, 'en'))).toEqual([
    '0 byte',
    '999 byte',
    '1.2 kB',
    '123 kB',
    '5.6 MB'
  ])
  expect(['terms.pdf', 'a.b.Docx', 'README', '.env-of-mine'].map(fileKind)).toEqual(['PDF', 'DOCX', '', ''])
})

test('[PA4] a rating is answered once a step of it is pressed', () => {
  const press = line(3, { kind: 'postback', id: 'aaaaaaaa', of: 2, action: 4, label: '5' })
  const view = { ...emptyView, lines: logOf(message(2, 'bot'), press) }
  expect([1, 2].map(seq => isAnswered({ view, unsent: [] }, seq))).toEqual([false, true])
  const frame = { type: 'postback', id: 'aaaaaaaa', seq: 2, action: 4 } as const
  expect(isAnswered({ view: emptyView, unsent: [item('aaaaaaaa', { frame })] }, 2)).toBe(true)
})

describe('who is there', () => {
  const site = { avatar: 'https://shop.example/bot.png', botName: 'Lumi', imageHosts: ['shop.example'] }

  test('[PA5] the bot by its own name and picture, a person by theirs', () => {
    expect(whoOf({ is: 'bot' }, 'Lamps', english, site)).toEqual({
      name: 'Lumi',
      picture: site.avatar,
      line: 'Lumi'
    })
    const maria = { is: 'agent', name: 'Maria', picture: 'https://shop.example/m.png' } as const
    expect(whoOf(maria, 'Lamps', english, site)).toMatchObject({ name: 'Maria', line: 'Maria' })
    const shown = (phase: Phase) => {
      const { picture, hosts } = whoOf(phase, 'Lamps', english, site)
      return faceUrl(picture, hosts)
    }
    expect(shown({ is: 'bot' })).toBe(site.avatar)
    expect(shown(maria)).toBe(maria.picture)
    expect(shown({ ...maria, picture: 'https://spy.example/m.png' })).toBeUndefined()
  })

  test('[PA5] nobody yet, and nobody any more, in words', () => {
    expect(whoOf({ is: 'waiting' }, 'Lamps', english, site).line).toBe(english.looking)
    expect(whoOf({ is: 'closed' }, 'Lamps', english, site).line).toBeUndefined()
    expect(whoOf({ is: 'bot' }, 'Lamps', english).line).toBe(english.bot)
  })

  test.each([
    ['Maria', 'M'],
    ['  Ada  King Lovelace ', 'AL'],
    ['', ''],
    ['😀 Smile', '😀S']
  ])('[PA5] the letters of %j are %j', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})

describe('when people are there again', () => {
  const now = new Date(2026, 10, 21, 15).getTime()
  const text = (hours: LateSite['hours']) => opensText(hours, now, english)?.replaceAll('\u202f', ' ')

  test('[PA6] is said in words, the nearer the shorter', () => {
    expect(text({ open: false, opensAt: new Date(2026, 10, 21, 17, 30).getTime() })).toBe(
      'We are back: 5:30 PM'
    )
    expect(text({ open: false, opensAt: new Date(2026, 10, 23, 9).getTime() })).toBe(
      'We are back: Monday 9:00 AM'
    )
    expect(text({ open: false, opensAt: new Date(2026, 11, 24, 9).getTime() })).toContain('December 24')
  })

  test('[PA6] is not promised when nobody said, and not said while they are there', () => {
    expect(text({ open: false })).toBe(english.hours.away)
    expect(text({ open: false, opensAt: now - 1 })).toBe(english.hours.away)
    expect([text({ open: true }), text(undefined)]).toEqual([undefined, undefined])
  })
})

test('[PA7] delivered and read are said as the relay says them, and only where it can', () => {
  const lines = logOf(own(2), message(3, 'bot'), own(4, { id: 'bbbbbbbb' }))
  const come = (delivered: number, read: number, can = { receipts: true }) =>
    comeOf({ lines, can, receipts: { delivered, read } })
  expect([come(2, 2), come(4, 2), come(4, 4)]).toEqual(['sent', 'delivered', 'read'])
  expect(come(4, 4, { receipts: false })).toBe('sent')
  // As from every platform there is: nobody tells that something was read.
  expect([come(0, 0), come(2, 0), come(4, 0)]).toEqual(['sent', 'sent', 'delivered'])
  expect(comeOf({ ...emptyView, can: { receipts: true } })).toBe('sent')
})

describe('the menu', () => {
  const all = { back: true, close: true, past: true, erase: true }

  test('[PA8] offers no more than the relay says can be done', () => {
    expect(offers({}, 'bot', true)).toEqual(['transcript'])
    expect(offers(all, 'bot', true)).toEqual(['startOver', 'end', 'past', 'transcript', 'erase'])
  })

  test('[PA18] a window, a sound and notifications are offered where the site allows them and the browser has them', () => {
    const here = { window: true, notify: true }
    const allowed = { window: true, sound: true, notify: true }
    expect(offers(allowed, 'bot', false, here)).toEqual(['window', 'sound', 'notify'])
    expect(offers(allowed, 'bot', false, { window: false, notify: false })).toEqual(['sound'])
    expect(offers(allowed, 'bot', false)).toEqual([])
    expect(offers({}, 'bot', false, here)).toEqual([])
  })

  test('[PA8] offers what makes sense as things stand', () => {
    expect(offers(all, 'waiting', true)).toContain('back')
    expect(offers(all, 'agent', true)).toContain('back')
    expect(offers(all, 'closed', true)).toEqual(['past', 'transcript', 'erase'])
    expect(offers(all, 'bot', false)).toEqual(['past', 'erase'])
  })
})

describe('what a site asks', () => {
  const fields = [{ kind: 'text', name: 'n', label: 'Name' } as const]
  const site = { preChat: { fields }, offline: { text: 'Leave word', fields }, hours: { open: false } }
  const asks = (lines: readonly Line[], from = 1, unsent: Parameters<typeof questionOf>[2] = []) =>
    questionOf(site, { lines, from }, unsent)?.is

  test('[PA9] comes before the first message, and never after it', () => {
    expect(asks(logOf(message(2, 'bot')))).toBe('preChat')
    expect(asks(logOf(own(2)))).toBeUndefined()
    expect(asks([], 1, [item('aaaaaaaa')])).toBeUndefined()
    expect(asks(logOf(message(2, 'bot')), 40)).toBeUndefined()
  })

  test('[PA9] stands in place of a person while there is none', () => {
    const all = logOf(
      own(2),
      line(3, { kind: 'handover' }),
      line(4, { kind: 'handback', why: 'nobody' }),
      own(5, { id: 'bbbbbbbb' })
    )
    const lost = all.slice(0, 4)
    expect(asks(lost)).toBe('offline')
    expect(asks(lost.slice(0, 3))).toBe('offline')
    expect(asks(all)).toBeUndefined()
    expect(questionOf({ ...site, hours: { open: true } }, { lines: lost, from: 1 }, [])).toBeUndefined()
  })
})

test('[PA10] what was rated is not asked again', () => {
  expect(isRated(logOf(line(2, { kind: 'rated', id: 'aaaaaaaa', score: 4 })), [])).toBe(true)
  const frame = { type: 'rate', id: 'aaaaaaaa', score: 4 } as const
  expect(isRated([], [item('aaaaaaaa', { frame })])).toBe(true)
  expect(isRated(logOf(own(2)), [])).toBe(false)
})

test('[PA11] trouble is only spoken of when it lasts', () => {
  const pending = new Set<() => void>()
  const after = (_: number, run: () => void) => {
    pending.add(run)
    return () => pending.delete(run)
  }
  const trouble = signal(false)
  const lasts = lasting(trouble, 2_000, after)
  const seen: boolean[] = []
  const stop = effect(() => void seen.push(lasts.value))
  trouble.value = true
  expect([seen, pending.size]).toEqual([[false], 1])
  trouble.value = false
  expect([seen, pending.size]).toEqual([[false], 0])
  trouble.value = true
  for (const run of pending) run()
  expect(seen).toEqual([false, true])
  trouble.value = false
  expect(seen).toEqual([false, true, false])
  trouble.value = true
  stop()
  expect(pending.size).toBe(0)
})

test('[PA12] a transcript says who said what and when, in words alone', () => {
  const lines = logOf(
    message(2, 'bot', 'Hello!\nWhat is it?'),
    line(3, { kind: 'postback', id: 'aaaaaaaa', of: 2, action: 0, label: 'Lamps' }),
    line(4, { kind: 'taken', name: 'Maria' }),
    line(5, {
      kind: 'message',
      by: 'agent',
      name: 'Maria',
      content: { kind: 'file', url: 'https://a.example/t', name: 'Terms' }
    }),
    line(6, { kind: 'rated', id: 'cccccccc', score: 1 })
  )
  const text = transcriptOf(lines, 'Lamp shop', english).replaceAll(/\[.+?\] /g, '')
  expect(text.split('\r\n')).toEqual([
    'Lamp shop',
    '',
    'Assistant: Hello!',
    '    What is it?',
    'You: Lamps',
    '* Maria has joined the conversation.',
    'Maria: Terms: https://a.example/t',
    ''
  ])
})
