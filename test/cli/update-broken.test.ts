import { chmodSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CHANNEL, SIGNATURE } from '../../cli/update/channel.ts'
import { openSmallDisk, whyNoSmallDisk } from '../proof/small-disk.ts'
import { type ChannelFolder, channelFolder, PACKAGE_BYTES, updated } from '../support/channel.ts'
import { overHttps, refusalOf, served } from '../support/refused-update.ts'

let channel: ChannelFolder
beforeEach(() => (channel = channelFolder()))
afterEach(() => channel.remove())

const cut = (answer: ServerResponse, content: Buffer) => {
  answer.setHeader('content-length', content.length)
  answer.write(content.subarray(0, 100_000), () => answer.socket?.destroy())
}
const silent = (answer: ServerResponse, content: Buffer) => answer.write(content.subarray(0, 100_000))
const broken = (answer: ServerResponse) => answer.writeHead(500).end()

test('a package that is another, shorter or longer than the one that was signed is not installed', async () => {
  const file = await channel.publish('0.2.0')
  const other = Buffer.from(PACKAGE_BYTES)
  other[100_000] = 0
  writeFileSync(file, other)
  expect(await refusalOf(channel, channel.holds)).toBe('PACKAGE_OTHER')
  truncateSync(file, 200_000)
  expect(
    await refusalOf(channel, channel.holds, {
      details: { found: '200000', bytes: '300000' },
    }),
  ).toBe('PACKAGE_SIZE')
  writeFileSync(file, Buffer.concat([PACKAGE_BYTES, PACKAGE_BYTES]))
  expect(await refusalOf(channel, channel.holds)).toBe('PACKAGE_SIZE')
  rmSync(file)
  expect(await refusalOf(channel, channel.holds, { details: { reason: 'ENOENT' } })).toBe(
    'CHANNEL_UNREACHABLE',
  )
  mkdirSync(file)
  expect(await refusalOf(channel, channel.holds, { details: { reason: 'EISDIR' } })).toBe(
    'CHANNEL_UNREACHABLE',
  )
})

test('a channel of a gigabyte is left after its first hundred thousand bytes', async () => {
  await channel.publish('0.2.0')
  let sent = 0
  const endless = (answer: ServerResponse) => {
    answer.setHeader('content-length', 1_000_000_000)
    const more = () => {
      while (sent < 1_000_000_000 && answer.write(Buffer.alloc(65_536))) sent += 65_536
    }
    answer.on('drain', more)
    more()
  }
  await overHttps(served(channel, { [CHANNEL]: endless }), async (from, means) =>
    expect(await refusalOf(channel, from, { means, details: { name: CHANNEL } })).toBe('CHANNEL_TOO_LARGE'),
  )
  expect(sent).toBeLessThan(20_000_000)
  await overHttps(served(channel, { [SIGNATURE]: endless }), async (from, means) =>
    expect(await refusalOf(channel, from, { means, details: { name: SIGNATURE } })).toBe('CHANNEL_TOO_LARGE'),
  )
})

test('a cable that is cut, a server that falls silent and one that is not there are told apart', async () => {
  await channel.publish('0.2.0')
  await overHttps(served(channel, { package: cut }), async (from, means) =>
    expect(await refusalOf(channel, from, { means, details: { reason: 'ECONNRESET' } })).toBe(
      'CHANNEL_UNREACHABLE',
    ),
  )
  await overHttps(served(channel, { package: silent }), async (from, means) =>
    expect(await refusalOf(channel, from, { means: { ...means, silenceMs: 200 } })).toBe('CHANNEL_SLOW'),
  )
  await overHttps(served(channel, { [CHANNEL]: () => {} }), async (from, means) =>
    expect(await refusalOf(channel, from, { means: { ...means, silenceMs: 200 } })).toBe('CHANNEL_SLOW'),
  )
  expect(
    await refusalOf(channel, 'https://127.0.0.1:9/teller/', {
      details: { reason: 'ECONNREFUSED' },
    }),
  ).toBe('CHANNEL_UNREACHABLE')
})

test('a server is believed by its certificate alone, and sends nobody elsewhere', async () => {
  await channel.publish('0.2.0')
  await overHttps(served(channel), async (from) =>
    expect(await refusalOf(channel, from)).toBe('CHANNEL_NOT_PROVEN'),
  )
  await overHttps(served(channel), async (from, means) =>
    expect(await refusalOf(channel, from.replace('localhost', '127.0.0.1'), { means })).toBe(
      'CHANNEL_NOT_PROVEN',
    ),
  )
  const asked: string[] = []
  await overHttps(
    (_, elsewhere) => {
      asked.push('elsewhere')
      elsewhere.end()
    },
    async (other) => {
      const away = (answer: ServerResponse) => answer.writeHead(302, { location: `${other}${CHANNEL}` }).end()
      await overHttps(served(channel, { [CHANNEL]: away }), async (from, means) =>
        expect(await refusalOf(channel, from, { means, details: { status: '302' } })).toBe(
          'CHANNEL_ANSWERED',
        ),
      )
    },
  )
  expect(asked).toEqual([])
  await overHttps(served(channel, { package: broken }), async (from, means) =>
    expect(await refusalOf(channel, from, { means, details: { status: '500' } })).toBe('CHANNEL_ANSWERED'),
  )
})

test('whoever stops it while a package comes finds nothing changed', async () => {
  await channel.publish('0.2.0')
  const stop = new AbortController()
  const half = (answer: ServerResponse, content: Buffer) =>
    answer.write(content.subarray(0, 100_000), () => stop.abort())
  await overHttps(served(channel, { package: half }), async (from, means) =>
    expect(await refusalOf(channel, from, { means, signal: stop.signal })).toBe('STOPPED'),
  )
})

test('a disk that is full is said, and is no fuller afterwards', async ({ skip }) => {
  const why = whyNoSmallDisk()
  skip(why !== null, why ?? '')
  await channel.publish('0.2.0')
  await using disk = await openSmallDisk('128k')
  expect(
    await refusalOf(channel, channel.holds, {
      means: { parent: disk.path },
      details: { bytes: '300000' },
    }),
  ).toBe('DISK_FULL')
  expect(readdirSync(disk.path)).toEqual([])
})

test('a folder in which others may write is not used, and what a power cut left there goes', async () => {
  await channel.publish('0.2.0')
  const open = join(channel.parent, '../open')
  mkdirSync(open)
  chmodSync(open, 0o777)
  expect(await refusalOf(channel, channel.holds, { means: { parent: open } })).toBe('FOLDER_NOT_TRUSTED')
  expect(await refusalOf(channel, channel.holds, { means: { parent: join(open, 'none') } })).toBe(
    'FOLDER_FAILED',
  )
  const left = join(channel.parent, 'corex-update-4194999-abcdef')
  mkdirSync(left)
  writeFileSync(join(left, 'half.deb'), 'half')
  expect(await updated(channel, channel.holds, {})).toMatchObject({ code: 0 })
  expect(readdirSync(channel.parent)).toEqual([])
})
