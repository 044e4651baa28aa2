import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals-core'
import { type Upload, type Uploaded, type Uploading, upload } from '../connection/uploading.ts'
import {
  type Attached,
  type AttachedFile,
  isLost,
  isPending,
  isReady,
  mayTryAgain,
  most,
  refreshed,
  type Standing,
  unfit,
  unfitBy
} from './attached.ts'
import type { ChatState, Verbs } from './chat.ts'

/** What there is to say of the files: what begins, ends, or was not taken. */
export type Told =
  | { is: 'begun'; files: readonly AttachedFile[] }
  | { is: 'ended'; file: AttachedFile }
  /** More than may be attached at a time. */
  | { is: 'tooMany' }

/** Files that go with what is written. */
export interface Attaching {
  attached: ReadonlySignal<Attached>
  /** What happened last. */
  told: ReadonlySignal<Told | undefined>
  /** There is something to be sent, and it was not asked for yet. */
  ready: ReadonlySignal<boolean>
  /** The files first, then the words; what is not with the relay yet is waited for. */
  send(): void
  attach(files: readonly File[]): void
  detach(key: string): void
  retry(key: string): void
  /** Nothing of it goes on. */
  stop(): void
}

type Given = Pick<ChatState, 'link' | 'live' | 'draft' | 'ready' | 'site' | 'atEnd' | 'now'> &
  Pick<Verbs, 'say' | 'queue' | 'visit' | 'renew'>

/** The one of a chat. */
export const attachingIn = (chat: Given & Pick<ChatState, 'attaching'>): Attaching =>
  (chat.attaching.value ??= createAttaching(chat, upload))

/** Takes files to the relay, one at a time, and says them once they are there. */
export function createAttaching(chat: Given, upload: Upload): Attaching {
  const basket = createBasket(chat)
  const { attached, told, usable } = basket
  const road = createRoad(chat, basket, upload)
  const stops = watch(chat, basket, road)
  return {
    attached,
    told,
    ready: computed(
      () =>
        attached.value.wish === undefined &&
        (chat.ready.value || (usable.value && chat.draft.value.trim() === ''))
    ),
    send: () => send(chat, basket, road),
    attach(files) {
      const room = most - attached.peek().files.length
      basket.add(files.slice(0, room))
      if (files.length > room) told.value = { is: 'tooMany' }
      road.next()
    },
    detach(key) {
      basket.turn(files => files.filter(one => one.key !== key))
      road.cutStrays()
    },
    retry(key) {
      basket.stand(key, { is: 'waiting' })
      road.next()
    },
    stop() {
      for (const stop of stops) stop()
      basket.turn(() => [])
      road.cutStrays()
    }
  }
}

/** What happens without a press. Answers how to end each of it. */
function watch(chat: Given, basket: Basket, road: Road): (() => void)[] {
  const { attached, told, usable, of } = basket
  return [
    // With a connection what waits may go, and what failed for want of one is tried again.
    effect(() => {
      if (chat.live.value && of.value) road.goOn()
    }),
    effect(() => {
      const { wish, files } = attached.value
      if (wish === undefined) return
      // Who wrote on meanwhile, or took the files away, sends it when they mean it.
      if (wish !== chat.draft.value || !usable.value) basket.wish(undefined)
      else if (!files.some(one => isPending(one) || isLost(one))) send(chat, basket, road)
    }),
    // Another conversation, perhaps another visitor's: what was on its way to the one before is cut off.
    effect(() => {
      void of.value
      told.value = undefined
      basket.turn(files => files)
      road.cutStrays()
    })
  ]
}

function send(chat: Given, basket: Basket, road: Road): void {
  batch(() => {
    basket.turn(files => refreshed(files, chat.now()))
    const { files } = basket.attached.peek()
    const isWaiting = files.some(isPending)
    basket.wish(isWaiting ? chat.draft.peek() : undefined)
    if (isWaiting) return
    basket.turn(all => all.filter(one => !isReady(one) || !files.includes(one)))
    say(chat, files)
  })
  road.next()
}

function say({ queue, say: sayText, draft, atEnd }: Given, files: readonly AttachedFile[]): void {
  for (const { file, standing } of files)
    if (standing.is === 'ready') queue({ type: 'file', file: standing.id }, file.name || standing.id)
  atEnd.value = true
  if (draft.peek().trim()) sayText(draft.peek())
  draft.value = ''
}

type Basket = ReturnType<typeof createBasket>
type Road = ReturnType<typeof createRoad>

/** What is attached, as far as it is this conversation's. */
function createBasket({ link, site }: Given) {
  const own = signal<Attached>(noneOf(undefined))
  const told = signal<Told | undefined>(undefined)
  const of = computed(() => link.value.view.conversation)
  // A tab that gives up the socket knows no conversation for a moment: what it had is kept for that one, and shown to nobody.
  const held = computed(() => (!of.value || own.value.of === of.value ? own.value : noneOf(of.value)))
  const attached = computed(() => (of.value ? held.value : noneOf(undefined)))
  let count = 0

  function turn(change: (files: Attached['files']) => Attached['files']): void {
    own.value = { ...held.peek(), files: change(held.peek().files) }
  }
  function wish(text: string | undefined): void {
    if (held.peek().wish !== text) own.value = { ...held.peek(), wish: text }
  }
  return {
    of,
    attached,
    told,
    turn,
    wish,
    has: (key: string) => find(held.peek(), key) !== undefined,
    usable: computed(() => attached.value.files.some(one => isReady(one) || isPending(one) || isLost(one))),
    /** What was taken away meanwhile does not come back. */
    stand(key: string, standing: Standing): void {
      batch(() => {
        turn(files => files.map(one => (one.key === key ? { ...one, standing } : one)))
        // The words were not meant to go without it.
        if (find(held.peek(), key) && standing.is === 'failed' && standing.why !== 'failed') wish(undefined)
      })
      const file = find(attached.peek(), key)
      if (file && (standing.is === 'ready' || standing.is === 'failed')) told.value = { is: 'ended', file }
    },
    add(files: readonly File[]): void {
      const more = files.map((file): AttachedFile => {
        const why = unfit(file, site.peek()?.files)
        count += 1
        return { key: String(count), file, standing: why ? { is: 'failed', why } : { is: 'waiting' } }
      })
      const [first] = more.filter(one => !isPending(one))
      const begun = more.filter(isPending)
      turn(all => [...all, ...more])
      if (begun.length) told.value = { is: 'begun', files: begun }
      if (first) told.value = { is: 'ended', file: first }
    }
  }
}

const noneOf = (of: Attached['of']): Attached => ({ of, files: [], wish: undefined })
const find = ({ files }: Attached, key: string) => files.find(one => one.key === key)

/** The way to the relay, which one file goes at a time: together they would only be slower. */
function createRoad(chat: Given, { attached, has, turn, stand }: Basket, upload: Upload) {
  let on: { key: string; uploading: Uploading } | undefined

  async function send({ key, file }: AttachedFile): Promise<void> {
    const { identity } = chat.visit()
    const isHere = () => find(attached.peek(), key) !== undefined
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

/** A press tries it once more. */
export const isAgain = ({ standing }: AttachedFile): boolean =>
  standing.is === 'failed' && mayTryAgain(standing.why)
