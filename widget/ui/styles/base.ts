/** What every part starts from. The reset weighs nothing, so that one class is always enough to say otherwise. */
export const base = `
.fb{color-scheme:light dark;--bg:#fff;--fg:#16181d;--ring:#2456e6;font:15px/1.45 system-ui,sans-serif;color:var(--fg);--bubble:#f0f2f6;--line:#dfe3ea;--soft:#5b6472;--field:#fff;--link:#1d4ed8;--bad:#c4281c}
@media (prefers-color-scheme:dark){.fb{--ring:#9db8ff;--bg:#1b1e24;--fg:#eef0f4;--bubble:#2a2e37;--line:#363b46;--soft:#a9b1bf;--field:#22262e;--link:#9db8ff;--bad:#ff8a80}}
:where(.panel *){box-sizing:border-box;margin:0;padding:0;font:inherit;color:inherit;border:0;background:none;list-style:none;
overflow-wrap:anywhere}
:where(button:not(:disabled)){cursor:pointer}
:where(.panel :focus){outline:0}
:where(.panel :focus-visible){outline:2px solid var(--ring);outline-offset:2px}
[hidden]{display:none!important}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.icon{width:20px;flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.round{width:44px;height:44px;border-radius:50%;display:grid;place-items:center;flex:none}
.round:hover{background:var(--bubble)}
.plain{min-height:32px;padding-inline:6px;border-radius:8px;color:var(--link);text-decoration:underline}
.wide{width:100%;min-height:44px;padding:8px 16px;border-radius:12px;background:var(--accent);color:var(--on-accent);font-weight:600}
.fault{color:var(--bad);font-size:13px}
.badge{position:absolute;inset-block-start:-4px;inset-inline-end:-4px;min-width:22px;padding-inline:6px;border-radius:11px;
background:#c4281c;color:#fff;font:600 12px/22px system-ui,sans-serif;text-align:center;box-sizing:border-box}
`
