import { files, under } from './tree.ts'

// Folders that must work the same whoever is on the other side.
const neutral = ['relay/conversation', 'relay/outbox', 'relay/stores', 'relay/lib', 'shared', 'widget']
const platform = /ingenious|ebbot|engage|livechat|bot9/i

export function check(root: string): string[] {
  const looked = files(root, /./).filter(({ path }) => neutral.some(folder => under(path, folder)))
  return looked.flatMap(({ path, text }) => {
    const lines = [path, ...text.split('\n')]
    return lines.flatMap((line, index) => {
      const [word] = platform.exec(line) ?? []
      if (!word) return []
      return [`${path}${index ? `:${index}` : ''} names a platform (${word}); it belongs in its own folder`]
    })
  })
}
