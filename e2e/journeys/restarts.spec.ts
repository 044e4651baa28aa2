import { test } from '../fixtures.ts'

test('[J5] the relay is killed in the middle of a conversation: nothing is lost, nothing doubled', async ({
  visitor,
  relay,
  bot,
  agent
}) => {
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('one')
  await visitor.says('two')
  await relay.dies()
  await visitor.says('three')
  await visitor.seesAsWaiting('three')
  await relay.isStartedAgain()
  await visitor.sees('You said: three')
  await visitor.hasSaid('one', 'two', 'three')
  await visitor.wasTold('You said: one', 'You said: two', 'You said: three')
  await bot.hasHeard('one', 'two', 'three')
  await agent.findsInTheLog('one', 'two', 'three')
})

test('[J6] the relay is restarted in good order: everybody comes back and goes on', async ({
  visitor,
  relay,
  agent
}) => {
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('one')
  await relay.isStopped()
  await visitor.says('two')
  await relay.isStartedAgain()
  await visitor.sees('You said: two')
  await visitor.hasSaid('one', 'two')
  await agent.findsInTheLog('one', 'two')
})

test('[J7] the relay dies while the bot is about to speak: the bot is heard all the same', async ({
  visitor,
  relay,
  bot
}) => {
  await visitor.beginsAChat()
  await bot.saysTheNextThingLate(1_000)
  await visitor.says('one')
  await visitor.seesAsSent('one')
  await relay.dies()
  await relay.isStartedAgain()
  await visitor.sees('You said: one')
  await visitor.wasTold('You said: one')
})
