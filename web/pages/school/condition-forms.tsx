import { useAct } from '../../parts/ask.ts'
import { Facts, Text } from '../../parts/basics.tsx'
import type { Dossier } from '../../parts/dossier/types.ts'
import { useDraft } from '../../parts/draft.ts'
import { TextArea, TextField } from '../../parts/fields.tsx'
import { Form, Sure } from '../../parts/form.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { Opening } from './opening.tsx'
import { RemoveCondition, SaveCondition } from './pupil-acts.graphql.ts'
import { writingTexts } from './writing.texts.ts'

type Condition = NonNullable<Dossier['conditions']>[number]

/** Conditions, by the care coordinator who is involved. */
export function ConditionForms({ dossierId, conditions }: { dossierId: string; conditions: Dossier['conditions'] }) {
  return (
    <div className="screen-only">
      {(conditions ?? []).map((condition) => (
        <ConditionForm key={condition.id} dossierId={dossierId} condition={condition} />
      ))}
      <ConditionForm dossierId={dossierId} />
    </div>
  )
}

function ConditionForm({ dossierId, condition }: { dossierId: string; condition?: Condition }) {
  const t = useTexts(writingTexts)
  const c = useTexts(common)
  const draft = useDraft(`condition:${condition?.id ?? dossierId}`, {
    name: condition?.name ?? '',
    explanation: condition?.explanation ?? '',
    proof: condition?.statement?.title ?? '',
    issuedBy: condition?.statement?.issuedBy ?? '',
    issuedOn: condition?.statement?.issuedOn ?? '',
    expiresOn: condition?.statement?.expiresOn ?? '',
  })
  const save = useAct(SaveCondition)
  const remove = useAct(RemoveCondition)
  const { value, set } = draft
  const field = (key: keyof typeof value, name: string) => ({
    optional: true,
    name,
    failure: save.failure,
    value: value[key],
    onChange: (next: string) => set({ ...value, [key]: next }),
  })
  return (
    <Opening
      label={condition ? t.changeCondition(condition.name ?? t.conditionName) : t.addCondition}
      dirty={draft.dirty}
    >
      {(close) => (
        <Form
          draft={draft}
          act={save}
          onCancel={close}
          show={(one) => (
            <Facts
              rows={[
                [t.conditionName, one.name],
                [t.explanation, one.explanation],
                [t.proof, one.proof],
                [t.issuedBy, one.issuedBy],
                [t.issuedOn, one.issuedOn],
                [t.expiresOn, one.expiresOn],
              ]}
            />
          )}
          onSave={async ({ name, explanation, proof, issuedBy, issuedOn, expiresOn }) => {
            const done = await save.act({
              input: {
                dossierId,
                ...(condition ? { id: condition.id } : {}),
                name: name || null,
                explanation: explanation || null,
                statement:
                  proof === ''
                    ? null
                    : {
                        title: proof,
                        issuedBy: issuedBy || null,
                        issuedOn: issuedOn || null,
                        expiresOn: expiresOn || null,
                      },
              },
            })
            if (done) close()
            return done !== undefined
          }}
        >
          <Text soft>{t.conditionText}</Text>
          <TextField label={t.conditionName} {...field('name', 'name')} />
          <TextArea label={t.explanation} {...field('explanation', 'explanation')} />
          <TextField label={t.proof} {...field('proof', 'statement.title')} />
          {value.proof !== '' && (
            <>
              <TextField label={t.issuedBy} {...field('issuedBy', 'statement.issuedBy')} />
              <TextField label={t.issuedOn} type="date" {...field('issuedOn', 'statement.issuedOn')} />
              <TextField label={t.expiresOn} type="date" {...field('expiresOn', 'statement.expiresOn')} />
            </>
          )}
          {condition && (
            <>
              <FailureNote failure={remove.failure} />
              <Sure
                label={t.removeCondition(condition.name ?? t.conditionName)}
                title={t.removeNeedTitle}
                text={t.removeNeedText}
                yes={c.remove}
                busy={remove.busy}
                onYes={() => {
                  draft.discard()
                  void remove.act({ input: { id: condition.id } })
                }}
              />
            </>
          )}
        </Form>
      )}
    </Opening>
  )
}
