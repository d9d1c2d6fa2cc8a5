import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXIT_WORDS, type ExitCode, type Surroundings } from '../../cli/command.ts'
import { updateBy } from '../../cli/update.ts'
import type { Means } from '../../cli/update/means.ts'
import type { Run } from '../../cli/update/run-program.ts'
import { ok } from '../../shared/result.ts'
import { writeChannel } from '../../tools/package/channel.ts'
import { ownCertificate } from './own-certificate.ts'

/** What a package holds stands for it: nothing here looks inside. */
export const PACKAGE_BYTES = Buffer.alloc(300_000, 'corex')

/** A folder with the channel of a version, signed by a key of its own; `parent` is where a computer copies to. */
export function channelFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'corex-channel-'))
  const [holds, parent] = [join(folder, 'channel'), join(folder, 'cache')]
  for (const path of [holds, parent]) mkdirSync(path, { mode: 0o755 })
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const keyFile = join(folder, 'key.pem')
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const publish = async (version: string, content: Uint8Array = PACKAGE_BYTES) => {
    const file = `corex-teller_${version}_amd64.deb`
    writeFileSync(join(holds, file), content)
    await writeChannel(holds, version, keyFile)
    return join(holds, file)
  }
  const remove = () => rmSync(folder, { recursive: true })
  return { holds, parent, key, keyFile, publish, remove }
}
export type ChannelFolder = ReturnType<typeof channelFolder>

/** A server by HTTPS on this computer; `authorities` believe it. */
export async function channelServer(listener: RequestListener) {
  const { key, cert } = ownCertificate('localhost')
  const server = createServer({ key, cert }, listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { from: `https://localhost:${port}/teller/`, authorities: [cert], close }
}

/** dpkg of a computer on which one version is installed; what it was given to install is kept. */
export function fakeDpkg(version: string, status = 'installed') {
  const now = { version, status }
  const installed: string[] = []
  const run: Run = async (program, args) => {
    const [first = ''] = args
    if (first === '--search') return { code: 0, out: 'corex-teller: /opt/CoreX Teller/corex.js\n', err: '' }
    if (program.endsWith('dpkg-query')) return { code: 0, out: `${now.status} ${now.version}`, err: '' }
    const file = args.at(-1) ?? ''
    installed.push(file)
    Object.assign(now, { version: /_(\d.*)_/.exec(file)?.[1], status: 'installed' })
    return { code: 0, out: '', err: '' }
  }
  return { run, installed, now }
}

export type Updated = { readonly code: ExitCode; readonly words: string; readonly document: unknown }

/** `corex update --json` on a computer of the policy's channel, on which `means` differ. */
export async function updated(
  { parent, key }: ChannelFolder,
  from: string,
  means: Partial<Means>,
  args: readonly string[] = [],
  signal: AbortSignal = new AbortController().signal,
): Promise<Updated> {
  const said: string[] = []
  const around: Surroundings = {
    json: true,
    out: (text) => said.push(text),
    say: () => {},
    progress: () => {},
    target: { settingsFolder: '', env: {}, log: () => {} },
    signal,
  }
  const policy = {
    file: '/etc/corex-teller/policy.json',
    server: null,
    idleSeconds: null,
    printers: null,
    contentProtection: null,
    updates: { from, key },
  }
  const words: string[] = []
  const code = await updateBy(
    args,
    { ...around, say: (line) => words.push(line) },
    {
      system: 'linux',
      arch: 'x64',
      program: '/opt/CoreX Teller/corex.js',
      version: '0.1.0',
      isAdministrator: true,
      policy: async () => ok(policy),
      parent,
      authorities: null,
      silenceMs: 2_000,
      run: fakeDpkg('0.1.0').run,
      ...means,
    },
  )
  if (!(code in EXIT_WORDS)) throw new Error(`The help does not say what ${code} means`)
  return { code, words: words.join('\n'), document: JSON.parse(said.join('') || 'null') }
}
