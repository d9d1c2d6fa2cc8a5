import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { fail, ok, type Result } from '../../../shared/result.ts'

/** E.164, as libphonenumber reads the typed number in the given country. Error: PHONE_INVALID. */
export function readPhone(typed: string, country: string): Result<string, 'PHONE_INVALID'> {
  const parsed = parsePhoneNumberFromString(typed, isSupportedCountry(country) ? country : undefined)
  return parsed?.isValid() === true ? ok(parsed.number) : fail('PHONE_INVALID')
}
