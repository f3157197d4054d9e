import { useEffect, useRef, useState } from 'react'
import type { Detail, FieldGroup, MinorPolicy, PostEnrolment, Purpose } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Card, Facts, Heading } from '../../parts/basics.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Check, Choices, Select, TextArea, TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { sharingWords } from '../../texts/sharing-words.ts'
import { SaveAgreement } from './agreements.graphql.ts'
import { agreements } from './agreements.texts.ts'
import type { Agreement } from './agreements.tsx'
import { PURPOSES, SHAREABLE_GROUPS } from '../../texts/orders.ts'

interface Written {
  allowed: { group: FieldGroup; detail: Detail; from: string; purposes: Purpose[] }[]
  minorPolicy: MinorPolicy
  postEnrolment: PostEnrolment
  goals: string
  beatSeconds: string
}

/** Of what ticks alone leave something out: the written part of help and of a diagnosis, and advice, which is all text. */
const TICKED: ReadonlySet<FieldGroup> = new Set<FieldGroup>(['ACCOMMODATIONS', 'CONDITION', 'STUDY_ADVICE'])

const EMPTY: Written = {
  allowed: [],
  minorPolicy: 'BOTH_UNTIL_18',
  postEnrolment: 'CONSENT',
  goals: '',
  beatSeconds: '900',
}

const writtenOf = ({ allowed, minorPolicy, postEnrolment, goals, beatSeconds }: Agreement): Written => ({
  allowed: allowed.map(({ group, detail, from, purposes }) => ({ group, detail, from: from ?? '', purposes })),
  minorPolicy,
  postEnrolment,
  goals: goals.join('\n'),
  beatSeconds: String(beatSeconds),
})

/** Under which name what is typed of a new draft, or of a change to one, waits on this device. */
export const draftName = (region: string, id = 'new'): string => `agreement:${region}:${id}`

/** All of it, for when there are two that differ in one small thing. */
function Shown({ one: { allowed, minorPolicy, postEnrolment, goals, beatSeconds } }: { one: Written }) {
  const t = useTexts(agreements)
  const w = useTexts(sharingWords)
  return (
    <Facts
      rows={[
        ...allowed.map(({ group, detail, from, purposes }) => {
          const forWhat = purposes.map((purpose) => w.purpose[purpose]).join(', ')
          return [w.group[group], [t.details[detail], forWhat, from].filter(Boolean).join('; ')] as const
        }),
        [t.policy, t.policies[minorPolicy]],
        [t.after, t.afters[postEnrolment]],
        [t.goals, goals],
        [t.beatSeconds, beatSeconds],
      ]}
    />
  )
}

