import { Banner } from './banner.tsx'
import { Composer } from './composer.tsx'
import { useChat } from './context.ts'
import { Ended } from './ended.tsx'
import { Header } from './header.tsx'
import { Log } from './log.tsx'
import { Typing } from './typing.tsx'
import { useValue } from './use-value.ts'

export function Panel() {
  const chat = useChat()
  const open = useValue(chat.open)
  const phase = useValue(chat.phase)
  return (
    <div class="panel" role="dialog" aria-labelledby="fb-title" hidden={!open}>
      <Header />
      <Banner />
      <Log />
      <Typing />
      {phase.is === 'closed' ? <Ended /> : <Composer />}
    </div>
  )
}
