import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Page } from '#shared/wire/hello.ts'
import type { Entry, Named } from '../conversation/entry.ts'
import { fold, type Known, unknownYet } from '../conversation/state.ts'
import type { Store } from '../conversation/store.ts'
import { Lru } from '../lib/lru.ts'
import { type Topic, topicsOf } from './catalogue.ts'

type Opened = Extract<Entry, { kind: 'opened' }>

/** What a log has told up to one of its entries, as far as topics speak of it. */
export interface Story {
  known: Known
  opened: Opened | undefined
  /** Where the visitor was last. */
  page: Page | undefined
  /** What is known of the visitor. */
  named: Named | undefined
  /** 1 to 5, once the visitor has said how it was. */
  rating: number | undefined
  /** When the phase last changed; when the agent took it; when somebody last said something. ms since 1970 */
  phaseAt: number
  takenAt: number | undefined
  saidAt: number
  /** What the visitor said last. */
  lastInput: string
  /** The last entry that the subscription was told of; 0 before the first. */
  told: Seq
}

const beginning: Story = {
  known: unknownYet,
  opened: undefined,
  page: undefined,
  named: undefined,
  rating: undefined,
  phaseAt: 0,
  takenAt: undefined,
  saidAt: 0,
  lastInput: '',
  told: 0
}

/** One more entry. Pure. */
export function continued(story: Story, entry: Entry, wanted: ReadonlySet<Topic>): Story {
  const known = fold(story.known, [entry])
  const { state } = known
  return {
    known,
    opened: entry.kind === 'opened' ? entry : story.opened,
    page: entry.kind === 'opened' || entry.kind === 'page' ? entry.page : story.page,
    named: entry.kind === 'opened' || entry.kind === 'named' ? entry.named : story.named,
    rating: entry.kind === 'rated' ? entry.score : story.rating,
    phaseAt: state.phase === story.known.state.phase ? story.phaseAt : entry.at,
    takenAt: state.phase === 'agent' ? takenAt(story, entry) : undefined,
    saidAt: entry.kind === 'message' || entry.kind === 'postback' ? entry.at : story.saidAt,
    lastInput: inputOf(entry) ?? story.lastInput,
    told: topicsOf(entry).some(topic => wanted.has(topic)) ? entry.seq : story.told
  }
}

const takenAt = (story: Story, entry: Entry): number =>
  entry.kind === 'taken' ? entry.at : (story.takenAt ?? entry.at)

/** In words, if the visitor says something here. */
function inputOf(entry: Entry): string | undefined {
  if (entry.kind === 'postback') return entry.label
  if (entry.kind !== 'message' || entry.by !== 'visitor') return undefined
  return entry.content.text ?? ''
}

const pageSize = 200
const remembered = 10_000

/** Tells how things stood before an entry. Remembers, for what comes in order needs only the log's newest lines. */
export function createStories(log: Pick<Store, 'read'>, wanted: ReadonlySet<Topic>) {
  const stories = new Lru<ConversationId, Story>(remembered)

  /** All of it was erased: nobody knows any more what was told. */
  function forget(conversation: ConversationId): Story {
    stories.delete(conversation)
    return beginning
  }

  async function before(conversation: ConversationId, seq: Seq): Promise<Story> {
    const held = stories.get(conversation)
    let story = held && held.known.head < seq ? held : beginning
    while (story.known.head < seq - 1) {
      const limit = Math.min(pageSize, seq - 1 - story.known.head)
      const page = await log.read(conversation, story.known.head, limit)
      if (page.length === 0) throw new Error(`the log of ${conversation} ends before ${seq}`)
      story = page.reduce((told, entry) => continued(told, entry, wanted), story)
    }
    stories.set(conversation, story)
    return story
  }

  return { before, forget }
}
