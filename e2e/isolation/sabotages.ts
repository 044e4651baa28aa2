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
  }
}
