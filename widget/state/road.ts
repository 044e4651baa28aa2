import type { Upload, Uploaded, Uploading } from '../connection/uploading.ts'
import { type AttachedFile, isLost, type Standing, unfitBy } from './attached.ts'
import type { Basket } from './basket.ts'
import type { ChatState, Verbs } from './chat.ts'
import type { After } from './lasting.ts'

/** So long after each loss it is tried again, ms: for as long as a connection may be dead before that is noticed. */
const againMs = [1_000, 2_000, 4_000, 8_000, 16_000]

export interface Ways {
  upload: Upload
  after: After
}

type Given = Pick<ChatState, 'live' | 'now'> & Pick<Verbs, 'visit' | 'renew'>
export type Road = ReturnType<typeof createRoad>

/** The way to the relay, which one file goes at a time: together they would only be slower. */
export function createRoad(chat: Given, { attached, has, turn, stand }: Basket, { upload, after }: Ways) {
  let on: { key: string; uploading: Uploading } | undefined
  const patience = createPatience(after)

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
    if (answer.is !== 'lost') patience.renew()
    if (has(key)) stand(key, answer.is === 'lost' ? lose() : standingOf(answer, chat.now()))
    on = undefined
    next()
  }
  function go(key: string, file: File): Promise<Uploaded> {
    stand(key, { is: 'sending', part: 0 })
    const uploading = upload(chat.visit(), file, part => stand(key, { is: 'sending', part }))
    on = { key, uploading }
    return uploading.answer
  }
  // Without a connection the next one goes on with it.
  const lose = (): Standing =>
    !chat.live.peek() || patience.lasts(tryAgain) ? { is: 'lost' } : { is: 'failed', why: 'failed' }
  function tryAgain(): void {
    turn(files => files.map(one => (isLost(one) ? { ...one, standing: { is: 'waiting' } } : one)))
    next()
  }
  function next(): void {
    const first = firstOf(attached.peek().files)
    if (first && !on && chat.live.peek()) void send(first)
  }
  return {
    next,
    /** There is a connection again, or the visitor wants it now. */
    goOn(): void {
      patience.renew()
      tryAgain()
    },
    cutStrays(): void {
      if (on && !has(on.key)) on.uploading.cancel()
      if (!attached.peek().files.some(isLost)) patience.renew()
    }
  }
}

/** What becomes of a lost one the next could not escape either, just now. */
const firstOf = (files: readonly AttachedFile[]) =>
  files.some(isLost) ? undefined : files.find(({ standing }) => standing.is === 'waiting')

type Answer = Exclude<Uploaded, { is: 'lost' }>
const standingOf = (answer: Answer, at: number): Standing =>
  answer.is === 'kept' ? { is: 'ready', id: answer.id, at } : { is: 'failed', why: unfitBy(answer.error) }

/** With what is lost time and again. */
function createPatience(after: After) {
  let losses = 0
  let stop = () => {}
  return {
    /** Then it is tried again by and by. */
    lasts(again: () => void): boolean {
      const ms = againMs[losses]
      losses = ms ? losses + 1 : 0
      if (ms) stop = after(ms, again)
      return ms !== undefined
    },
    renew(): void {
      stop()
      losses = 0
    }
  }
}
