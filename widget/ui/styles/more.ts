/** What comes with the menu and all that lies over the conversation. */
export const more = `
@keyframes show{from{opacity:0}}
.menu-place{position:relative}
.panel{container-type:size}
.menu{position:absolute;z-index:2;inset-block-start:calc(100% + 4px);inset-inline-end:0;width:max-content;min-width:200px;max-width:300px;max-height:calc(100cqh - 72px);overflow-y:auto;padding:6px;
border-radius:14px;background:var(--bg);box-shadow:0 0 0 1px var(--line),0 10px 32px #0003;animation:show .12s}
.menu button{display:flex;align-items:center;justify-content:space-between;gap:12px;width:100%;min-height:44px;padding:8px 14px;border-radius:10px;text-align:start}
.menu button:is(:hover,:focus-visible){background:var(--bubble)}
.menu :is(li:not(.beyond)+.beyond,li+.for-good){margin-block-start:6px;padding-block-start:6px;border-block-start:1px solid var(--line)}
.for-good{color:var(--bad)}
.switch{flex:none;width:34px;padding:3px;border-radius:10px;background:var(--edge)}
.switch::after{content:"";display:block;width:14px;height:14px;border-radius:50%;background:var(--bg)}
[aria-pressed=true] .switch{background:var(--accent)}
[aria-pressed=true] .switch::after{margin-inline-start:14px}
.over{position:absolute;z-index:1;inset:0;display:flex;flex-direction:column;outline-offset:-2px;background:var(--bg);animation:show .16s}
.alertdialog{background:#0006;justify-content:flex-end}
.question{display:grid;gap:12px;margin:12px;padding:18px;overflow-y:auto;border-radius:18px;background:var(--bg);color:var(--soft);font-size:14px;
box-shadow:0 0 0 1px var(--line),0 8px 28px #0003}
.question .name{font-size:16px;font-weight:600;color:var(--fg)}
.choices{display:flex;flex-wrap:wrap;gap:8px}
.choices>*{flex:1 1 120px;padding-inline:10px;border-radius:12px}
.grave{background:#c4281c;color:#fff}
.bar{display:flex;align-items:center;gap:4px;padding:4px 8px;border-block-end:1px solid var(--line)}
.pasts{overflow-y:auto;padding:8px}
.pasts button{display:grid;gap:2px;width:100%;min-height:56px;padding:8px 12px;border-radius:12px;text-align:start}
.pasts button:hover{background:var(--bubble)}
.pasts b{font-weight:600;font-size:14px}
.pasts span{font-size:14px;color:var(--soft);display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.note-row{align-items:center}
.over .earlier{width:100%;height:44px;padding:0;text-decoration:underline}
.bar .icon:dir(rtl){transform:scaleX(-1)}
@media (max-height:300px) and (pointer:fine){.menu button{min-height:36px;padding-block:4px}}
@media (forced-colors:active){.menu,.question{border:1px solid}.switch{border:1px solid;padding:2px}
.switch::after{forced-color-adjust:none;background:CanvasText}[aria-pressed=true] .switch::after{background:Highlight}}
`
