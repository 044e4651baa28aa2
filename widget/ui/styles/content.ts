export const content = `
.actions{display:flex;flex-wrap:wrap;gap:8px}
.replies{align-self:flex-end;padding-block:8px 4px}
.replies .actions{justify-content:flex-end}
.tap{display:inline-flex;align-items:center;justify-content:center;gap:6px;min-height:44px;padding:8px 16px;border:1px solid var(--line);
border-radius:14px;color:var(--link);font-weight:600;text-decoration:none}
.replies .tap{border-radius:22px;border-color:var(--link)}
:is(.tap,a.chip):hover{background:var(--bubble)}
.tap:disabled{color:var(--soft);background:var(--bubble);font-weight:400}
a.tap::after{content:"↗"/""}
a.tap:dir(rtl)::after{content:"↖"/""}
.done::before{content:"✓"/""}
.picture{min-height:44px;border-radius:16px;overflow:hidden;max-width:min(82%,300px);background:var(--bubble);color:var(--soft)}
.picture img{display:block;max-width:100%;max-height:320px}
.chip{display:flex;align-items:center;gap:8px;max-width:min(88%,300px);min-height:44px;padding:10px 16px;border:1px solid var(--line);
border-radius:14px;text-decoration:none}
.chip .icon{color:var(--link)}
.chip b,small{display:block}
b{font-weight:600}
small{font-size:13px;color:var(--soft)}
.go{color:var(--link)}
.card,.form{border:1px solid var(--line);border-radius:16px;overflow:hidden;display:flex;flex-direction:column}
.card img{width:100%;aspect-ratio:16/9;object-fit:cover}
.words{padding:12px 14px;font-size:14px;color:var(--soft);flex:1;white-space:pre-wrap}
.name{font-weight:600;color:var(--fg)}
.card .actions{display:grid;gap:0}
.card .tap{border-width:1px 0 0;border-radius:0;outline-offset:-3px}
.list{display:grid;gap:8px;width:min(88%,300px)}
.carousel{align-self:stretch;margin-inline:-16px;display:flex;gap:10px;padding:4px 16px;overflow-x:auto;touch-action:pan-x pan-y pinch-zoom;scroll-snap-type:x mandatory;scroll-behavior:smooth;
scroll-padding-inline:16px;outline-offset:-2px}
.carousel .card{flex:0 0 222px;scroll-snap-align:start}
.form{gap:12px;width:min(92%,320px);padding:14px}
.field{display:grid;gap:5px}
label{font-size:13px;font-weight:600}
input,select{min-width:0;min-height:44px;padding:9px 12px;border:1px solid var(--edge);border-radius:10px;background:var(--field);font-size:16px}
[aria-invalid=true]{border-color:var(--bad)}
`
