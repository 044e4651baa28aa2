import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConversationId, VisitorToken } from '#shared/ids.ts'
import type { Entry } from '../../conversation/entry.ts'
import { ExactNumber } from '../../lib/exact-number.ts'
import { type RunningRelay, runRelay } from '../../testing/relay.ts'
import { until } from '../../testing/until.ts'
import { inert, toCsv } from './csv.ts'
import { formats } from './formats.ts'
import type { About } from './gather.ts'
import { toHtml } from './html.ts'
import { toText } from './text.ts'

/** Somebody who said these things, one after the other, under a name of their own choice. */
function about(texts: readonly string[], name = 'Ada'): About {
  const opened: Entry = { seq: 1, at: 1, kind: 'opened', site: 'shop', bot: 'bots/support', start: {} }
  const said = texts.map(
    (text, i): Entry => ({
      seq: i + 2,
      at: i + 2,
      kind: 'message',
      by: 'agent',
      id: `client-${i}-0000`,
      name,
      content: { kind: 'text', text }
    })
  )
  const conversation = { id: 'c-one' as ConversationId, site: 'shop', seen: 0, addresses: [], files: [] }
  return { exportedAt: 0, named: { name }, conversations: [{ ...conversation, entries: [opened, ...said] }] }
}

/** A reader of RFC 4180, as plain as it gets. */
function readCsv(text: string): string[][] {
  const cells = [...text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)]
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\u200B=1',
  '＝1',
  '\uFEFF=1',
  '\t',
  '\r'
]

test('[LW11] no cell of the CSV begins like a formula', () => {
  for (const formula of formulas) expect(inert(formula), JSON.stringify(formula)).toBe(`'${formula}`)
  for (const text of ['1+1', 'a=1', '', "'=1", 'hello']) expect(inert(text)).toBe(text)
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), fc.string({ unit: 'binary' }), (texts, name) => {
      for (const cell of readCsv(toCsv(about([...texts, ...formulas], name))).flat()) {
        expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@\t\r]/u)
      }
    })
  )
})

test('[LW11] the CSV is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), texts => {
      const [head, , ...rows] = readCsv(toCsv(about(texts)))
      expect(head).toEqual(['conversation', 'seq', 'at', 'who', 'name', 'text'])
      expect(rows.map(row => row.at(-1))).toEqual(texts.map(inert))
    })
  )
})

test('[LW12] whatever was said is words in the HTML', () => {
  const signs = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '<script>',
    '</style>',
    'onerror=',
    '<!--',
    ']]>',
    '&lt;',
    'x'
  )
  const frame = toHtml(about([''], '')).match(/<[^>]*>/g)
  fc.assert(
    fc.property(fc.array(signs), fc.array(signs), (said, name) => {
      const page = toHtml(about([said.join('')], name.join('')))
      expect(page.match(/<[^>]*>/g)).toEqual(frame)
      expect(page).toContain(
        said
          .join('')
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;')
          .replaceAll("'", '&#39;')
      )
    })
  )
})

test('[LW13] nothing that was said looks like a line of ours in the text, turns it round, or is obeyed', () => {
  const ends = ['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f']
  const forged = ends.map(end => `words${end}2030-01-01T00:00:00.000Z agent Eve`)
  const text = toText(about([...forged, '\u001B[2J\u0007', '\u202Etxt.exe'], 'Ada\nEve'))
  expect(text.match(/^\d{4}-.*/gm)).toHaveLength(1 + forged.length + 2)
  expect(text.match(/^2030/gm)).toBeNull()
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
  expect(text).toContain('Name: Ada\uFFFDEve')
})

