import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { KeptSettings } from '../../electron/backup/backup-settings.ts'
import {
  nextChainKey,
  openChainKeys,
  recipientsOfLog,
  withChainKey,
} from '../../electron/backup/chain-keys.ts'
import { recipientOf } from '../../electron/backup/keys.ts'

const folder = await mkdtemp(join(tmpdir(), 'corex-keys-'))
afterAll(() => rm(folder, { recursive: true }))

const box = { encrypt: (text: string) => text, decrypt: (text: string) => text }
const taken = { at: '2026-11-27T12:00:00.000Z', bytes: 1, seconds: 1 }

test('the log from the beginning of a full backup is encrypted to its key, also of the very first, and a drill opens it', async () => {
  const settings = new KeptSettings(folder)
  const opens = async () =>
    Promise.all(openChainKeys(await settings.read(), box).map((identity) => recipientOf(identity)))
  const log = async () => recipientsOfLog(await settings.read())
  const key = await nextChainKey(settings, box)
  expect(await log()).toEqual([key])
  expect(await opens()).toEqual([key])
  // One that failed is begun again with the same key: what was sealed meanwhile is not lost to drills.
  expect(await nextChainKey(settings, box)).toBe(key)
  await settings.change((before) => withChainKey(before, key, taken))
  expect(await log()).toEqual([key])
  const second = await nextChainKey(settings, box)
  expect(second).not.toBe(key)
  expect(await log()).toEqual([key, second])
  await settings.change((before) => withChainKey(before, second, taken))
  expect(await log()).toEqual([second])
  expect(await opens()).toEqual([second, key])
  // A program without a keyring goes on with the key that there is.
  expect(await nextChainKey(settings, null)).toBe(second)
})
