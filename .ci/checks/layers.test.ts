import { expect, test } from 'vitest'
import { check } from './layers.ts'
import { plant } from './plant.ts'
import { repository } from './tree.ts'

test('imports go one way', () => {
  expect(check(repository)).toEqual([])
})

const refused: [string, string, string][] = [
  ['relay/conversation/a.ts', `import { b } from '../stores/b.ts'`, 'may not import relay/stores/b.ts'],
  ['relay/conversation/a.ts', `export { b } from '../stores/b.ts'`, 'may not import relay/stores/b.ts'],
  ['relay/conversation/a.ts', `import type { B } from '../stores/b.ts'`, 'may not import relay/stores/b.ts'],
  ['relay/conversation/a.ts', `const b = import('../stores/b.ts')`, 'may not import relay/stores/b.ts'],
  ['relay/conversation/a.ts', `type B = import('../stores/b.ts').B`, 'may not import relay/stores/b.ts'],
  ['relay/lib/a.ts', `import { b } from '#shared/b.ts'`, 'may not import shared/b.ts'],
  ['relay/config.ts', `import { b } from './bots/b.ts'`, 'may not import relay/bots/b.ts'],
  ['relay/http/a.ts', `import { b } from '../outbox/destination.ts'`, 'only its types'],
  ['relay/bots/x/a.ts', `import { b } from '../y/b.ts'`, 'reaches into its sibling relay/bots/y/b.ts'],
  ['relay/channels/widget/a.ts', `import { b } from '../livechat/b.ts'`, 'reaches into its sibling'],
  ['relay/reference-bot/a.ts', `import { b } from '../bots/ingenious/send.ts'`, 'may not import'],
  ['relay/http/a.ts', `import { b } from '../channels/widget/session.ts'`, 'may not import'],
  ['relay/http/a.ts', `import { b } from '../main.ts'`, 'which nobody may'],
  ['widget/ui/a.tsx', `import { b } from '../connection/b.ts'`, 'may not import widget/connection/b.ts'],
  ['console/state/a.ts', `import { b } from '../connection/b.ts'`, 'may not import console/connection/b.ts'],
  ['console/ui/a.tsx', `import { b } from '../loading.ts'`, 'may not import console/loading.ts'],
  ['widget/a.ts', `import { b } from '../shared/b.ts'`, 'leaves its top folder by ../shared/b.ts'],
  ['e2e/actors/a.ts', `import { b } from '../../relay/b.ts'`, 'may not import relay/b.ts'],
  ['e2e/actors/a.ts', `import { b } from '../../widget/connection/b.ts'`, 'may not import widget/'],
  ['relay/topics/a.ts', `import { b } from '../testing/b.ts'`, 'may not import relay/testing/b.ts']
]

test.each(refused)('%s is refused %s', (path, text, why) => {
  expect(check(plant({ [path]: text }))).toContainEqual(expect.stringContaining(why))
})

const allowed: [string, string][] = [
  ['relay/bots/x/a.ts', `import { b } from '../../outbox/destination.ts'`],
  ['relay/http/a.ts', `import type { B } from '../outbox/destination.ts'`],
  ['relay/topics/a.test.ts', `import { b } from '../testing/b.ts'`],
  ['relay/main.ts', `import { b } from './relay.ts'`],
  ['e2e/faults/a.ts', `import { b } from '../../widget/connection/b.ts'`],
  ['bench/a.ts', `import { b } from '../relay/relay.ts'`],
  ['widget/state/a.ts', `import { b } from '#shared/b.ts'`]
]

test.each(allowed)('%s is allowed %s', (path, text) => {
  expect(check(plant({ [path]: text }))).toEqual([])
})

test('a cycle is found, and a cycle of types is none', () => {
  const back = (line: string) => plant({ 'shared/a.ts': `import { b } from './b.ts'`, 'shared/b.ts': line })
  expect(check(back(`import { a } from './a.ts'`))).toEqual(['cycle shared/a.ts > shared/b.ts > shared/a.ts'])
  expect(check(back(`import type { A } from './a.ts'`))).toEqual([])
})
