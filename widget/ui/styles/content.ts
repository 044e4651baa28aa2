export const content = `
.actions,.replies{display:flex;flex-wrap:wrap;gap:8px;max-inline-size:100%}
.row>.actions{margin-block-start:4px}
.replies{justify-content:flex-end;align-self:flex-end;padding-block:8px 4px}
.panel .tap,.panel .reply{display:inline-flex;align-items:center;justify-content:center;gap:6px;min-block-size:44px;max-inline-size:100%;padding:8px 16px;
border:1px solid var(--line);border-radius:14px;background:var(--bg);color:var(--link);font-weight:550;text-decoration:none;text-align:center;overflow-wrap:anywhere;transition:background .12s,border-color .12s}
.panel .reply{border-radius:22px;border-color:var(--link)}
.panel .tap:hover,.panel .reply:hover{background:var(--bubble)}
.panel .tap:disabled{color:var(--soft);background:var(--bubble);border-color:transparent;font-weight:400}
.tap .icon{inline-size:15px;block-size:15px}
.picture{display:block;border-radius:16px;overflow:hidden;max-inline-size:min(82%,300px);background:var(--bubble)}
.picture img{display:block;max-inline-size:100%;max-block-size:320px;min-block-size:40px}
.broken{display:block;padding:14px;color:var(--soft);font-size:13px}
.chip{display:inline-flex;align-items:center;gap:12px;max-inline-size:min(88%,300px);min-block-size:48px;border:1px solid var(--line);border-radius:14px;color:var(--fg);text-decoration:none;overflow-wrap:anywhere}
.panel .chip{padding:10px 16px 10px 14px}
a.chip:hover{background:var(--bubble)}
.chip .icon{color:var(--link);inline-size:24px;block-size:24px}
.chip b,.chip span span{display:block}
.chip b{font-weight:600}
.chip span span{font-size:13px;color:var(--soft)}
.panel .chip .go{color:var(--link)}
.chip.done,.chip.done .icon{color:var(--soft)}
.card{border:1px solid var(--line);border-radius:16px;overflow:hidden;background:var(--bg);display:flex;flex-direction:column}
.card img{display:block;inline-size:100%;aspect-ratio:16/9;object-fit:cover;background:var(--bubble)}
.panel .words{padding:12px 14px;font-size:14px;color:var(--soft);flex:1}
.panel .words .name{font-weight:600;font-size:15px;color:var(--fg)}
.card .words p{overflow-wrap:anywhere;white-space:pre-wrap}
.card .actions{flex-direction:column;gap:0}
.panel .card .tap{inline-size:100%;border:0;border-block-start:1px solid var(--line);border-radius:0}
.panel .card .tap:focus-visible{outline-offset:-3px}
.list{display:flex;flex-direction:column;gap:8px;inline-size:min(88%,300px)}
.carousel{align-self:stretch;margin-inline:-16px!important}
.carousel ul{display:flex;gap:10px;overflow-x:auto;scroll-snap-type:x mandatory;scroll-behavior:smooth;scrollbar-width:none;overscroll-behavior-x:contain;scroll-padding-inline:16px}
.panel .carousel ul{padding:4px 16px}
.panel .carousel ul:focus-visible{outline-offset:-2px}
.carousel .card{flex:0 0 222px;scroll-snap-align:start}
.turn{display:flex;justify-content:flex-end;gap:4px}
.panel .turn{padding-inline:12px}
.turn .round{color:var(--soft)}
.panel .turn .round:hover{background:var(--bubble)}
.form{display:flex;flex-direction:column;gap:12px;inline-size:min(92%,320px);border:1px solid var(--line);border-radius:16px}
.panel .form{padding:14px}
.field{display:flex;flex-direction:column;gap:5px}
.field label{font-size:13px;font-weight:600}
.panel .field input,.panel .field select{inline-size:100%;min-block-size:44px;padding:9px 12px;border:1px solid #8a93a3;border-radius:10px;background:var(--field);font-size:16px}
.panel .field input:focus-visible,.panel .field select:focus-visible{outline-offset:0;border-color:var(--ring)}
.panel .field [aria-invalid=true]{border-color:var(--bad)}
`
