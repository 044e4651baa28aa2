/** What most visits see only after a while: a copy, a failure, a long text, somebody who is waited for. */
export const later = `
.plain{min-height:32px;padding-inline:6px;border-radius:8px;color:var(--link);text-decoration:underline}
.copy{position:absolute;inset-block-end:2px;inset-inline-end:8px;width:32px;height:32px;border-radius:50%;display:grid;place-items:center;
background:var(--bg);color:var(--soft);box-shadow:0 0 0 1px var(--line)}
.copy .icon{width:16px}
.mine .copy{inset-inline:8px auto}
.face img{width:100%;height:100%;object-fit:cover}
.aside{display:flex;flex-wrap:wrap;align-items:center;justify-content:center;gap:2px 8px;padding:6px 16px;font-size:13px;text-align:center;color:var(--soft);border-block-end:1px solid var(--line)}
.more{min-height:28px;padding:0;color:inherit;font-weight:600}
.bad{color:var(--bad);display:flex;flex-wrap:wrap;justify-content:flex-end;align-items:center}
.latest,.latest:hover{position:absolute;inset-block-end:10px;inset-inline:0;margin-inline:auto;background:var(--bg);box-shadow:0 0 0 1px var(--line),0 4px 14px #0003}
.pill{display:flex;gap:6px;align-items:center;width:fit-content;padding-inline:14px 18px;border-radius:22px;font-weight:600}
.note{text-wrap:balance}
.bad .plain:last-child{padding-inline-end:0}
.empty{display:grid;gap:6px}
.empty p+p{font-size:13px;color:var(--soft)}
@media (pointer:coarse){.copy{width:44px;height:44px}:is(.plain,.more){min-height:44px}.bad .plain{min-width:44px}}
`
