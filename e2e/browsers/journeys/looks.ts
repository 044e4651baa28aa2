import { keys } from '../driver.ts'
import { equals, type Visitor } from '../visitor.ts'
import { begins, type Journey } from './journey.ts'

/** What is written, and what it is written on. */
const pairs = [
  ['.theirs .bubble', '.theirs .bubble'],
  ['.mine .bubble', '.mine .bubble'],
  ['.title', '.panel'],
  ['.mine .mark', '.panel'],
  ['.send', '.send']
] as const

/** Painted, and read back: a browser may name a computed colour in any space. */
const contrastsOf = `pairs => {
  const root = document.querySelector('footbridge-chat').shadowRoot
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')
  const light = (selector, property) => {
    canvas.fillStyle = getComputedStyle(root.querySelector(selector)).getPropertyValue(property)
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map(byte =>
      byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  return pairs.map(([text, ground]) => {
    const [dark, bright] = [light(text, 'color'), light(ground, 'background-color')].sort((a, b) => a - b)
    return [text, (bright + 0.05) / (dark + 0.05)]
  })
}`

async function isReadable(visitor: Visitor): Promise<string> {
  await visitor.writes('pears')
  const found = await visitor.ask<[string, number][]>(`() => (${contrastsOf})(${JSON.stringify(pairs)})`)
  const poor = found.filter(([, contrast]) => !(contrast >= 4.5))
  equals(poor, [], 'what nobody can read')
  return `contrast from ${Math.min(...found.map(([, contrast]) => contrast)).toFixed(1)}`
}

const sidewaysOf = '() => document.documentElement.scrollWidth - document.documentElement.clientWidth'

export const looks: readonly Journey[] = [
  {
    name: 'the launcher is as wide as it is high, so that its sign is in the middle',
    async run(visitor, world) {
      await visitor.visits(world.website.origin)
      const { width, height } = await visitor.sees('.launcher')
      equals([width, height], [60, 60], 'the launcher')
    }
  },
  {
    name: 'a light system has a light chat, and a site’s dark one is dark',
    async run(visitor, world) {
      await begins(visitor, world)
      await visitor.saysAndIsAnswered('apples')
      equals(await visitor.look('.panel', 'background-color'), 'rgb(255, 255, 255)', 'the panel')
      const said = await isReadable(visitor)
      await visitor.ask(`() => window.Footbridge.set({ theme: 'dark' })`)
      equals(await visitor.look('.panel', 'background-color'), 'rgb(27, 30, 36)', 'the panel')
      return said
    }
  },
  {
    name: 'a dark system has a dark chat that can be read',
    dark: true,
    async run(visitor, world) {
      await begins(visitor, world)
      await visitor.saysAndIsAnswered('apples')
      equals(await visitor.look('.panel', 'background-color'), 'rgb(27, 30, 36)', 'the panel')
      return isReadable(visitor)
    }
  },
  {
    name: 'a page in Arabic has an Arabic chat, from right to left',
    async run(visitor, world) {
      await begins(visitor, world, '/arabic')
      await visitor.says('أين مصباحي؟')
      const mine = await visitor.sees('.mine .bubble', 'أين مصباحي؟')
      const theirs = await visitor.sees('.theirs .bubble', 'You said: أين مصباحي؟')
      equals(mine.left < theirs.left, true, 'the visitor’s own on the left')
      const [send, box] = [await visitor.sees('.send'), await visitor.sees('textarea')]
      equals(send.left < box.left, true, 'the button to send left of the words')
      equals(await visitor.look('.panel', 'direction'), 'rtl', 'the panel’s direction')
      equals(await visitor.look('.i-send', 'transform'), 'matrix(-1, 0, 0, 1, 0, 0)', 'the sign to send')
      const [launcher, panel] = [await visitor.sees('.launcher'), await visitor.sees('.panel')]
      equals([launcher.left, panel.left], [20, 20], 'launcher and panel in the left corner')
    }
  },
  {
    name: 'a narrow window is all chat, scrolls no way sideways, and Back leads out of it',
    async run(visitor, world) {
      await visitor.holds(320, 640)
      await begins(visitor, world)
      await visitor.says('cards')
      await visitor.sees('.turns p', '1')
      const { left, top, width, height } = await visitor.sees('.panel')
      const window = await visitor.ask<number[]>('() => [document.documentElement.clientWidth, innerHeight]')
      equals([left, top, width, height], [0, 0, ...window], 'the panel')
      equals(await visitor.ask<number>(sidewaysOf), 0, 'what is too wide')
      await visitor.goesBack()
      await visitor.doesNotSee('.panel')
      await visitor.sees('.launcher')
    }
  },
  {
    name: 'the composer grows with its words, and no further than it may',
    async run(visitor, world) {
      await begins(visitor, world)
      await visitor.writes('one line')
      const { height: one } = await visitor.sees('textarea')
      await visitor.types(keys.shift + keys.enter)
      await visitor.types('and another')
      const { height: two } = await visitor.sees('textarea')
      equals(two - one, 22, 'what a second line adds')
    }
  }
]
