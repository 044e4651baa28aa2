import type { Summary } from '../contract.ts'
import type { Given } from '../state/desk.ts'
import { isMine } from '../state/lists.ts'
import type { Talk } from '../state/talk.ts'
import { nameOf } from '../state/text.ts'
import { words } from '../words/en.ts'
import { Tool } from './bar.tsx'

const says = words.column

interface HeadProps extends Given {
  talk: Talk
  summary: Summary
}

export function Head({ desk, deeds, talk, summary }: HeadProps) {
  const { id, phase, waiting, agent } = summary
  const phone = desk.phone.value
  const Name = phone ? 'h1' : 'h2'
  const about = talk.view.about
  return (
    <header class="head">
      {phone && <Tool icon="back" name={says.back} focus={`back:${id}`} run={() => deeds.backToList()} />}
      <div class="who">
        <Name>{nameOf(summary)}</Name>
        <p>
          <span class={`phase ${phase}`}>{words.phases[phase]}</span>
          {phase === 'waiting' && waiting && (
            <span>{words.duration((desk.now.value - waiting.since) / 1_000)}</span>
          )}
          {agent && <span>{isMine(summary, desk.me.value) ? words.log.you : agent.name}</span>}
          <span class="where">{summary.site}</span>
          <button
            type="button"
            class="plain"
            data-focus={`about:${id}`}
            aria-expanded={about.value}
            aria-label={words.about.summary}
            onClick={() => void (about.value = !about.value)}
          >
            {words.about.short}
          </button>
        </p>
      </div>
      <Actions desk={desk} deeds={deeds} summary={summary} />
      {!phone && <Tool icon="leave" name={says.leave} focus={`leave:${id}`} run={() => deeds.leave(id)} />}
    </header>
  )
}

function Actions({ desk, deeds, summary }: Given & { summary: Summary }) {
  const { id, phase } = summary
  if (!isMine(summary, desk.me.value)) {
    if (phase !== 'waiting') return null
    return (
      <button type="button" class="main" data-focus={`take:${id}`} onClick={() => deeds.take(id)}>
        {says.take}
      </button>
    )
  }
  return (
    <div class="actions">
      {(['transfer', 'handback', 'close'] as const).map(is => (
        <button
          key={is}
          type="button"
          data-focus={`${is}:${id}`}
          aria-haspopup="dialog"
          onClick={() => deeds.ask({ is, id })}
        >
          {says[is]}
        </button>
      ))}
    </div>
  )
}
