interface HeadsProps {
  names: readonly string[]
  /** Of these the columns are numbers. */
  figures?: ReadonlySet<string>
}

/** What a table's columns are called. */
export const Heads = ({ names, figures }: HeadsProps) => (
  <thead>
    <tr>
      {names.map(name => (
        <th key={name} scope="col" class={figures?.has(name) ? 'figure' : ''}>
          {name}
        </th>
      ))}
    </tr>
  </thead>
)
