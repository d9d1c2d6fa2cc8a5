import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CHANNEL, isLater, SIGNATURE } from '../../cli/update/channel.ts'
import type { Means } from '../../cli/update/means.ts'
import { ok } from '../../shared/result.ts'
import { writeChannel } from '../../tools/package/channel.ts'
import { type ChannelFolder, channelFolder, fakeDpkg, PACKAGE_BYTES, updated } from '../support/channel.ts'
import { corex } from '../support/corex.ts'
import { overHttps, refusalOf, served } from '../support/refused-update.ts'

let channel: ChannelFolder
beforeEach(() => (channel = channelFolder()))
afterEach(() => channel.remove())

/** Of a computer on which no package manager knows the program. */
const none: Means['run'] = async () => ({ code: 1, out: '', err: 'no path found' })

/** It says that it did, and the system has the earlier one still. */
const lying: Means['run'] = async (program, args) =>
  program.endsWith('dpkg-query') ? fakeDpkg('0.1.0').run(program, args) : { code: 0, out: '', err: '' }

test('a newer version is fetched, compared with what was signed, installed, and no file stays', async () => {
  await channel.publish('0.2.0')
  await overHttps(served(channel), async (from, means) => {
    const dpkg = fakeDpkg('0.1.0')
    const held: Buffer[] = []
    const run: Means['run'] = async (program, args) => {
      if (args.includes('install') || args.includes('--install')) held.push(readFileSync(args.at(-1) ?? ''))
      return dpkg.run(program, args)
    }
    expect(await updated(channel, from, { ...means, run })).toMatchObject({
      code: 0,
      document: { state: 'INSTALLED', before: '0.1.0', installed: '0.2.0' },
    })
    expect(held).toEqual([PACKAGE_BYTES])
    expect(readdirSync(channel.parent)).toEqual([])
    // The next hour.
    expect(await updated(channel, from, { ...means, run })).toMatchObject({
      code: 0,
      document: { state: 'CURRENT', installed: '0.2.0' },
    })
    expect(held).toHaveLength(1)
  })
})

test('a folder is a channel too, and --dry-run says what would be done without the administrator', async () => {
  await channel.publish('0.10.0')
  const dpkg = fakeDpkg('0.9.0')
  const asTeller = { run: dpkg.run, isAdministrator: false }
  expect(await updated(channel, channel.holds, asTeller, ['--dry-run'])).toMatchObject({
    code: 0,
    document: { state: 'NEWER', installed: '0.9.0', offered: '0.10.0', bytes: PACKAGE_BYTES.length },
  })
  expect(await updated(channel, channel.holds, asTeller)).toMatchObject({
    code: 3,
    document: { code: 'NOT_ADMINISTRATOR' },
    words: expect.stringContaining('run this as root'),
  })
  expect(dpkg.installed).toEqual([])
  expect(await updated(channel, channel.holds, { run: dpkg.run })).toMatchObject({ code: 0 })
  expect(dpkg.installed).toHaveLength(1)
})

test('an earlier channel that was signed once is never gone back to', async () => {
  await channel.publish('0.1.0')
  const dpkg = fakeDpkg('0.2.0')
  expect(await updated(channel, channel.holds, { run: dpkg.run })).toMatchObject({
    code: 0,
    document: { state: 'EARLIER', installed: '0.2.0', offered: '0.1.0' },
  })
  expect(dpkg.installed).toEqual([])
})

