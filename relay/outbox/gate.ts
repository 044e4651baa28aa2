/** Lets so many through at once; the others wait in the order they came. */
export interface Gate {
  enter(): Promise<void> | undefined
  leave(): void
}

export function createGate(width: number): Gate {
  const waiting: (() => void)[] = []
  let inside = 0
  return {
    enter() {
      if (inside < width) {
        inside += 1
        return undefined
      }
      return new Promise(resolve => waiting.push(resolve))
    },
    leave() {
      const next = waiting.shift()
      if (next) next()
      else inside -= 1
    }
  }
}
