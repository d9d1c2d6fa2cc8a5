import { expect, test } from 'vitest'
import { enrol, letCodesGrowOld } from '../support/codes.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const ID = '00000000-0000-4000-8000-000000000001'

/** Nothing of that id is there: whoever needs a code is told so first. */
test.each([
  ['supervisor', `clear_screening_case('${ID}', 'OTHER_PERSON', 'x')`],
  ['supervisor', `confirm_screening_case('${ID}', 'x')`],
  ['supervisor', `approve_document('${ID}', '\\x00')`],
  ['supervisor', `reject_document('${ID}', '\\x00', 'UNREADABLE', 'x')`],
  ['auditor', `decide_cash_alert('${ID}', 'x', false, 'x')`],
] as const)('a session of the %s whose code is old does not decide by %s', async (name, call) => {
  await enrol(workplace.as(name)).catch(() => {}) // the second time there is a device
  await letCodesGrowOld(branch.database.superuser)
  await expect(branch.pool(name).query(`SELECT ${call}`)).rejects.toMatchObject({
    constraint: 'STEP_UP_NEEDED',
  })
})
