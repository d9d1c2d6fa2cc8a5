import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readXml, textIn } from '../../electron/xml/xml-tree.ts'

const folder = join(import.meta.dirname, '../../packaging/schedulers')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const installed = spawnSync('systemd-analyze', ['--version']).status === 0

test.skipIf(!installed)('systemd finds nothing wrong with the services and the timers', () => {
  const work = mkdtempSync(join(tmpdir(), 'corex-units-'))
  try {
    // It asks whether the program is there, which it is on the server only.
    const names = [
      'corex-jobs.service',
      'corex-jobs.timer',
      'corex-server.service',
      'corex-update.service',
      'corex-update.timer',
    ]
    const units = names.map((name) => join(work, name))
    for (const name of names)
      writeFileSync(join(work, name), read(name).replace('/usr/bin/node', process.execPath))
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...units], {
      encoding: 'utf8',
    })
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' })
  } finally {
    rmSync(work, { recursive: true })
  }
})

test.each([
  ['jobs', 'jobs run --json --settings', 'PT1M'],
  ['update', 'update --json', 'PT1H'],
])(
  'the Task Scheduler’s file of %s is XML, and both run what the command line knows',
  (name, words, every) => {
    const task = readXml(read(`corex-${name}.xml`))
    const windows = textIn(task ?? undefined, 'Actions', 'Exec', 'Arguments')
    const [, linux = ''] = /^ExecStart=(.*)$/m.exec(read(`corex-${name}.service`)) ?? []
    const help = execFileSync(process.execPath, [join(folder, '../../cli/corex.ts'), name, '--help'], {
      encoding: 'utf8',
    })
    expect(help).toContain(`corex ${words.split(' --')[0]}`)
    for (const line of [windows, linux])
      expect(line).toMatch(new RegExp(String.raw`out[\\/]main[\\/]corex\.js"? ${words}( "?\S+)*$`))
    expect(textIn(task ?? undefined, 'Triggers', 'TimeTrigger', 'Repetition', 'Interval')).toBe(every)
  },
)

test('the service of a server runs what the command line knows, as the account that its other file makes', () => {
  const unit = read('corex-server.service')
  const [, started = ''] = /^ExecStart=(.*)$/m.exec(unit) ?? []
  expect(started).toMatch(/out\/main\/corex\.js" serve --settings \/var\/lib\/corex-server --port 5433$/)
  const [, user = ''] = /^User=(.*)$/m.exec(unit) ?? []
  expect(read('corex-server.conf')).toMatch(new RegExp(`^u ${user} - "[^"]+" /var/lib/corex-server$`, 'm'))
  // PostgreSQL is stopped by the program, after everybody; systemd would end it under them.
  expect(unit).toMatch(/^KillMode=mixed$/m)
})

test.each(['jobs', 'server', 'update'])('the unit of %s starts what deb and rpm install', (name) => {
  const { productName } = JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8')) as {
    productName: string
  }
  const main = `/opt/${productName}/resources/app.asar.unpacked/out/main/corex.js`
  expect(read(`corex-${name}.service`)).toContain(`ExecStart=/usr/bin/node "${main}" `)
})
