import { type KeyGroup, keys } from '../state/keys.ts'
import { words } from '../words/en.ts'
import { Choice, Dialog } from './dialog.tsx'
import type { Shown } from './pages.tsx'

const groups: readonly KeyGroup[] = ['everywhere', 'list', 'conversation', 'writing']

/** Every shortcut there is, from the table that the shortcuts are run by. */
export function Keys({ desk, deeds, pages }: Shown) {
  const says = words.sheets
  const leave = () => deeds.ask(undefined)
  const on = desk.choices.value.keys
  return (
    <Dialog title={says.keys.title} close={leave} wide>
      {!on && <p class="hint">{says.keys.off}</p>}
      <div class="groups">
        {groups.map(group => (
          <section key={group}>
            <h3>{words.keys.groups[group]}</h3>
            <dl>
              {keys
                .filter(key => key.in === group)
                .map(({ does, label }) => (
                  <div key={does}>
                    <dt>{words.keys[does]}</dt>
                    <dd>
                      {label.map(name => (
                        <kbd key={name}>{name}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        {pages.value.is === 'there' && pages.value.keys()}
      </div>
      <Choice label={says.settings.keys} value={on} choose={value => deeds.choose({ keys: value })} />
      <div class="ends">
        <button type="button" class="main" onClick={leave} autofocus>
          {says.done}
        </button>
      </div>
    </Dialog>
  )
}
