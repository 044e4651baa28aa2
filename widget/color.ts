/**
 * Sheet text for a page's own colour, or none when the browser does not know it. What goes on top is white as long as
 * that stands out by 4.5 to 1 (up to a luminance of 0.1833, the Y of XYZ), else black.
 */
export function colorSheet(color: string | undefined): string {
  if (!color || !CSS.supports('color', color)) return ''
  const on = ['.9505', '1', '1.089'].map(most => `clamp(0,(.1833 - y)*999,${most})`).join(' ')
  return `.fb{--accent:${color};--on-accent:color(from ${color} xyz ${on})}`
}
