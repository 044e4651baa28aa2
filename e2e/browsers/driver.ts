/** A tab of a browser that is not Chromium, as much of it as a journey needs. */
export interface Tab {
  visit(url: string): Promise<void>
  /** As the button of the browser does. */
  goBack(): Promise<void>
  /** Runs the source of a function in the page, and answers what it returns, as JSON can say it. */
  run(source: string, ...args: readonly string[]): Promise<unknown>
  click(at: { x: number; y: number }): Promise<void>
  /** To whatever has the focus. */
  type(text: string): Promise<void>
  resize(width: number, height: number): Promise<void>
  /** A PNG of what is seen, in base64. */
  picture(): Promise<string>
}

/** Somebody's browser who has been nowhere yet. */
export interface Profile {
  first: Tab
  openTab(): Promise<Tab>
  close(): Promise<void>
}

export interface Driver {
  /** Its name and version, as it says itself. */
  name: string
  newProfile(): Promise<Profile>
  close(): Promise<void>
}

/** How the visitor's system is set. */
export interface System {
  dark: boolean
}

/** As WebDriver names a key. */
export const keys = {
  enter: '\uE007',
  escape: '\uE00C',
  tab: '\uE004',
  end: '\uE010',
  up: '\uE013',
  /** Held, while what follows in the same text is typed. */
  shift: '\uE008'
} as const

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
export function keysOf(text: string) {
  const [held, free] = Array.from(text).reduce<[string[], string[]]>(
    ([shifts, others], value) => (value === keys.shift ? [[value], others] : [shifts, [...others, value]]),
    [[], []]
  )
  return {
    type: 'key',
    id: 'keyboard',
    actions: [
      ...held.map(value => ({ type: 'keyDown', value })),
      ...free.flatMap(value => [
        { type: 'keyDown', value },
        { type: 'keyUp', value }
      ]),
      ...held.map(value => ({ type: 'keyUp', value }))
    ]
  }
}
