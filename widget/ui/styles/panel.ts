export const panel = `
.panel{position:fixed;z-index:2147483646;inset-block-end:96px;inset-inline-end:20px;
inline-size:392px;max-inline-size:calc(100vw - 40px);block-size:min(680px,calc(100dvh - 116px));
display:flex;flex-direction:column;overflow:hidden;border-radius:20px;background:var(--bg);color:var(--fg);
box-shadow:var(--shadow);animation:rise .2s cubic-bezier(.2,.8,.3,1)}
@keyframes rise{from{opacity:0;transform:translateY(12px)}}
.header{display:flex;align-items:center;gap:12px;padding:14px 16px;border-block-end:1px solid var(--line)}
.face{inline-size:40px;block-size:40px;flex:none;border-radius:50%;display:grid;place-items:center;
background:var(--accent);color:var(--on-accent);font-weight:600;font-size:17px;text-transform:uppercase}
.face .icon{inline-size:22px;block-size:22px}
.names{flex:1;min-inline-size:0}
.panel .title{font-size:16px;font-weight:650;line-height:1.3;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.panel .who{color:var(--soft);font-size:13px;line-height:1.3;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.shut{display:none}
.banner p{padding:8px 16px;background:#fff5d6;color:#5c4300;font-size:13px;text-align:center;animation:show .3s .5s both}
.banner.stopped p{background:#fde8e6;color:#8a1c13}
@keyframes show{from{opacity:0}}
.ended,.composer{padding:12px 16px max(14px,env(safe-area-inset-bottom));border-block-start:1px solid var(--line)}
.write{display:flex;align-items:flex-end;gap:4px;padding:3px;padding-inline-start:14px;border:1px solid var(--line);border-radius:26px;background:var(--field);
transition:border-color .12s}
.write:focus-within{border-color:var(--ring);box-shadow:0 0 0 1px var(--ring)}
.panel textarea{flex:1;min-inline-size:0;max-block-size:132px;min-block-size:44px;padding-block:11px;border:0;background:none;resize:none;
field-sizing:content;font-size:16px;line-height:22px;scrollbar-width:thin}
.panel textarea:focus-visible{outline:none}
.panel ::placeholder{color:var(--soft);opacity:1}
.panel .send{background:var(--accent);color:var(--on-accent);transition:opacity .12s,background .12s}
.panel .send:disabled{background:var(--bubble);color:var(--soft)}
.send .icon{fill:currentColor;stroke-width:1.5}
[dir=rtl] .send .icon,[dir=rtl] .turn .icon{transform:scaleX(-1)}
.panel .fault{color:var(--bad);font-size:13px}
.composer .fault{padding:0 12px 8px}
@media (prefers-color-scheme:dark){.banner p{background:#3d3210;color:#ffe7a0}.banner.stopped p{background:#4a1d19;color:#ffd2cd}}
@media (prefers-reduced-motion:reduce){.panel,.panel *{animation:none!important;transition:none!important;scroll-behavior:auto!important}}
@media (forced-colors:active){.panel,.bubble,.card,.chip,.form,.write{border:1px solid CanvasText}}
@media (max-width:480px){.panel{inset:0;inline-size:auto;max-inline-size:none;block-size:100dvh;border-radius:0;
padding-block-start:env(safe-area-inset-top)}.panel .shut{display:grid}}
@media (max-height:480px){.panel{inset-block:0;block-size:100dvh;border-radius:0}.panel .shut{display:grid}.open .launcher{display:none}}
`
