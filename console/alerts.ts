import { effect } from '@preact/signals-core'
import type { Desk } from './state/desk.ts'
import type { News } from './state/news.ts'
import { nameOf } from './state/text.ts'
import { words } from './words/en.ts'

/** Calls an agent who wants to be called. */
export function createAlerts(desk: Desk, open: (id: string) => void) {
  const ring = createBell()
  effect(() => {
    const unread = [...desk.unread.value.values()].reduce((sum, count) => sum + count, 0)
    const waiting = desk.presence.value === 'available' ? desk.lists.waiting.value.length : 0
    const count = desk.screen.value === 'desk' ? unread + waiting : 0
    document.title = count ? `(${count}) ${words.console}` : words.console
  })

  function notify({ is, about }: News): void {
    if (!('Notification' in window) || Notification.permission !== 'granted') return
    const body = is === 'message' ? about.preview : undefined
    // One of a kind for each conversation, from however many windows it is told.
    const options = { tag: `${is}:${about.id}`, icon: '', ...(body !== undefined && { body }) }
    const notice = new Notification(words.news[is](nameOf(about)), options)
    notice.addEventListener('click', () => {
      window.focus()
      open(about.id)
      notice.close()
    })
  }
  return {
    call(news: readonly News[]): void {
      const { sound, notify: shows } = desk.choices.peek()
      const isThere = desk.presence.peek() === 'available'
      const wanted = news.filter(({ is }) => is !== 'waiting' || isThere)
      if (sound && wanted.length) ring()
      if (shows && document.hidden) for (const one of wanted) notify(one)
    },
    ring,
    /** Whether the browser shows notifications of this page; it is asked only now that somebody wants them. */
    async mayNotify(): Promise<boolean> {
      if (!('Notification' in window)) return false
      return (await Notification.requestPermission()) === 'granted'
    }
  }
}

/** Two soft tones, made here: there is no file to wait for. */
function createBell(): () => void {
  let audio: AudioContext | undefined
  return () => {
    if (typeof AudioContext === 'undefined') return
    audio ??= new AudioContext()
    void audio.resume()
    for (const [index, pitch] of [660, 880].entries()) tone(audio, pitch, audio.currentTime + index * 0.14)
  }
}

function tone(audio: AudioContext, pitch: number, from: number): void {
  const voice = audio.createOscillator()
  const volume = audio.createGain()
  voice.frequency.value = pitch
  volume.gain.setValueAtTime(0.0001, from)
  volume.gain.exponentialRampToValueAtTime(0.12, from + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.3)
  voice.connect(volume).connect(audio.destination)
  voice.start(from)
  voice.stop(from + 0.32)
}
