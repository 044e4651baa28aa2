const ours = [
  'accent on-accent brand y inline bg fg line soft link ring bubble field edge bad view view-top',
  'color radius width height font z-index'
].flatMap(line => line.split(' '))

/** What is behind the chat, whatever else the page says. */
export const ground = 'html { background: #fff !important }'

/** The worst that a page's styles can say, short of what they say of the whole page, which the launcher is a part of. */
export const hostileSheet = `
* { letter-spacing: 3px; text-transform: uppercase }
div { font-size: 29px !important }
button { display: none !important }
input, textarea { font-size: 31px !important; color: red !important; border: 9px solid lime !important }
svg { display: none !important }
@keyframes show { from, to { opacity: 0; rotate: 20deg } }
@keyframes rise { from, to { opacity: 0; rotate: 20deg } }
@keyframes spin { from, to { opacity: 0.2; rotate: 20deg } }
@property --edge { syntax: '*'; inherits: true; initial-value: red }
:root {
  ${ours.map(name => `--${name}: 7px;`).join(' ')}
  color: red; font: italic 900 40px/3 cursive; text-align: end; text-indent: 3em; word-spacing: 9px; cursor: help;
  visibility: hidden; pointer-events: none; user-select: none; quotes: none; hyphens: auto; list-style: square;
  text-shadow: 2px 2px red; white-space: pre; word-break: break-all; writing-mode: horizontal-tb; caret-color: lime;
  accent-color: lime; scrollbar-color: red lime; color-scheme: dark; forced-color-adjust: none; fill: red; stroke: red;
}
:not(html, head, body) {
  all: revert !important; animation: spin 1s infinite !important; transition: all 9s !important; zoom: 1.4 !important;
  filter: blur(4px) invert(1) !important; opacity: 0.3 !important; visibility: hidden !important; position: static !important;
  display: none !important; transform: rotate(9deg) !important; contain: strict !important; clip-path: circle(3px) !important;
  mix-blend-mode: difference !important; box-sizing: content-box !important; margin: 50px !important; float: left !important;
  background: lime !important; outline: 9px solid red !important; color: red !important; font: 9px cursive !important;
  pointer-events: none !important; translate: 40px !important; scale: 2 !important; z-index: -1 !important;
  ${ours.map(name => `--${name}: 7px !important;`).join(' ')}
}
footbridge-chat, footbridge-chat * { display: none !important; all: unset !important; opacity: 0 !important }
footbridge-chat::before, :not(html, head, body)::before, :not(html, head, body)::after { content: 'theirs' !important; font-size: 60px !important }
:focus, :focus-visible { outline: 20px solid red !important }
::placeholder { color: lime !important }
`
