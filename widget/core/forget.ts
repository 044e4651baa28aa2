/** Removes all that this browser keeps of a site's visitors. */
export function forget(site: string): void {
  const base = `footbridge:${site}`
  try {
    for (const key of Object.keys(localStorage))
      if (key === base || key.startsWith(`${base}:`)) localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
