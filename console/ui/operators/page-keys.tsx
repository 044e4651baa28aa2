import { pageKeys } from '../../state/operators/keys.ts'
import { operatorWords } from '../../words/operators.ts'

const says = operatorWords.keys

/** Operators' part of the list of shortcuts. */
export const PageKeys = () => (
  <section>
    <h3>{says.title}</h3>
    <dl>
      {pageKeys.map(({ does, key }) => (
        <div key={does}>
          <dt>{says[does]}</dt>
          <dd>
            <kbd>{key.toUpperCase()}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  </section>
)
