export const log = `
.middle{position:relative;flex:1;min-block-size:0;display:flex}
.log{flex:1;min-inline-size:0;overflow-y:auto;overflow-x:hidden;overscroll-behavior:contain;padding:16px 16px 8px;scrollbar-width:thin;scrollbar-color:var(--line) transparent}
.panel .log:focus-visible{outline-offset:-2px}
.log>.plain{display:block;margin:0 auto 12px}
.log .empty{padding:40px 24px;text-align:center;color:var(--soft)}
.row{display:flex;flex-direction:column;align-items:flex-start;gap:4px;margin-block-start:3px;content-visibility:auto;contain-intrinsic-size:auto 44px}
.row.first{margin-block-start:14px}
.row.mine{align-items:flex-end}
.bubble{max-inline-size:min(82%,300px);padding:9px 14px;border-radius:18px;background:var(--bubble);overflow-wrap:anywhere;animation:pop .16s ease}
@keyframes pop{from{opacity:0;transform:translateY(4px)}}
.text{white-space:pre-wrap}
.text a{color:var(--link);text-underline-offset:2px}
.mine .bubble{background:var(--accent);color:var(--on-accent);border-end-end-radius:6px}
.mine .text a{color:inherit}
.theirs .bubble{border-end-start-radius:6px}
.mine:not(.first) .bubble{border-start-end-radius:6px}
.theirs:not(.first) .bubble{border-start-start-radius:6px}
.panel .by,.panel .mark{font-size:12px;color:var(--soft);padding-inline:4px}
.panel .by{font-weight:600}
.panel .mark.bad{color:var(--bad);display:flex;flex-wrap:wrap;justify-content:flex-end;align-items:center;gap:0 6px}
.panel .note,.panel .day{align-self:center;text-align:center;font-size:13px;color:var(--soft);padding:4px 20px;max-inline-size:100%;text-wrap:balance}
.panel .day{font-weight:600;font-size:12px;margin-block:8px}
.row.note{margin-block:14px 4px}
.latest{position:absolute;inset-block-end:10px;inset-inline:0;margin-inline:auto!important;background:var(--bg)!important;color:var(--fg);box-shadow:0 1px 4px #0003,0 4px 14px #0002;border:1px solid var(--line)!important}
.dots{display:inline-flex;gap:4px;margin:2px 16px 10px;padding:13px 14px;border-radius:18px;border-end-start-radius:6px;background:var(--bubble)}
.panel .dots{margin:2px 16px 10px;padding:13px 14px}
.dots i{inline-size:7px;block-size:7px;border-radius:50%;background:var(--soft);animation:beat 1.2s infinite}
.dots i:nth-child(2){animation-delay:.15s}
.dots i:nth-child(3){animation-delay:.3s}
@keyframes beat{0%,60%,100%{opacity:.35}30%{opacity:1;transform:translateY(-2px)}}
`
