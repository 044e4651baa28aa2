/** Two soft notes, the second higher; [Hz, when it begins in s]. */
const notes = [
  [587, 0],
  [880, 0.12]
] as const
const lengthS = 0.25
const loudness = 0.08

export interface Sound {
  play(): void
  stop(): void
}

/** A sound without a file. Silent where the browser lets no page be heard that nobody has touched. */
export function createSound(): Sound {
  let context: AudioContext | undefined
  return {
    play() {
      context ??= new AudioContext()
      // What was not allowed then would be heard much later.
      if (context.state === 'suspended' && !navigator.userActivation?.hasBeenActive) return
      void context.resume()
      for (const [pitch, at] of notes) sing(context, pitch, context.currentTime + at)
    },
    stop: () => void context?.close()
  }
}

function sing(context: AudioContext, pitch: number, from: number): void {
  const note = new OscillatorNode(context, { frequency: pitch })
  const volume = new GainNode(context, { gain: 0 })
  volume.gain.setValueAtTime(0, from)
  volume.gain.linearRampToValueAtTime(loudness, from + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, from + lengthS)
  note.connect(volume).connect(context.destination)
  note.start(from)
  note.stop(from + lengthS)
}
