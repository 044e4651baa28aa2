type Fields = Record<string, unknown>

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && !!value && !isList(value)

export const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

export const isList: (value: unknown) => value is readonly unknown[] = Array.isArray

/**
 * Of a kind that `needs` knows, and with what it cannot do without. The relay checks all that it sends; this only tells
 * what a newer one means otherwise, and keeps what is half there from breaking who draws it.
 */
export const meets = (needs: Readonly<Record<string, string>>, kind: unknown, value: Fields): boolean =>
  (value[String(needs[String(kind)])] ?? undefined) !== undefined
