import { expect, test } from 'vitest'
import { icon } from './icons.ts'
import { iconSizes, manifest } from './manifest.ts'

test('[M17] the extension asks for the tab in front when it is pressed, and for nothing else', () => {
  const asked = manifest('1.2.3')
  expect(asked.permissions).toEqual(['activeTab', 'scripting'])
  const more = /host_permissions|content_scripts|background|externally|web_accessible|optional|update_url/
  expect(Object.keys(asked).filter(key => more.test(key))).toEqual([])
})

test('[M17] each icon is a picture of its size', () => {
  for (const size of iconSizes) {
    const png = icon(size)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  }
})
