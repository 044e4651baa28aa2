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
    const known = drawn.findIndex(id => id === order[0])
    const above = known < 0 ? drawn : drawn.slice(0, known)
    const same = drawn.slice(above.length).every((id, index) => id === order[index])
    if ((order.length && known < 0) || !same) throw new Error(`does not join: ${drawn.join()} to ${order[0]}`)
    order = [...above, ...order]
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
