export const log = `
.middle{position:relative;flex:1;min-height:0;display:flex}
.log{overflow-anchor:none;touch-action:pan-y pinch-zoom;flex:1;min-width:0;overflow:hidden auto;overscroll-behavior:contain;padding-block:2px 8px;outline-offset:-2px}
.earlier{height:32px;padding-block-start:8px;text-align:center;font-size:13px;color:var(--soft)}
.rows{display:flow-root}
.empty{padding:40px;text-align:center}
.row{display:flex;flex-direction:column;align-items:flex-start;gap:4px;padding:3px 16px 0;position:relative;outline-offset:-2px}
.first{padding-block-start:14px}
.mine{align-items:flex-end}
.bubble{max-width:min(82%,300px);padding:9px 14px;border-radius:18px;background:var(--bubble)}
.text p{white-space:pre-wrap}
.text a{color:var(--link);text-decoration:underline}
.mine .bubble{background:var(--accent);color:var(--on-accent);border-end-end-radius:6px}
.mine a{color:inherit}
.theirs .bubble,.dots{border-end-start-radius:6px}
.mine:not(.first) .bubble{border-start-end-radius:6px}
.theirs:not(.first) .bubble{border-start-start-radius:6px}
.mark{font-size:12px;color:var(--soft);padding-inline:4px}
.note{align-self:center;text-align:center;font-size:13px;color:var(--soft);padding-block:4px}
.speaker{display:flex;align-items:center;gap:6px;padding:0}
.speaker .face{width:24px;height:24px;font-size:11px}
.writes{display:grid;gap:2px;justify-items:start;padding:2px 16px 10px}
.dots{display:flex;gap:4px;padding:13px 14px;border-radius:18px;background:var(--bubble)}
i{width:7px;height:7px;border-radius:50%;background:var(--soft);animation:beat 1.2s infinite}
i+i{animation-delay:.15s}
i+i+i{animation-delay:.3s}
@keyframes beat{0%,60%,to{opacity:.35}30%{opacity:1;transform:translateY(-2px)}}
`
