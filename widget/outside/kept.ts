/** A text that all pages of the site have in common; a browser that keeps nothing has it until the page goes. */
export interface Kept {
  read(): string
  write(text: string): void
}

export function createKept(name: string): Kept {
  let here: string | undefined
  return {
    read() {
      try {
        return here ?? localStorage.getItem(name) ?? ''
      } catch {
        return here ?? ''
      }
    },
    write(text) {
      here = text
      try {
        if (text) localStorage.setItem(name, text)
        else localStorage.removeItem(name)
        here = undefined
      } catch {
        // It is kept here.
      }
    }
  }
}

/** Does what is kept outlive the page? */
export function keeps(): boolean {
  try {
    return localStorage.length >= 0
  } catch {
    return false
  }
}
