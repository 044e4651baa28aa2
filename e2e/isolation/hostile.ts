// The root takes no part in the transitions: while it is in one, Chromium draws all that lies on the page a shade differently.
/** What themes and resets do to everything that they can reach, and what is aimed at the widget; none of it paints the page. */
export const hostileSheets: Readonly<Record<string, string>> = {
  'on every element': `
* { letter-spacing: 3px; text-transform: uppercase }
div { font-size: 29px !important }
button { display: none !important }
input, textarea { font-size: 31px !important; color: red !important; border: 9px solid lime !important }
svg { display: none !important }`,
  'on every element, for certain': `
* { letter-spacing: 3px !important; word-spacing: 9px !important; text-transform: uppercase !important; text-indent: 2em !important;
  text-align: right !important; line-height: 3 !important; white-space: pre !important; font: italic 900 29px/2 monospace !important;
  color: red !important; text-shadow: 2px 2px lime !important; cursor: wait !important; list-style: square !important;
  box-sizing: content-box !important; writing-mode: vertical-rl !important; text-orientation: upright !important;
  -webkit-text-stroke: 2px red !important; -webkit-text-fill-color: red !important; accent-color: red !important;
  caret-color: red !important; scrollbar-color: red lime !important; scrollbar-width: none !important; hyphens: auto !important;
  font-variant: small-caps !important; font-stretch: condensed !important; tab-size: 1 !important; quotes: none !important;
  user-select: none !important; pointer-events: none !important; visibility: hidden !important; text-wrap: nowrap !important;
  border-collapse: collapse !important; overflow-wrap: normal !important; word-break: break-all !important;
  image-rendering: pixelated !important; text-rendering: geometricPrecision !important; stroke: red !important;
  stroke-width: 9px !important; fill: lime !important; font-kerning: none !important; zoom: 1 !important }
body, body *, footbridge-chat { transition: all 9s !important }`,
  'on the root': `
html { font-size: 40px; color: red; direction: ltr; writing-mode: horizontal-tb; line-height: 4; letter-spacing: 5px; cursor: wait;
  text-align: right; text-transform: uppercase; visibility: hidden; pointer-events: none; font-family: monospace;
  font-style: italic; font-weight: 900; quotes: none; text-shadow: 2px 2px red; word-spacing: 1em; display: flex; gap: 90px;
  align-items: center; justify-content: center; scroll-behavior: smooth; text-size-adjust: 200%; overflow-wrap: anywhere }
::selection { background: red; color: lime }
::placeholder { color: red !important; opacity: 0.2 !important }
::backdrop { background: lime !important }
::-webkit-scrollbar { width: 40px !important; background: red !important }
:focus, :focus-visible { outline: 20px solid red !important }
body { transform: rotate(9deg); filter: blur(4px); contain: strict; opacity: 0.5; overflow: hidden; perspective: 9px; zoom: 3 }`,
  'on the widget': `
footbridge-chat, footbridge-chat:not(#a#b#c), html > :not(head, body) { all: unset !important; display: block !important; position: static !important;
  width: 9px !important; height: 9px !important; overflow: hidden !important; opacity: 0.1 !important; visibility: hidden !important;
  transform: rotate(9deg) !important; filter: invert(1) !important; zoom: 2 !important; contain: strict !important;
  clip-path: circle(1px) !important; mix-blend-mode: difference !important; z-index: -1 !important; font-size: 60px !important;
  direction: rtl !important; unicode-bidi: bidi-override !important; writing-mode: vertical-rl !important; content-visibility: hidden !important;
  color-scheme: dark !important; color: red !important; will-change: transform !important; isolation: isolate !important;
  animation: hostile 1s infinite !important }
footbridge-chat::part(panel), footbridge-chat::before, footbridge-chat::after { content: 'hostile' !important; background: red !important }
footbridge-chat section, footbridge-chat button, .fb, .panel, .launcher, .bubble, .row, .composer { display: none !important }
@keyframes hostile { to { transform: rotate(180deg); display: none } }
@keyframes rise { to { transform: rotate(180deg) } }
@keyframes show { to { transform: rotate(180deg) } }`
}

/** Every name that the widget's own sheets use is something else on the page. */
export const renamed = (names: readonly string[]): string =>
  `* { ${names.map(name => `${name}: 7px hostile !important`).join('; ')} }`
