import type { EarlySite } from '#shared/site.ts'
import type { Preview } from './preview.ts'
import './chrome.ts'

const form = document.querySelector('form')
const stopButton = document.querySelector<HTMLButtonElement>('#stop')
const status = document.querySelector('[role=status]')

/** What was typed last, kept by the extension alone. */
const fields = ['relay', 'site', 'code'] as const
type Typed = Record<(typeof fields)[number], string>

const inputs = [...(form?.querySelectorAll('input') ?? [])]
const valueOf = (name: keyof Typed) => inputs.find(input => input.name === name)?.value.trim() ?? ''

function typed(): Typed {
  const [relay = '', site = '', code = ''] = fields.map(valueOf)
  return { relay: relay.replace(/\/+$/, ''), site, code }
}

function remember({ relay, site, code }: Typed): void {
  for (const [name, value] of Object.entries({ relay, site, code })) localStorage.setItem(name, value)
}

function recall(): void {
  for (const input of inputs) input.value = localStorage.getItem(input.name) ?? ''
}

function say(words: string): void {
  if (status) status.textContent = words
}

function showRunning(running: boolean): void {
  if (stopButton) stopButton.hidden = !running
}

async function tabInFront(): Promise<{ tabId: number }> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined) throw new Error('There is no page in front.')
  return { tabId: tab.id }
}

/** What the relay says of the site, or in words why it says nothing. */
async function settingsOf({ relay, site }: Typed): Promise<EarlySite> {
  const answer = await fetch(`${relay}/sites/${encodeURIComponent(site)}.json`).catch(() => undefined)
  if (!answer) throw new Error(`Nothing answers at ${relay}.`)
  if (!answer.ok) throw new Error(`The relay knows no site ${site}.`)
  return answer.json()
}

/** A page is only told that its socket did not open; here the reason can be said. */
function checkCode({ relay, site, code }: Typed): Promise<void> {
  const url = new URL(`${relay}/ws`)
  url.protocol = url.protocol.replace('http', 'ws')
  url.search = String(new URLSearchParams({ site, preview: code }))
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    socket.onopen = () => {
      socket.close()
      resolve()
    }
    socket.onerror = () =>
      reject(new Error('The relay does not take this code: it is over, or for another site.'))
  })
}

async function start(): Promise<void> {
  const wanted = typed()
  remember(wanted)
  const { relay, site, code } = wanted
  const preview: Preview = { src: `${relay}/widget.js`, site, preview: code, early: await settingsOf(wanted) }
  await checkCode(wanted)
  const target = await tabInFront()
  await stop()
  await chrome.scripting.executeScript({ target, world: 'MAIN', files: ['preview.js'] })
  await chrome.scripting.executeScript({
    target,
    world: 'MAIN',
    func: (options: Preview) => globalThis.footbridgePreview?.start(options),
    args: [preview]
  })
  showRunning(true)
  say('The chat is on the page. It goes with a reload, or with Stop.')
}

async function stop(): Promise<void> {
  const target = await tabInFront()
  await chrome.scripting.executeScript({
    target,
    world: 'MAIN',
    func: () => globalThis.footbridgePreview?.stop()
  })
  showRunning(false)
}

/** How often an open popup looks at its page. */
const lookMs = 1_000

/** Is there a preview on the page, and did the page let it live? */
async function look(): Promise<void> {
  const [found] = await chrome.scripting.executeScript({
    target: await tabInFront(),
    world: 'MAIN',
    func: () => globalThis.footbridgePreview?.blocked()
  })
  const blocked = found?.result
  showRunning(Array.isArray(blocked))
  if (blocked?.length && !status?.textContent)
    say(`This page’s Content-Security-Policy keeps the chat from its relay: ${blocked.join(', ')}.`)
}

/** What cannot be done is said. Browsers let no extension into some pages. */
function attempt(act: () => Promise<void>): void {
  act().catch((failure: unknown) => {
    const words = failure instanceof Error ? failure.message : String(failure)
    say(
      /cannot be scripted|cannot access/i.test(words)
        ? 'The browser lets no extension into this page.'
        : words
    )
  })
}

form?.addEventListener('submit', event => {
  event.preventDefault()
  say('')
  attempt(start)
})
stopButton?.addEventListener('click', () =>
  attempt(async () => {
    await stop()
    say('The chat is gone from the page.')
  })
)
recall()
// The chat may be kept from its relay only after somebody opened it, or a moment later than this popup.
const watch = () => void look().catch(() => showRunning(false))
watch()
setInterval(watch, lookMs)
