import type { Page } from '@playwright/test'

/** Where two pictures differ: how many of their pixels, by how much at most (of 255), and the box that holds them all. */
export interface Difference {
  pixels: number
  most: number
  left: number
  top: number
  right: number
  bottom: number
}

export const none: Difference = { pixels: 0, most: 0, left: 0, top: 0, right: 0, bottom: 0 }

/** Compares two pictures, pixel by pixel; `page` only has the means to read them. */
export async function difference(page: Page, one: Buffer, other: Buffer): Promise<Difference> {
  if (one.equals(other)) return none
  return page.evaluate(compare, [one.toString('base64'), other.toString('base64')] as const)
}

async function compare([one, other]: readonly [string, string]): Promise<Difference> {
  async function pixelsOf(picture: string): Promise<ImageData> {
    const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    if (!canvas) throw new Error('nothing to draw on')
    canvas.drawImage(bitmap, 0, 0)
    return canvas.getImageData(0, 0, bitmap.width, bitmap.height)
  }
  const [before, after] = await Promise.all([pixelsOf(one), pixelsOf(other)])
  if (before.width !== after.width || before.height !== after.height) throw new Error('pictures of two sizes')
  const [was, is] = [new Uint32Array(before.data.buffer), new Uint32Array(after.data.buffer)]
  const places = [...was.keys()].filter(index => was[index] !== is[index])
  const across = places.map(place => place % before.width)
  const down = places.map(place => Math.floor(place / before.width))
  const least = (all: number[]) => all.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
  const most = (all: number[]) => all.reduce((one, other) => Math.max(one, other), 0)
  if (!places.length) return { pixels: 0, most: 0, left: 0, top: 0, right: 0, bottom: 0 }
  const apart = places.flatMap(place =>
    [0, 1, 2].map(part =>
      Math.abs((before.data[4 * place + part] ?? 0) - (after.data[4 * place + part] ?? 0))
    )
  )
  return {
    pixels: places.length,
    most: most(apart),
    left: least(across),
    top: least(down),
    right: most(across) + 1,
    bottom: most(down) + 1
  }
}