/** Drafts the next version of a region's agreement, beginning with the one in force, or changes a draft. */
export function AgreementForm({
  region,
  draft: changed,
  from,
  onDone,
  again,
}: {
  region: string
  draft?: Agreement
  from: Agreement | undefined
  onDone: () => void
  /** Asks how it is now. */
  again: () => void
}) {
  const t = useTexts(agreements)
  const w = useTexts(sharingWords)
  const act = useAct(SaveAgreement)
  const draft = useDraft<Written>(draftName(region, changed?.id), from ? writtenOf(from) : EMPTY)
  const { value, set } = draft
  // The words that the writer has seen: while two versions stand beside each other they are still those from before.
  const revision = changed?.revision ?? null
  const [read, setRead] = useState(draft.conflict === null ? revision : '')
  if (draft.conflict === null && read !== revision) setRead(revision)
  const isOutrun = act.failure?.code === 'CONFLICT'
  useEffect(() => {
    if (isOutrun) again()
  }, [isOutrun, again])
  const [without, setWithout] = useState<FieldGroup | null>(null)
  const fields = useRef<HTMLDivElement>(null)
  const change = (group: FieldGroup, next: Partial<Written['allowed'][number]>): void => {
    setWithout(null)
    set({ ...value, allowed: value.allowed.map((each) => (each.group === group ? { ...each, ...next } : each)) })
  }
  const lets = (group: FieldGroup, on: boolean): void => {
    setWithout(null)
    set({
      ...value,
      allowed: on
        ? [
            ...value.allowed,
            {
              group,
              detail: 'TICK_AND_ADVICE',
              from: '',
              purposes: [group === 'CAREER_FILE' ? 'STUDY_START' : 'INTAKE_TALK'],
            },
          ]
        : value.allowed.filter((each) => each.group !== group),
    })
  }

  async function save({ allowed, minorPolicy, postEnrolment, goals, beatSeconds }: Written): Promise<boolean> {
    const lacking = allowed.find(({ purposes }) => purposes.length === 0)
    setWithout(lacking?.group ?? null)
    if (lacking) {
      fields.current?.querySelector<HTMLElement>(`[data-group=${lacking.group}] .choices input`)?.focus()
      return false
    }
    const done = await act.act({
      input: {
        region,
        ...(changed ? { id: changed.id, expectedRevision: read } : {}),
        minorPolicy,
        postEnrolment,
        goals: goals.split('\n').filter((goal) => goal.trim() !== ''),
        beatSeconds: Number(beatSeconds),
        allowed: allowed.map((each) => ({ ...each, from: each.from === '' ? null : each.from })),
      },
    })
    if (done) onDone()
    return done !== undefined
  }

  return (
    <Card labelledBy="agreement-form">
      <Heading level={2} id="agreement-form">
        {t.editTitle}
      </Heading>
      <Form draft={draft} act={act} onSave={save} label={t.save} onCancel={onDone} show={(one) => <Shown one={one} />}>
        <div ref={fields}>
          {SHAREABLE_GROUPS.map((group) => {
            const place = value.allowed.findIndex((each) => each.group === group)
            const found = value.allowed[place]
            return (
              <fieldset className="choices" key={group} data-group={group}>
                <legend>{w.group[group]}</legend>
                <Check label={t.on} checked={found !== undefined} onChange={(on) => lets(group, on)} />
                {found && (
                  <>
                    {without === group && (
                      <p className="field__wrong" role="alert">
                        {t.needPurpose}
                      </p>
                    )}
                    <Choices
                      many
                      legend={t.purposes}
                      options={PURPOSES.filter((purpose) => group !== 'CAREER_FILE' || purpose === 'STUDY_START').map(
                        (purpose) => [purpose, w.purpose[purpose]] as const,
                      )}
                      chosen={found.purposes}
                      onChange={(purposes) => change(group, { purposes })}
                    />
                    {TICKED.has(group) && (
                      <Select
                        label={t.detail}
                        value={found.detail}
                        options={[
                          ['TICK', t.details.TICK],
                          ['TICK_AND_ADVICE', t.details.TICK_AND_ADVICE],
                        ]}
                        onChange={(detail) => change(group, { detail: detail === '' ? 'TICK' : detail })}
                      />
                    )}
                    <TextField
                      optional
                      label={t.from}
                      hint={t.fromHint}
                      type="date"
                      name={`allowed.${place}.from`}
                      failure={act.failure}
                      value={found.from}
                      onChange={(day) => change(group, { from: day })}
                    />
                  </>
                )}
              </fieldset>
            )
          })}
        </div>
        <Choices
          legend={t.policy}
          options={[
            ['BOTH_UNTIL_18', t.policies.BOTH_UNTIL_18],
            ['STUDENT_FROM_16', t.policies.STUDENT_FROM_16],
          ]}
          chosen={[value.minorPolicy]}
          onChange={([minorPolicy]) => minorPolicy && set({ ...value, minorPolicy })}
        />
        <Choices
          legend={t.after}
          options={[
            ['CONSENT', t.afters.CONSENT],
            ['RIGHT_OF_ACCESS', t.afters.RIGHT_OF_ACCESS],
          ]}
          chosen={[value.postEnrolment]}
          onChange={([postEnrolment]) => postEnrolment && set({ ...value, postEnrolment })}
        />
        <TextArea
          optional
          label={t.goals}
          hint={t.goalsHint}
          value={value.goals}
          name="goals"
          failure={act.failure}
          onChange={(goals) => set({ ...value, goals })}
        />
        <TextField
          label={t.beatSeconds}
          type="number"
          value={value.beatSeconds}
          name="beatSeconds"
          failure={act.failure}
          onChange={(beatSeconds) => set({ ...value, beatSeconds })}
        />
      </Form>
    </Card>
  )
}
