import type { Page } from '@playwright/test'
import { expect, test } from '../people.ts'
import { shared } from '../settings.ts'

/** What was done in the console, the newest first. */
async function deeds(relay: string): Promise<readonly string[]> {
  const answer = await fetch(`${relay}/api/v1/deeds`, {
    headers: { authorization: `Bearer ${shared.apiToken}` }
  })
  const told: { deeds: { who: string; what: string; outcome: string }[] } = await answer.json()
  return told.deeds.map(({ who, what, outcome }) => `${who} ${what} ${outcome}`)
}

interface Prey {
  relay: string
  conversation: string
}

/** All that a page can try by script at a relay whose cookie its browser has, and what it learned from it. */
const attack = (page: Page, prey: Prey): Promise<string[]> =>
  page.evaluate(async ({ relay, conversation }) => {
    const learned: string[] = []
    const api = `${relay}/api/v1`
    const take = `${api}/conversations/${conversation}/take`
    const note = (what: string) => (text: string) => void learned.push(`${what}: ${text}`)
    const failed = () => undefined
    const all: RequestInit = { credentials: 'include', method: 'POST', body: '{}' }
    const header = { 'x-footbridge': 'console' }
    const posts: [string, RequestInit][] = [
      ['plain', { ...all, mode: 'no-cors', headers: { 'content-type': 'text/plain' } }],
      ['with header', { ...all, headers: header }],
      ['as JSON', { ...all, headers: { ...header, 'content-type': 'application/json' } }],
      ['with header, without asking', { ...all, mode: 'no-cors', headers: header }],
      ['form', { ...all, mode: 'no-cors', body: new URLSearchParams({ name: 'Eve' }) }]
    ]
    for (const [what, init] of posts)
      for (const path of [take, `${api}/sign-out`, `${api}/sign-in`])
        await fetch(path, init).then(answer => answer.text().then(text => text && note(what)(text)), failed)
    navigator.sendBeacon(take, new Blob(['{}'], { type: 'text/plain' }))
    for (const path of ['/me', '/conversations', `/visitors/${conversation}/export`, '/deeds'])
      for (const mode of ['cors', 'no-cors'] as const)
        await fetch(api + path, { credentials: 'include', mode }).then(
          answer => answer.text().then(text => text && note(path)(text)),
          failed
        )
    const stream = new EventSource(`${api}/events`, { withCredentials: true })
    await new Promise<void>(resolve => {
      for (const event of ['people', 'entries', 'message'])
        stream.addEventListener(event, () => {
          note('stream')(event)
          resolve()
        })
      stream.onerror = () => resolve()
    })
    stream.close()
    for (const path of ['/me', '/conversations', '/health'])
      await new Promise<void>(resolve => {
        const script = document.createElement('script')
        script.onload = () => resolve(note('script')(path))
        script.onerror = () => resolve()
        script.src = api + path
        document.head.append(script)
      })
    return learned
  }, prey)

/** A form of the page’s own, sent into a frame of it. */
const sendsAForm = (page: Page, action: string, enctype: string): Promise<void> =>
  page.evaluate(
    async ([to = '', type = '']) => {
      const frame = document.createElement('iframe')
      frame.name = 'hidden'
      const form = document.createElement('form')
      Object.assign(form, { action: to, method: 'post', enctype: type, target: 'hidden' })
      const field = document.createElement('input')
      Object.assign(field, { name: '{"name":"', value: 'anna"}' })
      form.append(field)
      document.body.append(frame, form)
      const done = new Promise(resolve => frame.addEventListener('load', resolve, { once: true }))
      form.submit()
      await done
      frame.remove()
      form.remove()
    },
    [action, enctype]
  )

