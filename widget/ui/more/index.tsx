import type { Chat } from '../../state/chat.ts'
import { more } from '../styles/more.ts'
import { addSheet } from '../styles/sheets.ts'
import { Ask, Erasing } from './ask.tsx'
import { PastList } from './past.tsx'
import { PastLog } from './past-log.tsx'
import { Told } from './told.tsx'
import { Collecting } from './transcript.tsx'

addSheet(more)

export { Menu } from './menu.tsx'

/** What lies over the conversation. */
export function Overlay({ chat }: { chat: Chat }) {
  const sheet = chat.sheet.value
  switch (sheet?.is) {
    case 'ask':
      return <Ask key={sheet.what} chat={chat} what={sheet.what} />
    case 'erasing':
      return <Erasing chat={chat} />
    case 'past':
      return <PastList chat={chat} />
    case 'reading':
      return <PastLog key={sheet.id} chat={chat} id={sheet.id} />
    case 'transcript':
      return <Collecting chat={chat} />
    case 'told':
      return <Told chat={chat} what={sheet.what} />
    default:
      return null
  }
}
