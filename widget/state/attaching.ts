import { batch, computed, effect, type ReadonlySignal } from '@preact/signals-core'
import { realEnvironment } from '../connection/environment.ts'
import { upload } from '../connection/uploading.ts'
import {
  type Attached,
  type AttachedFile,
  isLost,
  isPending,
  isReady,
  mayTryAgain,
  most,
  refreshed,
  whyOf
} from './attached.ts'
import { type Basket, createBasket, type Told } from './basket.ts'
import type { ChatState, Verbs } from './chat.ts'
import { createRoad, type Road, type Ways } from './road.ts'

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
  (chat.attaching.value ??= createAttaching(chat, { ...realEnvironment, upload }))

/** Takes files to the relay, one at a time, and says them once they are there. */
export function createAttaching(chat: Given, ways: Ways): Attaching {
  const basket = createBasket(chat)
  const { attached, told, usable } = basket
  const road = createRoad(chat, basket, ways)
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
      road.next()
    },
    retry(key) {
      basket.stand(key, { is: 'waiting' })
      road.goOn()
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
  road.goOn()
}

function say({ queue, say: sayText, draft, atEnd }: Given, files: readonly AttachedFile[]): void {
  for (const { file, standing } of files)
    if (standing.is === 'ready') queue({ type: 'file', file: standing.id }, file.name || standing.id)
  atEnd.value = true
  if (draft.peek().trim()) sayText(draft.peek())
  draft.value = ''
}

/** A press tries it once more. */
export const isAgain = ({ standing }: AttachedFile): boolean => mayTryAgain(whyOf(standing))
