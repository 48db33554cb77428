import { z } from 'zod'

type Schema = { readonly [key: string]: unknown }

/** A value that a schema takes: enough to reach what stands behind the parsing. Made from its JSON schema. */
export const sampleOf = (schema: z.ZodType | undefined): unknown =>
  schema === undefined ? undefined : sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema)

const sample = (schema: Schema): unknown => {
  if (schema['const'] !== undefined) return schema['const']
  const choices = schema['enum'] ?? undefined
  if (Array.isArray(choices)) return choices[0]
  const variants = schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']
  if (Array.isArray(variants)) return sample(variants[0] as Schema)
  switch (schema['type']) {
    case 'object':
      return sampleObject(schema)
    case 'array':
      if (Array.isArray(schema['prefixItems'])) return schema['prefixItems'].map((one) => sample(one as Schema))
      return Number(schema['minItems'] ?? 0) > 0 ? [sample(schema['items'] as Schema)] : []
    case 'integer':
    case 'number':
      return Math.max(Number(schema['minimum'] ?? 1), 1)
    case 'boolean':
      return true
    case 'string':
      return sampleText(schema)
    default:
      return null
  }
}

const sampleObject = (schema: Schema): unknown => {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>
  const required = (schema['required'] ?? []) as readonly string[]
  return Object.fromEntries(required.map((name) => [name, sample(properties[name] ?? {})]))
}

const sampleText = (schema: Schema): string => {
  const byFormat = { date: '2026-03-12', uuid: '0b8f4a52-6f0e-4d53-9c3b-6d1e9a1c2f11', 'date-time': '2026-03-12T08:00:00Z' }
  const format = schema['format']
  if (typeof format === 'string' && format in byFormat) return byFormat[format as keyof typeof byFormat]
  const pattern = typeof schema['pattern'] === 'string' ? schema['pattern'] : ''
  if (pattern.includes('[0-9a-f]{64}')) return 'ab'.repeat(32)
  if (pattern.includes('\\d\\d-\\d\\d')) return '09-01'
  return 'sample'.padEnd(Number(schema['minLength'] ?? 0), 'x')
}
