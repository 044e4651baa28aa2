/** What comes with the visitor's own files. */
export const attached = `
.write:has(.clip){flex-wrap:wrap;padding-inline-start:3px;position:relative}
.attach{display:contents}
.told,.attached{flex:1 0 100%;padding:8px 10px 4px}
.told{font-size:13px;color:var(--soft)}
.attached{display:grid;gap:4px;max-height:min(176px,30vh);overflow-y:auto}
.attached li{display:flex;align-items:center;min-height:44px;padding-inline-start:12px;border-radius:14px;background:var(--bubble);font-size:14px;line-height:1.3}
.attached p{flex:1;min-width:0;padding-block:6px}
.attached b{font-weight:600}
.attached small{font-size:12px;color:var(--soft)}
.attached .unfit{display:block;color:var(--bad)}
.attached .icon{width:16px}
.attached p .icon{vertical-align:-4px;color:var(--link)}
.attached .round:hover{background:var(--bg)}
progress{appearance:none;display:block;width:100%;height:6px;margin-block-start:4px;border-radius:3px;overflow:hidden;background:var(--line)}
::-webkit-progress-bar{background:none}
::-webkit-progress-value{background:var(--link)}
::-moz-progress-bar{background:var(--link)}
.clip:disabled{color:var(--soft)}
.drop-here{position:absolute;z-index:1;inset:0;display:grid;place-items:center;border-radius:26px;border:2px dashed var(--link);background:var(--bg);color:var(--link);
font-weight:600;pointer-events:none}
@media (forced-colors:active){.attached li,progress{border:1px solid}::-webkit-progress-value{forced-color-adjust:none;background:Highlight}}
`
