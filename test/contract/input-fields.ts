import { z } from 'zod'
import { contract, type CallName } from '../../shared/contract.ts'

/** What is needed of a JSON schema to find the fields of an input and to make a value for each. */
type Schema = {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly minimum?: number
}

export type Path = readonly (string | number)[]
/** Values for fields that only a branch can have, by the name of the field, or by call and name. */
export type Values = Readonly<Record<string, () => unknown>>

const schemas = new Map<CallName, Schema>()

/** Made once for each call: a test asks for it thousands of times. */
function schemaOf(name: CallName): Schema {
  const known = schemas.get(name)
  if (known !== undefined) return known
  const made = z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' }) as Schema
  schemas.set(name, made)
  return made
}

const filled = (schema: Schema): Schema =>
  schema.anyOf === undefined ? schema : filled(schema.anyOf.find(({ type }) => type !== 'null') ?? {})

/** The fields of a call that take free text: everything of type string but the names of an enumeration. */
export function textFields(
  name: CallName,
): readonly { readonly path: Path; readonly format: string | null }[] {
  const walk = (wrapped: Schema, path: Path): { path: Path; format: string | null }[] => {
    const schema = filled(wrapped)
    if (schema.properties !== undefined)
      return Object.entries(schema.properties).flatMap(([key, field]) => walk(field, [...path, key]))
    if (schema.items !== undefined) return walk(schema.items, [...path, 0])
    return schema.type === 'string' && schema.enum === undefined
      ? [{ path, format: schema.format ?? null }]
      : []
  }
  return walk(schemaOf(name), [])
}

/** A whole input of a call with every field filled, from the names of its fields. An unknown name throws. */
export function sampleInput(name: CallName, values: Values): unknown {
  const make = (wrapped: Schema, key: string): unknown => {
    const schema = filled(wrapped)
    const own = values[`${name} ${key}`] ?? values[key]
    if (own !== undefined) return own()
    if (schema.properties !== undefined)
      return Object.fromEntries(Object.entries(schema.properties).map(([k, field]) => [k, make(field, k)]))
    if (schema.items !== undefined) return [make(schema.items, key)]
    if (schema.enum !== undefined) return schema.enum[0]
    if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
    if (schema.type === 'boolean') return true
    throw new Error(`A value for "${key}" of ${name} is missing in the fuzz test`)
  }
  return make(schemaOf(name), '')
}

/** The input with another value in one place. */
export function withValue(input: unknown, path: Path, value: unknown): unknown {
  const [head, ...rest] = path
  if (head === undefined) return value
  if (Array.isArray(input)) return input.map((item, n) => (n === head ? withValue(item, rest, value) : item))
  if (input === null && typeof head === 'number') return [withValue(null, rest, value)] // a list that may be missing
  const fields = input as Readonly<Record<string, unknown>>
  return { ...fields, [head]: withValue(fields[head], rest, value) }
}
