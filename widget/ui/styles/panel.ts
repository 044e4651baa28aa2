export const panel = `
.panel{position:fixed;z-index:var(--footbridge-z-index,2147483646);inset:var(--inset);inset-block-end:calc(76px + var(--y));
width:var(--footbridge-width,392px);max-width:calc(100vw - 40px);height:min(var(--footbridge-height,680px),100dvh - 96px - var(--y));
display:flex;flex-direction:column;overflow:hidden;border-radius:var(--footbridge-radius,20px);background:var(--bg);color:var(--fg);
font-family:var(--footbridge-font,inherit);touch-action:pinch-zoom;
box-shadow:0 0 0 1px var(--line),0 20px 56px #0003;animation:rise .24s ease-out}
@keyframes rise{from{opacity:0;transform:translateY(16px)scale(.96)}}
.header{display:flex;align-items:center;gap:12px;padding:14px;padding-inline:16px 8px;border-block-end:1px solid var(--line)}
.face{width:40px;height:40px;border-radius:50%;display:grid;place-items:center;background:var(--accent);color:var(--on-accent);
font-weight:600;text-transform:uppercase;overflow:hidden;flex:none}
.stage{position:relative;flex:1;min-height:0}
.body{height:100%;display:flex;flex-direction:column}
.left{align-self:center}
.names{flex:1;min-width:0;display:grid;justify-items:start}
.names *{max-width:100%}
.title{font-size:16px;font-weight:600;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.who{color:var(--soft);font-size:13px}
.shut{display:none;margin-inline-start:-8px}
.banner p{padding:8px 16px;background:var(--bubble);font-size:13px;text-align:center}
.composer{padding:12px 16px max(14px,env(safe-area-inset-bottom));border-block-start:1px solid var(--line)}
.composer .fault:not(:empty){padding:0 12px 8px}
.write{display:flex;align-items:flex-end;gap:4px;padding:3px;padding-inline-start:14px;border:1px solid var(--edge);border-radius:26px;
background:var(--field)}
.write:focus-within{border-color:var(--ring);box-shadow:0 0 0 1px var(--ring)}
textarea{flex:1;min-width:0;max-height:132px;padding-block:11px;resize:none;field-sizing:content;font-size:16px;
line-height:22px;outline:0;touch-action:pan-y pinch-zoom}
::placeholder{color:var(--soft);opacity:1}
.send,.send:hover{background:var(--accent);color:var(--on-accent)}
.send:disabled{background:var(--bubble);color:var(--soft)}
.i-send:dir(rtl){transform:scaleX(-1)}
@media (max-width:480px),(max-height:480px){.panel.panel{inset:var(--view-top,0) 0 auto;width:auto;max-width:none;height:var(--view,100dvh);
border-radius:0;padding:env(safe-area-inset-top) env(safe-area-inset-right) 0 env(safe-area-inset-left)}
.shut{display:grid}.open .launcher{display:none}}
@media (max-height:300px){.header,.composer{padding-block:4px}.face{width:32px;height:32px}}
@media (prefers-reduced-motion){.panel,.panel *{animation:none!important}}
@media (forced-colors:active){.panel,.bubble,.launcher,.face,.round,.wide,.badge,.dots{border:1px solid}.write:focus-within{outline:2px solid}
i{forced-color-adjust:none;background:CanvasText}:disabled{color:GrayText}}
.inline,.inline>:first-child{position:relative;display:block;height:100%}
.inline .panel.panel{position:absolute;inset:0;width:auto;max-width:none;height:auto;padding:0;border-radius:0;box-shadow:none}
.inline .shut{display:none}
`
