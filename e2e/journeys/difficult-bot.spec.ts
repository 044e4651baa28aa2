import { test } from '../fixtures.ts'

test('[J11] the bot answers 500 for a while: it hears everything once it is well', async ({
  visitor,
  bot
}) => {
  await visitor.beginsAChat()
  await bot.willAnswer({ status: 500 }, 3)
  await visitor.says('one')
  await visitor.says('two')
  await visitor.sees('You said: two')
  await visitor.hasSaid('one', 'two')
  await bot.hasHeard('one', 'two')
})

test('[J12] the bot asks for patience with 429, and gets it', async ({ visitor, bot }) => {
  await visitor.beginsAChat()
  await bot.willAnswer({ status: 429, retryAfter: 1 }, 1)
  await visitor.says('one')
  await visitor.seesAsSent('one')
  await visitor.sees('You said: one')
  await bot.hasHeard('one')
})

test('[J13] the bot is late: the visitor goes on meanwhile, and the order is kept', async ({
  visitor,
  bot
}) => {
  await visitor.beginsAChat()
  await bot.saysTheNextThingLate(2_000)
  await visitor.says('one')
  await visitor.says('two')
  await visitor.seesAsSent('two')
  await visitor.sees('You said: two')
  await visitor.wasTold('You said: one', 'You said: two')
})

test('[J14] the bot says the same thing twice: it is shown once', async ({ visitor, bot }) => {
  await visitor.beginsAChat()
  await bot.saysTheNextThingTwice()
  await visitor.saysAndIsAnswered('one')
  await visitor.saysAndIsAnswered('two')
  await bot.missesAnAcknowledgement()
  await visitor.saysAndIsAnswered('three')
  await visitor.saysAndIsAnswered('four')
  const answers = ['one', 'two', 'three', 'four'].map(text => `You said: ${text}`)
  await visitor.wasTold(...answers)
})

test('[J15] the bot takes a message and breaks off before it says so: it does not hear it twice', async ({
  visitor,
  bot
}) => {
  await visitor.beginsAChat()
  await bot.willAnswer({ resetAfterWork: true }, 1)
  await visitor.saysAndIsAnswered('one')
  await visitor.saysAndIsAnswered('two')
  await visitor.wasTold('You said: one', 'You said: two')
  await bot.hasHeard('one', 'two')
})
