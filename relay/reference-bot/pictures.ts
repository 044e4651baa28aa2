import type { ServerResponse } from 'node:http'

const word = /^[a-z0-9-]{1,40}$/

/** Pictures and files are drawn from the word in their path, so that nothing has to come from elsewhere. */
export function servePicture(path: string, response: ServerResponse): boolean {
  const [, folder, name = '', kind] = /^\/(images|files)\/([^/.]+)\.(svg|txt)$/.exec(path) ?? []
  if (!word.test(name) || (folder === 'images') !== (kind === 'svg')) return false
  const [type, body] =
    kind === 'svg' ? ['image/svg+xml', drawing(name)] : ['text/plain; charset=utf-8', `${name}\n`]
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'public, max-age=86400',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff'
  })
  response.end(body)
  return true
}

function drawing(name: string): string {
  const hue = name.split('').reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="780" height="410" viewBox="0 0 780 410">
<rect width="780" height="410" fill="hsl(${hue} 60% 88%)"/>
<path d="M0 330Q390 90 780 330V410H0Z" fill="hsl(${hue} 45% 62%)"/>
<path d="M0 360Q390 230 780 360V410H0Z" fill="hsl(${hue} 45% 45%)"/>
<text x="390" y="130" font-family="sans-serif" font-size="56" text-anchor="middle" fill="hsl(${hue} 60% 22%)">${name}</text>
</svg>
`
}
