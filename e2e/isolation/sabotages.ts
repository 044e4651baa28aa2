/** What pages do to the language and the names that everybody on them shares, by what it is; run before any script. */
export const sabotages: Readonly<Record<string, () => void>> = {
  'names on every object, for whoever counts them': () => {
    Object.assign(Object.prototype, { extend() {}, each: 1, site: 'elsewhere', consent: undefined })
    Object.assign(Array.prototype, { each() {}, inject: 1, target: '#nowhere' })
    Object.assign(Function.prototype, { wrap() {} })
    Object.assign(String.prototype, { blank: true })
  },
  'the old libraries’ ways with lists': () => {
    const mine = {
      map(this: unknown[], each: (one: unknown, index: number) => unknown, self?: unknown) {
        const all: unknown[] = []
        for (let index = 0; index < this.length; index++) all.push(each.call(self, this[index], index))
        return all
      },
      find(this: unknown[], is: (one: unknown, index: number) => boolean) {
        for (let index = 0; index < this.length; index++) if (is(this[index], index)) return this[index]
        return undefined
      },
      flatMap(this: unknown[], each: (one: unknown, index: number) => unknown) {
        const all: unknown[] = []
        for (let index = 0; index < this.length; index++) all.push(...[each(this[index], index)].flat())
        return all
      }
    }
    Object.assign(Array.prototype, mine)
    // As one of them did: whatever is nearly a list, and the second argument is nobody's.
    Array.from = (list: Iterable<unknown> | ArrayLike<unknown>) => Array.prototype.slice.call(list)
  },
  'JSON read and written by a library': () => {
    const { parse, stringify } = JSON
    JSON.parse = (text: string) => parse(text)
    JSON.stringify = (value: unknown) => stringify(value)
    Object.assign(Array.prototype, {
      toJSON(this: unknown[]) {
        return stringify([...this])
      }
    })
  },
  'promises that are watched': () => {
    const { then } = Promise.prototype
    Promise.prototype.then = function (this: Promise<unknown>, yes, no) {
      return then.call(this, yes && (value => yes(value)), no && (why => no(why))) as ReturnType<typeof then>
    } as typeof then
  },
  'no replaceAll, no at, no structuredClone': () => {
    for (const one of [String, Array]) Reflect.deleteProperty(one.prototype, 'at')
    Reflect.deleteProperty(String.prototype, 'replaceAll')
    Reflect.deleteProperty(window, 'structuredClone')
  },
  'everything frozen': () => {
    for (const one of [Object, Array, Function, Promise, String, Map, Set, Error, EventTarget])
      Object.freeze(one.prototype)
    for (const one of [JSON, Math, Object, Array, Promise, console]) Object.freeze(one)
  },
  'elements with our names': () => {
    document.addEventListener('DOMContentLoaded', () => {
      for (const name of ['Footbridge', 'queue', 'all', 'navigation', 'footbridge']) {
        document.body.append(Object.assign(document.createElement('img'), { id: name, alt: '' }))
        const form = Object.assign(document.createElement('form'), { name })
        document.body.prepend(form)
      }
    })
  },
  'a name that cannot be taken': () => {
    Object.defineProperty(window, 'Footbridge', { value: Object.freeze({ theirs: true }) })
  }
}
