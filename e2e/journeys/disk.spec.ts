import { notices } from '../actors/notices.ts'
import { expect, test } from '../fixtures.ts'

test('[J32] a full disk: the visitor is told, the relay says so, and all heals by itself', async ({
  visitor,
  relay,
  bot,
  agent
}) => {
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('one')
  await relay.hasAFullDisk()
  await visitor.says('two')
  await visitor.seesAsNotSent('two', notices.notStored)
  await expect.poll(() => relay.answers('/readyz')).toBe(503)
  await relay.staysAlive(2_000)
  await relay.hasRoomAgain()
  await visitor.sees('You said: two')
  await expect.poll(() => relay.answers('/readyz')).toBe(200)
  await visitor.hasSaid('one', 'two')
  await bot.hasHeard('one', 'two')
  await agent.findsInTheLog('one', 'two')
})
