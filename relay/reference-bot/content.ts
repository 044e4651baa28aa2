import type { JsonObject } from '../bots/ingenious/contract.ts'
import type { Button, Step } from './script.ts'

export type Message = Exclude<Step, { handover: unknown }>
type Card = Extract<Message, { carousel: unknown }>['carousel'][number]

/** What a step's words and pictures depend on. */
export interface Scene {
  /** What the visitor said last. */
  said: string
  /** Where a picture or a file of this bot is to be had. */
  imageUrl(word: string): string
  fileUrl(word: string): string
}

/** A step as the content of a message, in the shapes the contract assumes. */
export function contentOf(step: Message, scene: Scene): JsonObject {
  const buttons = step.buttons.map(button => action(button, 'postback'))
  const replies = step.replies.map(button => action(button, 'reply'))
  const actions = [...buttons, ...replies]
  return {
    ...shown(step, scene),
    ...(step.text !== undefined && { text: step.text.replaceAll('{said}', () => scene.said) }),
    ...(actions.length > 0 && { actions })
  }
}

function shown(step: Message, scene: Scene): JsonObject {
  if ('image' in step)
    return { type: 'image', mediaUrl: scene.imageUrl(step.image), ...named('altText', step.alt) }
  if ('file' in step)
    return { type: 'file', mediaUrl: scene.fileUrl(step.file), ...named('altText', step.name) }
  if ('carousel' in step) return { type: 'carousel', items: step.carousel.map(card => item(card, scene)) }
  if ('list' in step) return { type: 'list', items: step.list.map(card => item(card, scene)) }
  if ('location' in step) return place(step.location)
  if ('form' in step) return { type: 'form', fields: step.form.map(field) }
  return { type: 'unknown' in step ? step.unknown : 'text' }
}

type Place = Extract<Message, { location: unknown }>['location']

const place = ({ lat, long, name, address }: Place): JsonObject => ({
  type: 'location',
  coordinates: { lat, long },
  location: { ...named('name', name), ...named('address', address) }
})

const named = (key: string, value: string | undefined): JsonObject =>
  value === undefined ? {} : { [key]: value }

const item = ({ title, text, image, buttons }: Card, scene: Scene): JsonObject => ({
  title,
  ...named('description', text),
  ...(image !== undefined && { mediaUrl: scene.imageUrl(image), altText: `A drawing of the word ${image}` }),
  actions: buttons.map(button => action(button, 'postback'))
})

const field = ({
  kind,
  name,
  label,
  placeholder,
  options
}: Extract<Message, { form: unknown }>['form'][number]) => ({
  type: kind,
  name,
  label,
  ...named('placeholder', placeholder),
  ...(options && { options: options.map(option => ({ name: option, label: option })) })
})

function action(button: Button, type: 'reply' | 'postback'): JsonObject {
  const { label: text } = button
  if ('go' in button)
    return { type, text, payload: { nextPassage: { passageId: button.go, inlineActions: [] } } }
  if ('link' in button) return { type: 'link', text, uri: button.link }
  if ('webview' in button)
    return { type: 'webview', text, uri: button.webview, fallback: button.webview, size: 'tall' }
  if ('buy' in button) return { type: 'buy', text, amount: button.buy }
  return { type: 'locationRequest', text }
}
