import { newId } from './clock.ts'
import type { Upload, Uploading } from './connection/uploading.ts'
import type { Deeds, Desk } from './state/desk.ts'
import type { AttachedFile, Talk } from './state/talk.ts'
import { words } from './words/en.ts'

const says = words.composer
/** Of one conversation: the relay takes four, and its visitor may be sending some too. */
const mostAtOnce = 2

interface Chosen {
  key: string
  file: File
}

/** Files on their way to the relay: shown at once, each with how far it is. They are said with what is written. */
export function createAttaching(desk: Desk, upload: Upload): Pick<Deeds, 'attach' | 'detach'> {
  const underWay = new Map<string, Uploading>()
  const lines = createLines(mostAtOnce)

  async function send(talk: Talk, { key, file }: Chosen): Promise<void> {
    // It may have been taken away while it waited.
    if (!talk.attached.peek().some(one => one.key === key)) return
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
      if (!talk || !files.length) return
      if (talk.mode.peek() === 'note') return void (desk.notice.value = says.noteHasNone)
      const more = files.map((file): Chosen => ({ key: newId(), file }))
      talk.attached.value = [...talk.attached.peek(), ...more.map(asSending)]
      for (const one of more) lines.join(id, () => send(talk, one))
      desk.wish.value = `say:${id}`
    },
    detach(id, key) {
      const talk = desk.talks.get(id)
      if (!talk) return
      underWay.get(key)?.cancel()
      const before = talk.attached.peek()
      const at = before.findIndex(one => one.key === key)
      const near = before[at + 1] ?? before[at - 1]
      talk.attached.value = before.filter(one => one.key !== key)
      desk.wish.value = near ? `detach-${near.key}:${id}` : `say:${id}`
    }
  }
}

const asSending = ({ key, file: { name } }: Chosen): AttachedFile => ({
  key,
  name,
  state: { is: 'sending', part: 0 }
})

/** In each line only so many run at once; the others wait, in their order. None of them rejects. */
function createLines(most: number) {
  const running = new Map<string, number>()
  const waiting = new Map<string, (() => Promise<void>)[]>()

  async function run(line: string, first: () => Promise<void>): Promise<void> {
    running.set(line, (running.get(line) ?? 0) + 1)
    for (let next: typeof first | undefined = first; next; next = waiting.get(line)?.shift()) await next()
    running.set(line, (running.get(line) ?? 1) - 1)
  }
  return {
    join(line: string, next: () => Promise<void>): void {
      if ((running.get(line) ?? 0) < most) void run(line, next)
      else waiting.set(line, [...(waiting.get(line) ?? []), next])
    }
  }
}

/** What was taken away meanwhile does not come back. */
function put(talk: Talk, key: string, state: AttachedFile['state']): void {
  talk.attached.value = talk.attached.peek().map(one => (one.key === key ? { ...one, state } : one))
}
