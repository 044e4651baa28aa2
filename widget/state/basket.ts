import { batch, computed, signal } from '@preact/signals-core'
import {
  type Attached,
  type AttachedFile,
  isLost,
  isPending,
  isReady,
  type Standing,
  unfit,
  whyOf
} from './attached.ts'
import type { ChatState } from './chat.ts'

/** What there is to say of the files: what begins, ends, or was not taken. */
export type Told =
  | { is: 'begun'; files: readonly AttachedFile[] }
  | { is: 'ended'; file: AttachedFile }
  /** More than may be attached at a time. */
  | { is: 'tooMany' }

export type Basket = ReturnType<typeof createBasket>

/** What is attached, as far as it is this conversation's. */
export function createBasket({ link, site }: Pick<ChatState, 'link' | 'site'>) {
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
        if (find(held.peek(), key) && standing.is === 'failed') wish(undefined)
      })
      const file = find(attached.peek(), key)
      if (file && (standing.is === 'ready' || whyOf(standing))) told.value = { is: 'ended', file }
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
