import { actionsOf } from '#shared/actions.ts'
import type { Action, Card, Content, Field } from '#shared/content.ts'

/** Which actions the channel shows by itself, so that the words need not name them. */
type Shown = (action: Action) => boolean

/**
 * A content as plain words, for a channel that cannot show it: nothing that it says or offers is left out. What could
 * be tapped can be said instead, by its label.
 */
export function degrade(content: Content, shown: Shown = () => false): string {
  return paragraphs([content.text, ...partsOf(content, shown), actionLines(content.actions, shown)])
}

/** What can be tapped without leaving the conversation, each with its place in `actionsOf`. */
export function answersOf(content: Content): { index: number; label: string }[] {
  return actionsOf(content).flatMap((action, index) =>
    isAnswer(action) ? [{ index, label: action.label }] : []
  )
}

/** Does a tap on it say something to the bot? */
export const isAnswer = ({ kind }: Action): boolean => kind === 'reply' || kind === 'postback'

/** What stands between the content's own words and its own actions. */
function partsOf(content: Content, shown: Shown): (string | undefined)[] {
  switch (content.kind) {
    case 'text':
    case 'rating':
    case 'unknown':
      return []
    case 'image':
      return [labelled(content.alt, content.url)]
    case 'file':
      return [labelled(content.name, content.url)]
    case 'carousel':
    case 'list':
      return content.cards.map(card => cardText(card, shown))
    case 'location':
      return [lines([content.name, content.address, `geo:${content.lat},${content.long}`])]
    case 'form':
      return [lines(content.fields.map(fieldText))]
    default:
      return content satisfies never
  }
}

function cardText({ title, text, image, actions }: Card, shown: Shown): string {
  const picture = image && labelled(image.alt === title ? undefined : image.alt, image.url)
  return lines([title, text, picture, actionLines(actions, shown)])
}

const actionLines = (actions: readonly Action[] = [], shown: Shown): string =>
  lines(actions.filter(action => !shown(action)).map(actionText))

/** A link says where it leads; whatever else there is, is named. */
const actionText = (action: Action): string =>
  action.kind === 'link' ? labelled(action.label, action.url) : `• ${action.label}`

/** A question, and what may be answered to it. */
const fieldText = ({ label, options = [] }: Field): string =>
  options.length === 0 ? `${label}:` : `${label}: ${options.map(option => option.label).join(' / ')}`

const labelled = (label: string | undefined, url: string): string =>
  label === undefined || label === '' || label === url ? url : `${label}: ${url}`

const lines = (parts: readonly (string | undefined)[]): string => joined(parts, '\n')
const paragraphs = (parts: readonly (string | undefined)[]): string => joined(parts, '\n\n')
const joined = (parts: readonly (string | undefined)[], between: string): string =>
  parts.filter(part => part !== undefined && part.trim() !== '').join(between)
