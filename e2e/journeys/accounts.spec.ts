import type { Page } from '@playwright/test'
import { z } from 'zod'
import { notices } from '../actors/notices.ts'
import type { Relay } from '../actors/relay.ts'
import { expect, test } from '../people.ts'
import { shared } from '../settings.ts'

const trouble = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words })
const disable = (name: string) => (configuration: string) =>
  configuration.replace(new RegExp(`(name: ${name},.*) \\}`), '$1, disabled: true }')

/** What the audit log has of accounts, the newest first. */
async function changesOf({ url }: Relay): Promise<string[]> {
  const headers = { authorization: `Bearer ${shared.apiToken}` }
  const { deeds } = z
    .object({ deeds: z.array(z.object({ who: z.string(), about: z.string().optional() })) })
    .parse(await (await fetch(`${url}/api/v1/deeds`, { headers })).json())
  return deeds.flatMap(({ who, about }) => (who === 'configuration' && about ? [about] : []))
}

/** Whatever is asked for on this page from now on is kept here until it may go on. */
async function holds(page: Page, path: string): Promise<() => void> {
  let letGo: () => void = () => undefined
  const mayGo = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route(path, async route => {
    await mayGo
    await route.continue()
  })
  return letGo
}

test('[A40] [A44] an agent whose account is disabled is out in the middle of a talk, and their visitor is another’s', async ({
  visitor,
  anna,
  ben,
  relay
}) => {
  await Promise.all([anna.comesAs('anna'), ben.comesAs('ben')])
  await visitor.beginsAChat()
  await visitor.presses('Ask for a person')
  const name = await anna.isAskedFor()
  await anna.takes(name)
  await anna.says(name, 'Good morning, this is Anna.')
  await visitor.sees('Good morning, this is Anna.')

  const letGo = await holds(anna.page, '**/say')
  await anna.reply(name).fill('said when it was too late')
  const refused = anna.page.waitForResponse('**/say')
  await anna.page.keyboard.press('Enter')
  await relay.readsAnew(disable('anna'))
  await expect(trouble(anna.page, 'You have been signed out.')).toBeVisible()
  letGo()
  expect((await refused).status()).toBe(401)

  const asked: string[] = []
  anna.page.on('request', request => asked.push(new URL(request.url()).pathname))
  await expect(ben.row(name)).toContainText('Anna Berg is not here any more.')
  await visitor.says('are you still there?')
  await ben.takes(name)
  await visitor.sees(notices.joined('Ben Okafor'))
  await ben.sees(name, 'are you still there?')
  await ben.says(name, 'I am Ben, and go on from here.')
  await visitor.sees('I am Ben, and go on from here.')
  await visitor.doesNotSee('said when it was too late')
  await expect(anna.page.getByText('are you still there?')).toHaveCount(0)
  expect(asked).toEqual([])

  await anna.signsIn('anna')
  await expect(trouble(anna.page, 'is wrong')).toBeVisible()
})

test('[A40] whoever is given an account while the relay runs comes in, and the others stay', async ({
  anna,
  ben,
  relay
}) => {
  await relay.readsAnew(disable('ben'))
  await expect.poll(() => changesOf(relay)).toEqual(['ben: disabled'])
  await anna.comesAs('anna')
  await ben.opens()
  await ben.signsIn('ben')
  await expect(trouble(ben.page, 'is wrong')).toBeVisible()
  await relay.readsAnew(configuration => configuration.replace(', disabled: true', ''))
  await expect.poll(() => changesOf(relay)).toEqual(['ben: enabled', 'ben: disabled'])
  await ben.signsIn('ben')
  await expect(ben.page.getByRole('switch', { name: 'Available' })).toBeVisible()
  await anna.page.reload()
  await expect(anna.page.getByRole('switch', { name: 'Available' })).toBeVisible()
})

test('[A41] [A42] a file that is not right changes nothing, and what needs a restart is said', async ({
  anna,
  relay
}) => {
  await anna.comesAs('anna')
  let before = ''
  await relay.readsAnew(configuration => {
    before = configuration
    return disable('anna')(configuration).replace('a-secret-for-the-journeys', 'too-short')
  })
  await expect.poll(() => relay.printed()).toContain('nothing is changed')
  expect(relay.printed()).toContain('secret: a secret has at least 16 characters')
  expect(relay.printed()).not.toContain('too-short')
  await relay.readsAnew(() => 'console: [half a file')
  await expect.poll(() => relay.printed()).toMatch(/line 1, column \d+/)
  await relay.readsAnew(() => before.replace('title: Garden help', 'title: Another').replace('warn', 'info'))
  await expect.poll(() => relay.printed()).toContain('"needsRestart":"sites.shop.title, logLevel"')
  await anna.page.reload()
  await expect(anna.page.getByRole('switch', { name: 'Available' })).toBeVisible()
})
