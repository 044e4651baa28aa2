// The coordinates of a colour's light, with those of white. y is the luminance by which contrast is counted.
const light = [
  ['x', 0.9505],
  ['y', 1],
  ['z', 1.089]
] as const

const mixed = (channel: (name: string, white: number) => string) =>
  `color(from var(--brand) xyz ${light.map(([name, white]) => channel(name, white)).join(' ')})`

/**
 * The site's colour where it stands out from what is behind it, and as little changed as that needs: darkened on a light
 * panel until its luminance is `most`, or mixed with white on a dark one until it is `least`.
 */
export const guarded = (most: number, least: number): string =>
  `light-dark(${mixed(name => `calc(${name}*min(1,${most}/y))`)},${mixed(
    (name, white) => `calc(${name} + (${white} - ${name})*max(0,${least} - y)/(1 - y))`
  )})`

/** White on a colour of the sheet, as long as that stands out by 4.5 to 1 (a luminance of 0.1833), else black. */
export const on = (name: string): string =>
  `color(from var(${name}) xyz ${light.map(([, white]) => `clamp(0,(.1833 - y)*999,${white})`).join(' ')})`
