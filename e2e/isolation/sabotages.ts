/** What pages do to the language and the names that everybody on them shares, by what it is; run before any script. */
export const sabotages: Readonly<Record<string, () => void>> = {
  'names on every object, for whoever counts them': () => {
    Object.assign(Object.prototype, { extend() {}, each: 1, site: 'elsewhere', consent: undefined })
    Object.assign(Array.prototype, { each() {}, inject: 1, target: '#nowhere' })
    Object.assign(Function.prototype, { wrap() {} })
    Object.assign(String.prototype, { blank: true })
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
  'elements with our names': () => {
    document.addEventListener('DOMContentLoaded', () => {
      for (const name of ['Footbridge', 'queue', 'all', 'navigation', 'footbridge']) {
        document.body.append(Object.assign(document.createElement('img'), { id: name, alt: '' }))
        const form = Object.assign(document.createElement('form'), { name })
        document.body.prepend(form)
      }
    })
  },
  'an own Array.from, which knows no iterators and passes nothing on': () => {
    Object.assign(Array, {
      from(items: ArrayLike<unknown> | { toArray?(): unknown[] } | null) {
        if (!items) return []
        if ('toArray' in items && items.toArray) return items.toArray()
        const all = items as ArrayLike<unknown>
        const length = all.length || 0
        const results: unknown[] = []
        for (let index = 0; index < length; index += 1) results[index] = all[index]
        return results
      }
    })
  },
  'an own bind and own Element methods, as libraries had them before the language': () => {
    const { concat } = Array.prototype
    Function.prototype.bind = function (
      this: (...given: unknown[]) => unknown,
      to: unknown,
      ...first: unknown[]
    ) {
      return (...given: unknown[]) => this.apply(to, concat.call(first, given))
    } as typeof Function.prototype.bind
    Object.assign(Element.prototype, { show() {}, hide() {}, toggle() {}, visible: () => true, update() {} })
  },
  'arrays, texts and numbers that make their own JSON': () => {
    for (const prototype of [Array, String, Number, Boolean].map(one => one.prototype))
      Object.assign(prototype, {
        toJSON(this: unknown) {
          return `"${String(this)}"`
        }
      })
  },
  'no built-ins but the necessary': () => {
    for (const name of ['structuredClone', 'BroadcastChannel', 'navigation', 'visualViewport'])
      Reflect.deleteProperty(window, name)
    for (const name of ['toSorted', 'toSpliced', 'with']) Reflect.deleteProperty(Array.prototype, name)
    for (const name of ['groupBy']) Reflect.deleteProperty(Object, name)
    for (const name of ['any', 'withResolvers', 'try']) Reflect.deleteProperty(Promise, name)
    Reflect.deleteProperty(Navigator.prototype, 'locks')
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID')
    Reflect.deleteProperty(AbortSignal, 'any')
    Reflect.deleteProperty(AbortSignal, 'timeout')
  },
  'frozen prototypes': () => {
    const built = [
      Object,
      Array,
      Function,
      String,
      Number,
      Boolean,
      Promise,
      Map,
      Set,
      RegExp,
      Error,
      TypeError,
      Symbol
    ]
    for (const one of built) {
      Object.freeze(one.prototype)
      Object.freeze(one)
    }
    for (const one of [JSON, Math, Reflect]) Object.freeze(one)
  },
  'frozen prototypes of the document': () => {
    for (const one of [
      EventTarget,
      Node,
      Element,
      HTMLElement,
      Event,
      HTMLButtonElement,
      HTMLTextAreaElement,
      DocumentFragment
    ])
      Object.freeze(one.prototype)
  }
}