test('what is not signed, or by another key, or was changed since, is not read', async () => {
  await channel.publish('0.2.0')
  const file = join(channel.holds, CHANNEL)
  const good = readFileSync(file)
  writeFileSync(file, Buffer.concat([good, Buffer.from(' ')]))
  expect(await refusalOf(channel, channel.holds)).toBe('SIGNATURE_WRONG')
  // No JSON either: of what nobody signed nothing is parsed.
  writeFileSync(file, '{')
  expect(await refusalOf(channel, channel.holds)).toBe('SIGNATURE_WRONG')
  writeFileSync(file, good)
  const { publicKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const other = await updated({ ...channel, key }, channel.holds, {})
  expect(other).toMatchObject({ code: 3, document: { code: 'SIGNATURE_WRONG' } })
  writeFileSync(join(channel.holds, SIGNATURE), '')
  expect(await refusalOf(channel, channel.holds)).toBe('SIGNATURE_WRONG')
  rmSync(join(channel.holds, SIGNATURE))
  expect(await refusalOf(channel, channel.holds)).toBe('CHANNEL_NOT_SIGNED')
})

test('the package is that of the system, and an unpacked program is left to whoever unpacked it', async () => {
  await channel.publish('0.2.0')
  expect(
    await refusalOf(channel, channel.holds, {
      means: { arch: 'arm64' },
      details: { kind: 'deb', arch: 'arm64' },
    }),
  ).toBe('PACKAGE_NONE')
  expect(await refusalOf(channel, channel.holds, { means: { run: none } })).toBe('NOT_A_PACKAGE')
  const byRpm: Means['run'] = async (program) =>
    program.endsWith('rpm') ? { code: 0, out: '0.1.0\n', err: '' } : none(program, [])
  expect(
    await refusalOf(channel, channel.holds, {
      means: { run: byRpm },
      details: { kind: 'rpm', arch: 'x64' },
    }),
  ).toBe('PACKAGE_NONE')
  const win = {
    system: 'win32',
    program: String.raw`C:\Program Files\CoreX Teller\resources\corex.js`,
  } as const
  expect(
    await refusalOf(channel, channel.holds, {
      means: win,
      details: { kind: 'msi', system: 'win32' },
    }),
  ).toBe('PACKAGE_NONE')
  expect(
    await refusalOf(channel, channel.holds, {
      means: { ...win, program: String.raw`D:\corex.js` },
    }),
  ).toBe('NOT_A_PACKAGE')
})

test('an installer that fails is said in its own words; what it left half is installed again', async () => {
  await channel.publish('0.2.0')
  const half = fakeDpkg('0.1.0')
  const run: Means['run'] = async (program, args) => {
    if (program.endsWith('dpkg-query')) return half.run(program, args)
    Object.assign(half.now, { version: '0.2.0', status: 'half-installed' })
    return { code: 100, out: '', err: 'E: Could not get lock' }
  }
  expect(await updated(channel, channel.holds, { run })).toMatchObject({
    code: 1,
    document: { state: 'REFUSED', code: 'INSTALL_FAILED' },
    words: expect.stringContaining('Could not get lock'),
  })
  expect(readdirSync(channel.parent)).toEqual([])
  expect(await updated(channel, channel.holds, { run: half.run })).toMatchObject({
    code: 0,
    document: { state: 'INSTALLED', before: '0.2.0' },
  })
  expect(await updated(channel, channel.holds, { run: lying })).toMatchObject({ code: 1 })
})

test('a channel of a later format says which part is not understood; names that are new are passed over', async () => {
  await channel.publish('0.2.0')
  const file = join(channel.holds, CHANNEL)
  const good = JSON.parse(readFileSync(file, 'utf8')) as { packages: object[] }
  const signed = (content: object) => {
    const text = Buffer.from(JSON.stringify(content))
    writeFileSync(file, text)
    const key = createPrivateKey(readFileSync(channel.keyFile))
    writeFileSync(join(channel.holds, SIGNATURE), sign(null, text, key).toString('base64'))
  }
  signed({ ...good, format: 2 })
  expect(await refusalOf(channel, channel.holds, { details: { part: 'format' } })).toBe('CHANNEL_FAULTY')
  signed({ ...good, packages: [{ ...good.packages[0], file: '../../etc/passwd' }] })
  expect(await refusalOf(channel, channel.holds, { details: { part: 'packages.0.file' } })).toBe(
    'CHANNEL_FAULTY',
  )
  signed({ ...good, packages: [{ ...good.packages[0], file: '-o=evil.deb' }] })
  expect(await refusalOf(channel, channel.holds, { details: { part: 'packages.0.file' } })).toBe(
    'CHANNEL_FAULTY',
  )
  const snap = { ...good.packages[0], kind: 'snap' }
  signed({ ...good, notes: 'https://…', packages: [snap, ...good.packages] })
  expect(await updated(channel, channel.holds, {})).toMatchObject({
    code: 0,
    document: { state: 'INSTALLED' },
  })
})

test('without a channel in the policy nothing looks for anything; another form is none', async () => {
  expect(await updated(channel, channel.holds, { policy: async () => ok(null) })).toMatchObject({
    code: 0,
    document: { state: 'OFF' },
  })
  expect(await updated(channel, channel.holds, {}, ['--force'])).toMatchObject({ code: 2 })
  expect(await corex(['update', '--help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('--dry-run'),
  })
})

test('what a package run leaves of a channel without a key is unsigned, and its old signature goes', async () => {
  await channel.publish('0.2.0')
  expect(await writeChannel(channel.holds, '0.2.0', undefined)).toContain('no computer accepts it')
  expect(readdirSync(channel.holds)).not.toContain(SIGNATURE)
  expect(await refusalOf(channel, channel.holds)).toBe('CHANNEL_NOT_SIGNED')
  cpSync(
    join(channel.holds, 'corex-teller_0.2.0_amd64.deb'),
    join(channel.holds, 'CoreX Teller-0.2.0-arm64.pkg'),
  )
  await writeChannel(channel.holds, '0.2.0', channel.keyFile)
  const { packages } = JSON.parse(readFileSync(join(channel.holds, CHANNEL), 'utf8')) as { packages: unknown }
  expect(packages).toMatchObject([
    { kind: 'pkg', system: 'darwin', arch: 'arm64' },
    { kind: 'deb', system: 'linux', arch: 'x64', bytes: 300_000 },
  ])
})

test.each([
  ['0.2.0', '0.1.9', true],
  ['0.10.0', '0.9.0', true],
  ['1.0.0', '0.99.99', true],
  ['0.2.0', '0.2.0', false],
  ['0.2.0', '0.2.0-1', false],
  ['0.1.9', '0.2.0', false],
  ['0.2.0', '', true],
])('%s is later than %s: %s', (one, other, expected) => expect(isLater(one, other)).toBe(expected))
