import type { ChatState } from '../state/chat.ts'
import type { Choice } from '../state/notify.ts'

/** A browser that does not allow notifications leaves them off. */
export function notifyBy({ notify: chosen }: ChatState, choice: Choice): void {
  const asks = choice.system && !chosen.value.system
  chosen.value = { ...choice, system: choice.system && !asks }
  if (asks) void permitted().then(yes => (chosen.value = { ...chosen.value, system: yes }))
}

async function permitted(): Promise<boolean> {
  try {
    return (await Notification.requestPermission()) === 'granted'
  } catch {
    return false
  }
}
