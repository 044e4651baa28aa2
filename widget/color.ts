const usual = '#2456e6'

/**
 * Sheet text for the colour of a page or its site, if the browser knows it. What goes on top is white as long as that
 * stands out by 4.5 to 1 (up to a luminance of 0.1833, the Y of XYZ), else black.
 */
export function colorSheet(color: string | undefined): string {
  const own = color && CSS.supports('color', color) ? color : usual
  const on = ['.9505', '1', '1.089'].map(most => `clamp(0,(.1833 - y)*999,${most})`).join(' ')
  return `.fb{--accent:var(--footbridge-color,${own});--on-accent:color(from var(--accent) xyz ${on})}
.launcher{z-index:var(--footbridge-z-index,2147483647)}`
}
