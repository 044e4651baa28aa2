import { contents } from './contents.ts'
import type { Journey } from './journey.ts'
import { keyboard } from './keyboard.ts'
import { looks } from './looks.ts'
import { network } from './network.ts'
import { page } from './page.ts'
import { talk } from './talk.ts'

/** The first is the smoke test. */
export const journeys: readonly Journey[] = [...talk, ...contents, ...keyboard, ...network, ...page, ...looks]
