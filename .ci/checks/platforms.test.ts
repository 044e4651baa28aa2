import { expect, test } from 'vitest'
import { plant } from './plant.ts'
import { check } from './platforms.ts'
import { repository } from './tree.ts'

test('the core names no platform', () => {
  expect(check(repository)).toEqual([])
})

test('a platform in code, a sample or a file name of the core is found, and one in its own folder is fine', () => {
  const root = plant({
    'relay/conversation/a.ts': '// as\n// LiveChat does',
    'shared/wire/samples/valid/say.json': '{ "bot": "inGenious" }',
    'widget/ebbot.css': '',
    'relay/bots/ebbot/send.ts': '// Ebbot'
  })
  expect(check(root)).toEqual([
    'relay/conversation/a.ts:2 names a platform (LiveChat); it belongs in its own folder',
    'shared/wire/samples/valid/say.json:1 names a platform (inGenious); it belongs in its own folder',
    'widget/ebbot.css names a platform (ebbot); it belongs in its own folder'
  ])
})
