import type { Page } from '@playwright/test'

interface Contrasts {
  /** What is written on the site's colour. */
  text: number[]
  /** The site's colour against the panel. */
  parts: number[]
  /** Links against the bubbles they stand in. */
  links: number[]
  colours: number
}

/** The contrasts in the open panel for a grid of the site's colours, from what the browser computes. */
export function contrastsOf(page: Page): Promise<Contrasts> {
  return page.evaluate(() => {
    const panel = document.querySelector('footbridge-chat')?.shadowRoot?.querySelector<HTMLElement>('.panel')
    const box = panel?.parentElement
    if (!panel || !box) throw new Error('there is no panel')
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const probe = panel.appendChild(document.createElement('i'))

    const lightOf = (name: string): number => {
      probe.style.color = `var(${name})`
      if (!canvas) return 0
      canvas.fillStyle = getComputedStyle(probe).color
      canvas.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(byte => {
        const part = byte / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const contrast = (one: string, other: string) => {
      const [dark = 0, light = 0] = [lightOf(one), lightOf(other)].toSorted((a, b) => a - b)
      return (light + 0.05) / (dark + 0.05)
    }

    const steps = [0, 51, 85, 119, 153, 187, 221, 255]
    const grid = steps.flatMap(red =>
      steps.flatMap(green => steps.map(blue => `rgb(${red} ${green} ${blue})`))
    )
    const looked = [...grid, 'white', 'color(display-p3 1 1 0)', 'oklch(0.9 0.3 140)'].map(colour => {
      box.style.setProperty('--brand', colour)
      return [
        contrast('--on-accent', '--accent'),
        contrast('--accent', '--bg'),
        contrast('--link', '--bubble')
      ] as const
    })
    probe.remove()
    return {
      text: looked.map(([text]) => text),
      parts: looked.map(([, part]) => part),
      links: looked.map(([, , link]) => link),
      colours: looked.length
    }
  })
}
