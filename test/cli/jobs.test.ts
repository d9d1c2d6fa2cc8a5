import { expect, test } from 'vitest'
import type { JobRun } from '../../shared/contract/jobs.ts'
import { commandsForFile, corexOn } from '../support/corex.ts'
import { letPass } from '../support/jobs.ts'

const { database, settings } = await commandsForFile()

test('jobs run: what is due is done once, by a workstation’s login, and a run that fails is the exit code', async () => {
  const first = await corexOn(database, settings, 'jobs', 'run', '--json')
  expect(first.code).toBe(0)
  const { runs } = JSON.parse(first.out) as { runs: JobRun[] }
  expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(['DONE']))
  expect(await corexOn(database, settings, 'jobs', 'run', 'RECONCILIATION')).toMatchObject({
    code: 0,
    out: 'Nothing is due.\n',
  })

  await letPass(database, '1 day')
  await database.superuser.query(`UPDATE corex.jobs SET worker = 'no_such_work' WHERE name = 'ORPHAN_FILES'`)
  const failed = await corexOn(database, settings, 'jobs', 'run', 'ORPHAN_FILES')
  expect(failed.code).toBe(1)
  expect(failed.err).toMatch(/ORPHAN_FILES failed: 42883/)
})

test('jobs list and history say how they stand; a name that is not there is a wrong command line', async () => {
  const { out } = await corexOn(database, settings, 'jobs', 'list')
  expect(out).toMatch(/^ORPHAN_FILES +FAILED /m)
  expect(out).toMatch(/^BACKUP +NOT_SET_UP/m)
  const history = await corexOn(database, settings, 'jobs', 'history', 'ORPHAN_FILES', '--json')
  expect((JSON.parse(history.out) as { runs: JobRun[] }).runs.map(({ status }) => status)).toEqual([
    'FAILED',
    'DONE',
  ])
  expect(await corexOn(database, settings, 'jobs', 'run', 'TEA')).toMatchObject({ code: 2, out: '' })
})
