/** A browser that is not Chromium, as much of it as a journey needs. */
export interface Driver {
  /** Its name and version, as it says itself. */
  name: string
  visit(url: string): Promise<void>
  /** Runs the source of a function in the page, and answers what it returns, as JSON can say it. */
  run(source: string, ...args: readonly string[]): Promise<unknown>
  click(at: { x: number; y: number }): Promise<void>
  /** To whatever has the focus. */
  type(text: string): Promise<void>
  close(): Promise<void>
}

/** As WebDriver names a key. */
export const enter = '\uE007'
export const escape = '\uE00C'

/** One press of a mouse, as both protocols of WebDriver describe it. */
export const pressAt = ({ x, y }: { x: number; y: number }) => ({
  type: 'pointer',
  id: 'mouse',
  actions: [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 }
  ]
})

/** One key after another. */
export const keysOf = (text: string) => ({
  type: 'key',
  id: 'keyboard',
  actions: Array.from(text).flatMap(value => [
    { type: 'keyDown', value },
    { type: 'keyUp', value }
  ])
})
