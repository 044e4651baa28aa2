import { type Body, isBody, listIn, textIn } from './model.ts'

const templates = ['cards', 'quick_replies', 'sticker', 'ecommerce']

/** What is wrong with an event that the relay sends; nothing, if nothing is said. */
export function wrongEvent(event: Body): string[] {
  switch (event['type']) {
    case 'message':
      return wrongText(textIn(event, 'text'))
    case 'rich_message':
      return wrongRich(event)
    default:
      return [`an event of the type ${String(event['type'])}`]
  }
}

const wrongText = (text: string): string[] => [
  ...(text ? [] : ['a message without text']),
  ...(Buffer.byteLength(text) <= 16_384 ? [] : ['a message of more than 16 KB'])
]

function wrongRich(event: Body): string[] {
  const elements = listIn(event, 'elements')
  const template = textIn(event, 'template_id')
  return [
    ...(templates.includes(template) ? [] : [`the template ${template}`]),
    ...(elements.length > 0 && elements.length <= 10 ? [] : [`${elements.length} elements`]),
    ...(template === 'quick_replies' && elements.length !== 1 ? ['quick replies in several elements'] : []),
    ...elements.flatMap(element => (isBody(element) ? wrongElement(element) : ['an element that is none']))
  ]
}

function wrongElement(element: Body): string[] {
  const buttons = listIn(element, 'buttons')
  const image = element['image']
  return [
    ...(buttons.length <= 13 ? [] : [`${buttons.length} buttons`]),
    ...(image !== undefined && !(isBody(image) && textIn(image, 'url')) ? ['an image without url'] : []),
    ...buttons.flatMap(button => (isBody(button) ? wrongButton(button) : ['a button that is none']))
  ]
}

function wrongButton(button: Body): string[] {
  const { type, value } = button
  return [
    ...(textIn(button, 'text') && textIn(button, 'postback_id') ? [] : ['a button without its words or id']),
    ...(Array.isArray(button['user_ids']) ? [] : ['a button without user_ids']),
    ...((type === undefined) === (value === undefined) ? [] : ['type without value']),
    ...(['message', 'url', 'phone', 'webview', undefined].includes(
      typeof type === 'string' ? type : undefined
    )
      ? []
      : [`a button of the type ${String(type)}`]),
    ...('target' in button && type !== 'url' ? ['a target of no url'] : [])
  ]
}
