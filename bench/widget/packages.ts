import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The files of a package as it was published, and nothing that it depends on. */
interface Package {
  name: string
  version: string
  integrity: string
}

/** What the others are made of. Their versions, and the sha512 of each, so that the comparison stays the same. */
const packages: readonly Package[] = [
  {
    name: 'deep-chat',
    version: '2.4.2',
    integrity: 'wQNd6Z6HDoH7OMeoQKpmxDm9XdWrRjMkBJ2yl5tsYND9Dz2UCv/BdGVM8vK2V0mhO1u+OniHYPWDGvjlNxjCeQ=='
  },
  {
    name: '@n8n/chat',
    version: '1.37.0',
    integrity: 'V1EQxDp/+rW6o/5OZgbwDfgPJXG8Jrn3TIdq7Z/26QTP90Uo3g2gv8CMnaQcphdTQVR+K06X34DOCRHXa8Tqnw=='
  },
  {
    name: 'react-chatbotify',
    version: '2.5.0',
    integrity: 'NN7Tpv/JU0vrrt68KaRvJRWRP5NjuTYd630f5tTAVEdt82r3x7xSos08eL6HkTqzhRmQ0a1iAZtgVoNhkvvFJw=='
  },
  {
    name: 'react',
    version: '18.3.1',
    integrity: 'wS+hAgJShR0KhEvPJArfuPVN1+Hz1t0Y6n5jLrGQbkb4urgPE/0Rve+1kMB1v/oWgHgm4WIcV+i7F2pTVj+2iQ=='
  },
  {
    name: 'react-dom',
    version: '18.3.1',
    integrity: '5m4nQKp+rZRb09LNH59GM4BxTh9251/ylbKIbpe7TpGxfJ+9kv6BLkLBXIjjspbgbnIBNqlI23tRnTWT0snUIw=='
  },
  {
    name: 'scheduler',
    version: '0.23.2',
    integrity: 'UOShsPwz7NrMUqhR6t0hWjFduvOzbtv7toDH1/hIrfRNIDBnnBWd0CwJTGvTpngVlmwGCdP9/Zl/tVrDqcuYzQ=='
  }
]

/** Fetches what is not there yet into `folder/node_modules`. Throws when a package is not the one that is meant. */
export async function fetchPackages(folder: string): Promise<void> {
  for (const one of packages) await fetchPackage(folder, one)
}

async function fetchPackage(folder: string, { name, version, integrity }: Package): Promise<void> {
  const place = join(folder, 'node_modules', name)
  if (existsSync(join(place, `of-${version}`))) return
  const scratch = join(folder, 'scratch')
  await rm(scratch, { recursive: true, force: true })
  await mkdir(scratch, { recursive: true })
  const { stdout } = await run('npm', [
    'pack',
    `${name}@${version}`,
    '--silent',
    '--pack-destination',
    scratch
  ])
  const file = join(scratch, stdout.trim().split('\n').at(-1) ?? '')
  const found = createHash('sha512')
    .update(await readFile(file))
    .digest('base64')
  if (found !== integrity) throw new Error(`${name} ${version} is another file than was meant: ${found}`)
  await run('tar', ['-xzf', file, '-C', scratch])
  await rm(place, { recursive: true, force: true })
  await mkdir(join(place, '..'), { recursive: true })
  await rename(join(scratch, 'package'), place)
  await mkdir(join(place, `of-${version}`))
  await rm(scratch, { recursive: true, force: true })
}
