import { useId, type HTMLInputTypeAttribute, type ReactNode } from 'react'
import { common } from '../texts/common.ts'
import type { Failure } from './failure.ts'
import { useTexts } from './texts.tsx'

/** What every field has: a label that stays, a hint, and what is wrong with it, said to everybody. */
interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** May stay empty; then the label says so. */
  optional?: boolean
  /** The name of this field in the input of the mutation, and what came of it. */
  name?: string
  failure?: Failure | null
}

function useField({ hint, name, failure }: FieldProps) {
  const id = useId()
  const wrong =
    failure?.field != null && name !== undefined && (failure.field === name || failure.field.endsWith(`.${name}`))
  const described = [hint === undefined ? null : `${id}-hint`, wrong ? `${id}-wrong` : null].filter(Boolean).join(' ')
  return {
    id,
    wrong: wrong ? failure.message : null,
    'aria-invalid': wrong || undefined,
    'aria-describedby': described || undefined,
  }
}

function Around({
  field,
  label,
  hint,
  optional,
  id,
  wrong,
  children,
}: FieldProps & { field?: string; id: string; wrong: string | null; children: ReactNode }) {
  const t = useTexts(common)
  return (
    <div className={`field ${field ?? ''}`} data-wrong={wrong === null ? undefined : ''}>
      <label htmlFor={id}>
        {label}
        {optional === true && <span className="soft"> ({t.optional})</span>}
      </label>
      {hint !== undefined && (
        <p className="soft field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong !== null && (
        <p className="field__wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
      {children}
    </div>
  )
}

export function TextField({
  value,
  onChange,
  type = 'text',
  autoComplete,
  maxLength,
  ...field
}: FieldProps & {
  value: string
  onChange: (value: string) => void
  type?: HTMLInputTypeAttribute
  autoComplete?: string
  maxLength?: number
}) {
  const { id, wrong, ...aria } = useField(field)
  return (
    <Around {...field} id={id} wrong={wrong}>
      <input
        id={id}
        className="input"
        type={type}
        value={value}
        autoComplete={autoComplete ?? 'off'}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value)}
        {...aria}
      />
    </Around>
  )
}

export function TextArea({
  value,
  onChange,
  rows = 4,
  maxLength,
  ...field
}: FieldProps & { value: string; onChange: (value: string) => void; rows?: number; maxLength?: number }) {
  const { id, wrong, ...aria } = useField(field)
  return (
    <Around {...field} id={id} wrong={wrong}>
      <textarea
        id={id}
        className="input"
        rows={rows}
        value={value}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value)}
        {...aria}
      />
    </Around>
  )
}

export function Select<Option extends string>({
  value,
  onChange,
  options,
  empty,
  ...field
}: FieldProps & {
  value: Option | ''
  onChange: (value: Option | '') => void
  options: readonly (readonly [Option, string])[]
  /** The word for "nothing chosen"; without it something is always chosen. */
  empty?: string
}) {
  const { id, wrong, ...aria } = useField(field)
  return (
    <Around {...field} id={id} wrong={wrong}>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => onChange(event.target.value as Option | '')}
        {...aria}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </select>
    </Around>
  )
}

/** One box to tick. */
export function Check({
  label,
  hint,
  checked,
  onChange,
}: {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <div className="tick">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** Several of a list (`many`), or one of it. */
export function Choices<Option extends string>({
  legend,
  hint,
  options,
  chosen,
  onChange,
  many = false,
}: {
  legend: ReactNode
  hint?: ReactNode
  options: readonly (readonly [Option, ReactNode])[]
  chosen: readonly Option[]
  onChange: (chosen: Option[]) => void
  many?: boolean
}) {
  const id = useId()
  return (
    <fieldset className="choices" aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p className="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {options.map(([option, word]) => {
        const on = chosen.includes(option)
        return (
          <div className="tick" key={option}>
            <input
              id={`${id}-${option}`}
              type={many ? 'checkbox' : 'radio'}
              name={id}
              checked={on}
              onChange={() =>
                onChange(many ? (on ? chosen.filter((each) => each !== option) : [...chosen, option]) : [option])
              }
            />
            <label htmlFor={`${id}-${option}`}>{word}</label>
          </div>
        )
      })}
    </fieldset>
  )
}
