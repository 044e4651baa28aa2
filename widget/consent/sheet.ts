export const consentSheet = `
.ask{position:fixed;z-index:2147483646;inset:var(--inset);inset-block-end:calc(var(--y) + 76px);box-sizing:border-box;width:340px;
max-width:calc(100vw - 40px);max-height:calc(100dvh - 116px);overflow:auto;padding:20px;border-radius:20px;color-scheme:inherit;
background:light-dark(#fff,#1b1e24);color:light-dark(#16181d,#eef0f4);font:15px/1.5 system-ui,sans-serif;
box-shadow:0 0 0 1px light-dark(#dfe3ea,#3d4350),0 16px 48px #0004}
.ask:focus{outline:0}
.ask p{margin:0 0 16px;white-space:pre-wrap;overflow-wrap:anywhere}
.ask a{color:light-dark(#1d4ed8,#9db8ff)}
.ask .row{display:flex;flex-wrap:wrap;gap:8px}
.ask button{flex:1;min-height:44px;padding:8px 16px;border:1px solid light-dark(#848d9c,#7c8595);border-radius:12px;background:none;
color:inherit;font:inherit;font-weight:600;cursor:pointer}
.ask .yes{border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
.ask :focus-visible{outline:2px solid light-dark(#2456e6,#9db8ff);outline-offset:2px}
.fb:not(.open) .ask{display:none}
@media (max-height:300px){.ask{padding:12px;line-height:1.4}.ask p{margin-block-end:10px}.ask button{padding-inline:8px}}
`
