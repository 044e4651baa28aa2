/** What has the focus, by a name that outlives the element. */
export const keyOf = (element: Element | null): string | undefined =>
  element instanceof HTMLElement ? element.dataset['focus'] : undefined

/** Focuses what has this name; where it is gone, what stands nearest to it. */
export function focusNow(box: HTMLElement, key: string): void {
  const id = /:(.*)$/.exec(key)?.[1]
  const near = id === undefined ? [] : [`say:${id}`, `log:${id}`]
  for (const name of [key, ...near, 'list', 'tab', 'name']) {
    const found = box.querySelector<HTMLElement>(`[data-focus="${CSS.escape(name)}"]:not(:disabled)`)
    if (!found || found.offsetParent === null) continue
    if (document.activeElement !== found) found.focus()
    return
  }
}
