import type { Press } from '../keys.ts'

/** Every action of the operators' pages that a key does; `onPage` those that are only there once one is on a page. */
export const pageKeys = [
  { does: 'conversations', key: '4' },
  { does: 'health', key: '5' },
  { does: 'dead-letters', key: '6' },
  { does: 'subscriptions', key: '7' },
  { does: 'records', key: '8' },
  { does: 'search', key: '/', onPage: true },
  { does: 'nextLine', key: 'j', onPage: true },
  { does: 'lastLine', key: 'k', onPage: true },
  { does: 'allLines', key: 'a', onPage: true },
  { does: 'again', key: 'r', onPage: true }
] as const

export type PageKeyDeed = (typeof pageKeys)[number]['does']

/** What a press does on a page, or beside one. */
export function pageDeedOf(
  { key, control, other, writing }: Press,
  onPage: boolean
): PageKeyDeed | undefined {
  if (control || other || writing) return undefined
  return pageKeys.find(one => one.key === key && (onPage || !('onPage' in one)))?.does
}
