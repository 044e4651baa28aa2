// npm run bench -- [--rounds 3] [--seconds 5] [--only hop,footbridge] [--sockets 10000] [--quick] [--profile FOLDER]
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { endAll } from './children.ts'
import { filesAllowed } from './process.ts'
import { line, medians, type Rounds, table } from './report.ts'
import { type Measured, type Plan, playRound, results } from './round.ts'
import { type Contestant, contestants, firstSockets, idleSockets } from './setup.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', default: contestants.join(',') },
    /** Idle ones; 0 leaves their memory out. */
    sockets: { type: 'string', default: `${idleSockets}` },
    /** One short round, without the memory of idle sockets. */
    quick: { type: 'boolean', default: false },
    /** Where to put a CPU profile of each relay under load. */
    profile: { type: 'string' }
  }
})

const say = (words: string) => void process.stdout.write(`${words}\n`)

process.on('exit', endAll)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

const rounds = values.quick ? 1 : Number(values.rounds)
const only = contestants.filter(contestant => values.only.split(',').includes(contestant))
const plan: Plan = {
  seconds: values.quick ? 2 : Number(values.seconds),
  sockets: values.quick ? 0 : socketsPossible(Number(values.sockets)),
  flags: values.profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', values.profile]
}
const measured: Record<Contestant, (Measured | undefined)[]> = { hop: [], footbridge: [], socketio: [] }
const machine = { cores: cpus().length, cpu: cpus()[0]?.model, node: process.version, load: loadavg()[0] }

say(`${machine.cores} cores (${machine.cpu}), Node ${machine.node}, load before: ${machine.load?.toFixed(2)}`)
for (let round = 1; round <= rounds; round += 1) {
  say(`\nround ${round} of ${rounds}`)
  for (const contestant of only) measured[contestant].push(await play(contestant))
}
finish(measured)

/** A machine that is too busy may spoil a round; the others count all the same. */
async function play(contestant: Contestant): Promise<Measured | undefined> {
  try {
    const one = await playRound(contestant, plan)
    say(line(contestant, one))
    return one
  } catch (error) {
    say(`${contestant}: this round is void. ${String(error)}`)
    return undefined
  }
}

function finish(all: Rounds): void {
  say(
    `\n${table(all)}\n\nIn brackets: the median of the ratios to the same round's bare hop, which stores and checks nothing.`
  )
  const file = join(results, 'bench.json')
  writeFileSync(file, `${JSON.stringify({ machine, plan, medians: medians(all), rounds: all }, null, 2)}\n`)
  say(`Everything is in ${file}.`)
}

/** Each side of a socket is an open file; a few hundred more are needed for the rest. */
function socketsPossible(wanted: number): number {
  const possible = Math.min(wanted, filesAllowed() - firstSockets - 500)
  if (possible < wanted) say(`Only ${possible} idle sockets: ulimit -n allows ${filesAllowed()} files.`)
  return Math.max(0, possible)
}
