// `all: initial` on the host is not enough: a page's `div { … !important }` would still be inherited, so the host
// says `!important` itself and a wrapper inside begins anew.
export const launcherSheet = `
:host{all:initial!important;display:block!important;position:absolute!important;inset:0 auto auto 0!important}
@media print{:host{display:none!important}}
.fb{all:initial;display:block;--accent:#2456e6;--on-accent:#fff;--ring:#2456e6;--bg:#fff;--fg:#16181d;
font:15px/1.45 system-ui,sans-serif;color:var(--fg)}
@media (prefers-color-scheme:dark){.fb{--ring:#9db8ff;--bg:#1b1e24;--fg:#eef0f4}}
.launcher,.status{all:unset;box-sizing:border-box;position:fixed;z-index:2147483647;inset-block-end:20px;inset-inline-end:20px;
box-shadow:0 1px 3px #0003,0 8px 24px #0003}
.launcher{width:60px;height:60px;border-radius:50%;cursor:pointer;background:var(--accent);color:var(--on-accent);
display:grid;place-items:center;transition:transform .16s}
.launcher:hover{transform:translateY(-2px)}
.launcher:focus-visible{outline:3px solid var(--ring);outline-offset:3px}
.launcher svg{grid-area:1/1;width:28px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;
stroke-linejoin:round}
.down,.open .talk{opacity:0}
.open .down{opacity:1}
.status{inset-block-end:96px;max-width:260px;padding:12px 16px;border-radius:14px;background:var(--bg)}
.status:empty{all:unset}
.badge:empty{display:none}
@media (prefers-reduced-motion){.launcher{transition:none}}
`
