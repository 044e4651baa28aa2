/** After so many milliseconds, or as soon as it is called off. */
export function pause(ms: number, off?: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (off?.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      off?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    off?.addEventListener('abort', done)
  })
}

/** Looks again and again, for at most so long; whether it came true. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  withinMs: number,
  everyMs = 20
): Promise<boolean> {
  const deadline = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > deadline) return false
    await pause(everyMs)
  }
  return true
}
