interface Reached {
  /** Told by some browsers only. */
  connection?: { readonly saveData?: boolean }
}

/** The visitor's browser is to download no more than they ask for. */
export const savesData = (): boolean => !!(navigator as Reached).connection?.saveData
