export const base = `
.fb{--bubble:#f0f2f6;--line:#dfe3ea;--soft:#5b6472;--field:#fff;--shadow:0 2px 6px #10182814,0 16px 48px #10182833;--link:#1d4ed8}
@media (prefers-color-scheme:dark){.fb{--bubble:#2a2e37;--line:#363b46;--soft:#a9b1bf;--field:#22262e;--bad:#ff8a80;
--shadow:0 0 0 1px #363b46,0 16px 48px #000a;--link:#9db8ff}.badge{color:#16181d}}
.panel,.panel *{margin:0;padding:0}
.panel h2,.panel p,.panel button,.panel input,.panel select,.panel textarea{font:inherit;color:inherit;letter-spacing:inherit}
.panel ol,.panel ul{list-style:none}
.panel button{border:0;background:none;cursor:pointer;touch-action:manipulation;-webkit-tap-highlight-color:transparent}
.panel button:disabled{cursor:default}
.panel :focus{outline:none}
.panel :focus-visible{outline:2px solid var(--ring);outline-offset:2px}
.panel [hidden],.panel[hidden]{display:none}
.hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.icon{inline-size:20px;block-size:20px;flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.round{inline-size:44px;block-size:44px;border-radius:50%;display:grid;place-items:center;flex:none}
.panel .plain{min-block-size:32px;padding-inline:6px;border-radius:8px;color:var(--link);font-weight:500;text-decoration:underline;text-underline-offset:2px}
.panel .wide{inline-size:100%;min-block-size:44px;padding:10px 16px;border-radius:12px;background:var(--accent);color:var(--on-accent);font-weight:600}
.panel .wide:hover{filter:brightness(1.08)}
.panel .wide:disabled{opacity:.5;filter:none}
`
