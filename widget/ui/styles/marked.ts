export const marked = `
.marked{display:grid;gap:8px;min-width:0}
.text :is(ul,ol){display:grid;gap:4px;padding-inline-start:22px}
.text li{list-style:disc}
.text ol>li{list-style:decimal}
.text strong{font-weight:700}
.text em{font-style:italic}
.text code{font:13px/1.5 ui-monospace,monospace}
.text :not(pre)>code{padding:1px 4px;border-radius:5px;background:color-mix(in srgb,currentColor 12%,#0000)}
.text pre{padding:10px 12px;border-radius:10px;overflow-x:auto;white-space:pre;background:color-mix(in srgb,currentColor 8%,#0000)}
`
