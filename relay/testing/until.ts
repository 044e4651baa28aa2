/** Waits for a condition, looking again on every turn of the event loop. The test's own time-out ends a vain wait. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate)
}
