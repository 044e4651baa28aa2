import { z } from 'zod'

/** An http URL below which others stand, without a slash at its end. */
export const baseUrl = z
  .url({ protocol: /^https?$/ })
  .refine(text => !/[?#\s]/.test(text), 'has no query, no # and no space')
  .transform(text => text.replace(/\/+$/, ''))
