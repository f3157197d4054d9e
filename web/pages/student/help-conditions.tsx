import { useAct } from '../../parts/ask.ts'
import { Facts } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { fieldsOf, useDraft } from '../../parts/draft.ts'
import { TextArea, TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { RemoveMyCondition, SaveMyCondition } from './help.graphql.ts'
import { help } from './help.texts.ts'
import type { HelpDossier } from './help.tsx'
import { Items, type Close } from './parts/items.tsx'
import { WriteOwnView } from './parts/own-view.graphql.ts'
import { OwnView } from './parts/own-view.tsx'

type Condition = NonNullable<HelpDossier['conditions']>[number]

/** The conditions that the student names, each with its statement and the student's own view. */
export function Conditions({ dossier, level = 3 }: { dossier: HelpDossier; level?: 2 | 3 }) {
  const t = useTexts(help)
  const remove = useAct(RemoveMyCondition)
  const save = useAct(SaveMyCondition)
  const view = useAct(WriteOwnView)
  const conditions = dossier.conditions ?? []
  const nameOf = ({ name }: Condition) => name ?? t.someCondition
  return (
    <Items
      items={conditions}
      level={level}
      addLabel={t.addCondition}
      emptyText={t.nothingYet}
      draftName={(item) => `condition:${item?.id ?? `new:${dossier.id}`}`}
      nameOf={nameOf}
      view={(item) => <ConditionView condition={item} name={nameOf(item)} />}
      form={(item, close) => <ConditionForm dossierId={dossier.id} condition={item} close={close} />}
      busy={remove.busy || save.busy}
      failure={remove.failure ?? save.failure ?? view.failure}
      remove={async ({ id }) => (await remove.act({ input: { id } })) !== undefined}
      restore={async ({ name, explanation, statement, ownView }) => {
        const input = { dossierId: dossier.id, name, explanation, statement }
        const answer = await save.act({ input })
        if (!answer) return false
        const known = new Set((dossier.conditions ?? []).map(({ id }) => id))
        const again = answer.saveCondition.conditions?.find(({ id }) => !known.has(id))
        return ownView === null || again === undefined
          ? true
          : (await view.act({ input: { id: again.id, text: ownView } })) !== undefined
      }}
      loses={t.ownViewBack}
    />
  )
}

function ConditionView({
  condition: { id, explanation, statement, ownView },
  name,
}: {
  condition: Condition
  name: string
}) {
  const t = useTexts(help)
  const { date } = useDates()
  return (
    <>
      {explanation !== null && <p className="own-words">{explanation}</p>}
      {statement && (
        <Facts
          rows={[
            [t.statementTitle, statement.title],
            ...(statement.issuedBy === null ? [] : [[t.issuedBy, statement.issuedBy] as const]),
            ...(statement.issuedOn === null ? [] : [[t.issuedOn, date(statement.issuedOn)] as const]),
            [t.expiresOn, statement.expiresOn === null ? t.stays : date(statement.expiresOn)],
          ]}
        />
      )}
      <OwnView id={id} about={name} ownView={ownView} />
    </>
  )
}

interface ConditionDraft {
  name: string
  explanation: string
  title: string
  issuedBy: string
  issuedOn: string
  expiresOn: string
}

const draftOf = (condition: Condition | null): ConditionDraft => ({
  name: condition?.name ?? '',
  explanation: condition?.explanation ?? '',
  title: condition?.statement?.title ?? '',
  issuedBy: condition?.statement?.issuedBy ?? '',
  issuedOn: condition?.statement?.issuedOn ?? '',
  expiresOn: condition?.statement?.expiresOn ?? '',
})

function ConditionForm({
  dossierId,
  condition,
  close,
}: {
  dossierId: string
  condition: Condition | null
  close: Close
}) {
  const t = useTexts(help)
  const c = useTexts(common)
  const save = useAct(SaveMyCondition)
  const draft = useDraft(`condition:${condition?.id ?? `new:${dossierId}`}`, draftOf(condition))
  const text = fieldsOf(draft, save.failure)
  const field = (...which: Parameters<typeof text>) => ({ ...text(...which), optional: true })
  return (
    <Form
      draft={draft}
      act={save}
      show={(one) => (
        <Facts
          rows={[
            [t.name, one.name || c.none],
            [t.explanation, one.explanation || c.none],
            [t.statementTitle, [one.title, one.issuedBy, one.issuedOn].filter(Boolean).join(', ') || c.none],
          ]}
        />
      )}
      onSave={async ({ name, explanation, title, issuedBy, issuedOn, expiresOn }) => {
        const none = [title, issuedBy, issuedOn, expiresOn].every((text) => text.trim() === '')
        const statement = none
          ? null
          : { title, issuedBy: issuedBy || null, issuedOn: issuedOn || null, expiresOn: expiresOn || null }
        const input = {
          dossierId,
          id: condition?.id ?? null,
          name: name || null,
          explanation: explanation || null,
          statement,
        }
        const done = await save.act({ input })
        if (done) close(name.trim() || t.someCondition)
        return done !== undefined
      }}
      onCancel={() => close()}
    >
      <TextField label={t.name} {...field('name')} maxLength={120} />
      <TextArea label={t.explanation} hint={t.explanationHint} {...field('explanation')} maxLength={2000} />
      <fieldset className="choices">
        <legend>{t.statement}</legend>
        <p className="soft">{t.statementHint}</p>
        <TextField label={t.statementTitle} {...field('title', 'statement.title')} maxLength={120} />
        <TextField label={t.issuedBy} {...field('issuedBy', 'statement.issuedBy')} maxLength={120} />
        <TextField label={t.issuedOn} type="date" {...field('issuedOn', 'statement.issuedOn')} />
        <TextField label={t.expiresOn} type="date" {...field('expiresOn', 'statement.expiresOn')} />
      </fieldset>
    </Form>
  )
}
