import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runScanimage } from '../../electron/scanners/sane/run-scanimage.ts'

// What a driver does that hangs: a program of the same name stands for it, since SANE's test backend cannot.

const folder = mkdtempSync(join(tmpdir(), 'corex-hanging-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (script: string, silence: number, given = new AbortController()) => {
  const program = join(folder, 'scanimage')
  writeFileSync(program, `#!/bin/sh\n${script}\n`)
  chmodSync(program, 0o755)
  const env = { PATH: `${folder}:/usr/bin:/bin` }
  const onSaid = (part: Buffer) => part.toString().startsWith('ready') && given.abort()
  return runScanimage([], { env, signal: given.signal, most: 1000, silence, onSaid })
}

test('a driver of which nothing is heard is ended', async () => {
  const ran = await run('exec sleep 600', 200)
  expect(ran).toMatchObject({ isSilent: true, status: null })
})

test('a driver that goes on saying something is not', async () => {
  const ran = await run('for i in 1 2 3 4 5 6; do echo $i; sleep 0.1; done', 450)
  expect(ran).toMatchObject({ isSilent: false, status: 0 })
  expect(ran?.said.toString()).toBe('1\n2\n3\n4\n5\n6\n')
})

test(
  'one that leaves a program behind which holds its output is not waited for',
  { timeout: 9_000 },
  async () => {
    const ran = await run("trap '' TERM; sleep 12 & echo ready; wait", 60_000, new AbortController())
    expect(ran).toMatchObject({ isSilent: false, status: null })
  },
)
