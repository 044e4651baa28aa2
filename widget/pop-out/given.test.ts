import { expect, test } from 'vitest'
import { documentOf, type Given } from './given.ts'

const given: Given = {
  id: 'one',
  name: '</title><script>bad()</script>',
  direction: 'ltr',
  look: {},
  options: {
    src: 'https://chat.example/widget.js',
    site: 'shop',
    locale: 'en" onload="bad()',
    page: { note: '</script><script>bad()</script>' }
  }
}

test('[TB22] nothing that a page, a site or a language says breaks out of its place in the window’s document', () => {
  const html = documentOf({ given, script: 'https://chat.example/x.js?"><script>bad()', nonce: '"><b>' })
  expect(html).not.toContain('<script>bad')
  expect(html).not.toContain('<b>')
  expect(html).toContain('<html lang="en&#34; onload=&#34;bad()" dir="ltr">')
  expect(html.match(/<script/g)).toHaveLength(2)
  const json = /<script type="application\/json"[^>]*>(.*)<\/script>\n/.exec(html)?.[1] ?? ''
  expect(JSON.parse(json)).toEqual(given)
})
