/** What a visitor may open. */
export const safeLink = (url: string | undefined): url is string =>
  hasScheme(url, ['http:', 'https:', 'mailto:', 'tel:'])

/** What may be loaded as a picture or a file. */
export const safeMedia = (url: string | undefined): url is string => hasScheme(url, ['http:', 'https:'])

function hasScheme(url: string | undefined, schemes: readonly string[]): url is string {
  return url !== undefined && URL.canParse(url) && schemes.includes(new URL(url).protocol)
}
