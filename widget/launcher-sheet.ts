// `all: initial` on the host is not enough: a page's `div { … !important }` would still be inherited, so the host
// says `!important` itself and a wrapper inside begins anew.
export const launcherSheet = `
:host{all:initial!important;display:block!important;position:absolute!important;inset:0 auto auto 0!important;visibility:visible!important}
@media print{:host{display:none!important}}
.fb{all:initial;display:block;
--accent:#2456e6;--on-accent:#fff;--ring:#2456e6;--ring-gap:#fff;--bad:#c4281c;--bg:#fff;--fg:#16181d;
font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--fg);
-webkit-font-smoothing:antialiased;-webkit-text-size-adjust:100%}
.fb *,.fb :before,.fb :after{box-sizing:border-box}
.launcher{all:unset;box-sizing:border-box;position:fixed;z-index:2147483647;
inset-block-end:max(20px,env(safe-area-inset-bottom));inset-inline-end:20px;
inline-size:60px;block-size:60px;border-radius:50%;cursor:pointer;
background:var(--accent);color:var(--on-accent);display:grid;place-items:center;
box-shadow:0 1px 3px #0003,0 8px 24px #0003;transition:transform .16s ease,box-shadow .16s ease;
-webkit-tap-highlight-color:transparent;touch-action:manipulation}
.launcher:hover{transform:translateY(-2px);box-shadow:0 2px 4px #0003,0 12px 28px #0004}
.launcher:active{transform:none}
.launcher:focus-visible{outline:3px solid var(--ring);outline-offset:3px;box-shadow:0 0 0 3px var(--ring-gap)}
.launcher svg{grid-area:1/1;inline-size:28px;block-size:28px;fill:none;stroke:currentColor;stroke-width:2;
stroke-linecap:round;stroke-linejoin:round;transition:opacity .16s,transform .16s}
.down,.open .talk{opacity:0;transform:scale(.6)}
.open .down{opacity:1;transform:none}
.badge:empty,.status:empty{display:none}
.badge{position:absolute;inset-block-start:-4px;inset-inline-end:-4px;min-inline-size:22px;block-size:22px;
padding-inline:6px;border-radius:11px;background:var(--bad);color:#fff;font-size:12px;font-weight:600;line-height:22px;
text-align:center;box-shadow:0 0 0 2px var(--ring-gap)}
.status{position:fixed;z-index:2147483647;inset-block-end:96px;inset-inline-end:20px;max-inline-size:260px;
padding:12px 16px;border-radius:14px;background:var(--bg);color:var(--fg);box-shadow:0 1px 3px #0003,0 8px 24px #0003}
@media (prefers-color-scheme:dark){.fb{--ring:#9db4ff;--ring-gap:#16181d;--bg:#1b1e24;--fg:#eef0f4}}
@media (prefers-reduced-motion:reduce){.launcher,.launcher svg{transition:none}.launcher:hover{transform:none}}
@media (forced-colors:active){.launcher{border:2px solid ButtonText}}
@media (max-width:480px){.open .launcher{display:none}}
`
