/**
 * The heights of rows below one another, of which any may change at any time: a binary indexed tree. Each node holds
 * the sum of as many heights as the lowest bit of its number says, so finding a place and changing a height take as
 * many steps as the number of rows has digits.
 */
export class Heights {
  readonly #heights: number[] = []
  /** Node 0 stands for nothing. */
  readonly #tree: number[] = [0]

  get count(): number {
    return this.#heights.length
  }

  get total(): number {
    return this.top(this.count)
  }

  height(index: number): number {
    return this.#heights[index] ?? 0
  }

  /** How far down a row begins: the sum of all before it. */
  top(index: number): number {
    let sum = 0
    for (let node = Math.min(index, this.count); node > 0; node -= low(node)) sum += this.#tree[node] ?? 0
    return sum
  }

  /** The row at so many pixels from the top: the last that begins there or before. */
  find(y: number): number {
    let node = 0
    let left = y
    for (let bit = high(this.count); bit > 0; bit >>= 1) {
      const sum = this.#tree[node + bit]
      if (sum === undefined || sum > left) continue
      node += bit
      left -= sum
    }
    return Math.max(0, Math.min(node, this.count - 1))
  }

  set(index: number, height: number): void {
    const change = height - this.height(index)
    if (!change || !(index in this.#heights)) return
    this.#heights[index] = height
    for (let node = index + 1; node <= this.count; node += low(node))
      this.#tree[node] = (this.#tree[node] ?? 0) + change
  }

  push(height: number): void {
    this.#heights.push(height)
    const node = this.count
    let sum = height
    // What the new node stands for beside its own: the nodes right below it.
    for (let bit = 1; bit < low(node); bit <<= 1) sum += this.#tree[node - bit] ?? 0
    this.#tree.push(sum)
  }

  pop(): void {
    if (!this.#heights.length) return
    this.#heights.pop()
    this.#tree.pop()
  }

  /** Others in place of some. At the end that is as quick as they are few; before it, all that follows is built anew. */
  splice(at: number, remove: number, heights: readonly number[]): void {
    const after = this.#heights.slice(at + remove)
    while (this.count > at) this.pop()
    for (const height of heights) this.push(height)
    for (const height of after) this.push(height)
  }
}

const low = (node: number): number => node & -node
const high = (count: number): number => (count ? 1 << (31 - Math.clz32(count)) : 0)
