import { z } from 'zod'
import { receipts } from './ask.ts'
import { byeFrame } from './bye.ts'
import { entries } from './entries.ts'
import { welcome } from './hello.ts'
import { olderEntries } from './older.ts'
import { pastList } from './past.ts'
import { pong } from './ping.ts'
import { refused, said } from './say.ts'
import { typingBy } from './typing.ts'

/** All that the relay may say to a widget. */
export const down = z.discriminatedUnion('type', [
  welcome,
  entries,
  olderEntries,
  pastList,
  said,
  refused,
  receipts,
  typingBy,
  pong,
  byeFrame
])
export type Down = z.infer<typeof down>
