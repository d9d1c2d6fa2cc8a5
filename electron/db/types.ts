import type { CustomTypesConfig } from 'pg'
import { types as defaults } from 'pg'

/**
 * How values arrive in JavaScript, for our pools alone: the driver's global table stays as it is.
 * numeric, int8, date and interval stay text, because a JavaScript number or Date would round or shift them.
 */
const SCALARS: ReadonlyArray<{ oid: number; array: number; parse: (text: string) => unknown }> = [
  { oid: 20, array: 1016, parse: String }, // int8
  { oid: 1700, array: 1231, parse: String }, // numeric
  { oid: 1082, array: 1182, parse: String }, // date
  { oid: 1186, array: 1187, parse: String }, // interval
  { oid: 1114, array: 1115, parse: String }, // timestamp without time zone
  { oid: 1184, array: 1185, parse: toIsoUtc }, // timestamp with time zone
]

/** One dimension, and elements that need no escaping: these types have no other, and the schema has no nested arrays. */
const parseArray = (text: string, parse: (text: string) => unknown): unknown[] =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((element) => (element === 'NULL' ? null : parse(element.replaceAll('"', ''))))

const PARSERS = new Map<number, (text: string) => unknown>(
  SCALARS.flatMap(({ oid, array, parse }): Array<[number, (text: string) => unknown]> => [
    [oid, parse],
    [array, (text) => parseArray(text, parse)],
  ]),
)

/** `2026-03-01 09:30:00.123456+00`, as a session in UTC writes it, to ISO 8601; `infinity` and the like stay as they are. */
function toIsoUtc(text: string): string {
  return text.endsWith('+00') ? `${text.slice(0, -3).replace(' ', 'T')}Z` : text
}

export const types: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ?? defaults.getTypeParser(oid, format),
}
