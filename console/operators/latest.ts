/** Of several askings at once only the answer to the last one counts. */
export function createLatest() {
  let last = 0
  return async <Answer>(asked: Promise<Answer>, use: (answer: Answer) => void): Promise<void> => {
    last += 1
    const own = last
    const answer = await asked
    if (own === last) use(answer)
  }
}
