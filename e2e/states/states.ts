import { contents } from './contents.ts'
import { withFiles } from './files.ts'
import { outside } from './outside.ts'
import { Stage } from './stage.ts'
import { opened, type State, talk } from './state.ts'

const handover = async (stage: Stage) => {
  await stage.botSays('Hello! How can I help?')
  await stage.logs({ kind: 'handover' })
}
const taken = async (stage: Stage) => {
  await handover(stage)
  await stage.logs({ kind: 'taken', name: 'Grace Hopper' })
  await stage.logs({
    kind: 'message',
    by: 'agent',
    name: 'Grace Hopper',
    content: { kind: 'text', text: 'Good morning, this is Grace.' }
  })
  await stage.panel.getByText('this is Grace').last().waitFor()
}
const closed = async (stage: Stage) => {
  await taken(stage)
  await stage.logs({ kind: 'closed' })
  await stage.panel.getByText('This conversation is closed.').last().waitFor()
}

const plain: State[] = [
  opened('within the page', stage => stage.botSays('Hello! How can I help?'), { target: '#help' }),
  opened('within the page, as all of it', stage => stage.botSays('Hello! How can I help?'), {
    target: 'body'
  }),
  opened('open and empty', async () => {}),
  opened('a greeting of the site', async () => {}, { site: { greeting: 'Ask us anything.' } }),
  opened('one message', stage => stage.botSays('Hello! How can I help?')),
  opened('fifty messages', stage => talk(stage, 50)),
  opened('scrolled up', async stage => {
    await talk(stage, 50)
    await stage.panel.locator('.log').evaluate(log => log.scrollTo({ top: 0 }))
    await stage.panel.locator('.latest').waitFor()
  }),
  opened('long words', stage => stage.botSays('Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4))),
  opened('a long message', stage => stage.botSays('A sentence that goes on. '.repeat(80))),
  opened('a long message, unfolded', async stage => {
    await stage.botSays('A sentence that goes on. '.repeat(80))
    await stage.panel.getByRole('button', { name: 'Show more' }).click()
    await stage.panel.getByRole('button', { name: 'Show less' }).waitFor()
  }),
  opened('other scripts', stage => stage.botSays('مرحبا بالعالم Hello 你好 שלום 😀')),
  opened('markup', stage =>
    stage.botSays('Some **bold**, *slanted* and `code`:\n\n- one\n- two\n\n1. first\n2. second')
  ),
  opened('said', async stage => {
    await stage.botSays('Hello! How can I help?')
    await stage.visitorSays('I have a question.')
    await stage.panel.getByText('Sent').last().waitFor()
  }),
  opened('being sent', async stage => {
    stage.answers = false
    await stage.visitorSays('I have a question.')
    await stage.panel.getByText('Sending').last().waitFor()
  }),
  opened('written, not sent', stage => stage.panel.getByRole('textbox').fill('A draft')),
  opened('nearly too long', stage => stage.panel.getByRole('textbox').fill('x'.repeat(480))),
  opened('too long', stage => stage.panel.getByRole('textbox').fill('x'.repeat(520))),
  opened('refused', async stage => {
    stage.refuses = 'tooLong'
    await stage.visitorSays('I have a question.')
    await stage.panel.getByText('too long').last().waitFor()
  }),
  opened('not delivered', async stage => {
    await stage.logs(
      { kind: 'message', by: 'visitor', id: 'visitor-1', content: { kind: 'text', text: 'Hello?' } },
      { kind: 'undelivered', of: 2 }
    )
    await stage.panel.getByText('Not delivered').last().waitFor()
  }),
  opened('the bot is typing', async stage => {
    stage.tells({ type: 'typing', by: 'bot', state: 'start' })
    await stage.panel.locator('.dots').waitFor()
  }),
  opened('offline', async stage => {
    await stage.botSays('Hello! How can I help?')
    await stage.cuts()
    await stage.panel.locator('.banner p').waitFor()
  }),
  opened('offline, with a message waiting', async stage => {
    await stage.cuts()
    await stage.visitorSays('Can you hear me?')
    await stage.panel.getByText('Waiting to be sent').last().waitFor()
  }),
  {
    name: 'said a day ago, and not sent',
    async enter(page) {
      await page.clock.install()
      const stage = new Stage(page)
      await stage.opens()
      await stage.cuts()
      await stage.visitorSays('Can you hear me?')
      await stage.panel.getByText('Waiting to be sent').last().waitFor()
      await stage.comesBackAfter(25)
      await stage.panel.getByRole('button', { name: 'Remove' }).waitFor()
    }
  },
  opened('unread below', async stage => {
    await talk(stage, 50)
    await stage.panel.locator('.log').evaluate(log => log.scrollTo({ top: 0 }))
    await stage.panel.locator('.latest').waitFor()
    await stage.logs({ kind: 'message', by: 'bot', content: { kind: 'text', text: 'Still there?' } })
    await stage.panel.locator('.pill').waitFor()
  }),
  opened('pointed at', async stage => {
    await stage.botSays('Hello! How can I help?')
    await stage.panel.locator('.log').focus()
    await stage.page.keyboard.press('ArrowUp')
    await stage.panel.locator('.copy').waitFor()
  }),
  opened('copied', async stage => {
    await stage.page.context().grantPermissions(['clipboard-write'])
    await stage.botSays('Hello! How can I help?')
    await stage.panel.locator('.log').focus()
    await stage.page.keyboard.press('ArrowUp')
    await stage.panel.getByRole('button', { name: 'Copy' }).click()
    await stage.panel.locator('.copy path[d^="M5 12"]').waitFor()
  }),
  opened(
    'a conversation that is being fetched to be taken along',
    async stage => {
      await stage.botSays('Hello! How can I help?')
      await stage.panel.getByRole('button', { name: 'More' }).click()
      await stage.panel.getByRole('button', { name: 'Download conversation' }).click()
      await stage.panel.getByRole('alertdialog').waitFor()
    },
    { after: 40 }
  ),
  opened(
    'more of the log is being fetched',
    async stage => {
      await talk(stage, 50)
      await stage.panel.locator('.log').evaluate(log => log.scrollTo({ top: 0 }))
      await stage.panel.getByText('Loading earlier messages').waitFor()
    },
    { after: 40 }
  ),
  opened(
    'start over?',
    async stage => {
      await stage.botSays('Hello! How can I help?')
      await stage.panel.getByRole('button', { name: 'More' }).click()
      await stage.panel.getByRole('button', { name: 'Start over' }).click()
      await stage.panel.getByRole('alertdialog').waitFor()
    },
    { can: { close: true } }
  ),
  opened('stopped for good', async stage => {
    stage.tells({ type: 'bye', reason: 'site' })
    await stage.panel.locator('.banner p').waitFor()
  }),
  opened('a person is asked for', handover),
  opened('with an agent', taken),
  opened('the agent is typing', async stage => {
    await taken(stage)
    stage.tells({ type: 'typing', by: 'agent', state: 'start' })
    await stage.panel.locator('.dots').waitFor()
  }),
  opened('handed back', async stage => {
    await taken(stage)
    await stage.logs({ kind: 'handback', why: 'agent' })
  }),
  opened('nobody was there', async stage => {
    await handover(stage)
    await stage.logs({ kind: 'handback', why: 'nobody' })
  }),
  opened('over', closed),
  opened('a word of the platform', async stage => {
    await stage.logs({ kind: 'message', by: 'system', content: { kind: 'text', text: 'Kim has joined.' } })
    await stage.panel.getByText('Kim has joined.').last().waitFor()
  }),
  opened('a form with faults', async stage => {
    await stage.shows(contents.form)
    await stage.panel.getByRole('button', { name: 'Submit' }).click()
    await stage.panel.locator('[aria-invalid=true]').first().waitFor()
  }),
  opened('a form that was sent', async stage => {
    await stage.shows(contents.form)
    await stage.logs({
      kind: 'message',
      by: 'visitor',
      id: 'visitor-2',
      of: 2,
      content: { kind: 'text', text: 'Your name: Ada' }
    })
    await stage.panel.getByText('Your name: Ada').last().waitFor()
  })
]

const kinds = Object.entries(contents).map(([name, content]) =>
  opened(`content: ${name}`, async stage => {
    await stage.shows(content)
    await stage.panel
      .getByText(content.text ?? '')
      .first()
      .waitFor()
  })
)

/** What launcher and panel can show, one by one. */
export const states: readonly State[] = [...outside, ...plain, ...kinds, ...withFiles]
