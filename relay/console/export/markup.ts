/** Markup of our own: everything that was put into it is words. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, sign => signs[sign] ?? sign)

type Part = string | Html | readonly Html[]

/** What stands in the template is markup; what is put in is words, unless it is markup of this kind itself. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const texts = template.map((markup, i) => markup + textOf(parts[i] ?? ''))
  return new Html(texts.join(''))
}

/** A constant of ours that markup may hold as it is. */
html.trusted = (text: string): Html => new Html(text)

function textOf(part: Part): string {
  if (typeof part === 'string') return escaped(part)
  return part instanceof Html ? part.text : part.map(({ text }) => text).join('')
}
