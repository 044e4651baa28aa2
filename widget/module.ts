import type { EarlySite } from '#shared/site.ts'
import type { Footbridge, Options } from './api.ts'
import { enter } from './enter.ts'
import { type Files, filesIn, findEarly } from './files.ts'
import { claim, createFront, type Queue } from './queue.ts'
import type { Settings } from './settings.ts'

/** What a program gives that carries the widget's files itself: an extension, which must load no code from afar. */
interface Carried {
  early?: EarlySite
  files?: Files
}

const fronts = new Map<unknown, Footbridge>()

/**
 * Begins a widget on this page and answers it; one with the same target, or without any and with the same site, is
 * answered again. Only a browser can: on a server the module may be imported, and `init` throws.
 */
export function init({ early = { site: '' }, files, ...options }: Options & Carried): Footbridge {
  const { src, site, target } = options
  if (!src || !site) throw new TypeError('Footbridge: init needs src and site')
  if (typeof document === 'undefined') throw new Error('Footbridge: init needs a browser')
  const settings: Settings = Object.assign({ src, site }, said(options))
  const queue = claim(window, settings)
  const key = target ?? site
  const there = fronts.get(key) ?? window.Footbridge
  if (!queue && there) return there
  const front = frontOf(queue ?? [], settings)
  fronts.set(key, front)
  if (queue) begin(settings, queue, early, files ?? filesOf(src)).catch(console.warn)
  return front
}

async function begin(settings: Settings, queue: Queue, early: EarlySite, files: Files): Promise<void> {
  const { src, site } = settings
  const found = await findEarly(site, early, file => new URL(file, src).href)
  enter({ ...found, ...settings }, files, queue)
}

/** What is undefined was not said. */
const said = (options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))

/** A page's bundle may be older than its relay: `parts.js` keeps its name, and knows the relay's own files. */
function filesOf(src: string): Files {
  const load = filesIn(new URL('.', src).href)
  const parts = (): Promise<{ files: Files }> => load('parts.js')
  return {
    core: async () => (await parts()).files.core(),
    chat: async () => (await parts()).files.chat()
  }
}

const commands = [
  'open close toggle show hide say prefill postback popOut',
  'identify logout set startOver erase destroy on before'
].flatMap(line => line.split(' '))

/** What the page holds until the core is there, and after. */
function frontOf(queue: Queue, { site, target }: Settings): Footbridge {
  const calls = createFront(queue)
  const front = {
    ...Object.fromEntries(commands.map(name => [name, Reflect.get(calls, name)])),
    site,
    target,
    get instances() {
      return queue.begun?.instances ?? [front]
    }
  } as Footbridge
  return front
}
