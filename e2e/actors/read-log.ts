/** In the page. Goes up in steps, each of which must show what stood above before: rows in their order, and none twice. */
export async function readLog(log: Element): Promise<string[]> {
  const frame = () => new Promise(done => requestAnimationFrame(done))
  const texts = new Map<string, string | undefined>()
  let order: string[] = []

  function look(): void {
    const rows = [...log.querySelectorAll('.row')]
    const drawn = rows.map(({ id }) => id)
    for (const row of rows)
      if (row.matches('.mine, .theirs'))
        texts.set(row.id, row.querySelector('.text')?.textContent ?? undefined)
    const within = order.indexOf(drawn[0] ?? '')
    const above = within < 0 ? drawn.slice(0, drawn.indexOf(order[0] ?? drawn.at(-1) ?? '')) : []
    const known = drawn.slice(above.length)
    const from = Math.max(0, within)
    if (order.length && known.join() !== order.slice(from, from + known.length).join())
      throw new Error(`does not join: ${drawn.join()} to ${order[0]}`)
    order = order.length ? [...above, ...order] : drawn
  }

  log.scrollTop = log.scrollHeight
  await frame()
  await frame()
  look()
  while (log.scrollTop > 0 || log.querySelector('.earlier')) {
    log.scrollTop -= log.clientHeight / 2
    await frame()
    await frame()
    look()
  }
  if (new Set(order).size !== order.length) throw new Error('a row is there twice')
  return order.flatMap(id => texts.get(id) ?? [])
}
