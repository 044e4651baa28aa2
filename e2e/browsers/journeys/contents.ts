import { notices } from '../../actors/notices.ts'
import { keys } from '../driver.ts'
import { equals, eventually, type Visitor } from '../visitor.ts'
import { begins, type Journey } from './journey.ts'

const kinds = [
  ['cards', '.card', 'For busy sites. Nothing is lost on the way over.'],
  ['list', '.list .card', 'It comes before the second.'],
  ['buttons', '.tap', 'Our site'],
  ['terms', '.chip', 'Our terms'],
  ['map', '.chip', 'Sydney Harbour Bridge'],
  ['hologram', '.row.theirs', 'This would be a hologram, if you could see one.'],
  ['picture', '.opens img', '']
] as const

const breaches = (visitor: Visitor) => visitor.ask<string[]>('() => window.breaches')

/** Pictures have no words: this one was loaded and drawn. */
const isDrawn = `() => {
  const found = document.querySelector('footbridge-chat').shadowRoot.querySelector('.opens img')
  return found.naturalWidth > 0 && found.alt === 'A drawing of the word harbour'
}`

const answersOf = `() => [...document.querySelector('footbridge-chat').shadowRoot.querySelectorAll('.form input, .form select')]
  .map(field => [field.value, field.getAttribute('aria-invalid')])`

/** From its first field on, by keyboard. */
async function fillsIn(visitor: Visitor): Promise<void> {
  await visitor.says('form')
  await visitor.sees('.form [type=submit]')
  await visitor.presses('.form label', 'Your name')
  await visitor.types(`Ada${keys.tab}ada${keys.tab}Sa`)
  await eventually('the form to be filled in', async () => {
    const answers = await visitor.ask<string[][]>(answersOf)
    return answers.map(([value]) => value).join() === 'Ada,ada,Sales'
  })
}

export const contents: readonly Journey[] = [
  {
    name: 'a form with an error leads to it, and is sent once it is mended',
    async run(visitor, world) {
      await begins(visitor, world)
      await fillsIn(visitor)
      await visitor.presses('.form [type=submit]')
      await visitor.sees('.form .fault', notices.wrongEmail)
      equals((await visitor.focus())?.what.startsWith('input.'), true, 'the focus on the field at fault')
      equals(
        (await visitor.ask<string[][]>(answersOf)).map(([, invalid]) => invalid),
        ['false', 'true', 'false'],
        'what is marked as wrong'
      )
      await visitor.types('@example.com')
      await visitor.types(keys.enter)
      await visitor.sees('.done', notices.answered)
      await world.bot.hasHeard('form', 'Your name: Ada\nYour email: ada@example.com\nAbout: Sales')
    }
  },
  {
    name: 'under the strictest policy every kind of content is shown, and nothing breaches it',
    async run(visitor, world) {
      await begins(visitor, world, '/watched')
      for (const [word, selector, shown] of kinds) {
        await visitor.says(word)
        await visitor.sees(selector, shown)
      }
      await eventually('the picture to be drawn', () => visitor.ask<boolean>(isDrawn))
      await visitor.presses('.opens')
      await visitor.sees('.light[open]')
      await visitor.types(keys.escape)
      await visitor.doesNotSee('.light[open]')
      await visitor.says('**bold** and `code`')
      await visitor.sees('.row.theirs', 'You said: bold and code')
      equals(await breaches(visitor), [], 'what has breached the policy')
    }
  },
  {
    name: 'cards are gone through by keyboard, to the last one',
    async run(visitor, world) {
      await begins(visitor, world)
      await visitor.says('cards')
      await visitor.sees('.turns p', '1')
      await visitor.goes(keys.shift + keys.tab, 'ul.carousel')
      await visitor.types(keys.end)
      await visitor.sees('.turns p', '3')
    }
  },
  {
    name: 'a card is chosen by keyboard',
    async run(visitor, world) {
      await begins(visitor, world)
      await visitor.says('cards')
      await visitor.sees('.turns p', '1')
      // The row is one stop of Tab; Enter leads into it.
      await visitor.goes(keys.shift + keys.tab, 'li.row')
      await visitor.types(keys.enter)
      await visitor.goes(keys.tab, 'Choose Footpath')
      await visitor.types(keys.enter)
      await visitor.sees('.row.theirs', 'A good choice.')
      await visitor.hasSaid('cards', 'Choose Footpath')
    }
  }
]
