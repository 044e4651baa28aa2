import { type Body, type Event, isBody, isBot, listIn, type Model, type Thread, textIn } from './model.ts'

/** What people see of a thread, as `who: words`. */
export const wordsIn = (model: Model, { events }: Thread, visibility: string): string[] =>
  events
    .filter(event => event['visibility'] === visibility && event.type !== 'system_message')
    .map(event => `${nameOf(model, textIn(event, 'author_id'))}: ${wordsOf(event)}`)

function nameOf(model: Model, id: string): string {
  if (id.includes('@')) return 'agent'
  return isBot(model, id) ? 'bot' : 'visitor'
}

const elementsOf = (event: Event): Body[] => listIn(event, 'elements').filter(isBody)

const wordsOf = (event: Event): string =>
  event.type === 'message'
    ? textIn(event, 'text')
    : elementsOf(event)
        .map(element => textIn(element, 'title'))
        .join(' | ')

/** The newest button with this label. */
export function buttonOf({ events }: Thread, label: string): { id: string; event_id: string } {
  const all = events.flatMap(event =>
    elementsOf(event)
      .flatMap(element => listIn(element, 'buttons'))
      .filter(isBody)
      .map(button => ({
        label: textIn(button, 'text'),
        id: textIn(button, 'postback_id'),
        event_id: event.id
      }))
  )
  const found = all.findLast(button => button.label === label)
  if (!found) throw new Error(`there is no button ${label}`)
  return found
}
