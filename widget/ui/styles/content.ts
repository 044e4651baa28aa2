/** What texts and quick replies need, and the place that is kept for a content until its part is there. */
export const content = `
.actions{display:flex;flex-wrap:wrap;gap:8px}
.replies{align-self:flex-end;padding-block:8px 4px}
.replies .actions{justify-content:flex-end}
.tap{display:inline-flex;align-items:center;justify-content:center;gap:6px;min-height:44px;padding:8px 16px;border:1px solid var(--line);
border-radius:14px;color:var(--link);font-weight:600;text-decoration:none}
.replies .tap{border-radius:22px;border-color:var(--link)}
.tap:hover{background:var(--bubble)}
.tap:disabled{color:var(--soft);background:var(--bubble);font-weight:400}
a.tap::after{content:"↗"/""}
a.tap:dir(rtl)::after{content:"↖"/""}
.soon{width:min(88%,300px);min-height:62px;border-radius:16px;background:var(--bubble)}
.soon:is(.image,.carousel){min-height:220px}
`
