import type { Upload, Uploaded, Uploading } from '../connection/uploading.ts'
import { type AttachedFile, isLost, type Standing, unfitBy } from './attached.ts'
import type { Basket } from './basket.ts'
import type { ChatState, Verbs } from './chat.ts'

type Given = Pick<ChatState, 'live' | 'now'> & Pick<Verbs, 'visit' | 'renew'>
export type Road = ReturnType<typeof createRoad>

/** The way to the relay, which one file goes at a time: together they would only be slower. */
export function createRoad(chat: Given, { attached, has, turn, stand }: Basket, upload: Upload) {
  let on: { key: string; uploading: Uploading } | undefined

  async function send({ key, file }: AttachedFile): Promise<void> {
    const { identity } = chat.visit()
    const isHere = () => attached.peek().files.some(one => one.key === key)
    let answer = await go(key, file)
    const isRefused = answer.is === 'refused' && answer.error === 'unauthorized'
    if (isRefused && identity && isHere()) {
      await chat.renew(identity)
      // Meanwhile it may have been taken away, or somebody else be there.
      if (isHere() && chat.visit().identity !== identity) answer = await go(key, file)
    }
    stand(key, standingOf(answer, chat.now()))
    on = undefined
    next()
  }
  function go(key: string, file: File): Promise<Uploaded> {
    stand(key, { is: 'sending', part: 0 })
    const uploading = upload(chat.visit(), file, part => stand(key, { is: 'sending', part }))
    on = { key, uploading }
    return uploading.answer
  }
  function next(): void {
    const first = attached.peek().files.find(({ standing }) => standing.is === 'waiting')
    if (first && !on && chat.live.peek()) void send(first)
  }
  return {
    next,
    /** There is a connection again. */
    goOn(): void {
      if (attached.peek().files.some(isLost))
        turn(files => files.map(one => (isLost(one) ? { ...one, standing: { is: 'waiting' } } : one)))
      next()
    },
    cutStrays(): void {
      if (on && !has(on.key)) on.uploading.cancel()
    }
  }
}

const standingOf = (answer: Uploaded, at: number): Standing =>
  answer.is === 'kept' ? { is: 'ready', id: answer.id, at } : { is: 'failed', why: unfitBy(answer.error) }