/** A page of another port is another origin and yet the same site: browsers send it along with the cookie. */
for (const where of ['on the same site', 'on another'] as const)
  test(`[J70] a page of another origin, ${where}, writes and reads nothing in an operator’s name`, async ({
    visitor,
    otto,
    website,
    relay,
    agent
  }) => {
    await visitor.beginsAChat()
    await visitor.presses('Ask for a person')
    await agent.isAskedFor()
    await otto.comesAs('otto')
    const [talk] = await agent.conversations()
    const before = await deeds(relay.url)
    const page = await otto.page.context().newPage()
    await page.goto(`${where === 'on another' ? website.foreign : website.origin}/bare`)
    expect(await attack(page, { relay: relay.url, conversation: talk?.id ?? '' })).toEqual([])
    for (const enctype of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      for (const path of [`conversations/${talk?.id}/take`, 'sign-out', 'sign-in'])
        await sendsAForm(page, `${relay.url}/api/v1/${path}`, enctype)
    expect(await deeds(relay.url)).toEqual(before)
    expect(await agent.conversations()).toMatchObject([{ phase: 'waiting' }])
    await otto.page.reload()
    await expect(otto.page.getByRole('switch', { name: 'Available' })).toBeVisible()
  })

test('[J70] no socket is opened for a page of another origin, and none for the console’s own', async ({
  otto,
  website,
  relay
}) => {
  await otto.comesAs('otto')
  const page = await otto.page.context().newPage()
  const opens = (url: string) =>
    page.evaluate(
      address =>
        new Promise<string>(resolve => {
          const socket = new WebSocket(address)
          socket.onopen = () => resolve('open')
          socket.onclose = () => resolve('closed')
        }),
      url
    )
  const sockets = ['/ws?site=shop', '/ws?site=__proto__', '/ws', '/api/v1/events', '/console'].map(path =>
    relay.url.replace('http', 'ws').concat(path)
  )
  for (const from of [`${website.foreign}/bare`, `${relay.url}/livez`]) {
    await page.goto(from)
    for (const socket of sockets) expect(await opens(socket), `${socket} from ${from}`).toBe('closed')
  }
})

test('[J71] the console is in nobody’s frame, in nobody’s hands, and lets no script of anybody in', async ({
  otto,
  website,
  relay
}) => {
  await otto.comesAs('otto')
  const page = await otto.page.context().newPage()
  await page.goto(`${website.origin}/bare`)
  const framed = await page.evaluate(async url => {
    const frame = document.createElement('iframe')
    frame.src = url
    const loaded = new Promise(resolve => frame.addEventListener('load', resolve, { once: true }))
    document.body.append(frame)
    await loaded
    return frame.contentDocument === null
  }, otto.url)
  expect(framed).toBe(true)
  for (const frame of page.frames().slice(1)) {
    expect(frame.url()).toMatch(/^chrome-error:/)
    await expect(frame.getByRole('button')).toHaveCount(0)
  }
  const popup = page.context().waitForEvent('page')
  const holds = page.evaluate(url => {
    const opened = window.open(url)
    return new Promise<boolean>(resolve => {
      const look = () => (opened === null || opened.closed ? resolve(false) : requestAnimationFrame(look))
      look()
    })
  }, otto.url)
  const opened = await popup
  await expect(opened.getByRole('switch', { name: 'Available' })).toBeVisible()
  expect(await holds).toBe(false)
  expect(await opened.evaluate(() => window.opener === null)).toBe(true)
  const ran = await otto.page.evaluate(async () => {
    // What a driver of the browser calls itself may evaluate; what comes after it is the page's.
    await new Promise(requestAnimationFrame)
    const tries: (() => unknown)[] = [
      () => Reflect.apply(Reflect.get(globalThis, 'eval'), undefined, ['globalThis.caught = 1']),
      () => {
        const script = document.createElement('script')
        script.textContent = 'globalThis.caught = 1'
        document.head.append(script)
      },
      () => {
        const image = document.createElement('div')
        image.setAttribute('onclick', 'globalThis.caught = 1')
        image.click()
      }
    ]
    for (const one of tries) {
      try {
        one()
      } catch {
        // As it should be.
      }
    }
    return 'caught' in globalThis
  })
  expect(ran).toBe(false)
  otto.troubles.length = 0
  const [cookie, ...others] = await otto.page.context().cookies(relay.url)
  expect(others).toEqual([])
  expect(cookie).toMatchObject({
    name: 'footbridge',
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    expires: -1
  })
  expect(await otto.page.evaluate(() => document.cookie)).toBe('')
})

test('[J72] whoever guesses is told in words how long to wait, wherever they say they are, and then comes in', async ({
  anna
}) => {
  const { page } = anna
  const trouble = page.getByRole('alert')
  const guesses = async (nth: number): Promise<number> => {
    await page.setExtraHTTPHeaders({ 'x-forwarded-for': `203.0.113.${nth}`, 'x-real-ip': `203.0.113.${nth}` })
    const answered = page.waitForResponse(/\/sign-in$/)
    await anna.signsIn(['anna', 'ben', 'nobody'][nth % 3], `wrong ${nth}`)
    return (await answered).status()
  }
  await anna.opens()
  const statuses: number[] = []
  // On a slow machine the first wait may be over before the next guess; the one after it is twice as long.
  while (statuses.at(-1) !== 429) {
    statuses.push(await guesses(statuses.length))
    if (statuses.at(-1) === 401) await expect(trouble).toHaveText('The name or the password is wrong.')
  }
  expect(statuses.length).toBeGreaterThan(5)
  expect(new Set(statuses.slice(0, -1))).toEqual(new Set([401]))
  await expect(trouble).toHaveText(/^Too many attempts\. You can try again in \d+ (s|min)\.$/)
  await expect(page.getByRole('button', { name: 'Sign in' })).toHaveAttribute('aria-disabled', 'true')
  await expect(trouble).toHaveText('You can try again now.', { timeout: 20_000 })
  await anna.signsIn('anna')
  await expect(page.getByRole('switch', { name: 'Available' })).toBeVisible()
})
