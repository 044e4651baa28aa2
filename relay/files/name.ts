const longest = 120

/** What a shell, a disk or an eye could take for something else: paths, controls, and what turns the writing round. */
const odd = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}"<>:|?*\\/]/gu

/** A name that is safe to show and to save under, with an ending of its kind. The uploader's ends at the last slash. */
export function nameFor(called: string, endings: readonly [string, ...string[]]): string {
  const last =
    called
      .slice(-4 * longest)
      .split(/[\\/]/)
      .at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(odd, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
  const ending = endings.find(one => plain.toLowerCase().endsWith(`.${one}`))
  const stem = ending === undefined ? plain : plain.slice(0, -ending.length - 1)
  const short = Array.from(stem).slice(0, longest).join('').trim()
  return `${reserved.test(short) || short === '' ? `file${short && `-${short}`}` : short}.${ending ?? endings[0]}`
}

/** Windows has devices by these names, whatever the ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** To be saved under that name: in ASCII for whoever knows nothing else, and as it is (RFC 6266, 8187). */
export function dispositionOf(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
