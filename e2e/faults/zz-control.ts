import { buildRelay } from './build.ts'
import { zeros } from './report.ts'
import { run } from './run.ts'
import { small } from './sizes.ts'

const main = await buildRelay('control')
const t = performance.now()
const r = await run({ ...small, main, seed: '2' })
console.log(zeros(r.findings))
for (const f of r.facts) console.log(f.join(': '))
console.log(performance.now() - t)
process.exit()
