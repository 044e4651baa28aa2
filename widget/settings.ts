/** What a page's script tag says about its chat. */
export interface Settings {
  /** The script's own address: the relay and the rest of the widget live beside it. */
  src: string
  site: string
  title?: string | undefined
  locale?: string | undefined
  color?: string | undefined
}

export function readSettings(script: Pick<HTMLScriptElement, 'src' | 'dataset'>): Settings {
  const { site, title, locale, color } = script.dataset
  if (!site) throw new Error('Footbridge: the script tag needs a data-site')
  return { src: script.src, site, title, locale, color }
}
