import { newId } from './clock.ts'
import type { Upload, Uploading } from './connection/uploading.ts'
import type { Deeds, Desk } from './state/desk.ts'
import type { AttachedFile, Talk } from './state/talk.ts'
import { words } from './words/en.ts'

const says = words.composer

/** Files on their way to the relay: shown at once, each with how far it is. They are said with what is written. */
export function createAttaching(desk: Desk, upload: Upload): Pick<Deeds, 'attach' | 'detach'> {
  const underWay = new Map<string, Uploading>()

  async function send(talk: Talk, key: string, file: File): Promise<void> {
    const uploading = upload(talk.id, file, part => put(talk, key, { is: 'sending', part }))
    underWay.set(key, uploading)
    const answer = await uploading.answer
    underWay.delete(key)
    if (answer.is === 'ok') put(talk, key, { is: 'ready', file: answer.body.file.id })
    else put(talk, key, { is: 'failed', says: answer.says ?? says.notUploaded })
  }

  return {
    attach(id, files) {
      const talk = desk.talks.get(id)
      if (!talk) return
      const more = files.map(file => ({ key: newId(), file }))
      talk.mode.value = 'say'
      talk.attached.value = [
        ...talk.attached.peek(),
        ...more.map(({ key, file }) => ({
          key,
          name: file.name,
          state: { is: 'sending', part: 0 } as const
        }))
      ]
      for (const { key, file } of more) void send(talk, key, file)
      desk.wish.value = `say:${id}`
    },
    detach(id, key) {
      const talk = desk.talks.get(id)
      if (!talk) return
      underWay.get(key)?.cancel()
      talk.attached.value = talk.attached.peek().filter(one => one.key !== key)
      desk.wish.value = `say:${id}`
    }
  }
}

/** What was taken away meanwhile does not come back. */
function put(talk: Talk, key: string, state: AttachedFile['state']): void {
  talk.attached.value = talk.attached.peek().map(one => (one.key === key ? { ...one, state } : one))
}
