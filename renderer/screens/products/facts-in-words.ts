import { z } from 'zod'
import { feeRule, rateBand } from '../../../shared/contract/products.ts'
import { PRODUCT_DAY_COUNTS } from '../../../shared/rules/product-terms.ts'
import { figureOf } from '../../components/figure.ts'
import { i18n } from '../../i18n/i18n.ts'
import { isNothing, percentOf } from './percent.ts'

/** The terms of a proposal in words: lists arrive as JSON text among the facts of an approval. */

const rateList = z.array(rateBand)
const feeList = z.array(feeRule)

function parsed<T>(text: string, schema: z.ZodType<T>): T | null {
  const list = schema.safeParse(JSON.parse(text))
  return list.success ? list.data : null
}

/** `1 %, 2.25 % above 5,000.00`. */
export function ratesInText(text: string, currency: string): string {
  const bands = parsed(text, rateList)
  if (bands === null || bands.length === 0) return i18n.t('products:noInterest')
  return bands
    .map(({ above, rate }) =>
      isNothing(above)
        ? percentOf(rate)
        : `${percentOf(rate)} ${i18n.t('products:aboveAmount')} ${figureOf(above, currency)}`,
    )
    .join(', ')
}

/** `Withdrawal: 1.00; from 1,000.00 0.25 %; at least 0.50`. */
export function feesInText(text: string, currency: string): string {
  const rules = parsed(text, feeList)
  if (rules === null || rules.length === 0) return i18n.t('products:feesNone')
  return rules.map((rule) => ruleInText(rule, currency)).join('; ')
}

function ruleInText({ type, minimum, maximum, steps }: z.infer<typeof feeRule>, currency: string): string {
  const prices = steps.map(({ above, flat, percent }) => {
    const parts = [
      isNothing(flat) ? null : figureOf(flat, currency),
      isNothing(percent) ? null : percentOf(percent),
    ]
    const price = parts.filter((part) => part !== null).join(' + ') || i18n.t('products:noFee')
    return isNothing(above) ? price : `${i18n.t('products:fromAmount')} ${figureOf(above, currency)} ${price}`
  })
  const bounds = [
    minimum === null ? null : `${i18n.t('products:least')} ${figureOf(minimum, currency)}`,
    maximum === null ? null : `${i18n.t('products:most')} ${figureOf(maximum, currency)}`,
  ].filter((bound) => bound !== null)
  return `${i18n.t(`products:postingType.${type}`)}: ${[...prices, ...bounds].join(', ')}`
}

export function dayCountInText(name: string): string {
  const known = PRODUCT_DAY_COUNTS.find((one) => one === name)
  return known === undefined ? name : i18n.t(`products:dayCounts.${known}`)
}
