import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readXml, textIn } from '../../electron/xml/xml-tree.ts'

const folder = join(import.meta.dirname, '../../packaging/schedulers')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const installed = spawnSync('systemd-analyze', ['--version']).status === 0

test.skipIf(!installed)('systemd finds nothing wrong with the service and its timer', () => {
  const work = mkdtempSync(join(tmpdir(), 'corex-units-'))
  try {
    // It asks whether the program is there, which it is on the server only.
    const units = ['corex-jobs.service', 'corex-jobs.timer'].map((name) => join(work, name))
    writeFileSync(units[0] ?? '', read('corex-jobs.service').replace('/usr/bin/node', process.execPath))
    writeFileSync(units[1] ?? '', read('corex-jobs.timer'))
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...units], {
      encoding: 'utf8',
    })
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' })
  } finally {
    rmSync(work, { recursive: true })
  }
})

test('the Task Scheduler’s file is XML, and both run what the command line knows', () => {
  const task = readXml(read('corex-jobs.xml'))
  const windows = textIn(task ?? undefined, 'Actions', 'Exec', 'Arguments')
  const [, linux = ''] = /^ExecStart=(.*)$/m.exec(read('corex-jobs.service')) ?? []
  const help = execFileSync(process.execPath, [join(folder, '../../cli/corex.ts'), 'jobs', '--help'], {
    encoding: 'utf8',
  })
  expect(help).toContain('corex jobs run')
  for (const line of [windows, linux])
    expect(line).toMatch(/out[\\/]main[\\/]corex\.js"? jobs run --json --settings "?\S/)
  expect(textIn(task ?? undefined, 'Triggers', 'TimeTrigger', 'Repetition', 'Interval')).toBe('PT1M')
})
