import { afterEach, beforeEach, expect, test } from 'vitest'
import { byes } from '#shared/wire/byes.ts'
import { systemClock } from '../../lib/clock.ts'
import { type RunningRelay, runRelay, secrets } from '../../testing/relay.ts'
import { isPreview, previewCode } from './preview.ts'

const terms = { secret: secrets.relay, site: 'shop' }
const foreign = 'https://not-on-the-list.example.com'
const soon = () => systemClock.now() + 60_000

let relay: RunningRelay
beforeEach(async () => {
  relay = await runRelay()
})
afterEach(() => relay.close())

const asking = (code: string, from = foreign) =>
  relay.socket(`shop&preview=${encodeURIComponent(code)}`, from)

test('[M14] with a code a page of another origin previews the widget, and the log says where, without the code', async () => {
  const code = previewCode(terms, soon())
  const client = asking(code)
  expect((await client.hello({ preview: code })).site.title).toBe('Chat')
  const told = relay.logged.join('\n')
  expect(told).toContain(`a preview {"site":"shop","origin":"${foreign}"}`)
  expect(told).not.toContain(code)
  expect(told).not.toContain(code.split('.')[1])
})

test('[M14] a code opens the upgrade, and hello wants it again', async () => {
  const code = previewCode(terms, soon())
  const silent = asking(code)
  await silent.send({ type: 'hello', version: 1, site: 'shop' })
  expect((await silent.closed).code).toBe(byes.site.code)
  const elsewhere = asking(code)
  await elsewhere.send({ type: 'hello', version: 1, site: 'other', preview: code })
  expect((await elsewhere.closed).code).toBe(byes.site.code)
})

test('[M15] what is no code of this site for this time is turned away before the upgrade, and so is no browser', async () => {
  const good = previewCode(terms, soon())
  const [end = '', signed = ''] = good.split('.')
  const wrong = [
    '',
    '.',
    signed,
    `${end}.`,
    `${end}.${signed}x`,
    `${end}.${signed.replace(/./, letter => (letter === 'A' ? 'B' : 'A'))}`,
    `${end.replace(/.$/, letter => (letter === '1' ? '2' : '1'))}.${signed}`,
    `-1.${signed}`,
    'x'.repeat(10_000),
    previewCode({ ...terms, site: 'other' }, soon()),
    previewCode({ ...terms, secret: 'another-secret-00' }, soon()),
    previewCode(terms, systemClock.now() - 1_000)
  ]
  for (const code of wrong) {
    const client = asking(code)
    expect([code, await client.opened, client.refusedWith]).toEqual([code, false, 403])
  }
  const noBrowser = asking(good, '')
  expect([await noBrowser.opened, noBrowser.refusedWith]).toEqual([false, 403])
})

test('[M15] no code lasts longer than a day, whoever made it', () => {
  const now = 1_000_000_000_000
  expect(isPreview(terms, previewCode(terms, now + 86_400_000), now)).toBe(true)
  expect(isPreview(terms, previewCode(terms, now + 86_402_000), now)).toBe(false)
  expect(isPreview(terms, previewCode(terms, now + 60_000), now + 60_000)).toBe(false)
})
