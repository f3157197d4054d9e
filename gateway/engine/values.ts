import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import {
  coerceInputValue,
  getNamedType,
  getVariableValues,
  isInputType,
  typeFromAST,
  type GraphQLFormattedError,
  type GraphQLInputType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql'
import { formatFault } from './errors.ts'

/** No answer names more faults than this. */
export const MOST_FAULTS = 10

type Sentence = Record<Asking['language'], string>

/** What people can write wrong in a form, by the type of the field. Everything else is a program's mistake. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  Date: { en: 'Fill in a date, such as 2026-11-24.', nl: 'Vul een datum in, zoals 2026-11-24.' },
  DateTime: {
    en: 'Fill in a date and a time, such as 2026-11-24T09:30:00+01:00.',
    nl: 'Vul een datum en een tijd in.',
  },
  Int: { en: 'Fill in a whole number.', nl: 'Vul een heel getal in.' },
  Float: { en: 'Fill in a number.', nl: 'Vul een getal in.' },
}

type Path = readonly (string | number)[]

/** The type of the value at this place in a variable of this type. */
function typeAt(type: GraphQLInputType, path: Path): GraphQLInputType {
  let at = type
  for (const step of path) {
    const named = getNamedType(at)
    if (typeof step === 'string' && 'getFields' in named) at = named.getFields()[step]!.type
  }
  return at
}

const NOT_GIVEN = /^Field "(\w+)" of required type /

/**
 * What is wrong with the values of the variables: the field of the input, as the commands name it, and words in the asker's language. To
 * a program the English says which value of which type was meant.
 */
export function faultsIn(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  values: Readonly<Record<string, unknown>>,
  { language }: Pick<Asking, 'language'>,
): GraphQLFormattedError[] {
  const faults: GraphQLFormattedError[] = []
  for (const definition of definitions) {
    const name = definition.variable.name.value
    const type = typeFromAST(schema, definition.type as Parameters<typeof typeFromAST>[1])
    const before = faults.length
    if (isInputType(type) && values[name] != null)
      eachFault(type, values[name], MOST_FAULTS - before, (path, message) => {
        const missing = NOT_GIVEN.exec(message)?.[1]
        const place = missing === undefined ? path : [...path, missing]
        const said = SENTENCES[getNamedType(typeAt(type, place)).name]
        const technical = `${[`$${name}`, ...path].join('.')}: ${message}`
        faults.push({
          message: said ? said[language] : language === 'nl' ? `Dit klopt niet: ${technical}` : technical,
          extensions: { code: 'INVALID', field: place.join('.') || name },
        })
      })
    // Not given at all, or of a type that there is not: a program's mistake, in the words of graphql-js.
    if (faults.length === before) faults.push(...alone(schema, definition, values))
    if (faults.length >= MOST_FAULTS) break
  }
  return faults
}

/** Tells the first faults of a value: a list without end is not gone through to its end. */
function eachFault(
  type: GraphQLInputType,
  value: unknown,
  most: number,
  tell: (path: Path, message: string) => void,
): void {
  const enough = new Error('These are enough.')
  let told = 0
  try {
    coerceInputValue(value, type, (path, _value, { message }) => {
      tell(path, message)
      if (++told === most) throw enough
    })
  } catch (cause) {
    if (cause !== enough) throw cause
  }
}

const alone = (
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  values: Readonly<Record<string, unknown>>,
): GraphQLFormattedError[] => (getVariableValues(schema, [definition], values).errors ?? []).map(formatFault)
