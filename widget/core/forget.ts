/** Removes all that this browser keeps of a site's visitors. */
export function forget(site: string): void {
  const base = `footbridge:${site}`
  try {
    const names = Object.keys(localStorage).filter(name => name === base || name.startsWith(`${base}:`))
    for (const name of names) localStorage.removeItem(name)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
