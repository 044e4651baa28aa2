import type { Hooks, PageMessage, Verdict } from '../api.ts'

/** A look that the page wants to have at messages before they are sent or shown. */
export interface Hook {
  hook: keyof Hooks
  look(message: PageMessage): Verdict | Promise<Verdict>
}

/** How long a page may think about a message, ms. */
const patienceMs = 5_000

/**
 * What becomes of a message's text: itself, another, or nothing when it is to be dropped. One hook after another; one
 * that throws, hangs or answers nonsense is passed over and reported, for no message is lost by a page's mistake.
 */
export async function askHooks(hooks: readonly Hook[], message: PageMessage): Promise<string | undefined> {
  let { text } = message
  for (const { look } of hooks) {
    const verdict = await ask(look, { ...message, text }).catch(report)
    if (verdict === false) return undefined
    if (typeof verdict === 'string' && verdict) text = verdict
  }
  return text
}

async function ask(look: Hook['look'], message: PageMessage): Promise<Verdict> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error('a hook did not answer')), patienceMs)
  })
  try {
    return await Promise.race([look(message), late])
  } finally {
    clearTimeout(timer)
  }
}

function report(failure: unknown): undefined {
  console.error('Footbridge:', failure)
}
