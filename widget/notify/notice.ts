/** Browsers on Android know the word and throw; an insecure page is never given leave. */
export const canNotify = (): boolean =>
  typeof Notification === 'function' && isSecureContext && !/Android/.test(navigator.userAgent)

export const hasLeave = (): boolean => canNotify() && Notification.permission === 'granted'

/** The browser asks the visitor, unless it knows the answer. */
export async function askLeave(): Promise<boolean> {
  return canNotify() && (await Notification.requestPermission()) === 'granted'
}

/** One of each site: the next takes its place. */
export function announce(words: string, site: string, onPress: () => void): Notification | undefined {
  try {
    if (!hasLeave()) return undefined
    const made = new Notification(words, { tag: `footbridge:${site}` })
    made.onclick = () => {
      window.focus()
      made.close()
      onPress()
    }
    return made
  } catch {
    return undefined
  }
}
