import { expect, test } from 'vitest'
import { plant } from './plant.ts'
import { repository } from './tree.ts'
import { check } from './words.ts'

test('names use the words of the vocabulary', () => {
  expect(check(repository)).toEqual([])
})

test.each([
  ['relay/a.ts', 'export function findCustomer() {}', 'relay/a.ts:1 says customer in "findCustomer"'],
  ['relay/a.ts', 'export const threads = 1', 'says thread in "threads"'],
  ['relay/a.ts', 'interface VendorSettings {}', 'says vendor in "VendorSettings"'],
  ['relay/a.ts', 'type SINK_NAME = string', 'says sink in "SINK_NAME"'],
  ['shared/a.ts', 'interface Entry { ticket: string }', 'says ticket in "ticket"'],
  ['widget/a.ts', 'class MockSocket {}', 'says mock in "MockSocket"'],
  ['relay/provider-list.ts', '', 'relay/provider-list.ts says provider'],
  ['relay/fixtures/a.json', '', 'says fixture in "relay/fixtures/a.json"'],
  ['docs/guide.md', '# Guide\n\n## How clients connect', 'docs/guide.md:3 says client'],
  ['relay/channels/widget/a.ts', 'const handshake = 1', 'says handshake'],
  ['relay/a.ts', 'const client = 1', 'says client']
])('%s: %s is found', (path, text, said) => {
  expect(check(plant({ [path]: text }))).toContainEqual(expect.stringContaining(said))
})

test.each([
  ['shared/a.ts', 'export type ClientId = string'],
  ['shared/a.ts', 'interface Say { clientId: string }'],
  ['bench/a.ts', 'const clients = 10'],
  ['e2e/fixtures.ts', ''],
  ['relay/bots/parrot/send.ts', 'const ticket = 1'],
  ['e2e/fakes/parrot/server.ts', 'const thread = 1'],
  ['docs/VOCABULARY.md', '## customer'],
  ['relay/a.ts', `import { client } from 'metrics'`],
  ['relay/a.ts', 'signal.subscribe(work)'],
  ['relay/a.ts', 'function work() { const client = 1 }']
])('%s: %s is fine', (path, text) => {
  expect(check(plant({ [path]: text }))).toEqual([])
})
