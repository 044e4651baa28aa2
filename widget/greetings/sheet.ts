export const greetingSheet = `
.teaser{position:fixed;z-index:2147483646;inset:var(--inset);inset-block-end:calc(var(--y) + 72px);display:flex;max-width:min(300px,100vw - 40px);
border-radius:16px;background:light-dark(#fff,#1b1e24);color:light-dark(#16181d,#eef0f4);font:15px/1.45 system-ui,sans-serif;
box-shadow:0 0 0 1px light-dark(#dfe3ea,#3d4350),0 8px 24px #0003}
.open .teaser,.teaser:empty{display:none}
.teaser button{all:unset;box-sizing:border-box;padding-block:14px;padding-inline:16px 0;border-radius:16px;cursor:pointer;overflow-wrap:anywhere}
.teaser .away{flex:none;width:44px;height:44px;padding:0;text-align:center;font-size:20px}
.teaser :focus-visible{outline:2px solid light-dark(#2456e6,#9db8ff);outline-offset:-2px}
@media (forced-colors:active){.teaser{border:1px solid}}
`
