import { expect, test } from '../fixtures.ts'

const traps = [
  '<script>document.title = "caught"</script>',
  '<img src=x onerror="document.title = \'caught\'">',
  'javascript:document.title="caught"',
  '[click me](javascript:document.title="caught")',
  '<a href="data:text/html,<script>parent.document.title=1</script>">here</a>'
]

test('[J27] markup and scripts are words, whoever says them, and run nothing', async ({
  visitor,
  inspector,
  bot
}) => {
  await visitor.beginsAChat()
  for (const trap of traps) {
    await visitor.says(trap)
    await visitor.seesAsSent(trap)
    await visitor.sees(`You said: ${trap}`)
    await bot.says(trap)
    await visitor.hasJustSeen(trap)
    expect(await inspector.links()).toEqual([])
  }
  await expect(visitor.page).toHaveTitle('The shop')
})

test('[J30] links go only where links may go, and tell the other side nothing', async ({
  visitor,
  inspector,
  bot
}) => {
  await visitor.beginsAChat()
  await bot.says({
    type: 'text',
    text: 'Read https://example.com/a?b=c, or http://example.com/d (ftp://example.com is old).',
    actions: [
      { type: 'link', text: 'Good', uri: 'https://example.com/good' },
      { type: 'link', text: 'Bad', uri: 'javascript:document.title="caught"' },
      { type: 'webview', text: 'Worse', uri: 'data:text/html,hello' },
      { type: 'link', text: 'Telephone', uri: 'tel:+61000000000' }
    ]
  })
  await bot.says({
    type: 'file',
    mediaUrl: 'javascript:alert(1)',
    altText: 'A file',
    text: 'A file of sorts'
  })
  await bot.says({
    type: 'image',
    mediaUrl: 'data:image/svg+xml,<svg/>',
    altText: 'x',
    text: 'An image of sorts'
  })
  await visitor.sees('An image of sorts')
  expect((await inspector.links()).map(({ href }) => href)).toEqual([
    'https://example.com/a?b=c',
    'http://example.com/d',
    'https://example.com/good',
    'tel:+61000000000'
  ])
  for (const { rel, target } of await inspector.links()) {
    expect(rel.split(' ')).toEqual(expect.arrayContaining(['noopener', 'noreferrer']))
    expect(target).toBe('_blank')
  }
  await visitor.cannotPress('Bad')
  await visitor.cannotPress('Worse')
  await expect(visitor.page).toHaveTitle('The shop')
})
