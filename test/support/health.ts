import { expect } from 'vitest'
import type { HealthRow, HealthRowName } from '../../shared/contract/health.ts'
import type { TestWorkplace } from './workplace.ts'

/** A row of the health page, as a supervisor sees it now. */
export async function healthRow(
  workplace: TestWorkplace,
  name: HealthRowName,
): Promise<HealthRow | undefined> {
  const { rows } = await workplace.as('supervisor').call('health.read', {})
  return rows.find((row) => row.name === name)
}

export async function expectHealth(
  workplace: TestWorkplace,
  name: HealthRowName,
  state: HealthRow['state'],
  says: HealthRow['says'],
): Promise<void> {
  expect(await healthRow(workplace, name)).toMatchObject({ state, says })
}
