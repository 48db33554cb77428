import { z } from 'zod'
import type { Kind } from '../rule/part.ts'
import { partUnion } from './part-schema.ts'

/** One member of a part as a form's data may write it: `cap`, `points`, may be left out. */
export type PartMember = { readonly name: string; readonly type: string; readonly optional: boolean }

/** The members of one kind in the order in which it is written, for the reference of the kinds: from the schema itself. */
export const shapeOf = (kind: Kind): readonly PartMember[] => {
  const option = partUnion.options.find((one) => one.shape.kind.value === kind)
  if (option === undefined) return []
  const { properties = {}, required = [] } = z.toJSONSchema(option, { io: 'input' }) as JsonSchema
  return Object.entries(properties)
    .filter(([name]) => !everyKinds.has(name))
    .map(([name, schema]) => ({ name, type: sayType(schema, name), optional: !required.includes(name) }))
}

/** Members that every kind may have: described once, not thirteen times. */
const everyKinds: ReadonlySet<string> = new Set(['kind', 'fedBy', 'onlyIf'])

type JsonSchema = {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
}

const sayType = (schema: JsonSchema, name: string): string => {
  if (schema.enum !== undefined) return schema.enum.map((one) => `\`${one}\``).join(' or ')
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => sayType(one, name)).join(' or ')
  switch (schema.type) {
    case 'array':
      return `list of ${sayType(schema.items ?? {}, name)}`
    case 'object':
      return `{ ${Object.entries(schema.properties ?? {}).map(([own, inner]) => `${own}: ${sayType(inner, own)}`).join(', ')} }`
    case 'integer':
      return 'whole number'
    case 'number':
      return 'points'
    case 'boolean':
      return 'true or false'
    default:
      return 'text'
  }
}
