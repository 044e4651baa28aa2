import { z } from 'zod'

/** An http URL below which others stand, without a slash at its end. */
export const baseUrl = z
  .url({ protocol: /^https?$/ })
  .refine(text => !URL.canParse(text) || isBare(new URL(text)), 'has no name, no query, no # and no space')
  .transform(text => text.replace(/\/+$/, ''))

const isBare = ({ username, password, href }: URL): boolean =>
  username + password === '' && !/[?#]|%20/.test(href)