test('[LW10] every kind of entry is told in words, and what is nobody’s to see is not', () => {
  const rest: Entry[] = [
    { seq: 2, at: 2, kind: 'handover', metadata: { canary: 'hidden' }, until: 9 },
    { seq: 3, at: 3, kind: 'taken', name: 'Anna' },
    { seq: 4, at: 4, kind: 'handback', why: 'agent', metadata: { canary: 'hidden' } },
    {
      seq: 5,
      at: 5,
      kind: 'postback',
      id: 'client-press-0',
      of: 1,
      action: 0,
      label: 'Yes',
      payload: 'hidden'
    },
    { seq: 6, at: 6, kind: 'undelivered', of: 5 },
    { seq: 7, at: 7, kind: 'closed' },
    { seq: 8, at: 8, kind: 'rated', id: 'client-rate-00', score: 4, text: 'fine' },
    { seq: 9, at: 9, kind: 'page', page: { url: 'https://shop.example.com/hidden' } },
    // It is about the visitor, who has never seen it: theirs to have, and no line of what they read.
    { seq: 10, at: 10, kind: 'note', id: 'client-note-01', by: 'Anna', text: 'hidden' }
  ]
  const [one] = about([]).conversations
  if (!one) throw new Error('there is one')
  const whole = { ...about([]), conversations: [{ ...one, entries: [...one.entries, ...rest] }] }
  for (const told of [toText(whole), toHtml(whole), toCsv(whole)]) {
    expect(told).not.toContain('hidden')
    for (const words of [
      'began',
      'asked for',
      'Anna',
      'gave the conversation back',
      'Yes',
      '5 was not',
      'ended',
      '4 of 5: fine'
    ]) {
      expect(told).toContain(words)
    }
  }
  expect(JSON.parse(formats.json(whole).text).conversations[0].entries).toEqual([...one.entries, ...rest])
})

test('[L5] a number of the platform’s is in the copy to its last digit', () => {
  const handover = {
    seq: 2,
    at: 1,
    kind: 'handover',
    until: 2,
    metadata: { ticket: new ExactNumber('9007199254740993') }
  } as const
  const [one] = about([]).conversations
  if (!one) throw new Error('there is no conversation')
  const whole = { ...about([]), conversations: [{ ...one, entries: [...one.entries, handover] }] }
  expect(formats.json(whole).text).toContain('"ticket": 9007199254740993')
})

describe('over HTTP', () => {
  let relay: RunningRelay
  beforeEach(async () => {
    relay = await runRelay()
  })
  afterEach(() => relay.close())

  async function talk(words: string, token?: VisitorToken) {
    const socket = relay.socket()
    const page = { url: 'https://shop.example.com/pots' }
    const back = token === undefined ? {} : { token, fresh: true }
    const begun = await socket.hello({ version: 2, page, ...back })
    await socket.send({ type: 'say', id: 'client-say-0001', text: words })
    await socket.heard(frame => frame.type === 'said')
    return { id: begun.conversation, token: begun.token ?? token }
  }
  const exported = (id: string, format = '') =>
    relay.api('GET', `/visitors/${id}/export${format && `?format=${format}`}`)

  test('[LW10] all that is kept of one visitor, and nothing of anybody else', async () => {
    const { id: first, token } = await talk('mine-before')
    await relay.api('POST', `/conversations/${first}/close`, {})
    const { id } = await talk('mine', token)
    await talk('not-mine')
    await until(() => relay.platform.calls.length >= 9)
    const text = await (await exported(id)).text()
    expect(text).not.toContain('not-mine')
    expect(JSON.parse(text)).toMatchObject({
      format: 'footbridge-visitor-1',
      conversations: [
        {
          id: first,
          entries: [{ kind: 'opened' }, { content: { text: 'mine-before' } }, { kind: 'closed' }]
        },
        {
          id,
          site: 'shop',
          seen: 0,
          addresses: [{ destination: 'bots/support' }],
          entries: [
            { kind: 'opened', page: { url: 'https://shop.example.com/pots' } },
            { content: { text: 'mine' } }
          ]
        }
      ]
    })
    for (const format of ['html', 'text', 'csv'])
      expect(await (await exported(first, format)).text()).toMatch(/mine-before[^]*mine/)
  })

  test('[LW14] it is a file to keep and never a page, for operators alone, and the audit log has it', async () => {
    const { id } = await talk('<script>alert(1)</script>')
    const types = { json: 'application/json', html: 'text/html', text: 'text/plain', csv: 'text/csv' }
    for (const [format, type] of Object.entries(types)) {
      const { status, headers } = await exported(id, format)
      expect([status, headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`])
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="visitor-[\d-]+\.[a-z]+"$/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
      const policy = headers.get('content-security-policy')
      expect(policy).toMatch(/^default-src 'none';(?! script).*; sandbox$/)
      expect(policy).not.toContain('unsafe')
    }
    expect((await exported(id, 'xlsx')).status).toBe(400)
    expect((await exported('c-nobody')).status).toBe(404)
    expect((await relay.api('GET', `/visitors/${id}/export`, undefined, 'wrong')).status).toBe(401)
    const { deeds } = (await (await relay.api('GET', '/deeds')).json()) as { deeds: unknown[] }
    expect(deeds).toHaveLength(6)
    expect(deeds.at(-1)).toMatchObject({
      what: '/visitors/:id/export',
      about: id,
      outcome: '200',
      who: 'api'
    })
  })
})
