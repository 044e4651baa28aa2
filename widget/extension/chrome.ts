/** As much of a browser's interface for extensions as is used. */
export interface Browser {
  tabs: { query(about: { active: true; currentWindow: true }): Promise<{ id?: number; url?: string }[]> }
  scripting: {
    executeScript<Args extends unknown[], Result>(what: {
      target: { tabId: number }
      world: 'MAIN'
      func: (...given: Args) => Result
      args?: Args
    }): Promise<{ result?: Awaited<Result> }[]>
    executeScript(what: { target: { tabId: number }; world: 'MAIN'; files: string[] }): Promise<unknown>
  }
}

declare global {
  const chrome: Browser
}
