import { createHash } from 'node:crypto'
import type { DestinationId } from '../../conversation/delivery.ts'
import type { Heard } from '../../conversation/heard.ts'
import type { EngageContent } from './contract.ts'
import type { Settings } from './settings.ts'
import { whole, wordsOf } from './words.ts'

/** The longest that a channel's visitor may say. */
const maxText = 100_000

/** What a visitor's content says, at a time when the platform had the bot answer it. Undefined when it says nothing. */
export function heardOf(
  content: EngageContent,
  { settings, self, at }: { settings: Settings; self: DestinationId; at: number }
): Heard | undefined {
  const text = textOf(content, settings)
  if (text === undefined) return undefined
  const id = clientIdOf(content.id)
  const said = {
    kind: 'said',
    by: 'visitor',
    id,
    text,
    via: self,
    botAt: at - settings.clockSkewMs
  } as const
  const address = content.thread
  const [, of, action] = /^(\d{1,9})\.(\d{1,4})$/.exec(content.payload ?? '') ?? []
  if (of === undefined) return { address, input: said, opens: true }
  const input = {
    kind: 'postback',
    id,
    of: Number(of),
    action: Number(action),
    via: self,
    label: text
  } as const
  return { address, input, otherwise: said, opens: true }
}

/** Where an attachment is can be told to nobody: its link would need our token. */
function textOf(content: EngageContent, { attachmentText }: Settings): string | undefined {
  const words = whole(wordsOf(content).slice(0, maxText))
  if (words !== '') return words
  return content.hasAttachment ? attachmentText : undefined
}

/** The content's id makes a repeat known, by whichever way it comes. */
const clientIdOf = (content: string): string =>
  content.length >= 8 ? content : createHash('sha256').update(content).digest('base64url')
