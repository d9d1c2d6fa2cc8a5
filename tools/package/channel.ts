import { createHash, createPrivateKey, sign } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { type Channel, CHANNEL, type Package, SIGNATURE } from '../../cli/update/channel.ts'

/** What `corex update` installs, and the system that it is for. */
const SYSTEMS: Readonly<Record<string, string>> = { deb: 'linux', rpm: 'linux', msi: 'win32', pkg: 'darwin' }

const kindOf = (file: string): string => extname(file).slice(1)

/** By electron-builder's own patterns: what has no other word is for x64. */
const archOf = (file: string): string => (/arm64|aarch64/.test(file) ? 'arm64' : 'x64')

/** The packages of a version in a folder; with `since` (milliseconds of the epoch) those alone that were made from then on. */
const packagesIn = (folder: string, version: string, since: number): string[] =>
  readdirSync(folder)
    .filter((file) => kindOf(file) in SYSTEMS && file.includes(version))
    .map((file) => join(folder, file))
    .filter((path) => statSync(path).mtimeMs >= since)
    .toSorted()

async function describe(path: string): Promise<Package> {
  const hash = createHash('sha512')
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) hash.update(part)
  const file = basename(path)
  const kind = kindOf(file)
  const facts = { kind, file, system: SYSTEMS[kind] ?? '', arch: archOf(file) }
  return { ...facts, bytes: statSync(path).size, sha512: hash.digest('hex') }
}

/**
 * Writes what a channel needs beside its packages: channel.json, and with a private key (PEM, Ed25519) its signature. Without one an earlier signature goes,
 * because it belongs to another text. Answers what came of it, in words.
 */
export async function writeChannel(
  folder: string,
  version: string,
  keyFile: string | undefined,
  since = 0,
): Promise<string> {
  const packages = await Promise.all(packagesIn(folder, version, since).map(describe))
  const channel: Channel = { format: 1, version, packages }
  const content = Buffer.from(`${JSON.stringify(channel, null, 2)}\n`)
  rmSync(join(folder, SIGNATURE), { force: true })
  writeFileSync(join(folder, CHANNEL), content)
  const made = `${CHANNEL}: version ${version}, ${packages.map(({ file }) => file).join(', ') || 'no package'}`
  if (keyFile === undefined)
    return `${made}. It is unsigned, and no computer accepts it: COREX_CHANNEL_KEY names the private key (docs/packages.md).`
  const key = createPrivateKey(readFileSync(keyFile))
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${keyFile} is no Ed25519 key`)
  writeFileSync(join(folder, SIGNATURE), `${sign(null, content, key).toString('base64')}\n`)
  return `${made}. Signed.`
}
