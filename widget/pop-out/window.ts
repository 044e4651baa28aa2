import type { EarlySite } from '#shared/site.ts'
import type { Footbridge, Options } from '../api.ts'
import { realEnvironment } from '../connection/environment.ts'
import { type Given, givenHere, openChannel, type Said, type Told } from './given.ts'

/** The relay's own `init`, by the name that it keeps. */
interface Module {
  init(options: Said & Pick<Options, 'target' | 'identity'> & { early: EarlySite }): Footbridge
}

/** How long the pages of the site may take to say who the visitor is, ms. They may all be gone. */
const answerMs = 2_000

/** Fills the window with a chat of the same visitor: the same storage, the same lock, the same socket. */
async function fill({ id, look, options }: Given): Promise<void> {
  const { src, site } = options
  const { body, documentElement } = document
  const channel = openChannel(site)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('html,body{height:100%;margin:0}')
  document.adoptedStyleSheets = [sheet]
  for (const [property, value] of Object.entries(look)) documentElement.style.setProperty(property, value)
  const { init }: Module = await import(/* @vite-ignore */ new URL('footbridge.js', src).href)
  // Consent was given, and what greets or hides a launcher is for pages: the settings that were come along, no others.
  const chat = init({ ...options, target: body, identity: () => askWho(channel), early: { site } })
  await chat.open()
  const { shadowRoot } = body.querySelector('footbridge-chat') ?? body
  shadowRoot?.querySelector<HTMLElement>('.composer :is(textarea,input,.wide)')?.focus()
  tell(channel, { is: 'here', id })
}

const tell = (channel: BroadcastChannel, told: Told) => channel.postMessage(told)

function askWho(channel: BroadcastChannel): Promise<string> {
  return new Promise(answer => {
    // Nobody known is what a page without an identity says, too.
    const done = (jwt?: string) => answer(jwt as string)
    realEnvironment.after(answerMs, done)
    channel.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.is === 'jwt') done(data.jwt)
    }
    tell(channel, { is: 'who' })
  })
}

/** The same file is the page's part and the window's program: only that window is a blob's. */
if (globalThis.location?.protocol === 'blob:' && !window.Footbridge) void fill(givenHere())
