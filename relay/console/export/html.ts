import { createHash } from 'node:crypto'
import type { About } from './gather.ts'
import { type Line, linesOf } from './lines.ts'
import { type Html, html } from './markup.ts'

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}
h2{font-size:1.1rem;margin-top:2.5rem;overflow-wrap:anywhere}
ol{list-style:none;padding:0}
li{margin:1rem 0}
p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
small{color:#55555f}`

/** The page's own style, and nothing else. */
export const policyOf = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** A readable transcript, for a browser or a printer: words only, whatever somebody said. */
export function toHtml(about: About): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf}">
<meta name="viewport" content="width=device-width">
<title>What is kept of a visitor</title>
<style>${html.trusted(style)}</style>
</head>
<body>
<h1>What is kept of a visitor</h1>
<p>Exported <time>${new Date(about.exportedAt).toISOString()}</time></p>
${Object.entries(about.named).map(([key, value]) => html`<p dir="auto">${key}: ${value}</p>\n`)}
${about.conversations.map(conversationOf)}
</body>
</html>
`
  return page.text
}

const conversationOf = (
  one: About['conversations'][number]
): Html => html`<h2>Conversation ${one.id}, ${one.site}</h2>
<ol>
${linesOf(one).map(lineOf)}</ol>
`

const lineOf = ({ at, who, name, text }: Line): Html =>
  html`<li><small><time>${at}</time> ${who} <bdi>${name}</bdi></small><p dir="auto">${text}</p></li>\n`
