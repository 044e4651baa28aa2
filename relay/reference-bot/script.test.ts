import { expect, test } from 'vitest'
import { quietLog } from '../lib/log.ts'
import { testClock } from '../testing/clock.ts'
import { contentOf } from './content.ts'
import { createReferenceBot } from './index.ts'
import { passageFor, passageOf } from './match.ts'
import { defaultScript, readScript } from './script.ts'

const scene = { said: 'x', imageUrl: (word: string) => `i/${word}`, fileUrl: (word: string) => `f/${word}` }

test('the script that comes with the bot shows every kind of content there is', () => {
  const steps = Object.values(defaultScript().passages).flat()
  const kinds = steps.map(step => ('handover' in step ? 'handover' : contentOf(step, scene)['type']))
  const all = ['text', 'image', 'carousel', 'form', 'list', 'file', 'location', 'hologram', 'handover']
  expect(new Set(kinds)).toEqual(new Set(all))
})

test('every passage can be come by: from the start, a word, an entry point or a button', () => {
  const script = defaultScript()
  const text = JSON.stringify(script)
  for (const passage of Object.keys(script.passages))
    expect(text).toMatch(new RegExp(`"(go|start|fallback|handback)":"${passage}"`))
})

test('a script that leads nowhere is refused by the name of what is missing', () => {
  const yaml = 'start: a\nfallback: b\npassages: { a: [{ text: A, replies: [{ label: C, go: c }] }] }'
  expect(() => readScript(yaml)).toThrow(/no passage b[^]*no passage c/)
})

test('a short text is matched by its words, a long one is a story', () => {
  const script = defaultScript()
  expect(passageFor(script, 'Show me CARDS!')).toBe('cards')
  expect(passageFor(script, 'cardsharp')).toBe('repeat')
  expect(passageFor(script, 'there was a person who had plans')).toBe('repeat')
})

test('only passages of the script are started, not what every object has', () => {
  const script = defaultScript()
  expect(passageOf(script, { nextPassage: { passageId: 'cards' } })).toBe('cards')
  expect(passageOf(script, { nextPassage: { passageId: 'toString' } })).toBeUndefined()
  expect(passageOf(script, { entryPoint: '__proto__' })).toBeUndefined()
})

test('what a visitor said is repeated letter by letter', () => {
  const [step] = defaultScript().passages['repeat'] ?? []
  const said = "$& {said} <b> $'"
  const content = step && !('handover' in step) ? contentOf(step, { ...scene, said }) : {}
  expect(content['text']).toBe(`You said: ${said}`)
})

test('pictures and files come from the bot itself, and can run nothing', async () => {
  const ids = { token: 't', teamId: 'tm', botId: 'bt', webhookId: 'wh' }
  const bot = createReferenceBot({ ...ids, clock: testClock(), log: quietLog })
  const url = await bot.listen(0, '127.0.0.1')
  try {
    const picture = await fetch(`${url}/images/harbour.svg`)
    expect(picture.headers.get('content-type')).toBe('image/svg+xml')
    expect(picture.headers.get('content-security-policy')).toContain('sandbox')
    expect(await picture.text()).toContain('>harbour</text>')
    expect((await fetch(`${url}/files/terms.txt`)).status).toBe(200)
    for (const path of ['/images/a<b>.svg', '/images/A.svg', '/images/..%2f.svg', '/files/a.svg', '/'])
      expect((await fetch(url + path)).status).toBe(404)
  } finally {
    await bot.close()
  }
})
