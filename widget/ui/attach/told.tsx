import { most, whyOf } from '../../state/attached.ts'
import { attachingIn } from '../../state/attaching.ts'
import type { Told as Happened } from '../../state/basket.ts'
import type { Chat } from '../../state/chat.ts'
import { listed, whyText } from './why.ts'

/** What there is to say of the files; only what concerns none of them alone is seen, too. */
export function Told({ chat }: { chat: Chat }) {
  const { attached, told } = attachingIn(chat)
  const isSeen = attached.value.wish !== undefined || told.value?.is === 'tooMany'
  return (
    <p role="status" class={isSeen ? 'told' : 'hidden'}>
      {textOf(chat, attached.value.wish !== undefined, told.value)}
    </p>
  )
}

function textOf({ words, site }: Chat, isWished: boolean, told: Happened | undefined): string {
  const says = words.files
  if (isWished) return says.soon
  switch (told?.is) {
    case 'begun':
      return says.begun(
        listed(
          told.files.map(({ file }) => file.name),
          words
        )
      )
    case 'ended': {
      const { file, standing } = told.file
      const why = whyOf(standing)
      return why ? `${file.name}: ${whyText(words, why, site.value?.files)}` : says.ready(file.name)
    }
    case 'tooMany':
      return says.most(most)
    case undefined:
      return ''
    default:
      return told satisfies never
  }
}
