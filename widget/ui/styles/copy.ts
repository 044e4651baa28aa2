export const copying = `
.copy{position:absolute;inset-block-end:2px;inset-inline-end:8px;width:32px;height:32px;border-radius:50%;display:grid;place-items:center;
background:var(--bg);color:var(--soft);box-shadow:0 0 0 1px var(--line)}
.copy .icon{width:16px}
.mine .copy{inset-inline:8px auto}
`
