// Completes package-lock.json: `npm run lock`. A mirror that lacks some platform's optional package makes npm leave it out of
// the lock file, and `npm ci` then refuses that file everywhere. What is missing is added by name, version and platform;
// on a machine of that platform npm fetches it as usual.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, '../package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))

const CPUS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64']
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']

/** `@scope/binding-linux-arm64-musl` names its system, its processor and its C library. */
function platformOf(name) {
  const words = name.split(/[/-]/)
  const libc = /musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : null
  const os = SYSTEMS.find((system) => words.includes(system))
  const cpu = CPUS.find((processor) => words.includes(processor))
  if (os === undefined || cpu === undefined) throw new Error(`${name} does not name its platform`)
  return { os: [os], cpu: [cpu], ...(os === 'linux' && libc !== null ? { libc: [libc] } : {}) }
}

const missing = Object.values(lock.packages).flatMap((entry) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => lock.packages[`node_modules/${name}`] === undefined)
    .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
)
for (const { name, version, dev } of missing) {
  if (!/^\d/.test(version)) continue // a range belongs to a plain optional package, which npm itself has to resolve
  lock.packages[`node_modules/${name}`] = {
    version,
    ...(dev ? { dev } : {}),
    optional: true,
    ...platformOf(name),
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${missing.length} optional packages of other platforms were added to the lock file`)
