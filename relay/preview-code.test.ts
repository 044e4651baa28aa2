import { expect, test } from 'vitest'
import { isPreview } from './channels/widget/preview.ts'
import { readConfig } from './config.ts'
import { platforms } from './platforms.ts'
import { previewLines } from './preview-code.ts'

const secret = 'a-secret-of-nobody-0123456789'

test('[M16] an operator is given a code with all that the extension asks for', () => {
  const config = readConfig(
    `
publicUrl: https://chat.example.com/
secret: ${secret}
sites: { shop: { origins: ["https://shop.example.com"], bot: b, start: {} } }
bots: { b: { platform: ebbot, webhookUrl: "https://v2.ebbot.app/api/webhooks/1", webhookSecret: ${secret}, botId: b } }`,
    {},
    platforms
  )
  const now = Date.parse('2026-11-20T12:00:00Z')
  const made = previewLines(config, { site: 'shop', minutes: '30' }, now)
  const lines = 'lines' in made ? made.lines : []
  expect(lines).toEqual([
    'relay  https://chat.example.com',
    'site   shop',
    expect.stringMatching(/^code {3}\S+$/),
    'until  2026-11-20T12:30:00.000Z'
  ])
  expect(isPreview({ secret, site: 'shop' }, String(lines[2]?.slice(7)), now)).toBe(true)
  expect(previewLines(config, { site: 'nobody' }, now)).toEqual({ wrong: '--site: one of shop' })
  for (const minutes of ['0', '1441', 'soon', '-5', '1e9'])
    expect(previewLines(config, { site: 'shop', minutes }, now)).toEqual({ wrong: '--minutes: 1 to 1440' })
})
