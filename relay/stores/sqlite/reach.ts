/**
 * Whoever is erased is withdrawn in one transaction, and cleared little by little: meanwhile nobody is told of what is left.
 * For whatever reads a log, or what was done with it, from a table that is cleared only then.
 */
export const inReach = (table: string): string =>
  `NOT EXISTS (SELECT 1 FROM going WHERE going.conversation = ${table}.conversation)`
