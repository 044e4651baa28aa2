import { type Choices, usualChoices } from './state/desk.ts'

const name = 'footbridge-console'

/** What this browser was told to remember; nothing where it may not. */
export function keptChoices(): Choices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '{}')
    return typeof kept === 'object' ? { ...usualChoices, ...kept } : usualChoices
  } catch {
    return usualChoices
  }
}

export function keep(choices: Choices): void {
  try {
    localStorage.setItem(name, JSON.stringify(choices))
  } catch {
    // Then it is for this time.
  }
}
