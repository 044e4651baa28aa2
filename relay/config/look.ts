import { z } from 'zod'
import { words } from './parts.ts'

const functions = 'rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch'
const cssColor = new RegExp(`^(#([0-9a-f]{3}|[0-9a-f]{6})|(${functions})\\([-+0-9a-z\\s.,%/]{1,60}\\))$`, 'i')

const color = z
  .string()
  .regex(cssColor, 'a colour is #rgb, #rrggbb, or a CSS function such as oklch(55% 0.2 260)')

const locale = z.string().refine(isLocale, 'a language tag, such as de or pt-BR')

function isLocale(text: string): boolean {
  try {
    return text.length <= 35 && Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

const distance = z.int().min(0).max(500)

const position = z.strictObject({
  side: z
    .enum(['start', 'end', 'left', 'right'])
    .default('end')
    .describe('start and end turn with the direction of the page’s language'),
  x: distance.default(20).describe('from that side, px'),
  y: distance.default(20).describe('from the bottom, px')
})

const launcher = z.strictObject({
  label: words(40).optional().describe('words beside the picture of the button'),
  hidden: z.boolean().optional().describe('the button is drawn only when the page says show')
})

const wordKey = z
  .string()
  .regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/, 'the name of a word, such as why.tooLong')

/** How the widget looks and what it calls things. */
export const look = {
  title: words(80).default('Chat').describe('the title of the panel'),
  color: color.optional().describe('the site’s own colour; the widget keeps its contrast readable'),
  theme: z.enum(['light', 'dark']).optional().describe('default: as the visitor’s system has it'),
  position: position.optional().describe('where the button stands'),
  launcher: launcher.optional().describe('the button'),
  locale: locale.optional().describe('default: the language of the page'),
  texts: z
    .record(wordKey, words(500))
    .optional()
    .describe('words of the widget by their names, in the site’s own words: `{ title: "Ask us" }`'),
  greeting: words(500).optional().describe('said under an empty log'),
  botName: words(80).optional().describe('what the bot is called'),
  avatar: z
    .url({ protocol: /^https$/, error: 'an https address' })
    .optional()
    .describe('the bot’s picture'),
  imageHosts: z
    .array(
      z.string().regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?$/, 'a host, such as images.example.com')
    )
    .optional()
    .describe('hosts whose images load by themselves; others on a click. Default: all load')
}
