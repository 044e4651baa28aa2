/** What comes with the contents that are not words alone, and with the site's own forms. */
export const rich = `
.wide:disabled{background:var(--bubble);color:var(--soft)}
.done::before{content:"✓"/"";color:var(--link);font-weight:700}
.picture{min-height:44px;max-width:min(82%,300px);border-radius:16px;overflow:hidden;background:var(--bubble);color:var(--soft)}
.opens{display:block;max-width:100%;outline-offset:-3px;cursor:zoom-in}
.opens img{display:block;max-width:100%;height:auto;max-height:320px;object-fit:contain}
.opens img:not([width]){min-height:96px}
.asks{display:grid;place-content:center;justify-items:center;gap:2px;width:100%;min-height:120px;padding:16px;text-align:center;font-size:14px;
background:var(--bubble)}
.picture .asks{min-width:220px}
.asks span{color:var(--link);text-decoration:underline}
.broken{display:flex;align-items:center;gap:10px;padding:12px 16px;font-size:14px}
.card .broken{background:var(--bubble);color:var(--soft)}
.light{position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;padding:12px;display:none;color:#fff;background:#0e1014f2;
grid-template-rows:auto minmax(0,1fr) auto;justify-items:center;gap:12px;overscroll-behavior:contain}
@keyframes show{from{opacity:0}}
.light[open]{display:grid;animation:show .16s}
.light form{justify-self:end}
.light .round:hover{background:#fff3}
.light :focus-visible{outline-color:#fff}
.light img{max-width:100%;max-height:100%;object-fit:contain;align-self:center;border-radius:8px}
.light a{display:inline-block;padding:12px;text-decoration:underline}
.light::backdrop{background:#0008}
.chip{display:flex;align-items:center;gap:12px;max-width:min(88%,300px);min-height:44px;padding:10px 16px;border:1px solid var(--line);
border-radius:16px;text-decoration:none}
a.chip:hover{background:var(--bubble)}
.chip .icon{color:var(--link)}
.chip b,small{display:block}
b{font-weight:600}
small{font-size:13px;color:var(--soft)}
.go{color:var(--link)}
.card{overflow:hidden}
.card,.form{border:1px solid var(--line);border-radius:16px;display:flex;flex-direction:column}
.card img{width:100%;height:auto;aspect-ratio:16/9;object-fit:cover;background:var(--bubble)}
.words{padding:12px 14px;font-size:14px;color:var(--soft);flex:1;white-space:pre-wrap}
.name{font-weight:600;color:var(--fg)}
.card .actions{display:grid;gap:0}
.card .tap{border-width:1px 0 0;border-radius:0;outline-offset:-3px}
.list{display:grid;gap:8px;width:min(88%,300px)}
.cards{align-self:stretch;margin-inline:-16px}
.carousel{display:flex;gap:10px;padding:4px 16px;overflow-x:auto;touch-action:pan-x pan-y pinch-zoom;scroll-snap-type:x mandatory;
scroll-padding-inline:16px;scrollbar-width:none;outline-offset:-2px}
@media not (prefers-reduced-motion){.carousel{scroll-behavior:smooth}}
.carousel .card{flex:0 0 min(222px,82%);scroll-snap-align:start}
.turns{display:flex;align-items:center;justify-content:center;gap:4px;font-size:13px;color:var(--soft)}
.turns p{min-width:48px;text-align:center}
[aria-disabled=true]{opacity:.4;cursor:default}
:is(.i-back,.i-on):dir(rtl){transform:scaleX(-1)}
.form{gap:12px;width:min(92%,320px);padding:14px}
.field{display:grid;gap:5px}
label{font-size:13px;font-weight:600}
input,select,.more-words{min-width:0;min-height:44px;padding:9px 12px;border:1px solid var(--edge,#8a93a3);border-radius:10px;background:var(--field);font-size:16px}
select{appearance:none;width:100%;padding-inline-end:40px}
.select{position:relative;display:block}
.select .icon{position:absolute;inset-block:0;inset-inline-end:12px;margin-block:auto;pointer-events:none;color:var(--soft)}
:is(input,select,.more-words):focus-visible{outline-offset:-1px}
[aria-invalid=true]{border-color:var(--bad)}
.summary{padding:10px 12px;border:1px solid var(--bad);border-radius:10px}
.summary button{width:100%;min-height:28px;border-radius:8px;color:var(--link);text-decoration:underline;text-align:start}
.stars{display:flex;justify-content:center}
.stars label{cursor:pointer;border-radius:8px}
.stars label:has(:focus-visible){outline:2px solid var(--ring)}
.stars svg{display:block;width:44px;padding:6px;fill:none;stroke:var(--soft);stroke-width:1.5;stroke-linejoin:round}
.stars .lit{fill:#f5b301;stroke:#8a6400}
.stars:disabled label{opacity:.5;cursor:default}
@media (hover){.stars:enabled :is(label:has(~label:hover),label:hover) svg:not(.lit){stroke:#8a6400;fill:#f5b30166}}
.asking{max-height:70%;overflow-y:auto;display:grid;gap:10px}
.asking .form{width:auto;padding:0;border:0}
.composer:has(.after){max-height:70%;overflow-y:auto}
.after{display:grid;gap:10px;padding-block-end:12px;text-align:center}
.more-words{width:100%;max-height:88px;flex:none;text-align:start}
.more-words:focus-visible{outline:2px solid var(--ring)}
.after+.wide{border:1px solid var(--line);background:none;color:var(--link)}
.thanks{padding-block-end:12px;text-align:center;color:var(--soft)}
@media (pointer:coarse){.summary button{min-height:44px}}
@media (forced-colors:active){.stars svg{stroke:CanvasText}.stars .lit{fill:Highlight;stroke:Highlight;forced-color-adjust:none}}
`
