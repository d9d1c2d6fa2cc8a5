import { z } from 'zod'
import { toDecimal } from '../../../shared/money.ts'
import { messageForCode } from '../../feedback/messages.ts'
import type { readTypedPositive } from '../../i18n/amounts.ts'

type Read = typeof readTypedPositive

/** A field of a form's schema that reads an amount as it is typed, says what is wrong with it, and gives it as a decimal. */
export const typedAmount = (read: Read, currency: string) =>
  z.string().transform((text, context) => {
    const amount = read(text, currency)
    if (amount.ok) return toDecimal(amount.value)
    context.addIssue({ code: 'custom', message: messageForCode(amount.error.code, amount.error.details) })
    return z.NEVER
  })
