/** Takes the focus to the next or the previous line of a page, and never beyond an end. */
export function walkLines(by: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('main [data-line]')]
  const at = lines.findIndex(line => line === document.activeElement || line.contains(document.activeElement))
  const from = at < 0 && by < 0 ? lines.length : at
  const next = lines[Math.max(0, Math.min(lines.length - 1, from + by))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
