import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linesOf } from '../../shared/rules/sheet-lines.ts'
import { type BackedUp, never, NO_STEPS, openBackedUp } from '../support/backups.ts'
import { corex } from '../support/corex.ts'

/** Backing up and restoring as commands: what a scheduler and a person at a terminal get. */

let bank: BackedUp
let words: string

beforeAll(async () => {
  bank = await openBackedUp({ isNamed: true })
  words = linesOf(bank.secret).join('\n')
  await bank.backups.useSheet(bank.secret)
  await bank.backups.configure(bank.share, 30)
  await bank.backups.takeFull(NO_STEPS, never())
})
afterAll(() => bank[Symbol.asyncDispose]())

const elsewhere = () => ['--settings', join(bank.folder, 'another-computer')]
const json = ({ out }: { out: string }): unknown => JSON.parse(out)

test('beside the application a full backup is taken, and the folder is listed, as JSON', async () => {
  const taken = await corex(['backup', '--json', '--settings', bank.settingsFolder])
  expect(taken).toMatchObject({ code: 0, err: expect.stringMatching(/^COPY \d+ %$/m) })
  const { system } = json(taken) as { system: string }
  expect(system).toMatch(/^\d+$/)
  const listed = await corex(['backup', '--list', bank.share, '--json'])
  expect(listed.code).toBe(0)
  expect(json(listed)).toMatchObject([{ system, timeline: 1, bytes: expect.any(Number) }])
})

const failed = async (args: readonly string[], input = '') => {
  const ran = await corex(args, {}, input)
  return [ran.code, ran.out === '' ? '' : (json(ran) as { fault: string }).fault]
}

test('what cannot be done has its exit code and its fault', async () => {
  const share = ['restore', '--json', '--folder', bank.share]
  expect(await failed(['backup', '--json', ...elsewhere()])).toEqual([1, 'SERVER_GONE'])
  expect(await failed(['backup', '--json', '--list', join(bank.folder, 'away')])).toEqual([1, 'FOLDER_AWAY'])
  expect(await failed(['restore', '--json', '--until', 'yesterday', '--folder', bank.share])).toEqual([2, ''])
  expect(await failed(['restore', '--json'])).toEqual([2, ''])
  expect(await failed([...share, ...elsewhere()], 'no words at all')).toEqual([1, 'LINE_WRONG'])
  const other = linesOf(Buffer.alloc(32, 1)).join('\n')
  expect(await failed([...share, ...elsewhere()], other)).toEqual([1, 'WORDS_OTHER'])
  // The application has the data open.
  expect(await failed([...share, '--settings', bank.settingsFolder], words)).toEqual([1, 'IN_USE'])
})

test('the words give the key that the program age takes', async () => {
  expect(await corex(['restore', '--key'], {}, words)).toMatchObject({
    code: 0,
    out: `${bank.identity}\n`,
  })
})

test('a signal ends a restore and leaves nothing; without one the bank is there, and said as JSON', async () => {
  const restore = ['restore', '--json', '--folder', bank.share, ...elsewhere()]
  const place = join(bank.folder, 'another-computer')
  const data = () => readdirSync(place).filter((name) => name.startsWith('database'))
  const stopped = await corex(restore, {}, words, /^(READ|REPLAY)/m)
  expect([stopped.code, json(stopped)]).toEqual([4, { fault: 'CANCELLED' }])
  expect(data()).toEqual([])
  const ran = await corex(restore, {}, words)
  expect(ran.code).toBe(0)
  expect(json(ran)).toMatchObject({
    upTo: expect.stringMatching(/^2\d{3}-/),
    postings: expect.any(Number),
    setAside: null,
    damaged: [],
  })
  expect(data()).toEqual(['database'])
})
