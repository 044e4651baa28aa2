import { randomUUID } from 'node:crypto'

export interface Said {
  type: string
  value: unknown
}

export const welcome = '11111111-2222-11eb-8333-444444444444_55555555'
const delivery = { scenario: '22222222-2222-11eb-8333-444444444444_66666666', state: '7a1e2b3c' }
const buttons = [
  { id: randomUUID(), label: 'Green', type: 'variable', name: 'color', value: 'green' },
  { id: randomUUID(), label: 'Delivery', type: 'scenario', next: delivery },
  { id: randomUUID(), label: 'No', type: 'scenario' },
  { id: randomUUID(), label: 'Our shop', type: 'url', value: 'https://shop.example/garden' },
  { id: randomUUID(), label: 'Start over', type: 'url', value: 'ebbot://reset' },
  { id: randomUUID(), label: 'Add to cart', type: 'url', value: 'js://addTochart' }
]

/** What the bot answers to what it can understand. */
export function answersTo({ type, value }: Said): Said[] {
  const say = (text: string): Said => ({ type: 'text', value: text })
  if (type === 'variable' && isObject(value))
    return [say(`${String(value['name'])} is ${String(value['value'])}`)]
  if (type === 'scenario' && isObject(value) && value['scenario'] === welcome)
    return [say('Hello from Ebbot.'), { type: 'gpt', value: { text: 'What can I do for you?' } }]
  if (type === 'scenario') return [say('Your parcel is on its way.')]
  switch (value) {
    case 'buttons':
      return [{ type: 'url', value: { description: 'Which one?', urls: buttons } }]
    case 'rate':
      return [{ type: 'rating_request', value: { question: 'How did it go?' } }]
    case 'echo':
      return [say('Hello?'), say('Hello?')]
    default:
      return [say(`You said: ${String(value)}`)]
  }
}

/** What is documented, and of that only what somebody was offered; never a label as if it had been typed. */
export function isKnown(type: string, value: unknown): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string' && !buttons.some(({ label }) => label === value)
    case 'variable':
      return isSame(value, { name: 'color', value: 'green' })
    case 'scenario':
      return isSame(value, delivery) || isSame(value, { scenario: welcome })
    default:
      return false
  }
}

/** An answer is the whole state of the conversation, with the message put into it. */
export function bodyOf(request: string, chatId: string, answers: readonly Said[], botId: string): object {
  const state = {
    id: 'state-1',
    name: 'state',
    bot_id: botId,
    botId,
    companyId: 'ebc',
    chatId,
    sender: 'user'
  }
  return {
    request_id: request,
    success: true,
    data: {
      chatId,
      sandbox: false,
      scenario: { id: 's', name: 'generalcatchall' },
      answers: answers.map(said => ({ ...state, parameters: {}, db: {}, conversation: {}, ...said }))
    }
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const isSame = (value: unknown, wanted: Readonly<Record<string, string>>): boolean =>
  isObject(value) &&
  Object.keys(value).length === Object.keys(wanted).length &&
  Object.entries(wanted).every(([key, part]) => value[key] === part)
