import { parse, YAMLParseError } from 'yaml'

type Env = Readonly<Record<string, string | undefined>>
type Path = readonly (string | number)[]

// Marks that may stand anywhere in YAML, also unquoted inside { }, where a bare ${NAME} may not.
const open = '\uE000'
const close = '\uE001'

/** YAML with `${NAME}` taken from `env`, wherever a text may stand. Problems are lines `path: what`. */
export function parseYaml(text: string, env: Env): { value: unknown; problems: string[] } {
  const problems: string[] = []
  const marked = text.replace(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, `${open}$1${close}`)
  try {
    // A warning would quote the line it is about.
    return { value: substitute(parse(marked, { logLevel: 'error' }), env, [], problems), problems }
  } catch (error) {
    return { value: undefined, problems: [wordsOf(error)] }
  }
}

/** What is wrong, and where: the rest of the message quotes the line, and there may be a secret in it. */
function wordsOf(error: unknown): string {
  const [words = ''] = error instanceof Error ? error.message.split(/:| at line /) : []
  const [at] = (error instanceof YAMLParseError && error.linePos) || []
  return at ? `line ${at.line}, column ${at.col}: ${words}` : `not YAML: ${words}`
}

export function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text ? `${text}.${String(key)}` : String(key)
  }, '')
}

function substitute(value: unknown, env: Env, path: Path, problems: string[]): unknown {
  if (Array.isArray(value)) return value.map((item, i) => substitute(item, env, [...path, i], problems))
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, substitute(item, env, [...path, key], problems)])
    )
  }
  if (typeof value !== 'string') return value
  return value.replace(/\uE000(\w+)\uE001/g, (_, name: string) => {
    const found = env[name]
    if (!found) problems.push(`${pathOf(path)}: the environment variable ${name} is not set`)
    return found ?? 'a-value-that-is-missing-in-the-environment'
  })
}
