import { read } from './tree.ts'

interface Manifest {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

interface Locked extends Manifest {
  optionalDependencies?: Record<string, string>
}

const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/

/** npm installs from a lock file without the packages of other machines; `npm ci` then stops there. */
export function check(root: string): string[] {
  const manifest = JSON.parse(read(root, 'package.json')) as Manifest
  const lock = JSON.parse(read(root, 'package-lock.json')) as { packages: Record<string, Locked> }
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  const own = { ...lock.packages['']?.dependencies, ...lock.packages['']?.devDependencies }
  const loose = wanted.filter(([, version]) => !exact.test(version))
  const stale = wanted.filter(([name, version]) => own[name] !== version)
  return [
    ...loose.map(([name, version]) => `package.json: ${name} is ${version}; write one exact version`),
    ...stale.map(([name]) => `package-lock.json does not know this ${name}; run npm install`),
    ...incomplete(lock.packages)
  ]
}

function incomplete(packages: Record<string, Locked>): string[] {
  const have = new Set(Object.keys(packages).map(path => path.split('node_modules/').at(-1)))
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(name => !have.has(name))
      .map(name => `package-lock.json misses ${name}, an optional part of ${path}; choose a complete version`)
  )
}
