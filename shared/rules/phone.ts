import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** E.164, as phone numbers are stored. The database checks customers.phone against the same pattern; a test compares them. */
export const E164 = /^\+[1-9][0-9]{4,14}$/

/**
 * A typed phone number in E.164, such as `+46701740605`, read in the given country (ISO 3166-1 alpha-2) unless it
 * names its own; null when it is no valid number.
 */
export function readPhone(typed: string, country: string): string | null {
  const parsed = parsePhoneNumberFromString(typed, isSupportedCountry(country) ? country : undefined)
  return parsed?.isValid() === true && E164.test(parsed.number) ? parsed.number : null
}
