import { guarded, on } from './guard.ts'

// Against the panel and its bubbles: 3 to 1 for what is only seen, 4.5 to 1 for what is read.
const tones = `--accent:${guarded(0.295, 0.145)};--on-accent:${on('--accent')};--link:${guarded(0.155, 0.305)};--ring:var(--link)`

/** What every part starts from. The reset weighs nothing, so that one class is always enough to say otherwise. */
export const base = `
.fb{color-scheme:light dark;font:15px/1.45 system-ui,sans-serif;color:var(--fg);--ring:var(--accent);--bg:light-dark(#fff,#1b1e24);--fg:light-dark(#16181d,#eef0f4)}
.fb>*{--brand:var(--accent)}
.panel{${tones};--bubble:light-dark(#f0f2f6,#2a2e37);--line:light-dark(#dfe3ea,#3d4350);--soft:light-dark(#5b6472,#a9b1bf);
--field:light-dark(#fff,#22262e);--edge:light-dark(#848d9c,#7c8595);--bad:light-dark(#c4281c,#ff8a80)}
:where(.panel *){box-sizing:border-box;margin:0;padding:0;font:inherit;color:inherit;border:0;background:none;list-style:none;
overflow-wrap:anywhere}
:where(button:not(:disabled)){cursor:pointer;touch-action:manipulation}
:where(.panel :focus-visible){outline:2px solid var(--ring);outline-offset:2px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.icon{width:20px;flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.i-more{stroke-width:3}
.round{width:44px;height:44px;border-radius:50%;display:grid;place-items:center;flex:none}
.round:hover{background:var(--bubble)}
.wide{width:100%;min-height:44px;padding:8px 16px;border-radius:12px;background:var(--accent);color:var(--on-accent);font-weight:600}
.fault{color:var(--bad);font-size:13px}
.badge{position:absolute;inset-block-start:-4px;inset-inline-end:-4px;min-width:10px;padding-inline:6px;border-radius:11px;
background:#c4281c;color:#fff;font:600 12px/22px system-ui,sans-serif;text-align:center}
.open .launcher{font-size:0;gap:0}
.open .launcher::before{clip-path:path("M5 11l2-2 7 7 7-7 2 2-9 9z")}
`
