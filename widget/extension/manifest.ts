/** What a browser is told of the extension. It may act on the tab in front when its button is pressed, and nothing else. */
export const manifest = (version: string) => ({
  manifest_version: 3,
  name: 'Footbridge preview',
  version,
  description: 'Shows a site’s chat on the page in front of you, before it is installed there.',
  minimum_chrome_version: '111',
  permissions: ['activeTab', 'scripting'],
  action: { default_popup: 'popup.html', default_title: 'Preview the chat on this page' },
  icons: Object.fromEntries(iconSizes.map(size => [size, `icon-${size}.png`]))
})

export const iconSizes = [16, 32, 48, 128] as const
