import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** As E.164, by the rules of the main process: in the given country unless it names its own. Null if it is not a number. */
export function readPhone(typed: string, country: string): string | null {
  const parsed = parsePhoneNumberFromString(typed, isSupportedCountry(country) ? country : undefined)
  return parsed?.isValid() === true ? parsed.number : null
}

/** `+46701740605` → `+46 70 174 06 05`, for reading aloud. */
export const spokenPhone = (phone: string): string =>
  parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
