/** Where the digits of some scripts begin: nought, and nine more behind it. */
const noughts = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]

/** The value of a digit of any script that people write numbers in; undefined for all else. */
function digitAt(text: string, i: number): number | undefined {
  const code = text.charCodeAt(i)
  const nought = noughts.find(one => code >= one && code <= one + 9)
  return nought === undefined ? undefined : code - nought
}

/** Digits that stand together. */
interface Group {
  from: number
  to: number
  digits: readonly number[]
}

/** Groups of digits with at most two characters between them that people put between groups. */
export type Run = readonly Group[]

const between = /^[ \u00A0\u2009\u202F.\-‐-―/()]{1,2}$/

/** All numbers of a text, each as its groups. */
export function runsOf(text: string): readonly Run[] {
  const runs: Group[][] = []
  for (const group of groupsOf(text)) {
    const last = runs.at(-1)?.at(-1)
    if (last && between.test(text.slice(last.to, group.from))) runs.at(-1)?.push(group)
    else runs.push([group])
  }
  return runs
}

function groupsOf(text: string): readonly Group[] {
  const groups: { from: number; to: number; digits: number[] }[] = []
  for (let i = 0; i < text.length; i += 1) {
    const digit = digitAt(text, i)
    if (digit === undefined) continue
    const last = groups.at(-1)
    if (last?.to === i) {
      last.to = i + 1
      last.digits.push(digit)
    } else groups.push({ from: i, to: i + 1, digits: [digit] })
  }
  return groups
}
