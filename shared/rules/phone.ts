import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { cleanName } from './text.ts'

/** E.164, as phone numbers are stored. The database checks customers.phone against the same pattern; a test compares them. */
export const E164 = /^\+[1-9][0-9]{4,14}$/
/** The digits behind a switchboard's number, in a column of their own; checked likewise. */
export const EXTENSION = /^[0-9]{1,10}$/

export type Phone = {
  /** E.164, such as `+46701740605`. */
  readonly number: string
  readonly extension: string | null
}

/**
 * A typed phone number, read in the given country (ISO 3166-1 alpha-2) unless it names its own; null when it is no valid
 * number, or when there is more in the text than a number and its extension: nothing that was typed is dropped.
 */
export function readPhone(typed: string, country: string): Phone | null {
  const parsed = parsePhoneNumberFromString(cleanName(typed), {
    extract: false,
    ...(isSupportedCountry(country) ? { defaultCountry: country } : {}),
  })
  if (parsed?.isValid() !== true || !E164.test(parsed.number)) return null
  const extension = parsed.ext ?? null
  if (extension !== null && !EXTENSION.test(extension)) return null
  return { number: parsed.number, extension }
}

/** As one text, such as `+46701740605;ext=12` (RFC 3966). */
export const phoneText = ({ number, extension }: Phone): string =>
  extension === null ? number : `${number};ext=${extension}`
