// `all: initial` on the host is not enough: a page's `div { … !important }` would still be inherited, so the host
// says `!important` itself, has no box nor any before or after it, and a wrapper inside begins anew. What goes on top of the site's colour is white as long as
// that stands out by 4.5 to 1 (up to a luminance of 0.1833, the Y of XYZ), else black. The pictures are clip paths of
// one square: a bubble here, and a chevron (with the styles of the panel) when that is
// open. Forced colours keep it in the colour of the button's text.
export const launcherSheet = `
:host{all:initial!important;display:contents!important}
.fb{all:initial;position:absolute;--on-accent:color(from var(--accent) xyz calc((.1833 - y)*1e6) calc((.1833 - y)*1e6) calc((.1833 - y)*1e6))}
[hidden],:host::before,:host::after{display:none!important}
.launcher{position:fixed;z-index:var(--footbridge-z-index,2147483647);inset:var(--inset);display:flex;gap:8px;max-width:272px;
padding:16px;border:0;border-radius:30px;cursor:pointer;background:var(--accent);color:var(--on-accent);font:600 15px/28px system-ui;
box-shadow:0 4px 20px #0005}
.launcher::before{content:"";min-width:28px;height:28px;background:currentColor;forced-color-adjust:none;
clip-path:path("M14 3c7 0 12 4 12 10s-5 10-12 10l-9 3 1-5C-2 12 5 3 14 3z")}
@media print{.fb{display:none}}
`
