import type { Json } from '../contract.ts'
import type { Fact } from '../state/rows.ts'
import { momentOf, timeOf } from '../state/time.ts'
import { words } from '../words/en.ts'
import { Metadata } from './about.tsx'

const says = words.log

/** What happened to the conversation, in words, and what was sent along. */
export function FactOf({ fact }: { fact: Fact }) {
  const metadata: Json = 'metadata' in fact ? fact.metadata : null
  return (
    <>
      <p>
        {wordsOf(fact)}{' '}
        <time dateTime={new Date(fact.at).toISOString()} title={momentOf(fact.at)}>
          {timeOf(fact.at)}
        </time>
      </p>
      {fact.kind === 'rated' && fact.text !== undefined && fact.text !== '' && (
        <p class="told">{fact.text}</p>
      )}
      <Metadata metadata={metadata} />
    </>
  )
}

function wordsOf(fact: Fact): string {
  switch (fact.kind) {
    case 'opened':
    case 'handover':
    case 'closed':
    case 'erased':
      return says[fact.kind]
    case 'taken':
      return fact.on === undefined ? says.taken(fact.name) : says.takenOn(fact.name, fact.on)
    case 'handback':
      return says.handback[fact.why]
    case 'rated':
      return says.rated(fact.score)
    case 'page':
      return says.page(fact.page.title ?? fact.page.url)
    case 'named':
      return says.named(fact.named.name ?? fact.named.email ?? words.lists.visitor)
    default:
      return fact satisfies never
  }
}
