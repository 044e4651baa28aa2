type Shown = string | number

type Gaps<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Gaps<Rest> : never
type All<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer Both) => void
  ? Both
  : never
type Fill<Name extends string> = [Name] extends [All<Name>] ? Shown : Readonly<Record<Name, Shown>>

/** What is made of a text: itself, or what fills its gaps. One gap takes its value, several take theirs by name. */
export type Spoken<Text> = Text extends string
  ? [Gaps<Text>] extends [never]
    ? string
    : (value: Fill<Gaps<Text>>) => string
  : { readonly [Key in keyof Text]: Spoken<Text[Key]> }

type Gap<Name> = Name extends string ? `${string}{${Name}}${string}` : never

/** The same texts in another language: none missing, none more, each with the same gaps. */
export type Translated<Text> = Text extends string
  ? [Gaps<Text>] extends [never]
    ? string
    : All<Gap<Gaps<Text>>>
  : { readonly [Key in keyof Text]: Translated<Text[Key]> }

/** A site's own words, by the names of those they stand for: `why.tooLong`. */
export type Texts = Readonly<Record<string, unknown>>

interface Tree {
  readonly [key: string]: string | Tree
}

/** The order in which a text's forms stand, divided by `|`: those of these that its language has. */
const forms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const

/**
 * Texts made ready to be used: a text with a `{gap}` becomes a function. A number chooses among the forms of its text,
 * and is written as the language writes it. What a site says in its own words stands in place of ours.
 */
export function speak<const Said extends Tree>(said: Said, locale: string, own: Texts = {}): Spoken<Said> {
  const rules = new Intl.PluralRules(locale)
  const { pluralCategories } = rules.resolvedOptions()
  const known = forms.filter(form => pluralCategories.includes(form))

  function choose(text: string, count: unknown): string {
    const all = text.split('|')
    const form = typeof count === 'number' ? known.indexOf(rules.select(count)) : 0
    return all[form] ?? all.at(-1) ?? ''
  }

  function fill(text: string, given: Shown | Readonly<Record<string, Shown>>): string {
    const named = typeof given === 'object'
    return choose(text, named ? given['count'] : given).replace(/\{(\w+)\}/g, (gap, name: string) => {
      const shown = named ? Object.hasOwn(given, name) && given[name] : given
      return typeof shown === 'number' ? shown.toLocaleString(locale) : String(shown === false ? gap : shown)
    })
  }

  const walk = (tree: Tree, path: string): object =>
    Object.fromEntries(Object.entries(tree).map(([key, word]) => [key, wordOf(word, path + key)]))

  function wordOf(word: string | Tree, path: string): unknown {
    if (typeof word !== 'string') return walk(word, `${path}.`)
    const theirs = Object.hasOwn(own, path) && own[path]
    const text = typeof theirs === 'string' && theirs.trim() ? theirs : word
    // Ours says whether there is something to fill in; theirs may leave it out.
    return word.includes('{') ? (value: Shown | Record<string, Shown>) => fill(text, value) : text
  }

  // A tree of the same keys, each of them spoken: what the type says, and the compiler cannot follow.
  return walk(said, '') as Spoken<Said>
}
