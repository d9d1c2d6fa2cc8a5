import type { TFunction } from 'i18next'
import type { LineProblem } from '../../../shared/contract/payments.ts'
import { isErrorCode } from '../../../shared/errors.ts'
import { messageForCode } from '../../feedback/messages.ts'
import { payments } from '../../i18n/en/payments.ts'

type OwnCode = keyof (typeof payments)['problem']
const isOwnCode = (code: string): code is OwnCode => Object.hasOwn(payments.problem, code)

/** Why a line is not posted, in words. */
export function problemText(t: TFunction<'payments'>, { code, details }: LineProblem): string {
  if (isOwnCode(code)) return t(`problem.${code}`)
  return isErrorCode(code) ? messageForCode(code, details) : code
}
