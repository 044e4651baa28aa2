import { z } from 'zod'
import { ask, erase, pageNow, rate } from './ask.ts'
import { seen } from './entries.ts'
import { file } from './file.ts'
import { hello } from './hello.ts'
import { older } from './older.ts'
import { past } from './past.ts'
import { ping } from './ping.ts'
import { postback } from './postback.ts'
import { say } from './say.ts'
import { typing } from './typing.ts'

/** All that a widget may say to the relay. */
export const up = z.discriminatedUnion('type', [
  hello,
  say,
  file,
  postback,
  ask,
  rate,
  erase,
  pageNow,
  older,
  past,
  seen,
  typing,
  ping
])
export type Up = z.infer<typeof up>
